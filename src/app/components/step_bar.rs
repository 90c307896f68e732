//! [`StepBar`]: from hit to hit in the open article.

use yew::prelude::*;

use crate::app::store::{Reader, use_reader};
use crate::article::ArticleId;
use crate::query::{Query, hits_in_article};
use crate::span::Span;
use crate::state::Action;

/// Which article.
#[derive(Properties, PartialEq)]
pub struct StepBarProps {
    /// The open article.
    pub article: ArticleId,
}

/// What the reader can step through in an article, in order: the hits of the query; without a query,
/// the quotations that the filter chooses.
pub fn stops(reader: &Reader, article: ArticleId) -> Vec<Span> {
    let route = &reader.store.route;
    if !route.query.trim().is_empty() {
        return hits_in_article(reader.dossier.corpus(), &Query::parse(&route.query).0, article);
    }
    let quotations = reader.dossier.quotations_in(article).iter();
    quotations.filter(|quotation| reader.chooses(quotation)).map(|q| q.contents[0]).collect()
}

/// The stop after (or before) the present one, round the end; `None` where there are no stops.
pub fn next_stop(current: Option<u32>, n_stops: usize, forward: bool) -> Option<u32> {
    let n_stops = u32::try_from(n_stops).ok().filter(|n| *n > 0)?;
    Some(match (current, forward) {
        (None, true) => 0,
        (None, false) => n_stops - 1,
        (Some(at), true) => (at + 1) % n_stops,
        (Some(at), false) => (at + n_stops - 1) % n_stops,
    })
}

/// "3 of 12" with buttons to the previous and next, and one to leave the search.
#[component]
pub fn StepBar(StepBarProps { article }: &StepBarProps) -> Html {
    let reader = use_reader();
    let n_stops = stops(&reader, *article).len();
    if !reader.store.route.asks_for_results() {
        return Html::default();
    }
    let current = reader.store.current_hit;
    let step = |forward| match next_stop(current, n_stops, forward) {
        Some(hit) => reader.on(Action::HitVisited(hit)),
        None => Callback::noop(),
    };
    let has_query = !reader.store.route.query.trim().is_empty();
    html! {
        <div class="step-bar" role="group" aria-label={if has_query { "Hits" } else { "Quotations" }}>
            <span class="step-bar-count">
                { current.map_or("–".to_owned(), |hit| (hit + 1).to_string()) }
                { " of " }{ n_stops }
            </span>
            <button type="button" aria-label="Previous" disabled={n_stops == 0} onclick={step(false)}>
                { "↑" }
            </button>
            <button type="button" aria-label="Next" disabled={n_stops == 0} onclick={step(true)}>
                { "↓" }
            </button>
            <button type="button" onclick={reader.on(Action::MarksCleared)}>{ "Clear marks" }</button>
        </div>
    }
}
