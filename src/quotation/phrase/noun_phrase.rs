//! Noun phrases, grown from their known end.

use std::ops::Range;

use super::amount::{is_number, rounds_amount};
use super::finite::{is_attribute_behind_adverb, is_finite_verb};
use crate::quotation::lexicon::{self, Tags, VerbForm, lists};
use crate::quotation::word::{TaggedParagraph, Word};

/// A noun phrase is no longer than this.
pub(super) const LONGEST_PHRASE: usize = 18;

/// A name with the office before it is no longer than this: "Head coach Otto van der Roe".
const LONGEST_OFFICE: usize = 6;

/// What people know of, or where they are, has no more words than this: "(experts on) North Korea".
const LONGEST_COMPLEMENT: usize = 4;

/// A phrase with "that" as its determiner is no longer than this: "That former official".
const LONGEST_POINTED_AT: usize = 4;

/// The noun phrase whose last word is `end`, not reaching before `floor`.
pub(crate) fn noun_phrase_before(
    paragraph: &TaggedParagraph,
    end: usize,
    floor: usize,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let last = &words[end];
    // "42% said"
    let is_share = last.text == "%" && end > floor && is_number(&words[end - 1]);
    if end < floor || words[end].is_inside() || !last.is_word() && !is_share {
        return None;
    }
    if last.has(Tags::PRONOUN) {
        return Some(end..end + 1);
    }
    if last.has(Tags::FINITE) && !last.is_capital() && !last.has(Tags::PEOPLE) {
        return None;
    }
    let mut start = end + 1;
    while start > floor
        && end + 1 - start < LONGEST_PHRASE
        && extends_to_left(paragraph, start, end, floor)
    {
        start -= 1;
    }
    if start > end {
        return None;
    }
    // "That official said"
    if start == floor + 1 && opens_with_that(&words[floor..=end]) {
        return Some(floor..end + 1);
    }
    while start < end && stands_before_subject(words, start, end) {
        start += 1;
    }
    // "(is) likely to please critics (who said)"
    if start + 3 <= end
        && lists::BEFORE_INFINITIVE.contains(&words[start].text)
        && words[start + 1].is("to")
    {
        start += 3;
    }
    start = behind_time(words, start, end);
    start = behind_participle_at_head(words, start, end);
    if let Some(name) = behind_fronted_phrase(words, start, end, floor) {
        return Some(name..end + 1);
    }
    // "In Kabul officials said": a preposition does not open a subject; what follows its object may.
    if words[start].has(Tags::PREPOSITION) && start < end && !rounds_amount(&words[start..=end]) {
        start = behind_object(words, start, end)?;
    }
    Some(start..end + 1)
}

/// Whether a "that" at the head of a sentence goes with the one person whom the words behind it mean: "That person".
pub(super) fn opens_with_that(words: &[Word]) -> bool {
    let [that, .., last] = words else { return false };
    words.len() <= LONGEST_POINTED_AT
        && that.is("that")
        && that.is_capital()
        && last.has(Tags::ROLE)
        && !last.has(Tags::PEOPLE)
}

/// Whether a hyphen stands for a dash: "Lavrov - the minister - said".
fn is_dash_between_spaces(words: &[Word], at: usize) -> bool {
    let is_apart = |left: usize, right: usize| {
        words.get(right).is_none_or(|word| word.span().start > words[left].span().end)
    };
    words[at].text == "-" && at > 0 && is_apart(at - 1, at) && is_apart(at, at + 1)
}

/// Whether the word before `start` belongs to the noun phrase whose last word is `end`.
fn extends_to_left(paragraph: &TaggedParagraph, start: usize, end: usize, floor: usize) -> bool {
    let words = &paragraph.words;
    let idx = start - 1;
    let word = &words[idx];
    // "85% of voters"
    let is_share = word.text == "%" && start <= end && words[start].is("of");
    if word.is_inside()
        || !(word.is_word()
            || is_share
            || start > end
            || matches!(word.text, "&" | "$" | "-" | "#"))
        || is_dash_between_spaces(words, idx)
    {
        return false;
    }
    let name_part = word.is_capital() && idx > floor && start <= end && words[start].is_capital();
    if word.has(Tags::PRONOUN | Tags::SUBORDINATOR)
        || word.has(Tags::AUXILIARY) && !name_part
        || word.has(Tags::COORDINATOR)
            && !(idx > floor && (coordinates(words, idx, end) || joins_offices(words, idx, floor)))
    {
        return false;
    }
    // A finite verb cannot be inside: "The fire spread, officials said".
    if idx < end
        && is_finite_verb(words, idx)
        && !word.is_capital()
        && !participle_inside(paragraph, idx, floor)
    {
        return false;
    }
    // "On Monday the minister said".
    let date = word.has(Tags::TIME)
        && word.is_capital()
        && start <= end
        && !words[start].is_name()
        && !name_part
        && idx > floor
        && words[idx - 1].is_any(&["on", "in"]);
    !date
}

/// Whether the coordinator at `idx` joins two parts of the noun phrase whose last word is `end`: names,
/// people by office, or plurals.
fn coordinates(words: &[Word], idx: usize, end: usize) -> bool {
    if idx >= end || !words[idx].is_any(&["and", "or"]) {
        return false;
    }
    let (left, right) = (&words[idx - 1], &words[idx + 1]);
    left.is_word()
        && !left.is_inside()
        && (left.is_name()
            && (right.is_name()
                || right.has(Tags::DETERMINER)
                || right.is_any(lists::OTHERS)
                // "Ada Voss and 18 members of the panel"
                || is_number(right) && words[idx + 1..=end].iter().any(|word| word.has(Tags::PEOPLE)))
            || left.has(Tags::PEOPLE | Tags::ROLE | Tags::BODY) && !right.is_capital()
            // "Schools and parents"
            || left.is_capital() && are_bodies(left) && !right.is_capital()
            // "current and former officials"
            || lists::PAIRED_ADJECTIVES.contains(&&*left.lower())
                && lists::PAIRED_ADJECTIVES.contains(&&*right.lower())
                && idx + 2 <= end
                && words[end].has(Tags::PEOPLE)
            || coordinates_complements(words, idx, end)
            || !left.is_capital()
                && !right.is_capital()
                && end - idx <= 3
                && left.text.ends_with('s')
                && words[end].text.ends_with('s'))
}

/// Whether the "and" at `idx` joins two who are each named, the second behind an office, where the first opens the clause
/// behind an office or with a given name: "Coach Voss and captain Roe". Elsewhere the first may be an object: "Acme beat
/// Coach Voss and captain Roe (said)".
fn joins_offices(words: &[Word], idx: usize, floor: usize) -> bool {
    let office = Tags::ROLE | Tags::TITLE;
    let [second, name, ..] = &words[idx + 1..] else { return false };
    let is_second = second.has(office) && !second.is_capital() && name.is_name();
    if !is_second || !words[idx].is("and") || !words[idx - 1].is_name() {
        return false;
    }
    // "police chief"
    let is_part = |word: &Word| word.is_name() || word.has(office) || word.has(Tags::BODY);
    let first = (floor..idx).rev().take(LONGEST_OFFICE).take_while(|&at| is_part(&words[at]));
    first.last().is_some_and(|first| {
        let opens = first == floor || !words[first - 1].is_word();
        opens && words[first].has(office | Tags::BODY | Tags::GIVEN) && first + 1 < idx
    })
}

/// Whether a word means bodies of some kind: "companies", "schools", at the head of a sentence too.
pub(crate) fn are_bodies(word: &Word) -> bool {
    lists::BODIES_OF_SOME_KIND.contains(&&*word.lower())
}

/// Whether the "and" at `idx` joins two things that some people know of or two places where they are, the second of which
/// ends at `end`: "experts on fishing and marine life", "officials in Leeds and around the country".
fn coordinates_complements(words: &[Word], idx: usize, end: usize) -> bool {
    let somebody = Tags::PEOPLE | Tags::ROLE | Tags::BODY | Tags::TITLE | Tags::PRONOUN;
    let second = &words[idx + 1..=end];
    let preposition = (1..idx)
        .rev()
        .take(LONGEST_COMPLEMENT)
        .take_while(|&at| words[at].is_word() && !is_finite_verb(words, at))
        .find(|&at| words[at].has(Tags::PREPOSITION));
    let Some(preposition) = preposition.filter(|&at| words[at - 1].has(Tags::PEOPLE)) else {
        return false;
    };
    let opens = second[0].has(Tags::PREPOSITION)
        || !second[0].has(Tags::DETERMINER) && !second[0].is_capital();
    preposition + 1 < idx
        && opens
        && second.len() <= LONGEST_COMPLEMENT
        && !second.iter().any(|word| word.has(somebody) || word.verb().is_some())
        && !words[idx].is("or")
}

/// Whether the word at `start` stands before the subject that ends with `end` and is no part of it.
fn stands_before_subject(words: &[Word], start: usize, end: usize) -> bool {
    let word = &words[start];
    word.is_any(lists::BEFORE_SUBJECT)
        || word.has(Tags::TIME)
            && word.is_capital()
            && !words[start + 1].is_name()
            && start + 1 < end
}

/// Behind the time with which the words from `start` to `end` begin: "(last) week the committee", "two weeks ago
/// police", "the first time the committee"; `start` where they begin with none.
fn behind_time(words: &[Word], start: usize, end: usize) -> usize {
    let counts = |word: &Word| {
        is_number(word)
            || word.is_any(&["one", "a", "an", "first"])
            || lists::BEFORE_TIMES.contains(&&*word.lower())
    };
    // But "the Sunday Post".
    let the = usize::from(words[start].is("the") && start < end && !words[start + 1].is_capital());
    let time = (start + the..end).find(|&at| !counts(&words[at])).unwrap_or(end);
    let is_behind =
        words[time + 1..=end].first().is_some_and(|word| lists::BEHIND_TIMES.contains(&word.text));
    // "a month" is no time of its own, and "Months" begins no sentence as one.
    let needs_more = words[time].is_capital() || words[start].is_any(&["a", "an"]);
    let is_time = (words[time].has(Tags::TIME) && !words[time].is("then")
        || the < time - start && words[time].text == "time")
        && !words[time].is_possessive()
        && (is_behind || !needs_more);
    let subject = time + 1 + usize::from(is_behind);
    let opens =
        Tags::DETERMINER | Tags::PEOPLE | Tags::ROLE | Tags::BODY | Tags::TITLE | Tags::NAME;
    if is_time && subject <= end && words[subject].has(opens) { subject } else { start }
}

/// Behind what somebody does, where their name follows without a comma: "Speaking to the Acme News website (Mr Roe)";
/// `start` where nothing of the kind opens the words up to `end`.
fn behind_participle_at_head(words: &[Word], start: usize, end: usize) -> usize {
    let is_participle = words[start].ends_with("ing")
        && words[start + 1..=end]
            .first()
            .is_some_and(|next| next.is_any(lists::BEHIND_PARTICIPLE_AT_HEAD));
    if !is_participle {
        return start;
    }
    let opens_name = |at: &usize| {
        let before = &words[at - 1];
        words[*at].has(Tags::TITLE)
            && words[*at].is_capital()
            && words[*at + 1..=end].iter().all(Word::is_name)
            && *at < end
            && !before.is_capital()
            && !before.has(Tags::PREPOSITION | Tags::DETERMINER | Tags::COORDINATOR)
    };
    (start + 2..=end).find(opens_name).unwrap_or(start)
}

/// Where the full name begins with which these words end, behind a phrase at the head of the sentence that no comma closes:
/// "After a visit to Norland Ada Voss (said)". What a preposition governs is no subject, so that it ends somewhere, and a
/// given name goes on with no name before it.
fn behind_fronted_phrase(words: &[Word], start: usize, end: usize, floor: usize) -> Option<usize> {
    let first = if start == floor + 1 { floor } else { start };
    let opener = &words[first];
    let is_participle = opener.ends_with("ing") && !opener.has(Tags::GIVEN | Tags::BODY);
    let opens = first == floor
        && opener.is_capital()
        && (opener.has(Tags::PREPOSITION) && !opener.is("as") || is_participle)
        && (first == 0 || words[first - 1].is_stop());
    let is_surname = |word: &Word| {
        word.is_name() && !word.is_possessive() && !word.has(Tags::BODY | Tags::PLACE)
    };
    let given = (first + 2..end).rev().take_while(|&at| is_surname(&words[at + 1]));
    let given = given.take(2).find(|&at| words[at].has(Tags::GIVEN) && words[at].is_name())?;
    let before = &words[given - 1];
    let goes_on = Tags::PREPOSITION
        | Tags::DETERMINER
        | Tags::COORDINATOR
        | Tags::GIVEN
        | Tags::TITLE
        | Tags::ROLE
        | Tags::PARTICLE;
    let closes = before.is_word()
        && !before.has(goes_on)
        && !before.is_possessive()
        && !before.ends_with("ing");
    (opens && closes && is_surname(&words[end])).then_some(given)
}

/// Where the phrase begins that follows the object of the preposition at `start`, up to `end`.
fn behind_object(words: &[Word], start: usize, end: usize) -> Option<usize> {
    let inner = (start + 1..=end).rev().find(|&idx| {
        (words[idx].has(Tags::DETERMINER) || words[idx].is_name() && !words[idx - 1].is_name())
            && words[idx - 1].is_word()
            && !words[idx - 1].has(Tags::PREPOSITION | Tags::DETERMINER | Tags::COORDINATOR)
    });
    inner.filter(|&idx| idx > start + 1)
}

/// Whether the "-ed" word at `idx` is a participle inside a noun phrase: "the newly elected president".
fn participle_inside(paragraph: &TaggedParagraph, idx: usize, floor: usize) -> bool {
    let words = &paragraph.words;
    // Not "the visit angered farmers".
    let modifies = |at: usize| {
        let word = &words[at];
        word.has(Tags::ADVERB)
            || word.ends_with("ly")
            || !word.is_word()
            || word.is_name()
            || is_number(word)
    };
    let mut before = (floor..idx).rev().take(3);
    let determiner = before.find(|&at| words[at].has(Tags::DETERMINER) || !modifies(at));
    // "a report published by Acme"
    let is_of_text = idx > floor
        && words[idx - 1].has(Tags::TEXT)
        && words.get(idx + 1).is_some_and(|next| next.is("by"));
    // "people briefed on the plan"
    let is_of_people = idx > floor
        && words[idx - 1].has(Tags::PEOPLE)
        && words[idx].verb().is_none()
        && words.get(idx + 1).is_some_and(|next| next.is_any(&["on", "by", "about"]));
    is_of_text
        || is_of_people
        || determiner.is_some_and(|at| words[at].has(Tags::DETERMINER))
            && !paragraph.words[idx + 1].has(Tags::DETERMINER | Tags::PREPOSITION)
        || words[idx].text.contains('-')
}

/// The noun phrase that begins at `start`, ending before `ceiling`.
pub(crate) fn noun_phrase_after(
    paragraph: &TaggedParagraph,
    start: usize,
    ceiling: usize,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    if start >= ceiling || words[start].is_inside() || !words[start].is_word() {
        return None;
    }
    if words[start].has(Tags::PRONOUN) {
        return Some(start..start + 1);
    }
    let mut end = start;
    while end < ceiling && end - start < LONGEST_PHRASE && !words[end].is_inside() {
        let word = &words[end];
        if !(word.is_word() || matches!(word.text, "&" | "-" | "#"))
            || is_dash_between_spaces(words, end)
            || end > start && ends_phrase(words, end, ceiling)
        {
            break;
        }
        end += 1;
    }
    while end > start
        && words[end - 1].has(Tags::ADVERB | Tags::COORDINATOR)
        && !words[end - 1].is_capital()
        && end - start > 1
    {
        end -= 1;
    }
    (end > start).then_some(start..end)
}

/// Whether the word at `end` shows that a noun phrase ended before it. No phrase reaches `ceiling`.
fn ends_phrase(words: &[Word], end: usize, ceiling: usize) -> bool {
    let (previous, word) = (&words[end - 1], &words[end]);
    let next = words.get(end + 1);
    let leaves = word.is_any(lists::BEHIND_SUBJECT)
        && !belongs_to_office(previous, word, next)
        && !body_goes_on(words, end);
    // "said Smith Monday", but "the Sydney Morning Herald".
    let inside_name = previous.is_capital() && end + 1 < ceiling && next.is_some_and(Word::is_name);
    let time = word.has(Tags::TIME)
        && (word.is_capital() && !inside_name || word.has(Tags::DEICTIC))
        && !previous.has(Tags::PREPOSITION)
        // "a January report"
        && !(previous.is_any(&["a", "an"]) && next.is_some_and(Word::is_word))
        && !(next.is_some() && is_attribute_behind_adverb(words, end + 1));
    let verb = !previous.has(Tags::DETERMINER)
        && !is_attribute_behind_adverb(words, end)
        && (word.verb().is_some_and(|verb| !verb.noun_too || verb.form == VerbForm::Past)
            || is_finite_verb(words, end))
        && !word.is_capital()
        && !word.is_possessive();
    // "Radio Nor"
    let coordinated = word.has(Tags::COORDINATOR)
        && !word.is_capital()
        && !(word.is("and")
            && next.is_some_and(|next| next.is_name() || next.has(Tags::ROLE | Tags::PEOPLE)));
    let adverb = !word.is_capital()
        && word.text.ends_with("ly")
        && !word.has(Tags::BODY | Tags::TIME)
        && end + 1 >= ceiling.min(words.len());
    let pronoun = word.has(Tags::PRONOUN | Tags::OBJECT | Tags::SUBORDINATOR);
    let new_phrase = previous.is_capital()
        && word.has(Tags::DETERMINER)
        && !word.is_capital()
        && !previous.has(Tags::PREPOSITION);
    // "said Lavrov representing them"
    let participle = previous.is_name()
        && !word.is_capital()
        && word.ends_with("ing")
        && !word.has(Tags::PREPOSITION | Tags::ROLE | Tags::BODY)
        && next.is_some_and(|next| next.has(Tags::OBJECT | Tags::DETERMINER));
    leaves || time || verb || coordinated || adverb || pronoun || new_phrase || participle
}

/// "officials at the embassy" end before "at", "officials at Greenpeace" do not: whether a preposition
/// leads from people to where they belong.
fn belongs_to_office(previous: &Word, word: &Word, next: Option<&Word>) -> bool {
    word.is_any(&["at", "in", "on"])
        && previous.has(Tags::PEOPLE | Tags::ROLE)
        && !previous.is_capital()
        && next.is_some_and(|next| !next.has(Tags::TIME | Tags::OCCASION | Tags::DETERMINER))
}

/// Whether the preposition or "and" at `at` goes on with the name of a body that stands before it: "Bank of
/// England", "Centre for the Study of War", "Department of Health and Human Services".
pub(crate) fn body_goes_on(words: &[Word], at: usize) -> bool {
    if !words[at].has(Tags::PREPOSITION | Tags::COORDINATOR) {
        return false;
    }
    let Some(head) = at.checked_sub(1).map(|idx| &words[idx]) else { return false };
    let article = usize::from(words.get(at + 1).is_some_and(|next| next.is("the")));
    let Some(next) = words.get(at + 1 + article) else { return false };
    if !next.is_name() || next.has(Tags::TIME) || next.is_inside() != head.is_inside() {
        return false;
    }
    let is_body = |word: &Word| {
        word.is_name()
            && !word.is_possessive()
            && (word.has(Tags::BODY) && !lexicon::is_named_body(&word.lower())
                || lists::HEADS_OF_BODIES.contains(&word.text))
    };
    let word = &words[at];
    let start = (0..at)
        .rev()
        .take(6)
        .take_while(|&idx| words[idx].is_name() || words[idx].is("the"))
        .last();
    // "for" in "Campaign for the Protection of Rivers"
    let joint = start.and_then(|start| start.checked_sub(1)).filter(|&idx| {
        words[idx].is_any(&["of", "for", "on"]) && idx > 0 && is_body(&words[idx - 1])
    });
    if word.is("of") || word.is("for") {
        // "the National Congress of American Indians"
        let is_further = word.is("of")
            && head.is_name()
            && head.has(Tags::BODY)
            && at > 1
            && lists::BEFORE_BODIES.contains(&words[at - 2].text);
        return is_body(head) || is_further || word.is("of") && head.is_name() && joint.is_some();
    }
    if word.is_any(&["on", "to", "against"]) {
        return is_body(head)
            && !lists::COMPANIES.contains(&&*head.lower())
            && !next.has(Tags::GIVEN);
    }
    if !word.is("and")
        || article > 0
        || next.has(Tags::GIVEN | Tags::TITLE | Tags::BODY | Tags::PLACE)
    {
        return false;
    }
    // "Customs and Border Protection", "Food and Drug Administration"
    let is_of_two = lists::SUBJECTS_OF_BODIES.contains(&head.text)
        && words.get(at + 2).is_some_and(|last| {
            last.is_name() && (last.has(Tags::BODY) || lists::ENDS_OF_BODIES.contains(&last.stem()))
        });
    if is_of_two {
        return true;
    }
    // Behind "of" and the like, in the name of a body that has several subjects.
    let may_share = |idx: usize| !words[idx - 1].is_any(lists::BODIES_OF_ONE_SUBJECT);
    !next.is_acronym() && head.is_name() && !head.has(Tags::PLACE) && joint.is_some_and(may_share)
}

/// The subject that ends right before `end`, through one more apposition or bracket if need be.
pub(super) fn subject_ending_before(
    paragraph: &TaggedParagraph,
    end: usize,
    floor: usize,
) -> Option<Range<usize>> {
    if end <= floor {
        return None;
    }
    noun_phrase_before(paragraph, end - 1, floor)
}
