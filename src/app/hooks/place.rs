//! [`use_place`]: focus and scroll position follow what is opened.

use yew::prelude::*;

use crate::app::effects::{focus, scroll};
use crate::app::reader::DossierRef;
use crate::route::{View, paragraph_id};
use crate::state::State;

/// Goes to the paragraph or the heading of what was opened.
///
/// What the browser itself opened (a link from outside, Back) is left where the browser puts it, unless
/// the link names a paragraph of another page; and a focus that went with the view before comes to the
/// heading. A page in a frame takes no focus by itself.
#[hook]
pub fn use_place(dossier: &DossierRef, state: &UseReducerHandle<State>) {
    let before = use_mut_ref(|| state.route.view);
    let dossier = dossier.clone();
    let is_step = !state.is_arrival;
    // Its paragraphs may come later.
    let is_here = match state.route.view {
        View::Article(article, _) => dossier.articles.is_here(article),
        _ => true,
    };
    use_effect_with((state.route.view, state.is_live, is_here), move |(view, is_live, _)| {
        if !*is_live {
            return;
        }
        let before = before.replace(*view);
        match *view {
            View::Article(article, Some(paragraph)) => {
                let is_on_page = before == View::Article(article, None) && !is_step;
                let id = paragraph_id(dossier.articles.slug(article), paragraph);
                if !is_on_page
                    && let Some(element) = scroll::to_id(&id)
                    && is_step
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
        if before != *view {
            focus::rescue("main h1");
        }
    });
}
