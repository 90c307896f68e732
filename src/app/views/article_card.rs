//! An article on the front page.

use yew::Html;

use super::View;
use super::element::{Element, el, row, text};
use crate::article::ArticleId;
use crate::dossier::ArticleTitle;
use crate::query::SpeakerChoice;
use crate::state::Action;
use crate::wording::{authors, counted, outlet, published, reading_minutes};

/// An article's headline, where it is from, and who speaks in it.
pub fn article_card(view: &View<'_>, id: ArticleId) -> Element {
    let dossier = view.dossier;
    let article = dossier.article(id);
    let title = view.link(Action::ArticleOpened(id, None)).html(headline(dossier.title_of(id)));
    let mut facts = el("p", "card-facts").text(&published(article)).text(" · ").text(&counted(
        reading_minutes(article),
        "minute",
        "minutes",
    ));
    if !article.byline.authors.is_empty() {
        facts = facts.text(" · ").text(&authors(article));
    }
    let mut speakers = None;
    for (speaker, _) in dossier.speakers_in(id) {
        let list = match speakers {
            None => el("p", "card-speakers").text("Speaking here: "),
            Some(list) => Element::text(list, ", "),
        };
        let open = view.link(Action::SpeakerOpened(SpeakerChoice::Speaker(speaker)));
        speakers = Some(list.child(open.text(&dossier.speaker(speaker).name)));
    }
    el("section", "article-card")
        .attr("lang", dossier.language_of(id))
        .attr("dir", "auto")
        .child(el("p", "kicker").text(outlet(article)))
        .child(el("h2", "").child(title))
        .child(facts)
        .child_if(speakers)
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
