//! In which paragraphs the words of a query stand: by the index, and by the text where the index
//! cannot tell.

use std::collections::BTreeMap;

use super::Corpus;
use super::parse::{Atom, Part, Query};
use super::search::Articles;
use super::set::Set;
use super::words::{Grade, Sought, Words};
use crate::fold::fold;
use crate::index::{Entry, Postings};
use crate::quotation::Speaker;
use crate::sort::{key, second, sort, third};
use crate::span::Span;
use crate::token::tokenize;

/// The most postings that words in the typing may bring in, all together: a bound on the work that
/// a query of many short beginnings can ask for.
const MAX_PREFIX_POSTINGS: u32 = 4_000_000;
/// The most words of a query that may have typing errors.
const MAX_FAULTY_WORDS: usize = 16;
/// The most spellings of one speaker's name that are compared.
const MAX_SPELLINGS: usize = 16;

/// Which words may be answered by others that are only like them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tolerance {
    None,
    /// Those that no paragraph has.
    Absent,
    /// All.
    All,
}

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
}

/// How many edits a word of that many letters may be away; one from 4 letters, two from 8.
pub(super) fn max_edits(n_letters: usize) -> usize {
    match n_letters {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    }
}

/// Looks up every atom of a query.
pub(super) fn seek<'q>(
    corpus: Corpus,
    articles: &Articles,
    query: &'q Query,
    tolerance: Tolerance,
) -> Vec<Found<'q>> {
    let mut seeker = Seeker {
        corpus,
        articles,
        tolerance,
        prefix_postings: MAX_PREFIX_POSTINGS,
        faulty_words: MAX_FAULTY_WORDS,
    };
    query.atoms.iter().map(|atom| seeker.seek(atom)).collect()
}

struct Seeker<'a> {
    corpus: Corpus<'a>,
    articles: &'a Articles,
    tolerance: Tolerance,
    /// How many postings of words in the typing may still be read.
    prefix_postings: u32,
    /// How many words may still have typing errors.
    faulty_words: usize,
}

impl Seeker<'_> {
    fn seek<'q>(&mut self, atom: &'q Atom) -> Found<'q> {
        let mut sought = Sought { atom, others: BTreeMap::new() };
        let mut tally = Tally::new(self.articles.n_paragraphs());
        if let Some(word) = &atom.whole {
            self.tally_word(word, atom, &mut sought, &mut tally);
        }
        let mut matches = tally.matches();
        if atom.words.len() > 1 {
            self.add_phrases(&sought, &mut matches);
        }
        if atom.part != Part::Anywhere {
            self.keep_part(&sought, &mut matches);
        }
        Found { sought, matches }
    }

    /// Counts a word, and unless it was quoted or is excluded, its forms and what is like it.
    fn tally_word(&mut self, word: &str, atom: &Atom, sought: &mut Sought, tally: &mut Tally) {
        let index = self.corpus.index;
        let is_present = self.tally_exact_or_prefix(word, atom.prefix, tally);
        if atom.quoted || !atom.wanted {
            return;
        }
        let mut more = Vec::new();
        let mut add = |entry: &Entry<'_>, postings: Postings<'_>, grade: Grade| {
            let Ok(other) = std::str::from_utf8(entry.word) else { return };
            if other != word && !(atom.prefix && other.starts_with(word)) {
                more.push((other.to_owned(), grade));
                tally.add(postings, grade);
            }
        };
        index.visit_forms(word, &mut |entry, postings| add(entry, postings, Grade::Form));
        for spelling in spellings(self.corpus.speakers, word) {
            index.visit_prefix(&spelling, &mut |entry, postings| {
                if entry.word == spelling.as_bytes() {
                    add(entry, postings, Grade::Form);
                }
            });
        }
        let may_be_faulty = match self.tolerance {
            Tolerance::None => false,
            Tolerance::Absent => !is_present,
            Tolerance::All => true,
        };
        if may_be_faulty && self.faulty_words > 0 {
            self.faulty_words -= 1;
            let max_edits = max_edits(word.chars().count());
            index.visit_guessed_forms(word, &mut |entry, postings| {
                add(entry, postings, Grade::Near);
            });
            if max_edits > 0 {
                index.visit_near(word, max_edits, false, &mut |entry, postings, edits| {
                    add(entry, postings, if edits < 2 { Grade::Near } else { Grade::Far });
                });
            }
            // The beginning of a word may have an error too, but not two: it would be like anything.
            if max_edits > 0 && atom.prefix {
                index.visit_near(word, 1, true, &mut |entry, postings, _| {
                    add(entry, postings, Grade::Far);
                });
            }
        }
        for (other, grade) in more {
            let best = sought.others.entry(other).or_insert(grade);
            *best = grade.min(*best);
        }
    }

    /// Counts a word and what begins with it, where that may be; whether there is any.
    fn tally_exact_or_prefix(&mut self, word: &str, prefix: bool, tally: &mut Tally) -> bool {
        let exact = self.corpus.index.find(word);
        let mut is_present = exact.is_some();
        if let Some(postings) = exact {
            tally.add(postings, Grade::Exact);
        }
        if prefix {
            let left = &mut self.prefix_postings;
            self.corpus.index.visit_prefix(word, &mut |entry, postings| {
                if entry.word != word.as_bytes() && entry.n_paragraphs <= *left {
                    *left -= entry.n_paragraphs;
                    tally.add(postings, Grade::Prefix);
                    is_present = true;
                }
            });
        }
        is_present
    }

    /// Adds the paragraphs in which the words of an atom stand one after the other.
    fn add_phrases(&mut self, sought: &Sought, matches: &mut Vec<Match>) {
        let atom = sought.atom;
        let last_idx = atom.words.len() - 1;
        let mut candidates: Option<Set> = None;
        for (idx, word) in atom.words.iter().enumerate() {
            let mut tally = Tally::new(self.articles.n_paragraphs());
            self.tally_exact_or_prefix(&word.text, atom.prefix && idx == last_idx, &mut tally);
            let with_word = tally.set();
            match &mut candidates {
                None => candidates = Some(with_word),
                Some(candidates) => candidates.intersect(&with_word),
            }
        }
        // Where the words stand joined is known; where they stand apart only the text tells.
        let mut candidates = candidates.unwrap_or_else(|| Set::empty(0));
        matches.iter().for_each(|known| candidates.insert(known.paragraph));
        *matches = self.verify(sought, candidates.iter(), |_, _| true);
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
        let candidates =
            matches.iter().map(|found| found.paragraph).filter(|&number| quoting.contains(number));
        let mut said: (usize, Vec<Span>) = (usize::MAX, Vec::new());
        let verified = self.verify(sought, candidates, |article, place| {
            if said.0 != article {
                said = (article, said_in(self.corpus, article));
            }
            is_inside(&said.1, place)
        });
        *matches = verified;
    }

    /// Reads candidates and counts the places that answer and that `keep` lets through, by article
    /// and place.
    fn verify(
        &self,
        sought: &Sought,
        candidates: impl Iterator<Item = u32>,
        mut keep: impl FnMut(usize, Span) -> bool,
    ) -> Vec<Match> {
        let mut matches = Vec::new();
        for paragraph in candidates {
            let Some((article, number)) = self.articles.locate(paragraph) else { continue };
            let source = &self.corpus.articles[article];
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
pub(super) fn said_in(corpus: Corpus, article: usize) -> Vec<Span> {
    let quotations = corpus.quotations.get(article).map_or(&[][..], Vec::as_slice);
    disjoint(quotations.iter().flat_map(|quotation| &quotation.contents).copied())
}

/// Whether one of sorted, disjoint `spans` contains `span`.
pub(super) fn is_inside(spans: &[Span], span: Span) -> bool {
    let after = spans.partition_point(|other| other.start <= span.start);
    after > 0 && spans[after - 1].contains(span)
}

/// Spans in order, those that overlap joined.
pub(super) fn disjoint(spans: impl Iterator<Item = Span>) -> Vec<Span> {
    let mut keys: Vec<u128> = spans.map(|span| key(0, span.start, span.end)).collect();
    sort(&mut keys);
    let mut joined: Vec<Span> = Vec::with_capacity(keys.len());
    for span in keys.into_iter().map(|key| Span::new(second(key), third(key))) {
        match joined.last_mut() {
            Some(last) if span.start < last.end => last.end = last.end.max(span.end),
            _ => joined.push(span),
        }
    }
    joined
}

/// How the same name is spelt otherwise: the words that stand for `word` where two spellings of one
/// speaker differ in this word only.
fn spellings(speakers: &[Speaker], word: &str) -> Vec<String> {
    let mut others = Vec::new();
    for speaker in speakers.iter().filter(|speaker| !speaker.spellings.is_empty()) {
        let names: Vec<Vec<String>> = [&speaker.name]
            .into_iter()
            .chain(&speaker.spellings)
            .take(MAX_SPELLINGS)
            .map(|name| {
                let folded = fold(name);
                tokenize(&folded).iter().map(|token| token.text(&folded).to_owned()).collect()
            })
            .collect();
        for name in names.iter().filter(|name| name.iter().any(|own| own == word)) {
            for other in names.iter().filter(|other| other.len() == name.len() && name.len() > 1) {
                let mut differing = name.iter().zip(other).filter(|(own, other)| own != other);
                if let (Some((own, other)), None) = (differing.next(), differing.next())
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

/// How often words stand in each paragraph, and how well the best of them answers.
struct Tally {
    /// For each paragraph 0 or a count in the lower 24 bits and a rank above, higher for better.
    cells: Vec<u32>,
}

impl Tally {
    const COUNT: u32 = 0xff_ffff;
    const GRADES: [Grade; 5] = [Grade::Far, Grade::Near, Grade::Form, Grade::Prefix, Grade::Exact];

    fn new(n_paragraphs: u32) -> Self {
        Self { cells: vec![0; n_paragraphs as usize] }
    }

    fn add(&mut self, postings: Postings<'_>, grade: Grade) {
        let rank = Self::GRADES.len() as u32 - grade as u32;
        for posting in postings {
            // An index of other articles may name paragraphs that these have not.
            let Some(cell) = self.cells.get_mut(posting.paragraph as usize) else { return };
            let count = (*cell & Self::COUNT).saturating_add(posting.count).min(Self::COUNT);
            *cell = (*cell >> 24).max(rank) << 24 | count;
        }
    }

    fn matches(&self) -> Vec<Match> {
        let cells = self.cells.iter().zip(0..).filter(|&(&cell, _)| cell != 0);
        cells
            .map(|(&cell, paragraph)| Match {
                paragraph,
                count: cell & Self::COUNT,
                grade: Self::GRADES[(cell >> 24) as usize - 1],
            })
            .collect()
    }

    fn set(&self) -> Set {
        let mut set = Set::empty(self.cells.len() as u32);
        for (&cell, paragraph) in self.cells.iter().zip(0..) {
            if cell != 0 {
                set.insert(paragraph);
            }
        }
        set
    }
}
