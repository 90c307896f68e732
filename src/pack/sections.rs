//! [`Sections`]: the container format: header, checksum, table of sections.

use twox_hash::XxHash64;

use super::error::PackError;

/// The version of the format that this program writes and reads.
pub const VERSION: u32 = 16;

const MAGIC: [u8; 8] = *b"WHOSAID\n";
/// Magic bytes, version, number of sections, checksum.
const HEADER_LEN: usize = 24;
const CHECKSUM_START: usize = 16;
const TABLE_ENTRY_LEN: usize = 12;
const N_SECTIONS: usize = 15;

/// The sections' tags, in the order in which the sections lie.
const TAGS: [&[u8; 4]; N_SECTIONS] = [
    b"MAST", b"MSGS", b"WHOS", b"SPKR", b"SPLT", b"TABL", b"ARTS", b"WORD", b"TEXT", b"BODY",
    b"SHAR", b"BLKS", b"LEAD", b"STMT", b"INDX",
];

/// The bytes of each section, named by what it holds.
///
/// No section refers to the place of another one, so each could lie in a file of its own.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sections<'a> {
    /// `MAST`
    pub masthead: &'a [u8],
    /// `MSGS`
    pub messages: &'a [u8],
    /// `WHOS`
    pub speaker_table: &'a [u8],
    /// `SPKR`
    pub speakers: &'a [u8],
    /// `SPLT`
    pub spellings: &'a [u8],
    /// `TABL`
    pub article_table: &'a [u8],
    /// `ARTS`
    pub articles: &'a [u8],
    /// `WORD`
    pub vocabulary: &'a [u8],
    /// `TEXT`
    pub texts: &'a [u8],
    /// `BODY`
    pub bodies: &'a [u8],
    /// `SHAR`
    pub shared: &'a [u8],
    /// `BLKS`
    pub blocks: &'a [u8],
    /// `LEAD`
    pub leads: &'a [u8],
    /// `STMT`
    pub statements: &'a [u8],
    /// `INDX`
    pub index: &'a [u8],
}

impl<'a> Sections<'a> {
    /// Finds the sections of a pack, whose bytes are those that were written.
    ///
    /// # Errors
    ///
    /// On any bytes that [`Sections::join`] did not write in this [`VERSION`].
    pub fn split(pack: &'a [u8]) -> Result<Self, PackError> {
        if pack.is_empty() {
            return Err(PackError::Missing);
        }
        if !pack.starts_with(&MAGIC) {
            return Err(PackError::NotAPack);
        }
        let table_end = HEADER_LEN + N_SECTIONS * TABLE_ENTRY_LEN;
        let wrong_length = |expected| PackError::Length { expected, got: pack.len() };
        let (header, checked) = pack.split_at_checked(HEADER_LEN).ok_or(wrong_length(table_end))?;
        let version = number(&header[8..12]);
        if version != VERSION {
            return Err(PackError::Version { expected: VERSION, got: version });
        }
        let (table, mut rest) = checked
            .split_at_checked(N_SECTIONS * TABLE_ENTRY_LEN)
            .ok_or(wrong_length(table_end))?;
        let entries = table.chunks_exact(TABLE_ENTRY_LEN);
        let lens = entries.clone().map(|entry| number(&entry[4..8]) as usize);
        let expected = lens.clone().fold(table_end, usize::saturating_add);
        if expected != pack.len() {
            return Err(wrong_length(expected));
        }
        if header[CHECKSUM_START..] != checksum(checked) {
            return Err(PackError::Checksum);
        }
        let n_sections = number(&header[12..16]) as usize;
        if n_sections != N_SECTIONS || !entries.zip(TAGS).all(|(entry, tag)| entry.starts_with(tag))
        {
            return Err(PackError::NotAPack);
        }
        let mut sections = [&[][..]; N_SECTIONS];
        for (section, len) in sections.iter_mut().zip(lens) {
            (*section, rest) = rest.split_at(len);
        }
        Ok(Self::from_array(sections))
    }

    /// The pack of these sections.
    ///
    /// # Panics
    ///
    /// If a section is longer than 4 GiB.
    #[must_use]
    pub fn join(&self) -> Vec<u8> {
        let sections = self.to_array();
        let n_bytes: usize = sections.iter().map(|section| section.len()).sum();
        let mut pack = Vec::with_capacity(HEADER_LEN + N_SECTIONS * TABLE_ENTRY_LEN + n_bytes);
        pack.extend(MAGIC);
        pack.extend(VERSION.to_le_bytes());
        pack.extend(number_bytes(N_SECTIONS));
        pack.extend([0; HEADER_LEN - CHECKSUM_START]);
        for (tag, section) in TAGS.iter().zip(sections) {
            pack.extend(*tag);
            pack.extend(number_bytes(section.len()));
            pack.extend([0; 4]);
        }
        sections.iter().for_each(|section| pack.extend_from_slice(section));
        seal(&mut pack);
        pack
    }

    fn from_array(sections: [&'a [u8]; N_SECTIONS]) -> Self {
        let [
            masthead,
            messages,
            speaker_table,
            speakers,
            spellings,
            article_table,
            articles,
            vocabulary,
            texts,
            bodies,
            shared,
            blocks,
            leads,
            statements,
            index,
        ] = sections;
        Self {
            masthead,
            messages,
            speaker_table,
            speakers,
            spellings,
            article_table,
            articles,
            vocabulary,
            texts,
            bodies,
            shared,
            blocks,
            leads,
            statements,
            index,
        }
    }

    fn to_array(self) -> [&'a [u8]; N_SECTIONS] {
        [
            self.masthead,
            self.messages,
            self.speaker_table,
            self.speakers,
            self.spellings,
            self.article_table,
            self.articles,
            self.vocabulary,
            self.texts,
            self.bodies,
            self.shared,
            self.blocks,
            self.leads,
            self.statements,
            self.index,
        ]
    }
}

/// Writes the checksum that `pack` should state into it, so that a test or a fuzzer can alter what
/// lies behind the checksum. Bytes that are too short for a pack stay as they are.
pub fn seal(pack: &mut [u8]) {
    if let Some((header, checked)) = pack.split_at_mut_checked(HEADER_LEN) {
        header[CHECKSUM_START..].copy_from_slice(&checksum(checked));
    }
}

fn checksum(checked: &[u8]) -> [u8; 8] {
    XxHash64::oneshot(0, checked).to_le_bytes()
}

/// A number of four little-endian bytes.
///
/// # Panics
///
/// If there are more or fewer.
pub(super) fn number(bytes: &[u8]) -> u32 {
    u32::from_le_bytes(bytes.try_into().expect("four bytes"))
}

/// The bytes of a length or place in a section.
///
/// # Panics
///
/// If it is beyond 4 GiB.
pub(super) fn number_bytes(len: usize) -> [u8; 4] {
    u32::try_from(len).expect("a section is shorter than 4 GiB").to_le_bytes()
}
