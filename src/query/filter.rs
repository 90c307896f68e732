//! [`Filter`]: which quotations and outlets to keep.

use enumset::EnumSet;
use sorted_vec::SortedSet;

use crate::quotation::{Kind, Quotation, SpeakerId};

/// Which quotations and outlets to keep. An empty set restricts nothing.
///
/// Values of one set are alternatives, the sets apply together. A paragraph passes `speakers` and
/// `kinds` when one and the same quotation in it has a chosen speaker and a chosen kind.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Who said it.
    pub speakers: SortedSet<SpeakerChoice>,
    /// How it is quoted.
    pub kinds: EnumSet<Kind>,
    /// Slugs as [`outlet_slug`](crate::slug::outlet_slug) makes them.
    pub outlets: SortedSet<String>,
}

/// A speaker to filter by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SpeakerChoice {
    /// This one.
    Speaker(SpeakerId),
    /// Quotations of which nobody knows who said them.
    Unattributed,
}

impl SpeakerChoice {
    /// The choices that a quotation falls under: one for each of its speakers and of the bodies for which
    /// they speak, at least one.
    pub fn of(quotation: &Quotation) -> impl Iterator<Item = Self> + '_ {
        Self::speakers_of(quotation)
            .chain(quotation.attribution.bodies.iter().copied().map(Self::Speaker))
    }

    /// Those of its speakers alone, at least one.
    pub fn speakers_of(quotation: &Quotation) -> impl Iterator<Item = Self> + '_ {
        let speakers = &quotation.attribution.speakers;
        let nobody = speakers.is_empty().then_some(Self::Unattributed);
        speakers.iter().copied().map(Self::Speaker).chain(nobody)
    }
}

impl From<Option<SpeakerId>> for SpeakerChoice {
    fn from(speaker: Option<SpeakerId>) -> Self {
        speaker.map_or(Self::Unattributed, Self::Speaker)
    }
}

impl Filter {
    /// Whether `speakers` and `kinds` choose this quotation. Where both are empty they choose none.
    #[must_use]
    pub fn chooses(&self, quotation: &Quotation) -> bool {
        let is_restricted = !self.speakers.is_empty() || !self.kinds.is_empty();
        let of_speaker = self.speakers.is_empty()
            || SpeakerChoice::of(quotation).any(|choice| self.speakers.contains(&choice));
        let of_kind = self.kinds.is_empty() || self.kinds.contains(quotation.kind);
        is_restricted && of_speaker && of_kind
    }

    /// Whether it restricts nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.speakers.is_empty() && self.kinds.is_empty() && self.outlets.is_empty()
    }
}
