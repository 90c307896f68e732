//! Where the keyboard is, and what is in view.

use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement, HtmlInputElement};

use super::{document, element_by_id, elements, window};
use crate::dossier::Dossier;
use crate::route::{View, paragraph_id};
use crate::state::{HistoryUpdate, State};

/// Goes to the search field and selects what is in it.
pub fn search() {
    if let Some(field) = element_by_id("query") {
        let _ = field.focus();
        // The element of that id is the field of the masthead.
        field.unchecked_into::<HtmlInputElement>().select();
    }
}

/// Goes to an element, which the browser brings into view for that.
pub fn go_to(element: &HtmlElement) {
    let _ = element.focus();
}

/// Goes from the element in focus to the next (or the one before) among those that match `selector`;
/// from elsewhere to the first that is in view.
pub fn step(selector: &str, forward: bool) {
    let all = elements(selector);
    let active = document().active_element();
    let here = active.and_then(|active| all.iter().position(|e| e.contains(Some(&active))));
    let next = match here {
        Some(at) if forward => at + 1,
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

/// Goes to the paragraph or the head of what was opened, and shows or hides the dialog.
///
/// What the browser itself opened (a link from outside, Back) is left where the browser puts it,
/// unless the link names a paragraph; a page in a frame takes no focus by itself.
pub fn follow(dossier: &Dossier, before: Option<&State>, state: &State) {
    if before.is_none_or(|before| before.route.view != state.route.view) {
        go_to_place(dossier, state);
    }
    if before.is_some_and(|before| before.keys_open != state.keys_open) {
        show_keys(state.keys_open);
    }
}

fn go_to_place(dossier: &Dossier, state: &State) {
    let is_ours = state.history != HistoryUpdate::None;
    match state.route.view {
        View::Article(article, Some(paragraph)) => {
            let id = paragraph_id(dossier.articles.slug(article), paragraph);
            if let Some(element) = element_by_id(&id) {
                if is_ours {
                    let _ = element.focus();
                }
                // Not by `scrollIntoView`, which would scroll a page that frames this one as well.
                scroll_to(element.get_bounding_client_rect().top(), 0.15);
            }
        }
        View::Article(..) | View::Speakers if is_ours => {
            window().scroll_to_with_x_and_y(0.0, 0.0);
            if let Some(heading) = elements("main h1").first() {
                let _ = heading.focus();
            }
        }
        _ => {}
    }
}

/// Scrolls the window, and no other, so that what is `top` CSS pixels below its upper edge comes to stand
/// at that share of its height.
pub fn scroll_to(top: f64, share: f64) {
    window().scroll_by_with_x_and_y(0.0, top - share * window_height());
}

/// The height of the window in CSS pixels.
pub fn window_height() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(0.0)
}

/// Shows the list of keys as a modal dialog, or hides it. The browser keeps the focus inside and gives
/// it back afterwards.
fn show_keys(is_open: bool) {
    let Some(dialog) = element_by_id("keys") else { return };
    // The element of that id is the dialog of the page.
    let dialog: HtmlDialogElement = dialog.unchecked_into();
    if is_open && !dialog.open() {
        let _ = dialog.show_modal();
    } else if !is_open && dialog.open() {
        dialog.close();
    }
}
