//! The subject behind a verb: "said Lavrov".

use std::ops::Range;

use super::model::{Construction, REACH};
use crate::quotation::lexicon::{Complement, Tags, Verb, VerbForm, lists};
use crate::quotation::phrase;
use crate::quotation::word::{TaggedParagraph, Word};

/// The subject behind a finite verb, which not every verb of speech has: nobody writes "“x,” described Lavrov" or
/// "“x,” told Lavrov".
pub(super) fn inverted(
    paragraph: &TaggedParagraph,
    range: &Range<usize>,
    at: usize,
    verb: Verb,
) -> Option<Range<usize>> {
    // "state officials are": a noun.
    let is_never = verb.form == VerbForm::Participle
        || verb.form == VerbForm::Base && verb.noun_too
        || verb.complement == Complement::Naming
        || verb.lemma == "tell";
    let subject = if is_never { None } else { phrase_behind_verb(paragraph, range, at) };
    // "insists he'll pay" has no inversion.
    let has_verb = |subject: &Range<usize>| {
        let word = &paragraph.words[subject.start];
        word.has(Tags::PRONOUN) && word.text.contains(['\'', '’'])
    };
    subject
        .filter(|subject| !leads_into_clause_in_marks(&paragraph.words, subject))
        .filter(|subject| !has_verb(subject))
}

/// The subject behind a verb that no words in marks end before. In "The buyer, Lavrov, says he would" it is that of a
/// clause rather than whose words they are.
pub(super) fn inverted_alone(
    paragraph: &TaggedParagraph,
    range: &Range<usize>,
    at: usize,
    verb: Verb,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    inverted(paragraph, range, at, verb).filter(|subject| {
        let next = words.get(subject.end);
        !words[subject.start].has(Tags::PRONOUN)
            || next.is_none_or(|next| next.is_stop() || next.text == ",")
    })
}

/// Whether words in marks end right before a verb, with a comma behind them or within: "“…,” said Lavrov".
pub(super) fn is_behind_mark(words: &[Word], range: &Range<usize>, at: usize) -> bool {
    if at == range.start {
        return false;
    }
    // "…'and so on,"' said Lavrov: marks in the wrong order.
    let may_follow = matches!(words[at - 1].text, "," | "'" | "’");
    words[at - 1].is_mark() || may_follow && at >= 2 && words[at - 2].is_mark()
}

/// Whether the clause that a verb makes with the subject behind it ends there, or with when and where it was said.
pub(super) fn closes_clause(
    paragraph: &TaggedParagraph,
    range: &Range<usize>,
    subject: &Range<usize>,
) -> bool {
    let next = paragraph.words.get(subject.end);
    // "…, declared the clinic to be unsafe"
    let is_judged = next.is_some_and(|word| word.is("to"))
        && paragraph.words.get(subject.end + 1).is_some_and(|verb| verb.is("be"));
    next.is_none_or(|word| !word.is_word() || word.has(Tags::PREPOSITION | Tags::TIME))
        && !is_judged
        && !is_subject_of_clause(paragraph, range, subject)
        && !has_verb_in_marks(paragraph, subject.end)
}

/// Whether words in marks go on behind a phrase with its verb, so that it is no speaker: "said the pumps “have failed”".
fn leads_into_clause_in_marks(words: &[Word], phrase: &Range<usize>) -> bool {
    words.get(phrase.end).is_some_and(|next| next.is_mark() && !next.is_inside())
        && words.get(phrase.end + 1).is_some_and(|word| word.is_inside() && !word.is_capital())
}

/// Who says the words in marks that end before the verb at `at`, behind which the phrase `inverted` stands.
pub(super) fn subject_at_marks(
    paragraph: &TaggedParagraph,
    range: &Range<usize>,
    at: usize,
    inverted: Range<usize>,
) -> Option<(Range<usize>, Construction)> {
    let words = &paragraph.words;
    // "Lavrov, citing “the magic of it,” said the candidate could win": no inversion.
    let opens_clause = inverted.end < range.end && phrase::is_finite_verb(words, inverted.end);
    if !opens_clause {
        return Some((inverted, Construction::VerbFirst));
    }
    let subject = phrase::main_subject(paragraph, range)
        .filter(|subject| subject.end < at && words[subject.end].text == ",");
    // "says a source involved in it", "said the man known as Bob"
    let is_participle = words[inverted.end].verb().is_none()
        && (words[inverted.end].ends_with("ed")
            || lists::PARTICIPLES_BEHIND_NOUNS.contains(&words[inverted.end].text))
        && words
            .get(inverted.end + 1)
            .is_some_and(|next| next.has(Tags::PREPOSITION) || next.is("as"));
    match subject {
        Some(subject) => Some((subject, Construction::SubjectFirst)),
        None => is_participle.then_some((inverted, Construction::VerbFirst)),
    }
}

/// Whether a verb goes with a phrase before any sign, so that it is no speaker: "said the pumps on the deck had failed".
pub(super) fn is_subject_of_clause(
    paragraph: &TaggedParagraph,
    range: &Range<usize>,
    phrase: &Range<usize>,
) -> bool {
    let rest = phrase.end..range.end;
    // "said one of them who was there", "said Lavrov and left"
    let ends = |at: &usize| {
        let word = &paragraph.words[*at];
        !word.is_word() || word.has(Tags::COORDINATOR) || word.is_any(&["who", "which"])
    };
    let sign = rest.clone().find(ends);
    phrase::has_finite_verb(paragraph, rest.start..sign.unwrap_or(rest.end), REACH)
}

/// Whether marks open at `at` around a verb, whose subject stands before them: "said one of the pumps “did not start”".
fn has_verb_in_marks(paragraph: &TaggedParagraph, at: usize) -> bool {
    let words = &paragraph.words;
    words.get(at).is_some_and(Word::is_mark)
        && words.get(at + 1).is_some_and(|word| word.is_inside() && !word.is_capital())
        && phrase::is_finite_verb(words, at + 1)
}

/// Whether a sentence ends with somebody who is named with what they are, or with a clause about them, so that they are who
/// says what stands before a verb and its comma.
pub(super) fn closes_with_speaker(
    paragraph: &TaggedParagraph,
    range: &Range<usize>,
    subject: &Range<usize>,
    verb: Verb,
) -> bool {
    closes_with_person(paragraph, range, subject)
        || closes_with_relative(&paragraph.words, range, subject, verb)
}

/// Whether a sentence ends with somebody who is named with what they are: "(said) the minister Sergei Lavrov.", "(said) Lt.
/// Sergei Lavrov, the spokesman."
fn closes_with_person(
    paragraph: &TaggedParagraph,
    range: &Range<usize>,
    subject: &Range<usize>,
) -> bool {
    let words = &paragraph.words;
    let is_last = words.get(subject.end).is_none_or(Word::is_stop);
    let name = &words[subject.clone()];
    let is_named = name.last().is_some_and(|word| word.is_name() && !word.has(Tags::TIME));
    let is_office = |word: &Word| word.has(Tags::ROLE | Tags::TITLE) && !word.is_capital();
    let is_told_more = words.get(subject.end).is_some_and(|word| word.text == ",")
        && name.len() > 1
        && name[0].is_capital()
        && name[0].has(Tags::GIVEN | Tags::TITLE)
        && words[subject.end + 1..range.end].iter().any(|word| word.has(Tags::ROLE))
        && !words[subject.end..range.end].iter().any(Word::is_mark)
        && !phrase::has_finite_verb(paragraph, subject.end + 1..range.end, REACH);
    is_named && (is_last && name.iter().any(is_office) || is_told_more)
}

/// Whether all that a sentence has behind a comma, a verb that takes a clause and a name is a clause with "who" or "whose"
/// about that name: "Schools should know it, said Sergei Lavrov, whose book tells of it." What is said would be no clause
/// if the name opened it, so that it is the subject of the verb (inversion).
fn closes_with_relative(
    words: &[Word],
    range: &Range<usize>,
    subject: &Range<usize>,
    verb: Verb,
) -> bool {
    let [comma, who, rest @ ..] = &words[subject.end.min(range.end)..range.end] else {
        return false;
    };
    let is_last = |word: &Word| word.is_word() || word.is_stop();
    comma.text == ","
        && who.is_any(&["who", "whose"])
        && phrase::takes_bare_clause(verb.complement)
        && words[subject.end - 1].is_name()
        && rest.iter().all(is_last)
}

/// The phrase right behind a verb that can be its subject: "said Lavrov".
fn phrase_behind_verb(
    paragraph: &TaggedParagraph,
    range: &Range<usize>,
    at: usize,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let adverb = words
        .get(at + 1)
        .is_some_and(|next| next.has(Tags::ADVERB) && !next.has(Tags::DETERMINER | Tags::PRONOUN));
    let subject = phrase::noun_phrase_after(paragraph, at + 1 + usize::from(adverb), range.end)?;
    let subject = phrase::with_list_behind(paragraph, subject, range.end);
    let subject = phrase::with_name_behind(paragraph, subject);
    // "Asked which town was best, he smiled"
    let opens_question = words[subject.start].has(Tags::SUBORDINATOR) && subject.len() > 1;
    (phrase::is_subject(paragraph, &subject)
        && !words[subject.start].has(Tags::OBJECT)
        && !opens_question)
        .then_some(subject)
}
