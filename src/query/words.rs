//! Where the words of a query stand in the text of a paragraph: every word of the text is looked up in
//! a [`Lexicon`] of what answers the query, so reading takes as long for many words as for one.

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

/// Words with their grades, sorted by word.
///
/// Words that are noted mostly come in order, so a list costs a page less than a tree and no time.
#[derive(Debug, Default)]
pub(super) struct Others(Vec<(String, Grade)>);

impl Others {
    /// Notes a word; of two grades the better one counts.
    pub fn note(&mut self, word: &str, grade: Grade) {
        match self.find(word) {
            Ok(idx) => self.0[idx].1 = self.0[idx].1.min(grade),
            Err(idx) => self.0.insert(idx, (word.to_owned(), grade)),
        }
    }

    fn find(&self, word: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(other, _)| other.as_str().cmp(word))
    }
}

/// A place in a paragraph that answers an atom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// The atom, as an index into the query's.
    pub atom: u32,
    /// The first Token, counted in the paragraph.
    pub token: u32,
    pub n_tokens: u32,
    pub grade: Grade,
    /// The place in the article's text.
    pub span: Span,
}

/// The words of a query and all that answer them, to be looked up by the words of a text.
#[derive(Default)]
pub(super) struct Lexicon {
    entries: Vec<LexiconEntry>,
    /// By the hash of a word, the last entry with such a word, counted from 1; 0 where there is none.
    heads: Vec<u32>,
    /// Whether any word may go on.
    has_prefixes: bool,
}

struct LexiconEntry {
    word: String,
    atom: u32,
    /// How well the word answers the atom; `None` where it begins a phrase.
    grade: Option<Grade>,
    /// The entry before it with that hash, counted from 1.
    before: u32,
}

impl Lexicon {
    /// Of all atoms of a query, with what else answers each of them.
    pub fn new<'q>(atoms: impl Iterator<Item = (&'q Atom, &'q Others)>) -> Self {
        let mut lexicon = Self::default();
        for ((atom, others), idx) in atoms.zip(0..) {
            if let Some(whole) = &atom.whole {
                lexicon.add(whole, idx, Some(Grade::Exact));
                lexicon.has_prefixes |= atom.prefix;
            }
            if let [first, _, ..] = &atom.words[..] {
                lexicon.add(&first.text, idx, None);
            }
            others.0.iter().for_each(|(word, grade)| lexicon.add(word, idx, Some(*grade)));
        }
        lexicon.heads = vec![0; lexicon.entries.len() * 2 + 1];
        for (entry, number) in lexicon.entries.iter_mut().zip(1..) {
            let hash = entry.word.bytes().fold(HASH_START, hash_on);
            let bucket = hash as usize % lexicon.heads.len();
            entry.before = std::mem::replace(&mut lexicon.heads[bucket], number);
        }
        lexicon
    }

    /// Of one atom, which its own words alone answer.
    pub fn of(atom: &Atom) -> Self {
        Self::new(std::iter::once((atom, &Others::default())))
    }

    fn add(&mut self, word: &str, atom: u32, grade: Option<Grade>) {
        self.entries.push(LexiconEntry { word: word.to_owned(), atom, grade, before: 0 });
    }

    /// Gives the entries for a word, and the whole words of atoms that it only begins with.
    fn look_up(&self, word: &str, give: &mut dyn FnMut(&LexiconEntry, bool)) {
        let word = word.as_bytes();
        let mut hash = HASH_START;
        for (idx, &byte) in word.iter().enumerate() {
            hash = hash_on(hash, byte);
            let is_whole = idx + 1 == word.len();
            if !is_whole && !self.has_prefixes {
                continue;
            }
            let bucket = hash as usize % self.heads.len().max(1);
            let mut number = self.heads.get(bucket).copied().unwrap_or(0);
            while let Some(entry) = (number as usize).checked_sub(1).map(|at| &self.entries[at]) {
                if entry.word.as_bytes() == &word[..=idx] {
                    give(entry, is_whole);
                }
                number = entry.before;
            }
        }
    }

    /// Every place of a paragraph of `text` that answers one of `atoms`, of which the lexicon was made:
    /// for each atom in order of their beginning; phrases may overlap.
    pub fn read(&self, atoms: &[Atom], text: &str, paragraph: Span) -> Vec<Place> {
        let folded = fold(paragraph.of(text));
        let words = Words { tokens: tokenize(&folded), folded };
        let mut places: Vec<Place> = Vec::new();
        for idx in 0..words.tokens.len() {
            let first_here = places.len();
            // Of several readings from here on the best counts; of two alike, a phrase.
            let mut consider = |atom: u32, n_tokens: usize, grade: Grade, is_phrase: bool| {
                let (token, n_tokens) = (idx as u32, n_tokens as u32);
                let place = Place { atom, token, n_tokens, grade, span: Span::default() };
                match places[first_here..].iter_mut().find(|other| other.atom == atom) {
                    Some(other) if other.grade < grade => {}
                    Some(other) if other.grade == grade && !is_phrase => {}
                    Some(other) => *other = place,
                    None => places.push(place),
                }
            };
            let mut consider_word = |word: &str, n_tokens: usize| {
                self.look_up(word, &mut |entry, is_whole| {
                    let (atom, asked) = (entry.atom, &atoms[entry.atom as usize]);
                    match entry.grade {
                        Some(grade) if is_whole => consider(atom, n_tokens, grade, false),
                        // Of all that answers an atom, only its own word may go on.
                        Some(Grade::Exact) if asked.prefix => {
                            consider(atom, n_tokens, Grade::Prefix, false);
                        }
                        // A phrase begins with a Token, not with several put together.
                        None if is_whole && n_tokens == 1 => {
                            if let Some(grade) = words.phrase_at(idx, asked) {
                                consider(atom, asked.words.len(), grade, true);
                            }
                        }
                        _ => {}
                    }
                });
            };
            consider_word(cut(words.text(idx)), 1);
            if let Some((word, n_tokens)) = compound(&words.folded, &words.tokens, idx) {
                consider_word(cut(&word), n_tokens);
            }
        }
        for place in &mut places {
            place.span = words.span(place, paragraph.start);
        }
        places
    }
}

/// The hash of no bytes. FNV-1a: Fowler, Noll and Vo, `draft-eastlake-fnv`.
const HASH_START: u32 = 0x811c_9dc5;

/// The hash of some bytes, whose hash is given, and one more.
fn hash_on(hash: u32, byte: u8) -> u32 {
    (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
}

/// The words of one paragraph, ready to be compared.
struct Words {
    folded: Folded,
    tokens: Vec<Token>,
}

impl Words {
    fn text(&self, idx: usize) -> &str {
        self.tokens[idx].text(&self.folded)
    }

    /// Where a place lies in the text in which the paragraph begins at `start`.
    fn span(&self, place: &Place, start: u32) -> Span {
        let first = place.token as usize;
        let last = first + place.n_tokens as usize - 1;
        let folded = Span::new(self.tokens[first].folded.start, self.tokens[last].folded.end);
        let span = self.folded.source_from_folded(folded);
        Span::new(start + span.start, start + span.end)
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
            worst = worst.max(grade(cut(token.text(&self.folded)), &word.text, prefix)?);
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
