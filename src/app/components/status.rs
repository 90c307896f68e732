//! How much there is to see, announced.

use yew::prelude::*;

use crate::app::hooks::use_settled;
use crate::app::reader::{Here, use_reader};
use crate::app::renders;
use crate::dossier::Dossier;
use crate::i18n::{tr, trn};
use crate::query::SpeakerChoice;
use crate::route::{Route, View};
use crate::wording::{isolated_query, speaker_name};

#[derive(Properties, PartialEq)]
pub struct StatusProps {
    /// Where the page is.
    pub here: Here,
    /// How many passages were found.
    pub n_hits: usize,
    /// Whether more may be found.
    pub is_searching: bool,
    /// Whether not all articles could be searched.
    pub is_partial: bool,
    /// Whether the open article, if there is one, is there.
    pub is_read: bool,
    /// How many marks the open article has.
    pub n_marks: usize,
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
    let is_busy = props.is_searching && !props.is_partial && props.here.route.asks_for_results()
        || !is_settled;
    html! { <p class="status" role="status" dir="ltr" aria-busy={is_busy.to_string()}>{ text }</p> }
}

fn count(dossier: &Dossier, props: &StatusProps) -> String {
    let StatusProps { here, n_marks, current, .. } = props;
    let route = &*here.route;
    match route.view {
        View::Speakers(_) => trn!(dossier.speakers.len(), "{n} speaker", "{n} speakers"),
        view if !view.is_filtered() => String::new(),
        _ if !route.asks_for_results() => String::new(),
        View::Overview | View::Speaker(_) | View::Compare | View::Concordance => {
            results(dossier, route, props)
        }
        View::Article(..) if !props.is_read => String::new(),
        View::Article(..) => {
            let is_search = !route.query.trim().is_empty();
            match current {
                Some(hit) if is_search => {
                    tr!("Hit {number} of {n_marks} in this article", number = hit + 1, n_marks)
                }
                Some(at) => {
                    tr!("Quotation {number} of {n_marks} in this article", number = at + 1, n_marks)
                }
                None if is_search => {
                    trn!(*n_marks, "{n} hit in this article", "{n} hits in this article")
                }
                None => trn!(
                    *n_marks,
                    "{n} quotation chosen in this article",
                    "{n} quotations chosen in this article"
                ),
            }
        }
        _ => String::new(),
    }
}

fn results(dossier: &Dossier, route: &Route, props: &StatusProps) -> String {
    if props.is_partial {
        return trn!(
            props.n_hits,
            "{n} passage so far; not all of the dossier is here",
            "{n} passages so far; not all of the dossier is here"
        );
    }
    if props.is_searching {
        return tr!("Searching …").to_owned();
    }
    let mut found = match props.n_hits {
        0 => tr!("Nothing found").to_owned(),
        n => trn!(n, "{n} passage", "{n} passages"),
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
        found =
            trn!(n_quotations, "{found} with {n} quotation", "{found} with {n} quotations", found);
    }
    if !query.is_empty() {
        found = tr!("{found} for {query}", found, query = isolated_query(query));
    }
    let names = filter.speakers.iter().map(|choice| match choice {
        SpeakerChoice::Unattributed => tr!("someone not identified").to_owned(),
        choice => speaker_name(*choice, dossier).to_owned(),
    });
    let names = names.reduce(|names, last| tr!("{names} or {last}", names, last));
    match names {
        None => found,
        Some(names) if query.is_empty() => tr!("{found}, said by {names}", found, names),
        // With words asked for, a passage quotes the speaker and has the words, be they the speaker's or not.
        Some(names) => tr!("{found}, where they quote {names}", found, names),
    }
}
