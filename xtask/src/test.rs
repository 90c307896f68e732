//! Runs every suite, each to its end, and closes with one line per suite.
//!
//! `--browser` chooses the end-to-end tests alone, in another browser than Chromium or in all; only then
//! is that browser installed.

use crate::setup::{
    AXE_CORE, BROWSER, BUILD, DIST, FIREFOX, FUZZ, JS_LINTS, LICENCES, LINTS, NATIVE, RECIPES,
    Tool, WASM, WEBKIT,
};
use crate::shell::{cargo_home, command, run};
use crate::{Failure, Options, browsers, build, dist, setup, size};
use std::time::{Duration, Instant};

/// One thing that must hold.
struct Suite {
    name: &'static str,
    /// Whether it looks at the pressed site, which the suite `build` leaves in `dist/`.
    needs_site: bool,
    /// The tools that it takes.
    tools: &'static [&'static [Tool]],
    run: fn() -> Result<Outcome, String>,
}

/// How a suite ended in which nothing failed.
enum Outcome {
    Passed,
    /// It could not look at all that it is for; says at what, and what to do.
    Incomplete(&'static str),
}

/// A suite that passes when `result` is no error.
fn passed(result: Result<(), String>) -> Result<Outcome, String> {
    result.map(|()| Outcome::Passed)
}

const SUITES: &[Suite] = &[
    Suite { name: "fmt", needs_site: false, tools: &[LINTS], run: || passed(fmt()) },
    Suite { name: "clippy", needs_site: false, tools: &[NATIVE, LINTS], run: || passed(clippy()) },
    Suite {
        name: "clippy-wasm",
        needs_site: false,
        tools: &[WASM, LINTS],
        run: || passed(clippy_wasm()),
    },
    Suite { name: "js", needs_site: false, tools: &[JS_LINTS], run: || passed(js()) },
    Suite { name: "rustdoc", needs_site: false, tools: &[WASM], run: || passed(rustdoc()) },
    Suite { name: "licences", needs_site: false, tools: &[LICENCES], run: licences },
    Suite {
        name: "native",
        needs_site: false,
        tools: &[NATIVE, RECIPES],
        run: || {
            let what = ["test", "--workspace", "--no-fail-fast", "--lib", "--bins", "--tests"];
            // The same cases in every run: a new one is found by `cargo test`, not by whoever merges next.
            passed(run(command("cargo").args(what).env("PROPTEST_RNG_SEED", "1")))
        },
    },
    Suite {
        name: "doc",
        needs_site: false,
        tools: &[NATIVE],
        run: || passed(run(command("cargo").args(["test", "--workspace", "--doc"]))),
    },
    Suite { name: "fuzz", needs_site: false, tools: &[NATIVE, FUZZ], run: || passed(fuzz()) },
    Suite { name: "web", needs_site: false, tools: &[BUILD, BROWSER], run: || passed(web()) },
    Suite { name: "build", needs_site: false, tools: &[BUILD], run: || passed(build::site(None)) },
    END_TO_END,
    Suite {
        name: "size",
        needs_site: true,
        tools: &[BROWSER],
        run: || passed(size::within_budget()),
    },
    Suite {
        name: "dist",
        needs_site: true,
        tools: &[DIST, BROWSER],
        run: || passed(dist::suite()),
    },
];

/// The end-to-end tests in the browser that everybody has.
const END_TO_END: Suite = Suite {
    name: "e2e",
    needs_site: true,
    tools: &[BROWSER, AXE_CORE],
    run: || passed(end_to_end("chromium")),
};

/// The end-to-end tests by browser.
const IN_BROWSERS: &[(&str, Suite)] = &[
    ("chromium", END_TO_END),
    (
        "firefox",
        Suite {
            name: "e2e-firefox",
            needs_site: true,
            tools: &[FIREFOX, AXE_CORE],
            run: || passed(end_to_end("firefox")),
        },
    ),
    (
        "webkit",
        Suite {
            name: "e2e-webkit",
            needs_site: true,
            tools: &[WEBKIT, AXE_CORE],
            run: || passed(end_to_end("webkit")),
        },
    ),
];

enum Verdict {
    Passed,
    Incomplete(&'static str),
    Failed(String),
    NotRun(&'static str),
}

pub fn run_chore(args: &[String]) -> Result<(), Failure> {
    let options = Options::parse(args, &["--only", "--browser"], &["--list"])?;
    if options.has("--list") {
        SUITES.iter().for_each(|suite| println!("{}", suite.name));
        return Ok(());
    }
    let chosen = match options.value("--browser") {
        None => chosen(options.value("--only"))?,
        Some(_) if options.has("--only") => {
            return Err(Failure::Usage("--browser and --only do not go together".into()));
        }
        Some(browser) => in_browser(browser)?,
    };

    let start = Instant::now();
    let mut verdicts: Vec<(&str, Verdict, Duration)> = Vec::new();
    // A tool that cannot be installed fails the run, but keeps no suite from it that can do without.
    let tools: Vec<&[Tool]> = chosen.iter().flat_map(|suite| suite.tools).copied().collect();
    if let Err(problems) = setup::ready(&tools) {
        verdicts.push(("set-up", Verdict::Failed(problems), start.elapsed()));
    }
    let mut has_site = true;
    for suite in chosen {
        println!("\n──── {} ────", suite.name);
        let start = Instant::now();
        let verdict = if suite.needs_site && !has_site {
            Verdict::NotRun("there is no site to look at")
        } else {
            match (suite.run)() {
                Ok(Outcome::Passed) => Verdict::Passed,
                Ok(Outcome::Incomplete(what)) => Verdict::Incomplete(what),
                Err(problem) => Verdict::Failed(problem),
            }
        };
        if suite.name == "build" {
            has_site = matches!(verdict, Verdict::Passed);
        }
        verdicts.push((suite.name, verdict, start.elapsed()));
    }

    println!("\n──── summary ────");
    for (name, verdict, took) in &verdicts {
        let verdict = match verdict {
            Verdict::Passed => "ok".to_string(),
            Verdict::Incomplete(what) => format!("WARNING  {what}"),
            Verdict::Failed(problem) => format!("FAILED  {problem}"),
            Verdict::NotRun(reason) => format!("not run: {reason}"),
        };
        println!("{name:12} {:6.1} s  {verdict}", took.as_secs_f32());
    }
    println!("{:12} {:6.1} s", "total", start.elapsed().as_secs_f32());
    let is_bad = |verdict: &Verdict| matches!(verdict, Verdict::Failed(_) | Verdict::NotRun(_));
    let n_bad = verdicts.iter().filter(|(_, verdict, _)| is_bad(verdict)).count();
    if n_bad == 0 { Ok(()) } else { Err(format!("{n_bad} of {} failed", verdicts.len()).into()) }
}

/// All suites, or the one named; before one that looks at the site, the one that builds it.
fn chosen(only: Option<&str>) -> Result<Vec<&'static Suite>, Failure> {
    let Some(only) = only else { return Ok(SUITES.iter().collect()) };
    let suite = SUITES.iter().find(|suite| suite.name == only);
    let suite = suite.ok_or_else(|| {
        Failure::Usage(format!("there is no suite {only} (`cargo xtask test --list` names them)"))
    })?;
    let is_wanted =
        |other: &&Suite| other.name == suite.name || (suite.needs_site && other.name == "build");
    Ok(SUITES.iter().filter(is_wanted).collect())
}

/// The end-to-end tests in the browser named, or in all, and before them the suite that builds the site.
fn in_browser(name: &str) -> Result<Vec<&'static Suite>, Failure> {
    let mut suites: Vec<&Suite> = SUITES.iter().filter(|suite| suite.name == "build").collect();
    let named = IN_BROWSERS.iter().filter(|(browser, _)| name == "all" || name == *browser);
    suites.extend(named.map(|(_, suite)| suite));
    if suites.len() == 1 {
        let message = format!("there is no browser {name}; name chromium, firefox, webkit or all");
        return Err(Failure::Usage(message));
    }
    Ok(suites)
}

/// Plays the end-to-end scenarios in a browser.
fn end_to_end(browser: &str) -> Result<(), String> {
    let mut cargo = command("cargo");
    browsers::tell_chromium(&mut cargo);
    browsers::tell_others(&mut cargo);
    run(cargo.args(["test", "--test", "e2e", "--", "--browser", browser]))
}

/// The workspace of the fuzz targets is one of its own.
const FUZZ_MANIFEST: [&str; 2] = ["--manifest-path", "fuzz/Cargo.toml"];

fn fmt() -> Result<(), String> {
    run(command("cargo").args(["fmt", "--all", "--check"]))?;
    run(command("cargo").arg("fmt").args(FUZZ_MANIFEST).arg("--check"))
}

/// Compiles the fuzz targets, and goes through their seeds.
fn fuzz() -> Result<(), String> {
    // Most crates are compiled already for the tests of the workspace.
    let shared = ["--target-dir", "target", "--quiet"];
    run(command("cargo").arg("check").args(FUZZ_MANIFEST).args(shared).arg("--all-targets"))?;
    run(command("cargo").arg("test").args(FUZZ_MANIFEST).args(shared))
}

/// Builds the documentation, on both targets, in which no link may be broken.
fn rustdoc() -> Result<(), String> {
    let what = ["doc", "--no-deps", "--document-private-items", "--quiet"];
    let rustdoc = |args: &[&str]| {
        run(command("cargo").env("RUSTDOCFLAGS", "--deny warnings").args(what).args(args))
    };
    rustdoc(&["--workspace"])?;
    rustdoc(&["--lib", "--target", "wasm32-unknown-unknown"])
}

/// Looks for faults in all JavaScript, and checks its types: of pages, of the service worker, and of what Node.js
/// runs.
fn js() -> Result<(), String> {
    run(command("biome").args(["lint", "--error-on-warnings"]))?;
    let projects = ["static/tsconfig.json", "static/tsconfig.worker.json", "xtask/tsconfig.json"];
    projects.iter().try_for_each(|project| run(command("tsc").args(["--project", project])))
}

/// The end-to-end tests have `test = false`, so no `--all-targets` counts them in.
fn clippy() -> Result<(), String> {
    let deny = ["--", "--deny", "warnings"];
    let clippy = ["clippy", "--workspace"];
    run(command("cargo").args(clippy).arg("--all-targets").args(deny))?;
    run(command("cargo").args(clippy).args(["--test", "e2e"]).args(deny))
}

fn clippy_wasm() -> Result<(), String> {
    let clippy = |what: &[&str]| {
        let target = ["--target", "wasm32-unknown-unknown"];
        let deny = ["--", "--deny", "warnings"];
        run(command("cargo").arg("clippy").args(what).args(target).args(deny))
    };
    // The page goes without pressing.
    clippy(&["--lib", "--bin", "reader", "--no-default-features"])?;
    clippy(&["--lib", "--test", "web", "--features", "count-renders"])?;
    let maker = ["--lib", "--bin", "maker", "--test", "web_press"];
    clippy(&[&maker[..], &["--features", "press-in-browser"]].concat())
}

/// Holds the crates' licences against `deny.toml`; and the crates against the known faults of the RustSec
/// database where `cargo deny fetch db` has brought it, for no test goes to the network.
fn licences() -> Result<Outcome, String> {
    let deny = ["deny", "--offline", "check"];
    run(command("cargo").args(deny).arg("licenses"))?;
    if !has_advisories() {
        return Ok(Outcome::Incomplete(
            "licences are sound; KNOWN FAULTS WERE NOT LOOKED FOR, because their database is not \
             here: run `cargo deny fetch db`",
        ));
    }
    passed(run(command("cargo").args(deny).arg("advisories")))
}

/// Whether a database of known faults lies where cargo-deny keeps them: a folder each.
fn has_advisories() -> bool {
    let folders = cargo_home().and_then(|home| home.join("advisory-dbs").read_dir().ok());
    let mut folders = folders.into_iter().flatten().flatten();
    folders.any(|folder| folder.path().join("crates").is_dir())
}

/// The wasm-bindgen tests, in Chromium: the app, and pressing there, which is a build of its own.
fn web() -> Result<(), String> {
    in_wasm(&["--test", "web", "--features", "count-renders"])?;
    in_wasm(&["--test", "web_press", "--features", "press-in-browser"])
}

fn in_wasm(what: &[&str]) -> Result<(), String> {
    let mut cargo = command("cargo");
    browsers::tell_chromium(&mut cargo);
    cargo
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
        .env("WASM_BINDGEN_USE_BROWSER", "1")
        // A busy machine takes longer to start a browser than the 5 s that the runner allows.
        .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60")
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    run(cargo.args(["test", "--target", "wasm32-unknown-unknown"]).args(what))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::root;
    use std::fs;

    fn names(only: Option<&str>) -> Option<Vec<&'static str>> {
        Some(chosen(only).ok()?.iter().map(|suite| suite.name).collect())
    }

    #[test]
    fn one_suite_brings_the_build_when_it_needs_the_site() {
        assert_eq!(names(None).map(|all| all.len()), Some(SUITES.len()));
        assert_eq!(names(Some("fmt")), Some(vec!["fmt"]));
        assert_eq!(names(Some("e2e")), Some(vec!["build", "e2e"]));
        assert_eq!(names(Some("elsewhere")), None);
    }

    #[test]
    fn the_table_for_contributors_has_every_suite() {
        let page = fs::read_to_string(root().join("CONTRIBUTING.md"));
        let page = page.expect("it is in the repository").replace("\r\n", "\n");
        let (_, table) = page.split_once("\n## Checks\n").expect("there is a section for it");
        let rows = table.lines().take_while(|line| !line.starts_with('#'));
        let rows = rows.filter_map(|line| line.strip_prefix("| `")?.split('`').next());
        assert_eq!(Some(rows.collect()), names(None));
    }

    #[test]
    fn a_browser_brings_the_build() {
        let chosen = |browser: &str| {
            Some(in_browser(browser).ok()?.iter().map(|suite| suite.name).collect::<Vec<_>>())
        };
        assert_eq!(chosen("chromium"), Some(vec!["build", "e2e"]));
        assert_eq!(chosen("firefox"), Some(vec!["build", "e2e-firefox"]));
        assert_eq!(chosen("all"), Some(vec!["build", "e2e", "e2e-firefox", "e2e-webkit"]));
        assert!(chosen("netscape").is_none());
    }
}
