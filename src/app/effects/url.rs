//! The URL follows the state, and Back leads to the state before.

use wasm_bindgen::JsValue;
use web_sys::MouseEvent;

use super::window;
use crate::dossier::Dossier;
use crate::notice::Notice;
use crate::route::Route;
use crate::state::{HistoryUpdate, State};

/// What the present URL says, and what was passed over in it.
pub fn current(dossier: &Dossier) -> (Route, Vec<Notice>) {
    let location = window().location();
    let search = location.search().unwrap_or_default();
    let fragment = location.hash().unwrap_or_default();
    Route::parse(&search, &fragment, dossier)
}

/// The page's address without query and fragment.
pub fn page() -> String {
    let href = window().location().href().unwrap_or_default();
    href.split(['?', '#']).next().unwrap_or_default().to_owned()
}

/// Whether a click on a link asks for another tab or window, which is the browser's business.
pub fn opens_elsewhere(event: &MouseEvent) -> bool {
    event.ctrl_key()
        || event.meta_key()
        || event.shift_key()
        || event.alt_key()
        || event.button() != 0
}

/// Writes the state's route into the browser's history.
pub fn follow(dossier: &Dossier, before: &State, state: &State) {
    if before.route == state.route {
        return;
    }
    let Ok(history) = window().history() else { return };
    let url = match state.route.to_url(dossier) {
        // To a page that was opened from disk this is its folder, which is no address of the page.
        url if url == "./" => page(),
        url => url,
    };
    // A browser may refuse when the state changes too often; the page works on without.
    let _ = match state.history {
        HistoryUpdate::None => Ok(()),
        HistoryUpdate::Push => history.push_state_with_url(&JsValue::NULL, "", Some(&url)),
        HistoryUpdate::Replace => history.replace_state_with_url(&JsValue::NULL, "", Some(&url)),
    };
}
