//! [`Gate`]: which hits pass a filter, and how many would pass others.

use super::set::Set;
use super::{Corpus, Counts, Filter, SpeakerChoice};
use crate::article::ArticleId;
use crate::quotation::{Kind, SpeakerId};

/// A filter, ready to be asked of many paragraphs.
pub(super) struct Gate {
    filter: Filter,
    /// Whether paragraphs without a quotation pass.
    any: bool,
    /// A bit for each kind that passes.
    kinds: u8,
    /// The kinds in which chosen speakers are quoted, of each paragraph.
    quoted: Vec<u8>,
    /// Whether each outlet is chosen.
    outlets: Vec<bool>,
}

impl Gate {
    /// Where `must_quote`, paragraphs without a quotation never pass; else they do as long as no
    /// speaker and no kind is chosen.
    pub fn new(corpus: Corpus, filter: &Filter, must_quote: bool) -> Self {
        let chosen = filter.kinds.iter().fold(0, |bits, &kind| bits | bit(kind));
        let is_chosen = |slug: &&str| filter.outlets.is_empty() || filter.outlets.contains(*slug);
        let mut gate = Self {
            filter: filter.clone(),
            any: !must_quote && filter.speakers.is_empty() && filter.kinds.is_empty(),
            kinds: if filter.kinds.is_empty() { u8::MAX } else { chosen },
            quoted: Vec::new(),
            outlets: corpus.index.outlets().iter().map(is_chosen).collect(),
        };
        if !gate.any {
            gate.quoted = gate.kinds_quoted(corpus);
        }
        gate
    }

    /// Whether the filter restricts nothing.
    pub fn is_open(&self) -> bool {
        self.filter.is_empty()
    }

    /// In which kinds the chosen speakers are quoted, in each paragraph.
    fn kinds_quoted(&self, corpus: Corpus) -> Vec<u8> {
        let mut quoted = vec![0; corpus.articles.n_paragraphs()];
        for speaker in corpus.index.speakers() {
            let chosen = &self.filter.speakers;
            if chosen.is_empty() || chosen.contains(&choice(speaker)) {
                for (paragraph, kinds) in corpus.index.quoted(speaker) {
                    if let Some(all) = quoted.get_mut(paragraph as usize) {
                        *all |= kinds;
                    }
                }
            }
        }
        quoted
    }

    /// Whether a paragraph of an article passes.
    pub fn passes(&self, corpus: Corpus, article: ArticleId, paragraph: u32) -> bool {
        let quoted = self.quoted.get(paragraph as usize).copied().unwrap_or(0);
        (self.any || quoted & self.kinds != 0) && self.passes_outlet(corpus, article).1
    }

    /// The outlet of an article, and whether it is chosen.
    pub fn passes_outlet(&self, corpus: Corpus, article: ArticleId) -> (usize, bool) {
        let outlet = corpus.index.outlet_of(article).unwrap_or(usize::MAX);
        (outlet, self.outlets.get(outlet) == Some(&true))
    }

    /// How many of the paragraphs `found` pass; and how many would pass if of one kind of filter just
    /// one value were chosen.
    pub fn count(&self, corpus: Corpus, found: &Set) -> (usize, Counts) {
        let index = &corpus.index;
        let quoted = self.kinds_quoted(corpus);
        let mut counts = Counts { speakers: vec![0; corpus.speakers.len()], ..Counts::default() };
        let mut by_outlet = vec![0u32; self.outlets.len()];
        let mut in_outlets = Set::empty(corpus.articles.n_paragraphs() as u32);
        let mut n_passing = 0;
        for article in corpus.article_ids() {
            let (outlet, is_chosen) = self.passes_outlet(corpus, article);
            for paragraph in corpus.articles.paragraphs(article) {
                if !found.contains(paragraph) {
                    continue;
                }
                let kinds = quoted.get(paragraph as usize).copied().unwrap_or(0);
                let fits = self.any || kinds & self.kinds != 0;
                if let Some(n_hits) = by_outlet.get_mut(outlet) {
                    *n_hits += u32::from(fits);
                }
                if !is_chosen {
                    continue;
                }
                in_outlets.insert(paragraph);
                for kind in Kind::ALL {
                    counts.kinds[kind as usize] += u32::from(kinds & bit(kind) != 0);
                }
                n_passing += usize::from(fits);
            }
        }
        for (outlet, n_hits) in index.outlets().iter().zip(by_outlet) {
            counts.outlets.push(((*outlet).to_owned(), n_hits));
        }
        for speaker in index.speakers() {
            let passing = index.quoted(speaker).filter(|&(paragraph, kinds)| {
                kinds & self.kinds != 0 && in_outlets.contains(paragraph)
            });
            let n_hits = passing.count() as u32;
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
}

/// The bit of a kind in the lists of the index.
fn bit(kind: Kind) -> u8 {
    1 << kind as u8
}

/// The choice that a list of the index stands for.
fn choice(speaker: Option<SpeakerId>) -> SpeakerChoice {
    speaker.map_or(SpeakerChoice::Unattributed, SpeakerChoice::Speaker)
}
