//! All that touches the browser: one of its interfaces a file.
//!
//! A *command* ([`clipboard::copy`]) is called from a callback. A *sync* ([`url::use_sync`]) is a hook
//! mounted in `App` that watches part of the state and carries it to the browser, and back. Each
//! takes and returns plain data. Where the browser refuses (no storage in a sandboxed frame), the
//! effect does without and says so where that matters to the reader.

#![allow(clippy::disallowed_methods, reason = "this is the one place that reaches for the browser")]

pub mod announce;
pub mod clipboard;
pub mod failure;
pub mod focus;
pub mod highlight;
pub mod interface;
pub mod keyboard;
pub mod pack;
pub mod storage;
pub mod theme;
pub mod url;

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, HtmlInputElement, Window};
use yew::prelude::*;

fn window() -> Window {
    web_sys::window().expect("the app runs in a window")
}

fn document() -> Document {
    window().document().expect("a window of the app has a document")
}

fn element_by_id(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// All elements that match a selector of this program's own, in document order.
fn elements(selector: &str) -> Vec<HtmlElement> {
    let found = document().query_selector_all(selector).expect("the selector is well formed");
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
}

/// The element whose content the app replaces by its own.
///
/// # Panics
///
/// If the page is not the one that `index.html` lays out.
pub fn page_root() -> Element {
    document().get_element_by_id("reader").expect("index.html holds the element `reader`")
}

/// What is in the field in which something was typed.
pub fn field_value(event: &InputEvent) -> String {
    event.target_dyn_into::<HtmlInputElement>().map(|field| field.value()).unwrap_or_default()
}
