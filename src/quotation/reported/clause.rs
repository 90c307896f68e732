//! The clauses before, around and behind a cue.

use std::ops::Range;

use super::answer::is_answer;
use super::clause_end::clause_end;
use super::clause_start::{clause_start, has_plain_verb};
use super::place::{
    closes_sentence, cue_leads_to_place, has_earlier, is_of_earlier, is_participle, leads_to_marks,
};
use super::skip::{LONGEST_APPOSITION, addressee_end, behind_apposition, skip_circumstance};
use crate::quotation::cue::{Construction, Cue};
use crate::quotation::lexicon::{Tags, VerbForm, lists};
use crate::quotation::phrase;
use crate::quotation::word::{Quoted, TaggedParagraph, Word};

/// How far from the start of a clause its verb is looked for, in words.
const FARTHEST_VERB: usize = 60;

/// Where, when and to whom somebody said something behind their words in marks has fewer words than this.
const LONGEST_CIRCUMSTANCE: usize = 12;

/// Whether a clause is reported at all: at least two words, or an answer, and some of them outside of marks.
pub(super) fn is_reported(paragraph: &TaggedParagraph, clause: &Range<usize>) -> bool {
    if clause.len() == 1 && is_answer(&paragraph.words[clause.start]) {
        return true;
    }
    let words = || clause.clone().filter(|&idx| paragraph.words[idx].is_word());
    words().take(2).count() == 2 && words().any(|idx| !paragraph.words[idx].is_inside())
}

/// Whether words in marks before a cue only end what says where or on what somebody spoke: "Sunday on “The Hour,” Lavrov
/// said it was late".
pub(super) fn ends_circumstance(paragraph: &TaggedParagraph, cue: &Cue, stretch: &Quoted) -> bool {
    let words = &paragraph.words;
    let sentence = &paragraph.sentences[cue.sentence];
    let lead = sentence.start..stretch.outer.start;
    !lead.is_empty()
        && cue.construction == Construction::SubjectFirst
        && words[lead.start].has(Tags::PREPOSITION | Tags::TIME)
        && words[lead.end - 1].is_word()
        && !phrase::has_finite_verb(paragraph, lead, LONGEST_APPOSITION)
        && clause_start(paragraph, cue, sentence.end).is_some()
}

/// The stretch in marks that ends right before a cue, in its sentence.
pub(super) fn stretch_before<'b>(
    paragraph: &'b TaggedParagraph,
    cue: &Cue,
    sentence: &Range<usize>,
) -> Option<&'b Quoted> {
    let mut end = cue.start();
    if end > sentence.start && paragraph.words[end - 1].text == "," {
        end -= 1;
    }
    if end <= sentence.start || !paragraph.words[end - 1].is_mark() {
        return None;
    }
    let at = paragraph.quoted.partition_point(|stretch| stretch.outer.end < end);
    paragraph.quoted.get(at).filter(|stretch| stretch.outer.end == end)
}

/// The place of that stretch among those of its paragraph.
pub(super) fn place_of_stretch_before(paragraph: &TaggedParagraph, cue: &Cue) -> Option<usize> {
    let end = stretch_before(paragraph, cue, &paragraph.sentences[cue.sentence])?.outer.end;
    Some(paragraph.quoted.partition_point(|stretch| stretch.outer.end < end))
}

/// "The answers are “not enough,” says Lavrov": the clause that leads into the marks before a cue.
pub(super) fn led_into_marks(
    paragraph: &TaggedParagraph,
    cues: &[Cue],
    idx: usize,
    sentence: &Range<usize>,
    stretch: &Quoted,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let first = stretch.outer.start;
    // "In a letter, he called it “late,” concluding that …"
    if is_participle(&cues[idx]) || leads_to_marks(paragraph, &cues[idx]) {
        return None;
    }
    if first < sentence.start + 2
        || words[stretch.words.start].is_capital()
        || has_earlier(cues, idx)
        || is_of_earlier(cues, idx, first)
    {
        return None;
    }
    let lead = &words[first - 1];
    (lead.is_word() && first - sentence.start < 40).then_some(sentence.start..stretch.outer.end)
}

/// Whether somebody else says the words in marks with which a sentence begins, right before the cue `idx`, at whose comma
/// that ends: "“A,” Lavrov said at a briefing, the paper reported". A verb next to the marks owns them; whoever reports
/// behind the comma is the source of that report, and no further verb may lie between, whose clause it would be.
fn is_said_before(
    paragraph: &TaggedParagraph,
    cues: &[Cue],
    idx: usize,
    comma: usize,
    sentence: &Range<usize>,
) -> bool {
    let earlier = cues[..idx].iter().rev().take_while(|other| other.sentence == cues[idx].sentence);
    earlier.take(2).any(|other| {
        let stretch = stretch_before(paragraph, other, sentence);
        let circumstance = other.end()..comma;
        let is_plain =
            |word: &Word| word.is_word() && !word.is_inside() && !word.has(Tags::COORDINATOR);
        let is_next = (other.end()..other.end() + LONGEST_CIRCUMSTANCE).contains(&comma)
            && (circumstance.len() < 3
                || paragraph.words[circumstance.clone()].iter().all(is_plain)
                    && !phrase::has_finite_verb(paragraph, circumstance, LONGEST_CIRCUMSTANCE));
        is_next && stretch.is_some_and(|stretch| stretch.outer.start == sentence.start)
    })
}

/// "A, said Lavrov." and "The aim, say analysts, is peace."
pub(super) fn before(
    paragraph: &TaggedParagraph,
    cues: &[Cue],
    idx: usize,
    sentence: &Range<usize>,
) -> Vec<Range<usize>> {
    let words = &paragraph.words;
    let cue = &cues[idx];
    let end = cue.words.start;
    if end <= sentence.start + 1
        || words[end - 1].text != ","
        || !phrase::takes_bare_clause(cue.complement())
        || has_earlier(cues, idx)
        || is_said_before(paragraph, cues, idx, end - 1, sentence)
    {
        return Vec::new();
    }
    let colon =
        (sentence.start..end).rev().find(|&at| words[at].text == ":" && !words[at].is_inside());
    let first = colon.map_or(sentence.start, |colon| colon + 1)..end - 1;
    interrupted(paragraph, cues, idx, first)
}

/// "A, Lavrov said." and "A, Lavrov said, B."
pub(super) fn around(
    paragraph: &TaggedParagraph,
    cues: &[Cue],
    idx: usize,
    sentence: &Range<usize>,
) -> Vec<Range<usize>> {
    let words = &paragraph.words;
    let mut end = cues[idx].start();
    // "…, as Lavrov explained": "as" only joins the cue.
    if end > sentence.start + 2 && words[end - 1].is("as") && words[end - 2].text == "," {
        end -= 1;
    }
    let relayed = closes_sentence(paragraph, &cues[idx]);
    let is_where = cue_leads_to_place(paragraph, &cues[idx]);
    // "Asked who it was, Lavrov said so."
    let is_question = words[sentence.start].is("asked");
    // "…, who advises the mayor, …": the verb of a clause about somebody does not report the one around it.
    let cue = &cues[idx];
    let is_helper = |word: &&Word| word.has(Tags::AUXILIARY | Tags::ADVERB);
    let mut lead = words[cue.subject.end.min(cue.words.start)..cue.words.start].iter().rev();
    let is_of_relative = cue.construction == Construction::SubjectFirst
        && lead.find(|word| !is_helper(word)).is_some_and(|word| word.is_any(&["who", "which"]));
    // "When asked, Lavrov said the following.": what follows.
    let is_to_follow = words.get(cue.end()).is_some_and(|word| word.is("the"))
        && words.get(cue.end() + 1).is_some_and(|word| word.is("following"));
    if end <= sentence.start + 1
        || is_where
        || is_question
        || is_of_relative
        || is_to_follow
        || words[end - 1].text != "," && !words[end - 1].is_dash()
        || words[end - 2].is_mark()
        || has_earlier(cues, idx) && !relayed
        || is_said_before(paragraph, cues, idx, end - 1, sentence)
    {
        return Vec::new();
    }
    interrupted(paragraph, cues, idx, sentence.start..end - 1)
}

/// The words `first` before a cue, and those behind it where they go on.
fn interrupted(
    paragraph: &TaggedParagraph,
    cues: &[Cue],
    idx: usize,
    first: Range<usize>,
) -> Vec<Range<usize>> {
    let words = &paragraph.words;
    let cue = &cues[idx];
    // "Asked whether it was late, he said no.": what others asked.
    let is_asked = lists::OPEN_WHAT_OTHERS_SAID.contains(&words[first.start].text);
    if leads_to_marks(paragraph, cue) || is_asked {
        return Vec::new();
    }
    let end = paragraph.sentences[cue.sentence].end;
    // "A, he said." is nothing but a report, whether or not the verb of A is known.
    let closes = closes_sentence(paragraph, cue)
        || cue.construction == Construction::VerbFirst && closes_with_description(words, cue, end);
    let full = phrase::has_finite_verb(paragraph, first.clone(), FARTHEST_VERB)
        || closes && cue.lemma() == "say" && first.len() > 4;
    let (start, comma) = behind_circumstance(paragraph, cue, end);
    let goes_on = comma && goes_on(words, start, end);
    let start = match cue.construction {
        Construction::VerbFirst if !full => behind_apposition(paragraph, start, end),
        _ => start,
    };
    let rest = start..clause_end(paragraph, cues, idx, start);
    let has_verb =
        |rest: &Range<usize>| phrase::has_finite_verb(paragraph, rest.clone(), FARTHEST_VERB);
    match (full, goes_on) {
        // "A, said Lavrov, the minister": no more than an apposition.
        (true, _) if cue.construction == Construction::VerbFirst => vec![first],
        (true, true) if has_verb(&rest) || rest.len() > 3 => vec![first, rest],
        // "A, Lavrov said, “B”", "A, Lavrov said: “B”": the marks hold what he said, A is the author's.
        (true, _) if leads_to_sentence_in_marks(words, start, comma) => Vec::new(),
        (true, _) => vec![first],
        // "The aim, Lavrov said, “is peace.”"
        (false, false)
            if comma
                && words.get(start).is_some_and(Word::is_mark)
                && words.get(start + 1).is_some_and(|first| !first.is_capital())
                && phrase::is_finite_verb(words, start + 1)
                && first.len() < 30
                && (first.len() > 1 || words[first.start].is_name()) =>
        {
            vec![first, rest]
        }
        // "The aim, say analysts, is peace."  "Back home, he said, he rested."
        (false, true) if phrase::is_finite_verb(words, start) && first.len() < 30 => {
            vec![first, rest]
        }
        // "Too often, Lavrov said, it is late.", but not "In a statement, he said, …".
        (false, true)
            if has_verb(&rest) || rest.len() > 3 && has_plain_verb(words, rest.clone()) =>
        {
            let is_frame = is_frame(&words[first.clone()]);
            if is_frame || first.len() >= 30 { vec![rest] } else { vec![first, rest] }
        }
        _ => Vec::new(),
    }
}

/// Whether all that follows in a sentence behind a cue tells who its subject is: "…, said Lavrov, who was there."
fn closes_with_description(words: &[Word], cue: &Cue, end: usize) -> bool {
    let Some(who) = words.get(cue.end() + 1).filter(|_| words[cue.end()].text == ",") else {
        return false;
    };
    let is_end = |word: &Word| !word.is_word() && !word.is_stop();
    who.is("who") && !words[cue.end() + 1..end].iter().any(is_end)
}

/// Where the words behind a cue, whom it speaks to and in what circumstance, begin before `end`, and whether there is a
/// comma before them.
fn behind_circumstance(paragraph: &TaggedParagraph, cue: &Cue, end: usize) -> (usize, bool) {
    let words = &paragraph.words;
    let addressee = addressee_end(paragraph, cue, end).unwrap_or(cue.end());
    let behind = skip_circumstance(paragraph, addressee, end);
    let at_comma = words.get(behind).is_some_and(|word| word.text == ",");
    let behind_comma = behind > cue.end() && words[behind - 1].text == ",";
    (behind + usize::from(at_comma), at_comma || behind_comma)
}

/// Whether what is reported may go on with the word at `start`.
fn goes_on(words: &[Word], start: usize, end: usize) -> bool {
    // "…, he said, speaking through an interpreter"
    let tells_how =
        words.get(start).is_some_and(|word| word.ends_with("ing") && !word.is_capital())
            && words.get(start + 1).is_some_and(|next| next.has(Tags::PREPOSITION));
    !tells_how
        && start + 2 < end
        && !words[start].is_mark()
        && !words[start].is_any(lists::NO_CONTINUATION)
        && !is_claim(words, start)
        && words[start].verb().is_none_or(|verb| verb.form != VerbForm::Participle)
}

/// Whether a sentence in marks begins at `start`, behind a comma or a colon.
fn leads_to_sentence_in_marks(words: &[Word], start: usize, comma: bool) -> bool {
    let start = start + usize::from(words.get(start).is_some_and(|word| word.text == ":"));
    words.get(start).is_some_and(Word::is_mark)
        && words.get(start + 1).is_some_and(Word::is_capital)
        && (comma || words[start - 1].text == ":")
}

/// Whether words say on which occasion something was said: "In a statement", "For one".
fn is_frame(words: &[Word]) -> bool {
    words.iter().any(|word| word.has(Tags::OCCASION))
        || matches!(words, [_, last] if lists::ENDS_OF_FRAMES.contains(&&*last.lower()))
}

/// "…, prosecutors say, a charge he denies": what the author adds.
fn is_claim(words: &[Word], start: usize) -> bool {
    words[start].has(Tags::DETERMINER)
        && words.get(start + 1).is_some_and(|noun| lists::CLAIMS.contains(&noun.text))
}

/// The clauses of a cue that names a source, "according to": behind it where it leads the sentence, else
/// before it, or around it.
pub(super) fn according(
    paragraph: &TaggedParagraph,
    cues: &[Cue],
    idx: usize,
    sentence: &Range<usize>,
) -> Vec<Range<usize>> {
    let words = &paragraph.words;
    let cue = &cues[idx];
    let (first, end) = (cue.words.start, cue.subject.end);
    let leads = first <= sentence.start + 1 || words[first - 1].text == ":";
    // "…, and then, according to Lavrov, …"
    let joint = (sentence.start..first.saturating_sub(1)).rev().take(3);
    let mut joint = joint.skip_while(|&at| words[at].has(Tags::ADVERB));
    let inserted = first >= sentence.start + 2
        && words[first - 1].text == ","
        && joint.next().is_some_and(|at| words[at].has(Tags::SUBORDINATOR | Tags::COORDINATOR));
    // "…, and according to Lavrov …"
    let is_joined = first >= sentence.start + 2
        && words[first - 1].has(Tags::COORDINATOR)
        && words[first - 2].text == ",";
    if leads || inserted || is_joined {
        let start = start_behind_source(paragraph, end, sentence.end);
        let clause = start.and_then(|start| behind(paragraph, cues, idx, start));
        // "According to the paper, Lavrov said: “…”": his words are those in marks.
        let leads_to_marks = |clause: &Range<usize>| {
            let next = words[clause.end..].iter().find(|word| !matches!(word.text, ":" | ","));
            next.is_some_and(Word::is_mark) && cues.iter().any(|other| other.end() == clause.end)
        };
        return clause.filter(|clause| !leads_to_marks(clause)).into_iter().collect();
    }
    if let Some(stretch) = stretch_before(paragraph, cue, sentence)
        && stretch.outer.start == sentence.start
    {
        return Vec::new();
    }
    if words[first - 1].text == "," && is_said_before(paragraph, cues, idx, first - 1, sentence) {
        return Vec::new();
    }
    // "“A,” Lavrov said, according to the paper": his words, wherever they were printed.
    let mut earlier = cues[..idx].iter().rev().take_while(|other| other.sentence == cue.sentence);
    let behind = skip_circumstance(paragraph, cue.end().max(end), sentence.end);
    let may_end = |word: &Word| word.is_stop() || word.text == ",";
    if words.get(behind).is_none_or(may_end)
        && earlier.any(|other| stretch_before(paragraph, other, sentence).is_some())
    {
        return Vec::new();
    }
    around_source(paragraph, cues, idx, sentence)
}

/// The clause before the source of the cue `idx`, with what goes on behind the source: "At its heart, according to
/// Lavrov, is a decision."
fn around_source(
    paragraph: &TaggedParagraph,
    cues: &[Cue],
    idx: usize,
    sentence: &Range<usize>,
) -> Vec<Range<usize>> {
    let words = &paragraph.words;
    let (first, end) = (cues[idx].words.start, cues[idx].subject.end);
    let stop = if words[first - 1].text == "," { first - 1 } else { first };
    // "Roads are shut: it is late, according to Lavrov", "Roads are shut (it is late, according to Lavrov)"
    let opens = (sentence.start..stop)
        .rev()
        .take_while(|&at| words[at].text != ")")
        .find(|&at| matches!(words[at].text, ":" | "(") && !words[at].is_inside())
        .filter(|&at| phrase::has_finite_verb(paragraph, at + 1..stop, FARTHEST_VERB));
    let clause = opens.map_or(sentence.start, |opens| opens + 1)..stop;
    // "At its heart, according to Lavrov, is a decision.", but "…, according to Lavrov, the minister."
    // "One of the plans he has, according to Lavrov, is to go."
    let is_cut = words[stop - 1].has(Tags::AUXILIARY)
        || words.get(end + 1).is_some_and(|next| {
            next.has(Tags::AUXILIARY) && !next.has(Tags::PRONOUN) && words[end].text == ","
        });
    // "The results, according to Roe, the mayor, were mixed."
    let start = behind_apposition(paragraph, end + 1, sentence.end);
    let goes_on = stop < first
        && end + 3 < sentence.end
        && words[end].text == ","
        && !words[end + 1].is_mark()
        && !words[end + 1].is_any(&["who", "which", "whose"])
        && (is_cut || !phrase::has_finite_verb(paragraph, clause.clone(), FARTHEST_VERB));
    if goes_on {
        let rest = start..clause_end(paragraph, cues, idx, start);
        if is_cut || phrase::has_finite_verb(paragraph, rest.clone(), FARTHEST_VERB) {
            return vec![clause, rest];
        }
    }
    vec![clause]
}

/// Where the clause begins behind a source that leads the sentence and ends at `source_end`: "According to
/// Roe, the mayor, farmers earn less"; `None` where no clause follows.
fn start_behind_source(
    paragraph: &TaggedParagraph,
    source_end: usize,
    ceiling: usize,
) -> Option<usize> {
    let words = &paragraph.words;
    // "According to Roe, 34, farmers earn less"
    let is_age = matches!(&words[source_end..ceiling], [open, age, close, ..]
        if open.text == ","
            && close.text == ","
            && age.text.len() == 2
            && age.text.bytes().all(|digit| digit.is_ascii_digit()));
    let source_end = if is_age { source_end + 2 } else { source_end };
    let comma = (source_end..ceiling.min(source_end + 25))
        .find(|&at| words[at].text == "," && !words[at].is_inside());
    let start = match comma {
        Some(comma) if comma == source_end => {
            // Step over ", the director," but not over a list of clauses.
            let next = (comma + 1..ceiling.min(comma + 14))
                .find(|&at| words[at].text == "," || words[at].is_mark());
            let is_apposition = |next: &usize| {
                words[*next].text == ","
                    && !phrase::has_finite_verb(paragraph, comma + 1..*next, 14)
                    && (words[comma + 1].has(Tags::DETERMINER | Tags::ROLE | Tags::SUBORDINATOR)
                        || words[comma + 1].ends_with("ed")
                            && words[comma + 2].has(Tags::PREPOSITION))
            };
            next.filter(is_apposition).unwrap_or(comma) + 1
        }
        // "three people who were there,"
        Some(comma) if words[source_end].is("who") => comma + 1,
        // "a report published on Monday,"
        Some(comma)
            if comma < source_end + 12
                && (words[source_end].ends_with("ed")
                    && words[source_end + 1].has(Tags::PREPOSITION)
                    || !phrase::has_finite_verb(paragraph, source_end..comma, 12)) =>
        {
            comma + 1
        }
        _ => source_end,
    };
    // What follows the comma needs no verb that the lists know: "According to Roe, farmers earn less".
    let plain = comma == Some(source_end) && start + 3 < ceiling && !words[start].ends_with("ing");
    let clause = start..ceiling;
    let follows =
        start + 1 < ceiling && (plain || phrase::has_finite_verb(paragraph, clause, FARTHEST_VERB));
    follows.then_some(start)
}

/// The clause from `start` to its end; `None` where all of it stands in marks, which makes it direct.
pub(super) fn behind(
    paragraph: &TaggedParagraph,
    cues: &[Cue],
    idx: usize,
    start: usize,
) -> Option<Range<usize>> {
    let end = clause_end(paragraph, cues, idx, start);
    if start >= end {
        return None;
    }
    let at = paragraph.quoted.partition_point(|stretch| stretch.words.end <= start);
    if let Some(stretch) = paragraph
        .quoted
        .get(at)
        .filter(|stretch| stretch.outer.start == start || stretch.words.start == start)
    {
        let last = &paragraph.words[stretch.words.end - 1];
        let complete = last.is_stop() || last.text == "," || stretch.outer.end + 1 >= end;
        if complete || stretch.left_open {
            return None;
        }
    }
    Some(start..end)
}
