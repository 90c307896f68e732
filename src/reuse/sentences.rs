//! The sentences that are compared, and the [`Vocabulary`] of their words.

use std::collections::HashMap;

use super::lists::Lists;
use super::passage::Passage;
use crate::article::{Article, ArticleId};
use crate::fold::fold;
use crate::span::Span;
use crate::token::tokenize;

/// Sentences longer than this are compared by their first words only, and so are those of 64 KiB or more. The number of
/// such a word fits a byte.
pub const LONGEST_SENTENCE: usize = 240;

/// Sentences being compared.
#[derive(Default)]
pub struct Sentences {
    pub passages: Vec<Passage>,
    /// For each its words, by their numbers in the [`Vocabulary`].
    pub words: Lists<u32>,
}

impl Sentences {
    pub fn push(&mut self, passage: Passage, words: Vec<u32>) {
        self.passages.push(passage);
        self.words.push(words);
    }
}

/// Calls with each word at a Span of an article, no more than [`LONGEST_SENTENCE`]: in its folded form, and where it
/// begins and ends, in bytes from the start of the Span.
pub fn each_word(article: &Article, span: Span, mut call: impl FnMut(&str, [u16; 2])) {
    let folded = fold(span.of(&article.text));
    for token in tokenize(&folded).iter().take(LONGEST_SENTENCE) {
        let at = token.span(&folded);
        let (Ok(start), Ok(end)) = (u16::try_from(at.start), u16::try_from(at.end)) else { return };
        call(token.text(&folded), [start, end]);
    }
}

/// Folded words as numbers.
#[derive(Default)]
pub struct Vocabulary {
    ids: HashMap<String, u32>,
}

impl Vocabulary {
    /// The words at a Span of an article, by their numbers.
    pub fn ids(&mut self, article: &Article, span: Span) -> Vec<u32> {
        let mut ids = Vec::new();
        each_word(article, span, |word, _| ids.push(self.id(word)));
        ids
    }

    fn id(&mut self, word: &str) -> u32 {
        if let Some(id) = self.ids.get(word) {
            return *id;
        }
        let next = u32::try_from(self.ids.len()).expect("fewer than 4 billion words");
        self.ids.insert(word.to_owned(), next);
        next
    }

    /// What each word weighs, by the sentences that have it.
    pub fn weights(&self, sentences: &Lists<u32>) -> Vec<f64> {
        let mut counts = vec![0_u32; self.ids.len()];
        for word in &sentences.items {
            counts[*word as usize] += 1;
        }
        let all = sentences.len() as f64;
        counts.into_iter().map(|count| (1.0 + all / f64::from(count.max(1))).ln()).collect()
    }
}

pub fn id(at: usize) -> ArticleId {
    ArticleId(u32::try_from(at).expect("fewer than 4 billion articles"))
}
