//! The pictures of a dossier's folder: which of them articles show, and how they come into the site.

use std::collections::{BTreeMap, BTreeSet};

use crate::article::{Figure, Picture};
use crate::diagnostics::{Diagnostics, longer_than};

use super::file::{Content, MAX_FILE};
use super::picture;
use super::slips::Slips;

/// Folders that may be the root of a site: the dossier's own, as Jekyll has it; those of Hugo, Zola and Docusaurus, and
/// of Astro and others.
const ROOTS: [&str; 3] = ["", "static", "public"];

/// All pictures, as they were found and as they are used.
#[derive(Default)]
pub struct Album<'a> {
    /// By their paths in the dossier's folder. Most are none of a dossier's, so they are read when they are named.
    pub pictures: BTreeMap<String, Content<'a>>,
    /// The paths of those that are named somewhere.
    named: BTreeSet<String>,
    /// The paths of those that a browser saved with a page, of which an article shows the least.
    pub of_pages: BTreeSet<String>,
    /// The whole path for each end of one, from a folder on; `None` where several end so. Absent until it is needed.
    by_end: Option<BTreeMap<String, Option<String>>>,
    /// What is named and is not there.
    slips: Slips,
    /// Those that are shown, by their paths in the site.
    pub files: BTreeMap<String, Vec<u8>>,
}

impl Album<'_> {
    /// Takes the picture of a path for the site; its name there begins with `start`. It has at most
    /// `longest` bytes. An error says what it is not, as in "which …", and what to do.
    pub fn take(
        &mut self,
        path: &str,
        start: &str,
        longest: usize,
    ) -> Result<Picture, (String, String)> {
        let Some(content) = self.pictures.get(path) else {
            let remedy = match self.slips.nearest(path, self.pictures.keys().map(String::as_str)) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "put it beside the article, or into the dossier's folder".to_owned(),
            };
            return Err(("is no picture of the folder".to_owned(), remedy));
        };
        self.named.insert(path.to_owned());
        let bytes = content().map_err(|fault| {
            (format!("cannot be read: {fault}"), "make it a file that you may read".to_owned())
        })?;
        if bytes.len() > longest {
            let what = match bytes.len() as u64 > MAX_FILE {
                true => longer_than(MAX_FILE),
                false => format!("is {} kB long", bytes.len().div_ceil(1000)),
            };
            return Err((what, format!("save it with at most {} kB", longest / 1000)));
        }
        let size = picture::read(path, &bytes).map_err(|what| {
            (what.to_owned(), "save it anew, as what its name says and without scripts".to_owned())
        })?;
        let file = picture::file_name(start, path, &bytes);
        self.files.insert(file.clone(), bytes);
        Ok(Picture { file, size })
    }

    /// Finds the pictures of the figures on these lines, whose files are paths from the article's folder or from the
    /// dossier's, or, where they begin with `/`, from one that is the root of a generator's site. Else it is the only
    /// picture whose path ends so, as note books have it. A figure whose picture is not there is left out, which is a
    /// warning.
    pub fn place(
        &mut self,
        figures: &mut Vec<Figure>,
        folder: &str,
        lines: &[u32],
        diagnostics: &mut Diagnostics,
    ) {
        let mut lines = lines.iter();
        figures.retain_mut(|figure| {
            let line = lines.next().copied();
            let path = figure.picture.file.clone();
            let whole_path = self.whole_path(folder, &path);
            match self.take(&whole_path, "images/picture-", MAX_FILE as usize) {
                Ok(picture) => figure.picture = picture,
                Err((what, remedy)) => {
                    let what = format!("the picture “{path}” is left out, which {what}");
                    diagnostics.warning(line, what, remedy);
                    return false;
                }
            }
            true
        });
    }

    /// The path in the dossier's folder of a picture that is named in the folder `folder` of it; of one that is not
    /// there, as it is written.
    fn whole_path(&mut self, folder: &str, path: &str) -> String {
        let from: &[&str] = if path.starts_with('/') { &ROOTS } else { &[folder, ""] };
        let mut whole = from.iter().filter_map(|from| resolved(from, path));
        let whole = whole.find(|path| self.pictures.contains_key(path));
        whole.or_else(|| self.only_one_with(path)).unwrap_or(path.to_owned())
    }

    /// The path of the only picture whose path ends with `end`, from a folder on.
    fn only_one_with(&mut self, end: &str) -> Option<String> {
        let pictures = &self.pictures;
        let by_end = self.by_end.get_or_insert_with(|| {
            let mut by_end = BTreeMap::new();
            for path in pictures.keys() {
                for (slash, _) in path.match_indices('/') {
                    let place = by_end.entry(path[slash + 1..].to_owned());
                    place.and_modify(|only| *only = None).or_insert_with(|| Some(path.clone()));
                }
            }
            by_end
        });
        by_end.get(&resolved("", end)?)?.clone()
    }

    /// The pictures that nothing names, but for those that came with a page.
    pub fn left(&self) -> impl Iterator<Item = &str> {
        let is_left =
            |path: &&String| !self.named.contains(*path) && !self.of_pages.contains(*path);
        self.pictures.keys().filter(is_left).map(String::as_str)
    }
}

/// A path as it is counted from a folder; `None` where it leads out of the dossier's.
fn resolved(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => _ = parts.pop()?,
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_counted_from_its_folder_and_stays_within_the_dossiers() {
        let check = |folder: &str, path: &str, expected: Option<&str>| {
            assert_eq!(resolved(folder, path).as_deref(), expected, "{folder} {path}");
        };
        check("a/b", "c.png", Some("a/b/c.png"));
        check("a/b", "./../d//c.png", Some("a/d/c.png"));
        check("a/b", "../../c.png", Some("c.png"));
        check("a/b", "../../../c.png", None);
        check("a", "../../a/c.png", None);
        check("", "../c.png", None);
        check("", "a/./c.png", Some("a/c.png"));
    }
}
