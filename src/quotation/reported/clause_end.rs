//! Where a reported clause ends.

use std::ops::Range;

use super::place::{closes_sentence, is_form, is_participle, leads_to_marks};
use super::skip::colon_before_marks;
use crate::quotation::cue::{self, Construction, Cue};
use crate::quotation::lexicon::{Complement, Tags, VerbForm, lists};
use crate::quotation::phrase;
use crate::quotation::word::{TaggedParagraph, Word};

/// Where the clause that begins at `start` ends: at the sentence's end, or where another cue or the
/// author takes over.
pub(super) fn clause_end(
    paragraph: &TaggedParagraph,
    cues: &[Cue],
    idx: usize,
    start: usize,
) -> usize {
    let words = &paragraph.words;
    let cue = &cues[idx];
    let sentence = &paragraph.sentences[cue.sentence];
    let mut end = side_clause_end(paragraph, cue, start).unwrap_or(sentence.end);
    end = relative_clause_end(paragraph, cue, start, end).unwrap_or(end);
    end = colon_before_marks(words, start..end).unwrap_or(end);
    // "(he called it “late”) and left"
    let bracket = words[sentence.start..start].iter().rposition(|word| word.text == "(");
    let bracket = bracket.and_then(|open| bracket_end(words, sentence.start + open..end));
    end = bracket.filter(|close| *close > start).unwrap_or(end);
    let next = cues[idx + 1..]
        .iter()
        .take_while(|other| other.sentence == cue.sentence)
        .find_map(|other| next_clause(paragraph, cue, other, start, end));
    end = next.unwrap_or(end);
    // ", referring to …", ", citing …": the author again.
    // The comma may stand inside of marks.
    let author = (start + 2..end.saturating_sub(1)).find(|&at| {
        let is_comma = words[at].text == "," && !words[at].is_inside();
        let is_mark = words[at].is_mark() && words[at - 1].text == ",";
        (is_comma || is_mark) && words[at + 1].is_any(lists::AUTHORS_ADDITIONS)
    });
    let author = author.map_or(end, |at| at + usize::from(words[at].is_mark()));
    // "Noting that it was late, Lavrov left."
    let main_clause = (cue.construction == Construction::SharedSubject
        && cue.subject.start > start)
        .then(|| cue.subject.start - usize::from(words[cue.subject.start - 1].text == ","));
    main_clause.map_or(author, |main_clause| author.min(main_clause))
}

/// Where the bracket closes that opens with some words.
fn bracket_end(words: &[Word], mut range: Range<usize>) -> Option<usize> {
    let mut depth = 0;
    range.find(|&at| {
        match words[at].text {
            "(" => depth += 1,
            ")" => depth -= 1,
            _ => {}
        }
        depth == 0
    })
}

/// Where a clause before the main one ends, with what the cue in it reports: "After he said it was over,
/// they left."
fn side_clause_end(paragraph: &TaggedParagraph, cue: &Cue, start: usize) -> Option<usize> {
    let words = &paragraph.words;
    let sentence = &paragraph.sentences[cue.sentence];
    // "And while he said it was over, they left."
    let conjunction = usize::from(words[sentence.start].has(Tags::COORDINATOR));
    let first = &words[(sentence.start + conjunction).min(sentence.end - 1)];
    // "On the question of why he said it was over, they left."
    let is_of_question = || {
        words[sentence.start..cue.subject.start]
            .iter()
            .any(|word| word.is_any(lists::QUESTION_WORDS))
    };
    let opens_side_clause = first.has(Tags::SUBORDINATOR)
        || first.is_any(&["after", "before", "since"])
        || first.has(Tags::PREPOSITION) && is_of_question();
    // "With Lavrov saying that it was over, they left."
    let opens_with =
        first.is("with") && is_participle(cue) && cue.subject.start == sentence.start + 1;
    let may_end = opens_side_clause && cue.construction == Construction::SubjectFirst || opens_with;
    // "As Lavrov said, it was over, and they left.": all behind its comma.
    let is_behind_comma = first.is("as") && start > cue.end() && words[start - 1].text == ",";
    if !may_end || is_behind_comma || (sentence.start..cue.start()).any(|at| words[at].text == ",")
    {
        return None;
    }
    // The comma may stand inside of marks: "While he calls it “nice,” she left."
    (start + 1..sentence.end).find_map(|at| {
        let is_mark = words[at].is_mark() && words[at - 1].text == ",";
        let is_comma = words[at].text == "," && !words[at].is_inside();
        (is_mark || is_comma).then_some(at + usize::from(is_mark))
    })
}

/// Where a relative clause ends and the main clause goes on: "The house, which he said was empty, was
/// full."
fn relative_clause_end(
    paragraph: &TaggedParagraph,
    cue: &Cue,
    start: usize,
    end: usize,
) -> Option<usize> {
    let words = &paragraph.words;
    let mut verb = cue.words.start;
    while verb > 1 && words[verb - 1].has(Tags::AUXILIARY | Tags::ADVERB | Tags::TIME) {
        verb -= 1;
    }
    let of_clause = cue
        .subject
        .start
        .checked_sub(1)
        .filter(|&before| words[before].is_any(lists::RELATIVES_OF_A_CLAUSE));
    // "Lavrov, who said it was empty, left"
    let of_subject = (verb > 1 && words[verb - 1].is("who")).then(|| verb - 1);
    let opens = |at: usize| at > 0 && (words[at - 1].text == "," || words[at - 1].is_dash());
    let relative = of_clause.or(of_subject.filter(|&who| opens(who)))?;
    if cue.construction != Construction::SubjectFirst {
        return None;
    }
    let behind_dash = relative > 0 && words[relative - 1].is_dash();
    // The comma may stand inside of marks: "who calls it “late,” left".
    (start + 1..end.saturating_sub(1)).find_map(|at| {
        let is_mark = words[at].is_mark() && words[at - 1].text == ",";
        let is_comma = words[at].text == "," && !words[at].is_inside();
        // "The house – which he said was empty – was full."
        let is_dash = behind_dash && words[at].is_dash() && !words[at].is_inside();
        let goes_on = (is_mark || is_comma || is_dash) && phrase::is_finite_verb(words, at + 1);
        goes_on.then_some(at + usize::from(is_mark))
    })
}

/// Where the clause of a later cue of the sentence begins, with the signs and conjunctions before it,
/// if it ends the one that `cue` reports from `start` on and that would reach to `end`.
fn next_clause(
    paragraph: &TaggedParagraph,
    cue: &Cue,
    other: &Cue,
    start: usize,
    end: usize,
) -> Option<usize> {
    let words = &paragraph.words;
    let from = other.start();
    if from <= start + 2 || from >= end {
        return None;
    }
    let shared = other.construction == Construction::SharedSubject;
    let mut cut = from;
    let mut comma = false;
    let mut conjunction = false;
    let mut contrast = false;
    while cut > start + 1 && !words[cut - 1].is_inside() {
        let word = &words[cut - 1];
        let sign = matches!(word.text, "," | ";") || word.is_dash();
        let leads = word.text.ends_with("ly") || word.has(Tags::AUXILIARY | Tags::NEGATION);
        let joins = word.is_any(lists::CLAUSE_JOINERS);
        let before_verb = leads && !word.is_capital() && shared;
        // “a farce,” but Lavrov said: the comma stands inside of the marks.
        comma |= word.is_mark() && words[cut - 2].text == ",";
        if !sign && !joins && !before_verb {
            break;
        }
        comma |= sign;
        conjunction |= joins;
        contrast |= word.is("but");
        cut -= 1;
    }
    let same = other.subject == cue.subject;
    // "…, which officials insisted was no threat": words of somebody else.
    let relative = other.construction == Construction::SubjectFirst
        && !same
        && cut == from
        && from > start + 3
        && words[from - 1].is_any(&["which", "who"])
        && words[from - 2].text == ",";
    if relative {
        return Some(from - 2);
    }
    // "…; six in ten said the other"
    let semicolon = cut < from && words[cut..from].iter().any(|word| word.text == ";");
    if semicolon && other.construction == Construction::SubjectFirst {
        return Some(cut);
    }
    let ends = match other.construction {
        // "will send a letter asking clients to pay": the letter asks.
        // "forced to praise a man who said he was late, saying": the main verb's.
        Construction::SharedSubject if is_participle(other) => {
            same && (comma || conjunction) || comma && cue::is_in_relative_clause(words, cue)
        }
        Construction::SharedSubject => same && goes_on_to_say(words, cue, other),
        Construction::AccordingTo | Construction::Agent => comma,
        Construction::SubjectFirst => {
            // "“a farce” but Lavrov said it was fair"
            // "was “late” and Zhirnov calling it early"
            if is_participle(other) && conjunction {
                return Some(cut);
            }
            let speaks = phrase::takes_bare_clause(other.complement());
            conjunction && (comma || same || (contrast || other.lemma() == "say") && speaks)
                || comma && (closes_sentence(paragraph, other) || leads_to_marks(paragraph, other))
        }
        Construction::VerbFirst => false,
    };
    ends.then_some(cut)
}

/// Whether a later cue with the subject of `cue` says what the same speaker does next, rather than being a part of what
/// `cue` reports.
fn goes_on_to_say(words: &[Word], cue: &Cue, other: &Cue) -> bool {
    // "watched it rise and thought of the day"
    if other.complement() == Complement::Thought {
        return words.get(other.words.end).is_some_and(Word::is_mark);
    }
    // "said it was odd to accept it but deny the benefit": what it is odd to do.
    let mut before = words[..other.words.start].iter().rev().take(3);
    let is_modal = before.any(|word| word.has(Tags::AUXILIARY));
    !(is_form(cue, VerbForm::Past) && is_form(other, VerbForm::Base)) || is_modal
}
