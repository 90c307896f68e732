//! The one-file edition: the whole reader in one page that opens from disk, with nothing to load.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::engine::Engine;
use super::html::{Change, Content, Shell};
use super::{policy, trunk};

/// Stands in the script for the wasm, which may be hundreds of megabytes, until the page is written. No article has
/// these words in the page, where their quotation marks are written in other ways.
const WASM: &str = "atob(\"the wasm in Base64\")";

/// A page of the one-file edition before and behind its wasm.
pub type WithoutWasm = [String; 2];

/// The one-file edition of a site, but for the dossier's content.
pub struct OneFile<'a> {
    shell: &'a Shell,
    /// The place of the script that starts the app among those of the shell.
    start_at: usize,
    /// What stands in its place: the reader's script and wasm, but [`WASM`] for that.
    start: String,
    /// The wasm in Base64.
    wasm: String,
    /// The page's icon, as a `<link>`.
    icon: String,
    /// The file of the wasm, which no other script has to load.
    wasm_name: &'a str,
}

impl<'a> OneFile<'a> {
    /// The edition of `shell`, whose wasm has the name `wasm_name` and is in Base64 `wasm`.
    ///
    /// # Errors
    ///
    /// What is wrong with the engine.
    pub fn new(
        engine: &Engine,
        shell: &'a Shell,
        wasm_name: &'a str,
        wasm: String,
    ) -> Result<Self, String> {
        let icon = engine.files.get("icon.svg").ok_or("has no icon.svg")?;
        let init = trunk::default_export(&engine.script)
            .ok_or("the reader's script has no default export")?;
        let (start_at, _) =
            trunk::start_script(&shell.scripts).ok_or("the page has no script that starts it")?;
        let icon = STANDARD.encode(icon);
        // In JavaScript both mean the same; in a page only one of them ends the script.
        let script = engine.script.replace("</script", "<\\/script");
        // WebKit reports nothing of a module that fails while it waits.
        let start = format!(
            "{script}\ntry {{ await {init}({{ module_or_path: whosaid.engine(Uint8Array.from({WASM}, (c) => c.charCodeAt(0))) }}) }} catch (e) {{ reportError(e) }}\n"
        );
        let icon = format!("<link rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\">");
        Ok(Self { shell, start_at, start, wasm, icon, wasm_name })
    }

    /// The policy of the page, which may have a style sheet `look` in its head.
    pub fn policy(&self, look: Option<&str>) -> String {
        let start = without_wasm(&self.start);
        let scripts = (0..self.shell.scripts.len()).filter_map(|at| match self.change(at) {
            Change::Keep => Some([self.shell.scripts[at].text.as_str(), "", ""]),
            Change::Remove => None,
            Change::Replace { .. } => Some(self.pieces(&start)),
        });
        let styles = self.shell.styles.iter().map(String::as_str);
        policy::policy_of_one_file(scripts, styles.chain(look))
    }

    /// The page.
    pub fn page(&self, content: &Content) -> WithoutWasm {
        without_wasm(&self.shell.filled_without_links(content, |at| self.change(at)))
    }

    /// A page in its three pieces.
    pub fn pieces<'b>(&'b self, [before, behind]: &'b WithoutWasm) -> [&'b str; 3] {
        [before, &self.wasm, behind]
    }

    /// The bytes of a page.
    pub fn filled(self, [before, behind]: WithoutWasm) -> Vec<u8> {
        let mut page = self.wasm.into_bytes();
        // It moves within its own room.
        page.reserve_exact(before.len() + behind.len());
        page.splice(..0, before.into_bytes());
        page.extend(behind.into_bytes());
        page
    }

    fn change(&self, at: usize) -> Change<'_> {
        if at == self.start_at {
            Change::Replace { text: &self.start, before: &self.icon }
        } else if self.shell.scripts[at].text.contains(self.wasm_name) {
            // It asks for the wasm early.
            Change::Remove
        } else {
            Change::Keep
        }
    }
}

/// Some bytes in Base64, written over them: they may be hundreds of megabytes.
///
/// # Panics
///
/// If there is no memory for a third more.
pub fn in_base64(mut bytes: Vec<u8>) -> String {
    let len = bytes.len();
    bytes.reserve_exact(len.div_ceil(3) * 4 - len);
    bytes.resize(len.div_ceil(3) * 4, 0);
    // From the end, where nothing is written over that is still to be read.
    let mut piece = Vec::with_capacity(PIECE);
    for start in (0..len).step_by(PIECE).rev() {
        piece.clear();
        piece.extend_from_slice(&bytes[start..len.min(start + PIECE)]);
        let written = STANDARD.encode_slice(&piece, &mut bytes[start / 3 * 4..]);
        written.expect("there is room for all of it");
    }
    String::from_utf8(bytes).expect("Base64 is ASCII")
}

/// So many bytes at a time; they are whole groups of three.
const PIECE: usize = 3 << 14;

/// What has [`WASM`] in it, up to the wasm and from there on.
fn without_wasm(text: &str) -> WithoutWasm {
    let (before, behind) = text.split_once(WASM).expect("the script that starts the app has it");
    [format!("{before}atob(\""), format!("\"){behind}")]
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use sha2::{Digest, Sha256};

    use super::*;

    const PAGE: &str = "<html><head><title>Whosaid</title><link rel=\"icon\" href=\"./icon.svg\"><script>first()</script>\
        <script>whosaid.wasm=fetch('./reader-1f_bg.wasm')</script><script type=\"module\">\nimport init, * as bindings from './reader-1f.js';\n</script></head>\
        <body><div id=\"reader\"></div><footer id=\"site-foot\"></footer></body></html>";

    fn engine(script: &str) -> Engine {
        let files = [
            ("index.html", PAGE),
            ("reader-1f.js", script),
            ("reader-1f_bg.wasm", "\0asm"),
            ("worker.js", "work();"),
            ("icon.svg", "<svg/>"),
        ];
        let files = files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
        Engine::new(Path::new("engine"), files.into()).unwrap()
    }

    #[test]
    fn nothing_is_left_to_load() {
        let engine = engine("function i(){\"</script>\"}export{s as initSync,i as default};");
        let one_file =
            OneFile::new(&engine, &engine.shell, &engine.wasm_name, "AGFzbQ==".to_owned()).unwrap();
        let content = Content {
            direction: "ltr",
            head: "<title>T</title>",
            page: "P",
            after: "All",
            foot: "Foot",
            ..Content::default()
        };
        let page = one_file.page(&content);
        assert_eq!(
            one_file.pieces(&page).concat(),
            "<html lang=\"en\" dir=\"ltr\"><head><title>T</title><script>first()</script>\
             <link rel=\"icon\" href=\"data:image/svg+xml;base64,PHN2Zy8+\">\
             <script type=\"module\">function i(){\"<\\/script>\"}export{s as initSync,i as default};\n\
             try { await i({ module_or_path: whosaid.engine(Uint8Array.from(atob(\"AGFzbQ==\"), (c) => c.charCodeAt(0))) }) } catch (e) { reportError(e) }\n\
             </script></head><body><div id=\"reader\">P</div>All\
             <footer id=\"site-foot\">Foot</footer></body></html>"
        );
        let start = one_file.pieces(&without_wasm(&one_file.start)).concat();
        let hash = format!("'sha256-{}'", STANDARD.encode(Sha256::digest(start)));
        assert!(one_file.policy(None).contains(&hash));
        assert_eq!(one_file.policy(None).matches("sha256-").count(), 2);
        let whole = one_file.pieces(&page).concat().into_bytes();
        assert_eq!(one_file.filled(page), whole);
    }

    #[test]
    fn base64_is_written_over_its_bytes() {
        for len in [0, 1, 2, 3, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE + 2] {
            let bytes: Vec<u8> = (0..len).map(|at| (at * 7 % 251) as u8).collect();
            assert_eq!(in_base64(bytes.clone()), STANDARD.encode(&bytes));
        }
    }

    #[test]
    fn a_script_that_starts_nothing_is_refused() {
        let engine = engine("let a");
        let error = OneFile::new(&engine, &engine.shell, "reader-1f_bg.wasm", String::new()).err();
        assert_eq!(error.as_deref(), Some("the reader's script has no default export"));
    }
}
