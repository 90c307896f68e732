//! [`Dossier`]: an opened pack, which is all that the page shows.

use serde::{Deserialize, Serialize};

use crate::article::{Article, ArticleId, ParagraphKind};
use crate::index::Index;
use crate::quotation::{Quotation, Speaker, SpeakerId};
use crate::query::Corpus;

/// What stands at the head of a dossier.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Masthead {
    /// The dossier's title; not empty.
    pub title: String,
    /// A sentence or two below the title.
    pub standfirst: Option<String>,
    /// BCP 47 language tag of the title, and of articles that state none.
    pub language: String,
}

/// News coverage with who said what in it, ready to read and search. Immutable.
///
/// Every Span in it lies in its article's text and every id in its list; [`crate::pack::decode()`]
/// sees to that.
#[derive(Debug, PartialEq)]
pub struct Dossier {
    /// Title and standfirst.
    pub masthead: Masthead,
    /// The articles in the order in which they are shown; an [`ArticleId`] is an index into them.
    pub articles: Vec<Article>,
    /// For each article its quotations, sorted by their first content Span.
    pub quotations: Vec<Vec<Quotation>>,
    /// Everyone who is quoted, most quotations first; a [`SpeakerId`] is an index into them.
    pub speakers: Vec<Speaker>,
    /// The search index over all of it.
    pub index: Index,
}

impl Dossier {
    /// The article of that id.
    ///
    /// # Panics
    ///
    /// If the id is of another dossier.
    #[must_use]
    pub fn article(&self, id: ArticleId) -> &Article {
        &self.articles[id.0 as usize]
    }

    /// The quotations in one article, sorted by their first content Span.
    ///
    /// # Panics
    ///
    /// If the id is of another dossier.
    #[must_use]
    pub fn quotations_in(&self, id: ArticleId) -> &[Quotation] {
        &self.quotations[id.0 as usize]
    }

    /// The speaker of that id.
    ///
    /// # Panics
    ///
    /// If the id is of another dossier.
    #[must_use]
    pub fn speaker(&self, id: SpeakerId) -> &Speaker {
        &self.speakers[id.0 as usize]
    }

    /// The article whose slug is `slug`.
    #[must_use]
    pub fn article_by_slug(&self, slug: &str) -> Option<ArticleId> {
        self.articles.iter().position(|article| article.slug == slug).map(|at| ArticleId(at as u32))
    }

    /// The speaker whose slug is `slug`.
    #[must_use]
    pub fn speaker_by_slug(&self, slug: &str) -> Option<SpeakerId> {
        self.speakers.iter().position(|speaker| speaker.slug == slug).map(|at| SpeakerId(at as u32))
    }

    /// All article ids in order.
    pub fn article_ids(&self) -> impl DoubleEndedIterator<Item = ArticleId> + use<> {
        (0..self.articles.len() as u32).map(ArticleId)
    }

    /// What a search looks through.
    #[must_use]
    pub fn corpus(&self) -> Corpus<'_> {
        Corpus {
            articles: &self.articles,
            quotations: &self.quotations,
            speakers: &self.speakers,
            index: &self.index,
        }
    }

    /// What to call an article in a list: its headline, or else its first words.
    #[must_use]
    pub fn title_of(&self, id: ArticleId) -> ArticleTitle<'_> {
        let article = self.article(id);
        match article.headline() {
            Some(headline) => ArticleTitle::Headline(headline),
            None => ArticleTitle::FirstWords(first_words(article)),
        }
    }
}

/// What an article is called in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArticleTitle<'a> {
    /// Its headline.
    Headline(&'a str),
    /// It has no headline: the first words of its text, cut at a word. To be shown as what it is,
    /// followed by an ellipsis, never as a headline.
    FirstWords(&'a str),
}

/// How many characters of the text stand in for a missing headline, at most.
const FIRST_WORDS_CHARS: usize = 64;

fn first_words(article: &Article) -> &str {
    let Some(number) = article.paragraphs.iter().position(|p| p.kind == ParagraphKind::Text) else {
        return "";
    };
    let text = article.paragraph_text(number);
    let Some((cut, _)) = text.char_indices().nth(FIRST_WORDS_CHARS) else { return text };
    let words = text[..cut].rsplit_once(char::is_whitespace).map_or(&text[..cut], |(words, _)| words);
    words.trim_end_matches(|c: char| !c.is_alphanumeric())
}
