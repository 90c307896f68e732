//! Builds what a release offers for one kind of machine, into `target/dist/`: an archive, a Python wheel and two npm
//! packages. The command line in each has the engine inside.
//!
//! 1. [`engine`]: the site in `dist/`, pressed anew with the example dossier, whose texts anybody may pass on.
//! 2. The command line, by Cargo, with the engine in it (`build.rs`).
//! 3. [`pack`]: what it is shipped in. The version is that of `Cargo.toml`; `packaging/npm/` says 0.0.0 for it.
//!
//! [`install`] is the test: it installs the packages, and presses with what it gets.

mod install;

use crate::shell::{captured, command, contents, output, root, run, write_below};
use crate::{Failure, Options, browsers, build, setup};
use std::env::consts::EXE_SUFFIX;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// The environment variable by which `build.rs` learns of the engine.
const ENGINE: &str = "WHOSAID_ENGINE";

/// A kind of machine: what Rust calls it, and what npm does.
struct Machine {
    target: &'static str,
    os: &'static str,
    cpu: &'static str,
}

/// The machines that packages are made for; `packaging/npm/package.json` names them all, too.
const MACHINES: [Machine; 5] = [
    Machine { target: "aarch64-apple-darwin", os: "darwin", cpu: "arm64" },
    Machine { target: "x86_64-apple-darwin", os: "darwin", cpu: "x64" },
    Machine { target: "aarch64-unknown-linux-gnu", os: "linux", cpu: "arm64" },
    Machine { target: "x86_64-unknown-linux-gnu", os: "linux", cpu: "x64" },
    Machine { target: "x86_64-pc-windows-msvc", os: "win32", cpu: "x64" },
];

pub fn run_chore(args: &[String]) -> Result<(), Failure> {
    let options = Options::parse(args, &["--engine"], &["--try"])?;
    let start = Instant::now();
    let engine = match options.value("--engine") {
        Some(folder) => {
            setup::ready(&[setup::NATIVE, setup::DIST])?;
            std::path::absolute(folder).map_err(|error| format!("{folder}: {error}"))?
        }
        None => {
            setup::ready(&[setup::BUILD, setup::DIST])?;
            build::site(None)?;
            engine()?
        }
    };
    let out = root().join("target/dist");
    let program = pack(&engine, "release", &out)?;
    println!("Packed in {} s:", start.elapsed().as_secs());
    for (name, content) in contents(&out)? {
        println!("{:>9} bytes  {}", content.len(), out.join(name).display());
    }
    if options.has("--try") {
        install::check(&out, &program, &engine, |_| Ok(()))?;
    }
    Ok(())
}

/// Packs the command line with the engine of the site in `dist/`, tries every package, and opens the site that they
/// make in Chromium. The tools must be there.
///
/// # Errors
/// Says what failed.
pub fn suite() -> Result<(), String> {
    let engine = engine()?;
    // The profile of the suite `build`, which has compiled the crates for it; a release compiles all for speed.
    let out = root().join("target/tmp/dist");
    let program = pack(&engine, "press", &out)?;
    install::check(&out, &program, &engine, |site| {
        captured(browsers::tool("first-load").arg("--dist").arg(site)).map(drop)
    })
}

/// The folder of the engine to put into the command line, made of the site in `dist/`: a site itself, of the example
/// dossier. It is left alone where it has not changed, so that nothing is compiled again.
///
/// # Errors
/// When it cannot be pressed or written.
fn engine() -> Result<PathBuf, String> {
    let [kept, fresh] =
        ["dist-engine", "dist-engine.fresh"].map(|name| root().join("target").join(name));
    let mut cargo = command("cargo");
    cargo.args(["run", "--quiet", "--profile", "press", "--bin", "whosaid", "--", "press"]);
    cargo.args(["examples/dossier", "--engine", "dist", "--out"]);
    run(cargo.arg(&fresh))?;
    if kept.is_dir() && contents(&kept)? == contents(&fresh)? {
        remove(&fresh)?;
    } else {
        remove(&kept)?;
        at(&kept, fs::rename(&fresh, &kept))?;
    }
    Ok(kept)
}

/// Builds the command line by a profile of Cargo, with the engine of that folder in it, and packs it in every way into
/// the folder `out`, in place of all that is there. Gives the program.
///
/// # Errors
/// Says which step failed.
fn pack(engine: &Path, profile: &str, out: &Path) -> Result<PathBuf, String> {
    remove(out)?;
    at(out, fs::create_dir_all(out))?;
    let start = Instant::now();
    let what = ["build", "--locked", "--bin", "whosaid", "--features", "engine", "--profile"];
    run(command("cargo").env(ENGINE, engine).args(what).arg(profile))?;
    println!("Compiled the command line with the engine in it in {} s", start.elapsed().as_secs());
    let program = root().join("target").join(profile).join(format!("whosaid{EXE_SUFFIX}"));
    let (machine, version) = (machine()?, setup::version());
    archive(&program, &format!("whosaid-{version}-{}", machine.target), out)?;
    wheel(engine, profile, out)?;
    npm(&program, machine, &version, out)?;
    Ok(program)
}

/// This machine.
///
/// # Errors
/// When nothing is made for its kind.
fn machine() -> Result<&'static Machine, String> {
    let printed = output(command("rustc").arg("-vV")).unwrap_or_default();
    let host = printed.lines().find_map(|line| line.strip_prefix("host: ")).unwrap_or("unknown");
    let machine = MACHINES.iter().find(|machine| machine.target == host);
    machine.ok_or_else(|| {
        format!("there are no packages for {host}; xtask/src/dist.rs lists the machines")
    })
}

/// The archive: a folder with the program, what there is to read, and the example.
fn archive(program: &Path, name: &str, out: &Path) -> Result<(), String> {
    let staging = out.join(name);
    add_program(program, &staging)?;
    for file in ["README.md", "CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT"] {
        copy(&root().join(file), &staging.join(file))?;
    }
    for part in ["docs", "examples"] {
        for (path, content) in contents(&root().join(part))? {
            write_below(&staging.join(part).join(path), &content)?;
        }
    }
    if cfg!(windows) {
        let zip = format!("Compress-Archive -Path '{name}' -DestinationPath '{name}.zip'");
        let flags = ["-NoProfile", "-NonInteractive", "-Command"];
        run(command("powershell").current_dir(out).args(flags).arg(zip))?;
    } else {
        let file = format!("{name}.tar.gz");
        run(command("tar").current_dir(out).args(["-czf", &file, name]))?;
    }
    remove(&staging)
}

/// The wheel, by maturin, which finds the program compiled.
fn wheel(engine: &Path, profile: &str, out: &Path) -> Result<(), String> {
    let maturin = setup::maturin().ok_or("maturin is missing")?;
    let mut maturin = command(&maturin.to_string_lossy());
    run(maturin
        .env(ENGINE, engine)
        .args(["build", "--quiet", "--profile", profile, "--out"])
        .arg(out))
}

/// The two npm packages: the one that people name, which is the same for all machines, and that of this machine,
/// which holds the program.
fn npm(program: &Path, machine: &Machine, version: &str, out: &Path) -> Result<(), String> {
    let staging = out.join("npm");
    let [main, own] = ["main", "own"].map(|name| staging.join(name));
    for (path, content) in contents(&root().join("packaging/npm"))? {
        let text = String::from_utf8_lossy(&content).replace("0.0.0", version);
        write_below(&main.join(path), text.as_bytes())?;
    }
    add_program(program, &own)?;
    write_below(&own.join("package.json"), manifest(machine, version).as_bytes())?;
    for package in [&main, &own] {
        for file in ["packaging/README.md", "LICENSE-APACHE", "LICENSE-MIT"] {
            let file = root().join(file);
            copy(&file, &package.join(file.file_name().unwrap_or_default()))?;
        }
    }
    let options = ["--silent", "--ignore-scripts", "--pack-destination"];
    let mut npm = command("npm");
    run(npm.arg("pack").args(options).arg(out).args([&main, &own]))?;
    remove(&staging)
}

/// `package.json` of the package for one kind of machine.
fn manifest(machine: &Machine, version: &str) -> String {
    let Machine { os, cpu, .. } = machine;
    // Linux with another C library than the program was linked with cannot run it.
    let libc = if *os == "linux" { "\n  \"libc\": [\"glibc\"]," } else { "" };
    format!(
        r#"{{
  "name": "@whosaid/{os}-{cpu}",
  "version": "{version}",
  "description": "The program of the package whosaid for {os} on {cpu}.",
  "license": "MIT OR Apache-2.0",
  "os": ["{os}"],
  "cpu": ["{cpu}"],{libc}
  "preferUnplugged": true
}}
"#
    )
}

/// Copies the program into a folder, which is made.
fn add_program(program: &Path, folder: &Path) -> Result<(), String> {
    let name = program.file_name().unwrap_or_default();
    at(folder, fs::create_dir_all(folder))?;
    copy(program, &folder.join(name))
}

/// Copies a file, with the leave to run it.
fn copy(from: &Path, to: &Path) -> Result<(), String> {
    at(from, fs::copy(from, to)).map(drop)
}

/// Removes a folder that may be there.
fn remove(folder: &Path) -> Result<(), String> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        outcome => at(folder, outcome),
    }
}

/// The outcome of work on a file, with its path in an error.
fn at<T>(path: &Path, outcome: io::Result<T>) -> Result<T, String> {
    outcome.map_err(|error| format!("{}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_machine_is_an_optional_dependency_of_the_npm_package() {
        let package = root().join("packaging/npm/package.json");
        let package = fs::read_to_string(package).expect("it is in the repository");
        let named: Vec<&str> = package.lines().filter(|line| line.contains("@whosaid/")).collect();
        let line = |machine: &Machine| {
            format!("    \"@whosaid/{}-{}\": \"0.0.0\"", machine.os, machine.cpu)
        };
        let expected: Vec<String> = MACHINES.iter().map(line).collect();
        assert_eq!(
            named.iter().map(|line| line.trim_end_matches(',')).collect::<Vec<_>>(),
            expected
        );
    }
}
