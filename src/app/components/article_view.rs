//! [`ArticleView`]: one article, in full.

use yew::prelude::*;

use super::link::Link;
use super::paragraph::Paragraph;
use super::step_bar::{StepBar, stops};
use crate::app::store::{Reader, use_reader};
use crate::article::ArticleId;
use crate::query::{Query, SpeakerChoice, hits_in_article};
use crate::state::Action;
use crate::wording::{authors, counted, n_words, outlet, published, reading_minutes, title};

/// Which article.
#[derive(Properties, PartialEq)]
pub struct ArticleViewProps {
    /// The article.
    pub article: ArticleId,
}

/// An article with its quotations and hits marked.
#[component]
pub fn ArticleView(ArticleViewProps { article: id }: &ArticleViewProps) -> Html {
    let reader = use_reader();
    let article = reader.dossier.article(*id);
    let query = reader.store.route.query.clone();
    let hits = use_memo((query, *id, reader.dossier.clone()), |(query, id, dossier)| {
        hits_in_article(dossier.corpus(), &Query::parse(query).0, *id)
    });
    let stops = stops(&reader, *id);
    let current = reader.store.current_hit.and_then(|hit| stops.get(hit as usize).copied());
    let paragraph = |number: u32| {
        html! { <Paragraph key={number} article={*id} {number} hits={hits.clone()} {current} /> }
    };
    html! {
        <>
            if reader.store.route.asks_for_results() {
                <p class="back">
                    <Link action={Action::OverviewOpened}>{ "← All results" }</Link>
                </p>
            }
            <article
                id={article.slug.clone()}
                data-article={article.slug.clone()}
                lang={reader.dossier.language_of(*id).to_owned()}
                dir="auto"
            >
                <header class="article-head">
                    <p class="kicker">{ outlet(article) }</p>
                    if article.headline().is_some() {
                        { paragraph(0) }
                    } else {
                        <h1 id={[&article.slug, "-p0"].concat()} tabindex="-1">
                            { super::article_card::headline(reader.dossier.title_of(*id)) }
                        </h1>
                    }
                    <Facts article={*id} />
                </header>
                { for (1..article.paragraphs.len() as u32).map(paragraph) }
            </article>
            <StepBar article={*id} />
            <nav class="neighbours" aria-label="Articles">
                { neighbour(&reader, id.0.checked_sub(1), "prev") }
                { neighbour(&reader, id.0.checked_add(1), "next") }
            </nav>
        </>
    }
}

/// Authors, date, length, source and speakers of an article.
#[component]
fn Facts(ArticleViewProps { article: id }: &ArticleViewProps) -> Html {
    let reader = use_reader();
    let article = reader.dossier.article(*id);
    let byline = &article.byline;
    let speakers = reader.dossier.speakers_in(*id);
    html! {
        <>
            <p class="byline">
                if !byline.authors.is_empty() {
                    <span>{ "By " }{ authors(article) }</span>
                }
                <time datetime={byline.published.clone()}>{ published(article) }</time>
                <span>
                    { counted(n_words(article), "word", "words") }{ ", " }
                    { counted(reading_minutes(article), "minute", "minutes") }
                </span>
                if let Some(url) = &byline.url {
                    <a href={url.clone()} rel="noopener noreferrer external">{ "At the publisher’s" }</a>
                }
            </p>
            if !speakers.is_empty() {
                <ul class="article-speakers" aria-label="Who speaks here">
                    { for speakers.iter().map(|(speaker, n)| html! {
                        <li>
                            <Link action={Action::SpeakerOpened(SpeakerChoice::Speaker(*speaker))}>
                                { &reader.dossier.speaker(*speaker).name }
                            </Link>
                            <span class="count">{ *n }</span>
                        </li>
                    }) }
                </ul>
            }
        </>
    }
}

fn neighbour(reader: &Reader, index: Option<u32>, rel: &'static str) -> Html {
    let n_articles = reader.dossier.articles.len() as u32;
    match index.filter(|index| *index < n_articles).map(ArticleId) {
        Some(article) => html! {
            <Link class={rel} {rel} action={Action::ArticleOpened(article, None)}>
                <span class="kicker">{ if rel == "prev" { "Previous" } else { "Next" } }</span>
                { title(article, &reader.dossier) }
            </Link>
        },
        None => html! { <span /> },
    }
}
