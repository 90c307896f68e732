//! [`slug()`]: the form of a name that goes into URLs and attributes; [`article_slug`]: that of an article.

use std::collections::BTreeMap;

use deunicode::{deunicode, deunicode_char};

use crate::article::Article;
use crate::fold::fold;
use crate::token::is_word_char;

/// A name as lower-case letters and digits with single hyphens between its words.
///
/// Diacritics go (`Süddeutsche` becomes `suddeutsche`); letters of other scripts stay. A name
/// without letters or digits gives the empty slug.
///
/// ```
/// use whosaid::slug::slug;
///
/// assert_eq!(slug("The Moscow Times"), "the-moscow-times");
/// assert_eq!(slug("Echo “Moskwy” (radio)"), "echo-moskwy-radio");
/// ```
#[must_use]
pub fn slug(name: &str) -> String {
    let folded = fold(name);
    let mut slug = String::new();
    let mut in_word = true;
    for c in folded.text().chars() {
        let is_in_word = is_word_char(c);
        if is_in_word {
            if !in_word && !slug.is_empty() {
                slug.push('-');
            }
            slug.push(c);
        }
        in_word = is_in_word;
    }
    slug
}

/// Names in addresses, of which each is given once.
#[derive(Debug, Default)]
pub struct Slugs {
    /// Each with the number that was given behind it last.
    given: BTreeMap<String, u32>,
}

impl Slugs {
    /// The slug, or, where it was given before, the slug with the first free number behind it.
    ///
    /// ```
    /// let mut slugs = whosaid::slug::Slugs::default();
    ///
    /// assert_eq!(["a", "a", "a-2", "a"].map(|slug| slugs.give(slug)), ["a", "a-2", "a-2-2", "a-3"]);
    /// ```
    pub fn give(&mut self, slug: &str) -> String {
        let mut free = slug.to_owned();
        while self.given.contains_key(&free) {
            let number = self.given.entry(slug.to_owned()).or_insert(1);
            *number += 1;
            free = format!("{slug}-{number}");
        }
        self.given.insert(free.clone(), 1);
        free
    }
}

/// Names all articles that state no outlet, in URLs and options.
pub const OUTLET_NOT_STATED: &str = "not-stated";

/// The outlet of an article as filters and URLs name it: the slug of its outlet; where it states none, of
/// its editors' label; where it has none either, its own.
#[must_use]
pub fn outlet_slug(article: &Article) -> String {
    let name = article.byline.outlet.as_ref().or(article.byline.label.as_ref());
    let named = name.map(|name| slug(name)).filter(|slug| !slug.is_empty());
    named.unwrap_or_else(|| article.slug.clone())
}

/// Ids that parts of the page have, but for those with an underscore, which no slug has; sorted. An article's
/// slug is the id of its element, so none of them can be one.
const IDS_OF_THE_PAGE: [&str; 20] = [
    "articles",
    "dialog-title",
    "edition",
    "evidence",
    "evidence-title",
    "failure",
    "failure-reason",
    "failure-what",
    "filters",
    "foot-buttons",
    "full-text",
    "left-at",
    "main",
    "offline",
    "query",
    "query-help",
    "reader",
    "site-foot",
    "speakers",
    "update",
];

/// What an article is called whose file and title have no letter or digit.
pub const NAMELESS: &str = "article";

/// A slug for an article of these words; the words themselves where they are one. Letters of other scripts are written in
/// Latin ones, signs are not: "£1m" is no "PS1m". What the page needs for itself gets another ending; words without a
/// letter or digit give the empty slug.
#[must_use]
pub fn article_slug(words: &str) -> String {
    // An accent may be a character of its own, which is left out by itself.
    let is_sign = |c: char| {
        let latin = deunicode_char(c).unwrap_or_default();
        !c.is_alphanumeric() && latin.contains(|c: char| c.is_ascii_alphanumeric())
    };
    let latin = || deunicode(&words.replace(is_sign, " "));
    let slug = if is_well_formed(words) { words.to_owned() } else { slug(&latin()) };
    if slug.is_empty() || !is_of_the_page(&slug) { slug } else { format!("{slug}-{NAMELESS}") }
}

fn is_well_formed(slug: &str) -> bool {
    let is_word = |word: &str| {
        !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    };
    slug.split('-').all(is_word)
}

/// Whether it is the id of a part of the page, or ends like that of a paragraph or name in an article.
fn is_of_the_page(slug: &str) -> bool {
    let is_numbered = |word: &str| {
        let number = word.strip_prefix(['p', 'q']).unwrap_or_default();
        !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
    };
    IDS_OF_THE_PAGE.contains(&slug)
        || slug.rsplit_once('-').is_some_and(|(_, last)| is_numbered(last))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use super::*;

    #[test]
    fn slugs_are_made_of_any_words() {
        let check = |words: &str, expected: &str| {
            let found = article_slug(words);
            assert_eq!(found, expected, "{words}");
            assert!(found.is_empty() || (is_well_formed(&found) && !is_of_the_page(&found)));
        };
        check("kabul-fell", "kabul-fell");
        check("Kabul fell!", "kabul-fell");
        check("2021_08--Über", "2021-08-uber");
        check("Cafe\u{301} fund passes £1m", "cafe-fund-passes-1m");
        check("Кабул пал", "kabul-pal");
        check("speakers", "speakers-article");
        check("a-p12", "a-p12-article");
        check("p12", "p12");
        check("…", "");
    }

    /// Every id that the sources of the page write out: `id="…"`.
    fn ids_in(path: &Path, ids: &mut BTreeSet<String>) {
        if path.is_dir() {
            for entry in fs::read_dir(path).unwrap() {
                ids_in(&entry.unwrap().path(), ids);
            }
            return;
        }
        let source = fs::read_to_string(path).unwrap();
        let values = source.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next());
        ids.extend(values.map(str::to_owned));
    }

    #[test]
    fn no_article_can_take_an_id_of_the_page() {
        let mut ids = BTreeSet::new();
        for path in ["index.html", "src/app", "src/press"] {
            ids_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join(path), &mut ids);
        }
        assert!(ids.contains("speakers"), "the sources are where they are looked for");
        // A slug has no underscore.
        ids.retain(|id| !id.contains('_') && !IDS_OF_THE_PAGE.contains(&id.as_str()));
        assert!(ids.is_empty(), "add these to IDS_OF_THE_PAGE: {ids:?}");
    }
}
