//! What holds for any text at all.

use proptest::prelude::*;
use whosaid::quotation::{Attribution, Quotation};
use whosaid::span::Span;

use super::attribute_text;

/// Checks that Spans fit, stay inside paragraphs, and nest or are disjoint.
#[track_caller]
fn check(text: &str) {
    let (article, found) = attribute_text(text);
    assert_eq!(found.quotations.len(), 1);
    let quotations: &[Quotation] = &found.quotations[0];
    let mut contents: Vec<Span> = Vec::new();
    for quotation in quotations {
        assert!(!quotation.contents.is_empty());
        for pair in quotation.contents.windows(2) {
            assert!(pair[0].end <= pair[1].start, "contents are sorted and disjoint");
        }
        for span in &quotation.contents {
            assert!(span.fits(text) && !span.is_empty(), "{span:?} fits");
            let paragraph = article.paragraphs[article.paragraph_at(span.start)].span;
            assert!(paragraph.contains(*span), "{span:?} stays inside {paragraph:?}");
        }
        for pair in quotation.fragments.windows(2) {
            assert!(pair[0].end <= pair[1].start, "fragments are sorted and disjoint");
        }
        for fragment in &quotation.fragments {
            assert!(quotation.contents.iter().any(|span| span.contains(*fragment)));
        }
        let attribution = &quotation.attribution;
        let Attribution { cue, mention, name_before, .. } = attribution;
        for span in cue.iter().chain(mention).chain(name_before) {
            assert!(span.fits(text) && !span.is_empty());
        }
        assert!(
            name_before.is_none_or(|name| mention.is_some_and(|mention| name.end <= mention.start))
        );
        assert!(attribution.confidence <= 100);
        for id in &attribution.speakers {
            assert!((id.0 as usize) < found.speakers.len());
        }
        assert_eq!(attribution.speakers.is_empty(), attribution.why_open.is_some());
        contents.extend(&quotation.contents);
    }
    contents.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
    let mut open: Vec<Span> = Vec::new();
    for span in contents {
        while open.last().is_some_and(|outer| outer.end <= span.start) {
            open.pop();
        }
        if let Some(outer) = open.last() {
            assert!(outer.contains(span), "{outer:?} and {span:?} nest");
        }
        open.push(span);
    }
    assert!(
        quotations.windows(2).all(|pair| pair[0].contents[0].start <= pair[1].contents[0].start)
    );
    let mut slugs: Vec<&str> = found.speakers.iter().map(|speaker| speaker.slug.as_str()).collect();
    slugs.sort_unstable();
    slugs.dedup();
    assert_eq!(slugs.len(), found.speakers.len(), "slugs are unique");
}

/// Each would take minutes, or all of the stack, where a rule looks back over all that it has read.
#[test]
fn a_long_chain_of_names_is_read_in_linear_time() {
    for (chain, n_links) in [
        ("Bank of ", 60_000),
        ("Ray “Sticks” ", 40_000),
        ("The Japanese health ministry was shut. The ministry said it was late. ", 2_000),
        ("There is Voss's letter. The letter said it was late. The MSDF said so. ", 2_000),
    ] {
        check(&format!("The {}Oka said it was late.", chain.repeat(n_links)));
    }
}

/// Pieces from which texts arise that the rules care about.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "“",
        "”",
        "\"",
        "'",
        "‘",
        "’",
        "„",
        "«",
        "»",
        "``",
        "''",
        ",",
        ".",
        "?",
        ":",
        ";",
        "—",
        "(",
        ")",
        "\n",
        " ",
        " ",
        " ",
        " said ",
        " says ",
        " told ",
        " saying ",
        " according to ",
        " that ",
        " and ",
        " he ",
        " She ",
        " Anna Smith ",
        " Smith ",
        " the ambassador ",
        "the minister,",
        " Mayor ",
        ", president of ",
        " spokesman for ",
        " a report by ",
        " one of ",
        ", who ",
        " (D-Nev.) ",
        " Jr.",
        " Ltd",
        " University ",
        " of ",
        " and Anna Smith",
        " his wife ",
        " asked whether ",
        " accused ",
        " of lying ",
        " denied ",
        " added: ",
        " would ",
        " “calm” ",
        " ‘calm’ ",
        " Mr. ",
        " officials ",
        " the ",
        " is ",
        " was ",
        " calm ",
        " city ",
        " went ",
        " not ",
        " called ",
        " for ",
        " in ",
        " on Monday ",
        "U.S.",
        "3.5",
        "$",
        "é",
        "привет",
        "日本語",
        "\u{200f}",
        "\t",
        "😀",
        "A",
        "b",
        "-",
        "…",
    ]);
    let text = prop::collection::vec(piece, 0..80).prop_map(|pieces| pieces.concat());
    // A text may end anywhere, amid what a rule looks for.
    (text, any::<prop::sample::Index>()).prop_map(|(text, end)| {
        let ends: Vec<usize> = text.char_indices().map(|(at, char)| at + char.len_utf8()).collect();
        if ends.is_empty() { text } else { text[..*end.get(&ends)].to_owned() }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_string_is_read(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn any_mixture_of_what_the_rules_know_is_read(text in pieces()) {
        check(&text);
    }
}

#[test]
fn bad_input_is_read() {
    check("");
    check(" \n\n ");
    check("\"");
    check("“”");
    check("\u{0}\u{1}\u{7f}\u{feff}");
    check("““““””””''''‘‘’’«»«»");
    check("شكرا “مرحبا” قال");
    check(&"a".repeat(200_000));
}

/// These would take hours were anything quadratic.
#[test]
fn long_input_is_read_in_linear_time() {
    check(&"“".repeat(100_000));
    check(&"\"".repeat(100_001));
    check(&"“a ‘b ".repeat(50_000));
    check(&"he said ".repeat(100_000));
    check(&"“a b c d e ".repeat(50_000));
    check(&"(, ".repeat(100_000));
    check(&"Anna Smith, ".repeat(50_000));
    check(&"saying and Smith said, ".repeat(30_000));
    check(&"A. ".repeat(100_000));
    check(&"Moody’s ".repeat(100_000));
    check(&"\"a b c,\" he said. ".repeat(20_000));
    check(&"ADA VOSS: Yes, it is.\n\nLIND: No.\n\n".repeat(10_000));
    check(&"THE HARBOUR IS CLOSED NOW, ADA VOSS SAID.\n\nIt is late.\n\n".repeat(10_000));
}
