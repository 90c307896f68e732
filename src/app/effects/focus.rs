//! Where the keyboard is, and what is in view.

use wasm_bindgen::JsCast;
use web_sys::{
    HtmlDialogElement, HtmlElement, HtmlInputElement, ScrollIntoViewOptions, ScrollLogicalPosition,
};
use yew::prelude::*;

use super::{document, element_by_id, elements, window};
use crate::app::store::Reader;
use crate::route::{Place, paragraph_id};
use crate::state::Step;

/// Goes to the search field and selects what is in it.
pub fn search() {
    if let Some(field) =
        element_by_id("query").and_then(|field| field.dyn_into::<HtmlInputElement>().ok())
    {
        let _ = field.focus();
        field.select();
    }
}

/// Goes to an element and brings it into view.
pub fn go_to(element: &HtmlElement) {
    let _ = element.focus();
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
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

/// Follows the state: to the paragraph or the head of what was opened.
///
/// What the browser itself opened (a link from outside, Back) is left where the browser puts it,
/// unless the link names a paragraph; a page in a frame takes no focus by itself.
#[hook]
pub fn use_sync(reader: &Reader) {
    let dossier = reader.dossier.clone();
    use_effect_with((reader.store.route.place, reader.store.step), move |(place, step)| {
        let is_ours = *step != Step::Known;
        match *place {
            Place::Article(article, Some(paragraph)) => {
                let id = paragraph_id(&dossier.article(article).slug, paragraph);
                if let Some(element) = element_by_id(&id) {
                    let options = ScrollIntoViewOptions::new();
                    options.set_block(ScrollLogicalPosition::Center);
                    if is_ours {
                        let _ = element.focus();
                    }
                    element.scroll_into_view_with_scroll_into_view_options(&options);
                }
            }
            Place::Article(..) | Place::Speakers if is_ours => {
                window().scroll_to_with_x_and_y(0.0, 0.0);
                if let Some(heading) = elements("main h1").first() {
                    let _ = heading.focus();
                }
            }
            _ => {}
        }
    });
}

/// Shows a dialog while `is_open`, and hides it otherwise. The browser keeps the focus inside and
/// gives it back afterwards.
#[hook]
pub fn use_modal(dialog: &NodeRef, is_open: bool) {
    let dialog = dialog.clone();
    use_effect_with(is_open, move |is_open| {
        if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
            if *is_open && !dialog.open() {
                let _ = dialog.show_modal();
            } else if !*is_open && dialog.open() {
                dialog.close();
            }
        }
    });
}
