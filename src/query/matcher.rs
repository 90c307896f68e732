//! [`WordMatcher`]: where the words of a query occur in the text of a paragraph.
//!
//! The paragraph goes through the tokenizer that the index was built with, and each of its terms is
//! looked up among all that answer the query, so that reading takes as long for many words as for one.
//! A phrase is compared token by token from where its first word stands.

use super::parse::Atom;
use crate::fold::{Folded, fold};
use crate::index::index_term;
use crate::span::Span;
use crate::token::{Link, Token, compound, is_in_capitals, tokenize};

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

/// The terms that answer an atom beside its own words. Of a term that is there twice the better grade
/// counts.
pub(super) type Alternatives = Vec<(String, Grade)>;

/// A stretch of a paragraph that answers an atom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Match {
    /// The atom, as an index into the query's.
    pub atom: usize,
    /// The first Token, counted in the paragraph.
    pub token: u32,
    pub grade: Grade,
    /// The stretch, in the article's text.
    pub span: Span,
}

/// The terms that answer a query, to be looked up by the words of a text.
///
/// In sorted lists: most queries have a handful of terms, and hashing each word of a text takes longer
/// than comparing it with these; with hash maps a full search took a sixth longer in wasm.
#[derive(Default)]
pub(super) struct WordMatcher {
    /// Sorted by term.
    terms: Vec<(String, Vec<TermUse>)>,
    /// The atoms whose last word may go on, by that word.
    prefixes: Vec<(String, usize)>,
}

/// What a term does for an atom, which is an index into the query's.
#[derive(Clone, Copy)]
enum TermUse {
    /// Answers it.
    Answers { atom: usize, grade: Grade },
    /// Is the first word of its phrase.
    BeginsPhrase { atom: usize },
}

/// One way in which the words from a certain Token on answer an atom.
struct TermMatch {
    atom: usize,
    n_tokens: usize,
    grade: Grade,
    is_phrase: bool,
}

impl TermMatch {
    /// A term that answers an atom by itself, made of so many Tokens.
    fn of_term(atom: usize, n_tokens: usize, grade: Grade) -> Self {
        Self { atom, n_tokens, grade, is_phrase: false }
    }

    /// Whether it counts rather than another match at the same Token: by grade; of two alike, a
    /// phrase does.
    fn is_better_than(&self, other: &Self) -> bool {
        (self.grade, !self.is_phrase) < (other.grade, !other.is_phrase)
    }
}

impl WordMatcher {
    /// A matcher for all atoms of a query, with what else answers each of them.
    pub fn new<'q>(atoms: impl Iterator<Item = (&'q Atom, &'q Alternatives)>) -> Self {
        let mut matcher = Self::default();
        for (atom, (asked, alternatives)) in atoms.enumerate() {
            if let Some(whole) = &asked.whole {
                matcher.add_term(whole, TermUse::Answers { atom, grade: Grade::Exact });
                if asked.prefix {
                    matcher.prefixes.push((whole.clone(), atom));
                }
            }
            if let [first, _, ..] = &asked.words[..] {
                matcher.add_term(&first.text, TermUse::BeginsPhrase { atom });
            }
            for (term, grade) in alternatives {
                matcher.add_term(term, TermUse::Answers { atom, grade: *grade });
            }
        }
        matcher
    }

    /// A matcher for one atom, which its own words alone answer.
    pub fn of(atom: &Atom) -> Self {
        Self::new(std::iter::once((atom, &Alternatives::new())))
    }

    fn add_term(&mut self, term: &str, term_use: TermUse) {
        match self.terms.binary_search_by(|(other, _)| (**other).cmp(term)) {
            Ok(at) => self.terms[at].1.push(term_use),
            Err(at) => self.terms.insert(at, (term.to_owned(), vec![term_use])),
        }
    }

    /// What a term does for the query.
    fn uses_of(&self, term: &str) -> &[TermUse] {
        let found = self.terms.binary_search_by(|(other, _)| (**other).cmp(term));
        found.map_or(&[], |at| &self.terms[at].1)
    }

    /// Every stretch of a paragraph of `text` that answers one of `atoms`, for which the matcher was
    /// made: one an atom at each Token, ordered by Token; phrases may overlap.
    pub fn matches(&self, atoms: &[Atom], text: &str, paragraph: Span) -> Vec<Match> {
        let words = TokenizedText::new(text, paragraph);
        // In a headline all in capitals the case of a word tells nothing.
        let case_tells = paragraph.of(text).contains(char::is_lowercase);
        let mut matches = Vec::new();
        for idx in 0..words.tokens.len() {
            let mut best: Vec<TermMatch> = Vec::new();
            self.matches_at(idx, &words, atoms, |found| {
                match best.iter_mut().find(|other| other.atom == found.atom) {
                    Some(other) if found.is_better_than(other) => *other = found,
                    Some(_) => {}
                    None => best.push(found),
                }
            });
            let found = best.into_iter().map(|TermMatch { atom, n_tokens, grade, .. }| Match {
                atom,
                token: idx as u32,
                grade,
                span: words.source_span(idx, n_tokens),
            });
            matches.extend(found.filter(|found| {
                let in_capitals = atoms[found.atom].in_capitals.filter(|_| case_tells);
                in_capitals.is_none_or(|asked| asked == is_in_capitals(found.span.of(text)))
            }));
        }
        matches
    }

    /// Gives every match of the word at `idx`, and of the compound that begins there.
    fn matches_at(
        &self,
        idx: usize,
        words: &TokenizedText,
        atoms: &[Atom],
        mut give: impl FnMut(TermMatch),
    ) {
        let term = &*index_term(words.text(idx));
        for term_use in self.uses_of(term) {
            match *term_use {
                TermUse::Answers { atom, grade } => give(TermMatch::of_term(atom, 1, grade)),
                TermUse::BeginsPhrase { atom } => {
                    if let Some(grade) = words.phrase_at(idx, &atoms[atom]) {
                        let n_tokens = atoms[atom].words.len();
                        give(TermMatch { atom, n_tokens, grade, is_phrase: true });
                    }
                }
            }
        }
        self.prefix_matches(term, 1, &mut give);
        if let Some((compound, n_tokens)) = compound(&words.folded, &words.tokens, idx) {
            let term = &*index_term(&compound);
            for term_use in self.uses_of(term) {
                // A phrase begins with a Token, not with several put together.
                if let TermUse::Answers { atom, grade } = *term_use {
                    give(TermMatch::of_term(atom, n_tokens, grade));
                }
            }
            self.prefix_matches(term, n_tokens, &mut give);
        }
    }

    /// Gives every match of a term that goes on after a word of the query.
    fn prefix_matches(&self, term: &str, n_tokens: usize, give: &mut impl FnMut(TermMatch)) {
        for (prefix, atom) in &self.prefixes {
            if term.len() > prefix.len() && term.starts_with(&**prefix) {
                give(TermMatch::of_term(*atom, n_tokens, Grade::Prefix));
            }
        }
    }
}

/// A paragraph folded and cut into Tokens.
struct TokenizedText {
    folded: Folded,
    tokens: Vec<Token>,
    /// Where the paragraph begins in the article's text.
    start: u32,
}

impl TokenizedText {
    fn new(text: &str, paragraph: Span) -> Self {
        let folded = fold(paragraph.of(text));
        Self { tokens: tokenize(&folded), folded, start: paragraph.start }
    }

    fn text(&self, idx: usize) -> &str {
        self.tokens[idx].text(&self.folded)
    }

    /// The stretch of the article's text from the first to the last of some Tokens.
    fn source_span(&self, first: usize, n_tokens: usize) -> Span {
        let start = self.tokens[first].folded.start;
        let end = self.tokens[first + n_tokens - 1].folded.end;
        let span = self.folded.source_from_folded(Span::new(start, end));
        Span::new(self.start + span.start, self.start + span.end)
    }

    /// How well the words of `atom` stand one after the other from `idx` on, if they do.
    fn phrase_at(&self, idx: usize, atom: &Atom) -> Option<Grade> {
        let n_words = atom.words.len();
        let tokens = self.tokens.get(idx..idx + n_words)?;
        let mut worst = Grade::Exact;
        for (word_idx, (token, word)) in tokens.iter().zip(&atom.words).enumerate() {
            if word.touching && token.link != Link::Touching {
                return None;
            }
            let prefix = atom.prefix && word_idx == n_words - 1;
            worst = worst.max(grade(&index_term(token.text(&self.folded)), &word.text, prefix)?);
        }
        Some(worst)
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
