//! Installs what was packed, as people do who have no Rust, and presses the example dossier with it.

use super::{Machine, at, machine, remove};
use crate::setup::{self, PYTHON_PROGRAMS};
use crate::shell::{captured, command, contents, find, root, run};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{self, Command, Stdio};
use std::time::Instant;

/// The command line as it was installed: a program, and what comes before its own arguments.
struct Installed(PathBuf, &'static [&'static str]);

/// Installs one of the packages, which lie in the first folder, in the second, which is empty.
type Install = fn(&Path, &Path) -> Result<Installed, String>;

const WAYS: [(&str, Install); 3] =
    [("archive", unpack), ("wheel", by_pip), ("npm package", by_npm)];

/// The folders of the system's own programs.
const SYSTEM: &[&str] =
    if cfg!(windows) { &["C:\\Windows\\System32"] } else { &["/usr/bin", "/bin"] };

/// The variables of the environment without which nothing runs.
const NEEDED: &[&str] =
    if cfg!(windows) { &["SystemRoot", "ComSpec", "PATHEXT", "TEMP"] } else { &[] };

/// Installs all packages of a folder, each in a folder of its own outside of the repository, and presses with it. Each
/// site must be byte for byte the one that `program` makes when it is told of the folder of the engine. Then it is
/// looked at by `look`.
///
/// # Errors
/// Says what could not be installed, or differs; or what `look` says.
pub fn check(
    packages: &Path,
    program: &Path,
    engine: &Path,
    look: impl FnOnce(&Path) -> Result<(), String>,
) -> Result<(), String> {
    let elsewhere = env::temp_dir().join(format!("whosaid-dist-{}", process::id()));
    remove(&elsewhere)?;
    let outcome = check_in(&elsewhere, packages, program, engine).and_then(|site| look(&site));
    remove(&elsewhere)?;
    outcome
}

/// Installs and presses in a folder, which is made; the site that all made.
fn check_in(
    elsewhere: &Path,
    packages: &Path,
    program: &Path,
    engine: &Path,
) -> Result<PathBuf, String> {
    at(elsewhere, fs::create_dir_all(elsewhere))?;
    let (dossier, expected) = (root().join("examples/dossier"), elsewhere.join("expected"));
    let mut here = command(&program.to_string_lossy());
    here.arg("press").arg(&dossier).arg("--engine").arg(engine);
    captured(here.arg("--out").arg(&expected))?;
    for (name, install) in WAYS {
        let start = Instant::now();
        let site = pressed_by(install, packages, &elsewhere.join(name), &dossier)
            .map_err(|error| format!("{name}: {error}"))?;
        if contents(&site)? != contents(&expected)? {
            return Err(format!("{name}: the site is not the one that is pressed here"));
        }
        println!("{name}: installed, and pressed the site, in {} s", start.elapsed().as_secs());
    }
    Ok(expected)
}

/// The site that the command line presses once it is installed in the folder `own`, which is made.
fn pressed_by(
    install: Install,
    packages: &Path,
    own: &Path,
    dossier: &Path,
) -> Result<PathBuf, String> {
    at(own, fs::create_dir_all(own))?;
    let installed = install(packages, own)?;
    let printed = captured(installed.command(own).arg("--version"))?;
    if printed.trim() != format!("whosaid {}", setup::version()) {
        return Err(format!("`whosaid --version` prints {printed}"));
    }
    captured(installed.command(own).arg("press").arg(dossier).args(["--out", "site"]))?;
    Ok(own.join("site"))
}

impl Installed {
    /// The command line, to be run in the folder `own` in an empty environment: what is on `PATH` is the system, and
    /// Node.js.
    fn command(&self, own: &Path) -> Command {
        let Self(program, args) = self;
        let node = find("node").and_then(|node| Some(node.parent()?.to_path_buf()));
        let path = env::join_paths(node.into_iter().chain(SYSTEM.iter().map(PathBuf::from)));
        let needed = NEEDED.iter().filter_map(|name| Some((name, env::var_os(name)?)));
        let mut command = Command::new(program);
        command.args(*args).current_dir(own).stdin(Stdio::null());
        command.env_clear().env("PATH", path.unwrap_or_default()).env("HOME", own).envs(needed);
        command
    }
}

fn unpack(packages: &Path, own: &Path) -> Result<Installed, String> {
    let archive = packed(packages, if cfg!(windows) { ".zip" } else { ".tar.gz" })?;
    if cfg!(windows) {
        let script = format!("Expand-Archive -Path '{}' -DestinationPath .", archive.display());
        let flags = ["-NoProfile", "-NonInteractive", "-Command"];
        run(command("powershell").current_dir(own).args(flags).arg(script))?;
    } else {
        run(command("tar").current_dir(own).arg("-xzf").arg(archive))?;
    }
    let name = format!("whosaid-{}-{}", setup::version(), machine()?.target);
    Ok(Installed(own.join(name).join("whosaid"), &[]))
}

fn by_pip(packages: &Path, own: &Path) -> Result<Installed, String> {
    let python = setup::python().ok_or("there is no Python here")?;
    run(command(&python).current_dir(own).args(["-m", "venv", "venv"]))?;
    let programs = own.join("venv").join(PYTHON_PROGRAMS);
    let mut pip = command(&programs.join("pip").to_string_lossy());
    let quiet = ["--quiet", "--disable-pip-version-check"];
    run(pip.args(["install", "--no-index"]).args(quiet).arg(packed(packages, ".whl")?))?;
    Ok(Installed(programs.join("whosaid"), &[]))
}

fn by_npm(packages: &Path, own: &Path) -> Result<Installed, String> {
    let (version, Machine { os, cpu, .. }) = (setup::version(), machine()?);
    let files = [format!("whosaid-{version}.tgz"), format!("whosaid-{os}-{cpu}-{version}.tgz")];
    let mut npm = command("npm");
    // An empty cache, so that nothing but the files can be installed.
    npm.current_dir(own).env("npm_config_cache", own.join("cache"));
    let quiet = ["--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"];
    npm.args(["install", "--offline"]).args(quiet);
    run(npm.args(files.map(|file| packages.join(file))))?;
    let npx = find("npx").ok_or("there is no npx here")?;
    Ok(Installed(npx, &["--no-install", "whosaid"]))
}

/// The one of the packages whose name ends so.
fn packed(packages: &Path, end: &str) -> Result<PathBuf, String> {
    let entries = at(packages, fs::read_dir(packages))?;
    let mut files = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let file = files.find(|file| file.to_string_lossy().ends_with(end));
    file.ok_or_else(|| format!("there is no file *{end} in {}", packages.display()))
}
