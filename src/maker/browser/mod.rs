//! What of the maker touches the browser: the page, the worker in which the [`Desk`](super::desk::Desk) stands, and
//! where dossiers are kept.
//!
//! One wasm is the program of both: [`start`] looks where it runs.

#![allow(
    clippy::disallowed_methods,
    reason = "this is the maker's one place that reaches for the browser"
)]

mod dropped;

mod shelf;

mod serve;

mod port;

mod page;

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement, Window};

/// Starts the page, or its worker.
pub fn start() {
    match web_sys::window() {
        Some(_) => page::start(),
        None => port::serve_here(),
    }
}

fn window() -> Window {
    web_sys::window().expect("the page runs in a window")
}

fn document() -> Document {
    window().document().expect("a window of the page has a document")
}

/// Brings the focus to the element of an id.
fn focus(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // It is in the page.
        let _ = element.focus();
    }
}
