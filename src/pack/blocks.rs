//! [`Blocks`]: the articles and posting lists of a large dossier, which lie in blocks of bytes beside its pack.
//!
//! # Bytes
//!
//! The section `BLKS` has three numbers as `u32`, how many blocks there are of articles, of statements and of what
//! articles have in common, and for each block a row of 12 bytes: where it ends as `u32`, and its checksum, XXH64 with
//! seed 0. The blocks come in the order of this table.
//!
//! | block | its bytes | where it ends |
//! |---|---|---|
//! | of articles | what the sections `TEXT` and then `BODY` of the whole pack have of them, so that the table of articles says where in it they are | before the article of that number |
//! | of statements | a run of the section `STMT` of the whole pack | at that byte of it |
//! | of what articles have in common | what the section `SHAR` of the whole pack has of them | before the article of that number |
//! | of posting lists | a run of them | at that byte of all lists |

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeSet;
use std::ops::Range;
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
    /// A row each.
    rows: &'a [[u8; ROW_LEN]],
    of: Kinds,
    here: Vec<OnceCell<Arc<[u8]>>>,
    /// Those that anything was read from, or was to be.
    asked: RefCell<BTreeSet<usize>>,
    /// Those of them that were not there then.
    missed: RefCell<BTreeSet<usize>>,
}

/// Which blocks are of which kind. They come in this order.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Kinds {
    articles: Range<usize>,
    statements: Range<usize>,
    shared: Range<usize>,
    lists: Range<usize>,
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
    n_of_statements: usize,
    n_of_shared: usize,
    /// Where the last run of statements ends.
    statements_end: usize,
    /// Where the last run of posting lists ends.
    lists_end: usize,
}

impl BlockTable {
    /// Adds the block of the articles before `end`. All of them come first.
    pub fn push_articles(&mut self, end: usize, block: &[u8]) {
        self.n_of_articles += 1;
        self.push(end, block);
    }

    /// Adds the next run of statements. All of them come behind the articles.
    pub fn push_statements(&mut self, statements: &[u8]) {
        self.n_of_statements += 1;
        self.statements_end += statements.len();
        self.push(self.statements_end, statements);
    }

    /// Adds the block of what the articles before `end` have in common with others. All of them come behind the
    /// statements, and before any posting lists.
    pub fn push_shared(&mut self, end: usize, block: &[u8]) {
        self.n_of_shared += 1;
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
        let numbers = [self.n_of_articles, self.n_of_statements, self.n_of_shared];
        [numbers.map(number_bytes).as_flattened(), &self.rows].concat()
    }
}

impl<'a> Blocks<'a> {
    /// None of the blocks of a table; no bytes are a table of none.
    pub(super) fn new(table: &'a [u8]) -> Self {
        let (numbers, rows) = table.split_at_checked(12).unwrap_or((&[0; 12], &[]));
        let (rows, _) = rows.as_chunks();
        let mut end = 0_usize;
        let mut next = |n: u32| {
            let start = end;
            end = rows.len().min(start.saturating_add(n as usize));
            start..end
        };
        Self {
            rows,
            of: Kinds {
                articles: next(number(&numbers[..4])),
                statements: next(number(&numbers[4..8])),
                shared: next(number(&numbers[8..])),
                lists: next(u32::MAX),
            },
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

    /// The blocks that a view of all articles needs: these with their quotations, and the statements.
    #[must_use]
    pub fn of_views(&self) -> Range<usize> {
        self.of.articles.start..self.of.statements.end
    }

    /// The bytes of all statements that lie in blocks; `None` where one of these is not there. That they were asked for
    /// is noted.
    pub(super) fn statements(&self) -> Option<Vec<u8>> {
        // All of them are asked for at once.
        let runs: Vec<Option<&[u8]>> =
            self.of.statements.clone().map(|block| self.ask(block)).collect();
        Some(runs.into_iter().collect::<Option<Vec<_>>>()?.concat())
    }

    /// The block that an article lies in; `None` where it lies in the pack.
    #[must_use]
    pub fn of(&self, article: ArticleId) -> Option<usize> {
        self.with(&self.of.articles, article.0)
    }

    /// The block in which lies what an article has in common with others; `None` where that lies in the pack.
    #[must_use]
    pub fn of_shared(&self, article: ArticleId) -> Option<usize> {
        self.with(&self.of.shared, article.0)
    }

    /// The block that a posting list lies in; `None` where it lies in the pack.
    #[must_use]
    pub fn of_list(&self, list: ListPlace) -> Option<usize> {
        self.with(&self.of.lists, list.start)
    }

    /// The block of some with what lies at that place; the last one where that is behind them all.
    fn with(&self, blocks: &Range<usize>, place: u32) -> Option<usize> {
        let last = blocks.clone().next_back()?;
        let before = self.rows[blocks.clone()].partition_point(|row| end_of(row) <= place);
        Some(last.min(blocks.start + before))
    }

    /// The bytes of a posting list, from the block that it lies in; `None` where that is not there. That it was asked
    /// for is noted.
    pub fn list(&self, list: ListPlace) -> Option<&[u8]> {
        let block = self.of_list(list)?;
        Some(list.within(self.ask(block)?, self.bounds(block).start).unwrap_or_default())
    }

    /// Whether a block is there.
    #[must_use]
    pub fn has(&self, block: usize) -> bool {
        self.here.get(block).is_some_and(|bytes| bytes.get().is_some())
    }

    /// How many of some are there.
    #[must_use]
    pub fn n_here(&self, blocks: Range<usize>) -> usize {
        blocks.filter(|block| self.has(*block)).count()
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

    /// From where to where a block goes: the numbers of the articles in it or of which it tells, or bytes of
    /// statements or posting lists.
    ///
    /// # Panics
    ///
    /// If there is no such block.
    pub(super) fn bounds(&self, block: usize) -> Range<u32> {
        let Kinds { articles, statements, shared, lists } = &self.of;
        let is_first = [articles, statements, shared, lists].iter().any(|of| of.start == block);
        let start = if is_first { 0 } else { end_of(&self.rows[block - 1]) };
        start..end_of(&self.rows[block])
    }

    fn checksum(&self, block: usize) -> Option<[u8; 8]> {
        self.rows.get(block)?.last_chunk().copied()
    }
}

/// Where a block ends, by its row.
fn end_of(row: &[u8; ROW_LEN]) -> u32 {
    number(&row[..4])
}
