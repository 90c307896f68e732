//! Fuzzy lookup: the terms within a Damerau-Levenshtein distance of one or two from a word.
//!
//! An edit inserts, deletes or replaces a letter, or swaps two neighbours; each letter is edited once,
//! which is the variant called optimal string alignment. The Levenshtein automaton is simulated
//! bit-parallel: its states, a position in the word for each number of edits, are the bits of a few
//! numbers, and one step moves all of them (Wu and Manber, "Fast text searching allowing errors",
//! 1992). Terms come in order, so a prefix that no match can have is pruned with all terms that share
//! it.

use super::dictionary::{TermEntry, n_shared};
use super::reader::Index;

/// The most edits that are looked for.
const MAX_EDITS: usize = 2;
/// A bit for each position, before the first letter and after each.
const MAX_LETTERS: usize = 63;

/// The states of the automaton after reading some letters.
#[derive(Clone, Copy)]
struct States {
    /// Bit `i` of the number `d`: the first `i` letters of the word can be read with `d` edits.
    at: [u64; MAX_EDITS + 1],
    /// Likewise, in the middle of a swap: the letter after the next has been read.
    swapping: [u64; MAX_EDITS + 1],
    /// Whether a beginning of what was read is within one edit of the word.
    beginning: bool,
}

/// A word to compare with, and how far a term may be from it.
struct Near {
    letters: Vec<char>,
    max_edits: usize,
    /// Whether terms that go on after it count too.
    or_longer: bool,
    /// For each ASCII letter the bits of its positions in the word; others are looked up.
    ascii: [u64; 128],
}

impl Near {
    fn new(word: &str, max_edits: usize, or_longer: bool) -> Self {
        let letters: Vec<char> = word.chars().take(MAX_LETTERS + 1).collect();
        let mut ascii = [0; 128];
        for (idx, &letter) in letters.iter().enumerate().take(MAX_LETTERS) {
            if let Some(positions) = ascii.get_mut(letter as usize) {
                *positions |= 1 << idx;
            }
        }
        Self { letters, max_edits: max_edits.min(MAX_EDITS), or_longer, ascii }
    }

    /// The bits of a letter's positions in the word.
    fn positions(&self, letter: char) -> u64 {
        if let Some(&positions) = self.ascii.get(letter as usize) {
            return positions;
        }
        let letters = self.letters.iter().enumerate();
        letters.fold(0, |bits, (idx, &own)| bits | u64::from(own == letter) << idx)
    }

    fn start(&self) -> States {
        let mut at = [0; MAX_EDITS + 1];
        let mut states = 1;
        for edits in &mut at[..=self.max_edits] {
            *edits = states;
            states |= states << 1;
        }
        let mut start = States { at, swapping: [0; MAX_EDITS + 1], beginning: false };
        start.beginning = self.distance(&start).is_some_and(|edits| edits <= 1);
        start
    }

    /// The states after one more letter.
    fn step(&self, before: &States, letter: char) -> States {
        let same = self.positions(letter);
        let mut after = States { at: [0; MAX_EDITS + 1], swapping: [0; MAX_EDITS + 1], ..*before };
        after.at[0] = (before.at[0] & same) << 1;
        for edits in 1..=self.max_edits {
            let fewer = before.at[edits - 1];
            let read = (before.at[edits] & same) << 1;
            let too_much = fewer;
            let wrong = fewer << 1;
            let missing = after.at[edits - 1] << 1;
            let swapped = (before.swapping[edits] & same) << 2;
            after.at[edits] = read | too_much | wrong | missing | swapped;
            after.swapping[edits] = fewer & (same >> 1);
        }
        after.beginning = before.beginning || self.distance(&after).is_some_and(|edits| edits <= 1);
        after
    }

    /// The edits between the word and what was read; `None` if they are too many.
    fn distance(&self, states: &States) -> Option<u8> {
        let whole = 1 << self.letters.len();
        (0..=self.max_edits).find(|&edits| states.at[edits] & whole != 0).map(|edits| edits as u8)
    }

    /// Whether no letters that could follow lead to a term that counts.
    fn is_lost(&self, states: &States) -> bool {
        states.at[self.max_edits] == 0
            && states.swapping[self.max_edits] == 0
            && !(self.or_longer && states.beginning)
    }
}

impl<'a> Index<'a> {
    /// Visits the terms within `max_edits` (0 to 2) of `word`, in order, with the number of edits.
    ///
    /// With `or_longer` also the terms that only begin like that, within one edit; `None` stands for
    /// their edits. A `word` of more than 63 letters has nothing near it.
    pub fn visit_near(
        &self,
        word: &str,
        max_edits: usize,
        or_longer: bool,
        mut visit: impl FnMut(&TermEntry, Option<u8>),
    ) {
        let near = Near::new(word, max_edits, or_longer);
        if near.letters.len() > MAX_LETTERS {
            return;
        }
        // The states after each letter of the term that was read last, with the bytes read.
        let mut path: Vec<(usize, States)> = vec![(0, near.start())];
        let mut word = Vec::new();
        // How many bytes of it lead nowhere, whatever follows them. Terms that share these are passed
        // over unread, so what comes after them in `word` may be of an older term.
        let mut lost = usize::MAX;
        for block in 0..self.n_blocks() {
            for (idx, (mut shared, rest)) in self.words(block).enumerate() {
                // Over the border of blocks nothing is shared in the bytes, but much in the words.
                if idx == 0 {
                    shared = n_shared(&word, rest);
                }
                if shared >= lost {
                    continue;
                }
                let rest = if idx == 0 { rest.get(shared..).unwrap_or_default() } else { rest };
                word.truncate(shared);
                word.extend_from_slice(rest);
                lost = usize::MAX;
                while path.last().is_some_and(|&(length, _)| length > shared) {
                    path.pop();
                }
                let Some(&(mut length, mut states)) = path.last() else { return };
                let Some(Ok(rest)) = word.get(length..).map(std::str::from_utf8) else { continue };
                for letter in rest.chars() {
                    states = near.step(&states, letter);
                    length += letter.len_utf8();
                    path.push((length, states));
                    if near.is_lost(&states) {
                        lost = length;
                        break;
                    }
                }
                let edits = near.distance(&states);
                if lost == usize::MAX && (edits.is_some() || (or_longer && states.beginning)) {
                    self.visit_nth(block, idx, |entry| visit(entry, edits));
                }
            }
        }
    }
}
