//! Installs the tools that a chore needs and this machine lacks.
//!
//! A [`Tool`] knows whether it is there (without the network), why it is wanted, how long it takes
//! and how to install it. [`ready`] lists all that is missing, installs it, and reports everything that
//! could not be installed, each with what a person can do about it. A tool that is there in the right
//! version is used as it is, wherever it lies on `PATH`.
//!
//! Programs written in Rust take longest, so they are [downloaded ready-made](Step::Download) where
//! that works, and otherwise compiled with little optimisation, beside the other installations.

use crate::shell::{command, find, output, root, run, run_logged, tools};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Instant;

/// axe-core looks for barriers to accessibility.
const AXE: NpmPackage = NpmPackage { name: "axe-core", version: || "4.14.1".into() };

/// Biome looks for faults in the JavaScript.
const BIOME: NpmPackage = NpmPackage { name: "@biomejs/biome", version: || "2.5.14".into() };

/// TypeScript checks the types of the JavaScript.
const TYPESCRIPT: NpmPackage = NpmPackage { name: "typescript", version: || "5.9.3".into() };

/// The types of Node.js: of the oldest Node.js that the scripts are for.
const NODE_TYPES: NpmPackage = NpmPackage { name: "@types/node", version: || "18.19.130".into() };

/// wasm-opt, of the version in `Trunk.toml`.
const BINARYEN: NpmPackage = NpmPackage { name: "binaryen", version: binaryen_version };

/// wasm-bindgen's command and test runner, of the version of the crate in `Cargo.lock`.
const WASM_BINDGEN: Crate = Crate {
    name: "wasm-bindgen-cli",
    program: "wasm-bindgen",
    version: wasm_bindgen_version,
    // The lock file that it is published with names a crate that cannot be had everywhere.
    is_locked: false,
    options: &[],
    // It reads and writes megabytes of wasm in every build.
    opt_level: "1",
};

/// Trunk builds the page: the last release that Rust 1.95 compiles.
const TRUNK: Crate = Crate {
    name: "trunk",
    program: "trunk",
    version: || "0.21.14".into(),
    is_locked: true,
    // It serves this machine alone and downloads nothing, so it needs no TLS.
    options: &["--no-default-features"],
    // What it does in a build takes no second either way.
    opt_level: "0",
};

/// geckodriver steers Firefox.
const GECKODRIVER: Crate = Crate {
    name: "geckodriver",
    program: "geckodriver",
    version: || "0.37.1".into(),
    is_locked: true,
    options: &[],
    opt_level: "0",
};

/// cargo-deny looks through the licences.
const CARGO_DENY: Crate = Crate {
    name: "cargo-deny",
    program: "cargo-deny",
    version: || "0.20.2".into(),
    is_locked: true,
    options: &[],
    opt_level: "0",
};

/// Something to install.
pub struct Tool {
    name: &'static str,
    why: &'static str,
    /// How long the installation takes on a small machine.
    takes: &'static str,
    is_there: fn() -> bool,
    install: Install,
}

/// How a tool is installed.
enum Install {
    /// In seconds, by a package manager.
    By {
        run: fn() -> Result<(), String>,
        /// What to do by hand when that fails.
        by_hand: &'static str,
    },
    /// From crates.io.
    Crate(&'static Crate),
    /// From the npm registry, into this clone's own tools.
    Npm(&'static NpmPackage),
}

impl Install {
    /// What to do by hand when it fails.
    fn by_hand(&self) -> String {
        match self {
            Self::By { by_hand, .. } => (*by_hand).to_owned(),
            Self::Crate(Crate { name, version, is_locked, .. }) => {
                let locked = if *is_locked { " --locked" } else { "" };
                format!("run `cargo install {name} --version {}{locked}`", version())
            }
            Self::Npm(package) => format!(
                "run `npm install --prefix target/tools {}` where the npm registry can be reached",
                package.specifier()
            ),
        }
    }
}

/// A package of the npm registry.
struct NpmPackage {
    name: &'static str,
    version: fn() -> String,
}

impl NpmPackage {
    /// Its name with its version, as npm takes them.
    fn specifier(&self) -> String {
        format!("{}@{}", self.name, (self.version)())
    }

    /// Whether it is among this clone's own tools in that version.
    fn is_there(&self) -> bool {
        let about = tools().join("node_modules").join(self.name).join("package.json");
        let about = fs::read_to_string(about).unwrap_or_default();
        quoted_after(&about, "\"version\": ") == Some(&(self.version)())
    }

    fn install(&self) -> Result<(), String> {
        fs::create_dir_all(tools()).map_err(|error| format!("{}: {error}", tools().display()))?;
        let quiet = ["--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"];
        let mut npm = command("npm");
        run(npm.arg("install").arg("--prefix").arg(tools()).args(quiet).arg(self.specifier()))
    }
}

/// A package of crates.io that holds a program.
struct Crate {
    name: &'static str,
    program: &'static str,
    /// The version that is wanted, as `cargo install` and `program --version` write it.
    version: fn() -> String,
    /// Whether it is compiled with the lock file that it is published with.
    is_locked: bool,
    /// Further options of `cargo install`.
    options: &'static [&'static str],
    /// The `opt-level` when it is compiled here: high enough that its work takes less than that saves.
    opt_level: &'static str,
}

/// A way to come by a [`Crate`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
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

/// Whether the output of `--version` names exactly this version.
fn names_version(printed: &str, version: &str) -> bool {
    printed.split_whitespace().any(|word| word == version)
}

impl Crate {
    fn printed_version(&self) -> Option<String> {
        find(self.program)?;
        // A program that does not start is there all the same.
        Some(output(command(self.program).arg("--version")).unwrap_or_default())
    }

    fn is_there(&self) -> bool {
        plan(&(self.version)(), self.printed_version().as_deref(), false).steps.is_empty()
    }

    fn install(&self) -> Result<(), String> {
        let has_binstall = find("cargo-binstall").is_some();
        let plan = plan(&(self.version)(), self.printed_version().as_deref(), has_binstall);
        let log = tools().join(format!("{}.log", self.name));
        first_to_work(&plan.steps, |step| run_logged(&mut self.cargo(step, plan.is_own), &log))
    }

    /// The command that takes a step.
    fn cargo(&self, step: Step, is_own: bool) -> Command {
        let version = (self.version)();
        let mut cargo = command("cargo");
        match step {
            Step::Download => {
                cargo.args(["binstall", "--no-confirm", "--disable-strategies", "compile"]);
            }
            Step::Compile => {
                let opt_level = format!("profile.release.opt-level={}", self.opt_level);
                // Trunk's own profile asks for link-time optimisation and for one unit.
                let others = ["profile.release.lto=false", "profile.release.codegen-units=16"];
                cargo.arg("install").args(self.options);
                for setting in [&*opt_level, others[0], others[1]] {
                    cargo.args(["--config", setting]);
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

const THE_CRATES: Tool = Tool {
    name: "the crates in Cargo.lock",
    why: "the code is built from them",
    takes: "half a minute",
    is_there: || output(command("cargo").args(["fetch", "--quiet", "--offline"])).is_some(),
    install: Install::By {
        run: || run(command("cargo").arg("fetch")),
        by_hand: "run `cargo fetch` where crates.io can be reached",
    },
};

const WASM_TARGET: Tool = Tool {
    name: "Rust's wasm32-unknown-unknown target",
    why: "the page is a WebAssembly program",
    takes: "half a minute",
    is_there: has_wasm_target,
    install: Install::By {
        run: || run(command("rustup").args(["target", "add", "wasm32-unknown-unknown"])),
        by_hand: "run `rustup target add wasm32-unknown-unknown` (https://rustup.rs)",
    },
};

const NODE: Tool = Tool {
    name: "Node.js with npm",
    why: "wasm-opt and what looks at the JavaScript come by npm and run on it",
    takes: "a minute",
    is_there: || has_program("node") && has_program("npm"),
    install: Install::By {
        run: || apt_install(&["nodejs", "npm"]),
        by_hand: "install Node.js 18 or newer with npm (https://nodejs.org)",
    },
};

/// What compiling for this machine takes.
pub const NATIVE: &[Tool] = &[THE_CRATES];

/// What compiling for the page takes.
pub const WASM: &[Tool] = &[THE_CRATES, WASM_TARGET];

/// What building the site takes.
pub const BUILD: &[Tool] = &[
    THE_CRATES,
    WASM_TARGET,
    Tool {
        name: "wasm-bindgen",
        why: "it joins the page's WebAssembly to the browser",
        takes: "up to 5 minutes, where it is compiled",
        is_there: || WASM_BINDGEN.is_there(),
        install: Install::Crate(&WASM_BINDGEN),
    },
    Tool {
        name: "Trunk",
        why: "it builds the page",
        takes: "up to 6 minutes, where it is compiled",
        is_there: || TRUNK.is_there(),
        install: Install::Crate(&TRUNK),
    },
    NODE,
    Tool {
        name: "wasm-opt",
        why: "it makes the page's WebAssembly smaller",
        takes: "10 seconds",
        is_there: || has_version("wasm-opt", &binaryen_version()),
        install: Install::Npm(&BINARYEN),
    },
];

/// The folder of the programs in a virtual environment of Python.
pub const PYTHON_PROGRAMS: &str = if cfg!(windows) { "Scripts" } else { "bin" };

/// What packing the command line for pip and npm takes.
pub const DIST: &[Tool] = &[
    NODE,
    Tool {
        name: "Python with pip",
        why: "the wheel is built and tried with it",
        takes: "half a minute",
        is_there: || {
            python().is_some_and(|python| {
                output(command(&python).args(["-c", "import ensurepip, venv"])).is_some()
            })
        },
        install: Install::By {
            run: || apt_install(&["python3", "python3-venv"]),
            by_hand: "install Python 3.8 or newer with its module venv (https://www.python.org)",
        },
    },
    Tool {
        name: "maturin",
        why: "it builds the wheel",
        takes: "15 seconds",
        is_there: || maturin().is_some(),
        install: Install::By {
            run: || {
                let own = tools().join("python");
                let python = python().ok_or("there is no Python here")?;
                run(command(&python).args(["-m", "venv"]).arg(&own))?;
                let pip = own.join(PYTHON_PROGRAMS).join("pip");
                let quiet = ["--quiet", "--disable-pip-version-check"];
                let package = format!("maturin=={}", maturin_version());
                run(command(&pip.to_string_lossy()).arg("install").args(quiet).arg(package))
            },
            by_hand: "install maturin in the version that pyproject.toml names, where PyPI can be \
                  reached, and put it on PATH",
        },
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
    install: Install::By {
        run: || run(command("rustup").args(["component", "add", "rustfmt", "clippy"])),
        by_hand: "run `rustup component add rustfmt clippy` (https://rustup.rs)",
    },
}];

/// What trying the recipes of the documentation takes.
pub const RECIPES: &[Tool] = &[Tool {
    name: "GNU make",
    why: "the tests press a site in parts with it",
    takes: "a few seconds",
    is_there: || has_program("make"),
    install: Install::By { run: || apt_install(&["make"]), by_hand: "install GNU make" },
}];

/// What compiling the fuzz targets takes.
pub const FUZZ: &[Tool] = &[Tool {
    name: "a C++ compiler",
    why: "the fuzzer's own library is compiled with the fuzz targets",
    takes: "half a minute",
    is_there: || has_program("c++"),
    install: Install::By { run: || apt_install(&["g++"]), by_hand: "install g++ or clang" },
}];

/// What looking at the JavaScript takes.
pub const JS_LINTS: &[Tool] = &[
    NODE,
    Tool {
        name: "Biome",
        why: "it looks for faults in the JavaScript",
        takes: "10 seconds",
        is_there: || BIOME.is_there(),
        install: Install::Npm(&BIOME),
    },
    Tool {
        name: "TypeScript",
        why: "it checks the types of the JavaScript",
        takes: "10 seconds",
        is_there: || TYPESCRIPT.is_there(),
        install: Install::Npm(&TYPESCRIPT),
    },
    Tool {
        name: "the types of Node.js",
        why: "TypeScript checks the scripts that run on it against them",
        takes: "a few seconds",
        is_there: || NODE_TYPES.is_there(),
        install: Install::Npm(&NODE_TYPES),
    },
];

/// What looking through the licences takes.
pub const LICENCES: &[Tool] = &[Tool {
    name: "cargo-deny",
    why: "it looks through the licences and known faults of the crates",
    takes: "4 minutes, where it is compiled",
    is_there: || CARGO_DENY.is_there(),
    install: Install::Crate(&CARGO_DENY),
}];

/// What looking at the site in a browser takes: in Chromium, where nothing else is said.
pub const BROWSER: &[Tool] = &[
    Tool {
        name: "Chromium",
        why: "the tests look at the page in it",
        takes: "a minute, 400 MB",
        is_there: || chromium().is_some(),
        // The fonts are for machines that have none, where text would have no size.
        install: Install::By {
            run: || apt_install(&["chromium", "chromium-driver", "fonts-liberation"]),
            by_hand: "install Chromium or Chrome, or name its program in CHROMIUM",
        },
    },
    Tool {
        name: "Chromium's driver",
        why: "the tests steer the browser through it",
        takes: "a few seconds",
        is_there: || chromedriver().is_some(),
        install: Install::By {
            run: || apt_install(&["chromium-driver"]),
            by_hand: "install chromedriver in the version of the browser, or name it in CHROMEDRIVER",
        },
    },
];

/// What looking at the site in Firefox takes.
pub const FIREFOX: &[Tool] = &[
    Tool {
        name: "Firefox",
        why: "the tests look at the page in it, too",
        takes: "a minute, 300 MB",
        is_there: || firefox().is_some(),
        install: Install::By {
            run: || apt_install(&["firefox-esr", "fonts-liberation"]),
            by_hand: "install Firefox, or name its program in FIREFOX",
        },
    },
    Tool {
        name: "geckodriver",
        why: "the tests steer Firefox through it, and Debian does not have it",
        takes: "2 minutes, where it is compiled",
        is_there: || geckodriver().is_some(),
        install: Install::Crate(&GECKODRIVER),
    },
];

/// What looking at the site in WebKitGTK takes.
pub const WEBKIT: &[Tool] = &[
    Tool {
        name: "WebKitGTK's small browser and its driver",
        why: "the tests look at the page in it, too",
        takes: "a minute, 200 MB",
        is_there: || webkitdriver().is_some(),
        install: Install::By {
            run: || apt_install(&["webkit2gtk-driver", "fonts-liberation"]),
            by_hand: "install WebKitWebDriver with its MiniBrowser, or name them in WEBKITDRIVER and MINIBROWSER",
        },
    },
    Tool {
        name: "Xvfb",
        why: "it is the screen that WebKitGTK draws on and nobody sees",
        takes: "a few seconds",
        is_there: || find("Xvfb").is_some(),
        install: Install::By { run: || apt_install(&["xvfb"]), by_hand: "install Xvfb" },
    },
];

/// What looking for barriers takes, in any browser.
pub const AXE_CORE: &[Tool] = &[Tool {
    name: "axe-core",
    why: "it looks for barriers to accessibility",
    takes: "10 seconds",
    is_there: || AXE.is_there(),
    install: Install::Npm(&AXE),
}];

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

impl Tool {
    /// Installs it and prints how long that took.
    ///
    /// # Errors
    /// What failed and what to do.
    fn installed(&self) -> Result<(), String> {
        let Self { name, install, .. } = self;
        // An earlier installation may have brought this one along.
        if (self.is_there)() {
            return Ok(());
        }
        println!("Installing {name} …");
        let start = Instant::now();
        let outcome = match install {
            Install::By { run, .. } => run(),
            Install::Crate(package) => package.install(),
            Install::Npm(package) => package.install(),
        };
        let outcome = outcome.and_then(|()| {
            let found = (self.is_there)();
            found.then_some(()).ok_or_else(|| "it was installed but is not found".into())
        });
        match outcome {
            Ok(()) => {
                println!("Installed {name} in {} s", start.elapsed().as_secs());
                Ok(())
            }
            Err(error) => {
                println!("Could not install {name}: {error}");
                let by_hand = install.by_hand();
                Err(format!("{name} is missing: {error}\n    What to do: {by_hand}"))
            }
        }
    }
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

fn has_program(program: &str) -> bool {
    output(command(program).arg("--version")).is_some()
}

fn has_version(program: &str, version: &str) -> bool {
    output(command(program).arg("--version"))
        .is_some_and(|printed| names_version(&printed, version))
}

fn has_wasm_target() -> bool {
    // Where rustup keeps the targets of the toolchain in use.
    let sysroot = output(command("rustc").args(["--print", "sysroot"])).unwrap_or_default();
    root().join(sysroot.trim()).join("lib/rustlib/wasm32-unknown-unknown/lib").is_dir()
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

/// The version that `pyproject.toml` asks for.
fn maturin_version() -> String {
    let config = root().join("pyproject.toml");
    let config = fs::read_to_string(config).unwrap_or_default();
    let wanted = config.split_once("\"maturin==").and_then(|(_, rest)| rest.split('"').next());
    wanted.unwrap_or("unknown").to_string()
}

/// The version of Whosaid.
pub fn version() -> String {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap_or_default();
    // A checkout may have turned the line ends into those of Windows.
    let manifest = manifest.replace("\r\n", "\n");
    quoted_after(&manifest, "name = \"whosaid\"\nversion = ").unwrap_or("unknown").to_string()
}

/// The text between the quotation marks that follow `prefix`.
fn quoted_after<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(prefix)?;
    rest.strip_prefix('"')?.split('"').next()
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
    // Old lists give an old browser, or one that is not there any more. Where they cannot be had anew, what is
    // listed may still be.
    if let Err(error) = apt_get(&["update"]) {
        eprintln!("The lists of packages are those from before: {error}");
    }
    apt_get(&install)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::as_typed;

    #[test]
    fn versions_are_read_from_the_files_that_pin_them() {
        let lock = "name = \"wasm-bindgen-macro\"\nversion = \"1\"\n\n\
                    name = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        let prefix = "name = \"wasm-bindgen\"\nversion = ";
        assert_eq!(quoted_after(lock, prefix), Some("0.2.130"));
        assert_eq!(quoted_after("", prefix), None);
        assert_ne!(wasm_bindgen_version(), "unknown");
        assert_ne!(binaryen_version(), "unknown");
        assert_ne!(maturin_version(), "unknown");
        assert_ne!(version(), "unknown");
    }

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

    #[test]
    fn programs_are_compiled_with_as_little_optimisation_as_their_work_needs() {
        let quick = |opt_level: &str| {
            format!(
                "--config profile.release.opt-level={opt_level} --config profile.release.lto=false \
                 --config profile.release.codegen-units=16"
            )
        };
        let wasm_bindgen =
            format!("{} wasm-bindgen-cli --version {}", quick("1"), wasm_bindgen_version());
        let quickest = quick("0");
        for (package, args) in [
            (&WASM_BINDGEN, wasm_bindgen),
            (&TRUNK, format!("--no-default-features {quickest} --locked trunk --version 0.21.14")),
            (&GECKODRIVER, format!("{quickest} --locked geckodriver --version 0.37.1")),
            (&CARGO_DENY, format!("{quickest} --locked cargo-deny --version 0.20.2")),
        ] {
            let cargo = package.cargo(Step::Compile, false);
            assert_eq!(as_typed(&cargo), format!("cargo install {args}"));
            // What the person has set, such as flags of the compiler, holds.
            let set: Vec<_> = cargo.get_envs().map(|(name, _)| name).collect();
            assert!(set.iter().all(|name| *name == "PATH" || *name == "NO_COLOR"), "{set:?}");
        }
    }

    #[test]
    fn what_is_downloaded_is_not_compiled_on_the_way() {
        assert_eq!(
            as_typed(&TRUNK.cargo(Step::Download, false)),
            "cargo binstall --no-confirm --disable-strategies compile trunk --version 0.21.14"
        );
    }

    #[test]
    fn a_program_of_this_clone_alone_goes_into_its_tools() {
        for step in [Step::Download, Step::Compile] {
            let own = format!("--force --root {} trunk", tools().display());
            assert!(as_typed(&TRUNK.cargo(step, true)).contains(&own), "{step:?}");
            assert!(!as_typed(&TRUNK.cargo(step, false)).contains("--root"), "{step:?}");
        }
    }

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
