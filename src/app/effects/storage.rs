//! What is kept across visits, where the browser lets a page keep something; else nothing is.
//!
//! Values are records as JSON, each with its version: `whosaid:preferences` ([`Stored`]), and
//! `whosaid:place:KEY` ([`LastPlace`]) for each site by its [key](address::key_of_site).

use js_sys::JSON;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Storage, StorageEstimate};

use super::address;
use super::dom::window;
use crate::last_place::LastPlace;
use crate::notice::Notice;
use crate::preferences::{Preferences, Stored};

const PREFERENCES: &str = "whosaid:preferences";

/// The storage, or `None` where the browser refuses. In a sandboxed frame the mere asking throws.
fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// How many more bytes the browser would keep of this site, as it estimates; `None` where it does not tell. It is asked
/// not to drop them by itself, which it may refuse.
pub async fn room() -> Option<f64> {
    let manager = window().navigator().storage();
    // Over plain http there is none.
    if manager.is_undefined() {
        return None;
    }
    // Firefox asks the reader, who may take their time.
    let _ = manager.persist();
    let estimate = JsFuture::from(manager.estimate().ok()?).await.ok()?;
    let estimate = estimate.unchecked_into::<StorageEstimate>();
    Some(estimate.get_quota()? - estimate.get_usage()?)
}

fn read(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

fn from_json<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_wasm_bindgen::from_value(JSON::parse(text).ok()?).ok()
}

fn write(key: &str, value: &impl Serialize) {
    let json =
        serde_wasm_bindgen::to_value(value).ok().and_then(|value| JSON::stringify(&value).ok());
    if let (Some(storage), Some(json)) = (storage(), json) {
        // A full or refusing storage loses a preference, which is not worth a message.
        let _ = storage.set_item(key, &String::from(json));
    }
}

/// The preferences that were kept, and a notice where they could not be read.
pub fn preferences() -> (Preferences, Option<Notice>) {
    let Some(text) = read(PREFERENCES) else { return (Preferences::default(), None) };
    let kept = from_json(&text).and_then(Stored::preferences);
    match kept.or_else(|| Preferences::from_version_2(&text)) {
        Some(preferences) => (preferences, None),
        None => (Preferences::default(), Some(Notice::PreferencesUnreadable)),
    }
}

/// Keeps the preferences.
pub fn keep_preferences(preferences: Preferences) {
    write(PREFERENCES, &Stored::from(preferences));
}

/// The key of the last place in a site, by the site's.
fn place_key(site: &str) -> String {
    format!("whosaid:place:{site}")
}

/// Where the reader was at the last visit; an error where that cannot be read.
pub fn last_place() -> Option<Result<LastPlace, Notice>> {
    let text = read(&place_key(&address::key_of_site()))?;
    let place = from_json(&text).or_else(|| LastPlace::from_version_1(&text));
    Some(place.filter(LastPlace::is_sound).ok_or(Notice::PlaceUnreadable))
}

/// Keeps where the reader is.
pub fn keep_last_place(place: &LastPlace) {
    write(&place_key(&address::key_of_site()), place);
}

/// Forgets where the reader was.
pub fn forget_last_place() {
    forget_place_of(&address::key_of_site());
}

/// The same in another site, by its key.
pub fn forget_place_of(site: &str) {
    if let Some(storage) = storage() {
        // What cannot be written could not be kept either.
        let _ = storage.remove_item(&place_key(site));
    }
}

/// The keys of all that this program keeps here; `None` where the browser refuses.
pub fn kept() -> Option<Vec<String>> {
    let storage = storage()?;
    let n_keys = storage.length().ok()?;
    let keys = (0..n_keys).filter_map(|at| storage.key(at).ok().flatten());
    let ours = keys.filter(|key| key.starts_with("whosaid"));
    Some(ours.collect())
}
