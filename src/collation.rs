//! Collations: the versions of a statement side by side, and what is each one's own.
//!
//! What is said of them is what can be shown: words that one version has and no other, words that stand
//! in the place of others, words that one leaves out. Versions in other words are only set side by side.

use std::collections::BTreeSet;

use crate::anchor::words_alone;
use crate::article::ArticleId;
use crate::dossier::OpenArticle;
use crate::reuse::{Passage, differences, without_moved};
use crate::shorten::words_within;
use crate::span::Span;
use crate::statement::Statement;

/// How many readings are compared with one another; what further ones have of their own is not marked.
const MOST_COMPARED: usize = 12;
/// A heading has at most so many characters.
const HEADING_CHARS: usize = 90;

/// The versions of a statement, ready to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Collation {
    /// The words by which to call it.
    pub heading: Heading,
    /// Whether the versions have most of their words in common.
    pub is_verbatim: bool,
    /// At least one; in the order of the dossier.
    pub readings: Vec<Reading>,
    /// Where the readings differ from the first; none where they are not verbatim.
    pub variants: Vec<Variant>,
}

/// How near to each other the versions of a statement are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nearness {
    /// They have the very same words.
    Same,
    /// They have most of their words in common.
    Nearly,
    /// They say the same in other words.
    Other,
}

impl Collation {
    /// How near to each other its versions are.
    #[must_use]
    pub fn nearness(&self) -> Nearness {
        match &*self.readings {
            [_] => Nearness::Same,
            _ if self.is_verbatim => Nearness::Nearly,
            _ => Nearness::Other,
        }
    }
}

/// What a statement is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Words of one of the versions, on a line.
    pub words: String,
    /// Whether they are a speaker's own words rather than an outlet's.
    pub is_spoken: bool,
    /// Whether more of them follow.
    pub is_cut: bool,
}

/// One wording of a statement, with the articles that have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Where it stands first.
    pub passage: Passage,
    /// Where the very same words stand too; marks and the case of letters do not count.
    pub repeated: Vec<Passage>,
    /// The words of it that no other version has, in the article's text; sorted, disjoint. None where another article
    /// repeats it.
    pub own: Vec<Span>,
    /// The numbers of the quotations that have part in it.
    pub quotations: Vec<usize>,
}

/// Words of the first reading that another one has otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variant {
    /// In the first reading; empty where it lacks the other's words.
    pub one: Passage,
    /// The number of the other reading.
    pub reading: usize,
    /// In the other one; empty where that lacks the first's.
    pub other: Passage,
}

/// Lays the versions of a statement side by side; `open` gives the articles that have it. Versions that
/// do not lie in their texts are passed over, and so is a statement of which none is left.
pub fn collate<'a>(
    statement: &Statement,
    open: impl Fn(ArticleId) -> Option<&'a OpenArticle<'static>>,
) -> Option<Collation> {
    let text = |passage: Passage| -> &'a str {
        open(passage.article).map_or("", |source| passage.span.within(&source.article.text))
    };
    let mut readings: Vec<Reading> = Vec::new();
    let mut folded: Vec<String> = Vec::new();
    for passage in statement.versions.iter().copied() {
        let words = words_alone(text(passage));
        if words.is_empty() {
            continue;
        }
        if let Some(at) = folded.iter().position(|other| *other == words) {
            readings[at].repeated.push(passage);
            continue;
        }
        folded.push(words);
        let quotations = open(passage.article)
            .map_or_else(Vec::new, |source| quotations_at(source, passage.span));
        readings.push(Reading { passage, repeated: Vec::new(), own: Vec::new(), quotations });
    }
    let mut variants = Vec::new();
    if statement.is_verbatim {
        let compared = readings.len().min(MOST_COMPARED);
        for at in 0..compared {
            let Reading { passage, repeated, .. } = &readings[at];
            let is_alone = repeated.iter().all(|other| other.article == passage.article);
            // What the first one differs in is wanted in any case.
            if at > 0 && !is_alone {
                continue;
            }
            let mut own: Option<Vec<Span>> = None;
            for other in (0..compared).filter(|other| *other != at) {
                let [one, another] = [at, other].map(|at| readings[at].passage);
                let differences = differences(text(one), text(another));
                let differences = without_moved(text(one), text(another), &differences);
                let lacking = differences.iter().map(|difference| difference.one);
                let lacking: Vec<Span> = lacking.filter(|span| !span.is_empty()).collect();
                own = Some(own.map_or(lacking.clone(), |own| in_both(&own, &lacking)));
                if at == 0 {
                    variants.extend(differences.iter().map(|difference| Variant {
                        one: inside(one, difference.one),
                        reading: other,
                        other: inside(another, difference.other),
                    }));
                }
            }
            let passage = readings[at].passage;
            let own = own.filter(|_| is_alone).unwrap_or_default().into_iter();
            readings[at].own = own.map(|span| inside(passage, span).span).collect();
        }
    }
    let heading = heading(&readings, &folded, &open)?;
    Some(Collation { heading, is_verbatim: statement.is_verbatim, readings, variants })
}

/// A Span counted from the start of a passage, as a passage of the article.
fn inside(passage: Passage, span: Span) -> Passage {
    let start = passage.span.start;
    Passage { article: passage.article, span: Span::new(start + span.start, start + span.end) }
}

/// The numbers of the quotations that have a stretch in a Span.
fn quotations_at(source: &OpenArticle, span: Span) -> Vec<usize> {
    let has_part =
        |at: &usize| source.quotations[*at].contents.iter().any(|content| content.overlaps(span));
    (0..source.quotations.len()).filter(has_part).collect()
}

/// The bytes that both of two sorted lists cover.
fn in_both(one: &[Span], other: &[Span]) -> Vec<Span> {
    one.iter().flat_map(|a| other.iter().filter_map(|b| a.intersection(*b))).collect()
}

/// The longest of the speakers' own words that the most articles have; else of those reported; else the words of the
/// reading that the most articles have.
fn heading<'a>(
    readings: &[Reading],
    folded: &[String],
    open: &impl Fn(ArticleId) -> Option<&'a OpenArticle<'static>>,
) -> Option<Heading> {
    let articles_of = |reading: &Reading| {
        let passages = std::iter::once(&reading.passage).chain(&reading.repeated);
        passages.map(|passage| passage.article).collect::<BTreeSet<_>>()
    };
    let mut best: Option<((bool, usize, usize), &str)> = None;
    let mut offer = |is_spoken: bool, words: &'a str| {
        let alone = words_alone(words);
        let holders = readings.iter().zip(folded).filter(|(_, words)| words.contains(&alone));
        let articles: BTreeSet<_> = holders.flat_map(|(reading, _)| articles_of(reading)).collect();
        let rank = (is_spoken, articles.len(), alone.len());
        // A word or two in marks are no statement.
        if alone.split(' ').count() > 2 && best.is_none_or(|(other, _)| rank > other) {
            best = Some((rank, words));
        }
    };
    for reading in readings {
        let Some(source) = open(reading.passage.article) else { continue };
        for at in &reading.quotations {
            let quotation = &source.quotations[*at];
            let is_direct = quotation.kind == crate::quotation::Kind::Direct;
            let stretches = quotation.contents.iter().map(|span| (is_direct, span));
            for (is_spoken, span) in
                stretches.chain(quotation.fragments.iter().map(|span| (true, span)))
            {
                if let Some(span) = span.intersection(reading.passage.span) {
                    offer(is_spoken, span.within(&source.article.text));
                }
            }
        }
    }
    // Of several the first.
    let widest = readings.iter().rev().max_by_key(|reading| articles_of(reading).len())?.passage;
    let ((is_spoken, ..), words) = best.unwrap_or_else(|| {
        let source = open(widest.article);
        let text = source.map_or("", |source| widest.span.within(&source.article.text));
        ((false, 0, 0), text)
    });
    let words = words.trim_end_matches(|c: char| matches!(c, '.' | ',' | ';') || c.is_whitespace());
    let cut = words_within(words, HEADING_CHARS);
    Some(Heading { words: cut.unwrap_or(words).to_owned(), is_spoken, is_cut: cut.is_some() })
}
