//! Words without markup as an article.

use super::imported::Imported;
use super::line::line;
pub use super::markdown::from_plain_text as to_markdown;

/// The longest first line that is a headline by its length, in characters.
const LONGEST_HEADLINE: usize = 200;

/// Whether a first line is the headline by its length; `has_more` where there are others below it.
pub fn is_headline(first: &str, has_more: bool) -> bool {
    has_more && first.chars().count() <= LONGEST_HEADLINE
}

/// Words as an article: a short first line above others is its headline. `None` where there are no words.
#[must_use]
pub fn article(text: &str) -> Option<Imported> {
    let text = text.trim();
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let (title, body) = match is_headline(first, rest.contains(char::is_alphanumeric)) {
        true => (line(first), rest),
        false => (None, text),
    };
    let has_words = body.contains(char::is_alphanumeric);
    has_words.then(|| Imported { title, body: to_markdown(body), ..Imported::default() })
}
