//! [`SettingsFile`]: `dossier.toml` on disk, changed whole or not at all.

use std::env;
use std::fmt;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{self, Command};
use std::thread;
use std::time::{Duration, Instant};

use whosaid::review::NotToml;

use crate::whole;

/// The name of the file by which those who share a folder keep out of each other's way. It is hidden, so it is none
/// of the dossier's.
const LOCK: &str = ".dossier.toml.lock";

/// How long a change waits for that of somebody else, which takes no time on a sound disk.
const PATIENCE: Duration = Duration::from_secs(5);

/// How often it looks whether that is done.
const STEP: Duration = Duration::from_millis(10);

/// The file of a dossier's settings.
pub struct SettingsFile {
    path: PathBuf,
    lock: PathBuf,
    /// Who changes it, for others.
    holder: String,
    patience: Duration,
}

/// The text of the file before and after a change, the first `None` where there was no file.
pub type Written = (Option<String>, String);

/// Why nothing has changed.
#[derive(Debug)]
pub enum NotChanged {
    /// Somebody else has answered, of which the page that asked knew nothing.
    Answered,
    /// The file is not as the change that is to be undone has left it.
    Overtaken,
    /// Somebody else has kept the lock all the while.
    Held { path: PathBuf, holder: String, patience: Duration },
    /// The disk has no locks.
    NoLock { lock: PathBuf, error: io::Error },
    /// The file cannot be read or written.
    Io { path: PathBuf, error: io::Error },
    /// What stands in the file is left alone.
    Toml(NotToml),
}

impl fmt::Display for NotChanged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Answered => {
                f.write_str("Somebody else has answered this meanwhile, so nothing was written.")
            }
            Self::Overtaken => {
                f.write_str("Somebody has changed dossier.toml since, so nothing was undone.")
            }
            Self::Held { path, holder, patience } => write!(
                f,
                "{} is being changed by {holder} and has not been let go of for {} s, so nothing has changed. \
                 Answer again; if that does not help, end that program.",
                path.display(),
                patience.as_secs()
            ),
            Self::NoLock { lock, error } => write!(
                f,
                "{} cannot be locked, so nothing has changed: {error}. Copy the dossier to a disk of this machine, \
                 and review it there.",
                lock.display()
            ),
            Self::Io { path, error } => {
                write!(f, "{} cannot be written, so nothing has changed: {error}", path.display())
            }
            Self::Toml(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for NotChanged {}

impl From<NotToml> for NotChanged {
    fn from(error: NotToml) -> Self {
        Self::Toml(error)
    }
}

impl SettingsFile {
    /// That of the dossier in `folder`.
    pub fn of(folder: &Path) -> Self {
        let (path, lock) = (folder.join("dossier.toml"), folder.join(LOCK));
        Self { path, lock, holder: holder(), patience: PATIENCE }
    }

    /// Writes what `change` makes of the file as it is now.
    ///
    /// # Errors
    ///
    /// Says what went wrong; then nothing is changed.
    pub fn change(
        &self,
        change: impl FnOnce(&str) -> Result<String, NotChanged>,
    ) -> Result<Written, NotChanged> {
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
    pub fn restore(&self, after: &str, before: Option<&str>) -> Result<(), NotChanged> {
        let _lock = self.locked()?;
        if self.read()?.as_deref() != Some(after) {
            return Err(NotChanged::Overtaken);
        }
        match before {
            Some(before) => self.write(before),
            None => fs::remove_file(&self.path).map_err(|error| self.failed(error)),
        }
    }

    /// The text of the file as it is now; `None` where there is none.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn read(&self) -> Result<Option<String>, NotChanged> {
        match fs::read_to_string(&self.path) {
            Ok(text) => Ok(Some(text)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(self.failed(error)),
        }
    }

    /// Waits until nobody else changes the file. The lock is the system's, on all machines that share the folder, and
    /// lasts as long as what this gives: a program that ends without a word leaves only the lock's file behind.
    fn locked(&self) -> Result<File, NotChanged> {
        let mut file = self.lock_file().map_err(|error| self.failed(error))?;
        let start = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => break,
                Err(TryLockError::WouldBlock) if start.elapsed() < self.patience => {
                    thread::sleep(STEP);
                }
                Err(TryLockError::WouldBlock) => return Err(self.held()),
                Err(TryLockError::Error(error)) => {
                    return Err(NotChanged::NoLock { lock: self.lock.clone(), error });
                }
            }
        }
        let named = file.set_len(0).and_then(|()| file.write_all(self.holder.as_bytes()));
        named.map_err(|error| self.failed(error))?;
        Ok(file)
    }

    /// The lock's file, which whoever may write into the folder may open.
    fn lock_file(&self) -> io::Result<File> {
        let mut options = OpenOptions::new();
        options.read(true).write(true);
        match options.open(&self.lock) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            opened => return opened,
        }
        let file = options.create(true).truncate(false).open(&self.lock)?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            // Somebody else may have made it just now, and then has seen to it.
            let _ = file.set_permissions(fs::Permissions::from_mode(0o666));
        }
        Ok(file)
    }

    /// Who holds the lock.
    fn held(&self) -> NotChanged {
        // Not all systems let others read what is locked.
        let holder = fs::read_to_string(&self.lock).unwrap_or_default();
        let holder = if holder.is_empty() { "another review".to_owned() } else { holder };
        NotChanged::Held { path: self.path.clone(), holder, patience: self.patience }
    }

    fn write(&self, text: &str) -> Result<(), NotChanged> {
        whole::write(&self.path, text.as_bytes()).map_err(|error| self.failed(error))
    }

    fn failed(&self, error: io::Error) -> NotChanged {
        NotChanged::Io { path: self.path.clone(), error }
    }
}

/// This program, for those who wait for it: "ada on desk (process 12)".
fn holder() -> String {
    let user = ["USER", "USERNAME", "LOGNAME"].iter().find_map(|name| env::var(name).ok());
    let user = user.unwrap_or_else(|| "somebody".to_owned());
    // The one way to ask that all systems have.
    let host = Command::new("hostname").output().ok();
    let host = host.and_then(|output| String::from_utf8(output.stdout).ok()).unwrap_or_default();
    let host = match host.trim() {
        "" => "another machine",
        name => name,
    };
    format!("{user} on {host} (process {})", process::id())
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
        let add = |letter: &str| file.change(|toml| Ok(format!("{toml}{letter}"))).unwrap();
        assert_eq!(add("a"), (None, "a".to_owned()));
        assert_eq!(add("b"), (Some("a".to_owned()), "ab".to_owned()));
        let refused = file.change(|_| Err(NotChanged::Answered));
        assert!(matches!(refused, Err(NotChanged::Answered)));
        assert_eq!(read(), "ab");
        file.restore("ab", Some("a")).unwrap();
        assert!(matches!(file.restore("ab", None), Err(NotChanged::Overtaken)));
        assert_eq!(read(), "a");
        file.restore("a", None).unwrap();
        assert!(!path.exists());
        let names = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
        assert_eq!(names.collect::<Vec<_>>(), [LOCK]);
    }

    #[test]
    fn two_reviewers_lose_nothing() {
        let folder = tempfile::tempdir().unwrap();
        thread::scope(|scope| {
            for name in ["a", "b"] {
                let patience = Duration::from_secs(600);
                let file = SettingsFile { patience, ..SettingsFile::of(folder.path()) };
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
    fn who_holds_the_file_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let holder = "Ada on desk (process 12)".to_owned();
        let ada = SettingsFile { holder, ..SettingsFile::of(folder.path()) };
        let patience = Duration::ZERO;
        let ben = SettingsFile { patience, ..SettingsFile::of(folder.path()) };
        let lock = ada.locked().unwrap();
        let error = ben.change(|_| Ok("b".to_owned())).unwrap_err().to_string();
        let expected = if cfg!(windows) { "another review" } else { "Ada on desk (process 12)" };
        assert!(error.contains(&format!("is being changed by {expected} and")), "{error}");
        assert!(error.contains("Answer again"), "{error}");
        assert!(!folder.path().join("dossier.toml").exists());
        drop(lock);
        ben.change(|_| Ok("b".to_owned())).unwrap();
    }

    #[test]
    fn what_a_crash_has_left_is_taken_over() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(LOCK), "Ada on a machine with a long name (process 12)")
            .unwrap();
        fs::write(folder.path().join(".whosaid-new-dossier.toml"), "half").unwrap();
        let file = SettingsFile { patience: Duration::ZERO, ..SettingsFile::of(folder.path()) };
        file.change(|_| Ok("b".to_owned())).unwrap();
        assert_eq!(fs::read_to_string(folder.path().join("dossier.toml")).unwrap(), "b");
        assert_eq!(fs::read_to_string(folder.path().join(LOCK)).unwrap(), file.holder);
        assert!(!folder.path().join(".whosaid-new-dossier.toml").exists());
    }

    #[test]
    fn what_cannot_be_written_changes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let file = SettingsFile::of(folder.path());
        fs::write(folder.path().join("dossier.toml"), "a").unwrap();
        // The place of the new file is taken, as it is where the disk is full: nothing can be written there.
        fs::create_dir(folder.path().join(".whosaid-new-dossier.toml")).unwrap();
        let error = file.change(|_| Ok("b".to_owned())).unwrap_err().to_string();
        assert!(error.contains("cannot be written, so nothing has changed"), "{error}");
        assert_eq!(fs::read_to_string(folder.path().join("dossier.toml")).unwrap(), "a");
    }
}
