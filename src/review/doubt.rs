//! Which attributions an editor should look at, the least sure first.

use super::edit::{Edit, Ruling};
use crate::article::{Article, ArticleId};
use crate::quotation::{Attributions, Quotation, Rule, WhyOpen};
use crate::span::Span;
use crate::takeaway;
use crate::wording::{open_explanation, rule_explanation};

/// An attribution that is less sure than this, in percent, is one to look at first: the rules that find such
/// ones are wrong more than once in fifteen times.
pub const SURE: u8 = 93;

/// A quotation whose attribution an editor has not yet looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// The article.
    pub article: ArticleId,
    /// The quotation's place in the article's list.
    pub quotation: usize,
    /// Its first words.
    pub words: Span,
}

/// All quotations on which the dossier's editors have not said anything, those first whose attribution is
/// least sure; of each sureness those with a speaker before those without, then in the order of the articles.
/// Words in a language that is not read come last.
#[must_use]
pub fn doubts(attributions: &Attributions) -> Vec<Doubt> {
    let mut doubts: Vec<_> = (0u32..)
        .zip(&attributions.quotations)
        .flat_map(|(article, quotations)| {
            let article = ArticleId(article);
            quotations.iter().enumerate().filter_map(move |(quotation, found)| {
                let words = *found.contents.first()?;
                is_open(found).then_some((order(found), Doubt { article, quotation, words }))
            })
        })
        .collect();
    doubts.sort_by_key(|(order, doubt)| (*order, doubt.article, doubt.quotation));
    doubts.into_iter().map(|(_, doubt)| doubt).collect()
}

/// Whether the editors have not said anything on a quotation.
fn is_open(quotation: &Quotation) -> bool {
    let attribution = &quotation.attribution;
    attribution.rule != Rule::Editor && attribution.why_open != Some(WhyOpen::Editor)
}

/// Unsure ones, nobody's, sure ones, and those that are not read.
fn order(quotation: &Quotation) -> (u8, u8) {
    let attribution = &quotation.attribution;
    let class = match (attribution.why_open, attribution.speakers.is_empty()) {
        (Some(WhyOpen::Language), _) => 3,
        (_, true) => 1,
        (_, false) if attribution.confidence < SURE => 0,
        (_, false) => 2,
    };
    (class, attribution.confidence)
}

/// The same as a table (RFC 4180) with a line of names: the article, the paragraph, the sureness in percent where
/// somebody is named, the speakers, what names or points to them, why that is so, the words, and a `[[correction]]`
/// that says what the rules say, to be changed and put into `dossier.toml`.
#[must_use]
pub fn table(articles: &[Article], attributions: &Attributions) -> String {
    let head = ["article", "paragraph", "sure", "speaker", "mention", "why", "words", "correction"];
    let rows = doubts(attributions).into_iter().map(|doubt| {
        let article = &articles[doubt.article.0 as usize];
        let quotation = &attributions.quotations[doubt.article.0 as usize][doubt.quotation];
        let attribution = &quotation.attribution;
        let names: Vec<String> = attribution
            .speakers
            .iter()
            .map(|id| attributions.speakers[id.0 as usize].name.clone())
            .collect();
        let mention = attribution.mention.map(|span| span.of(&article.text));
        let why = match attribution.why_open {
            Some(why) => open_explanation(why, mention),
            None => rule_explanation(attribution.rule).to_owned(),
        };
        let words = doubt.words.of(&article.text);
        let edit = Edit::Words {
            article: article.slug.clone(),
            words: words.to_owned(),
            occurrence: occurrence(article, doubt.words),
            ruling: if names.is_empty() { Ruling::Nobody } else { Ruling::Speakers(names.clone()) },
        };
        [
            article.slug.clone(),
            article.paragraph_at(doubt.words.start).to_string(),
            if names.is_empty() { String::new() } else { attribution.confidence.to_string() },
            names.join("; "),
            mention.unwrap_or_default().to_owned(),
            why,
            words.to_owned(),
            edit.apply("").unwrap_or_default(),
        ]
    });
    takeaway::csv(head, rows)
}

/// The place of words among all equal ones of an article's text, from 1; `None` where they occur once, so that
/// a correction needs no number.
#[must_use]
pub fn occurrence(article: &Article, words: Span) -> Option<usize> {
    let starts: Vec<usize> =
        article.text.match_indices(words.of(&article.text)).map(|(start, _)| start).collect();
    let place = starts.iter().position(|start| *start == words.start as usize)?;
    (starts.len() > 1).then_some(place + 1)
}
