//! Everyone who speaks in the dossier.

use super::View;
use super::element::{Element, el};
use crate::decimal::decimal;
use crate::query::SpeakerChoice;
use crate::quotation::SpeakerId;
use crate::state::Action;
use crate::wording::{counted, joined};

/// The index of speakers: name, roles, spellings, and a link to all that each said.
pub fn speaker_index(view: &View<'_>) -> Element {
    let ids = (0..view.dossier.speakers.len() as u32).map(SpeakerId);
    let list = ids.fold(el("ul", ""), |list, id| list.child(entry(view, id)));
    let n_unattributed = view.dossier.n_quotations_by(None);
    let unattributed = view
        .link(Action::SpeakerOpened(SpeakerChoice::Unattributed))
        .text(&counted(n_unattributed, "unattributed quotation", "unattributed quotations"));
    el("section", "speaker-index")
        .attr("id", "speakers")
        .child(el("h1", "").attr("tabindex", "-1").text("Who speaks"))
        .child(list)
        .child(el("p", "").child(unattributed))
}

fn entry(view: &View<'_>, id: SpeakerId) -> Element {
    let speaker = view.dossier.speaker(id);
    let n_quotations = view.dossier.n_quotations_by(Some(id));
    let open = view.link(Action::SpeakerOpened(SpeakerChoice::Speaker(id))).text(&speaker.name);
    let spellings = (!speaker.spellings.is_empty()).then(|| {
        el("p", "speaker-spellings").text("Also: ").text(&joined(&speaker.spellings, ", "))
    });
    el("li", "")
        .child(el("h2", "").child(open).child(el("span", "count").text(&decimal(n_quotations))))
        .child(el("p", "speaker-roles").text(&joined(&speaker.roles, "; ")))
        .child_if(spellings)
}
