//! How much there is to see, announced.

use super::View;
use super::element::{Element, el};
use crate::decimal::decimal;
use crate::query::SpeakerChoice;
use crate::route::Place;
use crate::state::stops;
use crate::wording::{counted, speaker_name};

/// The count of what is shown. While it changes at every key it is marked as busy, so that a screen
/// reader speaks only the count at which it settles.
pub fn status(view: &View<'_>) -> Element {
    el("p", "status")
        .attr("role", "status")
        .flag("aria-busy", view.is_searching || !view.state.settled)
        .text(&count(view))
}

fn count(view: &View<'_>) -> String {
    let route = &view.state.route;
    match route.place {
        Place::Speakers => counted(view.dossier.speakers.len(), "speaker", "speakers"),
        _ if !route.asks_for_results() => String::new(),
        Place::Overview => results(view),
        Place::Article(article, _) => {
            let n_stops = stops(view.dossier, view.state, article).len();
            let is_search = !route.query.trim().is_empty();
            match view.state.current_hit {
                Some(hit) => [
                    if is_search { "Hit " } else { "Quotation " },
                    &decimal(hit as usize + 1),
                    " of ",
                    &decimal(n_stops),
                    " in this article",
                ]
                .concat(),
                None if is_search => counted(n_stops, "hit", "hits") + " in this article",
                None => counted(n_stops, "quotation", "quotations") + " chosen in this article",
            }
        }
    }
}

fn results(view: &View<'_>) -> String {
    let route = &view.state.route;
    if view.is_searching {
        return "Searching …".to_owned();
    }
    let mut text = match view.answer.n_hits {
        0 => "Nothing found".to_owned(),
        n => counted(n, "passage", "passages"),
    };
    let query = route.query.trim();
    if !query.is_empty() {
        // Isolated, so that a query of another direction leaves the words after it alone.
        text.push_str(" for “\u{2068}");
        text.extend(query.chars().take(60));
        text.push_str("\u{2069}”");
    }
    for (at, choice) in route.filter.speakers.iter().enumerate() {
        text.push_str(if at == 0 { ", said by " } else { " or " });
        text.push_str(match choice {
            SpeakerChoice::Unattributed => "someone not identified",
            choice => speaker_name(*choice, view.dossier),
        });
    }
    text
}
