//! The inverted index: a term dictionary with posting lists that name articles, and who is quoted in
//! which paragraph.
//!
//! [`build()`] makes its bytes when a dossier is pressed; [`Index`] reads them where they lie, in the
//! browser. Opening checks the header and the lengths of the sections and looks at nothing else, so
//! its cost does not grow with the dossier; what a query touches is checked when it is touched, and
//! damaged bytes give fewer answers, never a panic.
//!
//! # What is in it and what is not
//!
//! The index names articles, and whether a word stands there more than once: enough to say which
//! articles may answer a query and which of them promise most. In which paragraphs, how often and
//! where is found in the text, which whoever has the index has too, and which is bundled anyway.
//!
//! Weighed on 10,000 stories of Reuters-21578 (13 MB, 82,000 paragraphs, 53,000 terms), as Brotli 11
//! makes them small:
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
//! Naming paragraphs would tell all counts without reading, at one and a half times the size. Naming
//! articles, the first hits cost reading some 32 kB of text, and the counts for a frequent word up to
//! all of it, a third of a second for those 13 MB; so the search shows the one at once and does the
//! other in slices (`query::Search`). Codes of bits gain nothing over bytes that Brotli
//! packs, and cost code.
//!
//! Word forms are found out when the dossier is pressed: each term names its Snowball stem, so a
//! reader has the forms of every word without a stemmer. For the same reason the quotations are
//! here by speaker, so that counts for every speaker cost one pass over their lists.
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
//! | stem ends | what stems have at their end that their words have not, likewise |
//! | endings | common endings of words, likewise |
//! | speaker lists | *leb* of (paragraphs since the last one, shifted left by 3, or a bit for each kind) |
//! | blocks | for each block of terms where its words, its terms and its postings begin, and the ends |
//! | words | of terms in order of their bytes, 64 a block: a byte with the number of bytes shared with the word before (0 at the head of a block, at most 31), then the others, none of them below 32 |
//! | terms | for each a byte for its stem (how many bytes to cut off, plus 16 times what to add from the stem ends), and *leb* of the length of its postings |
//! | postings | for each article with the term *leb* of (articles since the last one, shifted left by 1, plus 1 if it has it more than once) |
//!
//! Like lies with like, and small numbers in bytes of their own, because that is what Brotli makes
//! small.
//!
//! The words, terms and postings of a block are each one stretch that nothing else points into, so
//! they can come to lie in files of their own when a dossier is too large to be loaded at once.

use crate::article::Article;
use crate::quotation::Quotation;

mod format;
mod postings;
mod reader;

mod dictionary;
mod near;

mod stem;

mod build;

pub use build::IndexBuilder;
pub use dictionary::TermEntry;
pub use format::IndexError;
pub(crate) use format::index_term;
pub use postings::{Posting, Postings};
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
