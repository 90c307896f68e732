//! [`Diagnostic`]: what is wrong in an input, where, and what to do about it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::{Path, PathBuf};

use crate::wording::counted;

/// One thing that is wrong in an input file.
///
/// Printed as `file:line: what is wrong; what to do`. Ordered by file, then line.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Diagnostic {
    /// The file or folder, as whoever gave the input names it.
    pub path: PathBuf,
    /// The line, from 1; `None` where the whole file is meant.
    pub line: Option<u32>,
    /// What is wrong: a clause without a full stop.
    pub what: String,
    /// What to do: a clause without a full stop.
    pub remedy: String,
    /// Whether it only counts files, of each of which its folder's reader tells besides.
    pub is_summary: bool,
}

impl Diagnostic {
    /// One on a whole file or folder.
    #[must_use]
    pub fn on(
        path: impl Into<PathBuf>,
        what: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        let (path, what, remedy) = (path.into(), what.into(), remedy.into());
        Self { path, line: None, what, remedy, is_summary: false }
    }
}

/// What is wrong with what has more bytes than are taken, which are whole MiB: `is longer than 16 MiB`.
#[must_use]
pub fn longer_than(most: u64) -> String {
    format!("is longer than {} MiB", most >> 20)
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.path.display())?;
        if let Some(line) = self.line {
            write!(f, "{line}:")?;
        }
        write!(f, " {}; {}", self.what, self.remedy)
    }
}

impl std::error::Error for Diagnostic {}

/// Diagnostics in groups that say the same of different places, and to do the same: they differ in no more than
/// numbers and what stands in quotation marks, backticks or brackets. The groups, and the diagnostics in each, are in the order in
/// which they come.
#[must_use]
pub fn alike(diagnostics: &[Diagnostic]) -> Vec<Vec<&Diagnostic>> {
    let mut groups: Vec<Vec<&Diagnostic>> = Vec::new();
    let mut places: BTreeMap<(String, String), usize> = BTreeMap::new();
    for diagnostic in diagnostics {
        let kind = (kind_of(&diagnostic.what), kind_of(&diagnostic.remedy));
        let place = *places.entry(kind).or_insert(groups.len());
        match groups.get_mut(place) {
            Some(group) => group.push(diagnostic),
            None => groups.push(vec![diagnostic]),
        }
    }
    groups
}

/// What stands between what is said of a place and how many others there are of which the same is to be said.
const HERE: &str = ", here and in ";

/// What is said, without what differs from place to place.
fn kind_of(said: &str) -> String {
    let said = said.split(HERE).next().unwrap_or_default();
    let mut kind = String::new();
    let mut closing = None;
    for c in said.chars() {
        match (closing, c) {
            (Some(mark), c) => {
                if c == mark {
                    closing = None;
                }
            }
            (None, '“') => closing = Some('”'),
            (None, '`') => closing = Some('`'),
            (None, '(') => closing = Some(')'),
            (None, c) if c.is_ascii_digit() => {}
            (None, c) => kind.push(c),
        }
    }
    kind
}

/// What stands in backticks in some of these diagnostics and not in all: the fields of which they speak, each with
/// the number of diagnostics that name it, in the order in which they come.
#[must_use]
pub fn names_apart<'d>(diagnostics: &[&'d Diagnostic]) -> Vec<(&'d str, usize)> {
    let mut names: Vec<(&str, usize)> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for diagnostic in diagnostics {
        let quoted: BTreeSet<&str> = diagnostic.what.split('`').skip(1).step_by(2).collect();
        for name in quoted {
            let place = *places.entry(name).or_insert(names.len());
            match names.get_mut(place) {
                Some((_, count)) => *count += 1,
                None => names.push((name, 1)),
            }
        }
    }
    names.retain(|(_, count)| *count < diagnostics.len());
    names
}

/// The errors and warnings of one file, as they are found.
#[derive(Debug)]
pub struct Diagnostics {
    path: PathBuf,
    /// What makes the file unfit.
    pub errors: Vec<Diagnostic>,
    /// What the publisher should know of, but which stops nothing.
    pub warnings: Vec<Diagnostic>,
}

impl Diagnostics {
    /// None yet on the file at `path`.
    #[must_use]
    pub fn on(path: &Path) -> Self {
        Self { path: path.to_owned(), errors: Vec::new(), warnings: Vec::new() }
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Adds an error; `line` from 1.
    pub fn error(
        &mut self,
        line: impl Into<Option<u32>>,
        what: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        let error = Diagnostic::on(&self.path, what, remedy);
        self.errors.push(Diagnostic { line: line.into(), ..error });
    }

    /// Adds one warning for all of these lines, where there are any: on the first, with the number of the others.
    pub fn warning_at(&mut self, lines: &[u32], what: &str, remedy: &str) {
        let Some((line, others)) = lines.split_first() else { return };
        let more = match others.len() {
            0 => String::new(),
            n_more => format!("{HERE}{}", counted(n_more, "more place", "more places")),
        };
        self.warning(*line, format!("{what}{more}"), remedy);
    }

    /// Adds a warning; `line` from 1.
    pub fn warning(
        &mut self,
        line: impl Into<Option<u32>>,
        what: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        let warning = Diagnostic::on(&self.path, what, remedy);
        self.warnings.push(Diagnostic { line: line.into(), ..warning });
    }

    /// Adds a warning that counts files, each of which is told of besides.
    pub fn summary(&mut self, what: impl Into<String>, remedy: impl Into<String>) {
        let warning = Diagnostic::on(&self.path, what, remedy);
        self.warnings.push(Diagnostic { is_summary: true, ..warning });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_of_several_places_is_alike() {
        let mut diagnostics = Diagnostics::on(Path::new("a"));
        for what in ["“x” is no date", "2 left out", "“y, 3” is no date", "10 left out", "gone"]
        {
            diagnostics.warning(None, what, "do");
        }
        let groups: Vec<Vec<&str>> = alike(&diagnostics.warnings)
            .into_iter()
            .map(|group| group.into_iter().map(|one| one.what.as_str()).collect())
            .collect();
        assert_eq!(
            groups,
            [
                vec!["“x” is no date", "“y, 3” is no date"],
                vec!["2 left out", "10 left out"],
                vec!["gone"]
            ]
        );
    }

    #[test]
    fn what_is_alike_is_told_apart_by_its_names() {
        let mut diagnostics = Diagnostics::on(Path::new("a"));
        for name in ["x", "y", "x", "z"] {
            diagnostics.error(None, format!("`[t]` has no field `{name}`"), "do");
        }
        let all: Vec<&Diagnostic> = diagnostics.errors.iter().collect();
        assert_eq!(names_apart(&all), [("x", 2), ("y", 1), ("z", 1)]);
        assert_eq!(names_apart(&all[..1]), []);
    }
}
