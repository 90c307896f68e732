//! Which noun phrases can be the subject of a verb of speech, and the subjects of sentences and clauses.

use std::ops::Range;

use super::amount::{is_number, is_share, rounds_amount};
use super::finite::is_finite_verb;
use super::noun_phrase::{LONGEST_PHRASE, noun_phrase_after, opens_with_that};
use crate::quotation::lexicon::{Tags, lists};
use crate::quotation::word::{TaggedParagraph, Word};

/// Whether a noun phrase can be the subject of a verb of speech.
pub(crate) fn is_subject(paragraph: &TaggedParagraph, phrase: &Range<usize>) -> bool {
    let words = &paragraph.words[phrase.clone()];
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
    if words.len() == 1 && first.has(Tags::PRONOUN) {
        return true;
    }
    let opens_none = first.has(Tags::PREPOSITION)
        || first.is_any(lists::NO_SUBJECT_OPENERS) && !opens_with_that(words);
    if first.has(Tags::OBJECT) || opens_none && !rounds_amount(words) {
        return false;
    }
    // "Early on Saturday"
    let is_behind_time = |word: &Word| word.has(Tags::PREPOSITION | Tags::TIME);
    if first.is_any(lists::PARTS_OF_TIMES) && words.get(1).is_some_and(is_behind_time) {
        return false;
    }
    // "repeated six times"
    let is_count = words.len() == 2 && is_number(first) && last.text == "times";
    if is_count || is_what_somebody_does(words) {
        return false;
    }
    // "27 percent of those (who came)"
    let is_of_those = words.len() > 2 && last.is("those") && words[words.len() - 2].is("of");
    if is_share(words) || is_of_those {
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
    is_short_plural(words)
}

/// Whether a participle is all that makes a phrase of some words.
fn is_what_somebody_does(words: &[Word]) -> bool {
    let is_participle = |word: &Word| word.ends_with("ing") && !word.is_capital();
    let [first, ..] = words else { return false };
    let next = words.get(1);
    // "referencing a group"
    let has_object = is_participle(first) && next.is_some_and(|next| next.has(Tags::DETERMINER));
    // "White House hosting Acme": no phrase of one name.
    let joins_names = words.array_windows().any(|[before, word, behind]| {
        is_participle(word)
            && before.is_name()
            && behind.is_name()
            && !behind.has(Tags::ROLE | Tags::TITLE)
    });
    // "Speaking in Leeds", "Addressing the board"
    let opens_side_clause = first.ends_with("ing")
        && !first.has(Tags::GIVEN | Tags::BODY)
        && next.is_some_and(|next| {
            !next.is_capital()
                && (next.has(Tags::DETERMINER) || next.is_any(lists::BEHIND_PARTICIPLE_AT_HEAD))
        });
    has_object || joins_names || opens_side_clause
}

/// Whether a phrase without a word for somebody may mean people all the same: "local growers".
fn is_short_plural(words: &[Word]) -> bool {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
    let is_plain =
        |word: &Word| !word.has(Tags::ADVERB | Tags::AUXILIARY | Tags::TIME | Tags::NO_NAME);
    // "taxing consumption encourages savings"
    let inner = words.get(1..words.len() - 1).unwrap_or_default();
    let opens_with_gerund = first.ends_with("ing")
        && !first.is_capital()
        && inner.iter().any(|word| word.ends_with("s"));
    words.len() <= 4
        && (is_plain(first) || first.is("recent"))
        && is_plain(last)
        && last.text.ends_with('s')
        && !opens_with_gerund
}

/// The subject of the main clause of the sentence at `range`: a phrase, or `None` where word order
/// does not show one.
pub(crate) fn main_subject(
    paragraph: &TaggedParagraph,
    range: &Range<usize>,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let mut start = behind_bracket_at_head(words, range);
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
    if let Some(name) = behind_apposition_at_head(paragraph, &phrase, range.end) {
        phrase = name;
    }
    let start = phrase.start;
    // "Russia's ambassador to Afghanistan Dmitry Zhirnov has": all up to the verb.
    let reach = phrase.end..range.end.min(start + LONGEST_PHRASE);
    let verb = reach
        .clone()
        .find(|&at| !words[at].is_word() || words[at].is_inside() || is_finite_verb(words, at));
    let end = match verb {
        // But "Dmitry Zhirnov at that time asked".
        Some(verb)
            if is_finite_verb(words, verb)
                && words[phrase.end].is_any(lists::BEHIND_OFFICE)
                && (!words[phrase.end - 1].is_name() || words[verb - 1].is_name()) =>
        {
            verb
        }
        _ => phrase.end,
    };
    let phrase = start..end;
    is_subject(paragraph, &phrase).then_some(phrase)
}

/// A bracket at the head of a sentence has no more words than this.
const LONGEST_BRACKET: usize = 8;

/// Where a sentence begins behind the bracket that says where or by whom it was written: "(Acme News/AP) Two men were held".
fn behind_bracket_at_head(words: &[Word], range: &Range<usize>) -> usize {
    if words[range.start].text != "(" {
        return range.start;
    }
    let mut bracket = range.clone().take(LONGEST_BRACKET);
    let close = bracket.find(|&at| words[at].text == ")");
    close.map(|close| close + 1).filter(|&behind| behind < range.end).unwrap_or(range.start)
}

/// The subjects of the clauses of a sentence that a conjunction opens and that lie before `end` and behind the sentence's
/// main subject, the nearest first: "While Lavrov was late, (he said)", "…, and the ministry had been told".
pub(crate) fn clause_subjects(
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

/// Whether a subject is that of a clause within another: "when Lavrov asked", "noted that Lavrov had said".
pub(crate) fn is_in_side_clause(paragraph: &TaggedParagraph, subject: &Range<usize>) -> bool {
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

pub(super) fn is_state(words: &[Word], phrase: &Range<usize>) -> bool {
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
    // "While it pleased Ada Voss, a nurse, she said"
    let is_apposition = words[phrase.start].is_any(&["a", "an", "the"])
        && words[phrase.end - 1].has(Tags::ROLE)
        && phrase.start > 1
        && words[phrase.start - 2].is_name();
    let mut start = phrase.end + 1;
    if !is_name && !is_apposition || start >= ceiling || words[phrase.end].text != "," {
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

/// The name with its verb behind the comma of a phrase that says what its bearer is: "A former judge, Ms. Voss wrote".
fn behind_apposition_at_head(
    paragraph: &TaggedParagraph,
    phrase: &Range<usize>,
    ceiling: usize,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let opens = words[phrase.start].is_any(&["a", "an"]) && !words[phrase.end - 1].is_name();
    let comma = words.get(phrase.end).filter(|comma| opens && comma.text == ",");
    let name = noun_phrase_after(paragraph, comma.map(|_| phrase.end + 1)?, ceiling)?;
    let is_of_name = |word: &Word| word.is_name() || word.has(Tags::TITLE | Tags::PARTICLE);
    let is_name = words[name.clone()].iter().all(is_of_name)
        && (name.len() > 1 || !words[name.start].has(Tags::PLACE | Tags::TIME | Tags::BODY));
    (is_name && is_finite_verb(words, name.end.min(words.len() - 1))).then_some(name)
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
