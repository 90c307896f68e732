//! Folders on disk, read for the library, which knows none.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use whosaid::diagnostics::Diagnostic;
use whosaid::press::Engine;
use whosaid::source::{self, File, Source};

/// Reads the dossier in `folder`. A symbolic link is what it points to.
///
/// # Errors
///
/// Everything that is wrong with it, by file and line; never an empty list.
pub fn read_dossier(folder: &Path) -> Result<Source, Vec<Diagnostic>> {
    let names = names_in(folder).map_err(|error| {
        vec![Diagnostic {
            path: folder.to_owned(),
            line: None,
            what: format!("the dossier's folder cannot be read: {error}"),
            remedy: "name a folder that holds `dossier.toml` and the articles".to_owned(),
        }]
    })?;
    // One after the other, so that the texts of a large dossier do not lie in memory twice.
    let names = names.into_iter().flat_map(|name| {
        // What is in the folder for pictures stands in its place.
        let below =
            (name == source::PICTURES).then(|| names_in(&folder.join(&name)).ok()).flatten();
        let Some(pictures) = below else { return vec![name] };
        let path = |picture| {
            let mut path = OsString::from(source::PICTURES);
            path.push("/");
            path.push::<OsString>(picture);
            path
        };
        pictures.into_iter().map(path).collect()
    });
    let files = names.map(|name| {
        let content = content_of(&folder.join(&name), source::is_read(&name.to_string_lossy()));
        File { name: name.to_string_lossy().into_owned(), content }
    });
    source::read(folder, files)
}

/// Reads the engine in `folder`, or that of a finished site.
///
/// # Errors
///
/// When it is not an engine, or a file cannot be read.
pub fn read_engine(folder: &Path) -> Result<Engine, Diagnostic> {
    let remedy = "name the folder of an engine or of a finished site with --engine".to_owned();
    let mut files = BTreeMap::new();
    match read_files(folder, "", &mut files) {
        Ok(()) => Engine::new(folder, files).map_err(|error| Diagnostic { remedy, ..error }),
        Err((path, error)) => {
            Err(Diagnostic { path, line: None, what: format!("cannot be read: {error}"), remedy })
        }
    }
}

/// Reads the engine's files below `folder`; `prefix` is its path below the engine.
fn read_files(
    folder: &Path,
    prefix: &str,
    files: &mut BTreeMap<String, Vec<u8>>,
) -> Result<(), (PathBuf, io::Error)> {
    let at = |path: &Path| {
        let path = path.to_owned();
        |error| (path, error)
    };
    for name in names_in(folder).map_err(at(folder))? {
        let path = folder.join(&name);
        let name = format!("{prefix}{}", name.to_string_lossy());
        if !Engine::is_part(&name) {
            continue;
        }
        if path.is_dir() {
            read_files(&path, &format!("{name}/"), files)?;
        } else {
            let bytes = fs::read(&path).map_err(at(&path))?;
            files.insert(name, bytes);
        }
    }
    Ok(())
}

/// The names of all entries of a folder, sorted.
fn names_in(folder: &Path) -> io::Result<Vec<OsString>> {
    let entries = fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name()));
    let mut names = entries.collect::<io::Result<Vec<_>>>()?;
    names.sort();
    Ok(names)
}

/// The bytes of a file, no more of them than tell that it is too long; none where it is not wanted.
fn content_of(path: &Path, is_wanted: bool) -> io::Result<Vec<u8>> {
    if !is_wanted {
        return Ok(Vec::new());
    }
    let metadata = fs::metadata(path)?;
    if metadata.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    // A pipe would be waited for, a device read for ever.
    if !metadata.is_file() {
        return Err(io::Error::other("it is not a regular file"));
    }
    let mut bytes = Vec::with_capacity(metadata.len().min(source::MAX_FILE) as usize + 1);
    fs::File::open(path)?.take(source::MAX_FILE + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
