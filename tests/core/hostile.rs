//! Hostile texts at the doors of the command line and the core: what comes out is the text, or a refusal.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use whosaid::state::Preferences;

#[path = "../data/hostile.rs"]
mod texts;

use texts::{dossier, in_one_line, is_fit, quoted};

/// A folder that goes with the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str, files: &[(String, String)]) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("hostile-{name}"));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        for (name, content) in files {
            fs::write(folder.join(name), content).unwrap();
        }
        Self(folder)
    }

    fn run(&self, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_whosaid"));
        command.args(args).current_dir(&self.0).output().unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What stands in for the engine, which needs a browser's tools to build: a page, a script, an empty wasm.
const SHELL: &str = "<!doctype html><html lang=\"en\"><head><!-- whosaid:head --><!-- /whosaid:head -->\
    <script type=\"module\">\nimport init from './reader-1.js'; init('./reader-1_bg.wasm')</script></head>\
    <body><div id=\"reader\"><!-- whosaid:page --><!-- /whosaid:page --></div>\
    <footer id=\"site-foot\"><!-- whosaid:foot --><!-- /whosaid:foot --></footer></body></html>";

fn engine() -> Folder {
    let files = [
        ("index.html", SHELL),
        ("reader-1.js", "const i = 0; export {i as default};"),
        ("worker.js", "0;"),
        ("icon.svg", "<svg/>"),
    ];
    let files = files.map(|(name, text)| (name.to_owned(), text.to_owned()));
    let folder = Folder::new("engine", &files);
    fs::write(folder.0.join("reader-1_bg.wasm"), b"\0asm\x01\0\0\0").unwrap();
    folder
}

#[test]
fn there_are_two_hundred_and_no_two_are_alike() {
    let texts = texts::texts();
    let different: std::collections::BTreeSet<_> = texts.iter().collect();
    assert_eq!(different.len(), texts.len());
    assert!(texts.len() >= 200, "{}", texts.len());
    assert!(texts.iter().any(|text| text.len() >= texts::LONG - 16));
}

#[test]
fn in_the_page_they_are_text() {
    // The longest are for the browser; unoptimised, they take half a minute.
    let is_chosen = |text: &String| is_fit(text) && text.len() < texts::LONG / 2;
    let fit: Vec<String> = texts::texts().into_iter().filter(is_chosen).collect();
    let (folder, engine) = (Folder::new("fit", &dossier(&fit)), engine());
    let site = folder.0.join("site");
    let press = |engine: &Path, out: &Path| {
        let args = ["press", ".", "--engine"];
        let args =
            [&args[..], &[engine.to_str().unwrap(), "--out", out.to_str().unwrap()]].concat();
        let output = folder.run(&args);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        fs::read_to_string(out.join("index.html")).unwrap()
    };
    let page = press(&engine.0, &site);
    // Nothing that they open is opened, and the parts of the page are where they were.
    for (sign, n) in [
        ("<script", 1),
        ("<style", 0),
        ("<iframe", 0),
        ("<img", 0),
        ("<svg", 0),
        ("<base", 0),
        ("<title", 1),
        ("<!--", 6),
        ("javascript:hostile()\"", 0),
        ("</html>", 1),
    ] {
        assert_eq!(page.matches(sign).count(), n, "{sign}");
    }
    for text in &fit {
        let escaped = in_one_line(text)
            .replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('>', "&gt;")
            .replace('"', "&quot;");
        assert!(page.contains(&escaped), "{text:?} is not there as {escaped:?}");
    }
    // The site is an engine in its turn, whatever is in it.
    assert_eq!(press(&site, &folder.0.join("again")), page);
}

#[test]
fn what_no_file_may_hold_is_refused_by_name() {
    for text in texts::texts().iter().filter(|text| !is_fit(text)) {
        let character = text.chars().find(|character| character.is_control()).unwrap();
        let name = format!("U+{:04X}", u32::from(character));
        let check = |files: &[(&str, &str)]| {
            let files: Vec<_> =
                files.iter().map(|(name, text)| (name.to_string(), text.to_string())).collect();
            let folder = Folder::new("unfit", &files);
            let output = folder.run(&["check", "."]);
            let errors = String::from_utf8(output.stderr).unwrap();
            assert_eq!(output.status.code(), Some(1), "{text:?}: {errors}");
            assert!(errors.contains(&name), "{text:?}: {errors}");
            let is_harmless = |c: char| !c.is_control() || c == '\n';
            assert!(errors.chars().all(is_harmless), "{errors:?} would reach a terminal");
        };
        let article = "\"We go,\" said Jane Doe.\n";
        // As it is, and as an escape that stands for it.
        check(&[("dossier.toml", "title = \"T\"\n"), ("a.md", text)]);
        if character.is_ascii_whitespace() {
            continue; // As an escape it is a space.
        }
        check(&[("dossier.toml", &format!("title = {}\n", quoted(text))), ("a.md", article)]);
        check(&[
            ("dossier.toml", "title = \"T\"\n"),
            ("a.md", &format!("---\ntitle: {}\n---\n\n{article}", quoted(text))),
        ]);
    }
}

#[test]
fn no_address_but_of_the_web_is_taken() {
    for text in texts::texts().iter().filter(|text| is_fit(text) && text.len() < 10_000) {
        let files = [
            (
                "dossier.toml".to_owned(),
                format!("title = \"T\"\nurl = {0}\n[embed]\nhosts = [{0}]\n", quoted(text)),
            ),
            ("a.md".to_owned(), format!("---\nurl: {}\n---\n\nText.\n", quoted(text))),
        ];
        let output = Folder::new("address", &files).run(&["check", "."]);
        let errors = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{text:?}");
        for file in ["./dossier.toml:2:", "./dossier.toml:4:"] {
            assert!(errors.contains(file), "{text:?} is taken: {errors}");
        }
        // An article may lie at any address of the web, with a name before the host, too.
        let is_web = text.starts_with("https://") && !text.contains('"');
        assert_eq!(errors.contains("a.md:2:"), !is_web, "{text:?}: {errors}");
    }
}

#[test]
fn as_stored_settings_they_are_set_aside() {
    for text in texts::texts() {
        let sound = Preferences::default().to_text();
        let in_place_of = |part: &str| {
            assert!(sound.contains(part), "{sound}");
            sound.replace(part, &text)
        };
        for stored in [text.clone(), in_place_of("auto"), in_place_of("usual"), in_place_of("on")] {
            assert_eq!(Preferences::from_text(&stored), None, "{stored}");
        }
    }
}
