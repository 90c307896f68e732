//! [`Tool`]: something to install.

use super::package::{Crate, NpmPackage};
use crate::shell::{command, find, output, run};
use std::time::Instant;

/// Something to install.
pub struct Tool {
    pub name: &'static str,
    pub why: &'static str,
    /// How long the installation takes on a small machine.
    pub takes: &'static str,
    pub is_there: fn() -> bool,
    pub install: Install,
}

/// How a tool is installed.
pub enum Install {
    /// In seconds, by a package manager.
    By {
        run: fn() -> Result<(), String>,
        /// What to do by hand when that fails.
        by_hand: &'static str,
    },
    /// From crates.io.
    Crate(&'static Crate),
    /// From the npm registry, into this clone's own tools.
    Npm(&'static NpmPackage),
}

impl Install {
    /// What to do by hand when it fails.
    fn by_hand(&self) -> String {
        match self {
            Self::By { by_hand, .. } => (*by_hand).to_owned(),
            Self::Crate(Crate { name, version, is_locked, .. }) => {
                let locked = if *is_locked { " --locked" } else { "" };
                format!("run `cargo install {name} --version {}{locked}`", version())
            }
            Self::Npm(package) => format!(
                "run `npm install --prefix target/tools {}` where the npm registry can be reached",
                package.specifier()
            ),
        }
    }
}

impl Tool {
    /// Installs it and prints how long that took.
    ///
    /// # Errors
    /// What failed and what to do.
    pub fn installed(&self) -> Result<(), String> {
        let Self { name, install, .. } = self;
        // An earlier installation may have brought this one along.
        if (self.is_there)() {
            return Ok(());
        }
        println!("Installing {name} …");
        let start = Instant::now();
        let outcome = match install {
            Install::By { run, .. } => run(),
            Install::Crate(package) => package.install(),
            Install::Npm(package) => package.install(),
        };
        let outcome = outcome.and_then(|()| {
            let found = (self.is_there)();
            found.then_some(()).ok_or_else(|| "it was installed but is not found".into())
        });
        match outcome {
            Ok(()) => {
                println!("Installed {name} in {} s", start.elapsed().as_secs());
                Ok(())
            }
            Err(error) => {
                println!("Could not install {name}: {error}");
                let by_hand = install.by_hand();
                Err(format!("{name} is missing: {error}\n    What to do: {by_hand}"))
            }
        }
    }
}

/// Installs packages of Debian or a system like it, as root or by a `sudo` that asks nothing.
pub fn apt_install(packages: &[&str]) -> Result<(), String> {
    let names = packages.join(" ");
    if find("apt-get").is_none() {
        return Err(format!("there is no apt-get here (Debian's packages are called: {names})"));
    }
    let is_root = output(command("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    if !is_root && output(command("sudo").args(["-n", "true"])).is_none() {
        return Err(format!("only root may do that: sudo apt-get install {names}"));
    }
    let apt_get = |args: &[&str]| {
        let mut apt = command(if is_root { "env" } else { "sudo" });
        if !is_root {
            apt.args(["-n", "env"]);
        }
        apt.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet"]);
        // Another apt-get may be at work; wait for it rather than fail.
        run(apt.args(["-o", "DPkg::Lock::Timeout=300"]).args(args))
    };
    let install = [&["install", "--yes", "--no-install-recommends"], packages].concat();
    // Old lists give an old browser, or one that is not there any more. Where they cannot be had anew, what is
    // listed may still be.
    if let Err(error) = apt_get(&["update"]) {
        eprintln!("The lists of packages are those from before: {error}");
    }
    apt_get(&install)
}
