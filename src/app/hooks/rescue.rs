//! [`use_rescue`]: the focus does not fall to the body when what had it is taken away.

use yew::prelude::*;

use crate::app::effects::focus;

/// When a value has changed and the focus is lost since, gives it to the first element that matches.
#[hook]
pub fn use_rescue<T: PartialEq + 'static>(value: T, selector: &'static str) {
    let is_first = use_mut_ref(|| true);
    use_effect_with(value, move |_| {
        if !is_first.replace(false) {
            focus::rescue(selector);
        }
    });
}
