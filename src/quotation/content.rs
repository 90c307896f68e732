//! Content spans: what was said, found from cues and quotation marks.
//!
//! [`find`] goes over an article's paragraphs in order and gives every quotation with its kind, its cue
//! and the phrase that names the speaker; who that is, `coreference` decides. In each paragraph first come the
//! clauses and phrases that cues report (`reported`), then what is left in marks (`direct`).

use std::cmp::Reverse;

use super::cue::cues;
use super::direct::{PrecedingContext, direct, sign};
use super::model::{Kind, Rule};
use super::reported::reported;
use super::transcript::Turn;
use super::unresolved::{Mention, UnresolvedQuotation};
use super::word::TaggedParagraph;
use crate::span::Span;

/// The quotations of the paragraphs of one article, in order; `None` stands for a paragraph in which nobody
/// is quoted (a heading), or which is no one's turn.
pub(super) fn find(
    paragraphs: &[Option<TaggedParagraph>],
    turns: &[Option<Turn>],
) -> Vec<UnresolvedQuotation> {
    let mut found: Vec<UnresolvedQuotation> = Vec::new();
    let mut before = PrecedingContext::default();
    for (paragraph, turn) in paragraphs.iter().zip(turns) {
        let Some(paragraph) = paragraph else {
            before = PrecedingContext::default();
            continue;
        };
        let first = found.len();
        let cues = cues(paragraph);
        if let Some(turn) = turn {
            found.push(spoken(turn, paragraphs));
            // Whoever speaks may quote others.
            let none_taken = vec![false; paragraph.quoted.len()];
            let first = found.len();
            direct(paragraph, &cues, &none_taken, &PrecedingContext::default(), first, &mut found);
            let mut quoted = found.split_off(first);
            quoted.retain(|found| found.cue.is_some());
            found.append(&mut quoted);
            before = PrecedingContext::default();
            continue;
        }
        sign(paragraph, &before, &mut found);
        let taken = reported(paragraph, &cues, &mut found);
        direct(paragraph, &cues, &taken, &before, first, &mut found);
        before.update(paragraph, &cues, first, &found);
    }
    settle(found)
}

/// What is said in a turn. A paragraph that carries it on has its speaker from where it began.
fn spoken(turn: &Turn, paragraphs: &[Option<TaggedParagraph>]) -> UnresolvedQuotation {
    let mention = turn.name.and_then(|name| {
        let paragraph = paragraphs[turn.name_paragraph].as_ref()?;
        Some(Mention::new(paragraph, paragraph.words_in(name)))
    });
    UnresolvedQuotation {
        contents: vec![turn.speech],
        kind: Kind::Direct,
        fragments: Vec::new(),
        cue: None,
        rule: if mention.is_some() { Rule::Labelled } else { Rule::Marks },
        mention,
    }
}

/// The words in marks of an article in a language of which no words are known, all without a speaker.
pub(super) fn find_in_marks(paragraphs: &[Option<TaggedParagraph>]) -> Vec<UnresolvedQuotation> {
    let mut found: Vec<UnresolvedQuotation> = Vec::new();
    let mut before = PrecedingContext::default();
    for paragraph in paragraphs {
        let Some(paragraph) = paragraph else {
            before = PrecedingContext::default();
            continue;
        };
        let first = found.len();
        direct(paragraph, &[], &vec![false; paragraph.quoted.len()], &before, first, &mut found);
        before.update(paragraph, &[], first, &found);
    }
    for found in &mut found {
        found.cue = None;
        found.mention = None;
        found.rule = Rule::Marks;
    }
    settle(found)
}

/// Puts quotations in order and drops those that cross an earlier one, or repeat it.
fn settle(mut found: Vec<UnresolvedQuotation>) -> Vec<UnresolvedQuotation> {
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
