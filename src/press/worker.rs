//! The service worker that keeps an edition: one state of the site, every byte of it.
//!
//! `static/worker.js` documents the line of data that is put before it here.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use sha2::digest::Output;
use sha2::{Digest, Sha256};

use super::blocks::BlockFiles;
use super::digest::{FileDigest, hex};
use super::part::{FEED, HEADERS, MADE, MAKE, NOT_FOUND, ONE_FILE, ROBOTS, SITEMAP};
use super::prerender;
use crate::app::DossierRef;
use crate::app::reader::Files;
use crate::dossier::Dossier;
use crate::pack::block_path;
use crate::wording::title;

/// Begins the line that is put before the worker's script.
const DATA: &str = "const EDITION=";

/// Hex digits of a version: too many for two editions of a site ever to share one.
const VERSION_DIGITS: usize = 12;

/// Files that are not needed for reading: what hosts and other programs read, what is there to be saved or put
/// on other pages, and what a browser asks for when the site is installed.
const NOT_KEPT: [&str; 6] = [NOT_FOUND, HEADERS, ONE_FILE, FEED, ROBOTS, SITEMAP];

/// Files that are kept once they have been asked for, in a site on which dossiers can be made: the page for it, its
/// program, and what else of the engine a site is made with.
const KEPT_LATER: [&str; 11] = [
    "apple-touch-icon.png",
    "embed.js",
    "icon-192.png",
    "icon-512.png",
    "icon-maskable.png",
    MADE,
    MAKE,
    "make.js",
    "maker.js",
    "maker_bg.wasm",
    WORKER,
];

const WORKER: &str = "worker.js";

/// What the paths of others begin with: folders of pages whose content the front page shows offline, and the
/// parts of a long sitemap.
const STARTS_NOT_KEPT: [&str; 3] = ["list/", "sitemap-", "speakers/"];

/// What the worker knows of the edition that it keeps.
#[derive(Serialize)]
struct KeptEdition<'a> {
    version: &'a str,
    size: usize,
    files: Option<BTreeMap<&'a str, String>>,
    later: BTreeMap<&'a str, String>,
    blocks: usize,
    articles: &'a [String],
    withdrawn: &'a [String],
}

/// The version of a site: it stands for the names of all files and for the digests of their contents.
pub fn version(digests: BTreeMap<&str, Output<Sha256>>) -> String {
    let mut all = Sha256::new();
    for (name, digest) in digests {
        all.update(Sha256::digest(name));
        all.update(digest);
    }
    hex(&all.finalize(), VERSION_DIGITS)
}

/// A line for each article, as `SLUG HASH TITLE`. The hash is of all that a reader sees of it.
pub fn articles(dossier: &DossierRef, files: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    // Their names stand for their content.
    let files: Files = files.keys().map(|path| (path.clone(), path.clone().into())).collect();
    let lines = dossier.article_ids().map(|id| {
        let article = dossier.article(id);
        let hash = hex(&Sha256::digest(prerender::article(dossier, id, &files)), 6);
        [&*article.slug, &hash, &*title(&article)].join(" ")
    });
    lines.collect()
}

/// The slugs of the articles that were withdrawn, sorted.
pub fn withdrawn(dossier: &Dossier) -> Vec<String> {
    let ids = dossier.article_ids();
    let ids = ids.filter(|id| dossier.articles.byline(*id).withdrawn.is_some());
    let mut slugs: Vec<String> = ids.map(|id| dossier.articles.slug(id).to_owned()).collect();
    slugs.sort();
    slugs
}

/// The files of a site that its service worker may keep, each by its path.
pub struct FilesToKeep<'a> {
    /// All but the blocks.
    files: &'a BTreeMap<String, Vec<u8>>,
    blocks: BTreeMap<String, FileDigest>,
    /// Those of the blocks that the front page needs.
    blocks_of_front: BTreeSet<String>,
}

impl<'a> FilesToKeep<'a> {
    /// `blocks_of_front` are the names of the blocks that the front page needs, with spaces between them.
    pub fn new(
        files: &'a BTreeMap<String, Vec<u8>>,
        blocks: &BlockFiles,
        blocks_of_front: &str,
    ) -> Self {
        let blocks = blocks.each(|path, file| (path.to_owned(), FileDigest::of(file)));
        Self {
            files,
            blocks: blocks.into_iter().collect(),
            blocks_of_front: blocks_of_front.split_whitespace().map(block_path).collect(),
        }
    }

    /// What is kept at once, and what is kept once it was asked for.
    fn now_and_later(&self) -> [BTreeMap<&str, FileDigest>; 2] {
        let has_maker = self.files.contains_key(MAKE);
        let (mut now, mut later) = (BTreeMap::new(), BTreeMap::new());
        for (path, bytes) in self.files {
            let path = path.as_str();
            if KEPT_LATER.contains(&path) {
                if has_maker {
                    later.insert(path, FileDigest::of(bytes));
                }
            } else if !NOT_KEPT.contains(&path)
                && !STARTS_NOT_KEPT.iter().any(|start| path.starts_with(start))
            {
                now.insert(path, FileDigest::of(bytes));
            }
        }
        if has_maker {
            // It cannot state its own hash.
            later.insert(WORKER, FileDigest { len: 0, integrity: String::new() });
        }
        for (path, digest) in &self.blocks {
            let kept = if self.blocks_of_front.contains(path) { &mut now } else { &mut later };
            kept.insert(path, digest.clone());
        }
        [now, later]
    }
}

/// The service worker that keeps files of a site; without any, the one that takes itself and all it kept away.
pub fn worker(
    script: &str,
    version: &str,
    files: Option<&FilesToKeep>,
    articles: &[String],
    withdrawn: &[String],
) -> String {
    let [now, later] = files.map(FilesToKeep::now_and_later).unwrap_or_default();
    let is_block = |path: &str| files.is_some_and(|files| files.blocks.contains_key(path));
    let blocks_for_later = later.iter().filter(|(path, _)| is_block(path));
    let edition = KeptEdition {
        version,
        size: now.values().map(|file| file.len).sum(),
        blocks: blocks_for_later.map(|(_, file)| file.len).sum(),
        files: files
            .map(|_| now.into_iter().map(|(path, file)| (address(path), file.integrity)).collect()),
        later: later.into_iter().map(|(path, file)| (path, file.integrity)).collect(),
        articles,
        withdrawn,
    };
    let data = serde_json::to_string(&edition).expect("text and numbers are JSON");
    format!("{DATA}{data}\n{script}")
}

/// A worker's script without what [`worker`] put before it.
pub fn worker_script(worker: &str) -> &str {
    match worker.split_once('\n') {
        Some((first, script)) if first.starts_with(DATA) => script,
        _ => worker,
    }
}

/// The address of a file, relative to the site.
fn address(name: &str) -> &str {
    if name == "index.html" { "" } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(names: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
        names.iter().map(|(name, text)| (name.to_string(), text.as_bytes().to_vec())).collect()
    }

    /// The worker of a site without blocks.
    fn worker_of(
        files: &BTreeMap<String, Vec<u8>>,
        articles: &[String],
        withdrawn: &[String],
    ) -> String {
        let files =
            FilesToKeep { files, blocks: BTreeMap::new(), blocks_of_front: BTreeSet::new() };
        worker("run();", "0f", Some(&files), articles, withdrawn)
    }

    #[test]
    fn the_worker_keeps_what_the_page_needs_and_nothing_else() {
        let files = files(&[
            ("_headers", "no"),
            ("a.js", "abc"),
            ("icon-512.png", "no"),
            ("index.html", "page"),
            ("list/articles-2.html", "no"),
            ("speakers/a.html", "no"),
        ]);
        let worker = worker_of(&files, &["a 1 T".to_owned()], &["b".to_owned()]);
        // printf abc | openssl dgst -sha256 -binary | base64, and so with page.
        assert_eq!(
            worker,
            "const EDITION={\"version\":\"0f\",\"size\":7,\"files\":{\
             \"\":\"sha256-NmAxWprz3yVdjxmrB35Hl4IrQUiKDioEvGr3EhPCMnQ=\",\
             \"a.js\":\"sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=\"},\
             \"later\":{},\"blocks\":0,\"articles\":[\"a 1 T\"],\"withdrawn\":[\"b\"]}\nrun();"
        );
        assert_eq!(worker_script(&worker), "run();");
        assert_eq!(worker_script("run();\nmore();"), "run();\nmore();");
    }

    #[test]
    fn what_makes_a_dossier_is_kept_once_it_was_asked_for() {
        let files = files(&[("embed.js", "abc"), ("index.html", "page"), ("make.html", "abc")]);
        let worker = worker_of(&files, &[], &[]);
        let abc = "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=";
        let later = format!(
            "\"later\":{{\"embed.js\":\"{abc}\",\"make.html\":\"{abc}\",\"worker.js\":\"\"}}"
        );
        assert!(worker.contains(&later), "{worker}");
    }

    #[test]
    fn of_the_blocks_those_of_the_front_page_are_kept_at_once() {
        let files = files(&[("index.html", "page")]);
        let blocks = ["abc", "abcd"].map(|text| (text.to_owned(), FileDigest::of(text.as_bytes())));
        let blocks_of_front = ["abcd".to_owned()].into();
        let files = FilesToKeep { files: &files, blocks: blocks.into(), blocks_of_front };
        let worker = worker("run();", "0f", Some(&files), &[], &[]);
        assert!(worker.contains("\"size\":8,\"files\":{\"\":"), "{worker}");
        let (_, later) = worker.split_once("\"later\":").unwrap();
        let abc = "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=";
        assert!(later.starts_with(&format!("{{\"abc\":\"{abc}\"}},\"blocks\":3,")), "{worker}");
    }

    #[test]
    fn a_worker_without_files_takes_itself_away() {
        let worker = worker("run();", "0f", None, &[], &[]);
        assert!(worker.starts_with("const EDITION={\"version\":\"0f\",\"size\":0,\"files\":null,"));
    }

    #[test]
    fn a_version_changes_with_every_name_and_byte() {
        let version = |files: &BTreeMap<String, Vec<u8>>| {
            version(files.iter().map(|(name, bytes)| (&**name, Sha256::digest(bytes))).collect())
        };
        let one = version(&files(&[("a", "bc")]));
        assert_eq!(one.len(), VERSION_DIGITS);
        assert_eq!(one, version(&files(&[("a", "bc")])));
        for other in
            [files(&[("ab", "c")]), files(&[("a", "bd")]), files(&[("a", "bc"), ("d", "")])]
        {
            assert_ne!(one, version(&other));
        }
    }
}
