//! Statements: what several articles quote alike, each with all its versions.
//!
//! [`reuse`](crate::reuse) finds pairs of passages that say the same. [`find`] joins them to clusters,
//! sentence by sentence: two sentences are versions of one statement when a pair lies in both and
//! somebody is quoted with its words in at least one of them. A version is a whole sentence, with its
//! subject and its verb of speech, so the words of one that quotes nobody are a version too: the article
//! states them as its own. Sentences that one quotation runs through stay together.
//!
//! It is done when a dossier is pressed, and the pack holds the list.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::article::{Article, ArticleId};
use crate::quotation::Quotation;
use crate::reuse::{Pair, Passage, differences, share_in_common};
use crate::sentence;
use crate::span::Span;
use crate::threads::in_shares;

/// What several articles quote alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// Whether each version has most of its words in common with another one; else they say the same in
    /// other words.
    pub is_verbatim: bool,
    /// At least two, of at least two articles; sorted. Each is one or more whole sentences inside one
    /// paragraph.
    pub versions: Vec<Passage>,
}

impl Statement {
    /// The articles that have it, each once, in order.
    pub fn articles(&self) -> impl Iterator<Item = ArticleId> + '_ {
        self.versions
            .chunk_by(|one, next| one.article == next.article)
            .map(|versions| versions[0].article)
    }
}

/// From this share of the shorter version's words on, two versions are the same words.
const VERBATIM: f64 = 0.65;
/// A sentence has part in a pair with at least so many words.
const FEWEST_WORDS: usize = 4;
/// How many pairs a thread takes at a time. They are in the order of their first articles, so it meets most of its
/// paragraphs again.
const SHARE: usize = 1 << 10;
/// How many pairs are compared before what was found of them is joined.
const PORTION: usize = 64 * SHARE;

/// The statements in what articles have in common, in the order of their first versions.
///
/// `quotations` holds for each article its quotations, and `pairs` is what [`reuse::find`](crate::reuse::find)
/// gives for both.
#[must_use]
pub fn find(articles: &[Article], quotations: &[Vec<Quotation>], pairs: &[Pair]) -> Vec<Statement> {
    let mut clusters = Clusters::default();
    // Not all at once: of a large dossier they take more memory than what becomes of them.
    for portion in pairs.chunks(PORTION) {
        let links = in_shares(portion, SHARE, |pairs| links(articles, quotations, pairs), |_| {});
        for (ends, is_verbatim) in links.into_iter().flatten() {
            clusters.link(ends, is_verbatim);
        }
    }
    let mut cutter = Cutter { articles, cut: BTreeMap::new() };
    let mut statements = clusters.into_statements();
    join_consecutive(&mut statements, articles, quotations);
    for version in statements.iter_mut().flat_map(|statement| &mut statement.versions) {
        *version = with_cue(*version, articles, quotations, &mut cutter);
    }
    for statement in &mut statements {
        join_neighbours(&mut statement.versions, articles);
    }
    statements
}

/// The sentences that some pairs make versions of one statement, and whether they have the same words.
fn links(
    articles: &[Article],
    quotations: &[Vec<Quotation>],
    pairs: &[Pair],
) -> Vec<([Passage; 2], bool)> {
    let mut links = Vec::new();
    let mut cutter = Cutter { articles, cut: BTreeMap::new() };
    let is_quoted = |passage: &Passage| {
        quotations[passage.article.0 as usize]
            .iter()
            .flat_map(|quotation| &quotation.contents)
            .any(|content| content.overlaps(passage.span))
    };
    for pair in pairs.iter().map(|pair| [pair.one, pair.other]) {
        // Of agency copy that quotes nobody there is nothing to compare.
        if !pair.iter().any(is_quoted) {
            continue;
        }
        for ends in cutter.corresponding(pair) {
            let shared = [(pair[0], ends[0]), (pair[1], ends[1])].map(|(version, sentence)| {
                let span = version.span.intersection(sentence.span).unwrap_or(sentence.span);
                Passage { span, ..version }
            });
            if shared.iter().any(is_quoted) {
                let [one, other] = shared.map(|passage| words(articles, passage));
                links.push((ends, share_in_common(one, other) >= VERBATIM));
            }
        }
    }
    links
}

fn words<'a>(articles: &'a [Article], Passage { article, span }: Passage) -> &'a str {
    span.of(&articles[article.0 as usize].text)
}

/// Joins versions that follow each other in one paragraph: what one article says in a sentence, another says in
/// two.
fn join_neighbours(versions: &mut Vec<Passage>, articles: &[Article]) {
    versions.dedup_by(|next, version| {
        let article = &articles[version.article.0 as usize];
        let paragraph = article.paragraph_at(version.span.start);
        let between = article.text.get(version.span.end as usize..next.span.start as usize);
        let follows = next.article == version.article
            && article.paragraph_at(next.span.start) == paragraph
            && between.is_none_or(|between| between.trim().is_empty());
        if follows {
            version.span.end = version.span.end.max(next.span.end);
        }
        follows
    });
}

/// Cuts paragraphs into sentences, each once.
struct Cutter<'a> {
    articles: &'a [Article<'a>],
    cut: BTreeMap<(ArticleId, usize), Vec<Span>>,
}

impl Cutter<'_> {
    /// The sentences of the paragraph in which a byte lies.
    fn sentences(&mut self, article: ArticleId, byte: u32) -> &[Span] {
        let text = &self.articles[article.0 as usize];
        let number = text.paragraph_at(byte);
        self.cut
            .entry((article, number))
            .or_insert_with(|| sentence::split(&text.text, text.paragraphs[number].span))
    }

    /// Those that a passage has part in.
    fn touched(&mut self, Passage { article, span }: Passage) -> Vec<Span> {
        let sentences = self.sentences(article, span.start).iter();
        sentences.copied().filter(|sentence| sentence.overlaps(span)).collect()
    }

    /// The sentences of a pair that stand for one another. One of either article may stand for several of the other.
    fn corresponding(&mut self, [one, other]: [Passage; 2]) -> Vec<[Passage; 2]> {
        let (ones, others) = (self.touched(one), self.touched(other));
        let in_articles = |[own, theirs]: [Span; 2]| {
            [Passage { span: own, ..one }, Passage { span: theirs, ..other }]
        };
        if let ([own], [theirs]) = (&*ones, &*others) {
            return vec![in_articles([*own, *theirs])];
        }
        let [one_words, other_words] = [one, other].map(|passage| words(self.articles, passage));
        let differing = differences(one_words, other_words);
        let forwards: Vec<_> = differing.iter().map(|both| [both.one, both.other]).collect();
        let backwards: Vec<_> = differing.iter().map(|both| [both.other, both.one]).collect();
        let mut found = self.counterparts([one, other], &forwards, &ones, &others);
        let turned = self.counterparts([other, one], &backwards, &others, &ones);
        found.extend(turned.into_iter().map(|[theirs, own]| [own, theirs]));
        found.sort_unstable();
        found.dedup();
        found.into_iter().map(in_articles).collect()
    }

    /// Each sentence of the first version with the one of the second that has most of it, where any has enough.
    fn counterparts(
        &self,
        versions: [Passage; 2],
        differing: &[[Span; 2]],
        ones: &[Span],
        others: &[Span],
    ) -> Vec<[Span; 2]> {
        let text = &self.articles[versions[0].article.0 as usize].text;
        let mut found = Vec::new();
        for one in ones {
            let Some(own) = one.intersection(versions[0].span) else { continue };
            if own.of(text).split_whitespace().count() < FEWEST_WORDS {
                continue;
            }
            let [start, end] =
                [own.start, own.end].map(|byte| counterpart(versions, differing, byte));
            let theirs = Span::new(start, end.max(start));
            let overlap = |other: &Span| other.intersection(theirs).map_or(0, Span::len);
            if let Some(other) = others.iter().copied().max_by_key(overlap)
                && overlap(&other) * 2 >= own.len().min(other.len())
            {
                found.push([*one, other]);
            }
        }
        found
    }
}

/// Where in the second version's text a byte of the first's lies, by the words that both have; `differing` are those
/// that one of them lacks, in either.
fn counterpart([one, other]: [Passage; 2], differing: &[[Span; 2]], byte: u32) -> u32 {
    let at = byte.saturating_sub(one.span.start);
    let (mut one_start, mut other_start) = (0, 0);
    for [ours, theirs] in differing {
        if at < ours.start {
            break;
        }
        if at < ours.end {
            return other.span.start + theirs.start;
        }
        (one_start, other_start) = (ours.end, theirs.end);
    }
    other.span.end.min(other.span.start + other_start + (at - one_start))
}

/// Sentences that are linked, directly or by others (a disjoint-set forest).
#[derive(Default)]
struct Clusters {
    numbers: BTreeMap<Passage, usize>,
    parents: Vec<usize>,
    /// Those that have the same words as another one.
    verbatim: BTreeSet<Passage>,
}

impl Clusters {
    fn link(&mut self, ends: [Passage; 2], is_verbatim: bool) {
        let [one, other] = ends.map(|end| {
            let next = self.parents.len();
            let number = *self.numbers.entry(end).or_insert(next);
            if number == next {
                self.parents.push(next);
            }
            self.root(number)
        });
        self.parents[one.max(other)] = one.min(other);
        if is_verbatim {
            self.verbatim.extend(ends);
        }
    }

    fn root(&mut self, mut at: usize) -> usize {
        while self.parents[at] != at {
            self.parents[at] = self.parents[self.parents[at]];
            at = self.parents[at];
        }
        at
    }

    fn into_statements(mut self) -> Vec<Statement> {
        let mut groups: BTreeMap<usize, Vec<Passage>> = BTreeMap::new();
        for (passage, number) in std::mem::take(&mut self.numbers) {
            groups.entry(self.root(number)).or_default().push(passage);
        }
        let mut statements: Vec<Statement> = groups
            .into_values()
            .map(|versions| Statement {
                is_verbatim: versions.iter().all(|version| self.verbatim.contains(version)),
                versions,
            })
            .collect();
        statements.sort_by(|one, other| one.versions.cmp(&other.versions));
        statements
    }
}

/// Joins statements whose versions follow each other, sentence by sentence, in the same quotations.
fn join_consecutive(
    statements: &mut Vec<Statement>,
    articles: &[Article],
    quotations: &[Vec<Quotation>],
) {
    let runs_on = |one: &Passage, next: &Passage| {
        let text = &articles[one.article.0 as usize].text;
        let between = text.get(one.span.end as usize..next.span.start as usize);
        let runs_through = quotations[one.article.0 as usize]
            .iter()
            .flat_map(|quotation| &quotation.contents)
            .any(|content| content.overlaps(one.span) && content.overlaps(next.span));
        one.article == next.article
            && runs_through
            && between.is_some_and(|between| between.trim().is_empty())
    };
    let mut joined: Vec<Statement> = Vec::new();
    for statement in statements.drain(..) {
        let follows = |last: &Statement| {
            last.versions.len() == statement.versions.len()
                && last
                    .versions
                    .iter()
                    .zip(&statement.versions)
                    .all(|(one, next)| runs_on(one, next))
        };
        if let Some(last) = joined.last_mut().filter(|last| follows(last)) {
            for (version, next) in last.versions.iter_mut().zip(&statement.versions) {
                version.span.end = next.span.end;
            }
            last.is_verbatim &= statement.is_verbatim;
        } else {
            joined.push(statement);
        }
    }
    *statements = joined;
}

/// A version with the sentence of its paragraph that says who speaks, where that is another one.
fn with_cue(
    version: Passage,
    articles: &[Article],
    quotations: &[Vec<Quotation>],
    cutter: &mut Cutter,
) -> Passage {
    let article = &articles[version.article.0 as usize];
    let within = article.paragraphs[article.paragraph_at(version.span.start)].span;
    let mut span = version.span;
    for quotation in &quotations[version.article.0 as usize] {
        if let Some(cue) = quotation.attribution.cue.filter(|cue| within.contains(*cue))
            && quotation.contents.iter().any(|content| content.overlaps(version.span))
            && !span.contains(cue)
        {
            for sentence in cutter.touched(Passage { span: cue, ..version }) {
                span = Span::new(span.start.min(sentence.start), span.end.max(sentence.end));
            }
        }
    }
    Passage { span, ..version }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quotation::{Editorial, attribute_with};
    use crate::reuse;

    #[test]
    fn what_more_pairs_have_than_a_thread_takes_at_a_time_is_one_statement() {
        const N_ARTICLES: u32 = 47;
        let words = "“The harbour will be closed until all of the ships have been unloaded again,”";
        let articles: Vec<Article> = (0..N_ARTICLES)
            .map(|n| {
                Article::from_plain_text(&format!("Note {n} of many.\n{words} said Ada Voss."))
            })
            .collect();
        let quotations = attribute_with(&articles, &Editorial::default(), |_| {}).quotations;
        let pairs = reuse::find(&articles, &quotations);
        assert!(pairs.len() > SHARE);
        let statements = find(&articles, &quotations, &pairs);
        assert_eq!(statements.len(), 1);
        assert!(statements[0].is_verbatim);
        assert!(statements[0].articles().eq((0..N_ARTICLES).map(ArticleId)));
    }
}
