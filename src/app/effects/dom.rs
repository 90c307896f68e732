//! The window, its document and the elements of the page, as the other effects ask for them.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlElement, Window};

/// The window that the app runs in.
pub fn window() -> Window {
    web_sys::window().expect("the app runs in a window")
}

/// The window of the page around this one; `None` where there is none.
pub fn host() -> Option<Window> {
    let parent = window().parent().ok()??;
    (parent != window()).then_some(parent)
}

/// Whether the page stands in a frame.
pub fn is_framed() -> bool {
    host().is_some()
}

/// The document of the window.
pub fn document() -> Document {
    window().document().expect("a window of the app has a document")
}

/// The element of an id. All elements of the page are HTML's.
pub fn element_by_id(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// All elements that match a selector of this program's own, in document order.
pub fn elements(selector: &str) -> Vec<HtmlElement> {
    let found = document().query_selector_all(selector).expect("the selector is well formed");
    let element = |at| found.item(at)?.dyn_into().ok();
    (0..found.length()).filter_map(element).collect()
}

/// A property of an object, by its name, as a browser may have one or not; undefined where it has none.
pub fn property(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or_default()
}

/// The element that has the focus; the body counts as none.
pub fn focused() -> Option<Element> {
    document().active_element().filter(|element| !element.has_type::<web_sys::HtmlBodyElement>())
}
