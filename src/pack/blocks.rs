//! [`Blocks`]: the articles and posting lists of a large dossier, which lie in blocks of bytes beside its pack.
//!
//! # Bytes
//!
//! The section `BLKS` has the number of blocks of articles as `u32`, and for each block a row of 12 bytes: where it
//! ends as `u32`, and its checksum, XXH64 with seed 0. Blocks of articles come first.
//!
//! | block | its bytes | where it ends |
//! |---|---|---|
//! | of articles | what the sections `TEXT` and then `BODY` of the whole pack have of them, so that the table of articles says where in it they are | before the article of that number |
//! | of posting lists | a run of them | at that byte of all lists |

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeSet;
use std::sync::Arc;

use twox_hash::XxHash64;

use super::error::PackError;
use super::sections::{number, number_bytes};
use crate::article::ArticleId;
use crate::index::ListPlace;

/// The blocks of a dossier, those that are there and those that are not yet.
///
/// They come one by one, and stay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blocks<'a> {
    /// A row each, first those of articles.
    rows: &'a [[u8; ROW_LEN]],
    n_of_articles: usize,
    here: Vec<OnceCell<Arc<[u8]>>>,
    /// Those that anything was read from, or was to be.
    asked: RefCell<BTreeSet<usize>>,
    /// Those of them that were not there then.
    missed: RefCell<BTreeSet<usize>>,
}

/// The folder of a site that blocks lie in.
const BLOCKS: &str = "blocks";

const ROW_LEN: usize = 12;

/// Where the block of that name lies in a site: no folder has more than a 256th of them. `static/start.js` has
/// the same rule.
#[must_use]
pub fn block_path(name: &str) -> String {
    let folder = name.get(..2).unwrap_or_default();
    format!("{BLOCKS}/{folder}/{name}.bin")
}

/// The table of blocks while it is written.
#[derive(Default)]
pub(super) struct BlockTable {
    rows: Vec<u8>,
    n_of_articles: usize,
    /// Where the last run of posting lists ends.
    lists_end: usize,
}

impl BlockTable {
    /// Adds the block of the articles before `end`. All of them come before any posting lists.
    pub fn push_articles(&mut self, end: usize, block: &[u8]) {
        self.n_of_articles += 1;
        self.push(end, block);
    }

    /// Adds the next run of posting lists.
    pub fn push_lists(&mut self, lists: &[u8]) {
        self.lists_end += lists.len();
        self.push(self.lists_end, lists);
    }

    fn push(&mut self, end: usize, block: &[u8]) {
        self.rows.extend(number_bytes(end));
        self.rows.extend(XxHash64::oneshot(0, block).to_le_bytes());
    }

    pub fn into_bytes(self) -> Vec<u8> {
        [&number_bytes(self.n_of_articles)[..], &self.rows].concat()
    }
}

impl<'a> Blocks<'a> {
    /// None of the blocks of a table; no bytes are a table of none.
    pub(super) fn new(table: &'a [u8]) -> Self {
        let (n_of_articles, rows) = table.split_first_chunk().unwrap_or((&[0; 4], &[]));
        let (rows, _) = rows.as_chunks();
        Self {
            rows,
            n_of_articles: rows.len().min(u32::from_le_bytes(*n_of_articles) as usize),
            here: vec![OnceCell::new(); rows.len()],
            asked: RefCell::default(),
            missed: RefCell::default(),
        }
    }

    /// How many there are; none of a dossier whose pack has everything in it.
    #[must_use]
    pub fn len(&self) -> usize {
        self.here.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.here.is_empty()
    }

    /// What a block is called: its checksum in 16 hex digits.
    #[must_use]
    pub fn name(&self, block: usize) -> String {
        format!("{:016x}", u64::from_le_bytes(self.checksum(block).unwrap_or_default()))
    }

    /// The blocks that are called so: several have one name where they have the same bytes.
    pub fn named(&self, name: &str) -> impl Iterator<Item = usize> {
        let checksum = u64::from_str_radix(name, 16).map(u64::to_le_bytes).ok();
        let rows = self.rows.iter().enumerate();
        rows.filter(move |(_, row)| checksum.is_some_and(|own| row.ends_with(&own)))
            .map(|(block, _)| block)
    }

    /// The block that an article lies in; `None` where it lies in the pack.
    #[must_use]
    pub fn of(&self, article: ArticleId) -> Option<usize> {
        let rows = &self.rows[..self.n_of_articles];
        let before = rows.partition_point(|row| end_of(row) <= article.0);
        Some(before.min(rows.len().checked_sub(1)?))
    }

    /// The block that a posting list lies in; `None` where it lies in the pack.
    #[must_use]
    pub fn of_list(&self, list: ListPlace) -> Option<usize> {
        let rows = &self.rows[self.n_of_articles..];
        let before = rows.partition_point(|row| end_of(row) <= list.start);
        Some(self.n_of_articles + before.min(rows.len().checked_sub(1)?))
    }

    /// The bytes of a posting list, from the block that it lies in; `None` where that is not there. That it was asked
    /// for is noted.
    pub fn list(&self, list: ListPlace) -> Option<&[u8]> {
        let block = self.of_list(list)?;
        let first = if block == self.n_of_articles { 0 } else { end_of(&self.rows[block - 1]) };
        Some(list.within(self.ask(block)?, first).unwrap_or_default())
    }

    /// Whether a block is there.
    #[must_use]
    pub fn has(&self, block: usize) -> bool {
        self.here.get(block).is_some_and(|bytes| bytes.get().is_some())
    }

    /// How many are there.
    #[must_use]
    pub fn n_here(&self) -> usize {
        self.here.iter().filter(|bytes| bytes.get().is_some()).count()
    }

    /// Puts a block in its place; one that is there stays.
    ///
    /// # Errors
    ///
    /// When its bytes are not those that were written.
    pub fn supply(&self, block: usize, bytes: Arc<[u8]>) -> Result<(), PackError> {
        let checksum = XxHash64::oneshot(0, &bytes).to_le_bytes();
        if self.checksum(block) != Some(checksum) {
            return Err(PackError::Checksum);
        }
        self.here[block].get_or_init(|| bytes);
        Ok(())
    }

    /// The bytes of a block, where it is there. That it was asked for is noted.
    pub fn ask(&self, block: usize) -> Option<&[u8]> {
        self.asked.borrow_mut().insert(block);
        let bytes = self.here.get(block)?.get();
        if bytes.is_none() {
            self.missed.borrow_mut().insert(block);
        }
        bytes.map(AsRef::as_ref)
    }

    /// The blocks that were asked for since the last time and were not there then, in order. Some may have come
    /// meanwhile.
    pub fn take_missed(&self) -> BTreeSet<usize> {
        self.missed.take()
    }

    /// The blocks that were asked for since the last time, there or not, in order.
    pub fn take_asked(&self) -> BTreeSet<usize> {
        self.asked.take()
    }

    /// The first article of a block of articles, and the one after its last.
    pub(super) fn articles(&self, block: usize) -> Option<(u32, u32)> {
        let start =
            block.checked_sub(1).map_or(Some(0), |before| self.rows.get(before).map(end_of))?;
        Some((start, end_of(self.rows.get(block)?)))
    }

    fn checksum(&self, block: usize) -> Option<[u8; 8]> {
        self.rows.get(block)?.last_chunk().copied()
    }
}

/// Where a block ends, by its row.
fn end_of(row: &[u8; ROW_LEN]) -> u32 {
    number(&row[..4])
}
