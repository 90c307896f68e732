//! [`Dossier`]: an opened pack, which is all that the page shows.

use crate::article::{Article, ArticleId, ParagraphKind};
use crate::index::Index;
use crate::query::Corpus;
use crate::quotation::{Quotation, Speaker, SpeakerId};
use crate::reuse::Pair;
use crate::sort::{first, key, second, sorted};
use crate::token::is_word_char;

/// What stands at the head of a dossier.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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
    /// What any two articles have in common, sorted by the articles, then by place.
    pub shared: Vec<Pair>,
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

    /// The language of an article: its own, or else the dossier's.
    #[must_use]
    pub fn language_of(&self, id: ArticleId) -> &str {
        self.article(id).byline.language.as_deref().unwrap_or(&self.masthead.language)
    }

    /// Who is quoted in an article, with the number of quotations; most first.
    #[must_use]
    pub fn speakers_in(&self, id: ArticleId) -> Vec<(SpeakerId, usize)> {
        let mut counts = vec![0u32; self.speakers.len()];
        for quotation in self.quotations_in(id) {
            if let Some(speaker) = quotation.attribution.speaker {
                counts[speaker.0 as usize] += 1;
            }
        }
        let mut most_first = Vec::new();
        for (&n, id) in counts.iter().zip(0..) {
            if n > 0 {
                most_first.push(key(u32::MAX - n, id, 0));
            }
        }
        let speaker = |key: &u128| (SpeakerId(second(*key)), (u32::MAX - first(*key)) as usize);
        sorted(most_first).iter().map(speaker).collect()
    }

    /// How many quotations have this speaker; `None` is *unattributed*.
    #[must_use]
    pub fn n_quotations_by(&self, speaker: Option<SpeakerId>) -> usize {
        self.quotations.iter().flatten().filter(|q| q.attribution.speaker == speaker).count()
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
    let words =
        text[..cut].rsplit_once(char::is_whitespace).map_or(&text[..cut], |(words, _)| words);
    words.trim_end_matches(|c: char| !is_word_char(c))
}

#[cfg(test)]
use crate::{reuse::Side, span::Span};

#[cfg(test)]
impl Dossier {
    /// A small dossier for tests: one article, one speaker, one quotation.
    pub(crate) fn sample() -> Self {
        let mut article = Article::from_plain_text("All calm\n“It is calm,” said Ada Voss.");
        article.slug = "calm".to_owned();
        article.paragraphs.remove(0);
        article.paragraphs[0].kind = ParagraphKind::Headline;
        let speaker = Speaker {
            slug: "ada-voss".to_owned(),
            name: "Ada Voss".to_owned(),
            ..Speaker::default()
        };
        let start = article.text.find("It is").expect("the text has it") as u32;
        let mut quotation = Self::sample_quotation(vec![Span::new(start, start + 10)]);
        quotation.attribution.speaker = Some(SpeakerId(0));
        let side = Side {
            article: ArticleId(0),
            span: quotation.contents[0],
            differing: vec![Span::new(3, 5)],
        };
        let articles = vec![article];
        let quotations = vec![vec![quotation]];
        Self {
            masthead: Masthead {
                title: "Calm".to_owned(),
                standfirst: None,
                language: "en".to_owned(),
            },
            index: Index::of("en", &articles, &quotations),
            articles,
            quotations,
            speakers: vec![speaker],
            shared: vec![Pair { one: side.clone(), other: side }],
        }
    }

    /// A direct quotation without a speaker.
    pub(crate) fn sample_quotation(contents: Vec<Span>) -> Quotation {
        Quotation {
            contents,
            kind: crate::quotation::Kind::Direct,
            fragments: Vec::new(),
            attribution: crate::quotation::Attribution {
                cue: None,
                mention: None,
                speaker: None,
                rule: crate::quotation::Rule::Editor,
                confidence: 100,
            },
        }
    }
}
