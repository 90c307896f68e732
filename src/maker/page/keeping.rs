//! What becomes of a dossier: it is taken away, or kept in this browser.

use yew::prelude::*;

use super::ask::Ask;
use crate::app::effects::focus;
use crate::maker::message::{Command, Form, Kept, Shelf};
use crate::wording::{date, size};

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
                { take(Form::Folder, "Folder", "The articles as Markdown in a zip; this page and the command whosaid read it again.") }
            </ul>
            <p class="fine">{ "Quotations as CSV and JSON: “Take away” at the foot of the reader." }</p>
        </section>
    }
}

/// The dossiers that this browser keeps.
pub fn shelf(ask: &Ask, shelf: &Shelf) -> Html {
    let entries = shelf.dossiers.iter().map(|kept| {
        let Kept { id, title, changed, n_bytes } = kept;
        let is_open = shelf.open == Some(*id);
        let named = |what: &str| format!("{what} “{title}”");
        let day = changed.split('T').next().unwrap_or(changed);
        let delete = {
            let (ask, id) = (ask.clone(), *id);
            Callback::from(move |_: MouseEvent| {
                focus::go_to_id(SHELF);
                ask.of(Command::Delete(id));
            })
        };
        html! {
            <li key={*id}>
                if is_open {
                    <b><bdi>{ title }</bdi></b>
                } else {
                    <button type="button" class="link" onclick={ask.on_leaving(Command::Open(Some(*id)))}>
                        <bdi>{ title }</bdi>
                    </button>
                }
                <span class="fine">
                    { format!(" {} · {}{} ", date(day), size(*n_bytes as u64), if is_open { " · open" } else { "" }) }
                </span>
                <button type="button" aria-label={named("Copy")} onclick={ask.on::<MouseEvent>(Command::Copy(*id))}>{ "Copy" }</button>
                { " " }
                <button type="button" aria-label={named("Delete")} onclick={delete}>{ "Delete" }</button>
            </li>
        }
    });
    html! {
        if !shelf.dossiers.is_empty() || shelf.deleted.is_some() {
            <section aria-labelledby={SHELF}>
                <h2 id={SHELF} tabindex="-1">{ "Kept in this browser" }</h2>
                <ul class="shelf">{ for entries }</ul>
                if let Some(title) = &shelf.deleted {
                    <p class="undo">
                        { "Deleted: " }<bdi>{ title }</bdi>{ ". " }
                        <button type="button" onclick={ask.on_leaving(Command::Restore)}>{ "Put it back" }</button>
                    </p>
                }
                <button type="button" onclick={ask.on_leaving(Command::Open(None))}>{ "New dossier" }</button>
            </section>
        }
    }
}
