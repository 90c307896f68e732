//! Our page and its peers side by side, on one corpus and one set of queries in one Chromium; and how long
//! our page's main thread is kept while somebody types.
//!
//! The measuring is done by a harness that is no part of this repository: a folder with `queries.mjs`,
//! `build.mjs`, `run.mjs`, `serve.mjs`, a `package.json` that asks for `playwright-core`, and an engine a
//! file in `engines/`. It is copied below `target/`, where npm
//! installs what it needs, and gets our page as one more engine. What that takes is in `xtask/bench/`.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::build;
use crate::shell::{command, root, run};
use crate::{Failure, Options, setup};

/// The peers that are run unless others are named.
const PEERS: &str = "minisearch,flexsearch,tinysearch,pagefind";

/// The most rounds of all queries, after a first.
const PASSES: &str = "3";

pub fn run_bench(args: &[String]) -> Result<(), Failure> {
    let options = Options::parse(args, &["--harness", "--corpus", "--engines", "--passes"], &[])?;
    let needed = |name: &str| {
        let value = options.value(name);
        value.ok_or_else(|| Failure::Usage(format!("`bench search` needs {name} PATH")))
    };
    let corpus = canonical(needed("--corpus")?)?;
    let given = canonical(needed("--harness")?)?;
    setup::ready(&[setup::BUILD, setup::BROWSER])?;
    if !build::dist().join("index.html").is_file() {
        build::site(None)?;
    }
    build::release()?;

    let work = root().join("target/bench");
    let harness = work.join("harness");
    if !harness.join("node_modules").is_dir() {
        copy(&given, &harness).map_err(|error| format!("{}: {error}", harness.display()))?;
        run(command("npm").args(["install", "--no-fund", "--no-audit"]).current_dir(&harness))?;
    }
    let set = corpus.parent().and_then(Path::file_name).unwrap_or("corpus".as_ref());
    let set = set.to_string_lossy().into_owned();
    let data = harness.join("data").join(&set);
    let own = root().join("xtask/bench");
    let problem = |error: std::io::Error| format!("the harness's folder: {error}");
    fs::create_dir_all(&data).map_err(problem)?;
    if data.join("corpus.json") != corpus {
        fs::copy(&corpus, data.join("corpus.json")).map_err(problem)?;
    }
    fs::copy(own.join("whosaid.mjs"), harness.join("engines/whosaid.mjs")).map_err(problem)?;
    if !data.join("queries.json").is_file() {
        run(node(&harness, "queries.mjs").args(["--set", &set]))?;
    }

    let dossier = work.join("dossiers").join(&set);
    run(node(&harness, own.join("dossier.mjs")).args([&corpus, &dossier]))?;
    let site = work.join("sites").join(&set);
    let press = press(&dossier, &site)?;

    let engines = ["whosaid", options.value("--engines").unwrap_or(PEERS)].join(",");
    // What the peers built stays from run to run; the corpus is the same.
    let missing = |engine: &&str| *engine == "whosaid" || !data.join("out").join(engine).is_dir();
    let to_build: Vec<&str> = engines.split(',').filter(missing).collect();
    let mut building = node(&harness, "build.mjs");
    building.env("WHOSAID_SITE", &site).env("WHOSAID_HOOK", own.join("hook.js"));
    run(building.args(["--set", &set, "--only", &to_build.join(",")]))?;
    // The harness adds to earlier results; this table is of one run.
    let _ = fs::remove_file(data.join("results.json"));
    let passes = options.value("--passes").unwrap_or(PASSES);
    run(node(&harness, "run.mjs").args(["--set", &set, "--only", &engines, "--passes", passes]))?;
    println!("\n{set}");
    let mut table = node(&harness, own.join("table.mjs"));
    table.env("PRESS_MS", press.time.as_millis().to_string());
    run(table.args([&data, &site]))?;
    run(node(&harness, own.join("tasks.mjs")).arg(&set))?;
    println!("Pressed in {:.1} s, {} MB at most.", press.time.as_secs_f32(), press.peak_kb / 1000);
    Ok(())
}

/// What pressing a dossier took.
struct Press {
    time: Duration,
    /// The most memory, in kB; 0 where the system does not tell.
    peak_kb: u64,
}

fn press(dossier: &Path, site: &Path) -> Result<Press, String> {
    let program = root().join("target/release/whosaid");
    let start = Instant::now();
    let mut pressing = command(&program.to_string_lossy());
    pressing.arg("press").arg(dossier).arg("--out").arg(site).arg("--engine").arg(build::dist());
    // A service worker would go on loading while the page is measured.
    pressing.arg("--no-offline");
    let child = pressing.spawn();
    let mut child = child.map_err(|error| format!("`whosaid press` could not be run: {error}"))?;
    let mut peak_kb = 0;
    let status = loop {
        // Linux tells the most memory of a process for as long as it runs.
        let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let peak = peak.and_then(|kb| kb.trim().trim_end_matches(" kB").parse().ok());
        peak_kb = peak_kb.max(peak.unwrap_or(0));
        if let Some(status) = child.try_wait().map_err(|error| error.to_string())? {
            break status;
        }
        std::thread::sleep(Duration::from_millis(10));
    };
    if !status.success() {
        return Err(format!("`whosaid press` failed ({status})"));
    }
    Ok(Press { time: start.elapsed(), peak_kb })
}

fn node(folder: &Path, script: impl AsRef<Path>) -> std::process::Command {
    let mut node = command("node");
    node.current_dir(folder).arg(script.as_ref());
    node
}

fn canonical(path: &str) -> Result<PathBuf, String> {
    Path::new(path).canonicalize().map_err(|error| format!("{path}: {error}"))
}

/// Copies a folder and what is in it, but for what npm installed and earlier runs left.
fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let (path, name) = entry.map(|entry| (entry.path(), entry.file_name()))?;
        if name == "node_modules" || name == "data" {
            continue;
        }
        if path.is_dir() {
            copy(&path, &to.join(name))?;
        } else {
            // Not `fs::copy`, which would keep a file read-only.
            fs::write(to.join(name), fs::read(path)?)?;
        }
    }
    Ok(())
}
