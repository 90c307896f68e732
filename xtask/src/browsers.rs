//! The browsers that the tests and tools look at the site in: where they are, and the crate that steers them.

use crate::setup;
use crate::shell::command;
use std::process::Command;

/// `tools/browser` with this task of its own, which looks at the site in `dist/` in Chromium.
pub fn tool(task: &str) -> Command {
    let mut cargo = command("cargo");
    tell_chromium(&mut cargo);
    cargo.args(["run", "--quiet", "--package", "browser", "--", task]);
    cargo
}

/// Tells a program where Chromium and its driver are.
pub fn tell_chromium(program: &mut Command) {
    tell(program, "CHROMEDRIVER", setup::chromedriver());
    tell(program, "CHROMIUM", setup::chromium());
}

/// Tells a program where the other browsers and their drivers are. Not for the suite `web`, which would run in
/// Firefox where it is told of its driver.
pub fn tell_others(program: &mut Command) {
    tell(program, "GECKODRIVER", setup::geckodriver());
    tell(program, "FIREFOX", setup::firefox());
    tell(program, "WEBKITDRIVER", setup::webkitdriver());
}

fn tell(program: &mut Command, variable: &str, file: Option<String>) {
    if let Some(file) = file {
        program.env(variable, file);
    }
}
