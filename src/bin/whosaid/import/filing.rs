//! [`ArticleFiles`]: under which name an article goes into a folder that may have it already.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};

use whosaid::import::Imported;

use crate::folder;

/// The end of an article's file.
const ENDING: &str = ".md";

/// The articles of a folder.
pub struct ArticleFiles<'a> {
    folder: &'a Path,
    /// The names of its files, by what comes before the ending, in lower case: some systems do not tell names by
    /// their case.
    files: BTreeMap<String, String>,
    /// The names that articles of this run have.
    given: BTreeSet<String>,
    /// The articles of this run, by the length and a hash of all that they are.
    seen: BTreeSet<(usize, u64)>,
    /// What is known of files so far.
    marks: BTreeMap<String, Marks>,
}

/// What tells articles of one title apart.
#[derive(Clone, PartialEq, Eq)]
struct Marks {
    url: Option<String>,
    published: Option<String>,
}

/// Where an article goes.
pub enum Destination {
    /// Into a file that is not there yet.
    Free(PathBuf),
    /// It is there, as it is: in the folder, or as an article of this run.
    There,
    /// It is there, but has other content: an editor's, or another state of its source.
    Changed(PathBuf),
}

impl<'a> ArticleFiles<'a> {
    /// That of a folder, which need not be there.
    pub fn of(folder: &'a Path) -> Self {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        let files = entries.filter_map(|entry| {
            let file = entry.file_name().to_string_lossy().into_owned();
            Some((file.to_lowercase().strip_suffix(ENDING)?.to_owned(), file))
        });
        Self {
            folder,
            files: files.collect(),
            given: BTreeSet::new(),
            seen: BTreeSet::new(),
            marks: BTreeMap::new(),
        }
    }

    /// The place of an article of this text whose name is `base`, or `base` with a number where others have that. So
    /// that it does not depend on the order of a feed, a file that is the article already comes before a free name.
    /// Feeds that were saved on two days have entries in common, and each is one article.
    ///
    /// # Errors
    ///
    /// When a file that has such a name cannot be read, with its path.
    pub fn place(
        &mut self,
        base: &str,
        article: &Imported,
        text: &str,
    ) -> Result<Destination, (PathBuf, io::Error)> {
        if !self.seen.insert(mark_of(text)) {
            return Ok(Destination::There);
        }
        let alike = self.alike(base);
        for name in &alike {
            let path = self.path(name);
            match is_this(&path, text.as_bytes()) {
                Ok(true) => {
                    self.given.insert(name.clone());
                    return Ok(Destination::There);
                }
                Ok(false) => {}
                Err(error) => return Err((path, error)),
            }
        }
        let own = Marks { url: article.url.clone(), published: article.published.clone() };
        if let Some(name) = alike.iter().find(|name| !self.marks_of(name).are_of_another(&own)) {
            self.given.insert(name.clone());
            return Ok(Destination::Changed(self.path(name)));
        }
        let numbered = (2..).map(|number: u32| format!("{base}-{number}"));
        let mut names = std::iter::once(base.to_owned()).chain(numbered);
        let is_free = |name: &String| !self.files.contains_key(name);
        let name = names.find(is_free).expect("there is no last number");
        self.given.insert(name.clone());
        self.files.insert(name.clone(), format!("{name}{ENDING}"));
        Ok(Destination::Free(self.path(&name)))
    }

    /// The names in the folder that are `base`, or `base` with a number, and that no article of this run has; the
    /// lowest number first.
    fn alike(&self, base: &str) -> Vec<String> {
        let is_alike =
            |name: &&String| match name.strip_prefix(base).map(|rest| rest.strip_prefix('-')) {
                Some(Some(number)) => number.bytes().all(|byte| byte.is_ascii_digit()),
                _ => *name == base,
            };
        let from = self.files.range(base.to_owned()..).map(|(name, _)| name);
        let from = from.take_while(|name| name.starts_with(base));
        let mut alike: Vec<String> =
            from.filter(is_alike).filter(|name| !self.given.contains(*name)).cloned().collect();
        alike.sort_by_key(|name| (name.len(), name.clone()));
        alike
    }

    fn marks_of(&mut self, name: &str) -> &Marks {
        let Self { folder, files, marks, .. } = self;
        marks.entry(name.to_owned()).or_insert_with(|| {
            let article = folder::read_article(folder, &files[name]);
            let byline = article.map(|article| article.byline).unwrap_or_default();
            Marks { url: byline.url, published: byline.published }
        })
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(&self.files[name])
    }
}

impl Marks {
    /// Whether two articles of one title are known to be two.
    fn are_of_another(&self, other: &Self) -> bool {
        match (&self.url, &other.url) {
            (Some(one), Some(other)) => one != other,
            _ => {
                self.published != other.published
                    && self.published.is_some()
                    && other.published.is_some()
            }
        }
    }
}

/// What tells texts apart without keeping them.
fn mark_of(text: &str) -> (usize, u64) {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    (text.len(), hasher.finish())
}

/// Whether a file is just these bytes.
fn is_this(path: &Path, bytes: &[u8]) -> io::Result<bool> {
    match fs::metadata(path) {
        Ok(metadata) if metadata.len() != bytes.len() as u64 => Ok(false),
        Ok(_) => Ok(fs::read(path)? == bytes),
        Err(error) => Err(error),
    }
}
