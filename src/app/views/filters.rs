//! Speakers, kinds and outlets to choose from, with counts.

use super::View;
use super::element::{Element, button, el};
use crate::article::ArticleId;
use crate::decimal::decimal;
use crate::query::SpeakerChoice;
use crate::quotation::{Kind, SpeakerId};
use crate::route::speaker_slug;
use crate::state::Action;
use crate::wording::{kind_meaning, kind_name, speaker_name};

/// How many speakers are listed before the reader asks for more.
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
    let mut chips = el("div", "chosen").attr("role", "group").attr("aria-label", "Chosen filters");
    let mut n_chosen = 0;
    for choices in [&speakers, &kinds, &outlets] {
        for choice in choices {
            if choice.is_chosen {
                chips = chips.child(chip(view, choice));
                n_chosen += 1;
            }
        }
    }

    let toggle = button("filters-toggle", view.on_click(Action::FiltersToggled))
        .flag("aria-expanded", is_open)
        .attr("aria-controls", "filters")
        .text("Speakers and filters");
    let mut body = el("div", "filters-body").attr("id", "filters");
    if n_chosen > 0 {
        let clear = button("chip-all", view.on_click(Action::FilterCleared)).text("Clear all");
        body = body.child(chips.child(clear));
    }
    body = body.child(group(view, "Speakers", &speakers));
    if n_shown(view) < view.dossier.speakers.len() {
        let more = button("more", view.on_click(Action::MoreSpeakersWanted));
        body = body.child(more.text("Show more speakers"));
    }
    let index = view.link(Action::SpeakersOpened).text("Index of speakers");
    body = body.child(el("p", "filters-note").child(index)).child(group(
        view,
        "Kind of quotation",
        &kinds,
    ));
    if outlets.len() > 1 {
        body = body.child(group(view, "Outlets", &outlets));
    }
    el("aside", "filters")
        .attr("aria-label", "Filters")
        .flag("data-open", is_open)
        .child(match n_chosen {
            0 => toggle,
            n => toggle.child(el("span", "count").text(&decimal(n))),
        })
        .child(body)
}

/// What is chosen, with a way to drop it.
fn chip(view: &View<'_>, choice: &Choice) -> Element {
    button("chip", view.on_click(choice.toggle.clone()))
        .attr("aria-label", &["Drop ", &choice.name].concat())
        .text(&choice.name)
        .text(" ×")
}

/// A group of choices.
fn group(view: &View<'_>, legend: &'static str, choices: &[Choice]) -> Element {
    let mut group = el("fieldset", "filter-group").child(el("legend", "").text(legend));
    for choice in choices {
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
            .child(el("span", "count").text(&decimal(choice.count as usize)));
        group = group.child(label);
    }
    group
}

/// How many speakers are listed.
fn n_shown(view: &View<'_>) -> usize {
    FIRST_SPEAKERS + view.state.more_speakers
}

/// The first speakers, those that are chosen, and "unattributed".
fn speakers(view: &View<'_>) -> Vec<Choice> {
    let dossier = view.dossier;
    let n_shown = n_shown(view);
    let chosen = &view.state.route.filter.speakers;
    let mut choices = Vec::new();
    for at in 0..=dossier.speakers.len() {
        let is_last = at == dossier.speakers.len();
        let choice = if is_last {
            SpeakerChoice::Unattributed
        } else {
            SpeakerChoice::Speaker(SpeakerId(at as u32))
        };
        let is_chosen = chosen.contains(&choice);
        if at < n_shown || is_last || is_chosen {
            choices.push(Choice {
                value: speaker_slug(choice, dossier).to_owned(),
                name: speaker_name(choice, dossier).to_owned(),
                hint: match choice {
                    SpeakerChoice::Speaker(id) => dossier.speaker(id).roles.join("; "),
                    SpeakerChoice::Unattributed => {
                        "Words whose speaker the text does not make plain".to_owned()
                    }
                },
                count: view.answer.counts.speaker(choice),
                is_chosen,
                toggle: Action::SpeakerToggled(choice),
            });
        }
    }
    choices
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
    let dossier = view.dossier;
    let name = |outlet: usize| {
        let is_of_outlet = |id: &ArticleId| dossier.index.outlet_of(*id) == Some(outlet);
        let id = dossier.article_ids().find(is_of_outlet);
        let outlet = id.and_then(|id| dossier.articles.byline(id).outlet);
        outlet.unwrap_or_else(|| "Not stated".to_owned())
    };
    let counts = view.answer.counts.outlets.iter();
    counts
        .enumerate()
        .map(|(at, (slug, count))| Choice {
            value: slug.clone(),
            name: name(at),
            hint: String::new(),
            count: *count,
            is_chosen: view.state.route.filter.outlets.contains(slug),
            toggle: Action::OutletToggled(slug.clone()),
        })
        .collect()
}
