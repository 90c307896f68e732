//! Telling quotations: three that show at a glance what a dossier is for, chosen by rule where the publisher chose
//! none.
//!
//! 1. The statement whose versions differ most in single words: the same words but for the one that each
//!    outlet chose itself.
//! 2. The statement that most articles have, the first one aside.
//! 3. A short quotation that one article alone has.

use std::collections::BTreeMap;

use crate::article::ArticleId;
use crate::collation::{Collation, Variant, collate};
use crate::dossier::{Dossier, OpenArticle};
use crate::quotation::Kind;
use crate::statement::Statement;

/// The lengths of a quotation that can stand by itself, in bytes.
const SHORT: std::ops::RangeInclusive<usize> = 24..=110;
/// From how many bytes on a word says something, rather than joins others.
const SAYS_SOMETHING: usize = 5;

/// The three, as far as the dossier has them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Telling {
    /// The statement that differs most, and the difference that counts most: its words in both versions.
    pub differing: Option<(Collation, Variant)>,
    /// The one that most articles have, and how many do.
    pub spread: Option<(Collation, usize)>,
    /// A quotation of one article alone, by its number there, and how many such quotations there are.
    pub alone: Option<(ArticleId, usize, usize)>,
}

/// Chooses them. Opens all articles, so it is for a small dossier.
#[must_use]
pub fn telling(dossier: &Dossier) -> Telling {
    let open: BTreeMap<ArticleId, OpenArticle<'static>> =
        dossier.article_ids().map(|id| (id, dossier.open_article(id).into_owned())).collect();
    let statements = dossier.statements();
    let collations: Vec<(&Statement, Collation)> = statements
        .iter()
        .filter_map(|statement| Some((statement, collate(statement, |id| open.get(&id))?)))
        .collect();

    let mut differing: Option<(usize, usize, &Variant)> = None;
    for (at, (_, collation)) in collations.iter().enumerate() {
        for variant in &collation.variants {
            let weight = weight(&open, variant);
            if weight > 0 && differing.is_none_or(|(most, ..)| weight > most) {
                differing = Some((weight, at, variant));
            }
        }
    }
    let taken = differing.map(|(_, at, _)| at);
    let mut spread: Option<(usize, usize)> = None;
    for (at, (statement, _)) in collations.iter().enumerate().filter(|(at, _)| Some(*at) != taken) {
        let n_holders = statement.articles().count();
        if spread.is_none_or(|(most, _)| n_holders > most) {
            spread = Some((n_holders, at));
        }
    }
    Telling {
        differing: differing.map(|(_, at, variant)| (collations[at].1.clone(), variant.clone())),
        spread: spread.map(|(n_holders, at)| (collations[at].1.clone(), n_holders)),
        alone: alone(&open, &statements),
    }
}

/// How much a difference says: the length of words that stand for others of another beginning.
fn weight(open: &BTreeMap<ArticleId, OpenArticle>, variant: &Variant) -> usize {
    let words = [variant.one, variant.other].map(|passage| {
        open.get(&passage.article).map_or("", |source| passage.span.within(&source.article.text))
    });
    let is_word =
        |words: &&str| words.len() >= SAYS_SOMETHING && !words.contains(char::is_whitespace);
    let begins = words.map(|words| words.chars().next());
    let says_something = words.iter().all(is_word)
        // What begins a sentence joins it to the one before.
        && words.iter().all(|words| words.starts_with(char::is_lowercase))
        && begins[0] != begins[1];
    if says_something { words[0].len() + words[1].len() } else { 0 }
}

/// The first short quotation of a named speaker that no other article has.
fn alone(
    open: &BTreeMap<ArticleId, OpenArticle>,
    statements: &[Statement],
) -> Option<(ArticleId, usize, usize)> {
    let mut found = None;
    let mut n_alone = 0;
    for (id, source) in open {
        let versions = statements.iter().flat_map(|statement| &statement.versions);
        let versions: Vec<_> = versions.filter(|version| version.article == *id).collect();
        for (at, quotation) in source.quotations.iter().enumerate() {
            let is_shared = versions.iter().any(|version| {
                quotation.contents.iter().any(|content| content.overlaps(version.span))
            });
            if is_shared {
                continue;
            }
            n_alone += 1;
            let words = quotation.contents[0].of(&source.article.text);
            let can_stand = quotation.kind == Kind::Direct
                && quotation.contents.len() == 1
                && !quotation.attribution.speakers.is_empty()
                && SHORT.contains(&words.len())
                && words.starts_with(char::is_uppercase);
            if can_stand && found.is_none() {
                found = Some((*id, at));
            }
        }
    }
    found.map(|(id, at)| (id, at, n_alone))
}
