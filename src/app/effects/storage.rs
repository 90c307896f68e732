//! What is kept across visits, where the browser lets a page keep something; else nothing is.

use web_sys::Storage;

use super::window;
use crate::notice::Notice;
use crate::state::{Preferences, State};

const KEY: &str = "whosaid:preferences";

/// The storage, or `None` where the browser refuses. In a sandboxed frame the mere asking throws.
fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// What was kept, and a notice where it could not be read.
pub fn read() -> (Preferences, Option<Notice>) {
    let kept = storage().and_then(|storage| storage.get_item(KEY).ok().flatten());
    match kept.as_deref().map(Preferences::from_text) {
        None => (Preferences::default(), None),
        Some(Some(preferences)) => (preferences, None),
        Some(None) => (Preferences::default(), Some(Notice::PreferencesUnreadable)),
    }
}

/// Keeps the preferences when they change.
pub fn follow(before: &State, state: &State) {
    if before.preferences == state.preferences {
        return;
    }
    if let Some(storage) = storage() {
        // A full or refusing storage loses a preference, which is not worth a message.
        let _ = storage.set_item(KEY, &state.preferences.to_text());
    }
}
