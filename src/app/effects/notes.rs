//! The notebook in the browser's database (IndexedDB), one record a note, so that tabs do not overwrite each other's.
//!
//! The database is named after the site's [key](address::key_of_site).

use idb::{Query, TransactionMode};
use serde::Serialize;
use wasm_bindgen::JsValue;

use super::address;
use super::database::{self, Open, committed};
use super::dom::window;
use crate::notebook::{AnnotationPage, Note, NoteChange};

/// The version of the database; a newer program may have made a newer one.
const VERSION: u32 = 1;
const STORE: &str = "notes";

/// The name of the database of a site, by the site's key.
fn name_of(site: &str) -> String {
    format!("whosaid:notes:{site}")
}

async fn open() -> Result<Open, idb::Error> {
    database::open(&name_of(&address::key_of_site()), VERSION, &[STORE]).await
}

/// All notes that are kept, and how many records could not be read; an error where the browser keeps none.
pub async fn load() -> Result<(Vec<Note>, usize), idb::Error> {
    let database = open().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadOnly)?;
    let records = transaction.object_store(STORE)?.get_all(None, None)?.await?;
    let n_records = records.len();
    let read = records.into_iter().filter_map(|record| serde_wasm_bindgen::from_value(record).ok());
    let notes: Vec<Note> = read.collect();
    let n_unreadable = n_records - notes.len();
    Ok((notes, n_unreadable))
}

/// Makes changes of notes in what is kept, all of them or none.
pub async fn keep(changes: impl IntoIterator<Item = &NoteChange>) -> Result<(), idb::Error> {
    let database = open().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
    let store = transaction.object_store(STORE)?;
    for change in changes {
        match change {
            NoteChange::Put(note) => {
                let serializer = serde_wasm_bindgen::Serializer::json_compatible();
                let record = note.serialize(&serializer).expect("a note is plain data");
                store.put(&record, None)?.await?;
            }
            NoteChange::Remove(id) => store.delete(Query::Key(JsValue::from(id)))?.await?,
        }
    }
    committed(transaction).await
}

/// Forgets all notes of another site, by its key.
pub async fn forget(site: &str) -> Result<(), idb::Error> {
    database::forget(&name_of(site)).await
}

/// A new id for a note.
pub fn new_id() -> String {
    let mut bytes = [0; 16];
    // A page without a secure origin has this, but not `randomUUID`.
    let filled = window().crypto().and_then(|it| it.get_random_values_with_u8_array(&mut bytes));
    if filled.is_err() {
        bytes.fill_with(|| (js_sys::Math::random() * 256.0) as u8);
    }
    uuid::Builder::from_random_bytes(bytes).into_uuid().urn().to_string()
}

/// The notes of a file, and how many of its items are none; `None` where it holds no annotations.
pub fn from_json(text: &str) -> Option<(Vec<Note>, usize)> {
    let page: AnnotationPage = serde_json::from_str(text).ok()?;
    Some(page.notes())
}
