//! In which paragraphs the words of a query stand: by the index, and by the text where the index
//! cannot tell.

use super::Corpus;
use super::parse::{Atom, Part};
use super::search::Articles;
use super::set::Set;
use super::words::{Grade, Others, Sought, Words};
use crate::article::{Article, ArticleId};
use crate::fold::fold;
use crate::index::{Entry, Posting, Postings};
use crate::quotation::{Quotation, Speaker};
use crate::sort::{key, second, sorted, third};
use crate::span::Span;
use crate::token::tokenize;

/// The most postings that words in the typing may bring in, all together: a bound on the work that
/// a query of many short beginnings can ask for.
const MAX_PREFIX_POSTINGS: u32 = 4_000_000;
/// The most words of a query that may have typing errors.
const MAX_FAULTY_WORDS: usize = 16;
/// The most spellings of one speaker's name that are compared.
const MAX_SPELLINGS: usize = 16;

/// A paragraph that answers an atom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Match {
    /// Counted through all articles.
    pub paragraph: u32,
    /// How often the atom stands there.
    pub count: u32,
    /// The best of them.
    pub grade: Grade,
}

/// An atom, what answers it, and where.
pub(super) struct Found<'q> {
    pub sought: Sought<'q>,
    /// By paragraph.
    pub matches: Vec<Match>,
    /// Whether the dossier has the word, or one that begins with it where that will do.
    pub is_present: bool,
}

/// How many edits a word of that many letters may be away; one from 4 letters, two from 8.
pub(super) fn max_edits(n_letters: usize) -> usize {
    match n_letters {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    }
}

/// Looks up the atoms of queries.
pub(super) struct Seeker<'a> {
    corpus: Corpus<'a>,
    articles: &'a Articles,
    /// How many postings of words in the typing may still be read.
    prefix_postings: u32,
    /// How many words may still have typing errors.
    faulty_words: usize,
    /// Whether some words in the typing were left out.
    pub too_broad: bool,
}

impl<'a> Seeker<'a> {
    pub fn new(corpus: Corpus<'a>, articles: &'a Articles) -> Self {
        Self {
            corpus,
            articles,
            prefix_postings: MAX_PREFIX_POSTINGS,
            faulty_words: MAX_FAULTY_WORDS,
            too_broad: false,
        }
    }

    /// Looks up an atom as it was typed.
    pub fn seek<'q>(&mut self, atom: &'q Atom) -> Found<'q> {
        self.look_up(atom, None)
    }

    /// Looks up an atom again, now as if it had a typing error; `None` where that finds no more.
    pub fn seek_near(&mut self, found: &mut Found) -> Option<()> {
        let atom = found.sought.atom;
        let word = atom.whole.as_ref().filter(|_| atom.is_loose())?;
        let n_letters = word.chars().count();
        // A word that is there is likely to be right; at most one slip made it of another.
        let max_edits = max_edits(n_letters).min(if found.is_present { 1 } else { 2 });
        if max_edits == 0 && found.is_present {
            return None;
        }
        self.faulty_words = self.faulty_words.checked_sub(1)?;
        *found = self.look_up(atom, Some(max_edits));
        Some(())
    }

    /// Looks up an atom; with `max_edits`, also what is within so many edits.
    fn look_up<'q>(&mut self, atom: &'q Atom, max_edits: Option<usize>) -> Found<'q> {
        let mut sought = Sought { atom, others: Others::default() };
        let mut tally = Tally::new(self.articles.n_paragraphs());
        let mut is_present = false;
        if let Some(word) = &atom.whole {
            is_present = self.tally_word(word, max_edits, &mut sought, &mut tally);
        }
        let mut matches = tally.matches();
        if atom.words.len() > 1 {
            self.add_phrases(&sought, &mut matches);
        }
        if atom.part != Part::Anywhere {
            self.keep_part(&sought, &mut matches);
        }
        Found { sought, matches, is_present }
    }

    /// Counts a word, and unless it was quoted or is excluded, its forms and with `max_edits` what
    /// is near it; whether it is there itself.
    fn tally_word(
        &mut self,
        word: &str,
        max_edits: Option<usize>,
        sought: &mut Sought,
        tally: &mut Tally,
    ) -> bool {
        let (atom, index) = (sought.atom, &self.corpus.index);
        let is_present = self.tally_exact_or_prefix(word, atom.prefix, tally);
        if !atom.is_loose() {
            return is_present;
        }
        let mut add = |entry: &Entry<'_>, postings: Postings<'_>, grade: Grade| {
            let Ok(other) = std::str::from_utf8(entry.word) else { return };
            if other != word && !(atom.prefix && other.starts_with(word)) {
                sought.others.note(other, grade);
                tally.add(postings, grade);
            }
        };
        index.visit_forms(word, &mut |entry, postings| add(entry, postings, Grade::Form));
        for spelling in spellings(&self.corpus.speakers, word) {
            index.visit_prefix(&spelling, &mut |entry, postings| {
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
            }
        }
        is_present
    }

    /// Counts a word and what begins with it, where that may be; whether there is any.
    fn tally_exact_or_prefix(&mut self, word: &str, prefix: bool, tally: &mut Tally) -> bool {
        let exact = self.corpus.index.find(word);
        let mut is_present = exact.is_some();
        if let Some(postings) = exact {
            tally.add(postings, Grade::Exact);
        }
        if prefix {
            let (left, too_broad) = (&mut self.prefix_postings, &mut self.too_broad);
            self.corpus.index.visit_prefix(word, &mut |entry, postings| {
                if entry.word == word.as_bytes() {
                    return;
                }
                is_present = true;
                match left.checked_sub(postings.count() as u32) {
                    Some(rest) => {
                        *left = rest;
                        tally.add(postings, Grade::Prefix);
                    }
                    None => *too_broad = true,
                }
            });
        }
        is_present
    }

    /// Adds the paragraphs in which the words of an atom stand one after the other.
    fn add_phrases(&mut self, sought: &Sought, matches: &mut Vec<Match>) {
        let atom = sought.atom;
        let last_idx = atom.words.len() - 1;
        let mut candidates = Set::full(self.articles.n_paragraphs());
        for (idx, word) in atom.words.iter().enumerate() {
            // A word that comes again tells nothing new.
            if idx < last_idx && atom.words[..idx].iter().any(|other| other.text == word.text) {
                continue;
            }
            let mut tally = Tally::new(self.articles.n_paragraphs());
            self.tally_exact_or_prefix(&word.text, atom.prefix && idx == last_idx, &mut tally);
            candidates.intersect(&Set::of(&tally.matches(), self.articles.n_paragraphs()));
        }
        // Where the words stand joined is known; where they stand apart only the text tells.
        candidates.union(&Set::of(matches, self.articles.n_paragraphs()));
        *matches = self.verify(sought, &candidates, &mut |_, _| true);
    }

    /// Keeps what stands in the part of an article that the atom asks for.
    fn keep_part(&self, sought: &Sought, matches: &mut Vec<Match>) {
        if sought.atom.part == Part::Headline {
            matches.retain(|found| self.articles.is_headline(found.paragraph));
            return;
        }
        let mut quoting = Set::empty(self.articles.n_paragraphs());
        for speaker in self.corpus.index.speakers() {
            self.corpus.index.quoted(speaker).for_each(|(paragraph, _)| quoting.insert(paragraph));
        }
        quoting.intersect(&Set::of(matches, self.articles.n_paragraphs()));
        let mut said: (usize, Vec<Span>) = (usize::MAX, Vec::new());
        *matches = self.verify(sought, &quoting, &mut |article, place| {
            if said.0 != article {
                let source = self.corpus.open(ArticleId(article as u32));
                said = (article, said_in(&source.quotations));
            }
            is_inside(&said.1, place)
        });
    }

    /// Reads candidates and counts the places that answer and that `keep` lets through, by article
    /// and place.
    fn verify(
        &self,
        sought: &Sought,
        candidates: &Set,
        keep: &mut dyn FnMut(usize, Span) -> bool,
    ) -> Vec<Match> {
        let mut matches = Vec::new();
        let (mut opened, mut source) = (usize::MAX, Article::default());
        for paragraph in candidates.iter() {
            let Some((article, number)) = self.articles.locate(paragraph) else { continue };
            if opened != article {
                (opened, source) = (article, self.corpus.article(ArticleId(article as u32)));
            }
            let words = Words::new(&source.text, source.paragraphs[number].span);
            let mut places = words.places(sought);
            places.retain(|place| keep(article, place.span));
            if let Some(grade) = places.iter().map(|place| place.grade).min() {
                matches.push(Match { paragraph, count: places.len() as u32, grade });
            }
        }
        matches
    }
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

/// All the spellings of a speaker's name.
pub(super) fn names(speaker: &Speaker) -> Vec<&str> {
    let mut names = vec![&*speaker.name];
    speaker.spellings.iter().for_each(|name| names.push(name));
    names
}

/// How the same name is spelt otherwise: the words that stand for `word` where two spellings of one
/// speaker differ in this word only.
fn spellings(speakers: &[Speaker], word: &str) -> Vec<String> {
    let mut others: Vec<String> = Vec::new();
    for speaker in speakers.iter().filter(|speaker| !speaker.spellings.is_empty()) {
        let mut spellings = names(speaker);
        if !spellings.iter().any(|name| may_hold(name, word)) {
            continue;
        }
        spellings.truncate(MAX_SPELLINGS);
        let names: Vec<Vec<String>> = spellings.iter().map(|name| words_of(name)).collect();
        for name in &names {
            for other in &names {
                if let Some((own, other)) = only_difference(name, other)
                    && own == word
                    && !others.contains(other)
                {
                    others.push(other.clone());
                }
            }
        }
    }
    others
}

/// The folded words of a name.
fn words_of(name: &str) -> Vec<String> {
    let folded = fold(name);
    tokenize(&folded).iter().map(|token| token.text(&folded).to_owned()).collect()
}

/// The words in which two names of several words differ, if it is one word.
fn only_difference<'a>(
    name: &'a [String],
    other: &'a [String],
) -> Option<(&'a String, &'a String)> {
    if name.len() != other.len() || name.len() < 2 {
        return None;
    }
    let mut difference = None;
    for (own, other) in name.iter().zip(other) {
        if own != other && difference.replace((own, other)).is_some() {
            return None;
        }
    }
    difference
}

/// Whether folding a name may give one with this folded word in it: a look that is cheaper than
/// folding the names of thousands of speakers.
fn may_hold(name: &str, word: &str) -> bool {
    let name = name.as_bytes();
    !name.is_ascii()
        || name.windows(word.len()).any(|part| part.eq_ignore_ascii_case(word.as_bytes()))
}

/// How often words stand in each paragraph, and how well the best of them answers.
struct Tally {
    n_paragraphs: u32,
    /// Where the only word stands, as long as there is one.
    single: Vec<Match>,
    /// With more words, for each paragraph 0 or a count in the lower 24 bits and a rank above, higher
    /// for better.
    cells: Vec<u32>,
}

impl Tally {
    const COUNT: u32 = 0xff_ffff;
    const GRADES: [Grade; 5] = [Grade::Far, Grade::Near, Grade::Form, Grade::Prefix, Grade::Exact];

    fn new(n_paragraphs: u32) -> Self {
        Self { n_paragraphs, single: Vec::new(), cells: Vec::new() }
    }

    fn add(&mut self, postings: Postings<'_>, grade: Grade) {
        // An index of other articles may name paragraphs that these have not.
        let n_paragraphs = self.n_paragraphs;
        let postings = postings.take_while(|posting| posting.paragraph < n_paragraphs);
        let is_first = self.cells.is_empty() && self.single.is_empty();
        if !is_first && self.cells.is_empty() {
            self.cells.resize(n_paragraphs as usize, 0);
            std::mem::take(&mut self.single).into_iter().for_each(|found| self.count(found));
        }
        for Posting { paragraph, count } in postings {
            let found = Match { paragraph, count, grade };
            if is_first { self.single.push(found) } else { self.count(found) }
        }
    }

    fn count(&mut self, found: Match) {
        let rank = Self::GRADES.len() as u32 - found.grade as u32;
        let cell = &mut self.cells[found.paragraph as usize];
        let count = (*cell & Self::COUNT).saturating_add(found.count).min(Self::COUNT);
        *cell = (*cell >> 24).max(rank) << 24 | count;
    }

    /// By paragraph.
    fn matches(self) -> Vec<Match> {
        let mut matches = self.single;
        for (&cell, paragraph) in self.cells.iter().zip(0..) {
            if cell != 0 {
                let grade = Self::GRADES[(cell >> 24) as usize - 1];
                matches.push(Match { paragraph, count: cell & Self::COUNT, grade });
            }
        }
        matches
    }
}
