//! [`Ranker`]: the order in which articles are read, and the scores of hits.

use std::cmp::Ordering;

use super::answer::Hit;
use super::lookup::Candidates;
use super::matcher::{Grade, Match};
use super::matches::{ArticleMatches, is_inside};
use super::parse::Query;
use super::results::RankedHit;
use super::score::{FieldCounts, Score, proximity, saturation, weight};
use crate::article::ArticleId;
use crate::dossier::Dossier;
use crate::fold::fold;

/// A candidate with its provisional score, from the index alone: the greatest is read first.
#[derive(Debug, Clone)]
pub(super) struct RankedArticle {
    /// Whether any of its paragraphs passes the filter. What does not pass is read too, last: other
    /// filters would count it.
    pub passes: bool,
    pub score: f32,
    pub article: ArticleId,
}

impl Ord for RankedArticle {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_score = || self.score.total_cmp(&other.score);
        // Of equals the first of the dossier.
        let by_place = || other.article.cmp(&self.article);
        self.passes.cmp(&other.passes).then_with(by_score).then_with(by_place)
    }
}

impl PartialOrd for RankedArticle {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for RankedArticle {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for RankedArticle {}

/// Ranks what may answer a query by the index, and what does by its text.
pub(super) struct Ranker<'s> {
    pub dossier: &'s Dossier<'s>,
    pub query: &'s Query,
    /// For each atom of the query.
    pub candidates: &'s [Candidates],
}

impl Ranker<'_> {
    /// The provisional score of an article, from the index alone; `None` where the query asks for
    /// words and it has none of them.
    pub fn article_score(&self, article: ArticleId) -> Option<f32> {
        let mut score = Score::default();
        let mut n_wanted = 0;
        let mut holds_any = false;
        for (idx, candidates) in self.wanted_atoms() {
            n_wanted += 1;
            if let Some((grade, often)) = candidates.in_article(article.0 as usize) {
                holds_any = true;
                let body = if often { 2 } else { 1 };
                let counts = FieldCounts { body, ..FieldCounts::default() };
                score.add(grade, self.weight(idx) * saturation(counts, 1.0));
            }
        }
        (n_wanted == 0 || holds_any).then(|| score.value(n_wanted, false))
    }

    /// The hit in paragraph `number` of an article, with its score.
    pub fn hit(&self, read: &ArticleMatches, number: usize, scattered: bool) -> RankedHit {
        let paragraph = &read.paragraphs[number];
        let mut corrections = Vec::new();
        let mut score = Score::default();
        let mut n_wanted = 0;
        if !paragraph.matches.is_empty() {
            let length = self.relative_length(read, number);
            // The weight and the Tokens of the atom before.
            let mut before: Option<(f32, Vec<u32>)> = None;
            for (idx, _) in self.wanted_atoms() {
                n_wanted += 1;
                let here = paragraph.of_atom(idx);
                let in_headline = read.paragraphs[0].of_atom(idx);
                // What stands in the paragraph itself says how well it answers, if anything does.
                let telling = if here.is_empty() { &in_headline } else { &here };
                let Some(best) = telling.iter().min_by_key(|found| found.grade) else { continue };

                let weight = self.weight(idx);
                let counts = self.field_counts(read, number, &here, &in_headline);
                let mut relevance = weight * saturation(counts, length);
                let tokens: Vec<u32> = here.iter().map(|found| found.token).collect();
                if let Some((weight_before, tokens_before)) = &before {
                    relevance += weight.min(*weight_before) * proximity(tokens_before, &tokens);
                }
                before = Some((weight, tokens));
                score.add(best.grade, relevance);
                let is_word = self.query.atoms[idx].whole.is_some();
                if best.grade >= Grade::Near && !here.is_empty() && is_word {
                    let found = fold(best.span.of(&read.article.text));
                    corrections.push((idx, found.text().to_owned()));
                }
            }
        }
        RankedHit {
            paragraph: read.first_paragraph as usize + number,
            hit: Hit {
                article: read.id,
                paragraph: number as u32,
                score: score.value(n_wanted, scattered),
                spans: paragraph.spans(),
            },
            corrections,
        }
    }

    /// The atoms to be found, each by its number and with its candidates.
    fn wanted_atoms(&self) -> impl Iterator<Item = (usize, &Candidates)> {
        let atoms = self.query.atoms.iter().zip(self.candidates).enumerate();
        atoms.filter(|(_, (atom, _))| atom.wanted).map(|(idx, (_, candidates))| (idx, candidates))
    }

    /// How telling an atom is.
    fn weight(&self, atom: usize) -> f32 {
        weight(self.candidates[atom].n_articles, self.dossier.articles.len() as u32)
    }

    /// How often an atom occurs in each field of a paragraph: `here` are its matches in the paragraph.
    fn field_counts(
        &self,
        read: &ArticleMatches,
        number: usize,
        here: &[&Match],
        in_headline: &[&Match],
    ) -> FieldCounts {
        let headline = in_headline.len() as u32;
        if number == 0 {
            return FieldCounts { headline, ..FieldCounts::default() };
        }
        let said = read.said(self.dossier);
        let quotation = here.iter().filter(|found| is_inside(said, found.span)).count() as u32;
        FieldCounts { headline, quotation, body: here.len() as u32 - quotation }
    }

    /// The length of a paragraph as a multiple of the average paragraph's.
    fn relative_length(&self, read: &ArticleMatches, number: usize) -> f32 {
        let span = read.article.paragraphs[number].span;
        span.len() as f32 / self.dossier.index.average_paragraph()
    }
}
