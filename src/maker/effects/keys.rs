//! Single keys, where a part of the page names what they mean by `data-key`.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use crate::app::effects::dom::document;

/// Presses the button, or goes to the field, that a key means in the element of an id; whether there is one. A key that
/// goes into a field means none.
pub fn heed(region: &str, event: &KeyboardEvent) -> bool {
    let is_field = |element: &Element| element.matches("input, select").unwrap_or(false);
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let key = event.key().to_lowercase();
    let is_letter = key.len() == 1 && key.starts_with(|c: char| c.is_ascii_lowercase());
    if !is_letter || target.is_some_and(|target| is_field(&target)) {
        return false;
    }
    let meant = document().query_selector(&format!("#{region} [data-key={key}]")).ok().flatten();
    let Some(meant) = meant.and_then(|meant| meant.dyn_into::<HtmlElement>().ok()) else {
        return false;
    };
    if is_field(&meant) {
        // It is in the page.
        let _ = meant.focus();
    } else {
        meant.click();
    }
    true
}
