//! The engine: the page shell, wasm and scripts that Trunk built, the same for every dossier.
//!
//! A pressed site is an engine too: its dossier is replaced.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::html::Shell;
use super::part;
use super::trunk;
use super::wasm;
use super::worker::worker_script;
use crate::diagnostics::Diagnostic;
use crate::pack::{PackError, Sections};

/// An engine in memory.
pub struct Engine {
    /// What it is called in diagnostics.
    pub(super) root: PathBuf,
    /// The page, without a dossier's content.
    pub(super) shell: Shell,
    /// The name of the reader's wasm, as the page has it.
    pub(super) wasm_name: String,
    /// The wasm.
    pub(super) wasm: Vec<u8>,
    /// The name of the script that starts the wasm, and its text; one of `files`, too.
    pub(super) script_name: String,
    pub(super) script: String,
    /// The service worker, without what it is told of an edition.
    pub(super) worker: String,
    /// All other files by their path.
    pub(super) files: BTreeMap<String, Vec<u8>>,
}

impl Engine {
    /// The engine of these files, by their paths below it, with `/` between folders. What
    /// [is no part](Self::is_part) of an engine is passed over.
    ///
    /// `root` is what the engine's folder is called in diagnostics: they name a file as `root/PATH`.
    ///
    /// # Errors
    ///
    /// When it is not an engine.
    pub fn new(root: &Path, mut files: BTreeMap<String, Vec<u8>>) -> Result<Self, Diagnostic> {
        let error = |path: &Path, what: String| {
            let remedy = "take the files of an engine or of a finished site";
            Diagnostic::on(path, what, remedy)
        };
        files.retain(|path, _| Self::is_part(path));
        let page_path = root.join("index.html");
        let page = files
            .remove("index.html")
            .ok_or_else(|| error(root, "has no index.html, so it is not an engine".to_owned()))?;
        let page = String::from_utf8(page)
            .map_err(|_| error(&page_path, "is not valid UTF-8".to_owned()))?;
        let shell = Shell::new(&page).map_err(|what| error(&page_path, what))?;
        let wasm_name = trunk::wasm_name(shell.html())
            .ok_or_else(|| error(&page_path, "loads no wasm".to_owned()))?
            .to_owned();
        let lacks = |name: &str| error(root, format!("lacks the file {name} that its page loads"));
        let wasm = files.remove(&wasm_name).ok_or_else(|| lacks(&wasm_name))?;
        if let Ok(pack) = wasm::pack_in(&wasm)
            && let Err(PackError::Version { .. }) = Sections::split(pack)
        {
            // Its reader could not open what this program packs.
            let what = "is of another version of Whosaid than this command";
            let remedy = "leave out --engine, or take a site that this command has pressed";
            return Err(Diagnostic::on(root.join(&wasm_name), what.to_owned(), remedy));
        }
        let text = |name: &str, bytes: Option<&Vec<u8>>| {
            let bytes = bytes.ok_or_else(|| lacks(name))?;
            String::from_utf8(bytes.clone())
                .map_err(|_| error(&root.join(name), "is not valid UTF-8".to_owned()))
        };
        let (_, script_name) = trunk::start_script(&shell.scripts)
            .ok_or_else(|| error(&page_path, "has no script that starts it".to_owned()))?;
        let script_name = script_name.to_owned();
        let script = text(&script_name, files.get(&script_name))?;
        let worker = text("worker.js", files.remove("worker.js").as_ref())?;
        let worker = without_comments(worker_script(&worker));
        if let Some(embed) = files.get_mut("embed.js") {
            *embed = without_comments(&text("embed.js", Some(embed))?).into_bytes();
        }
        let root = root.to_owned();
        Ok(Self { root, shell, wasm_name, wasm, script_name, script, worker, files })
    }

    /// The pack of the dossier that was pressed with it; empty where none was.
    ///
    /// # Errors
    ///
    /// When the wasm is not sound.
    pub fn pack(&self) -> Result<&[u8], Diagnostic> {
        wasm::pack_in(&self.wasm).map_err(|what| {
            let what = format!("is not sound wasm: {what}");
            Diagnostic::on(self.root.join(&self.wasm_name), what, "press the site again")
        })
    }

    /// Whether a file or folder of that path can be part of an engine: in a finished site, what was
    /// pressed of its dossier is none.
    #[must_use]
    pub fn is_part(path: &str) -> bool {
        part::is_part(path)
    }

    /// Whether a page is the `index.html` of an engine or of a finished site, or an edition in one file.
    #[must_use]
    pub fn has_page(page: &str) -> bool {
        Shell::new(page).is_ok()
    }
}

/// One of the scripts of `static/` that Trunk copies, without its lines of comment, a third of what a reader
/// would load. No other lines begin with `//` or `/**` there.
fn without_comments(script: &str) -> String {
    let mut is_within = false;
    let is_code = |line: &&str| {
        let line = line.trim();
        if is_within {
            is_within = !line.ends_with("*/");
            return false;
        }
        is_within = line.starts_with("/**") && !line.contains("*/");
        let is_comment = line.starts_with("/**") && line.ends_with("*/");
        !(is_within || is_comment || line.starts_with("//"))
    };
    script.split_inclusive('\n').filter(is_code).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_of_scripts_are_left_out() {
        let script = "// Why.\nrun('//'); // At once.\n\n  // How.\n/** @type {A} */\n  /**\n   * Of c.\n   */\n/** @type {A} */ (b);";
        let without = "run('//'); // At once.\n\n/** @type {A} */ (b);";
        assert_eq!(without_comments(script), without);
        assert_eq!(without_comments(without), without);
    }

    #[test]
    fn what_was_pressed_is_no_part_of_an_engine() {
        for path in ["index.html", "reader-1_bg.wasm", "fonts/articles/a.css", "worker.js"] {
            assert!(Engine::is_part(path), "{path}");
        }
        for path in [
            "articles",
            "speakers/1.html",
            "dossier.html",
            "fonts/.DS_Store",
            "_headers",
            "page-1.css",
            "logo-1.svg",
            "404.html",
            "feed.xml",
            "images/1.png",
            "blocks/3f/3f.bin",
            "robots.txt",
            "sitemap.xml",
            "sitemap-2.xml",
        ] {
            assert!(!Engine::is_part(path), "{path}");
        }
    }
}
