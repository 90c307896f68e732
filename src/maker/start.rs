//! [`start`]: where the program of `make.html` begins, in the page and in its worker.

use wasm_bindgen::{JsCast, JsValue};

use super::effects::port;
use super::page::Page;
use crate::app::effects::page;

/// Starts the page, or the desk in its worker: one wasm is the program of both, and looks where it runs.
pub fn start() {
    if !JsValue::from(js_sys::global()).has_type::<web_sys::Window>() {
        return port::serve_here();
    }
    let root = page::part("make_page").expect("make.html holds the element `make_page`");
    yew::set_custom_panic_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        if let Some(failure) = page::part("failure") {
            // An attribute can always be taken away.
            let _ = failure.remove_attribute("hidden");
        }
    }));
    yew::Renderer::<Page>::with_root(root).render();
}
