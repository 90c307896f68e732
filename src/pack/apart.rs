//! [`take_apart`]: the pack of a large dossier without its texts and quotations, and those in blocks.

use std::sync::Arc;

use super::articles::beginning_of;
use super::blocks::push_row;
use super::error::PackError;
use super::sections::{Sections, number_bytes};
use crate::article::ArticleId;

/// The shortest texts and quotations of a dossier, in bytes of its pack, that do not lie in the wasm.
pub const MIN_APART: usize = 2 << 20;

/// A pack in parts. [`Dossier::open`](crate::dossier::Dossier::open) opens the head, and shows of an
/// article whose block is not there yet what the head has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Apart {
    /// The pack without texts and quotations.
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
    Ok(sections.texts.len() + sections.quotations.len() >= MIN_APART)
}

/// Takes a whole pack apart into its head and blocks of some `block_len` bytes, each with one article or
/// more.
///
/// # Errors
///
/// When it is not a pack.
pub fn take_apart(pack: &[u8], block_len: usize) -> Result<Apart, PackError> {
    let whole = Sections::split(pack)?;
    let articles = whole.articles()?;
    let n_articles = articles.len();

    let (mut blocks, mut table) = (Vec::new(), Vec::new());
    let mut first = 0;
    for end in 1..=n_articles {
        let block = articles.bytes_of(first..end).ok_or(PackError::Section("TABL"))?;
        if block.len() >= block_len || end == n_articles {
            push_row(end, &block, &mut table);
            blocks.push(block.into());
            first = end;
        }
    }

    let (mut places, mut beginnings) = (Vec::new(), Vec::new());
    let mut push_place = |len: usize| places.extend(number_bytes(4 * (n_articles + 1) + len));
    for id in 0..n_articles as u32 {
        push_place(beginnings.len());
        beginnings.extend_from_slice(beginning_of(&articles.article(ArticleId(id))).as_bytes());
    }
    push_place(beginnings.len());
    let leads = [places, beginnings].concat();

    let head =
        Sections { texts: &[], quotations: &[], blocks: &table, leads: &leads, ..whole }.join();
    Ok(Apart { head, blocks })
}
