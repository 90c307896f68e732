//! Reported speech: the clauses and phrases that a cue reports without marks, or with marks around a
//! part of them.
//!
//! A clause begins behind the cue, with or without "that" and whatever circumstance stands between
//! ("told reporters on Monday that"), or stands before it ("A, said Lavrov"), or around it ("A, Lavrov
//! said, B"). It ends with its sentence, or where another cue or the author takes over. Verbs that
//! call, ask, promise or blame report a phrase instead of a clause.

mod skip;

mod place;

mod clause_start;

mod clause_end;

mod act;

mod answer;

mod clause;

mod question;

use std::ops::Range;

use self::act::phrase_behind;
use self::answer::answer;
use self::clause::{
    according, around, before, behind, ends_circumstance, is_reported, led_into_marks,
    place_of_stretch_before, stretch_before,
};
use self::clause_start::{clause_start, that_behind};
use self::place::{closes_sentence_so, is_parenthesis};
use self::question::{question_end, questions};
use self::skip::trimmed;
use super::cue::{Construction, Cue};
use super::direct;
use super::lexicon::{Complement, Tags, VerbForm, lists};
use super::model::{Kind, Rule};
use super::phrase;
use super::unresolved::{Mention, UnresolvedQuotation};
use super::word::{Quoted, TaggedParagraph, Word};
use crate::span::Span;

/// How many quotations before an act are looked at for the one that tells of it.
const MOST_AROUND: usize = 4;

/// Adds the indirect and mixed quotations of a paragraph to `found`; says for each of its stretches in
/// marks whether one of them has it.
pub(super) fn reported(
    paragraph: &TaggedParagraph,
    cues: &[Cue],
    found: &mut Vec<UnresolvedQuotation>,
) -> Vec<bool> {
    let mut taken = vec![false; paragraph.quoted.len()];
    for (asked, question) in questions(paragraph, cues) {
        let span = clause_span(paragraph, &question);
        let mut fragments = Vec::new();
        for at in paragraph.quoted_in(&question) {
            taken[at] = true;
            fragments.extend(fragment(paragraph, &paragraph.quoted[at]).intersection(span));
        }
        found.push(UnresolvedQuotation {
            contents: vec![span],
            kind: if fragments.is_empty() { Kind::Indirect } else { Kind::Mixed },
            fragments,
            cue: Some(paragraph.span(&(asked..asked + 1))),
            mention: None,
            rule: Rule::ReportedClause,
        });
    }
    let first = found.len();
    for (idx, cue) in cues.iter().enumerate() {
        // What somebody denies they have not said.
        if cue.negated || cue.lemma() == "deny" {
            continue;
        }
        let (clauses, rule) = contents(paragraph, cues, idx, &taken);
        let mut spans = Vec::new();
        let mut fragments = Vec::new();
        // "Sunday on “The Hour,” Lavrov said it was late": nobody says the title.
        if let Some(at) = place_of_stretch_before(paragraph, cue)
            && ends_circumstance(paragraph, cue, &paragraph.quoted[at])
        {
            taken[at] = true;
        }
        // "Voters, Lavrov said, “are tired.”": one around the cue, whose verb is behind it.
        let is_around = clauses.get(1).is_some_and(|rest| {
            let first = rest.start + usize::from(paragraph.words[rest.start].is_mark());
            first < rest.end && phrase::is_finite_verb(&paragraph.words, first)
        });
        for clause in clauses {
            let clause = trimmed(paragraph, clause);
            // "And, Lavrov said, it is late."
            let is_joint =
                clause.len() == 1 && paragraph.words[clause.start].has(Tags::COORDINATOR);
            if clause.is_empty() || is_joint || !is_around && !is_reported(paragraph, &clause) {
                continue;
            }
            let span = clause_span(paragraph, &clause);
            spans.push(span);
            for at in paragraph.quoted_in(&clause) {
                taken[at] = true;
                fragments.extend(fragment(paragraph, &paragraph.quoted[at]).intersection(span));
            }
        }
        if spans.is_empty() || rule == Rule::ReportedAct && is_told(paragraph, cue, &found[first..])
        {
            continue;
        }
        found.push(UnresolvedQuotation {
            contents: spans,
            kind: if fragments.is_empty() { Kind::Indirect } else { Kind::Mixed },
            fragments,
            cue: Some(paragraph.span(&cue.words)),
            mention: (!cue.relays(&paragraph.words))
                .then(|| Mention::new(paragraph, cue.subject.clone())),
            rule,
        });
    }
    taken
}

/// Whether what was asked or blamed is only told by somebody else, and of no one by name: "said residents had complained
/// about the noise".
fn is_told(paragraph: &TaggedParagraph, cue: &Cue, found: &[UnresolvedQuotation]) -> bool {
    let verb = paragraph.span(&cue.words);
    let subject = &paragraph.words[cue.subject.clone()];
    let is_unnamed = !subject.iter().any(|word| word.is_name() || word.has(Tags::PRONOUN));
    let last = found.iter().rev().take(MOST_AROUND);
    is_unnamed && last.flat_map(|found| &found.contents).any(|content| content.contains(verb))
}

/// The Span of a clause, with the stop and the mark behind it where they close what it opens.
fn clause_span(paragraph: &TaggedParagraph, clause: &Range<usize>) -> Span {
    let mut words = clause.clone();
    for at in paragraph.quoted_in(clause) {
        let stretch = &paragraph.quoted[at];
        let closes_here =
            stretch.words.contains(&(clause.end - 1)) && stretch.words.end - clause.end <= 2;
        if closes_here && clause.start <= stretch.outer.start {
            words.end = stretch.outer.end;
        }
        if clause.start == stretch.words.start && stretch.outer.end <= words.end {
            words.start = stretch.outer.start;
        }
    }
    paragraph.span(&words)
}

/// The words of a stretch inside a reported clause, without the sentence's own stop.
fn fragment(paragraph: &TaggedParagraph, stretch: &Quoted) -> Span {
    let last = &paragraph.words[stretch.words.end - 1];
    if (last.text == "," || last.text == ".") && stretch.words.len() > 1 {
        return paragraph.span(&(stretch.words.start..stretch.words.end - 1));
    }
    stretch.span
}

/// What the cue `idx` reports: nothing, one stretch, or two around the cue; not trimmed.
fn contents(
    paragraph: &TaggedParagraph,
    cues: &[Cue],
    idx: usize,
    taken: &[bool],
) -> (Vec<Range<usize>>, Rule) {
    let cue = &cues[idx];
    let sentence = &paragraph.sentences[cue.sentence];
    let rule = if cue.construction == Construction::SharedSubject {
        Rule::SharedSubject
    } else {
        Rule::ReportedClause
    };
    if cue.construction == Construction::AccordingTo {
        return (according(paragraph, cues, idx, sentence), Rule::AccordingTo);
    }
    if cue.construction == Construction::Agent {
        return told_of_by_agent(paragraph, cues, idx, rule);
    }
    if let Some(stretch) = told_of_before(paragraph, cues, idx, taken) {
        let clause = led_into_marks(paragraph, cues, idx, sentence, stretch);
        return (clause.into_iter().collect(), rule);
    }
    if cue.construction == Construction::VerbFirst {
        return (before(paragraph, cues, idx, sentence), rule);
    }
    if opens_with_as(paragraph, cue, sentence) {
        return (behind(paragraph, cues, idx, cue.end() + 1).into_iter().collect(), rule);
    }
    // "He set out what Lavrov said that night": no clause.
    let before = cue.subject.start.checked_sub(1).filter(|before| *before >= sentence.start);
    if cue.construction == Construction::SubjectFirst
        && before.is_some_and(|before| paragraph.words[before].is("what"))
        && paragraph.words.get(cue.end()).is_some_and(|next| next.is("that"))
    {
        return (Vec::new(), rule);
    }
    if let Some(answer) = answer(paragraph, cue, sentence.end) {
        return (vec![answer], rule);
    }
    if let Some(start) = clause_start(paragraph, cue, sentence.end) {
        return (behind(paragraph, cues, idx, start).into_iter().collect(), rule);
    }
    if let Some(phrase) = phrase_behind(paragraph, cues, idx, sentence.end) {
        return (vec![phrase], Rule::ReportedAct);
    }
    // "for development projects.": a noun rather than a verb, but not "points out".
    let is_noun = cue.verb.is_some_and(|verb| verb.noun_too && verb.form == VerbForm::Third)
        && cue.words.len() == 1;
    let closes = cue.complement() == Complement::That
        && !is_noun
        && (closes_sentence_so(paragraph, cue) || is_parenthesis(paragraph, cue));
    if cue.construction == Construction::SubjectFirst
        && (closes || phrase::takes_bare_clause(cue.complement()))
    {
        return (around(paragraph, cues, idx, sentence), rule);
    }
    (Vec::new(), rule)
}

/// Whether a cue stands behind "as" at the head of a sentence or of a clause that a conjunction joins, and what it reports
/// behind its comma: "As Lavrov said, it is late", "But as Lavrov noted, …", "…, and(,) as Lavrov noted, …".
fn opens_with_as(paragraph: &TaggedParagraph, cue: &Cue, sentence: &Range<usize>) -> bool {
    let words = &paragraph.words;
    let Some(at) = cue.subject.start.checked_sub(1).filter(|&at| at >= sentence.start) else {
        return false;
    };
    let comma = usize::from(at > sentence.start + 1 && words[at - 1].text == ",");
    let is_joined = at > sentence.start + comma && words[at - 1 - comma].has(Tags::COORDINATOR);
    let opens = if is_joined { at - 1 - comma } else { at };
    let is_behind_comma = is_joined && opens > sentence.start && words[opens - 1].text == ",";
    cue.construction == Construction::SubjectFirst
        && words[at].is("as")
        && (opens == sentence.start || is_behind_comma)
        && words.get(cue.end()).is_some_and(|word| word.text == ",")
}

/// What the agent of a passive says: "was asked by Lavrov whether", "accused by Lavrov of".
fn told_of_by_agent(
    paragraph: &TaggedParagraph,
    cues: &[Cue],
    idx: usize,
    rule: Rule,
) -> (Vec<Range<usize>>, Rule) {
    let subject = &cues[idx].subject;
    let next = &paragraph.words[subject.end];
    // "was asked by Lavrov, who had come, “…”": the marks hold what he asked.
    let opens_with_as = paragraph.words[paragraph.sentences[cues[idx].sentence].start].is("as");
    if next.text == "," && !opens_with_as {
        return (Vec::new(), rule);
    }
    let is_question = next.is_any(lists::QUESTION_WORDS);
    let start = subject.end + usize::from(!is_question);
    // "As reported by Lavrov, it is late."
    let is_clause = next.is("that") || is_question || next.text == ",";
    let rule = if is_clause { rule } else { Rule::ReportedAct };
    // "accused by Lavrov of “lying”": with what leads into the marks.
    let is_mark = paragraph.words.get(start).is_some_and(Word::is_mark);
    let start = start - usize::from(is_mark);
    let clause = behind(paragraph, cues, idx, start).map(|clause| match is_question {
        true => clause.start..question_end(paragraph, start, clause.end),
        false => clause,
    });
    (clause.into_iter().collect(), rule)
}

/// The words in marks before the cue `idx` of which it tells: "“…,” he said in Moscow".
fn told_of_before<'p>(
    paragraph: &'p TaggedParagraph,
    cues: &[Cue],
    idx: usize,
    taken: &[bool],
) -> Option<&'p Quoted> {
    let words = &paragraph.words;
    let cue = &cues[idx];
    let sentence = &paragraph.sentences[cue.sentence];
    // But: "While he calls it “nice,” he said that …".
    if words[sentence.start].has(Tags::SUBORDINATOR)
        && that_behind(paragraph, cue, sentence.end).is_some()
    {
        return None;
    }
    let stretch = stretch_before(paragraph, cue, sentence)?;
    // And: "Although he says that “it is nice,” Lavrov said …".
    let earlier = cues[..idx].last().filter(|earlier| earlier.sentence == cue.sentence);
    let lead = stretch.outer.start.checked_sub(1).map(|lead| &words[lead]);
    let is_of_side_clause = lead.is_some_and(|lead| lead.is("that"))
        && earlier.is_some_and(|earlier| direct::is_aside(words, earlier));
    // And: "Asked whether it is “nice,” Lavrov said …".
    let place = paragraph.quoted.partition_point(|other| other.outer.end < stretch.outer.end);
    let is_told_of =
        !is_of_side_clause && !taken[place] && !ends_circumstance(paragraph, cue, stretch);
    is_told_of.then_some(stretch)
}
