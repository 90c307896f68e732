//! What is there on this machine.

use super::versions::maturin_version;
use crate::shell::{command, find, output, root, tools};
use std::path::{Path, PathBuf};

/// The folder of the programs in a virtual environment of Python.
pub const PYTHON_PROGRAMS: &str = if cfg!(windows) { "Scripts" } else { "bin" };

/// Chromium: the program that `CHROMIUM` names, or the first one on `PATH`.
pub fn chromium() -> Option<String> {
    named_or_found("CHROMIUM", &["chromium", "chromium-browser", "google-chrome"])
}

/// Chromium's driver: the program that `CHROMEDRIVER` names, or the one on `PATH`.
pub fn chromedriver() -> Option<String> {
    named_or_found("CHROMEDRIVER", &["chromedriver"])
}

/// Firefox: the program that `FIREFOX` names, or the first one on `PATH`.
pub fn firefox() -> Option<String> {
    named_or_found("FIREFOX", &["firefox-esr", "firefox"])
}

/// Firefox's driver: the program that `GECKODRIVER` names, or the one on `PATH`.
pub fn geckodriver() -> Option<String> {
    named_or_found("GECKODRIVER", &["geckodriver"])
}

/// WebKitGTK's driver: the program that `WEBKITDRIVER` names, or the one on `PATH`. It knows its browser.
pub fn webkitdriver() -> Option<String> {
    named_or_found("WEBKITDRIVER", &["WebKitWebDriver"])
}

/// Python 3.
pub fn python() -> Option<String> {
    ["python3", "python"].into_iter().find(|program| has_program(program)).map(Into::into)
}

/// maturin in the version wanted: this clone's own, or the one on `PATH`.
pub fn maturin() -> Option<PathBuf> {
    let own = tools().join("python").join(PYTHON_PROGRAMS).join("maturin");
    let version = maturin_version();
    [own.as_path(), Path::new("maturin")]
        .into_iter()
        .find(|program| has_version(&program.to_string_lossy(), &version))
        .map(Into::into)
}

fn named_or_found(variable: &str, programs: &[&str]) -> Option<String> {
    if let Ok(program) = std::env::var(variable) {
        return Some(program);
    }
    let file = programs.iter().find_map(|program| find(program))?;
    Some(file.to_string_lossy().into_owned())
}

pub fn has_program(program: &str) -> bool {
    output(command(program).arg("--version")).is_some()
}

pub fn has_version(program: &str, version: &str) -> bool {
    output(command(program).arg("--version"))
        .is_some_and(|printed| names_version(&printed, version))
}

/// Whether the output of `--version` names exactly this version.
pub fn names_version(printed: &str, version: &str) -> bool {
    printed.split_whitespace().any(|word| word == version)
}

pub fn has_wasm_target() -> bool {
    // Where rustup keeps the targets of the toolchain in use.
    let sysroot = output(command("rustc").args(["--print", "sysroot"])).unwrap_or_default();
    root().join(sysroot.trim()).join("lib/rustlib/wasm32-unknown-unknown/lib").is_dir()
}
