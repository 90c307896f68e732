//! Where two texts differ, word by word.

use std::collections::HashSet;

use super::subsequence::longest_common;
use crate::fold::{Folded, fold};
use crate::span::Span;
use crate::token::{Link, tokenize};

/// How many words of a text are compared with another's, at most.
pub const MOST_WORDS: usize = 1000;

/// Words that one text has in the place of another's; not both empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Difference {
    /// In the one text; empty where nothing stands for the other's words, and then it lies where they
    /// would stand.
    pub one: Span,
    /// In the other text; likewise.
    pub other: Span,
}

/// Where two texts differ, in order, by their longest common subsequence of words. Marks and the case
/// of letters do not differ; a text is compared up to its [`MOST_WORDS`]th word.
#[must_use]
pub fn differences(one: &str, other: &str) -> Vec<Difference> {
    let ((one, one_words), (other, other_words)) = (folded_words(one), folded_words(other));
    let mut matches = in_common((&one, &one_words), (&other, &other_words));
    matches.push((one_words.len(), other_words.len()));
    let mut differences = Vec::new();
    let (mut one_at, mut other_at) = (0, 0);
    for (one_end, other_end) in matches {
        if one_at < one_end || other_at < other_end {
            differences.push(Difference {
                one: source_of(&one, &one_words, one_at, one_end),
                other: source_of(&other, &other_words, other_at, other_end),
            });
        }
        (one_at, other_at) = (one_end + 1, other_end + 1);
    }
    differences
}

/// `differences` of two texts without what has only moved: where one begins or ends with two words or more in a row that
/// are among those that differ in the other text too, it does so no longer. Those of which nothing is left are left out.
#[must_use]
pub fn without_moved(one: &str, other: &str, differences: &[Difference]) -> Vec<Difference> {
    let spans = |side: fn(&Difference) -> Span| differences.iter().map(side).collect::<Vec<_>>();
    let (ones, others) = (spans(|it| it.one), spans(|it| it.other));
    let kept = unmoved(one, &ones, other, &others).into_iter();
    let kept = kept.zip(unmoved(other, &others, one, &ones));
    let kept = kept.map(|(one, other)| Difference { one, other });
    kept.filter(|kept| !kept.one.is_empty() || !kept.other.is_empty()).collect()
}

/// `spans` of a text from their first word to their last that is none of two or more in a row which one of the `others` of
/// another text has as well; empty where all are.
fn unmoved(text: &str, spans: &[Span], other: &str, others: &[Span]) -> Vec<Span> {
    let words = |text: &str, span: Span| {
        let (folded, words) = folded_words(span.of(text));
        let place =
            |word: Span| (word.of(folded.text()).to_owned(), folded.source_from_folded(word));
        words.into_iter().map(place).collect::<Vec<_>>()
    };
    let mut twos = HashSet::new();
    for span in others {
        for two in words(other, *span).windows(2) {
            twos.insert([two[0].0.clone(), two[1].0.clone()]);
        }
    }
    let unmoved = |span: &Span| {
        let words = words(text, *span);
        let is_two = |first: Option<usize>| {
            let two = first.and_then(|first| words.get(first..first + 2));
            two.is_some_and(|two| twos.contains(&[two[0].0.clone(), two[1].0.clone()]))
        };
        let has_moved = |at: &usize| is_two(Some(*at)) || is_two(at.checked_sub(1));
        let mut left = (0..words.len()).filter(|at| !has_moved(at));
        let Some(first) = left.next() else { return Span::new(span.start, span.start) };
        let last = left.next_back().unwrap_or(first);
        if (first, last + 1) == (0, words.len()) {
            return *span;
        }
        let [start, end] = [words[first].1.start, words[last].1.end].map(|at| span.start + at);
        Span::new(start, end)
    };
    spans.iter().map(unmoved).collect()
}

/// The share of the shorter text's words that the other one has in the same order; 1 where it has them all, 0
/// where one has no words.
#[must_use]
pub fn share_in_common(one: &str, other: &str) -> f64 {
    let ((one, one_words), (other, other_words)) = (folded_words(one), folded_words(other));
    let matches = in_common((&one, &one_words), (&other, &other_words));
    let shorter = one_words.len().min(other_words.len());
    if shorter == 0 { 0.0 } else { matches.len() as f64 / shorter as f64 }
}

/// The places of the longest common subsequence of two texts' words, in each of them.
fn in_common(one: (&Folded, &[Span]), other: (&Folded, &[Span])) -> Vec<(usize, usize)> {
    longest_common(one.1, other.1, |one_word, other_word| {
        one_word.of(one.0.text()) == other_word.of(other.0.text())
    })
}

/// A text in its folded form with its words, those that a hyphen or apostrophe joins as one.
fn folded_words(text: &str) -> (Folded, Vec<Span>) {
    let folded = fold(text);
    let mut words: Vec<Span> = Vec::new();
    for token in tokenize(&folded) {
        match words.last_mut() {
            Some(last) if token.link == Link::Joined => last.end = token.folded.end,
            _ => words.push(token.folded),
        }
    }
    words.truncate(MOST_WORDS);
    (folded, words)
}

/// The source of the words from `start` to before `end`; where they are none, the empty Span before
/// `end`.
fn source_of(folded: &Folded, words: &[Span], start: usize, end: usize) -> Span {
    let first = words.get(start).or(words.last()).copied().unwrap_or(Span::new(0, 0));
    let last = if start < end { words[end - 1] } else { first };
    let source = folded.source_from_folded(Span::new(first.start, last.end));
    if start < end {
        source
    } else if start < words.len() {
        Span::new(source.start, source.start)
    } else {
        Span::new(source.end, source.end)
    }
}
