//! [`slug()`]: the form of a name that goes into URLs and attributes.

use crate::article::Article;
use crate::fold::fold;

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
    let words = folded.text().split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

/// The slug of the outlet of articles that state none.
pub const OUTLET_NOT_STATED: &str = "not-stated";

/// The outlet of an article as filters and URLs name it: its slug, or [`OUTLET_NOT_STATED`].
#[must_use]
pub fn outlet_slug(article: &Article) -> String {
    let stated = article.byline.outlet.as_deref().map(slug).filter(|slug| !slug.is_empty());
    stated.unwrap_or_else(|| OUTLET_NOT_STATED.to_owned())
}
