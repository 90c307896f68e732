//! [`Span`], a stretch of text, and the way between the three units in which texts are measured.
//!
//! Inside the program every position is a UTF-8 byte. The DOM counts UTF-16 units, and the command
//! line's JSON counts Unicode scalar values; the functions here convert at those two edges.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A half-open range of UTF-8 bytes, `start..end`, into one text; both ends on character boundaries.
///
/// May be empty. Ordered by start, then end. `u32`, because wasm is 32-bit and spans are stored.
///
/// Stored as its start and its length, which is shorter than two positions and cannot end before it
/// starts.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(into = "Stored", try_from = "Stored")]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte; never before `start`.
    pub end: u32,
}

/// A [`Span`] as it is stored.
#[derive(Serialize, Deserialize)]
struct Stored {
    start: u32,
    len: u32,
}

impl From<Span> for Stored {
    fn from(span: Span) -> Self {
        Self { start: span.start, len: span.len() }
    }
}

impl TryFrom<Stored> for Span {
    type Error = &'static str;

    fn try_from(Stored { start, len }: Stored) -> Result<Self, Self::Error> {
        let end = start.checked_add(len).ok_or("a span ends beyond 4 GiB")?;
        Ok(Self { start, end })
    }
}

impl Span {
    /// The span `start..end`.
    ///
    /// # Panics
    ///
    /// If `end` is before `start`.
    #[must_use]
    pub fn new(start: u32, end: u32) -> Self {
        assert!(start <= end, "a span ends at or after its start: {start}..{end}");
        Self { start, end }
    }

    /// The span of a byte range.
    ///
    /// # Panics
    ///
    /// If the range ends before its start or lies beyond 4 GiB; texts are far shorter.
    #[must_use]
    pub fn from_range(range: Range<usize>) -> Self {
        let narrow = |byte: usize| u32::try_from(byte).expect("a text is shorter than 4 GiB");
        Self::new(narrow(range.start), narrow(range.end))
    }

    /// The same as a range to index a `str` or slice with.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The words this span covers.
    ///
    /// # Panics
    ///
    /// If the span is not one of `text`: outside of it, or between the bytes of a character.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }

    /// The words this span covers in `text`; none if it is not one of `text`.
    #[must_use]
    pub fn within(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether it covers nothing.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies inside or is equal.
    #[must_use]
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte. Touching spans do not.
    #[must_use]
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The bytes that both cover, or `None` if they share none.
    #[must_use]
    pub fn intersection(self, other: Span) -> Option<Span> {
        self.overlaps(other)
            .then(|| Span::new(self.start.max(other.start), self.end.min(other.end)))
    }

    /// The same stretch seen from `origin`: both ends less `origin`.
    ///
    /// # Panics
    ///
    /// If the span starts before `origin`.
    #[must_use]
    pub fn relative_to(self, origin: u32) -> Span {
        Span::new(self.start - origin, self.end - origin)
    }

    /// Whether both ends lie in `text` and on character boundaries, so that [`Span::of`] is safe.
    #[must_use]
    pub fn fits(self, text: &str) -> bool {
        self.start <= self.end && text.get(self.range()).is_some()
    }
}

/// The position in UTF-16 units, the DOM's measure, of a byte position in `text`.
///
/// # Panics
///
/// If `byte` is outside of `text` or inside a character.
#[must_use]
pub fn utf16_from_bytes(text: &str, byte: u32) -> u32 {
    text[..byte as usize].chars().map(|c| c.len_utf16() as u32).sum()
}

/// The byte before which a text has so many UTF-16 units; `None` beyond its end or inside a character.
#[must_use]
pub fn bytes_from_utf16(text: &str, units: u32) -> Option<u32> {
    let mut left = units as usize;
    for (at, c) in text.char_indices() {
        if left == 0 {
            return u32::try_from(at).ok();
        }
        left = left.checked_sub(c.len_utf16())?;
    }
    (left == 0).then(|| u32::try_from(text.len()).ok())?
}

/// The position in Unicode scalar values, the command line's measure, of a byte position in `text`.
///
/// # Panics
///
/// If `byte` is outside of `text` or inside a character.
#[must_use]
pub fn scalars_from_bytes(text: &str, byte: u32) -> u32 {
    text[..byte as usize].chars().count() as u32
}

/// [`scalars_from_bytes`] for many positions of one text.
pub struct Scalars<'a> {
    /// How many scalars are before every [`STEP`]th byte.
    steps: Vec<u32>,
    bytes: &'a [u8],
}

/// How many bytes [`Scalars`] counts in one step.
const STEP: usize = 16;

impl<'a> Scalars<'a> {
    /// Counts those of a text.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let mut steps = Vec::with_capacity(bytes.len() / STEP + 1);
        let mut count = 0;
        for chunk in bytes.as_chunks::<STEP>().0 {
            steps.push(count);
            count += n_starts(chunk);
        }
        steps.push(count);
        Self { steps, bytes }
    }

    /// How many are before a byte.
    ///
    /// # Panics
    ///
    /// If it is outside of the text.
    #[must_use]
    pub fn before(&self, byte: u32) -> u32 {
        let byte = byte as usize;
        let step = byte / STEP;
        self.steps[step] + n_starts(&self.bytes[step * STEP..byte])
    }
}

/// How many characters begin in these bytes of UTF-8.
fn n_starts(bytes: &[u8]) -> u32 {
    bytes.iter().map(|byte| u32::from(byte & 0xc0 != 0x80)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn scalars_are_the_same_found_one_by_one_or_all_at_once(text in "[aé😀]{0,80}") {
            let scalars = Scalars::new(&text);
            for (byte, _) in text.char_indices() {
                let byte = byte as u32;
                prop_assert_eq!(scalars.before(byte), scalars_from_bytes(&text, byte));
            }
            let end = text.len() as u32;
            prop_assert_eq!(scalars.before(end), scalars_from_bytes(&text, end));
        }
    }

    #[test]
    fn units_differ_beyond_ascii() {
        let text = "aé😀z";
        let z = text.find('z').unwrap() as u32;
        assert_eq!((z, utf16_from_bytes(text, z), scalars_from_bytes(text, z)), (7, 4, 3));
    }

    #[test]
    fn touching_spans_do_not_overlap() {
        assert!(!Span::new(0, 3).overlaps(Span::new(3, 5)));
        assert_eq!(Span::new(0, 4).intersection(Span::new(3, 5)), Some(Span::new(3, 4)));
    }

    #[test]
    fn a_span_between_the_bytes_of_a_character_does_not_fit() {
        assert!(!Span::new(0, 1).fits("é"));
        assert!(Span::new(0, 2).fits("é"));
        assert!(!Span::new(0, 3).fits("é"));
    }
}
