//! What a publisher lays down holds.

use std::collections::BTreeMap;

use whosaid::article::{Article, ArticleId};
use whosaid::quotation::{
    Correction, Editorial, Kind, KnownSpeaker, Nameless, SpeakerVerdict, Verdict, attribute,
};
use whosaid::span::Span;

use super::annotate;

const TEXT: &str = "“It is calm here,” said Anna Smith. The “so-called state” fell.";

#[track_caller]
fn check(words: &str, verdict: Verdict, expected: &str) {
    let start = TEXT.find(words).expect("the words occur");
    let words = Span::from_range(start..start + words.len());
    let corrections = BTreeMap::from([(ArticleId(0), vec![Correction { words, verdict }])]);
    let articles = [Article::from_plain_text(TEXT)];
    let found = attribute(&articles, &Editorial { corrections, ..Editorial::default() });
    assert_eq!(annotate(&articles[0], &found, 0), expected);
}

#[test]
fn a_quotation_can_be_taken_away() {
    check("calm", Verdict::NotQuotation, TEXT);
}

#[test]
fn a_speaker_can_be_named_or_taken_away() {
    check(
        "calm",
        Verdict::Quotation {
            kind: None,
            speaker: SpeakerVerdict::Named(vec!["Eve Brown".to_owned()]),
        },
        "“<q speaker=\"Eve Brown\">It is calm here</q>,” said Anna Smith. The “so-called state” fell.",
    );
    check(
        "calm",
        Verdict::Quotation { kind: None, speaker: SpeakerVerdict::Unattributed },
        "“<q>It is calm here</q>,” said Anna Smith. The “so-called state” fell.",
    );
}

#[test]
fn words_that_were_not_found_become_a_quotation() {
    check(
        "so-called state",
        Verdict::Quotation { kind: None, speaker: SpeakerVerdict::Named(vec!["Smith".to_owned()]) },
        "“<q speaker=\"Anna Smith\">It is calm here</q>,” said Anna Smith. The “<q speaker=\"Anna Smith\">so-called state</q>” fell.",
    );
    check(
        "The “so-called state” fell",
        Verdict::Quotation { kind: Some(Kind::Mixed), speaker: SpeakerVerdict::AsFound },
        "“<q speaker=\"Anna Smith\">It is calm here</q>,” said Anna Smith. <q kind=\"mixed\">The “so-called state” fell</q>.",
    );
}

#[test]
fn known_speakers_carry_their_name_and_aliases() {
    let articles = [
        Article::from_plain_text("“It is calm here,” said Samir Kabulov."),
        Article::from_plain_text(
            "“It is calm here,” said Zamir Kabulov. “All is well,” the Envoy’s Office said.",
        ),
    ];
    let speaker = KnownSpeaker {
        name: "Z. N. Kabulov".to_owned(),
        aliases: vec!["Zamir Kabulov".to_owned(), "Envoy’s Office".to_owned()],
        roles: vec!["envoy".to_owned()],
    };
    let found =
        attribute(&articles, &Editorial { speakers: vec![speaker], ..Editorial::default() });
    let names: Vec<&str> = found.speakers.iter().map(|speaker| speaker.name.as_str()).collect();
    assert_eq!(names, ["Z. N. Kabulov"]);
    assert_eq!(found.speakers[0].roles, ["envoy"]);
    assert_eq!(found.speakers[0].spellings, ["Envoy’s Office", "Samir Kabulov", "Zamir Kabulov"]);
}

#[test]
fn a_body_without_a_name_may_be_another_in_each_article() {
    let first = Article::from_plain_text(
        "Ford will close. The company said it would pay all workers. Analysts said it was late.",
    );
    let second = Article::from_plain_text(
        "Sony will grow. The company said it would hire more people. Analysts said it was bold.",
    );
    let names = |articles: &[Article], editorial: &Editorial| {
        let found = attribute(articles, editorial);
        let quotations = found.quotations.iter().flatten();
        let mut names = Vec::new();
        for quotation in quotations {
            assert!(quotation.attribution.mention.is_some(), "the evidence stays");
            let speaker = quotation.attribution.speakers.first();
            names.push(speaker.map(|id| found.speakers[id.0 as usize].name.clone()));
        }
        (names, found.nameless)
    };
    let some = |name: &str| Some(name.to_owned());

    let one = names(std::slice::from_ref(&first), &Editorial::default());
    assert_eq!(one, (vec![some("Company"), some("Analysts")], vec![]));

    let both = [first, second];
    let (speakers, nameless) = names(&both, &Editorial::default());
    assert_eq!(speakers, [None, some("Analysts"), None, some("Analysts")]);
    let company = Nameless { name: "Company".to_owned(), n_quotations: 2, n_articles: 2 };
    assert_eq!(nameless, [company]);

    let ford = KnownSpeaker {
        name: "Ford".to_owned(),
        aliases: vec!["the company".to_owned()],
        ..KnownSpeaker::default()
    };
    let editorial = Editorial { speakers: vec![ford], ..Editorial::default() };
    let (speakers, nameless) = names(&both, &editorial);
    assert_eq!(speakers, [some("Ford"), some("Analysts"), some("Ford"), some("Analysts")]);
    assert_eq!(nameless, []);
}

#[test]
fn a_word_that_begins_a_sentence_is_no_name() {
    let articles = [
        Article::from_plain_text("“Prices will fall,” said Mark Traders. “We knew,” Lee said."),
        Article::from_plain_text("Traders said that prices rose. The market has few traders."),
        Article::from_plain_text("“We do not know,” said Harper Lee. It was late."),
    ];
    let found = attribute(&articles, &Editorial::default());
    let names: Vec<&str> = found.speakers.iter().map(|speaker| speaker.name.as_str()).collect();
    assert_eq!(names, ["Harper Lee", "Mark Traders", "Traders"]);
}

#[test]
fn spellings_of_one_person_are_joined_across_articles() {
    let articles = [
        Article::from_plain_text("“It is calm here,” said Sergei Lavrov."),
        Article::from_plain_text(
            "“All is well here,” said Sergey Lavrov. “It is late,” Lavrov said.",
        ),
        Article::from_plain_text(
            "“It is a lie,” said Maria Lavrova. “It is true,” said Boris Lavrov.",
        ),
    ];
    let found = attribute(&articles, &Editorial::default());
    let names: Vec<&str> = found.speakers.iter().map(|speaker| speaker.name.as_str()).collect();
    assert_eq!(names, ["Sergey Lavrov", "Boris Lavrov", "Maria Lavrova"]);
}

#[test]
fn editors_may_name_several_speakers_of_one_quotation() {
    let words = Span::from_range(0..11);
    let names = vec!["Ada Voss".to_owned(), "Ben Roe".to_owned()];
    let verdict = Verdict::Quotation { kind: None, speaker: SpeakerVerdict::Named(names) };
    let corrections = BTreeMap::from([(ArticleId(0), vec![Correction { words, verdict }])]);
    let editorial = Editorial { corrections, ..Editorial::default() };
    let found = attribute(&[Article::from_plain_text("It is calm.")], &editorial);
    let attribution = &found.quotations[0][0].attribution;
    let names: Vec<&str> =
        attribution.speakers.iter().map(|id| &*found.speakers[id.0 as usize].name).collect();
    assert_eq!(names, ["Ada Voss", "Ben Roe"]);
    assert_eq!(attribution.why_open, None);
}

#[test]
fn speakers_in_other_scripts_have_slugs_of_their_own() {
    let names = ["Борис Петров", "王毅", "Seán O'Brien", "J. Smith", "Unattributed", "!?"];
    let slugs =
        ["борис-петров", "王毅", "sean-obrien", "j-smith", "speaker-unattributed", "speaker"];
    for (name, slug) in names.into_iter().zip(slugs) {
        let words = Span::from_range(0..2);
        let speaker = SpeakerVerdict::Named(vec![name.to_owned()]);
        let verdict = Verdict::Quotation { kind: None, speaker };
        let corrections = BTreeMap::from([(ArticleId(0), vec![Correction { words, verdict }])]);
        let editorial = Editorial { corrections, ..Editorial::default() };
        let found = attribute(&[Article::from_plain_text("It is calm.")], &editorial);
        assert_eq!(found.speakers[0].slug, slug, "{name}");
    }
}
