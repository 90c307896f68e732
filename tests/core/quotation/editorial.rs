//! What a publisher lays down holds.

use std::collections::BTreeMap;

use whosaid::article::{Article, ArticleId};
use whosaid::quotation::{
    AgesOfOne, Correction, CorrectionTarget, Editorial, Kind, KnownSpeaker, Nameless, Quotation,
    QuotationVerdict, SpeakerVerdict, WhyOpen, attribute,
};
use whosaid::span::Span;

use super::annotate;

const TEXT: &str = "“It is calm here,” said Anna Smith. The “so-called state” fell.";

#[track_caller]
fn check(words: &str, verdict: QuotationVerdict, expected: &str) {
    let start = TEXT.find(words).expect("the words occur");
    let words = Span::from_range(start..start + words.len());
    let corrections = BTreeMap::from([(
        ArticleId(0),
        vec![Correction { target: CorrectionTarget::Words(words), verdict }],
    )]);
    let articles = [Article::from_plain_text(TEXT)];
    let found = attribute(&articles, &Editorial { corrections, ..Editorial::default() });
    assert_eq!(annotate(&articles[0], &found, 0), expected);
}

#[test]
fn a_quotation_can_be_taken_away() {
    check("calm", QuotationVerdict::NotQuotation, TEXT);
}

#[test]
fn a_speaker_can_be_named_or_taken_away() {
    check(
        "calm",
        QuotationVerdict::Quotation {
            kind: None,
            speaker: SpeakerVerdict::Named(vec!["Eve Brown".to_owned()]),
        },
        "“<q speaker=\"Eve Brown\">It is calm here</q>,” said Anna Smith. The “so-called state” fell.",
    );
    check(
        "calm",
        QuotationVerdict::Quotation { kind: None, speaker: SpeakerVerdict::Unattributed },
        "“<q>It is calm here</q>,” said Anna Smith. The “so-called state” fell.",
    );
}

#[test]
fn words_that_were_not_found_become_a_quotation() {
    check(
        "so-called state",
        QuotationVerdict::Quotation {
            kind: None,
            speaker: SpeakerVerdict::Named(vec!["Smith".to_owned()]),
        },
        "“<q speaker=\"Anna Smith\">It is calm here</q>,” said Anna Smith. The “<q speaker=\"Anna Smith\">so-called state</q>” fell.",
    );
    check(
        "The “so-called state” fell",
        QuotationVerdict::Quotation { kind: Some(Kind::Mixed), speaker: SpeakerVerdict::AsFound },
        "“<q speaker=\"Anna Smith\">It is calm here</q>,” said Anna Smith. <q kind=\"mixed\">The “so-called state” fell</q>.",
    );
}

#[test]
fn a_correction_holds_for_all_quotations_of_a_mention() {
    let text = "Ivana Orlan and Pavel Orlan met. “It is calm,” Mr. Orlan said. “It is over,” said Mr. Orlan. \
                “I stay,” said Ivana Orlan.";
    let articles = [Article::from_plain_text(text)];
    let named = |name: &str| QuotationVerdict::Quotation {
        kind: None,
        speaker: SpeakerVerdict::Named(vec![name.to_owned()]),
    };
    let mention =
        |verdict| Correction { target: CorrectionTarget::Mention("Mr. Orlan".to_owned()), verdict };
    let speakers = |corrections: Vec<Correction>| -> Vec<Option<String>> {
        let corrections = BTreeMap::from([(ArticleId(0), corrections)]);
        let found = attribute(&articles, &Editorial { corrections, ..Editorial::default() });
        let quotations = found.quotations[0].iter();
        let name = |id: &whosaid::quotation::SpeakerId| found.speakers[id.0 as usize].name.clone();
        quotations.map(|one| one.attribution.speakers.first().map(name)).collect()
    };
    let some = |name: &str| Some(name.to_owned());
    assert_eq!(
        speakers(vec![mention(named("Viktor Orlan"))]),
        [some("Viktor Orlan"), some("Viktor Orlan"), some("Ivana Orlan")]
    );
    assert_eq!(speakers(vec![mention(QuotationVerdict::NotQuotation)]), [some("Ivana Orlan")]);
    // What is said of one quotation goes before it, in either order.
    let start = text.find("It is over").unwrap();
    let words = Span::from_range(start..start + 5);
    let one = Correction { target: CorrectionTarget::Words(words), verdict: named("Anna Smith") };
    let both = vec![one, mention(named("Viktor Orlan"))];
    let expected = [some("Viktor Orlan"), some("Anna Smith"), some("Ivana Orlan")];
    assert_eq!(speakers(both.clone()), expected);
    assert_eq!(speakers(both.into_iter().rev().collect()), expected);
}

#[test]
fn a_speaker_can_be_hidden() {
    let articles =
        [Article::from_plain_text("“It is calm,” said Anna Smith. “Yes,” said Eve Brown.")];
    let hidden =
        KnownSpeaker { name: "Anna Smith".to_owned(), is_hidden: true, ..KnownSpeaker::default() };
    let found = attribute(&articles, &Editorial { speakers: vec![hidden], ..Editorial::default() });
    let names: Vec<&str> = found.speakers.iter().map(|speaker| speaker.name.as_str()).collect();
    assert_eq!(names, ["Eve Brown"]);
    let attribution = &found.quotations[0][0].attribution;
    assert_eq!((attribution.speakers.len(), attribution.why_open), (0, Some(WhyOpen::Editor)));
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
        roles: Some(vec!["envoy".to_owned()]),
        ..KnownSpeaker::default()
    };
    let found =
        attribute(&articles, &Editorial { speakers: vec![speaker], ..Editorial::default() });
    let names: Vec<&str> = found.speakers.iter().map(|speaker| speaker.name.as_str()).collect();
    assert_eq!(names, ["Z. N. Kabulov"]);
    assert_eq!(found.speakers[0].roles, ["envoy"]);
    assert_eq!(found.speakers[0].spellings, ["Envoy’s Office", "Samir Kabulov", "Zamir Kabulov"]);
}

#[test]
fn an_alias_is_a_spelling_where_an_article_has_it() {
    let said = "“It is calm,” said Ada Roe. “All is well,” the mayor said. “It is late,” the company said.";
    let ada = KnownSpeaker {
        name: "Ada Roe".to_owned(),
        aliases: ["the mayor", "the old mayor", "the company"].map(str::to_owned).to_vec(),
        ..KnownSpeaker::default()
    };
    let editorial = Editorial { speakers: vec![ada], ..Editorial::default() };
    let found = attribute(&[Article::from_plain_text(said)], &editorial);
    let speakers: Vec<&str> = found.speakers.iter().map(|speaker| &*speaker.name).collect();
    assert_eq!(speakers, ["Ada Roe"]);
    assert_eq!(found.speakers[0].spellings, ["Company", "the mayor"]);
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
fn another_sign_for_an_apostrophe_is_no_other_spelling() {
    let articles = [
        Article::from_plain_text(
            "“It is calm,” said Ada O’Brien. “All is well,” she said. “Yes,” she said.",
        ),
        Article::from_plain_text("\"It is late,\" said Ada O'Brien. \"Yes,\" said Ada Obrien."),
    ];
    let found = attribute(&articles, &Editorial::default());
    let names = found.speakers.iter().map(|speaker| (&*speaker.name, &*speaker.spellings));
    let names: Vec<(&str, &[String])> = names.collect();
    assert_eq!(names, [("Ada O’Brien", &["Ada Obrien".to_owned()][..])]);
}

#[test]
fn roles_are_plain_appositions_titles_and_copulas() {
    let roles = |text: &str| {
        let found = attribute(&[Article::from_plain_text(text)], &Editorial::default());
        found.speakers[0].roles.clone()
    };
    let said = "“It is calm,” said Ada Roe.";
    assert_eq!(roles(&format!("Mayor Ada Roe came. {said}")), ["Mayor"]);
    assert_eq!(roles(&format!("Ada Roe, the mayor of Calm, came. {said}")), ["mayor of Calm"]);
    assert_eq!(roles(&format!("Ada Roe is a lawyer from Calm. {said}")), ["lawyer from Calm"]);
    assert_eq!(roles(&format!("Defence Secretary Ada Roe came. {said}")), ["Defence Secretary"]);
    assert_eq!(roles(&format!("Secretary of State Ada Roe came. {said}")), ["Secretary of State"]);
    for none in [
        "Ms. Ada Roe came.",
        "His first wife, Ada Roe, came.",
        "An adviser to Ada Roe came.",
        "A spokesman for Ms. Ada Roe came.",
        "The mayor admires Ada Roe.",
        "According to Ada Roe, the mayor did not come.",
        "Not Ada Roe, her brother, came.",
    ] {
        assert_eq!(roles(&format!("{none} {said}")), Vec::<String>::new(), "{none}");
    }
}

#[test]
fn a_role_that_says_no_more_than_another_is_not_told() {
    let said = "“It is calm,” said Ada Roe.";
    let text = format!(
        "Coastguard commander Ada Roe came. Commander Ada Roe stayed. Ada Roe, the captain of the port, \
         left. Captain Ada Roe and Man Ada Roe came. {said}"
    );
    let found = attribute(&[Article::from_plain_text(&text)], &Editorial::default());
    let roles = &found.speakers[0].roles;
    assert!(roles.contains(&"Coastguard commander".to_owned()), "{roles:?}");
    assert!(!roles.iter().any(|role| role == "Commander" || role == "Captain"), "{roles:?}");
}

#[test]
fn an_office_in_two_forms_is_told_once() {
    let roles = |text: &str| {
        let text = format!("{text} “It is calm,” said Ada Roe.");
        let found = attribute(&[Article::from_plain_text(&text)], &Editorial::default());
        found.speakers[0].roles.clone()
    };
    let russian = "Russian Foreign Minister Ada Roe came.";
    let of_russia = "Ada Roe, the foreign minister of Russia, left.";
    assert_eq!(
        roles(&format!("{russian} {of_russia} {of_russia}")),
        ["foreign minister of Russia"]
    );
    assert_eq!(roles(&format!("{russian} {russian} {of_russia}")), ["Russian Foreign Minister"]);
    let policy = "Foreign-policy expert Ada Roe came. Ada Roe, a foreign policy expert, left.";
    assert_eq!(roles(policy).len(), 1);
    // Whether that envoy comes from there or goes there is not plain.
    let envoy = "Iran envoy Ada Roe came. Ada Roe, the envoy of Iran, left.";
    assert_eq!(roles(envoy).len(), 2);
    let other = "Austrian minister Ada Roe came. Ada Roe, the minister of Australia, left.";
    assert_eq!(roles(other).len(), 2);
}

#[test]
fn roles_of_the_publisher_stand_for_those_that_are_found() {
    let articles = [Article::from_plain_text("“It is calm,” said mayor Ada Roe.")];
    let roles = |roles: Option<&[&str]>| {
        let roles = roles.map(|roles| roles.iter().map(ToString::to_string).collect());
        let speaker = KnownSpeaker { name: "Ada Roe".to_owned(), roles, ..KnownSpeaker::default() };
        let editorial = Editorial { speakers: vec![speaker], ..Editorial::default() };
        attribute(&articles, &editorial).speakers[0].roles.clone()
    };
    assert_eq!(roles(None), ["mayor"]);
    assert_eq!(roles(Some(&["head of Calm"])), ["head of Calm"]);
    assert_eq!(roles(Some(&[])), Vec::<String>::new());
}

#[test]
fn editors_may_name_several_speakers_of_one_quotation() {
    let words = Span::from_range(0..11);
    let names = vec!["Ada Voss".to_owned(), "Ben Roe".to_owned()];
    let verdict = QuotationVerdict::Quotation { kind: None, speaker: SpeakerVerdict::Named(names) };
    let corrections = BTreeMap::from([(
        ArticleId(0),
        vec![Correction { target: CorrectionTarget::Words(words), verdict }],
    )]);
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
        let verdict = QuotationVerdict::Quotation { kind: None, speaker };
        let corrections = BTreeMap::from([(
            ArticleId(0),
            vec![Correction { target: CorrectionTarget::Words(words), verdict }],
        )]);
        let editorial = Editorial { corrections, ..Editorial::default() };
        let found = attribute(&[Article::from_plain_text("It is calm.")], &editorial);
        assert_eq!(found.speakers[0].slug, slug, "{name}");
    }
}

/// The names of those who said the quotations of each article, in order.
fn names_of(texts: &[&str], editorial: &Editorial) -> Vec<Option<String>> {
    let articles: Vec<Article> = texts.iter().map(|text| Article::from_plain_text(text)).collect();
    let found = attribute(&articles, editorial);
    let speaker = |quotation: &Quotation| {
        let id = quotation.attribution.speakers.first()?;
        Some(found.speakers[id.0 as usize].name.clone())
    };
    found.quotations.iter().flatten().map(speaker).collect()
}

#[test]
fn a_surname_of_several_is_open_in_the_whole_dossier() {
    let some = |name: &str| Some(name.to_owned());
    let names = names_of(
        &[
            "“I am in,” said Hillary Crane.",
            "“She is ready,” said Bill Crane.",
            "“No deal,” Crane said.",
            "“I go,” Mrs. Crane said.",
        ],
        &Editorial::default(),
    );
    let expected = [some("Hillary Crane"), some("Bill Crane"), None, some("Hillary Crane")];
    assert_eq!(names, expected);
}

#[test]
fn an_initial_of_several_is_none_of_them() {
    let names = names_of(
        &["J. Smith said it rained.", "John Smith said it froze.", "James Smith said it hailed."],
        &Editorial::default(),
    );
    let expected = ["J. Smith", "John Smith", "James Smith"].map(|name| Some(name.to_owned()));
    assert_eq!(names, expected);
    // Nor is it in one article, where it is the one who is named first.
    let names = names_of(
        &["A. Kell said it rained. Anna Kell said it froze. Adam Kell said it hailed."],
        &Editorial::default(),
    );
    assert_eq!(names[1..], ["Anna Kell", "Adam Kell"].map(|name| Some(name.to_owned())));
}

#[test]
fn an_alias_goes_before_what_the_article_shows() {
    let donald = KnownSpeaker {
        name: "Donald Orlan".to_owned(),
        aliases: vec!["Orlan".to_owned()],
        ..KnownSpeaker::default()
    };
    let editorial = Editorial { speakers: vec![donald], ..Editorial::default() };
    let names = names_of(&["“I won,” said Ivana Orlan. “I won more,” Orlan said."], &editorial);
    assert_eq!(names, ["Ivana Orlan", "Donald Orlan"].map(|name| Some(name.to_owned())));
}

#[test]
fn a_ministry_is_that_of_its_country() {
    let names = names_of(
        &[
            "Japan’s Defense Ministry said a ship was sunk. The ministry said its crew was safe.",
            "China’s Defense Ministry said it was false. The ministry said its planes had left.",
        ],
        &Editorial::default(),
    );
    let [japan, china] =
        ["Japan’s", "China’s"].map(|land| Some(format!("{land} Defense Ministry")));
    assert_eq!(names, [japan.clone(), japan, china.clone(), china]);
}

#[test]
fn an_office_is_whoever_is_named_before_it_where_another_article_gives_it_to_them() {
    let speaker = |other: &str| {
        let articles = [
            Article::from_plain_text(other),
            Article::from_plain_text(
                "Ada Voss was glad.\n\n“We will look at every ferry,” the minister said.",
            ),
        ];
        let found = attribute(&articles, &Editorial::default());
        let speakers = &found.quotations[1][0].attribution.speakers;
        speakers.first().map(|id| found.speakers[id.0 as usize].name.clone())
    };
    assert_eq!(
        speaker("Transport minister Ada Voss said the road was shut.").as_deref(),
        Some("Ada Voss")
    );
    assert_eq!(speaker("The teacher Ada Voss said the road was shut."), None);
    assert_eq!(speaker("Transport minister Otto Voss said the road was shut."), None);
}

#[test]
fn an_office_is_not_whoever_is_named_before_it_where_it_stands_with_a_surname() {
    let articles = [
        Article::from_plain_text("President Ada Voss said the road was shut."),
        Article::from_plain_text(
            "President Roe spoke beside Karl Roe and Eve Roe for Ada Voss.\n\nAda Voss was glad.\n\n“We will look at every ferry,” the president said.",
        ),
    ];
    let found = attribute(&articles, &Editorial::default());
    assert_eq!(found.quotations[1][0].attribution.speakers, []);
}

#[test]
fn a_speaker_of_two_ages_may_be_two() {
    let article = |text: &str, published: Option<&str>| {
        let mut article = Article::from_plain_text(text);
        article.byline.published = published.map(str::to_owned);
        article
    };
    let said = "said the harbour was safe.";
    let of = |[one, other]: [(&str, Option<&str>); 2], editorial: &Editorial| {
        let articles = [one, other]
            .map(|(who, published)| article(&format!("{who} {said} Ben Roe {said}"), published));
        let found = attribute(&articles, editorial);
        assert_eq!(found.speakers.len(), 2, "they stay one");
        let ages = found.ages.iter().map(|AgesOfOne { speaker, ages }| {
            (found.speakers[speaker.0 as usize].name.clone(), ages.map(|(id, age)| (id.0, age)))
        });
        ages.collect::<Vec<_>>()
    };
    let nobody = Editorial::default();
    let two = [("Ada Voss".to_owned(), [(0, 34), (1, 61)])];
    let undated = |one, other| [(one, None), (other, None)];
    assert_eq!(of(undated("Ada Voss, 34,", "Ada Voss (61)"), &nobody), two);
    assert_eq!(of(undated("34-year-old Ada Voss", "Ada Voss, 61,"), &nobody), two);
    assert_eq!(of(undated("Ada Voss, 34,", "Ada Voss, 35,"), &nobody), []);
    assert_eq!(of(undated("Ada Voss, 34,", "Ada Voss"), &nobody), []);
    // A place in a race, a score and a year are no age.
    assert_eq!(of(undated("Ada Voss, 34,", "Ada Voss (3)"), &nobody), []);
    assert_eq!(of(undated("Ada Voss, 34,", "Ada Voss (2021)"), &nobody), []);
    // Ten years later she is ten years older.
    let later = [("Ada Voss, 34,", Some("2011-05-02")), ("Ada Voss, 44,", Some("2021-08-16"))];
    assert_eq!(of(later, &nobody), []);
    let no_older = [("Ada Voss, 44,", Some("2011-05-02")), ("Ada Voss, 44,", Some("2021-08-16"))];
    assert_eq!(of(no_older, &nobody), [("Ada Voss".to_owned(), [(1, 44), (0, 44)])]);
    // Whom the publisher lists is one.
    let ada = KnownSpeaker { name: "Ada Voss".to_owned(), ..KnownSpeaker::default() };
    let listed = Editorial { speakers: vec![ada], ..Editorial::default() };
    assert_eq!(of(undated("Ada Voss, 34,", "Ada Voss, 61,"), &listed), []);
}

#[test]
fn a_speaker_whom_a_correction_parts_is_two() {
    let articles = ["34", "61"].map(|age| {
        Article::from_plain_text(&format!("Ada Voss, {age}, said the harbour was safe."))
    });
    let verdict = QuotationVerdict::Quotation {
        kind: None,
        speaker: SpeakerVerdict::Named(vec!["Ada Voss, judge".to_owned()]),
    };
    let correction =
        Correction { target: CorrectionTarget::Mention("Ada Voss".to_owned()), verdict };
    let corrections = BTreeMap::from([(ArticleId(1), vec![correction])]);
    let found = attribute(&articles, &Editorial { corrections, ..Editorial::default() });
    let names: Vec<_> = found.speakers.iter().map(|speaker| &speaker.name).collect();
    assert_eq!(names, ["Ada Voss", "Ada Voss, judge"]);
    assert_eq!(found.ages, []);
}
