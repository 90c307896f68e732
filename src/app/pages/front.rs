//! The front page: the dossier's title, standfirst and articles.

use yew::prelude::*;

use crate::app::components::article_card::article_card;
use crate::app::components::neighbours::list_steps;
use crate::app::reader::Reader;
use crate::route::{ARTICLES_PER_PAGE, Base, Route, n_article_lists};
use crate::wording::counted;

/// The front page, with a part of the list of articles, from 1.
pub fn front_page(reader: &Reader, front: &Route, base: Base, number: u32) -> Html {
    let dossier = &reader.dossier;
    let language = dossier.masthead.language.clone();
    let n_speakers = counted(dossier.speakers.len(), "speaker", "speakers");
    let before = (number as usize - 1) * ARTICLES_PER_PAGE;
    let cards = dossier
        .article_ids()
        .skip(before)
        .take(ARTICLES_PER_PAGE)
        .map(|id| article_card(reader, front, base, id));
    html! {
        <div class="front">
            <header class="front-head" lang={language}>
                <h1 tabindex="-1" dir="auto">{ dossier.masthead.title.clone() }</h1>
                if let Some(standfirst) = &dossier.masthead.standfirst {
                    <p class="standfirst" dir="auto">{ standfirst.clone() }</p>
                }
            </header>
            <p class="front-facts">
                <bdi>{ counted(dossier.articles.len(), "article", "articles") }</bdi>
                { " · " }
                <bdi>{ counted(dossier.n_quotations(), "quotation", "quotations") }</bdi>
                { " · " }
                { reader.link(base, front.speakers(1), "", html! { <bdi>{ n_speakers }</bdi> }) }
            </p>
            <div class="cards" id="articles">{ for cards }</div>
            { list_steps(reader, base, number, n_article_lists(dossier), |number| front.articles(number)) }
        </div>
    }
}
