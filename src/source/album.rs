//! The pictures of a dossier's folder: which of them articles show, and how they come into the site.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use crate::article::{Figure, Picture};
use crate::diagnostics::Diagnostics;

use super::field::nearest;
use super::file::MAX_FILE;
use super::picture;

/// All pictures, as they were found and as they are used.
#[derive(Default)]
pub struct Album {
    /// By their paths in the dossier's folder.
    pub pictures: BTreeMap<String, io::Result<Vec<u8>>>,
    /// The paths of those that are named somewhere.
    named: BTreeSet<String>,
    /// Those that are shown, by their paths in the site.
    pub files: BTreeMap<String, Vec<u8>>,
}

impl Album {
    /// Takes the picture of a path for the site; its name there begins with `start`. It has at most
    /// `longest` bytes. An error says what it is not, as in "which …", and what to do.
    pub fn take(
        &mut self,
        path: &str,
        start: &str,
        longest: usize,
    ) -> Result<Picture, (String, String)> {
        let Some(content) = self.pictures.get(path) else {
            let paths: Vec<&str> = self.pictures.keys().map(String::as_str).collect();
            let remedy = match nearest(path, &paths) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "put it into the dossier's folder, or into `images` there".to_owned(),
            };
            return Err(("is no picture of the folder".to_owned(), remedy));
        };
        self.named.insert(path.to_owned());
        let bytes = content.as_ref().map_err(|fault| {
            (format!("cannot be read: {fault}"), "make it a file that you may read".to_owned())
        })?;
        if bytes.len() > longest {
            let what = match bytes.len() as u64 > MAX_FILE {
                true => "is longer than 16 MiB".to_owned(),
                false => format!("is {} kB long", bytes.len().div_ceil(1000)),
            };
            return Err((what, format!("save it with at most {} kB", longest / 1000)));
        }
        let size = picture::read(path, bytes).map_err(|what| {
            (what.to_owned(), "save it anew, as what its name says and without scripts".to_owned())
        })?;
        let file = picture::file_name(start, path, bytes);
        self.files.insert(file.clone(), bytes.clone());
        Ok(Picture { file, size })
    }

    /// Finds the pictures of figures, whose files are paths in the folder, on these lines. A figure whose
    /// picture is not there is left out, which is a warning.
    pub fn place(
        &mut self,
        figures: &mut Vec<Figure>,
        lines: &[u32],
        diagnostics: &mut Diagnostics,
    ) {
        let mut lines = lines.iter();
        figures.retain_mut(|figure| {
            let line = lines.next().copied();
            let path = figure.picture.file.clone();
            match self.take(&path, "images/picture-", MAX_FILE as usize) {
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

    /// The pictures that nothing names.
    pub fn left(&self) -> impl Iterator<Item = &str> {
        self.pictures.keys().filter(|path| !self.named.contains(*path)).map(String::as_str)
    }
}
