//! From hit to hit in the open article.

use super::View;
use super::element::{Element, button, el};
use crate::decimal::decimal;
use crate::state::{Action, next_stop};

/// "3 of 12" with buttons to the previous and next, and one to leave the search.
pub fn step_bar(view: &View<'_>, n_stops: usize) -> Element {
    let current = view.state.current_hit;
    let step = |forward: bool, name: &'static str, sign: &'static str| {
        let stop = next_stop(current, n_stops, forward);
        // Without stops the button is disabled and reports nothing.
        let on_click = view.on_click(Action::HitVisited(stop.unwrap_or_default()));
        button("", on_click)
            .attr("aria-label", name)
            .attr_if("disabled", stop.is_none().then_some(""))
            .text(sign)
    };
    let place = current.map_or_else(|| "–".to_owned(), |hit| decimal(hit as usize + 1));
    el("div", "step-bar")
        .attr("role", "group")
        .attr("aria-label", "Marks in this article")
        .child(el("span", "step-bar-count").text(&[&place, " of ", &decimal(n_stops)].concat()))
        .child(step(false, "Previous", "↑"))
        .child(step(true, "Next", "↓"))
        .child(button("", view.on_click(Action::MarksCleared)).text("Clear marks"))
}
