//! What stands between a cue and the words that it reports, and is stepped over: circumstances, those who are told,
//! appositions, agencies.

use std::ops::Range;

use crate::quotation::cue::{Construction, Cue};
use crate::quotation::lexicon::{Complement, Tags, lists};
use crate::quotation::phrase;
use crate::quotation::word::{TaggedParagraph, Word};

/// How many words an apposition behind who speaks has at most.
pub(super) const LONGEST_APPOSITION: usize = 20;

/// How many words an agency in brackets has at most.
const LONGEST_AGENCY: usize = 6;

/// How many words there are at most of those whom a cue speaks to: "told the court".
pub(super) const LONGEST_ADDRESSEE: usize = 8;

/// A clause without the signs at both its ends.
pub(super) fn trimmed(paragraph: &TaggedParagraph, clause: Range<usize>) -> Range<usize> {
    let words = &paragraph.words;
    let Range { mut start, mut end } = clause;
    while start < end && !words[end - 1].is_word() && !words[end - 1].is("%") {
        let bracket = words[end - 1].text == ")"
            && words[start..end].iter().rev().take(30).any(|word| word.text == "(");
        if bracket {
            break;
        }
        end -= 1;
    }
    start = behind_agency(words, start, end);
    // "#1 is late", but "# Late news", as Markdown writes a headline.
    let is_of_word = |at: usize| {
        let touches_next = at + 1 < end
            && paragraph.span(&(at..at + 1)).end == paragraph.span(&(at + 1..at + 2)).start;
        words[at].is_any(lists::SIGNS_OF_WORDS) && (touches_next || words[at].text != "#")
    };
    while start < end && !words[start].is_word() && !is_of_word(start) {
        start += 1;
    }
    start..end
}

/// Behind the agency in brackets that opens a paragraph: "(Reuters) – The storm".
fn behind_agency(words: &[Word], start: usize, end: usize) -> usize {
    let is_first = start == 0 && words.first().is_some_and(|word| word.text == "(");
    let close = (start..end.min(LONGEST_AGENCY)).find(|&at| words[at].text == ")");
    close.filter(|_| is_first).map_or(start, |close| close + 1)
}

/// Where the addressee of a cue ends that stands between commas: "A, Lavrov told them, B".
pub(super) fn addressee_end(paragraph: &TaggedParagraph, cue: &Cue, end: usize) -> Option<usize> {
    let takes = cue.complement() == Complement::Addressee
        && cue.construction == Construction::SubjectFirst
        && cue.end() < end;
    let end = takes.then(|| behind_addressee(paragraph, cue.end(), end)).flatten()?;
    paragraph.words.get(end).is_some_and(|word| word.text == ",").then_some(end)
}

/// Behind the apposition that may begin at `start`, where a verb goes on behind it: "…, says Lavrov, the minister,
/// helps".
pub(super) fn behind_apposition(paragraph: &TaggedParagraph, start: usize, end: usize) -> usize {
    let words = &paragraph.words;
    let opens = words.get(start).is_some_and(|word| word.has(Tags::DETERMINER | Tags::ROLE));
    let comma = (start..end.min(start + LONGEST_APPOSITION)).find(|&at| words[at].text == ",");
    let comma = comma.filter(|&comma| {
        opens
            && comma + 1 < end
            && phrase::is_finite_verb(words, comma + 1)
            && !phrase::has_finite_verb(paragraph, start..comma, LONGEST_APPOSITION)
    });
    comma.map_or(start, |comma| comma + 1)
}

/// Where the words begin that follow the addressee of "tell": behind "reporters", "him", "the court".
pub(super) fn behind_addressee(
    paragraph: &TaggedParagraph,
    start: usize,
    end: usize,
) -> Option<usize> {
    let words = &paragraph.words;
    if words[start].has(Tags::OBJECT)
        || words[start].is("her")
            && words.get(start + 1).is_some_and(|next| next.has(Tags::DETERMINER | Tags::PRONOUN))
    {
        return Some(start + 1);
    }
    let phrase = phrase::noun_phrase_after(paragraph, start, end)?;
    // "told reporters the plan": the addressee ends before a new phrase begins.
    let inner = (phrase.start + 1..phrase.end).find(|&idx| {
        words[idx].has(Tags::DETERMINER)
            && !words[idx - 1].has(Tags::PREPOSITION | Tags::DETERMINER)
            || words[idx].has(Tags::PRONOUN)
            || opens_clause_with_name(words, idx, &phrase)
    });
    Some(inner.unwrap_or(phrase.end))
}

/// Whether a name stands at `at`, up to the end of a phrase, and its verb behind it, and before it whoever is told without a
/// name: "told the court Otto Lind lied". The verb needs a subject, and those who are told have no name.
fn opens_clause_with_name(words: &[Word], at: usize, phrase: &Range<usize>) -> bool {
    let (hearer, end) = (&words[at - 1], phrase.end);
    // "told his wife Ada Voss would come", but "told the man Otto hired".
    let has_auxiliary =
        words.get(end).is_some_and(|verb| verb.has(Tags::AUXILIARY) && !verb.has(Tags::PRONOUN));
    let may_hear = hearer.has(Tags::BODY | Tags::PEOPLE)
        || words[phrase.start].has(Tags::DETERMINER) && has_auxiliary;
    let is_hearer = may_hear
        && !hearer.has(Tags::DETERMINER | Tags::PREPOSITION)
        && !hearer.is_capital()
        && !hearer.is_possessive();
    let is_name = (at..end).all(|at| words[at].is_name() && !words[at].is_possessive());
    // "told the officers Roe sent to leave", "told the police Roe called that"
    let is_relative =
        !has_auxiliary && words.get(end + 1).is_some_and(|next| next.is_any(&["to", "that"]));
    is_hearer && is_name && end < words.len() && phrase::is_finite_verb(words, end) && !is_relative
}

/// The "of" behind those who are spoken to, with whom the words from `start` on begin: "(warned) the council of".
pub(super) fn of_behind_addressee(
    paragraph: &TaggedParagraph,
    start: usize,
    end: usize,
) -> Option<usize> {
    let words = &paragraph.words;
    let first = words.get(start).filter(|_| start < end)?;
    let opens = first.has(Tags::DETERMINER | Tags::OBJECT) || first.is_name();
    let of = (start + 1..end.min(start + LONGEST_ADDRESSEE))
        .take_while(|&at| words[at].is_word() && !phrase::is_finite_verb(words, at))
        .find(|&at| words[at].is("of"))?;
    // "warned the Bank of England": its name.
    let is_of_name = phrase::body_goes_on(words, of);
    let somebody = Tags::OBJECT | Tags::ROLE | Tags::PEOPLE | Tags::BODY;
    let is_somebody = words[start..of].iter().any(|word| word.has(somebody) || word.is_name());
    (opens && is_somebody && !is_of_name).then_some(of)
}

/// Steps over times and occasions: "on Monday", "in a statement", "to reporters in Moscow", "last week".
pub(super) fn skip_circumstance(paragraph: &TaggedParagraph, start: usize, end: usize) -> usize {
    let words = &paragraph.words;
    let mut at = start;
    for _ in 0..4 {
        if at >= end || words[at].is_inside() {
            break;
        }
        let word = &words[at];
        if word.has(Tags::TIME)
            && !word.is_possessive()
            && (word.is_capital() || word.is_any(lists::TIMES_BEHIND_CUE))
        {
            at += 1;
        } else if word.is_any(lists::TIME_MODIFIERS)
            && words.get(at + 1).is_some_and(|next| next.has(Tags::TIME))
        {
            at += 2;
        } else if word.has(Tags::PREPOSITION) {
            let stop = (at + 1..end.min(at + 9)).find(|&idx| {
                words[idx].has(Tags::OCCASION)
                    || words[idx].has(Tags::TIME) && !words[idx].has(Tags::DETERMINER)
                    || words[idx].text.starts_with(char::is_numeric) && words[at].is("in")
            });
            let Some(stop) = stop else { break };
            if (at + 1..stop).any(|idx| phrase::is_finite_verb(words, idx) || !words[idx].is_word())
            {
                break;
            }
            at = stop + 1;
            while at < end
                && (words[at].text.starts_with(char::is_numeric)
                    || words[at].has(Tags::OCCASION | Tags::TIME)
                        && !words[at].has(Tags::DETERMINER))
            {
                at += 1;
            }
            if at < end && words[at].text == "," {
                at += 1;
            }
        } else {
            break;
        }
    }
    at.min(end)
}

/// The colon that leads from a clause to words in marks: "He said he was sorry: “I …”".
pub(super) fn colon_before_marks(words: &[Word], mut clause: Range<usize>) -> Option<usize> {
    clause.find(|&at| {
        words[at].text == ":"
            && !words[at].is_inside()
            && words.get(at + 1).is_some_and(Word::is_mark)
    })
}
