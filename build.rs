//! With the feature `engine`, puts one into the command line: that of the folder which the environment variable
//! `WHOSAID_ENGINE` names.
//!
//! An engine is built with the command line's help, so other builds go without. `src/bin/whosaid/engine.rs` takes in
//! the list that is written here, of each file's path and bytes. They are not compressed, because all that the
//! program is shipped in is.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

#[path = "src/press/part.rs"]
mod part;

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=src/press/part.rs");
    let mut files = Vec::new();
    if cfg!(feature = "engine") {
        println!("cargo::rerun-if-env-changed=WHOSAID_ENGINE");
        let folder = env::var_os("WHOSAID_ENGINE").unwrap_or_default();
        let folder = Path::new(&folder);
        println!("cargo::rerun-if-changed={}", folder.display());
        assert!(
            folder.is_absolute() && folder.join("index.html").is_file(),
            "the feature `engine` takes the full path of an engine or of a finished site in WHOSAID_ENGINE, which \
             is {:?}",
            folder.as_os_str(),
        );
        find(folder, "", &mut files)?;
    }
    let entry =
        |(path, file): &(String, PathBuf)| format!("    ({path:?}, include_bytes!({file:?})),\n");
    let list = format!("&[\n{}]\n", files.iter().map(entry).collect::<String>());
    let out = env::var_os("OUT_DIR").expect("Cargo says where");
    fs::write(Path::new(&out).join("engine.rs"), list)
}

/// Adds the engine's files in `folder`, sorted; `prefix` is its path below the engine.
fn find(folder: &Path, prefix: &str, files: &mut Vec<(String, PathBuf)>) -> io::Result<()> {
    let entries = fs::read_dir(folder)?.map(|entry| Ok(entry?.path()));
    let mut entries = entries.collect::<io::Result<Vec<_>>>()?;
    entries.sort();
    for file in entries {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let path = format!("{prefix}{name}");
        if !part::is_part(&path) {
            continue;
        }
        if file.is_dir() {
            find(&file, &format!("{path}/"), files)?;
        } else {
            files.push((path, file));
        }
    }
    Ok(())
}
