//! Text of others as one line of ours.

use crate::date;
use crate::shorten::first_chars;
use crate::web_url::is_web_url;

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

/// When it was published; what cannot be read as a date is noted.
pub fn published(text: &str, notes: &mut Vec<String>) -> Option<String> {
    let text = line(text)?;
    let published = date::published(&text).ok();
    if published.is_none() {
        let start = first_chars(&text, 40);
        notes.push(format!("the date “{start}” is left out, because it cannot be read"));
    }
    published
}

/// A web address; what is none is noted.
pub fn address(text: &str, notes: &mut Vec<String>) -> Option<String> {
    let url = line(text)?;
    if is_web_url(&url) {
        return Some(url);
    }
    let start = first_chars(&url, 60);
    notes.push(format!(
        "the address “{start}” is left out, because it does not begin with https:// or http://"
    ));
    None
}
