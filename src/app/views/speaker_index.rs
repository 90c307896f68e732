//! Everyone who speaks in the dossier.

use super::View;
use super::element::{Element, el};
use super::results::show_more;
use crate::decimal::decimal;
use crate::query::SpeakerChoice;
use crate::quotation::SpeakerId;
use crate::state::Action;
use crate::wording::counted;

/// How many speakers are shown where one result would be: their entries are short.
const SPEAKERS_PER_RESULT: usize = 10;

/// The index of speakers: name, roles, spellings, and a link to all that each said.
pub fn speaker_index(view: &View<'_>) -> Element {
    let n_speakers = view.dossier.speakers.len();
    let n_shown = n_speakers.min(SPEAKERS_PER_RESULT * view.state.n_results);
    let mut list = el("ul", "");
    for id in view.dossier.speaker_ids().take(n_shown) {
        list = list.child(entry(view, id));
    }
    let n_unattributed = view.dossier.speakers.n_quotations(n_speakers);
    let unattributed = view
        .link(Action::SpeakerOpened(SpeakerChoice::Unattributed))
        .text(&counted(n_unattributed, "unattributed quotation", "unattributed quotations"));
    el("section", "speaker-index")
        .attr("id", "speakers")
        .child(el("h1", "").attr("tabindex", "-1").text("Who speaks"))
        .child(list)
        .child_if(show_more(view, n_shown < n_speakers))
        .child(el("p", "").child(unattributed))
}

fn entry(view: &View<'_>, id: SpeakerId) -> Element {
    let speaker = view.dossier.speaker(id);
    let n_quotations = view.dossier.speakers.n_quotations(id.0 as usize);
    let open = view.link(Action::SpeakerOpened(SpeakerChoice::Speaker(id))).text(speaker.name);
    let spellings = (!speaker.spellings.is_empty())
        .then(|| el("p", "speaker-spellings").text("Also: ").text(&speaker.spellings.join(", ")));
    el("li", "")
        .child(el("h2", "").child(open).child(el("span", "count").text(&decimal(n_quotations))))
        .child(el("p", "speaker-roles").text(&speaker.roles.join("; ")))
        .child_if(spellings)
}
