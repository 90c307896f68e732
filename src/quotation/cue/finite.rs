//! The subject of a finite verb, wherever it stands.

use std::ops::Range;

use super::ellipsis::elided_subject;
use super::inversion::{
    closes_clause, closes_with_speaker, inverted, inverted_alone, is_behind_mark,
    is_subject_of_clause, subject_at_marks,
};
use super::model::{Construction, Cue, REACH};
use super::subject::{subject_before, subject_before_title};
use crate::quotation::lexicon::{Complement, Tags, Verb, VerbForm, lists};
use crate::quotation::phrase;
use crate::quotation::word::{TaggedParagraph, Word};

/// The subject of a finite verb of speech at `at`; the word at `before` is the last one left of the
/// verb that is no auxiliary, adverb or time.
pub(super) fn subject_of_finite(
    paragraph: &TaggedParagraph,
    range: &Range<usize>,
    at: usize,
    before: Option<usize>,
    verb: Verb,
    earlier: Option<&Cue>,
) -> Option<(Range<usize>, Construction)> {
    let words = &paragraph.words;
    let comma = at > range.start && words[at - 1].text == ",";
    // "a man from the firm, Acme & Sons, said Acme's spokeswoman Ada Voss.": what looks like an apposition is none.
    if comma
        && verb.complement != Complement::Addressee
        && let Some(subject) = inverted_alone(paragraph, range, at, verb)
        && closes_with_speaker(paragraph, range, &subject, verb)
    {
        return Some((subject, Construction::VerbFirst));
    }
    // "a coat, described as a barn by critics": what others call it.
    if comma
        && verb.complement == Complement::Naming
        && verb.form == VerbForm::Past
        && is_called_so(paragraph, at)
    {
        return None;
    }
    if let Some(subject) = subject_before_title(paragraph, range, at) {
        return Some((subject, Construction::SubjectFirst));
    }
    if is_behind_mark(words, range, at)
        && let Some(subject) = inverted(paragraph, range, at, verb)
    {
        return subject_at_marks(paragraph, range, at, subject);
    }
    if let Some(subject) = subject_before_marks_about_it(paragraph, range, at) {
        return Some((subject, Construction::SubjectFirst));
    }
    let subject = before.and_then(|before| subject_before(paragraph, before, range.start, at));
    // "…, about the mission, said Lavrov, the minister": what looks like an apposition is none.
    let is_loose = subject.as_ref().is_none_or(|subject| {
        !words[subject.end - 1].is_name() && !words[subject.start].has(Tags::PRONOUN)
            || comma && subject.start == range.start && is_adverb_at_head(words, subject, at)
    });
    if comma
        && is_loose
        && let Some(subject) = inverted_alone(paragraph, range, at, verb)
        && closes_clause(paragraph, range, &subject)
    {
        return Some((subject, Construction::VerbFirst));
    }
    if let Some(subject) = subject {
        // "had given Moscow guarantees that": a noun behind its verb.
        let governed = verb.noun_too
            && verb.form == VerbForm::Third
            && subject.start > range.start
            && phrase::is_finite_verb(words, subject.start - 1);
        let is_called_so = is_object_called_so(words, range, &subject, verb, at);
        return (!governed && !is_called_so).then_some((subject, Construction::SubjectFirst));
    }
    if follows_content(paragraph, range, at)
        && let Some(subject) = inverted_alone(paragraph, range, at, verb)
        && !is_subject_of_clause(paragraph, range, &subject)
    {
        return Some((subject, Construction::VerbFirst));
    }
    let previous = before.map(|idx| &words[idx]);
    let subject = elided_subject(paragraph, range, at, previous, verb, earlier)?;
    Some((subject, Construction::SharedSubject))
}

/// The subject with which a sentence begins where words in marks right before the verb end a relative clause about it:
/// "Lavrov, who wrote “The Road,” told them".
fn subject_before_marks_about_it(
    paragraph: &TaggedParagraph,
    range: &Range<usize>,
    at: usize,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    if !is_behind_mark(words, range, at) {
        return None;
    }
    let subject = phrase::noun_phrase_after(paragraph, range.start, at)?;
    let clause = subject.end + 1..at - 1;
    let first = &words[clause.start];
    let is_relative = words[subject.end].text == ","
        && first.is_any(&["who", "whose", "which"])
        && phrase::has_finite_verb(paragraph, clause.clone(), REACH);
    // "Ada Voss, nicknamed “the cat,” told them"
    let is_participle = words[subject.end].text == ","
        && first.ends_with("ed")
        && first.verb().is_none()
        && words[subject.end - 1].is_name()
        && !clause
            .clone()
            .skip(1)
            .any(|at| !words[at].is_inside() && phrase::is_finite_verb(words, at));
    let is_one_clause = clause.len() < phrase::LONGEST_APPOSITION
        && clause
            .clone()
            .all(|at| words[at].is_inside() || words[at].is_word() || words[at].is_mark());
    // The comma that closes the clause stands within the marks or behind them.
    let is_closed = words[at - 1].text == "," || words[at - 2].text == ",";
    ((is_relative || is_participle)
        && is_one_clause
        && is_closed
        && phrase::is_subject(paragraph, &subject))
    .then_some(subject)
}

/// Whether a participle behind a comma tells what something is called: "…, dubbed “the barn”", "…, called the “barn” by
/// many".
fn is_called_so(paragraph: &TaggedParagraph, at: usize) -> bool {
    let words = &paragraph.words;
    let next = paragraph.quoted.partition_point(|stretch| stretch.outer.start <= at);
    let by = paragraph.quoted.get(next).filter(|stretch| stretch.outer.start < at + 6);
    let by = by.and_then(|stretch| words.get(stretch.outer.end));
    words.get(at + 1).is_some_and(|next| next.is_mark() || next.is_any(&["as", "by"]))
        || by.is_some_and(|by| by.is("by"))
}

/// Whether a phrase before a verb of naming is the object of another verb, and the verb tells what it is called: "had read
/// messages later deemed “secret”".
fn is_object_called_so(
    words: &[Word],
    range: &Range<usize>,
    phrase: &Range<usize>,
    verb: Verb,
    at: usize,
) -> bool {
    let governs = |before: usize| {
        phrase::is_finite_verb(words, before)
            && words[before].verb().is_none()
            && !words[before].has(Tags::AUXILIARY)
    };
    verb.complement == Complement::Naming
        && verb.form == VerbForm::Past
        && phrase.start > range.start + 1
        && !words[phrase.start].has(Tags::PRONOUN)
        && governs(phrase.start - 1)
        && words.get(at + 1).is_some_and(Word::is_mark)
}

/// "Statewide, the schools could manage, said Lavrov": one word at the head of a sentence, then a clause with
/// a subject and a verb of its own, is no subject with an apposition.
fn is_adverb_at_head(words: &[Word], head: &Range<usize>, at: usize) -> bool {
    let clause = head.end + 1..at - 1;
    let opens = clause.start < clause.end
        && words[clause.start].has(Tags::DETERMINER | Tags::PRONOUN)
        && !words[clause.start].has(Tags::SUBORDINATOR);
    let relative = clause.clone().any(|idx| words[idx].is_any(lists::RELATIVE_PRONOUNS));
    head.len() == 1
        && opens
        && !relative
        && clause.clone().skip(1).any(|idx| words[idx].has(Tags::AUXILIARY))
}

/// Whether what a verb reports may end right before it: at a comma, a mark, a stop or a dash, or where
/// the sentence begins.
fn follows_content(paragraph: &TaggedParagraph, range: &Range<usize>, at: usize) -> bool {
    let words = &paragraph.words;
    if at == range.start {
        return true;
    }
    let adverb = words[at - 1].has(Tags::ADVERB) && at > range.start + 1;
    let lead = &words[at - 1 - usize::from(adverb)];
    lead.text == "," || lead.is_mark() || lead.is_stop() || lead.is_dash()
}
