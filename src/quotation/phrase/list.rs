//! Several who speak: "A, B and C".

use std::ops::Range;

use super::noun_phrase::{noun_phrase_after, noun_phrase_before};
use crate::quotation::lexicon::Tags;
use crate::quotation::word::{TaggedParagraph, Word};

/// `phrase` with the names before it in a list that it ends: "A, B and C", "A, B, and C".
pub(crate) fn with_list_before(
    paragraph: &TaggedParagraph,
    phrase: Range<usize>,
    floor: usize,
) -> Range<usize> {
    let words = &paragraph.words;
    let before = |at: usize, text: &str| at > floor && words[at - 1].text == text;
    let is_last = before(phrase.start, "and") && before(phrase.start - 1, ",");
    let is_last_two = words[phrase.clone()].iter().any(|word| word.is("and"));
    let mut start = phrase.start - usize::from(is_last);
    let mut n_items = 0;
    while (is_last || is_last_two) && before(start, ",") && start > floor + 2 {
        let item = noun_phrase_before(paragraph, start - 2, floor);
        let Some(item) = item.filter(|item| looks_like_person(paragraph, item)) else { break };
        start = item.start;
        n_items += 1;
    }
    // "…, and Smith said" goes on with a clause of its own.
    let is_list = n_items > usize::from(is_last);
    let opens_clause = start == floor
        || words[start - 1].is_mark()
        || words[start - 1].has(Tags::COORDINATOR | Tags::SUBORDINATOR);
    if is_list && opens_clause { start..phrase.end } else { phrase }
}

/// `phrase` with the names behind it in a list that it begins: "said A, B and C".
pub(crate) fn with_list_behind(
    paragraph: &TaggedParagraph,
    phrase: Range<usize>,
    ceiling: usize,
) -> Range<usize> {
    let words = &paragraph.words;
    let mut end = phrase.end;
    if !looks_like_person(paragraph, &phrase) {
        return phrase;
    }
    while end + 1 < ceiling && words[end].text == "," {
        let is_last = words[end + 1].is("and");
        let start = end + 1 + usize::from(is_last);
        let Some(item) = noun_phrase_after(paragraph, start, ceiling) else { break };
        let and = item.clone().find(|&at| words[at].is("and"));
        if !looks_like_person(paragraph, &(item.start..and.unwrap_or(item.end))) {
            break;
        }
        end = item.end;
        if is_last || and.is_some() {
            return phrase.start..end;
        }
    }
    phrase
}

/// Two names or a title and a name: hardly a place or a date.
pub(super) fn looks_like_person(paragraph: &TaggedParagraph, phrase: &Range<usize>) -> bool {
    let words = &paragraph.words[phrase.clone()];
    let part =
        |word: &Word| word.is_name() || word.has(Tags::TITLE | Tags::PARTICLE) || word.is("the");
    words.iter().filter(|word| word.is_name()).count() >= 2
        && words.iter().all(part)
        && !words.iter().any(|word| word.has(Tags::BODY))
}
