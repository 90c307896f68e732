//! The built site on a slow phone beside a plain page of the same articles, and Lighthouse's scores.
//!
//! The measuring is done by `xtask/bench/page.mjs`, by what npm installs below `target/`.

use std::fs;
use std::path::PathBuf;

use crate::shell::{command, root, run};
use crate::{Failure, Options, build, setup};

/// Version 13 needs a newer Node.js than Debian has.
const LIGHTHOUSE: &str = "lighthouse@12";

/// How often each page is opened; the median counts.
const ROUNDS: &str = "5";

pub fn run_bench(args: &[String]) -> Result<(), Failure> {
    let options = Options::parse(args, &["--rounds"], &[])?;
    let mut node = command("node");
    node.current_dir(tools()?).arg(root().join("xtask/bench/page.mjs")).arg(build::dist());
    Ok(run(node.arg(options.value("--rounds").unwrap_or(ROUNDS)))?)
}

/// The folder with Lighthouse and the puppeteer-core that it brings; the site in `dist/` is there too.
pub fn tools() -> Result<PathBuf, Failure> {
    setup::ready(&[setup::BUILD, setup::BROWSER])?;
    if !build::dist().join("index.html").is_file() {
        build::site(None)?;
    }
    let folder = root().join("target/bench/page");
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    if !folder.join("node_modules/lighthouse").is_dir() {
        let mut npm = command("npm");
        npm.args(["install", "--prefix", ".", "--no-fund", "--no-audit", LIGHTHOUSE]);
        npm.current_dir(&folder);
        run(&mut npm)?;
    }
    Ok(folder)
}
