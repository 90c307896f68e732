//! Anchors: a stretch of an article named so that it is found again after the article was edited, or else known
//! to be lost, and never taken for a look-alike.
//!
//! An [`Anchor`] has the words, the words around them, and where they stood: the selectors
//! `TextQuoteSelector` and `TextPositionSelector` of the
//! [Web Annotation Data Model](https://www.w3.org/TR/annotation-model/#selectors). Before and behind it
//! keeps as much as it takes to tell the place from all others. A link, which has no room for that, has
//! a [short hash](words_hash) of the words.

use serde::{Deserialize, Serialize};
use twox_hash::XxHash64;

use crate::fold::fold;
use crate::shorten::{first_chars, last_chars};
use crate::span::{Span, bytes_from_utf16, utf16_from_bytes};

/// How many characters around the words are kept at least, and at most.
const LEAST_AROUND: usize = 32;
const MOST_AROUND: usize = 256;

/// A stretch of an article's text, by its words and its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// The words.
    pub exact: String,
    /// What stands right before them, and right behind; empty at the ends of the text.
    pub prefix: String,
    /// See [`Anchor::prefix`].
    pub suffix: String,
    /// Where they began in the article's text, in UTF-16 units. Where nobody kept that, both are 0.
    pub start: u32,
    /// Where they ended.
    pub end: u32,
    /// The [hash](words_hash) of the whole text when they stood there; empty where another program made the anchor.
    pub text: String,
}

/// What has become of an anchor's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// They stand where they stood.
    Here(Span),
    /// They stand elsewhere in the text.
    Moved(Span),
    /// They are not there any more, or it is not plain which of several places was theirs.
    Changed,
}

impl Place {
    /// Where the words stand.
    #[must_use]
    pub fn span(self) -> Option<Span> {
        match self {
            Place::Here(span) | Place::Moved(span) => Some(span),
            Place::Changed => None,
        }
    }
}

impl Anchor {
    /// The anchor of the words at a Span of `text`.
    ///
    /// # Panics
    ///
    /// If the Span is not one of `text`.
    #[must_use]
    pub fn new(text: &str, span: Span) -> Self {
        let (start, end) = (span.start as usize, span.end as usize);
        Self {
            exact: text[start..end].to_owned(),
            prefix: grow(text, |n| {
                let around = last_chars(&text[..start], n);
                (around, &text[start - around.len()..end])
            }),
            suffix: grow(text, |n| {
                let around = first_chars(&text[end..], n);
                (around, &text[start..end + around.len()])
            }),
            start: utf16_from_bytes(text, span.start),
            end: utf16_from_bytes(text, span.end),
            text: words_hash(text),
        }
    }

    /// Where its words stand in `text`. Both sides of the words decide; one alone does where it tells the place from
    /// all others.
    #[must_use]
    pub fn find(&self, text: &str) -> Place {
        self.find_in(text, &words_hash(text))
    }

    /// The same, where the [hash](words_hash) of the text is known already.
    #[must_use]
    pub fn find_in(&self, text: &str, hash: &str) -> Place {
        let stood = (self.start <= self.end)
            .then(|| {
                Some(Span::new(
                    bytes_from_utf16(text, self.start)?,
                    bytes_from_utf16(text, self.end)?,
                ))
            })
            .flatten()
            .filter(|span| span.within(text) == self.exact);
        if let Some(span) = stood.filter(|_| self.text == hash) {
            return Place::Here(span);
        }
        if self.exact.is_empty() {
            return Place::Changed;
        }
        let fits = |at: usize| {
            let has_prefix =
                text[..at].ends_with(&*self.prefix) && (!self.prefix.is_empty() || at == 0);
            let behind = &text[at + self.exact.len()..];
            let has_suffix =
                behind.starts_with(&*self.suffix) && (!self.suffix.is_empty() || behind.is_empty());
            (has_prefix, has_suffix)
        };
        let found: Vec<(usize, (bool, bool))> = overlapping(text, &self.exact)
            .map(|at| (at, fits(at)))
            .filter(|(_, (has_prefix, has_suffix))| *has_prefix || *has_suffix)
            .collect();
        let both: Vec<usize> =
            found.iter().filter(|(_, fits)| *fits == (true, true)).map(|(at, _)| *at).collect();
        let at = match (&*both, &*found) {
            ([at], _) => Some(*at),
            ([], [(at, (has_prefix, _))]) => {
                let side = if *has_prefix { &self.prefix } else { &self.suffix };
                (LEAST_AROUND..MOST_AROUND).contains(&side.chars().count()).then_some(*at)
            }
            _ => None,
        };
        let Some(at) = at.or_else(|| self.find_foreign(text)) else { return Place::Changed };
        let span = Span::from_range(at..at + self.exact.len());
        let had_no_position = (self.start, self.end) == (0, 0);
        if stood == Some(span) || had_no_position { Place::Here(span) } else { Place::Moved(span) }
    }

    /// Where the words stand of an anchor that another program made, which keeps less around them, or nothing: where
    /// they stand once with what it keeps, or else alone. `None` for anchors of this program.
    fn find_foreign(&self, text: &str) -> Option<usize> {
        if !self.text.is_empty() {
            return None;
        }
        let once = |words: &str| {
            let mut places = overlapping(text, words);
            places.next().filter(|_| places.next().is_none() && is_telling(words))
        };
        let around = [&*self.prefix, &*self.exact, &*self.suffix].concat();
        once(&around).map(|at| at + self.prefix.len()).or_else(|| once(&self.exact))
    }
}

/// Whether words are so many that they hardly stand in a text by chance.
fn is_telling(words: &str) -> bool {
    words.split_whitespace().count() >= 3 || words.chars().count() >= 20
}

/// As much of one side as tells the place from all others: from [`LEAST_AROUND`] to less than [`MOST_AROUND`]
/// characters. Where nothing does, fewer or more than that. `side` gives so many characters of it, alone and
/// with the words.
fn grow<'a>(text: &'a str, side: impl Fn(usize) -> (&'a str, &'a str)) -> String {
    let mut n = LEAST_AROUND;
    loop {
        let (around, all) = side(n);
        let is_alone = overlapping(text, all).nth(1).is_none();
        if around.chars().count() < n {
            // It ends with the text.
            return (if is_alone { around } else { side(LEAST_AROUND - 1).0 }).to_owned();
        }
        if is_alone || n >= MOST_AROUND {
            return around.to_owned();
        }
        n *= 2;
    }
}

/// Where `words` begin in `text`, overlapping ones too.
fn overlapping<'a>(text: &'a str, words: &'a str) -> impl Iterator<Item = usize> + 'a {
    let mut from = 0;
    std::iter::from_fn(move || {
        let at = from + text.get(from..)?.find(words)?;
        from = at + text[at..].chars().next().map_or(1, char::len_utf8);
        Some(at)
    })
}

/// A text as words alone, as search compares them: neither marks nor the case of letters count.
#[must_use]
pub fn words_alone(text: &str) -> String {
    let folded = fold(text);
    let words = folded.text().split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A short hash of the words of a text: eight hexadecimal digits, the lower half of
/// [XXH64](https://github.com/Cyan4973/xxHash) (seed 0) of [`words_alone`].
#[must_use]
pub fn words_hash(text: &str) -> String {
    format!("{:08x}", words_code(text))
}

/// The same as a number.
#[must_use]
pub fn words_code(text: &str) -> u32 {
    XxHash64::oneshot(0, words_alone(text).as_bytes()) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(before: &str, words: &str, after: &str, expected: Option<(bool, usize)>) {
        let start = before.find(words).expect("the text has the words");
        let anchor = Anchor::new(before, Span::from_range(start..start + words.len()));
        let place = anchor.find(after);
        let expected = match expected {
            None => Place::Changed,
            Some((is_moved, start)) => {
                let span = Span::from_range(start..start + words.len());
                if is_moved { Place::Moved(span) } else { Place::Here(span) }
            }
        };
        assert_eq!(place, expected, "{anchor:?}");
    }

    const TEXT: &str =
        "It rains in the north today, they said. It rains in the south tomorrow, they said.";

    #[test]
    fn words_are_where_they_were_or_moved() {
        check(TEXT, "north", TEXT, Some((false, 16)));
        check(TEXT, "north", &format!("Now: {TEXT}"), Some((true, 21)));
        check(TEXT, "south", &TEXT.replace("tomorrow", "now"), Some((false, 56)));
    }

    #[test]
    fn words_that_were_edited_are_changed() {
        check(TEXT, "north", &TEXT.replace("north", "West"), None);
    }

    #[test]
    fn a_look_alike_is_not_landed_on() {
        check(TEXT, "they said", &TEXT.replace("today, they said. ", "today. "), None);
        let twice = format!("{TEXT} {TEXT}");
        check(TEXT, "north", &twice, None);
    }

    #[test]
    fn words_of_another_program_are_found_where_they_stand_once() {
        let place = |prefix: &str, exact: &str, suffix: &str, start: u32| {
            let anchor = Anchor {
                exact: exact.to_owned(),
                prefix: prefix.to_owned(),
                suffix: suffix.to_owned(),
                start,
                end: if start == 0 { 0 } else { start + exact.len() as u32 },
                text: String::new(),
            };
            (anchor.find(TEXT), Anchor { text: words_hash("other"), ..anchor }.find(TEXT))
        };
        let here = |start: u32, len: u32| Place::Here(Span::new(start, start + len));
        assert_eq!(place("", "rains in the north", "", 0), (here(3, 18), Place::Changed));
        assert_eq!(place("nothing ", "rains in the north", "", 0).0, here(3, 18));
        assert_eq!(place("the ", "north", " today", 0).0, here(16, 5));
        assert_eq!(place("", "they said", " It rains", 0).0, Place::Changed);
        assert_eq!(place("", "they said", ". It rains", 0).0, here(29, 9));
        assert_eq!(place("", "rains in the north", "", 3).0, here(3, 18));
        assert_eq!(place("", "rains in the north", "", 9).0, Place::Moved(Span::new(3, 21)),);
        // Too short, or more than once.
        assert_eq!(place("", "north", "", 0).0, Place::Changed);
        assert_eq!(place("", "It rains in the", "", 0).0, Place::Changed);
    }

    #[test]
    fn the_hash_is_of_the_words_alone() {
        assert_eq!(words_hash("“It is calm,”"), words_hash("it is  CALM"));
        assert_ne!(words_hash("It is calm"), words_hash("It is clam"));
    }
}
