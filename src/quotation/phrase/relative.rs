//! Relative clauses and the clauses of a noun, and the phrases that they belong to.

use std::ops::Range;

use super::apposition::{LONGEST_APPOSITION, is_tie};
use super::finite::is_finite_verb;
use super::noun_phrase::{LONGEST_PHRASE, noun_phrase_before};
use crate::quotation::lexicon::{self, Complement, Tags, lists};
use crate::quotation::word::{TaggedParagraph, Word};

/// The antecedent of a relative clause, ending at `end`: the name, or the phrase from its determiner.
pub(crate) fn antecedent_before(
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
    if let Some(people) = name.and_then(|name| people_of(words, name, end, floor)) {
        return Some(people);
    }
    let start =
        name.or_else(|| (floor..=end).rev().take(6).find(|&idx| words[idx].has(Tags::DETERMINER)))?;
    Some(start..end + 1)
}

/// The people to whom a "who" behind the name of a body belongs that they are of: "(calls by) members of Congress (who)".
fn people_of(words: &[Word], name: usize, end: usize, floor: usize) -> Option<Range<usize>> {
    let preposition = name.checked_sub(1).filter(|&at| at > floor)?;
    let people = preposition - 1;
    let is_of = words[preposition].is_any(&["of", "at", "in", "from", "with", "for"]);
    let is_people = words[people].has(Tags::PEOPLE) && !words[people].is_capital();
    let is_whose = words.get(end + 1).is_some_and(|next| next.is("who"));
    let other = Tags::PREPOSITION | Tags::COORDINATOR | Tags::SUBORDINATOR | Tags::AUXILIARY;
    let is_attribute = |at: &usize| {
        let word = &words[*at];
        word.is_word() && !word.is_inside() && !word.has(other) && !is_finite_verb(words, *at)
    };
    let start = (floor..=people).rev().take(4).take_while(is_attribute).last()?;
    (is_of && is_people && is_whose).then_some(start..end + 1)
}

/// The person at the end of a phrase that else means nobody, whom a "who" behind it is about: "a deal with Sergei
/// Lavrov", "the ire of Minister Lavrov"; and the people there, "condemnation from Democrats".
fn person_behind_thing(words: &[Word], phrase: &Range<usize>) -> Option<Range<usize>> {
    let is_of_name = |at: usize| words[at].is_name() || words[at].has(Tags::TITLE | Tags::ROLE);
    let start = phrase.clone().rev().take_while(|&at| is_of_name(at)).last()?;
    // "remarks from bank chief Ada Voss"
    let is_of_office = |word: &&Word| word.has(Tags::BODY) && !word.is_capital();
    let before = &words[phrase.start..start];
    let n_of_office = before.iter().rev().take(2).take_while(is_of_office).count();
    let before = &before[..before.len() - n_of_office];
    let somebody = Tags::ROLE | Tags::PEOPLE | Tags::TITLE | Tags::GIVEN | Tags::BODY;
    let is_person = words[start].has(Tags::GIVEN | Tags::TITLE | Tags::ROLE)
        && phrase.end - start > 1
        && words[phrase.end - 1].is_name();
    let is_thing = before.last().is_some_and(|word| word.has(Tags::PREPOSITION))
        && !before.iter().any(|word| word.has(somebody) || word.is_name() || is_tie(word));
    let is_people = start + 1 == phrase.end
        && words[start].has(Tags::PEOPLE)
        && words[start].text.ends_with('s')
        && before.last().is_some_and(|word| word.is_any(&["from", "among"]));
    ((is_person || is_people) && is_thing).then_some(start..phrase.end)
}

/// The subject before a relative clause without commas that ends at `end`, right before the verb: "aides who
/// have worked with Lavrov" (said), "the firm that bought Acme", "a lawyer hired by Acme". Lavrov is part of that
/// clause.
pub(crate) fn before_relative_clause(
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
        let next = words.get(at + 1);
        let object = next.is_some_and(|next| {
            // "a woman who knew Lavrov said" rather than what she knew
            let is_known = words[at].is_any(&["knew", "knows"]) && next.is_name();
            next.has(Tags::PREPOSITION) || is_known
        });
        let that = next.is_some_and(|next| next.is("that"));
        words[at].verb().is_some_and(|verb| match verb.complement {
            // "the judge who wrote the ruling said"
            Complement::That => that,
            complement => !object && takes_clause(complement),
        })
    };
    let mut verbs = verbs.peekable();
    verbs.peek()?;
    if verbs.any(thinks) || words[end].has(Tags::PRONOUN) {
        return None;
    }
    let phrase = noun_phrase_before(paragraph, who.checked_sub(1)?, floor)?;
    // "Even those who praised it warned"
    let is_focus = phrase.start == floor + 1 && words[floor].is_any(&["even", "only"]);
    let opens_clause = phrase.start == floor
        || is_focus
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
    let is_somebody = words[phrase.clone()].iter().any(|word| word.has(speaks) || is_bodies(word));
    // "Lee walked to the door": a verb of its own.
    let is_named = words[phrase.end - 1].is_name() || words[phrase.end - 1].has(Tags::PRONOUN);
    (opens_clause && is_somebody && !is_named).then_some(phrase)
}

/// Whether a word is the plural of one for a body: "organizations", "agencies".
pub(crate) fn is_bodies(word: &Word) -> bool {
    let singular = |text: &str| {
        let (stem, ending) = match text.strip_suffix("ies") {
            Some(stem) => (stem, "y"),
            None => (text.strip_suffix('s')?, ""),
        };
        lexicon::find(&[stem, ending].concat())
    };
    !word.is_capital()
        && !word.has(Tags::FINITE)
        && singular(word.text).is_some_and(|entry| entry.tags.any(Tags::BODY))
}

/// Whether a clause may follow without "that", as what is said or thought.
fn takes_clause(complement: Complement) -> bool {
    matches!(complement, Complement::Clause | Complement::Thought | Complement::That)
}
