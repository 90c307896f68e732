//! [`sift`]: which hits pass a filter, and how many would pass others.

use super::search::Articles;
use super::set::Set;
use super::{Corpus, Counts, Filter, SpeakerChoice};
use crate::article::ArticleId;
use crate::quotation::{Kind, SpeakerId};

/// The paragraphs of `found` that pass the filter, in order; and how many would pass if of one kind
/// of filter just one value were chosen.
///
/// Where `must_quote`, paragraphs without a quotation never pass; else they do as long as no speaker
/// and no kind is chosen.
pub(super) fn sift(
    corpus: Corpus,
    articles: &Articles,
    found: &Set,
    filter: &Filter,
    must_quote: bool,
) -> (Vec<u32>, Counts) {
    let index = &corpus.index;
    let chosen_kinds = filter.kinds.iter().fold(0, |bits, &kind| bits | bit(kind));
    let chosen_kinds = if filter.kinds.is_empty() { u8::MAX } else { chosen_kinds };
    let any_quotation = !must_quote && filter.speakers.is_empty() && filter.kinds.is_empty();

    // In which kinds the chosen speakers are quoted in each paragraph.
    let mut kinds_in = vec![0u8; articles.n_paragraphs() as usize];
    for speaker in index.speakers() {
        if filter.speakers.is_empty() || filter.speakers.contains(&choice(speaker)) {
            for (paragraph, kinds) in index.quoted(speaker) {
                if let Some(all) = kinds_in.get_mut(paragraph as usize) {
                    *all |= kinds;
                }
            }
        }
    }

    let outlets = index.outlets();
    let mut counts = Counts { speakers: vec![0; corpus.speakers.len()], ..Counts::default() };
    let mut by_outlet = vec![0u32; outlets.len()];

    let mut kept = Vec::new();
    let mut in_outlets = Set::empty(articles.n_paragraphs());
    for paragraph in found.iter() {
        let Some((article, _)) = articles.locate(paragraph) else { break };
        let outlet = index.outlet_of(ArticleId(article as u32)).filter(|&idx| idx < outlets.len());
        let Some(outlet) = outlet else { break };
        let kinds = kinds_in[paragraph as usize];
        let fits = any_quotation || kinds & chosen_kinds != 0;
        by_outlet[outlet] += u32::from(fits);
        if !filter.outlets.is_empty() && !filter.outlets.contains(outlets[outlet]) {
            continue;
        }
        in_outlets.insert(paragraph);
        for kind in Kind::ALL {
            counts.kinds[kind as usize] += u32::from(kinds & bit(kind) != 0);
        }
        if fits {
            kept.push(paragraph);
        }
    }
    for (outlet, n_hits) in outlets.iter().zip(by_outlet) {
        counts.outlets.push(((*outlet).to_owned(), n_hits));
    }
    for speaker in index.speakers() {
        let n_hits = index
            .quoted(speaker)
            .filter(|&(paragraph, kinds)| {
                kinds & chosen_kinds != 0 && in_outlets.contains(paragraph)
            })
            .count() as u32;
        match speaker {
            None => counts.unattributed = n_hits,
            Some(id) => {
                if let Some(count) = counts.speakers.get_mut(id.0 as usize) {
                    *count = n_hits;
                }
            }
        }
    }
    (kept, counts)
}

/// The bit of a kind in the lists of the index.
fn bit(kind: Kind) -> u8 {
    1 << kind as u8
}

/// The choice that a list of the index stands for.
fn choice(speaker: Option<SpeakerId>) -> SpeakerChoice {
    speaker.map_or(SpeakerChoice::Unattributed, SpeakerChoice::Speaker)
}
