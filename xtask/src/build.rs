//! Builds the site by Trunk.
//!
//! `trunk build --release` does the same with the tools that are on `PATH`, or that Trunk downloads.

use crate::shell::{command, root, run};
use crate::{Failure, Options, setup};
use std::path::{Path, PathBuf};
use std::process::Command;
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

/// Builds the site of `dossier`, or of the default one, into [`dist`], and prints how long that took. The tools
/// must be there.
///
/// # Errors
/// Says which step failed; the step itself has told why.
pub fn site(dossier: Option<&Path>) -> Result<(), String> {
    let mut trunk = trunk("build");
    if let Some(dossier) = dossier {
        let folder = dossier.canonicalize();
        let folder = folder.map_err(|error| format!("{}: {error}", dossier.display()))?;
        trunk.env(DOSSIER, folder);
    }
    let start = Instant::now();
    run(&mut trunk)?;
    println!(
        "Built the page and the command line, and put the dossier into the page, in {} s",
        start.elapsed().as_secs()
    );
    Ok(())
}

/// Trunk, to do this with the release. All tools and crates are there by then, so that it needs no network.
pub fn trunk(what: &str) -> Command {
    let mut trunk = command("trunk");
    trunk.args([what, "--release", "--offline=true"]);
    trunk
}

/// Builds `whosaid` as publishers have it.
pub fn release() -> Result<(), String> {
    run(command("cargo").args(["build", "--release", "--bin", "whosaid"]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::ffi::OsStr;
    use std::fs;

    #[test]
    fn only_a_plain_trunk_build_may_download_its_tools() {
        for what in ["build", "serve"] {
            assert!(
                trunk(what).get_args().any(|arg| arg == OsStr::new("--offline=true")),
                "{what}"
            );
        }
        let config =
            fs::read_to_string(root().join("Trunk.toml")).expect("it is in the repository");
        assert!(!config.lines().any(|line| line.starts_with("offline")));
    }
}
