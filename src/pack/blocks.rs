//! [`Blocks`]: the texts and quotations of a large dossier, which lie in blocks of bytes beside its pack.
//!
//! # Bytes
//!
//! The section `BLKS` has for each block a row of 12 bytes: the number of the article after its last as
//! `u32`, and its checksum, XXH64 with seed 0. A block is the bytes that the sections `TEXT` and then
//! `QUOT` of the whole pack have of its articles, so the table of articles says where in it they are.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeSet;
use std::sync::Arc;

use twox_hash::XxHash64;

use super::error::PackError;
use super::sections::{number, number_bytes};
use crate::article::ArticleId;

/// The blocks of a dossier, those that are there and those that are not yet.
///
/// They come one by one, and stay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blocks<'a> {
    table: &'a [u8],
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

/// Writes a row of the table.
pub(super) fn push_row(end: usize, block: &[u8], table: &mut Vec<u8>) {
    table.extend(number_bytes(end));
    table.extend(XxHash64::oneshot(0, block).to_le_bytes());
}

impl<'a> Blocks<'a> {
    /// None of the blocks of a table.
    pub(super) fn new(table: &'a [u8]) -> Self {
        let n_blocks = table.len() / ROW_LEN;
        let here = vec![OnceCell::new(); n_blocks];
        Self { table, here, asked: RefCell::default(), missed: RefCell::default() }
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
        let checksum = self.row(block).map_or([0; 8], |(_, checksum)| checksum);
        format!("{:016x}", u64::from_le_bytes(checksum))
    }

    /// The blocks that are called so: several have one name where they have the same bytes.
    pub fn named(&self, name: &str) -> impl Iterator<Item = usize> {
        let checksum = u64::from_str_radix(name, 16).map(u64::to_le_bytes).ok();
        let rows = self.table.as_chunks::<ROW_LEN>().0.iter().enumerate();
        rows.filter(move |(_, row)| checksum.is_some_and(|own| row.ends_with(&own)))
            .map(|(block, _)| block)
    }

    /// The block that an article lies in; `None` where it lies in the pack.
    #[must_use]
    pub fn of(&self, article: ArticleId) -> Option<usize> {
        let last = self.len().checked_sub(1)?;
        let (rows, _) = self.table.as_chunks::<ROW_LEN>();
        let before = rows.partition_point(|row| number(&row[..4]) <= article.0);
        Some(before.min(last))
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
        let is_sound = self
            .row(block)
            .is_some_and(|(_, checksum)| checksum == XxHash64::oneshot(0, &bytes).to_le_bytes());
        if !is_sound {
            return Err(PackError::Checksum);
        }
        self.here[block].get_or_init(|| bytes);
        Ok(())
    }

    /// The bytes of a block, where it is there. That it was asked for is noted.
    pub(super) fn ask(&self, block: usize) -> Option<&[u8]> {
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

    /// The first article of a block, and the one after its last.
    pub(super) fn articles(&self, block: usize) -> Option<(u32, u32)> {
        let start = match block.checked_sub(1) {
            Some(before) => self.row(before)?.0,
            None => 0,
        };
        Some((start, self.row(block)?.0))
    }

    /// The article after the last of a block, and its checksum.
    fn row(&self, block: usize) -> Option<(u32, [u8; 8])> {
        let (end, checksum) = self.table.as_chunks::<ROW_LEN>().0.get(block)?.split_at(4);
        Some((number(end), checksum.try_into().ok()?))
    }
}
