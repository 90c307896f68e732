//! The note in the folder of a part of a site, which says what it is a part of.

use std::fs;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};
use whosaid::press::Portion;

/// Its name.
pub const NOTE: &str = "part.json";

/// What a part says of itself.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Its number, from 1.
    pub part: usize,
    /// How many there are.
    pub of: usize,
    /// The version of the site, the same in all its parts.
    pub edition: String,
    /// How many files it has, without this note.
    pub files: usize,
}

/// Writes the note of a part of that edition, with so many files, into its folder.
///
/// # Errors
///
/// When it cannot be written.
pub fn write(folder: &Path, portion: Portion, edition: &str, files: usize) -> io::Result<()> {
    let edition = edition.to_owned();
    let note = Note { part: portion.number(), of: portion.of(), edition, files };
    fs::write(folder.join(NOTE), format!("{}\n", serde_json::to_string(&note)?))
}

/// Whether a folder has the note of a part.
pub fn is_part(folder: &Path) -> bool {
    let note = fs::read(folder.join(NOTE)).unwrap_or_default();
    serde_json::from_slice::<Note>(&note).is_ok()
}
