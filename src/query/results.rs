//! [`Results`]: the paragraphs found so far, the best of them ranked.

use std::cmp::Ordering;

use fixedbitset::FixedBitSet;

use super::answer::Hit;

/// Paragraphs found, ranked batch by batch: a hit that is ranked stays where it is, while what later
/// batches bring comes behind it.
pub(super) struct Results {
    /// Whether anything was found.
    pub any: bool,
    /// What was found, counted through all articles.
    pub paragraphs: FixedBitSet,
    /// What passes the filter, as far as it is wanted.
    hits: Vec<RankedHit>,
    /// How many hits are ranked.
    n_ranked: usize,
}

/// A hit, and what a ranking of hits needs.
pub(super) struct RankedHit {
    /// Counted through all articles.
    pub paragraph: usize,
    pub hit: Hit,
    /// Atoms that are only there as if mistyped, with the words there.
    pub corrections: Vec<(usize, String)>,
}

/// The better one first; of equals the first of the dossier.
fn by_rank(one: &RankedHit, other: &RankedHit) -> Ordering {
    let by_score = other.hit.score.total_cmp(&one.hit.score);
    by_score.then(one.paragraph.cmp(&other.paragraph))
}

impl Results {
    /// None of so many paragraphs.
    pub fn new(n_paragraphs: usize) -> Self {
        Self {
            any: false,
            paragraphs: FixedBitSet::with_capacity(n_paragraphs),
            hits: Vec::new(),
            n_ranked: 0,
        }
    }

    /// All of so many paragraphs, none of them a hit.
    pub fn all(n_paragraphs: usize) -> Self {
        let mut all = Self::new(n_paragraphs);
        all.any = true;
        all.paragraphs.insert_range(..);
        all
    }

    /// Adds a paragraph, and the hit in it if that is wanted.
    pub fn add(&mut self, paragraph: usize, hit: Option<RankedHit>) {
        self.any = true;
        self.paragraphs.insert(paragraph);
        self.hits.extend(hit);
    }

    /// Ranks the hits added since the last time, behind those before; at most `limit` in all are kept.
    pub fn rank_batch(&mut self, limit: usize) {
        self.hits[self.n_ranked..].sort_unstable_by(by_rank);
        self.hits.truncate(limit);
        self.n_ranked = self.hits.len();
    }

    /// The hits by now, at most `limit`: the ranked ones, and behind them, best first, those added since.
    pub fn so_far(&self, limit: usize) -> Vec<&RankedHit> {
        let mut hits: Vec<&RankedHit> = self.hits.iter().collect();
        hits[self.n_ranked..].sort_unstable_by(|one, other| by_rank(one, other));
        hits.truncate(limit);
        hits
    }

    /// The ranked hits, best first.
    pub fn ranked(&self) -> &[RankedHit] {
        &self.hits[..self.n_ranked]
    }
}
