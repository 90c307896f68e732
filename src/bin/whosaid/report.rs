//! What reaches the terminal: answers, progress, errors and warnings.

use std::io::{self, IsTerminal, Write};

use whosaid::diagnostics::Diagnostic;

/// Says on a terminal what is being done, in the place of what was said so before; nothing where it is
/// empty. Where standard error is no terminal, nobody waits for it.
pub fn progress(what: &str) {
    let mut terminal = io::stderr();
    if terminal.is_terminal() {
        // Back to the start of the line, and clear it. A terminal that is gone needs no telling.
        let _ = write!(terminal, "\r\x1b[K{what}").and_then(|()| terminal.flush());
    }
}

/// Prints an answer on standard output. Whoever stops listening (`| head`) has heard enough.
pub fn print(answer: &str) {
    let _ = io::stdout().write_all(answer.as_bytes());
}

/// Prints errors on standard error, one a line.
pub fn print_errors(errors: &[Diagnostic]) {
    for error in errors {
        eprintln!("{error}");
    }
}

/// Prints warnings on standard error, one a line, marked as such.
pub fn print_warnings(warnings: &[Diagnostic]) {
    for warning in warnings {
        let what = format!("warning: {}", warning.what);
        eprintln!("{}", Diagnostic { what, ..warning.clone() });
    }
}
