//! Numbers in the bytes of an index.

/// The number at an index, in a section of numbers.
#[inline(never)]
pub(super) fn number(bytes: &[u8], idx: usize) -> Option<u32> {
    let start = idx.checked_mul(4)?;
    let bytes = bytes.get(start..start.checked_add(4)?)?;
    Some(u32::from_le_bytes(bytes.try_into().expect("four bytes were taken")))
}

/// Takes one LEB128 number off the front; `None` at the end or where it is too large.
#[inline(never)]
pub(super) fn leb128(bytes: &mut &[u8]) -> Option<u32> {
    let mut value = 0;
    for shift in (0..32).step_by(7) {
        let byte = take(bytes)?;
        value |= u32::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(value);
        }
    }
    None
}

/// Takes one byte off the front.
#[inline(never)]
pub(super) fn take(bytes: &mut &[u8]) -> Option<u8> {
    let (&first, rest) = bytes.split_first()?;
    *bytes = rest;
    Some(first)
}

/// Takes `length` bytes off the front.
pub(super) fn take_many<'a>(bytes: &mut &'a [u8], length: usize) -> Option<&'a [u8]> {
    let (many, rest) = bytes.split_at_checked(length)?;
    *bytes = rest;
    Some(many)
}

/// Takes bytes with their length before them off the front.
pub(super) fn prefixed<'a>(bytes: &mut &'a [u8]) -> Option<&'a [u8]> {
    let length = leb128(bytes)?;
    take_many(bytes, length as usize)
}

/// Appends a number as LEB128.
pub(super) fn push_leb128(mut value: u32, bytes: &mut Vec<u8>) {
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

/// Appends bytes with their length before them.
pub(super) fn push_prefixed(content: &[u8], bytes: &mut Vec<u8>) {
    push_leb128(content.len() as u32, bytes);
    bytes.extend_from_slice(content);
}

/// The first of `0..end` for which `before` does not hold, by halving; like the method of slices.
pub(super) fn partition_point(end: u32, before: impl Fn(u32) -> bool) -> u32 {
    let (mut low, mut high) = (0, end);
    while low < high {
        let middle = low + (high - low) / 2;
        if before(middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}
