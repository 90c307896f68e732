//! What went wrong when dossiers of others were tried, each as the smallest input that shows it, from the files of
//! a folder to who said what.
//!
//! Those that have to do with files alone are held where their like are, in `folders`: front matter in TOML
//! (`hugo`, `zola`), as Jekyll writes it (`jekyll`), articles in folders of their own (`hugo`) and in a folder
//! without settings (`folders_of_a_generators_templates_are_left_out`), comments (`jekyll`, `hugo`) and shortcodes
//! with words in quotation marks (`hugo`), links between notes (`obsidian`).

use whosaid::compile::{Compiled, Sharing, compile};
use whosaid::quotation::Quotation;
use whosaid::source::Source;

use crate::support::Project;

/// A folder of these articles, without settings.
fn folder(articles: &[&str]) -> Project {
    articles.iter().enumerate().fold(Project::empty(), |project, (number, article)| {
        project.file(&format!("article-{number}.md"), article)
    })
}

fn compiled(source: &Source) -> Compiled {
    compile(&source.masthead, &source.articles, &source.editorial, Sharing::Find)
}

/// Holds the words of all quotations, each with its speaker, `None` where it is unattributed, against `expected`.
#[track_caller]
fn check(project: &Project, expected: &[(&str, Option<&str>)]) {
    let source = project.read().unwrap();
    let Compiled { attributions, .. } = compiled(&source);
    let mut found = Vec::new();
    for (article, quotations) in source.articles.iter().zip(&attributions.quotations) {
        for Quotation { contents, attribution, .. } in quotations {
            let words: Vec<&str> = contents.iter().map(|span| span.of(&article.text)).collect();
            let speakers = attribution.speakers.iter();
            let names: Vec<&str> =
                speakers.map(|id| attributions.speakers[id.0 as usize].name.as_str()).collect();
            found.push((words.join(" … "), (!names.is_empty()).then(|| names.join(", "))));
        }
    }
    let found: Vec<(&str, Option<&str>)> =
        found.iter().map(|(words, name)| (words.as_str(), name.as_deref())).collect();
    assert_eq!(found, expected);
}

/// The roles of the only speaker of that name.
#[track_caller]
fn roles(project: &Project, name: &str) -> Vec<String> {
    let speakers = compiled(&project.read().unwrap()).attributions.speakers;
    speakers.into_iter().find(|speaker| speaker.name == name).expect("the speaker").roles
}

#[test]
fn a_daughter_is_not_mister() {
    let article =
        "His daughter, Petra Orlan, sat in the first row.\n\n\"It is done,\" Mr. Orlan said.";
    check(&folder(&[article]), &[("It is done", None)]);
}

#[test]
fn a_first_wife_is_not_mister() {
    let article = "Donald J. Orlan is running. \"I am ready,\" Mr. Orlan said.\n\n\
                   Some recall his first wife, Ivana Orlan.\n\n\
                   \"I have clean hands,\" said Mr. Orlan.";
    let donald = Some("Donald J. Orlan");
    check(&folder(&[article]), &[("I am ready", donald), ("I have clean hands", donald)]);
}

#[test]
fn an_initial_is_not_the_first_name_of_somebody_with_another() {
    let articles = [
        "\"The vote is near,\" said M. Dane Quorley, an adviser.",
        "\"I am against it,\" said Maxine Quorley, a deputy.",
    ];
    check(
        &folder(&articles),
        &[
            ("The vote is near", Some("M. Dane Quorley")),
            ("I am against it", Some("Maxine Quorley")),
        ],
    );
}

#[test]
fn mother_and_daughter_with_nearly_the_same_name_are_two_speakers() {
    let articles = [
        "\"We will appeal,\" said Ivanka Horvat, the owner.",
        "\"I am content,\" said Ivana Horvat, her mother.",
    ];
    check(
        &folder(&articles),
        &[("We will appeal", Some("Ivanka Horvat")), ("I am content", Some("Ivana Horvat"))],
    );
}

/// In one article and in several, and whatever stands around "Jr."
#[test]
fn father_and_son_of_one_name_are_two_speakers() {
    let (father, son) = (Some("Tom Adeyemi"), Some("Tom Adeyemi Jr."));
    let articles = [
        "\"We will appeal,\" said Tom Adeyemi, the mayor. Adeyemi said that he was glad.",
        "\"I am content,\" said Tom Adeyemi, Jr., on Monday.\n\nAdeyemi said that it rained.",
        "Mayor Tom Adeyemi and his son, Tom Adeyemi Jr., spoke. \"We disagree,\" Tom Adeyemi said. \
         \"We do disagree,\" said Tom Adeyemi Jr. Adeyemi said that it was late.",
    ];
    check(
        &folder(&articles),
        &[
            ("We will appeal", father),
            ("he was glad", father),
            ("I am content", son),
            ("it rained", son),
            ("We disagree", father),
            ("We do disagree", son),
            ("it was late", None),
        ],
    );
}

#[test]
fn rival_before_a_company_is_no_part_of_its_name() {
    let articles = [
        "Rival Belmo said that it would sell less.",
        "Belmo said that it was content.",
        "Belmo said that it was content.",
        "Belmo said that it was content.",
    ];
    let content = ("it was content", Some("Belmo"));
    check(&folder(&articles), &[("it would sell less", Some("Belmo")), content, content, content]);
}

/// A comma is missing behind "minister", and the election is no apposition.
const BRANDIS: &str = "Mr Arling went on to become prime minister Piet Brandis said.\n\n\
                       \"We go,\" said Piet Brandis.\n\n\
                       Back in the general election, Mr Brandis lost.";

#[test]
fn what_stands_before_a_name_by_chance_is_no_role() {
    assert_eq!(roles(&folder(&[BRANDIS]), "Piet Brandis"), Vec::<String>::new());
}

#[test]
fn an_empty_list_of_roles_takes_away_those_that_are_found() {
    let settings = "[[speaker]]\nname = \"Piet Brandis\"\nroles = []\n";
    let project = folder(&[BRANDIS]).file("dossier.toml", settings);
    assert_eq!(roles(&project, "Piet Brandis"), Vec::<String>::new());
}

#[test]
fn guillemets_with_spaces_hold_a_quotation_in_french() {
    for space in [" ", "\u{a0}", "\u{202f}"] {
        let article = format!("«{space}Nous commençons en mai{space}», a déclaré la maire.");
        let project = folder(&[&article]).file("dossier.toml", "language = \"fr\"\n");
        check(&project, &[("Nous commençons en mai", None)]);
    }
}

#[test]
fn a_conjunction_before_a_colon_is_no_speaker_in_german() {
    let article = "Aber: „Die Kosten steigen noch weiter an.“";
    let project = folder(&[article]).file("dossier.toml", "language = \"de\"\n");
    check(&project, &[("Die Kosten steigen noch weiter an.", None)]);
}

#[test]
fn a_speaker_named_by_a_link_between_notes_has_no_brackets() {
    let article = "The [[Ines Kaplan|mayor]] closed the bridge. ![[bridge.jpg]]\n\n\
                   > [!quote] Statement\n\
                   > “We will mend it by June,” [[Ines Kaplan]] said.\n";
    check(&folder(&[article]), &[("We will mend it by June", Some("Ines Kaplan"))]);
}
