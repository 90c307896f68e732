//! `whosaid new`: a first dossier that explains itself.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use whosaid::diagnostics::Diagnostic;

use crate::report;

/// The files of a new dossier, by name.
const FILES: [(&str, &str); 2] = [
    ("dossier.toml", include_str!("new/dossier.toml")),
    ("how-to-write-an-article.md", include_str!("new/how-to-write-an-article.md")),
];

/// Arguments of `whosaid new`.
#[derive(clap::Args)]
pub struct Args {
    /// The folder to make; it must not exist yet, or be empty.
    folder: PathBuf,
}

/// Writes the folder and says what to do next.
pub fn run(args: &Args) -> ExitCode {
    let folder = &args.folder;
    match make(folder) {
        Ok(()) => {
            let folder = folder.display();
            report::print(&format!(
                "{folder} holds a first dossier. Look at it with `whosaid serve {folder}`, and put your \
                 articles there.\n"
            ));
            ExitCode::SUCCESS
        }
        Err(error) => {
            let what = format!("cannot be made: {error}");
            report::print_error(&Diagnostic::on(folder, what, remedy(&error)));
            ExitCode::FAILURE
        }
    }
}

/// What to do where a folder cannot be made.
fn remedy(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "make room, and run it again",
        _ => "name another folder",
    }
}

fn make(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    if fs::read_dir(folder)?.next().is_some() {
        return Err(io::Error::other("it is not empty"));
    }
    let write = |(name, text): &(&str, &str)| fs::write(folder.join(name), text);
    let written = FILES.iter().try_for_each(write);
    if written.is_err() {
        // Of half a dossier the next attempt would say that the folder is not empty.
        for (name, _) in FILES {
            let _ = fs::remove_file(folder.join(name));
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_full_for_every_folder() {
        let remedy_of = |kind: io::ErrorKind| remedy(&kind.into());
        assert_eq!(remedy_of(io::ErrorKind::StorageFull), "make room, and run it again");
        assert_eq!(remedy_of(io::ErrorKind::PermissionDenied), "name another folder");
    }
}
