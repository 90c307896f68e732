//! [`IndexBuilder`] tokenizes articles, collects their postings and serializes the index.

use std::collections::{BTreeMap, HashMap};
use std::mem;

use rust_stemmers::Stemmer;

use super::dictionary::DictionaryWriter;
use super::format::{MAGIC, N_SECTIONS, VERSION, index_term};
use super::postings::PostingsWriter;
use super::stem::{stem, stemmer};
use crate::article::Article;
use crate::bytes::{push_leb128, push_prefixed};
use crate::fold::fold;
use crate::quotation::Quotation;
use crate::slug::outlet_slug;
use crate::token::{compound, tokenize};

/// How many ends of stems fit into the half byte that names one; the first is none at all.
const MAX_STEM_ENDS: usize = 16;
/// How many common endings of words to note.
const MAX_ENDINGS: usize = 16;

/// Collects the postings of articles, in their order; [`IndexBuilder::finish`] serializes the index.
#[derive(Debug)]
pub struct IndexBuilder {
    language: String,
    article_outlets: Vec<u32>,
    n_paragraphs: u32,
    text_len: u32,
    /// Slugs and their numbers, in order of appearance.
    outlets: BTreeMap<String, u32>,
    /// For *unattributed* (0) and each speaker (1 on) the paragraphs with quotations and their kinds.
    speakers: BTreeMap<u32, BTreeMap<u32, u8>>,
    terms: HashMap<String, Term>,
}

#[derive(Debug)]
struct Term {
    /// Bytes to cut off for the stem, and what to add.
    stem: (usize, String),
    postings: PostingsWriter,
}

impl IndexBuilder {
    /// An empty index of a dossier whose articles are in `language` (BCP 47) unless they say
    /// otherwise.
    #[must_use]
    pub fn new(language: &str) -> Self {
        Self {
            language: language.to_owned(),
            article_outlets: Vec::new(),
            n_paragraphs: 0,
            text_len: 0,
            outlets: BTreeMap::new(),
            speakers: BTreeMap::new(),
            terms: HashMap::new(),
        }
    }

    /// Adds the next article of the dossier with its quotations.
    pub fn add(&mut self, article: &Article, quotations: &[Quotation]) {
        let first = self.n_paragraphs;
        let n_outlets = self.outlets.len() as u32;
        self.article_outlets.push(*self.outlets.entry(outlet_slug(article)).or_insert(n_outlets));

        for quotation in quotations {
            let attribution = &quotation.attribution;
            let nobody = attribution.speakers.is_empty().then_some(0);
            for list in attribution.everyone().map(|speaker| speaker.0 + 1).chain(nobody) {
                let paragraphs = self.speakers.entry(list).or_default();
                for content in &quotation.contents {
                    let paragraph = first + article.paragraph_at(content.start) as u32;
                    *paragraphs.entry(paragraph).or_default() |= 1 << quotation.kind as u8;
                }
            }
        }

        let language = article.byline.language.as_deref().unwrap_or(&self.language);
        let stemmer = stemmer(language);
        for number in 0..article.paragraphs.len() {
            let text = article.paragraph_text(number);
            self.text_len = self.text_len.saturating_add(text.len() as u32);
            each_term(text, |word, written| self.add_term(word, written, stemmer.as_ref()));
            self.n_paragraphs += 1;
        }
    }

    /// Adds a word, folded and as written, of the article that is being added.
    fn add_term(&mut self, word: &str, written: &str, stemmer: Option<&Stemmer>) {
        let article = self.article_outlets.len() as u32 - 1;
        if let Some(term) = self.terms.get_mut(word) {
            term.postings.add(article);
            return;
        }
        let stem = stemmer.map(|stemmer| stem(stemmer, written)).unwrap_or_default();
        let stem = if stem.is_empty() { (0, stem) } else { difference(word, &stem) };
        let mut postings = PostingsWriter::default();
        postings.add(article);
        self.terms.insert(word.to_owned(), Term { stem, postings });
    }

    /// The bytes of the index.
    #[must_use]
    pub fn finish(mut self) -> Vec<u8> {
        let terms: BTreeMap<String, Term> = mem::take(&mut self.terms).into_iter().collect();
        let mut by_number: Vec<(&str, u32)> =
            self.outlets.iter().map(|(slug, &number)| (&**slug, number)).collect();
        by_number.sort_unstable_by_key(|&(_, number)| number);
        let mut outlets = Vec::new();
        for (slug, _) in by_number {
            push_prefixed(slug.as_bytes(), &mut outlets);
        }

        let n_speaker_lists = self.speakers.keys().last().map_or(1, |last| last + 1);
        let mut speaker_offsets = vec![0];
        let mut speaker_lists = Vec::new();
        for list in 0..n_speaker_lists {
            let mut next = 0;
            for (&paragraph, &kinds) in self.speakers.get(&list).into_iter().flatten() {
                push_leb128((paragraph - next) << 3 | u32::from(kinds), &mut speaker_lists);
                next = paragraph + 1;
            }
            speaker_offsets.push(speaker_lists.len() as u32);
        }

        let stem_ends = stem_ends(&terms);
        let [stem_ends_bytes, endings] = [&stem_ends, &endings(&terms)].map(|list| {
            let mut bytes = Vec::new();
            list.iter().for_each(|end| push_prefixed(end.as_bytes(), &mut bytes));
            bytes
        });

        let [blocks, words, terms, postings] = dictionary(&terms, &stem_ends);
        let bytes_of = |numbers: &[u32]| -> Vec<u8> {
            numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
        };
        let sections: [Vec<u8>; N_SECTIONS] = [
            bytes_of(&self.article_outlets),
            bytes_of(&speaker_offsets),
            outlets,
            stem_ends_bytes,
            endings,
            speaker_lists,
            blocks,
            words,
            terms,
            postings,
        ];
        let mut header = vec![MAGIC, VERSION, self.n_paragraphs, self.text_len];
        header.extend(sections.iter().map(|section| section.len() as u32));
        let mut bytes = bytes_of(&header);
        bytes.extend(sections.iter().flatten());
        bytes
    }
}

/// The most frequent ends that stems have and their words have not, none at all first.
fn stem_ends(terms: &BTreeMap<String, Term>) -> Vec<String> {
    let ends = terms.values().map(|term| &*term.stem.1).filter(|end| !end.is_empty());
    let mut list = vec![String::new()];
    list.extend(most_frequent(ends, MAX_STEM_ENDS - 1));
    list
}

/// The most frequent endings that words have and their stems have not.
fn endings(terms: &BTreeMap<String, Term>) -> Vec<String> {
    let endings = terms.iter().filter_map(|(word, term)| {
        let (cut, end) = &term.stem;
        (*cut > 0 && end.is_empty()).then(|| &word[word.len() - cut..])
    });
    most_frequent(endings, MAX_ENDINGS)
}

/// The sections of the dictionary.
fn dictionary(terms: &BTreeMap<String, Term>, stem_ends: &[String]) -> [Vec<u8>; 4] {
    let mut dictionary = DictionaryWriter::default();
    for (word, Term { stem: (cut, end), postings }) in terms {
        let end_idx = stem_ends.iter().position(|other| other == end);
        // A rare kind of stem has no name; such a word is a form of itself only.
        let stem = end_idx.filter(|_| *cut < 16).map_or(0, |end_idx| end_idx << 4 | cut) as u8;
        dictionary.push(word.as_bytes(), stem, postings);
    }
    dictionary.finish()
}

/// Gives each term of a paragraph, folded and as it is written there; joined words also as one.
fn each_term(text: &str, mut give: impl FnMut(&str, &str)) {
    let folded = fold(text);
    let tokens = tokenize(&folded);
    for (idx, token) in tokens.iter().enumerate() {
        give(&index_term(token.text(&folded)), token.span(&folded).of(text));
        if let Some((word, _)) = compound(&folded, &tokens, idx) {
            give(&index_term(&word), &word);
        }
    }
}

/// How many bytes to cut off `word` and what to add to make it `stem`.
fn difference(word: &str, stem: &str) -> (usize, String) {
    let shared = n_shared(word, stem);
    (word.len() - shared, stem[shared..].to_owned())
}

/// How many bytes two words share at their beginning, in whole characters.
fn n_shared(a: &str, b: &str) -> usize {
    a.chars().zip(b.chars()).take_while(|(a, b)| a == b).map(|(c, _)| c.len_utf8()).sum()
}

/// The most frequent of `words`, at most `n`, the most frequent first; ties in order of the words.
fn most_frequent<'a>(words: impl Iterator<Item = &'a str>, n: usize) -> Vec<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for word in words {
        *counts.entry(word).or_default() += 1;
    }
    let mut counts: Vec<(&str, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    counts.into_iter().take(n).map(|(word, _)| word.to_owned()).collect()
}
