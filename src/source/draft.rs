//! [`Draft`]: an article while the dossier is read.

use std::path::PathBuf;

use super::field::Located;
use crate::article::Article;
use crate::diagnostics::Diagnostics;
use crate::wording::counted;

/// An article file as far as it could be read.
pub struct Draft {
    pub file_name: String,
    /// The file as diagnostics name it.
    pub path: PathBuf,
    /// The slug that the file states.
    pub stated_slug: Option<Located<String>>,
    /// The one that it has, once [`slugs::give`](super::slugs::give) gave it.
    pub slug: String,
    pub article: Option<Article<'static>>,
    /// What the file says that it is about.
    pub description: Option<String>,
    /// The lines of the article's figures.
    pub figure_lines: Vec<u32>,
    /// Why no reader is to see it, though nothing is at fault.
    pub left_out: Option<Reason>,
}

/// Why a file is no article of the dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Its front matter says that it is a draft.
    Draft,
    /// It has front matter alone: a generator's redirect, or a page of which a template makes all.
    NoText,
}

/// How many files are left out though nothing is at fault.
#[derive(Default)]
pub struct LeftOut {
    n_drafts: usize,
    n_without_text: usize,
}

impl LeftOut {
    /// Counts one.
    pub fn count(&mut self, reason: Reason) {
        match reason {
            Reason::Draft => self.n_drafts += 1,
            Reason::NoText => self.n_without_text += 1,
        }
    }

    /// Notes them, a line for each reason.
    pub fn note(&self, diagnostics: &mut Diagnostics) {
        if self.n_drafts > 0 {
            let what = format!("left out: {}", counted(self.n_drafts, "draft", "drafts"));
            diagnostics.warning(None, what, "take `draft` out of those that are ready");
        }
        if self.n_without_text > 0 {
            let files = counted(self.n_without_text, "file without text", "files without text");
            let remedy = "write the text below the front matter, or take them out of the folder";
            diagnostics.warning(None, format!("left out: {files}"), remedy);
        }
    }
}
