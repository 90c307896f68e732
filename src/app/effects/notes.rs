//! The notebook in the browser's database (IndexedDB), one record a note, so that tabs do not overwrite each other's.
//!
//! The database is named after the site's [key](address::key_of_site).

use idb::{Database, DatabaseEvent, Factory, KeyPath, ObjectStoreParams, Query, TransactionMode};
use js_sys::Reflect;
use wasm_bindgen::JsValue;

use super::address;
use super::database::committed;
use super::dom::window;
use crate::notebook::{AnnotationPage, Note, NoteChange};

/// The version of the database; a newer program may have made a newer one.
const VERSION: u32 = 1;
const STORE: &str = "notes";

/// The name of the database of a site, by the site's key.
fn name_of(site: &str) -> String {
    format!("whosaid:notes:{site}")
}

/// Opens the database, and makes it where it is missing.
async fn open() -> Result<Database, idb::Error> {
    let name = name_of(&address::key_of_site());
    let mut request = Factory::new()?.open(&name, Some(VERSION))?;
    request.on_upgrade_needed(|event| {
        let Ok(database) = event.database() else { return };
        let mut params = ObjectStoreParams::new();
        params.key_path(Some(KeyPath::new_single("id")));
        // Where it fails, opening fails.
        let _ = database.create_object_store(STORE, params);
    });
    request.await
}

/// All notes that are kept, and how many records could not be read; an error where the browser keeps none.
pub async fn load() -> Result<(Vec<Note>, usize), String> {
    let records = async {
        let database = open().await?;
        let transaction = database.transaction(&[STORE], TransactionMode::ReadOnly)?;
        let records = transaction.object_store(STORE)?.get_all(None, None)?.await;
        database.close();
        records
    };
    let records: Vec<JsValue> = records.await.map_err(|error: idb::Error| error.to_string())?;
    let n_records = records.len();
    let read = records.into_iter().filter_map(|record| serde_wasm_bindgen::from_value(record).ok());
    let notes: Vec<Note> = read.collect();
    let n_unreadable = n_records - notes.len();
    Ok((notes, n_unreadable))
}

/// Makes a change of a note in what is kept; whether that is done.
pub async fn keep(change: NoteChange) -> Result<(), String> {
    let done = async {
        let database = open().await?;
        let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
        let store = transaction.object_store(STORE)?;
        match &change {
            NoteChange::Put(note) => {
                let serializer = serde_wasm_bindgen::Serializer::json_compatible();
                let record = serde::Serialize::serialize(note, &serializer).unwrap_or_default();
                store.put(&record, None)?.await?;
            }
            NoteChange::Remove(id) => store.delete(Query::Key(JsValue::from(id)))?.await?,
        }
        let result = committed(transaction).await;
        database.close();
        result
    };
    done.await.map_err(|error: idb::Error| error.to_string())
}

/// Forgets all notes of another site, by its key.
///
/// # Errors
///
/// Where the browser keeps none.
pub async fn forget(site: &str) -> Result<(), idb::Error> {
    Factory::new()?.delete(&name_of(site))?.await
}

/// A new id for a note.
pub fn new_id() -> String {
    // Pages without a secure origin do not have it.
    let uuid = Reflect::get(&window(), &"crypto".into())
        .and_then(|crypto| {
            let make = Reflect::get(&crypto, &"randomUUID".into())?;
            js_sys::Function::from(make).call0(&crypto)
        })
        .ok()
        .and_then(|uuid| uuid.as_string());
    let uuid = uuid.unwrap_or_else(|| {
        format!("{:x}-{:x}", js_sys::Date::now() as u64, (js_sys::Math::random() * 1e16) as u64)
    });
    format!("urn:uuid:{uuid}")
}

/// The time, as notes have it.
pub fn now() -> String {
    String::from(js_sys::Date::new_0().to_iso_string())
}

/// The notes of a file, and how many of its items are none; `None` where it holds no annotations.
pub fn from_json(text: &str) -> Option<(Vec<Note>, usize)> {
    let page: AnnotationPage = serde_json::from_str(text).ok()?;
    Some(page.notes())
}
