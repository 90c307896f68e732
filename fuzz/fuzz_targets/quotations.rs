//! Any text is attributed without a panic, and every Span fits it.

#![no_main]

use libfuzzer_sys::fuzz_target;
use whosaid::article::Article;
use whosaid::quotation::{Editorial, attribute};

fuzz_target!(|text: &str| {
    let found = attribute(&[Article::from_plain_text(text)], &Editorial::default());
    for quotation in &found.quotations[0] {
        assert!(quotation.contents.iter().all(|span| span.fits(text) && !span.is_empty()));
    }
});
