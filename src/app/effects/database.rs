//! The browser's database (IndexedDB), where its library leaves something to be said.

use std::ops::Deref;

use idb::{
    Database, DatabaseEvent, Error, Factory, KeyPath, ObjectStoreParams, Transaction,
    TransactionResult,
};

/// A database, for as long as it is needed: an open one keeps a newer version of the page out.
pub struct Open(Database);

impl Deref for Open {
    type Target = Database;

    fn deref(&self) -> &Database {
        &self.0
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.0.close();
    }
}

/// Opens a database of these stores, whose records have their keys in the field `id`, and makes it where it is missing.
pub async fn open(
    name: &str,
    version: u32,
    stores: &'static [&'static str],
) -> Result<Open, Error> {
    let mut request = Factory::new()?.open(name, Some(version))?;
    request.on_upgrade_needed(move |event| {
        let Ok(database) = event.database() else { return };
        for store in stores {
            let mut params = ObjectStoreParams::new();
            params.key_path(Some(KeyPath::new_single("id")));
            // Where it fails, opening fails.
            let _ = database.create_object_store(store, params);
        }
    });
    request.await.map(Open)
}

/// Forgets a database with all that is in it.
pub async fn forget(name: &str) -> Result<(), Error> {
    Factory::new()?.delete(name)?.await
}

/// Ends a transaction that writes; an error where it was not done.
///
/// Browsers abort one for which there is no room, and the library counts that as an end like another.
pub async fn committed(transaction: Transaction) -> Result<(), Error> {
    match transaction.commit()?.await? {
        TransactionResult::Committed => Ok(()),
        TransactionResult::Aborted => Err(Error::TransactionCommitError("there is no room".into())),
    }
}
