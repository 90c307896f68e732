//! Writing a file whole or not at all.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{self, Path, PathBuf};

/// Writes a file in place of the one that may be there, which is whole until the new one is. A symbolic link stays, and
/// what it points to is written, also where that is not there yet; who may read and write the file stays as it was.
///
/// # Errors
///
/// When it cannot be written; then what was there is as it was.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let path = destination(path)?;
    let fresh = beside(&path, "new");
    // What a program that ended in the middle of this has left may be somebody else's, who alone may write to it.
    let _ = fs::remove_file(&fresh);
    let written = File::create(&fresh).and_then(|mut file| {
        file.write_all(bytes)?;
        keep_permissions(&path, &fresh)?;
        // On the disk before it takes the place of what was there.
        file.sync_all()
    });
    written.and_then(|()| fs::rename(&fresh, &path)).inspect_err(|_| {
        let _ = fs::remove_file(&fresh);
    })
}

/// The most links that lead from one to the other, as on Linux.
const MOST_LINKS: usize = 40;

/// Where a file is written: where a symbolic link leads, also if nothing is there. [`fs::canonicalize`] knows only what
/// is there.
fn destination(path: &Path) -> io::Result<PathBuf> {
    if let Ok(real) = fs::canonicalize(path) {
        return Ok(real);
    }
    let mut path = path::absolute(path)?;
    for _ in 0..MOST_LINKS {
        // Of a path that is no link, or is not there, that is an error.
        let Ok(target) = fs::read_link(&path) else { return Ok(path) };
        let folder = path.parent().unwrap_or(Path::new(""));
        // What `..` means is the business of the folder that really has the link.
        path = fs::canonicalize(folder)?.join(target);
    }
    Err(io::Error::other("its symbolic link leads round in a circle"))
}

/// Gives `fresh` the permissions of what it takes the place of, if that is there.
pub fn keep_permissions(path: &Path, fresh: &Path) -> io::Result<()> {
    match fs::metadata(path) {
        Ok(known) => fs::set_permissions(fresh, known.permissions()),
        Err(_) => Ok(()),
    }
}

/// Where a path leads: what a symbolic link points to, and what `.` is called.
pub fn real(path: &Path) -> PathBuf {
    let real = fs::canonicalize(path).or_else(|_| path::absolute(path));
    real.unwrap_or_else(|_| path.to_owned())
}

/// A path in the same folder as `out`, so that renaming does not copy. It is hidden and nobody else's, so what an
/// interrupted writing left there may be removed.
pub fn beside(out: &Path, what: &str) -> PathBuf {
    let mut name = OsString::from(format!(".whosaid-{what}-"));
    name.push(out.file_name().unwrap_or_default());
    out.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(unix)]
    fn a_link_and_permissions_stay() {
        use std::os::unix::fs::{PermissionsExt, symlink};

        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("file"), folder.path().join("link"));
        fs::write(&file, "old").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o664)).unwrap();
        symlink("file", &link).unwrap();
        write(&link, b"new").unwrap();
        assert!(link.is_symlink());
        assert_eq!(fs::read_to_string(&file).unwrap(), "new");
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o664);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }

    #[test]
    #[cfg(unix)]
    fn a_link_to_nothing_stays_and_what_it_leads_to_is_made() {
        use std::os::unix::fs::symlink;

        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir_all(at("real/deep")).unwrap();
        symlink("real/deep", at("folder")).unwrap();
        symlink("../file", at("real/deep/link")).unwrap();
        symlink("folder/link", at("first")).unwrap();
        write(&at("first"), b"new").unwrap();
        assert!(at("first").is_symlink() && at("real/deep/link").is_symlink());
        assert_eq!(fs::read_to_string(at("real/file")).unwrap(), "new");

        symlink("b", at("a")).unwrap();
        symlink("a", at("b")).unwrap();
        assert_eq!(
            write(&at("a"), b"new").unwrap_err().to_string(),
            "its symbolic link leads round in a circle"
        );
        assert!(at("a").is_symlink() && at("b").is_symlink());

        symlink("gone/file", at("lost")).unwrap();
        assert_eq!(write(&at("lost"), b"new").unwrap_err().kind(), io::ErrorKind::NotFound);
        assert!(at("lost").is_symlink());
    }
}
