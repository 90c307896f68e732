//! "Take away": the quotations of the present view as files, and the page on paper.

use yew::prelude::*;

use super::dialog::Modal;
use super::pin::note_on_view;
use super::told::Told;
use crate::app::effects::{address, download};
use crate::app::reader::{Here, Reader, use_reader};
use crate::app::renders;
use crate::i18n::{tr, trn};
use crate::state::Action;
use crate::takeaway::{Record, csv, n_records, records};
use crate::wording::page_title;

#[derive(Properties, PartialEq)]
pub struct TakeDialogProps {
    /// Where the page is.
    pub here: Here,
    /// What is shown as long as articles are on their way that may belong to the view.
    pub waiting: Option<Html>,
}

/// What the quotations are saved as.
#[derive(Clone, Copy)]
enum Format {
    Csv,
    Json,
}

fn table(records: &[Record]) -> String {
    csv(Record::NAMES, records.iter().map(Record::values))
}

/// The dialog with the files.
#[component]
pub fn TakeDialog(props: &TakeDialogProps) -> Html {
    renders::note("TakeDialog");
    let TakeDialogProps { here, waiting } = props;
    let is_whole = waiting.is_none();
    let reader = use_reader();
    let said = use_state_eq(Told::default);
    let asked = (reader.dossier.clone(), here.route.clone(), is_whole);
    let n_taken = use_memo(
        asked,
        |(dossier, route, is_whole)| {
            if *is_whole { n_records(dossier, route) } else { 0 }
        },
    );
    let save = |reader: &Reader, format: Format| {
        let (dossier, route, said) = (reader.dossier.clone(), here.route.clone(), said.setter());
        Callback::from(move |_: MouseEvent| {
            let (title, taken) =
                (&dossier.masthead.title, records(&dossier, &route, &address::cited()));
            let saved = match format {
                Format::Csv => download::save(title, "csv", "text/csv", &table(&taken)),
                Format::Json => download::save_json(title, "json", &taken),
            };
            said.set(Told::now(match saved {
                true => tr!("Saved."),
                false => tr!("The browser refuses to save a file here."),
            }));
        })
    };
    let print = Callback::from(|_: MouseEvent| download::print());
    let pin = {
        let (reader, route, said) = (reader.clone(), here.route.clone(), said.setter());
        Callback::from(move |_: MouseEvent| {
            let note = note_on_view(&reader, &route, page_title(&reader.dossier, &route));
            reader.dispatch.dispatch(Action::NotePinned(Box::new(note)));
            said.set(Told::now(tr!("Pinned to the notebook.")));
        })
    };
    let is_empty = *n_taken == 0;
    html! {
        <Modal title={tr!("Take away")} class="share">
            if let Some(waiting) = waiting {
                { waiting.clone() }
            } else {
                <p>
                    { trn!(
                        *n_taken,
                        "This view has {n} quotation. Each comes with speaker, kind, source, place and address.",
                        "This view has {n} quotations. Each comes with speaker, kind, source, place and address."
                    ) }
                </p>
            }
            <p class="actions">
                <button type="button" disabled={is_empty} onclick={save(&reader, Format::Csv)}>
                    { tr!("Table (CSV)") }
                </button>
                <button type="button" disabled={is_empty} onclick={save(&reader, Format::Json)}>
                    { tr!("Data (JSON)") }
                </button>
                <button type="button" onclick={pin}>{ tr!("Pin this view to the notebook") }</button>
                <button type="button" onclick={print}>{ tr!("Print this view") }</button>
            </p>
            <p role="status">{ said.words() }</p>
        </Modal>
    }
}
