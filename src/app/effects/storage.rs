//! What is kept across visits, where the browser lets a page keep something; else nothing is.

use web_sys::Storage;
use yew::prelude::*;

use super::window;
use crate::app::store::Reader;
use crate::state::Preferences;

const KEY: &str = "whosaid:preferences";

/// The storage, or `None` where the browser refuses. In a sandboxed frame the mere asking throws.
fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// What was kept, and a notice where it could not be read.
pub fn read() -> (Preferences, Option<String>) {
    let kept = storage().and_then(|storage| storage.get_item(KEY).ok().flatten());
    match kept.as_deref().map(Preferences::from_text) {
        None => (Preferences::default(), None),
        Some(Ok(preferences)) => (preferences, None),
        Some(Err(notice)) => (Preferences::default(), Some(notice)),
    }
}

/// Keeps the preferences when they change.
#[hook]
pub fn use_sync(reader: &Reader) {
    let kept = use_mut_ref(|| reader.store.preferences);
    use_effect_with(reader.store.preferences, move |preferences| {
        if *kept.borrow() != *preferences {
            *kept.borrow_mut() = *preferences;
            if let Some(storage) = storage() {
                // A full or refusing storage loses a preference, which is not worth a message.
                let _ = storage.set_item(KEY, &preferences.to_text());
            }
        }
    });
}
