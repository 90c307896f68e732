//! The term dictionary of an [`Index`]: its terms in order of their bytes, front-coded in blocks, found
//! by a binary search over the blocks; and how it is written.

use std::ops::ControlFlow;

use super::format::{BLOCK_TERMS, MAX_SHARED, Section};
use super::postings::{ListPlace, PostingsWriter};
use super::reader::Index;
use crate::bytes::{push_leb128, take_bytes, take_leb128, take_u8, u32_at};

/// A term of the dictionary, whose word is decoded into a buffer for as long as it is visited.
#[derive(Debug, Clone, Copy)]
pub struct TermEntry<'w> {
    /// The term, UTF-8 unless the index is damaged.
    pub word: &'w [u8],
    /// Where the list of the articles in which it occurs lies.
    pub list: ListPlace,
    /// How to make its stem: how many bytes to cut off, plus 16 times which of the stem ends to add.
    stem: u8,
}

impl<'a> Index<'a> {
    /// Where the posting list of a term lies; none if there is no such term.
    #[must_use]
    pub fn find(&self, word: &str) -> Option<ListPlace> {
        let mut list = None;
        self.visit_term(word, |entry| list = Some(entry.list));
        list
    }

    /// Visits a term, if there is such a term.
    pub fn visit_term(&self, word: &str, mut visit: impl FnMut(&TermEntry)) {
        self.visit_from(word.as_bytes(), |entry| {
            if entry.word == word.as_bytes() {
                visit(entry);
            }
            ControlFlow::Break(())
        });
    }

    /// Visits the terms that begin with `prefix`, in order.
    pub fn visit_prefix(&self, prefix: &str, mut visit: impl FnMut(&TermEntry)) {
        self.visit_from(prefix.as_bytes(), |entry| {
            if !entry.word.starts_with(prefix.as_bytes()) {
                return ControlFlow::Break(());
            }
            visit(entry);
            ControlFlow::Continue(())
        });
    }

    /// Visits the other terms that have the stem of `word`, in order; none where `word` is no term.
    pub fn visit_forms(&self, word: &str, mut visit: impl FnMut(&TermEntry)) {
        let ends = self.strings(Section::StemEnds);
        let mut stem = None;
        self.visit_term(word, |entry| stem = entry.stem(&ends));
        let Some(stem) = stem else { return };
        // The end of a stem may differ from that of its words (`parti` and `party`).
        let Some((last, _)) = stem.char_indices().next_back().filter(|&(at, _)| at >= 2) else {
            return;
        };
        self.visit_prefix(&stem[..last], |entry| {
            if entry.word != word.as_bytes() && entry.stem(&ends).as_deref() == Some(&stem) {
                visit(entry);
            }
        });
    }

    /// Visits the terms of which `word`, which is none, may be a form: those whose stem it has, with
    /// a common ending after it.
    pub fn visit_guessed_forms(&self, word: &str, mut visit: impl FnMut(&TermEntry)) {
        const MIN_STEM: usize = 4;
        let Some((beginning, _)) = word.char_indices().nth(MIN_STEM - 1) else { return };
        let ends = self.strings(Section::StemEnds);
        let endings = self.strings(Section::Endings);
        self.visit_prefix(&word[..beginning], |entry| {
            let Some(stem) = entry.stem(&ends) else { return };
            let ending = word.strip_prefix(&*stem);
            if stem.chars().count() >= MIN_STEM
                && ending.is_some_and(|ending| endings.contains(&ending))
            {
                visit(entry);
            }
        });
    }

    /// The number of terms, rounded up to whole blocks.
    #[must_use]
    pub fn n_terms(&self) -> usize {
        self.n_blocks() as usize * BLOCK_TERMS
    }

    /// Visits terms from the first at or after `from` on, until `visit` breaks.
    fn visit_from(&self, from: &[u8], mut visit: impl FnMut(&TermEntry) -> ControlFlow<()>) {
        let after = partition_point(self.n_blocks(), |block| self.first_word(block) <= from);
        let mut past_from = false;
        for block in after.saturating_sub(1)..self.n_blocks() {
            let flow = self.visit_block(block, |entry| {
                past_from = past_from || entry.word >= from;
                if past_from { visit(entry) } else { ControlFlow::Continue(()) }
            });
            if flow.is_break() {
                return;
            }
        }
    }

    /// Visits the terms of a block in order, until `visit` breaks.
    fn visit_block(
        &self,
        block: u32,
        mut visit: impl FnMut(&TermEntry) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let Some(Block { mut words, mut terms, lists }) = self.block(block) else {
            return ControlFlow::Continue(());
        };
        let mut word = Vec::new();
        let mut start = lists;
        while let Some((shared, rest)) = take_word(&mut words) {
            if shared > word.len() {
                break;
            }
            word.truncate(shared);
            word.extend_from_slice(rest);
            let Some(stem) = take_u8(&mut terms) else { break };
            let Some(len) = take_leb128(&mut terms) else { break };
            let Some(end) = start.checked_add(len) else { break };
            visit(&TermEntry { word: &word, list: ListPlace { start, end }, stem })?;
            start = end;
        }
        ControlFlow::Continue(())
    }

    /// Visits the term of that number in a block.
    pub(super) fn visit_nth(&self, block: u32, n: usize, mut visit: impl FnMut(&TermEntry)) {
        let mut n_left = n;
        let _ = self.visit_block(block, |entry| {
            if n_left == 0 {
                visit(entry);
                return ControlFlow::Break(());
            }
            n_left -= 1;
            ControlFlow::Continue(())
        });
    }

    /// The words of a block: of each how many bytes it shares with the one before, and the rest of it.
    pub(super) fn words(&self, block: u32) -> impl Iterator<Item = (usize, &'a [u8])> + use<'a> {
        let mut words = self.block(block).map_or(&[][..], |block| block.words);
        std::iter::from_fn(move || take_word(&mut words))
    }

    /// The first term of a block; empty if there is no such block.
    fn first_word(&self, block: u32) -> &'a [u8] {
        self.words(block).next().map_or(&[], |(_, word)| word)
    }

    /// The number of blocks.
    pub(super) fn n_blocks(&self) -> u32 {
        // Three offsets for each of them and three ends.
        (self.section(Section::Blocks).len() as u32 / 12).saturating_sub(1)
    }

    /// A block: the one place through which the dictionary is read.
    fn block(&self, block: u32) -> Option<Block<'a>> {
        let blocks = self.section(Section::Blocks);
        let first = block as usize * 3;
        let part = |column: usize, section| {
            let offset = |idx| u32_at(blocks, idx).map(|offset| offset as usize);
            self.section(section).get(offset(first + column)?..offset(first + column + 3)?)
        };
        let words = part(0, Section::Words)?;
        let terms = part(1, Section::Terms)?;
        Some(Block { words, terms, lists: u32_at(blocks, first + 2)? })
    }
}

/// A block of the dictionary.
struct Block<'a> {
    words: &'a [u8],
    terms: &'a [u8],
    /// Where the posting list of its first term begins.
    lists: u32,
}

impl TermEntry<'_> {
    /// The stem of the term; `ends` are the index's stem ends.
    fn stem(&self, ends: &[&str]) -> Option<String> {
        let word = std::str::from_utf8(self.word).ok()?;
        let end = ends.get(usize::from(self.stem >> 4))?;
        let kept = word.len().checked_sub(usize::from(self.stem & 15))?;
        Some(format!("{}{end}", word.get(..kept)?))
    }
}

/// Takes a word off the front: how many bytes it shares with the word before, and the rest of it,
/// which ends before the next byte up to [`MAX_SHARED`].
fn take_word<'a>(words: &mut &'a [u8]) -> Option<(usize, &'a [u8])> {
    let shared = take_u8(words)?;
    let end = words.iter().position(|&byte| byte <= MAX_SHARED).unwrap_or(words.len());
    Some((shared.into(), take_bytes(words, end)?))
}

/// How many bytes two words share at their beginning.
pub(super) fn n_shared(a: &[u8], b: &[u8]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| a == b).count()
}

/// The first of `0..end` for which `before` does not hold, by binary search; like the method of
/// slices.
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

/// Writes the sections of a dictionary.
#[derive(Default)]
pub(super) struct DictionaryWriter {
    n_terms: usize,
    /// The term written last; empty at the head of a block.
    before: Vec<u8>,
    blocks: Vec<u8>,
    words: Vec<u8>,
    terms: Vec<u8>,
    postings: Vec<u8>,
}

impl DictionaryWriter {
    /// Writes the next term in order, with what the section of terms says of its stem.
    pub fn push(&mut self, word: &[u8], stem: u8, postings: &PostingsWriter) {
        if self.n_terms.is_multiple_of(BLOCK_TERMS) {
            self.push_block();
        }
        self.n_terms += 1;
        let shared = n_shared(&self.before, word).min(MAX_SHARED.into());
        self.words.push(shared as u8);
        self.words.extend_from_slice(&word[shared..]);
        self.terms.push(stem);
        let postings = postings.as_bytes();
        push_leb128(postings.len() as u32, &mut self.terms);
        self.postings.extend_from_slice(postings);
        self.before = word.to_vec();
    }

    /// The sections, in their order.
    pub fn finish(mut self) -> [Vec<u8>; 4] {
        self.push_block();
        [self.blocks, self.words, self.terms, self.postings]
    }

    fn push_block(&mut self) {
        for section in [&self.words, &self.terms, &self.postings] {
            self.blocks.extend_from_slice(&(section.len() as u32).to_le_bytes());
        }
        self.before.clear();
    }
}
