//! Builds the command line and, by Trunk, the site.
//!
//! `trunk build --release` does the same where its tools are installed.

use crate::shell::{command, root, run};
use crate::{Failure, Options, setup};
use std::path::{Path, PathBuf};
use std::time::Instant;

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

/// Builds the site of `dossier`, or of the default one, into [`dist`], and prints how long each step
/// took. The tools must be there.
///
/// # Errors
/// Says which step failed; the step itself has told why.
pub fn site(dossier: Option<&Path>) -> Result<(), String> {
    let start = Instant::now();
    command_line()?;
    println!("Compiled the command line in {} s", start.elapsed().as_secs());
    let mut trunk = command("trunk");
    if let Some(dossier) = dossier {
        let folder = dossier.canonicalize();
        let folder = folder.map_err(|error| format!("{}: {error}", dossier.display()))?;
        trunk.env(DOSSIER, folder);
    }
    let start = Instant::now();
    run(trunk.args(["build", "--release"]))?;
    println!("Built the page and put the dossier into it in {} s", start.elapsed().as_secs());
    Ok(())
}

/// Builds `whosaid` as publishers have it.
pub fn release() -> Result<(), String> {
    run(command("cargo").args(["build", "--release", "--bin", "whosaid"]))
}

/// Builds `whosaid` before Trunk starts, so that its errors come first and the hook finds it ready.
pub fn command_line() -> Result<(), String> {
    run(command("cargo").args(["build", "--profile", "press", "--bin", "whosaid"]))
}
