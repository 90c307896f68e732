//! From hit to hit in the open article.

use yew::prelude::*;

use super::View;
use crate::state::{Action, next_stop};

pub use crate::state::stops;

/// "3 of 12" with buttons to the previous and next, and one to leave the search.
pub fn step_bar(view: &View<'_>, n_stops: usize) -> Html {
    if !view.state.route.asks_for_results() {
        return Html::default();
    }
    let current = view.state.current_hit;
    let step = |forward: bool, name: &'static str, sign: &'static str| {
        let stop = next_stop(current, n_stops, forward);
        let onclick = stop.map(|hit| view.on_click(Action::HitVisited(hit)));
        html! {
            <button type="button" aria-label={name} disabled={stop.is_none()} {onclick}>{ sign }</button>
        }
    };
    let place = current.map_or_else(|| "–".to_owned(), |hit| (hit + 1).to_string());
    html! {
        <div class="step-bar" role="group" aria-label="Marks in this article">
            <span class="step-bar-count">{ place }{ " of " }{ n_stops }</span>
            { step(false, "Previous", "↑") }
            { step(true, "Next", "↓") }
            <button type="button" onclick={view.on_click(Action::MarksCleared)}>
                { "Clear marks" }
            </button>
        </div>
    }
}
