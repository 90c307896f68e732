//! Reported speech: the clauses and phrases that a cue reports without marks, or with marks around a
//! part of them.
//!
//! A clause begins behind the cue, with or without "that" and whatever circumstance stands between
//! ("told reporters on Monday that"), or stands before it ("A, said Lavrov"), or around it ("A, Lavrov
//! said, B"). It ends with its sentence, or where another cue or the author takes over. Verbs that
//! call, ask, promise or blame report a phrase instead of a clause.

use std::ops::Range;

use super::cue::{self, Construction, Cue};
use super::direct;
use super::lexicon::{Complement, Tags, VerbForm, lists};
use super::model::{Kind, Rule};
use super::phrase;
use super::unresolved::{Mention, UnresolvedQuotation};
use super::word::{Quoted, TaggedParagraph, Word};
use crate::span::Span;

/// How many words a clause about listeners has at most, an apposition behind who speaks, and an agency in brackets.
const LONGEST_RELATIVE_CLAUSE: usize = 14;
const LONGEST_APPOSITION: usize = 20;
const LONGEST_AGENCY: usize = 6;
/// How many words there are at most of those whom a cue speaks to: "told the court".
const LONGEST_ADDRESSEE: usize = 8;
/// How many quotations before an act are looked at for the one that tells of it.
const MOST_AROUND: usize = 4;
/// How many words what was found has at most up to its verb.
const LONGEST_FINDING: usize = 12;
/// How many words there are at most of a subject that shows that a clause begins.
const LONGEST_SHORT_SUBJECT: usize = 5;
/// How many words there are at most of when something was said: "on every Monday".
const LONGEST_TIME: usize = 4;
/// How many words there are at most of when or where something was said.
const LONGEST_CIRCUMSTANCE: usize = 8;

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
            mention: Some(Mention::new(paragraph, cue.subject.clone())),
            rule,
        });
    }
    taken
}

/// What somebody was asked, where the text does not say by whom, each with the place of "asked": "asked whether he would
/// go", "she was asked what she saw".
fn questions(paragraph: &TaggedParagraph, cues: &[Cue]) -> Vec<(usize, Range<usize>)> {
    let words = &paragraph.words;
    let mut found = Vec::new();
    for sentence in &paragraph.sentences {
        for at in sentence.clone().filter(|&at| words[at].is("asked") && !words[at].is_inside()) {
            let next = cues.partition_point(|cue| cue.words.end <= at);
            let is_cue = cues.get(next).is_some_and(|cue| cue.words.start <= at);
            if is_cue || !is_asked(words, at, sentence) {
                continue;
            }
            let start = skip_circumstance(paragraph, at + 1, sentence.end);
            let opens = words.get(start).is_some_and(|word| word.is_any(lists::OPEN_QUESTIONS));
            if start >= sentence.end || !opens {
                continue;
            }
            let mut end = question_end(paragraph, start, sentence.end);
            // "was asked how it was and said it was fine"
            let is_apart = |cue: &&Cue| {
                let before = &words[cue.start() - 1];
                !before.is_word() || before.is_any(lists::CLAUSE_JOINERS)
            };
            let mut later = cues[next..].iter().take_while(|cue| cue.start() < end);
            if let Some(cue) = later.find(|cue| cue.start() > start + 1 && is_apart(cue)) {
                end = cue.start();
                while end > start + 1 && words[end - 1].is_any(lists::CLAUSE_JOINERS) {
                    end -= 1;
                }
            }
            let question = trimmed(paragraph, start..end);
            if is_reported(paragraph, &question) {
                found.push((at, question));
            }
        }
    }
    found
}

/// Whether "asked" is a passive or a participle of somebody who was asked, and not only of who might be.
fn is_asked(words: &[Word], at: usize, sentence: &Range<usize>) -> bool {
    let before = words[sentence.start..at].iter().rev();
    let mut before = before.skip_while(|word| word.has(Tags::ADVERB) && !word.has(Tags::NEGATION));
    let is_relative = words[sentence.start..at].iter().rev().take(3).any(|word| word.is("who"));
    !is_relative
        && before.next().is_none_or(|word| {
            word.is_any(&["when", "was", "were", "been", ","])
                || word.has(Tags::COORDINATOR) && at == sentence.start + 1
        })
}

/// Where a question ends that begins at `start`: at the comma behind which the main clause goes on, or with the sentence.
fn question_end(paragraph: &TaggedParagraph, start: usize, ceiling: usize) -> usize {
    let words = &paragraph.words;
    let opens =
        Tags::PRONOUN | Tags::DETERMINER | Tags::PEOPLE | Tags::ROLE | Tags::TITLE | Tags::ADVERB;
    let goes_on = |at: usize| {
        let first = &words[at];
        (first.has(opens) || first.is_name() || first.text.starts_with(char::is_numeric))
            && !first.has(Tags::SUBORDINATOR)
            && phrase::has_finite_verb(paragraph, at + 1..ceiling, LONGEST_SHORT_SUBJECT * 2)
    };
    let closes = |&at: &usize| {
        let is_comma = words[at].text == "," && !words[at].is_inside();
        let is_mark = words[at].is_mark() && words[at - 1].text == ",";
        (is_comma || is_mark) && at + 1 < ceiling && goes_on(at + 1)
    };
    let comma = (start + 1..ceiling).find(closes);
    comma.map_or(ceiling, |at| at + usize::from(words[at].is_mark()))
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

/// A clause without the signs at both its ends.
fn trimmed(paragraph: &TaggedParagraph, clause: Range<usize>) -> Range<usize> {
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

/// Whether a clause is reported at all: at least two words, and some of them outside of marks.
fn is_reported(paragraph: &TaggedParagraph, clause: &Range<usize>) -> bool {
    let words = || clause.clone().filter(|&idx| paragraph.words[idx].is_word());
    words().take(2).count() == 2 && words().any(|idx| !paragraph.words[idx].is_inside())
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
        // "was asked by Lavrov whether"
        let next = &paragraph.words[cue.subject.end];
        let is_question = next.is_any(lists::QUESTION_WORDS);
        let start = cue.subject.end + usize::from(!is_question);
        let rule = if next.is("that") || is_question { rule } else { Rule::ReportedAct };
        // "accused by Lavrov of “lying”": with what leads into the marks.
        let is_mark = paragraph.words.get(start).is_some_and(Word::is_mark);
        let start = start - usize::from(is_mark);
        let clause = behind(paragraph, cues, idx, start).map(|clause| match is_question {
            true => clause.start..question_end(paragraph, start, clause.end),
            false => clause,
        });
        return (clause.into_iter().collect(), rule);
    }
    // "…," he said in Moscow: the words in marks are what he said.
    // But: "While he calls it “nice,” he said that …".
    let is_led_on = paragraph.words[sentence.start].has(Tags::SUBORDINATOR)
        && that_behind(paragraph, cue, sentence.end).is_some();
    // And: "Although he says that “it is nice,” Lavrov said …".
    let is_of_side_clause = |stretch: &&Quoted| {
        let earlier = idx.checked_sub(1).map(|earlier| &cues[earlier]);
        let lead = stretch.outer.start.checked_sub(1).map(|lead| &paragraph.words[lead]);
        lead.is_some_and(|lead| lead.is("that"))
            && earlier.is_some_and(|earlier| {
                earlier.sentence == cue.sentence && direct::is_aside(&paragraph.words, earlier)
            })
    };
    // And: "Asked whether it is “nice,” Lavrov said …".
    let is_asked = |stretch: &&Quoted| {
        let at = paragraph.quoted.partition_point(|other| other.outer.end < stretch.outer.end);
        taken[at]
    };
    if let Some(stretch) = stretch_before(paragraph, cue, sentence).filter(|stretch| {
        !is_led_on
            && !is_of_side_clause(stretch)
            && !is_asked(stretch)
            && !ends_circumstance(paragraph, cue, stretch)
    }) {
        return (
            led_into_marks(paragraph, cues, idx, sentence, stretch).into_iter().collect(),
            rule,
        );
    }
    if cue.construction == Construction::VerbFirst {
        return (before(paragraph, cues, idx, sentence), rule);
    }
    // "As Lavrov said, it is late."
    // "But as Lavrov noted, it is late."
    let conjunction = usize::from(paragraph.words[sentence.start].has(Tags::COORDINATOR));
    let opens_with_as = cue.construction == Construction::SubjectFirst
        && cue.subject.start == sentence.start + 1 + conjunction
        && paragraph.words[sentence.start + conjunction].is("as")
        && paragraph.words.get(cue.end()).is_some_and(|word| word.text == ",");
    if opens_with_as {
        return (behind(paragraph, cues, idx, cue.end() + 1).into_iter().collect(), rule);
    }
    if let Some(start) = clause_start(paragraph, cue, sentence.end) {
        return (behind(paragraph, cues, idx, start).into_iter().collect(), rule);
    }
    if let Some(phrase) = phrase_behind(paragraph, cues, idx, sentence.end) {
        return (vec![phrase], Rule::ReportedAct);
    }
    // "for development projects.": a noun rather than a verb.
    let is_noun = cue.verb.is_some_and(|verb| verb.noun_too && verb.form == VerbForm::Third);
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

/// Whether words in marks before a cue only end what says where or on what somebody spoke: "Sunday on “The Hour,” Lavrov
/// said it was late".
fn ends_circumstance(paragraph: &TaggedParagraph, cue: &Cue, stretch: &Quoted) -> bool {
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
fn stretch_before<'b>(
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
fn place_of_stretch_before(paragraph: &TaggedParagraph, cue: &Cue) -> Option<usize> {
    let end = stretch_before(paragraph, cue, &paragraph.sentences[cue.sentence])?.outer.end;
    Some(paragraph.quoted.partition_point(|stretch| stretch.outer.end < end))
}

/// "The answers are “not enough,” says Lavrov": the clause that leads into the marks before a cue.
fn led_into_marks(
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

/// Whether an earlier cue of the sentence may have the words before this one.
fn has_earlier(cues: &[Cue], idx: usize) -> bool {
    cues[..idx]
        .iter()
        .rev()
        .take_while(|other| other.sentence == cues[idx].sentence)
        .any(|other| phrase::takes_bare_clause(other.complement()) && !other.negated)
}

/// Whether an earlier cue of the sentence stands before the words at `first` and reports a clause with "that".
fn is_of_earlier(cues: &[Cue], idx: usize, first: usize) -> bool {
    let earlier = cues[..idx].iter().rev();
    let mut earlier = earlier.take_while(|other| other.sentence == cues[idx].sentence);
    earlier.any(|other| other.complement() == Complement::That && other.end() <= first)
}

/// "A, said Lavrov." and "The aim, say analysts, is peace."
fn before(
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
    {
        return Vec::new();
    }
    let colon =
        (sentence.start..end).rev().find(|&at| words[at].text == ":" && !words[at].is_inside());
    let first = colon.map_or(sentence.start, |colon| colon + 1)..end - 1;
    interrupted(paragraph, cues, idx, first)
}

/// "A, Lavrov said." and "A, Lavrov said, B."
fn around(
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
    if end <= sentence.start + 1
        || is_where
        || is_question
        || words[end - 1].text != "," && !words[end - 1].is_dash()
        || words[end - 2].is_mark()
        || has_earlier(cues, idx) && !relayed
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
    let full = phrase::has_finite_verb(paragraph, first.clone(), 60)
        || closes_sentence(paragraph, cue) && cue.lemma() == "say" && first.len() > 4;
    let addressee = addressee_end(paragraph, cue, end).unwrap_or(cue.end());
    let behind = skip_circumstance(paragraph, addressee, end);
    let comma = words.get(behind).is_some_and(|word| word.text == ",")
        || behind > cue.end() && words[behind - 1].text == ",";
    let start =
        if words.get(behind).is_some_and(|word| word.text == ",") { behind + 1 } else { behind };
    // "…, he said, speaking through an interpreter"
    let tells_how =
        words.get(start).is_some_and(|word| word.ends_with("ing") && !word.is_capital())
            && words.get(start + 1).is_some_and(|next| next.has(Tags::PREPOSITION));
    let goes_on = comma
        && !tells_how
        && start + 2 < end
        && !words[start].is_mark()
        && !words[start].is_any(lists::NO_CONTINUATION)
        && !is_claim(words, start)
        && words[start].verb().is_none_or(|verb| verb.form != VerbForm::Participle);
    let start = match cue.construction {
        Construction::VerbFirst if !full => behind_apposition(paragraph, start, end),
        _ => start,
    };
    let rest = start..clause_end(paragraph, cues, idx, start);
    match (full, goes_on) {
        // "A, said Lavrov, the minister": no more than an apposition.
        (true, _) if cue.construction == Construction::VerbFirst => vec![first],
        (true, true) if phrase::has_finite_verb(paragraph, rest.clone(), 60) || rest.len() > 3 => {
            vec![first, rest]
        }
        (true, _) => {
            // "A, Lavrov said, “B”", "A, Lavrov said: “B”": the marks hold what he said, A is the author's.
            let start = start + usize::from(words.get(start).is_some_and(|word| word.text == ":"));
            let marks = words.get(start).is_some_and(Word::is_mark)
                && words.get(start + 1).is_some_and(Word::is_capital)
                && (comma || words[start - 1].text == ":");
            if marks { Vec::new() } else { vec![first] }
        }
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
            if phrase::has_finite_verb(paragraph, rest.clone(), 60)
                || rest.len() > 3 && has_plain_verb(words, rest.clone()) =>
        {
            let last = words[first.end - 1].lower();
            let is_frame = words[first.clone()].iter().any(|word| word.has(Tags::OCCASION))
                || first.len() == 2 && lists::ENDS_OF_FRAMES.contains(&&*last);
            if is_frame || first.len() >= 30 { vec![rest] } else { vec![first, rest] }
        }
        _ => Vec::new(),
    }
}

/// Where the addressee of a cue ends that stands between commas: "A, Lavrov told them, B".
fn addressee_end(paragraph: &TaggedParagraph, cue: &Cue, end: usize) -> Option<usize> {
    let takes = cue.complement() == Complement::Addressee
        && cue.construction == Construction::SubjectFirst
        && cue.end() < end;
    let end = takes.then(|| behind_addressee(paragraph, cue.end(), end)).flatten()?;
    paragraph.words.get(end).is_some_and(|word| word.text == ",").then_some(end)
}

/// Whether what a cue reports stands in marks behind a colon, so that nothing before it does: "Asked of it, he told the
/// court: “…”".
fn leads_to_marks(paragraph: &TaggedParagraph, cue: &Cue) -> bool {
    let words = &paragraph.words;
    let reach = cue.end()..paragraph.sentences[cue.sentence].end.min(cue.end() + LONGEST_ADDRESSEE);
    let sign = reach.clone().find(|&at| !words[at].is_word());
    sign.is_some_and(|sign| {
        words[sign].text == ":" && words.get(sign + 1).is_some_and(Word::is_mark)
    })
}

/// "…, prosecutors say, a charge he denies": what the author adds.
fn is_claim(words: &[Word], start: usize) -> bool {
    words[start].has(Tags::DETERMINER)
        && words.get(start + 1).is_some_and(|noun| lists::CLAIMS.contains(&noun.text))
}

/// Behind the apposition that may begin at `start`, where a verb goes on behind it: "…, says Lavrov, the minister,
/// helps".
fn behind_apposition(paragraph: &TaggedParagraph, start: usize, end: usize) -> usize {
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

/// The clauses of a cue that names a source, "according to": behind it where it leads the sentence, else
/// before it, or around it.
fn according(
    paragraph: &TaggedParagraph,
    cues: &[Cue],
    idx: usize,
    sentence: &Range<usize>,
) -> Vec<Range<usize>> {
    let words = &paragraph.words;
    let cue = &cues[idx];
    let (first, end) = (cue.words.start, cue.subject.end);
    let leads = first <= sentence.start + 1;
    // "…, and then, according to Lavrov, …"
    let joint = (sentence.start..first.saturating_sub(1)).rev().take(3);
    let mut joint = joint.skip_while(|&at| words[at].has(Tags::ADVERB));
    let inserted = first >= sentence.start + 2
        && words[first - 1].text == ","
        && joint.next().is_some_and(|at| words[at].has(Tags::SUBORDINATOR | Tags::COORDINATOR));
    if leads || inserted {
        let clause = start_behind_source(paragraph, end, sentence.end);
        return clause.and_then(|start| behind(paragraph, cues, idx, start)).into_iter().collect();
    }
    if let Some(stretch) = stretch_before(paragraph, cue, sentence)
        && stretch.outer.start == sentence.start
    {
        return Vec::new();
    }
    // "“A,” Lavrov said, according to the paper": his words, wherever they were printed.
    let mut earlier = cues[..idx].iter().rev().take_while(|other| other.sentence == cue.sentence);
    let behind = skip_circumstance(paragraph, cue.end().max(end), sentence.end);
    if paragraph.words.get(behind).is_none_or(Word::is_stop)
        && earlier.any(|other| stretch_before(paragraph, other, sentence).is_some())
    {
        return Vec::new();
    }
    let stop = if words[first - 1].text == "," { first - 1 } else { first };
    let clause = sentence.start..stop;
    // "At its heart, according to Lavrov, is a decision.", but "…, according to Lavrov, the minister."
    let is_cut = words[stop - 1].has(Tags::AUXILIARY);
    let goes_on = stop < first
        && end + 3 < sentence.end
        && words[end].text == ","
        && !words[end + 1].is_mark()
        && !words[end + 1].is_any(&["who", "which", "whose"])
        && (is_cut || !phrase::has_finite_verb(paragraph, clause.clone(), 60));
    if goes_on {
        let rest = end + 1..clause_end(paragraph, cues, idx, end + 1);
        if is_cut || phrase::has_finite_verb(paragraph, rest.clone(), 60) {
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
    let plain = comma == Some(source_end) && start + 3 < ceiling;
    let clause = start..ceiling;
    let follows = start + 1 < ceiling
        && (plain && has_plain_verb(words, clause.clone())
            || phrase::has_finite_verb(paragraph, clause, 60));
    follows.then_some(start)
}

/// The clause from `start` to its end; `None` where all of it stands in marks, which makes it direct.
fn behind(
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

/// Where the clause begins that follows a cue verb, or `None` where none does.
fn clause_start(paragraph: &TaggedParagraph, cue: &Cue, end: usize) -> Option<usize> {
    let words = &paragraph.words;
    let complement = cue.complement();
    if !matches!(complement, Complement::Clause | Complement::Addressee | Complement::That) {
        return None;
    }
    let start = cue.words.end;
    let outside = |at: usize| at < end && !words[at].is_inside() && !words[at].is_mark();
    if let Some(that) = that_behind(paragraph, cue, end) {
        return Some(that);
    }
    if !outside(start) {
        // Marks: the clause may begin inside of them; the object of "maintained “good relations”" is none.
        let object = lists::OBJECT_VERBS.contains(&cue.lemma())
            && words.get(start + 1).is_some_and(|word| !word.is_capital())
            && !phrase::has_finite_verb(paragraph, start + 1..end.min(start + 8), 8);
        let marks =
            start < end && words[start].is_mark() && complement != Complement::That && !object;
        return marks.then_some(start);
    }
    // "which officials insisted was no threat"
    let relative = cue.construction == Construction::SubjectFirst
        && cue.subject.start > 0
        && words[cue.subject.start - 1].is_any(lists::RELATIVES_BEFORE_CUE);
    if relative && phrase::is_finite_verb(words, start) && phrase::takes_bare_clause(complement) {
        return Some(start);
    }
    if words[start].is_any(lists::QUESTION_WORDS) {
        let tells = end - start > 2 && !is_thought_of_others(words, start..end);
        return tells.then_some(start);
    }
    // "The study found children had no beds", but "found a fault"
    let finds = cue.lemma() == "find"
        && words[cue.subject.clone()].iter().any(|word| word.has(Tags::TEXT))
        && !words[start].has(Tags::OBJECT)
        && (start + 1..end.min(start + LONGEST_FINDING))
            .take_while(|&at| words[at].is_word())
            .any(|at| words[at].has(Tags::AUXILIARY));
    if finds {
        return Some(start);
    }
    if !phrase::takes_bare_clause(complement) {
        let is_pointed_out = cue.lemma() == "point" && words[start].is("out");
        let writes = is_pointed_out || lists::WRITING_VERBS.contains(&cue.lemma());
        let start = start + usize::from(is_pointed_out);
        return (writes && opens_with_short_subject(words, start..end)).then_some(start);
    }
    // "warned the council of a disaster": a phrase behind "of".
    if lists::ADDRESSEE_VERBS_WITH_OF.contains(&cue.lemma())
        && complement == Complement::Clause
        && of_behind_addressee(paragraph, start, end).is_some()
    {
        return None;
    }
    let mut at = start;
    if complement == Complement::Addressee {
        at = behind_addressee(paragraph, at, end)?;
    }
    at = skip_circumstance(paragraph, at, end);
    // "said in a letter, which was long": more of the letter.
    let is_of_occasion = at > start && outside(at) && words[at].is_any(&["which", "who", "that"]);
    if !outside(at) || is_of_occasion || cue_leads_to_place(paragraph, cue) {
        return None;
    }
    let end = colon_before_marks(words, at..end).unwrap_or(end);
    (end - at >= 3
        && may_open_clause(words, at, complement)
        && has_verb_of_its_own(paragraph, cue, at + 1..end))
    .then_some(at)
}

/// Whether what somebody said is told by who else thought so alone: "(said) what everybody thought".
fn is_thought_of_others(words: &[Word], clause: Range<usize>) -> bool {
    let mut clause = clause.take_while(|&at| words[at].is_word());
    let opens = clause.next().is_some_and(|first| words[first].is("what"));
    let last = clause.take(LONGEST_SHORT_SUBJECT).last();
    let verb = last.and_then(|last| words[last].verb());
    opens && verb.is_some_and(|verb| verb.complement == Complement::Thought)
}

/// Whether a clause begins with a subject of a few words and an auxiliary: "(wrote) the harbour would".
fn opens_with_short_subject(words: &[Word], clause: Range<usize>) -> bool {
    let Some(first) = words.get(clause.start).filter(|_| clause.len() > 3) else { return false };
    let opens = first.has(Tags::DETERMINER | Tags::PRONOUN) || first.is_name();
    // "posted it", "wrote its constitution": an object.
    let is_object = first.is("it") || first.is_any(lists::POSSESSIVE_DETERMINERS);
    if !opens || is_object || first.is_inside() || first.has(Tags::SUBORDINATOR) {
        return false;
    }
    if first.has(Tags::PRONOUN) && first.has(Tags::AUXILIARY) {
        return true;
    }
    let ends = Tags::PREPOSITION | Tags::SUBORDINATOR | Tags::COORDINATOR | Tags::PRONOUN;
    let mut rest = clause.skip(1).take(LONGEST_SHORT_SUBJECT).map(|at| &words[at]);
    let verb = rest.find(|word| !word.is_word() || word.has(ends | Tags::AUXILIARY));
    verb.is_some_and(|verb| verb.has(Tags::AUXILIARY) && !verb.has(ends) && !verb.is_inside())
}

/// Whether behind a cue stands only where or on what somebody spoke: "testified before the committee in Leeds, where".
fn cue_leads_to_place(paragraph: &TaggedParagraph, cue: &Cue) -> bool {
    let next = paragraph.words.get(cue.words.end);
    cue.lemma() == "testify" && next.is_some_and(|next| next.has(Tags::PREPOSITION))
}

/// Whether a clause without "that" may begin with the word at `at`.
fn may_open_clause(words: &[Word], at: usize, complement: Complement) -> bool {
    let word = &words[at];
    let opens = word.is_word() || word.is_any(lists::SIGNS_OF_WORDS);
    // "said about half of them went"
    let is_amount = |at: usize| {
        words.get(at).is_some_and(|word| {
            word.text.starts_with(char::is_numeric) || word.is_any(&["half", "one", "$"])
        })
    };
    let more_follows = || {
        let behind =
            Tags::PREPOSITION | Tags::ADVERB | Tags::TIME | Tags::DETERMINER | Tags::OBJECT;
        words.get(at + 1).is_some_and(|next| next.is_word() && !next.has(behind))
    };
    // "said more rain was likely", "said more than 40 died", but "said more about it"
    let next_is_finite = || phrase::is_finite_verb(words, at + 1);
    let counts = word.is("about") && is_amount(at + 1)
        || word.is("nothing") && at + 1 < words.len() && next_is_finite()
        || word.is("more") && (is_amount(at + 2) || more_follows());
    // "said nearly every talk ends so"
    let behind_adverb = words.get(at + 1).is_some_and(|next| next.has(Tags::DETERMINER));
    // "said something that pleased nobody", but "said something was wrong"
    let is_left_open = lists::SAID_OF_ANYTHING.contains(&word.text)
        && words.get(at + 1).is_some_and(|next| {
            next.has(Tags::SUBORDINATOR | Tags::PRONOUN | Tags::PREPOSITION | Tags::DETERMINER)
                || next.is_name()
        });
    let refuses = word.is_any(lists::NO_CLAUSE_OPENERS) && !counts
        || is_left_open
        || word.text.ends_with("ly") && !word.is_capital() && !behind_adverb
        || word.has(Tags::OBJECT)
        || word.has(Tags::PREPOSITION) && complement == Complement::Addressee
        || word.ends_with("ing")
            && !word.is_capital()
            && !word.has(Tags::BODY)
            && !gerund_is_subject(words, at)
            && words.get(at + 1).is_some_and(|next| next.has(Tags::DETERMINER));
    opens && !refuses
}

/// "(said) closing the road will help": a gerund with its object, and a verb in the present or with an auxiliary that
/// goes with it.
fn gerund_is_subject(words: &[Word], at: usize) -> bool {
    let reach = at + 2..words.len().min(at + LONGEST_RELATIVE_CLAUSE);
    reach.take_while(|&at| words[at].is_word()).any(|at| {
        words[at].has(Tags::AUXILIARY)
            && !words[at].has(Tags::PRONOUN)
            && !words[at - 1].has(Tags::PRONOUN | Tags::PEOPLE)
            && !words[at - 1].ends_with("s")
    })
}

/// Whether there is a verb in `window`, the words behind the first one of what may be a clause: a noun
/// that is merely the cue's object has none, as in "denied the charges".
fn has_verb_of_its_own(paragraph: &TaggedParagraph, cue: &Cue, window: Range<usize>) -> bool {
    let words = &paragraph.words;
    if lists::OBJECT_VERBS.contains(&cue.lemma()) {
        return window
            .take(20)
            // "maintains a list of those who have come"
            .take_while(|&idx| {
                let is_relative =
                    words[idx].is_any(&["who", "which"]) && !words[idx - 1].has(Tags::PREPOSITION);
                words[idx].text != "," && !is_relative
            })
            .any(|idx| words[idx].has(Tags::AUXILIARY | Tags::FINITE) && !words[idx].is_inside());
    }
    window.clone().take(40).any(|idx| words[idx].is_inside())
        || words[window.start - 1].has(Tags::PRONOUN)
            && words[window.start - 1].has(Tags::AUXILIARY)
        || cue.lemma() == "say" && has_plain_verb(words, window.start - 1..window.end)
        // "told doctors he ate it"
        || cue.complement() == Complement::Addressee
            && words[window.start - 1].has(Tags::PRONOUN)
            && has_plain_verb(words, window.start - 1..window.end)
        || cue.lemma() == "say" && opens_with_subject(words, window.start - 1..window.end)
        || phrase::has_finite_verb(paragraph, window, 40)
}

/// Whether words behind "said" begin with what can only be the subject of a clause: a pronoun, "there", or a
/// phrase that is long enough to have a verb in it.
fn opens_with_subject(words: &[Word], clause: Range<usize>) -> bool {
    let first = &words[clause.start];
    let length = clause.clone().take_while(|&at| !words[at].is_stop()).count();
    let pronoun = first.has(Tags::PRONOUN) && !first.has(Tags::SUBORDINATOR) && !first.is("it")
        || matches!(first.text, "there" | "there's" | "there’s");
    let phrase = first.has(Tags::DETERMINER) || first.is_name();
    pronoun && length > 3 || phrase && length > 6
}

/// Whether a clause begins with a pronoun, or a plain word follows a plural or a name in it: a verb in the
/// present, whether or not the lists know it ("she walks to work", "visitors come in spring").
fn has_plain_verb(words: &[Word], clause: Range<usize>) -> bool {
    let closed = Tags::PREPOSITION
        | Tags::DETERMINER
        | Tags::COORDINATOR
        | Tags::SUBORDINATOR
        | Tags::ADVERB
        | Tags::TIME
        | Tags::OCCASION;
    let plain = |word: &Word| word.is_word() && !word.is_capital() && !word.has(closed);
    let first = clause.start;
    let pronoun = words[first].has(Tags::PRONOUN) && !words[first].has(Tags::SUBORDINATOR);
    if pronoun && words.get(first + 1).is_some_and(plain) {
        return true;
    }
    clause.take(12).take_while(|&at| words[at].is_word()).any(|at| {
        let (word, next) = (&words[at], words.get(at + 1));
        let plural = !word.is_possessive()
            && !word.has(closed | Tags::AUXILIARY)
            && (word.has(Tags::PEOPLE) || word.ends_with("s") && !word.ends_with("ss"))
            && !word.is_capital();
        let single = word.is_name() && !word.is_possessive();
        next.is_some_and(|next| {
            plain(next)
                && (plural && !next.ends_with("s") && !next.ends_with("ing")
                    || single && next.ends_with("s") && !next.ends_with("ss"))
        })
    })
}

/// One past "that", where it introduces the content of a cue: with only an addressee, a time or an
/// occasion between ("told reporters in Moscow on Monday that").
fn that_behind(paragraph: &TaggedParagraph, cue: &Cue, end: usize) -> Option<usize> {
    let words = &paragraph.words;
    let start = cue.words.end;
    let mut at = start;
    while at < end && !words[at].is_inside() && !words[at].is_mark() && at - start < 16 {
        let word = &words[at];
        if word.is("that") && at > start && words[at - 1].is_any(lists::BEFORE_OTHER_THAT) {
            return None;
        }
        if let Some(that) = that_behind_listeners(words, cue, at, end) {
            return Some(that + 1);
        }
        if word.is("that") {
            // "He said that would do": the word is the subject itself.
            let next = words.get(at + 1).filter(|_| at + 1 < end)?;
            // "that he's" has its own subject.
            let has_subject = next.has(Tags::PRONOUN) || &*next.lower() == "there's";
            let has_verb = next.has(Tags::AUXILIARY) && !has_subject;
            // "says that every week"
            if at == start && is_time_alone(words, at + 1..end) {
                return None;
            }
            let demonstrative = has_verb || next.is_stop() || next.text == ",";
            return match demonstrative {
                true if at == start && has_verb => Some(at),
                true if next.text != "," || words.get(at + 2).is_none_or(Word::is_stop) => None,
                _ => Some(at + 1),
            };
        }
        let blocked = word.is_stop()
            || word.is_any(&[":", ";"])
            || word.has(Tags::SUBORDINATOR) && !word.is_any(lists::SUBORDINATORS_AND_PREPOSITIONS)
            // "…, he said, adding that": the words of the next cue.
            || word.verb().is_some_and(|verb| verb.form == VerbForm::Participle)
            || phrase::is_finite_verb(words, at) && !is_participle_of_noun(words, at);
        let may_stand_between = at > start
            || cue.complement() == Complement::Addressee
            || word.has(Tags::PREPOSITION | Tags::ADVERB | Tags::TIME)
            || word.text.starts_with(char::is_numeric) && at > 0 && words[at - 1].has(Tags::TIME)
            || word.text == ","
            || word.text.ends_with("ly")
            || word.is_any(lists::BETWEEN_CUE_AND_THAT);
        if blocked || !may_stand_between {
            return None;
        }
        at += 1;
    }
    None
}

/// Whether words are nothing but when something was said, up to the next sign: "every week", "on Monday".
fn is_time_alone(words: &[Word], range: Range<usize>) -> bool {
    let other = Tags::AUXILIARY | Tags::FINITE | Tags::PRONOUN;
    let mut rest = range.take(LONGEST_TIME + 1).take_while(|&at| words[at].is_word());
    let is_part = |at: usize| {
        let word = &words[at];
        word.has(Tags::TIME | Tags::DETERMINER | Tags::PREPOSITION | Tags::ADVERB)
            && !word.has(other)
    };
    let first = rest.next().filter(|&first| is_part(first));
    let Some(last) = first.and_then(|first| rest.clone().last().or(Some(first))) else {
        return false;
    };
    words[last].has(Tags::TIME)
        && words.get(last + 1).is_none_or(Word::is_stop)
        && rest.all(is_part)
}

/// The "that" behind a clause at `at` that tells of those who were told: "told teachers who had come that".
fn that_behind_listeners(words: &[Word], cue: &Cue, at: usize, end: usize) -> Option<usize> {
    let is_relative = words[at].is_any(&["who", "that"])
        && at > cue.words.end
        && cue.complement() == Complement::Addressee;
    let verb = words.get(at + 1).filter(|_| is_relative)?;
    let is_verb =
        verb.has(Tags::FINITE | Tags::AUXILIARY) || verb.ends_with("ed") || verb.verb().is_some();
    let that = (at + 2..end.min(at + LONGEST_RELATIVE_CLAUSE))
        .take_while(|&idx| words[idx].is_word())
        .find(|&idx| words[idx].is("that"));
    that.filter(|_| is_verb)
}

/// Whether a verb is a participle that tells more of the noun before it: "at a hospital crammed with victims".
fn is_participle_of_noun(words: &[Word], at: usize) -> bool {
    let before = &words[at - 1];
    words[at].ends_with("ed")
        && before.is_word()
        && !before.has(Tags::PRONOUN)
        && words.get(at + 1).is_some_and(|next| next.has(Tags::PREPOSITION))
}

/// Where the words begin that follow the addressee of "tell": behind "reporters", "him", "the court".
fn behind_addressee(paragraph: &TaggedParagraph, start: usize, end: usize) -> Option<usize> {
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
    });
    Some(inner.unwrap_or(phrase.end))
}

/// The "of" behind those who are spoken to, with whom the words from `start` on begin: "(warned) the council of".
fn of_behind_addressee(paragraph: &TaggedParagraph, start: usize, end: usize) -> Option<usize> {
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
fn skip_circumstance(paragraph: &TaggedParagraph, start: usize, end: usize) -> usize {
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

/// Where the clause that begins at `start` ends: at the sentence's end, or where another cue or the
/// author takes over.
fn clause_end(paragraph: &TaggedParagraph, cues: &[Cue], idx: usize, start: usize) -> usize {
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
    let author = (start + 2..end.saturating_sub(1)).find(|&at| {
        words[at].text == ","
            && !words[at].is_inside()
            && words[at + 1].is_any(lists::AUTHORS_ADDITIONS)
    });
    author.unwrap_or(end)
}

/// The colon that leads from a clause to words in marks: "He said he was sorry: “I …”".
fn colon_before_marks(words: &[Word], mut clause: Range<usize>) -> Option<usize> {
    clause.find(|&at| {
        words[at].text == ":"
            && !words[at].is_inside()
            && words.get(at + 1).is_some_and(Word::is_mark)
    })
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
    let first = &words[sentence.start];
    let opens_side_clause =
        first.has(Tags::SUBORDINATOR) || first.is_any(&["after", "before", "since"]);
    // "With Lavrov saying that it was over, they left."
    let opens_with =
        first.is("with") && is_participle(cue) && cue.subject.start == sentence.start + 1;
    let may_end = opens_side_clause && cue.construction == Construction::SubjectFirst || opens_with;
    if !may_end || (sentence.start..cue.start()).any(|at| words[at].text == ",") {
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
    while verb > 1 && words[verb - 1].has(Tags::AUXILIARY | Tags::ADVERB) {
        verb -= 1;
    }
    let relative = cue.construction == Construction::SubjectFirst
        && (cue.subject.start > 0
            && words[cue.subject.start - 1].is_any(lists::RELATIVES_OF_A_CLAUSE)
            // "Lavrov, who said it was empty, left"
            || verb > 1 && words[verb - 1].is("who") && words[verb - 2].text == ",");
    if !relative {
        return None;
    }
    // The comma may stand inside of marks: "who calls it “late,” left".
    (start + 1..end.saturating_sub(1)).find_map(|at| {
        let is_mark = words[at].is_mark() && words[at - 1].text == ",";
        let is_comma = words[at].text == "," && !words[at].is_inside();
        let goes_on = (is_mark || is_comma) && phrase::is_finite_verb(words, at + 1);
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

fn is_participle(cue: &Cue) -> bool {
    is_form(cue, VerbForm::Participle)
}

fn is_form(cue: &Cue, form: VerbForm) -> bool {
    cue.verb.is_some_and(|verb| verb.form == form)
}

/// Whether a cue ends its sentence: "…, he said."
fn closes_sentence(paragraph: &TaggedParagraph, cue: &Cue) -> bool {
    paragraph.words.get(cue.end()).is_none_or(Word::is_stop)
}

/// Whether a cue stands between commas: "A, Lavrov wrote, B".
fn is_parenthesis(paragraph: &TaggedParagraph, cue: &Cue) -> bool {
    let is_comma = |at: usize| paragraph.words.get(at).is_some_and(|word| word.text == ",");
    lists::WRITING_VERBS.contains(&cue.lemma())
        && cue.start() > 0
        && is_comma(cue.start() - 1)
        && is_comma(cue.end())
}

/// The same of a verb of writing where only a time or an occasion follows: "…, he wrote on Monday."
fn closes_sentence_so(paragraph: &TaggedParagraph, cue: &Cue) -> bool {
    if !lists::WRITING_VERBS.contains(&cue.lemma()) {
        return closes_sentence(paragraph, cue);
    }
    let end = paragraph.sentences[cue.sentence].end;
    let at = skip_circumstance(paragraph, cue.end(), end);
    paragraph.words.get(at).is_none_or(Word::is_stop)
}

/// The phrase that a verb of calling, asking, promising or blaming reports: "called for calm".
fn phrase_behind(
    paragraph: &TaggedParagraph,
    cues: &[Cue],
    idx: usize,
    end: usize,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let cue = &cues[idx];
    let at = cue.words.end;
    let next = words.get(at).filter(|_| at + 1 < end)?;
    // "a print called “Cowboys”": things do not call.
    let subject = &words[cue.subject.clone()];
    if is_participle_behind(paragraph, cue, end) {
        return None;
    }
    // "what Lavrov told them to do"
    let before = cue.subject.start.checked_sub(1).map(|before| &words[before]);
    if cue.lemma() == "tell"
        && before.is_some_and(|before| before.is_any(lists::RELATIVES_BEFORE_CUE))
    {
        return None;
    }
    let speaks = Tags::PRONOUN | Tags::PEOPLE | Tags::ROLE | Tags::BODY | Tags::TEXT;
    if !subject.iter().any(|word| word.has(speaks)) && !subject.last()?.is_name() {
        return None;
    }
    let window = at..clause_end(paragraph, cues, idx, at).min(at + 60);
    let start = act_start(paragraph, cue, next, &window)?;
    // A phrase ends sooner than a clause.
    // The comma may stand inside of marks: "called it “late,” but left".
    let is_comma_in_marks =
        |at: usize| words[at].is_mark() && words[at - 1].text == "," && words[at - 1].is_inside();
    let end = (start + 1..window.end.saturating_sub(1)).find(|&at| {
        (words[at].text == "," && !words[at].is_inside() || is_comma_in_marks(at))
            && leaves_act(words, at + 1)
    });
    let end = end.map_or(window.end, |at| at + usize::from(words[at].is_mark()));
    let is_object = lists::VERBS_THAT_REPORT_THEIR_OBJECT.contains(&cue.lemma());
    let end = match is_object {
        true => object_end(paragraph, cue.lemma(), start..end),
        false => end,
    };
    // "denied this: “…”": the words follow.
    let leads_on = is_object
        && (start..words.len().min(window.end + 1))
            .any(|at| words[at].text == ":" && !words[at].is_inside());
    (start + 1 < end && !leads_on).then_some(start..end)
}

/// Where an object ends that a verb reports: before another verb of the same subject ("praised him and left") and
/// before when or where it was said ("praised him on Monday").
fn object_end(paragraph: &TaggedParagraph, lemma: &str, object: Range<usize>) -> usize {
    let words = &paragraph.words;
    let verb = (object.start + 1..object.end.saturating_sub(2)).find(|&at| {
        let next = at + 1 + usize::from(words[at + 1].has(Tags::ADVERB));
        words[at].is_any(&["and", "but"])
            && !words[at].is_inside()
            && phrase::is_finite_verb(words, next)
    });
    let mut end = verb.unwrap_or(object.end);
    // "described it as calm on Monday" may say of Monday that it was calm.
    let is_named = (object.start..end).any(|at| words[at].is("as"));
    if is_named || lists::VERBS_OF_ACTS_TO_COME.contains(&lemma) {
        return end;
    }
    while end > object.start + 1 && !words[end - 1].is_word() && !words[end - 1].is_mark() {
        end -= 1;
    }
    for _ in 0..3 {
        let Some(opens) = circumstance_before(paragraph, object.start + 1..end) else { break };
        end = opens;
    }
    end
}

/// Where the time or the occasion begins that closes some words: "on Monday", "last week", "in a statement".
fn circumstance_before(paragraph: &TaggedParagraph, range: Range<usize>) -> Option<usize> {
    let words = &paragraph.words;
    let floor = range.end.saturating_sub(LONGEST_CIRCUMSTANCE).max(range.start);
    let closes = |at: &usize| {
        !words[*at].is_inside() && skip_circumstance(paragraph, *at, range.end) == range.end
    };
    let mut prepositions =
        (floor..range.end).rev().filter(|&at| words[at].is_any(lists::BEFORE_CIRCUMSTANCE));
    let is_time = |at: &usize| words[*at].has(Tags::TIME) && !words[*at].has(Tags::DETERMINER);
    prepositions.find(closes).or_else(|| {
        (floor..range.end)
            .filter(|at| is_time(at) || words[*at].is_any(lists::TIME_MODIFIERS))
            .find(closes)
    })
}

/// Whether a cue is a participle rather than the verb of its sentence: "Lavrov, asked about it, declined".
fn is_participle_behind(paragraph: &TaggedParagraph, cue: &Cue, end: usize) -> bool {
    let words = &paragraph.words;
    let at = cue.words.start;
    let is_apposed = cue.subject.end + 1 == at
        && words[at - 1].text == ","
        && cue.verb.is_some_and(|verb| verb.form == VerbForm::Past)
        && !words[cue.subject.clone()].iter().any(|word| word.text == ",");
    let comma = (at..end).find(|&at| words[at].text == "," && !words[at].is_inside());
    is_apposed
        && comma.is_some_and(|comma| comma + 1 >= end || phrase::is_finite_verb(words, comma + 1))
}

/// Where the phrase begins that a verb of calling, asking, promising or blaming reports: at the first
/// word of `window`, which is `next`, or behind its preposition; `None` where the verb has not the
/// pattern in which it reports.
fn act_start(
    paragraph: &TaggedParagraph,
    cue: &Cue,
    next: &Word,
    window: &Range<usize>,
) -> Option<usize> {
    let words = &paragraph.words;
    let lemma = cue.lemma();
    let at = window.start;
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
    let is_any = |verbs: &[&str]| verbs.contains(&lemma);
    let fits = match lemma {
        "call" if next.is("for") => return Some(at + 1),
        // "claims to have seen it"
        "claim" => {
            next.is("to") && words.get(at + 1).is_some_and(|verb| verb.is_any(&["have", "be"]))
        }
        "tell" if !is_participle(cue) => return order_behind_addressee(words, window),
        // "called it off"
        "call" if words.get(at + 1).is_some_and(|word| word.is_any(&["off", "out"])) => false,
        "call" if next.is_any(&["on", "upon"]) => return later(&["to"]).then_some(at + 1),
        "call" => {
            object && (marks || next.has(Tags::OBJECT) || next.is("it") || later(&["a", "an"]))
        }
        _ if is_any(lists::NAMING_VERBS_WITH_AS_OR_MARKS) => {
            let fits =
                later(&["as"]) || marks || lemma == "describe" && is_object_act(words, cue, at);
            return fits.then_some(at + usize::from(next.is("to")));
        }
        _ if is_any(lists::NAMING_VERBS_WITH_MARKS) => marks,
        // "a man accused of theft" is by nobody.
        "accuse" => !next.is("of") && later(&["of"]),
        "blame" => object,
        _ if is_any(lists::VERBS_THAT_REPORT_THEIR_OBJECT) => {
            is_object_act(words, cue, at) || object && later(&["as"])
        }
        // "a sign warning of accidents"
        "warn" if next.is("of") => return (!is_participle(cue)).then_some(at + 1),
        "warn" => return of_behind_addressee(paragraph, at, window.end).map(|of| of + 1),
        _ if is_any(lists::ADDRESSEE_VERBS_WITH_OF) && later(&["of"]) => {
            let of = window.clone().find(|&idx| words[idx].is("of") && !words[idx].is_inside());
            return Some(of.map_or(at, |of| of + 1));
        }
        "complain" | "boast" if next.is_any(&["about", "of"]) => {
            // "boasts about them"
            let is_named = !words[at + 1].has(Tags::OBJECT);
            return is_named.then_some(at + 1);
        }
        "urge" => later(&["to"]),
        "ask" if next.is_any(&["for", "about"]) => return Some(at + 1),
        "ask" if let Some(question) = question_behind_addressee(words, window) => {
            return Some(question);
        }
        "ask" => object && later(lists::BEHIND_ASKED),
        _ if is_any(lists::COMMISSIVE_VERBS) => next.is_any(&["to", "not"]),
        _ => false,
    };
    fits.then_some(at)
}

/// Where an order begins with its addressee, with whom `window` begins: "told his advisers to find a way".
fn order_behind_addressee(words: &[Word], window: &Range<usize>) -> Option<usize> {
    let addressee = window.clone().take(LONGEST_ADDRESSEE);
    let mut addressee = addressee.take_while(|&at| words[at].is_word() && !words[at].is_inside());
    let to = addressee.find(|&at| {
        words[at].is("to") || words[at].has(Tags::SUBORDINATOR) || phrase::is_finite_verb(words, at)
    })?;
    let leads_to_verb = words.get(to + 1).is_some_and(|verb| {
        verb.is_word()
            && !verb.is_capital()
            && !verb.has(Tags::DETERMINER | Tags::OBJECT | Tags::OCCASION | Tags::PEOPLE)
            && !verb.ends_with("ing")
    });
    // "told a story to them", "told them about it": no order.
    let is_addressee = words[window.start].has(Tags::OBJECT)
        || words[window.start..to]
            .iter()
            .any(|word| word.is_name() || word.has(Tags::PEOPLE | Tags::ROLE | Tags::BODY));
    (words[to].is("to") && leads_to_verb && is_addressee && to > window.start)
        .then_some(window.start)
}

/// Whether the object at `at` is what a verb reports: "criticized the decision".
fn is_object_act(words: &[Word], cue: &Cue, at: usize) -> bool {
    let next = &words[at];
    let opens = next.has(Tags::DETERMINER | Tags::OBJECT)
        || next.is_name()
        || next.is_mark()
        || next.is("it")
        || next.is_word()
            && !next.has(Tags::PREPOSITION | Tags::AUXILIARY | Tags::ADVERB | Tags::TIME)
            && !next.has(Tags::COORDINATOR | Tags::SUBORDINATOR | Tags::NEGATION)
            && (!next.ends_with("ly") || words[at + 1].ends_with("ed"));
    // "a resident and noted lawyer", "you praise him"
    let is_other =
        cue.lemma() == "note" && !next.has(Tags::DETERMINER) || words[cue.subject.start].is("you");
    // "is proposing a new standard" is what somebody does.
    // "posts criticizing the deal" need not be by the subject.
    let is_act = !is_participle(cue)
        || cue.words.start > 0
            && words[cue.words.start - 1].text == ","
            && !lists::VERBS_OF_ACTS_TO_COME.contains(&cue.lemma());
    opens && !is_other && is_act
}

/// Where the question begins that is asked of the addressee with whom `window` begins: "asked Lavrov how he
/// felt".
fn question_behind_addressee(words: &[Word], window: &Range<usize>) -> Option<usize> {
    let addressee = window.clone().skip(1).take(9);
    let mut addressee = addressee.take_while(|&at| words[at].is_word());
    let question = addressee.find(|&at| words[at].is_any(lists::QUESTION_WORDS))?;
    let is_phrase = !(window.start..question).any(|at| phrase::is_finite_verb(words, at));
    (is_phrase && question + 2 < window.end).then_some(question)
}

/// Whether the word at `at`, behind a comma, opens something that is no part of an act.
fn leaves_act(words: &[Word], at: usize) -> bool {
    let word = &words[at];
    word.has(Tags::SUBORDINATOR | Tags::PREPOSITION | Tags::PRONOUN)
        || word.is("but")
        || word.has(Tags::COORDINATOR)
            && words.get(at + 1).is_some_and(|next| {
                next.verb().is_some() || next.has(Tags::PRONOUN | Tags::AUXILIARY | Tags::FINITE)
            })
        || word.ends_with("ing")
}
