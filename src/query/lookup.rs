//! Query expansion and candidates, by [`TermLookup`]: which terms of the dictionary answer the
//! words of a query, and which articles have them.

use std::collections::BTreeSet;
use std::mem;

use super::matcher::{Alternatives, Grade};
use super::parse::Atom;
use crate::dossier::Dossier;
use crate::index::{ListPlace, TermEntry};

/// The most postings that the completions of unfinished words may have, in all: a bound on the work
/// that a query of many short beginnings can ask for.
const MAX_PREFIX_POSTINGS: usize = 2_000_000;
/// The most words of a query that may have typing errors.
const MAX_FAULTY_WORDS: usize = 16;
/// What going through the whole dictionary costs, a term.
const WORK_PER_TERM: usize = 4;

/// The blocks of posting lists that have to come before anything can be told.
#[derive(Debug)]
pub(super) struct Absent(pub BTreeSet<usize>);

/// The candidates of an atom: what answers it, and the articles in which that may stand.
#[derive(Debug, Default)]
pub(super) struct Candidates {
    /// What else than the atom's own words answers it, and how well.
    pub alternatives: Alternatives,
    /// For each article whether and how well it answers; of phrases each that has all of the words.
    articles: Vec<ArticleGrade>,
    /// How many articles are candidates.
    pub n_articles: usize,
    /// Whether the dossier has the word, or one that begins with it where that will do.
    pub is_present: bool,
}

impl Candidates {
    /// How well an article answers, and whether more than once; `None` where it does not.
    pub fn in_article(&self, article: usize) -> Option<(Grade, bool)> {
        self.articles.get(article)?.grade_and_often()
    }
}

/// How well an article answers an atom, in a byte, because there is one an article and atom: 0 where
/// it does not, else a rank, higher for better, and in the lowest bit whether more than once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct ArticleGrade(u8);

impl ArticleGrade {
    const NOT_AT_ALL: Self = Self(0);
    const BEST: Self = Self(u8::MAX);
    /// The grades by their rank, counted from 1.
    const GRADES: [Grade; 5] = [Grade::Far, Grade::Near, Grade::Form, Grade::Prefix, Grade::Exact];

    fn new(grade: Grade, often: bool) -> Self {
        Self((Self::GRADES.len() as u8 - grade as u8) << 1 | u8::from(often))
    }

    fn grade_and_often(self) -> Option<(Grade, bool)> {
        let rank = usize::from(self.0 >> 1);
        Some((*Self::GRADES.get(rank.checked_sub(1)?)?, self.0 & 1 == 1))
    }
}

/// How many edits a word of that many letters may be away; one from 4 letters, two from 8.
pub(super) fn max_edits(n_letters: usize) -> usize {
    match n_letters {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    }
}

/// Looks up the atoms of a query, within bounds on the work of all of them together.
#[derive(Clone)]
pub(super) struct TermLookup {
    /// How many postings of completions of unfinished words may still be read.
    prefix_postings: usize,
    /// How many words may still have typing errors.
    faulty_words: usize,
    /// Whether some completions of unfinished words were left out.
    pub too_broad: bool,
    /// What it did so far, in postings and the like.
    pub work: usize,
    /// The blocks that the present atom lacks.
    absent: BTreeSet<usize>,
}

impl TermLookup {
    pub fn new() -> Self {
        Self {
            prefix_postings: MAX_PREFIX_POSTINGS,
            faulty_words: MAX_FAULTY_WORDS,
            too_broad: false,
            work: 0,
            absent: BTreeSet::new(),
        }
    }

    /// Looks up an atom.
    ///
    /// # Errors
    ///
    /// Where posting lists are not there.
    pub fn candidates(&mut self, dossier: &Dossier, atom: &Atom) -> Result<Candidates, Absent> {
        self.look_up(dossier, atom, None)
    }

    /// Looks up an atom again, now as if it had a typing error; `None` where that finds no more.
    ///
    /// # Errors
    ///
    /// Where posting lists are not there.
    pub fn fuzzy_candidates(
        &mut self,
        dossier: &Dossier,
        atom: &Atom,
        before: &Candidates,
    ) -> Result<Option<Candidates>, Absent> {
        // A digit that is mistyped makes another number.
        let is_number = |word: &&String| word.starts_with(|c: char| c.is_ascii_digit());
        let word = atom.whole.as_ref().filter(|word| atom.is_loose() && !is_number(word));
        let Some(word) = word.filter(|_| self.faulty_words > 0) else { return Ok(None) };
        let n_letters = word.chars().count();
        // A word that is there is likely to be right; at most one slip made it of another.
        let max_edits = max_edits(n_letters).min(if before.is_present { 1 } else { 2 });
        if max_edits == 0 && before.is_present {
            return Ok(None);
        }
        let found = self.look_up(dossier, atom, Some(max_edits))?;
        self.faulty_words -= 1;
        Ok(Some(found))
    }

    /// Looks up an atom; with `max_edits`, also what is within so many edits.
    fn look_up(
        &mut self,
        dossier: &Dossier,
        atom: &Atom,
        max_edits: Option<usize>,
    ) -> Result<Candidates, Absent> {
        let before = self.clone();
        let n_articles = dossier.articles.len();
        let mut candidates = Candidates {
            articles: vec![ArticleGrade::NOT_AT_ALL; n_articles],
            ..Candidates::default()
        };
        self.work += n_articles / 8;
        if let Some(word) = &atom.whole {
            candidates.is_present =
                self.look_up_word(dossier, atom, word, max_edits, &mut candidates);
        }
        if atom.words.len() > 1 {
            // Where the words stand joined is known; where they stand apart only the text tells.
            let together = self.look_up_phrase(dossier, atom);
            for (own, together) in candidates.articles.iter_mut().zip(together) {
                *own = (*own).max(together);
            }
        }
        let absent = mem::take(&mut self.absent);
        if !absent.is_empty() {
            // It is looked up once more when they are there, and counts once.
            *self = Self { work: self.work, ..before };
            return Err(Absent(absent));
        }
        let is_candidate = |standing: &&ArticleGrade| **standing > ArticleGrade::NOT_AT_ALL;
        candidates.n_articles = candidates.articles.iter().filter(is_candidate).count();
        Ok(candidates)
    }

    /// Notes the articles of a word, and unless it was quoted or is excluded, those of its forms and
    /// with `max_edits` of what is near it; whether it is there itself.
    fn look_up_word(
        &mut self,
        dossier: &Dossier,
        atom: &Atom,
        word: &str,
        max_edits: Option<usize>,
        candidates: &mut Candidates,
    ) -> bool {
        let index = &dossier.index;
        let Candidates { alternatives, articles, .. } = candidates;
        let is_present = self.look_up_exact_or_prefix(dossier, word, atom.prefix, articles);
        if !atom.is_loose() {
            return is_present;
        }
        let mut add = |entry: &TermEntry, grade: Grade| {
            let Ok(term) = std::str::from_utf8(entry.word) else { return };
            if term != word && !(atom.prefix && term.starts_with(word)) {
                alternatives.push((term.to_owned(), grade));
                self.note(dossier, entry.list, grade, articles);
            }
        };
        index.visit_forms(word, |entry| add(entry, Grade::Form));
        for spelling in dossier.spellings.of(word) {
            index.visit_term(spelling, |entry| add(entry, Grade::Form));
        }
        if let Some(max_edits) = max_edits {
            index.visit_guessed_forms(word, |entry| add(entry, Grade::Near));
            // The beginning of a word may have an error too, but not two: it would be like anything.
            let or_longer = atom.prefix && !is_present;
            if max_edits > 0 {
                index.visit_near(word, max_edits, or_longer, |entry, edits| match edits {
                    Some(0..2) => add(entry, Grade::Near),
                    // Two edits and another first letter: it is like anything.
                    Some(_) if !begin_alike(entry.word, word) => {}
                    _ => add(entry, Grade::Far),
                });
                if max_edits < 2 {
                    index.visit_near(word, 2, false, |entry, _| {
                        if sound_alike(entry.word, word) {
                            add(entry, Grade::Far);
                        }
                    });
                    self.work += index.n_terms() * WORK_PER_TERM;
                }
                self.work += index.n_terms() * WORK_PER_TERM;
            }
        }
        is_present
    }

    /// Notes the articles of a word and of what begins with it, where that may be; whether there is
    /// any.
    fn look_up_exact_or_prefix(
        &mut self,
        dossier: &Dossier,
        word: &str,
        prefix: bool,
        articles: &mut [ArticleGrade],
    ) -> bool {
        let exact = dossier.index.find(word);
        let mut is_present = exact.is_some();
        if let Some(list) = exact {
            self.note(dossier, list, Grade::Exact, articles);
        }
        if prefix {
            dossier.index.visit_prefix(word, |entry| {
                if entry.word == word.as_bytes() {
                    return;
                }
                is_present = true;
                if self.prefix_postings == 0 {
                    self.too_broad = true;
                    return;
                }
                let n_postings = self.note(dossier, entry.list, Grade::Prefix, articles);
                self.prefix_postings = self.prefix_postings.saturating_sub(n_postings);
            });
        }
        is_present
    }

    /// For each article how well it has all words of an atom: as well as the worst of them.
    fn look_up_phrase(&mut self, dossier: &Dossier, atom: &Atom) -> Vec<ArticleGrade> {
        let last_idx = atom.words.len() - 1;
        let mut together = vec![ArticleGrade::BEST; dossier.articles.len()];
        for (idx, word) in atom.words.iter().enumerate() {
            // A word that comes again tells nothing new.
            if idx < last_idx && atom.words[..idx].iter().any(|other| other.text == word.text) {
                continue;
            }
            let mut articles = vec![ArticleGrade::NOT_AT_ALL; together.len()];
            let prefix = atom.prefix && idx == last_idx;
            self.look_up_exact_or_prefix(dossier, &word.text, prefix, &mut articles);
            together.iter_mut().zip(articles).for_each(|(all, own)| *all = own.min(*all));
        }
        self.work += together.len() / 8 * atom.words.len();
        together
    }

    /// Notes how well the articles of a posting list answer; how many they are, or can be at most where the list is not
    /// there.
    fn note(
        &mut self,
        dossier: &Dossier,
        list: ListPlace,
        grade: Grade,
        articles: &mut [ArticleGrade],
    ) -> usize {
        if let Some(block) = dossier.absent_block(list) {
            self.absent.insert(block);
            return list.len();
        }
        let mut n_postings = 0;
        for posting in dossier.postings(list).into_iter().flatten() {
            n_postings += 1;
            // An index of other articles may name some that these have not.
            if let Some(best) = articles.get_mut(posting.article as usize) {
                *best = ArticleGrade::new(grade, posting.often).max(*best);
            }
        }
        self.work += n_postings;
        n_postings
    }
}

/// Whether a term of the dossier has the first letter of a word.
fn begin_alike(term: &[u8], word: &str) -> bool {
    let first = word.chars().next().map_or(0, char::len_utf8);
    term.starts_with(&word.as_bytes()[..first])
}

/// Whether a term begins like a word, is as long, and has the same consonants in order: what one confuses who
/// writes by ear (*hare*, *hair*).
fn sound_alike(term: &[u8], word: &str) -> bool {
    let Ok(term) = std::str::from_utf8(term) else { return false };
    let consonants = |word: &str| -> Vec<char> {
        word.chars().filter(|c| !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')).collect()
    };
    begin_alike(term.as_bytes(), word)
        && term.chars().count() == word.chars().count()
        && consonants(term) == consonants(word)
}
