//! Which files in the folder of an engine, or of a finished site, are the engine's own.
//!
//! `build.rs` takes this file in as well, so it uses nothing but the standard library.

/// The page on which a dossier is made, and the one in which it is read.
pub const MAKE: &str = "make.html";
pub const MADE: &str = "made.html";

/// The page for what a site does not have.
pub const NOT_FOUND: &str = "404.html";

/// The edition in one file.
pub const ONE_FILE: &str = "dossier.html";

/// The feed of a site.
pub const FEED: &str = "feed.xml";

/// What hosts and search engines read.
pub const HEADERS: &str = "_headers";
pub const ROBOTS: &str = "robots.txt";
pub const SITEMAP: &str = "sitemap.xml";

/// Files that are not the engine's own: what pressing makes of it anew.
const NOT_ENGINE: [&str; 9] =
    [NOT_FOUND, HEADERS, ONE_FILE, FEED, MADE, MAKE, "manifest.webmanifest", ROBOTS, SITEMAP];

/// The folders of pages beside the front page.
pub const PAGE_FOLDERS: [&str; 3] = ["articles", "list", "speakers"];

/// What the names of the style sheet and the script begin with that the pages of a large dossier share.
pub const LINKED: &str = "page-";

/// The folder of the blocks of a large dossier.
pub const BLOCKS: &str = "blocks";

/// The folder of articles' pictures.
const FIGURES: &str = "images";

/// What the names of other files begin with that are made of a dossier: shared styles and scripts, the
/// publisher's logo, the parts of a long sitemap.
const PRESSED: [&str; 3] = [LINKED, "logo-", "sitemap-"];

/// Whether a file or folder of that path can be part of an engine. Hidden ones are not: what the desktop leaves, and
/// Trunk's `.stage` after a build that was broken off.
pub fn is_part(path: &str) -> bool {
    let first = path.split('/').next().unwrap_or_default();
    let last = path.rsplit('/').next().unwrap_or_default();
    !last.starts_with('.')
        && !first.starts_with('.')
        && !NOT_ENGINE.contains(&last)
        && !PAGE_FOLDERS.contains(&first)
        && first != FIGURES
        && first != BLOCKS
        && !PRESSED.iter().any(|start| first.starts_with(start))
}
