//! [`LastPlace`]: where the reader was when they left, kept for the next visit.

use percent_encoding::percent_decode_str;
use serde::{Deserialize, Serialize};

/// A place in a site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastPlace {
    version: u32,
    /// Its address, from the site's front page: `articles/SLUG.html#SLUG-p7`, `?q=hair`.
    pub url: String,
    /// What it is called.
    pub name: String,
}

const VERSION: u32 = 2;

/// The longest address, in bytes.
const MAX_URL: usize = 10_000;
/// The longest name, in characters.
const MAX_NAME: usize = 400;

impl LastPlace {
    /// A place by its address from the front page, and its name, of which the beginning is kept. `None` where the
    /// address is too long to be kept.
    #[must_use]
    pub fn new(url: String, name: &str) -> Option<Self> {
        let name = name.chars().take(MAX_NAME).collect();
        (url.len() <= MAX_URL).then_some(Self { version: VERSION, url, name })
    }

    /// Reads the three lines that version 1 kept: the version, an address that begins with `?`, a name.
    #[must_use]
    pub fn from_version_1(text: &str) -> Option<Self> {
        let mut lines = text.split('\n');
        lines.next().filter(|version| *version == "1")?;
        let url = lines.next().filter(|url| url.starts_with('?'))?;
        let name = lines.next()?;
        lines.next().is_none().then(|| Self::new(url.to_owned(), name))?
    }

    /// Whether it is of this version and can be shown as a link within the site: whoever writes into the
    /// storage of this origin cannot have it lead elsewhere.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        let Self { version, url, name } = self;
        let is_local = url.starts_with(['?', '#'])
            || ["articles/", "speakers/", "list/"].iter().any(|folder| url.starts_with(folder));
        let path = url.split(['?', '#']).next().unwrap_or_default();
        let climbs = path
            .split('/')
            .any(|part| matches!(&*percent_decode_str(part).decode_utf8_lossy(), "." | ".."));
        *version == VERSION
            && is_local
            && !climbs
            && url.len() <= MAX_URL
            && url.chars().all(|c| !c.is_control() && c != '\\')
            && !name.trim().is_empty()
            && name.chars().count() <= MAX_NAME
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Option<LastPlace> {
        serde_json::from_str(json).ok().filter(LastPlace::is_sound)
    }

    #[test]
    fn a_place_comes_back() {
        for url in [
            "articles/calm.html?q=a#calm-p3",
            "speakers/ada-voss.html",
            "list/articles-2.html",
            "?q=a",
        ] {
            let place = LastPlace::new(url.to_owned(), "All calm").expect("it is short");
            let kept = serde_json::to_string(&place).expect("it is data");
            assert_eq!(read(&kept), Some(place));
        }
    }

    #[test]
    fn what_version_1_kept_is_read() {
        let place = LastPlace::from_version_1("1\n?article=calm#calm-p3\nAll calm");
        assert!(place.as_ref().is_some_and(LastPlace::is_sound), "{place:?}");
        for foreign in ["", "1", "1\n?a", "1\nhttps://a.example\nA", "2\n?a\nA", "1\n?a\nA\nB"] {
            assert_eq!(LastPlace::from_version_1(foreign), None, "{foreign:?}");
        }
    }

    #[test]
    fn what_leads_elsewhere_is_refused() {
        for url in [
            "",
            "//a.example",
            "https://a.example",
            "javascript:alert(1)",
            "../",
            "articles/../../logout",
            "articles/%2e%2E/a",
            "\\\\a",
            "?\n",
        ] {
            let place = LastPlace::new(url.to_owned(), "A");
            assert!(place.is_some_and(|place| !place.is_sound()), "{url:?}");
        }
        assert!(LastPlace::new("?q=a".to_owned(), " ").is_some_and(|place| !place.is_sound()));
        assert_eq!(LastPlace::new(format!("?q={}", "a".repeat(10_000)), "A"), None);
        assert_eq!(read(r#"{"version":3,"url":"?q=a","name":"A"}"#), None);
    }
}
