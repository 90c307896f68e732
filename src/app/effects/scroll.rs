//! What is in view.

use web_sys::HtmlElement;

use super::dom::{document, element_by_id, elements, window};

/// Scrolls to the top.
pub fn to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Brings the element of an id near the upper edge, clear of what sticks there; gives it back.
pub fn to_id(id: &str) -> Option<HtmlElement> {
    let element = element_by_id(id)?;
    to(element.get_bounding_client_rect().top(), padding());
    Some(element)
}

/// Scrolls the window, and no other, so that what is `top` CSS pixels below its upper edge comes to stand
/// `place` pixels below it. (`scrollIntoView` would scroll a page that frames this one as well.)
pub fn to(top: f64, place: f64) {
    window().scroll_by_with_x_and_y(0.0, top - place);
}

/// How far below the upper edge the style sheet wants what is gone to, in CSS pixels.
pub fn padding() -> f64 {
    let root = document().document_element();
    let style = root.and_then(|root| window().get_computed_style(&root).ok().flatten());
    let padding = style.and_then(|style| style.get_property_value("scroll-padding-top").ok());
    padding.and_then(|pixels| pixels.trim_end_matches("px").parse().ok()).unwrap_or(0.0)
}

/// The height of the window in CSS pixels.
pub fn window_height() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(0.0)
}

/// The id of the first paragraph of the article that begins in view, if any does.
pub fn paragraph_in_view() -> Option<String> {
    let paragraphs = elements("main article .paragraph");
    let in_view = |paragraph: &&HtmlElement| paragraph.get_bounding_client_rect().top() >= 0.0;
    paragraphs.iter().find(in_view).or(paragraphs.last()).map(|paragraph| paragraph.id())
}
