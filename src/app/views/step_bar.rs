//! From hit to hit in the open article.

use super::element::{Element, button, el};
use super::reader::Reader;
use crate::state::{Action, next_mark};

/// "3 of 12" with buttons to the previous and next, and one to leave the search.
pub fn step_bar(reader: &Reader<'_>, n_marks: usize) -> Element {
    let current = reader.state.current_hit;
    let step = |forward: bool, name: &'static str, sign: &'static str| {
        let mark = next_mark(current, n_marks, forward);
        // Without marks the button is disabled and reports nothing.
        let on_click = reader.on_click(Action::HitVisited(mark.unwrap_or_default()));
        button("", on_click)
            .attr("aria-label", name)
            .attr_if("disabled", mark.is_none().then_some(""))
            .text(sign)
    };
    let place = current.map_or_else(|| "–".to_owned(), |hit| (hit + 1).to_string());
    el("div", "step-bar")
        .attr("role", "group")
        .attr("aria-label", "Marks in this article")
        .child(el("span", "step-bar-count").text(&format!("{place} of {n_marks}")))
        .child(step(false, "Previous", "↑"))
        .child(step(true, "Next", "↓"))
        .child(button("", reader.on_click(Action::MarksCleared)).text("Clear marks"))
}
