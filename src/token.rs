//! [`tokenize`]: the words of a folded text and where they stand in the source.
//!
//! A [`Token`] is a run of letters and digits. Words joined by a hyphen, an apostrophe or, between
//! digits, a point or comma (`hard-line`, `Russia's`, `3,000`) are a [`Token`] each, so that `russia`
//! finds *Russia's*; [`compound`] puts them together, so that `hardline` finds *hard-line*.
//! In scripts written without spaces every character is a Token, and a word there is found as a
//! phrase of its characters; no dictionary is needed.

use crate::fold::Folded;
use crate::span::Span;

/// A word where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// In the folded text; not empty.
    pub folded: Span,
    /// How it stands to the Token before it.
    pub link: Link,
}

/// How a [`Token`] stands to the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// A space or other punctuation lies between, or it is the first.
    Apart,
    /// One hyphen, apostrophe or (between digits) point or comma lies between.
    Joined,
    /// Nothing lies between: characters of a script without spaces.
    Touching,
}

impl Token {
    /// The word in its folded form.
    ///
    /// # Panics
    ///
    /// If the Token is not one of `folded`.
    #[must_use]
    pub fn text(self, folded: &Folded) -> &str {
        self.folded.of(folded.text())
    }

    /// Where the word stands in the source.
    ///
    /// # Panics
    ///
    /// If the Token is not one of `folded`.
    #[must_use]
    pub fn span(self, folded: &Folded) -> Span {
        folded.source_from_folded(self.folded)
    }
}

/// The words of a text: in order, disjoint.
///
/// ```
/// use whosaid::fold::fold;
/// use whosaid::token::tokenize;
///
/// let folded = fold("Russia’s hard-line stance");
/// let words: Vec<&str> = tokenize(&folded).iter().map(|token| token.text(&folded)).collect();
/// assert_eq!(words, ["russia", "s", "hard", "line", "stance"]);
/// ```
#[must_use]
pub fn tokenize(folded: &Folded) -> Vec<Token> {
    let text = folded.text();
    let bytes = text.as_bytes();
    let mut tokens: Vec<Token> = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let (first, length) = char_at(text, at);
        let start = at;
        at += length;
        if !is_word_char(first) {
            continue;
        }
        // In scripts without spaces a word is one character and the marks that stand on it.
        let is_unspaced_word = is_unspaced(first);
        while at < bytes.len() {
            if !is_unspaced_word && bytes[at].is_ascii_alphanumeric() {
                at += 1;
                continue;
            }
            let (c, length) = char_at(text, at);
            if is_unspaced(c) != is_unspaced_word || is_word_char(c) == is_unspaced_word {
                break;
            }
            at += length;
        }
        let span = Span::from_range(start..at);
        let link = tokens.last().map_or(Link::Apart, |last| link(text, last.folded, span));
        tokens.push(Token { folded: span, link });
    }
    tokens
}

/// The character at a byte and its length; ASCII, the most of it, without decoding.
fn char_at(text: &str, at: usize) -> (char, usize) {
    let byte = text.as_bytes()[at];
    if byte.is_ascii() {
        return (byte.into(), 1);
    }
    text[at..].chars().next().map_or((' ', 1), |c| (c, c.len_utf8()))
}

/// The words that begin at `tokens[idx]` and are joined, put together as one word, and their number;
/// `None` where there is no such Token, or it is joined to the one before it or to none after it.
#[must_use]
pub fn compound(folded: &Folded, tokens: &[Token], idx: usize) -> Option<(String, usize)> {
    let (first, rest) = tokens.get(idx..)?.split_first()?;
    if first.link == Link::Joined {
        return None;
    }
    let n_tokens = 1 + rest.iter().take_while(|token| token.link == Link::Joined).count();
    if n_tokens == 1 {
        return None;
    }
    let mut word = String::new();
    tokens[idx..idx + n_tokens].iter().for_each(|token| word.push_str(token.text(folded)));
    Some((word, n_tokens))
}

/// Whether a character of folded text is part of a word.
pub(crate) fn is_word_char(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { c.is_alphanumeric() }
}

/// Whether a character belongs to a script that is written without spaces between words.
fn is_unspaced(c: char) -> bool {
    c >= '\u{e00}'
        && matches!(c,
        // Thai, Lao; Myanmar; Khmer.
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        // Kana; Han with its extensions.
        | '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}')
}

/// How the word at `next` stands to the one at `last`.
fn link(text: &str, last: Span, next: Span) -> Link {
    let bytes = text.as_bytes();
    let (end, start) = (last.end as usize, next.start as usize);
    let is_digit = |at: usize| bytes[at].is_ascii_digit();
    match &bytes[end..start] {
        [] => Link::Touching,
        [b'-' | b'\''] => Link::Joined,
        [b'.' | b','] if is_digit(end - 1) && is_digit(start) => Link::Joined,
        _ => Link::Apart,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::fold;

    #[track_caller]
    fn check(source: &str, expected: &[&str]) {
        let folded = fold(source);
        let tokens = tokenize(&folded);
        let words: Vec<&str> = tokens.iter().map(|token| token.span(&folded).of(source)).collect();
        assert_eq!(words, expected);
    }

    #[test]
    fn words_stand_where_the_source_has_them() {
        check("“Hands off”, said MÜLLER.", &["Hands", "off", "said", "MÜLLER"]);
        check("Россия—да", &["Россия", "да"]);
        check("塔利班進入", &["塔", "利", "班", "進", "入"]);
        check("น้ำ", &["น้", "ำ"]);
        check("…!? 😀", &[]);
    }

    #[test]
    fn joined_words_make_a_compound() {
        let folded = fold("hard-line it’s 3,000 a, b");
        let tokens = tokenize(&folded);
        let compounds: Vec<String> = (0..tokens.len())
            .filter_map(|idx| compound(&folded, &tokens, idx))
            .map(|(word, _)| word)
            .collect();
        assert_eq!(compounds, ["hardline", "its", "3000"]);
    }
}
