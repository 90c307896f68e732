//! Any files are a dossier that can be pressed, or have faults that say what to do.

use std::path::Path;

use whosaid::compile::{Sharing, compile};
use whosaid::source::{self, Faulty, File, Reading};

/// What stands between the parts of an input.
const BORDER: &[u8] = b"\n--- file\n";

/// Its parts are `dossier.toml` and three articles, each in another format.
const NAMES: [&str; 4] = ["dossier.toml", "a.md", "b.html", "c.txt"];

/// The input is the files of [`NAMES`] in this order, with `--- file` on a line of its own between them.
pub fn check(input: &[u8]) {
    let mut rest = input;
    let mut files = Vec::new();
    for name in NAMES {
        let end = rest.windows(BORDER.len()).position(|bytes| bytes == BORDER);
        let content = &rest[..end.unwrap_or(rest.len())];
        rest = end.map_or(&[], |end| &rest[end + BORDER.len()..]);
        files.push(File { name: name.to_owned(), content: Box::new(|| Ok(content.to_vec())) });
    }
    let folder = Reading { root: Path::new("."), name: "a", faulty: Faulty::LeftOut };
    match source::read(folder, files) {
        Ok(source) => {
            let compiled =
                compile(&source.masthead, &source.articles, &source.editorial, Sharing::Find);
            assert_eq!(compiled.dossier().articles.len(), source.articles.len());
        }
        Err(faults) => assert!(!faults.errors.is_empty()),
    }
}
