//! `examples/dossier`: sound, and with every feature that `examples/README.md` promises.

use std::collections::BTreeSet;
use std::process::Command;

use serde_json::Value;

/// What `whosaid SUBCOMMAND examples/dossier OPTION…` prints, without an error or a warning.
fn whosaid(subcommand: &str, options: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_whosaid"))
        .args([subcommand, "examples/dossier"])
        .args(options)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("the command line runs");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert!(output.status.success());
    String::from_utf8(output.stdout).expect("it prints UTF-8")
}

#[test]
fn the_example_dossier_has_no_fault() {
    let summary = whosaid("check", &[]);
    assert!(summary.contains("\n3 articles of "), "{summary}");
    assert!(
        summary.contains("Zahra Haddad (also Zara Haddad): harbour master of Larkmouth\n"),
        "{summary}"
    );
    let counts =
        "\n1 statement quoted by several articles, 2 paragraphs nearly the same in several\n";
    assert!(summary.contains(counts), "{summary}");
}

#[test]
fn the_example_dossier_shows_every_kind_of_attribution() {
    let lines = whosaid("quotes", &["--json"]);
    let articles = lines.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON"));
    let quotations: Vec<Value> =
        articles.flat_map(|article| article["quotes"].as_array().cloned().unwrap()).collect();
    let of = |words: &str| {
        let starts = |quotation: &&Value| quotation["text"].as_str().unwrap().starts_with(words);
        quotations.iter().find(starts)
    };
    let speaker = |words: &str| of(words).unwrap()["speaker_name"].as_str();
    let group = |words: &str| of(words).unwrap()["group"].as_str().expect("a group");

    let kinds: BTreeSet<_> =
        quotations.iter().filter_map(|quotation| quotation["kind"].as_str()).collect();
    assert_eq!(kinds, BTreeSet::from(["direct", "indirect", "mixed"]));

    // A cue splits one quotation; another goes on in the next paragraph.
    assert_eq!(group("The crack is"), group("and it was not there"));
    assert_eq!(group("We will look"), group("Then we will say"));

    assert_eq!(speaker("He would not move"), Some("Ben Achterberg"), "a pronoun");
    assert_eq!(speaker("it a \"bridge on water\""), Some("Harbour Authority"), "an alias");
    assert_eq!(speaker("Close it for good"), None);

    // The corrections.
    assert_eq!(speaker("We will not open"), Some("Zahra Haddad"));
    assert_eq!(speaker("لن نفتح"), Some("Zahra Haddad"));
    assert_eq!(speaker("A bridge is a promise"), Some("Tomas Rudell"));
    assert_eq!(speaker("I have never been so cold"), None);
    assert_eq!(of("The divers need calm water").unwrap()["kind"], "direct");
    assert!(of("Second Thoughts").is_none());
    let in_headline = |quotation: &&Value| quotation["text"] == "We had minutes, not days";
    assert_eq!(quotations.iter().find(in_headline).unwrap()["speaker_name"], "Zahra Haddad");
}
