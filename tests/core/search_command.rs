//! `whosaid search`: the answers of the command line.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

/// Runs `whosaid search` on a dossier of one article; `name` is the test's own.
fn whosaid_search(name: &str, arguments: &[&str]) -> Output {
    let name = format!("search-{}-{name}", std::process::id());
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("dossier.toml"), "title = \"T\"\n").unwrap();
    let article =
        "---\ntitle: Sanctions\noutlet: The Times\n---\n\nÉlan, one sanction.\n\nNo more.\n";
    fs::write(folder.join("a.md"), article).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_whosaid"));
    let output = command.arg("search").arg(&folder).args(arguments).output().unwrap();
    fs::remove_dir_all(&folder).unwrap();
    output
}

#[track_caller]
fn check(name: &str, arguments: &[&str], code: i32, out: &str, errors: &str) {
    let output = whosaid_search(name, arguments);
    let printed = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    assert_eq!(printed(&output.stdout), out);
    assert!(printed(&output.stderr).contains(errors), "{}", printed(&output.stderr));
    assert_eq!(output.status.code(), Some(code));
}

#[test]
fn hits_are_printed_best_first() {
    let out = "a-p0: [Sanctions]\na-p1: Élan, one [sanction].\n";
    check("hits", &["sanctions "], 0, out, "2 paragraphs were found.");
}

#[test]
fn json_has_a_line_for_an_article_and_counts_scalar_values() {
    let output = whosaid_search("json", &["--json", "sanctions OR one"]);
    let line: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(line["id"], "a");
    assert_eq!(line["title"], "Sanctions");
    let hits = line["hits"].as_array().unwrap();
    let places: Vec<_> = hits.iter().map(|hit| hit["paragraph"].as_u64().unwrap()).collect();
    assert_eq!(places, [0, 1]);
    assert_eq!(hits[1]["text"], "Élan, one sanction.");
    let ranges = serde_json::json!([{"start": 6, "end": 9}, {"start": 10, "end": 18}]);
    assert_eq!(hits[1]["ranges"], ranges);
    assert!(hits[0]["score"].as_f64() > hits[1]["score"].as_f64());
}

#[test]
fn nothing_found_is_no_failure() {
    check("nothing", &["\"sanktion\""], 0, "", "The dossier has: sanction (1), Sanctions (1).");
    check("exclusion", &["-one"], 0, "", "only excludes");
}

#[test]
fn filters_that_the_dossier_has_not_are_faults() {
    check("outlet", &["one", "--outlet", "the-times"], 0, "a-p1: Élan, [one] sanction.\n", "1 ");
    check("no-outlet", &["one", "--outlet", "x"], 1, "", "no outlet has the id x");
    check("no-speaker", &["one", "--speaker", "x"], 1, "", "no speaker has the id x");
    check("no-kind", &["one", "--kind", "x"], 2, "", "not one of direct, indirect, mixed");
}
