//! Phrases beside the main clause that name whose view it is, or who is told.

use std::ops::Range;

use super::noun_phrase::noun_phrase_after;
use super::subject::main_subject;
use crate::quotation::lexicon::{Tags, lists};
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

/// Whom the author or a paper has spoken to, by name: "I met Ada Voss last week", "The Post caught up with Ada Voss". Who was
/// sought out for their words says what follows.
pub(crate) fn interviewed(
    paragraph: &TaggedParagraph,
    sentence: &Range<usize>,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let subject = main_subject(paragraph, sentence)?;
    let asks = &words[subject.clone()];
    let is_author = asks.len() == 1 && asks[0].is_any(&["i", "we"]);
    let is_paper = asks.last().is_some_and(|last| last.has(Tags::BODY) && last.is_name());
    let verb =
        (subject.end..sentence.end).find(|&at| !words[at].has(Tags::AUXILIARY | Tags::ADVERB))?;
    let meets = lists::VERBS_OF_MEETING.contains(&words[verb].text);
    let up =
        usize::from(words.get(verb + 1).is_some_and(|up| up.text == "up" || up.text == "down"));
    let to = words.get(verb + 1 + up).is_some_and(|to| to.is_any(&["to", "with"]));
    let speaks = to
        && (lists::SPEAK_WITH.contains(&words[verb].text)
            || matches!(words[verb].text, "caught" | "sat"));
    let start = if speaks { verb + 2 + up } else { verb + 1 };
    let whom = noun_phrase_after(paragraph, start, sentence.end)?;
    let is_named = words[whom.end - 1].is_name() && !words[whom.end - 1].is_possessive();
    ((is_author || is_paper) && (meets || speaks) && is_named).then_some(whom)
}

/// The person of a sentence told from someone's point of view: "For Kravtsov, the war …", "But for Kravtsov, …".
pub(crate) fn point_of_view(
    paragraph: &TaggedParagraph,
    range: &Range<usize>,
) -> Option<Range<usize>> {
    let first = paragraph.words.get(range.start).filter(|_| !range.is_empty())?;
    let start = range.start + usize::from(first.has(Tags::COORDINATOR));
    let first = paragraph.words.get(start).filter(|_| start < range.end)?;
    if !first.is_any(&["for", "to"]) {
        return None;
    }
    let phrase = noun_phrase_after(paragraph, start + 1, range.end)?;
    let comma = paragraph.words.get(phrase.end).is_some_and(|word| word.text == ",");
    (comma && paragraph.words[phrase.end - 1].is_name()).then_some(phrase)
}
