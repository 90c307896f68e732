//! The page's address: reading it, and leading it on.

use std::cell::{Cell, OnceCell};

use web_sys::Url;

use super::dom::{elements, window};
use super::history::{self, HistoryUpdate};
use super::{clock, page};
use crate::citation::Cited;
use crate::dossier::Dossier;
use crate::notice::Notice;
use crate::route::{Base, Page, Route};

/// The address of the site's front page, without query and fragment: of a page that was opened from a disk
/// or is all in one file, its own.
pub fn site() -> String {
    thread_local! {
        // The way home is that of the page that was loaded; steps in the page change the path.
        static SITE: OnceCell<String> = const { OnceCell::new() };
    }
    SITE.with(|site| {
        let site = site.get_or_init(|| {
            let here = window().location().href().unwrap_or_default();
            let here = here.split(['?', '#']).next().unwrap_or_default();
            let home = page::home();
            let site = if home.is_empty() { "./" } else { &home };
            let is_one_file = page::path().is_none();
            let url = (!is_one_file).then(|| Url::new_with_base(site, here).ok()).flatten();
            url.map_or_else(|| here.to_owned(), |url| url.href())
        });
        site.clone()
    })
}

/// Under what this browser keeps things of the site: its path, because many dossiers may share an origin; or see
/// [`key_of_made`].
pub fn key_of_site() -> String {
    match page::number_of_made() {
        Some(number) => key_of_made(&number),
        None => Url::new(&site()).map(|url| url.pathname()).unwrap_or_default(),
    }
}

/// The same for a dossier that is made here, by its number; beside the page where it is made and on that where it is
/// read.
pub fn key_of_made(number: &str) -> String {
    let here = window().location().href().unwrap_or_default();
    let path = Url::new_with_base("./made.html", &here).map(|url| url.pathname());
    format!("{}#{number}", path.unwrap_or_default())
}

/// How addresses are written from the site's front page.
pub fn base_of_site() -> Base {
    if page::path().is_some() { Base::Site("") } else { Base::OneFile }
}

/// Where and when the page is cited. A dossier that is made here is at no address, nor is a file on the reader's disk at
/// one that leads anybody else to it.
pub fn cited() -> Cited {
    let site = site();
    let is_nowhere = page::number_of_made().is_some() || site.starts_with("file:");
    let site = if is_nowhere { String::new() } else { site };
    Cited { site, base: base_of_site(), edition: page::edition(), day: clock::today() }
}

/// What the present URL says, where it stands, and what was passed over in it.
pub fn current(dossier: &Dossier) -> (Route, Base, Vec<Notice>) {
    let location = window().location();
    let search = location.search().unwrap_or_default();
    let fragment = location.hash().unwrap_or_default();
    let mut missing = None;
    let (page, base) = match base_of_site() {
        Base::OneFile => (Page::Front, Base::OneFile),
        Base::Site(_) => {
            let href = location.href().unwrap_or_default();
            let href = href.split(['?', '#']).next().unwrap_or_default();
            let path = href.strip_prefix(&site()).unwrap_or_default();
            let page = Page::from_path(path, dossier);
            missing = page.is_none().then(|| Page::missing(path)).flatten();
            let page = page.unwrap_or_default();
            (page, Base::of(page))
        }
    };
    let (route, mut notices) = Route::parse(page, &search, &fragment, dossier);
    notices.extend(missing);
    (route, base, notices)
}

/// The absolute address of a URL that is written from the present page.
fn from_here(url: &str) -> String {
    let here = window().location().href().unwrap_or_default();
    Url::new_with_base(url, &here).map_or_else(|_| url.to_owned(), |url| url.href())
}

/// The absolute address of a URL that is written from the site's front page.
pub fn from_site(url: &str) -> String {
    Url::new_with_base(url, &site()).map_or_else(|_| url.to_owned(), |url| url.href())
}

/// Makes a URL that of the present page; whether the browser lets it.
pub fn write(url: &str, update: HistoryUpdate) -> bool {
    anchor_links();
    // The page without anything, rather than with an empty query.
    let site = site();
    history::write(if url == "?" { &site } else { url }, update)
}

/// Whether the page was loaded from a server, which can give it more.
pub fn is_served() -> bool {
    window().location().protocol().is_ok_and(|protocol| protocol.starts_with("http"))
}

/// The site's address as its publisher states it, or else as it is.
pub fn canonical_site() -> String {
    let stated = elements("meta[name=whosaid-site]");
    let stated = stated.first().and_then(|meta| meta.get_attribute("content"));
    stated.unwrap_or_else(site)
}

/// Has the links outside of the app lead where they lead now, before the page's path changes.
fn anchor_links() {
    thread_local! {
        static ARE_ANCHORED: Cell<bool> = const { Cell::new(false) };
    }
    if ARE_ANCHORED.replace(true) {
        return;
    }
    let links =
        "link[rel~=icon], link[rel=apple-touch-icon], link[rel=manifest], #site-foot a[href]";
    for link in elements(links) {
        let href = link.get_attribute("href").unwrap_or_default();
        let _ = link.set_attribute("href", &from_here(&href));
    }
}
