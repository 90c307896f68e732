//! [`press`]: a compiled dossier and an engine become the files of a site.
//!
//! 1. [`Engine::new`] reads the engine, and its wasm gets the dossier's pack; its name is its hash.
//! 2. The articles are written into the page as HTML; those of a large dossier into static pages
//!    beside it.
//! 3. The page gets its Content-Security-Policy. The edition in one file, the service worker, the web
//!    app manifest and the headers for the host are made of it.
//!
//! Nothing here reads or writes a disk: an engine is made of named bytes, and a site is written file by
//! file into a function. Two runs on the same input write the same bytes.

mod html;
mod policy;
mod trunk;
mod wasm;

mod prerender;

mod worker;

mod engine;

mod headers;
mod manifest;
mod one_file;

use std::collections::BTreeMap;

use self::headers::Policies;
use self::html::{Content, Shell};
use self::one_file::OneFile;
use self::prerender::{OpenDossier, STATIC_PAGE_STYLE, StaticPage};
use crate::compile::Compiled;
use crate::diagnostics::Diagnostic;
use crate::dossier::Dossier;
use crate::source::Site;

pub use self::engine::Engine;

/// The name of the one-file edition within a site.
const ONE_FILE: &str = "dossier.html";

/// A site, ready to be written.
pub struct Pressed<'a> {
    dossier: OpenDossier<'a>,
    /// All files but the static pages, which together are far longer than the dossier.
    files: BTreeMap<String, Vec<u8>>,
    static_pages: Vec<StaticPage>,
    /// The style sheet of the static pages.
    style: String,
}

/// Makes the site of a compiled dossier.
///
/// `site` says where it will stand, and `is_offline` whether a service worker keeps it for reading
/// offline; else it takes away what an earlier one kept.
///
/// # Errors
///
/// What is wrong with the engine.
pub fn press<'a>(
    compiled: &'a Compiled,
    site: &Site,
    engine: &Engine,
    is_offline: bool,
) -> Result<Pressed<'a>, Diagnostic> {
    let unsound = |path, what| {
        let remedy = "build the engine again".to_owned();
        Diagnostic { path, line: None, what, remedy }
    };
    let wasm = wasm::with_pack(&engine.wasm, &compiled.pack).map_err(|what| {
        unsound(engine.root.join(&engine.wasm_name), format!("is not sound wasm: {what}"))
    })?;
    let dossier = OpenDossier::new(compiled.dossier());
    let wasm_name = trunk::hashed_name(&engine.wasm_name, &wasm);
    let shell = engine.shell.with_renamed(&engine.wasm_name, &wasm_name);
    let one_file = OneFile::new(engine, &shell, &wasm_name, &wasm)
        .map_err(|what| unsound(engine.root.clone(), what))?;
    let front_page = |home| prerender::front_page(&dossier, home).into_string();
    let parts = Parts {
        dossier: &dossier.dossier,
        site,
        engine,
        shell: &shell,
        page: front_page("./"),
        policies: Policies {
            page: policy::policy(
                shell.scripts.iter().map(|script| script.text.as_str()),
                shell.styles.iter().map(String::as_str),
                is_offline,
                site.origin().as_deref(),
            ),
            one_file: one_file.policy(),
        },
        one_file,
        // "./" is a site's front page, but a file's folder.
        page_of_one_file: front_page("?"),
        wasm_name: &wasm_name,
        wasm: &wasm,
        articles: worker::articles(&dossier),
        is_offline,
    };
    // The version stands for every byte of the site, its own place in it left empty.
    let version = worker::version(&parts.files(""));
    let files = parts.files(&version);
    let static_pages = StaticPage::all(&dossier);
    Ok(Pressed { dossier, files, static_pages, style: engine.style() })
}

impl Pressed<'_> {
    /// The dossier of the site.
    #[must_use]
    pub fn dossier(&self) -> &Dossier<'_> {
        &self.dossier.dossier
    }

    /// How many files the site has; at least one.
    #[must_use]
    pub fn n_files(&self) -> usize {
        let n_styles = usize::from(!self.static_pages.is_empty());
        self.files.len() + self.static_pages.len() + n_styles
    }

    /// The edition in one file: a page that needs no other. It is one of the site's files.
    #[must_use]
    pub fn one_file(&self) -> &[u8] {
        &self.files[ONE_FILE]
    }

    /// Calls `write` with the path and the content of every file, with `/` between folders. The pages of
    /// a large dossier are made one by one, natively by several threads, and are never all in memory.
    ///
    /// # Errors
    ///
    /// The first of `write`; then not all files are written.
    pub fn write<E: Send>(
        &self,
        write: impl Fn(&str, &[u8]) -> Result<(), E> + Sync,
    ) -> Result<(), E> {
        for (path, bytes) in &self.files {
            write(path, bytes)?;
        }
        if self.static_pages.is_empty() {
            return Ok(());
        }
        write(STATIC_PAGE_STYLE, self.style.as_bytes())?;
        for_each(&self.static_pages, |page| {
            let path = page.path(&self.dossier);
            write(&path, page.render(&self.dossier).into_string().as_bytes())
        })
    }
}

/// Calls a function with each item, in several threads that share the items between them.
#[cfg(not(target_arch = "wasm32"))]
fn for_each<T: Sync, E: Send>(
    items: &[T],
    call: impl Fn(&T) -> Result<(), E> + Sync,
) -> Result<(), E> {
    use std::thread;

    let n_threads = thread::available_parallelism().map_or(1, usize::from);
    let call = &call;
    thread::scope(|scope| {
        let threads: Vec<_> = items
            .chunks(items.len().div_ceil(n_threads).max(1))
            .map(|share| scope.spawn(move || share.iter().try_for_each(call)))
            .collect();
        threads.into_iter().try_for_each(|thread| thread.join().expect("it does not panic"))
    })
}

#[cfg(target_arch = "wasm32")]
fn for_each<T, E>(items: &[T], call: impl Fn(&T) -> Result<(), E>) -> Result<(), E> {
    items.iter().try_for_each(call)
}

/// What the files of a site are made of, but for the static pages.
struct Parts<'a> {
    dossier: &'a Dossier<'a>,
    site: &'a Site,
    engine: &'a Engine,
    shell: &'a Shell,
    one_file: OneFile<'a>,
    policies: Policies,
    /// The body of the front page, and that of the one-file edition.
    page: String,
    page_of_one_file: String,
    wasm_name: &'a str,
    /// The wasm with the dossier in it.
    wasm: &'a [u8],
    /// What [`worker::articles`] says of the dossier.
    articles: Vec<String>,
    is_offline: bool,
}

impl Parts<'_> {
    /// The files by path, under a version.
    fn files(&self, version: &str) -> BTreeMap<String, Vec<u8>> {
        let Self { dossier, site, engine, policies, .. } = self;
        let language = &dossier.masthead.language;
        let head = |policy: &str| prerender::head(dossier, site, policy).into_string();
        let one_file = self.one_file.page(&Content {
            language,
            head: &head(&policies.one_file),
            page: &self.page_of_one_file,
            foot: &prerender::foot_of_one_file(dossier, version).into_string(),
        });
        let foot = prerender::foot(dossier, version, one_file.len(), self.is_offline).into_string();
        let head = head(&policies.page);
        let page =
            self.shell.filled(&Content { language, head: &head, page: &self.page, foot: &foot });
        let mut files = engine.files.clone();
        files.insert(self.wasm_name.to_owned(), self.wasm.to_vec());
        files.insert("index.html".to_owned(), page.into_bytes());
        files.insert(ONE_FILE.to_owned(), one_file.into_bytes());
        let manifest = manifest::manifest(&dossier.masthead);
        files.insert("manifest.webmanifest".to_owned(), manifest.into_bytes());
        let kept = self.is_offline.then_some(&files);
        let worker = worker::worker(&engine.worker, version, kept, &self.articles);
        files.insert("worker.js".to_owned(), worker.into_bytes());
        let headers = headers::headers(&files, policies, &site.hosts);
        files.insert("_headers".to_owned(), headers.into_bytes());
        files
    }
}

/// The first `n_digits` of some bytes in hexadecimal.
fn hex(bytes: &[u8], n_digits: usize) -> String {
    let digits: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    digits[..n_digits.min(digits.len())].to_owned()
}
