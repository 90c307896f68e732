//! [`SettingsFile`]: `dossier.toml` on disk, changed whole or not at all.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

/// How long a change waits for another one, which takes some milliseconds.
const PATIENCE: Duration = Duration::from_secs(5);

/// How often it looks whether that one is done.
const INTERVAL: Duration = Duration::from_millis(10);

/// The file of a dossier's settings.
pub struct SettingsFile {
    path: PathBuf,
    /// A file by which those who work on the dossier keep out of each other's way. It lies in the folder, so that all
    /// who see the folder see it, and stays there: it is locked by the system, which takes the lock away when a program
    /// ends, however it ends.
    lock: PathBuf,
    patience: Duration,
}

impl SettingsFile {
    /// That of the dossier in `folder`.
    pub fn of(folder: &Path) -> Self {
        let path = folder.join("dossier.toml");
        Self { path, lock: folder.join(".dossier.toml.lock"), patience: PATIENCE }
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

    /// Waits until nobody else changes the file; nobody does as long as the answer lives.
    fn locked(&self) -> Result<File, String> {
        let lock = self.open_lock().map_err(|error| self.told(&error))?;
        let start = Instant::now();
        loop {
            match lock.try_lock() {
                Ok(()) => break,
                // A folder of a system without locks: there is one reviewer at least.
                Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
                    break;
                }
                Err(TryLockError::Error(error)) => return Err(self.told(&error)),
                Err(TryLockError::WouldBlock) if start.elapsed() < self.patience => {
                    thread::sleep(INTERVAL);
                }
                Err(TryLockError::WouldBlock) => return Err(self.told_of_holder()),
            }
        }
        // Who it is helps those who wait, and nobody else. Another user's file may be closed to writing.
        let _ = lock.set_len(0).and_then(|()| (&lock).write_all(this_program().as_bytes()));
        Ok(lock)
    }

    /// The file of the lock, which any user may lock who may write into the folder.
    fn open_lock(&self) -> io::Result<File> {
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(false);
        match options.open(&self.lock) {
            Ok(file) => {
                #[cfg(unix)]
                {
                    use std::os::unix::fs::PermissionsExt;
                    // That of another user cannot be changed, and need not be.
                    let _ = file.set_permissions(fs::Permissions::from_mode(0o666));
                }
                Ok(file)
            }
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                File::open(&self.lock).map_err(|_| error)
            }
            Err(error) => Err(error),
        }
    }

    fn told_of_holder(&self) -> String {
        let holder = fs::read_to_string(&self.lock).unwrap_or_default();
        let holder = match holder.trim() {
            "" => "Another program",
            holder => holder,
        };
        format!(
            "{holder} is writing to {} just now, so nothing has changed. Answer again; if it stays so, end that \
             program.",
            self.path.display()
        )
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
        // What a program left that ended while it wrote, perhaps another user's.
        let _ = fs::remove_file(&fresh);
        let written = File::create(&fresh).and_then(|mut file| {
            file.write_all(text.as_bytes())?;
            // Whoever could write to the file before can do so still.
            if let Ok(known) = fs::metadata(&self.path) {
                file.set_permissions(known.permissions())?;
            }
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

/// Who runs this program, and where: "ada on mill (process 4711)".
fn this_program() -> String {
    let named = |names: &[&str]| names.iter().find_map(|name| std::env::var(name).ok());
    let user = named(&["USER", "LOGNAME", "USERNAME"]).unwrap_or_else(|| "somebody".to_owned());
    let machine = fs::read_to_string("/etc/hostname").ok().or_else(|| named(&["COMPUTERNAME"]));
    let machine = machine.map(|name| format!(" on {}", name.trim())).unwrap_or_default();
    format!("{user}{machine} (process {})", std::process::id())
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
        let left = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
        assert_eq!(left.collect::<Vec<_>>(), [".dossier.toml.lock"]);
    }

    #[test]
    fn two_reviewers_lose_nothing() {
        let folder = tempfile::tempdir().unwrap();
        thread::scope(|scope| {
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
    fn whoever_waits_too_long_is_told_for_whom() {
        let folder = tempfile::tempdir().unwrap();
        let one = SettingsFile::of(folder.path());
        let mut other = SettingsFile::of(folder.path());
        other.patience = Duration::ZERO;
        let held = one.locked().unwrap();
        let error = other.change(|_| Ok("b".to_owned())).unwrap_err();
        if !cfg!(windows) {
            assert!(error.starts_with(&this_program()), "{error}");
        }
        assert!(
            error.contains("nothing has changed. Answer again; if it stays so, end"),
            "{error}"
        );
        assert!(!folder.path().join("dossier.toml").exists());
        drop(held);
        other.change(|_| Ok("b".to_owned())).unwrap();
    }

    #[test]
    fn what_a_crash_left_is_taken_over() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(".dossier.toml.lock"), "ada on mill (process 1)").unwrap();
        fs::write(folder.path().join("dossier.toml.new"), "half of it").unwrap();
        let mut file = SettingsFile::of(folder.path());
        file.patience = Duration::ZERO;
        file.change(|_| Ok("b".to_owned())).unwrap();
        assert_eq!(fs::read_to_string(folder.path().join("dossier.toml")).unwrap(), "b");
        assert!(!folder.path().join("dossier.toml.new").exists());
        let lock = fs::read_to_string(folder.path().join(".dossier.toml.lock")).unwrap();
        assert_eq!(lock, this_program());
    }

    #[cfg(unix)]
    #[test]
    fn whoever_could_write_to_the_file_still_can() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("dossier.toml");
        fs::write(&path, "a").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o664)).unwrap();
        SettingsFile::of(folder.path()).change(|_| Ok("b".to_owned())).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o664);
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
