//! [`Omission`]: why something in a file is no article.

use std::fmt;

/// Why an entry of a feed, a row of a table or an object is no article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Omission {
    /// It is none that is shown: a draft, an image, a page without text.
    NotShown {
        /// Its title, where it has one.
        title: Option<String>,
        /// What it is, behind "an entry": "of the type `attachment`", "without text".
        reason: String,
    },
    /// What is wrong with it, a clause without a full stop.
    Fault(String),
}

impl Omission {
    /// Of an entry without text.
    pub fn without_text(title: Option<String>) -> Self {
        Self::NotShown { title, reason: "without text".to_owned() }
    }

    /// Of an entry whose text nobody has made a page of.
    pub fn of_editor(title: Option<String>) -> Self {
        Self::NotShown {
            title,
            reason: "whose text is there only as its editor keeps it".to_owned(),
        }
    }

    /// Of a page that is none but leads to others.
    pub fn list(title: Option<String>) -> Self {
        Self::NotShown { title, reason: "that lists articles and is none".to_owned() }
    }

    /// Of the page that a site shows at addresses where it has none.
    pub fn not_found(title: Option<String>) -> Self {
        Self::NotShown { title, reason: "that stands for pages that are missing".to_owned() }
    }

    /// Of a page whose file says that it is a draft.
    pub fn draft(title: Option<String>) -> Self {
        Self::NotShown { title, reason: "whose file is named as a draft".to_owned() }
    }

    /// Of an entry in this state.
    pub fn of_status(title: Option<String>, status: &str) -> Self {
        Self::NotShown { title, reason: format!("whose status is `{}`", status.trim()) }
    }
}

impl From<String> for Omission {
    fn from(what: String) -> Self {
        Self::Fault(what)
    }
}

impl fmt::Display for Omission {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotShown { title, reason } => {
                let title = title.as_deref().unwrap_or("without a title");
                write!(f, "the entry “{title}” is left out as one {reason}")
            }
            Self::Fault(what) => f.write_str(what),
        }
    }
}
