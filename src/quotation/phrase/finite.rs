//! Finite verbs, told from nouns by their form and the words beside them.

use std::ops::Range;

use crate::quotation::lexicon::{Complement, Tags, VerbForm, lists};
use crate::quotation::word::{TaggedParagraph, Word};

/// Whether the word at `idx` is, as far as its form tells, a finite verb.
pub(crate) fn is_finite_verb(words: &[Word], idx: usize) -> bool {
    let word = &words[idx];
    if word.has(Tags::AUXILIARY) && !(word.is("may") && word.is_capital()) {
        return true;
    }
    if word.is_capital() || !word.is_word() || word.is_possessive() {
        return false;
    }
    let previous = idx.checked_sub(1).map(|at| &words[at]);
    if previous.is_some_and(|previous| {
        // "some raised it", "the two raised it"
        let stands_alone = previous.has(Tags::PEOPLE)
            || previous.is_any(lists::QUANTIFIERS_BEFORE_VERB)
            // "six died", but "six needs"
            || previous.is_any(lists::NUMBERS) && word.has(Tags::FINITE) && !word.ends_with("s")
            || previous.is_any(&["two", "three", "four"]) && idx > 1 && words[idx - 2].is("the");
        previous.has(Tags::DETERMINER | Tags::PREPOSITION) && !stands_alone
            || previous.is_possessive()
            || is_attribute_behind_adverb(words, idx)
    }) {
        return false;
    }
    if word.has(Tags::FINITE) {
        return true;
    }
    if word.verb().is_some_and(|verb| match verb.form {
        VerbForm::Past => true,
        VerbForm::Third => {
            !verb.noun_too
                || previous
                    .is_some_and(|previous| previous.has(Tags::PRONOUN) || previous.is_name())
        }
        VerbForm::Base => {
            previous.is_some_and(|previous| previous.has(Tags::PRONOUN | Tags::PEOPLE))
        }
        VerbForm::Participle => false,
    }) {
        return true;
    }
    // "the party-backed candidate"
    let is_adjective = word.has(Tags::NO_NAME) && word.text.contains('-');
    word.text.len() > 3 && word.text.ends_with("ed") && word.text.is_ascii() && !is_adjective
}

/// Whether a word with an adverb before it says what a noun is: "the recently named chair", "Acme's newly elected head".
pub(super) fn is_attribute_behind_adverb(words: &[Word], idx: usize) -> bool {
    let [before, adverb] = &words[idx.saturating_sub(2)..idx] else { return false };
    (adverb.has(Tags::ADVERB) || adverb.ends_with("ly"))
        && (before.is_any(&["the", "a", "an"]) || before.is_possessive())
}

/// Whether a finite verb stands in `range`, looking at no more than `most` words.
pub(crate) fn has_finite_verb(
    paragraph: &TaggedParagraph,
    range: Range<usize>,
    most: usize,
) -> bool {
    range
        .take(most)
        .any(|idx| is_finite_verb(&paragraph.words, idx) || third_person(paragraph, idx))
}

/// "-s" behind a singular noun or name: perhaps a verb ("The fund backs farmers").
fn third_person(paragraph: &TaggedParagraph, idx: usize) -> bool {
    let words = &paragraph.words;
    let word = &words[idx];
    idx > 0
        && word.is_word()
        && !word.is_capital()
        && !word.is_possessive()
        && word.text.len() > 3
        && word.text.ends_with('s')
        && !word.text.ends_with("ss")
        && !word.has(
            Tags::PREPOSITION
                | Tags::DETERMINER
                | Tags::ADVERB
                | Tags::TIME
                | Tags::PEOPLE
                | Tags::TEXT
                | Tags::OBJECT,
        )
        && !words[idx - 1].has(Tags::DETERMINER | Tags::PREPOSITION)
        && words[idx - 1].is_word()
        && words.get(idx + 1).is_some_and(|next| {
            next.has(Tags::DETERMINER | Tags::PREPOSITION | Tags::SUBORDINATOR | Tags::OBJECT)
                || next.is("to")
        })
}

/// Whether a verb stands in the passive: "was told", "been accused".
pub(crate) fn is_passive(words: &[Word], verb: usize, floor: usize) -> bool {
    if words[verb].verb().is_none_or(|verb| verb.form != VerbForm::Past) {
        return false;
    }
    let before = (floor..verb)
        .rev()
        .find(|&idx| !words[idx].has(Tags::ADVERB) && !words[idx].text.ends_with("ly"));
    before.is_some_and(|idx| words[idx].is_any(lists::PASSIVE_AUXILIARIES))
}

/// Whether a cue verb's content may follow without "that".
pub(crate) fn takes_bare_clause(complement: Complement) -> bool {
    matches!(complement, Complement::Clause | Complement::Addressee)
}
