//! Installs the tools that a chore needs and this machine lacks.
//!
//! A [`Tool`] knows whether it is there (without the network), why it is wanted, how long it takes
//! and how to install it. [`ready`] lists all that is missing, installs it, and reports everything that
//! could not be installed, each with what a person can do about it. A tool that is there in the right
//! version is used as it is, wherever it lies on `PATH`.

mod list;
mod package;
mod programs;
mod tool;
mod versions;

pub use list::{
    AXE_CORE, BROWSER, BUILD, DIST, FIREFOX, FUZZ, JS_LINTS, LICENCES, LINTS, NATIVE, RECIPES,
    WASM, WEBKIT,
};
pub use programs::{
    PYTHON_PROGRAMS, chromedriver, chromium, firefox, geckodriver, maturin, python, webkitdriver,
};
pub use tool::Tool;
pub use versions::version;

use std::thread;
use std::time::Instant;
use tool::Install;

/// Installs what is missing of `wanted`: what is compiled in the background, all else in order.
///
/// # Errors
/// One message per tool that is still missing, saying what failed and what to do.
pub fn ready(wanted: &[&[Tool]]) -> Result<(), String> {
    let mut missing: Vec<&Tool> = Vec::new();
    for tool in wanted.iter().flat_map(|tools| *tools) {
        // Several of those who want something may want the same.
        if missing.iter().all(|other| other.name != tool.name) && !(tool.is_there)() {
            missing.push(tool);
        }
    }
    if missing.is_empty() {
        return Ok(());
    }
    println!("Missing on this machine, to be installed now:");
    for Tool { name, why, takes, .. } in &missing {
        println!("  {name}: {why} (about {takes})");
    }
    println!();
    let start = Instant::now();
    let (crates, others): (Vec<&Tool>, Vec<&Tool>) =
        missing.iter().partition(|tool| matches!(tool.install, Install::Crate(_)));
    let problems: Vec<String> = thread::scope(|scope| {
        let crates: Vec<_> = crates.iter().map(|tool| scope.spawn(|| tool.installed())).collect();
        let mut problems: Vec<String> =
            others.iter().filter_map(|tool| tool.installed().err()).collect();
        for thread in crates {
            problems.extend(thread.join().expect("it does not panic").err());
        }
        problems
    });
    println!("The set-up took {} s\n", start.elapsed().as_secs());
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\n  ")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tool_that_fails_is_reported_with_what_to_do() {
        let hopeless = Tool {
            name: "a tool",
            why: "a test wants it",
            takes: "no time",
            is_there: || false,
            install: Install::By { run: || Ok(()), by_hand: "nothing" },
        };
        let message = ready(&[&[hopeless]]).expect_err("it is never there");
        assert!(message.contains("a tool is missing") && message.contains("What to do: nothing"));
    }
}
