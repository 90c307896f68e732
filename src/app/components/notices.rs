//! [`Notices`]: what was passed over or went wrong, in plain words.

use yew::prelude::*;

use crate::app::store::use_reader;
use crate::state::Action;

/// The notices, until dismissed.
#[component]
pub fn Notices() -> Html {
    let reader = use_reader();
    let notices = &reader.store.notices;
    html! {
        <div class="notices" role="status" aria-label="Notices">
            if !notices.is_empty() {
                { for notices.iter().map(|notice| html! { <p>{ notice }</p> }) }
                <button type="button" onclick={reader.on(Action::NoticesDismissed)}>
                    { "Dismiss" }
                </button>
            }
        </div>
    }
}
