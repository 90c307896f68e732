//! [`Dossier`]: an opened pack, which is all that the page shows.

use std::cell::OnceCell;
use std::cmp::Reverse;

use crate::anchor::words_code;
#[cfg(test)]
use crate::article::Figure;
use crate::article::{Article, ArticleId, Byline, Masthead, ParagraphKind};
use crate::i18n::Catalogue;
use crate::index::{Index, ListPlace, Postings};
use crate::language::is_english;
use crate::pack::{Articles, Blocks, PackError, Sections, Speakers, Spellings, Statements};
use crate::quotation::{Quotation, Speaker, SpeakerId};
#[cfg(test)]
use crate::reuse::Pair;
use crate::shorten::words_within;
use crate::span::Span;
use crate::statement::Statement;
use crate::token::is_word_char;

/// Of how many articles of one outlet [`Dossier::of_outlet`] knows.
const MOST_OF_OUTLET: usize = 50;

/// News coverage with who said what in it, ready to read and search. Immutable.
///
/// It lies in the bytes of its pack, and an article is read from there when it is opened: open one
/// once and pass it on. Every Span of an opened article lies in its text and every id in its list;
/// [`crate::pack`] sees to that.
#[derive(Debug, PartialEq)]
pub struct Dossier<'a> {
    /// Title and standfirst.
    pub masthead: Masthead,
    /// In which language the interface is.
    pub catalogue: Catalogue<&'a str>,
    /// Everyone who is quoted, most quotations first; a [`SpeakerId`] is an index into them.
    pub speakers: Speakers<'a>,
    /// Which words of their names are spelt in two ways.
    pub spellings: Spellings<'a>,
    /// The articles in the order in which they are shown; an [`ArticleId`] is an index into them.
    pub articles: Articles<'a>,
    statements: Statements<'a>,
    /// The search index over all of it.
    pub index: Index<'a>,
    /// The first articles of each outlet, once they were asked for.
    of_outlets: OnceCell<Vec<Vec<ArticleId>>>,
    /// The articles of each language, once they were asked for.
    by_language: OnceCell<Vec<(String, Vec<ArticleId>)>>,
}

impl<'a> Dossier<'a> {
    /// Opens a pack.
    ///
    /// # Errors
    ///
    /// On any bytes that [`encode`](crate::pack::encode()) did not write in this version, but for what
    /// only a right checksum over wrong articles or speakers can hide: those are empty when they are
    /// read.
    pub fn open(pack: &'a [u8]) -> Result<Self, PackError> {
        let sections = Sections::split(pack)?;
        Ok(Self {
            masthead: sections.masthead()?,
            catalogue: sections.catalogue()?,
            speakers: sections.speakers()?,
            spellings: sections.spellings(),
            articles: sections.articles()?,
            statements: sections.statements(),
            index: sections.index()?,
            of_outlets: OnceCell::new(),
            by_language: OnceCell::new(),
        })
    }

    /// Opens the article of that id; one without words if the id is of another dossier.
    #[must_use]
    pub fn article(&self, id: ArticleId) -> Article<'a> {
        self.articles.article(id)
    }

    /// The article of that id as far as a list needs it: what it states of itself, and at least its headline or first
    /// words. Of a dossier in blocks none is asked for.
    #[must_use]
    pub fn listed(&self, id: ArticleId) -> Article<'a> {
        self.articles.listed(id)
    }

    /// The quotations in `article`, which has that id, sorted by their first content Span.
    #[must_use]
    pub fn quotations_in(&self, id: ArticleId, article: &Article) -> Vec<Quotation> {
        self.articles.quotations(id, article, self.speakers.len())
    }

    /// Opens the article of that id with its quotations.
    #[must_use]
    pub fn open_article(&self, id: ArticleId) -> OpenArticle<'a> {
        let article = self.article(id);
        let quotations = self.quotations_in(id, &article);
        let n_others = self.articles.n_others(id);
        let is_whole = self.articles.is_here(id);
        OpenArticle { id, article, quotations, n_others, is_whole }
    }

    /// The blocks in which a large dossier lies, those that are there and those that are not; none where all of it lies
    /// in the pack.
    #[must_use]
    pub fn blocks(&self) -> &Blocks<'a> {
        self.articles.blocks()
    }

    /// The block that a posting list lies in, where that is not there.
    #[must_use]
    pub fn absent_block(&self, list: ListPlace) -> Option<usize> {
        self.blocks().of_list(list).filter(|block| !self.blocks().has(*block))
    }

    /// A posting list; `None` where its block is not there. That it was asked for is noted.
    #[must_use]
    pub fn postings(&self, list: ListPlace) -> Option<Postings<'_>> {
        let blocks = self.blocks();
        if blocks.of_list(list).is_none() {
            return Some(self.index.postings(list));
        }
        blocks.list(list).map(|bytes| self.index.decoded(bytes))
    }

    /// What several articles quote alike, in order; of a dossier in blocks none as long as they are not there.
    #[must_use]
    pub fn statements(&self) -> Vec<Statement> {
        self.statements.all(self.blocks())
    }

    /// How many quotations there are in all articles.
    #[must_use]
    pub fn n_quotations(&self) -> usize {
        self.speakers.n_quotations_in_all()
    }

    /// The speaker of that id; one without a name if the id is of another dossier.
    #[must_use]
    pub fn speaker(&self, id: SpeakerId) -> Speaker<&'a str> {
        self.speakers.speaker(id)
    }

    /// The article whose slug is `slug`.
    #[must_use]
    pub fn article_by_slug(&self, slug: &str) -> Option<ArticleId> {
        self.article_ids().find(|id| self.articles.slug(*id) == slug)
    }

    /// The speaker whose slug is `slug`.
    #[must_use]
    pub fn speaker_by_slug(&self, slug: &str) -> Option<SpeakerId> {
        self.speaker_ids().find(|id| self.speakers.slug(*id) == slug)
    }

    /// The statement whose first version has the words of that [code](words_code).
    #[must_use]
    pub fn statement_by_code(&self, code: u32) -> Option<Statement> {
        // They are in the order of their first versions, so an article is read once for all that begin in it.
        let mut open: Option<(ArticleId, Article)> = None;
        let is_named = |statement: &Statement| {
            let Some(first) = statement.versions.first() else { return false };
            let last = open.take().filter(|(id, _)| *id == first.article);
            let (_, article) =
                open.insert(last.unwrap_or_else(|| (first.article, self.article(first.article))));
            words_code(first.span.within(&article.text)) == code
        };
        self.statements().into_iter().find(is_named)
    }

    /// The first article with a quotation of the words of that [code](words_code), and its number there.
    #[must_use]
    pub fn quotation_by_code(&self, code: u32) -> Option<(OpenArticle<'a>, usize)> {
        self.article_ids().find_map(|id| {
            let source = self.open_article(id);
            let has_it = |quotation: &Quotation| {
                words_code(&words_of(&source.article, &quotation.contents)) == code
            };
            let at = source.quotations.iter().position(has_it)?;
            Some((source, at))
        })
    }

    /// All speaker ids in order.
    pub fn speaker_ids(&self) -> impl Iterator<Item = SpeakerId> + use<> {
        (0..self.speakers.len() as u32).map(SpeakerId)
    }

    /// All article ids in order.
    pub fn article_ids(&self) -> impl DoubleEndedIterator<Item = ArticleId> + use<> {
        (0..self.articles.len() as u32).map(ArticleId)
    }

    /// The first articles of the outlet of one, in order, 50 at most; none where it is not known.
    ///
    /// That takes time for each article of the dossier, but only when it is asked for the first time.
    #[must_use]
    pub fn of_outlet(&self, id: ArticleId) -> &[ArticleId] {
        let own = self.index.outlet_of(id).and_then(|outlet| self.of_outlets().get(outlet));
        own.map_or(&[], Vec::as_slice)
    }

    /// The first article of an outlet, by its number in the index; in as much time.
    #[must_use]
    pub fn first_of_outlet(&self, outlet: usize) -> Option<ArticleId> {
        self.of_outlets().get(outlet)?.first().copied()
    }

    /// For each outlet of the index its first articles.
    fn of_outlets(&self) -> &[Vec<ArticleId>] {
        self.of_outlets.get_or_init(|| {
            let mut of_outlets: Vec<Vec<ArticleId>> = vec![Vec::new(); self.index.n_outlets()];
            for id in self.article_ids() {
                let outlet = self.index.outlet_of(id);
                if let Some(list) = outlet.and_then(|outlet| of_outlets.get_mut(outlet))
                    && list.len() < MOST_OF_OUTLET
                {
                    list.push(id);
                }
            }
            of_outlets
        })
    }

    /// The language of an article: its own, or else the dossier's.
    #[must_use]
    pub fn language_of<'b>(&'b self, article: &'b Article) -> &'b str {
        article.byline.language.as_deref().unwrap_or(&self.masthead.language)
    }

    /// The languages of the articles, as [`Dossier::language_of`] gives them, each with its articles in order.
    ///
    /// That takes time for each article of the dossier, but only when it is asked for the first time.
    #[must_use]
    pub fn by_language(&self) -> &[(String, Vec<ArticleId>)] {
        self.by_language.get_or_init(|| {
            // They are few.
            let mut by_language: Vec<(String, Vec<ArticleId>)> = Vec::new();
            for id in self.article_ids() {
                let own = self.articles.byline(id).language;
                let language = own.unwrap_or_else(|| self.masthead.language.clone());
                match by_language.iter_mut().find(|(known, _)| *known == language) {
                    Some((_, articles)) => articles.push(id),
                    None => by_language.push((language, vec![id])),
                }
            }
            by_language
        })
    }

    /// The articles that quote a speaker (`None` is *unattributed*), in order, each once; by the index.
    pub fn articles_quoting(&self, speaker: Option<SpeakerId>) -> impl Iterator<Item = ArticleId> {
        let paragraphs = self.index.quoted(speaker).map(|(paragraph, _)| paragraph);
        let mut last = None;
        self.articles_of(paragraphs).filter(move |id| last.replace(*id) != Some(*id))
    }

    /// The article of each of some paragraphs, which count through all articles and ascend.
    pub fn articles_of(
        &self,
        paragraphs: impl Iterator<Item = u32>,
    ) -> impl Iterator<Item = ArticleId> {
        let mut articles = self.article_ids().peekable();
        paragraphs.filter_map(move |paragraph| {
            while articles.next_if(|id| paragraph >= self.articles.paragraphs(*id).end).is_some() {}
            articles.peek().copied()
        })
    }

    /// Who is quoted in some quotations of this dossier, with how many; most first.
    #[must_use]
    pub fn speakers_in(&self, quotations: &[Quotation]) -> Vec<(SpeakerId, usize)> {
        let mut counts: Vec<(SpeakerId, usize)> = Vec::new();
        for id in quotations.iter().flat_map(|quotation| quotation.attribution.everyone()) {
            match counts.iter_mut().find(|(other, _)| *other == id) {
                Some((_, n_quotations)) => *n_quotations += 1,
                None => counts.push((id, 1)),
            }
        }
        // Few, each put in its place: to sort another type or have another kind of map takes kilobytes of wasm.
        let mut most_first: Vec<(SpeakerId, usize)> = Vec::new();
        for (id, n_quotations) in counts {
            let key = (Reverse(n_quotations), id);
            let at = most_first
                .partition_point(|(id, n_quotations)| (Reverse(*n_quotations), *id) < key);
            most_first.insert(at, (id, n_quotations));
        }
        most_first
    }
}

/// An opened article with its quotations.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenArticle<'a> {
    /// Its place in the dossier.
    pub id: ArticleId,
    /// The article.
    pub article: Article<'a>,
    /// Sorted by their first content Span.
    pub quotations: Vec<Quotation>,
    /// In how many other articles the words of each quotation stand, or words like them.
    pub n_others: Vec<usize>,
    /// Whether all of that was there when it was opened. Else it is an article's beginning, with nothing that
    /// could be counted.
    pub is_whole: bool,
}

impl OpenArticle<'_> {
    /// Whether a quotation, by its number, has its last stretch in a paragraph.
    #[must_use]
    pub fn ends_in(&self, quotation: usize, paragraph: u32) -> bool {
        let last = self.quotations.get(quotation).and_then(|quotation| quotation.contents.last());
        let within = self.article.paragraphs.get(paragraph as usize).map(|block| block.span);
        within.zip(last).is_some_and(|(within, last)| within.contains(*last))
    }

    /// The number of the quotation that has these words; of those inside one another the innermost.
    #[must_use]
    pub fn quotation_with(&self, words: Span) -> Option<usize> {
        let holders = self.quotations.iter().enumerate().filter_map(|(at, quotation)| {
            let holders = quotation.contents.iter().filter(|content| content.contains(words));
            Some((holders.map(|content| content.len()).min()?, at))
        });
        holders.min().map(|(_, at)| at)
    }

    /// The part of a Span that is said, from its first word to its last; `None` where nothing in it is.
    #[must_use]
    pub fn said_in(&self, span: Span) -> Option<Span> {
        let contents = self.quotations.iter().flat_map(|quotation| &quotation.contents);
        let said = contents.filter_map(|content| content.intersection(span));
        let said = said.filter(|part| !part.is_empty());
        said.reduce(|one, next| Span::new(one.start.min(next.start), one.end.max(next.end)))
    }

    /// The same, without the pack.
    #[must_use]
    pub fn into_owned(self) -> OpenArticle<'static> {
        let Self { id, article, quotations, n_others, is_whole } = self;
        let Article { slug, byline, text, paragraphs, markup, figures } = article;
        let text = text.into_owned().into();
        OpenArticle {
            id,
            article: Article { slug, byline, text, paragraphs, markup, figures },
            quotations,
            n_others,
            is_whole,
        }
    }
}

/// The words of a quotation, its stretches one after the other.
#[must_use]
pub fn words_of(article: &Article, contents: &[Span]) -> String {
    contents.iter().map(|span| span.within(&article.text)).collect::<Vec<_>>().join(" […] ")
}

/// Whether it is found who speaks in an article: in English alone, as [`attribute`](crate::quotation::attribute()) has
/// it. In other languages words in marks are quotations, and whose they are only editors say.
#[must_use]
pub fn names_speakers(byline: &Byline) -> bool {
    byline.language.as_deref().is_none_or(is_english)
}

/// What to call an article in a list: its headline, or else its first words.
#[must_use]
pub fn title_of<'b>(article: &'b Article) -> ArticleTitle<'b> {
    match article.headline() {
        Some(headline) => ArticleTitle::Headline(headline),
        None => ArticleTitle::FirstWords(first_words(article)),
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

fn first_words<'b>(article: &'b Article) -> &'b str {
    let Some(number) = article.paragraphs.iter().position(|p| p.kind == ParagraphKind::Text) else {
        return "";
    };
    let text = article.paragraph_text(number);
    let cut = words_within(text, FIRST_WORDS_CHARS);
    cut.map_or(text, |words| words.trim_end_matches(|c: char| !is_word_char(c)))
}

/// A small dossier for tests before it is packed: one article, one speaker, one quotation.
#[cfg(test)]
pub(crate) struct Sample {
    pub masthead: Masthead,
    pub articles: Vec<Article<'static>>,
    pub quotations: Vec<Vec<Quotation>>,
    pub speakers: Vec<Speaker>,
    pub shared: Vec<Pair>,
    pub statements: Vec<Statement>,
}

#[cfg(test)]
impl Sample {
    pub fn new() -> Self {
        let text = "All calm\n“It is calm,” said Ada Voss.";
        let mut article = Article::from_plain_text_with_headline(text);
        article.slug = "calm".to_owned();
        article.figures = vec![Figure { after: 1, alt: "Rain".to_owned(), ..Figure::default() }];
        let speaker = Speaker {
            slug: "ada-voss".to_owned(),
            name: "Ada Voss".to_owned(),
            spellings: vec!["Eda Voss".to_owned()],
            ..Speaker::default()
        };
        let start = article.text.find("It is").expect("the text has it") as u32;
        let mut quotation = Dossier::sample_quotation(vec![Span::new(start, start + 10)]);
        quotation.attribution.speakers = vec![SpeakerId(0)];
        quotation.attribution.why_open = None;
        Self {
            masthead: Masthead {
                title: "Calm".to_owned(),
                standfirst: None,
                language: "en".to_owned(),
                publisher: None,
                telling: Vec::new(),
            },
            articles: vec![article],
            quotations: vec![vec![quotation]],
            speakers: vec![speaker],
            shared: Vec::new(),
            statements: Vec::new(),
        }
    }

    pub fn pack(&self) -> Vec<u8> {
        crate::pack::encode(crate::pack::Contents {
            masthead: &self.masthead,
            catalogue: &Catalogue::default(),
            articles: &self.articles,
            quotations: &self.quotations,
            speakers: &self.speakers,
            shared: self.shared.clone(),
            statements: &self.statements,
            index: &crate::index::build("en", &self.articles, &self.quotations),
        })
    }
}

#[cfg(test)]
impl Dossier<'static> {
    /// The [`Sample`], opened.
    pub(crate) fn sample() -> Self {
        Dossier::open(Sample::new().pack().leak()).expect("it was just encoded")
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
                name_before: None,
                speakers: Vec::new(),
                bodies: Vec::new(),
                why_open: Some(crate::quotation::WhyOpen::NoSpeaker),
                rule: crate::quotation::Rule::Editor,
                confidence: 100,
            },
        }
    }
}
