//! How long each view takes to open, and a notebook of 2,000 notes, in the site in `dist/` and in another.
//!
//! The measuring is done by `xtask/bench/views.mjs`.

use std::path::PathBuf;

use super::page;
use crate::shell::{command, root, run};
use crate::{Failure, Options, build};

pub fn run_bench(args: &[String]) -> Result<(), Failure> {
    let options = Options::parse(args, &["--site"], &[])?;
    let folder = page::tools()?;
    let mut node = command("node");
    node.current_dir(folder).arg(root().join("xtask/bench/views.mjs")).arg(build::dist());
    if let Some(site) = options.value("--site") {
        let site =
            PathBuf::from(site).canonicalize().map_err(|error| format!("{site}: {error}"))?;
        node.arg(site);
    }
    Ok(run(&mut node)?)
}
