//! [`ByteStrings`]: byte strings one after the other, each found by its number.
//!
//! A section of them has first the list of their lengths, and then their bytes. Compressed by Brotli, lengths are less
//! than half of what places are.

use std::sync::Arc;

use super::records::{push, take};

/// The byte strings of a section, where they lie.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct ByteStrings<'a> {
    /// Where each begins in the bytes, and the end of the last.
    places: Arc<[usize]>,
    bytes: &'a [u8],
}

impl<'a> ByteStrings<'a> {
    /// Takes a section, which may be empty; `None` where it is not sound.
    pub fn open(mut section: &'a [u8]) -> Option<Self> {
        if section.is_empty() {
            return Some(Self::default());
        }
        let lengths: Vec<usize> = take(&mut section)?;
        let mut end = 0_usize;
        let mut places = vec![end];
        for length in lengths {
            end = end.checked_add(length)?;
            places.push(end);
        }
        (end == section.len()).then_some(Self { places: places.into(), bytes: section })
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.places.len() < 2
    }

    /// The one of that number.
    pub fn get(&self, number: usize) -> Option<&'a [u8]> {
        let [start, end] = *self.places.get(number..)?.first_chunk()?;
        Some(&self.bytes[start..end])
    }

    /// The section of these byte strings.
    pub fn section(strings: impl IntoIterator<Item = impl AsRef<[u8]>>) -> Vec<u8> {
        let (mut lengths, mut bytes) = (Vec::new(), Vec::new());
        for string in strings {
            lengths.push(string.as_ref().len());
            bytes.extend_from_slice(string.as_ref());
        }
        let mut section = Vec::new();
        push(&lengths, &mut section);
        section.extend(bytes);
        section
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn byte_strings_come_back_by_their_numbers() {
        let section = ByteStrings::section(["one", "", "three"]);
        let strings = ByteStrings::open(&section).expect("it was just written");
        let all: Vec<_> = (0..4).map(|number| strings.get(number)).collect();
        assert_eq!(all, [Some(&b"one"[..]), Some(b""), Some(b"three"), None]);
        assert_eq!(strings.get(usize::MAX), None);
        let none = ByteStrings::open(&[]).expect("a section may be empty");
        assert!(none.is_empty() && none.get(0).is_none());
    }

    #[test]
    fn lengths_that_are_not_those_of_the_bytes_are_refused() {
        let section = ByteStrings::section(["one", "two"]);
        assert_eq!(ByteStrings::open(&section[..section.len() - 1]), None);
        assert_eq!(ByteStrings::open(&[&*section, b"!"].concat()), None);
        let mut endless = Vec::new();
        push(&[usize::MAX, 2], &mut endless);
        assert_eq!(ByteStrings::open(&endless), None);
    }
}
