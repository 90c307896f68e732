//! Reading a pack, and refusing what is not one.

use super::record::Record;
use super::{CHECKSUM_END, HEADER_LEN, MAGIC, PackError, TABLE_ENTRY_LEN, TAGS, VERSION, checksum};
use crate::article::{Article, ParagraphKind};
use crate::dossier::Dossier;
use crate::index::Index;
use crate::quotation::{Quotation, Speaker};
use crate::span::Span;

/// Opens a pack.
///
/// # Errors
///
/// On any bytes that [`encode`](super::encode()) did not write in this [`VERSION`].
pub fn decode(pack: Vec<u8>) -> Result<Dossier, PackError> {
    let [masthead, speakers, articles, quotations, index] = sections(&pack)?;
    let dossier = Dossier {
        masthead: record("MAST", masthead)?,
        speakers: record("SPKR", speakers)?,
        articles: record("ARTS", articles)?,
        quotations: record("QUOT", quotations)?,
        index: Index::open(index.to_vec())
            .map_err(|error| PackError::Section { tag: "INDX", what: error.to_string() })?,
    };
    check_articles(&dossier.articles)
        .map_err(|what| PackError::Section { tag: "ARTS", what: what.to_owned() })?;
    check_quotations(&dossier)
        .map_err(|what| PackError::Section { tag: "QUOT", what: what.to_owned() })?;
    check_speakers(&dossier.speakers)
        .map_err(|what| PackError::Section { tag: "SPKR", what: what.to_owned() })?;
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
        return Err(PackError::Checksum { expected: stated, got });
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
    let what = "its record cannot be read";
    value.ok_or_else(|| PackError::Section { tag, what: what.to_owned() })
}

fn check_articles(articles: &[Article]) -> Result<(), &'static str> {
    let mut slugs = Vec::new();
    for article in articles {
        slugs.push(&*article.slug);
        let mut end = 0;
        for (number, paragraph) in article.paragraphs.iter().enumerate() {
            let is_headline = paragraph.kind == ParagraphKind::Headline;
            if paragraph.span.start < end
                || !paragraph.span.fits(&article.text)
                || is_headline != (number == 0)
            {
                return Err("a paragraph lies outside of its article");
            }
            end = paragraph.span.end;
        }
        if article.paragraphs.is_empty() {
            return Err("an article has no paragraphs");
        }
        if !article.markup.iter().all(|markup| lies_in_a_paragraph(article, markup.span)) {
            return Err("markup lies outside of a paragraph");
        }
    }
    if !are_distinct(slugs) {
        return Err("two articles have one name");
    }
    Ok(())
}

fn check_quotations(dossier: &Dossier) -> Result<(), &'static str> {
    if dossier.quotations.len() != dossier.articles.len() {
        return Err("there are quotations of other articles");
    }
    for (article, quotations) in dossier.articles.iter().zip(&dossier.quotations) {
        for quotation in quotations {
            let Quotation { contents, fragments, attribution, .. } = quotation;
            let evidence = attribution.cue.iter().chain(&attribution.mention);
            let sorted = contents.windows(2).all(|pair| pair[0].end <= pair[1].start);
            let spans_fit = contents
                .iter()
                .chain(fragments)
                .chain(evidence)
                .all(|span| !span.is_empty() && lies_in_a_paragraph(article, *span));
            if contents.is_empty() || !sorted || !spans_fit {
                return Err("a quotation lies outside of a paragraph");
            }
            let n_speakers = dossier.speakers.len();
            if attribution.speaker.is_some_and(|speaker| speaker.0 as usize >= n_speakers) {
                return Err("a quotation has a speaker that is not listed");
            }
        }
    }
    Ok(())
}

fn check_speakers(speakers: &[Speaker]) -> Result<(), &'static str> {
    let slugs = speakers.iter().map(|speaker| &*speaker.slug).chain(["unattributed"]);
    if are_distinct(slugs.collect()) { Ok(()) } else { Err("two speakers have one name") }
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
