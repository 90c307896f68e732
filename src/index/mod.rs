//! The index: in which articles a word stands, and who is quoted in which paragraph.
//!
//! [`build()`] makes its bytes when a dossier is pressed; [`Index`] reads them where they lie, in the
//! browser. Opening checks the header and the lengths of the sections and looks at nothing else, so
//! its cost does not grow with the dossier; what a query touches is checked when it is touched, and
//! damaged bytes give fewer answers, never a panic.
//!
//! # What is in it and what is not
//!
//! The index names articles, and whether a word stands there more than once: enough to say which
//! articles may answer a query and which of them promise most. In which paragraphs, how often and
//! where is found in the text, which whoever has the index has too, and which is bundled anyway.
//!
//! Weighed on 10,000 stories of Reuters-21578 (13 MB, 82,000 paragraphs, 53,000 terms), as Brotli 11
//! makes them small:
//!
//! | postings | million | MB |
//! |---|---|---|
//! | paragraphs with counts | 1.99 | 2.15 at quality 9 |
//! | paragraphs | 1.99 | 1.83 |
//! | paragraphs in Rice's codes, a parameter a term | 1.99 | 1.85 |
//! | paragraphs by binary interpolation | 1.99 | 1.91 |
//! | articles, and a mask of paragraphs for each | 1.26 | 0.99 and 0.89 |
//! | articles, and whether more than once | 1.26 | 1.12 |
//! | articles in Rice's codes, and whether more than once | 1.26 | 1.13 |
//!
//! Naming paragraphs would tell all counts without reading, at one and a half times the size. Naming
//! articles, the first hits cost reading some 32 kB of text, and the counts for a frequent word up to
//! all of it, a third of a second for those 13 MB; so the search shows the one at once and does the
//! other in slices ([`crate::query::Search`]). Codes of bits gain nothing over bytes that Brotli
//! packs, and cost code.
//!
//! Word forms are found out when the dossier is pressed: each term names its Snowball stem, so a
//! reader has the forms of every word without a stemmer. For the same reason the quotations are
//! here by speaker, so that counts for every speaker cost one pass over their lists.
//!
//! # Layout
//!
//! Numbers are little-endian `u32`; *leb* is unsigned LEB128. Paragraphs count through all articles.
//!
//! | section | content |
//! |---|---|
//! | header | magic, version, the number of paragraphs, the length of their texts and that of each section below, in bytes |
//! | article outlets | the outlet of each article |
//! | speaker offsets | where each speaker's list begins, and the end; *unattributed* first |
//! | outlets | slugs, each a *leb* length and bytes |
//! | stem ends | what stems have at their end that their words have not, likewise |
//! | endings | common endings of words, likewise |
//! | speaker lists | *leb* of (paragraphs since the last one, shifted left by 3, or a bit for each kind) |
//! | blocks | for each block of terms where its words, its terms and its postings begin, and the ends |
//! | words | of terms in order of their bytes, 64 a block: a byte with the number of bytes shared with the word before (0 at the head of a block, at most 31), then the others, none of them below 32 |
//! | terms | for each a byte for its stem (how many bytes to cut off, plus 16 times what to add from the stem ends), and *leb* of the length of its postings |
//! | postings | for each article with the term *leb* of (articles since the last one, shifted left by 1, plus 1 if it has it more than once) |
//!
//! An index is *brief* where the texts have at most 64 kB: then the last four sections hold nothing
//! but the stems, a byte a term. Everything else in them follows from the texts, and whoever opens
//! the index makes it anew by the very code that writes the whole ones ([`Index::complete`]), in less
//! time than a frame. That is most of a small index: 8 of 9 kB of the default dossier, for which its
//! readers pay 6 kB in Brotli on their first visit, and the code 1 kB.
//!
//! Like lies with like, and small numbers in bytes of their own, because that is what Brotli makes
//! small.
//!
//! The words, terms and postings of a block are each one stretch that nothing else points into, so
//! they can come to lie in files of their own when a dossier is too large to be loaded at once.

use std::borrow::Cow;
use std::fmt;

use crate::article::{Article, ArticleId};
use crate::bytes::{take_leb128, take_prefixed, u32_at};
use crate::quotation::{Quotation, SpeakerId};

pub use build::IndexBuilder;
pub use dictionary::{Entry, Posting, Postings};

mod build;
mod dictionary;
mod near;
mod stem;

const MAGIC: u32 = u32::from_le_bytes(*b"wsix");
const VERSION: u32 = 5;
/// The longest texts of a dossier, in bytes, whose dictionary is left out.
const MAX_BRIEF: u32 = 1 << 16;
/// Terms in a block of the dictionary, but for the last.
const BLOCK_TERMS: usize = 64;
/// The most bytes that a word leaves to the word before; no byte of a word is that small.
const MAX_SHARED: u8 = 31;

/// The longest term in bytes; longer words stand under their beginning.
pub(crate) const MAX_TERM: usize = 64;

/// The bytes of an index of `articles` and their quotations.
///
/// `language` (BCP 47) is that of articles that state none; it decides on the forms of words.
/// Deterministic: the same input gives the same bytes.
#[must_use]
pub fn build(language: &str, articles: &[Article], quotations: &[Vec<Quotation>]) -> Vec<u8> {
    let mut builder = IndexBuilder::new(language);
    for (idx, article) in articles.iter().enumerate() {
        builder.add(article, quotations.get(idx).map_or(&[], Vec::as_slice));
    }
    builder.finish()
}

/// An index, read where its bytes lie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Index<'a> {
    bytes: Cow<'a, [u8]>,
    /// Where each section begins, and the last one's end.
    borders: [usize; N_SECTIONS + 1],
    /// The sections from [`Section::Blocks`] on, where the bytes leave them out.
    made: Option<[Vec<u8>; N_SECTIONS - Section::Blocks as usize]>,
}

/// What follows the header, in the order of the bytes.
#[derive(Debug, Clone, Copy)]
enum Section {
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

const N_SECTIONS: usize = 10;
/// Magic, version, the number of paragraphs, the length of their texts, and that of each section.
const HEADER_LEN: usize = 4 * (4 + N_SECTIONS);

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

impl<'a> Index<'a> {
    /// The index of `articles` and their quotations, in the language that [`build()`] takes.
    #[must_use]
    pub fn of(language: &str, articles: &[Article], quotations: &[Vec<Quotation>]) -> Self {
        let bytes = build(language, articles, quotations);
        let mut index = Self::open(bytes).expect("an index that was just built can be opened");
        index.complete(articles);
        index
    }

    /// Opens an index in `bytes`. Looks at the header only. A brief one is to be
    /// [completed](Index::complete) next.
    ///
    /// # Errors
    ///
    /// If the bytes are not an index, one of another version, or of the wrong length.
    pub fn open(bytes: impl Into<Cow<'a, [u8]>>) -> Result<Self, IndexError> {
        let bytes: Cow<'a, [u8]> = bytes.into();
        let field = |idx: usize| u32_at(&bytes, idx).ok_or(IndexError::NotAnIndex);
        if field(0)? != MAGIC {
            return Err(IndexError::NotAnIndex);
        }
        let version = field(1)?;
        if version != VERSION {
            return Err(IndexError::Version { expected: VERSION, got: version });
        }
        let mut borders = [HEADER_LEN; N_SECTIONS + 1];
        let mut expected = HEADER_LEN as u64;
        for (border, idx) in borders[1..].iter_mut().zip(4..) {
            expected += u64::from(field(idx)?);
            *border = expected as usize;
        }
        if expected != bytes.len() as u64 {
            return Err(IndexError::Length { expected, got: bytes.len() as u64 });
        }
        Ok(Self { bytes, borders, made: None })
    }

    /// Whether the dictionary is left out, and was not [made](Index::complete) yet.
    fn is_brief(&self) -> bool {
        // There would be ends, if not of blocks.
        self.section(Section::Blocks).is_empty()
    }

    /// The bytes it was opened from.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The number of paragraphs in all articles, headlines included.
    #[must_use]
    pub fn n_paragraphs(&self) -> u32 {
        u32_at(&self.bytes, 2).unwrap_or(0)
    }

    /// The number of articles.
    #[must_use]
    pub fn n_articles(&self) -> u32 {
        self.section(Section::ArticleOutlets).len() as u32 / 4
    }

    /// The length of an average paragraph in bytes; above 0.
    #[must_use]
    pub fn average_paragraph(&self) -> f32 {
        let text_len = u32_at(&self.bytes, 3).unwrap_or(0);
        (text_len as f32 / self.n_paragraphs().max(1) as f32).max(1.0)
    }

    /// The outlets' slugs, each once; [`Index::outlet_of`] is an index into them.
    #[must_use]
    pub fn outlets(&self) -> Vec<&str> {
        self.list(Section::Outlets)
    }

    /// The outlet of an article, as an index into [`Index::outlets`].
    #[must_use]
    pub fn outlet_of(&self, article: ArticleId) -> Option<usize> {
        let outlet = u32_at(self.section(Section::ArticleOutlets), article.0 as usize);
        outlet.map(|outlet| outlet as usize)
    }

    /// The paragraphs that hold a quotation by `speaker` (`None` is *unattributed*), ascending; with
    /// a bit for each [`Kind`](crate::quotation::Kind) among those quotations, bit 0 for the first of
    /// [`Kind::ALL`](crate::quotation::Kind::ALL).
    pub fn quoted(&self, speaker: Option<SpeakerId>) -> impl Iterator<Item = (u32, u8)> + '_ {
        let list_idx = speaker.map_or(Some(0), |id| (id.0 as usize).checked_add(1));
        let offsets = self.section(Section::SpeakerOffsets);
        let offset = |idx: usize| u32_at(offsets, idx).map(|offset| offset as usize);
        let list = list_idx.and_then(|idx| {
            let range = offset(idx)?..offset(idx.checked_add(1)?)?;
            self.section(Section::SpeakerLists).get(range)
        });
        let mut rest = list.unwrap_or(&[]);
        let mut next = 0u32;
        let n_paragraphs = self.n_paragraphs();
        std::iter::from_fn(move || {
            let code = take_leb128(&mut rest)?;
            let paragraph = next.checked_add(code >> 3)?;
            next = paragraph.checked_add(1)?;
            (paragraph < n_paragraphs).then_some((paragraph, (code & 7) as u8))
        })
    }

    /// Everyone who is quoted, *unattributed* first.
    pub fn speakers(&self) -> impl Iterator<Item = Option<SpeakerId>> + use<> {
        // An offset for each of them, one for *unattributed* and one for the end.
        let n_speakers = (self.section(Section::SpeakerOffsets).len() as u32 / 4).saturating_sub(2);
        std::iter::once(None).chain((0..n_speakers).map(|id| Some(SpeakerId(id))))
    }

    /// The words of a section of words.
    #[inline(never)]
    fn list(&self, section: Section) -> Vec<&str> {
        let mut rest = self.section(section);
        let mut words = Vec::new();
        while let Some(word) = take_prefixed(&mut rest) {
            words.push(std::str::from_utf8(word).unwrap_or_default());
        }
        words
    }

    #[inline(never)]
    fn section(&self, section: Section) -> &[u8] {
        let idx = section as usize;
        if let Some(made) = &self.made
            && let Some(made_idx) = idx.checked_sub(Section::Blocks as usize)
        {
            return &made[made_idx];
        }
        &self.bytes[self.borders[idx]..self.borders[idx + 1]]
    }
}
