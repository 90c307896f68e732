//! Everyone who speaks in the dossier.

use yew::prelude::*;

use crate::app::components::neighbours::list_steps;
use crate::app::reader::{Here, Reader};
use crate::i18n::{tr, trn};
use crate::query::SpeakerChoice;
use crate::quotation::SpeakerId;
use crate::route::{SPEAKERS_PER_PAGE, n_speaker_lists};

/// A part of the index of speakers, from 1: name, roles, spellings, and a link to all that each said.
pub fn speakers_page(reader: &Reader, here: &Here, number: u32) -> Html {
    let speakers = &reader.dossier.speakers;
    let before = (number as usize - 1) * SPEAKERS_PER_PAGE;
    let shown = reader.dossier.speaker_ids().skip(before).take(SPEAKERS_PER_PAGE);
    let unattributed = html! {
        { trn!(
            speakers.n_quotations(speakers.len()),
            "{n} unattributed quotation",
            "{n} unattributed quotations"
        ) }
    };
    let nobody = here.route.speaker(SpeakerChoice::Unattributed);
    html! {
        <section class="speaker-index" id="speakers">
            <h1 tabindex="-1">{ tr!("Who speaks") }</h1>
            <ul>{ for shown.map(|id| entry(reader, here, id)) }</ul>
            { list_steps(reader, here.base, number, n_speaker_lists(&reader.dossier), |number| {
                here.route.speakers(number)
            }) }
            <p>{ reader.link(here.base, nobody, "", unattributed) }</p>
        </section>
    }
}

fn entry(reader: &Reader, here: &Here, id: SpeakerId) -> Html {
    let speaker = reader.dossier.speaker(id);
    let n_quotations = reader.dossier.speakers.n_quotations(id.0 as usize);
    let n_quotations = trn!(n_quotations, "{n} quotation", "{n} quotations");
    let route = here.route.speaker(SpeakerChoice::Speaker(id));
    html! {
        <li>
            <h2>
                { reader.link(here.base, route, "", html! { <bdi>{ speaker.name }</bdi> }) }
                { " " }
                <span class="count">{ n_quotations }</span>
            </h2>
            if !speaker.roles.is_empty() {
                <p class="speaker-roles"><bdi>{ speaker.roles.join("; ") }</bdi></p>
            }
            if !speaker.spellings.is_empty() {
                <p class="speaker-spellings">{ tr!("Also: ") }<bdi>{ speaker.spellings.join(", ") }</bdi></p>
            }
        </li>
    }
}
