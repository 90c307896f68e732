//! Phrases beside the main clause that name whose view it is, or who is told.

use std::ops::Range;

use super::noun_phrase::noun_phrase_after;
use crate::quotation::lexicon::lists;
use crate::quotation::word::TaggedParagraph;

/// Whom a sentence says that others spoke to: "The paper spoke to one mother".
pub(crate) fn spoken_to(
    paragraph: &TaggedParagraph,
    sentence: &Range<usize>,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let preposition = (sentence.start + 1..sentence.end).find(|&at| {
        words[at].is_any(&["to", "with"])
            && lists::SPEAK_WITH.contains(&words[at - 1].text)
            && !words[at].is_inside()
    })?;
    noun_phrase_after(paragraph, preposition + 1, sentence.end)
}

/// The person of a sentence told from someone's point of view: "For Kravtsov, the war …".
pub(crate) fn point_of_view(
    paragraph: &TaggedParagraph,
    range: &Range<usize>,
) -> Option<Range<usize>> {
    let first = paragraph.words.get(range.start).filter(|_| !range.is_empty())?;
    if !first.is_any(&["for", "to"]) {
        return None;
    }
    let phrase = noun_phrase_after(paragraph, range.start + 1, range.end)?;
    let comma = paragraph.words.get(phrase.end).is_some_and(|word| word.text == ",");
    (comma && paragraph.words[phrase.end - 1].is_name()).then_some(phrase)
}
