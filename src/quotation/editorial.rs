//! [`Editorial`]: the publisher's corrections of speakers and quotations, which override what the engine
//! finds.

use std::collections::BTreeMap;

use super::model::Kind;
use crate::article::ArticleId;
use crate::span::Span;

/// What a publisher lays down about a dossier's speakers and quotations; the engine obeys.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Editorial {
    /// Speakers the publisher names.
    pub speakers: Vec<KnownSpeaker>,
    /// Corrections by article; any order.
    pub corrections: BTreeMap<ArticleId, Vec<Correction>>,
}

/// A speaker as the publisher names one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KnownSpeaker {
    /// The name to show.
    pub name: String,
    /// Other names and spellings that mean the same person or body in this dossier.
    pub aliases: Vec<String>,
    /// Roles, in the order to show, instead of those that the articles give; `None` leaves those.
    pub roles: Option<Vec<String>>,
    /// Whether this is nobody who speaks, so that its quotations are unattributed.
    pub is_hidden: bool,
}

/// What the publisher says of one quotation of an article, or of several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// Which.
    pub target: CorrectionTarget,
    /// What is to hold.
    pub verdict: QuotationVerdict,
}

/// Of which quotations a [`Correction`] speaks.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum CorrectionTarget {
    /// Of the one that has a content Span overlapping these words, which are not empty and inside one
    /// paragraph; where there is none, it makes one of exactly these words.
    Words(Span),
    /// Of all whose speaker the article names or points to with exactly these words ("Mr. Orlan"). What is
    /// said of the words of one of them goes before it.
    Mention(String),
}

/// What is to hold for the words of a [`Correction`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QuotationVerdict {
    /// They are no quotation.
    NotQuotation,
    /// They are a quotation.
    Quotation {
        /// Its kind; `None` leaves what was found (a new one is direct when marks enclose the words,
        /// else indirect).
        kind: Option<Kind>,
        /// Who said it.
        speaker: SpeakerVerdict,
    },
}

/// What the publisher says of a quotation's speaker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SpeakerVerdict {
    /// Leave what was found.
    AsFound,
    /// Nobody can be named.
    Unattributed,
    /// The speakers of these names or aliases, at least one; a new speaker where none has it.
    Named(Vec<String>),
}
