//! What was passed over or went wrong, until dismissed.

use yew::prelude::*;

use crate::app::reader::Reader;
use crate::i18n::tr;
use crate::notice::Notice;
use crate::state::{Action, Dialog};

/// The notices, announced.
pub fn notices(reader: &Reader, notices: &[Notice]) -> Html {
    html! {
        <div class="notices" role="status" aria-label={tr!("Notices")}>
            { for notices.iter().map(|notice| told(reader, notice)) }
            if !notices.is_empty() {
                <button type="button" onclick={reader.on(Action::NoticesDismissed)}>{ tr!("Dismiss") }</button>
            }
        </div>
    }
}

/// A notice, with the way to what it speaks of.
fn told(reader: &Reader, notice: &Notice) -> Html {
    html! {
        <p>
            { notice.to_string() }
            if *notice == Notice::CitedChanged {
                { " " }
                <button type="button" aria-haspopup="dialog" onclick={reader.on(Action::DialogOpened(Dialog::Check))}>
                    { tr!("Check a citation") }
                </button>
            }
        </p>
    }
}
