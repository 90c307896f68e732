//! `whosaid index`: one page over the finished sites in a folder.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use whosaid::diagnostics::Diagnostic;
use whosaid::pack::PackError;
use whosaid::press::{ListedSite, SitePage, Unlisted, index_page, is_index_page};
use whosaid::source::Faults;
use whosaid::wording::counted;

use crate::report::{self, Extent};
use crate::site;

/// Arguments of `whosaid index`.
#[derive(clap::Args)]
pub struct Args {
    /// The folder whose sites are listed: those right below it that `whosaid press` made. The page is its
    /// index.html; an older one made by this command is replaced.
    folder: PathBuf,
    /// The heading of the page.
    #[arg(long, value_parser = words)]
    title: Option<String>,
}

/// Writes the page and says what is listed in it.
pub fn run(args: &Args) -> ExitCode {
    match write(args) {
        Ok((summary, warnings)) => {
            report::print_warnings(&warnings, Extent::All);
            report::print(&summary);
            ExitCode::SUCCESS
        }
        Err(faults) => {
            report::print_faults(&faults, Extent::All);
            ExitCode::FAILURE
        }
    }
}

/// An argument that says something, without the space around it.
fn words(argument: &str) -> Result<String, String> {
    let words = argument.trim();
    if words.is_empty() { Err("it is empty".to_owned()) } else { Ok(words.to_owned()) }
}

/// The summary, and which sites were left out.
fn write(args: &Args) -> Result<(String, Vec<Diagnostic>), Faults> {
    let folder = &args.folder;
    let out = folder.join("index.html");
    // First, because without it all the other work is in vain.
    may_be_written(&out)?;
    let names = names_of_folders(folder).map_err(|error| {
        let what = format!("cannot be read: {error}");
        Diagnostic::on(folder, what, "name the folder that holds the sites")
    })?;
    let (mut sites, mut warnings) = (Vec::new(), Vec::new());
    for name in names {
        match read_site(folder, &name) {
            Ok(site) => sites.extend(site),
            Err(warning) => warnings.push(warning),
        }
    }
    if sites.is_empty() {
        let what = "has no site right below it that can be listed".to_owned();
        let remedy = format!(
            "press one into it with `whosaid press DOSSIER --out {}`",
            folder.join("SITE").display()
        );
        return Err(Faults { warnings, ..Diagnostic::on(folder, what, remedy).into() });
    }
    let n_articles = sites.iter().map(|site| site.n_articles).sum();
    let n_quotations = sites.iter().map(|site| site.n_quotations).sum();
    let summary = format!(
        "{}: {}, {}, {}\n",
        out.display(),
        counted(sites.len(), "site", "sites"),
        counted(n_articles, "article", "articles"),
        counted(n_quotations, "quotation", "quotations"),
    );
    let page = index_page(args.title.as_deref(), sites);
    match site::write_file(&out, page.as_bytes(), "name another folder") {
        Ok(()) => Ok((summary, warnings)),
        Err(error) => Err(Faults { warnings, ..error.into() }),
    }
}

/// Refuses an `index.html` that this command did not write.
fn may_be_written(out: &Path) -> Result<(), Diagnostic> {
    match fs::read(out) {
        Ok(page) if is_index_page(&String::from_utf8_lossy(&page)) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Ok(_) => Err(Diagnostic::on(
            out,
            "exists and was not written by `whosaid index`".to_owned(),
            "move it away, or name the folder above it if this is a site",
        )),
        Err(error) => Err(Diagnostic::on(out, format!("cannot be read: {error}"), "move it away")),
    }
}

/// The names of the folders in a folder, sorted, but for hidden ones.
fn names_of_folders(folder: &Path) -> io::Result<Vec<OsString>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let is_hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
        if !is_hidden && entry.path().is_dir() {
            names.push(entry.file_name());
        }
    }
    names.sort();
    Ok(names)
}

/// The site in the folder `name` of `folder`; `None` if it holds none.
///
/// # Errors
///
/// Why a site that is there cannot be listed.
fn read_site(folder: &Path, name: &OsStr) -> Result<Option<ListedSite>, Diagnostic> {
    let folder = &folder.join(name);
    let page_path = folder.join("index.html");
    let page = match fs::read(&page_path) {
        Ok(page) => String::from_utf8(page).unwrap_or_default(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => {
            let what = left_out(&format!("cannot be read: {error}"));
            return Err(Diagnostic::on(&page_path, what, "make it readable"));
        }
    };
    let Some(page) = SitePage::new(&page) else { return Ok(None) };
    let Some(name) = name.to_str() else {
        let what = left_out("has a name that is not valid UTF-8");
        return Err(Diagnostic::on(folder, what, "rename it"));
    };
    let wasm_path = folder.join(&page.wasm_name);
    let wasm = fs::read(&wasm_path).map_err(|error| {
        let what = format!("cannot be read, and holds the site's dossier: {error}");
        Diagnostic::on(&wasm_path, left_out(&what), "press the site again")
    })?;
    ListedSite::new(name, &page, &wasm).map(Some).map_err(|fault| {
        let (what, remedy) = explain(&fault);
        Diagnostic::on(&wasm_path, left_out(&what), remedy)
    })
}

/// Why a site has no figures, and what to do.
fn explain(fault: &Unlisted) -> (String, &'static str) {
    const AGAIN: &str = "press the site again";
    match fault {
        Unlisted::Wasm(what) => (format!("is not sound wasm: {what}"), AGAIN),
        Unlisted::Pack(PackError::Missing) => ("holds no dossier".to_owned(), AGAIN),
        Unlisted::Pack(PackError::Version { expected, got }) => {
            let remedy = if got > expected {
                "install the whosaid that the site was pressed with, or a newer one"
            } else {
                "press the site again with this whosaid"
            };
            let what =
                format!("holds a dossier of format {got}, and this whosaid reads {expected}");
            (what, remedy)
        }
        Unlisted::Pack(_) => ("holds a dossier that is damaged".to_owned(), AGAIN),
    }
}

fn left_out(what: &str) -> String {
    format!("{what}, so the site is left out")
}
