//! [`slug()`]: the form of a name that goes into URLs and attributes.

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
