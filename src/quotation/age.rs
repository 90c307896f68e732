//! How old a text says that somebody is. People of one name whose ages differ are two, which nothing but a
//! publisher can part.

use std::ops::Range;

use super::word::Word;

/// The age, in years, that stands with the name at `name`: "Ada Voss, 34, said", "Ada Voss (34)", "34-year-old
/// Ada Voss". Nobody under ten is quoted with an age in one figure, so that "Ada Voss, 3," stays a place in a race.
pub(super) fn age_with(words: &[Word], name: &Range<usize>) -> Option<u8> {
    behind(&words[name.end..]).or_else(|| before(&words[..name.start]))
}

/// An age between two commas, before the end of a sentence, or in brackets.
fn behind(words: &[Word]) -> Option<u8> {
    let [open, age, close, ..] = words else { return None };
    let is_set_off = match open.text {
        "," => close.text == "," || close.is_stop(),
        "(" => close.text == ")",
        _ => false,
    };
    if is_set_off { in_years(age.text) } else { None }
}

/// An age in one word with what makes it one.
fn before(words: &[Word]) -> Option<u8> {
    in_years(words.last()?.text.strip_suffix("-year-old")?)
}

/// Two digits; three where somebody is older than a hundred.
pub(super) fn in_years(digits: &str) -> Option<u8> {
    let is_written_so = matches!(digits.len(), 2 | 3) && !digits.starts_with('0');
    digits.parse().ok().filter(|age| is_written_so && *age < 120)
}
