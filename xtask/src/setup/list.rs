//! What is installed, and for what.

use super::package::{Crate, NpmPackage};
use super::programs::{
    PYTHON_PROGRAMS, chromedriver, chromium, firefox, geckodriver, has_program, has_version,
    has_wasm_target, maturin, python, webkitdriver,
};
use super::tool::{Install, Tool, apt_install};
use super::versions::{binaryen_version, maturin_version, wasm_bindgen_version};
use crate::shell::{command, find, output, run, tools};

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
    // It downloads no driver of a browser.
    options: &["--no-default-features"],
    // It reads and writes megabytes of wasm in every build.
    optimised: &["wasm-bindgen-cli-support", "walrus", "wasmparser", "wasm-encoder"],
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
    optimised: &[],
};

/// geckodriver steers Firefox.
const GECKODRIVER: Crate = Crate {
    name: "geckodriver",
    program: "geckodriver",
    version: || "0.37.1".into(),
    is_locked: true,
    options: &[],
    optimised: &[],
};

/// cargo-deny looks through the licences.
const CARGO_DENY: Crate = Crate {
    name: "cargo-deny",
    program: "cargo-deny",
    version: || "0.20.2".into(),
    is_locked: true,
    options: &[],
    optimised: &[],
};

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::setup::package::Step;
    use crate::shell::as_typed;

    #[test]
    fn programs_are_compiled_with_as_little_optimisation_as_their_work_needs() {
        let quickest = "--config profile.release.opt-level=0 --config profile.release.lto=false \
                        --config profile.release.codegen-units=16";
        let optimised = ["wasm-bindgen-cli-support", "walrus", "wasmparser", "wasm-encoder"]
            .map(|package| format!("--config profile.release.package.{package}.opt-level=1"))
            .join(" ");
        let wasm_bindgen = format!(
            "--no-default-features {quickest} {optimised} wasm-bindgen-cli --version {}",
            wasm_bindgen_version()
        );
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
}
