//! Builds the command line and, by Trunk, the site.
//!
//! Trunk compiles the engine and, as its last step, calls `whosaid press` (the hook in `Trunk.toml`),
//! so that a plain `trunk build` gives the same site.

use crate::shell::{command, root, run};
use crate::{Failure, Options, setup};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The environment variable by which the hook in `Trunk.toml` learns of another dossier.
pub const DOSSIER: &str = "WHOSAID_DOSSIER";

pub fn run_chore(args: &[String]) -> Result<(), Failure> {
    let options = Options::parse(args, &["--dossier"], &[])?;
    setup::ready(&[setup::BUILD])?;
    site(options.value("--dossier").map(Path::new))?;
    println!("The site is in {}", dist().display());
    Ok(())
}

/// Where the site goes.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Builds the site of `dossier`, or of the default one, into [`dist`]. The tools must be there.
///
/// # Errors
/// Says which step failed; the step itself has told why.
pub fn site(dossier: Option<&Path>) -> Result<(), String> {
    command_line()?;
    let mut trunk = trunk();
    if let Some(dossier) = dossier {
        let folder = dossier.canonicalize();
        let folder = folder.map_err(|error| format!("{}: {error}", dossier.display()))?;
        trunk.env(DOSSIER, folder);
    }
    run(trunk.args(["build", "--release"]))
}

/// Trunk, told to compile the standard library along with the page: for size, without the text of
/// panics and their places. That takes a sixth off what every reader loads.
///
/// Cargo counts these options as unstable, so the stable compiler takes them only under
/// `RUSTC_BOOTSTRAP`. Without them, as by a plain `trunk build`, the page works just the same.
pub fn trunk() -> Command {
    let mut trunk = command("trunk");
    trunk.env("RUSTC_BOOTSTRAP", "1");
    trunk.env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort");
    trunk.env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size");
    trunk.env(
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
        "-Zlocation-detail=none -Zfmt-debug=none -Zunstable-options -Cpanic=immediate-abort",
    );
    trunk
}

/// Builds `whosaid` before Trunk starts, so that its errors come first and the hook finds it ready.
pub fn command_line() -> Result<(), String> {
    run(command("cargo").args(["build", "--release", "--bin", "whosaid"]))
}
