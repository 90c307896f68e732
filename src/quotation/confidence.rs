//! The confidence of an attribution: the precision of its rule on annotated texts.
//!
//! Counted on the articles of PolNeAR's training and development parts (Newell et al., "An Attribution
//! Relations Corpus for Political News", LREC 2018), the development events and the Wikinews of
//! `tests/data/quotations`: 10,700 attributions whose words and speaker are annotated. Of `right` out of `n`
//! the share is `(right + 1) / (n + 2)` (Laplace's rule of succession), which lowers the share of rules with
//! few cases.
//! `cargo xtask score` prints how often attributions of each confidence are right on the texts it is given.

use super::model::Rule;

/// How often the phrase that a rule takes for the speaker's is the speaker's, in percent.
fn of_rule(rule: Rule) -> u32 {
    match rule {
        Rule::Editor => 100,
        // 4,558 of 4,599
        Rule::CueBehind => 99,
        // 3,528 of 3,660, 306 of 319, 537 of 557, and 23 of 23
        Rule::ReportedClause | Rule::AccordingTo | Rule::CueBefore | Rule::Signed => 96,
        // 52 of 55
        Rule::Inherited => 93,
        // 563 of 614, and 124 of 134
        Rule::SharedSubject | Rule::Continued => 92,
        // 19 of 20
        Rule::Labelled => 91,
        // 631 of 707
        Rule::ReportedAct => 89,
        // 47 of 53
        Rule::Announced => 87,
        // 3 of 3
        Rule::SubjectBefore => 80,
        Rule::Marks => 0,
    }
}

/// How often the person or body is the right one where the phrase has no name ("he", "the minister"), in
/// percent: 81 of 83. Where it has one, all of 150 were.
const WITHOUT_NAME: u32 = 97;

/// The most for a bare surname that several persons of the article have, and for a pronoun behind somebody by office of
/// whom nothing shows that it is another. Too few of them are annotated to count, so it only says that they are to be
/// looked at.
pub(super) const DOUBTFUL: u8 = 85;

/// How often attributions of a rule by a phrase with or without a name are right, in percent.
pub(super) fn confidence(rule: Rule, has_name: bool) -> u8 {
    let percent = if has_name { of_rule(rule) } else { of_rule(rule) * WITHOUT_NAME / 100 };
    u8::try_from(percent).expect("a share of 100")
}
