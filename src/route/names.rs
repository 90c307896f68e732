//! What speakers, outlets and paragraphs are called in addresses.

use crate::dossier::Dossier;
use crate::query::SpeakerChoice;
use crate::shorten::at_char;
use crate::slug::{OUTLET_NOT_STATED, slug};

/// The slug that stands for "nobody can be named" among speakers, and is no speaker's.
pub const UNATTRIBUTED: &str = "unattributed";

/// The slug of a speaker choice in URLs, attributes and checkboxes.
#[must_use]
pub fn speaker_slug<'b>(choice: SpeakerChoice, dossier: &Dossier<'b>) -> &'b str {
    match choice {
        SpeakerChoice::Speaker(speaker) => dossier.speakers.slug(speaker),
        SpeakerChoice::Unattributed => UNATTRIBUTED,
    }
}

/// The choice of that [`speaker_slug`].
#[must_use]
pub fn speaker_choice(slug: &str, dossier: &Dossier) -> Option<SpeakerChoice> {
    if slug == UNATTRIBUTED {
        return Some(SpeakerChoice::Unattributed);
    }
    dossier.speaker_by_slug(slug).map(SpeakerChoice::Speaker)
}

/// The slugs of the outlets that are named or slugged so, as far as the dossier has an article of them: one,
/// or, of [`OUTLET_NOT_STATED`], those that stand for the articles without one.
#[must_use]
pub fn outlets_named(value: &str, dossier: &Dossier) -> Vec<String> {
    let wanted = slug(value);
    let outlets = dossier.index.outlets();
    if outlets.contains(&&*wanted) {
        return vec![wanted];
    }
    let without = dossier
        .article_ids()
        .filter(|id| wanted == OUTLET_NOT_STATED && dossier.articles.outlet(*id).is_none());
    let places = without.filter_map(|id| dossier.index.outlet_of(id));
    places.filter_map(|at| outlets.get(at).map(|slug| (*slug).to_owned())).collect()
}

/// The element id of a paragraph, and its fragment in URLs.
#[must_use]
pub fn paragraph_id(article_slug: &str, paragraph: u32) -> String {
    format!("{article_slug}-p{paragraph}")
}

/// The article's slug and the number of a [`paragraph_id`]; `None` where it is none.
#[must_use]
pub fn paragraph_of(id: &str) -> Option<(&str, u32)> {
    let (article_slug, number) = id.rsplit_once("-p")?;
    Some((article_slug, number.parse().ok()?))
}

/// At most 40 characters of a foreign text, for a notice.
pub(super) fn shortened(text: &str) -> String {
    at_char(text, 40)
}
