//! [`take_apart`]: the head of a large dossier's pack, and the rest of it in blocks.

use std::sync::Arc;

use super::articles::beginning_of;
use super::blocks::BlockTable;
use super::error::PackError;
use super::records::push;
use super::sections::{Sections, number_bytes};
use crate::article::ArticleId;
use crate::index::without_postings;

/// The shortest texts and bodies of a dossier, in bytes of its pack, that do not lie in the wasm.
pub const MIN_APART: usize = 2 << 20;

/// A pack in parts. [`Dossier::open`](crate::dossier::Dossier::open) opens the head, and shows of an
/// article whose block is not there yet what the head has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Apart {
    /// The pack without texts, bodies and posting lists.
    pub head: Vec<u8>,
    /// The blocks in order: see [`Blocks`](super::Blocks).
    pub blocks: Vec<Arc<[u8]>>,
}

/// Whether a whole pack is so long that it is better loaded in parts.
///
/// # Errors
///
/// When it is not a pack.
pub fn is_large(pack: &[u8]) -> Result<bool, PackError> {
    let sections = Sections::split(pack)?;
    Ok(sections.texts.len() + sections.bodies.len() >= MIN_APART)
}

/// Takes a whole pack apart into its head and blocks of some `block_len` bytes, each with one article or
/// more, or with whole posting lists.
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
    let mut first = 0;
    for end in 1..=n_articles {
        let block = articles.bytes_of(first..end).ok_or(PackError::Section("TABL"))?;
        if block.len() >= block_len || end == n_articles {
            table.push_articles(end, &block);
            blocks.push(block.into());
            first = end;
        }
    }

    let index = without_postings(whole.index, block_len).map_err(|_| PackError::Section("INDX"))?;
    for lists in index.lists {
        table.push_lists(lists);
        blocks.push(lists.into());
    }

    let (mut places, mut beginnings) = (Vec::new(), Vec::new());
    let mut push_place = |len: usize| places.extend(number_bytes(4 * (n_articles + 1) + len));
    for id in 0..n_articles as u32 {
        push_place(beginnings.len());
        push(&beginning_of(&articles.article(ArticleId(id))), &mut beginnings);
    }
    push_place(beginnings.len());

    let head = Sections {
        texts: &[],
        bodies: &[],
        blocks: &table.into_bytes(),
        leads: &[places, beginnings].concat(),
        index: &index.index,
        ..whole
    };
    Ok(Apart { head: head.join(), blocks })
}
