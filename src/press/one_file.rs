//! The one-file edition: the whole reader in one page that opens from disk, with nothing to load.
//!
//! Its wasm, which has all articles in it, may be hundreds of megabytes. It is written in Base64 where it goes, the
//! page or a digest, and lies nowhere else in that form.

use std::borrow::Cow;
use std::io::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use base64::write::{EncoderStringWriter, StrConsumer};
use sha2::digest::Output;
use sha2::{Digest, Sha256};

use super::digest::TextDigest;
use super::engine::Engine;
use super::html::{Change, Content, Shell};
use super::{policy, trunk};

/// Stands in the script for the wasm until the page is written. No article has these words in the page, where their
/// quotation marks are written in other ways.
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
    /// The wasm, in pieces.
    wasm: [Cow<'a, [u8]>; 3],
    /// The page's icon, as a `<link>`.
    icon: String,
    /// The file of the wasm, which no other script has to load.
    wasm_name: &'a str,
}

impl<'a> OneFile<'a> {
    /// The edition of `shell`, whose wasm has the name `wasm_name`, with another `wasm`, in pieces.
    ///
    /// # Errors
    ///
    /// What is wrong with the engine.
    pub fn new(
        engine: &Engine,
        shell: &'a Shell,
        wasm_name: &'a str,
        wasm: [Cow<'a, [u8]>; 3],
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
            Change::Keep => Some(Sha256::digest(&self.shell.scripts[at].text)),
            Change::Remove => None,
            Change::Replace { .. } => Some(self.digest(&start)),
        });
        let styles = self.shell.styles.iter().map(String::as_str);
        policy::policy_of_one_file(scripts, styles.chain(look))
    }

    /// The page.
    pub fn page(&self, content: &Content) -> WithoutWasm {
        without_wasm(&self.shell.filled_without_links(content, |at| self.change(at)))
    }

    /// The length of a page with its wasm, in bytes.
    pub fn len(&self, [before, behind]: &WithoutWasm) -> usize {
        let n_bytes: usize = self.wasm.iter().map(|piece| piece.len()).sum();
        before.len() + n_bytes.div_ceil(3) * 4 + behind.len()
    }

    /// The digest of a page with its wasm.
    pub fn digest(&self, page: &WithoutWasm) -> Output<Sha256> {
        let mut digest = TextDigest::default();
        self.write(page, &mut digest);
        digest.finish()
    }

    /// A page with its wasm, which is in memory no more then.
    pub fn filled(self, page: WithoutWasm) -> String {
        let mut text = String::with_capacity(self.len(&page));
        self.write(&page, &mut text);
        text
    }

    fn write(&self, [before, behind]: &WithoutWasm, into: &mut impl StrConsumer) {
        into.consume(before);
        let mut encoder = EncoderStringWriter::from_consumer(&mut *into, &STANDARD);
        for piece in &self.wasm {
            encoder.write_all(piece).expect("nothing that takes text refuses any");
        }
        encoder.into_inner();
        into.consume(behind);
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

/// What has [`WASM`] in it, up to the wasm and from there on.
fn without_wasm(text: &str) -> WithoutWasm {
    let (before, behind) = text.split_once(WASM).expect("the script that starts the app has it");
    [format!("{before}atob(\""), format!("\"){behind}")]
}

#[cfg(test)]
mod tests {
    use std::path::Path;

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
        // The pieces are no whole groups of three.
        let wasm = [&b"\0a"[..], b"s", b"m"].map(Cow::from);
        let one_file = OneFile::new(&engine, &engine.shell, &engine.wasm_name, wasm).unwrap();
        let content = Content {
            direction: "ltr",
            head: "<title>T</title>",
            page: "P",
            after: "All",
            foot: "Foot",
            ..Content::default()
        };
        let page = one_file.page(&content);
        let (policy, digest, len) =
            (one_file.policy(None), one_file.digest(&page), one_file.len(&page));
        let whole = one_file.filled(page);
        assert_eq!(
            whole,
            "<html lang=\"en\" dir=\"ltr\"><head><title>T</title><script>first()</script>\
             <link rel=\"icon\" href=\"data:image/svg+xml;base64,PHN2Zy8+\">\
             <script type=\"module\">function i(){\"<\\/script>\"}export{s as initSync,i as default};\n\
             try { await i({ module_or_path: whosaid.engine(Uint8Array.from(atob(\"AGFzbQ==\"), (c) => c.charCodeAt(0))) }) } catch (e) { reportError(e) }\n\
             </script></head><body><div id=\"reader\">P</div>All\
             <footer id=\"site-foot\">Foot</footer></body></html>"
        );
        let (_, start) = whole.split_once("<script type=\"module\">").unwrap();
        let (start, _) = start.split_once("</script>").unwrap();
        let hash = format!("'sha256-{}'", STANDARD.encode(Sha256::digest(start)));
        assert!(policy.contains(&hash));
        assert_eq!(policy.matches("sha256-").count(), 2);
        assert_eq!((len, digest), (whole.len(), Sha256::digest(whole)));
    }

    #[test]
    fn a_script_that_starts_nothing_is_refused() {
        let engine = engine("let a");
        let error =
            OneFile::new(&engine, &engine.shell, "reader-1f_bg.wasm", Default::default()).err();
        assert_eq!(error.as_deref(), Some("the reader's script has no default export"));
    }
}
