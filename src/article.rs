//! [`Article`]: one news item as its source has it, in one text and one coordinate space.
//!
//! The headline and every block of the body lie one after the other in [`Article::text`], separated
//! by a newline; all else (paragraphs, inline markup, later quotations and hits) is Spans of it.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::span::Span;

/// What stands at the head of a dossier.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Masthead {
    /// The dossier's title; not empty.
    pub title: String,
    /// A sentence or two below the title.
    pub standfirst: Option<String>,
    /// BCP 47 language tag of the title, and of articles that state none.
    pub language: String,
    /// Who publishes the dossier, where that is stated.
    pub publisher: Option<Publisher>,
    /// The words of articles that the front page shows first, where the publisher chose some.
    pub telling: Vec<(ArticleId, Span)>,
}

/// Who publishes a dossier, as the head of every page shows it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Publisher {
    /// The name; not empty.
    pub name: String,
    /// The logo; it is read out as the name.
    pub logo: Option<Picture>,
}

/// A picture that is a file of the site.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// Its path below the site's folder, which holds a hash of its content.
    pub file: String,
    /// Its width and its height in pixels, or in a drawing's own units; their ratio is what counts.
    pub size: Option<[u32; 2]>,
}

/// How many paragraphs an article has at most, its headline among them: what says how many there are is bounded by it
/// where the paragraphs themselves have not come yet.
pub const MOST_PARAGRAPHS: usize = 1 << 16;

/// How many paragraphs the articles of a dossier have at most, taken together: sets of paragraphs are made by their
/// number, so that a wrong one would take memory out of all proportion.
pub const MOST_PARAGRAPHS_IN_ALL: usize = 1 << 24;

/// An article's place in its dossier, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ArticleId(pub u32);

/// One news item. Its text is its own, or that of the pack it was opened from.
///
/// ```
/// use whosaid::article::Article;
///
/// let article = Article::from_plain_text("“It is calm,” he said.\n\nNo one was hurt.");
/// assert_eq!(article.paragraph_text(2), "No one was hurt.");
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Article<'a> {
    /// The name in URLs and element ids: lower-case letters, digits and hyphens; unique in a dossier.
    pub slug: String,
    /// Who published it, when and where.
    pub byline: Byline,
    /// Headline and blocks, separated by newlines.
    pub text: Cow<'a, str>,
    /// The blocks of `text` in order, without gaps but the newlines between them; never empty.
    ///
    /// The index is the paragraph's number in URLs: 0 is the headline, whose Span is empty where the
    /// source states none; the body counts from 1.
    pub paragraphs: Vec<Paragraph>,
    /// Emphasis and links inside paragraphs; sorted by Span, properly nested.
    pub markup: Vec<Markup>,
    /// Pictures between paragraphs, in order. What they say in words is none of the text.
    pub figures: Vec<Figure>,
}

/// A picture between two paragraphs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// The number of the paragraph behind which it stands; 0 above the first one.
    pub after: u32,
    /// The picture.
    pub picture: Picture,
    /// What it shows, for those who do not see it; empty where the publisher does not say.
    pub alt: String,
    /// What stands below it.
    pub caption: Option<String>,
}

/// What the source states of itself. What it does not state is absent, never invented.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Byline {
    /// The newspaper, agency or site.
    pub outlet: Option<String>,
    /// What the dossier's editors call an article that states no outlet: `the German report`.
    pub label: Option<String>,
    /// As printed, in order.
    pub authors: Vec<String>,
    /// ISO 8601: `2021-08-16`, or `2021-08-17T21:40` where the source has the time.
    pub published: Option<String>,
    /// Where the article can be read at its publisher's: an absolute `http:` or `https:` URL.
    pub url: Option<String>,
    /// BCP 47 language tag of the text: `en`; as the publisher states it, else as it was recognised.
    pub language: Option<String>,
    /// Who holds rights in it, and what others may do with it.
    pub rights: Rights,
    /// Why the article was withdrawn, where it was. Then its text is its headline alone.
    pub withdrawn: Option<String>,
}

/// The rights in an article, each as its publisher states it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rights {
    /// The notice of copyright: `© 2021 The Springfield Times`.
    pub copyright: Option<String>,
    /// Whom to name: `Photograph: Jane Roe`.
    pub credit: Option<String>,
    /// What others may do with it.
    pub licence: Option<Licence>,
}

impl Rights {
    /// Whether nothing is stated.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A licence by its name, and where it can be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Licence {
    /// As it is shown: `CC BY 4.0`.
    pub name: String,
    /// An absolute `http:` or `https:` URL, where one is known.
    pub url: Option<String>,
}

/// One block of an article's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    /// Where it lies in [`Article::text`].
    pub span: Span,
    /// What part it plays.
    pub kind: ParagraphKind,
}

/// What part a block plays in its article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ParagraphKind {
    /// The article's title; always the first block, and no other.
    Headline,
    /// Running text.
    Text,
    /// A sub-heading inside the article.
    Heading,
    /// The caption of a picture.
    Caption,
    /// One item of a list.
    Item,
    /// A passage set apart as quoted by the source's own layout.
    Block,
}

/// A stretch of text that the source emphasises or links.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Markup {
    /// Where; inside one paragraph, not empty.
    pub span: Span,
    /// How.
    pub kind: MarkupKind,
}

/// How a stretch of text is set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum MarkupKind {
    /// Stressed; usually italic.
    Emphasis,
    /// Important; usually bold.
    Strong,
    /// A link to an absolute `http:` or `https:` URL.
    Link(String),
}

impl Article<'_> {
    /// An article of running text alone: no headline, one paragraph for each line, or, of a text
    /// whose lines are cut at a width, for each run of lines. `text` is kept as it is, so Spans are Spans of the text given.
    #[must_use]
    pub fn from_plain_text(text: &str) -> Article<'static> {
        let headline = Paragraph { span: Span::default(), kind: ParagraphKind::Headline };
        let mut paragraphs = vec![headline];
        let is_wrapped = is_hard_wrapped(text);
        let mut goes_on = false;
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let words = line.trim_end();
            let span = Span::from_range(start..start + words.len());
            match paragraphs
                .last_mut()
                .filter(|_| goes_on && !line.starts_with(char::is_whitespace))
            {
                Some(paragraph) if !words.is_empty() => paragraph.span.end = span.end,
                _ if !words.is_empty() => {
                    paragraphs.push(Paragraph { span, kind: ParagraphKind::Text });
                }
                _ => {}
            }
            goes_on = is_wrapped && !words.is_empty();
            start += line.len();
        }
        Article { text: Cow::Owned(text.to_owned()), paragraphs, ..Article::default() }
    }

    /// As [`Article::from_plain_text`], but the first line that is not empty is the headline.
    #[must_use]
    pub fn from_plain_text_with_headline(text: &str) -> Article<'static> {
        let mut article = Article::from_plain_text(text);
        if article.paragraphs.len() > 1 {
            article.paragraphs.remove(0);
            article.paragraphs[0].kind = ParagraphKind::Headline;
        }
        article
    }

    /// The headline, where the source states one.
    #[must_use]
    pub fn headline(&self) -> Option<&str> {
        let words = self.paragraph_text(0);
        (!words.is_empty()).then_some(words)
    }

    /// The words of paragraph `number` (0 is the headline).
    ///
    /// # Panics
    ///
    /// If there is no such paragraph.
    #[must_use]
    pub fn paragraph_text(&self, number: usize) -> &str {
        self.paragraphs[number].span.of(&self.text)
    }

    /// The number of the paragraph in which `byte` of the text lies; at a boundary the later one.
    #[must_use]
    pub fn paragraph_at(&self, byte: u32) -> usize {
        self.paragraphs.partition_point(|paragraph| paragraph.span.start <= byte).saturating_sub(1)
    }
}

/// Lines longer than this, in characters, are no lines of a hard-wrapped text.
const LONGEST_LINE: usize = 120;

/// Whether the lines of a text are cut at a width, in the middle of sentences: most lines with another right
/// below do not end a sentence, and many of those below begin with a small letter.
fn is_hard_wrapped(text: &str) -> bool {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let (mut n_pairs, mut n_open, mut n_small) = (0, 0, 0);
    for pair in lines.windows(2).filter(|pair| !pair[0].is_empty() && !pair[1].is_empty()) {
        n_pairs += 1;
        n_open +=
            usize::from(pair[0].ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '-')));
        n_small += usize::from(pair[1].starts_with(char::is_lowercase));
    }
    lines.iter().all(|line| line.chars().count() <= LONGEST_LINE)
        && n_open * 2 > n_pairs
        && n_small * 3 > n_pairs
}
