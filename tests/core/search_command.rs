//! `whosaid search`: the answers of the command line.

use std::process::Output;

use crate::support::{Folder, Project, engine};

/// Runs `whosaid search` on a dossier of one article.
fn whosaid_search(arguments: &[&str]) -> Output {
    let article =
        "---\ntitle: Sanctions\noutlet: The Times\n---\n\nÉlan, one sanction.\n\nNo more.\n";
    let folder = Project::new().file("a.md", article).on_disk();
    folder.run(&[&["search", "."], arguments].concat())
}

#[track_caller]
fn check(arguments: &[&str], code: i32, out: &str, errors: &str) {
    let output = whosaid_search(arguments);
    let printed = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    assert_eq!(printed(&output.stdout), out);
    assert!(printed(&output.stderr).contains(errors), "{}", printed(&output.stderr));
    assert_eq!(output.status.code(), Some(code));
}

#[test]
fn hits_are_printed_best_first() {
    let out = "a-p0: [Sanctions]\na-p1: Élan, one [sanction].\n";
    check(&["sanctions "], 0, out, "2 paragraphs were found.");
}

#[test]
fn a_finished_site_is_searched_as_its_folder_is() {
    let article =
        "---\ntitle: Sanctions\noutlet: The Times\n---\n\nÉlan, one sanction.\n\nNo more.\n";
    let folder = Folder::new();
    folder.write_all("dossier", &Project::new().file("a.md", article).files);
    folder.write_all("engine", &engine());
    let out = ["press", "dossier", "--engine", "engine", "--out", "site"];
    assert!(folder.run(&out).status.success());
    let [of_folder, of_site] =
        ["dossier", "site"].map(|source| folder.run(&["search", source, "sanctions", "--json"]));
    assert!(!of_folder.stdout.is_empty());
    assert_eq!(of_site, of_folder);
    // An engine that nothing was pressed with.
    let output = folder.run(&["search", "engine", "sanctions"]);
    assert_eq!(output.status.code(), Some(1));
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(errors.starts_with("engine: "), "{errors}");
    // A site whose wasm was cut off.
    let site = folder.files("site");
    let (name, wasm) = site.iter().find(|(name, _)| name.ends_with(".wasm")).unwrap();
    folder.write(&format!("site/{name}"), &wasm[..wasm.len() - 1]);
    let output = folder.run(&["search", "site", "sanctions"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stderr).unwrap().contains("is not sound wasm"));
}

#[test]
fn a_site_in_blocks_is_searched_and_a_damaged_block_is_named() {
    let article = "---\ntitle: Sanctions\n---\n\n“One sanction,” said Ada Voss.\n";
    let folder = Folder::new();
    folder.write_all("dossier", &Project::new().file("a.md", article).files);
    folder.write_all("engine", &engine());
    let press = ["press", "dossier", "--engine", "engine", "--blocks", "always", "--out", "site"];
    assert!(folder.run(&press).status.success());
    let search = |source| folder.run(&["search", source, "sanctions", "--json"]);
    assert!(!search("dossier").stdout.is_empty());
    assert_eq!(search("site"), search("dossier"));
    let site = folder.files("site");
    let blocks: Vec<_> = site.iter().filter(|(name, _)| name.starts_with("blocks/")).collect();
    assert_eq!(blocks.len(), 2, "the article, and the posting lists");
    for (name, block) in blocks {
        let mut altered = block.clone();
        *altered.last_mut().unwrap() ^= 1;
        for damaged in [&altered[..], &block[..block.len() - 1], b"<!doctype html>", b""] {
            folder.write(&format!("site/{name}"), damaged);
            let output = search("site");
            assert_eq!(output.status.code(), Some(1));
            let errors = String::from_utf8(output.stderr).unwrap();
            assert!(errors.starts_with(&format!("site/{name}: is damaged")), "{errors}");
            assert!(errors.contains("copy the whole site again"), "{errors}");
        }
        folder.write(&format!("site/{name}"), block);
    }
}

#[test]
fn json_has_a_line_for_an_article_and_counts_scalar_values() {
    let output = whosaid_search(&["--json", "sanctions OR one"]);
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
fn what_of_a_folder_is_not_read_is_told() {
    let article = "---\ntitle: Sanctions\nplace: Bern\n---\n\nOne sanction.\n";
    let output = Project::new().file("a.md", article).on_disk().run(&["search", ".", "sanction"]);
    assert!(output.status.success());
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(
        errors.contains("warning: fields of front matter that are not used: `place`"),
        "{errors}"
    );
}

#[test]
fn nothing_found_is_no_failure() {
    check(&["\"sanktion\""], 0, "", "The dossier has: sanction (1), Sanctions (1).");
    check(&["-one"], 0, "", "only excludes");
}

#[test]
fn outlets_that_articles_state_are_named_and_not_too_many() {
    let mut project = Project::new().file("none.md", "---\ntitle: Calm\n---\n\nAll is calm.\n");
    let errors = |project: Project| {
        let output = project.on_disk().run(&["search", ".", "calm", "--outlet", "x"]);
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(errors(project.clone()).contains("id x; no article states its outlet"));
    for number in 10..24 {
        let article = format!("---\ntitle: Calm\noutlet: Post {number}\n---\n\nAll is calm.\n");
        project = project.file(&format!("{number}.md"), article);
    }
    let errors = errors(project);
    assert!(errors.contains("the outlets are post-10, post-11"), "{errors}");
    assert!(errors.contains("post-21 and 2 more"), "{errors}");
}

#[test]
fn filters_that_the_dossier_has_not_are_faults() {
    check(&["one", "--outlet", "the-times"], 0, "a-p1: Élan, [one] sanction.\n", "1 ");
    check(&["one", "--outlet", "x"], 1, "", "no outlet has the id x; the outlets are the-times");
    check(&["one", "--speaker", "x"], 1, "", "no speaker has the id x");
    check(&["one", "--kind", "x"], 2, "", "not one of direct, indirect, mixed");
}
