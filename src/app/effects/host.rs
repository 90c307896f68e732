//! What the page's own script (`static/start.js`, `static/frame.js`) is told: that the app has started,
//! that it cannot, and that it shows another view.

use std::panic;

use wasm_bindgen::prelude::*;
use web_sys::console;

#[wasm_bindgen]
extern "C" {
    /// Tells the page that the app does not work, and why. The script shows it.
    #[wasm_bindgen(js_namespace = whosaid)]
    pub fn failed(reason: &str);

    /// Tells the page that the app has started.
    #[wasm_bindgen(js_namespace = whosaid)]
    pub fn started();

    /// Tells the page that the URL is now that of another view.
    #[wasm_bindgen(js_namespace = whosaid)]
    pub fn moved();
}

/// Has every panic reported from now on: in the console, and to the page, because it ends the app.
pub fn report_panics() {
    panic::set_hook(Box::new(|info| {
        let message = info.to_string();
        console::error_1(&message.as_str().into());
        failed(&message);
    }));
}
