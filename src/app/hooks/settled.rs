//! [`use_settled`]: a debounce for what is announced.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// How long a text has to stay the same before it is announced, in milliseconds.
const SETTLED_MS: u32 = 600;

/// Whether a text has stayed the same for a while. The first one has.
#[hook]
pub fn use_settled(text: &AttrValue) -> bool {
    let settled = use_state_eq(|| text.clone());
    let is_settled = *settled == *text;
    use_effect_with(text.clone(), move |text| {
        let text = text.clone();
        let timer = Timeout::new(SETTLED_MS, move || settled.set(text));
        move || drop(timer)
    });
    is_settled
}
