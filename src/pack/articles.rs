//! The articles of a pack: their table, records, texts and bodies.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use super::blocks::Blocks;
use super::byte_strings::ByteStrings;
use super::records::{first, push, take};
use super::sections::Sections;
use super::vocabulary::{Coder, MIN_CODED, text_of};
use crate::article::{
    Article, ArticleId, Byline, Figure, MOST_PARAGRAPHS, MOST_PARAGRAPHS_IN_ALL, Markup, Paragraph,
    ParagraphKind,
};
use crate::quotation::{Attribution, Quotation};
use crate::reuse::{Pair, Passage};
use crate::shorten::first_chars;
use crate::span::Span;

/// The articles of an opened pack, read where they lie and checked when they are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Articles<'a> {
    /// For each article and for the end.
    table: Arc<[ArticleRow]>,
    records: &'a [u8],
    /// Where it is empty, texts are not in codes.
    vocabulary: ByteStrings<'a>,
    texts: &'a [u8],
    bodies: &'a [u8],
    shared: &'a [u8],
    blocks: Blocks<'a>,
    /// Of a large dossier, how each article begins: see [`beginning_of`].
    leads: ByteStrings<'a>,
}

/// What else is known of an article's text: its paragraphs, markup and figures.
type Body = (Vec<Paragraph>, Vec<Markup>, Vec<Figure>);

/// Something that an article has in common with another one: where in its text, how many articles further on the
/// other is, and where in that one's text. As a distance the other stays the same when an article comes before both,
/// and so does the block that this lies in.
type Common = (Span, i32, Span);

/// Where an article begins.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct ArticleRow {
    /// How many paragraphs the articles before it have.
    paragraphs: usize,
    /// Its first byte in each of the four sections.
    record: usize,
    text: usize,
    body: usize,
    shared: usize,
}

/// How many paragraphs each article has, and how many bytes in each of the four sections: a list for each of the five.
/// Put together so, they are a quarter of what the places are once Brotli has compressed both.
type Lengths = [Vec<usize>; 5];

impl ArticleRow {
    /// The row behind this one, whose article has these lengths.
    fn next(self, [paragraphs, record, text, body, shared]: [usize; 5]) -> Option<Self> {
        Some(Self {
            paragraphs: self.paragraphs.checked_add(paragraphs)?,
            record: self.record.checked_add(record)?,
            text: self.text.checked_add(text)?,
            body: self.body.checked_add(body)?,
            shared: self.shared.checked_add(shared)?,
        })
    }

    /// The rows of all articles and of the end; `None` where the lengths are not sound.
    fn read_all(table: &[u8]) -> Option<Arc<[Self]>> {
        let lengths: Lengths = first(table)?;
        let n_articles = lengths[0].len();
        let is_sound = lengths.iter().all(|column| column.len() == n_articles)
            && lengths[0].iter().all(|n_paragraphs| *n_paragraphs <= MOST_PARAGRAPHS);
        if !is_sound {
            return None;
        }
        let mut row = Self::default();
        let mut rows = vec![row];
        for at in 0..n_articles {
            row = row.next(lengths.each_ref().map(|column| column[at]))?;
            rows.push(row);
        }
        Some(rows.into())
    }
}

/// The bytes of the sections that hold articles.
#[derive(Default)]
pub(super) struct ArticleSections {
    pub table: Vec<u8>,
    pub records: Vec<u8>,
    pub vocabulary: Vec<u8>,
    pub texts: Vec<u8>,
    pub bodies: Vec<u8>,
    pub shared: Vec<u8>,
}

impl ArticleSections {
    /// Writes articles, each with its list of quotations. `pairs` are sorted by article.
    pub fn write(articles: &[Article], quotations: &[Vec<Quotation>], pairs: &[Pair]) -> Self {
        let text_len: usize = articles.iter().map(|article| article.text.len()).sum();
        let coder = (text_len >= MIN_CODED)
            .then(|| Coder::new(articles.iter().map(|article| &*article.text)));
        let sides = Sides::of(pairs, articles.len());

        let mut sections = Self::default();
        let mut lengths = Lengths::default();
        for (idx, article) in articles.iter().enumerate() {
            let before = sections.lengths();
            let Article { slug, byline, paragraphs, markup, figures, text } = article;
            push(&(slug, byline), &mut sections.records);
            match &coder {
                Some(coder) => coder.write(text, &mut sections.texts),
                None => sections.texts.extend_from_slice(text.as_bytes()),
            }
            push(&(paragraphs, markup, figures), &mut sections.bodies);
            let quotations = quotations.get(idx).map_or(&[][..], Vec::as_slice);
            let common = sides.common(idx);
            push(quotations, &mut sections.bodies);
            push(&n_others(quotations, &common), &mut sections.bodies);
            if !common.is_empty() {
                push(&common, &mut sections.shared);
            }
            lengths[0].push(article.paragraphs.len());
            let own = sections.lengths().into_iter().zip(before).map(|(end, start)| end - start);
            for (column, own) in lengths[1..].iter_mut().zip(own) {
                column.push(own);
            }
        }
        push(&lengths, &mut sections.table);
        sections.vocabulary = coder.map_or_else(Vec::new, |coder| coder.vocabulary);
        sections
    }

    /// How many bytes of articles there are so far in the four sections.
    fn lengths(&self) -> [usize; 4] {
        [&self.records, &self.texts, &self.bodies, &self.shared].map(Vec::len)
    }
}

/// Pairs as each of their articles has them.
struct Sides<'a> {
    /// Sorted by the first article.
    pairs: &'a [Pair],
    /// Where the pairs begin of which an article is the first; and for the end.
    first_of: Vec<usize>,
    /// The numbers of all pairs by their second article, and for each article and the end where its own begin.
    turned: Vec<u32>,
    first_turned: Vec<usize>,
}

impl<'a> Sides<'a> {
    fn of(pairs: &'a [Pair], n_articles: usize) -> Self {
        let starts = |article: fn(&Pair) -> ArticleId| {
            let mut starts = vec![0; n_articles + 1];
            for pair in pairs {
                starts[article(pair).0 as usize + 1] += 1;
            }
            for at in 0..n_articles {
                starts[at + 1] += starts[at];
            }
            starts
        };
        let first_turned = starts(|pair| pair.other.article);
        let mut next = first_turned.clone();
        let mut turned = vec![0; pairs.len()];
        for (number, pair) in (0..).zip(pairs) {
            let next = &mut next[pair.other.article.0 as usize];
            turned[*next] = number;
            *next += 1;
        }
        Self { pairs, first_of: starts(|pair| pair.one.article), turned, first_turned }
    }

    /// What an article has in common with others, in the order of those.
    fn common(&self, idx: usize) -> Vec<Common> {
        let turned = &self.turned[self.first_turned[idx]..self.first_turned[idx + 1]];
        let turned = turned.iter().map(|number| self.pairs[*number as usize]);
        let turned = turned.map(|Pair { one, other }| Pair { one: other, other: one });
        let own = &self.pairs[self.first_of[idx]..self.first_of[idx + 1]];
        let sides = turned.chain(own.iter().copied());
        let common = sides.map(|Pair { one, other }| {
            let further = other.article.0.wrapping_sub(one.article.0).cast_signed();
            (one.span, further, other.span)
        });
        common.collect()
    }
}

/// In how many other articles the words of each quotation stand, by what its article has in common with others.
fn n_others(quotations: &[Quotation], common: &[Common]) -> Vec<usize> {
    let others_with = |quotation: &Quotation| {
        let overlaps = |span: &Span| quotation.contents.iter().any(|words| words.overlaps(*span));
        let with = common.iter().filter(|(span, ..)| overlaps(span));
        with.map(|(_, further, _)| further).collect::<BTreeSet<_>>().len()
    };
    quotations.iter().map(others_with).collect()
}

/// How many characters are kept of an article without a headline: more than a list shows of it.
const BEGINNING_CHARS: usize = 80;

/// How an article begins: its headline, or, where it has none, so many characters of its first paragraph of text.
pub(super) fn beginning_of<'b>(article: &'b Article) -> (ParagraphKind, &'b str) {
    if let Some(headline) = article.headline() {
        return (ParagraphKind::Headline, headline);
    }
    let number = article.paragraphs.iter().position(|block| block.kind == ParagraphKind::Text);
    let text = number.map_or("", |number| article.paragraph_text(number));
    (ParagraphKind::Text, first_chars(text, BEGINNING_CHARS))
}

impl<'a> Articles<'a> {
    /// Takes the sections that hold articles; `None` where the table is not one.
    pub(super) fn open(sections: &Sections<'a>) -> Option<Self> {
        let articles = Self {
            table: ArticleRow::read_all(sections.article_table)?,
            records: sections.articles,
            vocabulary: ByteStrings::open(sections.vocabulary)?,
            texts: sections.texts,
            bodies: sections.bodies,
            shared: sections.shared,
            blocks: Blocks::new(sections.blocks),
            leads: ByteStrings::open(sections.leads)?,
        };
        let end = articles.end();
        let is_sound = if articles.blocks.is_empty() {
            // A paragraph takes a byte and more of its article's body.
            end.paragraphs <= end.body && end.body <= articles.bodies.len()
        } else {
            // What the head says of the blocks cannot be held against them before they come.
            end.paragraphs <= MOST_PARAGRAPHS_IN_ALL
        };
        is_sound.then_some(articles)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.table.len() - 1
    }

    /// The row behind the last article.
    fn end(&self) -> ArticleRow {
        self.table[self.len()]
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The number of paragraphs in all articles; never more than the pack has bytes, or, where they lie in blocks,
    /// than [`MOST_PARAGRAPHS_IN_ALL`].
    #[must_use]
    pub fn n_paragraphs(&self) -> usize {
        self.end().paragraphs
    }

    /// The number of paragraphs in an article; 0 of one that is not there.
    #[must_use]
    pub fn n_paragraphs_in(&self, id: ArticleId) -> usize {
        self.rows(id).map_or(0, |(start, end)| end.paragraphs - start.paragraphs)
    }

    /// The paragraphs of an article, counted through all articles; none of one that is not there.
    #[must_use]
    pub fn paragraphs(&self, id: ArticleId) -> Range<u32> {
        let (start, end) = self.rows(id).unwrap_or_default();
        start.paragraphs as u32..end.paragraphs as u32
    }

    /// The name of an article in URLs; empty where the pack is not sound.
    #[must_use]
    pub fn slug(&self, id: ArticleId) -> &'a str {
        self.record(id).and_then(first).unwrap_or_default()
    }

    /// The outlet of an article, where it states one.
    #[must_use]
    pub fn outlet(&self, id: ArticleId) -> Option<&'a str> {
        let (_slug, outlet) = self.record(id).and_then(first::<(&str, Option<&str>)>)?;
        outlet
    }

    /// What an article states of itself, read without its text.
    #[must_use]
    pub fn byline(&self, id: ArticleId) -> Byline {
        let record = self.record(id).and_then(first::<(&str, Byline)>);
        record.map(|(_slug, byline)| byline).unwrap_or_default()
    }

    /// The blocks in which a large dossier lies; none where all of it lies in the pack.
    pub(crate) fn blocks(&self) -> &Blocks<'a> {
        &self.blocks
    }

    /// The blocks that some articles lie in, in the order of the articles, each once.
    #[must_use]
    pub fn blocks_of(&self, articles: impl IntoIterator<Item = ArticleId>) -> Vec<usize> {
        let mut blocks = Vec::new();
        for block in articles.into_iter().filter_map(|id| self.blocks.of(id)) {
            if !blocks.contains(&block) {
                blocks.push(block);
            }
        }
        blocks
    }

    /// Whether the text and the quotations of an article are there.
    #[must_use]
    pub fn is_here(&self, id: ArticleId) -> bool {
        self.blocks.of(id).is_none_or(|block| self.blocks.has(block))
    }

    /// An article. One that is not sound, or not there, has as many paragraphs as the table says and
    /// no words. One whose block is not there yet has its headline and no other words, or, where it has
    /// no headline, its first words.
    #[must_use]
    pub fn article(&self, id: ArticleId) -> Article<'a> {
        let article = match self.text(id) {
            Some(text) => self.sound(id, text),
            None => self.beginning(id),
        };
        article.unwrap_or_else(|| self.without_words(id))
    }

    /// An article as far as a list needs it: at least with its headline, or, where it has none, its first
    /// words. No block is asked for.
    #[must_use]
    pub fn listed(&self, id: ArticleId) -> Article<'a> {
        if self.blocks.is_empty() {
            return self.article(id);
        }
        self.beginning(id).unwrap_or_else(|| self.without_words(id))
    }

    fn without_words(&self, id: ArticleId) -> Article<'a> {
        let n_paragraphs = self.n_paragraphs_in(id).max(1);
        let empty = Paragraph { span: Span::default(), kind: ParagraphKind::Headline };
        Article { paragraphs: vec![empty; n_paragraphs], ..Article::default() }
    }

    /// The article, if its paragraphs lie in its text one after the other, the first of them is its
    /// headline and no other, and markup lies inside paragraphs.
    fn sound(&self, id: ArticleId, text: Cow<'a, str>) -> Option<Article<'a>> {
        let (slug, byline) = first(self.record(id)?)?;
        let (paragraphs, markup, figures) = first::<Body>(self.body(id)?)?;
        self.checked(id, Article { slug, byline, text, paragraphs, markup, figures })
    }

    /// The article, if it is as [`sound`](Self::sound) says.
    fn checked(&self, id: ArticleId, article: Article<'a>) -> Option<Article<'a>> {
        let mut end = 0;
        let in_order = article.paragraphs.iter().enumerate().all(|(number, paragraph)| {
            let is_headline = paragraph.kind == ParagraphKind::Headline;
            let follows = paragraph.span.start >= end;
            end = paragraph.span.end;
            follows && paragraph.span.fits(&article.text) && is_headline == (number == 0)
        });
        let is_inside = |markup: &Markup| lies_in_a_paragraph(&article, markup.span);
        let is_sound = in_order
            && article.paragraphs.len() == self.n_paragraphs_in(id)
            && !article.paragraphs.is_empty()
            && article.markup.iter().all(is_inside);
        is_sound.then_some(article)
    }

    /// The quotations in `article`, which has that id, by speakers below `n_speakers`. None where they
    /// are not sound.
    #[must_use]
    pub fn quotations(
        &self,
        id: ArticleId,
        article: &Article,
        n_speakers: usize,
    ) -> Vec<Quotation> {
        let quotations = self.body(id).and_then(|mut body| {
            take::<Body>(&mut body)?;
            first::<Vec<Quotation>>(body)
        });
        // Each has sorted contents, all its Spans inside paragraphs of its article, and speakers that
        // are listed, or a reason for none.
        let is_sound = |quotation: &Quotation| {
            let Quotation { contents, fragments, attribution, .. } = quotation;
            let Attribution { cue, mention, name_before, .. } = attribution;
            let evidence = cue.iter().chain(mention).chain(name_before);
            let mut spans = contents.iter().chain(fragments).chain(evidence);
            !contents.is_empty()
                && contents.windows(2).all(|pair| pair[0].end <= pair[1].start)
                && spans.all(|span| !span.is_empty() && lies_in_a_paragraph(article, *span))
                && attribution.everyone().all(|speaker| (speaker.0 as usize) < n_speakers)
                && attribution.speakers.is_empty() == attribution.why_open.is_some()
        };
        quotations.filter(|quotations| quotations.iter().all(is_sound)).unwrap_or_default()
    }

    /// In how many other articles the words of each quotation of an article stand, or words like them; of none where
    /// that is not sound or not there.
    #[must_use]
    pub fn n_others(&self, id: ArticleId) -> Vec<usize> {
        let n_others = self.body(id).and_then(|mut body| {
            take::<Body>(&mut body)?;
            take::<Vec<Quotation>>(&mut body)?;
            first(body)
        });
        n_others.unwrap_or_default()
    }

    /// What an article has in common with others: it is the first of each pair. Sorted by the other
    /// article; none where they are not sound, `None` where they are not there.
    ///
    /// Their Spans are held against the texts when they are shown: see [`Span::within`].
    #[must_use]
    pub fn shared(&self, id: ArticleId) -> Option<Vec<Pair>> {
        let (start, end) = self.rows(id).unwrap_or_default();
        let bytes = match self.blocks.of_shared(id) {
            // Nothing lies anywhere of an article that has nothing in common with others.
            _ if start.shared == end.shared => None,
            None => self.shared.get(start.shared..end.shared),
            Some(block) => {
                let bytes = self.blocks.ask(block)?;
                self.within(block, id, |row| row.shared).and_then(|within| bytes.get(within))
            }
        };
        let common = bytes.and_then(first::<Vec<Common>>).unwrap_or_default();
        let pairs = common.into_iter().map(|(span, further, theirs)| {
            let other = ArticleId(id.0.wrapping_add_signed(further));
            Pair {
                one: Passage { article: id, span },
                other: Passage { article: other, span: theirs },
            }
        });
        Some(pairs.collect())
    }

    /// The text of an article: empty where it is not sound, `None` where its block is not there.
    fn text(&self, id: ArticleId) -> Option<Cow<'a, str>> {
        let Some(block) = self.blocks.of(id) else {
            let text = self.rows(id).and_then(|(start, end)| self.texts.get(start.text..end.text));
            let text = text.unwrap_or_default();
            return Some(if self.vocabulary.is_empty() {
                Cow::Borrowed(str::from_utf8(text).unwrap_or_default())
            } else {
                Cow::Owned(text_of(&self.vocabulary, text).unwrap_or_default())
            });
        };
        let bytes = self.blocks.ask(block)?;
        let text = self.within(block, id, |row| row.text).and_then(|within| bytes.get(within));
        let text = text.and_then(|text| {
            if self.vocabulary.is_empty() {
                Some(str::from_utf8(text).ok()?.to_owned())
            } else {
                text_of(&self.vocabulary, text)
            }
        });
        Some(Cow::Owned(text.unwrap_or_default()))
    }

    /// The records of an article's [`Body`], of its quotations, and of how many others have their words.
    fn body(&self, id: ArticleId) -> Option<&[u8]> {
        let Some(block) = self.blocks.of(id) else {
            let (start, end) = self.rows(id)?;
            return self.bodies.get(start.body..end.body);
        };
        let Range { start, end } = self.blocks.bounds(block);
        let start_of = |id| self.table.get(id as usize);
        // Behind the texts of all its articles.
        let texts = start_of(end)?.text.checked_sub(start_of(start)?.text)?;
        let within = self.within(block, id, |row| row.body)?;
        self.blocks.ask(block)?.get(texts..)?.get(within)
    }

    /// The texts and then the bodies of some articles of a whole pack, as a block has them.
    pub(super) fn bytes_of(&self, articles: Range<usize>) -> Option<Vec<u8>> {
        let (start, end) = (self.table.get(articles.start)?, self.table.get(articles.end)?);
        let texts = self.texts.get(start.text..end.text)?;
        Some([texts, self.bodies.get(start.body..end.body)?].concat())
    }

    /// What some articles of a whole pack have in common with others, as a block has it.
    pub(super) fn shared_bytes_of(&self, articles: Range<usize>) -> Option<Vec<u8>> {
        let (start, end) = (self.table.get(articles.start)?, self.table.get(articles.end)?);
        Some(self.shared.get(start.shared..end.shared)?.to_vec())
    }

    /// Where in a section's part of a block the bytes of an article lie.
    fn within(
        &self,
        block: usize,
        id: ArticleId,
        place: impl Fn(ArticleRow) -> usize,
    ) -> Option<Range<usize>> {
        let first = self.blocks.bounds(block).start as usize;
        let before = place(*self.table.get(first)?);
        let (start, end) = self.rows(id)?;
        Some(place(start).checked_sub(before)?..place(end).checked_sub(before)?)
    }

    /// An article with its first words alone: see [`beginning_of`]. It has as many paragraphs as the whole one.
    fn beginning(&self, id: ArticleId) -> Option<Article<'a>> {
        let (kind, text) = first::<(ParagraphKind, &str)>(self.leads.get(id.0 as usize)?)?;
        let (slug, byline) = first(self.record(id)?)?;
        let at_end = Span::from_range(text.len()..text.len());
        let absent = Paragraph { span: at_end, kind: ParagraphKind::Text };
        let mut paragraphs = vec![absent; self.n_paragraphs_in(id).max(1)];
        let headline = if kind == ParagraphKind::Headline { 0..text.len() } else { 0..0 };
        let headline = Span::from_range(headline);
        paragraphs[0] = Paragraph { span: headline, kind: ParagraphKind::Headline };
        if let Some(second) = paragraphs.get_mut(1) {
            second.span.start = headline.end;
        }
        Some(Article { slug, byline, text: Cow::Borrowed(text), paragraphs, ..Article::default() })
    }

    /// The record of an article.
    fn record(&self, id: ArticleId) -> Option<&'a [u8]> {
        let (start, end) = self.rows(id)?;
        self.records.get(start.record..end.record)
    }

    /// Where an article begins and where it ends.
    fn rows(&self, id: ArticleId) -> Option<(ArticleRow, ArticleRow)> {
        let idx = id.0 as usize;
        Some((*self.table.get(idx)?, *self.table.get(idx.checked_add(1)?)?))
    }
}

fn lies_in_a_paragraph(article: &Article, span: Span) -> bool {
    span.fits(&article.text)
        && article.paragraphs[article.paragraph_at(span.start)].span.contains(span)
}
