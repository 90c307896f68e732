//! What the page's own scripts are told: that the reader cannot start, that it has, and where it goes.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::whosaid;

/// Tells the page that the app did not start, and why. The page's own script shows it.
pub fn show(reason: &str) {
    call("failed", &reason.into());
}

/// Tells the page that the app has started.
pub fn clear() {
    call("started", &JsValue::UNDEFINED);
}

/// Tells the page that the URL is now that of another view.
pub fn moved() {
    call("moved", &JsValue::UNDEFINED);
}

/// Calls a function of `window.whosaid`.
fn call(name: &str, value: &JsValue) {
    let function = Reflect::get(&whosaid(), &name.into());
    if let Some(function) = function.ok().and_then(|function| function.dyn_into::<Function>().ok())
    {
        // The function is the page's own and throws nothing.
        let _ = function.call1(&JsValue::UNDEFINED, value);
    }
}
