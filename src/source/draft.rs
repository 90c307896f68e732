//! [`Draft`]: an article while the dossier is read.

use std::path::PathBuf;

use super::field::Located;
use crate::article::Article;
use crate::diagnostics::{Diagnostic, Diagnostics};
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// Its front matter says that it is a draft.
    Draft,
    /// It has front matter alone: a generator's redirect, or a page of which a template makes all.
    NoText,
    /// It is a page that lists articles.
    List,
    /// It cannot be read, and who reads the dossier goes on without: its errors.
    Faulty(Vec<Diagnostic>),
}

/// A file that is an article by its name and none of the dossier's.
#[derive(Debug)]
pub struct LeftOut {
    /// Its path in the dossier's folder.
    pub file_name: String,
    /// Why.
    pub reason: Reason,
}

/// Notes how many are left out though nothing is at fault, a line for each reason.
pub fn note(left_out: &[LeftOut], diagnostics: &mut Diagnostics) {
    let n_for = |reason| left_out.iter().filter(|file| file.reason == reason).count();
    let (n_drafts, n_without_text) = (n_for(Reason::Draft), n_for(Reason::NoText));
    let n_lists = n_for(Reason::List);
    if n_drafts > 0 {
        let what = format!("left out: {}", counted(n_drafts, "draft", "drafts"));
        diagnostics.summary(what, "take `draft` out of those that are ready");
    }
    if n_without_text > 0 {
        let files = counted(n_without_text, "file without text", "files without text");
        let remedy = "write the text below the front matter, or take them out of the folder";
        diagnostics.summary(format!("left out: {files}"), remedy);
    }
    if n_lists > 0 {
        let pages = counted(n_lists, "page that lists articles", "pages that list articles");
        let remedy = "save the articles that they lead to, if those belong to the dossier";
        diagnostics.summary(format!("left out: {pages}"), remedy);
    }
}
