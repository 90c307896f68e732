//! [`SettingsFile`]: `dossier.toml` on disk, changed whole or not at all.

use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The file of a dossier's settings.
pub struct SettingsFile {
    path: PathBuf,
    /// A file by which two programs on this machine keep out of each other's way.
    lock: PathBuf,
}

impl SettingsFile {
    /// That of the dossier in `folder`.
    pub fn of(folder: &Path) -> Self {
        let path = folder.join("dossier.toml");
        let mut hasher = DefaultHasher::new();
        fs::canonicalize(folder).unwrap_or_default().hash(&mut hasher);
        let lock = std::env::temp_dir().join(format!("whosaid-{:016x}.lock", hasher.finish()));
        Self { path, lock }
    }

    /// Writes what `change` makes of the file as it is now; gives its text before and after, the first `None`
    /// where there was no file.
    ///
    /// # Errors
    ///
    /// Says what went wrong; then nothing is changed.
    pub fn change(
        &self,
        change: impl FnOnce(&str) -> Result<String, String>,
    ) -> Result<(Option<String>, String), String> {
        let _lock = self.locked()?;
        let before = self.read()?;
        let after = change(before.as_deref().unwrap_or_default())?;
        self.write(&after)?;
        Ok((before, after))
    }

    /// Writes `before`, or takes the file away where that is `None`, if its text is `after`.
    ///
    /// # Errors
    ///
    /// Says what went wrong; then nothing is changed.
    pub fn restore(&self, after: &str, before: Option<&str>) -> Result<(), String> {
        let _lock = self.locked()?;
        if self.read()?.as_deref() != Some(after) {
            return Err(
                "Somebody has changed dossier.toml since, so nothing was undone.".to_owned()
            );
        }
        match before {
            Some(before) => self.write(before),
            None => fs::remove_file(&self.path).map_err(|error| self.told(&error)),
        }
    }

    fn locked(&self) -> Result<File, String> {
        let lock = File::create(&self.lock).and_then(|file| {
            file.lock()?;
            Ok(file)
        });
        lock.map_err(|error| self.told(&error))
    }

    fn read(&self) -> Result<Option<String>, String> {
        match fs::read_to_string(&self.path) {
            Ok(text) => Ok(Some(text)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(self.told(&error)),
        }
    }

    fn write(&self, text: &str) -> Result<(), String> {
        let fresh = self.path.with_extension("toml.new");
        let written = File::create(&fresh).and_then(|mut file| {
            file.write_all(text.as_bytes())?;
            // On the disk before it takes the place of what was there.
            file.sync_all()
        });
        let done = written.and_then(|()| fs::rename(&fresh, &self.path));
        done.map_err(|error| {
            let _ = fs::remove_file(&fresh);
            self.told(&error)
        })
    }

    fn told(&self, error: &io::Error) -> String {
        format!("{} cannot be written, so nothing has changed: {error}", self.path.display())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_changed_whole_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let file = SettingsFile::of(folder.path());
        let path = folder.path().join("dossier.toml");
        let read = || fs::read_to_string(&path).unwrap();
        assert_eq!(file.change(|toml| Ok(format!("{toml}a"))), Ok((None, "a".to_owned())));
        assert_eq!(file.change(|toml| Ok(format!("{toml}b"))), Ok((Some("a".into()), "ab".into())));
        assert_eq!(file.change(|_| Err("no".to_owned())), Err("no".to_owned()));
        assert_eq!(read(), "ab");
        file.restore("ab", Some("a")).unwrap();
        assert!(file.restore("ab", None).unwrap_err().contains("Somebody has changed"));
        assert_eq!(read(), "a");
        file.restore("a", None).unwrap();
        assert!(!path.exists());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn two_reviewers_lose_nothing() {
        let folder = tempfile::tempdir().unwrap();
        std::thread::scope(|scope| {
            for name in ["a", "b"] {
                let file = SettingsFile::of(folder.path());
                scope.spawn(move || {
                    for _ in 0..50 {
                        file.change(|toml| Ok(format!("{toml}{name}"))).unwrap();
                    }
                });
            }
        });
        let text = fs::read_to_string(folder.path().join("dossier.toml")).unwrap();
        assert_eq!((text.matches('a').count(), text.matches('b').count()), (50, 50));
    }

    #[test]
    fn what_cannot_be_written_changes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let file = SettingsFile::of(folder.path());
        fs::write(folder.path().join("dossier.toml"), "a").unwrap();
        // The place of the new file is taken, as it is where the disk is full: nothing can be written there.
        fs::create_dir(folder.path().join("dossier.toml.new")).unwrap();
        let error = file.change(|_| Ok("b".to_owned())).unwrap_err();
        assert!(error.contains("cannot be written, so nothing has changed"), "{error}");
        assert_eq!(fs::read_to_string(folder.path().join("dossier.toml")).unwrap(), "a");
    }
}
