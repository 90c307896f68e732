//! Which dossier this tab has open, kept for as long as the tab is (`sessionStorage`), so that it is there again when the
//! page is loaded anew.

use web_sys::Storage;

use crate::app::effects::dom;

const OPEN: &str = "whosaid:open-dossier";

/// What stands there for one that is not kept yet.
const NEW: &str = "new";

/// What a tab had open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Had {
    /// A dossier that is kept under this number.
    Kept(u32),
    /// A new one.
    New,
}

fn storage() -> Option<Storage> {
    dom::window().session_storage().ok().flatten()
}

/// What this tab had open; `None` where it is a new tab, or where the browser does not tell.
pub fn had() -> Option<Had> {
    let text = storage()?.get_item(OPEN).ok()??;
    if text == NEW { Some(Had::New) } else { text.parse().ok().map(Had::Kept) }
}

/// Notes what this tab has open, by its number where it is kept.
pub fn note(open: Option<u32>) {
    let text = open.map_or_else(|| NEW.to_owned(), |id| id.to_string());
    if let Some(storage) = storage() {
        // Without it the tab begins with what was changed last, as a new one does.
        let _ = storage.set_item(OPEN, &text);
    }
}
