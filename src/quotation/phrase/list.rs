//! Several who speak: "A, B and C".

use std::ops::Range;

use super::finite::is_finite_verb;
use super::noun_phrase::{are_bodies, noun_phrase_after, noun_phrase_before};
use crate::quotation::lexicon::{Tags, lists};
use crate::quotation::word::{TaggedParagraph, Word};

/// `phrase` with those before it in a list that it ends: "A, B and C", "A, B, and C", "A, the mayor, and B".
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
    let mut is_of_persons = true;
    let mut is_described = false;
    while (is_last || is_last_two) && before(start, ",") && start > floor + 1 {
        let Some(item) = noun_phrase_before(paragraph, start - 2, floor) else { break };
        let described = described_by(paragraph, &item, floor);
        let is_person = described.is_some()
            || looks_like_person(paragraph, &item)
            || is_person_of_body(paragraph, &item);
        if !is_person && !is_party(paragraph, &item) {
            break;
        }
        is_of_persons &= is_person;
        is_described |= described.is_some();
        start = described.unwrap_or(item).start;
        n_items += 1;
    }
    // Of "friends, lobbyists and foes" only the first would be known.
    let is_whole =
        is_of_persons || words[phrase.end - 1].is_name() || is_bare_plural(&words[phrase.clone()]);
    // "…, and Smith said" goes on with a clause of its own.
    let is_list = is_described || n_items > usize::from(is_last);
    // "As demand falls, unions and schools say": of these only where nothing is before them.
    let opens_clause = start == floor
        || words[start - 1].is_mark()
        || is_of_persons && words[start - 1].has(Tags::COORDINATOR | Tags::SUBORDINATOR);
    if is_list && is_whole && opens_clause { start..phrase.end } else { phrase }
}

/// Whom a phrase describes that stands behind their name and a comma: Otto Roe of "Otto Roe, the mayor".
fn described_by(
    paragraph: &TaggedParagraph,
    phrase: &Range<usize>,
    floor: usize,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let last = phrase.start.checked_sub(2).filter(|&last| last > floor)?;
    let says_what = words[phrase.start].has(Tags::DETERMINER)
        && words[phrase.clone()].iter().any(|word| word.has(Tags::ROLE));
    if words[last + 1].text != "," || !says_what {
        return None;
    }
    let person = noun_phrase_before(paragraph, last, floor)?;
    looks_like_person(paragraph, &person).then_some(person)
}

/// Whether a phrase in a list names a body or country, or people of some kind: "Oxfam", "local teachers", but not
/// "Statewide", which has its capital from the head of the sentence.
fn is_party(paragraph: &TaggedParagraph, phrase: &Range<usize>) -> bool {
    let words = &paragraph.words[phrase.clone()];
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
    let opens = phrase.start == 0 || paragraph.words[phrase.start - 1].is_stop();
    let says_how =
        ["ly", "ing", "ed", "wide", "wards"].iter().any(|ending| first.ends_with(ending))
            || lists::ALONE_AT_HEAD.contains(&&*first.lower());
    let is_shown = last.has(Tags::PLACE | Tags::BODY | Tags::GIVEN) || last.is_acronym();
    let is_name = |word: &Word| word.is_name() && !word.has(Tags::TIME);
    let is_named = words.iter().all(|word| is_name(word) || word.is("the"));
    is_named && is_name(last) && (is_shown || !opens || !says_how) || is_bare_plural(words)
}

/// The most words of people who are only said to be of some kind: "human rights groups".
const LONGEST_PLURAL: usize = 4;

/// Whether words mean people or bodies of some kind, none of them by name: "teachers", "lawyers and human rights groups".
pub(crate) fn is_bare_plural(words: &[Word]) -> bool {
    let Some((last, before)) = words.split_last() else { return false };
    if let Some(and) = before.iter().position(|word| word.is("and")) {
        return is_bare_plural(&words[..and]) && is_bare_plural(&words[and + 1..]);
    }
    let other = Tags::DETERMINER | Tags::PREPOSITION | Tags::TIME | Tags::ADVERB | Tags::PRONOUN;
    let is_plain = |word: &Word| word.is_word() && !word.has(other) && word.verb().is_none();
    let is_plural = last.has(Tags::PEOPLE) && !last.has(Tags::TEXT) || are_bodies(last);
    words.len() <= LONGEST_PLURAL
        && is_plural
        && before.iter().all(is_plain)
        && words.iter().skip(1).all(|word| !word.is_capital())
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
        // "said Ada Voss, and Ben Roe left"
        if is_last && is_finite_verb(words, end.min(words.len() - 1)) {
            break;
        }
        if is_last || and.is_some() {
            return phrase.start..end;
        }
    }
    phrase
}

/// Whether a phrase is a full name with where its bearer belongs: "Ada Voss of Acme".
fn is_person_of_body(paragraph: &TaggedParagraph, phrase: &Range<usize>) -> bool {
    let words = &paragraph.words;
    let Some(of) = phrase.clone().find(|&at| words[at].is_any(&["of", "from", "at"])) else {
        return false;
    };
    let is_of_name =
        |word: &Word| word.is_name() && !word.is_possessive() || word.is_any(&["the", "of"]);
    words[phrase.start].has(Tags::GIVEN | Tags::TITLE)
        && looks_like_person(paragraph, &(phrase.start..of))
        && words[phrase.end - 1].is_name()
        && words[of + 1..phrase.end].iter().all(is_of_name)
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
