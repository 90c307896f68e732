//! Answers in a word or two, which are no clauses: "said yes", "said no to the plan", "say the same of Lavrov".

use std::ops::Range;

use crate::quotation::cue::{Construction, Cue};
use crate::quotation::lexicon::{Tags, lists};
use crate::quotation::phrase;
use crate::quotation::word::{TaggedParagraph, Word};

/// Whether a word is a whole answer.
pub(super) fn is_answer(word: &Word) -> bool {
    lists::ANSWERS.contains(&word.text) && !word.is_inside()
}

/// The answer right behind a cue, before `end`: "(said) yes", "(said) no to the plan", "(said) the same of Lavrov".
pub(super) fn answer(paragraph: &TaggedParagraph, cue: &Cue, end: usize) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let start = cue.words.end;
    let answers = lists::VERBS_OF_ANSWERS.contains(&cue.lemma())
        && cue.construction != Construction::VerbFirst;
    let first = words.get(start).filter(|_| answers && start < end)?;
    let is_same = first.is("the")
        && words.get(start + 1).is_some_and(|word| word.text == "same")
        && words.get(start + 2).is_some_and(|word| word.is_any(lists::BEHIND_THE_SAME));
    if !is_answer(first) && !is_same {
        return None;
    }
    let at = start + if is_same { 2 } else { 1 };
    let next = words.get(at).filter(|_| at < end);
    let leads_to_object = is_same || next.is_some_and(|next| next.is("to"));
    let object = leads_to_object.then(|| phrase::noun_phrase_after(paragraph, at + 1, end));
    if let Some(object) = object.flatten() {
        return Some(start..object.end);
    }
    // "said no one came", "said no, it was late": a clause.
    let closes = next.is_none_or(|next| {
        let goes_on = words.get(at + 1).is_some_and(|word| {
            word.has(Tags::PRONOUN | Tags::DETERMINER) || word.is("there") || word.is_name()
        });
        next.is_stop()
            || next.text == "," && !goes_on
            || next.has(Tags::COORDINATOR | Tags::SUBORDINATOR | Tags::PREPOSITION)
    });
    closes.then_some(start..at)
}
