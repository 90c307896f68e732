//! `window.whosaid`: what the page's first script (`static/start.js`) and the app know of each other.

use js_sys::{Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::MessageEvent;

#[wasm_bindgen]
extern "C" {
    /// Tells the page that the app does not work, and why. The script shows it.
    #[wasm_bindgen(js_namespace = whosaid)]
    pub fn failed(reason: &str);

    /// Tells the page that the app has ended of itself, and how. Before it has started, the script starts
    /// it once more.
    #[wasm_bindgen(js_namespace = whosaid)]
    fn panicked(message: &str);

    /// Tells the page that the app has started.
    #[wasm_bindgen(js_namespace = whosaid)]
    pub fn started();

    /// Gives all messages to this window to a listener, those that came before included.
    #[wasm_bindgen(js_namespace = whosaid)]
    pub fn listen(listener: &Closure<dyn Fn(MessageEvent)>);

    /// Has text nodes keep their text where it is the same already: browsers forget selections and the
    /// marks of text fragments in a node that is written to. Until the app has started.
    #[wasm_bindgen(js_namespace = whosaid, js_name = keepEqualText)]
    pub fn keep_equal_text();

    /// The bytes of a block of the dossier, by its name.
    #[wasm_bindgen(js_namespace = whosaid, catch)]
    pub async fn block(name: &str) -> Result<JsValue, JsValue>;

    /// The object itself.
    pub type Whosaid;

    #[wasm_bindgen(thread_local_v2, js_name = whosaid)]
    static WHOSAID: Whosaid;

    #[wasm_bindgen(method, getter)]
    fn dossier(this: &Whosaid) -> Option<Uint8Array>;

    #[wasm_bindgen(method, setter)]
    fn set_dossier(this: &Whosaid, dossier: Option<Uint8Array>);

    #[wasm_bindgen(method, setter)]
    fn set_search(this: &Whosaid, search: &JsValue);

    #[wasm_bindgen(method, getter)]
    fn registered(this: &Whosaid) -> Option<Promise>;
}

/// Has every panic reported from now on: in the console, and to the page, because it ends the app.
#[cfg(target_arch = "wasm32")]
pub fn report_panics() {
    // By Yew's function, because Yew sets a hook of its own where it has not been told of another.
    yew::set_custom_panic_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        panicked(&info.to_string());
    }));
}

/// Takes the bytes of the dossier, which the script has taken out of the wasm; there is one copy of them.
pub fn take_dossier() -> Vec<u8> {
    WHOSAID.with(|whosaid| {
        let bytes = whosaid.dossier().map_or_else(Vec::new, |bytes| bytes.to_vec());
        whosaid.set_dossier(None);
        bytes
    })
}

/// Gives other scripts the search.
pub fn offer_search(search: &JsValue) {
    WHOSAID.with(|whosaid| whosaid.set_search(search));
}

/// The service worker's registration, once there is one, or why there is none. `None` where the site is
/// not kept for reading offline.
pub fn registration() -> Option<Promise> {
    WHOSAID.with(Whosaid::registered)
}
