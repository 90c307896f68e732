//! Opening a pack, refusing what is not one, and reading articles where they lie.

use std::borrow::Cow;
use std::ops::Range;

use super::record::{Record, text};
use super::speakers::Speakers;
use super::spellings::Spellings;
use super::vocabulary::text_of;
use super::{
    CHECKSUM_END, HEADER_LEN, MAGIC, N_COLUMNS, PackError, TABLE_ENTRY_LEN, TAGS, VERSION, checksum,
};
use crate::article::{Article, ArticleId, Byline, Markup, Paragraph, ParagraphKind};
use crate::dossier::Dossier;
use crate::index::Index;
use crate::quotation::Quotation;
use crate::reuse::Pair;
use crate::span::Span;

/// Opens a pack.
///
/// # Errors
///
/// On any bytes that [`encode`](super::encode()) did not write in this [`VERSION`], but for what
/// only a right checksum over wrong articles or speakers can hide: those are empty when they are read.
pub fn decode(pack: &[u8]) -> Result<Dossier<'_>, PackError> {
    let [
        mut head,
        who,
        speakers,
        spellings,
        table,
        articles,
        vocabulary,
        texts,
        quotations,
        shared,
        index,
    ] = sections(pack)?;
    let articles = Articles { table, articles, vocabulary, texts, quotations, shared };
    if articles
        .row(articles.len())
        .is_none_or(|[n_paragraphs, ..]| n_paragraphs > articles.articles.len())
    {
        return Err(PackError::Section("TABL"));
    }
    let mut index = Index::open(index).map_err(|_| PackError::Section("INDX"))?;
    index.complete((0..articles.len() as u32).map(|id| articles.article(ArticleId(id))));
    Ok(Dossier {
        masthead: Record::read(&mut head).ok_or(PackError::Section("MAST"))?,
        spellings: Spellings(spellings),
        speakers: Speakers::new(who, speakers).ok_or(PackError::Section("WHOS"))?,
        articles,
        index,
    })
}

/// The bytes of each section in the order of [`TAGS`].
fn sections(pack: &[u8]) -> Result<[&[u8]; TAGS.len()], PackError> {
    if pack.is_empty() {
        return Err(PackError::Missing);
    }
    if !pack.starts_with(&MAGIC) {
        return Err(PackError::NotAPack);
    }
    let too_short = |expected| PackError::Length { expected, got: pack.len() };
    let table_end = HEADER_LEN + TAGS.len() * TABLE_ENTRY_LEN;
    let header = pack.get(..HEADER_LEN).ok_or(too_short(table_end))?;
    let version = number(&header[8..12]);
    if version != VERSION {
        return Err(PackError::Version { expected: VERSION, got: version });
    }
    let table = pack.get(HEADER_LEN..table_end).ok_or(too_short(table_end))?;
    let lens: Vec<usize> =
        table.chunks(TABLE_ENTRY_LEN).map(|entry| number(&entry[4..8]) as usize).collect();
    let expected = lens.iter().fold(table_end, |sum, len| sum.saturating_add(*len));
    if expected != pack.len() {
        return Err(too_short(expected));
    }
    let stated = u64::from_le_bytes(header[16..24].try_into().expect("eight bytes"));
    if stated != checksum(&pack[CHECKSUM_END..]) {
        return Err(PackError::Checksum);
    }
    let tags = table.chunks(TABLE_ENTRY_LEN).map(|entry| &entry[..4]);
    if number(&header[12..16]) as usize != TAGS.len() || !tags.eq(TAGS.iter().map(|tag| &tag[..])) {
        return Err(PackError::NotAPack);
    }

    let mut start = table_end;
    let mut sections = [&pack[..0]; TAGS.len()];
    for (section, len) in sections.iter_mut().zip(lens) {
        *section = &pack[start..start + len];
        start += len;
    }
    Ok(sections)
}

pub(super) fn number(bytes: &[u8]) -> u32 {
    u32::from_le_bytes(bytes.try_into().expect("four bytes"))
}

/// The articles of an opened pack, read where they lie and checked when they are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Articles<'a> {
    table: &'a [u8],
    articles: &'a [u8],
    /// Where there is none, texts are not in codes.
    vocabulary: &'a [u8],
    texts: &'a [u8],
    quotations: &'a [u8],
    shared: &'a [u8],
}

impl<'a> Articles<'a> {
    const ROW_LEN: usize = 4 * N_COLUMNS;

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        (self.table.len() / Self::ROW_LEN).saturating_sub(1)
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The number of paragraphs in all articles; never more than the pack has bytes.
    #[must_use]
    pub fn n_paragraphs(&self) -> usize {
        self.row(self.len()).map_or(0, |[n_paragraphs, ..]| n_paragraphs)
    }

    /// The number of paragraphs in an article; 0 of one that is not there.
    #[must_use]
    pub fn n_paragraphs_in(&self, id: ArticleId) -> usize {
        self.rows(id).map_or(0, |([start, ..], [end, ..])| {
            end.saturating_sub(start).min(self.n_paragraphs())
        })
    }

    /// The paragraphs of an article, counted through all articles; none of one that is not there.
    #[must_use]
    pub fn paragraphs(&self, id: ArticleId) -> Range<u32> {
        let start = self.row(id.0 as usize).map_or(0, |[start, ..]| start.min(self.n_paragraphs()));
        let end = start + self.n_paragraphs_in(id);
        start as u32..end.min(self.n_paragraphs()) as u32
    }

    /// The blocks of an article, read without its text; not yet held against it.
    #[must_use]
    pub fn blocks(&self, id: ArticleId) -> Vec<Paragraph> {
        self.record(id).and_then(|mut record| Record::read(&mut record)).unwrap_or_default()
    }

    /// The name of an article in URLs; empty where the pack is not sound.
    #[must_use]
    pub fn slug(&self, id: ArticleId) -> &'a str {
        let slug = self.record(id).and_then(|mut record| {
            Vec::<Paragraph>::read(&mut record)?;
            text(&mut record)
        });
        slug.unwrap_or_default()
    }

    /// What an article states of itself, read without its text.
    #[must_use]
    pub fn byline(&self, id: ArticleId) -> Byline {
        let byline = self.record(id).and_then(|mut record| {
            Vec::<Paragraph>::read(&mut record)?;
            text(&mut record)?;
            Byline::read(&mut record)
        });
        byline.unwrap_or_default()
    }

    /// An article. One that is not sound, or not there, has as many paragraphs as the table says and
    /// no words.
    #[must_use]
    pub fn article(&self, id: ArticleId) -> Article<'a> {
        self.sound(id).unwrap_or_else(|| {
            let n_paragraphs = self.n_paragraphs_in(id).max(1);
            let empty = Paragraph { span: Span::default(), kind: ParagraphKind::Headline };
            Article { paragraphs: vec![empty; n_paragraphs], ..Article::default() }
        })
    }

    /// The article, if its blocks lie in its text one after the other, the first of them is its
    /// headline and no other, and markup lies inside blocks.
    fn sound(&self, id: ArticleId) -> Option<Article<'a>> {
        let mut record = self.record(id)?;
        let (start, end) = self.rows(id)?;
        let text = self.texts.get(start[2]..end[2])?;
        let article = Article {
            paragraphs: Record::read(&mut record)?,
            slug: Record::read(&mut record)?,
            byline: Record::read(&mut record)?,
            markup: Record::read(&mut record)?,
            text: match self.vocabulary {
                [] => Cow::Borrowed(str::from_utf8(text).ok()?),
                vocabulary => Cow::Owned(text_of(vocabulary, text)?),
            },
        };
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
        let quotations = self.rows(id).and_then(|(start, end)| {
            Vec::<Quotation>::read(&mut self.quotations.get(start[3]..end[3])?)
        });
        // Each has sorted contents, all its Spans inside blocks of its article, and a speaker that is
        // listed.
        let is_sound = |quotation: &Quotation| {
            let Quotation { contents, fragments, attribution, .. } = quotation;
            let evidence = attribution.cue.iter().chain(&attribution.mention);
            let mut spans = contents.iter().chain(fragments).chain(evidence);
            !contents.is_empty()
                && contents.windows(2).all(|pair| pair[0].end <= pair[1].start)
                && spans.all(|span| !span.is_empty() && lies_in_a_paragraph(article, *span))
                && attribution.speaker.is_none_or(|speaker| (speaker.0 as usize) < n_speakers)
        };
        quotations.filter(|quotations| quotations.iter().all(is_sound)).unwrap_or_default()
    }

    /// What an article has in common with others: it is the first of each pair. Sorted by the other
    /// article; none where they are not sound.
    #[must_use]
    pub fn shared(&self, id: ArticleId) -> Vec<Pair> {
        let (earlier, own) = self.shared_records(id).unwrap_or_default();
        let mut pairs = Vec::new();
        for other in earlier {
            let theirs = self.shared_records(ArticleId(other)).unwrap_or_default().1;
            for Pair { one, other } in theirs {
                if other.article == id {
                    pairs.push(Pair { one: other, other: one });
                }
            }
        }
        pairs.extend(own);
        pairs
    }

    /// Which articles before this one have anything in common with it, and the pairs of which it is
    /// the first.
    #[inline(never)]
    fn shared_records(&self, id: ArticleId) -> Option<(Vec<u32>, Vec<Pair>)> {
        let (start, end) = self.rows(id)?;
        let mut records = self.shared.get(start[4]..end[4])?;
        Some((Record::read(&mut records)?, Record::read(&mut records)?))
    }

    /// The record of an article and what follows it.
    fn record(&self, id: ArticleId) -> Option<&'a [u8]> {
        self.rows(id).and_then(|(start, end)| self.articles.get(start[1]..end[1]))
    }

    /// Where an article begins and where it ends.
    #[inline(never)]
    fn rows(&self, id: ArticleId) -> Option<([usize; N_COLUMNS], [usize; N_COLUMNS])> {
        let idx = id.0 as usize;
        Some((self.row(idx)?, self.row(idx.checked_add(1)?)?))
    }

    /// A row of the table: its paragraphs, and its bytes in the four sections.
    fn row(&self, idx: usize) -> Option<[usize; N_COLUMNS]> {
        let start = idx.checked_mul(Self::ROW_LEN)?;
        let row = self.table.get(start..start.checked_add(Self::ROW_LEN)?)?;
        Some(std::array::from_fn(|at| number(&row[at * 4..][..4]) as usize))
    }
}

fn lies_in_a_paragraph(article: &Article, span: Span) -> bool {
    span.fits(&article.text)
        && article.paragraphs[article.paragraph_at(span.start)].span.contains(span)
}
