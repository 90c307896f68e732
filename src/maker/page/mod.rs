//! The page: what the desk told, and what can be asked of it.
//!
//! The parts draw and ask by [`Ask`]; [`State`] follows what the desk tells; the [hooks] bind both to the desk and to
//! the browser.

mod state;

mod ask;

mod line;

mod adding;
mod articles;
mod keeping;
mod loads;
mod reading;
mod reviewing;

mod hooks;

use yew::prelude::*;

use self::adding::Adding;
use self::articles::List;
use self::ask::{Ask, STATUS};
use self::hooks::{Ground, use_desk, use_ground, use_pasting};
use self::keeping::{shelf, taking};
use self::line::Line;
use self::loads::Loads;
use self::reading::Reading;
use self::reviewing::Reviewing;
use self::state::State;
use super::effects::frame::FRAME;
use super::message::{Command, Elsewhere, Problem, Progress, Row, Shelf, View};
use crate::press::greeting::{masthead, purpose};
use crate::wording::{counted, thousands};

/// The id of all that stands beside the reader.
const WORK: &str = "work";

/// The page.
#[component]
pub fn Page() -> Html {
    let state = use_reducer_eq(State::default);
    let ask = use_desk(&state);
    use_pasting(&ask);
    let Ground { is_over, ondragged_in, ondragover, ondragleave, ondrop } = use_ground(&ask);
    let view = state.view.clone().unwrap_or_default();
    html! {
        <div class="desk" data-over={is_over.then_some("")} {ondragover} {ondragleave} {ondrop}>
            { masthead() }
            <main aria-busy={(state.n_open > 0).to_string()}>
                <div class="work" id={WORK}>
                    if state.pack.is_some() {
                        <p class="to-reading"><a href={format!("#{FRAME}")}>{ "Read it" }</a></p>
                    }
                    { heading(&ask, &view) }
                    <Adding n_articles={view.articles.len()} is_busy={state.n_open > 0} ask={ask.clone()} />
                    { report(&ask, &state, &view) }
                    if !view.articles.is_empty() {
                        <List view={view.clone()} faults={state.faults.clone()} ask={ask.clone()} />
                        <Reviewing view={view.clone()} ask={ask.clone()} />
                        { taking(&ask) }
                    }
                    { shelf(&ask, &state.shelf) }
                    <Loads />
                </div>
                if let Some(pack) = state.pack.clone() {
                    <p class="to-work"><a href={format!("#{WORK}")}>{ "Back to the articles" }</a></p>
                    <Reading {pack} number={state.shelf.open} title={view.title.clone()} {ondragged_in} />
                }
            </main>
        </div>
    }
}

/// What the page is for, or the title of the dossier.
fn heading(ask: &Ask, view: &View) -> Html {
    if view.articles.is_empty() {
        return purpose();
    }
    let written = {
        let ask = ask.clone();
        Callback::from(move |title| ask.of(Command::Title(title)))
    };
    html! {
        <>
            <h1 dir="auto">{ &view.title }</h1>
            <details>
                <summary aria-label="Edit the title">{ "Edit" }</summary>
                <div class="fields">
                    <label for="title">{ "Title" }</label>
                    <Line id="title" text={view.title.clone()} {written} />
                </div>
            </details>
        </>
    }
}

/// What there is, what is being done, and what went wrong.
fn report(ask: &Ask, state: &State, view: &View) -> Html {
    html! {
        <>
            <p id={STATUS} class="status" role="status" tabindex="-1">{ status(state, view) }</p>
            { progress(state.progress.as_ref()) }
            if !state.refusal.is_empty() {
                <p class="notice" role="alert">{ &state.refusal }</p>
            }
            if !state.shelf.trouble.is_empty() {
                <p class="notice" role="alert">{ &state.shelf.trouble }</p>
            }
            { elsewhere(ask, &state.shelf) }
            <p class="undo">
                <span role="status">
                    { view.last.as_ref().map(|last| format!("Last change: {last}. ")) }
                </span>
                if view.last.is_some() {
                    <button type="button" onclick={ask.on_leaving(Command::Undo)}>{ "Undo" }</button>
                }
            </p>
            { problems(ask, view) }
        </>
    }
}

/// What another tab has done to the open dossier.
fn elsewhere(ask: &Ask, shelf: &Shelf) -> Html {
    match shelf.elsewhere {
        None => Html::default(),
        Some(Elsewhere::Changed) => html! {
            <p class="notice" role="alert">
                { "Another tab has changed this dossier. What you change here will be kept beside it, as a copy. " }
                <button type="button" onclick={ask.on_leaving(shelf.open.map_or(Command::Begin, Command::Open))}>
                    { "Show what the other tab wrote" }
                </button>
            </p>
        },
        Some(Elsewhere::Deleted) => html! {
            <p class="notice" role="alert">
                { "Another tab has deleted this dossier. With your next change it is kept again." }
            </p>
        },
    }
}

/// What the dossier has, and what the last step did.
fn status(state: &State, view: &View) -> String {
    if state.view.is_none() {
        return "Looking for what is kept here …".to_owned();
    }
    let mut sentences = Vec::new();
    if !view.articles.is_empty() {
        let articles = counted(view.articles.len(), "article", "articles");
        let quotations = counted(view.n_quotations, "quotation", "quotations");
        let speakers = counted(view.n_speakers, "speaker", "speakers");
        let named = match view.n_named {
            0 => String::new(),
            n if n == view.n_quotations => ", all by somebody who is named".to_owned(),
            n => format!(", {} of them by somebody who is named", thousands(n as u64)),
        };
        sentences.push(format!("{articles}, {quotations}{named}, {speakers}."));
    } else {
        sentences.push("No articles yet.".to_owned());
    }
    if !view.change.is_empty() {
        sentences.push(view.change.clone());
    }
    if !view.problems.is_empty() {
        let things = counted(view.problems.len(), "thing", "things");
        sentences.push(format!("Look at {things} below."));
    }
    if let Some(name) = &state.taken {
        sentences.push(format!("{name} is with your downloads."));
    }
    sentences.join(" ")
}

fn progress(progress: Option<&Progress>) -> Html {
    let Some(Progress { what, n_done, n_all }) = progress else { return Html::default() };
    let label =
        if *n_all > 1 { format!("{what}: {n_done} of {n_all}") } else { format!("{what} …") };
    let (value, max) = (n_done.to_string(), n_all.to_string());
    html! {
        <p class="progress">
            <label>
                { label }
                if *n_all > 1 {
                    <progress {value} {max} />
                } else {
                    <progress />
                }
            </label>
        </p>
    }
}

fn problems(ask: &Ask, view: &View) -> Html {
    let problems = &view.problems;
    if problems.is_empty() {
        return Html::default();
    }
    let entries = problems.iter().map(|Problem { file, words, may_go }| {
        // The list calls an article by its headline.
        let row = view.articles.iter().find(|row| row.file == *file);
        html! {
            <li>
                if let Some(Row { name, .. }) = row {
                    <b>{ "“" }<bdi>{ name }</bdi>{ "”" }</b>{ " (" }<bdi>{ file }</bdi>{ "): " }
                } else if !file.is_empty() {
                    <b><bdi>{ file }</bdi></b>{ ": " }
                }
                <span dir="auto">{ with_code(words) }</span>
                if *may_go {
                    { " " }
                    <button type="button" onclick={ask.on_leaving(Command::Remove(file.clone()))}>
                        { "Take it out" }
                    </button>
                }
            </li>
        }
    });
    html! {
        <details class="problems" open=true>
            <summary>{ counted(problems.len(), "thing to look at", "things to look at") }</summary>
            <ul>{ for entries }</ul>
        </details>
    }
}

/// Words in which names of fields and commands stand between backticks, as the command line prints them.
fn with_code(words: &str) -> Html {
    let pieces = words.split('`').enumerate().map(|(at, piece)| match at % 2 {
        0 => html! { { piece } },
        _ => html! { <code>{ piece }</code> },
    });
    pieces.collect()
}
