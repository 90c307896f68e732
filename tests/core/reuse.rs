//! What several articles have in common.

use proptest::prelude::*;
use whosaid::article::Article;
use whosaid::quotation::{Editorial, attribute};
use whosaid::reuse::{Difference, Place, passages, statements};
use whosaid::span::Span;

fn articles(texts: &[&str]) -> Vec<Article<'static>> {
    texts.iter().map(|text| Article::from_plain_text(text)).collect()
}

fn words<'a>(articles: &'a [Article], place: Place) -> &'a str {
    place.span.of(&articles[place.article.0 as usize].text)
}

/// Differences as `there → here`.
fn printed(
    articles: &[Article],
    here: Place,
    there: Place,
    differences: &[Difference],
) -> Vec<String> {
    let words = |place: Place, span: Option<Span>| {
        span.map_or("", |span| span.of(&articles[place.article.0 as usize].text)).to_owned()
    };
    let print = |difference: &Difference| {
        format!("{} → {}", words(there, difference.there), words(here, difference.here))
    };
    differences.iter().map(print).collect()
}

/// The statements that the texts share: each version's words, then its differences.
#[track_caller]
fn check(texts: &[&str], expected: &[&[(&str, &[&str])]]) {
    let articles = articles(texts);
    let found = attribute(&articles, &Editorial::default());
    let statements = statements(&articles, &found.quotations);
    let printed: Vec<Vec<(&str, Vec<String>)>> = statements
        .iter()
        .map(|statement| {
            let first = statement.versions[0].place;
            let version = |version: &whosaid::reuse::Version| {
                (
                    words(&articles, version.place),
                    printed(&articles, version.place, first, &version.differences),
                )
            };
            statement.versions.iter().map(version).collect()
        })
        .collect();
    let expected: Vec<Vec<(&str, Vec<String>)>> = expected
        .iter()
        .map(|versions| {
            versions
                .iter()
                .map(|(words, differences)| {
                    (*words, differences.iter().map(ToString::to_string).collect())
                })
                .collect()
        })
        .collect();
    assert_eq!(printed, expected);
}

#[test]
fn one_statement_in_two_outlets_is_grouped_with_its_differences() {
    check(
        &[
            "“Moscow does not see the Mujahedeen as its enemy,” said Anna Smith.",
            "Anna Smith said that Moscow does not see this version of the Mujahideen as an enemy.",
        ],
        &[&[
            ("Moscow does not see the Mujahedeen as its enemy", &[]),
            (
                "Moscow does not see this version of the Mujahideen as an enemy",
                &[" → this version of", "Mujahedeen → Mujahideen", "its → an"],
            ),
        ]],
    );
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
    assert_eq!(found.len(), 1);
    assert_eq!(
        words(&articles, found[0].one),
        "Moscow struggled to evacuate its embassy under fire after a"
    );
    assert!(words(&articles, found[0].other).starts_with("Moscow struggled"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn all_that_is_found_lies_in_the_articles(texts in prop::collection::vec("([a-e]{1,3} ){0,30}[.“”\"]{0,2}[a-c é😀]{0,40}", 0..4)) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let articles = articles(&texts);
        let found = attribute(&articles, &Editorial::default());
        for statement in statements(&articles, &found.quotations) {
            prop_assert!(statement.versions.len() > 1);
            for version in statement.versions {
                prop_assert!(version.place.span.fits(texts[version.place.article.0 as usize]));
            }
        }
        for passage in passages(&articles) {
            prop_assert!(passage.one.article < passage.other.article);
            prop_assert!(passage.one.span.fits(texts[passage.one.article.0 as usize]));
            prop_assert!(passage.other.span.fits(texts[passage.other.article.0 as usize]));
            prop_assert!(passage.differences.iter().all(|difference| difference.here.is_some() || difference.there.is_some()));
        }
    }
}
