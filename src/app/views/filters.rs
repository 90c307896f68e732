//! Speakers, kinds and outlets to choose from, with counts.

use super::View;
use super::element::{Element, button, el};
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
pub fn filters(view: &View<'_>) -> Element {
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

    let n_chosen =
        (!chosen.is_empty()).then(|| el("span", "count").text(&chosen.len().to_string()));
    let toggle = button("filters-toggle", view.on_click(Action::FiltersToggled))
        .flag("aria-expanded", is_open)
        .attr("aria-controls", "filters")
        .text("Speakers and filters")
        .child_if(n_chosen);
    let mut body = el("div", "filters-body").attr("id", "filters");
    if !chosen.is_empty() {
        body = body.child(chips(view, &chosen));
    }
    body = body.child(group(view, "Speakers", listed));
    if n_hidden > 0 {
        let more = button("more", view.on_click(Action::AllSpeakersWanted));
        body = body.child(more.text(&["Show ", &n_hidden.to_string(), " more"].concat()));
    }
    body = body
        .child(
            el("p", "filters-note")
                .child(view.link(Action::SpeakersOpened).text("Index of speakers")),
        )
        .child(group(view, "Kind of quotation", kinds.iter().collect()));
    if outlets.len() > 1 {
        body = body.child(group(view, "Outlets", outlets.iter().collect()));
    }
    el("aside", "filters")
        .attr("aria-label", "Filters")
        .flag("data-open", is_open)
        .child(toggle)
        .child(body)
}

/// What is chosen, each with a way to drop it.
fn chips(view: &View<'_>, chosen: &[&Choice]) -> Element {
    let mut chips = el("div", "chosen").attr("role", "group").attr("aria-label", "Chosen filters");
    for choice in chosen {
        let chip = button("chip", view.on_click(choice.toggle.clone()))
            .attr("aria-label", &["Drop ", &choice.name].concat())
            .text(&choice.name)
            .text(" ×");
        chips = chips.child(chip);
    }
    chips.child(button("chip-all", view.on_click(Action::FilterCleared)).text("Clear all"))
}

fn group(view: &View<'_>, legend: &'static str, choices: Vec<&Choice>) -> Element {
    let group = el("fieldset", "filter-group").child(el("legend", "").text(legend));
    choices.iter().fold(group, |group, choice| {
        let tick = el("input", "")
            .attr("type", "checkbox")
            .attr("value", &choice.value)
            .checked(choice.is_chosen)
            .on_click(view.on_click(choice.toggle.clone()));
        let label = el("label", "filter")
            .key(&choice.value)
            .flag("data-empty", choice.count == 0)
            .attr("title", &choice.hint)
            .child(tick)
            .child(el("span", "filter-name").text(&choice.name))
            .child(el("span", "count").text(&choice.count.to_string()));
        group.child(label)
    })
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
