//! `whosaid press`: what stands in a site besides the page, on a made-up engine.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, fs, process};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// The shell of a page as Trunk leaves it.
const SHELL: &str = "<!doctype html>
<html lang=\"en\"><head><!-- whosaid:head --><!-- /whosaid:head -->
<link rel=\"icon\" href=\"./icon.svg\"><script>first()</script>
<script type=\"module\">
import init, * as bindings from './reader-0.js';
const wasm = await init({ module_or_path: './reader-0_bg.wasm' });
</script><link rel=\"modulepreload\" href=\"./reader-0.js\"></head>
<body><div id=\"reader\"><!-- whosaid:page --><!-- /whosaid:page --></div>
<footer id=\"site-foot\"><p>By rules.</p><!-- whosaid:foot --><!-- /whosaid:foot --></footer>
</body></html>
";

type Files = BTreeMap<String, Vec<u8>>;

/// A folder with an engine and a dossier of two articles; it goes when this is dropped.
struct Press(PathBuf);

impl Press {
    /// `name` is the test's own.
    fn new(name: &str) -> Press {
        let folder = format!("press-{}-{name}", process::id());
        let press = Press(Path::new(env!("CARGO_TARGET_TMPDIR")).join(folder));
        for (file, content) in [
            ("engine/index.html", SHELL.as_bytes()),
            ("engine/reader-0.js", b"function i(){}export{i as default};"),
            ("engine/reader-0_bg.wasm", b"\0asm\x01\0\0\0"),
            ("engine/icon.svg", b"<svg/>"),
            ("engine/worker.js", b"work();\n"),
            ("engine/embed.js", b"embed();"),
            ("dossier/dossier.toml", "title = \"“A” & </script>\"\n".as_bytes()),
            ("dossier/a.md", "---\ntitle: First\npublished: 2021-08-16\n---\n\nOne.\n".as_bytes()),
            ("dossier/b.md", "---\ntitle: Second\npublished: 2021-08-15\n---\n\nTwo.\n".as_bytes()),
        ] {
            press.write(file, content);
        }
        press
    }

    fn write(&self, file: &str, content: impl AsRef<[u8]>) {
        let path = self.0.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    fn run(&self, engine: &str, options: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_whosaid"));
        let command = command.current_dir(&self.0).args(["press", "dossier", "--engine", engine]);
        command.args(options).output().unwrap()
    }

    /// The site that `engine` makes of the dossier, as the folder `out`.
    #[track_caller]
    fn site(&self, engine: &str, out: &str, options: &[&str]) -> Files {
        let output = self.run(engine, &[&["--out", out], options].concat());
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let entries = fs::read_dir(self.0.join(out)).unwrap().map(Result::unwrap);
        let file = |entry: fs::DirEntry| {
            (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap())
        };
        entries.map(file).collect()
    }
}

impl Drop for Press {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn text<'f>(files: &'f Files, name: &str) -> &'f str {
    std::str::from_utf8(&files[name]).unwrap()
}

/// What the service worker is told.
fn edition(files: &Files) -> Value {
    let (first, script) = text(files, "worker.js").split_once('\n').unwrap();
    assert_eq!(script, "work();\n");
    serde_json::from_str(first.strip_prefix("const EDITION=").unwrap()).unwrap()
}

/// The policy that a page states itself.
fn policy(page: &str) -> &str {
    let (_, policy) = page.split_once("Content-Security-Policy\" content=\"").unwrap();
    policy.split_once('"').unwrap().0
}

#[test]
fn two_presses_are_identical_and_a_site_is_an_engine() {
    let press = Press::new("identical");
    let site = press.site("engine", "one", &[]);
    assert_eq!(press.site("engine", "two", &[]), site);
    assert_eq!(press.site("one", "three", &[]), site);
    assert_eq!(press.site("one", "one", &[]), site);
}

#[test]
fn the_worker_lists_every_file_that_the_page_needs() {
    let site = Press::new("list").site("engine", "out", &[]);
    let edition = edition(&site);
    let mut size = 0;
    let mut listed: Vec<&str> = Vec::new();
    for (address, hash) in edition["files"].as_object().unwrap() {
        let name = if address.is_empty() { "index.html" } else { address };
        let expected = ["sha256-", &STANDARD.encode(Sha256::digest(&site[name]))].concat();
        assert_eq!(hash, &json!(expected), "{name}");
        size += site[name].len();
        listed.push(name);
    }
    assert_eq!(edition["size"], json!(size));
    let is_missing = |name: &&String| !listed.contains(&name.as_str());
    let missing: Vec<&String> = site.keys().filter(is_missing).collect();
    assert_eq!(missing, ["_headers", "dossier.html", "embed.js", "worker.js"]);
    let page = text(&site, "index.html");
    assert!(page.contains(&format!("id=\"edition\">{}<", edition["version"].as_str().unwrap())));
    assert!(page.contains("articles up to 16 August 2021"));
}

#[test]
fn an_edition_tells_what_changed() {
    let press = Press::new("changed");
    let before = edition(&press.site("engine", "out", &[]));
    press.write("dossier/b.md", "---\ntitle: Second\npublished: 2021-08-15\n---\n\nTwo!\n");
    let after = edition(&press.site("engine", "out", &[]));
    assert_ne!(before["version"], after["version"]);
    // By date, the older one first.
    assert_ne!(before["articles"][0], after["articles"][0]);
    assert_eq!(before["articles"][1], after["articles"][1]);
    let line = after["articles"][1].as_str().unwrap();
    assert!(line.starts_with("a ") && line.ends_with(" First"), "{line}");
}

#[test]
fn a_change_of_the_worker_is_another_edition() {
    let press = Press::new("worker");
    let before = press.site("engine", "out", &[]);
    press.write("engine/worker.js", "work(); \n");
    let after = press.site("engine", "out", &[]);
    assert_ne!(text(&before, "worker.js").lines().next(), text(&after, "worker.js").lines().next());
}

#[test]
fn without_offline_the_worker_has_nothing_to_keep() {
    let press = Press::new("no-offline");
    let site = press.site("engine", "one", &["--no-offline"]);
    assert_eq!(edition(&site)["files"], Value::Null);
    let page = text(&site, "index.html");
    assert!(!page.contains("id=\"offline\""));
    assert!(policy(page).ends_with("trusted-types 'none'"), "{}", policy(page));
    // That site can still be pressed into one that is kept.
    let kept = press.site("engine", "two", &[]);
    assert_eq!(press.site("one", "three", &[]), kept);
    let page = text(&kept, "index.html");
    assert!(page.contains("id=\"offline\""));
    assert!(policy(page).ends_with("trusted-types worker"), "{}", policy(page));
}

#[test]
fn the_edition_in_one_file_loads_nothing() {
    let press = Press::new("one-file");
    let site = press.site("engine", "out", &[]);
    let output = press.run("engine", &["--one-file", "one.html"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let page = fs::read_to_string(press.0.join("one.html")).unwrap();
    assert_eq!(page, text(&site, "dossier.html"));
    for address in ["\"./", "'./", "src=", "modulepreload", "id=\"offline\""] {
        assert!(!page.contains(address), "{address}");
    }
    assert!(!policy(&page).contains("'self'"), "{}", policy(&page));
    assert!(policy(&page).starts_with("default-src 'none';"), "{}", policy(&page));
    // Its wasm is the site's.
    let (_, wasm) = page.split_once("atob(\"").unwrap();
    let wasm = STANDARD.decode(wasm.split_once('"').unwrap().0).unwrap();
    let name = site.keys().find(|name| name.ends_with("_bg.wasm")).unwrap();
    assert_eq!(wasm, site[name]);
}

#[test]
fn something_has_to_be_pressed() {
    let output = Press::new("nothing").run("engine", &[]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn an_engine_without_a_worker_is_refused() {
    let press = Press::new("no-worker");
    fs::remove_file(press.0.join("engine/worker.js")).unwrap();
    let output = press.run("engine", &["--out", "out"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("lacks the file worker.js"));
}

#[test]
fn headers_repeat_the_policy_and_say_who_may_frame() {
    let press = Press::new("headers");
    let site = press.site("engine", "out", &[]);
    let headers = text(&site, "_headers");
    for (page, path) in
        [("index.html", "/"), ("index.html", "/index.html"), ("dossier.html", "/dossier.html")]
    {
        let policy = policy(text(&site, page));
        let rule = format!(
            "\n{path}\n  Cache-Control: no-cache\n  Content-Security-Policy: {policy}; frame-ancestors *\n"
        );
        assert!(headers.contains(&rule), "{rule}\n{headers}");
    }
    let toml = "title = \"T\"\n[embed]\nhosts = [\"https://a.example\", \"https://b.example\"]\n";
    press.write("dossier/dossier.toml", toml);
    let site = press.site("engine", "out", &[]);
    let expected = "; frame-ancestors 'self' https://a.example https://b.example\n";
    assert_eq!(text(&site, "_headers").matches(expected).count(), 3);
}

#[test]
fn the_manifest_has_the_title_as_it_is() {
    let site = Press::new("manifest").site("engine", "out", &[]);
    let manifest: Value = serde_json::from_str(text(&site, "manifest.webmanifest")).unwrap();
    assert_eq!(manifest["name"], json!("“A” & </script>"));
    assert_eq!(manifest["start_url"], json!("./"));
}
