//! The front page: the dossier's title, standfirst and articles.

use super::article_card::article_card;
use super::element::{Element, el};
use super::reader::Reader;
use crate::state::Action;
use crate::wording::counted;

/// The front page.
pub fn front(reader: &Reader<'_>) -> Element {
    let dossier = reader.dossier;
    let standfirst = dossier.masthead.standfirst.as_deref();
    let n_speakers = counted(dossier.speakers.len(), "speaker", "speakers");
    let facts = el("p", "front-facts")
        .text(&counted(dossier.articles.len(), "article", "articles"))
        .text(" · ")
        .text(&counted(dossier.n_quotations(), "quotation", "quotations"))
        .text(" · ")
        .child(reader.link(Action::SpeakersOpened).text(&n_speakers));
    let head = el("header", "front-head")
        .child(el("h1", "").text(&dossier.masthead.title))
        .child_if(standfirst.map(|standfirst| el("p", "standfirst").text(standfirst)))
        .child(facts);
    let mut cards = el("div", "cards").attr("id", "articles");
    for id in dossier.article_ids().take(reader.state.n_results) {
        cards = cards.child(article_card(reader, id));
    }
    let more = reader.show_more(dossier.articles.len() > reader.state.n_results);
    el("div", "front").child(head).child(cards).child_if(more)
}
