//! Everyone who speaks in the dossier.

use super::element::{Element, el};
use super::reader::Reader;
use crate::query::SpeakerChoice;
use crate::quotation::SpeakerId;
use crate::state::Action;
use crate::wording::counted;

/// How many speakers are shown where one result would be: their entries are short.
const SPEAKERS_PER_RESULT: usize = 10;

/// The index of speakers: name, roles, spellings, and a link to all that each said.
pub fn speaker_index(reader: &Reader<'_>) -> Element {
    let n_speakers = reader.dossier.speakers.len();
    let n_shown = n_speakers.min(SPEAKERS_PER_RESULT * reader.state.n_results);
    let mut list = el("ul", "");
    for id in reader.dossier.speaker_ids().take(n_shown) {
        list = list.child(entry(reader, id));
    }
    let n_unattributed = reader.dossier.speakers.n_quotations(n_speakers);
    let unattributed = reader
        .link(Action::SpeakerOpened(SpeakerChoice::Unattributed))
        .text(&counted(n_unattributed, "unattributed quotation", "unattributed quotations"));
    el("section", "speaker-index")
        .attr("id", "speakers")
        .child(el("h1", "").attr("tabindex", "-1").text("Who speaks"))
        .child(list)
        .child_if(reader.show_more(n_shown < n_speakers))
        .child(el("p", "").child(unattributed))
}

fn entry(reader: &Reader<'_>, id: SpeakerId) -> Element {
    let speaker = reader.dossier.speaker(id);
    let n_quotations = reader.dossier.speakers.n_quotations(id.0 as usize);
    let open = reader.link(Action::SpeakerOpened(SpeakerChoice::Speaker(id))).text(speaker.name);
    let spellings = (!speaker.spellings.is_empty())
        .then(|| el("p", "speaker-spellings").text("Also: ").text(&speaker.spellings.join(", ")));
    el("li", "")
        .child(el("h2", "").child(open).child(el("span", "count").text(&n_quotations.to_string())))
        .child(el("p", "speaker-roles").text(&speaker.roles.join("; ")))
        .child_if(spellings)
}
