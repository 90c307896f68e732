//! Folding keeps the way back, whatever the text.

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;
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

/// Letters that no decomposition takes apart but readers do, and where each leads; nothing where a
/// table leaves them as they are though they decompose.
const LETTERS: &str = "ßẞ=ss æÆǽǼǣǢ=ae œŒ=oe þÞ=th ðÐ=d øØǿǾ=o łŁ=l đĐȡ=d ħĦ=h ıİ=i ŧŦƭƬȶ=t \
    ƀɃ=b ƶƵȥȤɀ=z ĸ=q ŋŊƞȠȵ=n ƈƇȼȻ=c ƒƑ=f ǥǤ=g ƙƘ=k ƚȽȴ=l ƥƤ=p ɇɆ=e ɉɈ=j ɍɌ=r ɏɎ=y \
    ȿȘ=s ſẛ=s ĿŀĲĳŉ= ẚẜẝ= ς=σ";

#[test]
fn tables_agree_with_unicode() {
    let is_mark = |c: &char| matches!(c, '\u{300}'..='\u{36f}');
    let mut n_checked = 0;
    let mut differing = Vec::new();
    let blocks = [
        '\u{c0}'..='\u{24f}',
        '\u{386}'..='\u{3ce}',
        '\u{400}'..='\u{52f}',
        '\u{1e00}'..='\u{1eff}',
        '\u{ff01}'..='\u{ff5e}',
    ];
    for c in blocks.into_iter().flatten().filter(|c| c.is_alphabetic()) {
        if LETTERS.contains(c) {
            continue;
        }
        let written = c.to_string();
        let decomposed = written.nfkd().filter(|c| !is_mark(c)).flat_map(char::to_lowercase);
        let expected: String = decomposed.map(|c| if c == 'ς' { 'σ' } else { c }).collect();
        let folded = fold(&written);
        if folded.text() != expected {
            differing.push(format!("{c} U+{:04X}: {}, not {expected}", c as u32, folded.text()));
        }
        n_checked += 1;
    }
    assert!(differing.is_empty(), "{differing:#?}");
    assert!(n_checked > 900, "{n_checked}");
    for letters in LETTERS.split_whitespace() {
        let (letters, expected) = letters.split_once('=').unwrap();
        for letter in letters.chars().filter(|_| !expected.is_empty()) {
            assert_eq!(fold(&letter.to_string()).text(), expected, "{letter}");
        }
    }
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
