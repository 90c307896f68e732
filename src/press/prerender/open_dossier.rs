//! [`OpenDossier`]: all that pages are made of, opened once.

use crate::article::ArticleId;
use crate::dossier::{Dossier, OpenArticle};
use crate::query::SpeakerChoice;

/// The most articles, and bytes of their text, that the front page holds in full.
///
/// 0.5 MB of text are 1.1 MB of markup, 0.2 MB in Brotli; twice of that, and a phone takes longer to lay
/// the page out than a reader waits.
const MAX_ARTICLES: usize = 150;
const MAX_TEXT: usize = 500_000;

/// How many articles are listed on one page where there are too many for one, and how many speakers.
pub const ARTICLES_PER_LIST: usize = 50;
pub const SPEAKERS_PER_PAGE: usize = 100;

/// In how many articles one speaker's words are listed where the speakers have pages of their own.
pub const MAX_SAID: usize = 200;

/// A dossier with all its articles opened, and where each speaker is quoted.
pub struct OpenDossier<'a> {
    /// The dossier.
    pub dossier: Dossier<'a>,
    /// Whether there is too much for one page.
    pub is_large: bool,
    /// All articles, in order.
    pub articles: Vec<OpenArticle<'a>>,
    /// By [`SpeakerId`](crate::quotation::SpeakerId), last the *unattributed*.
    speakers: Vec<Said>,
}

/// What one speaker said.
#[derive(Clone, Default)]
pub struct Said {
    pub n_quotations: usize,
    /// In order, with the paragraphs in which a quotation of theirs begins.
    pub articles: Vec<(ArticleId, Vec<usize>)>,
}

impl<'a> OpenDossier<'a> {
    /// Opens a dossier.
    pub fn new(dossier: Dossier<'a>) -> Self {
        let articles: Vec<OpenArticle> =
            dossier.article_ids().map(|id| dossier.open_article(id)).collect();
        let n_bytes: usize = articles.iter().map(|source| source.article.text.len()).sum();
        let mut speakers = vec![Said::default(); dossier.speakers.len() + 1];
        for OpenArticle { id, article, quotations, .. } in &articles {
            for quotation in quotations {
                let speaker = quotation.attribution.speaker;
                let said =
                    &mut speakers[speaker.map_or(dossier.speakers.len(), |id| id.0 as usize)];
                said.n_quotations += 1;
                if said.articles.last().is_none_or(|(last, _)| last != id) {
                    said.articles.push((*id, Vec::new()));
                }
                let (_, numbers) = said.articles.last_mut().expect("there is one now");
                let number = article.paragraph_at(quotation.contents[0].start);
                if numbers.last() != Some(&number) {
                    numbers.push(number);
                }
            }
        }
        let is_large = articles.len() > MAX_ARTICLES || n_bytes > MAX_TEXT;
        Self { dossier, is_large, articles, speakers }
    }

    /// All speakers, then *unattributed*.
    pub fn all_choices(&self) -> impl Iterator<Item = SpeakerChoice> + use<> {
        choices(&self.dossier).chain([SpeakerChoice::Unattributed])
    }

    /// How many pages list the articles of a large dossier, the front page included.
    pub fn n_lists(&self) -> usize {
        self.articles.len().div_ceil(ARTICLES_PER_LIST)
    }

    /// How many pages the index of speakers of a large dossier has.
    pub fn n_speaker_pages(&self) -> usize {
        self.speakers.len().div_ceil(SPEAKERS_PER_PAGE)
    }

    /// What one of them said.
    pub fn said(&self, choice: SpeakerChoice) -> &Said {
        &self.speakers[self.place_of(choice)]
    }

    /// The place of a choice among [all choices](Self::all_choices).
    pub fn place_of(&self, choice: SpeakerChoice) -> usize {
        match choice {
            SpeakerChoice::Speaker(id) => id.0 as usize,
            SpeakerChoice::Unattributed => self.dossier.speakers.len(),
        }
    }
}

/// All speakers.
pub fn choices(dossier: &Dossier) -> impl Iterator<Item = SpeakerChoice> + use<> {
    dossier.speaker_ids().map(SpeakerChoice::Speaker)
}
