//! The phrases that are reported by verbs which call, ask, promise or blame.

use std::ops::Range;

use super::clause_end::clause_end;
use super::place::is_participle;
use super::skip::{LONGEST_ADDRESSEE, of_behind_addressee, skip_circumstance};
use crate::quotation::cue::Cue;
use crate::quotation::lexicon::{Tags, VerbForm, lists};
use crate::quotation::phrase;
use crate::quotation::word::{TaggedParagraph, Word};

/// How many words there are at most of when or where something was said.
const LONGEST_CIRCUMSTANCE: usize = 8;

/// How many words there are at most of a noun behind its attribute.
const LONGEST_NOUN: usize = 2;

/// How many words there are at most of what is called something.
const LONGEST_JUDGED: usize = 8;

/// The phrase that a verb of calling, asking, promising or blaming reports: "called for calm".
pub(super) fn phrase_behind(
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
            && (leaves_act(words, at + 1)
                || joins_clause(words, at + 1..window.end)
                || is_comma_in_marks(at) && is_comment(words, at + 1))
    });
    let end = end.map_or(window.end, |at| at + usize::from(words[at].is_mark()));
    // "what some call the “barn” – but it is a house"
    let is_what = before.is_some_and(|before| before.is("what"));
    let name =
        is_what.then(|| paragraph.quoted_in(&(start..end.min(start + LONGEST_JUDGED))).next());
    let end = match name.flatten() {
        Some(name) => noun_behind_marks(words, paragraph.quoted[name].outer.end).min(end),
        None => end,
    };
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

/// One past the noun whose attribute ends at `end` in marks: "(what they call) the “late” nomination (of Roe)".
fn noun_behind_marks(words: &[Word], end: usize) -> usize {
    let other = Tags::PREPOSITION
        | Tags::COORDINATOR
        | Tags::SUBORDINATOR
        | Tags::DETERMINER
        | Tags::PRONOUN
        | Tags::ADVERB
        | Tags::TIME;
    let is_of_noun = |at: &usize| {
        words.get(*at).is_some_and(|word| {
            word.is_word() && !word.is_capital() && !word.has(other) && !word.is_inside()
        }) && !phrase::is_finite_verb(words, *at)
    };
    // "“late,” all said"
    let is_closed = words[..end].iter().rev().nth(1).is_some_and(|last| last.text == ",");
    let most = if is_closed { 0 } else { LONGEST_NOUN };
    end + (end..end + most).take_while(is_of_noun).count()
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
            object
                && (marks
                    || next.has(Tags::OBJECT)
                    || next.is("it")
                    || later(&["a", "an"])
                    || ends_with_judgement(words, window))
                || is_called_in_marks(words, window)
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

/// Whether what is called something is a phrase that an adjective follows: "(called) the charges unfounded".
fn ends_with_judgement(words: &[Word], window: &Range<usize>) -> bool {
    let closes = |at: usize| !words[at].is_word() || words[at].is_any(&["and", "but"]);
    let end = window.clone().take(LONGEST_JUDGED).find(|&at| closes(at)).unwrap_or(window.end);
    let Some([before, last]) = words[window.start..end].last_chunk::<2>() else { return false };
    let is_judgement = |text: &str| lists::JUDGEMENTS.contains(&text);
    let is_adjective = lists::ENDINGS_OF_ADJECTIVES.iter().any(|ending| last.ends_with(ending))
        || is_judgement(last.text)
        || last.text.strip_prefix("un").is_some_and(is_judgement);
    let no_noun = Tags::DETERMINER | Tags::PREPOSITION | Tags::COORDINATOR | Tags::AUXILIARY;
    is_adjective
        && !last.is_capital()
        && !last.has(Tags::BODY | Tags::ROLE | Tags::PEOPLE)
        && before.is_word()
        && !before.has(no_noun)
        && end <= window.start + LONGEST_JUDGED
}

/// Whether a plain phrase is called something that stands in marks right behind it: "(called) migrants from Leeds “thieves”".
fn is_called_in_marks(words: &[Word], window: &Range<usize>) -> bool {
    let other = Tags::PREPOSITION
        | Tags::ADVERB
        | Tags::COORDINATOR
        | Tags::SUBORDINATOR
        | Tags::PRONOUN
        | Tags::AUXILIARY
        | Tags::TIME;
    let mut reach = window.clone().take(LONGEST_JUDGED);
    let Some(mark) = reach.find(|&at| !words[at].is_word()) else { return false };
    mark > window.start
        && words[mark].is_mark()
        && words.get(mark + 1).is_some_and(|first| first.is_inside() && !first.is_capital())
        && !words[window.start].has(other)
        && !(window.start..mark).any(|at| phrase::is_finite_verb(words, at))
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

/// Whether the author says of words in marks at `at` what they are: "(called it “late,”) a remark that".
fn is_comment(words: &[Word], at: usize) -> bool {
    let mut phrase = words[at..].iter().take(4);
    let opens = phrase.next().is_some_and(|first| first.is_any(&["a", "an"]));
    opens
        && phrase.take_while(|word| word.is_word()).any(|word| {
            word.has(Tags::TEXT | Tags::OCCASION) || lists::COMMENTS.contains(&word.text)
        })
}

/// Whether a conjunction behind a comma joins a clause with a subject of its own: "called it “late,” and his deputy left".
fn joins_clause(words: &[Word], mut range: Range<usize>) -> bool {
    let is_joined = range.next().is_some_and(|at| words[at].has(Tags::COORDINATOR));
    let opens = words.get(range.start).is_some_and(|first| {
        first.has(Tags::DETERMINER) && !first.has(Tags::PREPOSITION) || first.is_name()
    });
    is_joined
        && opens
        && range
            .take(LONGEST_JUDGED)
            .take_while(|&at| words[at].is_word())
            .any(|at| words[at].has(Tags::AUXILIARY | Tags::FINITE))
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
