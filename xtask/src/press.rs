//! Puts the dossier into the page that Trunk built: the last step of `trunk build`, called by its hook.

use std::env;

use crate::build::DOSSIER;
use crate::shell::{command, run};
use crate::{Failure, Options};

/// The environment variable by which Trunk tells its hooks where the page is.
const STAGING: &str = "TRUNK_STAGING_DIR";

/// The dossier of this repository.
const DEFAULT_DOSSIER: &str = "articles";

pub fn run_chore(args: &[String]) -> Result<(), Failure> {
    Options::parse(args, &[], &[])?;
    let page = env::var_os(STAGING).ok_or_else(|| {
        Failure::Usage(format!("press is for Trunk's hook, which sets {STAGING}"))
    })?;
    let dossier = env::var_os(DOSSIER).unwrap_or_else(|| DEFAULT_DOSSIER.into());
    let mut cargo = command("cargo");
    cargo
        .args(["run", "--quiet", "--profile", "press", "--bin", "whosaid", "--", "press"])
        .arg(dossier);
    Ok(run(cargo.arg("--engine").arg(&page).arg("--out").arg(&page))?)
}
