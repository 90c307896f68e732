//! The URL follows the state, and Back leads to the state before.

use gloo::events::EventListener;
use wasm_bindgen::JsValue;
use yew::prelude::*;

use super::window;
use crate::app::store::Reader;
use crate::dossier::Dossier;
use crate::route::Route;
use crate::state::{Action, Step};

/// What the present URL says, and what was passed over in it.
pub fn current(dossier: &Dossier) -> (Route, Vec<String>) {
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

/// Writes the state's route into the browser's history, and reports where Back and Forward lead.
#[hook]
pub fn use_sync(reader: &Reader) {
    {
        let store = reader.store.clone();
        use_effect_with(reader.dossier.clone(), move |dossier| {
            let (store, dossier) = (store.dispatcher(), dossier.clone());
            let listener = EventListener::new(&window(), "popstate", move |_| {
                let (route, notices) = current(&dossier);
                store.dispatch(Action::Arrived(route, notices));
            });
            move || drop(listener)
        });
    }
    let dossier = reader.dossier.clone();
    let written = use_mut_ref(|| reader.store.route.clone());
    use_effect_with((reader.store.route.clone(), reader.store.step), move |(route, step)| {
        let step = step.since(&written.replace(route.clone()), route);
        let Ok(history) = window().history() else { return };
        let url = route.to_url(&dossier);
        // A browser may refuse when the state changes too often; the page works on without.
        let _ = match step {
            Step::Known => Ok(()),
            Step::New => history.push_state_with_url(&JsValue::NULL, "", Some(&url)),
            Step::Replace => history.replace_state_with_url(&JsValue::NULL, "", Some(&url)),
        };
    });
}
