//! What on disk was made by this program.

use std::fs;
use std::path::Path;

use whosaid::press::Engine;

use crate::part;

/// What `robots.txt` begins with where it was pressed.
const ROBOTS: &str = "User-agent: *\nAllow: /\n\nSitemap: ";

/// Whether a folder holds a site that was pressed, or an engine.
pub fn is_site(folder: &Path) -> bool {
    // An edition in one file may be called `index.html`, and has no worker.
    is_page(&folder.join("index.html")) && folder.join("worker.js").is_file()
}

/// Whether a file is the page of a site that was pressed, or of an engine, or an edition in one file.
pub fn is_page(file: &Path) -> bool {
    fs::read_to_string(file).is_ok_and(|page| Engine::has_page(&page))
}

/// Whether a file was pressed, by its name and, where a publisher may have a file of that name as well, by what is in
/// it. `path` is where it lies, `name` its path in the folder of the site, with `/` between folders.
pub fn is_pressed(path: &Path, name: &str) -> bool {
    if name.split('/').any(|part| part.starts_with('.')) {
        return false;
    }
    let (folder, file) = name.split_once('/').unwrap_or(("", name));
    match folder {
        "" if file == part::NOTE => true,
        "" if file == "robots.txt" => {
            fs::read_to_string(path).is_ok_and(|text| text.starts_with(ROBOTS))
        }
        "" if is_engines(file) => true,
        "" if Engine::is_part(name) => false,
        // A style sheet, a script or a logo with its hash, or a numbered part of the sitemap.
        "" => !file.contains('-') || is_hash(file) || is_part_of_sitemap(file),
        "blocks" | "images" => is_hash(file),
        _ => !Engine::is_part(name) && file.ends_with(".html") && is_page(path),
    }
}

/// Whether a folder of a site, by its path in that, holds pressed files.
pub fn is_pressed_folder(name: &str) -> bool {
    !name.split('/').any(|part| part.starts_with('.')) && !Engine::is_part(name)
}

/// Whether a file may be an engine's, by its path in the folder of that: what hosts and publishers put beside a finished
/// site (`CNAME`, `_redirects`, `ads.txt`, a page that proves to a search engine whose the site is) is none, and belongs
/// to no other site.
pub fn may_be_engines(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    name == "index.html" || name.contains('/') || !matches!(ending, "" | "html" | "txt" | "xml")
}

/// Whether a file is an engine's own that another engine may lack: the reader's have their hash in their names, and
/// a host may leave out the page for making dossiers.
fn is_engines(file: &str) -> bool {
    let is_code = file.ends_with(".js") || file.ends_with(".wasm");
    is_code && ["make.", "maker", "reader-"].iter().any(|start| file.starts_with(start))
}

/// Whether the name of a file ends in its hash, which is longer than a date.
fn is_hash(name: &str) -> bool {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let last = stem.rsplit(['-', '/']).next().unwrap_or_default();
    last.len() == 16 && last.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Whether a file is a numbered part of a long sitemap. No site has so many pages that its number is as long as a year.
fn is_part_of_sitemap(file: &str) -> bool {
    let number = file.strip_prefix("sitemap-").and_then(|rest| rest.strip_suffix(".xml"));
    number
        .is_some_and(|number| number.len() < 4 && number.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_publisher_may_have_put_there_was_not_pressed() {
        let is_pressed = |name| is_pressed(Path::new("nowhere"), name);
        for name in [
            "404.html",
            "_headers",
            "blocks/3f/3f00000000000001.bin",
            "feed.xml",
            "images/picture-3f00000000000001.png",
            "logo-3f00000000000001.svg",
            "make.js",
            "maker_bg.wasm",
            "page-3f00000000000001.css",
            "part.json",
            "reader-3f00000000000001.js",
            "sitemap-2.xml",
        ] {
            assert!(is_pressed(name), "{name}");
        }
        for name in [
            ".nojekyll",
            "CNAME",
            "_redirects",
            "articles/a.html",
            "articles/a.md",
            "blocks/.git",
            "google123.html",
            "images/20210816.jpg",
            "images/dog-20210816.png",
            "images/dog.png",
            "logo-20240101.svg",
            "logo-large.svg",
            "photo-12.jpg",
            "reader-survey.html",
            "robots.txt",
            "sitemap-2024.xml",
            "sitemap-news.xml",
        ] {
            assert!(!is_pressed(name), "{name}");
        }
    }
}
