//! What several articles have in common.

use std::collections::BTreeSet;

use proptest::prelude::*;
use whosaid::article::{Article, Masthead};
use whosaid::compile::{Sharing, compile};
use whosaid::dossier::Dossier;
use whosaid::pack::take_apart;
use whosaid::quotation::{Editorial, attribute};
use whosaid::reuse::{
    Difference, Pair, Passage, differences, find, passages, statements, without_moved,
};
use whosaid::span::Span;

fn articles(texts: &[&str]) -> Vec<Article<'static>> {
    texts.iter().map(|text| Article::from_plain_text(text)).collect()
}

fn words<'a>(articles: &'a [Article], passage: &Passage) -> &'a str {
    passage.span.of(&articles[passage.article.0 as usize].text)
}

/// The statements that the texts share, by the words of each version.
#[track_caller]
fn check(texts: &[&str], expected: &[&[&str]]) {
    let articles = articles(texts);
    let found = attribute(&articles, &Editorial::default());
    let printed: Vec<Vec<&str>> = statements(&articles, &found.quotations)
        .iter()
        .map(|passages| passages.iter().map(|passage| words(&articles, passage)).collect())
        .collect();
    assert_eq!(printed, expected);
}

/// The differences as `words of one → words of other`.
#[track_caller]
fn check_differences(one: &str, other: &str, expected: &[&str]) {
    let print = |difference: &Difference| {
        format!("{} → {}", difference.one.of(one), difference.other.of(other))
    };
    let printed: Vec<String> = differences(one, other).iter().map(print).collect();
    assert_eq!(printed, expected);
}

#[test]
fn one_statement_in_two_outlets_is_grouped() {
    check(
        &[
            "“Moscow does not see the Mujahedeen as its enemy,” said Anna Smith.",
            "Anna Smith said that Moscow does not see this version of the Mujahideen as an enemy.",
        ],
        &[&[
            "Moscow does not see the Mujahedeen as its enemy",
            "Moscow does not see this version of the Mujahideen as an enemy",
        ]],
    );
}

#[test]
fn differences_are_found_word_by_word() {
    check_differences(
        "Moscow does not see the Mujahedeen as its enemy",
        "Moscow does not see this version of the Mujahideen as an enemy",
        &[" → this version of", "Mujahedeen → Mujahideen", "its → an"],
    );
    check_differences("on Monday it said", "Monday it said now", &["on → ", " → now"]);
}

#[test]
fn marks_and_case_are_no_difference() {
    check_differences(
        "Kabul ‘is stabilizing’, Russia’s envoy said",
        "kabul \"is stabilizing\" -- Russia's envoy said",
        &[],
    );
    check_differences("a hard-line group", "a hardline group", &["hard-line → hardline"]);
}

/// A name that stands before the words in one text and behind them in the other is in both.
#[test]
fn what_has_only_moved_is_no_difference() {
    let check = |one: &str, other: &str, expected: &[&str]| {
        let differences = without_moved(one, other, &differences(one, other));
        let print = |it: &Difference| format!("{} → {}", it.one.of(one), it.other.of(other));
        assert_eq!(differences.iter().map(print).collect::<Vec<_>>(), expected);
    };
    check(
        "“There is hope for all of us,” Chief Ada Voss told the press.",
        "Chief Ada Voss said: “There is hope for all of us.”",
        &[" → said", "told the press → "],
    );
    check("“There is hope,” Ada Voss said.", "Ada Voss said: “There is hope.”", &[]);
    // One word in common says nothing.
    check("on Monday it said", "it said so on Friday", &["on Monday → ", " → so on Friday"]);
}

#[test]
fn what_is_missing_has_its_place() {
    let [only] = differences("said on Monday", "said Monday")[..] else { panic!("one word") };
    assert_eq!((only.one, only.other), (Span::new(5, 7), Span::new(5, 5)));
    let [only] = differences("calm", "")[..] else { panic!("one word") };
    assert_eq!((only.one, only.other), (Span::new(0, 4), Span::new(0, 0)));
}

#[test]
fn different_statements_and_different_speakers_stay_apart() {
    check(
        &[
            "“The harvest was good this year,” said Anna Smith.",
            "“The budget was cut again,” said Anna Smith. “The harvest was good this year,” said Peter Brown.",
        ],
        &[],
    );
}

#[test]
fn agency_copy_is_found_with_its_differences() {
    let articles = articles(&[
        "It rained. Moscow struggled to evacuate its embassy under fire after a long and disastrous war.",
        "Then Moscow struggled to evacuate its embassy under fire after a disastrous decade-long war, they say.",
    ]);
    let found = passages(&articles);
    let [[one, other]] = &found[..] else { panic!("it is one passage: {found:?}") };
    assert_eq!(
        words(&articles, one),
        "Moscow struggled to evacuate its embassy under fire after a"
    );
    assert!(words(&articles, other).starts_with("Moscow struggled"));
}

#[test]
fn a_statement_inside_a_passage_is_told_once() {
    let text =
        "The envoy said on Monday that talks with the new government will begin in the autumn.";
    let articles = articles(&[text, &text.replace("on Monday", "Monday")]);
    let found = attribute(&articles, &Editorial::default()).quotations;
    assert_eq!(statements(&articles, &found).len(), 1);
    let pairs = find(&articles, &found);
    let [Pair { one, other }] = &pairs[..] else { panic!("it is one: {pairs:?}") };
    assert_eq!(words(&articles, one), text.trim_end_matches('.'));
    assert_eq!(words(&articles, other), text.replace("on Monday", "Monday").trim_end_matches('.'));
}

#[test]
fn the_full_stop_of_a_statement_puts_it_beside_no_passage() {
    let articles = articles(&[
        "“We will keep the old bridge closed until every single bolt is safe.” said Jane Doe.",
        "Jane Doe said: “We will keep the old bridge closed until every single bolt is safe.”",
    ]);
    let found = attribute(&articles, &Editorial::default()).quotations;
    assert_eq!(statements(&articles, &found).len(), 1);
    assert_eq!(find(&articles, &found).len(), 1);
}

#[test]
fn passages_are_one_where_little_stands_between_them() {
    const FIRST: &str = "The ferry left the harbour on Monday with two hundred people on board.";
    const LAST: &str = "A crane lifted the wreck on Friday after nine days of heavy storms.";
    let n_passages = |between: [&str; 2]| {
        let texts = between.map(|between| format!("{FIRST} {between} {LAST}"));
        passages(&articles(&texts.each_ref().map(String::as_str))).len()
    };
    assert_eq!(n_passages(["", ""]), 1);
    assert_eq!(n_passages(["It sank off the cape.", "No one knows why."]), 1);
    let long = [
        "Divers found nothing but mud. The minister blamed the crew. Their union blamed him.",
        "It was built in Gdansk. Its owner has gone abroad. Nobody there will talk about it.",
    ];
    assert_eq!(n_passages(long), 2);
    assert_eq!(n_passages([long[0], ""]), 2);
}

/// Sentences of which any two articles may have the same.
const SENTENCES: [&str; 5] = [
    "Moscow struggled to evacuate its embassy under fire after a long and disastrous war.",
    "Later Moscow struggled to evacuate its embassy under fire after a disastrous war.",
    "“The harvest was good this year in all of the valley,” said Anna Smith.",
    "Anna Smith said the harvest was good this year.",
    "It rained.",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn all_that_is_found_lies_in_the_articles(texts in prop::collection::vec("([a-e]{1,3} ){0,30}[.“”\"]{0,2}[a-c é😀]{0,40}", 0..4)) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let articles = articles(&texts);
        let found = attribute(&articles, &Editorial::default());
        for Pair { one, other } in find(&articles, &found.quotations) {
            prop_assert!(one.article < other.article);
            for side in [one, other] {
                prop_assert!(side.span.fits(texts[side.article.0 as usize]) && !side.span.is_empty());
            }
        }
    }

    #[test]
    fn each_article_has_what_it_shares_in_its_own_block(
        told in prop::collection::vec(prop::collection::vec(0..SENTENCES.len(), 0..4), 0..6),
        block_len in 1_usize..600,
    ) {
        let texts = told.iter().map(|own| own.iter().map(|at| SENTENCES[*at]).collect::<Vec<_>>().join(" "));
        let articles: Vec<Article> = texts
            .enumerate()
            .map(|(at, text)| Article { slug: format!("a{at}"), ..Article::from_plain_text(&text) })
            .collect();
        let compiled = compile(&Masthead::default(), &articles, &Editorial::default(), Sharing::Find);
        let pairs = find(&articles, &compiled.attributions.quotations);
        let turned = pairs.iter().map(|Pair { one, other }| Pair { one: *other, other: *one });
        let mut sides: Vec<Pair> = turned.chain(pairs.iter().copied()).collect();
        // What is sorted by the first article's words stays so from the other side.
        sides.sort_by_key(|Pair { one, other }| (one.article, other.article));
        let whole = compiled.dossier();
        let apart = take_apart(&compiled.pack, block_len).unwrap();
        for id in whole.article_ids() {
            let own: Vec<Pair> =
                sides.iter().filter(|pair| pair.one.article == id).copied().collect();
            let shared = whole.articles.shared(id);
            prop_assert_eq!(shared.as_ref(), Some(&own));
            let open = whole.open_article(id);
            for (quotation, n_others) in open.quotations.iter().zip(&open.n_others) {
                let has = |pair: &&Pair| quotation.contents.iter().any(|words| words.overlaps(pair.one.span));
                let others: BTreeSet<_> = own.iter().filter(has).map(|pair| pair.other.article).collect();
                prop_assert_eq!(others.len(), *n_others);
            }
            prop_assert_eq!(open.n_others.len(), open.quotations.len());

            let head = Dossier::open(&apart.head).unwrap();
            let supply = |block: usize| head.blocks().supply(block, apart.blocks[block].clone());
            supply(head.blocks().of(id).unwrap()).unwrap();
            prop_assert_eq!(head.open_article(id), open);
            prop_assert_eq!(head.articles.shared(id), own.is_empty().then(Vec::new));
            if !own.is_empty() {
                supply(head.blocks().of_shared(id).unwrap()).unwrap();
                prop_assert_eq!(head.articles.shared(id), Some(own));
            }
        }
    }

    #[test]
    fn differences_lie_in_the_texts_in_order(one in "[a-c é.’-]{0,30}", other in "[a-c é.’-]{0,30}") {
        let (mut one_end, mut other_end) = (0, 0);
        for difference in differences(&one, &other) {
            prop_assert!(difference.one.fits(&one) && difference.other.fits(&other));
            prop_assert!(difference.one.start >= one_end && difference.other.start >= other_end);
            prop_assert!(!difference.one.is_empty() || !difference.other.is_empty());
            (one_end, other_end) = (difference.one.end, difference.other.end);
        }
        prop_assert_eq!(differences(&one, &one), []);
    }
}
