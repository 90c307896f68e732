//! Posting lists: the articles in which a term occurs.
//!
//! For each article, ascending, *leb* of (articles since the last one, shifted left by 1, plus 1 if the
//! term occurs there more than once).

use crate::bytes::{push_leb128, take_leb128};

/// That a term occurs in an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Posting {
    /// The article's place in the dossier.
    pub article: u32,
    /// Whether the term occurs there more than once.
    pub often: bool,
}

/// Where the bytes of a posting list lie among those of all lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListPlace {
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl ListPlace {
    /// In bytes: a list has no more postings than that.
    #[must_use]
    pub fn len(self) -> usize {
        self.end.saturating_sub(self.start) as usize
    }

    /// Whether there is no posting.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The list's bytes in a run of lists that begins at `first`; none where they are not all there.
    #[must_use]
    pub fn within(self, lists: &[u8], first: u32) -> Option<&[u8]> {
        let start = self.start.checked_sub(first)?;
        let end = self.end.checked_sub(first)?;
        lists.get(start as usize..end as usize)
    }
}

/// The posting list of a term, decoded as it is iterated over: ascending by article; at least one
/// posting unless the index is damaged.
#[derive(Debug, Clone, Copy)]
pub struct Postings<'a> {
    rest: &'a [u8],
    next: u32,
    n_articles: u32,
}

impl<'a> Postings<'a> {
    /// The list that `bytes` hold, in an index of so many articles.
    pub(super) fn new(bytes: &'a [u8], n_articles: u32) -> Self {
        Self { rest: bytes, next: 0, n_articles }
    }
}

impl Iterator for Postings<'_> {
    type Item = Posting;

    fn next(&mut self) -> Option<Posting> {
        let code = take_leb128(&mut self.rest)?;
        let article = self.next.checked_add(code >> 1)?;
        self.next = article.checked_add(1)?;
        (article < self.n_articles).then_some(Posting { article, often: code & 1 == 1 })
    }
}

/// Encodes a posting list while the articles are read.
#[derive(Debug, Clone, Default)]
pub(super) struct PostingsWriter {
    bytes: Vec<u8>,
    /// Where the last article's bytes begin.
    last: usize,
    /// The article after the last one.
    next: u32,
}

impl PostingsWriter {
    /// Adds an occurrence, in no article before the last one.
    pub fn add(&mut self, article: u32) {
        if article < self.next {
            // The lowest bit of a number lies in its first byte.
            self.bytes[self.last] |= 1;
            return;
        }
        self.last = self.bytes.len();
        push_leb128((article - self.next) << 1, &mut self.bytes);
        self.next = article + 1;
    }

    /// The list so far.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }
}
