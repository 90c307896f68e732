//! What is in view.

use web_sys::HtmlElement;

use super::dom::{element_by_id, elements, window};

/// Scrolls to the top.
pub fn to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Brings the element of an id near the upper edge; gives it back.
pub fn to_id(id: &str) -> Option<HtmlElement> {
    let element = element_by_id(id)?;
    to(element.get_bounding_client_rect().top(), 0.15);
    Some(element)
}

/// Scrolls the window, and no other, so that what is `top` CSS pixels below its upper edge comes to stand
/// at that share of its height. (`scrollIntoView` would scroll a page that frames this one as well.)
pub fn to(top: f64, share: f64) {
    window().scroll_by_with_x_and_y(0.0, top - share * window_height());
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
