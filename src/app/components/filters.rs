//! [`Filters`]: speakers, kinds and outlets to choose from, with counts.

use yew::prelude::*;

use super::link::Link;
use crate::app::store::{Reader, use_reader};
use crate::query::SpeakerChoice;
use crate::quotation::{Kind, SpeakerId};
use crate::route::speaker_slug;
use crate::state::Action;
use crate::wording::{kind_meaning, kind_name, speaker_name};

/// How many speakers are listed before the reader asks for all.
const FIRST_SPEAKERS: usize = 12;

/// One value to choose.
struct Choice {
    value: String,
    name: String,
    hint: String,
    count: u32,
    is_chosen: bool,
    toggle: Action,
}

/// The filters. They combine with each other and with the search.
#[component]
pub fn Filters() -> Html {
    let reader = use_reader();
    let is_open = use_state(|| false);
    let shows_all = use_state(|| false);
    let filter = &reader.store.route.filter;
    let n_chosen = filter.speakers.len() + filter.kinds.len() + filter.outlets.len();

    let mut speakers = speakers(&reader);
    let n_speakers = speakers.len();
    if !*shows_all {
        let mut place = 0;
        speakers.retain(|choice| {
            place += 1;
            place <= FIRST_SPEAKERS
                || choice.is_chosen
                || choice.value == crate::route::UNATTRIBUTED
        });
    }
    let n_hidden = n_speakers - speakers.len();
    let outlets = outlets(&reader);

    let toggle_open = {
        let is_open = is_open.clone();
        move |_| is_open.set(!*is_open)
    };
    let show_all = move |_: MouseEvent| shows_all.set(true);
    html! {
        <aside class="filters" aria-label="Filters" data-open={is_open.to_string()}>
            <button
                type="button"
                class="filters-toggle"
                aria-expanded={is_open.to_string()}
                aria-controls="filters"
                onclick={toggle_open}
            >
                { "Speakers and filters" }
                if n_chosen > 0 {
                    <span class="count">{ n_chosen }</span>
                }
            </button>
            <div id="filters" class="filters-body">
                if n_chosen > 0 {
                    <Chosen />
                }
                { group(&reader, "Speakers", speakers) }
                if n_hidden > 0 {
                    <button type="button" class="more" onclick={show_all}>
                        { "Show " }{ n_hidden }{ " more" }
                    </button>
                }
                <p class="filters-note">
                    <Link action={Action::SpeakersOpened}>{ "Index of speakers" }</Link>
                </p>
                { group(&reader, "Kind of quotation", kinds(&reader)) }
                if outlets.len() > 1 {
                    { group(&reader, "Outlets", outlets) }
                }
            </div>
        </aside>
    }
}

/// What is chosen, each with a way to drop it.
#[component]
fn Chosen() -> Html {
    let reader = use_reader();
    let choices = speakers(&reader).into_iter().chain(kinds(&reader)).chain(outlets(&reader));
    html! {
        <div class="chosen" role="group" aria-label="Chosen filters">
            { for choices.filter(|choice| choice.is_chosen).map(|choice| html! {
                <button
                    type="button"
                    class="chip"
                    aria-label={["Drop ", &choice.name].concat()}
                    onclick={reader.on(choice.toggle)}
                >
                    { choice.name }{ " ×" }
                </button>
            }) }
            <button type="button" class="chip-all" onclick={reader.on(Action::FilterCleared)}>
                { "Clear all" }
            </button>
        </div>
    }
}

fn group(reader: &Reader, legend: &'static str, choices: Vec<Choice>) -> Html {
    html! {
        <fieldset class="filter-group">
            <legend>{ legend }</legend>
            { for choices.into_iter().map(|choice| html! {
                <label
                    key={choice.value.clone()}
                    class="filter"
                    data-empty={(choice.count == 0).to_string()}
                    title={choice.hint}
                >
                    <input
                        type="checkbox"
                        value={choice.value}
                        checked={choice.is_chosen}
                        onchange={reader.on(choice.toggle)}
                    />
                    <span class="filter-name">{ choice.name }</span>
                    <span class="count">{ choice.count }</span>
                </label>
            }) }
        </fieldset>
    }
}

fn speakers(reader: &Reader) -> Vec<Choice> {
    let dossier = &reader.dossier;
    let chosen = &reader.store.route.filter.speakers;
    let ids = (0..dossier.speakers.len() as u32).map(|at| SpeakerChoice::Speaker(SpeakerId(at)));
    ids.chain([SpeakerChoice::Unattributed])
        .map(|choice| Choice {
            value: speaker_slug(choice, dossier).to_owned(),
            name: speaker_name(choice, dossier).to_owned(),
            hint: match choice {
                SpeakerChoice::Speaker(id) => dossier.speaker(id).roles.join("; "),
                SpeakerChoice::Unattributed => {
                    "Words whose speaker the text does not make plain".to_owned()
                }
            },
            count: reader.answer.counts.speaker(choice),
            is_chosen: chosen.contains(&choice),
            toggle: Action::SpeakerToggled(choice),
        })
        .collect()
}

fn kinds(reader: &Reader) -> Vec<Choice> {
    let chosen = &reader.store.route.filter.kinds;
    Kind::ALL
        .into_iter()
        .map(|kind| Choice {
            value: kind.name().to_owned(),
            name: kind_name(kind).to_owned(),
            hint: kind_meaning(kind).to_owned(),
            count: reader.answer.counts.kind(kind),
            is_chosen: chosen.contains(&kind),
            toggle: Action::KindToggled(kind),
        })
        .collect()
}

fn outlets(reader: &Reader) -> Vec<Choice> {
    let chosen = &reader.store.route.filter.outlets;
    let outlets = reader.dossier.outlets();
    outlets
        .into_iter()
        .map(|(slug, name)| Choice {
            name: name.unwrap_or("Not stated").to_owned(),
            hint: String::new(),
            count: reader.answer.counts.outlet(&slug),
            is_chosen: chosen.contains(&slug),
            toggle: Action::OutletToggled(slug.clone()),
            value: slug,
        })
        .collect()
}
