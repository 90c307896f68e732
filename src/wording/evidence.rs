//! How attributions were made, and what a reader says against one.

use super::names::in_marks;
use crate::i18n::tr;
use crate::notebook::{Names, Says};
use crate::quotation::{MergeReason, Rule, WhyOpen};

/// How a rule attributes a quotation: a sentence, without the evidence itself.
#[must_use]
pub fn rule_explanation(rule: Rule) -> &'static str {
    match rule {
        Rule::Editor => tr!("The editors of this dossier attributed these words by hand."),
        Rule::CueBehind => tr!("The words right after the quotation say who speaks."),
        Rule::CueBefore => tr!("The words right before the quotation say who speaks."),
        Rule::ReportedClause => tr!("The sentence reports in its own words what the speaker said."),
        Rule::ReportedAct => {
            tr!("The sentence tells what the speaker called, asked for, promised or blamed.")
        }
        Rule::AccordingTo => tr!("The article says that this is according to the speaker."),
        Rule::SharedSubject => {
            tr!("The verb of speech has the same subject as the verb before it in the sentence.")
        }
        Rule::Continued => {
            tr!("The quotation runs on from one just before it by the same speaker.")
        }
        Rule::Inherited => {
            tr!("A paragraph of speech without a speaker of its own follows the speaker before it.")
        }
        Rule::SubjectBefore => tr!("The sentence before the quotation is about the speaker."),
        Rule::Announced => {
            tr!("A sentence about the speaker leads up to the quotation with a colon.")
        }
        Rule::Signed => tr!("The speaker's name stands under the quotation as a signature."),
        Rule::Labelled => tr!("The speaker's name stands before the words, as in a transcript."),
        Rule::Marks => {
            tr!(
                "The words stand in quotation marks, but the article does not say plainly whose they are."
            )
        }
    }
}

/// Why nobody is named for words that `mention` are said to be by, as a sentence.
#[must_use]
pub fn open_explanation(why: WhyOpen, mention: Option<&str>) -> String {
    let who = mention.map_or_else(|| tr!("the speaker").to_owned(), in_marks);
    match why {
        WhyOpen::Language => {
            tr!("Who spoke is found in English only, and this article is in another language.")
                .to_owned()
        }
        WhyOpen::NoSpeaker => tr!("Nothing near the words names a speaker.").to_owned(),
        WhyOpen::Namesakes => tr!("It is not plain which person {who} is.", who),
        WhyOpen::Pronoun => tr!("It is not plain whom {who} means.", who),
        WhyOpen::Office => tr!("The article does not make plain who {who} is.", who),
        WhyOpen::Anonymous => tr!("The article does not say who {who} is.", who),
        WhyOpen::NamelessBody => {
            tr!("The articles do not say which one {who} is, and each may mean another.", who)
        }
        WhyOpen::Editor => tr!("The editors of this dossier name nobody.").to_owned(),
    }
}

/// Why two speakers may be the same, as a clause.
#[must_use]
pub fn merge_reason(reason: MergeReason) -> &'static str {
    match reason {
        MergeReason::BareSurname => tr!("one name is the other's last word"),
        MergeReason::SimilarSurnames => {
            tr!("the given names are equal and the surnames differ little")
        }
        MergeReason::SimilarGivenNames => {
            tr!("the surnames are equal and the given names differ little or one is an initial")
        }
    }
}

/// A reader's objection to an attribution, as a sentence.
#[must_use]
pub fn objection(says: &Says) -> String {
    match says {
        Says::Speaker(name) => tr!("You say: said by {name}.", name),
        Says::Nobody => tr!("You say: nobody can be named.").to_owned(),
        Says::NoQuotation => tr!("You say: this is no quotation.").to_owned(),
        Says::Same(Names { speaker, other }) => {
            tr!("You say: {speaker} is the same as {other}.", speaker, other)
        }
        Says::Different(Names { speaker, other }) => {
            tr!("You say: {speaker} is not the same as {other}.", speaker, other)
        }
    }
}
