//! The score of a paragraph or an article: how well it answers a query.
//!
//! [`Score`] ranks by grade first, so that the very words come before other forms of them, and among
//! equals by relevance, which is BM25F (Robertson, Zaragoza and Taylor, "Simple BM25 extension to
//! multiple weighted fields", 2004): the counts of a word in the headline, in quotations and in the
//! rest are weighted and added before they saturate, so that a word in two fields does not count
//! twice. Words that stand close together have a proximity bonus (after Büttcher, Clarke and Lushman,
//! "Term proximity scoring for ad-hoc retrieval on very large text collections", 2006).

use super::matcher::Grade;

/// How fast repetition saturates; 0 counts presence only.
const K1: f32 = 1.2;
/// How much long paragraphs are held back, 0 to 1.
const B: f32 = 0.4;
/// What a word in the headline counts against one in running text.
const HEADLINE: f32 = 1.5;
/// What a word inside a quotation counts against one in running text.
const QUOTATION: f32 = 1.2;

/// How often a word or phrase stands in each field of a paragraph.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct FieldCounts {
    /// In the headline of the paragraph's article.
    pub headline: u32,
    /// Inside quotations of the paragraph.
    pub quotation: u32,
    /// Elsewhere in the paragraph.
    pub body: u32,
}

/// The inverse document frequency: how telling a word is that `n_with` of `n_articles` articles hold; above 0.
pub(super) fn weight(n_with: usize, n_articles: u32) -> f32 {
    let (with, all) = (n_with as f32, n_articles as f32);
    (1.0 + (all - with).max(0.0) / (with + 0.5)).ln().max(0.01)
}

/// The part, from 0 to below 1, of a word's weight that its counts earn it. `length` is the
/// paragraph's, as a multiple of the average paragraph's.
pub(super) fn saturation(fields: FieldCounts, length: f32) -> f32 {
    let norm = 1.0 - B + B * length;
    let in_paragraph = QUOTATION * fields.quotation as f32 + fields.body as f32;
    let count = in_paragraph / norm + HEADLINE * fields.headline as f32;
    count / (K1 + count)
}

/// The part of the weight of two neighbours in the query that they earn by standing close: the
/// numbers of their first Tokens, in order.
pub(super) fn proximity(mut a: &[u32], mut b: &[u32]) -> f32 {
    let mut least = u32::MAX;
    while let ([left, after_left @ ..], [right, after_right @ ..]) = (a, b) {
        least = least.min(left.abs_diff(*right).max(1));
        if left < right {
            a = after_left;
        } else {
            b = after_right;
        }
    }
    if least == u32::MAX { 0.0 } else { 0.5 / least as f32 }
}

/// How well the atoms of a query are answered, added up.
#[derive(Default)]
pub(super) struct Score {
    /// How many atoms stand in the paragraph or in its headline.
    n_held: u32,
    /// By how much its atoms are less than exact, together.
    inexactness: u32,
    relevance: f32,
}

impl Score {
    /// Adds an atom that is there, with its best grade.
    pub fn add(&mut self, grade: Grade, relevance: f32) {
        self.n_held += 1;
        self.inexactness += grade as u32;
        self.relevance += relevance;
    }

    /// The score as a number, not negative, for a query that asks for `n_wanted` atoms. Where words
    /// are scattered over the article, the more a paragraph holds the better; then the less inexact;
    /// then the more relevant.
    pub fn value(&self, n_wanted: usize, scattered: bool) -> f32 {
        let held = if scattered { self.n_held as f32 } else { 0.0 };
        let steps = (n_wanted * Grade::Far as usize + 1) as f32;
        let relevance = self.relevance / (1.0 + self.relevance);
        held + (steps - 1.0 - self.inexactness as f32 + relevance) / steps
    }
}
