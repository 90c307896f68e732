//! The files of a site but for its blocks and the pages beside the front page: the front page itself, the reader, the
//! edition in one file, and what hosts and other programs ask for.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use super::engine::Engine;
use super::frame::{self, Edition, Offers};
use super::headers::Policies;
use super::html::{Content, Shell};
use super::one_file::{OneFile, WithoutWasm};
use super::part::{FEED, MADE, MAKE, NOT_FOUND, ONE_FILE};
use super::prerender::{self, DrawnPage};
use super::shells::Shells;
use super::{feed, maker, manifest, not_found, pictures, sitemap, worker};
use crate::app::DossierRef;
use crate::app::reader::Files;
use crate::dossier::Dossier;
use crate::language::direction;
use crate::route::{Base, Page};
use crate::source::Site;

/// What a site is made of.
#[derive(Clone, Copy)]
pub struct Materials<'a> {
    pub dossier: &'a DossierRef,
    pub site: &'a Site,
    pub engine: &'a Engine,
    /// The wasm with the dossier in it.
    pub wasm: &'a [u8],
    pub wasm_name: &'a str,
    pub offers: Offers,
    /// Whether the dossier is a large one.
    pub is_large: bool,
    /// The pictures that are kept offline.
    pub kept_pictures: &'a BTreeSet<String>,
}

/// What these files are made of.
pub struct Front<'a> {
    materials: Materials<'a>,
    shell: &'a Shell,
    pub one_file: OneFile<'a>,
    pub policies: Policies,
    /// What hosts, search engines and feed readers ask for, by path.
    for_hosts: BTreeMap<String, String>,
    /// The page on which a dossier is made, where there is one.
    make: Option<String>,
    /// What the app draws on the front page.
    pub drawn: DrawnPage,
    /// What it draws on that of the one-file edition.
    drawn_in_one_file: DrawnPage,
    /// All articles, for the one-file edition.
    full_text: String,
}

impl<'a> Front<'a> {
    pub fn new(materials: Materials<'a>, shells: &'a Shells, one_file: OneFile<'a>) -> Self {
        let Materials { dossier, site, engine, wasm_name, offers, .. } = materials;
        let inlined = pictures::data_urls(&site.files, materials.kept_pictures);
        let maker = offers.has_maker.then(|| maker::make(engine, wasm_name, offers.is_offline));
        let (not_found, policy_of_not_found) = not_found::page(dossier, site);
        let full_text = || prerender::full_text(dossier, &inlined);
        Self {
            shell: &shells.front,
            policies: Policies {
                not_found: policy_of_not_found,
                make: maker.as_ref().map(|(_, policy)| policy.clone()),
                ..shells.policies(site, &one_file, offers.is_offline)
            },
            one_file,
            for_hosts: for_hosts(dossier, site, not_found),
            make: maker.map(|(page, _)| page),
            drawn: prerender::page(dossier, Page::Front, Base::of(Page::Front), &Files::default()),
            drawn_in_one_file: prerender::page(dossier, Page::Front, Base::OneFile, &inlined),
            full_text: if materials.is_large { String::new() } else { full_text() },
            materials,
        }
    }

    /// The edition: its version stands for every byte of the site, its own place in it left empty.
    pub fn edition(&self) -> Edition {
        let Materials { dossier, engine, .. } = self.materials;
        let mut edition = Edition::of(dossier);
        let (files, page) = self.files(&edition);
        let digests = files.iter().map(|(path, bytes)| (path.as_str(), Sha256::digest(&**bytes)));
        let mut digests: BTreeMap<&str, _> = digests.collect();
        digests.insert("worker.js", Sha256::digest(&engine.worker));
        digests.insert(ONE_FILE, self.one_file.digest(&page));
        edition.version = worker::version(digests);
        edition
    }

    /// The files by path, in an edition, but for the one-file edition; and of that all but its wasm.
    pub fn files(&self, edition: &Edition) -> (BTreeMap<String, Cow<'a, [u8]>>, WithoutWasm) {
        let Materials { dossier, site, engine, wasm, wasm_name, offers, .. } = self.materials;
        let policies = &self.policies;
        let direction = direction(&dossier.masthead.language);
        let head = |policy: &str| frame::head(dossier, site, Page::Front, policy).into_string();
        let one_file = self.one_file.page(&Content {
            direction,
            head: &head(&policies.one_file),
            page: &self.drawn_in_one_file.page,
            after: &self.full_text,
            foot: &frame::foot_of_one_file(site, edition).into_string(),
            ..Content::default()
        });
        let one_file_len = self.one_file.len(&one_file);
        let page = self.shell.filled(&Content {
            direction,
            path: Some(""),
            head: &head(&policies.page),
            page: &self.drawn.page,
            blocks: &self.drawn.blocks,
            foot: &frame::foot(dossier, site, "", edition, one_file_len, offers).into_string(),
            ..Content::default()
        });
        let own = engine.files.iter().chain(&site.files);
        let mut files: BTreeMap<String, Cow<[u8]>> =
            own.map(|(path, bytes)| (path.clone(), bytes.into())).collect();
        let mut insert = |path: &str, text: String| {
            files.insert(path.to_owned(), text.into_bytes().into());
        };
        for (path, text) in &self.for_hosts {
            insert(path, text.clone());
        }
        if let Some(make) = &self.make {
            insert(MAKE, make.clone());
            insert(MADE, maker::made(self.shell, &policies.page, &edition.version));
        }
        insert("index.html", page);
        insert("manifest.webmanifest", manifest::manifest(&dossier.masthead));
        files.insert(wasm_name.to_owned(), wasm.into());
        (files, one_file)
    }
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
