//! The frame in which the reader shows a dossier that is being made.
//!
//! The reader takes it from the frame's property `dossier` (`static/start.js`).

use gloo::events::EventListener;
use js_sys::{Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlIFrameElement;
use yew::Callback;

use crate::app::effects::dom::{document, property};
use crate::app::effects::scroll;

/// The id of the frame.
pub const FRAME: &str = "reading";

/// The bytes of a dossier's pack, on the side of the browser. Two are equal where they are the same object.
#[derive(Clone)]
pub struct Pack(JsValue);

impl PartialEq for Pack {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl From<Uint8Array> for Pack {
    fn from(bytes: Uint8Array) -> Self {
        Self(bytes.into())
    }
}

/// Gives the frame a dossier. A reader of the same in it starts anew where it `is_again`, at the same address; gives
/// how far down it was, in CSS pixels, for [`go_down`].
pub fn give(frame: &HtmlIFrameElement, pack: &Pack, is_again: bool) -> Option<f64> {
    // An element takes every property.
    let _ = Reflect::set(frame, &"dossier".into(), &pack.0);
    match frame.content_window() {
        Some(window) if is_again => {
            let y = window.scroll_y().ok();
            let _ = window.location().reload();
            y
        }
        _ => {
            frame.set_src("./made.html");
            None
        }
    }
}

/// Scrolls the reader in the frame so far down as soon as it has drawn its page.
pub async fn go_down(frame: HtmlIFrameElement, y: f64) {
    let Some(window) = frame.content_window() else { return };
    let ready = property(&property(&window, "whosaid"), "ready");
    // A reader that does not start says so itself.
    if JsFuture::from(Promise::resolve(&ready)).await.is_ok() {
        window.scroll_to_with_x_and_y(0.0, y);
    }
}

/// Hears that something is dragged into the frame, which the page does not; for the document that is in it.
pub fn on_dragged_in(frame: &HtmlIFrameElement, heard: Callback<()>) -> Option<EventListener> {
    let document = frame.content_document()?;
    Some(EventListener::new(&document, "dragenter", move |_| heard.emit(())))
}

/// Has the reader show another view, by its address, and brings it into view where it lies below.
pub fn open(address: &str) {
    let frame = document().get_element_by_id(FRAME);
    if let Some(frame) = frame.and_then(|frame| frame.dyn_into::<HtmlIFrameElement>().ok()) {
        frame.set_src(address);
        if frame.get_bounding_client_rect().top() > scroll::window_height() / 2.0 {
            scroll::to_id(FRAME);
        }
    }
}
