//! [`use_place`]: focus and scroll position follow what is opened.

use yew::prelude::*;

use crate::app::effects::{focus, scroll};
use crate::app::reader::DossierRef;
use crate::notice::Notice;
use crate::route::{View, paragraph_id};
use crate::state::State;

/// Goes to the paragraph or the heading of what was opened.
///
/// What the browser itself opened (a link from outside, Back) is left where the browser puts it, unless the link
/// names a paragraph of another page, or words that have moved; and a focus that went with the view before comes to
/// the heading. A link to the paragraph that is open already leads there again. A paragraph whose text is on its way
/// (not `is_read`) is gone to when it comes. A page in a frame takes no focus by itself.
#[hook]
pub fn use_place(dossier: &DossierRef, state: &UseReducerHandle<State>, is_read: bool) {
    let before = use_mut_ref(|| state.route.view);
    let dossier = dossier.clone();
    let is_step = !state.is_arrival;
    // A link from the open article to words that have moved may lead to where the reader is already.
    let moved = state.notices.iter().find_map(|notice| match notice {
        Notice::CitedMoved(paragraph) => Some((*paragraph, state.n_arrivals)),
        _ => None,
    });
    let moved_before = use_mut_ref(|| None);
    let was_live = use_mut_ref(|| false);
    let n_followed = use_mut_ref(|| state.n_followed);
    let deps = (state.route.view, state.is_live, is_read, state.n_followed, moved);
    use_effect_with(deps, move |(view, is_live, is_read, n, moved)| {
        if !*is_live {
            return;
        }
        let is_moved = moved_before.replace(*moved) != *moved && moved.is_some();
        let is_followed = n_followed.replace(*n) != *n;
        let is_start = !was_live.replace(true);
        let before = before.replace(*view);
        match *view {
            View::Article(_, Some(_)) if !*is_read => {}
            // The text has come late: who went elsewhere meanwhile stays there.
            View::Article(_, Some(_))
                if before == *view && !is_followed && !is_moved && !focus::is_free() => {}
            View::Article(article, Some(paragraph)) => {
                let is_on_page = before == View::Article(article, None) && !is_step && !is_moved;
                let id = paragraph_id(dossier.articles.slug(article), paragraph);
                if !is_on_page
                    && let Some(element) = scroll::to_id(&id)
                    && (is_step || is_moved)
                {
                    focus::go_to_quietly(&element);
                }
            }
            view if view == before => {}
            // Who types goes on typing.
            View::Overview if is_step && focus::is_lost() => scroll::to_top(),
            View::Overview => {}
            _ if is_step => {
                focus::go_to_heading();
            }
            _ => {}
        }
        // Who has just come begins at the top of the page, with the first Tab.
        if before != *view && !is_start {
            focus::rescue("main h1");
        }
    });
}
