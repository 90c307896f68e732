//! `press`: what stands in a site besides the page, on a made-up engine; and `whosaid press` on disk.

use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use whosaid::press::{Engine, Offline};

use crate::support::{Files, Folder, Project, engine, files_of};

/// A dossier of two articles.
fn project() -> Project {
    Project::new()
        .file("dossier.toml", "title = \"“A” & </script>\"\n")
        .file("a.md", "---\ntitle: First\npublished: 2021-08-16\n---\n\nOne.\n")
        .file("b.md", "---\ntitle: Second\npublished: 2021-08-15\n---\n\nTwo.\n")
}

/// The site of that dossier.
fn site() -> Files {
    project().press(&engine())
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
    assert_eq!(project().press(&engine()), site);
    assert_eq!(project().press(&site), site);
    // What a host or a system puts beside them changes nothing.
    let files = [site.clone(), [("list/.DS_Store".to_owned(), Vec::new())].into()];
    assert_eq!(project().press(&files.into_iter().flatten().collect()), site);
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
        "404.html",
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
fn a_site_in_blocks_names_them_where_they_are_needed() {
    let folder = folder();
    // So that each lies in a block of its own.
    for (name, word) in [("a", "one"), ("b", "two")] {
        let text = format!("---\ntitle: {name}\n---\n\n{}\n", format!("{word} ").repeat(20_000));
        folder.write(&format!("dossier/{name}.md"), text.as_bytes());
    }
    let press = |engine, out| {
        let options = ["--engine", engine, "--out", out, "--blocks", "always"];
        assert_eq!(run(&folder, &options).1, Some(0));
        folder.files(out)
    };
    let site = press("engine", "first");
    assert_eq!(press("first", "second"), site, "it is an engine, and gives the same bytes");
    let blocks: Vec<&str> =
        site.keys().map(String::as_str).filter(|name| name.starts_with("blocks/")).collect();
    assert_eq!(blocks.len(), 3, "two articles, and the posting lists");
    let needed = |page: &str| -> Vec<String> {
        let named = text(&site, page).split_once("data-blocks=\"");
        let names = named.map_or("", |(_, rest)| rest.split_once('"').unwrap().0);
        names.split_whitespace().map(whosaid::pack::block_path).collect()
    };
    let [first, second] = ["articles/a.html", "articles/b.html"].map(needed);
    assert_eq!([first.len(), second.len()], [1, 1]);
    assert_ne!(first, second);
    let [mut of_front, of_speakers] = ["index.html", "speakers/index.html"].map(needed);
    of_front.sort();
    assert_eq!(of_front.len(), 2, "it shows how long both take to read");
    assert_eq!(of_speakers, [""; 0]);
    assert!(!text(&site, "dossier.html").contains("data-blocks"), "it has all of them in it");
    // What the front page needs is kept at once.
    let edition = edition(&site);
    let kept = edition["files"].as_object().unwrap();
    let (first, later): (Vec<&str>, Vec<&str>) =
        blocks.iter().partition(|block| kept.contains_key(**block));
    assert_eq!(first, of_front);
    assert_eq!(edition["later"].as_object().unwrap().keys().collect::<Vec<_>>(), later);
    assert_eq!(edition["blocks"], json!(site[later[0]].len()));
    // No line of the wasm's pack has the words.
    let wasm = site.iter().find(|(name, _)| name.ends_with(".wasm")).unwrap().1;
    assert!(!wasm.windows(8).any(|bytes| bytes == b"one one "));
}

#[test]
fn an_edition_tells_what_changed() {
    let before = edition(&site());
    let changed = "---\ntitle: Second\npublished: 2021-08-15\n---\n\nTwo!\n";
    let after = edition(&project().file("b.md", changed).press(&engine()));
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
    let after = project().press(&engine);
    assert_ne!(text(&before, "worker.js").lines().next(), text(&after, "worker.js").lines().next());
}

#[test]
fn pages_on_demand_are_those_that_are_written() {
    for offline in [Offline::Kept, Offline::NotKept] {
        let written = files_of(&project().pressed(&engine(), offline));
        let site = project().pressed(&engine(), offline).on_demand();
        for (path, bytes) in &written {
            assert_eq!(site.file(path).as_deref(), Some(&**bytes), "{path}");
        }
        assert_eq!(site.file("articles/none.html"), None);
    }
}

#[test]
fn without_offline_the_worker_has_nothing_to_keep() {
    let site = files_of(&project().pressed(&engine(), Offline::NotKept));
    assert_eq!(edition(&site)["files"], Value::Null);
    let page = text(&site, "index.html");
    assert!(!page.contains("id=\"offline\""));
    assert!(policy(page).ends_with("trusted-types 'none'"), "{}", policy(page));
    // That site can still be pressed into one that is kept.
    let kept = project().press(&engine());
    assert_eq!(project().press(&site), kept);
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

/// Who withdraws a site by `--no-offline` would publish one that browsers keep.
#[test]
fn how_to_press_is_refused_where_parts_are_joined() {
    let how: [&[&str]; 6] = [
        &["--no-offline"],
        &["--blocks", "auto"],
        &["--skip-faulty"],
        &["--engine", "engine"],
        &["--part", "1/2"],
        &["--one-file", "one.html"],
    ];
    for option in how {
        let output = folder().run(&[&["press", "--out", "out", "--join", "one"], option].concat());
        assert_eq!(output.status.code(), Some(2), "{option:?}");
        let errors = String::from_utf8(output.stderr).unwrap();
        assert!(errors.contains("cannot be used with"), "{errors}");
    }
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
fn an_engine_of_another_version_is_refused() {
    let folder = folder();
    assert_eq!(run(&folder, &["--engine", "engine", "--out", "before"]).1, Some(0));
    let site = folder.files("before");
    let (name, wasm) = site.iter().find(|(name, _)| name.ends_with(".wasm")).unwrap();
    let mut older = wasm.clone();
    let magic = b"WHOSAID\n";
    let pack = older.windows(magic.len()).position(|bytes| bytes == magic).unwrap();
    older[pack + magic.len()] -= 1;
    folder.write(&format!("before/{name}"), &older);
    let (errors, code) = run(&folder, &["--engine", "before", "--out", "after"]);
    let expected = format!("before/{name}: is of another version of Whosaid than this command;");
    assert!(errors.starts_with(&expected), "{errors}");
    assert_eq!(code, Some(1));
    assert!(!folder.path("after").exists());
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
    // An edition in one file may be called so.
    assert_eq!(run(&folder, &options).1, Some(1));
    folder.write("out/worker.js", "");
    assert_eq!(run(&folder, &options), (String::new(), Some(0)));
    let files = [site(), [("notes.txt".to_owned(), b"mine".to_vec())].into()];
    assert_eq!(folder.files("out"), files.into_iter().flatten().collect());
}

#[test]
fn a_folder_that_holds_the_dossier_is_never_replaced() {
    let folder = folder();
    let before = folder.files("dossier");
    let edition = ["--engine", "engine", "--one-file", "dossier/index.html"];
    assert_eq!(run(&folder, &edition), (String::new(), Some(0)));
    let expected =
        "dossier: lies where the site is to be written; choose another folder with --out";
    for out in ["dossier", "dossier/../dossier/", "."] {
        let (errors, code) = run(&folder, &["--engine", "engine", "--out", out]);
        assert!(errors.starts_with(expected), "{errors}");
        assert_eq!(code, Some(1));
    }
    folder.write_all("site", &site());
    folder.write_all("site/source", &before);
    let errors = fails(&folder, &["site/source", "--engine", "engine", "--out", "site"]);
    assert!(errors.starts_with("site/source: lies where the site is"), "{errors}");
    assert_eq!(folder.files("site/source"), before);
    let after = folder.files("dossier");
    assert!(before.iter().all(|(name, bytes)| after.get(name) == Some(bytes)));
}

#[test]
fn what_was_not_pressed_stays_in_the_site() {
    let folder = folder();
    let arguments = ["press", "dossier", "--engine", "engine", "--out", "site"];
    folder.write("dossier/c.md", "---\ntitle: Third\n---\n\n“We go,” said Ada Voss.\n");
    folder.write("engine/make.js", "");
    assert_eq!(folder.run(&arguments).status.code(), Some(0));
    let pages = ["articles/c.html", "speakers/ada-voss.html", "make.js"];
    assert!(pages.iter().all(|page| folder.path("site").join(page).is_file()));
    let own = [".git/HEAD", ".nojekyll", "CNAME", "articles/notes.md", "extra/deep/a.html"];
    own.iter().for_each(|name| folder.write(&format!("site/{name}"), *name));
    // What was pressed goes with its article or its engine.
    for name in ["dossier/c.md", "engine/make.js"] {
        std::fs::remove_file(folder.path(name)).unwrap();
    }
    let output = folder.run(&arguments);
    let expected =
        "site: kept what was not pressed: .git/, .nojekyll, CNAME, articles/notes.md, extra/\n";
    let printed = String::from_utf8(output.stdout).unwrap();
    assert!(printed.ends_with(expected), "{printed}");
    let own = own.map(|name| (name.to_owned(), name.as_bytes().to_vec()));
    assert_eq!(folder.files("site"), site().into_iter().chain(own).collect());
}

#[test]
fn what_was_not_pressed_is_no_part_of_an_engine() {
    let folder = folder();
    folder.write_all("other", &site());
    for name in ["CNAME", "ads.txt", "google1.html", "fonts/a.woff2"] {
        folder.write(&format!("other/{name}"), name);
    }
    assert_eq!(fails(&folder, &["dossier", "--engine", "other", "--out", "site"]), "");
    let files = folder.files("site");
    assert_eq!(files.len(), site().len() + 1);
    assert!(files.contains_key("fonts/a.woff2"));
}

#[test]
fn the_present_folder_is_replaced_and_a_failure_leaves_nothing() {
    let folder = folder();
    folder.write_all("site", &site());
    let present = |dossier: &str| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_whosaid"));
        command.args(["press", dossier, "--engine", "../engine", "--out", "."]);
        command.current_dir(folder.path("site")).output().unwrap()
    };
    let output = present("../dossier");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(folder.files("site"), site());
    let names: Vec<String> = folder.files(".").into_keys().collect();
    assert!(!names.iter().any(|name| name.contains(".whosaid")), "{names:?}");
}

#[test]
#[cfg(unix)]
fn a_link_is_written_through() {
    let folder = folder();
    folder.write_all("real", &site());
    folder.write("real/old.txt", "mine");
    folder.write("page.html", &site()["dossier.html"]);
    std::os::unix::fs::symlink("real", folder.path("link")).unwrap();
    std::os::unix::fs::symlink("page.html", folder.path("link.html")).unwrap();
    folder.write("dossier/a.md", "---\ntitle: Changed\n---\n\nOne.\n");
    let options = ["--engine", "engine", "--out", "link", "--one-file", "link.html"];
    assert_eq!(run(&folder, &options), (String::new(), Some(0)));
    assert!(folder.path("link").is_symlink() && folder.path("link.html").is_symlink());
    let real = folder.files("real");
    assert!(text(&real, "articles/a.html").contains("Changed"));
    assert_eq!(folder.files(".")["page.html"], real["dossier.html"]);
}

#[test]
fn headers_repeat_the_policy_and_say_who_may_frame() {
    let site = site();
    let headers = text(&site, "_headers");
    for (page, path) in [
        ("index.html", "/"),
        ("index.html", "/index.html"),
        ("404.html", "/404.html"),
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
    let site = project().file("dossier.toml", toml).press(&engine());
    let expected = "; frame-ancestors 'self' https://a.example https://b.example\n";
    assert_eq!(text(&site, "_headers").matches(expected).count(), 7);
}

#[test]
fn the_manifest_has_the_title_as_it_is() {
    let site = site();
    let manifest: Value = serde_json::from_str(text(&site, "manifest.webmanifest")).unwrap();
    assert_eq!(manifest["name"], json!("“A” & </script>"));
    assert_eq!(manifest["start_url"], json!("./"));
}

#[test]
fn a_publisher_is_shown_on_every_page() {
    let svg = "<svg viewBox='0 0 30 10'/>";
    let toml = "title = \"T\"\n[publisher]\nname = \"“N” & <b>\"\nlogo = \"logo.svg\"\n\
                url = \"https://a.example/?a=1&b=2\"\nimprint = \"https://a.example/i\"\n\
                privacy = \"https://a.example/p\"\nfooter = \"\\\"><script>alert(1)</script>\"\n\
                accent = \"#8a1020\"\n";
    let project = project().file("dossier.toml", toml).file("logo.svg", svg);
    let site = project.press(&engine());
    let logo = site.keys().find(|name| name.starts_with("logo-")).expect("the logo is there");
    assert_eq!(site[logo], svg.as_bytes());
    for (path, home) in [("index.html", ""), ("articles/a.html", "../"), ("dossier.html", "")] {
        let page = text(&site, path);
        for part in [
            "Published by <a href=\"https://a.example/?a=1&amp;b=2\" rel=\"noopener noreferrer external\">\
             <bdi>“N” &amp; &lt;b&gt;</bdi></a>",
            "<span dir=\"auto\">&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;</span>",
            "href=\"https://a.example/i\"",
            "href=\"https://a.example/p\"",
            "--accent:light-dark(#8a1020,#",
            "alt=\"“N” &amp; &lt;b&gt;\"",
            "width=\"3000\" height=\"1000\"",
        ] {
            assert!(page.contains(part), "{part} is not in {path}: {page}");
        }
        let (_, look) = page.split_once("<style data-publisher>").unwrap();
        let look = look.split_once("</style>").unwrap().0;
        let hash = STANDARD.encode(Sha256::digest(look));
        assert!(policy(page).contains(&format!("'sha256-{hash}'")), "{path}: {}", policy(page));
        let src = if path == "dossier.html" {
            format!("src=\"data:image/svg+xml;base64,{}\"", STANDARD.encode(svg))
        } else {
            format!("src=\"{home}{logo}\"")
        };
        assert!(page.contains(&src), "{src} is not in {path}");
        assert_eq!(page.contains("data-file="), path == "dossier.html", "{path}");
    }
    assert!(edition(&site)["files"].as_object().unwrap().contains_key(logo));
    let headers = text(&site, "_headers");
    assert!(headers.contains(&format!("/{logo}\n  Cache-Control: public, max-age=31536000")));
    // Nothing of it is left in the engine for another dossier.
    assert_eq!(self::project().press(&site), self::site());
}

/// A dossier that knows where it stands.
fn project_at(url: &str) -> Project {
    let toml = format!("title = \"“A” & </script>\"\nlanguage = \"en-GB\"\nurl = \"{url}\"\n");
    project()
        .file("dossier.toml", toml)
        .file("c.md", "---\ntitle: No date\n---\n\n“Yes,” said Émile Zola.\n")
        .file("d.md", "---\ntitle: Gone & <b>\npublished: 2021-08-17T10:30\nwithdrawn: Not <so>\n---\n\nSecret.\n")
}

/// Fails unless a document is XML as far as elements that have an end go.
#[track_caller]
fn assert_well_formed(xml: &str) {
    let mut open = Vec::new();
    let (prolog, root) = xml.split_once('\n').unwrap();
    assert_eq!(prolog, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    for part in root.split('<').skip(1) {
        let (tag, text) = part.split_once('>').expect("a tag has an end");
        assert!(
            !text.replace("&amp;", "").replace("&lt;", "").replace("&gt;", "").contains('&'),
            "{text}"
        );
        match tag.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "{xml}"),
            None => open.push(tag.split(' ').next().unwrap()),
        }
    }
    assert!(open.is_empty(), "{open:?}");
}

#[test]
fn a_site_that_knows_its_address_has_a_sitemap_and_a_feed() {
    let site = project_at("https://a.example/é/").press(&engine());
    let sitemap = text(&site, "sitemap.xml");
    assert_well_formed(sitemap);
    let addresses: Vec<&str> =
        sitemap.split("<loc>").skip(1).map(|rest| rest.split('<').next().unwrap()).collect();
    let expected = [
        "",
        "articles/b.html",
        "articles/a.html",
        "articles/c.html",
        "speakers/emile-zola.html",
        "speakers/unattributed.html",
        "speakers/index.html",
    ];
    assert_eq!(
        addresses,
        expected.map(|path| format!("https://a.example/%C3%A9/{path}")),
        "{sitemap}"
    );
    assert!(
        text(&site, "robots.txt").ends_with("\nSitemap: https://a.example/%C3%A9/sitemap.xml\n")
    );

    let feed = text(&site, "feed.xml");
    assert_well_formed(feed);
    // The newest first, and what has no date not at all.
    let ids: Vec<&str> = feed
        .split("<entry")
        .skip(1)
        .map(|entry| entry.split("<id>").nth(1).unwrap().split('<').next().unwrap())
        .collect();
    assert_eq!(
        ids,
        ["d", "a", "b"].map(|slug| format!("https://a.example/%C3%A9/articles/{slug}.html"))
    );
    for part in [
        "<title>“A” &amp; &lt;/script&gt;</title><updated>2021-08-17T10:30:00Z</updated>",
        "<title>Gone &amp; &lt;b&gt;</title>",
        "<summary xml:lang=\"en\">Withdrawn: Not &lt;so&gt;</summary>",
        "<published>2021-08-16T00:00:00Z</published>",
        "<summary xml:lang=\"en-GB\">One.</summary>",
    ] {
        assert!(feed.contains(part), "{part} is not in {feed}");
    }
    assert!(!feed.contains("Secret"));
    let described = Project::new()
        .file("dossier.toml", "title = \"T\"\nurl = \"https://a.example/\"\n")
        .file("a.md", "---\ndate: 2021-08-16\ndescription: \"What *it* <is>\"\n---\nOne.\n")
        .press(&engine());
    assert!(text(&described, "feed.xml").contains(">What it &lt;is&gt;</summary>"));
    let described = text(&described, "articles/a.html");
    for name in ["name=\"description\"", "property=\"og:description\""] {
        let meta = format!("<meta {name} content=\"What it &lt;is&gt;\">");
        assert!(described.contains(&meta), "{meta} is not in {described}");
    }

    let page = text(&site, "index.html");
    let link = "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"https://a.example/%C3%A9/feed.xml\">";
    assert!(page.contains(link), "{page}");
    let article = text(&site, "articles/a.html");
    for part in [
        "<meta property=\"article:published_time\" content=\"2021-08-16\">",
        "<meta property=\"og:locale\" content=\"en_GB\">",
        "<meta name=\"twitter:card\" content=\"summary\">",
    ] {
        assert!(article.contains(part), "{part} is not in {article}");
    }
    let listed = edition(&site);
    for name in ["sitemap.xml", "robots.txt", "feed.xml", "404.html"] {
        assert!(!listed["files"].as_object().unwrap().contains_key(name), "{name}");
    }
    assert_eq!(project().press(&site), self::site(), "none of it is left in the engine");
}

#[test]
fn a_site_without_an_address_has_neither_sitemap_nor_feed() {
    let site = site();
    for name in ["sitemap.xml", "robots.txt", "feed.xml"] {
        assert!(!site.contains_key(name), "{name}");
    }
    assert!(!text(&site, "index.html").contains("rel=\"alternate\""));
    // Nor has one whose articles have no dates a feed.
    let toml = "title = \"T\"\nurl = \"https://a.example/\"\n";
    let undated = Project::new().file("dossier.toml", toml).file("a.md", "One.\n");
    assert!(!undated.press(&engine()).contains_key("feed.xml"));
}

#[test]
fn the_front_page_begins_with_what_the_publisher_chose() {
    let settings = "title = \"T\"\n\
        [[telling]]\narticle = \"a\"\nwords = \"It is calm\"\noccurrence = 2\n\
        [[telling]]\narticle = \"b\"\nwords = \"nobody asked\"\n";
    let a = "It is calm.\n\n“It is calm,” said Ada Voss, the mayor.\n";
    let project = Project::new()
        .file("a.md", a)
        .file("b.md", "---\nlabel: B\n---\n\nBut nobody asked why.\n");
    let front = |settings: &str| {
        let site = project.clone().file("dossier.toml", settings).press(&engine());
        let page = text(&site, "index.html").to_owned();
        page.split_once("class=\"telling\"")
            .map(|(_, rest)| rest.split("</ul>").next().unwrap().to_owned())
    };
    // By rule there is nothing to show.
    assert_eq!(front("title = \"T\"\n"), None);
    let telling = front(settings).expect("the publisher chose two");
    let figures: Vec<&str> = telling.split("<figure>").skip(1).collect();
    for (figure, parts) in figures.iter().zip([
        ["Ada Voss", "“It is calm”", "articles/a.html#a-p2"],
        ["Chosen by the editors", "nobody asked", "articles/b.html#b-p1"],
    ]) {
        for part in parts {
            assert!(figure.contains(part), "{part} is not in {figure}");
        }
    }
    assert_eq!(figures.len(), 2);
}

#[test]
fn the_page_for_what_is_not_there_holds_at_any_depth() {
    let page = |site: &Files| text(site, "404.html").to_owned();
    let known = page(&project_at("https://a.example/w/").press(&engine()));
    assert!(known.contains("href=\"https://a.example/w/speakers/index.html\""), "{known}");
    assert!(page(&site()).contains("href=\"/\""));
    for page in [known, page(&site())] {
        assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"));
        assert!(page.contains("“A” &amp; &lt;/script&gt;"), "{page}");
        for relative in ["href=\"./", "href=\"..", "src=", "href=\"s"] {
            assert!(!page.contains(relative), "{relative}");
        }
        let (_, style) = page.split_once("<style>").unwrap();
        let hash = STANDARD.encode(Sha256::digest(style.split_once("</style>").unwrap().0));
        assert!(policy(&page).contains(&format!("style-src 'sha256-{hash}'")), "{page}");
    }
}

/// A PNG of 3 by 2, as far as its head, with so many bytes behind it.
fn png(len: usize, fill: u8) -> Vec<u8> {
    let head = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x03\0\0\0\x02\x08\x02\0\0\0";
    [head.as_slice(), &vec![fill; len]].concat()
}

#[test]
fn pictures_are_files_of_the_site_and_stand_in_the_edition_in_one_file() {
    let body = "One.\n\n![A \"\\<dog>\"](images/dog.png \"It's a <dog>\")\n\nTwo.\n\n![Two](images/cat.png)\n";
    let project = project_at("https://a.example/")
        .file("a.md", format!("---\ntitle: First\npublished: 2021-08-16\n---\n\n{body}"))
        .file("images/dog.png", png(10, 1))
        .file("images/cat.png", png(5_000_000, 2));
    let site = project.press(&engine());
    let names: Vec<&String> = site.keys().filter(|name| name.starts_with("images/")).collect();
    let dog = names.iter().find(|name| site[**name] == png(10, 1)).expect("it is there");
    let cat = names.iter().find(|name| site[**name] != png(10, 1)).expect("it is there");
    let page = text(&site, "articles/a.html");
    for part in [
        &format!("src=\"../{dog}\""),
        &format!("src=\"../{cat}\""),
        "alt=\"A &quot;&lt;dog&gt;&quot;\"",
        "width=\"3\" height=\"2\" loading=\"lazy\" decoding=\"async\"",
        "It's a &lt;dog&gt;</figcaption>",
        &format!("<meta property=\"og:image\" content=\"https://a.example/{dog}\">"),
        "content=\"summary_large_image\"",
    ] {
        assert!(page.contains(part), "{part} is not in {page}");
    }
    // The first ones are kept offline and inlined, up to five megabytes.
    let edition = edition(&site);
    let kept = edition["files"].as_object().unwrap();
    assert!(kept.contains_key(*dog) && !kept.contains_key(*cat));
    let one_file = text(&site, "dossier.html");
    assert!(one_file.contains(&format!("data:image/png;base64,{}", STANDARD.encode(png(10, 1)))));
    assert!(one_file.contains("[A picture: Two]") && one_file.len() < 1_000_000);
    let headers = text(&site, "_headers");
    assert!(headers.contains(&format!("/{dog}\n  Cache-Control: public, max-age=31536000")));
    assert_eq!(self::project().press(&site), self::site(), "none is left in the engine");
    // `whosaid check` says the same of them.
    let output = project.on_disk().run(&["check", ".", "--json"]);
    let summary: Value = serde_json::from_slice(&output.stdout).unwrap();
    let counts = |lens: &[usize]| json!({ "all": lens.len(), "bytes": lens.iter().sum::<usize>() });
    let (dog_len, cat_len) = (site[*dog].len(), site[*cat].len());
    assert_eq!(summary["pictures"], counts(&[dog_len, cat_len]));
    assert_eq!(summary["pictures_offline"], counts(&[dog_len]));
    // Another picture is a change of its article.
    let other = project.file("images/dog.png", png(11, 1)).press(&engine());
    assert_ne!(self::edition(&other)["articles"], edition["articles"]);
}

/// What `whosaid press` with these arguments prints on standard error; nothing where it succeeded.
fn fails(folder: &Folder, arguments: &[&str]) -> String {
    let output = folder.run(&[&["press"], arguments].concat());
    let errors = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(i32::from(!errors.is_empty())), "{errors}");
    errors
}

#[test]
fn parts_join_into_the_site_that_is_pressed_at_once() {
    let folder = folder();
    let press = |options: &[&str], out: &str| {
        let same = ["dossier", "--engine", "engine", "--no-offline", "--out", out];
        assert_eq!(fails(&folder, &[&same, options].concat()), "");
    };
    press(&[], "whole");
    for number in 1..=3 {
        press(&["--part", &format!("{number}/3")], &format!("parts/{number}"));
    }
    let n_files = |part: usize| folder.files(&format!("parts/{part}")).len();
    assert!(n_files(1) > n_files(2) && n_files(2) > 1 && n_files(3) > 1);
    assert_eq!(fails(&folder, &["--join", "parts/2", "parts/3", "parts/1", "--out", "joined"]), "");
    assert_eq!(folder.files("joined"), folder.files("whole"));

    // The parts are still there; a part and a site are replaced by others.
    press(&["--part", "2/3"], "parts/2");
    assert_eq!(fails(&folder, &["--join", "parts/1", "parts/2", "parts/3", "--out", "joined"]), "");
    assert_eq!(folder.files("joined"), folder.files("whole"));
}

#[test]
fn what_is_not_all_of_one_site_is_not_joined() {
    let folder = folder();
    let press = |part: &str, out: &str| {
        let arguments =
            ["dossier", "--engine", "engine", "--no-offline", "--part", part, "--out", out];
        assert_eq!(fails(&folder, &arguments), "");
    };
    press("1/2", "one");
    press("2/2", "two");
    let check = |parts: &[&str], expected: &str| {
        let errors = fails(&folder, &[&["--join"], parts, &["--out", "joined"]].concat());
        assert!(errors.starts_with(expected), "{errors}");
        assert!(!folder.path("joined").exists());
    };
    check(&["one"], "one: is one of 2, of which part 2 is missing; name all parts");
    let errors = fails(&folder, &["--join", "one", "two", "--out", "one"]);
    assert!(errors.starts_with("one: lies where the site is to be written; choose"), "{errors}");
    folder.write("models/part.json", "{\"weights\": 3}");
    let errors = fails(&folder, &["dossier", "--engine", "engine", "--out", "models"]);
    assert!(errors.starts_with("models: exists and is not a site made by whosaid;"), "{errors}");
    check(&["one", "two", "one"], "one: is part 1, as one is; name each part once");
    check(&["one", "dossier"], "dossier/part.json: cannot be read: ");
    folder.write("bad/part.json", "{}");
    check(&["one", "bad"], "bad/part.json: is no note of a part: missing field");
    folder.write("two/more.html", "");
    check(&["one", "two"], "two: has 3 files, and its note says 2; press this part again");
    std::fs::remove_file(folder.path("two/more.html")).unwrap();
    folder.write("dossier/a.md", "---\ntitle: Other\n---\n\nThree.\n");
    press("2/2", "two");
    check(&["one", "two"], "two: is part 2 of 2 of edition ");
}

#[test]
fn nobody_elses_file_or_folder_is_lost() {
    let folder = folder();
    folder.write("site.old/backup.txt", "precious");
    folder.write("site.new/draft.txt", "precious");
    for _ in 0..2 {
        assert_eq!(fails(&folder, &["dossier", "--engine", "engine", "--out", "site"]), "");
    }
    assert_eq!(folder.files("site.old")["backup.txt"], b"precious");
    assert_eq!(folder.files("site.new")["draft.txt"], b"precious");

    for one_file in ["dossier/dossier.toml", "dossier/a.md", "site.old/backup.txt"] {
        let before = std::fs::read(folder.path(one_file)).unwrap();
        let errors = fails(&folder, &["dossier", "--engine", "engine", "--one-file", one_file]);
        let expected = format!("{one_file}: exists and is not an edition made by whosaid; choose");
        assert!(errors.starts_with(&expected), "{errors}");
        assert_eq!(std::fs::read(folder.path(one_file)).unwrap(), before);
        // Nothing is done then, so that nothing is half done.
        let both = ["dossier", "--engine", "engine", "--out", "other", "--one-file", one_file];
        assert!(fails(&folder, &both).starts_with(&expected));
        assert!(!folder.path("other").exists());
    }
    // An older edition is replaced, and is no article where it lies in the dossier's folder.
    for _ in 0..2 {
        let arguments = ["dossier", "--engine", "engine", "--one-file", "dossier/page.html"];
        assert_eq!(fails(&folder, &arguments), "");
        assert_eq!(folder.files("dossier")["page.html"], site()["dossier.html"]);
    }
}

#[test]
fn a_folder_too_deep_to_be_read_is_named() {
    let folder = folder();
    let deep = "a/".repeat(16);
    folder.write(&format!("dossier/{deep}read.md"), "# Read\n\nText.\n");
    folder.write(&format!("dossier/{deep}a/lost.md"), "# Lost\n\nText.\n");
    let output = folder.run(&["press", "dossier", "--engine", "engine", "--out", "site"]);
    let warning = format!(
        "dossier/{deep}a/: warning: lies more than 16 folders deep, so nothing in it was read; move it up\n"
    );
    assert_eq!(String::from_utf8(output.stderr).unwrap(), warning);
    assert!(folder.path("site/articles/read.html").exists());
}

#[test]
#[cfg(unix)]
fn a_link_to_a_folder_above_adds_nothing() {
    let folder = folder();
    std::os::unix::fs::symlink(".", folder.path("dossier/self")).unwrap();
    std::fs::create_dir(folder.path("dossier/below")).unwrap();
    std::os::unix::fs::symlink("..", folder.path("dossier/below/above")).unwrap();
    assert_eq!(fails(&folder, &["dossier", "--engine", "engine", "--out", "site"]), "");
    assert_eq!(folder.files("site"), site());
}

/// The recipe in the documentation does what it says.
#[test]
#[cfg(unix)]
fn make_presses_the_parts_and_joins_them() {
    let guide = include_str!("../../docs/publishing.md");
    let (_, recipe) = guide.split_once("```make\n").unwrap();
    let (recipe, _) = recipe.split_once("```").unwrap();
    let folder = folder();
    folder.write("Makefile", recipe);
    let program = Path::new(env!("CARGO_BIN_EXE_whosaid"));
    let others = std::env::var_os("PATH").unwrap_or_default();
    let path = std::iter::once(program.parent().unwrap().to_owned());
    let path = std::env::join_paths(path.chain(std::env::split_paths(&others))).unwrap();
    let made = std::process::Command::new("make")
        .args(["--silent", "-j", "2", "N=3", "DOSSIER=dossier --engine engine --no-offline"])
        .current_dir(folder.path("."))
        .env("PATH", path)
        .output()
        .expect("GNU make is there");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let whole = ["dossier", "--engine", "engine", "--no-offline", "--out", "whole"];
    assert_eq!(fails(&folder, &whole), "");
    assert_eq!(folder.files("site"), folder.files("whole"));
}
