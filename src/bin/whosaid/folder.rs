//! Folders on disk, read for the library, which knows none.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use whosaid::article::Article;
use whosaid::diagnostics::Diagnostic;
use whosaid::press::Engine;
use whosaid::source::{self, Faults, Faulty, File, Reading, Source};

use crate::{ours, part};

/// How deep folders are looked through: deeper than any archive is sorted.
const MAX_DEPTH: usize = 16;

/// What the flag `--skip-faulty` asks for.
pub fn faulty(skip_faulty: bool) -> Faulty {
    if skip_faulty { Faulty::LeftOut } else { Faulty::Refused }
}

/// Reads the dossier in `folder` and the folders below it. A symbolic link is what it points to. `progress` is told
/// how many files have been read, of how many.
///
/// # Errors
///
/// Everything that is wrong with it.
pub fn read_dossier(
    folder: &Path,
    faulty: Faulty,
    mut progress: impl FnMut(usize, usize),
) -> Result<Source, Faults> {
    if ours::is_site(folder) || part::is_part(folder) {
        let what = "is a finished site, and no dossier's folder".to_owned();
        return Err(Diagnostic::on(folder, what, "name the folder that holds its articles").into());
    }
    let Listing { files, folders_too_deep, .. } =
        files_below(folder).map_err(|(path, error)| {
            if path == folder {
                let what = format!("the dossier's folder cannot be read: {error}");
                return Diagnostic::on(folder, what, "name a folder that holds the articles");
            }
            let what = format!("the folder cannot be read: {error}");
            Diagnostic::on(
                path,
                what,
                "make it one that you may read, or move it out of the dossier",
            )
        })?;
    let whole = fs::canonicalize(folder).unwrap_or_default();
    let name = whole.file_name().unwrap_or_default().to_string_lossy();
    let n_files = files.len();
    // One after the other, so that the texts of a large dossier do not lie in memory twice.
    let files = files.into_iter().enumerate().map(|(n_read, (name, path))| {
        progress(n_read, n_files);
        File { name, content: Box::new(move || content_of(&path)) }
    });
    let mut source = source::read(Reading { root: folder, name: &name, faulty }, files)?;
    source.warnings.extend(folders_too_deep.iter().map(|name| {
        let what = format!("lies more than {MAX_DEPTH} folders deep, so nothing in it was read");
        Diagnostic::on(folder.join(name), what, "move it up")
    }));
    Ok(source)
}

/// Reads an article of the dossier in `folder` by the name of its file: what other files say of it is not in it.
/// `None` where it is not there any more, or is at fault.
pub fn read_article(folder: &Path, file_name: &str) -> Option<Article<'static>> {
    let path = folder.join(file_name);
    let file = File { name: file_name.to_owned(), content: Box::new(move || content_of(&path)) };
    let alone = Reading { root: folder, name: "", faulty: Faulty::Refused };
    source::read(alone, [file]).ok()?.articles.pop()
}

/// The files and folders below a folder of which nothing is read because of their names, without hidden ones and
/// packages; sorted, with a `/` behind folders.
pub fn passed_over(folder: &Path) -> Vec<String> {
    let Ok(Listing { files, mut folders_passed_over, .. }) = files_below(folder) else {
        return Vec::new();
    };
    let is_hidden = |name: &str| name.split('/').any(|part| part.starts_with('.'));
    let names = files.into_iter().map(|(name, _)| name);
    folders_passed_over.extend(names.filter(|name| source::is_ignored(name)));
    folders_passed_over.retain(|name| !is_hidden(name) && !name.ends_with("node_modules/"));
    folders_passed_over.sort();
    folders_passed_over
}

/// What lies below a folder, by paths with `/` between folders.
#[derive(Default)]
struct Listing {
    /// The files that may be a dossier's, sorted, each with its own path: a name that is no Unicode, as other systems
    /// leave them in archives, is not found by its letters.
    files: Vec<(String, PathBuf)>,
    /// Folders that are not looked into because of their names, with a `/` at the end.
    folders_passed_over: Vec<String>,
    /// Folders that are not looked into because they lie too deep.
    folders_too_deep: Vec<String>,
}

/// # Errors
///
/// The folder that cannot be read, and why.
fn files_below(folder: &Path) -> Result<Listing, (PathBuf, io::Error)> {
    let mut listing = Listing::default();
    add_files(folder, "", &mut Vec::new(), &mut listing)?;
    listing.files.sort();
    Ok(listing)
}

/// Adds the files of a folder; `above` are the folders that it lies in, by their own paths.
fn add_files(
    folder: &Path,
    prefix: &str,
    above: &mut Vec<PathBuf>,
    listing: &mut Listing,
) -> Result<(), (PathBuf, io::Error)> {
    let at_fault = |error| (folder.to_owned(), error);
    // What was pressed from a dossier may lie within it.
    if !above.is_empty() && (ours::is_site(folder) || part::is_part(folder)) {
        return Ok(());
    }
    // A link to a folder that it lies in adds nothing.
    let own = fs::canonicalize(folder).map_err(at_fault)?;
    if above.contains(&own) {
        return Ok(());
    }
    if above.len() > MAX_DEPTH {
        listing.folders_too_deep.push(prefix.to_owned());
        return Ok(());
    }
    above.push(own);
    for name in names_in(folder).map_err(at_fault)? {
        let path = folder.join(&name);
        let name = name.to_string_lossy();
        if path.is_dir() {
            let name_below = format!("{prefix}{name}/");
            if source::is_passed_over(&name) {
                listing.folders_passed_over.push(name_below);
            } else {
                add_files(&path, &name_below, above, listing)?;
            }
        } else if !is_one_file(&path) {
            listing.files.push((format!("{prefix}{name}"), path));
        }
    }
    above.pop();
    Ok(())
}

/// Whether a file is an edition in one file, which may lie within its dossier as well.
fn is_one_file(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "html") && ours::is_page(path)
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
        Err((path, error)) => Err(Diagnostic::on(path, format!("cannot be read: {error}"), remedy)),
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
        let is_folder = path.is_dir();
        if !Engine::is_part(&name) || !(is_folder || ours::may_be_engines(&name)) {
            continue;
        }
        if is_folder {
            read_files(&path, &format!("{name}/"), files)?;
        } else {
            let bytes = fs::read(&path).map_err(at(&path))?;
            files.insert(name, bytes);
        }
    }
    Ok(())
}

/// The names of all entries of a folder, sorted.
fn names_in(folder: &Path) -> io::Result<Vec<std::ffi::OsString>> {
    let entries = fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name()));
    let mut names = entries.collect::<io::Result<Vec<_>>>()?;
    names.sort();
    Ok(names)
}

/// The bytes of a file that may be a dossier's.
pub fn content_of(path: &Path) -> io::Result<Vec<u8>> {
    bytes_of(path, source::MAX_FILE)
}

/// The bytes of a file, at most one more than `most`, which tells that it is too long.
pub fn bytes_of(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let metadata = fs::metadata(path)?;
    // A pipe would be waited for, a device read for ever.
    if !metadata.is_file() {
        return Err(io::Error::other("it is not a regular file"));
    }
    let mut bytes = Vec::with_capacity(metadata.len().min(most) as usize + 1);
    fs::File::open(path)?.take(most + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
