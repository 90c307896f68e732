//! An article on the front page.

use yew::prelude::*;

use super::{View, text_node};
use crate::article::ArticleId;
use crate::dossier::ArticleTitle;
use crate::query::SpeakerChoice;
use crate::state::Action;
use crate::wording::{authors, counted, outlet, published, reading_minutes};

/// An article's headline, where it is from, and who speaks in it.
pub fn article_card(view: &View<'_>, id: ArticleId) -> Html {
    let article = view.dossier.article(id);
    let speakers = view.dossier.speakers_in(id);
    let open = Action::ArticleOpened(id, None);
    html! {
        <section class="article-card" lang={view.dossier.language_of(id).to_owned()} dir="auto">
            <p class="kicker">{ outlet(article) }</p>
            <h2>{ view.link(open, "", headline(view.dossier.title_of(id))) }</h2>
            <p class="card-facts">
                { published(article) }
                { " · " }
                { counted(reading_minutes(article), "minute", "minutes") }
                if !article.byline.authors.is_empty() {
                    { " · " }{ authors(article) }
                }
            </p>
            if !speakers.is_empty() {
                <p class="card-speakers">
                    { "Speaking here: " }
                    { for speakers.iter().enumerate().map(|(at, (speaker, _))| html! {
                        <>
                            { if at > 0 { ", " } else { "" } }
                            { view.text_link(
                                Action::SpeakerOpened(SpeakerChoice::Speaker(*speaker)),
                                view.dossier.speaker(*speaker).name.clone(),
                            ) }
                        </>
                    }) }
                </p>
            }
        </section>
    }
}

/// An article's headline; where there is none, its first words, visibly not a headline.
pub fn headline(title: ArticleTitle<'_>) -> Html {
    match title {
        ArticleTitle::Headline(headline) => text_node(headline.to_owned()),
        ArticleTitle::FirstWords(words) => html! {
            <>
                <span class="first-words">{ words }{ " …" }</span>
                <span class="first-words-note">{ "No headline in the source" }</span>
            </>
        },
    }
}
