//! Where the words of a query stand: paragraphs by the index, places in a paragraph by its text.

use super::parse::{Atom, cut};
use crate::fold::{Folded, fold};
use crate::index::{Index, TermId};
use crate::span::Span;
use crate::token::{Link, Token, compound, tokenize};

/// How well a place answers an [`Atom`]; better ones are less.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Grade {
    /// The very words.
    Exact,
    /// The last word goes on.
    Prefix,
}

/// A place in a paragraph that answers an atom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// The first Token, counted in the paragraph.
    pub token: u32,
    /// The place in the article's text.
    pub span: Span,
    pub grade: Grade,
}

/// The paragraphs in which `atom` can stand: all in which it does, and for phrases some more; sorted.
pub(super) fn candidates(index: &Index, atom: &Atom) -> Vec<u32> {
    let last_idx = atom.words.len() - 1;
    let mut paragraphs: Option<Vec<u32>> = None;
    for (idx, word) in atom.words.iter().enumerate() {
        let terms: Vec<TermId> = if atom.prefix && idx == last_idx {
            index.terms_with_prefix(&word.text).collect()
        } else {
            index.find(&word.text).into_iter().collect()
        };
        let mut with_word = paragraphs_of(index, &terms);
        if let Some(before) = paragraphs {
            with_word.retain(|paragraph| before.binary_search(paragraph).is_ok());
        }
        paragraphs = Some(with_word);
    }
    let mut paragraphs = paragraphs.unwrap_or_default();
    if let Some(word) = &atom.compound {
        let terms: Vec<TermId> = if atom.prefix {
            index.terms_with_prefix(word).collect()
        } else {
            index.find(word).into_iter().collect()
        };
        paragraphs.extend(paragraphs_of(index, &terms));
        paragraphs.sort_unstable();
        paragraphs.dedup();
    }
    paragraphs
}

/// The paragraphs in which any of `terms` stands; sorted.
fn paragraphs_of(index: &Index, terms: &[TermId]) -> Vec<u32> {
    let mut paragraphs: Vec<u32> = terms
        .iter()
        .flat_map(|&term| index.postings(term))
        .map(|posting| posting.paragraph)
        .collect();
    paragraphs.sort_unstable();
    paragraphs.dedup();
    paragraphs
}

/// The words of one paragraph, ready to be compared.
pub(super) struct Words {
    folded: Folded,
    tokens: Vec<Token>,
    /// Where the paragraph begins in the article's text.
    start: u32,
}

impl Words {
    /// Reads the words of a paragraph of `text`.
    pub fn new(text: &str, paragraph: Span) -> Self {
        let folded = fold(paragraph.of(text));
        let tokens = tokenize(&folded);
        Self { folded, tokens, start: paragraph.start }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Every place where `atom` stands, in order of their beginning; phrases may overlap.
    pub fn places(&self, atom: &Atom) -> Vec<Place> {
        let mut places = Vec::new();
        for idx in 0..self.tokens.len() {
            if let Some((n_tokens, grade)) = self.match_at(idx, atom) {
                let (first, last) = (self.tokens[idx].span, self.tokens[idx + n_tokens - 1].span);
                let span = Span::new(self.start + first.start, self.start + last.end);
                places.push(Place { token: idx as u32, span, grade });
            }
        }
        places
    }

    /// How many Tokens from `idx` on answer `atom`, and how well.
    fn match_at(&self, idx: usize, atom: &Atom) -> Option<(usize, Grade)> {
        let mut best = self.phrase_at(idx, atom);
        let single = match &atom.words[..] {
            [word] => Some(&word.text),
            _ => atom.compound.as_ref(),
        };
        let Some(single) = single else { return best };
        let mut consider = |word: &str, n_tokens: usize| {
            if let Some(grade) = grade(word, single, atom.prefix)
                && best.is_none_or(|(_, so_far)| grade < so_far)
            {
                best = Some((n_tokens, grade));
            }
        };
        consider(self.tokens[idx].text(&self.folded), 1);
        if let Some((word, n_tokens)) = compound(&self.folded, &self.tokens, idx) {
            consider(&word, n_tokens);
        }
        best
    }

    /// Whether the words of `atom` stand one after the other from `idx` on.
    fn phrase_at(&self, idx: usize, atom: &Atom) -> Option<(usize, Grade)> {
        let n_words = atom.words.len();
        let tokens = self.tokens.get(idx..idx + n_words)?;
        let mut whole = Grade::Exact;
        for (word_idx, (token, word)) in tokens.iter().zip(&atom.words).enumerate() {
            if word.touching && token.link != Link::Touching {
                return None;
            }
            let prefix = atom.prefix && word_idx == n_words - 1;
            whole = whole.max(grade(token.text(&self.folded), &word.text, prefix)?);
        }
        Some((n_words, whole))
    }
}

/// How well a word of the text answers one of the query.
fn grade(word: &str, asked: &str, prefix: bool) -> Option<Grade> {
    let word = cut(word);
    if word == asked {
        Some(Grade::Exact)
    } else if prefix && word.starts_with(asked) {
        Some(Grade::Prefix)
    } else {
        None
    }
}
