//! How well a paragraph answers a query.
//!
//! BM25F (Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields", 2004):
//! the counts of a word in the headline, in quotations and in the rest are weighted and added before
//! they saturate, so that a word in two fields does not count twice. To it comes a bonus for words
//! that stand close together (after Büttcher, Clarke and Lushman, "Term proximity scoring for ad-hoc
//! retrieval on very large text collections", 2006).

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
pub(super) struct Fields {
    /// In the headline of the paragraph's article.
    pub headline: u32,
    /// Inside quotations of the paragraph.
    pub quotation: u32,
    /// Elsewhere in the paragraph.
    pub body: u32,
}

/// How telling a word is that `n_with` of `n_articles` articles hold; above 0.
pub(super) fn weight(n_with: usize, n_articles: u32) -> f32 {
    let (with, all) = (n_with as f32, n_articles as f32);
    (1.0 + (all - with).max(0.0) / (with + 0.5)).ln().max(0.01)
}

/// The part, from 0 to below 1, of a word's weight that its counts earn it. `length` is the
/// paragraph's, as a multiple of the average paragraph's.
pub(super) fn saturation(fields: Fields, length: f32) -> f32 {
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
