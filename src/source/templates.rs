//! [`Templates`]: the folders of a generator of sites that hold its templates, and what it made of them.

use std::collections::BTreeMap;

use super::file::File;
use crate::diagnostics::Diagnostics;
use crate::wording::counted;

/// The files in folders that a generator has for templates.
#[derive(Default)]
pub struct Templates<'a> {
    /// Whether the dossier's folder is a generator's.
    pub is_of_a_generator: bool,
    /// Those that came before that was known.
    pub files: Vec<File<'a>>,
    /// How many there are by their folders.
    counts: BTreeMap<&'static str, usize>,
}

impl<'a> Templates<'a> {
    /// Takes a file in a folder of that name.
    pub fn take(&mut self, folder: &'static str, file: File<'a>) {
        *self.counts.entry(folder).or_default() += 1;
        if !self.is_of_a_generator {
            self.files.push(file);
        }
    }

    /// Notes them, all in one line.
    pub fn note(&self, diagnostics: &mut Diagnostics) {
        if self.counts.is_empty() {
            return;
        }
        let folders = self
            .counts
            .iter()
            .map(|(folder, count)| format!("`{folder}` ({})", counted(*count, "file", "files")));
        let folders: Vec<String> = folders.collect();
        let what = format!("left out as the templates of a generator: {}", folders.join(", "));
        diagnostics.warning(None, what, "move the articles out of them, if there are any");
    }
}
