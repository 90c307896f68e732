//! Direct speech: words in marks, each stretch with the cue beside it, or with the speaker of the words
//! that it continues.
//!
//! Titles, labels and scare quotes stand in marks too: a short stretch counts as speech only with a cue
//! right beside it, a longer one when it is a sentence, or ends as one.

use std::cmp::Reverse;
use std::ops::Range;

use super::cue::{Construction, Cue};
use super::lexicon::{Complement, Tags, Verb, VerbForm, lists};
use super::model::{Kind, Rule};
use super::phrase;
use super::unresolved::{Mention, UnresolvedQuotation};
use super::word::{Quoted, TaggedParagraph, Word};
use crate::span::Span;

/// A name that signs a quotation has fewer words than this, titles included.
const LONGEST_SIGNATURE: usize = 7;

/// A title that is not written as one has no more words than this.
const LONGEST_TITLE: usize = 4;

/// Between a verb that tells whom somebody speaks to and the words in marks there are no more words than this.
const LONGEST_TELLING: usize = 8;

/// Of how many words before a colon it is asked whether they tell of something that was read.
const LONGEST_READ_OUT: usize = 20;

/// The state of the discourse at the end of a paragraph, for the next one: who spoke, and whether the
/// speech may go on.
#[derive(Debug, Default)]
pub(super) struct PrecedingContext {
    /// The index of the last quotation, a direct one before others.
    last: Option<usize>,
    /// Whether the paragraph ended inside of marks that it did not close.
    left_open: bool,
    /// Whether the paragraph was nothing but words in marks.
    is_all_in_marks: bool,
    /// Whose words the next paragraph's are, should it open with words in marks.
    speaker: Option<(Mention, Rule)>,
}

impl PrecedingContext {
    /// Takes up what a paragraph says; its quotations are those of `found` from `first` on.
    pub(super) fn update(
        &mut self,
        paragraph: &TaggedParagraph,
        cues: &[Cue],
        first: usize,
        found: &[UnresolvedQuotation],
    ) {
        // A paragraph that only carries a quotation on has added to an earlier one.
        let carries_on = self.left_open
            && first == found.len()
            && paragraph.quoted.first().is_some_and(|stretch| stretch.outer.start == 0);
        self.is_all_in_marks = paragraph.quoted.first().is_some_and(|stretch| {
            stretch.outer.start == 0
                && paragraph.words[stretch.outer.end..].iter().all(Word::is_stop)
        });
        self.left_open = paragraph.quoted.last().is_some_and(|stretch| stretch.left_open);
        if !carries_on {
            self.last = (first..found.len())
                .max_by_key(|&idx| (found[idx].kind == Kind::Direct, last_in(&found[idx])));
        }
        self.speaker = None;
        let Some(sentence) = paragraph.sentences.last() else { return };
        let mention = |words| Mention::new(paragraph, words);
        let last = paragraph.words.last();
        // "He stated,"
        let is_led = |cue: &Cue| cue.end() + 1 == paragraph.words.len() && !cue.negated;
        let leads_on = last.is_some_and(|word| word.text == ",") && cues.last().is_some_and(is_led);
        // "He said the following."
        let follows = matches!(&*paragraph.words, [.., the, following, stop]
            if the.is("the") && following.is("following") && stop.is_stop());
        if leads_on || follows || last.is_some_and(|word| word.text == ":") {
            // "He made the following comment:"
            let cue = cues.last().filter(|cue| cue.sentence + 1 == paragraph.sentences.len());
            let subject = match read_out(paragraph, sentence.start..sentence.end - 1) {
                Some(author) => author,
                None => cue
                    .map(|cue| cue.subject.clone())
                    .or_else(|| statement_by(paragraph, sentence))
                    .or_else(|| phrase::main_subject(paragraph, sentence)),
            };
            self.speaker = subject.map(|subject| (mention(subject), Rule::Announced));
        } else if let Some(found) = self.last.map(|idx| &found[idx]) {
            // Only where the paragraph ends with it.
            let ends = paragraph.span(sentence).start <= found.end();
            let speaker = found.mention.clone().filter(|_| ends);
            self.speaker = speaker.map(|mention| (mention, Rule::Inherited));
        } else if let Some(subject) = phrase::point_of_view(paragraph, sentence) {
            self.speaker = Some((mention(subject), Rule::SubjectBefore));
        }
    }
}

/// Gives words in marks that are a paragraph of their own, and whose nobody knows, to the name that signs them in the
/// next one: "“…”", "— Anna Smith, mayor of Leeds".
pub(super) fn sign(
    paragraph: &TaggedParagraph,
    before: &PrecedingContext,
    found: &mut [UnresolvedQuotation],
) {
    let words = &paragraph.words;
    if !before.is_all_in_marks || !words.first().is_some_and(Word::is_dash) {
        return;
    }
    let is_of_name = |word: &&Word| word.is_name() || word.has(Tags::PARTICLE);
    let length = words[1..].iter().take(LONGEST_SIGNATURE).take_while(is_of_name).count();
    let closes = words[length + 1..].iter().all(|word| !word.is_mark() && !word.is_dash())
        && words.get(length + 1).is_none_or(|word| word.is_stop() || word.text == ",");
    let signed = before.last.map(|at| &mut found[at]);
    if let Some(signed) = signed.filter(|signed| {
        (1..LONGEST_SIGNATURE).contains(&length) && closes && signed.rule == Rule::Marks
    }) {
        signed.mention = Some(Mention::new(paragraph, 1..length + 1));
        signed.rule = Rule::Signed;
    }
}

/// Adds the direct quotations of a paragraph to `found`: all stretches in marks that were uttered and that
/// no reported clause has `taken`. The paragraph's reported clauses are those of `found` from `first` on.
pub(super) fn direct(
    paragraph: &TaggedParagraph,
    cues: &[Cue],
    taken: &[bool],
    before: &PrecedingContext,
    first: usize,
    found: &mut Vec<UnresolvedQuotation>,
) {
    let beside: Vec<Option<Beside>> =
        paragraph.quoted.iter().map(|stretch| cue_beside(paragraph, cues, stretch)).collect();
    // Reported clauses in order of their ends, to know who spoke last before a stretch.
    let mut reported: Vec<usize> = (first..found.len()).collect();
    reported.sort_by_key(|&idx| last_in(&found[idx]));
    let mut reported = reported.into_iter().peekable();
    let mut latest: Option<usize> = None;
    // The quotation of the stretch before, to continue it.
    let mut previous: Option<usize> = None;
    for (idx, stretch) in paragraph.quoted.iter().enumerate() {
        while let Some(at) = reported.next_if(|&at| found[at].end() <= stretch.span.start) {
            latest = Some(at);
        }
        let continued = previous.take();
        let cued = beside[idx];
        if taken[idx]
            || is_denied(paragraph, cues, stretch, cued)
            || is_audience(paragraph, cues, stretch, cued)
            || !is_uttered(paragraph, stretch, cued)
        {
            continue;
        }
        let label = label(paragraph, stretch);
        let span = content_span(paragraph, stretch, label.as_ref().map(|label| label.end + 1));
        // "A," said Lavrov, "B."  and  "A," said Lavrov. "B."
        // And not  She was asked, "A?" She said: "B."
        let continued = continued.filter(|_| {
            label.is_none()
                && told_before(paragraph, &paragraph.quoted[idx - 1]).is_none()
                && runs_on(paragraph, cues, idx, beside[idx - 1], cued)
        });
        let at = if let Some(at) = continued {
            found[at].contents.push(span);
            at
        } else {
            let earlier = latest.map(|at| &found[at]);
            let link = link(paragraph, cues, stretch, label, cued, before, earlier);
            // A paragraph that carries on what the one before left open is the same quotation.
            let carries_on = stretch.outer.start == 0
                && link.cue.is_none()
                && link.rule != Rule::Labelled
                && before.left_open;
            let open = before.last.filter(|&at| carries_on && found[at].kind == Kind::Direct);
            if let Some(at) = open {
                found[at].contents.push(span);
                at
            } else if let Some(at) = left_open_without_cue(stretch, &link, before, found) {
                // Its speaker is named only here, where it ends.
                let contents = std::mem::take(&mut found[at].contents);
                found[at] = link.quotation(span);
                found[at].contents.splice(0..0, contents);
                at
            } else {
                found.push(link.quotation(span));
                found.len() - 1
            }
        };
        previous = Some(at);
        latest = Some(at);
    }
}

/// By which the last of several quotations is known, and of two that end as one the outer: "Lavrov said that aides had
/// told him".
fn last_in(quotation: &UnresolvedQuotation) -> (u32, Reverse<u32>) {
    (quotation.end(), Reverse(quotation.contents[0].start))
}

/// The quotation without a cue that the paragraph before left open, where `stretch` ends it and has a cue behind.
fn left_open_without_cue(
    stretch: &Quoted,
    link: &SpeakerLink,
    before: &PrecedingContext,
    found: &[UnresolvedQuotation],
) -> Option<usize> {
    let ends_it = stretch.outer.start == 0 && before.left_open && link.rule == Rule::CueBehind;
    let is_open = |at: &usize| {
        found[*at].kind == Kind::Direct
            && found[*at].cue.is_none()
            && matches!(found[*at].rule, Rule::Inherited | Rule::SubjectBefore | Rule::Marks)
    };
    before.last.filter(|at| ends_it && is_open(at))
}

/// Who said the words of a stretch in marks, and by which evidence.
struct SpeakerLink {
    cue: Option<Span>,
    mention: Option<Mention>,
    rule: Rule,
}

impl SpeakerLink {
    /// Nothing tells whose the words are.
    const OPEN: Self = Self { cue: None, mention: None, rule: Rule::Marks };

    /// The link that a rule makes without a cue.
    fn by(rule: Rule, mention: Mention) -> Self {
        Self { cue: None, mention: Some(mention), rule }
    }

    /// The direct quotation with this link.
    fn quotation(self, content: Span) -> UnresolvedQuotation {
        let SpeakerLink { cue, mention, rule } = self;
        UnresolvedQuotation {
            contents: vec![content],
            kind: Kind::Direct,
            fragments: Vec::new(),
            cue,
            mention,
            rule,
        }
    }
}

/// Whose the words of a stretch are: of the name in its `label`, of the cue beside it (`cued`), of the
/// name that signs it, else of whoever was speaking.
fn link(
    paragraph: &TaggedParagraph,
    cues: &[Cue],
    stretch: &Quoted,
    label: Option<Range<usize>>,
    cued: Option<Beside>,
    before: &PrecedingContext,
    earlier: Option<&UnresolvedQuotation>,
) -> SpeakerLink {
    if let Some(label) = label {
        return SpeakerLink::by(Rule::Labelled, Mention::new(paragraph, label));
    }
    let lead = colon_lead(paragraph, stretch).filter(|_| cued.is_none_or(|beside| !beside.behind));
    if let Some(author) = lead.and_then(|lead| read_out(paragraph, lead)) {
        return author.map_or(SpeakerLink::OPEN, |author| {
            SpeakerLink::by(Rule::Announced, Mention::new(paragraph, author))
        });
    }
    if let Some(told) = told_before(paragraph, stretch) {
        let teller = told_by(paragraph, told, stretch.outer.start);
        return teller.map_or(SpeakerLink::OPEN, |teller| {
            SpeakerLink::by(Rule::Announced, Mention::new(paragraph, teller))
        });
    }
    // "Voters agree – Anna Smith: “…”"
    let sentence = &paragraph.sentences[paragraph.sentence_of(stretch.outer.start)];
    if let Some(name) = cued
        .filter(|beside| !beside.behind && stretch.outer.start > sentence.start)
        .and_then(|_| name_before_colon(paragraph, sentence, stretch.outer.start - 1))
        .filter(|name| name.start > sentence.start)
    {
        return SpeakerLink::by(Rule::Labelled, Mention::new(paragraph, name));
    }
    if let Some(beside) = cued {
        let cue = &cues[beside.cue];
        let rule = match cue.construction {
            Construction::AccordingTo => Rule::AccordingTo,
            Construction::SharedSubject => Rule::SharedSubject,
            _ if beside.behind => Rule::CueBehind,
            _ => Rule::CueBefore,
        };
        let link = match cue.relays(&paragraph.words) {
            true => SpeakerLink::OPEN,
            false => SpeakerLink::by(rule, Mention::new(paragraph, cue.subject.clone())),
        };
        return SpeakerLink { cue: Some(paragraph.span(&cue.words)), ..link };
    }
    if let Some(name) = signature(paragraph, stretch) {
        return SpeakerLink::by(Rule::Signed, Mention::new(paragraph, name));
    }
    // "leaving many to ask: “…”", but "went so far as to ask: “…”"
    if let [.., before, to, verb, _] = &paragraph.words[..stretch.outer.start]
        && to.is("to")
        && !before.is("as")
        && verb.verb().is_some_and(|verb| verb.form == VerbForm::Base)
        && is_announced(&paragraph.words, stretch)
    {
        return SpeakerLink::OPEN;
    }
    match inherited(paragraph, cues, stretch, before, earlier) {
        Some((mention, rule)) => SpeakerLink::by(rule, mention),
        None => SpeakerLink::OPEN,
    }
}

/// Whether the text says that these words were not said, or only might have been: "Lavrov never said “…”".
fn is_denied(
    paragraph: &TaggedParagraph,
    cues: &[Cue],
    stretch: &Quoted,
    cued: Option<Beside>,
) -> bool {
    let Some(beside) = cued.filter(|beside| !beside.behind) else { return false };
    let cue = &cues[beside.cue];
    // "denied having said “…”", "denied that she had “…”", but "denied it: “…”"
    let is_of_denial = || {
        let gap = &paragraph.words[cue.end()..stretch.outer.start];
        !gap.iter().any(|word| word.is_stop() || word.is_any(&[":", ","]))
    };
    beside.close && cue.negated || cue.lemma() == "deny" && is_of_denial()
}

/// Whether words in marks are a part of those who are spoken to: "told an “international committee on roads”".
fn is_audience(
    paragraph: &TaggedParagraph,
    cues: &[Cue],
    stretch: &Quoted,
    cued: Option<Beside>,
) -> bool {
    let Some(beside) = cued.filter(|beside| beside.close && !beside.behind) else { return false };
    let cue = &cues[beside.cue];
    let is_behind_article = cue.end() + 1 == stretch.outer.start
        && paragraph.words[cue.end()].is_any(&["a", "an", "the"]);
    cue.complement() == Complement::Addressee && is_behind_article
}

/// Whether words in marks were said by someone, rather than being a title, a label or a scare quote.
fn is_uttered(paragraph: &TaggedParagraph, stretch: &Quoted, cued: Option<Beside>) -> bool {
    let words = &paragraph.words;
    let length = stretch.words.clone().filter(|&at| words[at].is_word()).take(9).count();
    let opens = paragraph.sentences[paragraph.sentence_of(stretch.outer.start)].start
        == stretch.outer.start;
    let introduced = stretch.outer.start > 0 && words[stretch.outer.start - 1].is_any(&[",", ":"]);
    let close = cued.is_some_and(|beside| beside.close);
    let complete = is_complete(paragraph, stretch);
    // “…” — The Times: a headline in a list of sources.
    let is_signed =
        || signature(paragraph, stretch).is_some_and(|name| words[name.start].has(Tags::GIVEN));
    let is_before_dash = words.get(stretch.outer.end).is_some_and(Word::is_dash);
    if !complete && is_before_dash && !close && !is_signed() {
        return false;
    }
    // "his podcast “Beyond Walls”", "the campaign “Starts with one”"
    let is_of_work = !introduced
        && stretch.outer.start > 0
        && lists::WORKS.contains(&&*words[stretch.outer.start - 1].lower())
        && may_begin_sentence(&words[stretch.words.start]);
    if is_of_work && (length <= LONGEST_TITLE || is_title(paragraph, stretch)) {
        return false;
    }
    if is_title(paragraph, stretch) {
        // "told Acme's “Hour of the Day.”"
        let inside_phrase = stretch.outer.start > 0
            && (words[stretch.outer.start - 1].has(Tags::PREPOSITION | Tags::DETERMINER)
                || words[stretch.outer.start - 1].is_possessive());
        // "told “Fox and Friends,” adding that …"
        let is_cut_off = words[stretch.words.end - 1].text == "," && !opens && !introduced;
        return !inside_phrase
            && !is_cut_off
            && close
            && complete
            && (opens || cued.is_some_and(|beside| !beside.behind));
    }
    if close {
        return complete || length >= 3;
    }
    if is_before_dash && is_signed() {
        return length >= 2;
    }
    if complete && (opens || introduced) {
        // "Yes." is said; a label has no stop of its own.
        let sentence = opens
            && words[stretch.words.end - 1].is_stop()
            && may_begin_sentence(&words[stretch.words.start]);
        return sentence || length >= 3;
    }
    let begins = may_begin_sentence(&words[stretch.words.start]) || cued.is_some();
    length >= if begins { 5 } else { 8 }
}

/// The words in marks, from `start` on where that is given, without the comma that leads on to "he said".
fn content_span(paragraph: &TaggedParagraph, stretch: &Quoted, start: Option<usize>) -> Span {
    let start = start.filter(|&start| start < stretch.words.end).unwrap_or(stretch.words.start);
    let comma = paragraph.words[stretch.words.end - 1].text == ",";
    let end = if comma && stretch.words.end - start > 1 {
        stretch.words.end - 1
    } else {
        stretch.words.end
    };
    paragraph.span(&(start..end))
}

/// Whether words in marks look like a title: all but the small ones begin with a capital.
fn is_title(paragraph: &TaggedParagraph, stretch: &Quoted) -> bool {
    let small = |word: &Word| {
        word.has(Tags::PREPOSITION | Tags::COORDINATOR | Tags::PARTICLE)
            || word.is_any(lists::SMALL_IN_TITLES)
            || word.text.starts_with(char::is_numeric)
    };
    let words =
        || paragraph.words[stretch.words.clone()].iter().filter(|word| word.is_word()).take(14);
    let shouted =
        words().all(|word| !word.text.contains(char::is_lowercase)) && words().count() > 2;
    words().count() < 14 && words().all(|word| word.is_capital() || small(word)) && !shouted
}

/// Whether words in marks end as a sentence does, or lead on to one.
fn is_complete(paragraph: &TaggedParagraph, stretch: &Quoted) -> bool {
    let last = &paragraph.words[stretch.words.end - 1];
    let next = paragraph.words.get(stretch.outer.end);
    stretch.left_open
        || last.is_stop()
        || last.text == ","
        || last.is_dash()
        || next.is_some_and(|next| matches!(next.text, "," | "،") || next.is_stop())
            && may_begin_sentence(&paragraph.words[stretch.words.start])
}

/// Whether a sentence may begin with a word: it has a capital, or is of a script that has none.
fn may_begin_sentence(word: &Word) -> bool {
    let has_no_case = |c: char| c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase();
    word.is_capital() || word.text.starts_with(has_no_case)
}

/// The speaker's name at the head of a turn in a transcript: "PENCE: Well, look, …".
fn label(paragraph: &TaggedParagraph, stretch: &Quoted) -> Option<Range<usize>> {
    let start = stretch.words.start;
    let words = &paragraph.words[stretch.words.clone()];
    let length = words
        .iter()
        .take(4)
        .take_while(|word| {
            word.is_name() && word.text.len() > 2 && !word.text.contains(char::is_lowercase)
        })
        .count();
    let colon = words.get(length).is_some_and(|word| word.text == ":");
    // "BREAKING: …"
    let is_of_news = length == 1 && lists::LABELS_OF_NEWS.contains(&words[0].text);
    (!is_of_news && length > 0 && colon && words.len() > length + 1)
        .then_some(start..start + length)
}

/// The full name that stands alone before a colon, at the head of its sentence or behind a dash: "The polls
/// agree – Anna Smith: “…”".
fn name_before_colon(
    paragraph: &TaggedParagraph,
    sentence: &Range<usize>,
    colon: usize,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let start = (sentence.start..colon)
        .rev()
        .take(5)
        .take_while(|&at| words[at].is_name() || words[at].has(Tags::PARTICLE))
        .last()?;
    let stands_alone = start == sentence.start || words[start - 1].is_dash();
    (words[colon].text == ":" && stands_alone && colon - start > 1).then_some(start..colon)
}

/// Whose words a line without a verb leads up to: "Statement by Anna Smith:", "And from Anna Smith:".
fn statement_by(paragraph: &TaggedParagraph, sentence: &Range<usize>) -> Option<Range<usize>> {
    let words = &paragraph.words;
    if sentence.len() > 20 || phrase::has_finite_verb(paragraph, sentence.clone(), 20) {
        return None;
    }
    let by = sentence.clone().find(|&at| words[at].is_any(&["by", "from"]))?;
    let subject = phrase::noun_phrase_after(paragraph, by + 1, sentence.end)?;
    words[subject.clone()].iter().any(Word::is_name).then_some(subject)
}

/// Whose words a line without a verb says that they are: "Anna Smith's verdict:".
fn owner_before_colon(paragraph: &TaggedParagraph, lead: &Range<usize>) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let said =
        lead.clone().last().filter(|&at| lists::WORDS_OF_SOMEBODY.contains(&words[at].text))?;
    let owner = (lead.start..said).rev().take(3).find(|&at| words[at].is_possessive())?;
    let is_name = words[lead.start..=owner]
        .iter()
        .all(|word| word.is_name() || word.has(Tags::PARTICLE | Tags::ROLE | Tags::TITLE));
    is_name.then_some(lead.start..owner + 1)
}

/// Whether a phrase means somebody, or a text: "The timing was no surprise: “…”" has nobody.
fn may_speak(words: &[Word]) -> bool {
    let speaks = Tags::PRONOUN | Tags::ROLE | Tags::PEOPLE | Tags::BODY | Tags::TEXT | Tags::TITLE;
    words.iter().any(|word| word.has(speaks) && !word.is_possessive())
        || words
            .last()
            .is_some_and(|last| last.has(Tags::NAME_PART) || last.is_any(lists::QUANTIFIERS))
}

/// Whether whoever writes does something: "She got so upset that I changed my answer: “…”" is not hers.
fn writer_acts(words: &[Word]) -> bool {
    words.iter().any(|word| word.is_any(&["i", "we"]))
}

/// The words of its sentence before the colon that leads up to a stretch in marks.
fn colon_lead(paragraph: &TaggedParagraph, stretch: &Quoted) -> Option<Range<usize>> {
    let colon = stretch.outer.start.checked_sub(1)?;
    let sentence = &paragraph.sentences[paragraph.sentence_of(stretch.outer.start)];
    (paragraph.words[colon].text == ":" && sentence.start < colon).then_some(sentence.start..colon)
}

/// Whose words follow a line before a colon in which somebody reads, quotes or looks at what another wrote: the author,
/// `Some(None)` where the line does not say who that is, `None` where it is no such line. "Ada Voss read out a note from
/// Otto Lind:" leads up to Lind's words, "Ada Voss pointed to the sign on the door:" to nobody's.
fn read_out(paragraph: &TaggedParagraph, lead: Range<usize>) -> Option<Option<Range<usize>>> {
    let words = &paragraph.words;
    let floor = lead.start.max(lead.end.saturating_sub(LONGEST_READ_OUT));
    let is_reading = |text: &str| {
        [lists::READING_VERBS, lists::SHOWING_VERBS, lists::LOOKING_VERBS]
            .iter()
            .any(|verbs| verbs.contains(&text))
    };
    // "one of her quotes"
    let is_noun = |at: usize| {
        let before = at.checked_sub(1).map(|before| &words[before]);
        before.is_some_and(|before| before.has(Tags::DETERMINER) || before.is_possessive())
    };
    let verb = (floor..lead.end)
        .rev()
        .find(|&at| is_reading(words[at].text) && !words[at].is_inside() && !is_noun(at))?;
    let object = verb + 1..lead.end;
    let quotes = lists::VERBS_OF_QUOTING.contains(&words[verb].text);
    // "The sign reads:" are the words of the sign, but "The report quotes Otto Lind:" Lind's.
    let subject = &words[lead.start..verb];
    let is_somebody = |word: &Word| {
        word.is_name() || word.has(Tags::PRONOUN | Tags::ROLE | Tags::PEOPLE) && !word.is("it")
    };
    let is_read_by_somebody =
        quotes || subject.iter().any(is_somebody) && !subject.iter().any(is_text_to_read);
    // "read it and said:" leads up to the words of who said so.
    let speaks = |at: usize| {
        words[at].verb().is_some_and(|verb| !verb.noun_too)
            && phrase::is_finite_verb(words, at)
            && !is_reading(words[at].text)
    };
    if !is_read_by_somebody
        || object.is_empty()
        || object.clone().any(|at| speaks(at) || words[at].is_inside())
        || phrase::is_passive(words, verb, lead.start)
    {
        return None;
    }
    let text = object.clone().find(|&at| is_text_to_read(&words[at]));
    if let Some(author) = text.and_then(|text| author_of_text(paragraph, &object, text)) {
        return Some(Some(author));
    }
    if lists::LOOKING_VERBS.contains(&words[verb].text) {
        let is_on_thing = |at: usize| {
            lists::TEXTS_TO_READ.contains(&&*words[at].lower()) && !words[at].is_capital()
        };
        let looks_at_it =
            words[object.start].has(Tags::PREPOSITION) && object.clone().any(is_on_thing);
        return looks_at_it.then_some(None);
    }
    // "quoted Otto Lind:", "quotes his father:"
    let quoted = phrase::noun_phrase_after(paragraph, object.start, object.end).filter(|quoted| {
        let last = &words[quoted.end - 1];
        quotes && text.is_none() && (last.is_name() || last.has(Tags::ROLE))
    });
    let is_reading = lists::READING_VERBS.contains(&words[verb].text);
    let is_by_another = if quotes {
        words[lead.start..verb].iter().any(is_somebody)
    } else {
        is_reading && text.is_some()
    };
    (quoted.is_some() || is_by_another).then_some(quoted)
}

/// Whether a word is a text that somebody may read out: "letter".
fn is_text_to_read(word: &Word) -> bool {
    !word.is_capital() && (word.has(Tags::TEXT) || lists::TEXTS_TO_READ.contains(&&*word.lower()))
}

/// Whose the text at `text` is, in the words of an `object`: "(read) a note from Otto Lind", "Lind's letter", "the words of
/// Lind".
fn author_of_text(
    paragraph: &TaggedParagraph,
    object: &Range<usize>,
    text: usize,
) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let is_of = |at: usize| words[at].is("of") && words[at - 1].is("words");
    let by = (text + 1..object.end).find(|&at| words[at].is_any(&["from", "by"]) || is_of(at));
    let author = by
        .and_then(|by| phrase::noun_phrase_after(paragraph, by + 1, object.end))
        .filter(|by| !words[by.start].has(Tags::PLACE | Tags::TIME));
    let owner = || {
        let owner =
            (object.start..text).find(|&at| words[at].is_possessive() && words[at].is_name())?;
        // "read aloud from Lind's letter"
        let names = (object.start..=owner).rev();
        let start =
            names.take_while(|&at| words[at].is_name() || words[at].has(Tags::TITLE)).last()?;
        Some(start..owner + 1)
    };
    let somebody = Tags::ROLE | Tags::PEOPLE | Tags::BODY;
    let names_somebody = |author: &Range<usize>| {
        words[author.clone()].iter().any(|word| word.is_name() || word.has(somebody))
    };
    author.or_else(owner).filter(names_somebody)
}

/// The verb of a passive that leads up to a stretch: "Ada Voss was told: “…”", "Ada Voss said she was asked in court, “…”".
/// Its subject is the one who hears the words.
fn told_before(paragraph: &TaggedParagraph, stretch: &Quoted) -> Option<usize> {
    let words = &paragraph.words;
    let sign = stretch.outer.start.checked_sub(1)?;
    let floor = paragraph.sentences[paragraph.sentence_of(sign)].start;
    if !words[sign].is_any(&[":", ","]) {
        return None;
    }
    let is_near = |at: &usize| words[*at].is_word() && !words[*at].is_inside();
    let mut near = (floor..sign).rev().take(LONGEST_TELLING).take_while(is_near);
    let verb = near.find(|&at| words[at].verb().is_some() || words[at].has(Tags::AUXILIARY))?;
    let is_told = words[verb].verb().is_some_and(|verb| {
        verb.complement == Complement::Addressee || matches!(verb.lemma, "ask" | "order")
    });
    (is_told && phrase::is_passive(words, verb, floor)).then_some(verb)
}

/// Who is said to tell, in a passive with its verb at `verb` that leads up to words in marks: "was told by Otto Voss".
fn told_by(paragraph: &TaggedParagraph, verb: usize, marks: usize) -> Option<Range<usize>> {
    let by = paragraph.words.get(verb + 1).filter(|by| by.is("by"));
    by.and_then(|_| phrase::noun_phrase_after(paragraph, verb + 2, marks))
}

/// The name that signs a quotation: "“…” — Anna Smith", up to the end of the paragraph.
fn signature(paragraph: &TaggedParagraph, stretch: &Quoted) -> Option<Range<usize>> {
    let words = &paragraph.words;
    let dash = stretch.outer.end;
    if !words.get(dash)?.is_dash() {
        return None;
    }
    let start = dash + 1;
    let length = words[start..]
        .iter()
        .take(7)
        .take_while(|word| word.is_name() || word.has(Tags::PARTICLE))
        .count();
    let rest = words.get(start + length);
    let closed = rest
        .is_none_or(|word| word.is_stop() && start + length + 1 == words.len() || word.text == ",");
    ((2..=6).contains(&length) && closed).then_some(start..start + length)
}

/// The cue that stands beside a stretch.
#[derive(Debug, Clone, Copy)]
struct Beside {
    /// Its index.
    cue: usize,
    /// Whether it stands behind the words rather than before.
    behind: bool,
    /// Whether nothing but a comma, a colon, "that" or an occasion lies between.
    close: bool,
}

/// The cue beside a stretch whose subject says its words, of one before and one behind.
fn cue_beside(paragraph: &TaggedParagraph, cues: &[Cue], stretch: &Quoted) -> Option<Beside> {
    let words = &paragraph.words[stretch.words.clone()];
    let next = cues.partition_point(|cue| cue.words.start < stretch.outer.end);
    let behind = beside_behind(paragraph, cues, next, stretch);
    let before = beside_before(paragraph, cues, next, stretch);
    // "“He said, ‘It is late.’”" ends as what is said in it does.
    let end = words.iter().rev().find(|word| !word.is_mark());
    let goes_on = end.is_some_and(|last| !matches!(last.text, "." | "…"));
    match (behind, before) {
        (Some(behind), Some(before)) => {
            let is_of_before = !behind.close
                || !goes_on
                || before.close
                    && holds_against(paragraph, stretch, &cues[before.cue], &cues[behind.cue]);
            Some(if is_of_before { before } else { behind })
        }
        (None, before) => before,
        // `“We go.” The others laughed.`: a sentence of its own.
        (Some(behind), None) => {
            let may_follow = end.is_none_or(|end| end.text != ".")
                || cues[behind.cue].complement() != Complement::Manner;
            (behind.close && goes_on || may_follow).then_some(behind)
        }
    }
}

/// The cue `next`, the first that does not stand before the end of a stretch, if it is near enough to tell of its words.
fn beside_behind(
    paragraph: &TaggedParagraph,
    cues: &[Cue],
    next: usize,
    stretch: &Quoted,
) -> Option<Beside> {
    let words = &paragraph.words;
    let last = &words[stretch.words.end - 1];
    let closing = paragraph.sentence_of(stretch.outer.end - 1);
    let cue = cues.get(next).filter(|cue| cue.start() >= stretch.outer.end)?;
    // `“We go.” Lavrov said.`: a sentence that says nothing else.
    let sentence = &paragraph.sentences[cue.sentence];
    let is_alone = cue.sentence == closing + 1
        && cue.start() == sentence.start
        && (cue.lemma() == "say" || last.is_any(&["?", "!"]))
        && matches!(cue.lemma(), "say" | "put")
        && cue.end() + 1 >= sentence.end;
    // "He called it “late,” adding that …": the words before are those of the main verb.
    let is_of_main_verb = cue.verb.is_some_and(|verb| verb.form == VerbForm::Participle)
        && cue.subject.end <= stretch.outer.start
        && paragraph.sentence_of(stretch.outer.start) == closing;
    // `His words were plain: "…!" Lavrov praises them.`: they have their speaker before them.
    let closes = words.get(cue.end()).is_none_or(|word| word.is_stop() || word.text == ",");
    let is_apart = is_announced(words, stretch) && last.is_any(&["?", "!"]) && !closes;
    if cue.sentence != closing && !is_alone || is_of_main_verb || is_apart {
        return None;
    }
    let gap = &words[stretch.outer.end..cue.start()];
    let close = gap.iter().all(|word| !word.is_word()) && gap.len() <= 2;
    let near = gap.len() <= 6 && !gap.iter().any(|word| word.is_mark() || word.is_stop());
    (close || near).then_some(Beside { cue: next, behind: true, close })
}

/// The last of the cues before `next` that leads up to a stretch in its sentence.
fn beside_before(
    paragraph: &TaggedParagraph,
    cues: &[Cue],
    next: usize,
    stretch: &Quoted,
) -> Option<Beside> {
    let words = &paragraph.words;
    let opening = paragraph.sentence_of(stretch.outer.start);
    let idx = cues[..next].iter().rposition(|cue| cue.end() <= stretch.outer.start)?;
    if cues[idx].sentence != opening || is_led_by_other_verb(paragraph, cues, stretch) {
        return None;
    }
    // `He said he hoped it would end: "…"`: what he said.
    let is_thought = cues[idx].complement() == Complement::Thought;
    let is_reported = |earlier: &Cue| {
        earlier.sentence == opening
            && phrase::takes_bare_clause(earlier.complement())
            && earlier.end() <= cues[idx].start()
            && cues[idx].start() <= earlier.end() + 1
    };
    let idx = match idx.checked_sub(1) {
        Some(earlier)
            if is_thought && is_announced(words, stretch) && is_reported(&cues[earlier]) =>
        {
            earlier
        }
        _ => idx,
    };
    // "Saying it was late, Lavrov was “off to Leeds”": of the main clause.
    let subject = &cues[idx].subject;
    if subject.start >= cues[idx].end() && subject.end <= stretch.outer.start {
        return None;
    }
    let gap = &words[cues[idx].end()..stretch.outer.start];
    if gap.len() > 60 || gap.iter().any(|word| word.text == ";") {
        return None;
    }
    let leads = |word: &Word| {
        word.is_any(&[",", ":", "that"]) || word.has(Tags::OCCASION | Tags::TIME) || word.is_dash()
    };
    let close = gap.len() <= 3 || gap.len() <= 12 && gap.last().is_some_and(leads);
    Some(Beside { cue: idx, behind: false, close })
}

/// Whether the words of a stretch are those of a cue close before it although another stands close behind.
fn holds_against(
    paragraph: &TaggedParagraph,
    stretch: &Quoted,
    before: &Cue,
    behind: &Cue,
) -> bool {
    let words = &paragraph.words;
    let last = &words[stretch.words.end - 1];
    let lead = stretch.outer.start.checked_sub(1).map_or("", |at| words[at].text);
    let follows = |at: usize, sign: &str| words.get(at).is_some_and(|word| word.text == sign);
    // `Zhirnov asked, "…?", Lavrov said: "…"`
    let leads_on = follows(behind.end(), ":");
    // `Zhirnov responds with, "…?" Lavrov answers, "…"`
    let mut next = words[behind.end()..].iter().take(3).take_while(|word| !word.is_stop());
    let leads_to_others = lead == "," && next.any(|word| word.is_mark() && !word.is_inside());
    // `Although Zhirnov says that "…," Lavrov said it is not.`
    let is_conceded = lead == "that" && is_aside(words, before);
    // `When Zhirnov asked "…?", Lavrov said it was late.`
    let opening = paragraph.sentence_of(stretch.outer.start);
    let head = paragraph.sentences[opening].start;
    let is_beside = words[head].has(Tags::SUBORDINATOR) && before.subject.start == head + 1;
    let has_own_words = words.get(behind.end()).is_some_and(|next| {
        next.is_word() && !next.has(Tags::PREPOSITION | Tags::TIME | Tags::ADVERB)
    });
    let is_answered =
        is_beside && has_own_words && behind.construction == Construction::SubjectFirst;
    // `Zhirnov said, "…," police said`: they tell of what he said.
    let is_told_of = lead == ","
        && behind.construction == Construction::SubjectFirst
        && matches!(before.construction, Construction::SubjectFirst | Construction::SharedSubject)
        && phrase::takes_bare_clause(before.complement())
        && !words[head].has(Tags::SUBORDINATOR)
        && words[before.end()..stretch.outer.start].iter().all(|word| !word.is_mark());
    // `Lavrov said: "…!" Zhirnov nodded.`: a colon leads to nothing but the words behind it.
    let is_closed = lead == ":" && last.text != ",";
    let is_whole = !last.is_any(&[",", "?", "!"]) && !follows(stretch.outer.end, ",");
    leads_on
        || leads_to_others
        || is_conceded
        || is_answered
        || is_told_of
        // `Zhirnov should have said "…", Lavrov wrote.`
        || before.negated
        || is_closed
        || is_whole
}

/// Whether a colon leads up to a stretch.
fn is_announced(words: &[Word], stretch: &Quoted) -> bool {
    stretch.outer.start.checked_sub(1).is_some_and(|lead| words[lead].text == ":")
}

/// Whether a verb of speech leads into words in marks that is no cue, because its subject is not known: "posted it under a
/// headline that said, “…”", "told Zhirnov, who answers at once: “…”".
fn is_led_by_other_verb(paragraph: &TaggedParagraph, cues: &[Cue], stretch: &Quoted) -> bool {
    let words = &paragraph.words;
    let sentence = &paragraph.sentences[paragraph.sentence_of(stretch.outer.start)];
    let mut before = (sentence.start + 1..stretch.outer.start).rev().take(4);
    let is_last =
        |at: &usize| words[*at].is_mark() || words[*at].is_word() && !words[*at].ends_with("ly");
    let Some(at) = before.find(is_last) else { return false };
    let is_finite = |verb: &Verb| matches!(verb.form, VerbForm::Past | VerbForm::Third);
    let next = cues.partition_point(|cue| cue.words.end <= at);
    words[at].verb().is_some_and(is_finite)
        && words[at - 1].is_any(&["who", "that", "which"])
        && cues.get(next).is_none_or(|cue| cue.words.start > at)
}

/// Whether the stretch `idx` runs on from the one before it: only that one's cue (`beside`), or nothing,
/// lies between. `own` is the cue beside it itself.
fn runs_on(
    paragraph: &TaggedParagraph,
    cues: &[Cue],
    idx: usize,
    beside: Option<Beside>,
    own: Option<Beside>,
) -> bool {
    let (previous, stretch) = (&paragraph.quoted[idx - 1], &paragraph.quoted[idx]);
    let gap = previous.outer.end..stretch.outer.start;
    if gap.is_empty()
        || gap.len() > 60
        || own.is_some_and(|own| beside.is_none_or(|beside| beside.cue != own.cue))
    {
        return false;
    }
    let Some(beside) = beside.filter(|beside| beside.behind) else { return false };
    let cue = &cues[beside.cue];
    if cue.start() < gap.start || cue.end() > gap.end {
        return false;
    }
    // After the cue's own sentence comes the stretch at once; nobody else leads up to it or answers by it.
    let rest = cue.end()..gap.end;
    let stop = rest.clone().rev().find(|&at| paragraph.words[at].is_stop());
    if stop.is_some_and(|stop| names_a_speaker(paragraph, stop + 1..gap.end))
        || is_handed_over(paragraph, stretch)
            && phrase::is_finite_verb(&paragraph.words, stretch.outer.end)
    {
        return false;
    }
    // "in Monroe, La., on Monday": no sentence ends there.
    let stops = rest.clone().filter(|&at| {
        let words = &paragraph.words;
        words[at].is_stop()
            && !words[at].is("…")
            && words.get(at + 1).is_none_or(|next| next.text != ",")
    });
    let stops = stops.count();
    let another = cues.get(beside.cue + 1).is_some_and(|cue| cue.words.start < gap.end);
    let last = &paragraph.words[gap.end - 1];
    stops <= 1
        && !another
        && (last.is_stop() || last.is_any(&[",", ":", ";"]) || last.is_dash() || rest.is_empty())
}

/// Whether words that lead up to words in marks have a subject or a verb, so that they may say who speaks:
/// "Peter Quist was blunt: “…”", but not "On the economy: “…”".
fn names_a_speaker(paragraph: &TaggedParagraph, range: Range<usize>) -> bool {
    let speaks = Tags::PRONOUN | Tags::ROLE | Tags::PEOPLE | Tags::BODY;
    let words = &paragraph.words[range.clone()];
    words.iter().any(|word| word.is_name() || word.has(speaks) && !word.has(Tags::DETERMINER))
        || phrase::has_finite_verb(paragraph, range, 60)
}

/// Whether the sentence goes on behind words in marks as if it said who spoke, by a verb or a subject that
/// the rules do not know: "…," posted @x. Whoever spoke before has ended their turn.
fn is_handed_over(paragraph: &TaggedParagraph, stretch: &Quoted) -> bool {
    let words = &paragraph.words;
    let leads_on = words[stretch.words.end - 1].is_any(&[",", "?", "!"]);
    let sentence = &paragraph.sentences[paragraph.sentence_of(stretch.outer.end - 1)];
    let end = stretch.outer.end;
    leads_on
        && end + 1 < sentence.end
        && words[end].is_word()
        && !words[end].has(Tags::COORDINATOR | Tags::PREPOSITION | Tags::SUBORDINATOR)
}

/// Whether a cue stands in a clause beside the main one, or in one that says more of somebody: "after Lavrov said",
/// "who said".
pub(super) fn is_aside(words: &[Word], cue: &Cue) -> bool {
    let is_of_somebody = cue.construction == Construction::SubjectFirst
        && words[cue.subject.end.min(cue.words.start)..cue.words.start]
            .iter()
            .any(|word| word.is_any(lists::RELATIVE_PRONOUNS));
    let before = cue.subject.start.checked_sub(1).map(|before| &words[before]);
    is_of_somebody
        || cue.construction == Construction::SubjectFirst
            && before.is_some_and(|before| {
                before.is_any(lists::CLAUSE_OPENERS) || before.is_any(lists::RELATIVES_OF_A_CLAUSE)
            })
}

/// The speaker of words in marks that have no cue beside them, where the text makes it plain, with the
/// rule. `earlier` is the last quotation before them in their paragraph.
///
/// Only what holds more often than not is taken: a person whom the sentence before names goes on to
/// speak, one whom it calls "he" as often as not does not; and words right behind other words in marks
/// are as often the answer to them.
fn inherited(
    paragraph: &TaggedParagraph,
    cues: &[Cue],
    stretch: &Quoted,
    before: &PrecedingContext,
    earlier: Option<&UnresolvedQuotation>,
) -> Option<(Mention, Rule)> {
    let words = &paragraph.words;
    let start = stretch.outer.start;
    let sentence = paragraph.sentence_of(start);
    let mention = |words| Mention::new(paragraph, words);
    if is_handed_over(paragraph, stretch) || is_led_by_other_verb(paragraph, cues, stretch) {
        return None;
    }
    if paragraph.sentences[sentence].start < start {
        // "Sanders made the following comment: “…”"
        let announced = words[start - 1].text == ":";
        if let Some(name) = name_before_colon(paragraph, &paragraph.sentences[sentence], start - 1)
        {
            return Some((mention(name), Rule::Labelled));
        }
        if !announced {
            return None;
        }
        // "The signs were there – More from Ada Voss: “…”"
        let floor = paragraph.sentences[sentence].start;
        let dash = (floor..start).rev().take(8).find(|&at| words[at].is_dash());
        let lead = dash.map_or(floor, |dash| dash + 1)..start - 1;
        // "Ada Voss, from Hull: “…”" is Ada Voss.
        let is_all = |by: &Range<usize>| words[lead.start..by.start].iter().all(Word::is_word);
        let subject = owner_before_colon(paragraph, &lead)
            .or_else(|| statement_by(paragraph, &lead).filter(is_all))
            .or_else(|| phrase::main_subject(paragraph, &paragraph.sentences[sentence]))
            .filter(|subject| may_speak(&words[subject.clone()]))
            .filter(|subject| !writer_acts(&words[subject.end..lead.end]))?;
        return Some((mention(subject), Rule::Announced));
    }
    let Some(narrated) = sentence.checked_sub(1).map(|at| &paragraph.sentences[at]) else {
        // "“… of the camp”" heads what follows.
        let first = &words[stretch.words.start];
        let is_cut = first.is_any(&["…", "..."]) || first.text.starts_with(char::is_lowercase);
        return before.speaker.clone().filter(|_| !is_cut);
    };
    // The words in marks of that sentence are of whoever goes on, not of whom it tells besides.
    let told = paragraph.span(narrated);
    if let Some(quoted) = earlier.filter(|earlier| {
        earlier.kind == Kind::Direct && earlier.cue.is_some_and(|cue| told.contains(cue))
    }) {
        return quoted.mention.clone().map(|mention| (mention, Rule::Continued));
    }
    let next = cues.partition_point(|cue| cue.words.start < start);
    let told = || {
        let told = cues[..next].iter().rev().take_while(|cue| cue.sentence + 1 == sentence);
        told.filter(|cue| !cue.negated)
    };
    if let Some(cue) = told().find(|cue| !is_aside(words, cue)).or(told().next()) {
        return Some((mention(cue.subject.clone()), Rule::Continued));
    }
    if let Some(subject) = phrase::point_of_view(paragraph, narrated) {
        return Some((mention(subject), Rule::SubjectBefore));
    }
    let subject = phrase::main_subject(paragraph, narrated)?;
    let named = earlier.is_some() && words[subject.end - 1].is_name();
    named.then(|| (mention(subject), Rule::SubjectBefore))
}
