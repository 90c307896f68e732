//! What somebody was asked, where the text does not say who asked.

use std::ops::Range;

use super::clause::is_reported;
use super::clause_start::LONGEST_SHORT_SUBJECT;
use super::skip::{skip_circumstance, trimmed};
use crate::quotation::cue::Cue;
use crate::quotation::lexicon::{Tags, lists};
use crate::quotation::phrase;
use crate::quotation::word::{TaggedParagraph, Word};

/// What somebody was asked, where the text does not say by whom, each with the place of "asked": "asked whether he would
/// go", "she was asked what she saw".
pub(super) fn questions(paragraph: &TaggedParagraph, cues: &[Cue]) -> Vec<(usize, Range<usize>)> {
    let words = &paragraph.words;
    let mut found = Vec::new();
    for sentence in &paragraph.sentences {
        for at in sentence.clone().filter(|&at| words[at].is("asked") && !words[at].is_inside()) {
            let next = cues.partition_point(|cue| cue.words.end <= at);
            let is_cue = cues.get(next).is_some_and(|cue| cue.words.start <= at);
            if is_cue || !is_asked(words, at, sentence) {
                continue;
            }
            let start = skip_circumstance(paragraph, at + 1, sentence.end);
            let opens = words.get(start).is_some_and(|word| word.is_any(lists::OPEN_QUESTIONS));
            if start >= sentence.end || !opens {
                continue;
            }
            let mut end = question_end(paragraph, start, sentence.end);
            // "was asked how it was and said it was fine"
            let is_apart = |cue: &&Cue| {
                let before = &words[cue.start() - 1];
                !before.is_word() || before.is_any(lists::CLAUSE_JOINERS)
            };
            let mut later = cues[next..].iter().take_while(|cue| cue.start() < end);
            if let Some(cue) = later.find(|cue| cue.start() > start + 1 && is_apart(cue)) {
                end = cue.start();
                while end > start + 1 && words[end - 1].is_any(lists::CLAUSE_JOINERS) {
                    end -= 1;
                }
            }
            let question = trimmed(paragraph, start..end);
            if is_reported(paragraph, &question) {
                found.push((at, question));
            }
        }
    }
    found
}

/// Whether "asked" is a passive or a participle of somebody who was asked, and not only of who might be.
pub(super) fn is_asked(words: &[Word], at: usize, sentence: &Range<usize>) -> bool {
    let before = words[sentence.start..at].iter().rev();
    let mut before = before.skip_while(|word| word.has(Tags::ADVERB) && !word.has(Tags::NEGATION));
    let is_relative = words[sentence.start..at].iter().rev().take(3).any(|word| word.is("who"));
    !is_relative
        && before.next().is_none_or(|word| {
            word.is_any(&["when", "was", "were", "been", ","])
                || word.has(Tags::COORDINATOR) && at == sentence.start + 1
        })
}

/// Where a question ends that begins at `start`: at the comma behind which the main clause goes on, or with the sentence.
pub(super) fn question_end(paragraph: &TaggedParagraph, start: usize, ceiling: usize) -> usize {
    let words = &paragraph.words;
    let opens =
        Tags::PRONOUN | Tags::DETERMINER | Tags::PEOPLE | Tags::ROLE | Tags::TITLE | Tags::ADVERB;
    let goes_on = |at: usize| {
        let first = &words[at];
        (first.has(opens) || first.is_name() || first.text.starts_with(char::is_numeric))
            && !first.has(Tags::SUBORDINATOR)
            && phrase::has_finite_verb(paragraph, at + 1..ceiling, LONGEST_SHORT_SUBJECT * 2)
    };
    let closes = |&at: &usize| {
        let is_comma = words[at].text == "," && !words[at].is_inside();
        let is_mark = words[at].is_mark() && words[at - 1].text == ",";
        (is_comma || is_mark) && at + 1 < ceiling && goes_on(at + 1)
    };
    let comma = (start + 1..ceiling).find(closes);
    comma.map_or(ceiling, |at| at + usize::from(words[at].is_mark()))
}
