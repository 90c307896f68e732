//! Which files in the folder of an engine, or of a finished site, are the engine's own.
//!
//! `build.rs` takes this file in as well, so it uses nothing but the standard library.

/// Files that are not the engine's own: what pressing makes of it anew.
const NOT_ENGINE: [&str; 4] = [".DS_Store", "_headers", "dossier.html", "manifest.webmanifest"];

/// The folders of pages beside the front page.
pub const PAGE_FOLDERS: [&str; 3] = ["articles", "list", "speakers"];

/// What the names of the style sheet and the script begin with that the pages of a large dossier share.
pub const LINKED: &str = "page-";

/// Whether a file or folder of that path can be part of an engine.
pub fn is_part(path: &str) -> bool {
    let first = path.split('/').next().unwrap_or_default();
    let last = path.rsplit('/').next().unwrap_or_default();
    !NOT_ENGINE.contains(&last) && !PAGE_FOLDERS.contains(&first) && !first.starts_with(LINKED)
}
