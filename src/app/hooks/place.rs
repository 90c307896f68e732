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
/// names a paragraph of another page, or words that have moved or changed; and a focus that went with the view before comes to
/// the heading. A link to the paragraph that is open already leads there again. A paragraph whose text is on its way
/// (not `is_read`) is gone to when it comes. A page in a frame takes no focus by itself.
#[hook]
pub fn use_place(dossier: &DossierRef, state: &UseReducerHandle<State>, is_read: bool) {
    let before = use_mut_ref(|| state.route.view);
    let dossier = dossier.clone();
    let is_step = !state.is_arrival;
    // A link to words that have moved or changed brings a notice, which covers what the browser had scrolled to; and
    // one from the open article may lead to where the reader is already.
    let is_of_words =
        |notice: &&Notice| matches!(notice, Notice::CitedMoved(_) | Notice::CitedChanged);
    let cited = state.notices.iter().find(is_of_words).cloned();
    let cited = cited.map(|notice| (notice, state.n_arrivals));
    let cited_before = use_mut_ref(|| None);
    let was_live = use_mut_ref(|| false);
    let n_followed = use_mut_ref(|| state.n_followed);
    let deps = (state.route.view, state.is_live, is_read, state.n_followed, cited);
    use_effect_with(deps, move |(view, is_live, is_read, n, cited)| {
        if !*is_live {
            return;
        }
        let is_told = cited_before.replace(cited.clone()) != *cited && cited.is_some();
        let is_followed = n_followed.replace(*n) != *n;
        let is_start = !was_live.replace(true);
        let before = before.replace(*view);
        match *view {
            View::Article(_, Some(_)) if !*is_read => {}
            // The text has come late: who went elsewhere meanwhile stays there.
            View::Article(_, Some(_))
                if before == *view && !is_followed && !is_told && !focus::is_free() => {}
            View::Article(article, Some(paragraph)) => {
                let is_on_page = before == View::Article(article, None) && !is_step && !is_told;
                let id = paragraph_id(dossier.articles.slug(article), paragraph);
                if !is_on_page
                    && let Some(element) = scroll::to_id(&id)
                    && (is_step || is_told)
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
