//! What the writer and the reader of an index agree on: the sections, the header and the limits.
//!
//! The [module](super) has the layout of each section.

use std::fmt;

pub(super) const MAGIC: u32 = u32::from_le_bytes(*b"wsix");
pub(super) const VERSION: u32 = 6;

/// Terms in a block of the dictionary, but for the last.
pub(super) const BLOCK_TERMS: usize = 64;
/// The most bytes that a term shares with the one before it; no byte of a term is that small.
pub(super) const MAX_SHARED: u8 = 31;
/// The longest term in bytes; longer words stand under their beginning.
const MAX_TERM: usize = 64;

/// The term under which a folded word stands in the index: the word itself, or its first 64 bytes.
pub(crate) fn index_term(word: &str) -> &str {
    &word[..word.floor_char_boundary(MAX_TERM)]
}

/// What follows the header, in the order of the bytes.
#[derive(Debug, Clone, Copy)]
pub(super) enum Section {
    ArticleOutlets,
    SpeakerOffsets,
    Outlets,
    StemEnds,
    Endings,
    SpeakerLists,
    Blocks,
    Words,
    Terms,
    Postings,
}

pub(super) const N_SECTIONS: usize = 10;
/// The numbers in the header before the lengths of the sections.
pub(super) const N_HEADER_FIELDS: usize = 4;
/// Magic, version, the number of paragraphs, the length of their texts, and that of each section.
pub(super) const HEADER_LEN: usize = 4 * (N_HEADER_FIELDS + N_SECTIONS);

/// Why bytes are not an index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IndexError {
    /// They do not begin like one.
    NotAnIndex,
    /// They were made by another version of this program.
    Version {
        /// The version that this program reads.
        expected: u32,
        /// The version of the bytes.
        got: u32,
    },
    /// They are longer or shorter than their header says.
    Length {
        /// The length that the header asks for, in bytes.
        expected: u64,
        /// The length there is.
        got: u64,
    },
}

impl fmt::Display for IndexError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAnIndex => f.write_str("these bytes are not a search index"),
            Self::Version { expected, got } => {
                write!(f, "the search index has version {got}, this program reads {expected}")
            }
            Self::Length { expected, got } => {
                write!(f, "the search index should have {expected} bytes and has {got}")
            }
        }?;
        f.write_str("; press the dossier again")
    }
}

impl std::error::Error for IndexError {}
