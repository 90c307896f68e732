//! The subject before a verb.

use std::ops::Range;

use super::model::REACH;
use crate::quotation::lexicon::{Tags, VerbForm, lists};
use crate::quotation::phrase;
use crate::quotation::word::{TaggedParagraph, Word};

/// The subject of a verb behind a title in marks: "Lavrov, author of “The Long Road,” said". The title belongs
/// to the apposition and was said by nobody.
pub(super) fn subject_before_title(
    paragraph: &TaggedParagraph,
    range: &Range<usize>,
    at: usize,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let mut end = at;
    if end > range.start && words[end - 1].text == "," {
        end -= 1;
    }
    let next = paragraph.quoted.partition_point(|stretch| stretch.outer.end < end);
    let stretch = paragraph.quoted.get(next).filter(|stretch| stretch.outer.end == end)?;
    let mut open = stretch.outer.start;
    // "the films “A” and “B”"
    while open > range.start + 3
        && words[open - 1].is_any(&["and", ","])
        && let Some(before) =
            paragraph.quoted.iter().rev().find(|other| other.outer.end == open - 1)
    {
        open = before.outer.start;
    }
    if open < range.start + 3 || !words[stretch.words.start].is_capital() {
        return None;
    }
    if !(words[open - 1].has(Tags::PREPOSITION) || words[open - 1].has(Tags::TEXT)) {
        return None;
    }
    let comma = (range.start + 1..open).rev().take(16).find(|&idx| words[idx].text == ",")?;
    // "known for “The Long Road”" is no verb of the sentence.
    let leads = &words[comma + 1];
    let is_participle = leads.verb().is_some() || leads.has(Tags::FINITE);
    let participle = usize::from(is_participle && words[comma + 2].has(Tags::PREPOSITION));
    let apposition = comma + 1 + participle..open;
    if participle == 0 && words[comma + 1].verb().is_some()
        || apposition.clone().any(|idx| phrase::is_finite_verb(words, idx))
        || !apposition.clone().any(|idx| words[idx].has(Tags::ROLE | Tags::DETERMINER))
    {
        return None;
    }
    let subject = phrase::noun_phrase_before(paragraph, comma - 1, range.start)?;
    (words[subject.end - 1].is_name() && phrase::is_subject(paragraph, &subject)).then_some(subject)
}

/// Steps over auxiliaries, adverbs and times left of a verb: the last word before them, and whether a
/// "not" was among them.
pub(super) fn skip_before_verb(
    paragraph: &TaggedParagraph,
    verb: usize,
    floor: usize,
) -> (Option<usize>, bool) {
    let words = &paragraph.words;
    let mut negated = false;
    let mut idx = verb;
    while idx > floor && verb - idx < 12 {
        let word = &words[idx - 1];
        if words[idx - 1].is_inside() {
            break;
        }
        let auxiliary = word.has(Tags::AUXILIARY) && !word.has(Tags::PRONOUN);
        let adverb = (word.has(Tags::ADVERB)
            || word.is("yet")
                && words[..idx - 1].last().is_some_and(|word| word.has(Tags::NEGATION))
            || word.text.ends_with("ly") && !word.has(Tags::BODY | Tags::ROLE)
            // "very recently"
            || word.text == "very" && idx < verb)
            && !word.is_capital();
        let time = word.has(Tags::TIME)
            && !word.has(Tags::DETERMINER | Tags::AUXILIARY)
            && idx - 1 > floor
            && !word.is_possessive();
        let reflexive = word.is_any(lists::REFLEXIVES);
        if word.has(Tags::NEGATION) {
            negated = true;
        }
        // "on Thursday evening"
        let day = time && idx >= 2 && words[idx - 2].has(Tags::TIME) && words[idx - 2].is_capital();
        // "Lavrov and Zhirnov each said"
        let of_all = word.is("each") && idx > floor + 1 && words[idx - 2].is_name();
        if auxiliary || adverb || of_all || reflexive || word.has(Tags::NEGATION) || day {
            idx -= 1;
        } else if time && words[idx - 2].is_any(lists::BEFORE_TIME) && idx - 2 > floor {
            // "on Monday", "last week"
            idx -= 2;
            if idx > floor && words[idx - 1].is_any(lists::BEFORE_TIME_OF_TWO_WORDS) {
                idx -= 1;
            }
        } else if is_at_that_time(&words[floor..idx]) {
            idx -= 3;
        } else if time
            && (word.is_capital() || word.is_any(lists::TIMES_BEFORE_VERB))
            && words[idx - 2].is_word()
        {
            idx -= 1;
        } else {
            break;
        }
    }
    ((idx > floor).then(|| idx - 1), negated)
}

/// Whether words before a verb end with "at that time".
fn is_at_that_time(words: &[Word]) -> bool {
    let [_, .., at, that, time] = words else { return false };
    at.is("at") && that.is_any(&["that", "the"]) && time.text == "time"
}

/// The name to which a phrase belongs that says what somebody is, and which a "who" follows: "Lavrov, a lawyer and
/// father who said".
fn name_before_apposition(
    words: &[Word],
    phrase: &Range<usize>,
    floor: usize,
) -> Option<Range<usize>> {
    let mut reach = (floor + 1..phrase.start + 1).rev().take(REACH);
    let comma = reach.find(|&at| words[at].text == "," || words[at].verb().is_some())?;
    let opens = words.get(comma + 1)?.is_any(&["a", "an", "the"]);
    let is_name = |at: &usize| words[*at].is_name() && !words[*at].is_inside();
    let start = (floor..comma).rev().take_while(is_name).last()?;
    let is_person = words[start].has(Tags::GIVEN) && comma - start > 1;
    (words[comma].text == "," && opens && is_person).then_some(start..comma)
}

/// "a claim Lavrov (denies)": a noun and the subject of the clause behind it.
fn is_claim_with_clause(words: &[Word], phrase: &Range<usize>) -> bool {
    let [first, claim, subject, ..] = &words[phrase.clone()] else { return false };
    first.has(Tags::DETERMINER)
        && lists::CLAIMS.contains(&claim.text)
        && (subject.is_name() || subject.has(Tags::TITLE | Tags::DETERMINER))
}

/// Whether a phrase names who is left out of those who speak: "Everyone but Lavrov".
fn is_excepted(words: &[Word], phrase: &Range<usize>, floor: usize) -> bool {
    let [everyone, but] = &words[phrase.start.saturating_sub(2).max(floor)..phrase.start] else {
        return false;
    };
    but.is("but") && lists::EVERYBODY.contains(&&*everyone.lower())
}

/// Where the subject begins of a clause about what stands right before it, whose verb of speech has a clause without a
/// subject behind it: "a house neighbours say is haunted", "a plan the ministry says was dropped".
fn start_of_relative_without_pronoun(
    words: &[Word],
    phrase: &Range<usize>,
    verb: usize,
) -> Option<usize> {
    words.get(verb + 1).filter(|next| next.has(Tags::AUXILIARY) && !next.has(Tags::PRONOUN))?;
    let is_article = |word: &Word| word.is_any(&["a", "an", "the"]);
    // But "what the neighbours say is".
    let opens = |&at: &usize| is_article(&words[at]) && !words[at - 1].has(Tags::SUBORDINATOR);
    let inner = (phrase.start + 1..phrase.end - 1).rev().find(opens);
    let last = phrase.end - 1;
    let is_group = last > phrase.start + 1
        && is_article(&words[phrase.start])
        && words[last].has(Tags::PEOPLE)
        && !words[last].is_capital();
    inner.or(is_group.then_some(last))
}

/// With whom a clause begins where the phrase right before the verb only goes on with the name of what they belong to:
/// "experts from the University of Norland, Leeds (say)", "Otto Roe of the Food, Drug and Toy Agency (said)".
fn before_rest_of_name(
    words: &[Word],
    paragraph: &TaggedParagraph,
    phrase: &Range<usize>,
    floor: usize,
    verb: usize,
) -> Option<Range<usize>> {
    let comma = phrase.start.checked_sub(1).filter(|&comma| words[comma].text == ",")?;
    let rest = &words[phrase.clone()];
    let is_plural =
        words[phrase.end..=verb].iter().any(|word| word.is_any(&["have", "are", "were"]))
            || words[verb].verb().is_some_and(|verb| verb.form == VerbForm::Base);
    let is_place = rest.len() <= 2 && is_plural && !rest[0].has(Tags::GIVEN | Tags::TITLE);
    let is_end_of_body = rest.iter().any(|word| word.is("and"))
        && rest.last().is_some_and(|last| last.has(Tags::BODY));
    let is_rest =
        rest.iter().all(|word| word.is_name() || word.is("and")) && (is_place || is_end_of_body);
    let left = phrase::noun_phrase_before(paragraph, comma.checked_sub(1)?, floor)
        .filter(|left| is_rest && left.start == floor)?;
    let of = left.clone().skip(1).find(|&at| words[at].has(Tags::PREPOSITION))?;
    let head = &words[of - 1];
    let is_somebody = match is_end_of_body {
        true => words[left.start].has(Tags::GIVEN | Tags::TITLE) && head.is_name(),
        false => head.has(Tags::PEOPLE),
    };
    let is_body = words[of].is_any(&["of", "from", "at"])
        && words[of + 1..left.end].iter().all(|word| word.is_name() || word.is_any(&["the", "of"]));
    (is_somebody && is_body).then_some(left.start..if is_end_of_body { of } else { left.end })
}

/// The subject whose last word, apposition or relative clause ends at `end`, before the verb `verb`.
pub(super) fn subject_before(
    paragraph: &TaggedParagraph,
    end: usize,
    floor: usize,
    verb: usize,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let word = &words[end];
    if word.text == "," || word.text == ")" || word.is_dash() {
        if let Some(name) = phrase::name_apposed(paragraph, floor).filter(|name| name.end == end) {
            return Some(name);
        }
        if let Some(phrase) = phrase::before_apposition(paragraph, end, floor) {
            let gap = &words[phrase.end..verb];
            let fits = gap.len() >= 3 && (word.text == ")" || !gap.iter().any(Word::is_stop));
            let body = phrase::body_apposed(paragraph, &phrase, end);
            let subject = body.unwrap_or_else(|| phrase::with_name_behind(paragraph, phrase));
            return fits.then(|| phrase::with_list_before(paragraph, subject, floor));
        }
        // "The firm, has said", "President Sergei Lavrov, said he would": a comma too many.
        let auxiliary = words[end + 1..verb].iter().any(|word| word.has(Tags::AUXILIARY));
        let phrase = phrase::noun_phrase_before(paragraph, end.checked_sub(1)?, floor)?;
        let is_titled = words[phrase.clone()].iter().any(|word| word.has(Tags::ROLE | Tags::TITLE))
            && words[phrase.end - 1].is_name()
            && phrase::has_finite_verb(paragraph, verb + 1..paragraph.sentence_end(verb), 20);
        return ((auxiliary || is_titled)
            && phrase.start == floor
            && phrase::is_subject(paragraph, &phrase))
        .then_some(phrase);
    }
    if let Some(name) = phrase::name_with_open_apposition(paragraph, end, floor) {
        return Some(name);
    }
    if let Some(subject) = phrase::before_relative_clause(paragraph, end, floor) {
        let is_those = words[subject.end - 1].is("those") && subject.len() == 1;
        return (is_those || phrase::is_subject(paragraph, &subject)).then_some(subject);
    }
    let mut phrase = phrase::noun_phrase_before(paragraph, end, floor)?;
    if let Some(person) = before_rest_of_name(words, paragraph, &phrase, floor, verb) {
        return Some(person);
    }
    // "… banned in Russia and Moscow has complained": one thing, not two.
    let singular = words[end + 1..=verb].iter().any(|word| word.is_any(&["has", "is", "was"]))
        || words[verb].verb().is_some_and(|verb| verb.form == VerbForm::Third);
    let joined = (phrase.start..end).rev().find(|&at| words[at].is("and"));
    let is_two =
        |and: &usize| singular && words[end].is_name() && !phrase::body_goes_on(words, *and);
    if let Some(and) = joined.filter(is_two) {
        phrase.start = and + 1;
    }
    if let Some(start) = start_of_relative_without_pronoun(words, &phrase, verb) {
        phrase.start = start;
    }
    if phrase.len() == 1 && words[phrase.start].is_any(&["who", "which"]) {
        let mut idx = phrase.start.checked_sub(1).filter(|&idx| idx >= floor)?;
        if words[idx].text == "," {
            idx = idx.checked_sub(1).filter(|&idx| idx >= floor)?;
        }
        if words[idx].text == ")" {
            idx = (floor..idx).rev().take(12).find(|&at| words[at].text == "(")?.checked_sub(1)?;
        }
        let is_person = words[phrase.start].is("who");
        phrase = phrase::antecedent_before(paragraph, idx, floor)?;
        if let Some(name) = name_before_apposition(words, &phrase, floor).filter(|_| is_person) {
            phrase = name;
        }
        // "the letter to Lavrov, who said": no text is a who.
        let text = phrase.clone().find(|&at| words[at].has(Tags::TEXT) && !words[at].is_name());
        if let Some(text) = text.filter(|&text| is_person && text + 2 < phrase.end) {
            phrase.start = text + 2;
        }
    }
    if is_claim_with_clause(words, &phrase) || is_excepted(words, &phrase, floor) {
        return None;
    }
    let phrase = phrase::with_list_before(paragraph, phrase, floor);
    phrase::is_subject(paragraph, &phrase).then_some(phrase)
}
