//! Where a cue stands in its sentence, and whether it leads to words in marks.

use super::skip::{LONGEST_ADDRESSEE, skip_circumstance};
use crate::quotation::cue::Cue;
use crate::quotation::lexicon::{Complement, Tags, VerbForm, lists};
use crate::quotation::phrase;
use crate::quotation::word::{TaggedParagraph, Word};

/// Whether an earlier cue of the sentence may have the words before this one.
pub(super) fn has_earlier(cues: &[Cue], idx: usize) -> bool {
    cues[..idx]
        .iter()
        .rev()
        .take_while(|other| other.sentence == cues[idx].sentence)
        .any(|other| phrase::takes_bare_clause(other.complement()) && !other.negated)
}

/// Whether an earlier cue of the sentence stands before the words at `first` and reports a clause with "that".
pub(super) fn is_of_earlier(cues: &[Cue], idx: usize, first: usize) -> bool {
    let earlier = cues[..idx].iter().rev();
    let mut earlier = earlier.take_while(|other| other.sentence == cues[idx].sentence);
    earlier.any(|other| other.complement() == Complement::That && other.end() <= first)
}

/// Whether what a cue reports stands in marks behind a colon, so that nothing before it does: "Asked of it, he told the
/// court: “…”".
pub(super) fn leads_to_marks(paragraph: &TaggedParagraph, cue: &Cue) -> bool {
    let words = &paragraph.words;
    let reach = cue.end()..paragraph.sentences[cue.sentence].end.min(cue.end() + LONGEST_ADDRESSEE);
    let sign = reach.clone().find(|&at| !words[at].is_word());
    sign.is_some_and(|sign| {
        words[sign].text == ":" && words.get(sign + 1).is_some_and(Word::is_mark)
    })
}

/// Whether behind a cue stands only where or on what somebody spoke: "testified before the committee in Leeds, where".
pub(super) fn cue_leads_to_place(paragraph: &TaggedParagraph, cue: &Cue) -> bool {
    let next = paragraph.words.get(cue.words.end);
    cue.lemma() == "testify" && next.is_some_and(|next| next.has(Tags::PREPOSITION))
}

pub(super) fn is_participle(cue: &Cue) -> bool {
    is_form(cue, VerbForm::Participle)
}

pub(super) fn is_form(cue: &Cue, form: VerbForm) -> bool {
    cue.verb.is_some_and(|verb| verb.form == form)
}

/// Whether a cue ends its sentence: "…, he said."
pub(super) fn closes_sentence(paragraph: &TaggedParagraph, cue: &Cue) -> bool {
    paragraph.words.get(cue.end()).is_none_or(Word::is_stop)
}

/// Whether a cue stands between commas: "A, Lavrov wrote, B".
pub(super) fn is_parenthesis(paragraph: &TaggedParagraph, cue: &Cue) -> bool {
    let is_comma = |at: usize| paragraph.words.get(at).is_some_and(|word| word.text == ",");
    lists::WRITING_VERBS.contains(&cue.lemma())
        && cue.start() > 0
        && is_comma(cue.start() - 1)
        && is_comma(cue.end())
}

/// The same of a verb of writing where only a time or an occasion follows: "…, he wrote on Monday."
pub(super) fn closes_sentence_so(paragraph: &TaggedParagraph, cue: &Cue) -> bool {
    if !lists::WRITING_VERBS.contains(&cue.lemma()) {
        return closes_sentence(paragraph, cue);
    }
    let end = paragraph.sentences[cue.sentence].end;
    let at = skip_circumstance(paragraph, cue.end(), end);
    paragraph.words.get(at).is_none_or(Word::is_stop)
}
