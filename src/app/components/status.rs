//! [`Status`]: how much there is to see, announced.

use yew::prelude::*;

use super::step_bar::stops;
use crate::app::effects::announce::use_settled;
use crate::app::store::{Reader, use_reader};
use crate::query::SpeakerChoice;
use crate::route::Place;
use crate::wording::{counted, speaker_name};

/// The count of what is shown. While it changes at every key it is marked as busy, so that a screen
/// reader speaks only the count at which it settles.
#[component]
pub fn Status() -> Html {
    let reader = use_reader();
    let text = status(&reader);
    let settled = use_settled(&text);
    html! {
        <p class="status" role="status" aria-busy={(!settled).to_string()}>{ text }</p>
    }
}

fn status(reader: &Reader) -> String {
    let route = &reader.store.route;
    match route.place {
        Place::Speakers => counted(reader.dossier.speakers.len(), "speaker", "speakers"),
        Place::Article(article, _) => {
            let stops = stops(reader, article);
            let what = if route.query.trim().is_empty() {
                ("passage by the chosen speakers", "passages by the chosen speakers")
            } else {
                ("hit", "hits")
            };
            match reader.store.current_hit {
                _ if !route.asks_for_results() => String::new(),
                Some(hit) if (hit as usize) < stops.len() => [
                    what.0,
                    " ",
                    &(hit + 1).to_string(),
                    " of ",
                    &stops.len().to_string(),
                    " in this article",
                ]
                .concat(),
                _ => counted(stops.len(), what.0, what.1) + " in this article",
            }
        }
        Place::Overview if !route.asks_for_results() => String::new(),
        Place::Overview => results(reader),
    }
}

fn results(reader: &Reader) -> String {
    let route = &reader.store.route;
    let mut text = match reader.answer.n_hits {
        0 => "Nothing found".to_owned(),
        n => counted(n, "passage", "passages"),
    };
    let query = route.query.trim();
    if !query.is_empty() {
        text.push_str(" for “");
        text.extend(query.chars().take(60));
        text.push('”');
    }
    let names: Vec<&str> = route
        .filter
        .speakers
        .iter()
        .map(|choice| match choice {
            SpeakerChoice::Unattributed => "someone not identified",
            choice => speaker_name(*choice, &reader.dossier),
        })
        .collect();
    if !names.is_empty() {
        text.push_str(", said by ");
        text.push_str(&names.join(" or "));
    }
    text
}
