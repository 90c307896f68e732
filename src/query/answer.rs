//! [`Answer`]: the hits of a query, and the facet counts beside them.

use std::collections::BTreeMap;

use super::filter::SpeakerChoice;
use super::notice::QueryNotice;
use crate::article::ArticleId;
use crate::quotation::Kind;
use crate::span::Span;

/// What answers a query.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Answer {
    /// Best first, as many as were asked for; hits of equal score in the order of the dossier.
    pub hits: Vec<Hit>,
    /// How many there are without that limit.
    pub n_hits: usize,
    /// What other filters would give.
    pub counts: FacetCounts,
    /// How the query was answered, where that is not plain.
    pub notices: Vec<QueryNotice>,
    /// Where nothing was found: words of the dossier near to those asked for, with the number of
    /// articles that hold them; most likely first.
    pub suggestions: Vec<(String, u32)>,
}

/// One paragraph that answers a query.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The article.
    pub article: ArticleId,
    /// The paragraph's number in it; 0 is the headline.
    pub paragraph: u32,
    /// Higher is better; comparable inside one answer only.
    pub score: f32,
    /// The words found, in the article's text; sorted, disjoint, all inside the paragraph. Empty when
    /// the query asks for no words.
    pub spans: Vec<Span>,
}

/// The hits with those of one article together; articles in the order of their first hits.
#[must_use]
pub fn by_article(hits: &[Hit]) -> Vec<&Hit> {
    let mut first = BTreeMap::new();
    for (place, hit) in hits.iter().enumerate() {
        first.entry(hit.article).or_insert(place);
    }
    let mut hits: Vec<&Hit> = hits.iter().collect();
    hits.sort_by_key(|hit| first[&hit.article]);
    hits
}

/// Facet counts: how many hits there would be if of one kind of filter exactly one value were chosen,
/// the query and the other kinds staying as they are. Every value of the dossier is there, with 0 if
/// need be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FacetCounts {
    /// By [`SpeakerId`](crate::quotation::SpeakerId).
    pub speakers: Vec<u32>,
    /// Quotations without a speaker.
    pub unattributed: u32,
    /// In the order of [`Kind::ALL`].
    pub kinds: [u32; 3],
    /// In the order of [`Index::outlets`](crate::index::Index::outlets).
    pub outlets: Vec<u32>,
}

impl FacetCounts {
    /// The count of a speaker; 0 if the dossier has no such speaker.
    #[must_use]
    pub fn speaker(&self, choice: SpeakerChoice) -> u32 {
        match choice {
            SpeakerChoice::Speaker(id) => self.speakers.get(id.0 as usize).copied().unwrap_or(0),
            SpeakerChoice::Unattributed => self.unattributed,
        }
    }

    /// The count of a kind.
    #[must_use]
    pub fn kind(&self, kind: Kind) -> u32 {
        self.kinds[kind as usize]
    }

    /// The count of an outlet by its place in [`Index::outlets`](crate::index::Index::outlets); 0 if the dossier
    /// has no such outlet.
    #[must_use]
    pub fn outlet(&self, place: usize) -> u32 {
        self.outlets.get(place).copied().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hits_of_an_article_stand_together_in_their_order() {
        let hits = [(2, 5), (1, 3), (2, 1), (0, 1), (1, 4)].map(|(article, paragraph)| Hit {
            article: ArticleId(article),
            paragraph,
            score: 1.0,
            spans: Vec::new(),
        });
        let places: Vec<(u32, u32)> =
            by_article(&hits).iter().map(|hit| (hit.article.0, hit.paragraph)).collect();
        assert_eq!(places, [(2, 5), (2, 1), (1, 3), (1, 4), (0, 1)]);
    }
}
