//! Contents: what was said, from cues and quotation marks.
//!
//! [`find`] goes over an article's blocks in order and gives every quotation with its kind, its cue
//! and the phrase that names the speaker; who that is, `speaker` decides. In each block first come the
//! clauses and phrases that cues report (`reported`), then what is left in marks (`direct`).

use std::cmp::Reverse;
use std::ops::Range;

use super::cue::cues;
use super::direct::{Before, direct};
use super::reported::reported;
use super::word::Block;
use super::{Kind, Rule};
use crate::span::Span;

/// A speaker is named from this confidence on, in percent; below it a quotation stays unattributed.
pub(super) const LOWEST_CONFIDENCE: u8 = 60;

/// A phrase that names or points to a speaker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mention {
    /// Index of its block.
    pub(super) block: usize,
    /// Its words in that block.
    pub(super) words: Range<usize>,
}

impl Mention {
    /// Where it begins: block and word.
    pub(super) fn place(&self) -> (usize, usize) {
        (self.block, self.words.start)
    }
}

/// A quotation before its speaker is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// As in [`super::Quotation`].
    pub(super) contents: Vec<Span>,
    /// As in [`super::Quotation`].
    pub(super) kind: Kind,
    /// As in [`super::Quotation`].
    pub(super) fragments: Vec<Span>,
    /// The cue's words.
    pub(super) cue: Option<Span>,
    /// Who spoke, where the text says so.
    pub(super) mention: Option<Mention>,
    /// The rule that made the link.
    pub(super) rule: Rule,
    /// How often links made like this one are right, in percent.
    pub(super) confidence: u8,
}

impl Found {
    /// How often the links of a rule are right, in percent, as development texts show it.
    pub(super) fn confidence_of(rule: Rule) -> u8 {
        match rule {
            Rule::Editor => 100,
            Rule::CueBehind | Rule::AccordingTo => 98,
            Rule::CueBefore | Rule::ReportedClause | Rule::Signed | Rule::Labelled => 95,
            Rule::ReportedAct => 90,
            Rule::SharedSubject => 85,
            // The direct ones differ from case to case.
            Rule::Continued
            | Rule::Inherited
            | Rule::Announced
            | Rule::SubjectBefore
            | Rule::Marks => 0,
        }
    }

    /// One past the last byte of its contents.
    pub(super) fn end(&self) -> u32 {
        self.contents.last().map_or(0, |span| span.end)
    }
}

/// The quotations of the blocks of one article, in order; `None` stands for a block in which nobody
/// is quoted (a heading).
pub(super) fn find(blocks: &[Option<Block>]) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut before = Before::default();
    for (number, block) in blocks.iter().enumerate() {
        let Some(block) = block else {
            before = Before::default();
            continue;
        };
        let first = found.len();
        let cues = cues(block);
        let taken = reported(block, number, &cues, &mut found);
        direct(block, number, &cues, &taken, &before, first, &mut found);
        before.update(block, number, &cues, first, &found);
    }
    settle(found)
}

/// Puts quotations in order and drops those that cross an earlier one, or repeat it.
fn settle(mut found: Vec<Found>) -> Vec<Found> {
    for found in &mut found {
        found.contents.sort_unstable();
    }
    found.retain(|found| found.contents.windows(2).all(|pair| pair[0].end <= pair[1].start));
    found.sort_by_key(|found| (found.contents[0].start, Reverse(found.contents[0].end)));
    let mut spans: Vec<(Span, usize)> = Vec::new();
    for (idx, found) in found.iter().enumerate() {
        spans.extend(found.contents.iter().map(|&span| (span, idx)));
    }
    spans.sort_by_key(|&(span, idx)| (span.start, Reverse(span.end), idx));
    let mut dropped = vec![false; found.len()];
    let mut open: Vec<Span> = Vec::new();
    for (span, idx) in spans {
        while open.last().is_some_and(|outer| outer.end <= span.start) {
            open.pop();
        }
        if open.last().is_some_and(|outer| !outer.contains(span) || *outer == span) {
            dropped[idx] = true;
        } else if !dropped[idx] {
            open.push(span);
        }
    }
    let mut dropped = dropped.into_iter();
    found.retain(|_| !dropped.next().expect("one for each"));
    found
}
