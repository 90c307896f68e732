//! Any file of others gives articles that are read back without an error, or says what is wrong with it.

use std::path::Path;

use whosaid::import::file::{FileKind, read};
use whosaid::source::{self, Faulty, File, Reading};

/// The input is the ending of a file's name on the first line, and its content below.
pub fn check(input: &[u8]) {
    let end = input.iter().position(|byte| *byte == b'\n').unwrap_or(input.len());
    let (first, content) = (&input[..end], input.get(end + 1..).unwrap_or_default());
    let Ok(ending) = str::from_utf8(first) else { return };
    let Some(kind) = FileKind::of(&format!("a.{ending}")) else { return };
    for (_, imported) in read(Path::new("a"), kind, content).articles {
        let file = imported.to_markdown();
        let bytes = || Ok(file.clone().into_bytes());
        let files = [File { name: "a.md".to_owned(), content: Box::new(bytes) }];
        let folder = Reading { root: Path::new("."), name: "a", faulty: Faulty::Refused };
        let errors = source::read(folder, files).err().map(|faults| faults.errors);
        // What has no letter and no digit is no text of an article.
        let is_text = imported.body.contains(char::is_alphanumeric);
        assert!(errors.is_none() || !is_text, "{errors:?}\n{file}");
    }
}
