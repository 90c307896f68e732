//! The inverted index: a term dictionary with posting lists that name articles, and who is quoted in
//! which paragraph.
//!
//! [`build()`] serializes it when a dossier is pressed; in the browser [`Index`] reads the bytes in
//! place. Opening checks only the header and the lengths of the sections, so its cost does not grow
//! with the dossier. The bytes that a query needs are checked when they are read, and damaged ones give
//! fewer answers, never a panic.
//!
//! # What is in it and what is not
//!
//! A posting names an article, and whether the term occurs there more than once: enough to choose the
//! candidates for a query and to decide which of them to read first. Paragraphs, term frequencies and
//! positions are found by scanning the text, which is always bundled with the index.
//!
//! Sizes for 10,000 stories of Reuters-21578 (13 MB, 82,000 paragraphs, 53,000 terms), compressed by
//! Brotli 11:
//!
//! | postings | million | MB |
//! |---|---|---|
//! | paragraphs with counts | 1.99 | 2.15 at quality 9 |
//! | paragraphs | 1.99 | 1.83 |
//! | paragraphs in Rice's codes, a parameter a term | 1.99 | 1.85 |
//! | paragraphs by binary interpolation | 1.99 | 1.91 |
//! | articles, and a mask of paragraphs for each | 1.26 | 0.99 and 0.89 |
//! | articles, and whether more than once | 1.26 | 1.12 |
//! | articles in Rice's codes, and whether more than once | 1.26 | 1.13 |
//!
//! Postings by paragraph would give all counts without a scan, at one and a half times the size. With
//! postings by article, the first hits take a scan of some 32 kB of text, and the counts for a frequent
//! word a scan of up to all of it, a third of a second for those 13 MB. So the search shows the first
//! hits at once and counts in slices (`query::Search`). Bit-aligned codes are no smaller than bytes
//! once Brotli has compressed both, and cost code.
//!
//! Stemming is done when the dossier is pressed: each term has its Snowball stem, so the browser finds
//! the forms of every word without a stemmer. Quotations are listed by speaker, so that the facet
//! counts of all speakers take one pass over these lists.
//!
//! # Layout
//!
//! Numbers are little-endian `u32`; *leb* is unsigned LEB128. Paragraphs count through all articles.
//!
//! | section | content |
//! |---|---|
//! | header | magic, version, the number of paragraphs, the length of their texts and that of each section below, in bytes |
//! | article outlets | the outlet of each article |
//! | speaker offsets | where each speaker's list begins, and the end; *unattributed* first |
//! | outlets | slugs, each a *leb* length and bytes |
//! | stem ends | suffixes that stems have and their words lack, likewise |
//! | endings | common suffixes of words, likewise |
//! | speaker lists | *leb* of (paragraphs since the last one, shifted left by 3, or a bit for each kind) |
//! | blocks | for each block of terms where its words, its terms and its postings begin, and the ends |
//! | words | of terms in order of their bytes, 64 a block: a byte with the number of bytes shared with the word before (0 at the head of a block, at most 31), then the others, none of them below 32 |
//! | terms | for each a byte for its stem (how many bytes to cut off, plus 16 times what to add from the stem ends), and *leb* of the length of its postings |
//! | postings | for each article with the term *leb* of (articles since the last one, shifted left by 1, plus 1 if it has it more than once) |
//!
//! Values of one kind are stored together, and small numbers in bytes of their own, because Brotli
//! compresses that best.
//!
//! A posting list is named by its place alone ([`ListPlace`]), so those of a large dossier, three quarters of
//! the bytes, lie in files of their own: [`without_postings`] takes them out.

use crate::article::Article;
use crate::quotation::Quotation;

mod format;
mod postings;
mod reader;

mod dictionary;
mod near;

mod stem;

mod build;

mod apart;

pub use apart::{WithoutPostings, without_postings};
pub use build::IndexBuilder;
pub use dictionary::TermEntry;
pub use format::IndexError;
pub(crate) use format::index_term;
pub use postings::{ListPlace, Posting, Postings};
pub use reader::Index;

/// The bytes of an index of `articles` and their quotations.
///
/// `language` (BCP 47) is that of articles that state none; it decides on the forms of words.
/// Deterministic: the same input gives the same bytes.
#[must_use]
pub fn build(language: &str, articles: &[Article], quotations: &[Vec<Quotation>]) -> Vec<u8> {
    let mut builder = IndexBuilder::new(language);
    for (idx, article) in articles.iter().enumerate() {
        builder.add(article, quotations.get(idx).map_or(&[], Vec::as_slice));
    }
    builder.finish()
}
