//! Installs the tools that a chore needs and this machine lacks.
//!
//! A [`Tool`] knows whether it is there (without the network), why it is wanted, how long it takes
//! and how to install it. [`ready`] lists all that is missing, installs it in order, and reports
//! everything that could not be installed, each with what a person can do about it. A tool that is
//! there in the right version is used as it is, wherever it lies on `PATH`.

use crate::shell::{command, find, output, root, run, tools};
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

/// The release of Trunk that builds the page: the last one that Rust 1.95 compiles.
const TRUNK: &str = "0.21.14";

/// The release of esbuild that minifies.
const ESBUILD: &str = "0.25.12";

/// The major release of axe-core, which looks for barriers to accessibility.
const AXE: &str = "4";

/// The release of geckodriver, which steers Firefox.
const GECKODRIVER: &str = "0.37.1";

/// The release of cargo-deny that looks through the licences.
const CARGO_DENY: &str = "0.20.2";

/// Something to install.
pub struct Tool {
    name: &'static str,
    why: &'static str,
    /// How long the installation takes on a small machine.
    takes: &'static str,
    is_there: fn() -> bool,
    install: fn() -> Result<(), String>,
    /// What to do by hand when `install` fails.
    by_hand: &'static str,
}

/// What building the site takes.
pub const BUILD: &[Tool] = &[
    Tool {
        name: "the crates in Cargo.lock",
        why: "the code is built from them",
        takes: "half a minute",
        is_there: || output(command("cargo").args(["fetch", "--quiet", "--offline"])).is_some(),
        install: || run(command("cargo").arg("fetch")),
        by_hand: "run `cargo fetch` where crates.io can be reached",
    },
    Tool {
        name: "Rust's wasm32-unknown-unknown target",
        why: "the page is a WebAssembly program",
        takes: "half a minute",
        is_there: has_wasm_target,
        install: || run(command("rustup").args(["target", "add", "wasm32-unknown-unknown"])),
        by_hand: "run `rustup target add wasm32-unknown-unknown` (https://rustup.rs)",
    },
    Tool {
        name: "the source of Rust's standard library",
        why: "it is compiled along with the page, which makes that smaller",
        takes: "half a minute",
        is_there: has_std_source,
        install: || {
            run(command("rustup").args(["component", "add", "rust-src"]))?;
            run(fetch_std_crates(&mut command("cargo")))
        },
        by_hand: "run `rustup component add rust-src` (https://rustup.rs)",
    },
    Tool {
        name: "wasm-bindgen",
        why: "it joins the page's WebAssembly to the browser",
        takes: "3 minutes, it is compiled",
        is_there: || has_version("wasm-bindgen", &wasm_bindgen_version()),
        // Without --locked: the lock file it is published with names a crate that is not to be had
        // everywhere.
        install: || {
            cargo_install(
                "wasm-bindgen",
                &["wasm-bindgen-cli", "--version", &wasm_bindgen_version()],
            )
        },
        by_hand: "run `cargo install wasm-bindgen-cli` with the version of wasm-bindgen in Cargo.lock",
    },
    Tool {
        name: "Trunk",
        why: "it builds the page",
        takes: "6 to 10 minutes, it is compiled",
        is_there: || has_version("trunk", TRUNK),
        install: || {
            let features = ["--no-default-features", "--features", "rustls"];
            cargo_install(
                "trunk",
                &[&["trunk", "--version", TRUNK, "--locked"], &features[..]].concat(),
            )
        },
        by_hand: "run `cargo install trunk --version 0.21.14 --locked`",
    },
    Tool {
        name: "Node.js with npm",
        why: "wasm-opt comes by npm and runs on Node.js",
        takes: "a minute",
        is_there: || has_program("node") && has_program("npm"),
        install: || apt_install(&["nodejs", "npm"]),
        by_hand: "install Node.js 18 or newer with npm (https://nodejs.org)",
    },
    Tool {
        name: "wasm-opt",
        why: "it makes the page's WebAssembly smaller",
        takes: "10 seconds",
        is_there: || has_version("wasm-opt", &binaryen_version()),
        install: || npm_install(&format!("binaryen@{}", binaryen_version())),
        by_hand: "run `npm install binaryen` with the version of wasm_opt in Trunk.toml, \
                  where the npm registry can be reached, and put its bin folder on PATH",
    },
    Tool {
        name: "esbuild",
        why: "it takes comments and white space out of the page's script and styles",
        takes: "10 seconds",
        is_there: || has_version("esbuild", ESBUILD),
        install: || npm_install(&format!("esbuild@{ESBUILD}")),
        by_hand: "run `npm install --prefix target/tools esbuild@0.25.12` where the npm registry can \
                  be reached",
    },
];

/// What looking at the code takes.
pub const LINTS: &[Tool] = &[Tool {
    name: "rustfmt and clippy",
    why: "they look after the style of the code",
    takes: "10 seconds",
    is_there: || {
        [["fmt", "--version"], ["clippy", "--version"]]
            .iter()
            .all(|args| output(command("cargo").args(args)).is_some())
    },
    install: || run(command("rustup").args(["component", "add", "rustfmt", "clippy"])),
    by_hand: "run `rustup component add rustfmt clippy` (https://rustup.rs)",
}];

/// What looking through the licences takes.
pub const LICENCES: &[Tool] = &[Tool {
    name: "cargo-deny",
    why: "it looks through the licences and known faults of the crates",
    takes: "5 to 10 minutes, it is compiled",
    is_there: || has_version("cargo-deny", CARGO_DENY),
    install: || cargo_install("cargo-deny", &["cargo-deny", "--version", CARGO_DENY, "--locked"]),
    by_hand: "run `cargo install cargo-deny --version 0.20.2 --locked`",
}];

/// What looking at the site in a browser takes: in Chromium, where nothing else is said.
pub const BROWSER: &[Tool] = &[
    Tool {
        name: "Chromium",
        why: "the tests look at the page in it",
        takes: "a minute, 400 MB",
        is_there: || chromium().is_some(),
        // The fonts are for machines that have none, where text would have no size.
        install: || apt_install(&["chromium", "chromium-driver", "fonts-liberation"]),
        by_hand: "install Chromium or Chrome, or name its program in CHROMIUM",
    },
    Tool {
        name: "Chromium's driver",
        why: "the tests steer the browser through it",
        takes: "a few seconds",
        is_there: || chromedriver().is_some(),
        install: || apt_install(&["chromium-driver"]),
        by_hand: "install chromedriver in the version of the browser, or name it in CHROMEDRIVER",
    },
];

/// What looking at the site in Firefox takes.
pub const FIREFOX: &[Tool] = &[
    Tool {
        name: "Firefox",
        why: "the tests look at the page in it, too",
        takes: "a minute, 300 MB",
        is_there: || firefox().is_some(),
        install: || apt_install(&["firefox-esr", "fonts-liberation"]),
        by_hand: "install Firefox, or name its program in FIREFOX",
    },
    Tool {
        name: "geckodriver",
        why: "the tests steer Firefox through it, and Debian has it not",
        takes: "4 minutes, it is compiled",
        is_there: || geckodriver().is_some(),
        install: || {
            cargo_install("geckodriver", &["geckodriver", "--version", GECKODRIVER, "--locked"])
        },
        by_hand: "run `cargo install geckodriver --locked`, or name it in GECKODRIVER",
    },
];

/// What looking at the site in WebKitGTK takes.
pub const WEBKIT: &[Tool] = &[
    Tool {
        name: "WebKitGTK's small browser and its driver",
        why: "the tests look at the page in it, too",
        takes: "a minute, 200 MB",
        is_there: || webkitdriver().is_some(),
        install: || apt_install(&["webkit2gtk-driver", "fonts-liberation"]),
        by_hand: "install WebKitWebDriver with its MiniBrowser, or name them in WEBKITDRIVER and MINIBROWSER",
    },
    Tool {
        name: "Xvfb",
        why: "it is the screen that WebKitGTK draws on and nobody sees",
        takes: "a few seconds",
        is_there: || find("Xvfb").is_some(),
        install: || apt_install(&["xvfb"]),
        by_hand: "install Xvfb",
    },
];

/// What looking for barriers takes, in any browser.
pub const BARRIERS: &[Tool] = &[Tool {
    name: "axe-core",
    why: "it looks for barriers to accessibility",
    takes: "10 seconds",
    is_there: || tools().join("node_modules/axe-core/axe.min.js").is_file(),
    install: || npm_install(&format!("axe-core@{AXE}")),
    by_hand: "run `npm install --prefix target/tools axe-core@4` where the npm registry can be \
                  reached",
}];

/// Installs what is missing of `wanted`, in order.
///
/// # Errors
/// One message per tool that is still missing, saying what failed and what to do.
pub fn ready(wanted: &[&[Tool]]) -> Result<(), String> {
    let missing: Vec<&Tool> =
        wanted.iter().flat_map(|tools| *tools).filter(|tool| !(tool.is_there)()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!("Missing on this machine, to be installed now:");
    for Tool { name, why, takes, .. } in &missing {
        println!("  {name}: {why} (about {takes})");
    }
    let mut problems = Vec::new();
    for (n, tool) in missing.iter().enumerate() {
        // An earlier installation may have brought this one along.
        if (tool.is_there)() {
            continue;
        }
        let Tool { name, takes, by_hand, .. } = tool;
        println!("\n[{} of {}] Installing {name} (about {takes})", n + 1, missing.len());
        let start = Instant::now();
        let outcome = (tool.install)().and_then(|()| {
            let found = (tool.is_there)();
            found.then_some(()).ok_or_else(|| "it was installed but is not found".into())
        });
        match outcome {
            Ok(()) => println!("Installed {name} in {} s", start.elapsed().as_secs()),
            Err(error) => {
                println!("Could not install {name}: {error}");
                problems.push(format!("{name} is missing: {error}\n    What to do: {by_hand}"));
            }
        }
    }
    println!();
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\n  ")) }
}

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

fn named_or_found(variable: &str, programs: &[&str]) -> Option<String> {
    if let Ok(program) = std::env::var(variable) {
        return Some(program);
    }
    let file = programs.iter().find_map(|program| find(program))?;
    Some(file.to_string_lossy().into_owned())
}

fn has_program(program: &str) -> bool {
    output(command(program).arg("--version")).is_some()
}

/// Whether `program --version` names exactly this version.
fn has_version(program: &str, version: &str) -> bool {
    output(command(program).arg("--version"))
        .is_some_and(|text| text.split_whitespace().any(|word| word == version))
}

fn has_wasm_target() -> bool {
    rustlib().join("wasm32-unknown-unknown/lib").is_dir()
}

/// Where rustup keeps the targets and sources of the toolchain in use.
fn rustlib() -> PathBuf {
    let sysroot = output(command("rustc").args(["--print", "sysroot"])).unwrap_or_default();
    root().join(sysroot.trim()).join("lib/rustlib")
}

/// Whether the standard library's source is there, and the crates that it is built from.
fn has_std_source() -> bool {
    let manifest = std_manifest();
    manifest.is_file() && output(fetch_std_crates(&mut command("cargo")).arg("--offline")).is_some()
}

fn std_manifest() -> PathBuf {
    rustlib().join("src/rust/library/Cargo.toml")
}

/// `cargo fetch` for the standard library; its manifest has features that the stable Cargo takes only
/// under `RUSTC_BOOTSTRAP`.
fn fetch_std_crates(cargo: &mut Command) -> &mut Command {
    cargo.env("RUSTC_BOOTSTRAP", "1").args(["fetch", "--quiet", "--locked", "--manifest-path"]);
    cargo.arg(std_manifest())
}

/// The version of the crate in `Cargo.lock`: the command must be of the same.
fn wasm_bindgen_version() -> String {
    let lock = fs::read_to_string(root().join("Cargo.lock")).unwrap_or_default();
    quoted_after(&lock, "name = \"wasm-bindgen\"\nversion = ").unwrap_or("unknown").to_string()
}

/// The version that `Trunk.toml` asks for, as npm and `wasm-opt --version` write it.
fn binaryen_version() -> String {
    let config = fs::read_to_string(root().join("Trunk.toml")).unwrap_or_default();
    quoted_after(&config, "wasm_opt = ")
        .and_then(|version| version.strip_prefix("version_"))
        .unwrap_or("unknown")
        .to_string()
}

/// The text between the quotation marks that follow `prefix`.
fn quoted_after<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(prefix)?;
    rest.strip_prefix('"')?.split('"').next()
}

/// Installs where `cargo install` always does, unless another version of `program` is there already:
/// that one is left to whoever needs it, and ours goes into this clone's own tools.
fn cargo_install(program: &str, args: &[&str]) -> Result<(), String> {
    let mut cargo = command("cargo");
    cargo.arg("install").args(args);
    if find(program).is_some() {
        cargo.arg("--force").arg("--root").arg(tools());
    }
    run(&mut cargo)
}

fn npm_install(package: &str) -> Result<(), String> {
    fs::create_dir_all(tools()).map_err(|error| format!("{}: {error}", tools().display()))?;
    let quiet = ["--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"];
    run(command("npm").arg("install").arg("--prefix").arg(tools()).args(quiet).arg(package))
}

/// Installs packages of Debian or a system like it, as root or by a `sudo` that asks nothing.
fn apt_install(packages: &[&str]) -> Result<(), String> {
    let names = packages.join(" ");
    if find("apt-get").is_none() {
        return Err(format!("there is no apt-get here (Debian's packages are called: {names})"));
    }
    let is_root = output(command("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    if !is_root && output(command("sudo").args(["-n", "true"])).is_none() {
        return Err(format!("only root may do that: sudo apt-get install {names}"));
    }
    let apt_get = |args: &[&str]| {
        let mut apt = command(if is_root { "env" } else { "sudo" });
        if !is_root {
            apt.args(["-n", "env"]);
        }
        apt.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet"]);
        // Another apt-get may be at work; wait for it rather than fail.
        run(apt.args(["-o", "DPkg::Lock::Timeout=300"]).args(args))
    };
    let install = [&["install", "--yes", "--no-install-recommends"], packages].concat();
    // The lists may be fresh enough; when they are not, fetch them and try once more.
    apt_get(&install).or_else(|_| apt_get(&["update"]).and_then(|()| apt_get(&install)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_from_the_files_that_pin_them() {
        let lock = "name = \"wasm-bindgen-macro\"\nversion = \"1\"\n\n\
                    name = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        let prefix = "name = \"wasm-bindgen\"\nversion = ";
        assert_eq!(quoted_after(lock, prefix), Some("0.2.130"));
        assert_eq!(quoted_after("", prefix), None);
        assert_ne!(wasm_bindgen_version(), "unknown");
        assert_ne!(binaryen_version(), "unknown");
    }

    #[test]
    fn a_tool_that_fails_is_reported_with_what_to_do() {
        let hopeless = Tool {
            name: "a tool",
            why: "a test wants it",
            takes: "no time",
            is_there: || false,
            install: || Ok(()),
            by_hand: "nothing",
        };
        let message = ready(&[&[hopeless]]).expect_err("it is never there");
        assert!(message.contains("a tool is missing") && message.contains("What to do: nothing"));
    }
}
