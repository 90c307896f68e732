//! How much there is to see, announced.

use super::element::{Element, el};
use super::reader::Reader;
use crate::query::SpeakerChoice;
use crate::route::View;
use crate::state::marks;
use crate::wording::{counted, speaker_name};

/// The count of what is shown. While it changes at every key it is marked as busy, so that a screen
/// reader speaks only the count at which it settles.
pub fn status(reader: &Reader<'_>) -> Element {
    el("p", "status")
        .attr("role", "status")
        .flag("aria-busy", reader.is_searching || !reader.state.settled)
        .text(&count(reader))
}

fn count(reader: &Reader<'_>) -> String {
    let route = &reader.state.route;
    match route.view {
        View::Speakers => counted(reader.dossier.speakers.len(), "speaker", "speakers"),
        _ if !route.asks_for_results() => String::new(),
        View::Overview => results(reader),
        View::Article(article, _) => {
            let n_marks = marks(reader.dossier, reader.state, article).len();
            let is_search = !route.query.trim().is_empty();
            match reader.state.current_hit {
                Some(hit) => {
                    let what = if is_search { "Hit" } else { "Quotation" };
                    format!("{what} {} of {n_marks} in this article", hit + 1)
                }
                None if is_search => counted(n_marks, "hit", "hits") + " in this article",
                None => counted(n_marks, "quotation", "quotations") + " chosen in this article",
            }
        }
    }
}

fn results(reader: &Reader<'_>) -> String {
    let route = &reader.state.route;
    if reader.is_searching {
        return "Searching …".to_owned();
    }
    let mut text = match reader.answer.n_hits {
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
            choice => speaker_name(*choice, reader.dossier),
        });
    }
    text
}
