//! Appositions: what says beside a name, between commas, dashes or brackets, what somebody is.

use std::ops::Range;

use super::finite::is_finite_verb;
use super::list::looks_like_person;
use super::noun_phrase::{
    LONGEST_PHRASE, noun_phrase_after, noun_phrase_before, subject_ending_before,
};
use super::subject::{is_state, is_subject};
use crate::quotation::lexicon::{Tags, lists};
use crate::quotation::word::{TaggedParagraph, Word};

/// An office before a name is no longer than this.
const LONGEST_OFFICE: usize = 7;
/// An apposition or a relative clause between subject and verb is no longer than this.
pub(crate) const LONGEST_APPOSITION: usize = 45;

/// The noun phrase before the apposition, parenthesis or relative clause that ends at `end`
/// (a comma, a bracket or a dash).
pub(crate) fn before_apposition(
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
    if let Some(phrase) = before_whose(paragraph, end, floor) {
        return Some(phrase);
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
        // "Ada Voss, of the firm Voss Partners – which is late – said"
        if let Some(person) = person_from(paragraph, floor, phrase.start) {
            return Some(person);
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
        let first = &words[phrase.start];
        let opens_clause = opens_clause(words, &phrase, floor);
        // "who helped catch Ted Roe – who had fled – said": whom a clause is about does not speak.
        let is_object =
            words[end].is_dash() && !opens_clause && is_plain_verb(&words[phrase.start - 1]);
        if named && !is_object && (opens_clause || looks_like_person(paragraph, &phrase)) {
            return Some(phrase);
        }
        if opens_clause {
            return Some(phrase);
        }
        let is_somebody =
            || first.has(Tags::ROLE | Tags::PEOPLE | Tags::TITLE | Tags::BODY) || may_open(first);
        if !is_object && is_somebody() {
            fallback.get_or_insert(phrase);
        }
    }
    fallback
}

/// Whether a phrase stands at the head of a clause, which begins at `floor` or later.
fn opens_clause(words: &[Word], phrase: &Range<usize>, floor: usize) -> bool {
    if phrase.start == floor || phrase.start == 0 {
        return true;
    }
    let before = &words[phrase.start - 1];
    before.is_mark()
        || before.is_stop()
        // But "After the hearing, his lawyer, Ada Voss, said".
        || before.has(Tags::SUBORDINATOR) && !before.has(Tags::PREPOSITION)
        || before.has(Tags::COORDINATOR) && may_open(&words[phrase.start])
}

/// Whether a word before a name may be a verb of which that is the object, and none of speech: "catch".
fn is_plain_verb(word: &Word) -> bool {
    let other = Tags::PREPOSITION | Tags::TIME | Tags::ADVERB | Tags::DETERMINER | Tags::ROLE;
    let joins = Tags::SUBORDINATOR | Tags::COORDINATOR | Tags::AUXILIARY;
    word.is_word() && !word.is_capital() && word.verb().is_none() && !word.has(other | joins)
}

/// Whether a clause may begin with a word behind "and". "Vice president for sales and launch at Acme, …": not with "launch".
fn may_open(word: &Word) -> bool {
    word.is_capital() || word.has(Tags::DETERMINER | Tags::PRONOUN)
}

/// The name behind which a comma and "of", "from" or "at" lead to the phrase that begins at `start`, not before `floor`:
/// "Ada Voss" of "Ada Voss, of the law firm Voss Partners".
fn person_from(paragraph: &TaggedParagraph, floor: usize, start: usize) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let reach = (floor..start).rev().take(LONGEST_OFFICE).take_while(|&at| words[at].is_word());
    let of = reach.into_iter().find(|&at| words[at].is_any(&["of", "from", "at"]))?;
    let last = of.checked_sub(2).filter(|&last| last >= floor && words[of - 1].text == ",")?;
    let person = noun_phrase_before(paragraph, last, floor)?;
    let name = &words[person.clone()];
    (name.len() > 1 && name.iter().all(Word::is_name)).then_some(person)
}

/// The phrase at `floor` behind which the clause that ends at `end` tells something of somebody of theirs, who has a name
/// between commas and a verb behind it: "Ada Voss" of "Ada Voss, whose uncle, Otto Roe, was shot, (said)".
fn before_whose(paragraph: &TaggedParagraph, end: usize, floor: usize) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let mut commas = (floor..end).rev().filter(|&at| !words[at].is_word());
    let [behind_name, before_name, before_whose] = [commas.next()?, commas.next()?, commas.next()?];
    let is_comma = |at: usize| words[at].text == "," && !words[at].is_inside();
    let is_named = words[before_name + 1..behind_name].iter().all(Word::is_name);
    let is_bracket = [behind_name, before_name, before_whose, end].into_iter().all(is_comma)
        && words[before_whose + 1].is("whose")
        && is_named
        && is_finite_verb(words, behind_name + 1);
    let phrase = noun_phrase_before(paragraph, before_whose.checked_sub(1)?, floor)?;
    (is_bracket && phrase.start == floor && is_subject(paragraph, &phrase)).then_some(phrase)
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

/// The phrase at `phrase`, made longer by the name that follows an office: "the minister, Sergei Lavrov".
pub(crate) fn with_name_behind(paragraph: &TaggedParagraph, phrase: Range<usize>) -> Range<usize> {
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
    if let Some(name) = name_behind_place(words, &phrase) {
        return name;
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

/// The full name behind an office and where that is: "another witness in the inquiry, former adviser Ada Voss". Not
/// behind somebody else: "a spokesman for the mayor, Ada Voss".
fn name_behind_place(words: &[Word], phrase: &Range<usize>) -> Option<Range<usize>> {
    // "the top Democrat on the panel"
    let opens = words[phrase.start].is("the");
    let is_office = |word: &Word| {
        word.has(Tags::ROLE) && (!word.is_capital() || opens && !word.has(Tags::GIVEN))
    };
    // "the head of the union in Leeds"
    let is_office_of_thing =
        phrase.clone().skip(1).find(|&at| words[at].is("of")).is_some_and(|of| {
            let thing = &words[of + 1..phrase.end];
            let somebody = Tags::ROLE | Tags::PEOPLE | Tags::TITLE;
            let head = &words[of - 1];
            (head.has(Tags::ROLE) && !head.is_capital() || head.is("one"))
                && thing
                    .iter()
                    .all(|word| !word.is_capital() && (!word.has(somebody) || head.is("one")))
        });
    let place = words.get(phrase.end).filter(|word| word.is_any(&["in", "on", "at"]));
    if place.is_none() || !is_office(&words[phrase.end - 1]) && !is_office_of_thing {
        return None;
    }
    let comma =
        (phrase.end + 1..words.len()).take(LONGEST_OFFICE).find(|&at| !words[at].is_word())?;
    let other = Tags::ROLE | Tags::PEOPLE | Tags::TITLE | Tags::GIVEN | Tags::SUBORDINATOR;
    let is_place =
        (phrase.end + 1..comma).all(|at| !words[at].has(other) && !is_finite_verb(words, at));
    let name = apposed(words, comma).filter(|_| words[comma].text == "," && is_place)?;
    (words[name.start].has(Tags::GIVEN) && is_closed(words, name.end)).then_some(name)
}

/// The full name behind a comma, with what its bearer is left out: "the minister, Sergei Lavrov", "the chief executive,
/// Dr. Ada Voss", "the mayor, former teacher Ada Voss"; the first name alone of somebody's kin.
fn apposed(words: &[Word], comma: usize) -> Option<Range<usize>> {
    let is_office = |word: &Word| word.has(Tags::TITLE | Tags::ROLE) && !word.has(Tags::GIVEN);
    let behind = words.get(comma + 1..)?;
    let before_name = behind.iter().take(4).take_while(|word| is_office(word)).count();
    // "another witness, former White House adviser Fiona Hill"
    let given = behind.iter().take(LONGEST_OFFICE).position(|word| word.has(Tags::GIVEN));
    // "the host, Norland Council board member Ada Voss"
    let is_of_office = |word: &Word| {
        is_office(word) || word.is_name() || word.has(Tags::BODY) && !word.is_possessive()
    };
    let given = given.filter(|&given| given > 1).filter(|&given| {
        let is_plain = !behind[given - 1].is_capital()
            && behind[..given].iter().all(|word| is_of_office(word) && !word.has(Tags::GIVEN));
        is_office(&behind[given - 1]) && (is_office(&behind[0]) || is_plain)
    });
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
pub(crate) fn body_apposed(
    paragraph: &TaggedParagraph,
    phrase: &Range<usize>,
    end: usize,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let apposition = phrase.end + 1..end;
    if words[phrase.end].text != "," || words[end].text != "," {
        return None;
    }
    let article = usize::from(words[apposition.start].is("the"));
    let name = &words[apposition.start + article..apposition.end];
    let is_body = name.len() > 1
        && name.iter().all(|word| word.is_name() && !word.is_possessive())
        && name.last().is_some_and(|last| last.has(Tags::BODY));
    let head = &words[phrase.end - 1];
    let is_unnamed = !head.is_capital() && !head.has(Tags::BODY);
    // "the city's largest power provider, NPE&G, (said)"
    let other = Tags::PLACE | Tags::TIME | Tags::ROLE | Tags::TITLE;
    let is_short = |word: &Word| word.is_acronym() && !word.is_possessive() && !word.has(other);
    let is_alone = name.len() == 1
        && is_short(&name[0])
        && !head.has(Tags::ROLE | Tags::PEOPLE | Tags::TIME)
        && words[phrase.start].has(Tags::DETERMINER)
        && !words[phrase.clone()].iter().any(|word| word.has(Tags::PREPOSITION));
    ((is_body || is_alone) && is_unnamed).then_some(apposition)
}

/// Whether an apposition ends at `end`: "…, Tom Lantos, said", "…, Tom Lantos of California."
fn is_closed(words: &[Word], end: usize) -> bool {
    let the = usize::from(words.get(end + 1).is_some_and(|word| word.is("the")));
    let is_from = words.get(end).is_some_and(|word| word.is_any(&["of", "from"]))
        && words.get(end + 1 + the).is_some_and(Word::is_name);
    is_from || words.get(end).is_none_or(|word| !word.is_word())
}

/// Whether a word says what somebody is to another, who goes by the first name alone: "her husband, Otto".
pub(super) fn is_tie(word: &Word) -> bool {
    lists::TIES.contains(&&*word.lower())
}

/// The full name in apposition to the phrase that begins at `start`: "The buyer, Heinz Koster, …".
pub(crate) fn name_apposed(paragraph: &TaggedParagraph, start: usize) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let phrase = noun_phrase_after(paragraph, start, words.len())?;
    let phrase = behind_place(paragraph, &phrase).unwrap_or(phrase);
    // "The man who bought it, Heinz Koster, …"
    let is_relative = words.get(phrase.end).is_some_and(|word| word.is_any(&["who", "that"]));
    let second = comma_behind_second_part(words, &phrase);
    let comma = match is_relative {
        true => (phrase.end..words.len().min(phrase.end + LONGEST_PHRASE))
            .find(|&at| !words[at].is_word())?,
        false => second.unwrap_or(phrase.end),
    };
    // "One Democrat, Otto Voss, …"
    let last = &words[phrase.end - 1];
    let is_member = last.has(Tags::PEOPLE | Tags::ROLE)
        && !last.has(Tags::GIVEN | Tags::BODY)
        && phrase.len() > 1
        && words[phrase.start].is_any(&["one", "a", "an", "another"]);
    let ends_with_name = last.is_name() && !is_member && !opens_with_short_office(words, &phrase);
    if ends_with_name || words.get(comma).is_none_or(|word| word.text != ",") {
        return None;
    }
    let name = apposed(words, comma)?;
    // "at Leeds, West Yorkshire"
    let mut before = words[phrase.start..comma].iter().rev();
    let is_preposition = |word: &&Word| word.has(Tags::PREPOSITION) && !word.is_capital();
    let may_be_place = words[comma - 1].is_name()
        && before.find(is_preposition).is_some_and(|word| !word.is_any(&["of", "for"]))
        || words[name.end - 1].has(Tags::BODY | Tags::PLACE | Tags::TIME);
    // "Her father, Brad, worried"
    let is_person = words[name.start].has(Tags::GIVEN)
        || is_tie(&words[comma - 1])
        || second.is_some() && !may_be_place;
    (is_person && is_closed(words, name.end)).then_some(name)
}

/// Whether a phrase begins with an office by its initials, and what it is for: "MEC for Housing and Roads". A body by its
/// initials is nobody with a given name of their own.
fn opens_with_short_office(words: &[Word], phrase: &Range<usize>) -> bool {
    let [first, preposition, ..] = &words[phrase.clone()] else { return false };
    first.is_acronym()
        && !first.is_possessive()
        && !first.has(Tags::PLACE | Tags::BODY)
        && preposition.is_any(&["for", "of"])
}

/// The office behind a place with its state, where that opens its phrase: "police chief" of "The Salem, Ore., police chief".
fn behind_place(paragraph: &TaggedParagraph, place: &Range<usize>) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let is_place = words[place.start].is("the") && words[place.end - 1].is_name();
    let is_comma = |at: usize| words.get(at).is_some_and(|word| word.text == ",");
    if !is_place || !is_comma(place.end) {
        return None;
    }
    let state = noun_phrase_after(paragraph, place.end + 1, words.len())?;
    if !is_state(words, &state) || !is_comma(state.end) {
        return None;
    }
    noun_phrase_after(paragraph, state.end + 1, words.len())
}

/// The comma behind an office for two things, where `phrase` ends with the first: "Director of planning and housing for
/// Leeds, …".
fn comma_behind_second_part(words: &[Word], phrase: &Range<usize>) -> Option<usize> {
    let of = phrase.clone().skip(1).find(|&at| words[at].has(Tags::PREPOSITION))?;
    let is_office = words[of - 1].has(Tags::ROLE) && !words[of - 1].has(Tags::PEOPLE);
    let and = words.get(phrase.end).filter(|and| is_office && and.is("and"));
    let mut behind = (phrase.end + 1..words.len()).take(LONGEST_PHRASE);
    let comma = behind.find(|&at| !words[at].is_word())?;
    let other = Tags::ROLE | Tags::PEOPLE | Tags::TITLE | Tags::PRONOUN | Tags::SUBORDINATOR;
    let second = phrase.end + 1..comma;
    // "managing director for rates and macro strategist, …": both offices are of one, without an article.
    let is_office = words[comma - 1].has(Tags::ROLE)
        && !words[comma - 1].has(Tags::PEOPLE)
        && !words[comma - 1].is_capital();
    let last = comma - usize::from(is_office);
    let is_plain = !second.is_empty()
        && (second.start..last).all(|at| {
            !words[at].has(other) && !is_finite_verb(words, at) && !words[at].has(Tags::DETERMINER)
        });
    (and.is_some() && is_plain).then_some(comma)
}

/// Whether an office is only the first part of one for two things, behind which its holder may be named.
pub(crate) fn is_half_of_office(paragraph: &TaggedParagraph, phrase: &Range<usize>) -> bool {
    let comma = comma_behind_second_part(&paragraph.words, phrase);
    comma.is_some_and(|comma| paragraph.words.get(comma + 1).is_some_and(Word::is_name))
}

/// The full name at the head of a sentence with what its bearer is behind a comma that no second one closes, up to
/// `end`: "Gary Ruffing, head of services at BBK (said)".
pub(crate) fn name_with_open_apposition(
    paragraph: &TaggedParagraph,
    end: usize,
    floor: usize,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    // Behind words in marks that it tells of.
    let mark = (floor..=end).rev().take(LONGEST_APPOSITION).find(|&at| words[at].is_mark());
    let floor = mark.map_or(floor, |mark| mark + 1);
    let comma = (floor..=end).find(|&at| words[at].text == ",")?;
    let name = floor..comma;
    let first = name.clone().find(|&at| !words[at].has(Tags::TITLE))?;
    // "Mayor Ada Voss, police chief Otto Lind and sheriff Ben Roe": a list.
    if names_others(&words[comma + 1..end + 1]) {
        return None;
    }
    let is_full_name = comma - first > 1
        && words[first].has(Tags::GIVEN)
        && name
            .clone()
            .all(|at| words[at].is_name() || words[at].has(Tags::PARTICLE | Tags::TITLE));
    let rest = comma + 1..end + 1;
    let first_words = &words[rest.start..rest.end.min(rest.start + 3)];
    // "Otto Roe, Chair of the Club (said)"
    let is_office_of = matches!(first_words, [office, of, ..]
        if office.has(Tags::ROLE) && !office.has(Tags::GIVEN) && of.is_any(&["of", "for", "at"]));
    let opens = first_words.first()?.has(Tags::DETERMINER)
        || is_office_of
        || first_words.iter().any(|word| word.has(Tags::ROLE) && !word.is_capital());
    let is_open = rest.clone().all(|at| words[at].is_word() && !words[at].is_inside());
    let tells_office = words[rest.clone()].iter().any(|word| word.has(Tags::ROLE));
    // "Lavrov, whose sister Anna", "Lavrov, a man whom Anna (admires)": the verb is hers.
    let is_of_other = words[rest].iter().any(|word| word.is_any(&["whose", "whom"]));
    (is_full_name && opens && is_open && tells_office && !is_of_other).then_some(name)
}

/// Whether words are two full names with "and" between them, each behind its office.
fn names_others(words: &[Word]) -> bool {
    let Some(and) = words.iter().position(|word| word.is("and")) else { return false };
    let is_titled = |item: &[Word]| {
        let given = item.iter().position(|word| word.has(Tags::GIVEN) && word.is_name());
        given.is_some_and(|given| {
            let is_of_office = |word: &Word| word.has(Tags::ROLE | Tags::TITLE | Tags::BODY);
            item[..given].iter().all(is_of_office)
                && item.len() > given + 1
                && item[given..].iter().all(Word::is_name)
        })
    };
    is_titled(&words[..and]) && is_titled(&words[and + 1..])
}
