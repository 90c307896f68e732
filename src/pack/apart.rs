//! [`take_apart`]: the head of a large dossier's pack, and the rest of it in blocks.

use std::ops::Range;
use std::sync::Arc;

use super::articles::beginning_of;
use super::blocks::BlockTable;
use super::byte_strings::ByteStrings;
use super::error::PackError;
use super::records::push;
use super::sections::Sections;
use crate::article::ArticleId;
use crate::index::without_postings;

/// The shortest texts and bodies of a dossier, with what its articles have in common, in bytes of its pack, that do not
/// lie in the wasm.
pub const MIN_APART: usize = 2 << 20;

/// A pack in parts. [`Dossier::open`](crate::dossier::Dossier::open) opens the head, and shows of an
/// article whose block is not there yet what the head has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Apart {
    /// The pack without texts, bodies, statements, what articles have in common, and posting lists.
    pub head: Vec<u8>,
    /// The blocks in order: see [`Blocks`](super::Blocks).
    pub blocks: Vec<Arc<[u8]>>,
}

/// Whether a whole pack is so long that it is better taken apart and loaded in blocks.
///
/// # Errors
///
/// When it is not a pack.
pub fn goes_in_blocks(pack: &[u8]) -> Result<bool, PackError> {
    let sections = Sections::split(pack)?;
    Ok(sections.texts.len() + sections.bodies.len() + sections.shared.len() >= MIN_APART)
}

/// Takes a whole pack apart into its head and blocks of some `block_len` bytes, each with one article or
/// more, or with a run of statements, or with what articles have in common with others, or with whole posting lists.
///
/// What articles have in common is most of a dossier in which many print one agency's text. A search does not read it.
///
/// # Errors
///
/// When it is not a pack.
pub fn take_apart(pack: &[u8], block_len: usize) -> Result<Apart, PackError> {
    let whole = Sections::split(pack)?;
    let articles = whole.articles()?;
    let n_articles = articles.len();

    let mut blocks: Vec<Arc<[u8]>> = Vec::new();
    let mut table = BlockTable::default();
    for (end, block) in runs(n_articles, block_len, |run| articles.bytes_of(run))? {
        table.push_articles(end, &block);
        blocks.push(block.into());
    }
    for block in whole.statements.chunks(block_len) {
        table.push_statements(block);
        blocks.push(block.into());
    }
    for (end, block) in runs(n_articles, block_len, |run| articles.shared_bytes_of(run))? {
        table.push_shared(end, &block);
        blocks.push(block.into());
    }

    let index = without_postings(whole.index, block_len).map_err(|_| PackError::Section("INDX"))?;
    for lists in index.lists {
        table.push_lists(lists);
        blocks.push(lists.into());
    }

    let leads = ByteStrings::section((0..n_articles as u32).map(|id| {
        let mut record = Vec::new();
        push(&beginning_of(&articles.article(ArticleId(id))), &mut record);
        record
    }));
    let head = Sections {
        texts: &[],
        bodies: &[],
        shared: &[],
        statements: &[],
        blocks: &table.into_bytes(),
        leads: &leads,
        index: &index.index,
        ..whole
    };
    Ok(Apart { head: head.join(), blocks })
}

/// The bytes of all articles in runs of `block_len` bytes and more, the last one of fewer: each with the article that it
/// ends before. No run is empty.
fn runs(
    n_articles: usize,
    block_len: usize,
    bytes_of: impl Fn(Range<usize>) -> Option<Vec<u8>>,
) -> Result<Vec<(usize, Vec<u8>)>, PackError> {
    let mut runs = Vec::new();
    let mut first = 0;
    for end in 1..=n_articles {
        let run = bytes_of(first..end).ok_or(PackError::Section("TABL"))?;
        if run.len() >= block_len || (end == n_articles && !run.is_empty()) {
            runs.push((end, run));
            first = end;
        }
    }
    Ok(runs)
}
