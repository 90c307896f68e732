//! Packages of crates.io and of the npm registry, and how they are installed.
//!
//! Programs written in Rust take longest, so they are [downloaded ready-made](Step::Download) where
//! that works, and otherwise compiled with little optimisation, beside the other installations.

use super::programs::names_version;
use super::versions::quoted_after;
use crate::shell::{command, find, output, run, run_logged, tools};
use std::fs;
use std::process::Command;

/// A package of the npm registry.
pub struct NpmPackage {
    pub name: &'static str,
    pub version: fn() -> String,
}

impl NpmPackage {
    /// Its name with its version, as npm takes them.
    pub fn specifier(&self) -> String {
        format!("{}@{}", self.name, (self.version)())
    }

    /// Whether it is among this clone's own tools in that version.
    pub fn is_there(&self) -> bool {
        let about = tools().join("node_modules").join(self.name).join("package.json");
        let about = fs::read_to_string(about).unwrap_or_default();
        quoted_after(&about, "\"version\": ") == Some(&(self.version)())
    }

    pub fn install(&self) -> Result<(), String> {
        fs::create_dir_all(tools()).map_err(|error| format!("{}: {error}", tools().display()))?;
        let quiet = ["--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"];
        let mut npm = command("npm");
        run(npm.arg("install").arg("--prefix").arg(tools()).args(quiet).arg(self.specifier()))
    }
}

/// A package of crates.io that holds a program.
pub struct Crate {
    pub name: &'static str,
    pub program: &'static str,
    /// The version that is wanted, as `cargo install` and `program --version` write it.
    pub version: fn() -> String,
    /// Whether it is compiled with the lock file that it is published with.
    pub is_locked: bool,
    /// Further options of `cargo install`.
    pub options: &'static [&'static str],
    /// The packages among those that it is made of which do its work: these alone are optimised when it is
    /// compiled here, since what it takes to optimise the others is never won back.
    pub optimised: &'static [&'static str],
}

/// A way to come by a [`Crate`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Ready-made, by cargo-binstall.
    Download,
    /// From its source.
    Compile,
}

/// How a [`Crate`] is installed.
#[derive(Debug, PartialEq, Eq)]
struct Plan {
    /// The ways in the order in which they are tried; none where the program is there.
    steps: Vec<Step>,
    /// Whether it goes into this clone's own tools, because another version is there that others may
    /// need; else it goes where `cargo install` puts all programs.
    is_own: bool,
}

/// Decides how `version` of a program is installed, from what its `--version` prints, where there is
/// one on `PATH`, and from whether cargo-binstall is there.
fn plan(version: &str, printed: Option<&str>, has_binstall: bool) -> Plan {
    if printed.is_some_and(|printed| names_version(printed, version)) {
        return Plan { steps: vec![], is_own: false };
    }
    let steps =
        if has_binstall { vec![Step::Download, Step::Compile] } else { vec![Step::Compile] };
    Plan { steps, is_own: printed.is_some() }
}

impl Crate {
    fn printed_version(&self) -> Option<String> {
        find(self.program)?;
        // A program that does not start is there all the same.
        Some(output(command(self.program).arg("--version")).unwrap_or_default())
    }

    pub fn is_there(&self) -> bool {
        plan(&(self.version)(), self.printed_version().as_deref(), false).steps.is_empty()
    }

    pub fn install(&self) -> Result<(), String> {
        let has_binstall = find("cargo-binstall").is_some();
        let plan = plan(&(self.version)(), self.printed_version().as_deref(), has_binstall);
        let log = tools().join(format!("{}.log", self.name));
        first_to_work(&plan.steps, |step| run_logged(&mut self.cargo(step, plan.is_own), &log))
    }

    /// The command that takes a step.
    pub fn cargo(&self, step: Step, is_own: bool) -> Command {
        let version = (self.version)();
        let mut cargo = command("cargo");
        match step {
            Step::Download => {
                cargo.args(["binstall", "--no-confirm", "--disable-strategies", "compile"]);
            }
            Step::Compile => {
                cargo.arg("install").args(self.options);
                // Trunk's own profile asks for link-time optimisation and for one unit.
                for setting in ["opt-level=0", "lto=false", "codegen-units=16"] {
                    cargo.args(["--config", &format!("profile.release.{setting}")]);
                }
                for package in self.optimised {
                    let setting = format!("profile.release.package.{package}.opt-level=1");
                    cargo.args(["--config", &setting]);
                }
                cargo.args(self.is_locked.then_some("--locked"));
            }
        }
        if is_own {
            cargo.arg("--force").arg("--root").arg(tools());
        }
        cargo.args([self.name, "--version", &version]);
        cargo
    }
}

/// Takes the steps in turn until one works.
///
/// # Errors
/// What the last one said.
fn first_to_work(
    steps: &[Step],
    mut take: impl FnMut(Step) -> Result<(), String>,
) -> Result<(), String> {
    let mut outcome = Ok(());
    for step in steps {
        outcome = take(*step);
        if outcome.is_ok() {
            break;
        }
    }
    outcome
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_there_in_the_right_version_is_used() {
        let printed = Some("wasm-bindgen 0.2.130 (0b3ab4b6)\n");
        for has_binstall in [false, true] {
            let expected = Plan { steps: vec![], is_own: false };
            assert_eq!(plan("0.2.130", printed, has_binstall), expected);
        }
    }

    #[test]
    fn what_is_missing_is_compiled_where_it_cannot_be_downloaded() {
        use Step::{Compile, Download};
        let steps = |has_binstall| plan("0.2.130", None, has_binstall).steps;
        assert_eq!(steps(true), [Download, Compile]);
        assert_eq!(steps(false), [Compile]);
        assert!(!plan("0.2.130", None, true).is_own);
    }

    #[test]
    fn another_version_is_left_to_whoever_needs_it() {
        for printed in ["trunk 0.21.1\n", "trunk 0.21.140", "trunk 0.22.0-beta.1", ""] {
            let plan = plan("0.21.14", Some(printed), false);
            assert_eq!(plan, Plan { steps: vec![Step::Compile], is_own: true }, "{printed}");
        }
    }

    #[test]
    fn the_source_is_the_last_resort() {
        use Step::{Compile, Download};
        let taken_where = |fails: &[Step]| {
            let mut taken = Vec::new();
            let outcome = first_to_work(&[Download, Compile], |step| {
                taken.push(step);
                if fails.contains(&step) { Err(format!("{step:?} failed")) } else { Ok(()) }
            });
            (taken, outcome)
        };
        assert_eq!(taken_where(&[]), (vec![Download], Ok(())));
        assert_eq!(taken_where(&[Download]), (vec![Download, Compile], Ok(())));
        let failed = Err("Compile failed".to_owned());
        assert_eq!(taken_where(&[Download, Compile]), (vec![Download, Compile], failed));
    }
}
