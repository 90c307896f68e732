//! `press`: what stands in a site besides the page, on a made-up engine; and `whosaid press` on disk.

use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use whosaid::press::Engine;

use crate::support::{Files, Folder, Project, engine};

/// A dossier of two articles.
fn project() -> Project {
    Project::new()
        .file("dossier.toml", "title = \"“A” & </script>\"\n")
        .file("a.md", "---\ntitle: First\npublished: 2021-08-16\n---\n\nOne.\n")
        .file("b.md", "---\ntitle: Second\npublished: 2021-08-15\n---\n\nTwo.\n")
}

/// The site of that dossier.
fn site() -> Files {
    project().press(&engine(), true)
}

/// A folder with the engine and that dossier.
fn folder() -> Folder {
    let folder = Folder::new();
    folder.write_all("engine", &engine());
    folder.write_all("dossier", &project().files);
    folder
}

/// Runs `whosaid press` on that dossier; what it prints on standard error, and its exit code.
fn run(folder: &Folder, options: &[&str]) -> (String, Option<i32>) {
    let output = folder.run(&[&["press", "dossier"], options].concat());
    (String::from_utf8(output.stderr).unwrap(), output.status.code())
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
    let site = site();
    assert_eq!(project().press(&engine(), true), site);
    assert_eq!(project().press(&site, true), site);
    // What a host or a system puts beside them changes nothing.
    let files = [site.clone(), [("list/.DS_Store".to_owned(), Vec::new())].into()];
    assert_eq!(project().press(&files.into_iter().flatten().collect(), true), site);
}

#[test]
fn the_worker_lists_every_file_that_the_page_needs() {
    let site = site();
    let edition = edition(&site);
    let mut size = 0;
    let mut listed: Vec<&str> = Vec::new();
    for (address, hash) in edition["files"].as_object().unwrap() {
        let name = if address.is_empty() { "index.html" } else { address };
        assert!(!name.starts_with("speakers/"), "the front page shows what {name} has");
        let expected = ["sha256-", &STANDARD.encode(Sha256::digest(&site[name]))].concat();
        assert_eq!(hash, &json!(expected), "{name}");
        size += site[name].len();
        listed.push(name);
    }
    assert_eq!(edition["size"], json!(size));
    let is_missing = |name: &&String| !listed.contains(&name.as_str());
    let missing: Vec<&String> = site.keys().filter(is_missing).collect();
    let expected = [
        "_headers",
        "dossier.html",
        "embed.js",
        "speakers/index.html",
        "speakers/unattributed.html",
        "worker.js",
    ];
    assert_eq!(missing, expected);
    let page = text(&site, "index.html");
    assert!(page.contains(&format!("id=\"edition\">{}<", edition["version"].as_str().unwrap())));
    assert!(page.contains("articles up to 16 August 2021"));
}

#[test]
fn an_edition_tells_what_changed() {
    let before = edition(&site());
    let changed = "---\ntitle: Second\npublished: 2021-08-15\n---\n\nTwo!\n";
    let after = edition(&project().file("b.md", changed).press(&engine(), true));
    assert_ne!(before["version"], after["version"]);
    // By date, the older one first.
    assert_ne!(before["articles"][0], after["articles"][0]);
    assert_eq!(before["articles"][1], after["articles"][1]);
    let line = after["articles"][1].as_str().unwrap();
    assert!(line.starts_with("a ") && line.ends_with(" First"), "{line}");
}

#[test]
fn a_change_of_the_worker_is_another_edition() {
    let before = site();
    let mut engine = engine();
    engine.insert("worker.js".to_owned(), b"work(); \n".to_vec());
    let after = project().press(&engine, true);
    assert_ne!(text(&before, "worker.js").lines().next(), text(&after, "worker.js").lines().next());
}

#[test]
fn without_offline_the_worker_has_nothing_to_keep() {
    let site = project().press(&engine(), false);
    assert_eq!(edition(&site)["files"], Value::Null);
    let page = text(&site, "index.html");
    assert!(!page.contains("id=\"offline\""));
    assert!(policy(page).ends_with("trusted-types 'none'"), "{}", policy(page));
    // That site can still be pressed into one that is kept.
    let kept = project().press(&engine(), true);
    assert_eq!(project().press(&site, true), kept);
    let page = text(&kept, "index.html");
    assert!(page.contains("id=\"offline\""));
    assert!(policy(page).ends_with("trusted-types worker"), "{}", policy(page));
}

#[test]
fn the_edition_in_one_file_loads_nothing() {
    let site = site();
    let page = text(&site, "dossier.html");
    for address in ["\"./", "'./", "src=", "modulepreload", "id=\"offline\"", "articles/"] {
        assert!(!page.contains(address), "{address}");
    }
    assert!(!policy(page).contains("'self'"), "{}", policy(page));
    assert!(policy(page).starts_with("default-src 'none';"), "{}", policy(page));
    // Its wasm is the site's.
    let (_, wasm) = page.split_once("atob(\"").unwrap();
    let wasm = STANDARD.decode(wasm.split_once('"').unwrap().0).unwrap();
    let name = site.keys().find(|name| name.ends_with("_bg.wasm")).unwrap();
    assert_eq!(wasm, site[name]);
}

#[test]
fn an_edition_in_one_file_can_be_had_alone() {
    let folder = folder();
    let pressed = run(&folder, &["--engine", "engine", "--one-file", "one.html"]);
    assert_eq!(pressed, (String::new(), Some(0)));
    assert_eq!(folder.files(".")["one.html"], site()["dossier.html"]);
}

#[test]
#[cfg(not(feature = "engine"))]
fn a_build_without_an_engine_says_so_before_it_reads_anything() {
    let output = Folder::new().run(&["press", "nowhere", "--out", "out"]);
    let errors = String::from_utf8(output.stderr).unwrap();
    let expected = "whosaid: this build has no engine inside, which a site is made with; name ";
    assert!(errors.starts_with(expected) && errors.lines().count() == 1, "{errors}");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn something_has_to_be_pressed() {
    let (_, code) = run(&folder(), &["--engine", "engine"]);
    assert_eq!(code, Some(2));
}

#[test]
fn what_is_no_engine_is_refused() {
    let check = |name: &str, content: Option<&str>, expected: &str| {
        let mut files = engine();
        match content {
            Some(content) => files.insert(name.to_owned(), content.as_bytes().to_vec()),
            None => files.remove(name),
        };
        let error = Engine::new(Path::new("engine"), files).err().map(|error| error.to_string());
        assert!(error.as_ref().is_some_and(|error| error.starts_with(expected)), "{error:?}");
    };
    check("index.html", None, "engine: has no index.html, so it is not an engine; take the files");
    check("index.html", Some("<title>x</title>"), "engine/index.html: has no element #reader;");
    check("reader-0.js", None, "engine: lacks the file reader-0.js that its page loads;");
    check("reader-0_bg.wasm", None, "engine: lacks the file reader-0_bg.wasm that its page loads;");
    check("worker.js", None, "engine: lacks the file worker.js that its page loads;");
    let page = "<title></title><div id=reader></div><p id=site-foot></p>";
    check("index.html", Some(page), "engine/index.html: loads no wasm;");
    let page = format!("{page}<script>'./reader-0_bg.wasm'</script>");
    check("index.html", Some(&page), "engine/index.html: has no script that starts it;");
}

#[test]
fn an_unsound_engine_is_named_by_file() {
    let check = |name: &str, content: Option<&str>, expected: &str| {
        let folder = folder();
        match content {
            Some(content) => folder.write(&format!("engine/{name}"), content),
            None => std::fs::remove_file(folder.path(&format!("engine/{name}"))).unwrap(),
        }
        let (errors, code) = run(&folder, &["--engine", "engine", "--out", "out"]);
        assert!(errors.starts_with(expected), "{errors}");
        assert_eq!(code, Some(1));
        assert!(!folder.path("out").exists());
    };
    let remedy = "name the folder of an engine or of a finished site with --engine\n";
    let expected = format!("engine: lacks the file worker.js that its page loads; {remedy}");
    check("worker.js", None, &expected);
    check("icon.svg", None, "engine: has no icon.svg; build the engine again\n");
    check("reader-0_bg.wasm", Some("<p>"), "engine/reader-0_bg.wasm: is not sound wasm: ");
    let expected = "engine: the reader's script has no default export; build the engine again\n";
    check("reader-0.js", Some("let a"), expected);
}

#[test]
fn only_a_site_is_replaced() {
    let folder = folder();
    folder.write("out/notes.txt", "mine");
    let options = ["--engine", "engine", "--out", "out"];
    let (errors, code) = run(&folder, &options);
    assert!(errors.starts_with("out: exists and is not a site made by whosaid; "), "{errors}");
    assert_eq!(code, Some(1));
    // As earlier versions left it, with comments around what was pressed.
    let page = "<title>T</title><div id=\"reader\"><!-- whosaid:page --><!-- /whosaid:page --></div>\
        <footer id=\"site-foot\"></footer>";
    folder.write("out/index.html", page);
    assert_eq!(run(&folder, &options), (String::new(), Some(0)));
    assert_eq!(folder.files("out"), site());
}

#[test]
fn headers_repeat_the_policy_and_say_who_may_frame() {
    let site = site();
    let headers = text(&site, "_headers");
    for (page, path) in [
        ("index.html", "/"),
        ("index.html", "/index.html"),
        ("dossier.html", "/dossier.html"),
        ("articles/a.html", "/articles/*"),
        ("speakers/index.html", "/speakers/*"),
    ] {
        let policy = policy(text(&site, page));
        let rule = format!(
            "\n{path}\n  Cache-Control: no-cache\n  Content-Security-Policy: {policy}; frame-ancestors *\n"
        );
        assert!(headers.contains(&rule), "{rule}\n{headers}");
    }
    let toml = "title = \"T\"\n[embed]\nhosts = [\"https://a.example\", \"https://b.example\"]\n";
    let site = project().file("dossier.toml", toml).press(&engine(), true);
    let expected = "; frame-ancestors 'self' https://a.example https://b.example\n";
    assert_eq!(text(&site, "_headers").matches(expected).count(), 6);
}

#[test]
fn the_manifest_has_the_title_as_it_is() {
    let site = site();
    let manifest: Value = serde_json::from_str(text(&site, "manifest.webmanifest")).unwrap();
    assert_eq!(manifest["name"], json!("“A” & </script>"));
    assert_eq!(manifest["start_url"], json!("./"));
}
