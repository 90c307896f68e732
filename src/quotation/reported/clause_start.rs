//! Where a reported clause begins.

use std::ops::Range;

use super::place::cue_leads_to_place;
use super::skip::{behind_addressee, colon_before_marks, of_behind_addressee, skip_circumstance};
use crate::quotation::cue::{Construction, Cue};
use crate::quotation::lexicon::{Complement, Tags, VerbForm, lists};
use crate::quotation::phrase;
use crate::quotation::word::{TaggedParagraph, Word};

/// How many words a clause about listeners has at most.
const LONGEST_RELATIVE_CLAUSE: usize = 14;

/// How many words what was found has at most up to its verb.
const LONGEST_FINDING: usize = 12;

/// How many words there are at most of a subject that shows that a clause begins.
pub(super) const LONGEST_SHORT_SUBJECT: usize = 5;

/// How many words there are at most of when something was said: "on every Monday".
const LONGEST_TIME: usize = 4;

/// Where the clause begins that follows a cue verb, or `None` where none does.
pub(super) fn clause_start(paragraph: &TaggedParagraph, cue: &Cue, end: usize) -> Option<usize> {
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
        let writes = lists::WRITING_VERBS.contains(&cue.lemma());
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

/// Whether a clause without "that" may begin with the word at `at`.
fn may_open_clause(words: &[Word], at: usize, complement: Complement) -> bool {
    let word = &words[at];
    let opens = word.is_word() || word.is_any(lists::SIGNS_OF_WORDS);
    // "said about half of them went"
    let is_amount = |at: usize| {
        words.get(at).is_some_and(|word| {
            word.text.starts_with(char::is_numeric) || word.is_any(&["half", "one", "$", "£", "€"])
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
    // "said approximately 40 died"
    let behind_adverb = words
        .get(at + 1)
        .is_some_and(|next| next.has(Tags::DETERMINER) || next.text.starts_with(char::is_numeric));
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
    let first = &words[window.start - 1];
    // "he'll", "there's"
    let opens_with_verb = first.has(Tags::AUXILIARY)
        && (first.has(Tags::PRONOUN) || matches!(first.text, "there's" | "there’s"));
    // "announced it added", "suggested they go"
    let has_short_subject = first.is_any(lists::SUBJECT_PRONOUNS)
        && phrase::is_finite_verb(words, window.start)
        && !words[window.start].has(Tags::SUBORDINATOR);
    if opens_with_verb || has_short_subject {
        return true;
    }
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
pub(super) fn has_plain_verb(words: &[Word], clause: Range<usize>) -> bool {
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
pub(super) fn that_behind(paragraph: &TaggedParagraph, cue: &Cue, end: usize) -> Option<usize> {
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
            || lists::ADDRESSEE_VERBS_WITH_OF.contains(&cue.lemma())
                && opens_hearers(words, at, end)
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

/// Those who are warned and the like are told of in so many words before "that".
const MOST_WORDS_OF_HEARERS: usize = 3;

/// Whether words without an article are those who are told, before a "that" with a subject of its own: "(warned) big firms
/// that they", but "rules that hurt".
fn opens_hearers(words: &[Word], at: usize, end: usize) -> bool {
    let that = (at + 1..end.min(at + 1 + MOST_WORDS_OF_HEARERS)).find(|&at| words[at].is("that"));
    let Some(that) = that.filter(|&that| that + 2 < end) else { return false };
    let other = Tags::PREPOSITION | Tags::SUBORDINATOR | Tags::AUXILIARY;
    let next = &words[that + 1];
    words[at..that].iter().all(|word| word.is_word() && !word.has(other))
        && (words[that - 1].has(Tags::PEOPLE) || words[that - 1].text.ends_with('s'))
        && !phrase::is_finite_verb(words, that + 1)
        && (next.has(Tags::PRONOUN | Tags::DETERMINER)
            || next.is_name()
            || phrase::is_finite_verb(words, that + 2))
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
