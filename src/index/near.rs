//! Terms near a word: within one or two edits.
//!
//! An edit is a letter too much, missing or wrong, or two neighbours swapped (Damerau's; each letter
//! is edited once, so this is the distance that is called optimal string alignment). All positions in
//! the word at which a reading of a term can be, with how many edits, are bits of a few numbers that
//! one step moves together (Wu and Manber, "Fast text searching allowing errors", 1992). Terms come
//! in order, so a beginning that leads nowhere is dropped with all terms that share it.

use super::{Entry, Index, Postings};

/// The most edits that are looked for.
const MAX_EDITS: usize = 2;
/// A bit for each position, before the first letter and after each.
const MAX_LETTERS: usize = 63;

/// The states after reading some letters.
#[derive(Clone, Copy)]
struct States {
    /// Bit `i` of the number `d`: the first `i` letters of the word can be read with `d` edits.
    at: [u64; MAX_EDITS + 1],
    /// Likewise, in the middle of a swap: the letter after the next has been read.
    swapping: [u64; MAX_EDITS + 1],
    /// The fewest edits at which a beginning of what was read is the word; or more than there may be.
    beginning: u8,
}

/// A word to compare with, and how far a term may be from it.
struct Near {
    letters: Vec<char>,
    max_edits: usize,
}

impl Near {
    fn start(&self) -> States {
        let mut at = [0; MAX_EDITS + 1];
        let mut states = 1;
        for edits in &mut at[..=self.max_edits] {
            *edits = states;
            states |= states << 1;
        }
        let mut start = States { at, swapping: [0; MAX_EDITS + 1], beginning: u8::MAX };
        start.beginning = self.distance(&start).unwrap_or(u8::MAX);
        start
    }

    /// The states after one more letter.
    fn step(&self, before: &States, letter: char) -> States {
        let mut same = 0u64;
        for (idx, &own) in self.letters.iter().enumerate() {
            same |= u64::from(own == letter) << idx;
        }
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
        after.beginning = before.beginning.min(self.distance(&after).unwrap_or(u8::MAX));
        after
    }

    /// The edits between the word and what was read; `None` if they are too many.
    fn distance(&self, states: &States) -> Option<u8> {
        let whole = 1 << self.letters.len();
        (0..=self.max_edits).find(|&edits| states.at[edits] & whole != 0).map(|edits| edits as u8)
    }

    /// Whether no letters that could follow lead to the word.
    fn is_dead(&self, states: &States) -> bool {
        states.at[self.max_edits] == 0 && states.swapping[self.max_edits] == 0
    }
}

impl Index {
    /// Visits the terms within `max_edits` (0 to 2) of `word`, in order, with the number of edits.
    ///
    /// With `or_longer` terms whose beginning is that near, too. A `word` of more than 63 letters has
    /// nothing near it.
    pub fn visit_near<'a>(
        &'a self,
        word: &str,
        max_edits: usize,
        or_longer: bool,
        visit: &mut dyn FnMut(&Entry<'_>, Postings<'a>, u8),
    ) {
        let near = Near { letters: word.chars().collect(), max_edits: max_edits.min(MAX_EDITS) };
        if near.letters.len() > MAX_LETTERS {
            return;
        }
        // The states after each letter of the term that was visited last, with the bytes read.
        let mut path: Vec<(usize, States)> = vec![(0, near.start())];
        let mut last_word = Vec::new();
        for block in 0..self.header.n_blocks {
            if let Some(&(length, states)) = path.last()
                && near.is_dead(&states)
                && (!or_longer || usize::from(states.beginning) > near.max_edits)
                && let Some(dead) = last_word.get(..length)
                && block + 1 < self.header.n_blocks
                && self.first_word(block + 1).starts_with(dead)
            {
                // The whole block shares the beginning that leads nowhere.
                continue;
            }
            self.visit_block(block, &mut last_word, &mut |entry, postings| {
                while path.last().is_some_and(|&(length, _)| length > entry.shared) {
                    path.pop();
                }
                let Some(&(mut length, mut states)) = path.last() else { return true };
                let Ok(term) = std::str::from_utf8(entry.word) else { return true };
                let is_lost = |states: &States| {
                    near.is_dead(states)
                        && (!or_longer || usize::from(states.beginning) > near.max_edits)
                };
                for letter in term.get(length..).unwrap_or_default().chars() {
                    if is_lost(&states) {
                        return true;
                    }
                    states = near.step(&states, letter);
                    length += letter.len_utf8();
                    path.push((length, states));
                }
                let whole = near.distance(&states);
                let edits = if or_longer {
                    Some(states.beginning).filter(|&edits| usize::from(edits) <= near.max_edits)
                } else {
                    whole
                };
                if let Some(edits) = edits {
                    visit(entry, postings, edits);
                }
                true
            });
        }
    }
}
