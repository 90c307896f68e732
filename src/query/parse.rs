//! [`Query`]: what was typed, as words and phrases.

use super::Notice;
use crate::fold::fold;
use crate::index::MAX_TERM;
use crate::token::{Link, compound, tokenize};

/// The most words of a query that count; what a pasted paragraph has, and a bound on the work.
const MAX_WORDS: usize = 256;

/// What a reader asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// In the order typed, without repetitions.
    pub(super) atoms: Vec<Atom>,
}

/// A word or phrase to find or exclude.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Atom {
    /// One after the other; not empty.
    pub words: Vec<Word>,
    /// All words put together, where they are joined by hyphens or apostrophes.
    pub compound: Option<String>,
    /// Whether the last word may go on.
    pub prefix: bool,
    /// Whether paragraphs that have it are left out.
    pub excluded: bool,
}

/// A folded word of an [`Atom`], no longer than an index term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    pub text: String,
    /// Whether nothing may lie between it and the word before.
    pub touching: bool,
}

impl Query {
    /// Reads what was typed; the [module](super) says how. Never fails: half a query is a query.
    ///
    /// ```
    /// use whosaid::query::Query;
    ///
    /// let (query, notices) = Query::parse("kabul “hands off");
    /// assert!(!query.is_empty());
    /// assert_eq!(notices[0].message(), "The quotation mark is not closed; the phrase was read to the end.");
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> (Self, Vec<Notice>) {
        let mut query = Self::default();
        let mut notices = Vec::new();
        let mut rest = text.trim_start();
        let mut n_words = 0;
        while let Some(first) = rest.chars().next() {
            let (after_sign, excluded) = match rest.strip_prefix(['-', '\u{2212}']) {
                Some(after) if after.starts_with(|c: char| !c.is_whitespace()) => (after, true),
                _ => (rest, false),
            };
            let quoted = after_sign.strip_prefix(is_quote_mark);
            let (asked, closed) = match quoted {
                Some(inside) => match inside.split_once(is_quote_mark) {
                    Some((phrase, after)) => {
                        rest = after;
                        (phrase, true)
                    }
                    None => {
                        rest = "";
                        if !inside.is_empty() {
                            notices.push(Notice::OpenPhrase);
                        }
                        (inside, false)
                    }
                },
                None => {
                    let end = after_sign
                        .find(|c: char| c.is_whitespace() || is_quote_mark(c))
                        .unwrap_or(after_sign.len());
                    let end = if end == 0 { first.len_utf8() } else { end };
                    rest = &after_sign[end..];
                    (&after_sign[..end], false)
                }
            };
            // As long as nothing follows, the word may still be in the typing.
            let prefix = !closed && (rest.is_empty() || asked.ends_with('*'));
            rest = rest.trim_start();
            let Some(atom) = Atom::new(asked, prefix, excluded) else { continue };
            n_words += atom.words.len();
            if n_words > MAX_WORDS {
                notices.push(Notice::TooLong { n_words: n_words - atom.words.len() });
                break;
            }
            if !query.atoms.contains(&atom) {
                query.atoms.push(atom);
            }
        }
        if query.is_empty() && text.chars().any(|c| !c.is_whitespace()) {
            notices.push(Notice::NoWords);
        }
        (query, notices)
    }

    /// Whether it asks for nothing and excludes nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.atoms.is_empty()
    }

    /// The words and phrases to find, not those to exclude.
    pub(super) fn wanted(&self) -> impl Iterator<Item = &Atom> {
        self.atoms.iter().filter(|atom| !atom.excluded)
    }
}

impl Atom {
    /// The words of a stretch of the query; `None` if it has none.
    fn new(asked: &str, prefix: bool, excluded: bool) -> Option<Self> {
        let folded = fold(asked);
        let mut tokens = tokenize(&folded);
        // A longer phrase is told apart by its beginning just as well.
        tokens.truncate(MAX_WORDS);
        let compound = match compound(&folded, &tokens, 0) {
            Some((word, n_tokens)) if n_tokens == tokens.len() => Some(cut(&word).to_owned()),
            _ => None,
        };
        let words: Vec<Word> = tokens
            .iter()
            .map(|token| Word {
                text: cut(token.text(&folded)).to_owned(),
                touching: token.link == Link::Touching,
            })
            .collect();
        // A word that anything but a star follows is complete.
        let ends_in_word = tokens.last().is_some_and(|token| {
            let after = &folded.text()[token.folded.end as usize..];
            after.is_empty() || after == "*"
        });
        let prefix = prefix && ends_in_word;
        (!words.is_empty()).then_some(Self { words, compound, prefix, excluded })
    }
}

/// A word cut to the length of index terms.
pub(super) fn cut(word: &str) -> &str {
    &word[..word.floor_char_boundary(MAX_TERM)]
}

/// Whether a character opens or closes a phrase.
fn is_quote_mark(c: char) -> bool {
    matches!(c, '"' | '\u{201c}'..='\u{201f}' | '«' | '»' | '\u{ff02}')
}
