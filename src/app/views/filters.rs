//! Speakers, kinds and outlets to choose from, with counts.

use super::element::{Element, button, el};
use super::reader::Reader;
use crate::article::ArticleId;
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
pub fn filters(reader: &Reader<'_>) -> Element {
    let is_open = reader.state.filters_open;
    let (speakers, kinds, outlets) = (speakers(reader), kinds(reader), outlets(reader));
    let mut chips = el("div", "chosen").attr("role", "group").attr("aria-label", "Chosen filters");
    let mut n_chosen = 0;
    for choices in [&speakers, &kinds, &outlets] {
        for choice in choices {
            if choice.is_chosen {
                chips = chips.child(chip(reader, choice));
                n_chosen += 1;
            }
        }
    }

    let toggle = button("filters-toggle", reader.on_click(Action::FiltersToggled))
        .flag("aria-expanded", is_open)
        .attr("aria-controls", "filters")
        .text("Speakers and filters");
    let mut body = el("div", "filters-body").attr("id", "filters");
    if n_chosen > 0 {
        let clear = button("chip-all", reader.on_click(Action::FilterCleared)).text("Clear all");
        body = body.child(chips.child(clear));
    }
    body = body.child(group(reader, "Speakers", &speakers));
    if n_shown(reader) < reader.dossier.speakers.len() {
        let more = button("more", reader.on_click(Action::MoreSpeakersWanted));
        body = body.child(more.text("Show more speakers"));
    }
    let index = reader.link(Action::SpeakersOpened).text("Index of speakers");
    body = body.child(el("p", "filters-note").child(index)).child(group(
        reader,
        "Kind of quotation",
        &kinds,
    ));
    if outlets.len() > 1 {
        body = body.child(group(reader, "Outlets", &outlets));
    }
    el("aside", "filters")
        .attr("aria-label", "Filters")
        .flag("data-open", is_open)
        .child(match n_chosen {
            0 => toggle,
            n => toggle.child(el("span", "count").text(&n.to_string())),
        })
        .child(body)
}

/// What is chosen, with a way to drop it.
fn chip(reader: &Reader<'_>, choice: &Choice) -> Element {
    button("chip", reader.on_click(choice.toggle.clone()))
        .attr("aria-label", &format!("Drop {}", choice.name))
        .text(&choice.name)
        .text(" ×")
}

/// A group of choices.
fn group(reader: &Reader<'_>, legend: &'static str, choices: &[Choice]) -> Element {
    let mut group = el("fieldset", "filter-group").child(el("legend", "").text(legend));
    for choice in choices {
        let tick = el("input", "")
            .attr("type", "checkbox")
            .attr("value", &choice.value)
            .checked(choice.is_chosen)
            .on_click(reader.on_click(choice.toggle.clone()));
        let label = el("label", "filter")
            .key(&choice.value)
            .flag("data-empty", choice.count == 0)
            .attr("title", &choice.hint)
            .child(tick)
            .child(el("span", "filter-name").text(&choice.name))
            .child(el("span", "count").text(&choice.count.to_string()));
        group = group.child(label);
    }
    group
}

/// How many speakers are listed.
fn n_shown(reader: &Reader<'_>) -> usize {
    FIRST_SPEAKERS + reader.state.more_speakers
}

/// The first speakers, those that are chosen, and "unattributed".
fn speakers(reader: &Reader<'_>) -> Vec<Choice> {
    let dossier = reader.dossier;
    let n_shown = n_shown(reader);
    let chosen = &reader.state.route.filter.speakers;
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
                count: reader.answer.counts.speaker(choice),
                is_chosen,
                toggle: Action::SpeakerToggled(choice),
            });
        }
    }
    choices
}

fn kinds(reader: &Reader<'_>) -> Vec<Choice> {
    Kind::ALL
        .into_iter()
        .map(|kind| Choice {
            value: kind.name().to_owned(),
            name: kind_name(kind).to_owned(),
            hint: kind_meaning(kind).to_owned(),
            count: reader.answer.counts.kind(kind),
            is_chosen: reader.state.route.filter.kinds.contains(kind),
            toggle: Action::KindToggled(kind),
        })
        .collect()
}

fn outlets(reader: &Reader<'_>) -> Vec<Choice> {
    let dossier = reader.dossier;
    let name = |outlet: usize| {
        let is_of_outlet = |id: &ArticleId| dossier.index.outlet_of(*id) == Some(outlet);
        let id = dossier.article_ids().find(is_of_outlet);
        let outlet = id.and_then(|id| dossier.articles.byline(id).outlet);
        outlet.unwrap_or_else(|| "Not stated".to_owned())
    };
    let counts = reader.answer.counts.outlets.iter();
    counts
        .enumerate()
        .map(|(at, (slug, count))| Choice {
            value: slug.clone(),
            name: name(at),
            hint: String::new(),
            count: *count,
            is_chosen: reader.state.route.filter.outlets.contains(slug),
            toggle: Action::OutletToggled(slug.clone()),
        })
        .collect()
}
