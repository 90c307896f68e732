//! The dictionary of an [`Index`]: its terms in order, found by their bytes, beginning or stem; and
//! how it is written.

use std::borrow::Borrow;
use std::collections::BinaryHeap;

use super::{BLOCK_TERMS, Index, MAX_SHARED, MAX_TERM, Section};
use crate::article::Article;
use crate::bytes::{push_leb128, take_bytes, take_leb128, take_u8, u32_at};
use crate::fold::fold;
use crate::token::{compound, tokenize};

/// A term and where it stands.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    /// The term, UTF-8 unless the index is damaged.
    pub word: &'a [u8],
    stem: u8,
    /// Where it stands.
    pub postings: Postings<'a>,
}

/// The articles of a term, ascending; at least one unless the index is damaged.
#[derive(Debug, Clone, Copy)]
pub struct Postings<'a> {
    rest: &'a [u8],
    next: u32,
    n_articles: u32,
}

/// That a term stands in an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Posting {
    /// The article's place in the dossier.
    pub article: u32,
    /// Whether the term stands there more than once.
    pub often: bool,
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

impl Index<'_> {
    /// The postings of a term; none if there is no such term.
    #[must_use]
    pub fn find(&self, word: &str) -> Option<Postings<'_>> {
        let mut found = None;
        self.visit(word.as_bytes(), &mut |entry, postings| {
            if entry.word == word.as_bytes() {
                found = Some(postings);
            }
            false
        });
        found
    }

    /// Visits the terms that begin with `prefix`, in order.
    pub fn visit_prefix<'a>(
        &'a self,
        prefix: &str,
        visit: &mut dyn FnMut(&Entry<'_>, Postings<'a>),
    ) {
        self.visit(prefix.as_bytes(), &mut |entry, postings| {
            let fits = entry.word.starts_with(prefix.as_bytes());
            if fits {
                visit(entry, postings);
            }
            fits
        });
    }

    /// Visits the other terms that have the stem of `word`, in order; none where `word` is no term.
    pub fn visit_forms<'a>(&'a self, word: &str, visit: &mut dyn FnMut(&Entry<'_>, Postings<'a>)) {
        let mut stem = None;
        self.visit(word.as_bytes(), &mut |entry, _| {
            if entry.word == word.as_bytes() {
                stem = self.stem(entry);
            }
            false
        });
        let Some(stem) = stem else { return };
        // The end of a stem may differ from that of its words (`parti` and `party`).
        let Some((last, _)) = stem.char_indices().next_back().filter(|&(at, _)| at >= 2) else {
            return;
        };
        self.visit_prefix(&stem[..last], &mut |entry, postings| {
            if entry.word != word.as_bytes() && self.stem(entry).as_deref() == Some(&stem) {
                visit(entry, postings);
            }
        });
    }

    /// Visits the terms of which `word`, which is none, may be a form: those whose stem it has, with
    /// a common ending after it.
    pub fn visit_guessed_forms<'a>(
        &'a self,
        word: &str,
        visit: &mut dyn FnMut(&Entry<'_>, Postings<'a>),
    ) {
        const MIN_STEM: usize = 4;
        let Some((beginning, _)) = word.char_indices().nth(MIN_STEM - 1) else { return };
        let endings = self.list(Section::Endings);
        self.visit_prefix(&word[..beginning], &mut |entry, postings| {
            let Some(stem) = self.stem(entry) else { return };
            let ending = word.strip_prefix(&*stem);
            if stem.chars().count() >= MIN_STEM
                && ending.is_some_and(|ending| endings.contains(&ending))
            {
                visit(entry, postings);
            }
        });
    }

    /// Visits entries from the first at or after `from` on, until `visit` says to stop.
    pub(super) fn visit<'a>(
        &'a self,
        from: &[u8],
        visit: &mut dyn FnMut(&Entry<'_>, Postings<'a>) -> bool,
    ) {
        let after = partition_point(self.n_blocks(), |block| self.first_word(block) <= from);
        let mut past_from = false;
        for block in after.saturating_sub(1)..self.n_blocks() {
            let go_on = self.visit_block(block, &mut |entry, postings| {
                past_from = past_from || entry.word >= from;
                !past_from || visit(entry, postings)
            });
            if !go_on {
                return;
            }
        }
    }

    /// Visits the entries of a block in order, until `visit` says to stop; whether it did not.
    fn visit_block<'a>(
        &'a self,
        block: u32,
        visit: &mut dyn FnMut(&Entry<'_>, Postings<'a>) -> bool,
    ) -> bool {
        let Some([mut words, mut terms, mut postings]) = self.block(block) else { return true };
        let mut word = Vec::new();
        while let Some((shared, rest)) = take_word(&mut words) {
            if shared > word.len() {
                break;
            }
            word.truncate(shared);
            word.extend_from_slice(rest);
            let (Some(stem), Some(length)) = (take_u8(&mut terms), take_leb128(&mut terms)) else {
                break;
            };
            let Some(rest) = take_bytes(&mut postings, length as usize) else { break };
            let postings = Postings { rest, next: 0, n_articles: self.n_articles() };
            if !visit(&Entry { word: &word, stem, postings }, postings) {
                return false;
            }
        }
        true
    }

    /// Visits the entry of that number in a block.
    pub(super) fn visit_entry<'a>(
        &'a self,
        block: u32,
        idx: usize,
        visit: &mut dyn FnMut(&Entry<'_>, Postings<'a>),
    ) {
        let mut n_before = 0;
        self.visit_block(block, &mut |entry, postings| {
            if n_before == idx {
                visit(entry, postings);
            }
            n_before += 1;
            n_before <= idx
        });
    }

    /// The words of a block: of each how many bytes it shares with the one before, and the rest of it.
    pub(super) fn words(&self, block: u32) -> impl Iterator<Item = (usize, &[u8])> {
        let mut words = self.block(block).map_or(&[][..], |[words, ..]| words);
        std::iter::from_fn(move || take_word(&mut words))
    }

    /// The first term of a block; empty if there is no such block.
    pub(super) fn first_word(&self, block: u32) -> &[u8] {
        let first = self.block(block).and_then(|[mut words, ..]| take_word(&mut words));
        first.map_or(&[], |(_, word)| word)
    }

    /// The number of terms, about.
    #[must_use]
    pub fn n_terms(&self) -> usize {
        self.n_blocks() as usize * BLOCK_TERMS
    }

    /// The number of blocks.
    pub(super) fn n_blocks(&self) -> u32 {
        // Three offsets for each of them and three ends.
        (self.section(Section::Blocks).len() as u32 / 12).saturating_sub(1)
    }

    /// The words, terms and postings of a block.
    fn block(&self, block: u32) -> Option<[&[u8]; 3]> {
        let blocks = self.section(Section::Blocks);
        let part = |idx: usize, section| {
            let offset = |idx| u32_at(blocks, idx).map(|offset| offset as usize);
            let idx = block as usize * 3 + idx;
            self.section(section).get(offset(idx)?..offset(idx + 3)?)
        };
        Some([part(0, Section::Words)?, part(1, Section::Terms)?, part(2, Section::Postings)?])
    }

    /// The stem of an entry.
    fn stem(&self, entry: &Entry<'_>) -> Option<String> {
        let word = std::str::from_utf8(entry.word).ok()?;
        let ends = self.list(Section::StemEnds);
        let end = ends.get(usize::from(entry.stem >> 4))?;
        let kept = word.len().checked_sub(usize::from(entry.stem & 15))?;
        Some([word.get(..kept)?, end].concat())
    }
}

/// Takes a word off the front: how many bytes it shares with the word before, and the rest of it,
/// which ends before the next byte up to [`MAX_SHARED`].
fn take_word<'a>(words: &mut &'a [u8]) -> Option<(usize, &'a [u8])> {
    // Going through all words is the most that a search does with the index, so not by `take_u8`.
    let (&shared, rest) = words.split_first()?;
    *words = rest;
    let end = words.iter().position(|&byte| byte <= MAX_SHARED).unwrap_or(words.len());
    Some((shared.into(), take_bytes(words, end)?))
}

/// How many bytes two words share at their beginning.
pub(super) fn n_shared(a: &[u8], b: &[u8]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| a == b).count()
}

/// Gives each term of a paragraph, folded and as it is written there; joined words also as one.
pub(super) fn each_term(text: &str, give: &mut dyn FnMut(&str, &str)) {
    let cut = |word: &str| word.floor_char_boundary(MAX_TERM);
    let folded = fold(text);
    let tokens = tokenize(&folded);
    for (idx, token) in tokens.iter().enumerate() {
        let word = token.text(&folded);
        give(&word[..cut(word)], token.span(&folded).of(text));
        if let Some((word, _)) = compound(&folded, &tokens, idx) {
            give(&word[..cut(&word)], &word);
        }
    }
}

/// Where a term stands, as the postings have it.
#[derive(Debug, Clone, Default)]
pub(super) struct Places {
    bytes: Vec<u8>,
    /// Where the last article's bytes begin.
    last: usize,
    /// The article after the last one.
    next: u32,
}

impl Places {
    /// Adds an occurrence, in no article before the last one.
    pub fn add(&mut self, article: u32) {
        if article < self.next {
            self.bytes[self.last] |= 1;
            return;
        }
        self.last = self.bytes.len();
        push_leb128((article - self.next) << 1, &mut self.bytes);
        self.next = article + 1;
    }
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
    pub fn push(&mut self, word: &[u8], stem: u8, places: &Places) {
        if self.n_terms.is_multiple_of(BLOCK_TERMS) {
            self.push_block();
        }
        self.n_terms += 1;
        let shared = n_shared(&self.before, word).min(MAX_SHARED.into());
        self.words.push(shared as u8);
        self.words.extend_from_slice(&word[shared..]);
        self.terms.push(stem);
        push_leb128(places.bytes.len() as u32, &mut self.terms);
        self.postings.extend_from_slice(&places.bytes);
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

impl Index<'_> {
    /// Makes the dictionary that a brief index leaves out, from the articles of which it was built. Any
    /// other index stays as it is.
    pub fn complete<'b>(&mut self, articles: impl IntoIterator<Item: Borrow<Article<'b>>>) {
        if !self.is_brief() {
            return;
        }
        // Each term, a zero, which no term has, and its article: in the order of the dictionary.
        let mut occurrences: Vec<Vec<u8>> = Vec::new();
        for (article, id) in articles.into_iter().zip(0u32..) {
            let article = article.borrow();
            for number in 0..article.paragraphs.len() {
                each_term(article.paragraph_text(number), &mut |word, _| {
                    occurrences.push([word.as_bytes(), &[0], &id.to_be_bytes()].concat());
                });
            }
        }
        let mut stems = self.section(Section::Terms).to_vec().into_iter();
        let mut dictionary = DictionaryWriter::default();
        let mut places = Places::default();
        let mut term: &[u8] = &[];
        // A heap, for the same reason as in `sort`.
        let occurrences = BinaryHeap::from(occurrences).into_sorted_vec();
        for occurrence in &occurrences {
            let Some(([word @ .., _], &article)) = occurrence.split_last_chunk() else {
                continue;
            };
            if word != term {
                if !term.is_empty() {
                    dictionary.push(term, stems.next().unwrap_or(0), &places);
                }
                (term, places) = (word, Places::default());
            }
            places.add(u32::from_be_bytes(article));
        }
        if !term.is_empty() {
            dictionary.push(term, stems.next().unwrap_or(0), &places);
        }
        self.made = Some(dictionary.finish());
    }
}

/// The first of `0..end` for which `before` does not hold, by binary search; like the method of slices.
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
