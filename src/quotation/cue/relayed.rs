//! Who says what somebody only passes on: "played a clip of the senator saying", "heard a neighbour saying".

use std::ops::Range;

use crate::quotation::lexicon::{Tags, VerbForm, lists};
use crate::quotation::phrase;
use crate::quotation::word::{TaggedParagraph, Word};

/// What the participle at `at` belongs to where it stands right behind what somebody hears, shows or cites: that, and not
/// whoever does so.
pub(super) fn relayed_subject(
    paragraph: &TaggedParagraph,
    range: &Range<usize>,
    at: usize,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let last = at.checked_sub(1).filter(|&last| last > range.start + 1 && words[last].is_word())?;
    let recalls = |verb: usize| lists::VERBS_OF_RECALLING.contains(&words[verb].text);
    // "Roe recalls him saying"
    if (words[last].has(Tags::OBJECT) || words[last].is("her")) && recalls(last - 1) {
        return Some(last..last + 1);
    }
    if let Some(relayed) = phrase::noun_phrase_before(paragraph, last, range.start + 1) {
        // "Roe recalls Ada Voss saying"
        if words[relayed.clone()].iter().all(Word::is_name) && recalls(relayed.start - 1) {
            return Some(relayed);
        }
        let has_determiner = words[relayed.start].has(Tags::DETERMINER);
        let verb = &words[relayed.start - 1];
        if has_determiner && lists::VERBS_OF_RELAYING.contains(&verb.text) {
            return Some(relayed);
        }
    }
    relayed_text(paragraph, range, at).or_else(|| nearest_source(words, range, last))
}

/// The text that the main verb says somebody has come by, and of which a participle without a comma tells: "Acme obtained a
/// letter sent from Ada Voss to the mayor asking".
fn relayed_text(
    paragraph: &TaggedParagraph,
    range: &Range<usize>,
    at: usize,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let verb = phrase::main_subject(paragraph, range)?.end;
    let text = phrase::noun_phrase_after(paragraph, verb + 1, at)?;
    let is_text = words[text.end - 1].has(Tags::TEXT) && words[text.start].has(Tags::DETERMINER);
    (lists::VERBS_OF_RELAYING.contains(&words[verb].text) && is_text).then_some(text)
}

/// Words of a noun phrase that a participle follows.
const LONGEST_SOURCE: usize = 6;

/// The nearest noun before a participle without a comma, at `last`, where that noun can speak or carries words, and nothing
/// shows that they are the subject's: "got calls from members saying", "held up a sign saying", "for a paper arguing". A
/// reduced relative clause belongs to the noun that it follows; only what somebody issues, writes or says, or in what they
/// do, has their words.
fn nearest_source(words: &[Word], range: &Range<usize>, last: usize) -> Option<Range<usize>> {
    let noun = &words[last];
    let is_shown = words[last + 1].is_any(lists::SAID_OF_THINGS) && !noun.has(Tags::TEXT);
    if noun.is_capital() || noun.is_inside() || noun.has(Tags::TIME) || is_shown {
        return None;
    }
    let start = start_of_source(words, range.start + 1, last)?;
    let governor = start - 1 - usize::from(words[start - 1].text == "up");
    let carries =
        |at: usize| words[at].has(Tags::TEXT) || lists::CARRY_WORDS.contains(&words[at].text);
    let governs = |texts: &[&str]| words[governor].is_any(texts);
    let is_another = if carries(last) {
        let is_own = (start..last)
            .any(|at| words[at].is_possessive() || words[at].is_any(lists::POSSESSIVE_DETERMINERS));
        let before = governor.checked_sub(1).map_or("", |before| words[before].text);
        // "was sent a note warning"
        let is_passive =
            matches!(before, "was" | "were" | "been") && words[governor].has(Tags::FINITE);
        // But "ordered to run ads saying".
        let may_be_verb = start < last && !words[start].has(Tags::DETERMINER);
        let is_of_thing = governs(&["for", "from", "about", "against"])
            || governs(&["to"]) && !may_be_verb
            || governs(&["of"]) && !lists::SERIES.contains(&before);
        // "at a protest calling for"
        let calls = words[last + 1].is("calling") && words[governor].has(Tags::PREPOSITION);
        !is_own
            && (is_passive
                || is_of_thing
                || calls && !governs(&["of"])
                || lists::VERBS_OF_GETTING.contains(&words[governor].text)
                || lists::VERBS_OF_HOLDING.contains(&words[governor].text)
                    && !noun.text.ends_with('s'))
    } else if noun.has(Tags::ROLE | Tags::PEOPLE) || noun.text.ends_with('s') {
        // "letters in May from members saying", "a clip of a man saying"
        let floor = range.start.max(governor.saturating_sub(LONGEST_SOURCE));
        governs(&["from"]) && (floor..governor).any(carries)
            || governs(&["of"]) && governor > floor && carries(governor - 1)
    } else {
        false
    };
    is_another.then_some(start..last + 1)
}

/// Where the noun phrase begins that ends with the word at `last`, without what it belongs to: "an analyst report" of "in
/// response to an analyst report".
fn start_of_source(words: &[Word], floor: usize, last: usize) -> Option<usize> {
    let other = Tags::PREPOSITION
        | Tags::SUBORDINATOR
        | Tags::COORDINATOR
        | Tags::AUXILIARY
        | Tags::PRONOUN
        | Tags::OBJECT;
    let is_part = |at: &usize| {
        let word = &words[*at];
        (word.is_word() || word.text == "$")
            && !word.is_inside()
            && !word.has(other)
            && word.text != "up"
            && (*at == last || !phrase::is_finite_verb(words, *at))
            && !lists::VERBS_OF_GETTING.contains(&word.text)
            && !lists::VERBS_OF_HOLDING.contains(&word.text)
            && !(*at < last && words[at + 1].has(Tags::DETERMINER))
    };
    let start = (floor..=last).rev().take(LONGEST_SOURCE).take_while(is_part).last()?;
    (start > floor).then_some(start)
}

/// Words between a verb of recalling and the participle of whoever spoke.
const MOST_WORDS_OF_SPEAKER: usize = 5;

/// Whether the verb at the first of these words only leads to who spoke: "recalls Ada Voss saying", "remembers him asking".
pub(super) fn is_recalling(words: &[Word], range: Range<usize>) -> bool {
    let recalls = lists::VERBS_OF_RECALLING.contains(&words[range.start].text);
    let reach = range.start + 1..range.end.min(range.start + 1 + MOST_WORDS_OF_SPEAKER);
    let is_speaker = |word: &Word| word.is_name() || word.has(Tags::OBJECT) || word.is("her");
    let spoken = reach.clone().take_while(|&at| is_speaker(&words[at])).count();
    let verb = words.get(reach.start + spoken).and_then(Word::verb);
    recalls && spoken > 0 && verb.is_some_and(|verb| verb.form == VerbForm::Participle)
}

/// Whether the verb at `at` tells who says that others said the words in marks before its subject: "“…,” Roe says Ada Voss
/// told her", "“…,” Roe said he was told".
pub(super) fn is_of_report(
    paragraph: &TaggedParagraph,
    range: &Range<usize>,
    subject: &Range<usize>,
    at: usize,
) -> bool {
    let words = &paragraph.words;
    let is_behind_marks = subject.end <= at
        && subject.start > range.start
        && words[subject.start - 1].is_mark()
        && !words[subject.start - 1].is_inside();
    let that = usize::from(words.get(at + 1).is_some_and(|next| next.is("that")));
    let Some(inner) = phrase::noun_phrase_after(paragraph, at + 1 + that, range.end) else {
        return false;
    };
    let was = usize::from(words.get(inner.end).is_some_and(|word| word.has(Tags::AUXILIARY)));
    let verb = inner.end + was;
    let speaks = words.get(verb).and_then(Word::verb).is_some_and(|verb| {
        verb.form == VerbForm::Past
            && matches!(verb.lemma, "say" | "tell" | "ask" | "add" | "shout")
    });
    let object = usize::from(
        words.get(verb + 1).is_some_and(|word| word.has(Tags::OBJECT) || word.is("her")),
    );
    let closes = words.get(verb + 1 + object).is_none_or(|word| !word.is_word());
    is_behind_marks && speaks && closes
}
