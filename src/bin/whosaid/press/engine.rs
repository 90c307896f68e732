//! The engine: the page shell, wasm and scripts that Trunk built, the same for every dossier.
//!
//! A pressed site is an engine too: its dossier is replaced.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::edition::worker_script;
use super::one_file::script_name;
use super::prerender::LEAF_FOLDERS;
use whosaid::diagnostics::Diagnostic;

/// What the page shell marks for the dossier's content, as `<!-- whosaid:NAME -->` and
/// `<!-- /whosaid:NAME -->` around it.
const PARTS: [&str; 3] = ["head", "page", "foot"];

/// Files that are not the engine's own: what pressing makes of it anew.
const NOT_ENGINE: [&str; 4] = [".DS_Store", "_headers", "dossier.html", "manifest.webmanifest"];

/// An engine, read into memory.
pub struct Engine {
    /// The text of `index.html`.
    pub page: String,
    /// The name of the reader's wasm, as the page has it.
    pub wasm_name: String,
    /// The wasm.
    pub wasm: Vec<u8>,
    /// The script that starts the wasm; one of `files`, too.
    pub script: String,
    /// The service worker, without what it is told of an edition.
    pub worker: String,
    /// All other files by their path below the engine, with `/` between folders.
    pub files: BTreeMap<String, Vec<u8>>,
}

impl Engine {
    /// Reads the engine in `folder`.
    ///
    /// # Errors
    ///
    /// When it is not an engine, or a file cannot be read.
    pub fn read(folder: &Path) -> Result<Self, Diagnostic> {
        let fault = |path: &Path, what: String| {
            let remedy = "name the folder of an engine or of a finished site with --engine";
            Diagnostic { path: path.to_owned(), line: None, what, remedy: remedy.to_owned() }
        };
        let mut files = BTreeMap::new();
        read_files(folder, "", &mut files)
            .map_err(|(path, error)| fault(&path, format!("cannot be read: {error}")))?;
        let page_path = folder.join("index.html");
        let page = files
            .remove("index.html")
            .ok_or_else(|| fault(folder, "has no index.html, so it is not an engine".to_owned()))?;
        let page = String::from_utf8(page)
            .map_err(|_| fault(&page_path, "is not valid UTF-8".to_owned()))?;
        for part in PARTS {
            if part_of(&page, part).is_none() {
                return Err(fault(&page_path, format!("has no place marked `whosaid:{part}`")));
            }
        }
        // A finished site's own content is in the way of what is looked for in its shell.
        let page = PARTS.iter().fold(page, |page, part| with_part(&page, part, ""));
        let wasm_name = wasm_name(&page)
            .ok_or_else(|| fault(&page_path, "loads no wasm".to_owned()))?
            .to_owned();
        let lacks =
            |name: &str| fault(folder, format!("lacks the file {name} that its page loads"));
        let wasm = files.remove(&wasm_name).ok_or_else(|| lacks(&wasm_name))?;
        let text = |name: &str, bytes: Option<&Vec<u8>>| {
            let bytes = bytes.ok_or_else(|| lacks(name))?;
            String::from_utf8(bytes.clone())
                .map_err(|_| fault(&folder.join(name), "is not valid UTF-8".to_owned()))
        };
        let script_name = script_name(&page)
            .ok_or_else(|| fault(&page_path, "has no script that starts it".to_owned()))?;
        let script = text(script_name, files.get(script_name))?;
        let worker = text("worker.js", files.remove("worker.js").as_ref())?;
        let worker = worker_script(&worker).to_owned();
        Ok(Self { page, wasm_name, wasm, script, worker, files })
    }

    /// The page's inline style sheets, one after the other.
    pub fn style(&self) -> String {
        let styles = self.page.split("<style>").skip(1);
        styles.filter_map(|rest| Some(rest.split_once("</style>")?.0)).collect()
    }
}

/// The name of the wasm that a page loads: what stands before `_bg.wasm`, back to a quote or slash.
fn wasm_name(page: &str) -> Option<&str> {
    const SUFFIX: &str = "_bg.wasm";
    let end = page.find(SUFFIX)? + SUFFIX.len();
    let start = page[..end].rfind(['"', '\'', '/', '='])? + 1;
    Some(&page[start..end])
}

/// The bytes between the two comments that mark a part of the page.
fn part_of(page: &str, name: &str) -> Option<std::ops::Range<usize>> {
    let open = format!("<!-- whosaid:{name} -->");
    let close = format!("<!-- /whosaid:{name} -->");
    let start = page.find(&open)? + open.len();
    let end = start + page[start..].find(&close)?;
    Some(start..end)
}

/// `page` with other content in the part of that name.
///
/// # Panics
///
/// If the page has no such part; [`Engine::read`] sees to that.
#[must_use]
pub fn with_part(page: &str, name: &str, content: &str) -> String {
    let part = part_of(page, name).expect("the engine's page has all parts");
    [&page[..part.start], content, &page[part.end..]].concat()
}

type Failure = (PathBuf, std::io::Error);

fn read_files(
    folder: &Path,
    prefix: &str,
    files: &mut BTreeMap<String, Vec<u8>>,
) -> Result<(), Failure> {
    let entries = fs::read_dir(folder).map_err(|error| (folder.to_owned(), error))?;
    for entry in entries {
        let entry = entry.map_err(|error| (folder.to_owned(), error))?;
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if NOT_ENGINE.contains(&&*name) {
            continue;
        }
        // Leaves of the dossier that was pressed into this site.
        if prefix.is_empty() && LEAF_FOLDERS.contains(&&*name) {
            continue;
        }
        let name = format!("{prefix}{name}");
        if path.is_dir() {
            read_files(&path, &format!("{name}/"), files)?;
        } else {
            let bytes = fs::read(&path).map_err(|error| (path, error))?;
            files.insert(name, bytes);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wasm_is_found_by_its_suffix() {
        let page = "<script>init({ module_or_path: './reader-1f_bg.wasm' })</script>";
        assert_eq!(wasm_name(page), Some("reader-1f_bg.wasm"));
        assert_eq!(wasm_name("<p>none</p>"), None);
    }

    #[test]
    fn a_part_can_be_replaced_again() {
        let page = "a<!-- whosaid:page --><!-- /whosaid:page -->b";
        let once = with_part(page, "page", "one");
        assert_eq!(with_part(&once, "page", "two"), with_part(page, "page", "two"));
    }
}
