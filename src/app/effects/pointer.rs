//! What a click asks for.

use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent};

use super::dom::{elements, window};

/// Whether a click on a link asks for another tab or window, which is the browser's business.
pub fn opens_elsewhere(event: &MouseEvent) -> bool {
    event.ctrl_key()
        || event.meta_key()
        || event.shift_key()
        || event.alt_key()
        || event.button() != 0
}

/// Whether a click is on words themselves: it neither follows a link in them nor ends a selection.
pub fn is_on_words(event: &MouseEvent) -> bool {
    let target: Option<Element> = event.target().and_then(|target| target.dyn_into().ok());
    let is_in_link =
        target.and_then(|target| target.closest("a, button, summary").ok().flatten()).is_some();
    let selects =
        window().get_selection().ok().flatten().is_some_and(|selection| !selection.is_collapsed());
    !is_in_link && !selects && !opens_elsewhere(event)
}

/// Follows a link by the first of the selectors that finds one, as a click on it would.
pub fn follow_first(selectors: &[&str]) {
    let link = selectors.iter().find_map(|selector| elements(selector).into_iter().next());
    if let Some(link) = link {
        link.click();
    }
}
