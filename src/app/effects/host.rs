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

/// Has every panic reported from now on: in the console, and to the page, because it ends the app.
pub fn report_panics() {
    // By Yew's function, because Yew sets a hook of its own where it has not been told of another.
    yew::set_custom_panic_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        failed(&info.to_string());
    }));
}
