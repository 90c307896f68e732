//! Speakers, kinds and outlets to choose from, with counts.

use std::rc::Rc;

use yew::prelude::*;

use super::legend::legend;
use super::settings::segments;
use crate::app::effects::focus;
use crate::app::hooks::use_rescue;
use crate::app::reader::{ArticleRef, Reader, use_reader};
use crate::app::renders;
use crate::dossier::names_speakers;
use crate::i18n::tr;
use crate::preferences::{Preferences, QuotationMarks};
use crate::query::{FacetCounts, Filter, SpeakerChoice};
use crate::quotation::{Kind, Quotation};
use crate::route::{Base, Route, speaker_slug};
use crate::state::Action;
use crate::wording::{kind_meaning, kind_name, source_name, speaker_name};

/// How many speakers are listed before the reader asks for more.
const FIRST_SPEAKERS: usize = 12;
/// The same of outlets.
const FIRST_OUTLETS: usize = 12;
const MORE_STEP: usize = 100;

/// The groups of values, as selectors.
const SPEAKERS: &str = ":nth-child(1 of .filter-group)";
const OUTLETS: &str = ":nth-last-child(1 of .filter-group)";

/// One value to choose.
struct FacetValue {
    value: String,
    name: String,
    hint: String,
    /// How many there are; unknown while they are counted.
    count: Option<usize>,
    is_chosen: bool,
    toggle: Action,
}

#[derive(Properties, PartialEq)]
pub struct FiltersProps {
    /// What is chosen.
    pub filter: Rc<Filter>,
    /// The front page's route.
    pub front: Rc<Route>,
    /// Where addresses lead from.
    pub base: Base,
    /// The open article, in which the values are counted.
    pub article: Option<ArticleRef>,
    /// The counts among the results; unknown while they are counted.
    pub counts: Option<Rc<FacetCounts>>,
    /// The reader's preferences.
    pub preferences: Preferences,
    /// Whether a choice has an effect.
    pub is_live: bool,
}

/// The filters. They combine with each other and with the search; in an article they choose what is
/// marked.
#[component]
pub fn Filters(props: &FiltersProps) -> Html {
    renders::note("Filters");
    let FiltersProps { front, base, article, preferences, is_live, .. } = props;
    let reader = use_reader();
    let is_open = use_state_eq(|| false);
    let n_more = use_state_eq(|| 0_usize);
    let n_more_outlets = use_state_eq(|| 0_usize);

    let speakers = speakers(&reader, props, FIRST_SPEAKERS + *n_more);
    let kinds = kinds(props);
    let slugs = match article {
        Some(_) => Vec::new(),
        None => reader.dossier.index.outlets(),
    };
    let outlets = outlets(&reader, props, &slugs, FIRST_OUTLETS + *n_more_outlets);
    let chosen: Vec<&FacetValue> =
        [&speakers, &kinds, &outlets].into_iter().flatten().filter(|c| c.is_chosen).collect();
    let n_chosen = chosen.len();
    use_first_added(SPEAKERS, FIRST_SPEAKERS, *n_more);
    use_first_added(OUTLETS, FIRST_OUTLETS, *n_more_outlets);
    // A chip that is dropped takes the focus along, and so does a button where nothing that it has added can take it.
    use_rescue(
        (n_chosen, *n_more, *n_more_outlets),
        "#filters button.chip, #filters:not(:has(.chip)) fieldset>legend",
    );

    let n_speakers = match article {
        Some(article) => reader.dossier.speakers_in(&article.quotations).len(),
        None => reader.dossier.speakers.len(),
    };
    let has_more = FIRST_SPEAKERS + *n_more < n_speakers;
    let numbers_count = match article {
        Some(_) => tr!("Numbers count quotations in this article. "),
        None => tr!("Most quotations first. Numbers count passages, which may hold several. "),
    };
    let set_marks =
        |marks| reader.on(Action::PreferencesChanged(Preferences { marks, ..*preferences }));
    html! {
        <aside class="filters" aria-label={tr!("Filters")} data-open={is_open.to_string()}>
            { toggle(&is_open, article.is_some(), n_chosen) }
            <div class="filters-body" id="filters">
                if article.is_some() {
                    { segments("marks", tr!("Marks"), preferences.marks, marks_name, set_marks) }
                }
                if article.is_some() && preferences.marks == QuotationMarks::Chosen && n_chosen == 0 {
                    <p class="filters-note">{ tr!("Nothing is marked until you choose someone.") }</p>
                }
                { group(&reader, tr!("Speakers"), &speakers, *is_live) }
                if has_more {
                    { more(&n_more, tr!("Show more speakers")) }
                }
                <p class="filters-note">
                    { numbers_count }
                    { reader.link(*base, front.speakers(1), "", html! { { tr!("Index of speakers") } }) }
                </p>
                { group(&reader, tr!("Kind of quotation"), &kinds, *is_live) }
                if outlets.len() > 1 {
                    { group(&reader, tr!("Outlets"), &outlets, *is_live) }
                    if FIRST_OUTLETS + *n_more_outlets < slugs.len() {
                        { more(&n_more_outlets, tr!("Show more outlets")) }
                    }
                }
                // Below what it follows, which stays under the pointer.
                if n_chosen > 0 {
                    { chips(&reader, &chosen) }
                    if article.is_none() {
                        { done(&is_open) }
                    }
                }
                if let Some(article) = article {
                    { legend(names_speakers(&article.article.byline)) }
                }
            </div>
        </aside>
    }
}

/// Leads the keyboard to the first of the values that a group has more, where the button that had them listed is gone with
/// the last.
#[hook]
fn use_first_added(group: &'static str, n_first: usize, n_more: usize) {
    use_effect_with(n_more, move |n_more| {
        if let Some(n_before) = n_more.checked_sub(MORE_STEP) {
            let at = n_first + n_before + 1;
            focus::rescue(&format!("#filters {group} label:nth-of-type(n+{at}) input:enabled"));
        }
    });
}

/// Has more values of a group listed.
fn more(n_more: &UseStateHandle<usize>, words: &'static str) -> Html {
    let onclick = {
        let n_more = n_more.clone();
        Callback::from(move |_: MouseEvent| n_more.set(*n_more + MORE_STEP))
    };
    html! { <button type="button" class="more" {onclick}>{ words }</button> }
}

/// Leads from the filters, where they stand before the results, to these.
fn done(is_open: &UseStateHandle<bool>) -> Html {
    let onclick = {
        let is_open = is_open.setter();
        Callback::from(move |_: MouseEvent| {
            is_open.set(false);
            focus::go_to_heading();
        })
    };
    html! { <button type="button" class="filters-done" {onclick}>{ tr!("Show the results") }</button> }
}

fn marks_name(marks: QuotationMarks) -> &'static str {
    match marks {
        QuotationMarks::All => tr!("All"),
        QuotationMarks::Chosen => tr!("Chosen"),
        QuotationMarks::Off => tr!("Off"),
    }
}

/// Opens and closes the filters where there is no room for them beside the text.
fn toggle(is_open: &UseStateHandle<bool>, is_in_article: bool, n_chosen: usize) -> Html {
    let onclick = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    html! {
        <button
            type="button"
            class="filters-toggle"
            aria-expanded={is_open.to_string()}
            aria-controls="filters"
            {onclick}
        >
            { if is_in_article { tr!("Marks, lines and speakers") } else { tr!("Speakers and filters") } }
            if n_chosen > 0 {
                <span class="count">{ format!(" {n_chosen}") }</span>
            }
        </button>
    }
}

/// All that is chosen, and a way to drop it at once.
fn chips(reader: &Reader, chosen: &[&FacetValue]) -> Html {
    html! {
        <div class="chosen" role="group" aria-label={tr!("Chosen filters")}>
            { for chosen.iter().map(|choice| chip(reader, choice)) }
            <button type="button" class="chip-all" onclick={reader.on(Action::FilterCleared)}>
                { tr!("Clear all") }
            </button>
        </div>
    }
}

/// What is chosen, with a way to drop it.
fn chip(reader: &Reader, choice: &FacetValue) -> Html {
    html! {
        <button
            type="button"
            class="chip"
            aria-label={tr!("Drop {name}", name = choice.name)}
            onclick={reader.on(choice.toggle.clone())}
        >
            <bdi>{ choice.name.clone() }</bdi>{ " ×" }
        </button>
    }
}

/// A group of choices.
fn group(reader: &Reader, legend: &'static str, choices: &[FacetValue], is_live: bool) -> Html {
    let choices = choices.iter().map(|choice| {
        let is_empty = choice.count == Some(0);
        html! {
            <label
                class="filter"
                key={choice.value.clone()}
                data-empty={is_empty.to_string()}
                title={(!choice.hint.is_empty()).then(|| choice.hint.clone())}
            >
                <input
                    type="checkbox"
                    value={choice.value.clone()}
                    checked={choice.is_chosen}
                    disabled={is_empty && !choice.is_chosen}
                    onclick={reader.on(choice.toggle.clone())}
                />
                <span class="filter-name"><bdi>{ choice.name.clone() }</bdi></span>
                <span class="count">{ choice.count.map_or_else(String::new, |count| count.to_string()) }</span>
            </label>
        }
    });
    html! {
        <fieldset class="filter-group" disabled={!is_live}>
            <legend tabindex="-1">{ legend }</legend>
            { for choices }
        </fieldset>
    }
}

/// How many quotations of the open article fulfil a condition.
fn count_in(article: &ArticleRef, condition: impl Fn(&Quotation) -> bool) -> usize {
    article.quotations.iter().filter(|quotation| condition(quotation)).count()
}

/// The first speakers, those that are chosen, and "unattributed"; of an article, those who speak in it.
fn speakers(reader: &Reader, props: &FiltersProps, n_shown: usize) -> Vec<FacetValue> {
    let FiltersProps { filter, article, counts, .. } = props;
    let dossier = &reader.dossier;
    let is_chosen = |choice: &SpeakerChoice| filter.speakers.contains(choice);
    let all = || {
        let speakers = dossier.speaker_ids().map(SpeakerChoice::Speaker);
        speakers.chain([SpeakerChoice::Unattributed])
    };
    let shown: Vec<(SpeakerChoice, Option<usize>)> = match article {
        Some(article) => {
            let kinds = filter.kinds;
            let count = |choice: SpeakerChoice| {
                count_in(article, |quotation| {
                    SpeakerChoice::of(quotation).any(|other| other == choice)
                        && (kinds.is_empty() || kinds.contains(quotation.kind))
                })
            };
            let speak = dossier.speakers_in(&article.quotations);
            let here = speak.into_iter().map(|(id, _)| SpeakerChoice::Speaker(id));
            let here = here.enumerate().filter(|(at, choice)| *at < n_shown || is_chosen(choice));
            let mut here: Vec<SpeakerChoice> = here.map(|(_, choice)| choice).collect();
            here.push(SpeakerChoice::Unattributed);
            let elsewhere = filter.speakers.iter().filter(|choice| !here.contains(choice)).copied();
            let elsewhere: Vec<SpeakerChoice> = elsewhere.collect();
            let shown = here.into_iter().chain(elsewhere);
            shown.map(|choice| (choice, Some(count(choice)))).collect()
        }
        None => {
            let is_shown = |(at, choice): &(usize, SpeakerChoice)| {
                *at < n_shown || *choice == SpeakerChoice::Unattributed || is_chosen(choice)
            };
            let count = |choice| counts.as_ref().map(|counts| counts.speaker(choice) as usize);
            let shown = all().enumerate().filter(is_shown);
            shown.map(|(_, choice)| (choice, count(choice))).collect()
        }
    };
    let choice = |(choice, count): (SpeakerChoice, Option<usize>)| FacetValue {
        value: speaker_slug(choice, dossier).to_owned(),
        name: speaker_name(choice, dossier).to_owned(),
        hint: match choice {
            SpeakerChoice::Speaker(id) => dossier.speaker(id).roles.join("; "),
            SpeakerChoice::Unattributed => {
                tr!("Words whose speaker the text does not make plain").to_owned()
            }
        },
        count,
        is_chosen: is_chosen(&choice),
        toggle: Action::SpeakerToggled(choice),
    };
    shown.into_iter().map(choice).collect()
}

fn kinds(props: &FiltersProps) -> Vec<FacetValue> {
    let FiltersProps { filter, article, counts, .. } = props;
    let count = |kind| match article {
        Some(article) => {
            let speakers = &filter.speakers;
            Some(count_in(article, |quotation| {
                quotation.kind == kind
                    && (speakers.is_empty()
                        || SpeakerChoice::of(quotation).any(|choice| speakers.contains(&choice)))
            }))
        }
        None => counts.as_ref().map(|counts| counts.kind(kind) as usize),
    };
    let choice = |kind: Kind| FacetValue {
        value: kind.name().to_owned(),
        name: kind_name(kind).to_owned(),
        hint: kind_meaning(kind).to_owned(),
        count: count(kind),
        is_chosen: filter.kinds.contains(kind),
        toggle: Action::KindToggled(kind),
    };
    Kind::ALL.into_iter().map(choice).collect()
}

/// The first of these outlets, and those that are chosen; an article without one stands for itself.
fn outlets(
    reader: &Reader,
    props: &FiltersProps,
    slugs: &[&str],
    n_shown: usize,
) -> Vec<FacetValue> {
    let dossier = &reader.dossier;
    let is_chosen = |slug: &str| props.filter.outlets.iter().any(|outlet| outlet == slug);
    let shown = slugs.iter().enumerate().filter(|(at, slug)| *at < n_shown || is_chosen(slug));
    let name = |id| source_name(&dossier.listed(id));
    let choice = |(at, slug): (usize, &&str)| FacetValue {
        value: (*slug).to_owned(),
        name: dossier.first_of_outlet(at).map(name).unwrap_or_default(),
        hint: String::new(),
        count: props.counts.as_ref().map(|counts| counts.outlet(at) as usize),
        is_chosen: is_chosen(slug),
        toggle: Action::OutletToggled((*slug).to_owned()),
    };
    shown.map(choice).collect()
}
