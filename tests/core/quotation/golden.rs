//! The whole attribution of the default dossier, reviewed line by line against the articles: the
//! editors' word on who said what.
//!
//! After a change, accept the new attribution with `WHOSAID_ACCEPT=1 cargo test --test core golden`, and
//! read the difference before committing it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What `whosaid quotes articles` prints, article by article: slug and text.
fn attributions() -> Vec<(String, String)> {
    let output = Command::new(env!("CARGO_BIN_EXE_whosaid"))
        .args(["quotes", "articles"])
        .current_dir(root())
        .output()
        .expect("the command line runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let printed = String::from_utf8(output.stdout).expect("it prints UTF-8");
    let mut articles: Vec<(String, String)> = Vec::new();
    for line in printed.lines() {
        // An article begins with its slug at the margin.
        if !line.starts_with(' ') && !line.is_empty() {
            let slug = line.split(':').next().expect("a slug and a colon");
            articles.push((slug.to_owned(), String::new()));
        }
        let (_, text) = articles.last_mut().expect("an article's line comes first");
        text.push_str(line);
        text.push('\n');
    }
    articles.into_iter().map(|(slug, text)| (slug, text.trim_end().to_owned() + "\n")).collect()
}

#[test]
fn the_default_dossier_is_attributed_as_reviewed() {
    let folder = root().join("tests/golden/quotations");
    let mut used: BTreeSet<PathBuf> = BTreeSet::new();
    let mut different = Vec::new();
    for (slug, text) in attributions() {
        let path = folder.join(format!("{slug}.txt"));
        if std::env::var_os("WHOSAID_ACCEPT").is_some() {
            std::fs::write(&path, &text).expect("the golden can be written");
        } else if std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n") != text {
            different.push(format!("{}\nis now:\n{text}", path.display()));
        }
        used.insert(path);
    }
    let files = std::fs::read_dir(&folder).expect("the goldens are there");
    let unused: Vec<PathBuf> = files
        .map(|entry| entry.expect("a file").path())
        .filter(|path| !used.contains(path))
        .collect();
    assert!(different.is_empty(), "{}", different.join("\n"));
    assert!(unused.is_empty(), "goldens of no article: {unused:?}");
}
