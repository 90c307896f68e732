//! The subject of a verb that has none of its own: "Lavrov praised them and said".

use std::ops::Range;

use super::model::{Construction, Cue, REACH};
use crate::quotation::lexicon::{Tags, Verb, VerbForm, lists};
use crate::quotation::phrase;
use crate::quotation::word::{TaggedParagraph, Word};

/// Whom a witness tells something has no more words than this: "told the high court that".
const LONGEST_HEARER: usize = 6;

/// The subject of a verb that has none of its own (ellipsis): "Lavrov praised them and said"; "Added
/// that …" as a sentence, which goes on about the sentence before.
pub(super) fn elided_subject(
    paragraph: &TaggedParagraph,
    range: &Range<usize>,
    at: usize,
    previous: Option<&Word>,
    verb: Verb,
    earlier: Option<&Cue>,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let opens = words[range.start..at].iter().all(|word| {
        word.has(Tags::ADVERB | Tags::COORDINATOR | Tags::AUXILIARY) || !word.is_word()
    });
    // "But asked if they would go, Lavrov left"
    let asked = words[at].is("asked")
        && words[range.start..at].iter().all(|word| word.has(Tags::COORDINATOR));
    if opens && verb.form == VerbForm::Past && earlier.is_none() && !asked {
        return subject_of_before(paragraph, range.start);
    }
    // "that account, and many like it, show": the plural is before the comma.
    // "offered it, then said"
    let is_next = at > range.start
        && words[at - 1].is("then")
        && previous.is_some_and(|word| word.text == ",");
    let coordinated = previous.is_some_and(|previous| previous.has(Tags::COORDINATOR))
        || at > range.start
            && (words[at - 1].text == "," || is_next)
            && verb.form != VerbForm::Base;
    if !coordinated {
        return None;
    }
    // "proposed a prosecutor who reports to her, and called for": the comma ends the clause of the one before.
    let ends_relative = at > range.start + 2 && words[at - 2].text == ",";
    let is_beside = |earlier: &Cue| {
        ends_relative && is_in_relative_clause(words, earlier)
            || is_in_clause_at_head(paragraph, range, at, earlier)
            || is_of_other_form(words, verb, earlier)
    };
    if let Some(told) = earlier.and_then(|earlier| subject_of_story(paragraph, earlier, verb, at)) {
        return Some(told);
    }
    match earlier.filter(|earlier| !is_beside(earlier)) {
        Some(earlier) => Some(earlier.subject.clone()).filter(|subject| subject.end <= at),
        None => shared_subject(paragraph, range, at),
    }
}

/// Of whom a witness or a source tells what they did and said: "Roe told the court that Lavrov came in and shouted". Not
/// where the same verb goes on ("said he came and said that"), nor where the object of the second may be whom the witness
/// tells of: "said Lavrov lost and told him to go".
fn subject_of_story(
    paragraph: &TaggedParagraph,
    earlier: &Cue,
    verb: Verb,
    at: usize,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let lemma = earlier.lemma();
    let is_same = earlier
        .verb
        .is_some_and(|earlier| earlier.lemma == verb.lemma && earlier.form == verb.form);
    let is_according_to = earlier.construction == Construction::AccordingTo;
    let tells = is_according_to || lists::VERBS_OF_WITNESSES.contains(&lemma) && !is_same;
    let may_be_told = matches!(verb.lemma, "say" | "tell" | "ask" | "shout" | "scream" | "yell");
    let is_joined = words[at - 1].is("and") && words[at - 2].text != ",";
    if !tells || !may_be_told || !is_joined || verb.form != VerbForm::Past {
        return None;
    }
    let is_source_before = is_according_to && earlier.subject.end < at;
    let clause = if is_source_before { earlier.subject.end } else { earlier.words.end }..at;
    let that = clause.clone().take(LONGEST_HEARER).find(|&at| words[at].is("that"));
    let start = that.map_or(clause.start, |that| that + 1);
    let start = if words[start].text == "," { start + 1 } else { start };
    let told = phrase::main_subject(paragraph, &(start..at))?;
    let first = &words[told.start];
    let is_person = first.has(Tags::GIVEN) && first.is_name()
        || words[told.clone()].iter().any(|word| word.has(Tags::ROLE | Tags::TITLE));
    let acts = words.get(told.end).is_some_and(|act| {
        !act.has(Tags::AUXILIARY) && phrase::is_finite_verb(words, told.end) && act.verb().is_none()
    });
    let object = words.get(at + 1);
    let is_object =
        |text: &str, tag| object.is_some_and(|object| object.is(text)) && !first.has(tag);
    let may_be_object = is_object("him", Tags::FEMALE) || is_object("her", Tags::MALE);
    (is_person && acts && !may_be_object).then_some(told)
}

/// Whether a cue cannot share its subject because it is an infinitive of a clause within the sentence, behind "could", and
/// the verb is finite: "(Lavrov) left open whether Zhirnov could ask, but said".
fn is_of_other_form(words: &[Word], verb: Verb, cue: &Cue) -> bool {
    let is_infinitive = cue.verb.is_some_and(|verb| verb.form == VerbForm::Base)
        && cue.subject.end < cue.words.start
        && words[cue.subject.end].has(Tags::AUXILIARY);
    let opener = cue.subject.start.checked_sub(1).map(|opener| &words[opener]);
    matches!(verb.form, VerbForm::Past | VerbForm::Third)
        && is_infinitive
        && opener.is_some_and(|opener| opener.has(Tags::SUBORDINATOR))
}

/// Whether a cue stands in a clause before the main one, which has a subject of its own before the verb at `at`: "When
/// Zhirnov asked, Lavrov looked up and said", "Last month, while Zhirnov spoke, Lavrov left, saying".
pub(super) fn is_in_clause_at_head(
    paragraph: &TaggedParagraph,
    range: &Range<usize>,
    at: usize,
    cue: &Cue,
) -> bool {
    let words = &paragraph.words;
    let opener = cue.subject.start.checked_sub(1).filter(|&opener| opener >= range.start);
    let opens = cue.construction == Construction::SubjectFirst
        && opener.is_some_and(|opener| {
            words[opener].is_any(lists::CLAUSE_OPENERS) || words[opener].is_any(&["if", "unless"])
        });
    opens
        && phrase::main_subject(paragraph, range)
            .is_some_and(|main| main.start > cue.words.end && main.end <= at)
}

/// Whether the verb of a cue is that of a relative clause without a comma: "critics who say".
pub(crate) fn is_in_relative_clause(words: &[Word], cue: &Cue) -> bool {
    cue.construction == Construction::SubjectFirst
        && cue.subject.end < cue.words.start
        && words[cue.subject.end].is_any(&["who", "that", "which"])
}

/// The subject of the sentence before the one that begins at `start`, or of the one before that.
pub(super) fn subject_of_before(paragraph: &TaggedParagraph, start: usize) -> Option<Range<usize>> {
    let sentence = paragraph.sentence_of(start);
    let earlier = paragraph.sentences[sentence.saturating_sub(2)..sentence].iter().rev();
    earlier.into_iter().find_map(|sentence| phrase::main_subject(paragraph, sentence))
}

/// Whether the verb behind these words may go on with a clause about somebody else: "(Lavrov left) after Zhirnov came and
/// (said)".
fn may_be_of_side_clause(paragraph: &TaggedParagraph, before: Range<usize>) -> bool {
    let words = &paragraph.words;
    let joins = before.clone().last().is_some_and(|last| words[last].has(Tags::COORDINATOR));
    let clause = before.clone().rev().take(REACH).take_while(|&at| words[at].is_word());
    let opens = |at: &usize| words[*at].is_any(&["after", "before", "when", "while", "because"]);
    let Some(opener) = clause.into_iter().find(opens).filter(|_| joins) else { return false };
    let subject = phrase::main_subject(paragraph, &(opener + 1..before.end));
    subject.is_some_and(|subject| {
        let somebody = Tags::ROLE | Tags::TITLE | Tags::PEOPLE;
        let is_somebody = |word: &Word| word.is_name() || word.has(somebody);
        words[subject.clone()].iter().any(is_somebody)
            && phrase::has_finite_verb(paragraph, subject.end..before.end, REACH)
    })
}

/// Where the relative clause begins that a verb behind these words goes on with: "(Lavrov met) the owners, who had left the
/// house and (said)".
fn relative_clause_joined(words: &[Word], before: Range<usize>) -> Option<usize> {
    let joins = before.clone().last().is_some_and(|last| words[last].has(Tags::COORDINATOR));
    let clause = before.rev().take(REACH).take_while(|&at| words[at].is_word());
    let who = clause.into_iter().find(|&at| words[at].is_any(&["who", "which"]));
    // "a tax, which he favors but says"
    let is_subject =
        |who: usize| phrase::is_finite_verb(words, who + 1) || words[who + 1].has(Tags::AUXILIARY);
    who.filter(|&who| joins && who > 1 && words[who - 1].text == "," && is_subject(who))
}

/// The subject that the verb at `at` shares with an earlier verb of its sentence.
pub(super) fn shared_subject(
    paragraph: &TaggedParagraph,
    range: &Range<usize>,
    at: usize,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    // "The owners were away, but Lavrov left, saying": of the clause that it stands in.
    let is_joint = |joint: &usize| {
        let joint = *joint;
        words[joint - 1].text == ","
            && (words[joint].has(Tags::COORDINATOR)
                || words[joint].is_any(&["when", "while", "because", "although"]))
    };
    let joint =
        (range.start + 2..at).rev().filter(|&joint| !words[joint].is_inside()).find(is_joint);
    // "anger, and even some fear, about it, telling": no clause without a verb.
    let own =
        joint.and_then(|joint| phrase::main_subject(paragraph, &(joint + 1..at))).filter(|own| {
            // "Ohio, Texas, and Oregon — and noted": the last of a list.
            words[own.end - 1].is_name() && !words[own.end].is_dash()
                || phrase::has_finite_verb(paragraph, own.end..at, REACH)
        });
    // "It's no wonder that Lavrov came and called": not whatever "it" is, nor "who".
    let is_dummy = |subject: &Range<usize>| words[subject.start].is_any(&["it's", "that's", "who"]);
    let main = phrase::main_subject(paragraph, range);
    let floor = main.as_ref().map_or(range.start, |main| main.end);
    if let Some(clause) = relative_clause_joined(words, floor..at) {
        return phrase::antecedent_before(paragraph, clause - 2, range.start)
            .filter(|antecedent| phrase::is_subject(paragraph, antecedent));
    }
    if may_be_of_side_clause(paragraph, floor..at) {
        return None;
    }
    // "In May, while Zhirnov was away, Lavrov left, saying": the clause stands before the main one.
    let is_before_main =
        |own: &Range<usize>| main.as_ref().is_some_and(|main| main.start > own.start);
    // "Otto Voss, Ada Lind and Ben Roe all left, saying"
    let all = || main.clone().map(|main| phrase::with_list_behind(paragraph, main, at));
    own.filter(|own| !is_before_main(own))
        .or_else(all)
        .filter(|subject| subject.end <= at && !is_dummy(subject))
}
