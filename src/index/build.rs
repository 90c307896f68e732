//! [`IndexBuilder`], the write side of the index.

use std::collections::BTreeMap;

use super::{MAGIC, MAX_TERM, VERSION};
use crate::article::Article;
use crate::fold::fold;
use crate::quotation::Quotation;
use crate::token::{compound, tokenize};

/// Collects articles in their order; [`IndexBuilder::finish`] makes the bytes.
#[derive(Debug, Default)]
pub struct IndexBuilder {
    /// The first paragraph of each article.
    articles: Vec<u32>,
    n_paragraphs: u32,
    n_words: u32,
    /// For each term its paragraphs, ascending, with the count of the term there.
    terms: BTreeMap<String, Vec<(u32, u32)>>,
}

impl IndexBuilder {
    /// Adds the next article of the dossier with its quotations.
    pub fn add(&mut self, article: &Article, _quotations: &[Quotation]) {
        self.articles.push(self.n_paragraphs);
        for number in 0..article.paragraphs.len() {
            let folded = fold(article.paragraph_text(number));
            let tokens = tokenize(&folded);
            for (idx, token) in tokens.iter().enumerate() {
                self.add_term(token.text(&folded));
                if let Some((word, _)) = compound(&folded, &tokens, idx) {
                    self.add_term(&word);
                }
            }
            self.n_words = self.n_words.saturating_add(tokens.len() as u32);
            self.n_paragraphs += 1;
        }
    }

    /// The bytes of the index.
    #[must_use]
    pub fn finish(mut self) -> Vec<u8> {
        self.articles.push(self.n_paragraphs);
        let mut terms = Vec::new();
        let mut postings = Vec::new();
        let mut term_offsets = vec![0];
        let mut posting_offsets = vec![0];
        for (term, places) in &self.terms {
            terms.extend_from_slice(term.as_bytes());
            let mut next = 0;
            for &(paragraph, count) in places {
                push_leb128(paragraph - next, &mut postings);
                push_leb128(count, &mut postings);
                next = paragraph + 1;
            }
            term_offsets.push(terms.len() as u32);
            posting_offsets.push(postings.len() as u32);
        }
        let n_articles = self.articles.len() as u32 - 1;
        let n_terms = self.terms.len() as u32;
        let lengths = [terms.len() as u32, postings.len() as u32];
        let header = [MAGIC, VERSION, n_articles, self.n_paragraphs, n_terms, self.n_words];
        let numbers = [&header[..], &lengths, &self.articles, &term_offsets, &posting_offsets];
        let mut bytes: Vec<u8> =
            numbers.into_iter().flatten().flat_map(|number| number.to_le_bytes()).collect();
        bytes.extend(terms);
        bytes.extend(postings);
        bytes
    }

    /// Counts a term in the paragraph that is being added.
    fn add_term(&mut self, word: &str) {
        let term = &word[..word.floor_char_boundary(MAX_TERM)];
        if !self.terms.contains_key(term) {
            self.terms.insert(term.to_owned(), Vec::new());
        }
        let places = self.terms.get_mut(term).expect("it was put there if it was missing");
        match places.last_mut() {
            Some((paragraph, count)) if *paragraph == self.n_paragraphs => *count += 1,
            _ => places.push((self.n_paragraphs, 1)),
        }
    }
}

/// Appends a number as LEB128.
fn push_leb128(mut value: u32, bytes: &mut Vec<u8>) {
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}
