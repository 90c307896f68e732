//! Set-up and chores, run as `cargo xtask CHORE` from anywhere in the repository.
//!
//! Every chore first makes sure that its tools are there ([`setup`]), then does its work: [`build`]
//! presses the site, [`serve`] shows it, [`mod@test`] runs every suite, [`size`] weighs it and
//! [`screenshot`] renews the picture in the README. [`browsers`] finds the browsers that some of them need, and
//! [`shell`] runs other programs for them all.
//!
//! This crate depends on no other, so that a first run starts within seconds.

mod bench;
mod browsers;
mod build;
mod dist;
mod press;
mod score;
mod screenshot;
mod serve;
mod setup;
mod shell;
mod size;
mod test;

use std::fmt;
use std::process::ExitCode;

const HELP: &str = "\
Set-up and chores of Whosaid. Each installs the tools that it misses, and says which and why.

usage: cargo xtask CHORE [OPTIONS]

chores:
  serve [--port N]           build the site, serve it on this machine, rebuild when a file changes
  build [--dossier DIR]      build the site of a dossier (default: articles) into dist/
  dist [--engine DIR] [--try]
                             pack the command line for this machine into target/dist/, with the
                             engine inside: archive, Python wheel, npm packages; --try installs them
  test [--only SUITE]        run every suite, or one of them; `test --list` names them
  test --browser NAME        run the end-to-end tests in chromium, firefox, webkit or all
  score [--set FILE] [--errors N] [--before PROGRAM]
                             score the quotation engine on annotated texts, by tools/score;
                             --before: beside an older whosaid; --help has the other options
  bench [keys | quotes]      time from key press to painted results, or the quotation engine;
                             quotes --against 'COMMAND' [--set FILE]: another program beside it
  bench page [--rounds N]    the site on a slow phone beside a plain page, and Lighthouse's scores
  bench views [--site DIR]   how long each view takes to open in dist/, and in another site
  bench search --harness DIR --corpus FILE [--engines A,B] [--passes N]
                             our search and its peers side by side; see tests/README.md
  size                       weigh what a reader's first visit loads, against the budget
  screenshot                 renew docs/screenshot.png from dist/
  press                      put the dossier into the page that Trunk built; Trunk calls it
  help                       print this
";

/// Why a chore did not succeed.
enum Failure {
    /// The command line made no sense: exit code 2.
    Usage(String),
    /// The work went wrong: exit code 1.
    Work(String),
}

impl From<String> for Failure {
    fn from(message: String) -> Self {
        Failure::Work(message)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Usage(message) => write!(f, "{message}; `cargo xtask help` lists the chores"),
            Failure::Work(message) => f.write_str(message),
        }
    }
}

/// The options of one chore: `--name value` pairs and bare `--name` flags.
struct Options(Vec<(String, Option<String>)>);

impl Options {
    /// Reads `args`, in which the options of `valued` take a value and those of `flags` none.
    fn parse(args: &[String], valued: &[&str], flags: &[&str]) -> Result<Options, Failure> {
        let mut options = Vec::new();
        let mut args = args.iter();
        while let Some(arg) = args.next() {
            if flags.contains(&arg.as_str()) {
                options.push((arg.clone(), None));
            } else if valued.contains(&arg.as_str()) {
                let value = args.next();
                let value = value.ok_or_else(|| Failure::Usage(format!("{arg} needs a value")))?;
                options.push((arg.clone(), Some(value.clone())));
            } else {
                return Err(Failure::Usage(format!("unknown option {arg}")));
            }
        }
        Ok(Options(options))
    }

    /// The value given last for `name`.
    fn value(&self, name: &str) -> Option<&str> {
        self.0.iter().rev().find(|(given, _)| given == name)?.1.as_deref()
    }

    fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(given, _)| given == name)
    }
}

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let (chore, args) = match args.split_first() {
        Some((chore, args)) => (chore.as_str(), args),
        None => ("help", &[][..]),
    };
    let outcome = match chore {
        "bench" => bench::run_chore(args),
        "build" => build::run_chore(args),
        "dist" => dist::run_chore(args),
        "serve" => serve::run_chore(args),
        "test" => test::run_chore(args),
        "size" => size::run_chore(args),
        "press" => press::run_chore(args),
        "score" => score::run_chore(args),
        "screenshot" => screenshot::run_chore(args),
        "help" | "--help" | "-h" => {
            print!("{HELP}");
            Ok(())
        }
        _ => Err(Failure::Usage(format!("there is no chore {chore}"))),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\nxtask: {failure}");
            ExitCode::from(if matches!(failure, Failure::Usage(_)) { 2 } else { 1 })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(args: &[&str]) -> Result<Options, Failure> {
        let args: Vec<String> = args.iter().map(ToString::to_string).collect();
        Options::parse(&args, &["--port"], &["--list"])
    }

    #[test]
    fn the_last_value_of_an_option_counts() {
        let options = parse(&["--port", "1", "--list", "--port", "2"]).unwrap_or(Options(vec![]));
        assert_eq!(options.value("--port"), Some("2"));
        assert!(options.has("--list"));
    }

    #[test]
    fn unknown_options_and_missing_values_are_wrong_usage() {
        assert!(matches!(parse(&["--prot", "1"]), Err(Failure::Usage(_))));
        assert!(matches!(parse(&["--port"]), Err(Failure::Usage(_))));
    }
}
