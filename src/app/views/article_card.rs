//! An article on the front page.

use yew::Html;

use super::element::{Element, el, row, text};
use super::reader::Reader;
use crate::article::ArticleId;
use crate::dossier::{ArticleTitle, OpenArticle, title_of};
use crate::query::SpeakerChoice;
use crate::state::Action;
use crate::wording::{authors, counted, outlet, published, reading_minutes};

/// An article's headline, where it is from, and who speaks in it.
pub fn article_card(reader: &Reader<'_>, id: ArticleId) -> Element {
    let dossier = reader.dossier;
    let source = dossier.open_article(id);
    let article = &source.article;
    let title = reader.link(Action::ArticleOpened(id, None)).html(headline(title_of(article)));
    let mut facts = el("p", "card-facts").text(&published(article)).text(" · ").text(&counted(
        reading_minutes(article),
        "minute",
        "minutes",
    ));
    if !article.byline.authors.is_empty() {
        facts = facts.text(" · ").text(&authors(article));
    }
    el("section", "article-card")
        .attr("lang", dossier.language_of(article))
        .attr("dir", "auto")
        .child(el("p", "kicker").text(outlet(article)))
        .child(el("h2", "").child(title))
        .child(facts)
        .child_if(speakers(reader, &source))
}

/// Who speaks in an article, with the number of quotations; nobody is no list.
pub fn speakers(reader: &Reader<'_>, source: &OpenArticle) -> Option<Element> {
    let mut list = el("ul", "article-speakers").attr("aria-label", "Who speaks here");
    let speakers = reader.dossier.speakers_in(&source.quotations);
    for (speaker, n) in &speakers {
        let open = reader.link(Action::SpeakerOpened(SpeakerChoice::Speaker(*speaker)));
        let entry = el("li", "")
            .child(open.text(reader.dossier.speakers.name(*speaker)))
            .child(el("span", "count").text(&n.to_string()));
        list = list.child(entry);
    }
    (!speakers.is_empty()).then_some(list)
}

/// An article's headline; where there is none, its first words, visibly not a headline.
pub fn headline(title: ArticleTitle<'_>) -> Html {
    match title {
        ArticleTitle::Headline(headline) => text(headline),
        ArticleTitle::FirstWords(words) => row(vec![
            el("span", "first-words").text(words).text(" …").into(),
            el("span", "first-words-note").text("No headline in the source").into(),
        ]),
    }
}
