//! Speakers, kinds and outlets to choose from, with counts.

use yew::prelude::*;

use super::View;
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
pub fn filters(view: &View<'_>) -> Html {
    let is_open = view.state.filters_open;
    let (speakers, kinds, outlets) = (speakers(view), kinds(view), outlets(view));
    let all = speakers.iter().chain(&kinds).chain(&outlets);
    let chosen: Vec<&Choice> = all.filter(|choice| choice.is_chosen).collect();
    let is_listed = |at: usize, choice: &Choice| {
        view.state.all_speakers || at < FIRST_SPEAKERS || choice.is_chosen
    };
    // The last one is "unattributed", which is always there to be chosen.
    let last = speakers.len() - 1;
    let listed: Vec<&Choice> = speakers
        .iter()
        .enumerate()
        .filter(|(at, choice)| *at == last || is_listed(*at, choice))
        .map(|(_, choice)| choice)
        .collect();
    let n_hidden = speakers.len() - listed.len();
    html! {
        <aside class="filters" aria-label="Filters" data-open={is_open.to_string()}>
            <button
                type="button"
                class="filters-toggle"
                aria-expanded={is_open.to_string()}
                aria-controls="filters"
                onclick={view.on_click(Action::FiltersToggled)}
            >
                { "Speakers and filters" }
                if !chosen.is_empty() {
                    <span class="count">{ chosen.len() }</span>
                }
            </button>
            <div id="filters" class="filters-body">
                { chips(view, &chosen) }
                { group(view, "Speakers", &listed) }
                if n_hidden > 0 {
                    <button
                        type="button"
                        class="more"
                        onclick={view.on_click(Action::AllSpeakersWanted)}
                    >
                        { "Show " }{ n_hidden }{ " more" }
                    </button>
                }
                <p class="filters-note">
                    { view.text_link(Action::SpeakersOpened, "Index of speakers") }
                </p>
                { group(view, "Kind of quotation", &kinds.iter().collect::<Vec<_>>()) }
                if outlets.len() > 1 {
                    { group(view, "Outlets", &outlets.iter().collect::<Vec<_>>()) }
                }
            </div>
        </aside>
    }
}

/// What is chosen, each with a way to drop it.
fn chips(view: &View<'_>, chosen: &[&Choice]) -> Html {
    if chosen.is_empty() {
        return Html::default();
    }
    html! {
        <div class="chosen" role="group" aria-label="Chosen filters">
            { for chosen.iter().map(|choice| html! {
                <button
                    type="button"
                    class="chip"
                    aria-label={["Drop ", &choice.name].concat()}
                    onclick={view.on_click(choice.toggle.clone())}
                >
                    { &choice.name }{ " ×" }
                </button>
            }) }
            <button type="button" class="chip-all" onclick={view.on_click(Action::FilterCleared)}>
                { "Clear all" }
            </button>
        </div>
    }
}

fn group(view: &View<'_>, legend: &'static str, choices: &[&Choice]) -> Html {
    html! {
        <fieldset class="filter-group">
            <legend>{ legend }</legend>
            { for choices.iter().map(|choice| html! {
                <label
                    key={&*choice.value}
                    class="filter"
                    data-empty={(choice.count == 0).to_string()}
                    title={choice.hint.clone()}
                >
                    <input
                        type="checkbox"
                        value={choice.value.clone()}
                        checked={choice.is_chosen}
                        onclick={view.on_click(choice.toggle.clone())}
                    />
                    <span class="filter-name">{ &choice.name }</span>
                    <span class="count">{ choice.count }</span>
                </label>
            }) }
        </fieldset>
    }
}

/// All speakers, then "unattributed".
fn speakers(view: &View<'_>) -> Vec<Choice> {
    let dossier = view.dossier;
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
            count: view.answer.counts.speaker(choice),
            is_chosen: view.state.route.filter.speakers.contains(&choice),
            toggle: Action::SpeakerToggled(choice),
        })
        .collect()
}

fn kinds(view: &View<'_>) -> Vec<Choice> {
    Kind::ALL
        .into_iter()
        .map(|kind| Choice {
            value: kind.name().to_owned(),
            name: kind_name(kind).to_owned(),
            hint: kind_meaning(kind).to_owned(),
            count: view.answer.counts.kind(kind),
            is_chosen: view.state.route.filter.kinds.contains(&kind),
            toggle: Action::KindToggled(kind),
        })
        .collect()
}

fn outlets(view: &View<'_>) -> Vec<Choice> {
    let outlets = view.dossier.outlets();
    outlets
        .iter()
        .map(|(slug, name)| Choice {
            name: name.unwrap_or("Not stated").to_owned(),
            hint: String::new(),
            count: view.answer.counts.outlet(slug),
            is_chosen: view.state.route.filter.outlets.contains(slug),
            toggle: Action::OutletToggled(slug.clone()),
            value: slug.clone(),
        })
        .collect()
}
