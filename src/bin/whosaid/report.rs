//! [`Fault`]: what is wrong in an input, where, and what to do; and how faults reach the terminal.

use std::fmt;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

/// One thing that is wrong in an input file.
///
/// Printed as `file:line: what is wrong; what to do`. Ordered by file, then line.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The file or folder, as it can be reached from where the command runs.
    pub path: PathBuf,
    /// The line, from 1; `None` where the whole file is meant.
    pub line: Option<u32>,
    /// What is wrong: a clause without a full stop.
    pub what: String,
    /// What to do: a clause without a full stop.
    pub remedy: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.path.display())?;
        if let Some(line) = self.line {
            write!(f, "{line}:")?;
        }
        write!(f, " {}; {}", self.what, self.remedy)
    }
}

/// Says on a terminal what is being done, in the place of what was said so before; nothing where it is
/// empty. Where standard error is no terminal, nobody waits for it.
pub fn progress(what: &str) {
    let mut terminal = io::stderr();
    if terminal.is_terminal() {
        // Back to the start of the line, and clear it. A terminal that is gone needs no telling.
        let _ = write!(terminal, "\r\x1b[K{what}").and_then(|()| terminal.flush());
    }
}

/// The faults and warnings of one file, as they are found.
#[derive(Debug)]
pub struct Notes {
    path: PathBuf,
    /// What makes the file unfit.
    pub faults: Vec<Fault>,
    /// What the publisher should know of, but which stops nothing.
    pub warnings: Vec<Fault>,
}

impl Notes {
    /// No notes yet on the file at `path`.
    pub fn on(path: &Path) -> Self {
        Self { path: path.to_owned(), faults: Vec::new(), warnings: Vec::new() }
    }

    /// Notes a fault; `line` from 1.
    pub fn fault(
        &mut self,
        line: impl Into<Option<u32>>,
        what: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        let fault = self.note(line.into(), what.into(), remedy.into());
        self.faults.push(fault);
    }

    /// Notes a warning; `line` from 1.
    pub fn warn(
        &mut self,
        line: impl Into<Option<u32>>,
        what: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        let warning = self.note(line.into(), what.into(), remedy.into());
        self.warnings.push(warning);
    }

    fn note(&self, line: Option<u32>, what: String, remedy: String) -> Fault {
        Fault { path: self.path.clone(), line, what, remedy }
    }
}

/// Prints an answer on standard output. Whoever stops listening (`| head`) has heard enough.
pub fn print(answer: &str) {
    let _ = io::stdout().write_all(answer.as_bytes());
}

/// Prints faults on standard error, one a line.
pub fn print_faults(faults: &[Fault]) {
    for fault in faults {
        eprintln!("{fault}");
    }
}

/// Prints warnings on standard error, one a line, marked as such.
pub fn print_warnings(warnings: &[Fault]) {
    for warning in warnings {
        eprintln!("{}", Fault { what: format!("warning: {}", warning.what), ..warning.clone() });
    }
}
