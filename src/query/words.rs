//! Where the words of a query stand in the text of a paragraph.

use super::parse::{Atom, cut};
use crate::fold::{Folded, fold};
use crate::span::Span;
use crate::token::{Link, Token, compound, tokenize};

/// How well words of the text answer those of the query; better ones are less.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Grade {
    /// The very words.
    Exact,
    /// The last word goes on.
    Prefix,
    /// Another form of the word, or another spelling of the same name.
    Form,
    /// A word one edit away, or a form that the word asked for might be of.
    Near,
    /// A word two edits away.
    Far,
}

/// An [`Atom`] with all the words that answer it.
pub(super) struct Sought<'q> {
    pub atom: &'q Atom,
    /// What else than the word itself answers it, and how well.
    pub others: Others,
}

/// Words with their grades, sorted by word.
///
/// Words that are noted mostly come in order, so a list costs a page less than a tree and no time.
#[derive(Default)]
pub(super) struct Others(Vec<(String, Grade)>);

impl Others {
    /// Notes a word; of two grades the better one counts.
    pub fn note(&mut self, word: &str, grade: Grade) {
        match self.find(word) {
            Ok(idx) => self.0[idx].1 = self.0[idx].1.min(grade),
            Err(idx) => self.0.insert(idx, (word.to_owned(), grade)),
        }
    }

    fn get(&self, word: &str) -> Option<Grade> {
        self.find(word).ok().map(|idx| self.0[idx].1)
    }

    fn find(&self, word: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(other, _)| other.as_str().cmp(word))
    }
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

impl Sought<'_> {
    /// How well a word of the text answers the atom, if that is one word.
    fn grade(&self, word: &str) -> Option<Grade> {
        let word = cut(word);
        let whole = self.atom.whole.as_deref()?;
        grade(word, whole, self.atom.prefix).or_else(|| self.others.get(word))
    }
}

/// How well a word of the text answers one of the query by itself.
fn grade(word: &str, asked: &str, prefix: bool) -> Option<Grade> {
    if word == asked {
        Some(Grade::Exact)
    } else if prefix && word.starts_with(asked) {
        Some(Grade::Prefix)
    } else {
        None
    }
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
    #[inline(never)]
    pub fn new(text: &str, paragraph: Span) -> Self {
        let folded = fold(paragraph.of(text));
        let tokens = tokenize(&folded);
        Self { folded, tokens, start: paragraph.start }
    }

    /// Every place that answers `sought`, in order of their beginning; phrases may overlap.
    pub fn places(&self, sought: &Sought) -> Vec<Place> {
        let mut places = Vec::new();
        for idx in 0..self.tokens.len() {
            if let Some((n_tokens, grade)) = self.match_at(idx, sought) {
                let (first, last) = (self.tokens[idx], self.tokens[idx + n_tokens - 1]);
                let folded = Span::new(first.folded.start, last.folded.end);
                let span = self.folded.source_from_folded(folded);
                let span = Span::new(self.start + span.start, self.start + span.end);
                places.push(Place { token: idx as u32, span, grade });
            }
        }
        places
    }

    /// How many Tokens from `idx` on answer `sought`, and how well.
    fn match_at(&self, idx: usize, sought: &Sought) -> Option<(usize, Grade)> {
        let mut best = self.phrase_at(idx, sought.atom);
        let mut consider = |word: &str, n_tokens: usize| {
            if let Some(grade) = sought.grade(word)
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
        let mut worst = Grade::Exact;
        for (word_idx, (token, word)) in tokens.iter().zip(&atom.words).enumerate() {
            if word.touching && token.link != Link::Touching {
                return None;
            }
            let prefix = atom.prefix && word_idx == n_words - 1;
            worst = worst.max(grade(cut(token.text(&self.folded)), &word.text, prefix)?);
        }
        Some((n_words, worst))
    }
}
