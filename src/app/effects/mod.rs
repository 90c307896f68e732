//! All that touches the browser: one of its interfaces a file.
//!
//! Plain functions that take and return plain data; hooks and callbacks call them, never the drawing of
//! a component, because pages are drawn where there is no browser as well. Where the browser refuses (no
//! storage in a sandboxed frame), the effect does without and says so where that matters to the reader.

#![allow(clippy::disallowed_methods, reason = "this is the one place that reaches for the browser")]

pub mod clock;
pub mod database;
pub mod host;
pub mod page;
pub mod pointer;

pub mod address;
pub mod scroll;

pub mod clipboard;
pub mod download;
pub mod focus;
pub mod frame;
pub mod highlight;
pub mod interface;
pub mod notes;
#[cfg(target_arch = "wasm32")]
pub mod pack;
pub mod selection;
pub mod storage;
pub mod worker;

pub mod loads;

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, Window};

pub(crate) fn window() -> Window {
    web_sys::window().expect("the app runs in a window")
}

pub(crate) fn document() -> Document {
    window().document().expect("a window of the app has a document")
}

/// The element of an id. All elements of the page are HTML's.
fn element_by_id(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// All elements that match a selector of this program's own, in document order.
fn elements(selector: &str) -> Vec<HtmlElement> {
    let found = document().query_selector_all(selector).expect("the selector is well formed");
    let element = |at| found.item(at)?.dyn_into().ok();
    (0..found.length()).filter_map(element).collect()
}

/// The element that has the focus; the body counts as none.
fn focused() -> Option<Element> {
    document().active_element().filter(|element| !element.has_type::<web_sys::HtmlBodyElement>())
}
