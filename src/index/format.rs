//! What the writer and the reader of an index agree on: the sections, the header and the limits.
//!
//! The [module](super) has the layout of each section.

use std::borrow::Cow;

use std::fmt;

pub(super) const MAGIC: u32 = u32::from_le_bytes(*b"wsix");
pub(super) const VERSION: u32 = 7;

/// Terms in a block of the dictionary, but for the last.
pub(super) const BLOCK_TERMS: usize = 64;
/// The most bytes that a term shares with the one before it; no byte of a term is that small.
pub(super) const MAX_SHARED: u8 = 31;
/// The longest term in bytes; longer words are indexed by their first bytes.
const MAX_TERM: usize = 64;

/// The term by which a folded word is indexed: the word itself, or its first 64 bytes, normalized so that
/// spellings of one thing are one term. A number has no separators of thousands and a point before its
/// decimals, an abbreviation has no points, and an Arabic word no definite article.
pub(crate) fn index_term(word: &str) -> Cow<'_, str> {
    let word = match word.as_bytes() {
        [first, rest @ ..] if rest.iter().any(|byte| !byte.is_ascii_alphanumeric()) => {
            let is_number = first.is_ascii_digit();
            if is_number {
                number(word)
            } else if word.is_ascii() {
                Cow::Owned(word.replace('.', ""))
            } else {
                Cow::Borrowed(without_arabic_article(word))
            }
        }
        _ => Cow::Borrowed(word),
    };
    let end = word.floor_char_boundary(MAX_TERM);
    match word {
        Cow::Borrowed(word) => Cow::Borrowed(&word[..end]),
        Cow::Owned(mut word) => {
            word.truncate(end);
            Cow::Owned(word)
        }
    }
}

/// A number as English writes it, without separators of thousands: a comma before three digits is one, before
/// others it is a decimal point.
fn number(word: &str) -> Cow<'_, str> {
    let groups: Vec<&str> = word.split([',', '\u{a0}', '\u{2009}', '\u{202f}']).collect();
    let is_thousands = groups.len() > 1
        && groups[0].len() <= 3
        && groups[0] != "0"
        && groups[1..]
            .iter()
            .all(|group| group.split('.').next().is_some_and(|digits| digits.len() == 3));
    Cow::Owned(if is_thousands { groups.concat() } else { word.replace(',', ".") })
}

/// An Arabic word without the article that is written together with it. Of a short word the two letters are
/// more often its own.
fn without_arabic_article(word: &str) -> &str {
    let rest = word.strip_prefix("\u{627}\u{644}");
    rest.filter(|rest| rest.chars().count() > 2).unwrap_or(word)
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
