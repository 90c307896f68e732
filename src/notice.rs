//! [`Notice`]: what the reader is told because it was passed over or went wrong.
//!
//! Typed, so that tests and other languages need no sentence; [`crate::wording`] has the words.

/// One thing that was passed over or went wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// The query in the link was too long and has been cut.
    QueryCut,
    /// A parameter or fragment of the link that this dossier does not have, at most some 80 characters.
    UnknownLinkPart(String),
    /// The stored preferences could not be read, so the defaults apply.
    PreferencesUnreadable,
    /// The stored place of the last visit could not be read, so it is forgotten.
    PlaceUnreadable,
    /// A link names words that stand in another paragraph than it says; this one was opened.
    CitedMoved(u32),
    /// A link names words that do not stand in its article any more.
    CitedChanged,
    /// The accent that the host of the frame lends has too little contrast.
    FaintAccent,
    /// Notes could not be written to the browser's database: it is full or refuses.
    NotesNotKept,
    /// So many stored notes could not be read.
    NotesUnreadable(usize),
}

impl Notice {
    /// Whether it is about the link that led here, and so about nothing any more where another one leads elsewhere.
    #[must_use]
    pub fn is_about_link(&self) -> bool {
        match self {
            Notice::QueryCut
            | Notice::UnknownLinkPart(_)
            | Notice::CitedMoved(_)
            | Notice::CitedChanged
            | Notice::FaintAccent => true,
            Notice::PreferencesUnreadable
            | Notice::PlaceUnreadable
            | Notice::NotesNotKept
            | Notice::NotesUnreadable(_) => false,
        }
    }
}
