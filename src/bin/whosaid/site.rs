//! Writing a site: whole, or not at all.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use whosaid::diagnostics::Diagnostic;
use whosaid::press::{Portion, Pressed};

use crate::{ours, part, whole};

/// A folder for a site, where an older site or a part of one may be.
pub struct SiteFolder {
    /// As it was named.
    name: PathBuf,
    /// The folder itself, be it named by a link or as `.`.
    folder: PathBuf,
}

impl SiteFolder {
    /// The folder `out` for a site that is made of what lies in the folders `sources`.
    ///
    /// # Errors
    ///
    /// When one of these lies in it, or when it holds something that is not a site.
    pub fn new(out: &Path, sources: &[&Path]) -> Result<Self, Diagnostic> {
        let folder = whole::real(out);
        for source in sources {
            if whole::real(source).starts_with(&folder) {
                let what = "lies where the site is to be written".to_owned();
                return Err(Diagnostic::on(*source, what, "choose another folder with --out"));
            }
        }
        if !may_be_replaced(&folder) {
            let what = "exists and is not a site made by whosaid".to_owned();
            let remedy = "choose a new folder with --out, or empty this one yourself";
            return Err(Diagnostic::on(out, what, remedy));
        }
        Ok(Self { name: out.to_owned(), folder })
    }

    /// Writes the files of a site, in place of the site that may be there; or, where it is given, one part of them with
    /// a note of it. `progress` is called before each file is. Gives what was kept, as [`Self::replace`] does.
    ///
    /// # Errors
    ///
    /// When a file cannot be written.
    pub fn write(
        &self,
        site: &Pressed,
        portion: Option<Portion>,
        progress: impl Fn() + Sync,
    ) -> Result<Vec<String>, Diagnostic> {
        let is_part = portion.is_some();
        let portion = portion.unwrap_or(Portion::WHOLE);
        self.replace(|fresh| {
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

    /// Puts a folder that `fill` fills in the place of this one. What was there is kept until all is written, and what
    /// was not pressed stays for good: the names of these files and folders are given.
    ///
    /// # Errors
    ///
    /// When a file cannot be written.
    pub fn replace(
        &self,
        fill: impl FnOnce(&Path) -> io::Result<()>,
    ) -> Result<Vec<String>, Diagnostic> {
        swap(&self.folder, fill).map_err(|cause| {
            let remedy = match cause.kind() {
                // The system has hung a disk in there.
                io::ErrorKind::ResourceBusy => "name a folder within it with --out",
                _ => "make room or choose another folder with --out",
            };
            Diagnostic::on(&self.name, format!("cannot be written: {cause}"), remedy)
        })
    }
}

fn swap(out: &Path, fill: impl FnOnce(&Path) -> io::Result<()>) -> io::Result<Vec<String>> {
    let fresh = whole::beside(out, "new");
    let old = whole::beside(out, "old");
    // An earlier run may have been stopped between the two renames, or behind them.
    if old.exists() && !out.exists() {
        fs::rename(&old, out)?;
    }
    take_over(&old, out)?;
    remove(&fresh)?;
    fs::create_dir_all(&fresh)?;
    let had_one = out.exists();
    let filled = fill(&fresh)
        .and_then(|()| whole::keep_permissions(out, &fresh))
        .and_then(|()| if had_one { fs::rename(out, &old) } else { Ok(()) });
    if let Err(error) = filled {
        let _ = remove(&fresh);
        return Err(error);
    }
    if let Err(error) = fs::rename(&fresh, out) {
        if had_one {
            fs::rename(&old, out)?;
        }
        let _ = remove(&fresh);
        return Err(error);
    }
    take_over(&old, out)
}

/// Moves what was not pressed from the old site into the one in its place, and removes the rest. Gives the names of
/// what was moved, with a `/` behind those of folders.
fn take_over(old: &Path, out: &Path) -> io::Result<Vec<String>> {
    let mut kept = Vec::new();
    if old.exists() {
        move_foreign(old, out, "", &mut kept)?;
        // The site is there; what is left of the old one goes with the next run.
        let _ = remove(old);
    }
    Ok(kept)
}

/// Moves what was not pressed from the folder `name` of one site into that of another.
fn move_foreign(old: &Path, out: &Path, name: &str, kept: &mut Vec<String>) -> io::Result<()> {
    let mut entries: Vec<_> = fs::read_dir(old.join(name))?.collect::<Result<_, _>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let is_folder = entry.file_type()?.is_dir();
        let own = entry.file_name();
        let own = own.to_string_lossy();
        let name = if name.is_empty() { own.into_owned() } else { format!("{name}/{own}") };
        let to = out.join(&name);
        if is_folder && (to.exists() || ours::is_pressed_folder(&name)) {
            move_foreign(old, out, &name, kept)?;
        } else if is_folder || !(to.exists() || ours::is_pressed(&entry.path(), &name)) {
            fs::create_dir_all(to.parent().unwrap_or(out))?;
            fs::rename(entry.path(), &to)?;
            kept.push(if is_folder { format!("{name}/") } else { name });
        }
    }
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

/// Where the edition in one file goes.
pub struct OneFilePlace<'a>(&'a Path);

impl<'a> OneFilePlace<'a> {
    /// # Errors
    ///
    /// When `out` is there and is no page of ours.
    pub fn new(out: &'a Path) -> Result<Self, Diagnostic> {
        if out.exists() && !ours::is_page(out) {
            let what = "exists and is not an edition made by whosaid";
            let remedy = "choose a new file with --one-file, or remove this one yourself";
            return Err(Diagnostic::on(out, what, remedy));
        }
        Ok(Self(out))
    }

    /// Writes the edition, in place of an older one.
    ///
    /// # Errors
    ///
    /// When it cannot be written.
    pub fn write(&self, bytes: &[u8]) -> Result<(), Diagnostic> {
        write_file(self.0, bytes, "choose another file with --one-file")
    }
}

/// Writes one file, in place of the one that may be there: whole, or not at all. `remedy` is where else it
/// could go.
///
/// # Errors
///
/// When it cannot be written.
pub fn write_file(out: &Path, bytes: &[u8], remedy: &str) -> Result<(), Diagnostic> {
    whole::write(out, bytes).map_err(|error| {
        let what = format!("cannot be written: {error}");
        Diagnostic::on(out, what, format!("make room or {remedy}"))
    })
}

/// Whether a folder is missing, empty, or one that this program has filled.
fn may_be_replaced(folder: &Path) -> bool {
    let Ok(mut entries) = fs::read_dir(folder) else { return !folder.exists() };
    entries.next().is_none() || ours::is_site(folder) || part::is_part(folder)
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
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("site");
        let old = whole::beside(&out, "old");
        fs::create_dir_all(&old).unwrap();
        fs::write(old.join("index.html"), "old").unwrap();
        let failed = swap(&out, |_| Err(io::Error::other("full")));
        assert!(failed.is_err() && !whole::beside(&out, "new").exists());
        assert_eq!(fs::read_to_string(out.join("index.html")).unwrap(), "old");
        swap(&out, |fresh| fs::write(fresh.join("index.html"), "new")).unwrap();
        assert_eq!(fs::read_to_string(out.join("index.html")).unwrap(), "new");
        assert!(!old.exists());
        // It may also have been ended before it had moved what is a publisher's.
        fs::create_dir_all(old.join(".git")).unwrap();
        fs::write(old.join("CNAME"), "a.example").unwrap();
        swap(&out, |fresh| fs::write(fresh.join("index.html"), "newer")).unwrap();
        assert!(out.join(".git").is_dir() && out.join("CNAME").is_file() && !old.exists());
    }
}
