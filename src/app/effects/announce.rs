//! Live regions that speak once they have settled.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// How long a text has to stay the same before it is spoken, in milliseconds.
const QUIET_MS: u32 = 600;

/// Whether `text` has stayed the same for a while.
#[hook]
pub fn use_settled(text: &str) -> bool {
    let settled = use_state(String::new);
    let is_settled = *settled == text;
    use_effect_with(text.to_owned(), move |text| {
        let text = text.clone();
        let timeout = Timeout::new(QUIET_MS, move || settled.set(text));
        move || drop(timeout)
    });
    is_settled
}
