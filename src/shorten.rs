//! Texts cut to a length, in characters.

/// The first `n` characters of a text.
pub(crate) fn first_chars(text: &str, n: usize) -> &str {
    text.char_indices().nth(n).map_or(text, |(end, _)| &text[..end])
}

/// The last `n` characters of a text, one at least.
pub(crate) fn last_chars(text: &str, n: usize) -> &str {
    text.char_indices().rev().nth(n.saturating_sub(1)).map_or(text, |(start, _)| &text[start..])
}

/// The whole words within the first `n` characters of a text; `None` where it is no longer than that. Where no
/// space is, as some scripts have none between words, it is cut anywhere.
pub(crate) fn words_within(text: &str, n: usize) -> Option<&str> {
    let start = first_chars(text, n);
    let words = start.rsplit_once(char::is_whitespace).map_or(start, |(words, _)| words);
    (start.len() < text.len()).then_some(words)
}

/// A text of at most `n` characters, which ends with an ellipsis where it was longer.
#[must_use]
pub fn at_char(text: &str, n: usize) -> String {
    let start = first_chars(text, n);
    if start.len() < text.len() { format!("{start}…") } else { start.to_owned() }
}

/// The same by whole words, with a space before the ellipsis.
#[must_use]
pub fn at_word(text: &str, n: usize) -> String {
    words_within(text, n).map_or_else(|| text.to_owned(), |words| format!("{words} …"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_long_is_cut_between_characters() {
        assert_eq!(at_char("größer", 6), "größer");
        assert_eq!(at_char("größer", 4), "größ…");
        assert_eq!(first_chars("größer", 4), "größ");
        assert_eq!(last_chars("größer", 4), "ößer");
        assert_eq!(last_chars("er", 4), "er");
    }

    #[test]
    fn words_stay_whole_where_there_are_spaces() {
        assert_eq!(at_word("One two.", 8), "One two.");
        assert_eq!(at_word("One two three", 9), "One two …");
        assert_eq!(at_word(&"字".repeat(9), 4), "字字字字 …");
    }
}
