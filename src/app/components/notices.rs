//! What was passed over or went wrong, until dismissed.

use yew::prelude::*;

use crate::app::reader::Reader;
use crate::i18n::tr;
use crate::notice::Notice;
use crate::state::Action;

/// The notices, announced.
pub fn notices(reader: &Reader, notices: &[Notice]) -> Html {
    html! {
        <div class="notices" role="status" aria-label={tr!("Notices")}>
            { for notices.iter().map(|notice| html! { <p>{ notice.to_string() }</p> }) }
            if !notices.is_empty() {
                <button type="button" onclick={reader.on(Action::NoticesDismissed)}>{ tr!("Dismiss") }</button>
            }
        </div>
    }
}
