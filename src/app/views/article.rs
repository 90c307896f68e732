//! One article, in full.

use yew::prelude::*;

use super::article_card::headline;
use super::paragraph::{Marks, paragraph};
use super::step_bar::{step_bar, stops};
use super::{View, text_node};
use crate::article::ArticleId;
use crate::query::{Query, SpeakerChoice, hits_in_article};
use crate::route::paragraph_id;
use crate::state::Action;
use crate::wording::{authors, counted, n_words, outlet, published, reading_minutes, title};

/// An article with its quotations and hits marked.
pub fn article(view: &View<'_>, id: ArticleId) -> Html {
    let article = view.dossier.article(id);
    let query = Query::parse(&view.state.route.query).0;
    let stops = stops(view.dossier, view.state, id);
    let marks = Marks {
        hits: hits_in_article(view.dossier.corpus(), &query, id),
        current: view.state.current_hit.and_then(|hit| stops.get(hit as usize).copied()),
    };
    let n_paragraphs = article.paragraphs.len() as u32;
    html! {
        <>
            if view.state.route.asks_for_results() {
                <p class="back">{ view.text_link(Action::OverviewOpened, "← All results") }</p>
            }
            <article
                id={article.slug.clone()}
                data-article={article.slug.clone()}
                lang={view.dossier.language_of(id).to_owned()}
                dir="auto"
            >
                <header class="article-head">
                    <p class="kicker">{ outlet(article) }</p>
                    if article.headline().is_some() {
                        { paragraph(view, id, 0, &marks) }
                    } else {
                        <h1 id={paragraph_id(&article.slug, 0)} class="paragraph headline" tabindex="-1">
                            { headline(view.dossier.title_of(id)) }
                        </h1>
                    }
                    { facts(view, id) }
                </header>
                { for (1..n_paragraphs).map(|number| paragraph(view, id, number, &marks)) }
            </article>
            { step_bar(view, stops.len()) }
            <nav class="neighbours" aria-label="Articles">
                { neighbour(view, id.0.checked_sub(1), "prev", "Previous") }
                { neighbour(view, id.0.checked_add(1), "next", "Next") }
            </nav>
        </>
    }
}

/// Authors, date, length, source and speakers of an article.
fn facts(view: &View<'_>, id: ArticleId) -> Html {
    let article = view.dossier.article(id);
    let byline = &article.byline;
    let speakers = view.dossier.speakers_in(id);
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
                            { view.text_link(
                                Action::SpeakerOpened(SpeakerChoice::Speaker(*speaker)),
                                view.dossier.speaker(*speaker).name.clone(),
                            ) }
                            <span class="count">{ *n }</span>
                        </li>
                    }) }
                </ul>
            }
        </>
    }
}

fn neighbour(
    view: &View<'_>,
    index: Option<u32>,
    class: &'static str,
    label: &'static str,
) -> Html {
    let n_articles = view.dossier.articles.len() as u32;
    match index.filter(|index| *index < n_articles).map(ArticleId) {
        Some(id) => {
            let content = html! {
                <><span class="kicker">{ label }</span>{ text_node(title(id, view.dossier)) }</>
            };
            view.link(Action::ArticleOpened(id, None), class, content)
        }
        None => html! { <span /> },
    }
}
