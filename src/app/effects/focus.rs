//! Where the keyboard is. A page in a frame takes the focus only while the reader is in it: the page around it may be
//! an editor's, who is typing.

use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement, HtmlInputElement, HtmlTextAreaElement, KeyboardEvent};
use yew::NodeRef;

use super::dom::{document, element_by_id, elements, focused, is_framed};
use super::scroll;
use crate::state::Step;

/// The id of the search field.
pub const SEARCH: &str = "query";

/// The id of the panel with the evidence.
pub const EVIDENCE: &str = "evidence";

/// Goes to the search field and selects what is in it.
pub fn search() {
    if let Some(field) = element_by_id(SEARCH) {
        go_to(&field);
        if let Ok(field) = field.dyn_into::<HtmlInputElement>() {
            field.select();
        }
    }
}

/// Goes to an element, which the browser brings into view for that.
pub fn go_to(element: &HtmlElement) {
    if may_take_it() {
        // What cannot take the focus does not.
        let _ = element.focus();
    }
}

/// Goes to an element where it is, in view or not.
pub fn go_to_quietly(element: &HtmlElement) {
    if !may_take_it() {
        return;
    }
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

fn may_take_it() -> bool {
    !is_framed() || has_the_reader()
}

/// Whether the reader is in this page rather than in another, or in the page around it.
fn has_the_reader() -> bool {
    document().has_focus().unwrap_or(false)
}

/// Goes to the element of an id, and no further than into view; whether there is one.
pub fn go_to_id(id: &str) -> bool {
    element_by_id(id).inspect(go_to).is_some()
}

/// Goes to the element of an id where it is, in view or not.
pub fn go_to_id_quietly(id: &str) {
    if let Some(element) = element_by_id(id) {
        go_to_quietly(&element);
    }
}

/// Goes to the first paragraph of the open article that begins in view, where it is.
pub fn go_to_paragraph_in_view() {
    if let Some(id) = scroll::paragraph_in_view() {
        go_to_id_quietly(&id);
    }
}

/// Takes the focus out of the element that has it.
pub fn leave() {
    if let Some(element) = focused().and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.blur();
    }
}

/// Whether an element has the focus.
fn has_it(element: &HtmlElement) -> bool {
    document().active_element().as_ref() == Some(element)
}

/// Sets what stands in a field of text, unless somebody is writing in it; whether it did.
pub fn fill(field: &NodeRef, text: &str) -> bool {
    let Some(element) = field.cast::<HtmlElement>().filter(|field| !has_it(field)) else {
        return false;
    };
    match element.dyn_into::<HtmlTextAreaElement>() {
        Ok(field) => field.set_value(text),
        Err(element) => element.unchecked_into::<HtmlInputElement>().set_value(text),
    }
    true
}

/// Whether nothing has the focus, in a page that the reader is in. What had it may have been taken away,
/// and then the keyboard begins at the top again.
pub fn is_lost() -> bool {
    has_the_reader() && focused().is_none()
}

/// Whether nothing has the focus, or the heading, to which a lost one comes.
pub fn is_free() -> bool {
    focused().is_none() || elements("main h1").first().is_some_and(has_it)
}

/// Whether the element of an id, or one in it, has the focus.
pub fn is_within(id: &str) -> bool {
    let element = element_by_id(id);
    element.is_some_and(|element| focused().is_some_and(|focused| element.contains(Some(&focused))))
}

/// Gives a lost focus to the first element that matches, without moving the page.
pub fn rescue(selector: &str) {
    if is_lost()
        && let Some(element) = elements(selector).first()
    {
        go_to_quietly(element);
    }
}

/// Goes to the heading of the view, at the top of the page.
pub fn go_to_heading() {
    scroll::to_top();
    if let Some(heading) = elements("main h1").first() {
        go_to_quietly(heading);
    }
}

/// Goes from the element in focus to the next (or the one before) among those that match `selector`;
/// from elsewhere to the first that is in view.
pub fn step(selector: &str, step: Step) {
    let all = elements(selector);
    let active = document().active_element();
    let here = active.and_then(|active| all.iter().position(|e| e.contains(Some(&active))));
    let next = match here {
        Some(at) if step == Step::Forward => at + 1,
        Some(at) => match at.checked_sub(1) {
            Some(before) => before,
            None => return,
        },
        None => all.iter().position(|e| e.get_bounding_client_rect().top() >= 0.0).unwrap_or(0),
    };
    if let Some(element) = all.get(next) {
        go_to(element);
    }
}

/// Goes to the first element that matches; whether there is one.
pub fn go_to_first(selector: &str) -> bool {
    elements(selector).first().inspect(|element| go_to(element)).is_some()
}

/// The id of the field into which a key goes; empty where the field has none, `None` where it goes into none.
pub fn field_of(event: &KeyboardEvent) -> Option<String> {
    let target: HtmlElement = event.target()?.dyn_into().ok()?;
    let fields = "input:not([type=checkbox], [type=radio]), textarea, select";
    target.matches(fields).unwrap_or(false).then(|| target.id())
}
