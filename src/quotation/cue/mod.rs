//! Cues: the words that signal speech, each with the phrase that names who spoke.
//!
//! [`cues`] goes over the words outside of marks. A cue verb needs a subject to count: before it
//! ("Lavrov, the minister, said"), behind it ("said Lavrov"), or shared with an earlier verb of the
//! sentence ("Lavrov praised them and said", "…, adding that"). "According to" and "in the words of"
//! carry their own. Verbs whose letters are as often a noun, passives and verbs without a possible
//! subject are no cues: a missed cue costs less than a wrong one.

mod model;

mod sense;

mod subject;

mod inversion;

mod ellipsis;

mod relayed;

mod participle;

mod finite;

use std::ops::Range;

use self::finite::subject_of_finite;
use self::model::{MANNER, REACH};
use self::participle::{absolute_subject, participle};
use self::relayed::{is_of_report, is_recalling};
use self::sense::{
    base_fits, is_noun_behind, is_of_other_sense, is_of_quantifier, is_only_possible,
    is_plural_noun, is_progressive, is_quoting, is_to_come, is_unreal,
};
use self::subject::{skip_before_verb, subject_before, subject_before_title};
use super::lexicon::{Complement, Tags, Verb, VerbForm, lists};
use super::phrase;
use super::word::{Quoted, TaggedParagraph, Word};

pub(super) use self::ellipsis::is_in_relative_clause;
pub(super) use self::model::{Construction, Cue};

/// All cues of a paragraph, in order of their words.
pub(super) fn cues(paragraph: &TaggedParagraph) -> Vec<Cue> {
    let mut found: Vec<Cue> = Vec::new();
    for (idx, sentence) in paragraph.sentences.iter().enumerate() {
        let first = found.len();
        for (at, word) in sentence.clone().zip(&paragraph.words[sentence.clone()]) {
            if !word.has(Tags::CUE) || word.is_inside() {
                continue;
            }
            let earlier = earlier_verb(&found[first..], word.verb().map(|verb| verb.form));
            if let Some(cue) = cue_at(paragraph, idx, at, earlier) {
                found.push(cue);
            }
        }
    }
    let n_found = found.len();
    for stretch in &paragraph.quoted {
        let end = stretch.outer.end;
        let next = found[..n_found].partition_point(|cue| cue.start() < end);
        let is_free = found[..n_found].get(next).is_none_or(|cue| cue.start() > end + 1);
        found.extend(is_free.then(|| verb_behind_marks(paragraph, stretch)).flatten());
    }
    found.sort_by_key(|cue| cue.words.start);
    found
}

/// The cue of a sentence, of those found, whose subject a further verb of this form may share.
fn earlier_verb(found: &[Cue], form: Option<VerbForm>) -> Option<&Cue> {
    // "Lavrov said he feels it is late, adding that": Lavrov adds, whoever feels.
    let speaks = |cue: &&Cue| cue.complement() != Complement::Thought;
    // "Lavrov said the country would declare it and suggested": what was suggested goes with "said".
    let is_finite = |cue: &&Cue| cue.verb.is_none_or(|verb| verb.form != VerbForm::Base);
    let latest_first = || found.iter().rev();
    let fitting = match form {
        Some(VerbForm::Participle) => latest_first()
            .find(|cue| speaks(cue) && is_finite(cue))
            .or_else(|| latest_first().find(speaks)),
        Some(VerbForm::Past | VerbForm::Third) => latest_first().find(is_finite),
        _ => None,
    };
    fitting.or(found.last())
}

/// The cue that a verb makes that no list has, where words in marks with a comma at their end lead on to it: "“…,” Lavrov
/// fumed on Tuesday", "“…,” scoffed Lavrov". Nothing but a verb of speech can stand there.
fn verb_behind_marks(paragraph: &TaggedParagraph, stretch: &Quoted) -> Option<Cue> {
    let words = &paragraph.words;
    let last = &words[stretch.words.end - 1];
    let n_words = stretch.words.clone().filter(|&at| words[at].is_word()).take(4).count();
    let may_begin = words[stretch.words.start].is_capital();
    let leads_on = last.text == ",";
    if !leads_on && !last.is_any(&["?", "!"]) || n_words < 3 || !may_begin {
        return None;
    }
    let at = stretch.outer.end;
    let sentence = paragraph.sentence_of(at.min(words.len() - 1));
    let end = paragraph.sentences[sentence].end;
    let is_verb = |at: usize| {
        let word = &words[at];
        let is_listed = lists::VERBS_BEHIND_MARKS.contains(&word.text);
        // "“…?” Lavrov walked off": not every verb is one of speech behind the end of a sentence.
        (is_listed || leads_on && word.ends_with("ed"))
            && !word.is_capital()
            && !word.is_inside()
            && word.verb().is_none()
    };
    let names_somebody = |subject: &Range<usize>| {
        let words = &words[subject.clone()];
        words.len() == 1 && words[0].is_any(lists::SINGULAR_PRONOUNS)
            || words.last().is_some_and(Word::is_name)
            || words.iter().any(|word| word.has(Tags::ROLE | Tags::PEOPLE) && !word.is_possessive())
    };
    let is_closed = |at: usize| {
        words.get(at).filter(|_| at < end).is_none_or(|word| {
            word.is_stop()
                || word.text == ","
                || word.has(Tags::PREPOSITION | Tags::ADVERB | Tags::TIME)
                || word.is("as")
        })
    };
    let (verb, subject, construction) = if at < end && is_verb(at) {
        let subject = phrase::noun_phrase_after(paragraph, at + 1, end)?;
        (at, phrase::with_name_behind(paragraph, subject), Construction::VerbFirst)
    } else {
        let mut subject = phrase::noun_phrase_after(paragraph, at, end)?;
        // "Lavrov shares"
        if subject.len() > 1 && lists::VERBS_BEHIND_MARKS.contains(&words[subject.end - 1].text) {
            subject.end -= 1;
        }
        (subject.end, subject, Construction::SubjectFirst)
    };
    let behind = if construction == Construction::VerbFirst { subject.end } else { verb + 1 };
    let fits = verb < end
        && is_verb(verb)
        && names_somebody(&subject)
        && phrase::is_subject(paragraph, &subject)
        && is_closed(behind);
    fits.then_some(Cue {
        words: verb..verb + 1,
        subject,
        construction,
        verb: Some(MANNER),
        negated: false,
        sentence,
    })
}

/// The cue that the word at `at`, tagged as one, makes in its sentence; `earlier` is the one before it
/// there.
fn cue_at(
    paragraph: &TaggedParagraph,
    sentence: usize,
    at: usize,
    earlier: Option<&Cue>,
) -> Option<Cue> {
    let word = &paragraph.words[at];
    if word.verb().is_some() {
        verb_cue(paragraph, sentence, at, earlier)
    } else if word.is_any(&["put", "puts"]) {
        put_it_cue(paragraph, sentence, at)
    } else if word.is_any(&["according", "words"]) {
        according_cue(paragraph, sentence, at)
    } else {
        particle_cue(paragraph, sentence, at)
    }
}

/// "according to Lavrov", "in the words of Lavrov".
fn according_cue(paragraph: &TaggedParagraph, sentence: usize, at: usize) -> Option<Cue> {
    let words = &paragraph.words;
    let range = &paragraph.sentences[sentence];
    let next = words.get(at + 1).filter(|_| at + 1 < range.end)?;
    let first = if words[at].is("according") && next.is("to") {
        at
    } else if words[at].is("words")
        && next.is("of")
        && at >= range.start + 2
        && words[at - 1].is("the")
        && words[at - 2].is("in")
    {
        at - 2
    } else {
        return None;
    };
    // "according to plan", "varies according to whether it rains"
    let is_nobody = words.get(at + 2).is_some_and(|word| {
        word.is("whether") || word.text == "plan" && !words.get(at + 3).is_some_and(Word::is_name)
    });
    if is_nobody {
        return None;
    }
    let mut subject = phrase::noun_phrase_after(paragraph, at + 2, range.end)?;
    // "according to the ministry the ships were late"
    let ties = Tags::PREPOSITION | Tags::DETERMINER | Tags::COORDINATOR | Tags::ADVERB;
    let opens_clause = first == range.start || words[first - 1].has(Tags::COORDINATOR);
    let inner = subject.clone().skip(1).find(|&at| {
        words[at].has(Tags::DETERMINER) && !words[at - 1].has(ties) && !words[at].is_capital()
    });
    let leads = inner.filter(|&inner| {
        opens_clause && phrase::has_finite_verb(paragraph, inner..range.end, REACH)
    });
    subject.end = leads.unwrap_or(subject.end);
    let subject = match maker_behind_text(paragraph, &subject, range.end) {
        Some(maker) => subject.start..maker.end,
        None => phrase::with_name_behind(paragraph, subject),
    };
    Some(Cue {
        words: first..at + 2,
        subject,
        construction: Construction::AccordingTo,
        verb: None,
        negated: false,
        sentence,
    })
}

/// Who made the text that a phrase means, behind it: the ministry of "(according to) a report by the ministry".
fn maker_behind_text(
    paragraph: &TaggedParagraph,
    text: &Range<usize>,
    ceiling: usize,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let is_by = words.get(text.end).is_some_and(|word| word.is_any(&["by", "from"]));
    if !is_by || !words[text.end - 1].has(Tags::TEXT) {
        return None;
    }
    let maker = phrase::noun_phrase_after(paragraph, text.end + 1, ceiling)?;
    phrase::is_subject(paragraph, &maker).then_some(maker)
}

/// "As Lavrov put it".
fn put_it_cue(paragraph: &TaggedParagraph, sentence: usize, at: usize) -> Option<Cue> {
    let range = &paragraph.sentences[sentence];
    if at + 1 >= range.end || !paragraph.words[at + 1].is("it") {
        return None;
    }
    let (before, negated) = skip_before_verb(paragraph, at, range.start);
    // "Lavrov put it to him that it was late"
    let is_to = at + 2 < range.end && paragraph.words[at + 2].is("to");
    let subject = subject_before_title(paragraph, range, at);
    let complement = if is_to { Complement::That } else { Complement::Manner };
    Some(Cue {
        words: at..at + 2,
        subject: subject.or_else(|| subject_before(paragraph, before?, range.start, at))?,
        construction: Construction::SubjectFirst,
        verb: Some(Verb { complement, ..MANNER }),
        negated,
        sentence,
    })
}

/// "Lavrov shot back", where the verb stands at `at`; words in marks follow it at once.
fn particle_cue(paragraph: &TaggedParagraph, sentence: usize, at: usize) -> Option<Cue> {
    let words = &paragraph.words;
    let range = &paragraph.sentences[sentence];
    let particle = words.get(at + 1).filter(|_| at + 1 < range.end)?;
    let fits = |(text, verbs): &(&str, &[&str])| particle.text == *text && words[at].is_any(verbs);
    // "“…,” he went on", but not "He went on “The Late Show”".
    let leads_on = particle.is("on")
        && words.get(at + 2).is_some_and(|next| !matches!(next.text, "." | "," | ":"));
    if leads_on || !lists::VERBS_WITH_PARTICLE.iter().any(fits) {
        return None;
    }
    let (before, negated) = skip_before_verb(paragraph, at, range.start);
    Some(Cue {
        words: at..at + 2,
        subject: subject_before(paragraph, before?, range.start, at)?,
        construction: Construction::SubjectFirst,
        verb: Some(MANNER),
        negated,
        sentence,
    })
}

/// A verb of speech with its subject.
fn verb_cue(
    paragraph: &TaggedParagraph,
    sentence: usize,
    at: usize,
    earlier: Option<&Cue>,
) -> Option<Cue> {
    let words = &paragraph.words;
    let range = &paragraph.sentences[sentence];
    let verb = *words[at].verb()?;
    // "The paper quotes Lavrov as saying": the words are those of whom it quotes.
    if is_of_other_sense(words, range, at, verb)
        || is_quoting(words, at..range.end)
        || is_recalling(words, at..range.end)
    {
        return None;
    }
    let (before, is_denied) = skip_before_verb(paragraph, at, range.start);
    let (subject, construction) = subject_of_verb(paragraph, range, at, before, verb, earlier)?;
    if construction == Construction::SubjectFirst && is_of_report(paragraph, range, &subject, at) {
        return None;
    }
    let previous = before.map(|idx| &words[idx]);
    // "declined to comment or say how many"
    let is_declined = previous.is_some_and(|previous| previous.is("or"))
        && verb.form == VerbForm::Base
        && words[range.start..at].iter().any(|word| word.is_any(lists::DECLINING_VERBS));
    let negated = is_denied
        || is_declined
        || previous.is_some_and(|previous| previous.is_any(lists::DENYING_VERBS))
        || is_to_come(words, at, verb, range.start)
        || is_unreal(words, at, range.start)
        || is_only_possible(words, at, &subject, range.start)
        || is_behind_neither(words, &subject, range.start)
        || is_nobody(&words[subject.clone()])
        || verb.form == VerbForm::Participle
            && is_in_free_relative(words, &subject, at, range.start)
        || construction == Construction::SubjectFirst
            && subject.start > range.start
            && words[subject.start - 1].is_any(&["if", "unless"]);
    // "pointed out" is one verb, with what it reports behind its particle.
    let is_out = verb.lemma == "point"
        && construction != Construction::VerbFirst
        && words.get(at + 1).is_some_and(|next| next.is("out"));
    let words = at..at + 1 + usize::from(is_out);
    Some(Cue { words, subject, construction, verb: Some(verb), negated, sentence })
}

/// Whether a subject is that of what is not said: "No official", "Nobody who knew Lavrov", but not "No 10".
fn is_nobody(subject: &[Word]) -> bool {
    let is_number = |word: &Word| word.text == "." || word.text.starts_with(char::is_numeric);
    matches!(&*subject[0].lower(), "no" | "nobody" | "none")
        && !subject.get(1).is_some_and(is_number)
}

/// Whether a verb of speech only helps to name what is said, of which the verb behind it tells: "what Roe is saying is true".
fn is_in_free_relative(words: &[Word], subject: &Range<usize>, verb: usize, floor: usize) -> bool {
    let is_what = subject.start > floor && words[subject.start - 1].is("what");
    let next = words.get(verb + 1);
    is_what && next.is_some_and(|next| next.has(Tags::AUXILIARY) && !next.has(Tags::PRONOUN))
}

/// Whether a subject is the second of two who say nothing: "Neither Voss nor Roe said".
fn is_behind_neither(words: &[Word], subject: &Range<usize>, floor: usize) -> bool {
    let Some(before) = words.get(floor..subject.start) else { return false };
    let is_second = before.last().is_some_and(|word| word.is("nor"));
    is_second && before.iter().rev().take(REACH).any(|word| word.is("neither"))
}

/// The subject of the verb at `at`, and how it stands to it; the word at `before` is the last one left of it that is no
/// auxiliary, adverb or time.
fn subject_of_verb(
    paragraph: &TaggedParagraph,
    range: &Range<usize>,
    at: usize,
    before: Option<usize>,
    verb: Verb,
    earlier: Option<&Cue>,
) -> Option<(Range<usize>, Construction)> {
    let words = &paragraph.words;
    let previous = before.map(|idx| &words[idx]);
    if at > range.start && words[at - 1].is("to") {
        return Some((subject_of_infinitive(paragraph, range, at)?, Construction::SubjectFirst));
    }
    let is_by = words.get(at + 1).is_some_and(|next| next.is("by"));
    let is_asked_by = words[at].is("asked") && is_by;
    if is_asked_by
        || is_by && opens_with_as(words, range, at)
        || phrase::is_passive(words, at, range.start)
    {
        return Some((agent(paragraph, range, at)?, Construction::Agent));
    }
    if verb.form == VerbForm::Base && !base_fits(paragraph, range, at, previous, verb)
        || previous.is_some_and(|previous| is_noun_behind(previous, verb))
            && !(verb.form == VerbForm::Base && is_of_quantifier(words, at, previous))
        || is_plural_noun(words, at, previous, verb)
    {
        return None;
    }
    if verb.form == VerbForm::Participle && !is_progressive(words, at, range.start) {
        // Saying something beside: "…, adding that", "in a letter saying".
        return match absolute_subject(paragraph, range, at) {
            Some(subject) => Some((subject, Construction::SubjectFirst)),
            None => Some((participle(paragraph, range, at, earlier)?, Construction::SharedSubject)),
        };
    }
    subject_of_finite(paragraph, range, at, before, verb, earlier)
}

/// The subject of an infinitive that reports speech: "went on to say", "continued to insist". Others
/// only plan to speak.
fn subject_of_infinitive(
    paragraph: &TaggedParagraph,
    range: &Range<usize>,
    at: usize,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let went_on = at >= range.start + 3
        && words[at - 2].is("on")
        && words[at - 3].is_any(&["went", "goes", "go"]);
    let continued = at >= range.start + 2 && words[at - 2].is_any(&["continued", "continues"]);
    let head = match (went_on, continued) {
        (true, _) => at - 3,
        (false, true) => at - 2,
        (false, false) => return None,
    };
    let (before, _) = skip_before_verb(paragraph, head, range.start);
    subject_before(paragraph, before?, range.start, head)
}

/// Whether a participle stands behind "as" at the head of its sentence: "As reported by Lavrov, it is late", "As first
/// noted by Lavrov, …".
fn opens_with_as(words: &[Word], range: &Range<usize>, at: usize) -> bool {
    let mut adverbs = words[range.start..at].iter().skip(1);
    words[range.start].is("as")
        && at > range.start
        && at <= range.start + 2
        && adverbs.all(|word| word.has(Tags::ADVERB))
}

/// Who speaks in a passive whose content follows: "was told by Lavrov that", "was accused by Lavrov of".
fn agent(paragraph: &TaggedParagraph, range: &Range<usize>, at: usize) -> Option<Range<usize>> {
    let words = &paragraph.words;
    if at + 2 >= range.end || !words[at + 1].is("by") {
        return None;
    }
    // The phrase of a body may itself have "of": the last one within reach leads to the content.
    let subject = phrase::noun_phrase_after(paragraph, at + 2, range.end)?;
    let of = words[at].is_any(&["accused"]).then(|| {
        subject.clone().skip(1).find(|&idx| {
            let next = idx + 1 + usize::from(words.get(idx + 1).is_some_and(Word::is_mark));
            words[idx].is("of") && words.get(next).is_some_and(|next| next.ends_with("ing"))
        })
    });
    let subject = subject.start..of.flatten().unwrap_or(subject.end);
    let next = |behind: usize| words.get(subject.end + behind);
    let opens_marks =
        |at: usize| words.get(at).is_some_and(|word| word.is_mark() && !word.is_inside());
    // "was asked by Lavrov, who had come, “…”"
    let behind_apposition = || {
        let opens = next(1).is_some_and(|word| word.has(Tags::SUBORDINATOR | Tags::DETERMINER));
        let reach = (subject.end + 1..range.end).take(REACH);
        // But not "…, who came and said, “…”".
        let is_said = |verb: &Verb| matches!(verb.form, VerbForm::Past | VerbForm::Third);
        let leads = |sign: usize| {
            words[sign].text == ","
                && !words[sign - 1].verb().is_some_and(is_said)
                && opens_marks(sign + 1)
        };
        let mut signs = reach.filter(|&at| !words[at].is_word());
        let last = signs.find(|&sign| words[sign].text != "," || opens_marks(sign + 1));
        opens && last.is_some_and(leads)
    };
    let leads_to_marks = words[at].is("asked")
        && next(0).is_some_and(|word| matches!(word.text, "," | ":"))
        && (opens_marks(subject.end + 1) || behind_apposition());
    let leads_to_question =
        words[at].is("asked") && next(0).is_some_and(|word| word.is_any(lists::QUESTION_WORDS));
    let leads_on = next(0).is_some_and(|word| word.is_any(&["that", "of"]))
        || opens_with_as(words, range, at) && next(0).is_some_and(|word| word.text == ",")
        || leads_to_marks
        || leads_to_question;
    (leads_on && phrase::is_subject(paragraph, &subject)).then_some(subject)
}
