//! Reported speech: the clauses and phrases that a cue reports without marks, or with marks around a
//! part of them.
//!
//! A clause begins behind the cue, with or without "that" and whatever circumstance stands between
//! ("told reporters on Monday that"), or stands before it ("A, said Lavrov"), or around it ("A, Lavrov
//! said, B"). It ends with its sentence, or where another cue or the author takes over. Verbs that
//! call, ask, promise or blame report a phrase instead of a clause.

use std::ops::Range;

use super::cue::{Cue, Side};
use super::found::{Found, Mention};
use super::lexicon::{Complement, Form, Tags};
use super::model::{Kind, Rule};
use super::phrase;
use super::word::{Block, Quoted, Word};
use crate::span::Span;

/// Adds the indirect and mixed quotations of a block to `found`; says for each of its stretches in
/// marks whether one of them has it.
pub(super) fn reported(
    block: &Block,
    number: usize,
    cues: &[Cue],
    found: &mut Vec<Found>,
) -> Vec<bool> {
    let mut taken = vec![false; block.quoted.len()];
    for (idx, cue) in cues.iter().enumerate() {
        if cue.negated {
            continue;
        }
        let (clauses, rule) = contents(block, cues, idx);
        let mut spans = Vec::new();
        let mut fragments = Vec::new();
        for clause in clauses {
            let clause = trimmed(block, clause);
            if !is_reported(block, &clause) {
                continue;
            }
            let span = clause_span(block, &clause);
            spans.push(span);
            for at in block.quoted_in(&clause) {
                taken[at] = true;
                fragments.extend(fragment(block, &block.quoted[at]).intersection(span));
            }
        }
        if spans.is_empty() {
            continue;
        }
        found.push(Found {
            contents: spans,
            kind: if fragments.is_empty() { Kind::Indirect } else { Kind::Mixed },
            fragments,
            cue: Some(block.span(&cue.words)),
            mention: Some(Mention { block: number, words: cue.subject.clone() }),
            rule,
            confidence: Found::confidence_of(rule),
        });
    }
    taken
}

/// The Span of a clause, with the stop and the mark behind it where they close what it opens.
fn clause_span(block: &Block, clause: &Range<usize>) -> Span {
    let mut words = clause.clone();
    for at in block.quoted_in(clause) {
        let stretch = &block.quoted[at];
        let closes_here =
            stretch.words.contains(&(clause.end - 1)) && stretch.words.end - clause.end <= 2;
        if closes_here && clause.start <= stretch.outer.start {
            words.end = stretch.outer.end;
        }
        if clause.start == stretch.words.start && stretch.outer.end <= words.end {
            words.start = stretch.outer.start;
        }
    }
    block.span(&words)
}

/// The words of a stretch inside a reported clause, without the sentence's own stop.
fn fragment(block: &Block, stretch: &Quoted) -> Span {
    let last = &block.words[stretch.words.end - 1];
    if (last.text == "," || last.text == ".") && stretch.words.len() > 1 {
        return block.span(&(stretch.words.start..stretch.words.end - 1));
    }
    stretch.span
}

/// A clause without the signs at both its ends.
fn trimmed(block: &Block, clause: Range<usize>) -> Range<usize> {
    let words = &block.words;
    let Range { mut start, mut end } = clause;
    while start < end && !words[end - 1].is_word() && !words[end - 1].is("%") {
        let bracket = words[end - 1].text == ")"
            && words[start..end].iter().rev().take(30).any(|word| word.text == "(");
        if bracket {
            break;
        }
        end -= 1;
    }
    while start < end && !words[start].is_word() && !words[start].is_any(&["$", "#", "@", "£", "€"])
    {
        start += 1;
    }
    start..end
}

/// Whether a clause is reported at all: at least two words, and some of them outside of marks.
fn is_reported(block: &Block, clause: &Range<usize>) -> bool {
    let words = || clause.clone().filter(|&idx| block.words[idx].is_word());
    words().take(2).count() == 2 && words().any(|idx| !block.words[idx].is_inside())
}

/// What the cue `idx` reports: nothing, one stretch, or two around the cue; not trimmed.
fn contents(block: &Block, cues: &[Cue], idx: usize) -> (Vec<Range<usize>>, Rule) {
    let cue = &cues[idx];
    let sentence = &block.sentences[cue.sentence];
    let rule = if cue.side == Side::Shared { Rule::SharedSubject } else { Rule::ReportedClause };
    if cue.side == Side::According {
        return (according(block, cues, idx, sentence), Rule::AccordingTo);
    }
    // "…," he said in Moscow: the words in marks are what he said.
    if let Some(stretch) = stretch_before(block, cue, sentence) {
        return (led_into_marks(block, cues, idx, sentence, stretch).into_iter().collect(), rule);
    }
    if cue.side == Side::Behind {
        return (before(block, cues, idx, sentence), rule);
    }
    if let Some(start) = clause_start(block, cue, sentence.end) {
        return (behind(block, cues, idx, start).into_iter().collect(), rule);
    }
    if let Some(phrase) = phrase_behind(block, cues, idx, sentence.end) {
        return (vec![phrase], Rule::ReportedAct);
    }
    if cue.side == Side::Before && phrase::takes_bare_clause(cue.complement()) {
        return (around(block, cues, idx, sentence), rule);
    }
    (Vec::new(), rule)
}

/// The stretch in marks that ends right before a cue, in its sentence.
fn stretch_before<'b>(block: &'b Block, cue: &Cue, sentence: &Range<usize>) -> Option<&'b Quoted> {
    let mut end = cue.start();
    if end > sentence.start && block.words[end - 1].text == "," {
        end -= 1;
    }
    if end <= sentence.start || !block.words[end - 1].is_mark() {
        return None;
    }
    let at = block.quoted.partition_point(|stretch| stretch.outer.end < end);
    block.quoted.get(at).filter(|stretch| stretch.outer.end == end)
}

/// "The answers are “not enough,” says Lavrov": the clause that leads into the marks before a cue.
fn led_into_marks(
    block: &Block,
    cues: &[Cue],
    idx: usize,
    sentence: &Range<usize>,
    stretch: &Quoted,
) -> Option<Range<usize>> {
    let words = &block.words;
    let first = stretch.outer.start;
    if first < sentence.start + 2
        || words[stretch.words.start].is_capital()
        || has_earlier(cues, idx)
    {
        return None;
    }
    let lead = &words[first - 1];
    (lead.is_word() && first - sentence.start < 40).then_some(sentence.start..stretch.outer.end)
}

/// Whether an earlier cue of the sentence may have the words before this one.
fn has_earlier(cues: &[Cue], idx: usize) -> bool {
    cues[..idx]
        .iter()
        .rev()
        .take_while(|other| other.sentence == cues[idx].sentence)
        .any(|other| phrase::takes_bare_clause(other.complement()))
}

/// "A, said Lavrov." and "The aim, say analysts, is peace."
fn before(block: &Block, cues: &[Cue], idx: usize, sentence: &Range<usize>) -> Vec<Range<usize>> {
    let words = &block.words;
    let cue = &cues[idx];
    let end = cue.words.start;
    if end <= sentence.start + 1
        || words[end - 1].text != ","
        || !phrase::takes_bare_clause(cue.complement())
        || has_earlier(cues, idx)
    {
        return Vec::new();
    }
    let colon =
        (sentence.start..end).rev().find(|&at| words[at].text == ":" && !words[at].is_inside());
    let first = colon.map_or(sentence.start, |colon| colon + 1)..end - 1;
    interrupted(block, cues, idx, first)
}

/// "A, Lavrov said." and "A, Lavrov said, B."
fn around(block: &Block, cues: &[Cue], idx: usize, sentence: &Range<usize>) -> Vec<Range<usize>> {
    let words = &block.words;
    let end = cues[idx].start();
    let relayed = closes_sentence(block, &cues[idx]);
    if end <= sentence.start + 1
        || words[end - 1].text != "," && !words[end - 1].is_dash()
        || words[end - 2].is_mark()
        || has_earlier(cues, idx) && !relayed
    {
        return Vec::new();
    }
    interrupted(block, cues, idx, sentence.start..end - 1)
}

/// The words `first` before a cue, and those behind it where they go on.
fn interrupted(block: &Block, cues: &[Cue], idx: usize, first: Range<usize>) -> Vec<Range<usize>> {
    let words = &block.words;
    let cue = &cues[idx];
    let end = block.sentences[cue.sentence].end;
    let full = phrase::has_finite_verb(block, first.clone(), 60);
    let behind = skip_circumstance(block, cue.end(), end);
    let comma = words.get(behind).is_some_and(|word| word.text == ",")
        || behind > cue.end() && words[behind - 1].text == ",";
    let start =
        if words.get(behind).is_some_and(|word| word.text == ",") { behind + 1 } else { behind };
    let goes_on = comma
        && start + 2 < end
        && !words[start].is_mark()
        && !words[start].is_any(&["who", "which", "referring", "citing"])
        && words[start].verb().is_none_or(|verb| verb.form != Form::Participle);
    let rest = start..clause_end(block, cues, idx, start);
    match (full, goes_on) {
        // "A, said Lavrov, the minister": no more than an apposition.
        (true, _) if cue.side == Side::Behind => vec![first],
        (true, true) if phrase::has_finite_verb(block, rest.clone(), 60) || rest.len() > 3 => {
            vec![first, rest]
        }
        (true, _) => {
            // "A, Lavrov said, “B”": the marks hold what he said, A is the author's.
            let marks = words.get(start).is_some_and(Word::is_mark)
                && words.get(start + 1).is_some_and(Word::is_capital)
                && comma;
            if marks { Vec::new() } else { vec![first] }
        }
        // "The aim, say analysts, is peace."  "Back home, he said, he rested."
        (false, true) if phrase::is_finite_verb(words, start) && first.len() < 30 => {
            vec![first, rest]
        }
        (false, true) if phrase::has_finite_verb(block, rest.clone(), 60) => vec![rest],
        _ => Vec::new(),
    }
}

fn according(
    block: &Block,
    cues: &[Cue],
    idx: usize,
    sentence: &Range<usize>,
) -> Vec<Range<usize>> {
    let words = &block.words;
    let cue = &cues[idx];
    let (first, end) = (cue.words.start, cue.subject.end);
    let leads = first <= sentence.start + 1;
    let inserted = first >= sentence.start + 2
        && words[first - 1].text == ","
        && words[first - 2].has(Tags::SUBORDINATOR | Tags::COORDINATOR);
    if leads || inserted {
        let comma = (end..sentence.end.min(end + 25))
            .find(|&at| words[at].text == "," && !words[at].is_inside());
        let start = match comma {
            Some(comma) if comma == end => {
                // Step over ", the director," but not over a list of clauses.
                let next = (comma + 1..sentence.end.min(comma + 14))
                    .find(|&at| words[at].text == "," || words[at].is_mark());
                match next {
                    Some(next)
                        if words[next].text == ","
                            && !phrase::has_finite_verb(block, comma + 1..next, 14)
                            && words[comma + 1]
                                .has(Tags::DETERMINER | Tags::ROLE | Tags::SUBORDINATOR) =>
                    {
                        next + 1
                    }
                    _ => comma + 1,
                }
            }
            Some(comma) if comma < end + 12 && !phrase::has_finite_verb(block, end..comma, 12) => {
                comma + 1
            }
            _ => end,
        };
        if start + 1 < sentence.end && phrase::has_finite_verb(block, start..sentence.end, 60) {
            return behind(block, cues, idx, start).into_iter().collect();
        }
        return Vec::new();
    }
    if let Some(stretch) = stretch_before(block, cue, sentence)
        && stretch.outer.start == sentence.start
    {
        return Vec::new();
    }
    let stop = if words[first - 1].text == "," { first - 1 } else { first };
    let clause = sentence.start..stop;
    vec![clause]
}

/// The clause from `start` to its end; `None` where all of it stands in marks, which makes it direct.
fn behind(block: &Block, cues: &[Cue], idx: usize, start: usize) -> Option<Range<usize>> {
    let end = clause_end(block, cues, idx, start);
    if start >= end {
        return None;
    }
    let at = block.quoted.partition_point(|stretch| stretch.words.end <= start);
    if let Some(stretch) = block
        .quoted
        .get(at)
        .filter(|stretch| stretch.outer.start == start || stretch.words.start == start)
    {
        let last = &block.words[stretch.words.end - 1];
        let complete = last.is_stop() || last.text == "," || stretch.outer.end + 1 >= end;
        if complete || stretch.left_open {
            return None;
        }
    }
    Some(start..end)
}

/// Where the clause begins that follows a cue verb, or `None` where none does.
fn clause_start(block: &Block, cue: &Cue, end: usize) -> Option<usize> {
    let words = &block.words;
    let complement = cue.complement();
    if !matches!(complement, Complement::Clause | Complement::Addressee | Complement::That) {
        return None;
    }
    let start = cue.words.end;
    let outside = |at: usize| at < end && !words[at].is_inside() && !words[at].is_mark();
    if let Some(that) = that_behind(block, cue, end) {
        return Some(that);
    }
    if !outside(start) {
        // Marks: the clause may begin inside of them; the object of "maintained “good relations”" is none.
        let object = OBJECT_VERBS.contains(&cue.lemma())
            && words.get(start + 1).is_some_and(|word| !word.is_capital())
            && !phrase::has_finite_verb(block, start + 1..end.min(start + 8), 8);
        let marks =
            start < end && words[start].is_mark() && complement != Complement::That && !object;
        return marks.then_some(start);
    }
    // "which officials insisted was no threat"
    let relative = cue.side == Side::Before
        && cue.subject.start > 0
        && words[cue.subject.start - 1].is_any(&["which", "who", "what", "that"]);
    if relative && phrase::is_finite_verb(words, start) && phrase::takes_bare_clause(complement) {
        return Some(start);
    }
    if words[start].is_any(&["whether", "if", "how", "why", "what", "who", "where"]) {
        return (end - start > 2).then_some(start);
    }
    if !phrase::takes_bare_clause(complement) {
        return None;
    }
    let mut at = start;
    if complement == Complement::Addressee {
        at = behind_addressee(block, at, end)?;
    }
    at = skip_circumstance(block, at, end);
    if !outside(at) {
        return None;
    }
    let word = &words[at];
    let opens = word.is_word() || word.is_any(&["$", "#", "@", "£", "€"]);
    let refuses = word.is_any(&[
        "to", "of", "by", "for", "about", "with", "as", "so", "and", "or", "but", "goodbye",
        "hello", "yes", "nothing", "than", "like", "more", "from", "out",
    ]) || word.text.ends_with("ly") && !word.is_capital()
        || word.has(Tags::OBJECT)
        || word.has(Tags::PREPOSITION) && complement == Complement::Addressee
        || word.ends_with("ing")
            && !word.is_capital()
            && !word.has(Tags::BODY)
            && words.get(at + 1).is_some_and(|next| next.has(Tags::DETERMINER));
    if !opens || refuses || end - at < 3 {
        return None;
    }
    // A noun that is merely the verb's object has no verb of its own: "denied the charges".
    let window = at + 1..end;
    let finite = if OBJECT_VERBS.contains(&cue.lemma()) {
        window
            .take(20)
            .take_while(|&idx| words[idx].text != ",")
            .any(|idx| words[idx].has(Tags::AUXILIARY | Tags::FINITE) && !words[idx].is_inside())
    } else {
        window.clone().take(40).any(|idx| words[idx].is_inside())
            || phrase::has_finite_verb(block, window, 40)
    };
    finite.then_some(at)
}

/// Verbs that as often have a plain object as a clause without "that".
const OBJECT_VERBS: &[&str] = &[
    "announce",
    "deny",
    "report",
    "confirm",
    "suggest",
    "promise",
    "reveal",
    "declare",
    "repeat",
    "admit",
    "acknowledge",
    "allege",
    "predict",
    "recall",
    "mention",
    "pledge",
    "vow",
    "stress",
    "recount",
    "affirm",
    "maintain",
    "assure",
    "guarantee",
    "agree",
    "caution",
    "boast",
    "joke",
    "hint",
    "observe",
    "lament",
    "emphasize",
    "emphasise",
    "underscore",
    "underline",
    "clarify",
    "figure",
    "swear",
    "estimate",
    "advise",
    "inform",
    "notify",
    "remind",
    "persuade",
    "convince",
    "assert",
];

/// One past "that", where it introduces the content of a cue: with only an addressee, a time or an
/// occasion between ("told reporters in Moscow on Monday that").
fn that_behind(block: &Block, cue: &Cue, end: usize) -> Option<usize> {
    let words = &block.words;
    let start = cue.words.end;
    let mut at = start;
    while at < end && !words[at].is_inside() && !words[at].is_mark() && at - start < 16 {
        let word = &words[at];
        if word.is("that") && at > start && words[at - 1].is_any(&["point", "extent", "fact", "so"])
        {
            return None;
        }
        if word.is("that") {
            // "He said that would do": the word is the subject itself.
            let next = words.get(at + 1).filter(|_| at + 1 < end)?;
            let demonstrative = next.has(Tags::AUXILIARY) || next.is_stop() || next.text == ",";
            return match demonstrative {
                true if at == start && next.has(Tags::AUXILIARY) => Some(at),
                true if next.text != "," || words.get(at + 2).is_none_or(Word::is_stop) => None,
                _ => Some(at + 1),
            };
        }
        let blocked = word.is_stop()
            || word.is_any(&[":", ";"])
            || word.has(Tags::SUBORDINATOR) && !word.is_any(&["as", "before", "after", "since"])
            || phrase::is_finite_verb(words, at);
        let may_stand_between = at > start
            || cue.complement() == Complement::Addressee
            || word.has(Tags::PREPOSITION | Tags::ADVERB | Tags::TIME)
            || word.text == ","
            || word.text.ends_with("ly")
            || word.is_any(&["last", "this", "reporters", "out"]);
        if blocked || !may_stand_between {
            return None;
        }
        at += 1;
    }
    None
}

/// Where the words begin that follow the addressee of "tell": behind "reporters", "him", "the court".
fn behind_addressee(block: &Block, start: usize, end: usize) -> Option<usize> {
    let words = &block.words;
    if words[start].has(Tags::OBJECT)
        || words[start].is("her")
            && words.get(start + 1).is_some_and(|next| next.has(Tags::DETERMINER | Tags::PRONOUN))
    {
        return Some(start + 1);
    }
    let phrase = phrase::noun_phrase_after(block, start, end)?;
    // "told reporters the plan": the addressee ends before a new phrase begins.
    let inner = (phrase.start + 1..phrase.end).find(|&idx| {
        words[idx].has(Tags::DETERMINER)
            && !words[idx - 1].has(Tags::PREPOSITION | Tags::DETERMINER)
            || words[idx].has(Tags::PRONOUN)
    });
    Some(inner.unwrap_or(phrase.end))
}

/// Steps over times and occasions: "on Monday", "in a statement", "to reporters in Moscow", "last week".
fn skip_circumstance(block: &Block, start: usize, end: usize) -> usize {
    let words = &block.words;
    let mut at = start;
    for _ in 0..4 {
        if at >= end || words[at].is_inside() {
            break;
        }
        let word = &words[at];
        if word.has(Tags::TIME)
            && (word.is_capital()
                || word.is_any(&[
                    "yesterday",
                    "today",
                    "tonight",
                    "earlier",
                    "later",
                    "recently",
                    "then",
                    "now",
                ]))
        {
            at += 1;
        } else if word.is_any(&["last", "this", "earlier", "late", "early"])
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

/// Where the clause that begins at `start` ends: at the sentence's end, or where another cue or the
/// author takes over.
fn clause_end(block: &Block, cues: &[Cue], idx: usize, start: usize) -> usize {
    let words = &block.words;
    let cue = &cues[idx];
    let sentence = &block.sentences[cue.sentence];
    let mut end = sentence.end;
    // "After he said it was over, they left."
    let opens_side_clause = words[sentence.start].has(Tags::SUBORDINATOR)
        || words[sentence.start].is_any(&["after", "before", "since"]);
    if opens_side_clause
        && cue.side == Side::Before
        && !(sentence.start..cue.start()).any(|at| words[at].text == ",")
    {
        let comma = (start..end).find(|&at| words[at].text == "," && !words[at].is_inside());
        end = comma.unwrap_or(end);
    }
    // "The house, which he said was empty, was full": the main clause goes on.
    if cue.side == Side::Before
        && cue.subject.start > 0
        && words[cue.subject.start - 1].is_any(&["which", "who"])
    {
        let main = (start + 1..end.saturating_sub(1)).find(|&at| {
            words[at].text == "," && !words[at].is_inside() && phrase::is_finite_verb(words, at + 1)
        });
        end = main.unwrap_or(end);
    }
    // "He said he was sorry: “I …”"
    let colon = (start..end).find(|&at| {
        words[at].text == ":"
            && !words[at].is_inside()
            && words.get(at + 1).is_some_and(Word::is_mark)
    });
    end = colon.unwrap_or(end);
    for other in cues[idx + 1..].iter().take_while(|other| other.sentence == cue.sentence) {
        let from = other.start();
        if from <= start + 2 || from >= end {
            continue;
        }
        let mut cut = from;
        let mut comma = false;
        let mut conjunction = false;
        while cut > start + 1 && !words[cut - 1].is_inside() {
            let word = &words[cut - 1];
            let sign = word.text == "," || word.text == ";" || word.is_dash();
            let joins =
                word.is_any(&[
                    "and", "but", "while", "whereas", "with", "though", "although", "as", "also",
                ]) || word.text.ends_with("ly") && !word.is_capital() && other.side == Side::Shared;
            if !sign && !joins {
                break;
            }
            comma |= sign;
            conjunction |= joins;
            cut -= 1;
        }
        let same = other.subject == cue.subject;
        let ends = match other.side {
            Side::Shared => same,
            Side::According => comma,
            Side::Before => {
                conjunction && (comma || same) || comma && closes_sentence(block, other)
            }
            Side::Behind => false,
        };
        if ends {
            end = cut;
            break;
        }
    }
    // ", referring to …", ", citing …": the author again.
    let author = (start + 2..end.saturating_sub(1))
        .find(|&at| words[at].text == "," && !words[at].is_inside() && is_authors(block, at + 1));
    author.unwrap_or(end)
}

/// Whether the words at `at`, behind a comma, are the author's addition.
fn is_authors(block: &Block, at: usize) -> bool {
    block.words[at].is_any(&["referring", "citing", "alluding", "according"])
}

/// Whether a cue ends its sentence: "…, he said."
fn closes_sentence(block: &Block, cue: &Cue) -> bool {
    block.words.get(cue.end()).is_none_or(Word::is_stop)
}

/// The phrase that a verb of calling, asking, promising or blaming reports: "called for calm".
fn phrase_behind(block: &Block, cues: &[Cue], idx: usize, end: usize) -> Option<Range<usize>> {
    let words = &block.words;
    let cue = &cues[idx];
    let at = cue.words.end;
    let next = words.get(at).filter(|_| at + 1 < end)?;
    // "a print called “Cowboys”": things do not call.
    let subject = &words[cue.subject.clone()];
    let speaks = Tags::PRONOUN | Tags::PEOPLE | Tags::ROLE | Tags::BODY | Tags::TEXT;
    if !subject.iter().any(|word| word.has(speaks)) && !subject.last()?.is_name() {
        return None;
    }
    let window = at..clause_end(block, cues, idx, at).min(at + 60);
    let later = |texts: &[&str]| {
        window
            .clone()
            .skip(1)
            .take(18)
            .any(|idx| words[idx].is_any(texts) && !words[idx].is_inside())
    };
    let marks = window.clone().any(|idx| words[idx].is_mark());
    let object = next.has(Tags::DETERMINER | Tags::OBJECT)
        || next.is_name()
        || next.is_mark()
        || next.is("it");
    let start = match cue.lemma() {
        "call" if next.is_any(&["for", "on", "upon"]) => at + 1,
        "call"
            if object
                && (marks || next.has(Tags::OBJECT) || next.is("it") || later(&["a", "an"])) =>
        {
            at
        }
        "praise" | "blast" | "slam" | "mock" | "tout" | "deride" | "ridicule" if later(&["as"]) => {
            at
        }
        "describe" | "characterize" | "characterise" | "portray" | "depict" | "label" | "brand"
        | "denounce" | "dismiss" | "refer" | "cast" | "hail"
            if later(&["as"]) || marks =>
        {
            if next.is("to") {
                at + 1
            } else {
                at
            }
        }
        "dub" | "term" | "deem" if marks => at,
        "accuse" if later(&["of"]) => at,
        "blame" if object => at,
        "criticize" | "criticise" | "condemn" | "decry"
            if object || next.is_word() && !next.has(Tags::PREPOSITION | Tags::AUXILIARY) =>
        {
            at
        }
        "assure" | "inform" | "remind" if later(&["of"]) => window
            .clone()
            .find(|&idx| words[idx].is("of") && !words[idx].is_inside())
            .map_or(at, |of| of + 1),
        "complain" if next.is("about") => at + 1,
        "judge" if marks => at,
        "urge" if later(&["to"]) => at,
        "ask" if next.is_any(&["for", "about"]) => at + 1,
        "ask" if object && later(&["to", "about", "for", "whether", "if"]) => at,
        "vow" | "promise" | "pledge" | "threaten" if next.is("to") || next.is("not") => at,
        "propose" | "demand"
            if object || next.is_word() && !next.has(Tags::PREPOSITION | Tags::AUXILIARY) =>
        {
            at
        }
        _ => return None,
    };
    let mut stop = window.end;
    // A phrase ends sooner than a clause.
    let side = (start + 1..stop.saturating_sub(1)).find(|&at| {
        words[at].text == "," && !words[at].is_inside() && {
            let next = &words[at + 1];
            next.has(Tags::SUBORDINATOR | Tags::PREPOSITION | Tags::PRONOUN)
                || next.has(Tags::COORDINATOR)
                    && words.get(at + 2).is_some_and(|word| {
                        word.verb().is_some()
                            || word.has(Tags::PRONOUN | Tags::AUXILIARY | Tags::FINITE)
                    })
                || next.ends_with("ing")
        }
    });
    stop = side.unwrap_or(stop);
    (start + 1 < stop).then_some(start..stop)
}
