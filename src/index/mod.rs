//! The index: in which paragraphs a word stands.
//!
//! [`build`] makes its bytes when a dossier is pressed; [`Index`] reads them where they lie, in the
//! browser. Opening checks the header and the borders of the sections and looks at nothing else, so
//! its cost does not grow with the dossier; what a query touches is checked when it is touched, and
//! damaged bytes give fewer answers, never a panic.
//!
//! The unit is the paragraph, because that is what a hit is. Where in the paragraph a word stands is
//! not stored: a reader has the text anyway, and finding the place there costs nothing that can be
//! felt, while positions would make the index several times as large.
//!
//! # Layout
//!
//! All numbers are little-endian `u32`; offsets count from the start of the section after.
//!
//! ```text
//! magic, version, n_articles, n_paragraphs, n_terms, n_words, len_terms, len_postings
//! first paragraph of each article, and the end     (n_articles + 1 numbers)
//! offset of each term, and the end                 (n_terms + 1)
//! offset of each term's postings, and the end      (n_terms + 1)
//! terms, in order of their bytes                   (len_terms bytes)
//! postings: for each, as LEB128, the paragraphs since the one before and the count of the word
//! ```

use std::fmt;
use std::ops::Range;

use crate::article::{Article, ArticleId};
use crate::quotation::Quotation;

pub use build::IndexBuilder;

mod build;

const MAGIC: u32 = u32::from_le_bytes(*b"wsix");
const VERSION: u32 = 1;
const N_HEADER: usize = 8;

/// The longest term in bytes; longer words stand under their beginning.
pub(crate) const MAX_TERM: usize = 64;

/// The bytes of an index of `articles` and their quotations.
///
/// Deterministic: the same input gives the same bytes.
#[must_use]
pub fn build(articles: &[Article], quotations: &[Vec<Quotation>]) -> Vec<u8> {
    let mut builder = IndexBuilder::default();
    for (idx, article) in articles.iter().enumerate() {
        builder.add(article, quotations.get(idx).map_or(&[], Vec::as_slice));
    }
    builder.finish()
}

/// An index, read where its bytes lie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Index {
    bytes: Vec<u8>,
    n_articles: u32,
    n_paragraphs: u32,
    n_terms: u32,
    n_words: u32,
    articles: Range<usize>,
    term_offsets: Range<usize>,
    posting_offsets: Range<usize>,
    terms: Range<usize>,
    postings: Range<usize>,
}

/// A term's place in the dictionary, from 0 in order of the terms' bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TermId(pub u32);

/// That a term stands in a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Posting {
    /// The paragraph, counted through all articles of the dossier.
    pub paragraph: u32,
    /// How often the term stands there; at least 1.
    pub count: u32,
}

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
    /// They end too early or too late, or a section lies outside of them.
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
            Self::NotAnIndex => {
                f.write_str("these bytes are not a search index; press the dossier again")
            }
            Self::Version { expected, got } => write!(
                f,
                "the search index has version {got} and this program reads version {expected}; press the dossier again"
            ),
            Self::Length { expected, got } => write!(
                f,
                "the search index should be {expected} bytes long and is {got}; press the dossier again"
            ),
        }
    }
}

impl std::error::Error for IndexError {}

impl Index {
    /// Opens an index in `bytes`. Looks at the header only.
    ///
    /// # Errors
    ///
    /// If the bytes are not an index, one of another version, or of the wrong length.
    pub fn open(bytes: impl Into<Vec<u8>>) -> Result<Self, IndexError> {
        let bytes = bytes.into();
        let field = |idx: usize| number(&bytes, 4 * idx).ok_or(IndexError::NotAnIndex);
        if field(0)? != MAGIC {
            return Err(IndexError::NotAnIndex);
        }
        let version = field(1)?;
        if version != VERSION {
            return Err(IndexError::Version { expected: VERSION, got: version });
        }
        let (n_articles, n_paragraphs, n_terms) = (field(2)?, field(3)?, field(4)?);
        let lengths = [
            4 * (u64::from(n_articles) + 1),
            4 * (u64::from(n_terms) + 1),
            4 * (u64::from(n_terms) + 1),
            u64::from(field(6)?),
            u64::from(field(7)?),
        ];
        let expected = 4 * N_HEADER as u64 + lengths.iter().sum::<u64>();
        if expected != bytes.len() as u64 {
            return Err(IndexError::Length { expected, got: bytes.len() as u64 });
        }
        let mut end = 4 * N_HEADER;
        let [articles, term_offsets, posting_offsets, terms, postings] = lengths.map(|length| {
            let start = end;
            end += length as usize;
            start..end
        });
        let n_words = field(5)?;
        Ok(Self {
            bytes,
            n_articles,
            n_paragraphs,
            n_terms,
            n_words,
            articles,
            term_offsets,
            posting_offsets,
            terms,
            postings,
        })
    }

    /// The number of paragraphs, headlines included, in all articles.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The number of paragraphs, headlines included.
    #[must_use]
    pub fn n_paragraphs(&self) -> u32 {
        self.n_paragraphs
    }

    /// The number of words in all paragraphs.
    #[must_use]
    pub fn n_words(&self) -> u32 {
        self.n_words
    }

    /// The paragraphs of an article, counted through all articles; empty if there is no such article.
    #[must_use]
    pub fn paragraphs_of(&self, article: ArticleId) -> Range<u32> {
        let at = |idx: u32| number(&self.bytes[self.articles.clone()], 4 * idx as usize);
        if article.0 >= self.n_articles {
            return 0..0;
        }
        at(article.0).unwrap_or(0)..at(article.0 + 1).unwrap_or(0)
    }

    /// The article in which a paragraph lies, and its number there; `None` if there is none.
    #[must_use]
    pub fn paragraph(&self, paragraph: u32) -> Option<(ArticleId, u32)> {
        let after = partition_point(self.n_articles, |article| {
            self.paragraphs_of(ArticleId(article)).start <= paragraph
        });
        let article = ArticleId(after.checked_sub(1)?);
        let paragraphs = self.paragraphs_of(article);
        paragraphs.contains(&paragraph).then(|| (article, paragraph - paragraphs.start))
    }

    /// The bytes of a term, UTF-8 unless damaged; empty if there is no such term.
    #[must_use]
    pub fn term(&self, term: TermId) -> &[u8] {
        self.stretch(term, &self.term_offsets, &self.terms)
    }

    /// The terms that begin with `prefix`, in order.
    pub fn terms_with_prefix(&self, prefix: &str) -> impl Iterator<Item = TermId> + use<> {
        let prefix = prefix.as_bytes();
        let start = partition_point(self.n_terms, |term| self.term(TermId(term)) < prefix);
        let end = partition_point(self.n_terms, |term| {
            let term = self.term(TermId(term));
            term < prefix || term.starts_with(prefix)
        });
        (start..end.max(start)).map(TermId)
    }

    /// The term of exactly these bytes.
    #[must_use]
    pub fn find(&self, term: &str) -> Option<TermId> {
        let term_id =
            TermId(partition_point(self.n_terms, |id| self.term(TermId(id)) < term.as_bytes()));
        (!term.is_empty() && self.term(term_id) == term.as_bytes()).then_some(term_id)
    }

    /// Where a term stands, by paragraph; each below [`Index::n_paragraphs`].
    pub fn postings(&self, term: TermId) -> impl Iterator<Item = Posting> + '_ {
        let mut rest = self.stretch(term, &self.posting_offsets, &self.postings);
        let mut next = 0u32;
        let n_paragraphs = self.n_paragraphs;
        std::iter::from_fn(move || {
            let paragraph = next.checked_add(leb128(&mut rest)?)?;
            let count = leb128(&mut rest)?;
            next = paragraph.checked_add(1)?;
            (paragraph < n_paragraphs).then_some(Posting { paragraph, count })
        })
    }

    /// The part of the section `data` that belongs to a term, by its entries in `offsets`.
    fn stretch(&self, term: TermId, offsets: &Range<usize>, data: &Range<usize>) -> &[u8] {
        let offsets = &self.bytes[offsets.clone()];
        let at = 4 * term.0 as usize;
        let (Some(start), Some(end)) = (number(offsets, at), number(offsets, at + 4)) else {
            return &[];
        };
        self.bytes[data.clone()].get(start as usize..end as usize).unwrap_or(&[])
    }
}

/// The number at a byte offset.
fn number(bytes: &[u8], at: usize) -> Option<u32> {
    let bytes = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(bytes.try_into().expect("four bytes were taken")))
}

/// Takes one LEB128 number off the front; `None` at the end or where it is too large.
fn leb128(bytes: &mut &[u8]) -> Option<u32> {
    let mut value = 0;
    for shift in (0..32).step_by(7) {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        value |= u32::from(byte & 0x7f).checked_shl(shift)?;
        if byte < 0x80 {
            return Some(value);
        }
    }
    None
}

/// The first of `0..end` for which `before` does not hold, by halving; like the method of slices.
fn partition_point(end: u32, before: impl Fn(u32) -> bool) -> u32 {
    let (mut low, mut high) = (0, end);
    while low < high {
        let middle = low + (high - low) / 2;
        if before(middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}
