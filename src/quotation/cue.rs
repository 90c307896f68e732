//! Cues: the words that signal speech, each with the phrase that names who spoke.
//!
//! [`cues`] goes over the words outside of marks. A cue verb needs a subject to count: before it
//! ("Lavrov, the minister, said"), behind it ("said Lavrov"), or shared with an earlier verb of the
//! sentence ("Lavrov praised them and said", "…, adding that"). "According to" and "in the words of"
//! carry their own. Verbs whose letters are as often a noun, passives and verbs without a possible
//! subject are no cues: a missed cue costs less than a wrong one.

use std::ops::Range;

use super::lexicon::{Complement, Tags, Verb, VerbForm, lists};
use super::phrase;
use super::word::{Quoted, TaggedParagraph, Word};

/// Between a verb of quoting and "as saying" stand no more words than this.
const LONGEST_SOURCE: usize = 16;

/// Words that signal speech, and who is said to speak.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cue {
    /// The words themselves: a verb, or "according to".
    pub(super) words: Range<usize>,
    /// The noun phrase of who spoke.
    pub(super) subject: Range<usize>,
    /// How the two stand to one another.
    pub(super) construction: Construction,
    /// The verb; `None` for "according to".
    pub(super) verb: Option<Verb>,
    /// Whether the speech is denied ("did not say", "denied saying") or only thought of ("if he says", "should have
    /// said").
    pub(super) negated: bool,
    /// The sentence it stands in.
    pub(super) sentence: usize,
}

/// How a cue and its subject stand to one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Construction {
    /// "Lavrov said".
    SubjectFirst,
    /// "said Lavrov" (inversion).
    VerbFirst,
    /// "Lavrov came and said"; "…, adding that": the subject is that of an earlier verb (ellipsis).
    SharedSubject,
    /// "according to Lavrov".
    AccordingTo,
    /// "was told by Lavrov": the agent of a passive.
    Agent,
}

impl Cue {
    /// The first word of the clause that cue and subject make.
    pub(super) fn start(&self) -> usize {
        match self.construction {
            Construction::SubjectFirst => self.subject.start,
            Construction::VerbFirst
            | Construction::AccordingTo
            | Construction::SharedSubject
            | Construction::Agent => self.words.start,
        }
    }

    /// One past the last word of cue and subject.
    pub(super) fn end(&self) -> usize {
        match self.construction {
            Construction::SubjectFirst | Construction::SharedSubject => self.words.end,
            Construction::VerbFirst | Construction::AccordingTo | Construction::Agent => {
                self.subject.end
            }
        }
    }

    /// What may be its content.
    pub(super) fn complement(&self) -> Complement {
        self.verb.map_or(Complement::Clause, |verb| verb.complement)
    }

    /// The base form of its verb, empty for "according to".
    pub(super) fn lemma(&self) -> &'static str {
        self.verb.map_or("", |verb| verb.lemma)
    }
}

/// All cues of a paragraph, in order of their words.
pub(super) fn cues(paragraph: &TaggedParagraph) -> Vec<Cue> {
    let mut found: Vec<Cue> = Vec::new();
    for (idx, sentence) in paragraph.sentences.iter().enumerate() {
        let first = found.len();
        for (at, word) in sentence.clone().zip(&paragraph.words[sentence.clone()]) {
            if !word.has(Tags::CUE) || word.is_inside() {
                continue;
            }
            let earlier = found[first..].last();
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
        let subject = phrase::noun_phrase_after(paragraph, at, end)?;
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
    let subject = phrase::noun_phrase_after(paragraph, at + 2, range.end)?;
    Some(Cue {
        words: first..at + 2,
        subject: phrase::with_name_behind(paragraph, subject),
        construction: Construction::AccordingTo,
        verb: None,
        negated: false,
        sentence,
    })
}

/// A verb with another word that together only lead to words in marks.
const MANNER: Verb =
    Verb { lemma: "put", complement: Complement::Manner, form: VerbForm::Past, noun_too: false };

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
    if words[at].is_capital() && at > range.start {
        return None;
    }
    // "has added to the fears", but "“It was good,” she added to laughter"
    let leads_to = words.get(at + 1).is_some_and(|next| next.is("to"));
    // "saying calling it so is wrong"
    if verb.form == VerbForm::Participle
        && at > range.start
        && words[at - 1].verb().is_some_and(|before| before.form == VerbForm::Participle)
    {
        return None;
    }
    // "was projected to rise"
    if words[at].is("projected") && leads_to {
        return None;
    }
    // "makes the same campaign points": nobody points but out something or to it.
    if verb.lemma == "point"
        && !words.get(at + 1).is_some_and(|next| next.is_any(&["out", "to", "that"]))
    {
        return None;
    }
    // "accepted the offer" is no speech.
    if verb.lemma == "accept" && !words.get(at + 1).is_some_and(|next| next.is("that")) {
        return None;
    }
    // "The paper quotes Lavrov as saying": the words are those of whom it quotes.
    if is_quoting(words, at..range.end) {
        return None;
    }
    let adds_to = words[at].is_any(&["added", "adds", "adding"]) && leads_to;
    if adds_to && !words[range.start..at].iter().any(Word::is_mark) {
        return None;
    }
    let (before, negated) = skip_before_verb(paragraph, at, range.start);
    let previous = before.map(|idx| &words[idx]);
    let (subject, construction) = if at > range.start && words[at - 1].is("to") {
        (subject_of_infinitive(paragraph, range, at)?, Construction::SubjectFirst)
    } else if phrase::is_passive(words, at, range.start)
        || words[at].is("asked") && words.get(at + 1).is_some_and(|next| next.is("by"))
    {
        (agent(paragraph, range, at)?, Construction::Agent)
    } else if verb.form == VerbForm::Base && !base_fits(paragraph, range, at, previous, verb)
        || previous.is_some_and(|previous| is_noun_behind(previous, verb))
        || is_plural_noun(words, at, previous, verb)
    {
        return None;
    } else if verb.form == VerbForm::Participle && !is_progressive(words, at, range.start) {
        // Saying something beside: "…, adding that", "in a letter saying".
        match absolute_subject(paragraph, range, at) {
            Some(subject) => (subject, Construction::SubjectFirst),
            None => (participle(paragraph, range, at, earlier)?, Construction::SharedSubject),
        }
    } else {
        subject_of_finite(paragraph, range, at, before, verb, earlier)?
    };
    // "declined to comment or say how many"
    let is_declined = previous.is_some_and(|previous| previous.is("or"))
        && verb.form == VerbForm::Base
        && words[range.start..at].iter().any(|word| word.is_any(lists::DECLINING_VERBS));
    // "the evidence would show that": nothing has been said yet.
    let is_to_come = lists::VERBS_OF_EVIDENCE.contains(&verb.lemma)
        && words[range.start..at].iter().rev().take(3).any(|word| word.is_any(lists::MODALS));
    let negated = negated
        || is_declined
        || is_to_come
        || previous.is_some_and(|previous| previous.is_any(lists::DENYING_VERBS))
        || is_unreal(words, at, range.start)
        || is_only_possible(words, at, &subject, range.start)
        || construction == Construction::SubjectFirst
            && subject.start > range.start
            && words[subject.start - 1].is_any(&["if", "unless"]);
    let words = at..at + 1;
    Some(Cue { words, subject, construction, verb: Some(verb), negated, sentence })
}

/// Whether the verb at the first of these words says whom somebody quotes: "quotes Lavrov as saying".
fn is_quoting(words: &[Word], range: Range<usize>) -> bool {
    let is_verb = lists::QUOTING_VERBS.contains(&&*words[range.start].lower());
    let reach = range.start + 1..range.end.min(range.start + LONGEST_SOURCE);
    is_verb
        && reach
            .clone()
            .any(|at| words[at].is("as") && words.get(at + 1).is_some_and(|next| next.is("saying")))
}

/// Whether a participle is one of the progressive: "was probably saying".
fn is_progressive(words: &[Word], participle: usize, floor: usize) -> bool {
    let is_adverb =
        |word: &Word| word.has(Tags::ADVERB) || word.ends_with("ly") && !word.is_capital();
    let mut before = words[floor..participle].iter().rev().skip_while(|word| is_adverb(word));
    before.next().is_some_and(|word| word.has(Tags::AUXILIARY))
}

/// Whether a verb tells of what was not done: "should have said".
fn is_unreal(words: &[Word], verb: usize, floor: usize) -> bool {
    let have = (floor..verb).rev().take(3).find(|&at| words[at].is("have"));
    have.is_some_and(|have| {
        have > floor
            && words[have - 1].is_any(lists::UNREAL_BEFORE_HAVE)
            && words[have + 1..verb].iter().all(|word| word.has(Tags::ADVERB))
    })
}

/// Whether a verb tells of what somebody may or ought to say rather than of what they said: "should condemn", "might
/// ask", but "I must say".
fn is_only_possible(words: &[Word], verb: usize, subject: &Range<usize>, floor: usize) -> bool {
    let is_adverb = |word: &Word| word.has(Tags::ADVERB) && !word.has(Tags::NEGATION);
    let modal = words[floor..verb].iter().rposition(|word| !is_adverb(word));
    // "could only say"
    modal.is_some_and(|modal| {
        words[floor + modal].is_any(lists::MODALS_OF_WHAT_MAY_BE)
            && !words[floor + modal..verb].iter().any(|word| word.text == "only")
    }) && !words[subject.start].is_any(&["i", "we"])
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
    let leads_to_marks = words[at].is("asked")
        && next(0).is_some_and(|word| matches!(word.text, "," | ":"))
        && next(1).is_some_and(|word| word.is_mark() && !word.is_inside());
    let leads_to_question =
        words[at].is("asked") && next(0).is_some_and(|word| word.is_any(lists::QUESTION_WORDS));
    let leads_on = next(0).is_some_and(|word| word.is_any(&["that", "of"]))
        || leads_to_marks
        || leads_to_question;
    (leads_on && phrase::is_subject(paragraph, &subject)).then_some(subject)
}

/// Whether a verb in the third person is the plural of a noun: "a dozen states", and "after the attacks, …", which
/// names nothing.
fn is_plural_noun(words: &[Word], at: usize, previous: Option<&Word>, verb: Verb) -> bool {
    // "he mocks"
    let names_nothing = verb.complement == Complement::Naming
        && !previous.is_some_and(|previous| previous.has(Tags::PRONOUN))
        && words.get(at + 1).is_none_or(|next| !next.is_word() && !next.is_mark());
    let states = words[at].is("states") && !previous.is_some_and(may_state);
    // "Conservative estimates suggest", "Unconfirmed reports have been rife"
    let has_verb = words.get(at + 1).is_some_and(|next| {
        next.is_any(&["have", "are", "were"])
            || next.verb().is_some_and(|verb| verb.form == VerbForm::Base && !verb.noun_too)
    });
    verb.form == VerbForm::Third && verb.noun_too && (names_nothing || states || has_verb)
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
fn is_noun_behind(previous: &Word, verb: Verb) -> bool {
    let quantity = previous.is_any(lists::QUANTIFIERS)
        || previous.is_any(lists::NUMBERS)
        || previous.is_any(&["each", "half"]);
    (verb.noun_too || !quantity) && previous.has(Tags::DETERMINER)
        || previous.is_possessive()
        || previous.is("that") && verb.noun_too
        // "rejected claims", "denied reports"
        || verb.noun_too
            && verb.form == VerbForm::Third
            && !previous.is_capital()
            && previous.verb().is_some_and(|verb| verb.form == VerbForm::Past)
        || previous.is("worth")
        || previous.has(Tags::PREPOSITION) && verb.form != VerbForm::Participle
}

/// The subject of a finite verb of speech at `at`; the word at `before` is the last one left of the
/// verb that is no auxiliary, adverb or time.
fn subject_of_finite(
    paragraph: &TaggedParagraph,
    range: &Range<usize>,
    at: usize,
    before: Option<usize>,
    verb: Verb,
    earlier: Option<&Cue>,
) -> Option<(Range<usize>, Construction)> {
    let words = &paragraph.words;
    let inverted = || {
        // Nobody writes "“x,” described Lavrov" or "“x,” told Lavrov".
        // "state officials are": a noun.
        let is_never = verb.form == VerbForm::Participle
            || verb.form == VerbForm::Base && verb.noun_too
            || verb.complement == Complement::Naming
            || verb.lemma == "tell";
        let subject = if is_never { None } else { subject_behind(paragraph, range, at) };
        subject.filter(|subject| !leads_into_clause_in_marks(words, subject))
    };
    // "The buyer, Lavrov, says he would": a clause rather than whose words they are.
    let inverted_alone = || {
        inverted().filter(|subject| {
            let next = words.get(subject.end);
            !words[subject.start].has(Tags::PRONOUN)
                || next.is_none_or(|next| next.is_stop() || next.text == ",")
        })
    };
    let comma = at > range.start && words[at - 1].text == ",";
    // "a man from the firm, Acme & Sons, said Acme's spokeswoman Ada Voss.": what looks like an apposition is none.
    if comma
        && verb.complement != Complement::Addressee
        && let Some(subject) = inverted_alone().filter(|subject| closes_with_person(words, subject))
    {
        return Some((subject, Construction::VerbFirst));
    }
    // "a coat, described as a barn by critics": what others call it.
    if comma
        && verb.complement == Complement::Naming
        && verb.form == VerbForm::Past
        && is_called_so(paragraph, at)
    {
        return None;
    }
    if let Some(subject) = subject_before_title(paragraph, range, at) {
        return Some((subject, Construction::SubjectFirst));
    }
    // "…," said Lavrov.
    // "…'and so on,"' said Lavrov: marks in the wrong order.
    let is_stray = at >= range.start + 2 && matches!(words[at - 1].text, "'" | "’");
    let behind_mark = at > range.start
        && (words[at - 1].is_mark() || (comma || is_stray) && at >= 2 && words[at - 2].is_mark());
    if behind_mark && let Some(subject) = inverted() {
        return subject_at_marks(paragraph, range, at, subject);
    }
    let subject = before.and_then(|before| subject_before(paragraph, before, range.start, at));
    // "…, about the mission, said Lavrov, the minister": what looks like an apposition is none.
    let loose = subject.as_ref().is_none_or(|subject| {
        !words[subject.end - 1].is_name() && !words[subject.start].has(Tags::PRONOUN)
            || comma && subject.start == range.start && is_adverb_at_head(words, subject, at)
    });
    if comma
        && loose
        && let Some(subject) = inverted_alone()
        && words
            .get(subject.end)
            .is_none_or(|word| !word.is_word() || word.has(Tags::PREPOSITION | Tags::TIME))
        && !is_subject_of_clause(paragraph, range, &subject)
        && !has_verb_in_marks(paragraph, subject.end)
    {
        return Some((subject, Construction::VerbFirst));
    }
    if let Some(subject) = subject {
        // "had given Moscow guarantees that": a noun behind its verb.
        let governed = verb.noun_too
            && verb.form == VerbForm::Third
            && subject.start > range.start
            && phrase::is_finite_verb(words, subject.start - 1);
        return (!governed).then_some((subject, Construction::SubjectFirst));
    }
    if follows_content(paragraph, range, at)
        && let Some(subject) = inverted_alone()
        && !is_subject_of_clause(paragraph, range, &subject)
    {
        return Some((subject, Construction::VerbFirst));
    }
    let previous = before.map(|idx| &words[idx]);
    let subject = elided_subject(paragraph, range, at, previous, verb, earlier)?;
    Some((subject, Construction::SharedSubject))
}

/// Whether words in marks go on behind a phrase with its verb, so that it is no speaker: "said the pumps “have failed”".
fn leads_into_clause_in_marks(words: &[Word], phrase: &Range<usize>) -> bool {
    words.get(phrase.end).is_some_and(|next| next.is_mark() && !next.is_inside())
        && words.get(phrase.end + 1).is_some_and(|word| word.is_inside() && !word.is_capital())
}

/// Who says the words in marks that end before the verb at `at`, behind which the phrase `inverted` stands.
fn subject_at_marks(
    paragraph: &TaggedParagraph,
    range: &Range<usize>,
    at: usize,
    inverted: Range<usize>,
) -> Option<(Range<usize>, Construction)> {
    let words = &paragraph.words;
    // "Lavrov, citing “the magic of it,” said the candidate could win": no inversion.
    let opens_clause = inverted.end < range.end && phrase::is_finite_verb(words, inverted.end);
    if !opens_clause {
        return Some((inverted, Construction::VerbFirst));
    }
    let subject = phrase::main_subject(paragraph, range)
        .filter(|subject| subject.end < at && words[subject.end].text == ",");
    // "says a source involved in it", "said the man known as Bob"
    let is_participle = words[inverted.end].verb().is_none()
        && (words[inverted.end].ends_with("ed")
            || lists::PARTICIPLES_BEHIND_NOUNS.contains(&words[inverted.end].text))
        && words
            .get(inverted.end + 1)
            .is_some_and(|next| next.has(Tags::PREPOSITION) || next.is("as"));
    match subject {
        Some(subject) => Some((subject, Construction::SubjectFirst)),
        None => is_participle.then_some((inverted, Construction::VerbFirst)),
    }
}

/// Whether a verb goes with a phrase before any sign, so that it is no speaker: "said the pumps on the deck had failed".
fn is_subject_of_clause(
    paragraph: &TaggedParagraph,
    range: &Range<usize>,
    phrase: &Range<usize>,
) -> bool {
    let rest = phrase.end..range.end;
    // "said one of them who was there", "said Lavrov and left"
    let ends = |at: &usize| {
        let word = &paragraph.words[*at];
        !word.is_word() || word.has(Tags::COORDINATOR) || word.is_any(&["who", "which"])
    };
    let sign = rest.clone().find(ends);
    phrase::has_finite_verb(paragraph, rest.start..sign.unwrap_or(rest.end), LONGEST_SOURCE)
}

/// Whether marks open at `at` around a verb, whose subject stands before them: "said one of the pumps “did not start”".
fn has_verb_in_marks(paragraph: &TaggedParagraph, at: usize) -> bool {
    let words = &paragraph.words;
    words.get(at).is_some_and(Word::is_mark)
        && words.get(at + 1).is_some_and(|word| word.is_inside() && !word.is_capital())
        && phrase::is_finite_verb(words, at + 1)
}

/// Whether a sentence ends with somebody who is named with what they are: "(said) the minister Sergei Lavrov."
fn closes_with_person(words: &[Word], subject: &Range<usize>) -> bool {
    let is_last = words.get(subject.end).is_none_or(Word::is_stop);
    let words = &words[subject.clone()];
    let is_named = words.last().is_some_and(|word| word.is_name() && !word.has(Tags::TIME));
    let is_office = |word: &Word| word.has(Tags::ROLE | Tags::TITLE) && !word.is_capital();
    is_last && is_named && words.iter().any(is_office)
}

/// Whether a participle behind a comma tells what something is called: "…, dubbed “the barn”", "…, called the “barn” by
/// many".
fn is_called_so(paragraph: &TaggedParagraph, at: usize) -> bool {
    let words = &paragraph.words;
    let next = paragraph.quoted.partition_point(|stretch| stretch.outer.start <= at);
    let by = paragraph.quoted.get(next).filter(|stretch| stretch.outer.start < at + 6);
    let by = by.and_then(|stretch| words.get(stretch.outer.end));
    words.get(at + 1).is_some_and(|next| next.is_mark() || next.is_any(&["as", "by"]))
        || by.is_some_and(|by| by.is("by"))
}

/// "Statewide, the schools could manage, said Lavrov": one word at the head of a sentence, then a clause with
/// a subject and a verb of its own, is no subject with an apposition.
fn is_adverb_at_head(words: &[Word], head: &Range<usize>, at: usize) -> bool {
    let clause = head.end + 1..at - 1;
    let opens = clause.start < clause.end
        && words[clause.start].has(Tags::DETERMINER | Tags::PRONOUN)
        && !words[clause.start].has(Tags::SUBORDINATOR);
    let relative = clause.clone().any(|idx| words[idx].is_any(lists::RELATIVE_PRONOUNS));
    head.len() == 1
        && opens
        && !relative
        && clause.clone().skip(1).any(|idx| words[idx].has(Tags::AUXILIARY))
}

/// The subject of a verb behind a title in marks: "Lavrov, author of “The Long Road,” said". The title belongs
/// to the apposition and was said by nobody.
fn subject_before_title(
    paragraph: &TaggedParagraph,
    range: &Range<usize>,
    at: usize,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let mut end = at;
    if end > range.start && words[end - 1].text == "," {
        end -= 1;
    }
    let next = paragraph.quoted.partition_point(|stretch| stretch.outer.end < end);
    let stretch = paragraph.quoted.get(next).filter(|stretch| stretch.outer.end == end)?;
    let mut open = stretch.outer.start;
    // "the films “A” and “B”"
    while open > range.start + 3
        && words[open - 1].is_any(&["and", ","])
        && let Some(before) =
            paragraph.quoted.iter().rev().find(|other| other.outer.end == open - 1)
    {
        open = before.outer.start;
    }
    if open < range.start + 3 || !words[stretch.words.start].is_capital() {
        return None;
    }
    if !(words[open - 1].has(Tags::PREPOSITION) || words[open - 1].has(Tags::TEXT)) {
        return None;
    }
    let comma = (range.start + 1..open).rev().take(16).find(|&idx| words[idx].text == ",")?;
    // "known for “The Long Road”" is no verb of the sentence.
    let leads = &words[comma + 1];
    let is_participle = leads.verb().is_some() || leads.has(Tags::FINITE);
    let participle = usize::from(is_participle && words[comma + 2].has(Tags::PREPOSITION));
    let apposition = comma + 1 + participle..open;
    if participle == 0 && words[comma + 1].verb().is_some()
        || apposition.clone().any(|idx| phrase::is_finite_verb(words, idx))
        || !apposition.clone().any(|idx| words[idx].has(Tags::ROLE | Tags::DETERMINER))
    {
        return None;
    }
    let subject = phrase::noun_phrase_before(paragraph, comma - 1, range.start)?;
    (words[subject.end - 1].is_name() && phrase::is_subject(paragraph, &subject)).then_some(subject)
}

/// The subject behind a verb: "said Lavrov".
fn subject_behind(
    paragraph: &TaggedParagraph,
    range: &Range<usize>,
    at: usize,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let adverb = words
        .get(at + 1)
        .is_some_and(|next| next.has(Tags::ADVERB) && !next.has(Tags::DETERMINER | Tags::PRONOUN));
    let subject = phrase::noun_phrase_after(paragraph, at + 1 + usize::from(adverb), range.end)?;
    let subject = phrase::with_list_behind(paragraph, subject, range.end);
    let subject = phrase::with_name_behind(paragraph, subject);
    // "Asked which town was best, he smiled"
    let opens_question = words[subject.start].has(Tags::SUBORDINATOR) && subject.len() > 1;
    (phrase::is_subject(paragraph, &subject)
        && !words[subject.start].has(Tags::OBJECT)
        && !opens_question)
        .then_some(subject)
}

/// Whether what a verb reports may end right before it: at a comma, a mark, a stop or a dash, or where
/// the sentence begins.
fn follows_content(paragraph: &TaggedParagraph, range: &Range<usize>, at: usize) -> bool {
    let words = &paragraph.words;
    if at == range.start {
        return true;
    }
    let adverb = words[at - 1].has(Tags::ADVERB) && at > range.start + 1;
    let lead = &words[at - 1 - usize::from(adverb)];
    lead.text == "," || lead.is_mark() || lead.is_stop() || lead.is_dash()
}

/// The subject of a verb that has none of its own (ellipsis): "Lavrov praised them and said"; "Added
/// that …" as a sentence, which goes on about the sentence before.
fn elided_subject(
    paragraph: &TaggedParagraph,
    range: &Range<usize>,
    at: usize,
    previous: Option<&Word>,
    verb: Verb,
    earlier: Option<&Cue>,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let opens = words[range.start..at].iter().all(|word| {
        word.has(Tags::ADVERB | Tags::COORDINATOR | Tags::AUXILIARY) || !word.is_word()
    });
    let asked = words[at].is("asked") && at == range.start;
    if opens && verb.form == VerbForm::Past && earlier.is_none() && !asked {
        return subject_of_before(paragraph, range.start);
    }
    // "that account, and many like it, show": the plural is before the comma.
    let coordinated = previous.is_some_and(|previous| previous.has(Tags::COORDINATOR))
        || at > range.start && words[at - 1].text == "," && verb.form != VerbForm::Base;
    if !coordinated {
        return None;
    }
    // "proposed a prosecutor who reports to her, and called for": the comma ends the clause of the one before.
    let ends_relative = at > range.start + 2 && words[at - 2].text == ",";
    match earlier.filter(|earlier| !(ends_relative && is_in_relative_clause(words, earlier))) {
        Some(earlier) => Some(earlier.subject.clone()).filter(|subject| subject.end <= at),
        None => shared_subject(paragraph, range, at),
    }
}

/// Whether the verb of a cue is that of a relative clause without a comma: "critics who say".
pub(super) fn is_in_relative_clause(words: &[Word], cue: &Cue) -> bool {
    cue.construction == Construction::SubjectFirst
        && cue.subject.end < cue.words.start
        && words[cue.subject.end].is_any(&["who", "that", "which"])
}

/// Whether a base form can be a finite verb where it stands: behind a modal, a plural or "I".
fn base_fits(
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

/// Whose participle this is: the earlier cue's subject, or the sentence's.
fn participle(
    paragraph: &TaggedParagraph,
    range: &Range<usize>,
    at: usize,
    earlier: Option<&Cue>,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    // "quoted a spokesman as saying"
    if at > range.start + 1 && words[at - 1].is("as") {
        let quoted = (range.start..at)
            .rev()
            .take(20)
            .find(|&idx| words[idx].is_any(lists::QUOTING_VERBS))?;
        if let Some(subject) = phrase::noun_phrase_after(paragraph, quoted + 1, at - 1) {
            return phrase::is_subject(paragraph, &subject).then_some(subject);
        }
        let (before, _) = skip_before_verb(paragraph, quoted, range.start);
        return subject_before(paragraph, before?, range.start, quoted);
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
    if previous.has(Tags::PREPOSITION | Tags::DETERMINER) || previous.is_possessive() {
        return None;
    }
    if let Some(subject) = own_subject(paragraph, range, at) {
        return Some(subject);
    }
    // "theories suggesting that he was": a thing that nobody says.
    let is_thing = previous.is_word()
        && !previous.is_capital()
        && words[at].is_any(lists::SAID_OF_THINGS)
        && !previous.has(Tags::ROLE | Tags::PEOPLE | Tags::BODY | Tags::TEXT | Tags::OCCASION);
    if is_thing {
        return None;
    }
    let is_shared = |earlier: &&Cue| {
        let ends_relative = previous.text == "," && is_in_relative_clause(words, earlier);
        earlier.subject.end <= at && !is_aside(words, range, earlier) && !ends_relative
    };
    if let Some(earlier) = earlier.filter(is_shared) {
        return Some(earlier.subject.clone());
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
    // "Fires have gone on, showing that".
    let says = !words[at].is_any(lists::SAID_OF_THINGS)
        || words[subject.clone()].iter().any(|word| word.has(speaks) || word.is_name());
    says.then_some(subject)
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

/// The subject of the sentence before the one that begins at `start`, or of the one before that.
fn subject_of_before(paragraph: &TaggedParagraph, start: usize) -> Option<Range<usize>> {
    let sentence = paragraph.sentence_of(start);
    let earlier = paragraph.sentences[sentence.saturating_sub(2)..sentence].iter().rev();
    earlier.into_iter().find_map(|sentence| phrase::main_subject(paragraph, sentence))
}

/// The subject that a participle has of its own: "footage of Lavrov saying", "with officials saying".
fn own_subject(
    paragraph: &TaggedParagraph,
    range: &Range<usize>,
    at: usize,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let lead = (range.start..at).rev().take(9).take_while(|&idx| {
        words[idx].is_word() && !words[idx].is_inside() && !words[idx].has(Tags::AUXILIARY)
    });
    let preposition = lead.into_iter().find(|&idx| words[idx].has(Tags::PREPOSITION))?;
    let subject = preposition + 1..at;
    // "a letter to Lavrov saying", "posted on Facebook accusing": it is read or heard there.
    let is_addressee = words[preposition].is_any(lists::BEFORE_ADDRESSEE);
    (!subject.is_empty()
        && phrase::is_subject(paragraph, &subject)
        && !is_addressee
        && (words[at - 1].is_name() || words[preposition].is("with")))
    .then_some(subject)
}

/// The name right before a participle, with which it makes a clause of its own behind a dash or "and": "– Lavrov saying
/// it was late and Zhirnov calling it early".
fn absolute_subject(
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

/// The subject that the verb at `at` shares with an earlier verb of its sentence.
fn shared_subject(
    paragraph: &TaggedParagraph,
    range: &Range<usize>,
    at: usize,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    // "The owners were away, but Lavrov left, saying": of the clause that it stands in.
    let is_joint = |joint: &usize| {
        let joint = *joint;
        words[joint - 1].text == ","
            && (words[joint].has(Tags::COORDINATOR)
                || words[joint].is_any(&["when", "while", "because", "although"]))
    };
    let joint =
        (range.start + 2..at).rev().filter(|&joint| !words[joint].is_inside()).find(is_joint);
    // "anger, and even some fear, about it, telling": no clause without a verb.
    let own =
        joint.and_then(|joint| phrase::main_subject(paragraph, &(joint + 1..at))).filter(|own| {
            words[own.end - 1].is_name()
                || phrase::has_finite_verb(paragraph, own.end..at, LONGEST_SOURCE)
        });
    // "It's no wonder that Lavrov came and called": not whatever "it" is, nor "who".
    let is_dummy = |subject: &Range<usize>| words[subject.start].is_any(&["it's", "that's", "who"]);
    own.or_else(|| phrase::main_subject(paragraph, range))
        .filter(|subject| subject.end <= at && !is_dummy(subject))
}

/// Steps over auxiliaries, adverbs and times left of a verb: the last word before them, and whether a
/// "not" was among them.
fn skip_before_verb(
    paragraph: &TaggedParagraph,
    verb: usize,
    floor: usize,
) -> (Option<usize>, bool) {
    let words = &paragraph.words;
    let mut negated = false;
    let mut idx = verb;
    while idx > floor && verb - idx < 12 {
        let word = &words[idx - 1];
        if words[idx - 1].is_inside() {
            break;
        }
        let auxiliary = word.has(Tags::AUXILIARY) && !word.has(Tags::PRONOUN);
        let adverb = (word.has(Tags::ADVERB)
            || word.is("yet")
                && words[..idx - 1].last().is_some_and(|word| word.has(Tags::NEGATION))
            || word.text.ends_with("ly") && !word.has(Tags::BODY))
            && !word.is_capital();
        let time = word.has(Tags::TIME)
            && !word.has(Tags::DETERMINER | Tags::AUXILIARY)
            && idx - 1 > floor
            && !word.is_possessive();
        let reflexive = word.is_any(lists::REFLEXIVES);
        if word.has(Tags::NEGATION) {
            negated = true;
        }
        // "on Thursday evening"
        let day = time && idx >= 2 && words[idx - 2].has(Tags::TIME) && words[idx - 2].is_capital();
        if auxiliary || adverb || reflexive || word.has(Tags::NEGATION) || day {
            idx -= 1;
        } else if time && words[idx - 2].is_any(lists::BEFORE_TIME) && idx - 2 > floor {
            // "on Monday", "last week"
            idx -= 2;
            if idx > floor && words[idx - 1].is_any(lists::BEFORE_TIME_OF_TWO_WORDS) {
                idx -= 1;
            }
        } else if time
            && (word.is_capital() || word.is_any(lists::TIMES_BEFORE_VERB))
            && words[idx - 2].is_word()
        {
            idx -= 1;
        } else {
            break;
        }
    }
    ((idx > floor).then(|| idx - 1), negated)
}

/// The name to which a phrase belongs that says what somebody is, and which a "who" follows: "Lavrov, a lawyer and
/// father who said".
fn name_before_apposition(
    words: &[Word],
    phrase: &Range<usize>,
    floor: usize,
) -> Option<Range<usize>> {
    let mut reach = (floor + 1..phrase.start + 1).rev().take(LONGEST_SOURCE);
    let comma = reach.find(|&at| words[at].text == "," || words[at].verb().is_some())?;
    let opens = words.get(comma + 1)?.is_any(&["a", "an", "the"]);
    let is_name = |at: &usize| words[*at].is_name() && !words[*at].is_inside();
    let start = (floor..comma).rev().take_while(is_name).last()?;
    let is_person = words[start].has(Tags::GIVEN) && comma - start > 1;
    (words[comma].text == "," && opens && is_person).then_some(start..comma)
}

/// "a claim Lavrov (denies)": a noun and the subject of the clause behind it.
fn is_claim_with_clause(words: &[Word], phrase: &Range<usize>) -> bool {
    let [first, claim, subject, ..] = &words[phrase.clone()] else { return false };
    first.has(Tags::DETERMINER)
        && lists::CLAIMS.contains(&claim.text)
        && (subject.is_name() || subject.has(Tags::TITLE | Tags::DETERMINER))
}

/// The subject whose last word, apposition or relative clause ends at `end`, before the verb `verb`.
fn subject_before(
    paragraph: &TaggedParagraph,
    end: usize,
    floor: usize,
    verb: usize,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let word = &words[end];
    if word.text == "," || word.text == ")" || word.is_dash() {
        if let Some(name) = phrase::name_apposed(paragraph, floor).filter(|name| name.end == end) {
            return Some(name);
        }
        if let Some(phrase) = phrase::before_apposition(paragraph, end, floor) {
            let gap = &words[phrase.end..verb];
            let fits = gap.len() >= 3 && (word.text == ")" || !gap.iter().any(Word::is_stop));
            let body = phrase::body_apposed(paragraph, &phrase, end);
            return fits
                .then(|| body.unwrap_or_else(|| phrase::with_name_behind(paragraph, phrase)));
        }
        // "The firm, has said", "President Sergei Lavrov, said he would": a comma too many.
        let auxiliary = words[end + 1..verb].iter().any(|word| word.has(Tags::AUXILIARY));
        let phrase = phrase::noun_phrase_before(paragraph, end.checked_sub(1)?, floor)?;
        let is_titled = words[phrase.clone()].iter().any(|word| word.has(Tags::ROLE | Tags::TITLE))
            && words[phrase.end - 1].is_name()
            && phrase::has_finite_verb(paragraph, verb + 1..paragraph.sentence_end(verb), 20);
        return ((auxiliary || is_titled)
            && phrase.start == floor
            && phrase::is_subject(paragraph, &phrase))
        .then_some(phrase);
    }
    if let Some(name) = phrase::name_with_open_apposition(paragraph, end, floor) {
        return Some(name);
    }
    if let Some(subject) = phrase::before_relative_clause(paragraph, end, floor) {
        return phrase::is_subject(paragraph, &subject).then_some(subject);
    }
    let mut phrase = phrase::noun_phrase_before(paragraph, end, floor)?;
    // "… banned in Russia and Moscow has complained": one thing, not two.
    let singular = words[end + 1..=verb].iter().any(|word| word.is_any(&["has", "is", "was"]))
        || words[verb].verb().is_some_and(|verb| verb.form == VerbForm::Third);
    let joined = (phrase.start..end).rev().find(|&at| words[at].is("and"));
    let is_two =
        |and: &usize| singular && words[end].is_name() && !phrase::body_goes_on(words, *and);
    if let Some(and) = joined.filter(is_two) {
        phrase.start = and + 1;
    }
    if phrase.len() == 1 && words[phrase.start].is_any(&["who", "which"]) {
        let mut idx = phrase.start.checked_sub(1).filter(|&idx| idx >= floor)?;
        if words[idx].text == "," {
            idx = idx.checked_sub(1).filter(|&idx| idx >= floor)?;
        }
        if words[idx].text == ")" {
            idx = (floor..idx).rev().take(12).find(|&at| words[at].text == "(")?.checked_sub(1)?;
        }
        let is_person = words[phrase.start].is("who");
        phrase = phrase::antecedent_before(paragraph, idx, floor)?;
        if let Some(name) = name_before_apposition(words, &phrase, floor).filter(|_| is_person) {
            phrase = name;
        }
        // "the letter to Lavrov, who said": no text is a who.
        let text = phrase.clone().find(|&at| words[at].has(Tags::TEXT) && !words[at].is_name());
        if let Some(text) = text.filter(|&text| is_person && text + 2 < phrase.end) {
            phrase.start = text + 2;
        }
    }
    if is_claim_with_clause(words, &phrase) {
        return None;
    }
    let phrase = phrase::with_list_before(paragraph, phrase, floor);
    phrase::is_subject(paragraph, &phrase).then_some(phrase)
}
