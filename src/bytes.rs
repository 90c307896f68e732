//! Numbers and byte strings in a section that is read in place: fixed-width little-endian, and LEB128.
//!
//! Readers take a value off the front of a slice and give `None` at its end, so damaged bytes are a case
//! to handle rather than a panic.

/// The little-endian `u32` at `idx`, counted in numbers rather than bytes; `None` past the end.
pub(crate) fn u32_at(bytes: &[u8], idx: usize) -> Option<u32> {
    let (numbers, _) = bytes.as_chunks::<4>();
    numbers.get(idx).map(|number| u32::from_le_bytes(*number))
}

/// Takes one byte off the front.
pub(crate) fn take_u8(bytes: &mut &[u8]) -> Option<u8> {
    bytes.split_off_first().copied()
}

/// Takes `len` bytes off the front.
pub(crate) fn take_bytes<'a>(bytes: &mut &'a [u8], len: usize) -> Option<&'a [u8]> {
    bytes.split_off(..len)
}

/// Takes an unsigned LEB128 number off the front; `None` at the end, or where it does not fit.
pub(crate) fn take_leb128(bytes: &mut &[u8]) -> Option<u32> {
    let mut value = 0u32;
    for shift in (0..u32::BITS).step_by(7) {
        let byte = take_u8(bytes)?;
        let bits = u32::from(byte & 0x7f);
        if bits > u32::MAX >> shift {
            return None;
        }
        value |= bits << shift;
        if byte & 0x80 == 0 {
            return Some(value);
        }
    }
    None
}

/// How many LEB128 numbers `bytes` hold, which hold nothing else: each ends with its first byte below 128.
pub(crate) fn n_leb128(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte < 0x80).count()
}

/// Takes bytes off the front that have their length before them, as LEB128.
pub(crate) fn take_prefixed<'a>(bytes: &mut &'a [u8]) -> Option<&'a [u8]> {
    let len = take_leb128(bytes)?;
    take_bytes(bytes, len as usize)
}

/// Appends a number as unsigned LEB128: seven bits a byte, the lowest first, at most five bytes.
pub(crate) fn push_leb128(mut value: u32, bytes: &mut Vec<u8>) {
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

/// Appends bytes with their length before them, as [`take_prefixed`] reads them.
///
/// # Panics
///
/// If there are 4 GiB of them or more.
pub(crate) fn push_prefixed(content: &[u8], bytes: &mut Vec<u8>) {
    push_leb128(u32::try_from(content.len()).expect("content is shorter than 4 GiB"), bytes);
    bytes.extend_from_slice(content);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leb128_round_trips() {
        for value in [0, 1, 0x7f, 0x80, 300, 0x3fff, 0x4000, u32::MAX - 1, u32::MAX] {
            let mut bytes = Vec::new();
            push_leb128(value, &mut bytes);
            bytes.push(7);
            let mut rest = &bytes[..];
            assert_eq!(take_leb128(&mut rest), Some(value));
            assert_eq!(rest, [7]);
        }
    }

    #[test]
    fn leb128_that_ends_early_or_is_too_large_is_no_number() {
        for bytes in [&[][..], &[0x80], &[0xff; 5], &[0xff, 0xff, 0xff, 0xff, 0x1f], &[0x80; 6]] {
            assert_eq!(take_leb128(&mut &*bytes), None, "{bytes:?}");
        }
    }

    #[test]
    fn bytes_end_where_they_end() {
        let mut bytes = Vec::new();
        push_prefixed(b"ab", &mut bytes);
        let mut rest = &bytes[..];
        assert_eq!(take_prefixed(&mut rest), Some(&b"ab"[..]));
        assert_eq!(take_u8(&mut rest), None);
        assert_eq!(take_prefixed(&mut &[3, b'a'][..]), None);
        assert_eq!(u32_at(&[1, 0, 0, 0, 2, 0, 0, 0, 9], 1), Some(2));
        assert_eq!(u32_at(&[1, 0, 0, 0, 2, 0, 0], 1), None);
    }
}
