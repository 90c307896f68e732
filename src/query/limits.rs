//! What is within the limits of a query, by the index and the bylines: no text is read for it.

use fixedbitset::FixedBitSet;

use super::matcher::WordMatcher;
use super::matches::is_named;
use super::notice::QueryNotice;
use super::parse::{Atom, Limit};
use crate::article::Byline;
use crate::dossier::Dossier;
use crate::quotation::Speaker;

/// What looking at a speaker's names costs, in bytes of text that could be read instead.
const WORK_PER_SPEAKER: usize = 32;

/// What is within a limit.
pub(super) struct Within {
    /// The paragraphs, counted through all articles.
    pub paragraphs: FixedBitSet,
    /// What is to be said where the limit asks for it: that no speaker or no outlet of the dossier answers to it, or
    /// that articles without a date do not.
    pub notice: Option<QueryNotice>,
    /// What looking it up cost, in bytes of text that could be read instead.
    pub work: usize,
}

impl Within {
    /// Looks up what is within a limit.
    pub fn of(limit: &Limit, dossier: &Dossier) -> Self {
        match limit {
            Limit::Speaker(asked) => Self::speakers(asked, dossier),
            Limit::Outlet(asked) => Self::outlets(asked, dossier),
            Limit::Before(date) => Self::dates(dossier, |published| published < date.as_str()),
            Limit::After(date) => Self::dates(dossier, |published| published >= date.as_str()),
        }
    }

    /// The paragraphs that quote a speaker of a name.
    fn speakers(asked: &Atom, dossier: &Dossier) -> Self {
        let n_paragraphs = dossier.articles.n_paragraphs();
        let mut paragraphs = FixedBitSet::with_capacity(n_paragraphs);
        let matcher = WordMatcher::of(asked);
        let (mut is_known, mut work) = (false, 0);
        for id in dossier.speaker_ids() {
            work += WORK_PER_SPEAKER;
            let Speaker { name, mut spellings, .. } = dossier.speaker(id);
            spellings.push(name);
            if spellings.iter().any(|name| is_named(&matcher, name, asked)) {
                is_known = true;
                // A damaged index may name paragraphs that the articles do not have.
                let quoted = dossier.index.quoted(Some(id));
                let numbers = quoted.map(|(number, _)| number as usize);
                paragraphs.extend(numbers.take_while(|number| *number < n_paragraphs));
            }
        }
        let notice = || QueryNotice::NoSuchSpeaker { asked: asked.to_string() };
        Self { paragraphs, notice: (!is_known).then(notice), work }
    }

    /// The articles whose outlet, or what the editor calls it where they state none, has a name.
    fn outlets(asked: &Atom, dossier: &Dossier) -> Self {
        let matcher = WordMatcher::of(asked);
        let is_within = |Byline { outlet, label, .. }: Byline| {
            outlet.or(label).is_some_and(|outlet| is_named(&matcher, &outlet, asked))
        };
        let (paragraphs, n_articles) = articles(dossier, is_within);
        let notice = || QueryNotice::NoSuchOutlet { asked: asked.to_string() };
        Self { paragraphs, notice: (n_articles == 0).then(notice), work: dossier.articles.len() }
    }

    /// The articles that were published when `is_within` says.
    fn dates(dossier: &Dossier, is_within: impl Fn(&str) -> bool) -> Self {
        let mut n_undated = 0;
        let (paragraphs, _) = articles(dossier, |byline| {
            n_undated += usize::from(byline.published.is_none());
            byline.published.is_some_and(|published| is_within(&published))
        });
        let notice = || QueryNotice::Undated { n_articles: n_undated };
        Self { paragraphs, notice: (n_undated > 0).then(notice), work: dossier.articles.len() }
    }
}

/// The paragraphs of the articles whose byline is within a limit, and how many articles these are.
fn articles(dossier: &Dossier, mut is_within: impl FnMut(Byline) -> bool) -> (FixedBitSet, usize) {
    let mut paragraphs = FixedBitSet::with_capacity(dossier.articles.n_paragraphs());
    let mut n_articles = 0;
    for id in dossier.article_ids() {
        if is_within(dossier.articles.byline(id)) {
            n_articles += 1;
            let numbers = dossier.articles.paragraphs(id);
            paragraphs.insert_range(numbers.start as usize..numbers.end as usize);
        }
    }
    (paragraphs, n_articles)
}
