//! Records: values in the format of [postcard](https://postcard.jamesmunns.com/wire-format), one
//! after the other.

use serde::{Deserialize, Serialize};

/// Appends a value.
pub(super) fn push<T: Serialize + ?Sized>(value: &T, records: &mut Vec<u8>) {
    let bytes = postcard::to_allocvec(value).expect("a list knows its length");
    records.extend(bytes);
}

/// Takes a value off the front; `None` where the bytes are not there or not sound, and then all stays.
pub(super) fn take<'a, T: Deserialize<'a>>(records: &mut &'a [u8]) -> Option<T> {
    let (value, rest) = postcard::take_from_bytes(records).ok()?;
    *records = rest;
    Some(value)
}

/// The value at the front.
pub(super) fn first<'a, T: Deserialize<'a>>(mut records: &'a [u8]) -> Option<T> {
    take(&mut records)
}
