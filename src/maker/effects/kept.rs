//! What the reader keeps in this browser of a dossier that was made here: notes, and the last place.

use wasm_bindgen_futures::spawn_local;

use crate::app::effects::{address, notes, storage};

/// Forgets all of it, of the dossier under this number.
pub fn forget(number: u32) {
    let key = address::key_of_made(&number.to_string());
    storage::forget_place_of(&key);
    spawn_local(async move {
        // A browser that keeps nothing has nothing to forget.
        let _ = notes::forget(&key).await;
    });
}
