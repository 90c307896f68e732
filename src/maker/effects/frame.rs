//! The frame in which the reader shows a dossier that is being made.
//!
//! The reader takes it from the frame's property `dossier` (`static/start.js`).

use gloo::events::EventListener;
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlIFrameElement;
use yew::Callback;

use crate::app::effects::dom::document;
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

/// Gives the frame a dossier. A reader that is in it starts anew, where it was.
pub fn give(frame: &HtmlIFrameElement, pack: &Pack) {
    // An element takes every property.
    let _ = Reflect::set(frame, &"dossier".into(), &pack.0);
    match frame.content_window() {
        Some(window) if !frame.src().is_empty() => {
            let _ = window.location().reload();
        }
        _ => frame.set_src("./made.html"),
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
