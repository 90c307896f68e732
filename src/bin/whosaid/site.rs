//! Writing a site: whole, or not at all.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use whosaid::diagnostics::Diagnostic;
use whosaid::press::{Engine, Portion, Pressed};

use crate::part;

/// Writes the files of a site as the folder `out`, in place of the site that may be there; or, where it is given, one
/// part of them with a note of it. `progress` is called before each file is.
///
/// # Errors
///
/// As with [`replace`].
pub fn write(
    out: &Path,
    site: &Pressed,
    portion: Option<Portion>,
    progress: impl Fn() + Sync,
) -> Result<(), Diagnostic> {
    let is_part = portion.is_some();
    let portion = portion.unwrap_or(Portion::WHOLE);
    replace(out, |fresh| {
        site.write(portion, |path, bytes| {
            progress();
            write_below(&fresh.join(path), bytes)
        })?;
        if is_part {
            part::write(fresh, portion, site.version(), site.n_files(portion))?;
        }
        Ok(())
    })
}

/// Puts a folder that `fill` fills in the place of `out`, where a site or a part of one may be. What was there is kept
/// until all is written.
///
/// # Errors
///
/// When a file cannot be written, or when `out` holds something that is not a site.
pub fn replace(out: &Path, fill: impl FnOnce(&Path) -> io::Result<()>) -> Result<(), Diagnostic> {
    let error = |what: String, remedy: &str| Diagnostic::on(out, what, remedy);
    if !may_be_replaced(out) {
        return Err(error(
            "exists and is not a site made by whosaid".to_owned(),
            "choose a new folder with --out, or empty this one yourself",
        ));
    }
    swap(out, fill).map_err(|cause| {
        error(
            format!("cannot be written: {cause}"),
            "make room or choose another folder with --out",
        )
    })
}

fn swap(out: &Path, fill: impl FnOnce(&Path) -> io::Result<()>) -> io::Result<()> {
    let fresh = beside(out, "new");
    let old = beside(out, "old");
    // An earlier run may have been stopped between the two renames.
    if old.exists() && !out.exists() {
        fs::rename(&old, out)?;
    }
    remove(&fresh)?;
    remove(&old)?;
    fs::create_dir_all(&fresh)?;
    fill(&fresh)?;
    let had_one = out.exists();
    if had_one {
        fs::rename(out, &old)?;
    }
    if let Err(error) = fs::rename(&fresh, out) {
        if had_one {
            fs::rename(&old, out)?;
        }
        return Err(error);
    }
    // The site is there; what is left of the old one goes with the next run.
    let _ = remove(&old);
    Ok(())
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

/// Writes the edition in one file, in place of an older one.
///
/// # Errors
///
/// When it cannot be written, or when `out` is something else than a page of ours.
pub fn write_one_file(out: &Path, bytes: &[u8]) -> Result<(), Diagnostic> {
    if out.exists() && !is_page(out) {
        let what = "exists and is not an edition made by whosaid";
        let remedy = "choose a new file with --one-file, or remove this one yourself";
        return Err(Diagnostic::on(out, what, remedy));
    }
    write_file(out, bytes, "choose another file with --one-file")
}

/// Writes one file, in place of the one that may be there: whole, or not at all. `remedy` is where else it
/// could go.
///
/// # Errors
///
/// When it cannot be written.
pub fn write_file(out: &Path, bytes: &[u8], remedy: &str) -> Result<(), Diagnostic> {
    let fresh = beside(out, "new");
    fs::write(&fresh, bytes).and_then(|()| fs::rename(&fresh, out)).map_err(|error| {
        let what = format!("cannot be written: {error}");
        Diagnostic::on(out, what, format!("make room or {remedy}"))
    })
}

/// Whether nothing is lost when `out` is replaced: it is missing, empty, or a page shell of ours.
fn may_be_replaced(out: &Path) -> bool {
    let Ok(mut entries) = fs::read_dir(out) else { return !out.exists() };
    entries.next().is_none() || is_site(out) || part::is_part(out)
}

/// Whether a folder holds a site that was pressed, or an engine.
pub fn is_site(folder: &Path) -> bool {
    is_page(&folder.join("index.html"))
}

/// Whether a file is the page of a site that was pressed, or of an engine, or an edition in one file.
pub fn is_page(file: &Path) -> bool {
    fs::read_to_string(file).is_ok_and(|page| Engine::has_page(&page))
}

/// A path in the same folder as `out`, so that renaming does not copy. It is hidden and nobody else's, so what an
/// interrupted writing left there may be removed.
fn beside(out: &Path, what: &str) -> PathBuf {
    let mut name = OsString::from(format!(".whosaid-{what}-"));
    name.push(out.file_name().unwrap_or_default());
    out.with_file_name(name)
}

fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_that_an_ended_run_has_put_aside_is_kept() {
        let folder = std::env::temp_dir().join(format!("whosaid-swap-{}", std::process::id()));
        let out = folder.join("site");
        let old = beside(&out, "old");
        fs::create_dir_all(&old).unwrap();
        fs::write(old.join("index.html"), "old").unwrap();
        let failed = swap(&out, |_| Err(io::Error::other("full")));
        assert!(failed.is_err());
        assert_eq!(fs::read_to_string(out.join("index.html")).unwrap(), "old");
        swap(&out, |fresh| fs::write(fresh.join("index.html"), "new")).unwrap();
        assert_eq!(fs::read_to_string(out.join("index.html")).unwrap(), "new");
        assert!(!old.exists());
        fs::remove_dir_all(folder).unwrap();
    }
}
