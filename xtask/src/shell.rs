//! Other programs: where they are found, and how they are run; and folders.

use std::collections::BTreeMap;
use std::env;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The root of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask/ lies in the root").to_path_buf()
}

/// Tools that belong to this clone alone: `cargo clean` removes them, git does not see them.
pub fn tools() -> PathBuf {
    root().join("target/tools")
}

/// The folders in which programs are looked for: this clone's own tools come first.
fn path() -> Vec<PathBuf> {
    let mut path = vec![tools().join("bin"), tools().join("node_modules/.bin")];
    path.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    path.extend(cargo_home().map(|home| home.join("bin")));
    path
}

/// Where Cargo keeps what it installs and downloads.
pub fn cargo_home() -> Option<PathBuf> {
    let named = env::var_os("CARGO_HOME").map(PathBuf::from);
    named.or_else(|| Some(env::home_dir()?.join(".cargo")))
}

/// The file that would run as `program`.
pub fn find(program: &str) -> Option<PathBuf> {
    // On Windows npm is a script.
    let suffixes: &[&str] = if cfg!(windows) { &[".exe", ".cmd"] } else { &[""] };
    let mut names = suffixes.iter().map(|suffix| format!("{program}{suffix}"));
    names.find_map(|name| {
        path().into_iter().map(|folder| folder.join(&name)).find(|file| file.is_file())
    })
}

/// `program`, to be run in the root of the repository.
pub fn command(program: &str) -> Command {
    let mut command = Command::new(find(program).unwrap_or_else(|| program.into()));
    let path = env::join_paths(path()).unwrap_or_else(|_| env::var_os("PATH").unwrap_or_default());
    command.current_dir(root()).env("PATH", path).stdin(Stdio::null());
    // Trunk takes any value but "true" and "false" for an error.
    if env::var_os("NO_COLOR").is_some() {
        command.env("NO_COLOR", "true");
    }
    command
}

/// Runs `command`, its output going where ours goes.
///
/// # Errors
/// Says which command could not be started or did not succeed.
pub fn run(command: &mut Command) -> Result<(), String> {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{}` failed ({status})", as_typed(command))),
        Err(error) => Err(format!("`{}` could not be run: {error}", as_typed(command))),
    }
}

/// Runs `command`, its output going into the file `log`.
///
/// # Errors
/// Says which command could not be started or did not succeed, with the end of its output.
pub fn run_logged(command: &mut Command, log: &Path) -> Result<(), String> {
    const N_LINES: usize = 20;
    let problem = |error: io::Error| format!("{}: {error}", log.display());
    fs::create_dir_all(log.parent().unwrap_or(Path::new(""))).map_err(problem)?;
    let file = File::create(log).map_err(problem)?;
    command.stdout(file.try_clone().map_err(problem)?).stderr(file);
    run(command).map_err(|error| {
        let written = fs::read_to_string(log).unwrap_or_default();
        let lines: Vec<&str> = written.lines().collect();
        let end = lines[lines.len().saturating_sub(N_LINES)..].join("\n");
        format!("{error}; all it said is in {}, at last:\n{end}", log.display())
    })
}

/// What `command` prints on standard output, when it is there and succeeds: a question, so no word of
/// its errors.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// What `command` prints on standard output; its errors go where ours go.
///
/// # Errors
/// Says which command could not be started or did not succeed.
pub fn captured(command: &mut Command) -> Result<String, String> {
    let output = command.stderr(Stdio::inherit()).output();
    let output = output.map_err(|error| format!("`{}`: {error}", as_typed(command)))?;
    if !output.status.success() {
        return Err(format!("`{}` failed ({})", as_typed(command), output.status));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// All files below a folder: their contents by their paths in it.
///
/// # Errors
/// Says what cannot be read.
pub fn contents(folder: &Path) -> Result<BTreeMap<PathBuf, Vec<u8>>, String> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(below) = folders.pop() {
        let mut read = || -> io::Result<()> {
            for entry in fs::read_dir(&below)? {
                let path = entry?.path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let name = path.strip_prefix(folder).unwrap_or(&path).to_path_buf();
                    files.insert(name, fs::read(&path)?);
                }
            }
            Ok(())
        };
        read().map_err(|error| format!("{}: {error}", below.display()))?;
    }
    Ok(files)
}

/// Writes a file, and makes its folder where there is none.
///
/// # Errors
/// Says what cannot be written.
pub fn write_below(path: &Path, content: &[u8]) -> Result<(), String> {
    let folder = path.parent().unwrap_or(Path::new(""));
    let written = fs::create_dir_all(folder).and_then(|()| fs::write(path, content));
    written.map_err(|error| format!("{}: {error}", path.display()))
}

/// The command line as a person would type it.
pub fn as_typed(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let words: Vec<OsString> =
        [program].into_iter().chain(command.get_args()).map(Into::into).collect();
    words.join(" ".as_ref()).to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_command_is_named_as_typed() {
        assert_eq!(
            run(command("sh").args(["-c", "exit 3"])),
            Err("`sh -c exit 3` failed (exit status: 3)".into())
        );
        assert!(
            run(&mut command("no-such-program")).is_err_and(|e| e.contains("could not be run"))
        );
    }
}
