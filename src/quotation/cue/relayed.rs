//! Who says what somebody only passes on: "played a clip of the senator saying", "heard a neighbour saying".

use std::ops::Range;

use crate::quotation::lexicon::{Tags, lists};
use crate::quotation::phrase;
use crate::quotation::word::TaggedParagraph;

/// What the participle at `at` belongs to where it stands right behind what somebody hears, shows or cites: that, and not
/// whoever does so.
pub(super) fn relayed_subject(
    paragraph: &TaggedParagraph,
    range: &Range<usize>,
    at: usize,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let last = at.checked_sub(1).filter(|&last| last > range.start + 1 && words[last].is_word())?;
    let relayed = phrase::noun_phrase_before(paragraph, last, range.start + 1)?;
    let has_determiner = words[relayed.start].has(Tags::DETERMINER);
    let verb = &words[relayed.start - 1];
    (has_determiner && lists::VERBS_OF_RELAYING.contains(&verb.text)).then_some(relayed)
}
