//! The whole attribution of the default dossier, reviewed line by line against the articles: the
//! editors' word on who said what.
//!
//! After a change, accept the new attribution with `WHOSAID_ACCEPT=1 cargo test --test core golden`, and
//! read the difference before committing it.

use std::process::Command;

use crate::support::goldens;

/// What `whosaid quotes articles` prints, article by article: slug and text.
fn attributions() -> Vec<(String, String)> {
    let output = Command::new(env!("CARGO_BIN_EXE_whosaid"))
        .args(["quotes", "articles"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
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
    let texts = attributions().into_iter().map(|(slug, text)| (format!("{slug}.txt"), text));
    goldens("quotations", texts);
}
