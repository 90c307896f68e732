//! [`Index`], the read side: opening, outlets, and who is quoted where.

use super::format::{HEADER_LEN, IndexError, MAGIC, N_HEADER_FIELDS, N_SECTIONS, Section, VERSION};
use super::postings::{ListPlace, Postings};
use crate::article::ArticleId;
use crate::bytes::{n_leb128, take_leb128, take_prefixed, u32_at};
use crate::quotation::SpeakerId;

/// An index, read where its bytes lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Index<'a> {
    bytes: &'a [u8],
    /// Where each section begins, and the last one's end.
    borders: [usize; N_SECTIONS + 1],
}

impl<'a> Index<'a> {
    /// Opens an index in `bytes`. Looks at the header only.
    ///
    /// # Errors
    ///
    /// If the bytes are not an index, one of another version, or of the wrong length.
    pub fn open(bytes: &'a [u8]) -> Result<Self, IndexError> {
        let field = |idx: usize| u32_at(bytes, idx).ok_or(IndexError::NotAnIndex);
        if field(0)? != MAGIC {
            return Err(IndexError::NotAnIndex);
        }
        let version = field(1)?;
        if version != VERSION {
            return Err(IndexError::Version { expected: VERSION, got: version });
        }
        let mut borders = [HEADER_LEN; N_SECTIONS + 1];
        let mut expected = HEADER_LEN as u64;
        for (border, idx) in borders[1..].iter_mut().zip(N_HEADER_FIELDS..) {
            expected += u64::from(field(idx)?);
            *border = expected as usize;
        }
        if expected != bytes.len() as u64 {
            return Err(IndexError::Length { expected, got: bytes.len() as u64 });
        }
        Ok(Self { bytes, borders })
    }

    /// The number of paragraphs in all articles, headlines included.
    #[must_use]
    pub fn n_paragraphs(&self) -> u32 {
        u32_at(self.bytes, 2).unwrap_or(0)
    }

    /// The number of articles.
    #[must_use]
    pub fn n_articles(&self) -> u32 {
        self.section(Section::ArticleOutlets).len() as u32 / 4
    }

    /// The length of an average paragraph in bytes; above 0.
    #[must_use]
    pub fn average_paragraph(&self) -> f32 {
        let text_len = u32_at(self.bytes, 3).unwrap_or(0);
        (text_len as f32 / self.n_paragraphs().max(1) as f32).max(1.0)
    }

    /// The outlets' slugs, each once; [`Index::outlet_of`] is an index into them.
    #[must_use]
    pub fn outlets(&self) -> Vec<&'a str> {
        self.strings(Section::Outlets)
    }

    /// How many outlets there are.
    #[must_use]
    pub fn n_outlets(&self) -> usize {
        let mut rest = self.section(Section::Outlets);
        std::iter::from_fn(|| take_prefixed(&mut rest)).count()
    }

    /// The outlet of an article, as an index into [`Index::outlets`].
    #[must_use]
    pub fn outlet_of(&self, article: ArticleId) -> Option<usize> {
        let outlet = u32_at(self.section(Section::ArticleOutlets), article.0 as usize);
        outlet.map(|outlet| outlet as usize)
    }

    /// The paragraphs that hold a quotation by `speaker` (`None` is *unattributed*), ascending; with
    /// a bit for each [`Kind`](crate::quotation::Kind) among those quotations, bit 0 for the first of
    /// [`Kind::ALL`](crate::quotation::Kind::ALL).
    pub fn quoted(&self, speaker: Option<SpeakerId>) -> impl Iterator<Item = (u32, u8)> + use<'a> {
        let mut rest = self.speaker_list(speaker);
        let mut next = 0u32;
        let n_paragraphs = self.n_paragraphs();
        std::iter::from_fn(move || {
            let code = take_leb128(&mut rest)?;
            let paragraph = next.checked_add(code >> 3)?;
            next = paragraph.checked_add(1)?;
            (paragraph < n_paragraphs).then_some((paragraph, (code & 7) as u8))
        })
    }

    /// How many paragraphs [`quoted`](Self::quoted) gives, without reading which.
    #[must_use]
    pub fn n_quoted(&self, speaker: Option<SpeakerId>) -> usize {
        n_leb128(self.speaker_list(speaker))
    }

    /// The bytes of a speaker's list of paragraphs; none of a speaker who is not there.
    fn speaker_list(&self, speaker: Option<SpeakerId>) -> &'a [u8] {
        let list_idx = speaker.map_or(Some(0), |id| (id.0 as usize).checked_add(1));
        let offsets = self.section(Section::SpeakerOffsets);
        let offset = |idx: usize| u32_at(offsets, idx).map(|offset| offset as usize);
        let list = list_idx.and_then(|idx| {
            let range = offset(idx)?..offset(idx.checked_add(1)?)?;
            self.section(Section::SpeakerLists).get(range)
        });
        list.unwrap_or(&[])
    }

    /// Everyone who is quoted, *unattributed* first.
    pub fn speakers(&self) -> impl Iterator<Item = Option<SpeakerId>> + use<> {
        // An offset for each of them, one for *unattributed* and one for the end.
        let n_speakers = (self.section(Section::SpeakerOffsets).len() as u32 / 4).saturating_sub(2);
        std::iter::once(None).chain((0..n_speakers).map(|id| Some(SpeakerId(id))))
    }

    /// A posting list of this index; without postings where it is damaged, or has its lists elsewhere.
    #[must_use]
    pub fn postings(&self, list: ListPlace) -> Postings<'a> {
        self.decoded(list.within(self.section(Section::Postings), 0).unwrap_or_default())
    }

    /// The posting list that `bytes` hold, which lie elsewhere.
    #[must_use]
    pub fn decoded<'b>(&self, bytes: &'b [u8]) -> Postings<'b> {
        Postings::new(bytes, self.n_articles())
    }

    /// The strings of a section that holds nothing else.
    pub(super) fn strings(&self, section: Section) -> Vec<&'a str> {
        let mut rest = self.section(section);
        let mut strings = Vec::new();
        while let Some(string) = take_prefixed(&mut rest) {
            strings.push(std::str::from_utf8(string).unwrap_or_default());
        }
        strings
    }

    /// The bytes of a section.
    pub(super) fn section(&self, section: Section) -> &'a [u8] {
        let idx = section as usize;
        &self.bytes[self.borders[idx]..self.borders[idx + 1]]
    }
}
