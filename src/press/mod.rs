//! [`press`]: a compiled dossier and an engine become the files of a site.
//!
//! 1. [`Engine::new`] reads the engine, and its wasm gets the dossier's pack; its name is its hash.
//! 2. The front page, and a page for every article and speaker, are drawn by the app's components.
//! 3. The pages get their Content-Security-Policy. The edition in one file, the service worker, the web
//!    app manifest and the headers for the host are made of it.
//!
//! 4. What hosts, search engines and feed readers ask for is written beside them.
//!
//! [`index_page()`] is the page over several finished sites.
//!
//! Nothing here reads or writes a disk: an engine is made of named bytes, and a site is written file by
//! file into a function. Two runs on the same input write the same bytes.

mod digest;
mod part;
mod portion;

mod blocks;
mod policy;
mod style;

mod html;
mod pictures;
mod trunk;
mod wasm;

mod sitemap;

mod feed;

mod frame;
mod not_found;
mod prerender;

mod worker;

mod engine;

pub mod greeting;
mod maker;

mod headers;
mod manifest;
mod one_file;

mod shells;

mod binder;
mod front;

mod index_page;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use self::binder::Binder;
use self::blocks::{BlockFiles, Packed};
use self::frame::Offers;
use self::front::{Front, Materials};
use self::one_file::OneFile;
use self::part::HEADERS;
use self::shells::Shells;
use self::worker::FilesToKeep;
use crate::app::DossierRef;
use crate::diagnostics::Diagnostic;
use crate::dossier::Dossier;
use crate::i18n;
use crate::route::Page;
use crate::source::Site;
use crate::threads::in_shares;

pub use self::blocks::{InBlocks, decompressed as decompressed_block};
pub use self::engine::Engine;
pub use self::index_page::{ListedSite, SitePage, Unlisted, index_page, is_index_page};
pub use self::part::{NOT_FOUND, ONE_FILE};
pub use self::pictures::{MAX_PICTURES, kept_pictures};
pub use self::portion::{NoPortion, Portion};
pub use self::prerender::drawn;

/// The most articles, and bytes of their text, of a dossier whose pages are all kept for reading offline,
/// and whose edition in one file has all text outside of the app as well.
///
/// 0.5 MB of text are 1.1 MB of markup, 0.2 MB in Brotli; twice of that, and a phone takes longer to lay
/// the page out than a reader waits.
pub const MAX_ARTICLES: usize = 150;
/// See [`MAX_ARTICLES`].
pub const MAX_TEXT: usize = 500_000;

/// How many pages a thread draws at a time. For each such share it opens the dossier anew.
const SHARE: usize = 500;

/// A site, ready to be written.
pub struct Pressed {
    dossier: DossierRef,
    /// All files but the blocks, the pages of a large dossier, which together are far longer than it, and those that
    /// nobody keeps for reading offline, which need not be known before they are asked for.
    files: BTreeMap<String, Vec<u8>>,
    /// The blocks.
    blocks: BlockFiles,
    /// Those pages.
    pages: Vec<Page>,
    binder: Binder,
}

/// Whether a service worker keeps a site for reading offline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offline {
    /// It does.
    Kept,
    /// It takes away what an earlier one kept, and itself.
    NotKept,
}

/// Makes the site of a dossier by its pack.
///
/// `site` says where it will stand, and `in_blocks` whether its blocks lie in files of their own.
///
/// The dossier's pack, or its head and blocks, stay in memory for as long as the program, as they do in a page.
///
/// # Errors
///
/// What is wrong with the engine.
///
/// # Panics
///
/// If the pack is not as it was made.
pub fn press(
    pack: Vec<u8>,
    site: &Site,
    engine: &Engine,
    in_blocks: InBlocks,
    offline: Offline,
) -> Result<Pressed, Diagnostic> {
    let with_pack = |pack: Cow<'static, [u8]>| {
        wasm::with_pack(&engine.wasm, pack).map_err(|what| {
            unsound(engine.root.join(&engine.wasm_name), format!("is not sound wasm: {what}"))
        })
    };
    let packed = Packed::new(&pack, in_blocks).expect("the pack is as it was made");
    // The edition in one file has all in it.
    let in_one_file = with_pack(pack.into())?;
    let wasm = with_pack(packed.head.into())?.concat();
    let dossier = packed.open();
    let catalogue = dossier.catalogue.clone();
    let is_offline = offline == Offline::Kept;
    i18n::within(&catalogue, || draw(dossier, packed, site, engine, is_offline, &wasm, in_one_file))
}

/// Draws all but the pages of a large dossier, in the language that is spoken. `wasm` is the site's, and `in_one_file`
/// the one that has all articles in it, in pieces.
fn draw(
    dossier: DossierRef,
    packed: Packed,
    site: &Site,
    engine: &Engine,
    is_offline: bool,
    wasm: &[u8],
    in_one_file: [Cow<'_, [u8]>; 3],
) -> Result<Pressed, Diagnostic> {
    let n_bytes: usize = dossier.article_ids().map(|id| dossier.article(id).text.len()).sum();
    let is_large = is_large(dossier.articles.len(), n_bytes);
    let wasm_name = trunk::hashed_name(&engine.wasm_name, wasm);
    let kept_pictures = kept_pictures(&dossier, &site.files);
    let offers = Offers { is_offline, has_maker: maker::has_maker(engine) };
    let shells = Shells::new(engine, &wasm_name, is_large);
    let one_file = OneFile::new(engine, &shells.front, &wasm_name, in_one_file)
        .map_err(|what| unsound(engine.root.clone(), what))?;
    let materials = Materials {
        dossier: &dossier,
        site,
        engine,
        wasm,
        wasm_name: &wasm_name,
        offers,
        is_large,
        kept_pictures: &kept_pictures,
    };
    let front = Front::new(materials, &shells, one_file);
    let edition = front.edition();
    let (files, page) = front.files(&edition);
    let Front { policies, one_file, drawn, .. } = front;
    let mut files: BTreeMap<String, Vec<u8>> =
        files.into_iter().map(|(path, bytes)| (path, bytes.into_owned())).collect();
    let one_file_len = one_file.len(&page);
    files.insert(ONE_FILE.to_owned(), one_file.filled(page).into_bytes());
    let blocks = packed.files();
    let binder = Binder {
        packed,
        site: Site { files: BTreeMap::new(), ..site.clone() },
        shell: shells.below,
        policy: policies.page_below.clone(),
        one_file_len,
        edition,
        offers,
    };
    let mut pages: Vec<Page> = Page::beside_front(&dossier).collect();
    if is_offline && !is_large {
        for page in pages.drain(..) {
            files.insert(page.path(&dossier), binder.bind(&dossier, page).into_bytes());
        }
    }
    let pictures_not_kept = pictures::take_not_kept(&mut files, site, &kept_pictures);
    let worker = worker::worker(
        &engine.worker,
        &binder.edition.version,
        is_offline.then(|| FilesToKeep::new(&files, &blocks, &drawn.blocks)).as_ref(),
        &if is_large { Vec::new() } else { worker::articles(&dossier, &site.files) },
        &worker::withdrawn(&dossier),
    );
    files.insert("worker.js".to_owned(), worker.into_bytes());
    // Not kept by the worker, as their pages are not.
    files.extend(shells.linked.into_iter().chain(pictures_not_kept));
    let paths = files.keys().map(String::as_str).chain(blocks.paths()).collect();
    let headers = headers::headers(&paths, &policies, &site.hosts);
    files.insert(HEADERS.to_owned(), headers.into_bytes());
    Ok(Pressed { dossier, files, blocks, pages, binder })
}

/// What is wrong with a file or the folder of an engine.
fn unsound(path: PathBuf, what: String) -> Diagnostic {
    Diagnostic::on(path, what, "build the engine again")
}

/// Whether a dossier of so many articles, and bytes of their text, is a large one: its pages are not kept for
/// reading offline, and its edition in one file has no text outside of the app.
#[must_use]
pub fn is_large(n_articles: usize, n_bytes: usize) -> bool {
    n_articles > MAX_ARTICLES || n_bytes > MAX_TEXT
}

impl Pressed {
    /// The dossier of the site.
    #[must_use]
    pub fn dossier(&self) -> &Dossier<'static> {
        &self.dossier
    }

    /// The version of the site: it stands for all its files.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.binder.edition.version
    }

    /// How many files a portion of the site has.
    #[must_use]
    pub fn n_files(&self, portion: Portion) -> usize {
        let n_pages = portion.own(&self.pages).count();
        let n_others = self.files.len() + self.blocks.len();
        if portion.is_first() { n_others + n_pages } else { n_pages }
    }

    /// The edition in one file: a page that needs no other. It is one of the site's files.
    #[must_use]
    pub fn one_file(&self) -> &[u8] {
        &self.files[ONE_FILE]
    }

    /// All files at once, by path: for a site that is served or packed where it was made.
    #[must_use]
    pub fn all_files(&self) -> BTreeMap<String, Vec<u8>> {
        let files = Mutex::new(BTreeMap::new());
        let Ok(()) = self.write(Portion::WHOLE, |path, bytes| {
            let mut files = files.lock().unwrap_or_else(PoisonError::into_inner);
            files.insert(path.to_owned(), bytes.to_vec());
            Ok::<(), Infallible>(())
        });
        files.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    /// The site as one that is asked for its files.
    #[must_use]
    pub fn on_demand(self) -> OnDemand {
        let Self { dossier, files, blocks, pages, binder } = self;
        let pages = pages.into_iter().map(|page| (page.path(&dossier), page)).collect();
        OnDemand { files, blocks, pages, binder }
    }

    /// Calls `write` with the path and the content of every file of a portion, with `/` between folders. Blocks, and
    /// the pages of a large dossier, or of one that is not kept for reading offline, are made one by one, natively by
    /// several threads, and are never all in memory.
    ///
    /// # Errors
    ///
    /// The first of `write`; then not all files are written.
    pub fn write<E: Send>(
        &self,
        portion: Portion,
        write: impl Fn(&str, &[u8]) -> Result<(), E> + Sync,
    ) -> Result<(), E> {
        if portion.is_first() {
            for (path, bytes) in &self.files {
                write(path, bytes)?;
            }
            self.blocks.each(&write).into_iter().collect::<Result<(), E>>()?;
        }
        let binder = &self.binder;
        let write_pages = |pages: &[Page]| {
            // A dossier as components have it stays in its thread.
            let dossier = binder.packed.open();
            i18n::within(&dossier.catalogue, || {
                pages.iter().try_for_each(|page| {
                    write(&page.path(&dossier), binder.bind(&dossier, *page).as_bytes())
                })
            })
        };
        let pages: Vec<Page> = portion.own(&self.pages).copied().collect();
        in_shares(&pages, SHARE, write_pages, |_| {}).into_iter().collect()
    }
}

/// A site that is asked for its files, by any thread. Its pages are drawn when they are asked for, so that nobody
/// waits for those that are not looked at.
pub struct OnDemand {
    files: BTreeMap<String, Vec<u8>>,
    blocks: BlockFiles,
    /// The pages that are not among them, by path.
    pages: BTreeMap<String, Page>,
    binder: Binder,
}

impl OnDemand {
    /// The content of the file at that path, with `/` between folders; `None` where the site has none. It is what
    /// [`Pressed::write`] gives.
    ///
    /// # Panics
    ///
    /// If the pack is not as it was made.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<Cow<'_, [u8]>> {
        if let Some(bytes) = self.files.get(path) {
            return Some(Cow::Borrowed(bytes));
        }
        if let Some(bytes) = self.blocks.file(path) {
            return Some(Cow::Owned(bytes));
        }
        let page = *self.pages.get(path)?;
        let dossier = self.binder.packed.open();
        let text = i18n::within(&dossier.catalogue, || self.binder.bind(&dossier, page));
        Some(Cow::Owned(text.into_bytes()))
    }
}
