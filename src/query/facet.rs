//! [`FilterIndex`]: which hits pass a filter, and the facet counts: how many would pass others.

use std::borrow::Cow;

use fixedbitset::FixedBitSet;

use super::answer::FacetCounts;
use super::filter::Filter;
use crate::article::ArticleId;
use crate::dossier::Dossier;
use crate::quotation::Kind;

/// A filter, ready to be asked of many paragraphs.
pub(super) struct FilterIndex {
    filter: Filter,
    /// Whether paragraphs without a quotation pass.
    any: bool,
    /// A bit for each kind that passes.
    kinds: u8,
    /// The kinds in which chosen speakers are quoted, of each paragraph; empty where `any` passes.
    quoted: Vec<u8>,
    /// Whether each outlet is chosen; `None` where none is, so that all pass.
    outlets: Option<Vec<bool>>,
}

impl FilterIndex {
    /// Where `must_quote`, paragraphs without a quotation never pass; else they do as long as no
    /// speaker and no kind is chosen.
    pub fn new(dossier: &Dossier, filter: &Filter, must_quote: bool) -> Self {
        let chosen = filter.kinds.iter().fold(0, |bits, kind| bits | bit(kind));
        let is_chosen = |slug: &&str| filter.outlets.iter().any(|own| own == slug);
        let outlets = || dossier.index.outlets().iter().map(is_chosen).collect();
        let any = !must_quote && filter.speakers.is_empty() && filter.kinds.is_empty();
        Self {
            any,
            kinds: if filter.kinds.is_empty() { u8::MAX } else { chosen },
            quoted: if any { Vec::new() } else { kinds_quoted(dossier, filter) },
            outlets: (!filter.outlets.is_empty()).then(outlets),
            filter: filter.clone(),
        }
    }

    /// Whether the filter restricts nothing.
    pub fn is_open(&self) -> bool {
        self.filter.is_empty()
    }

    /// Whether a paragraph of an article passes.
    pub fn passes(&self, dossier: &Dossier, article: ArticleId, paragraph: u32) -> bool {
        let quoted = self.quoted.get(paragraph as usize).copied().unwrap_or(0);
        self.passes_quoted(quoted) && self.passes_outlet(dossier.index.outlet_of(article))
    }

    /// Whether a paragraph passes in which chosen speakers are quoted in these kinds.
    fn passes_quoted(&self, kinds: u8) -> bool {
        self.any || kinds & self.kinds != 0
    }

    fn passes_outlet(&self, outlet: Option<usize>) -> bool {
        let Some(outlets) = &self.outlets else { return true };
        outlet.is_some_and(|outlet| outlets.get(outlet) == Some(&true))
    }

    /// How many of the paragraphs `found` pass; and how many would pass if of one kind of filter just
    /// one value were chosen.
    pub fn count(&self, dossier: &Dossier, found: &FixedBitSet) -> (usize, FacetCounts) {
        let index = &dossier.index;
        let quoted = kinds_quoted(dossier, &self.filter);
        let mut counts = FacetCounts {
            speakers: vec![0; dossier.speakers.len()],
            outlets: vec![0; index.n_outlets()],
            ..FacetCounts::default()
        };
        let in_outlets = self.in_chosen_outlets(dossier, found);
        // Of a large dossier these are most of the work, once for each page of a speaker.
        let is_open = self.filter.kinds.is_empty() && in_outlets.is_full();
        // Of a chosen speaker most paragraphs quote nothing: they are dropped at once.
        let found = found.ones().filter(|&paragraph| self.any || quoted[paragraph] != 0);
        let articles = dossier.articles_of(found.clone().map(|paragraph| paragraph as u32));
        let mut n_passing = 0;
        for (paragraph, article) in found.zip(articles) {
            let kinds = quoted[paragraph];
            let outlet = index.outlet_of(article);
            let passes = self.passes_quoted(kinds);
            if let Some(n_hits) = outlet.and_then(|outlet| counts.outlets.get_mut(outlet)) {
                *n_hits += u32::from(passes);
            }
            if !self.passes_outlet(outlet) {
                continue;
            }
            for kind in Kind::ALL {
                counts.kinds[kind as usize] += u32::from(kinds & bit(kind) != 0);
            }
            n_passing += usize::from(passes);
        }
        for speaker in index.speakers() {
            let n_hits = if is_open {
                index.n_quoted(speaker)
            } else {
                let passing = index.quoted(speaker).filter(|&(paragraph, kinds)| {
                    kinds & self.kinds != 0 && in_outlets.contains(paragraph as usize)
                });
                passing.count()
            } as u32;
            match speaker {
                None => counts.unattributed = n_hits,
                Some(id) => {
                    if let Some(count) = counts.speakers.get_mut(id.0 as usize) {
                        *count = n_hits;
                    }
                }
            }
        }
        (n_passing, counts)
    }

    /// Those of the paragraphs `found` that stand in chosen outlets.
    fn in_chosen_outlets<'f>(
        &self,
        dossier: &Dossier,
        found: &'f FixedBitSet,
    ) -> Cow<'f, FixedBitSet> {
        if self.outlets.is_none() {
            return Cow::Borrowed(found);
        }
        let mut chosen = found.clone();
        let passes = |id: &ArticleId| self.passes_outlet(dossier.index.outlet_of(*id));
        for id in dossier.article_ids().filter(|id| !passes(id)) {
            let paragraphs = dossier.articles.paragraphs(id);
            chosen.remove_range(paragraphs.start as usize..paragraphs.end as usize);
        }
        Cow::Owned(chosen)
    }
}

/// In which kinds the speakers that a filter chooses are quoted, in each paragraph.
fn kinds_quoted(dossier: &Dossier, filter: &Filter) -> Vec<u8> {
    let mut quoted = vec![0; dossier.articles.n_paragraphs()];
    for speaker in dossier.index.speakers() {
        if filter.speakers.is_empty() || filter.speakers.contains(&speaker.into()) {
            for (paragraph, kinds) in dossier.index.quoted(speaker) {
                // A damaged index may name paragraphs that the articles do not have.
                if let Some(all) = quoted.get_mut(paragraph as usize) {
                    *all |= kinds;
                }
            }
        }
    }
    quoted
}

/// The bit of a kind in the lists of the index.
fn bit(kind: Kind) -> u8 {
    1 << kind as u8
}
