//! The confidence of an attribution: the precision of its rule on annotated texts.
//!
//! Counted on the articles of PolNeAR's training and development parts (Newell et al., "An Attribution
//! Relations Corpus for Political News", LREC 2018), the development events and the Wikinews of
//! `tests/data/quotations`: 11,000 attributions whose words and speaker are annotated. Of `right` out of `n`
//! the share is `(right + 1) / (n + 2)` (Laplace's rule of succession), which lowers the share of rules with
//! few cases.
//! `cargo xtask score` prints how often attributions of each confidence are right on the texts it is given.

use super::model::Rule;

/// How often the phrase that a rule takes for the speaker's is the speaker's, in percent.
fn of_rule(rule: Rule) -> u32 {
    match rule {
        Rule::Editor => 100,
        // 4,549 of 4,607
        Rule::CueBehind => 99,
        // 3,648 of 3,743, 305 of 314, 542 of 559, and 30 of 30
        Rule::ReportedClause | Rule::AccordingTo | Rule::CueBefore | Rule::Signed => 97,
        // 58 of 60
        Rule::Announced => 95,
        // 589 of 628, and 804 of 853
        Rule::SharedSubject | Rule::ReportedAct => 94,
        // 24 of 25
        Rule::Labelled => 93,
        // 50 of 54, and 131 of 143
        Rule::Inherited | Rule::Continued => 91,
        // 1 of 1
        Rule::SubjectBefore => 67,
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
