//! What the page's own script (`static/start.js`, `static/frame.js`) is told: that the app has started,
//! that it cannot, and that it shows another view.

use wasm_bindgen::prelude::*;

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
