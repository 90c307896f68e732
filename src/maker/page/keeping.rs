//! What becomes of a dossier: it is taken away, or kept in this browser.

use yew::prelude::*;

use super::ask::Ask;
use super::line::Line;
use crate::app::effects::focus;
use crate::maker::message::{Command, Form, KeptDossier, Shelf, names_of, number_of};
use crate::wording::{counted, size};

/// The heading of the shelf, which takes the focus of what is gone.
const SHELF: &str = "shelf-heading";

/// What the dossier can be taken away as.
pub fn taking(ask: &Ask) -> Html {
    let take = |form, words: &str, what: &str| {
        html! {
            <li>
                <button type="button" onclick={ask.on::<MouseEvent>(Command::Take(form))}>{ words }</button>
                <span class="fine">{ what }</span>
            </li>
        }
    };
    html! {
        <section aria-labelledby="take-heading">
            <h2 id="take-heading">{ "Take away" }</h2>
            <ul class="taking">
                { take(Form::OneFile, "One file", "A page with everything in it, to open or to send.") }
                { take(Form::Site, "Whole site", "A zip for any web host.") }
                { take(
                    Form::Folder,
                    "Folder",
                    "The articles as Markdown in a zip; this page and the command whosaid read it again.",
                ) }
                { take(Form::Table, "Table (CSV)", "All quotations, a row each, with speaker, kind and source.") }
                { take(Form::Data, "Data (JSON)", "The same for programs.") }
            </ul>
        </section>
    }
}

/// The dossiers that this browser keeps.
pub fn shelf(ask: &Ask, shelf: &Shelf) -> Html {
    let names = names_of(&shelf.dossiers);
    let entries = shelf.dossiers.iter().zip(&names).enumerate().map(|(at, (kept, name))| {
        let KeptDossier { id, title, n_bytes, .. } = kept;
        let is_open = shelf.open == Some(*id);
        let named = |what: &str| format!("{what} {name}");
        let number = number_of(&shelf.dossiers, at).map_or_else(String::new, |number| format!("({number}) "));
        let facts = format!(
            " {number}{} · {}{} ",
            kept.facts(),
            size(*n_bytes as u64),
            if is_open { " · open" } else { "" }
        );
        let delete = {
            let (ask, id) = (ask.clone(), *id);
            Callback::from(move |_: MouseEvent| {
                focus::go_to_id(SHELF);
                ask.of(Command::Delete(id));
            })
        };
        let written = {
            let (ask, id) = (ask.clone(), *id);
            Callback::from(move |title: String| {
                // The open one can be taken back.
                ask.of(if is_open { Command::Title(title) } else { Command::Rename { id, title } });
            })
        };
        let field = format!("title-of-{id}");
        html! {
            <li key={*id}>
                if is_open {
                    <b><bdi>{ title }</bdi></b>
                } else {
                    <button
                        type="button"
                        class="link"
                        aria-label={named("Open")}
                        onclick={ask.on_leaving(Command::Open(*id))}
                    >
                        <bdi>{ title }</bdi>
                    </button>
                }
                <span class="fine">{ facts }</span>
                <div class="tools">
                    <details>
                        <summary aria-label={named("Rename")}>{ "Rename" }</summary>
                        <div class="fields">
                            <label for={field.clone()}>{ "Title" }</label>
                            <Line id={field} text={title.clone()} {written} />
                        </div>
                    </details>
                    <button
                        type="button"
                        aria-label={named("Copy")}
                        onclick={ask.on::<MouseEvent>(Command::Copy(*id))}
                    >
                        { "Copy" }
                    </button>
                    <button type="button" aria-label={named("Delete")} onclick={delete}>{ "Delete" }</button>
                </div>
            </li>
        }
    });
    html! {
        if !shelf.dossiers.is_empty() || !shelf.deleted.is_empty() || shelf.is_unkept {
            <section aria-labelledby={SHELF}>
                <h2 id={SHELF} tabindex="-1">{ "Kept in this browser" }</h2>
                <ul class="shelf">{ for entries }</ul>
                { deleted_last(ask, shelf) }
                <button type="button" onclick={ask.on_leaving(Command::Begin)}>{ "New dossier" }</button>
                { deleted(ask, shelf) }
            </section>
        }
    }
}

/// The way back right after a dossier was deleted.
fn deleted_last(ask: &Ask, shelf: &Shelf) -> Html {
    let last = shelf.deleted.iter().find(|kept| Some(kept.id) == shelf.deleted_last);
    let Some(KeptDossier { id, title, .. }) = last else { return Html::default() };
    html! {
        <p class="undo">
            <span role="status">{ "Deleted: " }<bdi>{ title }</bdi>{ ". " }</span>
            <button type="button" onclick={ask.on_leaving(Command::Restore(*id))}>{ "Put it back" }</button>
        </p>
    }
}

/// What was deleted and can be put back.
fn deleted(ask: &Ask, shelf: &Shelf) -> Html {
    let list = &shelf.deleted;
    if list.is_empty() {
        return Html::default();
    }
    let entries = list.iter().zip(names_of(list)).map(|(kept, name)| {
        let KeptDossier { id, title, n_bytes, .. } = kept;
        let facts = format!(" deleted {} · {} ", kept.facts(), size(*n_bytes as u64));
        html! {
            <li key={*id}>
                <bdi>{ title }</bdi>
                <span class="fine">{ facts }</span>
                <div class="tools">
                    <button
                        type="button"
                        aria-label={format!("Put it back: {name}")}
                        onclick={ask.on_leaving(Command::Restore(*id))}
                    >
                        { "Put it back" }
                    </button>
                    <button
                        type="button"
                        aria-label={format!("Delete for good: {name}")}
                        onclick={ask.on_leaving(Command::Erase(*id))}
                    >
                        { "Delete for good" }
                    </button>
                </div>
            </li>
        }
    });
    html! {
        <details class="deleted">
            <summary>{ counted(list.len(), "deleted dossier", "deleted dossiers") }</summary>
            <p class="fine">
                { "They can be put back, with what was noted in them, and take up room until they are deleted for good; \
                   of more than ten the oldest is." }
            </p>
            <ul class="gone">{ for entries }</ul>
        </details>
    }
}
