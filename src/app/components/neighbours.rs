//! The articles before and after one, and the parts of a list.

use yew::prelude::*;

use crate::app::reader::{Here, Reader};
use crate::article::ArticleId;
use crate::i18n::tr;
use crate::route::{Base, Route};
use crate::wording::title;

/// Links to the articles before and after one.
pub fn neighbours(reader: &Reader, here: &Here, id: ArticleId) -> Html {
    let n_articles = reader.dossier.articles.len() as u32;
    let link = |at: Option<u32>, class, label: &str| {
        let Some(id) = at.filter(|at| *at < n_articles).map(ArticleId) else {
            return html! { <span /> };
        };
        let article = reader.dossier.listed(id);
        let words = html! {
            <>
                <span class="kicker">{ label.to_owned() }</span>
                { " " }
                <bdi>{ title(&article) }</bdi>
            </>
        };
        reader.link(here.base, here.route.article(id, None), class, words)
    };
    html! {
        <nav class="neighbours" aria-label={tr!("Articles")}>
            { link(id.0.checked_sub(1), "prev", tr!("Previous")) }
            { link(id.0.checked_add(1), "next", tr!("Next")) }
        </nav>
    }
}

/// Links to the parts of a list before and after one, by their numbers from 1; nothing where there is one
/// part.
pub fn list_steps(
    reader: &Reader,
    base: Base,
    number: u32,
    n_parts: u32,
    route: impl Fn(u32) -> Route,
) -> Html {
    if n_parts <= 1 {
        return Html::default();
    }
    let link = |number: u32, class, label: &str| {
        if !(1..=n_parts).contains(&number) {
            return html! { <span /> };
        }
        let words = html! {
            <>
                <span class="kicker">{ label.to_owned() }</span>
                { tr!(" Page {number} of {n_parts}", number, n_parts) }
            </>
        };
        reader.link(base, route(number), class, words)
    };
    html! {
        <nav class="neighbours" aria-label={tr!("Pages")}>
            { link(number - 1, "prev", tr!("Previous")) }
            { link(number + 1, "next", tr!("Next")) }
        </nav>
    }
}
