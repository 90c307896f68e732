//! When the reader cannot start: a message above the prerendered page.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::whosaid;

/// Tells the page that the app did not start, and why. The page's own script shows it.
pub fn show(reason: &str) {
    settle("failed", &reason.into());
}

/// Tells the page that the app has started.
pub fn clear() {
    settle("started", &JsValue::UNDEFINED);
}

/// Calls one of the two functions that settle `window.whosaid.ready`.
fn settle(name: &str, value: &JsValue) {
    let function = Reflect::get(&whosaid(), &name.into());
    if let Some(function) = function.ok().and_then(|function| function.dyn_into::<Function>().ok())
    {
        // The function is the page's own and throws nothing.
        let _ = function.call1(&JsValue::UNDEFINED, value);
    }
}
