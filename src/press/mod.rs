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

mod index_page;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use sha2::{Digest, Sha256};

use self::blocks::Packed;
use self::feed::FEED;
use self::frame::{Edition, Offers};
use self::headers::Policies;
use self::html::{Content, Shell};
use self::not_found::NOT_FOUND;
use self::one_file::{OneFile, WithoutWasm};
use self::part::{MADE, MAKE};
use crate::app::DossierRef;
use crate::app::reader::Files;
use crate::diagnostics::Diagnostic;
use crate::dossier::Dossier;
use crate::host_look::Accent;
use crate::i18n;
use crate::language::direction;
use crate::pack::block_path;
use crate::route::{Base, Page};
use crate::source::Site;
use crate::threads::in_shares;

pub use self::blocks::{InBlocks, decompressed as decompressed_block};
pub use self::engine::Engine;
pub use self::index_page::{ListedSite, SitePage, Unlisted, index_page, is_index_page};
pub use self::pictures::{MAX_PICTURES, kept_pictures};
pub use self::portion::{NoPortion, Portion};
pub use self::prerender::drawn;

/// The name of the one-file edition within a site.
const ONE_FILE: &str = "dossier.html";

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
    /// All files but the pages of a large dossier, which together are far longer than it, and those that nobody
    /// keeps for reading offline, which need not be known before they are asked for.
    files: BTreeMap<String, Vec<u8>>,
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
    let shells = Shells::new(engine, &wasm_name, is_large);
    let one_file = OneFile::new(engine, &shells.front, &wasm_name, in_one_file)
        .map_err(|what| unsound(engine.root.clone(), what))?;
    let offers = Offers { is_offline, has_maker: maker::has_maker(engine) };
    let kept_pictures = kept_pictures(&dossier, &site.files);
    let inlined = pictures::data_urls(&site.files, &kept_pictures);
    let maker = offers.has_maker.then(|| maker::make(engine, &wasm_name, is_offline));
    let (not_found, policy_of_not_found) = not_found::page(&dossier, site);
    let policies = Policies {
        not_found: policy_of_not_found,
        make: maker.as_ref().map(|(_, policy)| policy.clone()),
        ..shells.policies(site, &one_file, is_offline)
    };
    let front = |base, files: &Files| prerender::page(&dossier, Page::Front, base, files);
    let (front_of_site, blocks_of_front) =
        with_blocks(&dossier, || front(Base::of(Page::Front), &Files::default()));
    let parts = Parts {
        dossier: &dossier,
        engine,
        policies,
        site,
        make: maker.map(|(page, _)| page),
        for_hosts: for_hosts(&dossier, site, not_found),
        front: front_of_site,
        blocks_of_front: &blocks_of_front,
        front_of_one_file: front(Base::OneFile, &inlined),
        full_text: if is_large { String::new() } else { prerender::full_text(&dossier, &inlined) },
        shell: &shells.front,
        one_file,
        wasm_name: &wasm_name,
        wasm,
        offers,
    };
    let edition = parts.edition();
    let (files, page) = parts.files(&edition);
    let mut files: BTreeMap<String, Vec<u8>> =
        files.into_iter().map(|(path, bytes)| (path, bytes.into_owned())).collect();
    let Parts { policies, one_file, .. } = parts;
    let one_file_len = one_file.len(&page);
    files.insert(ONE_FILE.to_owned(), one_file.filled(page).into_bytes());
    files.extend(packed.files());
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
    let articles = if is_large { Vec::new() } else { worker::articles(&dossier, &site.files) };
    let worker = worker::worker(
        &engine.worker,
        &binder.edition.version,
        is_offline.then_some(&files),
        &blocks_of_front.split_whitespace().map(block_path).collect(),
        &articles,
        &worker::withdrawn(&dossier),
    );
    files.insert("worker.js".to_owned(), worker.into_bytes());
    // Not kept by the worker, as their pages are not.
    files.extend(shells.linked.into_iter().chain(pictures_not_kept));
    let headers = headers::headers(&files, &policies, &site.hosts);
    files.insert("_headers".to_owned(), headers.into_bytes());
    Ok(Pressed { dossier, files, pages, binder })
}

/// The shell of the pages of a site.
struct Shells {
    /// Of the front page.
    front: Shell,
    /// Of the pages in folders.
    below: Shell,
    /// The files that the pages in folders share, by name.
    linked: BTreeMap<String, Vec<u8>>,
}

impl Shells {
    fn new(engine: &Engine, wasm_name: &str, is_large: bool) -> Self {
        let front = engine.shell.with_renamed(&engine.wasm_name, wasm_name);
        // A page of a small dossier has all in it that it is painted with, and costs one request. Of thousands of
        // pages that would be most of the bytes.
        let (below, linked) =
            if is_large { front.with_linked() } else { (front.clone(), BTreeMap::new()) };
        Self { below: below.below(&[&engine.script_name, wasm_name]), front, linked }
    }

    /// The policies of the pages that these shells are for, and of the edition in one file.
    fn policies(&self, site: &Site, one_file: &OneFile, is_offline: bool) -> Policies {
        let origin = site.origin();
        let look = site.accent.map(Accent::style_sheet);
        let policy = |shell: &Shell| shell.policy(is_offline, origin.as_deref(), look.as_deref());
        Policies {
            page: policy(&self.front),
            page_below: policy(&self.below),
            one_file: one_file.policy(look.as_deref()),
            ..Policies::default()
        }
    }
}

/// What is wrong with a file or the folder of an engine.
fn unsound(path: PathBuf, what: String) -> Diagnostic {
    Diagnostic::on(path, what, "build the engine again")
}

/// What a site has for its host and for other programs, by path: the page for what is not there, and, where the
/// site's address is known, a map of it and a feed.
fn for_hosts(dossier: &Dossier, site: &Site, not_found: String) -> BTreeMap<String, String> {
    let mut files = BTreeMap::from([(NOT_FOUND.to_owned(), not_found)]);
    if let Some(url) = &site.url {
        files.extend(sitemap::files(dossier, url));
        files.extend(feed::feed(dossier, site, url).map(|feed| (FEED.to_owned(), feed)));
    }
    files
}

/// Whether a dossier of so many articles, and bytes of their text, is a large one: its pages are not kept for
/// reading offline, and its edition in one file has no text outside of the app.
#[must_use]
pub fn is_large(n_articles: usize, n_bytes: usize) -> bool {
    n_articles > MAX_ARTICLES || n_bytes > MAX_TEXT
}

/// What is drawn of a dossier, with the names of the blocks that it was drawn from, with spaces between them.
fn with_blocks(dossier: &DossierRef, draw: impl FnOnce() -> String) -> (String, String) {
    let blocks = dossier.blocks();
    blocks.take_asked();
    let drawn = draw();
    let names: Vec<String> = blocks.take_asked().iter().map(|block| blocks.name(*block)).collect();
    (drawn, names.join(" "))
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
        if portion.is_first() { self.files.len() + n_pages } else { n_pages }
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
        let Self { dossier, files, pages, binder } = self;
        let pages = pages.into_iter().map(|page| (page.path(&dossier), page)).collect();
        OnDemand { files, pages, binder }
    }

    /// Calls `write` with the path and the content of every file of a portion, with `/` between folders. The pages
    /// of a large dossier, or of one that is not kept for reading offline, are made one by one, natively by several
    /// threads, and are never all in memory.
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
        let page = *self.pages.get(path)?;
        let dossier = self.binder.packed.open();
        let text = i18n::within(&dossier.catalogue, || self.binder.bind(&dossier, page));
        Some(Cow::Owned(text.into_bytes()))
    }
}

/// What the pages beside the front page are made of.
struct Binder {
    packed: Packed,
    site: Site,
    shell: Shell,
    policy: String,
    edition: Edition,
    /// The length of the one-file edition in bytes.
    one_file_len: usize,
    offers: Offers,
}

impl Binder {
    /// A whole page.
    fn bind(&self, dossier: &DossierRef, page: Page) -> String {
        let Self { site, shell, policy, edition, one_file_len, offers, .. } = self;
        let home = page.home();
        let draw = || prerender::page(dossier, page, Base::of(page), &Files::default());
        let (drawn, blocks) = with_blocks(dossier, draw);
        shell.filled(&Content {
            direction: direction(&dossier.masthead.language),
            blocks: &blocks,
            home,
            path: Some(&page.path(dossier)),
            head: &frame::head(dossier, site, page, policy).into_string(),
            page: &drawn,
            after: "",
            foot: &frame::foot(dossier, site, home, edition, *one_file_len, *offers).into_string(),
        })
    }
}

/// What the files of a site are made of, but for the pages beside the front page.
struct Parts<'a> {
    dossier: &'a DossierRef,
    site: &'a Site,
    /// What hosts, search engines and feed readers ask for, by path.
    for_hosts: BTreeMap<String, String>,
    /// The page on which a dossier is made, where there is one.
    make: Option<String>,
    engine: &'a Engine,
    shell: &'a Shell,
    one_file: OneFile<'a>,
    policies: Policies,
    /// What the app draws on the front page, and on that of the one-file edition.
    front: String,
    blocks_of_front: &'a str,
    front_of_one_file: String,
    /// All articles, for the one-file edition.
    full_text: String,
    wasm_name: &'a str,
    /// The wasm with the dossier in it.
    wasm: &'a [u8],
    offers: Offers,
}

impl Parts<'_> {
    /// The edition: its version stands for every byte of the site, its own place in it left empty.
    fn edition(&self) -> Edition {
        let mut edition = Edition::of(self.dossier);
        let (files, page) = self.files(&edition);
        let digests = files.iter().map(|(path, bytes)| (path.as_str(), Sha256::digest(&**bytes)));
        let mut digests: BTreeMap<&str, _> = digests.collect();
        digests.insert("worker.js", Sha256::digest(&self.engine.worker));
        digests.insert(ONE_FILE, self.one_file.digest(&page));
        edition.version = worker::version(digests);
        edition
    }

    /// The files by path, in an edition, but for the one-file edition; and of that all but its wasm.
    fn files(&self, edition: &Edition) -> (BTreeMap<String, Cow<'_, [u8]>>, WithoutWasm) {
        let Self { dossier, site, engine, policies, .. } = self;
        let direction = direction(&dossier.masthead.language);
        let head = |policy: &str| frame::head(dossier, site, Page::Front, policy).into_string();
        let one_file = self.one_file.page(&Content {
            direction,
            head: &head(&policies.one_file),
            page: &self.front_of_one_file,
            after: &self.full_text,
            foot: &frame::foot_of_one_file(site, edition).into_string(),
            ..Content::default()
        });
        let one_file_len = self.one_file.len(&one_file);
        let page = self.shell.filled(&Content {
            direction,
            path: Some(""),
            head: &head(&policies.page),
            page: &self.front,
            blocks: self.blocks_of_front,
            foot: &frame::foot(dossier, site, "", edition, one_file_len, self.offers).into_string(),
            ..Content::default()
        });
        let own = engine.files.iter().chain(&site.files);
        let mut files: BTreeMap<String, Cow<[u8]>> =
            own.map(|(path, bytes)| (path.clone(), bytes.into())).collect();
        let for_hosts = self.for_hosts.iter();
        files.extend(for_hosts.map(|(path, text)| (path.clone(), text.as_bytes().into())));
        if let Some(make) = &self.make {
            files.insert(MAKE.to_owned(), make.as_bytes().into());
            let made = maker::made(self.shell, &policies.page, &edition.version);
            files.insert(MADE.to_owned(), made.into_bytes().into());
        }
        files.insert(self.wasm_name.to_owned(), self.wasm.into());
        files.insert("index.html".to_owned(), page.into_bytes().into());
        let manifest = manifest::manifest(&dossier.masthead);
        files.insert("manifest.webmanifest".to_owned(), manifest.into_bytes().into());
        (files, one_file)
    }
}
