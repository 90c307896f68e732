//! The subject of a participle that says something beside the main verb: "…, adding that".

use std::ops::Range;

use super::ellipsis::{
    is_in_clause_at_head, is_in_relative_clause, shared_subject, subject_of_before,
};
use super::model::{Construction, Cue, REACH};
use super::relayed::relayed_subject;
use super::subject::{skip_before_verb, subject_before};
use crate::quotation::lexicon::{self, Tags, VerbForm, lists};
use crate::quotation::phrase;
use crate::quotation::word::{TaggedParagraph, Word};

/// Whose participle this is: the earlier cue's subject, or the sentence's.
pub(super) fn participle(
    paragraph: &TaggedParagraph,
    range: &Range<usize>,
    at: usize,
    earlier: Option<&Cue>,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    if at > range.start + 1 && words[at - 1].is("as") {
        return whoever_is_quoted(paragraph, range, at);
    }
    if opens_sentence(words, range, at)
        && let Some(subject) = subject_of_main_clause_behind(paragraph, range, at)
    {
        return Some(subject);
    }
    let previous = at.checked_sub(1).map(|idx| &words[idx])?;
    if at == range.start {
        // "Describing it as good." as a sentence of its own.
        let alone = !(at..range.end)
            .any(|idx| !words[idx].is_inside() && phrase::is_finite_verb(words, idx));
        return subject_of_before(paragraph, at).filter(|_| alone);
    }
    if previous.is_any(lists::BEFORE_ACT_OF_SUBJECT)
        && let Some(subject) = subject_of_act(paragraph, range, at, earlier)
    {
        return Some(subject);
    }
    if previous.has(Tags::PREPOSITION | Tags::DETERMINER)
        || previous.is_possessive()
        || is_noun_behind_name(words, range, at)
    {
        return None;
    }
    if let Some(subject) =
        own_subject(paragraph, range, at).or_else(|| relayed_subject(paragraph, range, at))
    {
        return Some(subject);
    }
    // "theories suggesting that he was": a thing that nobody says.
    let is_thing = previous.is_word()
        && !previous.is_capital()
        && words[at].is_any(lists::SAID_OF_THINGS)
        && !previous.has(Tags::ROLE | Tags::PEOPLE | Tags::BODY | Tags::TEXT | Tags::OCCASION);
    if is_thing || is_joined_in_relative_clause(words, range.start..at) {
        return None;
    }
    subject_of_main_verb(paragraph, range, at, earlier)
}

/// Whether a participle is a noun that a name and an article stand before: "in a Twitter posting".
fn is_noun_behind_name(words: &[Word], range: &Range<usize>, at: usize) -> bool {
    let [preposition, article, name] = &words[at.saturating_sub(3).max(range.start)..at] else {
        return false;
    };
    let is_person = Tags::GIVEN | Tags::ROLE | Tags::TITLE | Tags::PEOPLE;
    preposition.is_any(&["in", "by", "with", "from"])
        && article.is_any(&["a", "an"])
        && name.is_name()
        && !name.has(is_person)
}

/// The subject of the main verb that a participle goes with: "Lavrov praised it, adding that".
fn subject_of_main_verb(
    paragraph: &TaggedParagraph,
    range: &Range<usize>,
    at: usize,
    earlier: Option<&Cue>,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let previous = at.checked_sub(1).map(|idx| &words[idx])?;
    let is_shared = |earlier: &&Cue| {
        let ends_relative = previous.text == ","
            && (is_in_relative_clause(words, earlier) || closes_relative_clause(words, earlier));
        // "Before they left – the Roes had returned – a note came saying that"
        let is_between_dashes = earlier.subject.start > range.start
            && words[earlier.subject.start - 1].is_dash()
            && words[earlier.words.end.min(at)..at].iter().any(Word::is_dash);
        earlier.subject.end <= at
            && !is_aside(words, range, earlier)
            && !is_in_clause_at_head(paragraph, range, at, earlier)
            && !ends_relative
            && !is_between_dashes
            && !is_behind_clause_of_other(paragraph, earlier.words.end..at)
    };
    if let Some(earlier) = earlier.filter(is_shared) {
        let told = subject_in_report(paragraph, earlier, at);
        return Some(told.unwrap_or_else(|| earlier.subject.clone()));
    }
    // "One reporting station has": no verb is before it that it could go with.
    let no_noun = Tags::PRONOUN
        | Tags::OBJECT
        | Tags::DETERMINER
        | Tags::PREPOSITION
        | Tags::SUBORDINATOR
        | Tags::AUXILIARY
        | Tags::CAPITAL;
    let is_attribute = previous.is_word()
        && !previous.has(Tags::ADVERB)
        && words.get(at + 1).is_some_and(|next| next.is_word() && !next.has(no_noun))
        && !phrase::has_finite_verb(paragraph, range.start..at, 40);
    let speaks = Tags::PRONOUN | Tags::ROLE | Tags::PEOPLE | Tags::BODY | Tags::TEXT;
    let subject = shared_subject(paragraph, range, at).filter(|_| !is_attribute)?;
    if is_behind_clause_of_other(paragraph, subject.end..at) {
        return None;
    }
    // "Fires have gone on, showing that".
    let says = !words[at].is_any(lists::SAID_OF_THINGS)
        || words[subject.clone()].iter().any(|word| word.has(speaks) || word.is_name());
    says.then_some(subject)
}

/// Whether a cue is all the verb of a relative clause, which ends behind it: "the plan, which Lavrov first reported, …".
fn closes_relative_clause(words: &[Word], cue: &Cue) -> bool {
    let opener = cue.subject.start.checked_sub(1).map(|opener| &words[opener]);
    cue.construction == Construction::SubjectFirst
        && opener.is_some_and(|opener| opener.is_any(&["which", "whom"]))
        && words.get(cue.words.end).is_some_and(|next| next.text == ",")
}

/// Of whom somebody tells what they did where a participle without a comma goes on: "Lavrov says Zhirnov gave an interview
/// saying". It belongs to the nearest verb.
fn subject_in_report(
    paragraph: &TaggedParagraph,
    earlier: &Cue,
    at: usize,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let that = usize::from(words.get(earlier.words.end).is_some_and(|word| word.is("that")));
    let clause = earlier.words.end + that..at;
    let reports = earlier.construction == Construction::SubjectFirst
        && phrase::takes_bare_clause(earlier.complement());
    let gives_words = words[at - 1].has(Tags::TEXT | Tags::OCCASION);
    if !reports || !gives_words || clause.is_empty() {
        return None;
    }
    let told = phrase::noun_phrase_after(paragraph, clause.start, clause.end)?;
    let told = phrase::with_name_behind(paragraph, told);
    let is_named =
        words[told.end - 1].is_name() && words[told.start].has(Tags::GIVEN | Tags::TITLE);
    let behind = told.end..clause.end;
    (is_named && phrase::has_finite_verb(paragraph, behind, REACH)).then_some(told)
}

/// Whether a participle opens a sentence, with or without a conjunction or preposition: "Noting that", "After saying", "In
/// addition to saying".
fn opens_sentence(words: &[Word], range: &Range<usize>, at: usize) -> bool {
    match &words[range.start..at] {
        [] => true,
        [opener] => opener.is_any(lists::BEFORE_PARTICIPLE_AT_HEAD),
        [within, addition, to] => within.is("in") && addition.text == "addition" && to.is("to"),
        _ => false,
    }
}

/// The subject of the main clause behind the participle at `at`, which opens the sentence: "Noting that it was late,
/// Lavrov left".
fn subject_of_main_clause_behind(
    paragraph: &TaggedParagraph,
    range: &Range<usize>,
    at: usize,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    // The comma may stand inside of marks.
    let is_comma = |at: &usize| {
        words[*at].text == "," && !words[*at].is_inside()
            || words[*at].is_mark() && words[*at - 1].text == "," && words[*at - 1].is_inside()
    };
    let mut commas = (at + 2..range.end).take(phrase::LONGEST_APPOSITION).filter(is_comma).take(3);
    commas.find_map(|comma| {
        let subject = phrase::noun_phrase_after(paragraph, comma + 1, range.end)?;
        let first = &words[subject.start];
        let opens = first.is_name()
            || first.has(Tags::DETERMINER | Tags::ROLE | Tags::TITLE | Tags::PEOPLE)
            || first.has(Tags::PRONOUN) && !first.has(Tags::SUBORDINATOR);
        let next = words.get(subject.end).filter(|_| subject.end + 1 < range.end)?;
        let has_verb = phrase::is_finite_verb(words, subject.end)
            || first.has(Tags::AUXILIARY)
            || next.has(Tags::ADVERB) && phrase::is_finite_verb(words, subject.end + 1);
        // "Finding it is not so simple, he said."
        let is_outer =
            next.verb().is_some() && words.get(subject.end + 1).is_none_or(Word::is_stop);
        (opens && has_verb && !is_outer && phrase::is_subject(paragraph, &subject))
            .then_some(subject)
    })
}

/// Of "quoted a spokesman as saying" the spokesman; "saying" stands at `at`.
fn whoever_is_quoted(
    paragraph: &TaggedParagraph,
    range: &Range<usize>,
    at: usize,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let mut before = (range.start..at).rev().take(20);
    let quoted = before.find(|&idx| words[idx].is_any(lists::QUOTING_VERBS))?;
    if let Some(subject) = phrase::noun_phrase_after(paragraph, quoted + 1, at - 1) {
        return phrase::is_subject(paragraph, &subject).then_some(subject);
    }
    let (before, _) = skip_before_verb(paragraph, quoted, range.start);
    subject_before(paragraph, before?, range.start, quoted)
}

/// Whether the last clause before a participle has a name or a text of its own for its subject, which may be whose
/// participle it is: "Acme spoke after Lavrov left it, accusing them"; a text's only without a comma.
fn is_behind_clause_of_other(paragraph: &TaggedParagraph, before: Range<usize>) -> bool {
    let words = &paragraph.words;
    let opens = |at: &usize| {
        words[*at].is_any(&["after", "before", "when", "as", "since", "because", "where"])
            && !words[*at].is_inside()
    };
    let Some(opener) = before.clone().rev().take(REACH).find(opens) else { return false };
    let Some(other) = phrase::noun_phrase_after(paragraph, opener + 1, before.end) else {
        return false;
    };
    let last = &words[other.end - 1];
    let singular = last.text.strip_suffix('s').unwrap_or(last.text);
    let is_text = lexicon::lookup(singular).0.any(Tags::TEXT) && words[before.end - 1].is_word();
    let speaks = last.is_name() && !last.has(Tags::TIME | Tags::PLACE) || is_text;
    speaks && (other.end..before.end).take(3).any(|at| phrase::is_finite_verb(words, at))
}

/// Whether a participle goes on with one before it in a relative clause, and is no act of the main subject: "Acme showed
/// a film that had agents banging on a door and demanding".
fn is_joined_in_relative_clause(words: &[Word], before: Range<usize>) -> bool {
    let is_part = |at: &usize| words[*at].is_word() && !words[*at].is_inside();
    let mut before = before.rev().take(REACH).take_while(is_part);
    let is_participle = |at: usize| words[at].ends_with("ing") && !words[at].is_capital();
    let opens_clause = |at: usize| {
        words[at].is_any(&["that", "which", "who"]) && phrase::is_finite_verb(words, at + 1)
    };
    before.next().is_some_and(|and| words[and].is("and"))
        && before.any(is_participle)
        && before.any(opens_clause)
}

/// Who says what a participle behind a preposition tells of: "Lavrov angered them by saying that". Not where the words are
/// a part of what somebody else says, or stand in a clause beside the main one.
fn subject_of_act(
    paragraph: &TaggedParagraph,
    range: &Range<usize>,
    at: usize,
    earlier: Option<&Cue>,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let subject = match earlier {
        // "“…,” he said before adding that"
        Some(earlier) => {
            let is_next = words[earlier.words.end..at - 1].iter().all(|word| word.text == ",");
            is_next.then(|| earlier.subject.clone())?
        }
        None => phrase::main_subject(paragraph, range).filter(|subject| subject.end < at)?,
    };
    let is_told_by_another = words[at + 1..range.end].iter().any(|word| {
        word.verb().is_some_and(|verb| verb.lemma == "say" && verb.form != VerbForm::Participle)
            && !word.is_inside()
    });
    // But "followed that by saying".
    let rest = words[subject.end..at - 1].iter().rev();
    let is_aside = rest.skip(1).any(|word| word.has(Tags::SUBORDINATOR));
    let speaks = Tags::PRONOUN | Tags::ROLE | Tags::PEOPLE | Tags::BODY | Tags::TEXT;
    let is_somebody = words[subject.clone()].iter().any(|word| word.has(speaks))
        || words[subject.end - 1].is_name();
    let is_dummy = words[subject.start].is_any(&["it", "they", "it's"]);
    (is_somebody && !is_dummy && !is_told_by_another && !is_aside).then_some(subject)
}

/// The subject that a participle has of its own: "footage of Lavrov saying", "with officials saying", "with 30 percent of
/// voters saying".
fn own_subject(
    paragraph: &TaggedParagraph,
    range: &Range<usize>,
    at: usize,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    // "Lavrov privately saying"
    let adverb = at > range.start + 1
        && words[at - 1].ends_with("ly")
        && !words[at - 1].is_capital()
        && words[at - 2].is_name();
    let end = at - usize::from(adverb);
    let lead = (range.start..end).rev().take(9).take_while(|&idx| {
        words[idx].is_word() && !words[idx].is_inside() && !words[idx].has(Tags::AUXILIARY)
    });
    let mut prepositions = lead.filter(|&idx| words[idx].has(Tags::PREPOSITION));
    let nearest = prepositions.next()?;
    let is_with = |idx: &usize| words[*idx].is("with");
    // But "ends with footage of Lavrov saying".
    let opens_clause = |idx: &usize| {
        let phrase = phrase::noun_phrase_after(paragraph, idx + 1, end);
        phrase.is_some_and(|phrase| phrase.end == end)
            && *idx > range.start
            && (words[*idx - 1].text == "," || words[*idx - 1].is_dash())
    };
    let with = if is_with(&nearest) {
        Some(nearest)
    } else {
        prepositions.find(is_with).filter(opens_clause)
    };
    let preposition = with.unwrap_or(nearest);
    // "with the talks over and Lavrov saying": a clause of its own before that.
    let opens_clause = |and: &usize| {
        let before = &words[*and - 1];
        let is_somebody = before.is_name() || before.has(Tags::ROLE | Tags::PEOPLE | Tags::BODY);
        words[*and].is("and") && !is_somebody && !before.text.ends_with('s')
    };
    let and = (preposition + 1..end).find(opens_clause);
    let subject = and.unwrap_or(preposition) + 1..end;
    // "a letter to Lavrov saying", "posted on Facebook accusing": it is read or heard there.
    let is_addressee = words[preposition].is_any(lists::BEFORE_ADDRESSEE);
    (!subject.is_empty()
        && phrase::is_subject(paragraph, &subject)
        && !is_addressee
        && (words[end - 1].is_name() || with == Some(preposition)))
    .then_some(subject)
}

/// The name right before a participle, with which it makes a clause of its own behind a dash or "and": "– Lavrov saying
/// it was late and Zhirnov calling it early".
pub(super) fn absolute_subject(
    paragraph: &TaggedParagraph,
    range: &Range<usize>,
    at: usize,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let last = at.checked_sub(1).filter(|&last| last > range.start && words[last].is_name())?;
    let subject = phrase::noun_phrase_before(paragraph, last, range.start + 1)?;
    let before = &words[subject.start - 1];
    // "a note by Lavrov and Zhirnov saying"
    let joins_clause = before.is("and")
        && subject.start > range.start + 1
        && (words[subject.start - 2].is_mark() || words[subject.start - 2].text == ",");
    let is_name = words[subject.clone()].iter().all(Word::is_name);
    (is_name && (before.is_dash() || joins_clause)).then_some(subject)
}

/// Whether a cue stands in a clause beside the main one, whose subject no participle behind it has: "trusted her as she
/// thought about it, admitting".
fn is_aside(words: &[Word], range: &Range<usize>, cue: &Cue) -> bool {
    let before = cue.subject.start.checked_sub(1).filter(|&before| before > range.start);
    before.is_some_and(|before| {
        words[before].is_any(lists::CLAUSE_OPENERS) && words[before - 1].text != ","
    })
}
