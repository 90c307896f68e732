//! [`Note`]: what a reader wrote, about which words or view, and what the reader objects to.

use serde::{Deserialize, Serialize};

use crate::anchor::{Anchor, Place};
use crate::article::ArticleId;
use crate::dossier::Dossier;
use crate::span::Span;

/// A note of the reader's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// A name that no other note has: `urn:uuid:…`.
    pub id: String,
    /// When it was made and last changed: ISO 8601, in UTC.
    pub created: String,
    /// See [`Note::created`].
    pub modified: String,
    /// What the reader wrote; may be empty.
    pub text: String,
    /// In the order in which the reader gave them, each once.
    pub tags: Vec<String>,
    /// What it is about.
    pub about: About,
    /// Where the reader objects to an attribution: who it was in truth.
    #[serde(default)]
    pub says: Option<Says>,
}

/// A reader's own word on a quotation, or on the speaker whom it is attributed to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Says {
    /// This one said it.
    Speaker(String),
    /// Nobody can be named.
    Nobody,
    /// It is no quotation.
    NoQuotation,
    /// Its speaker and another one are the same.
    Same(Names),
    /// What the dossier takes for one speaker are two.
    Different(Names),
}

/// A speaker and another name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Names {
    /// The speaker of a quotation.
    pub speaker: String,
    /// Who that is too, or is not.
    pub other: String,
}

impl Says {
    /// Which other name it is about; `None` where it is about who said something.
    pub(super) fn matter(&self) -> Option<&str> {
        match self {
            Self::Speaker(_) | Self::Nobody | Self::NoQuotation => None,
            Self::Same(names) | Self::Different(names) => Some(&names.other),
        }
    }

    /// As annotations have it.
    pub(super) fn value(&self) -> String {
        match self {
            Says::Speaker(name) => format!("{SPEAKER}{name}"),
            Says::Nobody => "unattributed".to_owned(),
            Says::NoQuotation => "not a quotation".to_owned(),
            Says::Same(Names { speaker, other }) => format!("{SAME}{speaker}\n{other}"),
            Says::Different(Names { speaker, other }) => format!("{DIFFERENT}{speaker}\n{other}"),
        }
    }

    pub(super) fn from_value(value: &str) -> Option<Self> {
        match value {
            "unattributed" => Some(Says::Nobody),
            "not a quotation" => Some(Says::NoQuotation),
            value => {
                if let Some(name) = value.strip_prefix(SPEAKER) {
                    return Some(Says::Speaker(name_of(name)?));
                }
                let is_same = value.starts_with(SAME);
                let names = value.strip_prefix(SAME).or_else(|| value.strip_prefix(DIFFERENT))?;
                let (speaker, other) = names.split_once('\n')?;
                let names = Names { speaker: name_of(speaker)?, other: name_of(other)? };
                Some(if is_same { Says::Same(names) } else { Says::Different(names) })
            }
        }
    }
}

/// A name as it can stand in an annotation.
fn name_of(text: &str) -> Option<String> {
    let name = text.trim();
    (!name.is_empty() && name.chars().count() <= 200).then(|| name.to_owned())
}

/// Begins the value of an annotation that names a speaker.
const SPEAKER: &str = "speaker: ";
/// Begins the value of one that says that two speakers are one; their names follow, a line each.
const SAME: &str = "same speaker: ";
/// Begins the value of one that says that one speaker is two; their names follow, a line each.
const DIFFERENT: &str = "different speakers: ";

/// What a note is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum About {
    /// Words of an article, named by its slug.
    Words {
        /// The article.
        article: String,
        /// The words.
        anchor: Anchor,
    },
    /// A view, by its address from the site's front page.
    View {
        /// The address.
        url: String,
        /// What the view is called.
        title: String,
    },
}

/// Where a note's words stand in a dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is about a view.
    View,
    /// In this article.
    Found(ArticleId, Place),
    /// In this article, whose text is not there yet.
    Unread(ArticleId),
    /// The dossier does not have the article any more.
    Gone,
}

impl Standing {
    /// What has become of the words, where that is known.
    #[must_use]
    pub fn place(self) -> Option<Place> {
        match self {
            Standing::Found(_, place) => Some(place),
            Standing::View | Standing::Unread(_) | Standing::Gone => None,
        }
    }
}

impl Note {
    /// Where its words stand.
    #[must_use]
    pub fn standing(&self, dossier: &Dossier) -> Standing {
        let About::Words { article, anchor } = &self.about else { return Standing::View };
        match dossier.article_by_slug(article) {
            Some(id) => {
                // Asks for its text where that is not there.
                let article = dossier.article(id);
                match dossier.articles.is_here(id) {
                    true => Standing::Found(id, anchor.find(&article.text)),
                    false => Standing::Unread(id),
                }
            }
            None => Standing::Gone,
        }
    }

    /// The Span of its words in the text of an article; `None` where it is not about that, and where they are not found.
    #[must_use]
    pub fn span_in(&self, slug: &str, text: &str) -> Option<Span> {
        match &self.about {
            About::Words { article, anchor } if article == slug => anchor.find(text).span(),
            _ => None,
        }
    }

    /// Sets its tags from a line in which commas part them.
    pub fn set_tags(&mut self, line: &str) {
        self.tags = tags(line.split(','));
    }
}

/// Tags without the spaces around them, each once.
pub(super) fn tags<'t>(given: impl IntoIterator<Item = &'t str>) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for tag in given.into_iter().map(str::trim).filter(|tag| !tag.is_empty()) {
        if !tags.iter().any(|other| other == tag) {
            tags.push(tag.to_owned());
        }
    }
    tags
}
