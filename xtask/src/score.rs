//! Scores the quotation engine, by `tools/score`.

use crate::shell::{command, run};
use crate::{Failure, build};

/// `cargo xtask score [--set FILE] [--errors N]`: the options are those of the tool.
pub fn run_chore(args: &[String]) -> Result<(), Failure> {
    build::release()?;
    let mut cargo = command("cargo");
    cargo.args(["run", "--quiet", "--release", "--package", "score", "--"]).args(args);
    // Where a file named by --set is looked for.
    if let Ok(folder) = std::env::current_dir() {
        cargo.current_dir(folder);
    }
    Ok(run(&mut cargo)?)
}
