//! [`KeptDossiers`]: the dossiers that this browser keeps, in its database (IndexedDB).
//!
//! A dossier is two records: what the list shows of it, and its files. Both change in one transaction, so a tab that
//! is closed in the middle of it loses nothing. Each change has a `revision` of its own; a tab that finds another one
//! than it wrote or read does not write over what another tab wrote, and keeps its dossier as a copy.
//!
//! What is deleted is marked so, and can be put back as long as it is among the last that were.

use idb::{Query, Transaction, TransactionMode};
use js_sys::{Array, Uint8Array};
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};

use crate::app::effects::clock;
use crate::app::effects::database::{self, Open, committed};
use crate::app::effects::dom::property;
use crate::maker::folder::{Folder, title_of_copy};
use crate::maker::message::{self, Elsewhere, KeptDossier};
use crate::wording::counted;

const NAME: &str = "whosaid:dossiers";
/// The version of the database; a newer program may have made a newer one.
const VERSION: u32 = 1;
const LIST: &str = "list";
const FILES: &str = "files";

/// How many deleted dossiers can be put back.
const MOST_DELETED: usize = 10;

const GONE: &str = "This dossier is not kept any more; another tab deleted it.";

/// What the list shows of a dossier, as it is stored.
#[derive(Clone, Serialize, Deserialize)]
struct Record {
    id: u32,
    title: String,
    changed: String,
    n_bytes: usize,
    /// No two changes have the same.
    revision: f64,
    /// Records of an earlier program have not this, nor the next.
    #[serde(default)]
    n_articles: Option<usize>,
    #[serde(default)]
    is_beside: bool,
    /// When it was deleted, where it was.
    #[serde(default)]
    deleted: Option<String>,
}

/// What a record has that its files do not tell.
#[derive(Default)]
struct Details {
    /// When it was changed; now where it is `None`.
    changed: Option<String>,
    n_articles: Option<usize>,
    is_beside: bool,
}

impl Details {
    fn of(record: &Record) -> Self {
        let Record { n_articles, is_beside, .. } = *record;
        Self { changed: Some(record.changed.clone()), n_articles, is_beside }
    }
}

/// The dossiers that this browser keeps, and which of them is open.
#[derive(Default)]
pub struct KeptDossiers {
    /// The number and the revision of the open dossier, where it is kept.
    open: Option<(u32, f64)>,
    /// The number of the one that was deleted last here, until it is put back.
    deleted_last: Option<u32>,
    trouble: String,
    /// Whether the last change of the open dossier is neither kept nor taken away.
    is_unkept: bool,
}

impl KeptDossiers {
    /// Opens a dossier; the one that was changed last where no number is given. `None` where there is none.
    ///
    /// # Errors
    ///
    /// Why it cannot be opened.
    pub async fn open(&mut self, id: Option<u32>) -> Result<Option<Folder>, String> {
        match dossier(id).await.map_err(|error| error.to_string())? {
            Some((record, folder)) => {
                self.open = Some((record.id, record.revision));
                Ok(Some(folder))
            }
            None if id.is_some() => Err(GONE.to_owned()),
            None => Ok(None),
        }
    }

    /// Begins a new dossier, which is kept with its first file.
    pub fn begin(&mut self) {
        self.open = None;
    }

    /// Keeps the open dossier, which has so many articles.
    pub async fn keep(&mut self, folder: &Folder, n_articles: Option<usize>) {
        if self.open.is_none() && folder.is_empty() {
            return;
        }
        match put(self.open, folder, Details { n_articles, ..Details::default() }).await {
            Ok((open, is_copy)) => {
                self.is_unkept = false;
                self.open = Some(open);
                self.trouble = if is_copy {
                    "Another tab has changed this dossier, so yours is kept as one of its own, a copy from a second \
                     tab."
                        .to_owned()
                } else {
                    String::new()
                };
            }
            Err(error) => {
                self.is_unkept = true;
                self.trouble = format!(
                    "This browser does not keep your dossier ({error}). Take its folder away before you close \
                     this page; deleted dossiers take up room until they are deleted for good."
                );
            }
        }
    }

    /// Whether the open dossier could not be kept.
    pub fn is_unkept(&self) -> bool {
        self.is_unkept
    }

    /// Tries once more to keep the open dossier where it is not, before another takes its place.
    ///
    /// # Errors
    ///
    /// That it is still not kept.
    pub async fn leave(
        &mut self,
        folder: &Folder,
        n_articles: Option<usize>,
    ) -> Result<(), String> {
        if self.is_unkept {
            self.keep(folder, n_articles).await;
        }
        if self.is_unkept {
            return Err(
                "The open dossier is not kept yet, so it stays open: take its folder away first."
                    .to_owned(),
            );
        }
        self.trouble.clear();
        Ok(())
    }

    /// Notes that the open dossier was taken away as it is.
    pub fn note_taken(&mut self) {
        self.is_unkept = false;
    }

    /// Makes a copy of a dossier.
    ///
    /// # Errors
    ///
    /// Why it cannot be made.
    pub async fn copy(&mut self, id: u32) -> Result<(), String> {
        let in_words = |error: idb::Error| format!("It was not copied: {error}.");
        let (record, mut folder) = dossier(Some(id)).await.map_err(in_words)?.ok_or(GONE)?;
        let (list, _) = list().await.map_err(in_words)?;
        let taken: Vec<String> = list.into_iter().map(|record| record.title).collect();
        // Settings that cannot be read are copied as they are.
        let _ = folder.set_title(&title_of_copy(&folder.title(), &taken));
        let details = Details { n_articles: record.n_articles, ..Details::default() };
        put(None, &folder, details).await.map(drop).map_err(in_words)
    }

    /// Gives a dossier that is not open another title.
    ///
    /// # Errors
    ///
    /// Why it was not given, or that a copy has it.
    pub async fn rename(&mut self, id: u32, title: &str) -> Result<(), String> {
        let in_words = |error: idb::Error| format!("It was not renamed: {error}.");
        let (record, mut folder) = dossier(Some(id)).await.map_err(in_words)?.ok_or(GONE)?;
        folder.set_title(title)?;
        // A title is no reason for another place in the list.
        let details = Details::of(&record);
        let put = put(Some((id, record.revision)), &folder, details).await;
        match put.map_err(in_words)? {
            (_, false) => Ok(()),
            (_, true) => {
                Err("Another tab has just changed this dossier, so a copy has the new title."
                    .to_owned())
            }
        }
    }

    /// Deletes a dossier, which can be put back until [`MOST_DELETED`] others are deleted. Gives the numbers of
    /// those that are gone for good.
    ///
    /// # Errors
    ///
    /// Why it was not.
    pub async fn delete(&mut self, id: u32) -> Result<Vec<u32>, String> {
        let gone = async {
            let (_open, transaction) = begin(TransactionMode::ReadWrite).await?;
            let (mut deleted, kept) = divided(list_in(&transaction).await?);
            if let Some(mut record) = kept.into_iter().find(|record| record.id == id) {
                record.deleted = Some(clock::timestamp());
                write(&transaction, &record).await?;
                deleted.insert(0, record);
            }
            let gone = deleted.into_iter().skip(MOST_DELETED).map(|record| record.id);
            let gone: Vec<u32> = gone.collect();
            erase(&transaction, &gone).await?;
            committed(transaction).await?;
            Ok(gone)
        };
        let gone =
            gone.await.map_err(|error: idb::Error| format!("It was not deleted: {error}."))?;
        self.deleted_last = Some(id);
        if self.open_number() == Some(id) {
            self.open = None;
        }
        Ok(gone)
    }

    /// Puts back a deleted dossier. By its number the reader finds its notes.
    ///
    /// # Errors
    ///
    /// Why it was not.
    pub async fn restore(&mut self, id: u32) -> Result<(), String> {
        let restored = async {
            let (_open, transaction) = begin(TransactionMode::ReadWrite).await?;
            let (deleted, _) = divided(list_in(&transaction).await?);
            let Some(mut record) = deleted.into_iter().find(|record| record.id == id) else {
                return Ok(false);
            };
            record.deleted = None;
            record.changed = clock::timestamp();
            write(&transaction, &record).await?;
            committed(transaction).await?;
            Ok(true)
        };
        match restored.await {
            Ok(true) => self.deleted_last = self.deleted_last.filter(|last| *last != id),
            Ok(false) => return Err("It is not there any more to be put back.".to_owned()),
            Err::<_, idb::Error>(error) => return Err(format!("It was not put back: {error}.")),
        }
        Ok(())
    }

    /// Takes a deleted dossier out of this browser for good.
    ///
    /// # Errors
    ///
    /// Why it was not.
    pub async fn erase(&mut self, id: u32) -> Result<(), String> {
        let erased = async {
            let (_open, transaction) = begin(TransactionMode::ReadWrite).await?;
            erase(&transaction, &[id]).await?;
            committed(transaction).await
        };
        erased.await.map_err(|error: idb::Error| format!("It was not deleted: {error}."))?;
        self.deleted_last = self.deleted_last.filter(|last| *last != id);
        Ok(())
    }

    /// The number of the open dossier, where it is kept.
    pub fn open_number(&self) -> Option<u32> {
        self.open.map(|(id, _)| id)
    }

    /// What the page shows of it.
    pub async fn shown(&self) -> message::Shelf {
        let (list, trouble, can_be_read) = match list().await {
            Ok((list, 0)) => (list, self.trouble.clone(), true),
            Ok((list, n)) => (list, with_unreadable(&self.trouble, n), true),
            Err(error) => (Vec::new(), why_unread(&error), false),
        };
        let (deleted, list) = divided(list);
        let elsewhere = self.open.filter(|_| can_be_read).and_then(|(id, revision)| {
            match list.iter().find(|record| record.id == id) {
                Some(record) if record.revision == revision => None,
                Some(_) => Some(Elsewhere::Changed),
                None => Some(Elsewhere::Deleted),
            }
        });
        let kept = |record: Record| {
            let Record { id, title, n_bytes, n_articles, is_beside, .. } = record;
            let changed = clock::local(record.deleted.as_ref().unwrap_or(&record.changed));
            KeptDossier { id, title, changed, n_bytes, n_articles, is_beside }
        };
        message::Shelf {
            dossiers: list.into_iter().map(kept).collect(),
            open: self.open_number(),
            deleted: deleted.into_iter().map(kept).collect(),
            deleted_last: self.deleted_last,
            trouble,
            is_unkept: self.is_unkept,
            elsewhere,
        }
    }
}

/// What else is wrong, and that some dossiers are not shown.
fn with_unreadable(trouble: &str, n: usize) -> String {
    let dossiers = counted(n, "dossier here", "dossiers here");
    let unreadable = format!(
        "{dossiers} cannot be read, perhaps kept by a newer version of this page; nothing of it is lost."
    );
    [trouble, &unreadable].join(" ").trim_start().to_owned()
}

/// Why the dossiers that are kept cannot be seen, and what to do: sentences.
fn why_unread(error: &idb::Error) -> String {
    let is_newer = match error {
        idb::Error::DomException(exception) => exception.name() == "VersionError",
        _ => false,
    };
    if is_newer {
        return "A newer version of this page keeps your dossiers here, where this one cannot read them; they are not \
                lost. Load this page anew, or open the newer one."
            .to_owned();
    }
    format!(
        "This browser keeps no dossiers here ({error}). Take yours away before you close this page."
    )
}

async fn begin(mode: TransactionMode) -> Result<(Open, Transaction), idb::Error> {
    let open = database::open(NAME, VERSION, &[LIST, FILES]).await?;
    let transaction = open.transaction(&[LIST, FILES], mode)?;
    Ok((open, transaction))
}

/// All dossiers, those changed last first, and how many others cannot be read, which stay as they are.
async fn list() -> Result<(Vec<Record>, usize), idb::Error> {
    let (_open, transaction) = begin(TransactionMode::ReadOnly).await?;
    all_in(&transaction).await
}

async fn all_in(transaction: &Transaction) -> Result<(Vec<Record>, usize), idb::Error> {
    let all = transaction.object_store(LIST)?.get_all(None, None)?.await?;
    let n_all = all.len();
    let records = all.into_iter().filter_map(|record| serde_wasm_bindgen::from_value(record).ok());
    let mut records: Vec<Record> = records.collect();
    let n_unreadable = n_all - records.len();
    records.sort_by(|one, other| other.changed.cmp(&one.changed));
    Ok((records, n_unreadable))
}

/// The dossiers that can be read.
async fn list_in(transaction: &Transaction) -> Result<Vec<Record>, idb::Error> {
    Ok(all_in(transaction).await?.0)
}

/// Those that were deleted, the last first, and the others.
fn divided(list: Vec<Record>) -> (Vec<Record>, Vec<Record>) {
    let (mut deleted, kept): (Vec<Record>, Vec<Record>) =
        list.into_iter().partition(|record| record.deleted.is_some());
    deleted.sort_by(|one, other| other.deleted.cmp(&one.deleted));
    (deleted, kept)
}

/// A dossier, the one that was changed last where no number is given; `None` where it is gone or deleted.
async fn dossier(id: Option<u32>) -> Result<Option<(Record, Folder)>, idb::Error> {
    let (_open, transaction) = begin(TransactionMode::ReadOnly).await?;
    dossier_in(&transaction, id).await
}

/// The same in a transaction, whose records and files are of one change.
async fn dossier_in(
    transaction: &Transaction,
    id: Option<u32>,
) -> Result<Option<(Record, Folder)>, idb::Error> {
    let (_, kept) = divided(list_in(transaction).await?);
    let Some(record) = kept.into_iter().find(|record| id.is_none_or(|id| record.id == id)) else {
        return Ok(None);
    };
    let folder = files_in(transaction, record.id).await?;
    Ok(Some((record, folder)))
}

async fn files_in(transaction: &Transaction, id: u32) -> Result<Folder, idb::Error> {
    let record = transaction.object_store(FILES)?.get(Query::Key(id.into()))?.await?;
    let files = record.and_then(|record| property(&record, "files").dyn_into().ok());
    let files: Array = files.unwrap_or_default();
    let files = files.iter().filter_map(|file| {
        let file: Array = file.dyn_into().ok()?;
        Some((file.get(0).as_string()?, Uint8Array::new(&file.get(1)).to_vec()))
    });
    Ok(Folder::of(files))
}

/// Keeps a dossier under its number, a new one where it has none or where another tab has changed it; then the
/// answer says so beside its number and revision.
async fn put(
    open: Option<(u32, f64)>,
    folder: &Folder,
    details: Details,
) -> Result<((u32, f64), bool), idb::Error> {
    let (_open, transaction) = begin(TransactionMode::ReadWrite).await?;
    let records = list_in(&transaction).await?;
    let known = open.and_then(|(id, _)| records.iter().find(|record| record.id == id));
    let is_copy = open.zip(known).is_some_and(|((_, mine), record)| mine != record.revision);
    let id = match open {
        Some((id, _)) if !is_copy => id,
        // In seconds of the clock, so that what was deleted has no number that another gets: what the reader keeps
        // of a dossier, it keeps by that.
        _ => {
            let now = (clock::now() / 1000.0) as u32;
            records.iter().map(|record| record.id + 1).fold(now, u32::max)
        }
    };
    let revision = clock::now() + js_sys::Math::random();
    let was_beside = known.is_some_and(|record| record.is_beside);
    let record = Record {
        id,
        title: folder.title(),
        changed: details.changed.unwrap_or_else(clock::timestamp),
        n_bytes: folder.n_bytes(),
        revision,
        n_articles: details.n_articles,
        is_beside: is_copy || was_beside || details.is_beside,
        deleted: None,
    };
    write(&transaction, &record).await?;
    let files: Array = folder
        .files()
        .map(|(path, bytes)| Array::of2(&path.into(), &Uint8Array::from(bytes)))
        .collect();
    let record = js_sys::Object::new();
    for (name, value) in [("id", JsValue::from(id)), ("files", files.into())] {
        // A plain object takes every field.
        let _ = js_sys::Reflect::set(&record, &name.into(), &value);
    }
    transaction.object_store(FILES)?.put(&record, None)?.await?;
    committed(transaction).await?;
    Ok(((id, revision), is_copy))
}

/// Writes what the list shows of a dossier.
async fn write(transaction: &Transaction, record: &Record) -> Result<(), idb::Error> {
    let record = serde_wasm_bindgen::to_value(record).expect("a record is plain data");
    transaction.object_store(LIST)?.put(&record, None)?.await.map(drop)
}

/// Takes dossiers out for good.
async fn erase(transaction: &Transaction, ids: &[u32]) -> Result<(), idb::Error> {
    for id in ids {
        for store in [LIST, FILES] {
            transaction.object_store(store)?.delete(Query::Key((*id).into()))?.await?;
        }
    }
    Ok(())
}
