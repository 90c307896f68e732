//! What the letters of a verb of speech are where they stand: the verb, a noun, another sense of it, or speech that is
//! denied or only thought of.

use std::ops::Range;

use super::model::REACH;
use crate::quotation::lexicon::{Complement, Tags, Verb, VerbForm, lists};
use crate::quotation::phrase;
use crate::quotation::word::{TaggedParagraph, Word};

/// Whether a verb that can report speech does not where it stands, by the words right beside it.
pub(super) fn is_of_other_sense(
    words: &[Word],
    range: &Range<usize>,
    at: usize,
    verb: Verb,
) -> bool {
    let next = words.get(at + 1);
    let leads_to = next.is_some_and(|next| next.is("to"));
    // "saying calling it so is wrong"
    let follows_participle = verb.form == VerbForm::Participle
        && at > range.start
        && words[at - 1].verb().is_some_and(|before| before.form == VerbForm::Participle);
    // "was projected to rise"
    let is_forecast = words[at].is("projected") && leads_to;
    // "makes the same campaign points": nobody points but out something or to it.
    let points =
        verb.lemma == "point" && !next.is_some_and(|next| next.is_any(&["out", "to", "that"]));
    // "pointing out where the house was": who shows it does not say it.
    let shows_place = words[at].is("pointing")
        && words.get(at + 2).is_some_and(|place| place.is("where"))
        && next.is_some_and(|next| next.is("out"));
    // "accepted the offer" is no speech.
    let accepts = verb.lemma == "accept" && !next.is_some_and(|next| next.is("that"));
    // "has added to the fears", but "“It was good,” she added to laughter"
    let adds = words[at].is_any(&["added", "adds", "adding"])
        && leads_to
        && !words[range.start..at].iter().any(Word::is_mark);
    // "a letter written in May", but "has written"
    let is_attribute = words[at].is("written")
        && !words[range.start..at]
            .iter()
            .rev()
            .take(3)
            .any(|word| word.is_any(&["has", "have", "had"]));
    words[at].is_capital() && at > range.start
        || calls_somebody_or_something(words, range, at, verb)
        || explains_it_to_somebody(words, at, verb)
        || says_what_things_are(words, range, at, verb)
        || is_attribute
        || tells_a_story(words, at, verb)
        || names_before_it(words, at, verb)
        || adds_amount(words, range, at, verb)
        || follows_participle
        || is_forecast
        || points
        || shows_place
        || accepts
        || adds
        || adds_things(words, range, at)
        || continues_act(words, at, verb)
        || reports_to_somebody(words, at, verb)
}

/// Whether a form of a verb of speech only goes with a thing: "credit reporting company", "air raid warning sirens", "TV shows
/// from Acme".
fn says_what_things_are(words: &[Word], range: &Range<usize>, at: usize, verb: Verb) -> bool {
    let next = words.get(at + 1);
    // "the branding firm", "credit reporting company": a firm in the singular needs an article.
    let brands = verb.form == VerbForm::Participle
        && at > range.start
        && words[at - 1].is_word()
        && next.is_some_and(|next| lists::COMPANIES.contains(&next.text));
    // "air raid warning sirens"
    let warns = words[at].is("warning")
        && next.is_some_and(|next| lists::THINGS_THAT_WARN.contains(&next.text));
    // "TV shows from Acme"
    let shows = words[at].is("shows") && next.is_some_and(|next| next.has(Tags::PREPOSITION));
    brands || warns || shows
}

/// Whether "adding" means that something grows: "The league is adding teams". What somebody says besides has "that" or marks
/// behind it, or a comma or a conjunction before it.
fn adds_things(words: &[Word], range: &Range<usize>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|&before| before >= range.start) else {
        return false;
    };
    let before = &words[before];
    let is_verb = before.has(Tags::AUXILIARY) && !before.has(Tags::PRONOUN) || before.is("but");
    let leads_on = words.get(at + 1).is_some_and(|next| !next.is_word() || next.is("that"));
    words[at].is("adding") && is_verb && !leads_on
}

/// Whether what is continued is an act: "continued “building the wall”".
fn continues_act(words: &[Word], at: usize, verb: Verb) -> bool {
    let act = words.get(at + 2).filter(|_| words[at + 1].is_mark());
    verb.lemma == "continue"
        && act.is_some_and(|act| act.is_inside() && !act.is_capital() && act.ends_with("ing"))
}

/// Whether a verb says whom somebody works for: "Roe has reported to them since June", but "reported to them that".
fn reports_to_somebody(words: &[Word], at: usize, verb: Verb) -> bool {
    let [to, them, rest @ ..] = &words[at + 1..] else { return false };
    verb.lemma == "report"
        && to.is("to")
        && (them.has(Tags::OBJECT) || them.is("her"))
        && !rest.iter().take(4).any(|word| word.is("that") || word.is_mark())
}

/// Whether what is told is a story rather than to somebody: "told the tale of a pilot".
fn tells_a_story(words: &[Word], at: usize, verb: Verb) -> bool {
    let is_story = |word: &Word| matches!(word.text, "tale" | "tales" | "story" | "stories");
    verb.lemma == "tell"
        && words.get(at + 1).is_some_and(|next| next.has(Tags::DETERMINER))
        && words[at + 1..].iter().take(4).take_while(|word| word.is_word()).any(is_story)
}

/// Whether a participle says what the noun before it is called: "a service called “Shout”", but "called “fake” a joke".
fn names_before_it(words: &[Word], at: usize, verb: Verb) -> bool {
    let is_naming = matches!(verb.lemma, "call" | "dub" | "term" | "label");
    let opens = words.get(at + 1).is_some_and(|next| next.is_mark() && !next.is_inside());
    // "what the mayor called “a farce”"
    let is_relative = words[..at].iter().rev().take(5).any(|word| word.has(Tags::SUBORDINATOR));
    let is_noun = at > 0 && words[at - 1].is_word() && !words[at - 1].has(Tags::PRONOUN);
    if !is_naming || !opens || is_relative || !is_noun || verb.form != VerbForm::Past {
        return false;
    }
    let close =
        (at + 2..words.len()).take(REACH).find(|&at| words[at].is_mark() && !words[at].is_inside());
    let next = close.and_then(|close| words.get(close + 1));
    close.is_some() && !next.is_some_and(|next| next.is_word() && !next.has(Tags::PREPOSITION))
}

/// Whether calling is a telephone's, a meeting's or a name's: "called his son from the house", "called an early election", "had
/// a son called Otto".
fn calls_somebody_or_something(
    words: &[Word],
    range: &Range<usize>,
    at: usize,
    verb: Verb,
) -> bool {
    let [first, rest @ ..] = &words[at + 1..range.end] else { return false };
    if verb.lemma != "call" {
        return false;
    }
    let is_kin = first.is_any(lists::POSSESSIVE_DETERMINERS)
        && matches!(rest, [kin, behind, ..] if lists::TIES.contains(&kin.text)
            && (behind.is_stop() || behind.has(Tags::PREPOSITION | Tags::COORDINATOR)));
    let is_event = first.is_any(&["a", "an"])
        && rest
            .iter()
            .take(3)
            .take_while(|word| word.is_word())
            .any(|word| lists::EVENTS_THAT_ARE_CALLED.contains(&word.text));
    // But "A clerk called Otto a liar".
    let article = words[range.start..at]
        .iter()
        .rev()
        .take(4)
        .position(|word| word.is_any(&["a", "an"]) || !word.is_word() || word.is_name());
    let is_name = article.is_some_and(|back| {
        let article = at - 1 - back;
        words[article].is_any(&["a", "an"])
            && article > range.start
            && (words[article - 1].has(Tags::PREPOSITION)
                || phrase::is_finite_verb(words, article - 1))
    });
    is_kin || is_event || is_name && first.is_name() && verb.form == VerbForm::Past
}

/// Whether "it" is what somebody explains to another, and no clause: "as Lavrov explained it to me".
fn explains_it_to_somebody(words: &[Word], at: usize, verb: Verb) -> bool {
    matches!(verb.lemma, "explain" | "describe")
        && matches!(&words[at + 1..], [it, to, somebody, ..]
            if it.is("it") && to.is("to") && somebody.has(Tags::OBJECT))
}

/// Whether a number grew by what is added: "The stock added more than 2%".
fn adds_amount(words: &[Word], range: &Range<usize>, at: usize, verb: Verb) -> bool {
    let unit = words[at + 1..range.end].iter().take(4).position(|word| {
        matches!(word.text, "%" | "percent" | "points" | "pence" | "cents" | "basis")
    });
    let is_number = |word: &Word| word.text.starts_with(char::is_numeric);
    verb.lemma == "add"
        && unit.is_some_and(|unit| {
            let behind = &words[at + 2 + unit..range.end];
            words[at + 1..at + 1 + unit].iter().any(is_number)
                && !behind.iter().take(4).any(|word| word.has(Tags::AUXILIARY | Tags::FINITE))
        })
}

/// Whether nothing has been said yet: "the evidence would show that".
pub(super) fn is_to_come(words: &[Word], at: usize, verb: Verb, floor: usize) -> bool {
    lists::VERBS_OF_EVIDENCE.contains(&verb.lemma)
        && words[floor..at].iter().rev().take(3).any(|word| word.is_any(lists::MODALS))
}

/// Whether the verb at the first of these words says whom somebody quotes: "quotes Lavrov as saying".
pub(super) fn is_quoting(words: &[Word], range: Range<usize>) -> bool {
    let is_verb = lists::QUOTING_VERBS.contains(&&*words[range.start].lower());
    let reach = range.start + 1..range.end.min(range.start + REACH);
    is_verb
        && reach
            .clone()
            .any(|at| words[at].is("as") && words.get(at + 1).is_some_and(|next| next.is("saying")))
}

/// Whether a participle is one of the progressive: "was probably saying".
pub(super) fn is_progressive(words: &[Word], participle: usize, floor: usize) -> bool {
    let is_adverb =
        |word: &Word| word.has(Tags::ADVERB) || word.ends_with("ly") && !word.is_capital();
    let mut before = words[floor..participle].iter().rev().skip_while(|word| is_adverb(word));
    before.next().is_some_and(|word| word.has(Tags::AUXILIARY))
}

/// Whether a verb tells of what was not done: "should have said".
pub(super) fn is_unreal(words: &[Word], verb: usize, floor: usize) -> bool {
    let have = (floor..verb).rev().take(3).find(|&at| words[at].is("have"));
    have.is_some_and(|have| {
        have > floor
            && words[have - 1].is_any(lists::UNREAL_BEFORE_HAVE)
            && words[have + 1..verb].iter().all(|word| word.has(Tags::ADVERB))
    })
}

/// Whether a verb tells of what somebody may or ought to say rather than of what they said: "should condemn", "might
/// ask", but "I must say".
pub(super) fn is_only_possible(
    words: &[Word],
    verb: usize,
    subject: &Range<usize>,
    floor: usize,
) -> bool {
    let is_adverb = |word: &Word| word.has(Tags::ADVERB) && !word.has(Tags::NEGATION);
    let modal = words[floor..verb].iter().rposition(|word| !is_adverb(word));
    // "could only say"
    modal.is_some_and(|modal| {
        words[floor + modal].is_any(lists::MODALS_OF_WHAT_MAY_BE)
            && !words[floor + modal..verb].iter().any(|word| word.text == "only")
    }) && !words[subject.start].is_any(&["i", "we"])
}

/// Whether a verb in the third person is the plural of a noun: "a dozen states", and "after the attacks, …", which
/// names nothing.
pub(super) fn is_plural_noun(
    words: &[Word],
    at: usize,
    previous: Option<&Word>,
    verb: Verb,
) -> bool {
    // "he mocks"
    let names_nothing = verb.complement == Complement::Naming
        && !previous.is_some_and(|previous| previous.has(Tags::PRONOUN))
        && words.get(at + 1).is_none_or(|next| !next.is_word() && !next.is_mark());
    // "Red states including"
    let lists_more = words.get(at + 1).is_some_and(|next| next.is_any(&["including", "of"]));
    let states = words[at].is("states") && (lists_more || !previous.is_some_and(may_state));
    // "Conservative estimates suggest", "Unconfirmed reports have been rife"
    let has_verb = words.get(at + 1).is_some_and(|next| {
        next.is_any(&["have", "are", "were", "began"])
            || next.verb().is_some_and(|verb| verb.form == VerbForm::Base && !verb.noun_too)
    });
    // "an author of the Trends reports."
    let is_object = matches!(&words[..at], [.., of, the, name]
        if of.is("of") && the.is("the") && name.is_name())
        && words.get(at + 1).is_some_and(Word::is_stop);
    verb.form == VerbForm::Third
        && verb.noun_too
        && (names_nothing || states || has_verb || is_object)
}

/// Whether the word before "states" is somebody or something that states: in "a dozen states" it is none.
fn may_state(previous: &Word) -> bool {
    previous.has(Tags::PRONOUN | Tags::TEXT | Tags::ROLE | Tags::BODY)
        || previous.is_name()
            && !previous.has(Tags::PLACE | Tags::TIME)
            && !previous.ends_with("ern")
}

/// Whether the word before it makes a noun of a verb: a determiner or preposition, as in "the report",
/// "of claims".
pub(super) fn is_noun_behind(previous: &Word, verb: Verb) -> bool {
    let quantity = previous.is_any(lists::QUANTIFIERS)
        || previous.is_any(lists::NUMBERS)
        || previous.is_any(&["each", "half"]);
    (verb.noun_too || !quantity) && previous.has(Tags::DETERMINER)
        || previous.is_possessive()
        || previous.is("that") && verb.noun_too
        // "rejected claims", "denied reports", "fulfilled promises", "broke promises"
        || verb.noun_too
            && verb.form == VerbForm::Third
            && !previous.is_capital()
            && (previous.verb().is_some_and(|verb| verb.form == VerbForm::Past)
                || previous.ends_with("ed")
                || previous.has(Tags::FINITE) && !previous.has(Tags::PEOPLE))
        || previous.is("worth")
        || previous.has(Tags::PREPOSITION) && verb.form != VerbForm::Participle
}

/// Whether a verb goes with a quantifier that stands alone: "some note that".
pub(super) fn is_of_quantifier(words: &[Word], at: usize, previous: Option<&Word>) -> bool {
    let stands_alone =
        previous.is_some_and(|word| word.is_any(lists::QUANTIFIERS) && !word.is("one"));
    stands_alone && words.get(at + 1).is_some_and(|next| next.is("that"))
}

/// Whether a base form can be a finite verb where it stands: behind a modal, a plural or "I".
pub(super) fn base_fits(
    paragraph: &TaggedParagraph,
    range: &Range<usize>,
    at: usize,
    previous: Option<&Word>,
    verb: Verb,
) -> bool {
    let words = &paragraph.words;
    if at > range.start && words[at - 1].has(Tags::AUXILIARY) {
        return true;
    }
    let modal = (range.start..at).rev().take(3).any(|idx| words[idx].has(Tags::AUXILIARY));
    let Some(previous) = previous else { return false };
    if verb.noun_too {
        return previous.has(Tags::PRONOUN) && !previous.is_any(lists::SINGULAR_PRONOUNS)
            // "a media request"
            || previous.has(Tags::PEOPLE)
                && !previous.has(Tags::DETERMINER)
                && !(at > 1 && words[at - 2].is_any(&["a", "an"]))
            || is_of_quantifier(words, at, Some(previous))
            // "the groups note that"
            || phrase::is_bodies(previous)
                && words.get(at + 1).is_some_and(|next| next.is("that"))
            || previous.text == ","
            || previous.text == ")";
    }
    let singular = previous.has(Tags::PRONOUN) && previous.is_any(lists::SINGULAR_PRONOUNS);
    let inverted = (previous.text == "," || previous.is_mark())
        && words.get(at + 1).is_some_and(|next| {
            next.has(Tags::PEOPLE | Tags::DETERMINER | Tags::PRONOUN) || next.is_name()
        });
    modal
        || inverted
        || !singular && (previous.is_word() || previous.text == "," || previous.text == ")")
}
