//! Which words of the dossier answer those of a query, and in which articles they stand: by the index.

use super::Corpus;
use super::parse::Atom;
use super::words::{Grade, Others};
use crate::index::{Entry, Postings};
use crate::quotation::Quotation;
use crate::sort::{key, second, sorted, third};
use crate::span::Span;

/// The most postings that words in the typing may bring in, all together: a bound on the work that
/// a query of many short beginnings can ask for.
const MAX_PREFIX_POSTINGS: usize = 2_000_000;
/// The most words of a query that may have typing errors.
const MAX_FAULTY_WORDS: usize = 16;
/// What going through the whole dictionary costs, a term.
const WORK_PER_TERM: usize = 4;

/// What answers an atom, and the articles in which it may stand.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// What else than the atom's own words answers it, and how well.
    pub others: Others,
    /// For each article 0, or how well it answers: a rank, higher for better, and in the lowest bit
    /// whether more than once. Of phrases each article that has all of the words.
    articles: Vec<u8>,
    /// How many articles that is.
    pub n_articles: usize,
    /// Whether the dossier has the word, or one that begins with it where that will do.
    pub is_present: bool,
}

impl Found {
    /// How well an article answers, and whether more than once; `None` where it does not.
    pub fn in_article(&self, article: usize) -> Option<(Grade, bool)> {
        let code = usize::from(self.articles.get(article).copied().unwrap_or(0));
        Some((GRADES[(code >> 1).checked_sub(1)?], code & 1 == 1))
    }
}

const GRADES: [Grade; 5] = [Grade::Far, Grade::Near, Grade::Form, Grade::Prefix, Grade::Exact];

/// How many edits a word of that many letters may be away; one from 4 letters, two from 8.
pub(super) fn max_edits(n_letters: usize) -> usize {
    match n_letters {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    }
}

/// Looks up the atoms of a query.
pub(super) struct Seeker {
    /// How many postings of words in the typing may still be read.
    prefix_postings: usize,
    /// How many words may still have typing errors.
    faulty_words: usize,
    /// Whether some words in the typing were left out.
    pub too_broad: bool,
    /// What it did so far, in postings and the like.
    pub work: usize,
}

impl Seeker {
    pub fn new() -> Self {
        Self {
            prefix_postings: MAX_PREFIX_POSTINGS,
            faulty_words: MAX_FAULTY_WORDS,
            too_broad: false,
            work: 0,
        }
    }

    /// Looks up an atom again, now as if it had a typing error; `None` where that finds no more.
    pub fn seek_near(&mut self, corpus: Corpus, atom: &Atom, found: &Found) -> Option<Found> {
        let word = atom.whole.as_ref().filter(|_| atom.is_loose())?;
        let n_letters = word.chars().count();
        // A word that is there is likely to be right; at most one slip made it of another.
        let max_edits = max_edits(n_letters).min(if found.is_present { 1 } else { 2 });
        if max_edits == 0 && found.is_present {
            return None;
        }
        self.faulty_words = self.faulty_words.checked_sub(1)?;
        Some(self.seek(corpus, atom, Some(max_edits)))
    }

    /// Looks up an atom; with `max_edits`, also what is within so many edits.
    pub fn seek(&mut self, corpus: Corpus, atom: &Atom, max_edits: Option<usize>) -> Found {
        let mut found = Found { articles: vec![0; corpus.articles.len()], ..Found::default() };
        self.work += found.articles.len() / 8;
        if let Some(word) = &atom.whole {
            found.is_present = self.seek_word(corpus, atom, word, max_edits, &mut found);
        }
        if atom.words.len() > 1 {
            // Where the words stand joined is known; where they stand apart only the text tells.
            let together = self.seek_together(corpus, atom);
            for (own, together) in found.articles.iter_mut().zip(together) {
                *own = (*own).max(together);
            }
        }
        found.n_articles = found.articles.iter().filter(|code| **code > 0).count();
        found
    }

    /// Notes the articles of a word, and unless it was quoted or is excluded, those of its forms and
    /// with `max_edits` of what is near it; whether it is there itself.
    fn seek_word(
        &mut self,
        corpus: Corpus,
        atom: &Atom,
        word: &str,
        max_edits: Option<usize>,
        found: &mut Found,
    ) -> bool {
        let index = &corpus.index;
        let is_present = self.seek_exact_or_prefix(corpus, word, atom.prefix, &mut found.articles);
        if !atom.is_loose() {
            return is_present;
        }
        let Found { others, articles, .. } = found;
        let work = &mut self.work;
        let mut add = |entry: &Entry<'_>, postings: Postings<'_>, grade: Grade| {
            let Ok(other) = std::str::from_utf8(entry.word) else { return };
            if other != word && !(atom.prefix && other.starts_with(word)) {
                others.note(other, grade);
                *work += note(postings, grade, articles);
            }
        };
        index.visit_forms(word, &mut |entry, postings| add(entry, postings, Grade::Form));
        for spelling in corpus.spellings.of(word) {
            index.visit_prefix(spelling, &mut |entry, postings| {
                if entry.word == spelling.as_bytes() {
                    add(entry, postings, Grade::Form);
                }
            });
        }
        if let Some(max_edits) = max_edits {
            index.visit_guessed_forms(word, &mut |entry, postings| {
                add(entry, postings, Grade::Near);
            });
            // The beginning of a word may have an error too, but not two: it would be like anything.
            let or_longer = atom.prefix && !is_present;
            if max_edits > 0 {
                index.visit_near(word, max_edits, or_longer, &mut |entry, postings, edits| {
                    let grade =
                        if edits.is_some_and(|edits| edits < 2) { Grade::Near } else { Grade::Far };
                    add(entry, postings, grade);
                });
                self.work += index.n_terms() * WORK_PER_TERM;
            }
        }
        is_present
    }

    /// Notes the articles of a word and of what begins with it, where that may be; whether there is
    /// any.
    fn seek_exact_or_prefix(
        &mut self,
        corpus: Corpus,
        word: &str,
        prefix: bool,
        articles: &mut [u8],
    ) -> bool {
        let exact = corpus.index.find(word);
        let mut is_present = exact.is_some();
        if let Some(postings) = exact {
            self.work += note(postings, Grade::Exact, articles);
        }
        if prefix {
            corpus.index.visit_prefix(word, &mut |entry, postings| {
                if entry.word == word.as_bytes() {
                    return;
                }
                is_present = true;
                if self.prefix_postings == 0 {
                    self.too_broad = true;
                    return;
                }
                let n_postings = note(postings, Grade::Prefix, articles);
                self.prefix_postings = self.prefix_postings.saturating_sub(n_postings);
                self.work += n_postings;
            });
        }
        is_present
    }

    /// The articles that have all words of an atom, as [`Found`] has them.
    fn seek_together(&mut self, corpus: Corpus, atom: &Atom) -> Vec<u8> {
        let last_idx = atom.words.len() - 1;
        let mut together = vec![u8::MAX; corpus.articles.len()];
        for (idx, word) in atom.words.iter().enumerate() {
            // A word that comes again tells nothing new.
            if idx < last_idx && atom.words[..idx].iter().any(|other| other.text == word.text) {
                continue;
            }
            let mut articles = vec![0; together.len()];
            let prefix = atom.prefix && idx == last_idx;
            self.seek_exact_or_prefix(corpus, &word.text, prefix, &mut articles);
            together.iter_mut().zip(articles).for_each(|(all, own)| *all = own.min(*all));
        }
        self.work += together.len() / 8 * atom.words.len();
        together
    }
}

/// Notes how well the articles of a word answer; how many they are.
fn note(postings: Postings<'_>, grade: Grade, articles: &mut [u8]) -> usize {
    let rank = (GRADES.len() as u8 - grade as u8) << 1;
    let mut n_postings = 0;
    for posting in postings {
        n_postings += 1;
        // An index of other articles may name some that these have not.
        if let Some(code) = articles.get_mut(posting.article as usize) {
            *code = (*code).max(rank | u8::from(posting.often));
        }
    }
    n_postings
}

/// What is said in an article: the contents of its quotations; sorted, disjoint.
pub(super) fn said_in(quotations: &[Quotation]) -> Vec<Span> {
    let mut said = Vec::new();
    quotations.iter().for_each(|quotation| said.extend_from_slice(&quotation.contents));
    disjoint(&said)
}

/// Whether one of sorted, disjoint `spans` contains `span`.
pub(super) fn is_inside(spans: &[Span], span: Span) -> bool {
    let after = spans.partition_point(|other| other.start <= span.start);
    after > 0 && spans[after - 1].contains(span)
}

/// Spans in order, those that overlap joined.
pub(super) fn disjoint(spans: &[Span]) -> Vec<Span> {
    let keys = sorted(spans.iter().map(|span| key(0, span.start, span.end)).collect());
    let mut joined: Vec<Span> = Vec::with_capacity(keys.len());
    for span in keys.into_iter().map(|key| Span::new(second(key), third(key))) {
        match joined.last_mut() {
            Some(last) if span.start < last.end => last.end = last.end.max(span.end),
            _ => joined.push(span),
        }
    }
    joined
}
