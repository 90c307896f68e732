//! Noun phrases and finite verbs, from word order alone.
//!
//! There is no parser behind this: a noun phrase grows from its known end until a word that cannot
//! belong to it. All functions look at a bounded number of words.

use std::ops::Range;

use super::lexicon::{self, Complement, Tags, VerbForm, lists};
use super::word::{TaggedParagraph, Word};

/// An office before a name is no longer than this.
const LONGEST_OFFICE: usize = 7;
/// A noun phrase is no longer than this.
const LONGEST_PHRASE: usize = 18;
/// An apposition or a relative clause between subject and verb is no longer than this.
const LONGEST_APPOSITION: usize = 45;

/// The noun phrase whose last word is `end`, not reaching before `floor`.
pub(super) fn noun_phrase_before(
    paragraph: &TaggedParagraph,
    end: usize,
    floor: usize,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let last = &words[end];
    if end < floor || words[end].is_inside() || !last.is_word() {
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
    while start < end && stands_before_subject(words, start, end) {
        start += 1;
    }
    start = behind_time(words, start, end);
    start = behind_participle_at_head(words, start, end);
    // "In Kabul officials said": a preposition does not open a subject; what follows its object may.
    if words[start].has(Tags::PREPOSITION) && start < end && !rounds_amount(&words[start..=end]) {
        start = behind_object(words, start, end)?;
    }
    Some(start..end + 1)
}

/// Whether words begin with a rounded amount: "about half of them", "about three in 10".
fn rounds_amount(words: &[Word]) -> bool {
    words[0].is("about")
        && words
            .get(1)
            .is_some_and(|amount| is_number(amount) || amount.is("one") || is_part_of_whole(amount))
}

fn is_number(word: &Word) -> bool {
    word.text.starts_with(char::is_numeric) || word.is_any(lists::NUMBERS)
}

/// Whether a word is a part of those who were asked: "half".
pub(super) fn is_part_of_whole(word: &Word) -> bool {
    lists::SHARES.contains(&&*word.lower())
}

/// Whether the word before `start` belongs to the noun phrase whose last word is `end`.
fn extends_to_left(paragraph: &TaggedParagraph, start: usize, end: usize, floor: usize) -> bool {
    let words = &paragraph.words;
    let idx = start - 1;
    let word = &words[idx];
    // "85% of voters"
    let is_share = word.text == "%" && start <= end && words[start].is("of");
    if word.is_inside()
        || !(word.is_word() || is_share || matches!(word.text, "&" | "$" | "-" | "#"))
    {
        return false;
    }
    let name_part = word.is_capital() && idx > floor && start <= end && words[start].is_capital();
    if word.has(Tags::PRONOUN | Tags::SUBORDINATOR)
        || word.has(Tags::AUXILIARY) && !name_part
        || word.has(Tags::COORDINATOR) && !(idx > floor && coordinates(words, idx, end))
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
            && (right.is_name() || right.has(Tags::DETERMINER) || right.is_any(lists::OTHERS))
            || left.has(Tags::PEOPLE | Tags::ROLE | Tags::BODY) && !right.is_capital()
            // "current and former officials"
            || lists::PAIRED_ADJECTIVES.contains(&&*left.lower())
                && lists::PAIRED_ADJECTIVES.contains(&&*right.lower())
                && idx + 2 <= end
                && words[end].has(Tags::PEOPLE)
            || !left.is_capital()
                && !right.is_capital()
                && end - idx <= 3
                && left.text.ends_with('s')
                && words[end].text.ends_with('s'))
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
/// police"; `start` where they begin with none.
fn behind_time(words: &[Word], start: usize, end: usize) -> usize {
    let counts = |word: &Word| {
        is_number(word)
            || word.is_any(&["one", "a", "an"])
            || lists::BEFORE_TIMES.contains(&&*word.lower())
    };
    let time = (start..end).find(|&at| !counts(&words[at])).unwrap_or(end);
    let is_behind =
        words[time + 1..=end].first().is_some_and(|word| lists::BEHIND_TIMES.contains(&word.text));
    // "a month" is no time of its own, and "Months" begins no sentence as one.
    let needs_more = words[time].is_capital() || words[start].is_any(&["a", "an"]);
    let is_time =
        words[time].has(Tags::TIME) && !words[time].is_possessive() && (is_behind || !needs_more);
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
pub(super) fn noun_phrase_after(
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
        && !previous.has(Tags::PREPOSITION);
    let verb = !previous.has(Tags::DETERMINER)
        && (word.verb().is_some_and(|verb| !verb.noun_too || verb.form == VerbForm::Past)
            || is_finite_verb(words, end))
        && !word.is_capital()
        && !word.is_possessive();
    let coordinated = word.has(Tags::COORDINATOR)
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
    leaves || time || verb || coordinated || adverb || pronoun || new_phrase
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
pub(super) fn body_goes_on(words: &[Word], at: usize) -> bool {
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

/// The noun phrase before the apposition, parenthesis or relative clause that ends at `end`
/// (a comma, a bracket or a dash).
pub(super) fn before_apposition(
    paragraph: &TaggedParagraph,
    end: usize,
    floor: usize,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let floor = floor.max(end.saturating_sub(LONGEST_APPOSITION));
    if words[end].text == ")" {
        let open = (floor..end).rev().find(|&idx| words[idx].text == "(")?;
        return subject_ending_before(paragraph, open, floor);
    }
    let sign = words[end].text;
    let mut fallback = None;
    let mut idx = end;
    while idx > floor {
        idx -= 1;
        let word = &words[idx];
        if word.is_mark() && !words[idx].is_inside()
            || word.is_stop()
            || word.text == ";"
            || word.text == ":"
        {
            break;
        }
        let matches = if words[end].is_dash() { word.is_dash() } else { word.text == sign };
        if !matches || idx == floor {
            continue;
        }
        // "Jim Jordan (R-Ohio), a member of the panel, said"
        let bracket = (words[idx - 1].text == ")")
            .then(|| (floor..idx).rev().take(8).find(|&at| words[at].text == "("));
        let last = bracket.flatten().unwrap_or(idx).saturating_sub(1);
        let Some(phrase) = noun_phrase_before(paragraph, last, floor) else { continue };
        if !is_subject(paragraph, &phrase) {
            // "Early on Saturday, a member (of Acme) who asked not to be named, told"
            if let Some(phrase) = before_who(paragraph, idx + 1, end) {
                return Some(phrase);
            }
            continue;
        }
        // "Ada Voss, of Salem, N.H., who was there, said"
        let is_behind_place = phrase.start > floor + 1
            && words[phrase.start - 1].text == ","
            && words[phrase.start - 2].is_name()
            && !words[phrase.start - 2].has(Tags::TIME);
        if is_behind_place && is_state(words, &phrase) {
            continue;
        }
        let between = &words[idx + 1..end];
        let named = words[phrase.end - 1].is_name()
            || between.first().is_some_and(|word| word.is_any(lists::RELATIVES_BEHIND_COMMA));
        // "vice president for sales and launch at Acme, …": no clause begins with "launch".
        let first = &words[phrase.start];
        let may_open = first.is_capital() || first.has(Tags::DETERMINER | Tags::PRONOUN);
        let opens_clause = phrase.start == floor
            || phrase.start == 0
            || words[phrase.start - 1].is_mark()
            || words[phrase.start - 1].is_stop()
            // But "After the hearing, his lawyer, Ada Voss, said".
            || words[phrase.start - 1].has(Tags::SUBORDINATOR)
                && !words[phrase.start - 1].has(Tags::PREPOSITION)
            || words[phrase.start - 1].has(Tags::COORDINATOR) && may_open;
        if named && (opens_clause || looks_like_person(paragraph, &phrase)) {
            return Some(phrase);
        }
        if opens_clause {
            return Some(phrase);
        }
        // "who helped catch Ted Roe – who had fled – said": whom a clause is about does not speak.
        if may_open || first.has(Tags::ROLE | Tags::PEOPLE | Tags::TITLE | Tags::BODY) {
            fallback.get_or_insert(phrase);
        }
    }
    fallback
}

/// The subject that begins at `start` and has a clause with "who" behind it, before `end`.
fn before_who(paragraph: &TaggedParagraph, start: usize, end: usize) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let phrase = noun_phrase_after(paragraph, start, end)?;
    let is_bracket = words[phrase.end].text == "(";
    let close = (phrase.end..end).take(8).find(|&at| words[at].text == ")");
    let behind = if is_bracket { close? + 1 } else { phrase.end };
    (words[behind].is("who") && is_subject(paragraph, &phrase)).then_some(phrase)
}

/// `phrase` with the names before it in a list that it ends: "A, B and C", "A, B, and C".
pub(super) fn with_list_before(
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
pub(super) fn with_list_behind(
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
fn looks_like_person(paragraph: &TaggedParagraph, phrase: &Range<usize>) -> bool {
    let words = &paragraph.words[phrase.clone()];
    let part =
        |word: &Word| word.is_name() || word.has(Tags::TITLE | Tags::PARTICLE) || word.is("the");
    words.iter().filter(|word| word.is_name()).count() >= 2
        && words.iter().all(part)
        && !words.iter().any(|word| word.has(Tags::BODY))
}

/// The antecedent of a relative clause, ending at `end`: the name, or the phrase from its determiner.
pub(super) fn antecedent_before(
    paragraph: &TaggedParagraph,
    end: usize,
    floor: usize,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    if let Some(mut phrase) = noun_phrase_before(paragraph, end, floor) {
        // "hailed as good news by critics who"
        let by = phrase.clone().rev().find(|&at| words[at].is("by"));
        let is_text = |at: usize| words[phrase.start..at].iter().any(|word| word.has(Tags::TEXT));
        if let Some(by) = by.filter(|&by| by < end && !is_text(by)) {
            phrase.start = by + 1;
        }
        if let Some(person) = person_behind_thing(words, &phrase) {
            phrase = person;
        }
        return Some(phrase);
    }
    let floor = floor.max(end.saturating_sub(LONGEST_PHRASE));
    let name = (floor..=end)
        .rev()
        .take_while(|&idx| words[idx].is_name() && !words[idx].is_inside())
        .last();
    let start =
        name.or_else(|| (floor..=end).rev().take(6).find(|&idx| words[idx].has(Tags::DETERMINER)))?;
    Some(start..end + 1)
}

/// The person at the end of a phrase that else means nobody, whom a "who" behind it is about: "a deal with Sergei
/// Lavrov", "the ire of Minister Lavrov".
fn person_behind_thing(words: &[Word], phrase: &Range<usize>) -> Option<Range<usize>> {
    let is_of_name = |at: usize| words[at].is_name() || words[at].has(Tags::TITLE | Tags::ROLE);
    let start = phrase.clone().rev().take_while(|&at| is_of_name(at)).last()?;
    let before = &words[phrase.start..start];
    let somebody = Tags::ROLE | Tags::PEOPLE | Tags::TITLE | Tags::GIVEN | Tags::BODY;
    let is_person = words[start].has(Tags::GIVEN | Tags::TITLE | Tags::ROLE)
        && phrase.end - start > 1
        && words[phrase.end - 1].is_name();
    let is_thing = before.last().is_some_and(|word| word.has(Tags::PREPOSITION))
        && !before.iter().any(|word| word.has(somebody) || word.is_name() || is_tie(word));
    (is_person && is_thing).then_some(start..phrase.end)
}

/// The subject before a relative clause without commas that ends at `end`, right before the verb: "aides who
/// have worked with Lavrov" (said), "the firm that bought Acme", "a lawyer hired by Acme". Lavrov is part of that
/// clause.
pub(super) fn before_relative_clause(
    paragraph: &TaggedParagraph,
    end: usize,
    floor: usize,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let clause = (floor..=end)
        .rev()
        .take(LONGEST_APPOSITION)
        .take_while(|&at| words[at].is_word() && !words[at].is_inside() || words[at].text == "$");
    let mut clause = clause.into_iter();
    let Some(who) = clause.clone().find(|&at| words[at].is_any(&["who", "whose"])) else {
        return clause.find_map(|at| before_clause_of_thing(paragraph, at..end + 1, floor));
    };
    let verbs = (who + 1..=end).filter(|&at| is_finite_verb(words, at));
    // "a man who thinks Lavrov said": what he thinks.
    let thinks = |at: usize| {
        let object = words.get(at + 1).is_some_and(|next| next.has(Tags::PREPOSITION));
        words[at].verb().is_some_and(|verb| !object && takes_clause(verb.complement))
    };
    let mut verbs = verbs.peekable();
    verbs.peek()?;
    if verbs.any(thinks) || words[end].has(Tags::PRONOUN) {
        return None;
    }
    let phrase = noun_phrase_before(paragraph, who.checked_sub(1)?, floor)?;
    let opens_clause = phrase.start == floor
        || !words[phrase.start - 1].is_word()
        || words[phrase.start - 1].has(Tags::COORDINATOR | Tags::SUBORDINATOR);
    opens_clause.then_some(phrase)
}

/// What a clause tells more of that begins with "that" or "which" and its verb, or with a participle: somebody, a body
/// or a text, with which the sentence or clause begins.
fn before_clause_of_thing(
    paragraph: &TaggedParagraph,
    clause: Range<usize>,
    floor: usize,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let at = clause.start;
    if words[clause.clone()].iter().any(|word| word.has(Tags::COORDINATOR)) {
        return None;
    }
    let next = words.get(at + 1)?;
    let is_relative =
        words[at].is_any(&["that", "which"]) && clause.len() > 1 && is_finite_verb(words, at + 1);
    let is_participle = words[at].has(Tags::WORD)
        && !words[at].is_capital()
        && (words[at].ends_with("ed") || lists::PARTICIPLES_BEHIND_NOUNS.contains(&words[at].text))
        && next.has(Tags::PREPOSITION)
        && !next.is("to")
        && !clause.skip(1).any(|at| is_finite_verb(words, at));
    if !is_relative && !is_participle {
        return None;
    }
    let phrase = noun_phrase_before(paragraph, at.checked_sub(1)?, floor)?;
    let opens_clause = phrase.start == floor
        || !words[phrase.start - 1].is_word()
        || phrase.start == floor + 1 && words[floor].has(Tags::COORDINATOR)
        || words[phrase.start - 1].has(Tags::SUBORDINATOR);
    let speaks = Tags::ROLE | Tags::PEOPLE | Tags::BODY | Tags::TEXT;
    let is_somebody = words[phrase.clone()].iter().any(|word| word.has(speaks));
    // "Lee walked to the door": a verb of its own.
    let is_named = words[phrase.end - 1].is_name() || words[phrase.end - 1].has(Tags::PRONOUN);
    (opens_clause && is_somebody && !is_named).then_some(phrase)
}

/// Whether a clause may follow without "that", as what is said or thought.
fn takes_clause(complement: Complement) -> bool {
    matches!(complement, Complement::Clause | Complement::Thought | Complement::That)
}

/// The subject that ends right before `end`, through one more apposition or bracket if need be.
fn subject_ending_before(
    paragraph: &TaggedParagraph,
    end: usize,
    floor: usize,
) -> Option<Range<usize>> {
    if end <= floor {
        return None;
    }
    noun_phrase_before(paragraph, end - 1, floor)
}

/// The phrase at `phrase`, made longer by the name that follows an office: "the minister, Sergei Lavrov".
pub(super) fn with_name_behind(paragraph: &TaggedParagraph, phrase: Range<usize>) -> Range<usize> {
    let words = &paragraph.words;
    let comma = phrase.end;
    // "One of them, Sergei Lavrov, said"
    let is_one_of = phrase.len() > 2
        && words[phrase.start].is("one")
        && words[phrase.start + 1].is("of")
        && !words[phrase.end - 1].is_name();
    if is_one_of && let Some(name) = words.get(comma).and_then(|_| apposed(words, comma)) {
        return if is_closed(words, name.end) { name } else { phrase };
    }
    if words[phrase.end - 1].is_name()
        && !words[phrase.start..].iter().take(phrase.len()).any(|word| word.has(Tags::ROLE))
        || words.get(comma).is_none_or(|word| word.text != ",")
    {
        return phrase;
    }
    if !words[phrase.clone()].iter().any(|word| word.has(Tags::ROLE | Tags::TITLE)) {
        return phrase;
    }
    match apposed(words, comma) {
        Some(name)
            if is_closed(words, name.end)
                && !words[name.end - 1].has(Tags::BODY | Tags::PLACE | Tags::TIME) =>
        {
            phrase.start..name.end
        }
        _ => phrase,
    }
}

/// The full name behind a comma, with what its bearer is left out: "the minister, Sergei Lavrov", "the chief executive,
/// Dr. Ada Voss", "the mayor, former teacher Ada Voss"; the first name alone of somebody's kin.
fn apposed(words: &[Word], comma: usize) -> Option<Range<usize>> {
    let is_office = |word: &Word| word.has(Tags::TITLE | Tags::ROLE) && !word.has(Tags::GIVEN);
    let behind = words.get(comma + 1..)?;
    let before_name = behind.iter().take(4).take_while(|word| is_office(word)).count();
    // "another witness, former White House adviser Fiona Hill"
    let given = behind.iter().take(LONGEST_OFFICE).position(|word| word.has(Tags::GIVEN));
    let given =
        given.filter(|&given| given > 1 && is_office(&behind[0]) && is_office(&behind[given - 1]));
    let first = comma + 1 + given.unwrap_or(before_name);
    let is_part = |word: &&Word| word.is_name() || word.has(Tags::PARTICLE);
    let length = words[first..].iter().take(5).take_while(is_part).count();
    let least = if is_tie(&words[comma - 1]) { 1 } else { 2 };
    // "Inspector Ada Voss, Unit Commander": what she is.
    let name = &words[first..first + length];
    let is_office = name.last().is_some_and(is_office) && !name[0].has(Tags::GIVEN);
    ((least..=4).contains(&length) && !is_office).then_some(first..first + length)
}

/// The name of a body that alone stands between the comma behind a phrase without a name and the one at `end`: "The bridge's
/// operator, the Harbour Authority, (said)".
pub(super) fn body_apposed(
    paragraph: &TaggedParagraph,
    phrase: &Range<usize>,
    end: usize,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let apposition = phrase.end + 1..end;
    if words[phrase.end].text != "," || words[end].text != "," || apposition.len() < 2 {
        return None;
    }
    let article = usize::from(words[apposition.start].is("the"));
    let name = &words[apposition.start + article..apposition.end];
    let is_body = name.len() > 1
        && name.iter().all(|word| word.is_name() && !word.is_possessive())
        && name.last().is_some_and(|last| last.has(Tags::BODY));
    let head = &words[phrase.end - 1];
    let is_unnamed = !head.is_capital() && !head.has(Tags::BODY);
    (is_body && is_unnamed).then_some(apposition)
}

/// Whether an apposition ends at `end`: "…, Tom Lantos, said", "…, Tom Lantos of California."
fn is_closed(words: &[Word], end: usize) -> bool {
    let is_from = words.get(end).is_some_and(|word| word.is_any(&["of", "from"]))
        && words.get(end + 1).is_some_and(Word::is_name);
    is_from || words.get(end).is_none_or(|word| !word.is_word())
}

/// Whether a word says what somebody is to another, who goes by the first name alone: "her husband, Otto".
fn is_tie(word: &Word) -> bool {
    lists::TIES.contains(&&*word.lower())
}

/// The full name in apposition to the phrase that begins at `start`: "The buyer, Heinz Koster, …".
pub(super) fn name_apposed(paragraph: &TaggedParagraph, start: usize) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let phrase = noun_phrase_after(paragraph, start, words.len())?;
    // "The man who bought it, Heinz Koster, …"
    let is_relative = words.get(phrase.end).is_some_and(|word| word.is_any(&["who", "that"]));
    let comma = match is_relative {
        true => (phrase.end..words.len().min(phrase.end + LONGEST_PHRASE))
            .find(|&at| !words[at].is_word())?,
        false => phrase.end,
    };
    if words[phrase.end - 1].is_name() || words.get(comma).is_none_or(|word| word.text != ",") {
        return None;
    }
    let name = apposed(words, comma)?;
    (words[name.start].has(Tags::GIVEN) && is_closed(words, name.end)).then_some(name)
}

/// Whether a noun phrase can be the subject of a verb of speech.
pub(super) fn is_subject(paragraph: &TaggedParagraph, phrase: &Range<usize>) -> bool {
    let words = &paragraph.words[phrase.clone()];
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
    if words.len() == 1 && first.has(Tags::PRONOUN) {
        return true;
    }
    let opens_none = first.has(Tags::PREPOSITION) || first.is_any(lists::NO_SUBJECT_OPENERS);
    if first.has(Tags::OBJECT) || opens_none && !rounds_amount(words) {
        return false;
    }
    // "Early on Saturday"
    let is_behind_time = |word: &Word| word.has(Tags::PREPOSITION | Tags::TIME);
    if first.is_any(lists::PARTS_OF_TIMES) && words.get(1).is_some_and(is_behind_time) {
        return false;
    }
    // "referencing a group" is what somebody does.
    if words.len() > 1
        && first.ends_with("ing")
        && !first.is_capital()
        && words[1].has(Tags::DETERMINER)
    {
        return false;
    }
    // "White House hosting Acme": no phrase of one name.
    let is_joined_by_participle = (1..words.len() - 1).any(|at| {
        words[at].ends_with("ing")
            && !words[at].is_capital()
            && words[at - 1].is_name()
            && words[at + 1].is_name()
            && !words[at + 1].has(Tags::ROLE | Tags::TITLE)
    });
    if is_joined_by_participle {
        return false;
    }
    // "Speaking in Leeds", "Addressing the board": what somebody does.
    let opens_side_clause = first.ends_with("ing")
        && !first.has(Tags::GIVEN | Tags::BODY)
        && words.get(1).is_some_and(|next| {
            !next.is_capital()
                && (next.has(Tags::DETERMINER) || next.is_any(lists::BEHIND_PARTICIPLE_AT_HEAD))
        });
    if opens_side_clause {
        return false;
    }
    if is_share(words) {
        return true;
    }
    let counted = words.len() > 2 && words[words.len() - 2].is("of");
    if last.has(Tags::PREPOSITION | Tags::DETERMINER)
        && !counted
        && !last.is_any(lists::QUANTIFIERS)
    {
        return false;
    }
    if last.has(Tags::TIME) && last.is_capital() && words.len() == 1 {
        return false;
    }
    if last.is_name() || words.iter().any(|word| word.is_name() && !word.has(Tags::TIME)) {
        return true;
    }
    if first.has(Tags::DETERMINER) {
        return !last.has(Tags::ADVERB | Tags::AUXILIARY | Tags::TIME)
            || last.is_any(&["both", "all"]);
    }
    if words.iter().any(|word| word.has(Tags::ROLE | Tags::PEOPLE | Tags::TEXT | Tags::BODY)) {
        return true;
    }
    let common = Tags::ADVERB | Tags::AUXILIARY | Tags::TIME | Tags::NO_NAME;
    words.len() <= 4 && !last.has(common) && last.text.ends_with('s') && !first.has(common)
}

/// Whether these words are a part of those who were asked: "26 percent", "six in 10", "almost half".
fn is_share(words: &[Word]) -> bool {
    let Some(last) = words.last() else { return false };
    words.len() <= 6 && (is_part_of_whole(last) || words.iter().any(is_number) && is_number(last))
}

/// Whether the word at `idx` is, as far as its form tells, a finite verb.
pub(super) fn is_finite_verb(words: &[Word], idx: usize) -> bool {
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
    word.text.len() > 3 && word.text.ends_with("ed") && word.text.is_ascii()
}

/// Whether a finite verb stands in `range`, looking at no more than `most` words.
pub(super) fn has_finite_verb(
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

/// The subject of the main clause of the sentence at `range`: a phrase, or `None` where word order
/// does not show one.
pub(super) fn main_subject(
    paragraph: &TaggedParagraph,
    range: &Range<usize>,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let mut start = range.start;
    let mut tries = 0;
    let mut phrase = loop {
        while start < range.end
            && (!words[start].is_word()
                || words[start].has(Tags::COORDINATOR)
                || words[start].has(Tags::ADVERB) && !words[start].has(Tags::DETERMINER))
            && !words[start].is_inside()
        {
            start += 1;
        }
        if start >= range.end || words[start].is_inside() {
            return None;
        }
        if !opens_side_clause(words, start) {
            // "Here are some of them"
            if words[start].has(Tags::AUXILIARY) && !words[start].has(Tags::PRONOUN) {
                return None;
            }
            let phrase = noun_phrase_after(paragraph, start, range.end)?;
            // "Tuesday in Salem, N.H., after the talks, Lavrov said", "On July 6, 2015, Lavrov said"
            if tries > 0 && (is_state_of_place(words, &phrase) || is_year_of_date(words, &phrase)) {
                start = phrase.end + 1;
                continue;
            }
            break phrase;
        }
        tries += 1;
        let comma = (start..range.end.min(start + 40))
            .find(|&idx| words[idx].text == "," && !words[idx].is_inside())?;
        if tries > 2 {
            return None;
        }
        start = comma + 1;
    };
    // "Speaking in Salem, New Hampshire, Lavrov said": a place goes on behind the comma.
    while tries > 0
        && let Some(next) = behind_rest_of_place(paragraph, &phrase, range.end)
    {
        phrase = next;
    }
    let start = phrase.start;
    // "Russia's ambassador to Afghanistan Dmitry Zhirnov has": all up to the verb.
    let reach = phrase.end..range.end.min(start + LONGEST_PHRASE);
    let verb = reach
        .clone()
        .find(|&at| !words[at].is_word() || words[at].is_inside() || is_finite_verb(words, at));
    let end = match verb {
        Some(verb)
            if is_finite_verb(words, verb) && words[phrase.end].is_any(lists::BEHIND_OFFICE) =>
        {
            verb
        }
        _ => phrase.end,
    };
    let phrase = start..end;
    is_subject(paragraph, &phrase).then_some(phrase)
}

/// The subjects of the clauses of a sentence that a conjunction opens and that lie before `end` and behind the sentence's
/// main subject, the nearest first: "While Lavrov was late, (he said)", "…, and the ministry had been told".
pub(super) fn clause_subjects(
    paragraph: &TaggedParagraph,
    sentence: usize,
    end: usize,
) -> Vec<Range<usize>> {
    let words = &paragraph.words;
    let start = paragraph.sentences[sentence].start;
    let main = main_subject(paragraph, &paragraph.sentences[sentence]);
    let first = main.filter(|main| main.start < end).map_or(start, |main| main.end);
    let opens = |at: usize| {
        let is_behind_comma = at > start && words[at - 1].text == ",";
        let joins = words[at].is_any(lists::CLAUSE_OPENERS) && (at == start || is_behind_comma)
            || words[at].has(Tags::COORDINATOR) && is_behind_comma;
        joins && !words[at].is_inside()
    };
    let subject = |at: usize| {
        let phrase = noun_phrase_after(paragraph, at + 1, end)?;
        let has_verb = (phrase.end..end).take(3).any(|at| is_finite_verb(words, at));
        (has_verb && is_subject(paragraph, &phrase)).then_some(phrase)
    };
    (first..end).rev().filter(|&at| opens(at)).filter_map(subject).collect()
}

/// The full name at the head of a sentence with what its bearer is behind a comma that no second one closes, up to
/// `end`: "Gary Ruffing, head of services at BBK (said)".
pub(super) fn name_with_open_apposition(
    paragraph: &TaggedParagraph,
    end: usize,
    floor: usize,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let comma = (floor..=end).find(|&at| words[at].text == ",")?;
    let name = floor..comma;
    let first = name.clone().find(|&at| !words[at].has(Tags::TITLE))?;
    let is_full_name = comma - first > 1
        && words[first].has(Tags::GIVEN)
        && name
            .clone()
            .all(|at| words[at].is_name() || words[at].has(Tags::PARTICLE | Tags::TITLE));
    let rest = comma + 1..end + 1;
    let first_words = &words[rest.start..rest.end.min(rest.start + 3)];
    let opens = first_words.first()?.has(Tags::DETERMINER)
        || first_words.iter().any(|word| word.has(Tags::ROLE) && !word.is_capital());
    let is_open = rest.clone().all(|at| words[at].is_word() && !words[at].is_inside());
    let tells_office = words[rest.clone()].iter().any(|word| word.has(Tags::ROLE));
    // "Lavrov, whose sister Anna", "Lavrov, a man whom Anna (admires)": the verb is hers.
    let is_of_other = words[rest].iter().any(|word| word.is_any(&["whose", "whom"]));
    (is_full_name && opens && is_open && tells_office && !is_of_other).then_some(name)
}

/// Whom a sentence says that others spoke to: "The paper spoke to one mother".
pub(super) fn spoken_to(
    paragraph: &TaggedParagraph,
    sentence: &Range<usize>,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let preposition = (sentence.start + 1..sentence.end).find(|&at| {
        words[at].is_any(&["to", "with"])
            && lists::SPEAK_WITH.contains(&words[at - 1].text)
            && !words[at].is_inside()
    })?;
    noun_phrase_after(paragraph, preposition + 1, sentence.end)
}

/// Whether a subject is that of a clause within another: "when Lavrov asked", "noted that Lavrov had said".
pub(super) fn is_in_side_clause(paragraph: &TaggedParagraph, subject: &Range<usize>) -> bool {
    let words = &paragraph.words;
    let sentence = &paragraph.sentences[paragraph.sentence_of(subject.start)];
    let before = (sentence.start..subject.start).rev().map(|at| &words[at]);
    let mut lead = before.take_while(|word| word.is_word() && !word.is_inside());
    lead.any(|word| {
        word.has(Tags::SUBORDINATOR | Tags::PREPOSITION) || word.is_any(&["whom", "whereas"])
    })
}

/// Whether a phrase between commas is the state of the place before it: "(in Salem), N.H., (Lavrov said)".
fn is_state_of_place(words: &[Word], phrase: &Range<usize>) -> bool {
    let is_between_commas = phrase.start > 1
        && words[phrase.start - 1].text == ","
        && words[phrase.start - 2].is_name()
        && words.get(phrase.end).is_some_and(|word| word.text == ",");
    // "…, Texas, which had voted against it, said"
    let goes_on = words
        .get(phrase.end + 1)
        .is_some_and(|word| word.is_any(lists::RELATIVES_BEHIND_COMMA) || word.is("and"));
    is_between_commas && !goes_on && is_state(words, phrase)
}

fn is_state(words: &[Word], phrase: &Range<usize>) -> bool {
    let last = &words[phrase.end - 1];
    let is_listed = lists::STATES.contains(&&*last.lower())
        || lists::SHORT_STATES.contains(&last.text.trim_end_matches('.'));
    phrase.len() <= 2 && is_listed
}

/// Whether a phrase between commas is the year of the day before it.
fn is_year_of_date(words: &[Word], phrase: &Range<usize>) -> bool {
    let is_day = |word: &Word| word.text.starts_with(char::is_numeric);
    phrase.len() == 1
        && phrase.start > 1
        && words[phrase.start].text.len() == 4
        && is_day(&words[phrase.start])
        && words[phrase.start - 1].text == ","
        && is_day(&words[phrase.start - 2])
        && words.get(phrase.end).is_some_and(|word| word.text == ",")
}

/// The phrase behind one that only carries on the place or time of a clause before it: a name with a comma
/// behind it, and then another name or a time rather than an apposition.
fn behind_rest_of_place(
    paragraph: &TaggedParagraph,
    phrase: &Range<usize>,
    ceiling: usize,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let is_name = words[phrase.clone()].iter().all(|word| word.is_name() || word.has(Tags::TIME));
    let mut start = phrase.end + 1;
    if !is_name || start >= ceiling || words[phrase.end].text != "," {
        return None;
    }
    if words[start].has(Tags::PREPOSITION | Tags::TIME) {
        // "…, on Sunday, Lavrov"
        let comma = (start..ceiling.min(start + 8)).find(|&at| words[at].text == ",")?;
        start = comma + 1;
    }
    let next = noun_phrase_after(paragraph, start, ceiling)?;
    let is_relative = words[next.start].is_any(lists::RELATIVE_PRONOUNS);
    let leads = words[next.start].is_name() || words[next.start].has(Tags::PRONOUN) && !is_relative;
    let verb = (next.end..ceiling.min(next.end + 3)).any(|at| is_finite_verb(words, at));
    (leads && verb).then_some(next)
}

/// Whether the word at `start` opens a phrase or clause before the main one: "In Kabul, …", "Asked about
/// it, …", "Last week, …".
fn opens_side_clause(words: &[Word], start: usize) -> bool {
    let word = &words[start];
    let before = |tags| words.get(start + 1).is_some_and(|next| next.has(tags));
    word.has(Tags::PREPOSITION | Tags::SUBORDINATOR) && !word.is_any(&["who", "what", "that"])
        || word.ends_with("ing") && !word.has(Tags::BODY)
        || word.ends_with("ed") && before(Tags::PREPOSITION)
        || word.has(Tags::TIME) && !word.has(Tags::DETERMINER)
        || word.is_any(&["last", "this"]) && before(Tags::TIME)
        || word.is_any(&["according", "asked"])
        || before(Tags::PREPOSITION | Tags::SUBORDINATOR)
            && lists::BEFORE_SIDE_CLAUSE.contains(&&*word.lower())
}

/// The person of a sentence told from someone's point of view: "For Kravtsov, the war …".
pub(super) fn point_of_view(
    paragraph: &TaggedParagraph,
    range: &Range<usize>,
) -> Option<Range<usize>> {
    let first = paragraph.words.get(range.start).filter(|_| !range.is_empty())?;
    if !first.is_any(&["for", "to"]) {
        return None;
    }
    let phrase = noun_phrase_after(paragraph, range.start + 1, range.end)?;
    let comma = paragraph.words.get(phrase.end).is_some_and(|word| word.text == ",");
    (comma && paragraph.words[phrase.end - 1].is_name()).then_some(phrase)
}

/// Whether a verb stands in the passive: "was told", "been accused".
pub(super) fn is_passive(words: &[Word], verb: usize, floor: usize) -> bool {
    if words[verb].verb().is_none_or(|verb| verb.form != VerbForm::Past) {
        return false;
    }
    let before = (floor..verb)
        .rev()
        .find(|&idx| !words[idx].has(Tags::ADVERB) && !words[idx].text.ends_with("ly"));
    before.is_some_and(|idx| words[idx].is_any(lists::PASSIVE_AUXILIARIES))
}

/// Whether a cue verb's content may follow without "that".
pub(super) fn takes_bare_clause(complement: Complement) -> bool {
    matches!(complement, Complement::Clause | Complement::Addressee)
}
