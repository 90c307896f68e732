//! How much there is to see, announced.

use yew::prelude::*;

use crate::app::hooks::use_settled;
use crate::app::reader::{Here, use_reader};
use crate::app::renders;
use crate::dossier::Dossier;
use crate::query::SpeakerChoice;
use crate::route::{Route, View};
use crate::wording::{counted, speaker_name};

#[derive(Properties, PartialEq)]
pub struct StatusProps {
    /// Where the page is.
    pub here: Here,
    /// How many passages were found.
    pub n_hits: usize,
    /// Whether more may be found.
    pub is_searching: bool,
    /// How many marks the open article has.
    pub n_stops: usize,
    /// The one at which the reader stands, from 0.
    pub current: Option<u32>,
}

/// The count of what is shown. While it changes at every key it is marked as busy, so that a screen
/// reader speaks only the count at which it settles.
#[component]
pub fn Status(props: &StatusProps) -> Html {
    renders::note("Status");
    let reader = use_reader();
    let text = AttrValue::from(count(&reader.dossier, props));
    let is_settled = use_settled(&text);
    let is_busy = props.is_searching && props.here.route.asks_for_results() || !is_settled;
    html! { <p class="status" role="status" dir="ltr" aria-busy={is_busy.to_string()}>{ text }</p> }
}

fn count(dossier: &Dossier, props: &StatusProps) -> String {
    let StatusProps { here, n_stops, current, .. } = props;
    let route = &*here.route;
    match route.view {
        View::Speakers(_) => counted(dossier.speakers.len(), "speaker", "speakers"),
        view if !view.is_filtered() => String::new(),
        _ if !route.asks_for_results() => String::new(),
        View::Overview | View::Speaker(_) | View::Compare | View::Concordance => {
            results(dossier, route, props)
        }
        View::Article(..) => {
            let is_search = !route.query.trim().is_empty();
            match current {
                Some(hit) => {
                    let what = if is_search { "Hit" } else { "Quotation" };
                    format!("{what} {} of {n_stops} in this article", hit + 1)
                }
                None if is_search => counted(*n_stops, "hit", "hits") + " in this article",
                None => counted(*n_stops, "quotation", "quotations") + " chosen in this article",
            }
        }
        _ => String::new(),
    }
}

fn results(dossier: &Dossier, route: &Route, props: &StatusProps) -> String {
    if props.is_searching {
        return "Searching …".to_owned();
    }
    let mut text = match props.n_hits {
        0 => "Nothing found".to_owned(),
        n => counted(n, "passage", "passages"),
    };
    let query = route.query.trim();
    let filter = &route.filter;
    // What the index of speakers counts.
    if query.is_empty()
        && filter.kinds.is_empty()
        && filter.outlets.is_empty()
        && let [speaker] = filter.speakers[..]
    {
        let at = match speaker {
            SpeakerChoice::Speaker(id) => id.0 as usize,
            SpeakerChoice::Unattributed => dossier.speakers.len(),
        };
        let n_quotations = dossier.speakers.n_quotations(at);
        text += &format!(" with {}", counted(n_quotations, "quotation", "quotations"));
    }
    if !query.is_empty() {
        // Isolated, so that a query of another direction leaves the words after it alone.
        text.push_str(" for “\u{2068}");
        text.extend(query.chars().take(60));
        text.push_str("\u{2069}”");
    }
    for (at, choice) in filter.speakers.iter().enumerate() {
        // With words asked for, a passage quotes the speaker and has the words, be they the speaker's or not.
        let first = if query.is_empty() { ", said by " } else { ", where they quote " };
        text.push_str(if at == 0 { first } else { " or " });
        text.push_str(match choice {
            SpeakerChoice::Unattributed => "someone not identified",
            choice => speaker_name(*choice, dossier),
        });
    }
    text
}
