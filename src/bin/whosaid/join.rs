//! `whosaid press --join`: the parts of a site that several machines pressed become the site.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use whosaid::diagnostics::Diagnostic;

use crate::part::{NOTE, Note};
use crate::site::SiteFolder;

/// A part that was read.
struct Part {
    folder: PathBuf,
    note: Note,
    /// The paths of its files, below its folder.
    files: Vec<PathBuf>,
}

/// Joins all parts of a site into the folder `out`, in place of the site that may be there. The parts stay.
/// `progress` is told of each file: how many are joined, and how many there are. Returns how
/// many, and what of the folder was kept.
///
/// # Errors
///
/// When a folder is no whole part, when parts are missing or of different sites, or when the site cannot be written.
pub fn join(
    folders: &[PathBuf],
    out: &Path,
    mut progress: impl FnMut(usize, usize),
) -> Result<(usize, Vec<String>), Diagnostic> {
    let parts: Vec<Part> = folders.iter().map(|folder| read(folder)).collect::<Result<_, _>>()?;
    check(&parts)?;
    let sources: Vec<&Path> = parts.iter().map(|part| &*part.folder).collect();
    let folder = SiteFolder::new(out, &sources)?;
    let n_files = parts.iter().map(|part| part.files.len()).sum();
    let kept = folder.replace(|fresh| {
        let files =
            parts.iter().flat_map(|part| part.files.iter().map(|path| (&part.folder, path)));
        for (n_joined, (folder, path)) in files.enumerate() {
            progress(n_joined, n_files);
            let to = fresh.join(path);
            fs::create_dir_all(to.parent().unwrap_or(fresh))?;
            link(&folder.join(path), &to)?;
        }
        Ok(())
    })?;
    Ok((n_files, kept))
}

/// The same file in a second place; a copy where the two cannot be one, as on two disks.
fn link(from: &Path, to: &Path) -> io::Result<()> {
    match fs::hard_link(from, to) {
        // Two parts have it: to copy would write into the first one's own.
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => fs::copy(from, to).map(drop),
        linked => linked,
    }
}

/// Reads the note of a part, and which files it has.
fn read(folder: &Path) -> Result<Part, Diagnostic> {
    const REMEDY: &str = "name the folders that `whosaid press --part K/N --out FOLDER` wrote";
    let path = folder.join(NOTE);
    let note = fs::read(&path)
        .map_err(|error| Diagnostic::on(&path, format!("cannot be read: {error}"), REMEDY))?;
    let note: Note = serde_json::from_slice(&note)
        .map_err(|error| Diagnostic::on(&path, format!("is no note of a part: {error}"), REMEDY))?;
    let mut files = Vec::new();
    list(folder, Path::new(""), &mut files)
        .map_err(|error| Diagnostic::on(folder, format!("cannot be read: {error}"), REMEDY))?;
    files.retain(|file| file != Path::new(NOTE));
    if files.len() != note.files {
        let what = format!("has {} files, and its note says {}", files.len(), note.files);
        return Err(Diagnostic::on(
            folder,
            what,
            "press this part again into a new folder, or copy it again",
        ));
    }
    Ok(Part { folder: folder.to_owned(), note, files })
}

/// Appends the paths of all files in a folder below `root`, in order.
fn list(root: &Path, below: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    let mut entries: Vec<_> = fs::read_dir(root.join(below))?.collect::<Result<_, _>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = below.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            list(root, &path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

/// Whether the parts are all parts of one site, each once.
fn check(parts: &[Part]) -> Result<(), Diagnostic> {
    let [first, ..] = parts else { return Ok(()) };
    let mut numbers: BTreeMap<usize, &Part> = BTreeMap::new();
    for part in parts {
        let Note { part: number, of, edition, .. } = &part.note;
        if (of, edition) != (&first.note.of, &first.note.edition) {
            let what = format!(
                "is part {number} of {of} of edition {edition}, and {} is of {} of edition {}",
                first.folder.display(),
                first.note.of,
                first.note.edition
            );
            let remedy = "press all parts of the same folder, with the same program and options";
            return Err(Diagnostic::on(&part.folder, what, remedy));
        }
        if let Some(same) = numbers.insert(*number, part) {
            let what = format!("is part {number}, as {} is", same.folder.display());
            return Err(Diagnostic::on(&part.folder, what, "name each part once"));
        }
    }
    let missing = (1..=first.note.of).find(|number| !numbers.contains_key(number));
    match missing {
        Some(number) => {
            let what = format!("is one of {}, of which part {number} is missing", first.note.of);
            Err(Diagnostic::on(&first.folder, what, "name all parts"))
        }
        None => Ok(()),
    }
}
