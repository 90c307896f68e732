//! [`tokenize`]: the words of a folded text and where they stand in the source.
//!
//! A [`Token`] is a run of letters and digits. Words joined by a hyphen or an apostrophe (`hard-line`,
//! `Russia's`) are a [`Token`] each, so that `russia` finds *Russia's*; [`compound`] puts them together, so
//! that `hardline` finds *hard-line*. A number is one Token with its decimals and its thousands (`3.5`,
//! `1,300`), and so is an abbreviation with points (`U.S.`, `Ph.D.`), without the last of them; a unit that is
//! written right behind a number (`1.8bn`) is a Token of its own, joined to it.
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
    /// One hyphen, apostrophe or (between digits) point or comma lies between, or a unit stands right behind its
    /// number.
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
    // Words of most languages have five letters and a space.
    let mut tokens: Vec<Token> = Vec::with_capacity(text.len() / 6);
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
        if first.is_ascii_digit() {
            at = end_of_number(bytes, start);
        } else if at - start <= 2 {
            at = end_of_abbreviation(bytes, start, at);
        }
        let span = Span::from_range(start..at);
        let link = tokens.last().map_or(Link::Apart, |last| link(text, last.folded, span));
        tokens.push(Token { folded: span, link });
    }
    tokens
}

/// The end of the number that begins at a byte: its digits, with thousands set apart by commas or narrow spaces, or
/// with decimals behind a point or comma. Digits with several points are a date or a version, and several numbers.
fn end_of_number(bytes: &[u8], start: usize) -> usize {
    let n_digits = |at: usize| {
        bytes.get(at..).map_or(0, |rest| rest.iter().take_while(|b| b.is_ascii_digit()).count())
    };
    let first = start + n_digits(start);
    // Behind a point it is the next part of a date or version.
    let is_part =
        |before: &[u8]| matches!(before, [.., digit, b'.' | b','] if digit.is_ascii_digit());
    if is_part(&bytes[..start]) {
        return first;
    }
    let mut end = first;
    // U+00A0, U+2009, U+202F.
    let separators: [&[u8]; 4] = [b",", b"\xc2\xa0", b"\xe2\x80\x89", b"\xe2\x80\xaf"];
    if first - start <= 3 && bytes[start] != b'0' {
        let next_group = |at: usize| {
            let separator =
                separators.iter().find(|separator| bytes[at..].starts_with(separator))?;
            let group = at + separator.len();
            (n_digits(group) == 3).then_some(group + 3)
        };
        while let Some(group_end) = next_group(end) {
            end = group_end;
        }
    }
    let is_decimal = |at: usize, separators: &[u8]| {
        bytes.get(at).is_some_and(|byte| separators.contains(byte)) && n_digits(at + 1) > 0
    };
    if is_decimal(end, if end == first { b".," } else { b"." }) {
        let decimals_end = end + 1 + n_digits(end + 1);
        return if is_decimal(decimals_end, b".,") { end } else { decimals_end };
    }
    end
}

/// The end of the abbreviation that begins with the one or two letters from `start` to `end`: single letters, each
/// behind a point.
fn end_of_abbreviation(bytes: &[u8], start: usize, mut end: usize) -> usize {
    if !bytes[start..end].iter().all(u8::is_ascii_alphabetic) {
        return end;
    }
    while let [b'.', letter, after @ ..] = &bytes[end..]
        && letter.is_ascii_alphabetic()
        && !after.first().is_some_and(|next| next.is_ascii_alphanumeric() || !next.is_ascii())
    {
        end += 2;
    }
    end
}

/// Whether a word as it is written is in capitals, or has points as abbreviations do.
pub(crate) fn is_in_capitals(word: &str) -> bool {
    word.trim_end_matches('.').contains('.') || !word.contains(char::is_lowercase)
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
    let mut n_tokens = 1 + rest.iter().take_while(|token| token.link == Link::Joined).count();
    if n_tokens == 1 {
        n_tokens = 1 + n_thousands(folded, tokens, idx);
    }
    if n_tokens == 1 {
        return None;
    }
    let mut word = String::new();
    tokens[idx..idx + n_tokens].iter().for_each(|token| word.push_str(token.text(folded)));
    Some((word, n_tokens))
}

/// How many groups of three digits follow a number of up to three, each behind a space: they may be its
/// thousands, so that they are a word together and each by itself.
fn n_thousands(folded: &Folded, tokens: &[Token], idx: usize) -> usize {
    let is_number = |token: &Token, digits: std::ops::RangeInclusive<usize>| {
        let text = token.text(folded);
        digits.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    if !is_number(&tokens[idx], 1..=3) {
        return 0;
    }
    let follows = |pair: &&[Token]| {
        let between = &folded.text()[pair[0].folded.end as usize..pair[1].folded.start as usize];
        between == " " && is_number(&pair[1], 3..=3)
    };
    tokens[idx..].windows(2).take_while(follows).count()
}

/// Whether a character is part of a word: letters, digits and, outside of scripts without spaces, the
/// marks on them.
///
/// Unicode's own tables, which the standard library has, would take more room in the page than all the
/// rest of this module. Outside ASCII a character is part of a word unless it is one of those between
/// words that texts in use today have; a rare one that is missing there makes its word longer, alike in
/// index and query.
pub(crate) fn is_word_char(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    let Ok(unit) = u16::try_from(u32::from(c)) else {
        return !matches!(c, '\u{1d000}'..='\u{1d3ff}' | '\u{1f000}'..='\u{1faff}' | '\u{e0000}'..);
    };
    let after = BETWEEN_WORDS.partition_point(|&(first, _)| first <= unit);
    after == 0 || unit > BETWEEN_WORDS[after - 1].1
}

/// Punctuation, symbols and spaces of the Basic Multilingual Plane, ascending; from the general
/// categories C, P, S and Z of Unicode 15, in scripts without spaces also the marks (M) that are not
/// alphabetic.
const BETWEEN_WORDS: &[(u16, u16)] = &[
    (0x0080, 0x00a9),
    (0x00ab, 0x00b1),
    (0x00b4, 0x00b4),
    (0x00b6, 0x00b8),
    (0x00bb, 0x00bb),
    (0x00bf, 0x00bf),
    (0x00d7, 0x00d7),
    (0x00f7, 0x00f7),
    (0x02c2, 0x02c5),
    (0x02d2, 0x02df),
    (0x02e5, 0x02eb),
    (0x02ef, 0x02ff),
    // Greek, Cyrillic, Armenian, Hebrew.
    (0x0375, 0x0375),
    (0x037e, 0x037e),
    (0x0384, 0x0385),
    (0x0387, 0x0387),
    (0x03f6, 0x03f6),
    (0x0482, 0x0482),
    (0x055a, 0x055f),
    (0x0589, 0x058f),
    (0x05be, 0x05be),
    (0x05c0, 0x05c0),
    (0x05c3, 0x05c3),
    (0x05c6, 0x05c6),
    (0x05f3, 0x05f4),
    // Arabic, Syriac.
    (0x0600, 0x060f),
    (0x061b, 0x061f),
    (0x066a, 0x066d),
    (0x06d4, 0x06d4),
    (0x06dd, 0x06de),
    (0x06e9, 0x06e9),
    (0x0700, 0x070f),
    // Scripts of India.
    (0x0964, 0x0965),
    (0x0970, 0x0970),
    (0x09f2, 0x09f3),
    (0x09fa, 0x09fb),
    (0x0bf3, 0x0bfa),
    // Thai, Lao; Myanmar; Georgian, Ethiopic.
    (0x0e3b, 0x0e3f),
    (0x0e47, 0x0e4c),
    (0x0e4e, 0x0e4f),
    (0x0e5a, 0x0e5b),
    (0x0eba, 0x0eba),
    (0x0ec8, 0x0ecc),
    (0x0ece, 0x0ecf),
    (0x1037, 0x1037),
    (0x1039, 0x103a),
    (0x104a, 0x104f),
    (0x109e, 0x109f),
    (0x10fb, 0x10fb),
    (0x1360, 0x1368),
    // Khmer, Mongolian.
    (0x17b4, 0x17b5),
    (0x17c9, 0x17d6),
    (0x17d8, 0x17db),
    (0x17dd, 0x17df),
    (0x1800, 0x180e),
    // General punctuation, currencies, symbols.
    (0x2000, 0x206f),
    (0x207a, 0x207e),
    (0x208a, 0x208e),
    (0x20a0, 0x20cf),
    (0x2100, 0x2101),
    (0x2116, 0x2118),
    (0x211e, 0x2123),
    (0x2190, 0x245f),
    (0x249c, 0x24e9),
    (0x2500, 0x2775),
    (0x2794, 0x2bff),
    (0x2e00, 0x2e2e),
    (0x2e30, 0x3004),
    // Chinese, Japanese, Korean.
    (0x3008, 0x3020),
    (0x302a, 0x3030),
    (0x3036, 0x3037),
    (0x303d, 0x3040),
    (0x3099, 0x309c),
    (0x30a0, 0x30a0),
    (0x30fb, 0x30fb),
    (0x3200, 0x321f),
    (0x322a, 0x3247),
    (0x3250, 0x3250),
    (0x3260, 0x327f),
    (0x328a, 0x32b0),
    (0x32c0, 0x33ff),
    (0x4dc0, 0x4dff),
    // Private use and odd forms.
    (0xd800, 0xf8ff),
    (0xfd3e, 0xfd4f),
    (0xfdfc, 0xfe6f),
    (0xfeff, 0xff0f),
    (0xff1a, 0xff20),
    (0xff3b, 0xff40),
    (0xff5b, 0xff65),
    (0xffe0, 0xffff),
];

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
        // A unit behind its number.
        [] if is_digit(end - 1) && bytes[start].is_ascii_alphabetic() => Link::Joined,
        [] => Link::Touching,
        [b'-' | b'\''] => Link::Joined,
        // A date, a version.
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
        check("€1.8bn, 3,5 %, 1,300-km", &["1.8", "bn", "3,5", "1,300", "km"]);
        check("16.08.2021 1,300,000.5 165,41", &["16", "08", "2021", "1,300,000.5", "165,41"]);
        check(
            "the U.S. and a Ph.D. in E.U. law. A",
            &["the", "U.S", "and", "a", "Ph.D", "in", "E.U", "law", "A"],
        );
    }

    #[test]
    fn words_end_where_unicode_has_them_end_in_scripts_of_today() {
        // Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic; Thai, Lao, Myanmar, Khmer; kana, Han, Hangul.
        let blocks =
            [0x80..0x2c0, 0x370..0x378, 0x384..0x530, 0x531..0x557, 0x5d0..0x5eb, 0x620..0x64b];
        let unspaced = [0xe01..0xe3b, 0xe3f..0xe5c, 0x1000..0x10a0, 0x1780..0x17de];
        let eastern = [0x3041..0x3097, 0x309b..0x3100, 0x4e00..0x9fff, 0xac00..0xd7a3];
        for c in blocks.into_iter().chain(unspaced).chain(eastern).flatten() {
            let c = char::from_u32(c).expect("no surrogates in these blocks");
            // Unassigned, and the marks of old Cyrillic.
            let is_free = matches!(c, '\u{38b}' | '\u{38d}' | '\u{3a2}' | '\u{483}'..='\u{489}');
            assert!(is_free || is_word_char(c) == c.is_alphanumeric(), "U+{:04X}", c as u32);
        }
    }

    #[test]
    fn joined_words_make_a_compound() {
        let folded = fold("hard-line it’s 3,000 a, b 1 300 1.8bn");
        let tokens = tokenize(&folded);
        let compounds: Vec<String> = (0..tokens.len())
            .filter_map(|idx| compound(&folded, &tokens, idx))
            .map(|(word, _)| word)
            .collect();
        assert_eq!(compounds, ["hardline", "its", "1300", "1.8bn"]);
    }
}
