//! The browser's database (IndexedDB), where its library leaves something to be said.

use idb::{Error, Transaction, TransactionResult};

/// Ends a transaction that writes; an error where it was not done.
///
/// Browsers abort one for which there is no room, and the library counts that as an end like another.
pub async fn committed(transaction: Transaction) -> Result<(), Error> {
    match transaction.commit()?.await? {
        TransactionResult::Committed => Ok(()),
        TransactionResult::Aborted => Err(Error::TransactionCommitError("there is no room".into())),
    }
}
