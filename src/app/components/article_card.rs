//! An article on the front page.

use yew::prelude::*;

use super::headline::headline;
use crate::app::reader::Reader;
use crate::article::ArticleId;
use crate::dossier::{OpenArticle, title_of};
use crate::query::SpeakerChoice;
use crate::route::{Base, Route};
use crate::wording::{authors, counted, outlet, published, reading_minutes};

/// An article's headline, where it is from, and who speaks in it.
pub fn article_card(reader: &Reader, front: &Route, base: Base, id: ArticleId) -> Html {
    let source = reader.dossier.open_article(id);
    let article = &source.article;
    let language = reader.dossier.language_of(article).to_owned();
    let link = reader.link(base, front.article(id, None), "", headline(title_of(article)));
    html! {
        <section key={id.0} class="article-card">
            <p class="kicker"><bdi>{ outlet(article) }</bdi></p>
            <h2 lang={language} dir="auto">{ link }</h2>
            <p class="card-facts">
                <bdi>{ published(article) }</bdi>
                { " · " }
                <bdi>{ counted(reading_minutes(article), "minute", "minutes") }</bdi>
                if !article.byline.authors.is_empty() {
                    { " · " }
                    <bdi>{ authors(article) }</bdi>
                }
            </p>
            { speakers(reader, front, base, &source) }
        </section>
    }
}

/// Who speaks in an article, with the number of quotations; nobody is no list.
pub fn speakers(reader: &Reader, here: &Route, base: Base, source: &OpenArticle) -> Html {
    let speakers = reader.dossier.speakers_in(&source.quotations);
    if speakers.is_empty() {
        return Html::default();
    }
    let entries = speakers.into_iter().map(|(speaker, n_quotations)| {
        let route = here.speaker(SpeakerChoice::Speaker(speaker));
        let name = html! { <bdi>{ reader.dossier.speakers.name(speaker) }</bdi> };
        html! {
            <li>
                { reader.link(base, route, "", name) }
                { " " }
                <span class="count">{ n_quotations }</span>
            </li>
        }
    });
    html! { <ul class="article-speakers" aria-label="Quotations by speaker">{ for entries }</ul> }
}
