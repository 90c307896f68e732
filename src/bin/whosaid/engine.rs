//! The engine that a site is made with: the one that is named, the one inside this program, or the one beside
//! it.

use std::path::{Path, PathBuf};

use whosaid::diagnostics::Diagnostic;
use whosaid::press::Engine;

use crate::folder;

/// The files of the engine inside this program, by their paths; none where it was built without one (`build.rs`).
const INSIDE: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/engine.rs"));

/// The engine in the folder `named`; else the one inside this program; else that in the folder `engine` beside it.
///
/// # Errors
///
/// When there is none, or it is unsound.
pub fn find(named: Option<&Path>) -> Result<Engine, Diagnostic> {
    let beside = beside_program();
    match named {
        Some(folder) => folder::read_engine(folder),
        None if !INSIDE.is_empty() => {
            let owned = |(path, bytes): &(&str, &[u8])| ((*path).to_owned(), bytes.to_vec());
            Engine::new(Path::new("the engine inside whosaid"), INSIDE.iter().map(owned).collect())
        }
        None if beside.is_dir() => folder::read_engine(&beside),
        None => Err(Diagnostic::on(
            "whosaid",
            "this build has no engine inside, which a site is made with",
            "name the folder of an engine or of a finished site with --engine, or install a \
             whosaid of a release, which has one",
        )),
    }
}

fn beside_program() -> PathBuf {
    let program = std::env::current_exe().unwrap_or_default();
    program.parent().unwrap_or(Path::new("")).join("engine")
}
