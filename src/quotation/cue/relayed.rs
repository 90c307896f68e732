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
    let relayed = phrase::noun_phrase_before(paragraph, last, range.start + 1)?;
    // "Roe recalls Ada Voss saying"
    if words[relayed.clone()].iter().all(Word::is_name) && recalls(relayed.start - 1) {
        return Some(relayed);
    }
    let has_determiner = words[relayed.start].has(Tags::DETERMINER);
    let verb = &words[relayed.start - 1];
    (has_determiner && lists::VERBS_OF_RELAYING.contains(&verb.text)).then_some(relayed)
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
