//! Writing a site: whole, or not at all.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use whosaid::diagnostics::Diagnostic;
use whosaid::press::{Engine, Pressed};

/// Writes the files of a site as the folder `out`, in place of the site that may be there. What was there
/// is kept until all of the new site is written. `progress` is called before each file is.
///
/// # Errors
///
/// When a file cannot be written, or when `out` holds something that is not a site.
pub fn write(out: &Path, site: &Pressed, progress: impl Fn() + Sync) -> Result<(), Diagnostic> {
    let error = |what: String, remedy: &str| Diagnostic {
        path: out.to_owned(),
        line: None,
        what,
        remedy: remedy.to_owned(),
    };
    if !may_be_replaced(out) {
        return Err(error(
            "exists and is not a site made by whosaid".to_owned(),
            "choose a new folder with --out, or empty this one yourself",
        ));
    }
    replace(out, site, progress).map_err(|cause| {
        error(
            format!("cannot be written: {cause}"),
            "make room or choose another folder with --out",
        )
    })
}

fn replace(out: &Path, site: &Pressed, progress: impl Fn() + Sync) -> io::Result<()> {
    let fresh = beside(out, "new");
    let old = beside(out, "old");
    remove(&fresh)?;
    remove(&old)?;
    fs::create_dir_all(&fresh)?;
    site.write(|path, bytes| {
        progress();
        write_below(&fresh.join(path), bytes)
    })?;
    if out.exists() {
        fs::rename(out, &old)?;
    }
    fs::rename(&fresh, out)?;
    remove(&old)
}

/// Writes a file, and makes its folder where there is none yet.
fn write_below(path: &Path, bytes: &[u8]) -> io::Result<()> {
    match fs::write(path, bytes) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            fs::create_dir_all(path.parent().unwrap_or(path))?;
            fs::write(path, bytes)
        }
        done => done,
    }
}

/// Writes one file, in place of the one that may be there: whole, or not at all. `remedy` is where else it
/// could go.
///
/// # Errors
///
/// When it cannot be written.
pub fn write_file(out: &Path, bytes: &[u8], remedy: &str) -> Result<(), Diagnostic> {
    let fresh = beside(out, "new");
    fs::write(&fresh, bytes).and_then(|()| fs::rename(&fresh, out)).map_err(|error| Diagnostic {
        path: out.to_owned(),
        line: None,
        what: format!("cannot be written: {error}"),
        remedy: format!("make room or {remedy}"),
    })
}

/// Whether nothing is lost when `out` is replaced: it is missing, empty, or a page shell of ours.
fn may_be_replaced(out: &Path) -> bool {
    let Ok(mut entries) = fs::read_dir(out) else { return !out.exists() };
    entries.next().is_none() || is_site(out)
}

/// Whether a folder holds a site that was pressed, or an engine.
pub fn is_site(folder: &Path) -> bool {
    fs::read_to_string(folder.join("index.html")).is_ok_and(|page| Engine::has_page(&page))
}

/// Whether a folder of that name can be what an interrupted writing left beside a site.
pub fn is_left_over(name: &str) -> bool {
    ["new", "old"]
        .iter()
        .any(|suffix| name.strip_suffix(suffix).is_some_and(|name| name.ends_with('.')))
}

/// The path of `out` with a suffix, in the same folder, so that renaming does not copy.
fn beside(out: &Path, suffix: &str) -> PathBuf {
    let mut name = out.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{suffix}"));
    out.with_file_name(name)
}

fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
