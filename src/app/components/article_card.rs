//! [`ArticleCard`]: an article on the front page.

use yew::prelude::*;

use super::link::Link;
use crate::app::store::use_reader;
use crate::article::ArticleId;
use crate::dossier::ArticleTitle;
use crate::query::SpeakerChoice;
use crate::state::Action;
use crate::wording::{authors, counted, outlet, published, reading_minutes};

/// Which article.
#[derive(Properties, PartialEq)]
pub struct ArticleCardProps {
    /// The article.
    pub article: ArticleId,
}

/// An article's headline, where it is from, and who speaks in it.
#[component]
pub fn ArticleCard(ArticleCardProps { article: id }: &ArticleCardProps) -> Html {
    let reader = use_reader();
    let article = reader.dossier.article(*id);
    let speakers = reader.dossier.speakers_in(*id);
    let open = Action::ArticleOpened(*id, None);
    html! {
        <section class="article-card" lang={reader.dossier.language_of(*id).to_owned()} dir="auto">
            <p class="kicker">{ outlet(article) }</p>
            <h2><Link action={open}>{ headline(reader.dossier.title_of(*id)) }</Link></h2>
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
                            if at > 0 { { ", " } }
                            <Link action={Action::SpeakerOpened(SpeakerChoice::Speaker(*speaker))}>
                                { &reader.dossier.speaker(*speaker).name }
                            </Link>
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
        ArticleTitle::Headline(headline) => html! { { headline } },
        ArticleTitle::FirstWords(words) => html! {
            <>
                <span class="first-words">{ words }{ " …" }</span>
                <span class="first-words-note">{ "No headline in the source" }</span>
            </>
        },
    }
}
