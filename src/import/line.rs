//! Text of others as one line of ours.

use oxilangtag::LanguageTag;

use crate::date;

/// The text on one line: white space collapsed, control characters dropped; `None` where nothing is left.
///
/// Spaces that do not break are characters of the text, as everywhere here.
pub fn line(text: &str) -> Option<String> {
    let text: String = text
        .split_ascii_whitespace()
        .map(|word| word.replace(char::is_control, ""))
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    (!text.trim().is_empty()).then_some(text)
}

/// A language tag as BCP 47 writes it; `en_US`, as locales are written, is `en-US`.
pub fn language(text: &str) -> Option<String> {
    let tag = line(text)?.replace('_', "-");
    LanguageTag::parse(tag.as_str()).is_ok().then_some(tag)
}

/// When it was published; what cannot be read as a date is noted.
pub fn published(text: &str, notes: &mut Vec<String>) -> Option<String> {
    let text = line(text)?;
    let published = date::published(&text).ok();
    if published.is_none() {
        let start: String = text.chars().take(40).collect();
        notes.push(format!("the date “{start}” is left out, because it cannot be read"));
    }
    published
}
