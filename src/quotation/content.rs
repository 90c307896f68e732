//! Contents: what was said, from cues and quotation marks.
//!
//! [`find`] goes over an article's blocks in order and gives every quotation with its kind, its cue
//! and the phrase that names the speaker; who that is, `speaker` decides. For each sentence first the
//! clauses that a cue reports (indirect, or mixed where part of the clause is in marks), then what is
//! left in marks (direct), each stretch with the cue beside it, or with the speaker of the words that
//! it continues. Short stretches in marks without a cue are titles, labels and scare quotes.

use std::ops::Range;

use super::cue::{Cue, Side, cues};
use super::lexicon::{Complement, Form, Tags};
use super::phrase;
use super::word::{Block, Quoted};
use super::{Kind, Rule};
use crate::span::Span;

/// A phrase that names or points to a speaker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mention {
    /// Index of its block.
    pub(super) block: usize,
    /// Its words in that block.
    pub(super) words: Range<usize>,
}

impl Mention {
    /// Where it begins: block and word.
    pub(super) fn place(&self) -> (usize, usize) {
        (self.block, self.words.start)
    }
}

/// A quotation before its speaker is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// As in [`super::Quotation`].
    pub(super) contents: Vec<Span>,
    /// As in [`super::Quotation`].
    pub(super) kind: Kind,
    /// As in [`super::Quotation`].
    pub(super) fragments: Vec<Span>,
    /// The cue's words.
    pub(super) cue: Option<Span>,
    /// Who spoke, where the text says so.
    pub(super) mention: Option<Mention>,
    /// The rule that made the link.
    pub(super) rule: Rule,
}

/// The quotations of the blocks of one article; `None` stands for a block in which nobody speaks
/// (a heading).
pub(super) fn find(blocks: &[Option<Block>]) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut before = Before::default();
    for (number, block) in blocks.iter().enumerate() {
        let Some(block) = block else {
            before = Before::default();
            continue;
        };
        let first = found.len();
        let cues = cues(block);
        let mut taken = vec![false; block.quoted.len()];
        reported(block, number, &cues, &mut taken, &mut found);
        direct(block, number, &cues, &taken, &before, first, &mut found);
        before.update(block, number, &cues, first, &found);
    }
    settle(found)
}

/// Puts quotations in order and drops those that cross an earlier one, or repeat it.
fn settle(mut found: Vec<Found>) -> Vec<Found> {
    for found in &mut found {
        found.contents.sort_unstable();
    }
    found.retain(|found| found.contents.windows(2).all(|pair| pair[0].end <= pair[1].start));
    found.sort_by_key(|found| (found.contents[0].start, std::cmp::Reverse(found.contents[0].end)));
    let mut spans: Vec<(Span, usize)> = Vec::new();
    for (idx, found) in found.iter().enumerate() {
        spans.extend(found.contents.iter().map(|&span| (span, idx)));
    }
    spans.sort_by_key(|&(span, idx)| (span.start, std::cmp::Reverse(span.end), idx));
    let mut dropped = vec![false; found.len()];
    let mut open: Vec<Span> = Vec::new();
    for (span, idx) in spans {
        while open.last().is_some_and(|outer| outer.end <= span.start) {
            open.pop();
        }
        if open.last().is_some_and(|outer| !outer.contains(span) || *outer == span) {
            dropped[idx] = true;
        } else if !dropped[idx] {
            open.push(span);
        }
    }
    let mut dropped = dropped.into_iter();
    found.retain(|_| !dropped.next().expect("one for each"));
    found
}

// -- reported clauses --

/// Finds the indirect and mixed quotations of a block; marks in `taken` the stretches they use.
fn reported(
    block: &Block,
    number: usize,
    cues: &[Cue],
    taken: &mut [bool],
    found: &mut Vec<Found>,
) {
    let mut last_end = 0;
    for (idx, cue) in cues.iter().enumerate() {
        if cue.negated {
            continue;
        }
        let mut clauses = clauses(block, cues, idx);
        clauses.retain_mut(|clause| {
            trim(block, clause);
            clause.start < clause.end && clause.start >= last_end.min(clause.start)
        });
        let mut spans = Vec::new();
        let mut fragments = Vec::new();
        for clause in clauses {
            if !is_reported(block, &clause) {
                continue;
            }
            last_end = clause.end;
            let span = clause_span(block, &clause);
            spans.push(span);
            for (stretch, taken) in block.quoted.iter().zip(taken.iter_mut()) {
                if clause.start <= stretch.words.start && stretch.words.start < clause.end {
                    *taken = true;
                    fragments.extend(fragment(block, stretch).intersection(span));
                }
            }
        }
        if spans.is_empty() {
            continue;
        }
        let rule = match cue.side {
            Side::According => Rule::AccordingTo,
            Side::Shared => Rule::SharedSubject,
            Side::Before | Side::Behind => Rule::ReportedClause,
        };
        found.push(Found {
            contents: spans,
            kind: if fragments.is_empty() { Kind::Indirect } else { Kind::Mixed },
            fragments,
            cue: Some(block.span(&cue.words)),
            mention: Some(Mention { block: number, words: cue.subject.clone() }),
            rule,
        });
    }
}

/// The Span of a clause, with the stop and the mark behind it where they close what it opens.
fn clause_span(block: &Block, clause: &Range<usize>) -> Span {
    let mut words = clause.clone();
    for stretch in &block.quoted {
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

/// Cuts signs off both ends of a clause.
fn trim(block: &Block, clause: &mut Range<usize>) {
    let words = &block.words;
    while clause.start < clause.end
        && !words[clause.end - 1].is_word()
        && !words[clause.end - 1].is("%")
    {
        clause.end -= 1;
    }
    while clause.start < clause.end
        && !words[clause.start].is_word()
        && !matches!(words[clause.start].text, "$" | "#" | "@")
    {
        clause.start += 1;
    }
}

/// Whether a clause is reported at all: at least two words, and some of them outside of marks.
fn is_reported(block: &Block, clause: &Range<usize>) -> bool {
    let words = || clause.clone().filter(|&idx| block.words[idx].is_word());
    words().take(2).count() == 2 && words().any(|idx| !block.inside[idx])
}

/// The clauses that the cue `idx` reports: none, one, or two around the cue. Not trimmed.
fn clauses(block: &Block, cues: &[Cue], idx: usize) -> Vec<Range<usize>> {
    let cue = &cues[idx];
    let sentence = &block.sentences[cue.sentence];
    let earlier = cues[..idx]
        .iter()
        .rev()
        .take_while(|other| other.sentence == cue.sentence)
        .any(|other| phrase::takes_bare_clause(other.complement()));
    match cue.side {
        Side::According => according(block, cues, idx, sentence),
        Side::Behind => {
            // "A, said Lavrov."
            let before = cue.words.start;
            if earlier
                || before <= sentence.start + 1
                || block.words[before - 1].text != ","
                || !phrase::takes_bare_clause(cue.complement())
            {
                return Vec::new();
            }
            one(sentence.start..before - 1)
        }
        Side::Before | Side::Shared => {
            if let Some(start) = content_start(block, cue, sentence.end) {
                return behind(block, cues, idx, start);
            }
            if cue.side == Side::Shared || !phrase::takes_bare_clause(cue.complement()) {
                return Vec::new();
            }
            around(block, cue, sentence, earlier)
        }
    }
}

fn one(clause: Range<usize>) -> Vec<Range<usize>> {
    vec![clause]
}

/// The clause from `start` to where the sentence or another cue ends it.
fn behind(block: &Block, cues: &[Cue], idx: usize, start: usize) -> Vec<Range<usize>> {
    let end = clause_end(block, cues, idx, start);
    if start >= end {
        return Vec::new();
    }
    // Words in marks alone are direct.
    if let Some(stretch) = block
        .quoted
        .iter()
        .find(|stretch| stretch.outer.start == start || stretch.words.start == start)
    {
        let last = &block.words[stretch.words.end - 1];
        let complete = last.is_stop() || last.text == "," || stretch.outer.end + 1 >= end;
        if complete || stretch.left_open {
            return Vec::new();
        }
    }
    one(start..end)
}

/// "A, Lavrov said." and "A, Lavrov said, B."
fn around(block: &Block, cue: &Cue, sentence: &Range<usize>, earlier: bool) -> Vec<Range<usize>> {
    let words = &block.words;
    let before = cue.start();
    let opens = sentence.start < before && words[before - 1].text == ",";
    if !opens || earlier || before - sentence.start < 4 {
        return Vec::new();
    }
    let first = sentence.start..before - 1;
    if words[first.end - 1].mark || !phrase::has_finite_verb(block, first.clone(), 60) {
        return Vec::new();
    }
    let behind = cue.end();
    let Some(next) = words.get(behind).filter(|_| behind < sentence.end) else {
        return vec![first];
    };
    if next.text == ","
        && behind + 4 < sentence.end
        && !words[behind + 1].mark
        && !words[behind + 1].has(Tags::SUBORDINATOR)
        && words[behind + 1].verb.is_none_or(|verb| verb.form != Form::Participle)
    {
        return vec![first, behind + 1..sentence.end];
    }
    if next.is_stop() || next.text == "," || next.has(Tags::PREPOSITION | Tags::TIME | Tags::ADVERB)
    {
        return vec![first];
    }
    Vec::new()
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
            .find(|&at| words[at].text == "," && !block.inside[at]);
        let start = match comma {
            Some(comma) if comma == end => {
                // Step over ", the director," but not over a list of clauses.
                let next = (comma + 1..sentence.end.min(comma + 14))
                    .find(|&at| words[at].text == "," || words[at].mark);
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
            return behind(block, cues, idx, start);
        }
        return Vec::new();
    }
    let stop = if words[first - 1].text == "," { first - 1 } else { first };
    if stop > sentence.start && words[stop - 1].mark {
        let open = block.quoted.iter().find(|stretch| stretch.outer.end == stop);
        if open.is_some_and(|stretch| stretch.outer.start == sentence.start) {
            return Vec::new();
        }
    }
    one(sentence.start..stop)
}

/// Where the content begins that follows a cue verb, or `None` where none does.
fn content_start(block: &Block, cue: &Cue, end: usize) -> Option<usize> {
    let words = &block.words;
    let complement = cue.complement();
    if !matches!(complement, Complement::Clause | Complement::Addressee | Complement::That) {
        return None;
    }
    let start = cue.words.end;
    let outside = |at: usize| at < end && !block.inside[at] && !words[at].mark;
    // "… that" within reach, with only an addressee, a time or an occasion between.
    let mut at = start;
    let mut crossed = 0;
    while outside(at) && at - start < 16 {
        let word = &words[at];
        if word.is("that") {
            let demonstrative = at == start
                && words
                    .get(at + 1)
                    .is_some_and(|next| next.has(Tags::AUXILIARY) || next.is_stop());
            return (!demonstrative).then_some(at + 1);
        }
        if word.is_stop()
            || matches!(word.text, ":" | ";")
            || crossed > 1
            || word.has(Tags::SUBORDINATOR) && !word.is_any(&["as", "before", "after", "since"])
        {
            break;
        }
        if at == start && complement != Complement::Addressee {
            let may_stand_between = word.has(Tags::PREPOSITION | Tags::ADVERB | Tags::TIME)
                || word.text == ","
                || word.text.ends_with("ly")
                || word.is_any(&["to", "last", "this", "reporters"]);
            if !may_stand_between {
                break;
            }
        }
        if phrase::is_finite_verb(words, at) {
            crossed += 2;
        }
        at += 1;
    }
    if !outside(start) {
        // Marks: the clause may begin inside of them.
        return (start < end && words[start].mark && complement != Complement::That)
            .then_some(start);
    }
    if words[start].is_any(&["whether", "if", "how", "why", "what", "who", "where"]) {
        return (end - start > 2).then_some(start);
    }
    if !phrase::takes_bare_clause(complement) {
        return None;
    }
    let mut at = start;
    if complement == Complement::Addressee {
        at = phrase::noun_phrase_after(block, at, end)
            .map(|phrase| {
                // "told reporters the plan": the addressee ends before a new phrase begins.
                let inner = (phrase.start + 1..phrase.end).find(|&idx| {
                    words[idx].has(Tags::DETERMINER)
                        && !words[idx - 1].has(Tags::PREPOSITION | Tags::DETERMINER)
                        || words[idx].has(Tags::PRONOUN)
                });
                inner.unwrap_or(phrase.end)
            })
            .or_else(|| words[at].has(Tags::OBJECT).then_some(at + 1))?;
    }
    at = skip_circumstance(block, at, end);
    if !outside(at) {
        return None;
    }
    let word = &words[at];
    let opens = word.is_word() || matches!(word.text, "$" | "#" | "@");
    let refuses = word.is_any(&[
        "to", "of", "by", "for", "about", "with", "as", "so", "and", "or", "but", "goodbye",
        "hello", "yes", "nothing", "than", "like", "more", "from",
    ]) || word.text.ends_with("ly") && !word.is_capital()
        || word.has(Tags::OBJECT)
        || word.has(Tags::PREPOSITION) && complement == Complement::Addressee
        || word.lower.ends_with("ing")
            && !word.is_capital()
            && !word.has(Tags::BODY)
            && words.get(at + 1).is_some_and(|next| next.has(Tags::DETERMINER));
    if !opens || refuses || end - at < 3 {
        return None;
    }
    // A noun that is merely the verb's object has no verb of its own: "denied the charges".
    let window = at + 1..end;
    let strict = matches!(
        cue.lemma(),
        "announce"
            | "deny"
            | "report"
            | "confirm"
            | "suggest"
            | "promise"
            | "reveal"
            | "declare"
            | "repeat"
            | "admit"
            | "acknowledge"
            | "allege"
            | "predict"
            | "recall"
            | "mention"
            | "pledge"
            | "vow"
            | "stress"
            | "recount"
            | "affirm"
            | "agree"
            | "caution"
            | "boast"
            | "joke"
            | "hint"
    );
    let finite = if strict {
        window.take(20).any(|idx| words[idx].has(Tags::AUXILIARY) && !block.inside[idx])
    } else {
        window.clone().take(40).any(|idx| block.inside[idx])
            || phrase::has_finite_verb(block, window, 40)
    };
    finite.then_some(at)
}

/// Steps over times and occasions: "on Monday", "in a statement", "to reporters in Moscow", "last week".
fn skip_circumstance(block: &Block, start: usize, end: usize) -> usize {
    let words = &block.words;
    let mut at = start;
    for _ in 0..4 {
        if at >= end || block.inside[at] {
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
    at
}

/// Where the clause that begins at `start` ends: at the sentence's end, or where another cue of the
/// sentence takes over.
fn clause_end(block: &Block, cues: &[Cue], idx: usize, start: usize) -> usize {
    let words = &block.words;
    let cue = &cues[idx];
    let mut end = block.sentences[cue.sentence].end;
    // "He said he was sorry: “I …”"
    if let Some(colon) = (start..end).find(|&at| {
        words[at].text == ":"
            && !block.inside[at]
            && words.get(at + 1).is_some_and(|next| next.mark)
    }) {
        end = colon;
    }
    for other in cues[idx + 1..].iter().take_while(|other| other.sentence == cue.sentence) {
        let from = other.start();
        if from <= start + 2 || from >= end {
            continue;
        }
        let joined = from;
        let mut cut = joined;
        let mut comma = false;
        let mut conjunction = false;
        while cut > start + 1
            && (words[cut - 1].text == ","
                || words[cut - 1].text == ";"
                || words[cut - 1].is_dash()
                || words[cut - 1].is_any(&[
                    "and", "but", "while", "whereas", "with", "though", "although", "as", "also",
                ]))
            && !block.inside[cut - 1]
        {
            comma |= !words[cut - 1].is_word();
            conjunction |= words[cut - 1].is_word();
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
    let narrator = (start + 2..end.saturating_sub(1)).find(|&at| {
        words[at].text == ","
            && !block.inside[at]
            && words[at + 1].is_any(&["referring", "citing", "alluding", "according"])
    });
    narrator.unwrap_or(end)
}

/// Whether a cue ends its sentence: "…, he said."
fn closes_sentence(block: &Block, cue: &Cue) -> bool {
    block.words.get(cue.end()).is_none_or(super::word::Word::is_stop)
}

// -- words in marks --

/// Where the words before a block leave things: who spoke, and whether the speech may go on.
#[derive(Debug, Default)]
struct Before {
    /// The last quotation's index and its speaker.
    last: Option<(usize, Option<Mention>)>,
    /// Whether the last block ended inside of marks that it did not close.
    left_open: bool,
    /// Whether the last block held a quotation.
    spoke: bool,
    /// Whose last sentence it was, where nobody spoke in it.
    subject: Option<Mention>,
}

impl Before {
    fn update(
        &mut self,
        block: &Block,
        number: usize,
        cues: &[Cue],
        first: usize,
        found: &[Found],
    ) {
        self.left_open = block.quoted.last().is_some_and(|stretch| stretch.left_open);
        let last =
            (first..found.len()).max_by_key(|&idx| found[idx].contents.last().map(|span| span.end));
        self.spoke = last.is_some();
        self.subject = block.sentences.last().and_then(|sentence| {
            let cue = cues.iter().rev().find(|cue| cue.sentence + 1 == block.sentences.len());
            let subject = cue
                .map(|cue| cue.subject.clone())
                .or_else(|| phrase::main_subject(block, sentence))?;
            Some(Mention { block: number, words: subject })
        });
        if let Some(idx) = last {
            self.last = Some((idx, found[idx].mention.clone()));
        }
    }
}

/// Finds the direct quotations of a block: all stretches in marks not yet `taken` that were uttered.
fn direct(
    block: &Block,
    number: usize,
    cues: &[Cue],
    taken: &[bool],
    before: &Before,
    first: usize,
    found: &mut Vec<Found>,
) {
    // For each stretch the index of its quotation, to continue it.
    let mut made: Vec<Option<usize>> = vec![None; block.quoted.len()];
    let beside: Vec<Option<Beside>> =
        block.quoted.iter().map(|stretch| cue_beside(block, cues, stretch)).collect();
    for (idx, stretch) in block.quoted.iter().enumerate() {
        if taken[idx] {
            continue;
        }
        let length = stretch.words.clone().filter(|&at| block.words[at].is_word()).take(8).count();
        let span = content_span(block, stretch);
        let cued = beside[idx];
        let close = cued.is_some_and(|beside| beside.close);
        let title = is_title(block, stretch);
        let complete = is_complete(block, stretch);
        let uttered = if close {
            complete || !title && length >= 3
        } else {
            !title && length >= if complete { 3 } else { 5 }
        };
        if !uttered {
            continue;
        }
        let previous = idx.checked_sub(1);
        // "A," said Lavrov, "B."  and  "A," said Lavrov. "B."
        if let Some(previous) = previous
            && let Some(at) = made[previous]
            && continues(block, cues, &block.quoted[previous], stretch, beside[previous], cued)
        {
            found[at].contents.push(span);
            made[idx] = Some(at);
            continue;
        }
        let quotation = |cue: Option<Span>, mention: Option<Mention>, rule: Rule| Found {
            contents: vec![span],
            kind: Kind::Direct,
            fragments: Vec::new(),
            cue,
            mention,
            rule,
        };
        let mention = |words: &Range<usize>| Some(Mention { block: number, words: words.clone() });
        let new = if let Some(beside) = cued {
            let cue = &cues[beside.cue];
            let rule = match (cue.side, beside.behind) {
                (Side::According, _) => Rule::AccordingTo,
                (Side::Shared, _) => Rule::SharedSubject,
                (_, true) => Rule::CueBehind,
                (_, false) => Rule::CueBefore,
            };
            quotation(Some(block.span(&cue.words)), mention(&cue.subject), rule)
        } else if let Some(next) =
            adjoining(&block.quoted[idx..]).and_then(|offset| beside[idx + offset])
            && next.behind
        {
            // "A." "B," said Lavrov.
            let cue = &cues[next.cue];
            quotation(Some(block.span(&cue.words)), mention(&cue.subject), Rule::CueBehind)
        } else {
            let (mention, rule) = inherited(block, number, cues, stretch, before, first, found);
            quotation(None, mention, rule)
        };
        // A paragraph that carries on what the one before left open is the same quotation.
        if before.left_open
            && stretch.outer.start == 0
            && new.cue.is_none()
            && let Some((at, _)) = before.last
            && found[at].kind == Kind::Direct
        {
            found[at].contents.push(span);
            made[idx] = Some(at);
            continue;
        }
        made[idx] = Some(found.len());
        found.push(new);
    }
}

/// The words in marks, without the comma that leads on to "he said".
fn content_span(block: &Block, stretch: &Quoted) -> Span {
    let last = &block.words[stretch.words.end - 1];
    if last.text == "," && stretch.words.len() > 1 {
        return block.span(&(stretch.words.start..stretch.words.end - 1));
    }
    stretch.span
}

/// Whether words in marks look like a title: most of them begin with a capital.
fn is_title(block: &Block, stretch: &Quoted) -> bool {
    let words: Vec<_> =
        block.words[stretch.words.clone()].iter().filter(|word| word.is_word()).take(14).collect();
    let small = |word: &super::word::Word| {
        word.has(Tags::PREPOSITION | Tags::COORDINATOR | Tags::PARTICLE)
            || word.is_any(&["the", "a", "an", "is", "that"])
            || word.text.starts_with(char::is_numeric)
    };
    words.len() < 14
        && words.iter().all(|word| word.is_capital() || small(word))
        && !(words.len() > 2
            && words.iter().all(|word| word.text.chars().all(|c| !c.is_lowercase())))
        && !words.iter().any(|word| word.has(Tags::AUXILIARY))
}

/// Whether words in marks end as a sentence does, or lead on to one.
fn is_complete(block: &Block, stretch: &Quoted) -> bool {
    let last = &block.words[stretch.words.end - 1];
    stretch.left_open
        || last.is_stop()
        || last.text == ","
        || last.is_dash()
        || block.words.get(stretch.outer.end).is_some_and(|next| next.text == "," || next.is_stop())
            && block.words[stretch.words.start].is_capital()
}

/// The cue that stands beside a stretch.
#[derive(Debug, Clone, Copy)]
struct Beside {
    /// Its index.
    cue: usize,
    /// Whether it stands behind the words rather than before.
    behind: bool,
    /// Whether nothing but a comma, a colon or "that" lies between.
    close: bool,
}

fn cue_beside(block: &Block, cues: &[Cue], stretch: &Quoted) -> Option<Beside> {
    let words = &block.words;
    let opening = block.sentence_of(stretch.outer.start);
    let closing = block.sentence_of(stretch.outer.end - 1);
    let next = cues.partition_point(|cue| cue.words.start < stretch.outer.end);
    let behind = cues
        .get(next)
        .filter(|cue| cue.sentence == closing && cue.start() >= stretch.outer.end)
        .and_then(|cue| {
            let gap = &words[stretch.outer.end..cue.start()];
            let close = gap.iter().all(|word| !word.is_word()) && gap.len() <= 2;
            let near = gap.len() <= 6 && !gap.iter().any(|word| word.mark || word.is_stop());
            (close || near).then_some(Beside { cue: next, behind: true, close })
        });
    let before = cues[..next]
        .iter()
        .rposition(|cue| cue.end() <= stretch.outer.start)
        .filter(|&idx| cues[idx].sentence == opening)
        .and_then(|idx| {
            let cue = &cues[idx];
            let gap = &words[cue.end()..stretch.outer.start];
            if gap.len() > 60 || gap.iter().any(|word| word.text == ";") {
                return None;
            }
            let last = gap.last();
            let close = gap.is_empty()
                || gap.len() <= 12
                    && last.is_some_and(|word| {
                        word.text == ","
                            || word.text == ":"
                            || word.is("that")
                            || word.has(Tags::OCCASION | Tags::TIME)
                            || word.is_dash()
                    })
                || gap.len() <= 3;
            Some(Beside { cue: idx, behind: false, close })
        });
    let last = &words[stretch.words.end - 1];
    let leads_on = last.text != "." && last.text != "…";
    match (behind, before) {
        (Some(behind), Some(before)) if before.close && !(leads_on && behind.close) => Some(before),
        (Some(_), Some(before))
            if before.close
                && !last.is_any(&[",", "?", "!"])
                && words.get(stretch.outer.end).is_none_or(|word| word.text != ",") =>
        {
            Some(before)
        }
        (Some(behind), _) if behind.close && leads_on => Some(behind),
        (_, Some(before)) => Some(before),
        (behind, None) => behind,
    }
}

/// How many stretches further the next one adjoins with nothing between; `None` where words stand
/// between.
fn adjoining(stretches: &[Quoted]) -> Option<usize> {
    let [this, next, ..] = stretches else { return None };
    (this.outer.end == next.outer.start).then_some(1)
}

/// Whether `stretch` runs on from `previous`: only the cue of `previous`, or nothing, lies between.
fn continues(
    block: &Block,
    cues: &[Cue],
    previous: &Quoted,
    stretch: &Quoted,
    beside: Option<Beside>,
    own: Option<Beside>,
) -> bool {
    let gap = previous.outer.end..stretch.outer.start;
    if gap.len() > 60 {
        return false;
    }
    let own_elsewhere = own.is_some_and(|own| beside.is_none_or(|beside| beside.cue != own.cue));
    if own_elsewhere {
        return false;
    }
    if gap.is_empty() {
        return true;
    }
    let Some(beside) = beside.filter(|beside| beside.behind) else { return false };
    let cue = &cues[beside.cue];
    if !(gap.start <= cue.start() && cue.end() <= gap.end) {
        return false;
    }
    // After the cue's own sentence comes the stretch at once.
    let rest = cue.end()..gap.end;
    let stops = block.words[rest.clone()].iter().filter(|word| word.is_stop()).count();
    let another = cues[beside.cue + 1..].iter().any(|cue| cue.words.start < gap.end);
    let last = &block.words[gap.end - 1];
    stops <= 1
        && !another
        && (last.is_stop()
            || last.text == ","
            || last.is_dash()
            || last.text == ":"
            || last.text == ";"
            || rest.is_empty())
}

/// The speaker of words in marks that have no cue beside them, as far as the text makes it plain.
fn inherited(
    block: &Block,
    number: usize,
    cues: &[Cue],
    stretch: &Quoted,
    before: &Before,
    first: usize,
    found: &[Found],
) -> (Option<Mention>, Rule) {
    let here = block.span(&(stretch.outer.start..stretch.outer.start + 1)).start;
    let sentence = block.sentence_of(stretch.outer.start);
    let opens_sentence = block.sentences[sentence].start == stretch.outer.start;
    // Whoever spoke last in this paragraph.
    let earlier = found[first..]
        .iter()
        .filter(|earlier| earlier.contents[0].start < here)
        .max_by_key(|earlier| earlier.contents.last().map(|span| span.end));
    let last_cue = cues.iter().rev().find(|cue| cue.end() <= stretch.outer.start && !cue.negated);
    if opens_sentence {
        if sentence > 0 {
            let narrated = &block.sentences[sentence - 1];
            let cue = last_cue.filter(|cue| cue.sentence + 1 == sentence);
            if let Some(cue) = cue {
                return (
                    Some(Mention { block: number, words: cue.subject.clone() }),
                    Rule::Continued,
                );
            }
            let all_inside = narrated.clone().all(|at| block.inside[at] || block.words[at].mark);
            if let Some(earlier) = earlier {
                if all_inside {
                    return (earlier.mention.clone(), Rule::Continued);
                }
                let subject = phrase::main_subject(block, narrated);
                return match subject {
                    Some(words)
                        if block.words[words.start].has(Tags::PRONOUN)
                            || block.words[words.end - 1].is_name() =>
                    {
                        (Some(Mention { block: number, words }), Rule::SubjectBefore)
                    }
                    _ => (earlier.mention.clone(), Rule::Continued),
                };
            }
            let subject = phrase::point_of_view(block, narrated)
                .or_else(|| phrase::main_subject(block, narrated));
            return (subject.map(|words| Mention { block: number, words }), Rule::SubjectBefore);
        }
        // The stretch opens the paragraph.
        return match (&before.last, &before.subject) {
            (Some((_, mention)), _) if before.spoke => (mention.clone(), Rule::Inherited),
            (_, Some(subject)) if !before.spoke => (Some(subject.clone()), Rule::SubjectBefore),
            _ => (None, Rule::Marks),
        };
    }
    (None, Rule::Marks)
}
