//! Folding keeps the way back, whatever the text.

use proptest::prelude::*;
use whosaid::fold::fold;
use whosaid::span::Span;
use whosaid::token::tokenize;

/// Text in which the awkward characters are frequent.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        proptest::collection::vec(
            prop_oneof![
                proptest::char::range(' ', '~'),
                proptest::char::range('\u{a0}', '\u{24f}'),
                proptest::char::range('\u{300}', '\u{36f}'),
                proptest::char::range('\u{370}', '\u{52f}'),
                proptest::char::range('\u{5d0}', '\u{6ff}'),
                proptest::char::range('\u{e00}', '\u{e7f}'),
                proptest::char::range('\u{1e00}', '\u{206f}'),
                proptest::char::range('\u{3040}', '\u{30ff}'),
                proptest::char::range('\u{ff00}', '\u{ffef}'),
                proptest::char::range('\u{1f600}', '\u{1f64f}'),
            ],
            0..40,
        )
        .prop_map(|chars| chars.into_iter().collect()),
    ]
}

proptest! {
    #[test]
    fn every_folded_stretch_leads_back_to_whole_characters(source in text()) {
        let folded = fold(&source);
        let borders: Vec<usize> = folded
            .text()
            .char_indices()
            .map(|(at, _)| at)
            .chain([folded.text().len()])
            .collect();
        let mut last = 0;
        for pair in borders.windows(2) {
            let span = folded.source_from_folded(Span::from_range(pair[0]..pair[1]));
            prop_assert!(span.fits(&source) && !span.is_empty());
            prop_assert!(span.start >= last || span.end > last, "the way back keeps the order");
            last = span.start;
            // What it leads back to folds to something that has the stretch in it.
            let again = fold(span.of(&source));
            prop_assert!(again.text().contains(&folded.text()[pair[0]..pair[1]]));
        }
        let all = folded.source_from_folded(Span::from_range(0..folded.text().len()));
        prop_assert!(all.fits(&source));
        if !folded.text().is_empty() {
            prop_assert!(fold(&source[all.end as usize..]).text().is_empty());
            prop_assert!(fold(&source[..all.start as usize]).text().is_empty());
        }
    }

    #[test]
    fn folding_twice_is_folding_once(source in text()) {
        let once = fold(&source);
        let twice = fold(once.text());
        prop_assert_eq!(once.text(), twice.text());
    }

    #[test]
    fn words_are_in_order_and_fold_to_themselves(source in text()) {
        let folded = fold(&source);
        let mut end = 0;
        for token in tokenize(&folded) {
            prop_assert!(token.folded.start >= end && !token.folded.is_empty());
            end = token.folded.end;
            prop_assert!(token.span(&folded).fits(&source));
            let again = fold(token.span(&folded).of(&source));
            prop_assert!(again.text().contains(token.text(&folded)));
        }
    }
}
