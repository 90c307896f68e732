//! [`UnresolvedQuotation`]: a quotation as the clauses and marks of a paragraph show it, with the
//! [`Mention`] of its speaker. Who that is, `coreference` decides.

use std::ops::Range;

use super::model::{Attribution, Kind, Quotation, Rule, WhyOpen};
use super::word::{TaggedParagraph, WordPosition};
use crate::span::Span;

/// A phrase that names or points to a speaker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mention {
    /// The number of its paragraph.
    pub(super) paragraph: usize,
    /// Its words in that paragraph.
    pub(super) words: Range<usize>,
}

impl Mention {
    /// The phrase of these words of a paragraph.
    pub(super) fn new(paragraph: &TaggedParagraph, words: Range<usize>) -> Self {
        Self { paragraph: paragraph.number, words }
    }

    /// Where it begins: paragraph and word.
    pub(super) fn position(&self) -> WordPosition {
        (self.paragraph, self.words.start)
    }
}

/// A quotation before its speaker is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct UnresolvedQuotation {
    /// As in [`Quotation`].
    pub(super) contents: Vec<Span>,
    /// As in [`Quotation`].
    pub(super) kind: Kind,
    /// As in [`Quotation`].
    pub(super) fragments: Vec<Span>,
    /// The cue's words.
    pub(super) cue: Option<Span>,
    /// Who spoke, where the text says so.
    pub(super) mention: Option<Mention>,
    /// The rule that made the link.
    pub(super) rule: Rule,
}

impl UnresolvedQuotation {
    /// The quotation, as yet without speakers.
    pub(super) fn quotation(
        self,
        mention: Option<Span>,
        why_open: Option<WhyOpen>,
        confidence: u8,
    ) -> Quotation {
        let UnresolvedQuotation { contents, kind, fragments, cue, rule, .. } = self;
        let (speakers, bodies) = (Vec::new(), Vec::new());
        let attribution = Attribution {
            cue,
            mention,
            name_before: None,
            speakers,
            bodies,
            why_open,
            rule,
            confidence,
        };
        Quotation { contents, kind, fragments, attribution }
    }

    /// One past the last byte of its contents.
    pub(super) fn end(&self) -> u32 {
        self.contents.last().map_or(0, |span| span.end)
    }
}
