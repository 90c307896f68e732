//! [`Diagnostic`]: what is wrong in an input, where, and what to do about it.

use std::fmt;
use std::path::{Path, PathBuf};

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

    /// Adds an error; `line` from 1.
    pub fn error(
        &mut self,
        line: impl Into<Option<u32>>,
        what: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        let error = self.diagnostic(line.into(), what.into(), remedy.into());
        self.errors.push(error);
    }

    /// Adds a warning; `line` from 1.
    pub fn warning(
        &mut self,
        line: impl Into<Option<u32>>,
        what: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        let warning = self.diagnostic(line.into(), what.into(), remedy.into());
        self.warnings.push(warning);
    }

    fn diagnostic(&self, line: Option<u32>, what: String, remedy: String) -> Diagnostic {
        Diagnostic { path: self.path.clone(), line, what, remedy }
    }
}
