//! Any text is attributed without a panic, and every Span fits it.

use whosaid::article::Article;
use whosaid::quotation::{Editorial, attribute};

/// The input is a text; what is not UTF-8 is none.
pub fn check(input: &[u8]) {
    let Ok(text) = str::from_utf8(input) else { return };
    let found = attribute(&[Article::from_plain_text(text)], &Editorial::default());
    for quotation in &found.quotations[0] {
        assert!(quotation.contents.iter().all(|span| span.fits(text) && !span.is_empty()));
    }
}
