//! `whosaid press`: a dossier's folder and an engine become a site.
//!
//! 1. [`source`] reads and validates the dossier; every fault ends it here.
//! 2. [`compile`] finds who said what in its articles and makes a pack of them.
//! 3. [`engine`] is read, and [`wasm`] puts the pack into its wasm, whose name is its hash.
//! 4. [`prerender`] writes the articles into the page, those of a large dossier into [`leaves`] beside
//!    it, and [`policy`] its Content-Security-Policy.
//! 5. [`one_file`] makes the edition in one file of it, [`edition`] the service worker, [`manifest`]
//!    what installs it, and [`headers`] what its host should say.
//! 6. [`site`] writes it all, whole or not at all.
//!
//! Two runs on the same input write the same bytes.

mod edition;
mod engine;
mod headers;
mod leaves;
mod manifest;
mod one_file;
mod policy;
mod prerender;
mod site;
mod wasm;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use sha2::{Digest, Sha256};
use whosaid::compile::{Sharing, compile};
use whosaid::diagnostics::Diagnostic;
use whosaid::source::{Site, Source};
use whosaid::wording::counted;

use self::engine::{Engine, with_part};
use self::headers::Policies;
use self::prerender::Book;
use crate::{folder, report};

/// Arguments of `whosaid press`.
#[derive(clap::Args)]
pub struct Args {
    /// The folder that holds dossier.toml and the articles.
    dossier: PathBuf,
    /// The folder for the finished site; an older site there is replaced.
    #[arg(long, required_unless_present = "one_file")]
    out: Option<PathBuf>,
    /// The file for the dossier as a single page, which opens from disk.
    #[arg(long, value_name = "OUT.html")]
    one_file: Option<PathBuf>,
    /// Make a site that is not kept for reading offline, and that takes away what was kept before.
    #[arg(long)]
    no_offline: bool,
    /// The folder of the engine, or of any finished site [default: `engine` beside this program].
    #[arg(long)]
    engine: Option<PathBuf>,
}

/// Presses the site and says what is in it.
pub fn run(args: &Args) -> ExitCode {
    let pressed = press(args);
    report::progress("");
    match pressed {
        Ok(summary) => {
            report::print(&summary);
            ExitCode::SUCCESS
        }
        Err(errors) => {
            report::print_errors(&errors);
            ExitCode::FAILURE
        }
    }
}

fn press(args: &Args) -> Result<String, Vec<Diagnostic>> {
    report::progress("Reading the articles …");
    let source = folder::read_dossier(&args.dossier);
    report::progress("");
    let mut source = source?;
    report::print_warnings(&source.warnings);
    let place = std::mem::take(&mut source.site);
    report::progress("Finding who said what …");
    let Source { masthead, articles, editorial, .. } = source;
    let compiled = compile(&masthead, &articles, &editorial, Sharing::Find);
    drop(articles);
    report::progress("Writing the pages …");
    let dossier = compiled.dossier();
    let book = Book::new(&dossier);
    let folder = args.engine.clone().unwrap_or_else(engine_beside_program);
    let engine = Engine::read(&folder).map_err(|fault| vec![fault])?;

    let unsound = |path: PathBuf, what: String| {
        let remedy = "build the engine again".to_owned();
        vec![Diagnostic { path, line: None, what, remedy }]
    };
    let wasm = wasm::with_pack(&engine.wasm, &compiled.pack).map_err(|what| {
        unsound(folder.join(&engine.wasm_name), format!("is not sound wasm: {what}"))
    })?;
    let edition = Edition {
        articles: edition::articles(&book),
        page: page(&engine, &hashed_name(&engine.wasm_name, &wasm), &book),
        book: &book,
        place,
        engine,
        wasm,
        is_offline: !args.no_offline,
    };
    // The version stands for every byte of the site, its own place in it left empty.
    let unnamed = edition.files("").map_err(|what| unsound(folder.clone(), what))?;
    let version = edition::version(&unnamed);
    let files = edition.files(&version).map_err(|what| unsound(folder.clone(), what))?;

    let mut summary = String::new();
    let mut tell = |out: &Path, n_files: usize| {
        summary.push_str(&format!(
            "{}: {}, {} by {}, {}\n",
            out.display(),
            counted(dossier.articles.len(), "article", "articles"),
            counted(dossier.n_quotations(), "quotation", "quotations"),
            counted(dossier.speakers.len(), "speaker", "speakers"),
            counted(n_files, "file", "files"),
        ));
    };
    if let Some(out) = &args.out {
        let mut n_leaves = 0;
        let style = edition.engine.style();
        site::write(out, &files, |folder| {
            n_leaves = leaves::write(&book, &style, folder)?;
            Ok(())
        })
        .map_err(|fault| vec![fault])?;
        tell(out, files.len() + n_leaves);
    }
    if let Some(out) = &args.one_file {
        site::write_file(out, &files[ONE_FILE]).map_err(|fault| vec![fault])?;
        tell(out, 1);
    }
    Ok(summary)
}

/// The name of the one-file edition within a site.
const ONE_FILE: &str = "dossier.html";

/// All that a site is made of.
struct Edition<'a> {
    book: &'a Book<'a>,
    place: Site,
    engine: Engine,
    /// The wasm with the dossier in it.
    wasm: Vec<u8>,
    /// The page but for its foot and policy.
    page: String,
    /// What [`edition::articles`] says of the dossier.
    articles: Vec<String>,
    is_offline: bool,
}

impl Edition<'_> {
    /// The files of the site, by path, under a version.
    ///
    /// # Errors
    ///
    /// What is wrong with the engine.
    fn files(&self, version: &str) -> Result<BTreeMap<String, Vec<u8>>, String> {
        let Self { book, place, engine, wasm, page, articles, is_offline } = self;
        let dossier = book.dossier;
        let icon = engine.files.get("icon.svg").ok_or("has no icon.svg")?;
        let foot = prerender::foot_of_one_file(dossier, version).into_string();
        let one_file = one_file::one_file(page, &foot, &engine.script, wasm, icon)?;
        let foot = prerender::foot(dossier, version, &one_file, *is_offline).into_string();
        let page = with_part(page, "foot", &foot);
        // A policy speaks of all inline elements, so it is written last; it is no such element itself.
        let policies = Policies {
            page: policy::policy(&page, *is_offline, place.origin().as_deref()),
            one_file: policy::policy_of_one_file(&one_file),
        };
        let with_policy = |page: &str, policy: &str| {
            with_part(page, "head", &prerender::head(dossier, place, policy).into_string())
                .into_bytes()
        };
        let mut files = engine.files.clone();
        files.insert(hashed_name(&engine.wasm_name, wasm), wasm.clone());
        files.insert("index.html".to_owned(), with_policy(&page, &policies.page));
        files.insert(ONE_FILE.to_owned(), with_policy(&one_file, &policies.one_file));
        let manifest = manifest::manifest(&dossier.masthead);
        files.insert("manifest.webmanifest".to_owned(), manifest.into_bytes());
        let kept = is_offline.then_some(&files);
        let worker = edition::worker(&engine.worker, version, kept, articles);
        files.insert("worker.js".to_owned(), worker.into_bytes());
        let headers = headers::headers(&files, &policies, &place.hosts);
        files.insert("_headers".to_owned(), headers.into_bytes());
        Ok(files)
    }
}

/// The page with the dossier's content: the shell but for its foot and policy.
fn page(engine: &Engine, wasm_name: &str, book: &Book) -> String {
    let page = engine.page.replace(&engine.wasm_name, wasm_name);
    let page = with_language(&page, &book.dossier.masthead.language);
    with_part(&page, "page", &prerender::front_page(book).into_string())
}

/// `page` with its root element in that language.
fn with_language(page: &str, language: &str) -> String {
    const OPEN: &str = "<html lang=\"";
    let Some((before, after)) = page.split_once(OPEN) else { return page.to_owned() };
    let Some((_, after)) = after.split_once('"') else { return page.to_owned() };
    [before, OPEN, language, "\"", after].concat()
}

/// `NAME-HASH_bg.wasm` for the wasm's own bytes, so that two editions never share an address.
fn hashed_name(name: &str, wasm: &[u8]) -> String {
    let stem = name.split(['-', '_']).next().unwrap_or(name);
    let hash = edition::hex(&Sha256::digest(wasm), 16);
    format!("{stem}-{hash}_bg.wasm")
}

fn engine_beside_program() -> PathBuf {
    let program = std::env::current_exe().unwrap_or_default();
    program.parent().unwrap_or(Path::new("")).join("engine")
}
