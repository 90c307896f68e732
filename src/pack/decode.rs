//! Reading a pack, and refusing what is not one.

use super::record::Record;
use super::{CHECKSUM_END, HEADER_LEN, MAGIC, PackError, TABLE_ENTRY_LEN, TAGS, VERSION, checksum};
use crate::article::{Article, Markup, ParagraphKind};
use crate::dossier::Dossier;
use crate::index::Index;
use crate::quotation::Quotation;
use crate::reuse::{Pair, Side};
use crate::span::Span;

/// Opens a pack.
///
/// # Errors
///
/// On any bytes that [`encode`](super::encode()) did not write in this [`VERSION`].
pub fn decode(pack: Vec<u8>) -> Result<Dossier, PackError> {
    let [masthead, speakers, articles, quotations, shared, index] = sections(&pack)?;
    let mut dossier = Dossier {
        masthead: record("MAST", masthead)?,
        speakers: record("SPKR", speakers)?,
        articles: record("ARTS", articles)?,
        quotations: record("QUOT", quotations)?,
        shared: record("SAME", shared)?,
        index: Index::open(index.to_vec()).map_err(|_| PackError::Section("INDX"))?,
    };
    if !articles_are_sound(&dossier.articles) {
        return Err(PackError::Section("ARTS"));
    }
    dossier.index.complete(&dossier.articles);
    if !quotations_are_sound(&dossier) {
        return Err(PackError::Section("QUOT"));
    }
    if !shared_is_sound(&dossier) {
        return Err(PackError::Section("SAME"));
    }
    let slugs = dossier.speakers.iter().map(|speaker| &*speaker.slug).chain(["unattributed"]);
    if !are_distinct(slugs.collect()) {
        return Err(PackError::Section("SPKR"));
    }
    Ok(dossier)
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
    let got = checksum(&pack[CHECKSUM_END..]);
    if stated != got {
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

fn number(bytes: &[u8]) -> u32 {
    u32::from_le_bytes(bytes.try_into().expect("four bytes"))
}

fn record<T: Record>(tag: &'static str, mut section: &[u8]) -> Result<T, PackError> {
    let value = T::read(&mut section).filter(|_| section.is_empty());
    value.ok_or(PackError::Section(tag))
}

/// Whether every article has a name of its own, its blocks lie in its text one after the other, the
/// first of them is its headline and no other, and markup lies inside blocks.
fn articles_are_sound(articles: &[Article]) -> bool {
    let slugs = articles.iter().map(|article| &*article.slug).collect();
    are_distinct(slugs)
        && articles.iter().all(|article| {
            let mut end = 0;
            let in_order = article.paragraphs.iter().enumerate().all(|(number, paragraph)| {
                let is_headline = paragraph.kind == ParagraphKind::Headline;
                let follows = paragraph.span.start >= end;
                end = paragraph.span.end;
                follows && paragraph.span.fits(&article.text) && is_headline == (number == 0)
            });
            let is_inside = |markup: &Markup| lies_in_a_paragraph(article, markup.span);
            in_order && !article.paragraphs.is_empty() && article.markup.iter().all(is_inside)
        })
}

/// Whether there are quotations for each article, each with sorted contents, all its Spans inside
/// blocks of its article, and a speaker that is listed.
fn quotations_are_sound(dossier: &Dossier) -> bool {
    let n_speakers = dossier.speakers.len();
    dossier.quotations.len() == dossier.articles.len()
        && dossier.articles.iter().zip(&dossier.quotations).all(|(article, quotations)| {
            quotations.iter().all(|Quotation { contents, fragments, attribution, .. }| {
                let evidence = attribution.cue.iter().chain(&attribution.mention);
                let mut spans = contents.iter().chain(fragments).chain(evidence);
                !contents.is_empty()
                    && contents.windows(2).all(|pair| pair[0].end <= pair[1].start)
                    && spans.all(|span| !span.is_empty() && lies_in_a_paragraph(article, *span))
                    && attribution.speaker.is_none_or(|speaker| (speaker.0 as usize) < n_speakers)
            })
        })
}

/// Whether every side of a pair is a stretch of a paragraph, its differing Spans lie in it one after the
/// other, and both sides have as many.
fn shared_is_sound(dossier: &Dossier) -> bool {
    let is_sound = |side: &Side| {
        let Some(article) = dossier.articles.get(side.article.0 as usize) else { return false };
        let mut end = 0;
        !side.span.is_empty()
            && lies_in_a_paragraph(article, side.span)
            && side.differing.iter().all(|span| {
                let follows = span.start >= end;
                end = span.end;
                follows && span.fits(side.span.of(&article.text))
            })
    };
    dossier.shared.iter().all(|Pair { one, other }| {
        one.differing.len() == other.differing.len() && is_sound(one) && is_sound(other)
    })
}

/// Whether no two slugs are the same and none is empty.
fn are_distinct(mut slugs: Vec<&str>) -> bool {
    slugs.push("");
    slugs.sort_unstable();
    slugs.windows(2).all(|pair| pair[0] != pair[1])
}

fn lies_in_a_paragraph(article: &Article, span: Span) -> bool {
    span.fits(&article.text)
        && article.paragraphs[article.paragraph_at(span.start)].span.contains(span)
}
