//! What reaches the terminal: answers, progress, errors and warnings.

use std::collections::BTreeSet;
use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::process;
use std::time::{Duration, Instant};

use whosaid::compile::{Compiled, Sharing, Stage, compile_with};
use whosaid::diagnostics::{Diagnostic, alike, names_apart};
use whosaid::source::{Faults, Source};
use whosaid::wording::counted;

/// How many diagnostics are printed.
#[derive(Clone, Copy)]
pub enum Extent {
    /// All of them.
    All,
    /// One of many that are alike, and how to see the others.
    Few(&'static str),
}

/// One of many that are alike in a dossier.
pub const FEW: Extent = Extent::Few("`whosaid check FOLDER --all` lists them");

/// So many diagnostics that are alike are printed; of more, the first alone, and how many there are.
const MOST_ALIKE: usize = 3;

/// So many of the names by which they differ are listed.
const MOST_NAMES: usize = 12;

/// How often a terminal is told how far the work is.
const INTERVAL: Duration = Duration::from_millis(100);

/// Work that takes less is done before anybody asks how long.
const PATIENCE: Duration = Duration::from_secs(2);

/// Says on a terminal what is being done, how far it is and how long it will take. Where standard error is no
/// terminal, nobody waits for it. The line goes when this is dropped.
pub struct Progress {
    is_shown: bool,
    /// The step being done, and since when.
    step: Option<(&'static str, Instant)>,
    told: Instant,
}

impl Progress {
    /// Nothing is being done yet.
    pub fn new() -> Self {
        Self { is_shown: io::stderr().is_terminal(), step: None, told: Instant::now() }
    }

    /// Says that `step` is being done, of which the part `n_done` of `n_all` is.
    pub fn at(&mut self, step: &'static str, n_done: usize, n_all: usize) {
        let is_new = self.step.is_none_or(|(known, _)| known != step);
        if is_new {
            self.step = Some((step, Instant::now()));
        }
        if !self.is_shown || (!is_new && self.told.elapsed() < INTERVAL) {
            return;
        }
        self.told = Instant::now();
        let spent = self.step.map(|(_, start)| start.elapsed()).unwrap_or_default();
        let mut line = format!("{step} …");
        if n_all > 1 {
            line += &format!(" {n_done} of {n_all}");
        }
        if n_done > 0 && spent > PATIENCE {
            let left = spent.as_secs_f64() * (n_all - n_done.min(n_all)) as f64 / n_done as f64;
            line += &format!(", {left:.0} s left");
        }
        overwrite(&line);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.is_shown && self.step.is_some() {
            overwrite("");
        }
    }
}

/// Compiles a dossier, and says how far that is.
pub fn compile(source: &Source) -> Compiled {
    let mut progress = Progress::new();
    let Source { masthead, articles, editorial, .. } = source;
    compile_with(masthead, articles, editorial, Sharing::Find, |step, n_done| {
        let step = match step {
            Stage::Quotations => "Finding who said what",
            Stage::Shared => "Finding what articles share",
        };
        progress.at(step, n_done, articles.len());
    })
}

/// Writes in the place of what was last written so: back to the start of the line, and clear it.
fn overwrite(line: &str) {
    let mut terminal = io::stderr();
    // A terminal that is gone needs no telling.
    let _ = write!(terminal, "\r\x1b[K{line}").and_then(|()| terminal.flush());
}

/// Prints an answer on standard output. Whoever stops listening (`| head`) has heard enough; where it cannot be
/// written, the program ends.
pub fn print(answer: &str) {
    let mut out = io::stdout();
    match out.write_all(answer.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            eprintln!("whosaid: the answer cannot be written: {error}");
            process::exit(1);
        }
        _ => {}
    }
}

/// Prints everything that is wrong with a dossier, as [`print_warnings`] and [`print_errors`] do.
pub fn print_faults(faults: &Faults, extent: Extent) {
    print_errors(&faults.errors, extent);
    print_warnings(&faults.warnings, extent);
}

/// Says how to go on without the articles that are at fault, where that mends the dossier in `folder`.
pub fn print_way_out(faults: &Faults, folder: &Path) {
    let Some((n_faulty, n_articles)) = faults.faulty else { return };
    let are = if n_faulty == 1 { "is" } else { "are" };
    let articles = counted(n_articles, "article", "articles");
    let what = format!("{n_faulty} of {articles} {are} at fault, so nothing is made of any");
    let them = if n_faulty == 1 { "it" } else { "them" };
    let remedy = format!("mend {them}, or leave {them} out with `--skip-faulty`");
    print_error(&Diagnostic::on(folder, what, remedy));
}

/// Prints one error on standard error.
pub fn print_error(error: &Diagnostic) {
    eprintln!("{error}");
}

/// Prints errors on standard error, one a line.
pub fn print_errors(errors: &[Diagnostic], extent: Extent) {
    print_all(errors, "", extent);
}

/// Prints warnings on standard error, one a line, marked as such.
pub fn print_warnings(warnings: &[Diagnostic], extent: Extent) {
    print_all(warnings, "warning: ", extent);
}

/// The names by which diagnostics that are alike differ, each with its number, as the end of a line; empty where they
/// differ in none.
fn listed_names(group: &[&Diagnostic]) -> String {
    let names = names_apart(group);
    let listed = names.iter().take(MOST_NAMES).map(|(name, count)| match count {
        1 => format!("`{name}`"),
        count => format!("`{name}` ({count})"),
    });
    let n_more = names.len().saturating_sub(MOST_NAMES);
    let more = (n_more > 0).then(|| format!("{n_more} more"));
    let listed: Vec<String> = listed.chain(more).collect();
    if listed.is_empty() { String::new() } else { format!(", in all {}", listed.join(", ")) }
}

fn print_all(diagnostics: &[Diagnostic], mark: &str, extent: Extent) {
    let mut lines = String::new();
    for group in alike(diagnostics) {
        let (n_printed, remedy) = match extent {
            Extent::Few(remedy) if group.len() > MOST_ALIKE => (1, remedy),
            _ => (group.len(), ""),
        };
        for diagnostic in &group[..n_printed] {
            let what = format!("{mark}{}", diagnostic.what);
            lines += &format!("{}\n", Diagnostic { what, ..(*diagnostic).clone() });
        }
        let rest = &group[n_printed..];
        if !rest.is_empty() {
            let files: BTreeSet<_> = rest.iter().map(|diagnostic| &diagnostic.path).collect();
            let what = format!(
                "{mark}the same in {} of {}{}",
                counted(rest.len(), "more place", "more places"),
                counted(files.len(), "file", "files"),
                listed_names(&group),
            );
            lines += &format!("{}\n", Diagnostic::on(&group[0].path, what, remedy));
        }
    }
    // As with an answer, whoever stops listening has heard enough.
    let _ = io::stderr().write_all(lines.as_bytes());
}
