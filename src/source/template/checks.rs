//! What the tests of this folder's modules hold their texts against.

use std::path::Path;

use super::super::file::Format;
use super::cleaned;
use crate::diagnostics::Diagnostics;

/// What remains, and the warnings by line without what to do.
#[track_caller]
pub fn check_in(format: Format, body: &str, expected: &str, warnings: &[&str]) {
    let mut diagnostics = Diagnostics::on(Path::new("a.md"));
    assert_eq!(cleaned(body, 1, format, &mut diagnostics), expected);
    check_warnings(&diagnostics, warnings);
}

#[track_caller]
pub fn check_warnings(diagnostics: &Diagnostics, warnings: &[&str]) {
    let found: Vec<String> = diagnostics
        .warnings
        .iter()
        .map(|warning| format!("{}: {}", warning.line.unwrap(), warning.what))
        .collect();
    assert_eq!(found, warnings);
}

#[track_caller]
pub fn check(body: &str, expected: &str, warnings: &[&str]) {
    check_in(Format::Markdown, body, expected, warnings);
}
