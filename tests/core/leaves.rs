//! The pages of their own that a large dossier has beside its front page.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const N_ARTICLES: usize = 160;

const SHELL: &str = "<!doctype html><html lang=\"en\"><head><!-- whosaid:head --><!-- /whosaid:head -->\
    <style>p{}</style>\
    <script type=\"module\">\nimport init from './reader-1.js'; init('./reader-1_bg.wasm')</script></head>\
    <body><div id=\"reader\"><!-- whosaid:page --><!-- /whosaid:page --></div>\
    <footer id=\"site-foot\"><!-- whosaid:foot --><!-- /whosaid:foot --></footer></body></html>";

/// A folder of that name with the engine, and a dossier of short articles.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    for part in ["engine", "dossier"] {
        fs::create_dir_all(folder.join(part)).unwrap();
    }
    let write = |name: &str, content: &[u8]| fs::write(folder.join(name), content).unwrap();
    write("engine/index.html", SHELL.as_bytes());
    write("engine/reader-1.js", b"const i = 0; export {i as default};");
    write("engine/worker.js", b"0;");
    write("engine/icon.svg", b"<svg/>");
    write("engine/reader-1_bg.wasm", b"\0asm\x01\0\0\0");
    write("dossier/dossier.toml", b"title = \"Weather\"\nlanguage = \"en\"\n");
    for number in 0..N_ARTICLES {
        let article = format!(
            "---\ntitle: Day {number}\n---\n\n“It is calm on day {number},” said Ada Voss, the mayor.\n\nNobody left.\n"
        );
        write(&format!("dossier/day-{number}.md"), article.as_bytes());
    }
    folder
}

fn press(folder: &Path, engine: &str, site: &str) {
    let program = env!("CARGO_BIN_EXE_whosaid");
    let args = ["press", "dossier", "--engine", engine, "--out", site];
    let output = Command::new(program).args(args).current_dir(folder).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// All pages of a site by their paths.
fn pages(site: &Path) -> BTreeMap<String, String> {
    let mut pages = BTreeMap::new();
    for part in ["", "articles/", "list/", "speakers/"] {
        for entry in fs::read_dir(site.join(part)).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            if name.ends_with(".html") && name != "dossier.html" {
                let path = format!("{part}{name}");
                pages.insert(path.clone(), fs::read_to_string(site.join(path)).unwrap());
            }
        }
    }
    pages
}

/// The values of an attribute in a page.
fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    let open = format!(" {attribute}=\"");
    page.split(&open).skip(1).filter_map(|rest| Some(rest.split_once('"')?.0)).collect()
}

#[test]
fn every_article_has_a_page_and_every_link_arrives() {
    let folder = folder("leaves");
    press(&folder, "engine", "site");
    let pages = pages(&folder.join("site"));
    assert_eq!(pages.keys().filter(|path| path.starts_with("articles/")).count(), N_ARTICLES);

    let article = &pages["articles/day-7.html"];
    for part in [
        "<article id=\"day-7\" data-article=\"day-7\"",
        "id=\"day-7-p1\"",
        "class=\"quotation\" data-speaker=\"ada-voss\" data-kind=\"direct\"",
        "href=\"../?article=day-7\"",
    ] {
        assert!(article.contains(part), "{part} is not in {article}");
    }
    // A front page does not grow with the dossier.
    assert_eq!(pages["index.html"].matches("class=\"article-card\"").count(), 50);
    assert!(!pages["index.html"].contains("<article"));

    let mut reached = BTreeSet::from(["index.html".to_owned()]);
    for (path, page) in &pages {
        assert!(path == "index.html" || !page.contains("<script"), "{path}");
        let ids: Vec<&str> = values(page, "id");
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "ids of {path}");
        for link in values(page, "href") {
            // To the reader, which takes any query, or to a file beside the pages.
            if link.contains('?') || !link.contains(".html") || link.contains("dossier.html") {
                continue;
            }
            let (target, fragment) = link.split_once('#').unwrap_or((link, ""));
            let target = match (target.strip_prefix("../"), path.rsplit_once('/')) {
                (Some(target), _) => target.to_owned(),
                (None, Some((folder, _))) => format!("{folder}/{target}"),
                (None, None) => target.to_owned(),
            };
            let there = pages.get(&target).unwrap_or_else(|| panic!("{link} in {path}"));
            assert!(fragment.is_empty() || values(there, "id").contains(&fragment), "{link}");
            reached.insert(target);
        }
    }
    assert_eq!(reached.len(), pages.len(), "every page can be reached by links");
}

#[test]
fn a_large_site_is_an_engine_for_another_dossier() {
    let folder = folder("leaves-again");
    press(&folder, "engine", "site");
    for number in 100..N_ARTICLES {
        fs::remove_file(folder.join(format!("dossier/day-{number}.md"))).unwrap();
    }
    press(&folder, "engine", "small");
    press(&folder, "site", "again");
    assert!(!folder.join("again/articles").exists(), "leaves of the other dossier");
    let page = |site: &str| fs::read_to_string(folder.join(site).join("index.html")).unwrap();
    assert_eq!(page("again"), page("small"));
    assert_eq!(page("small").matches("<article ").count(), 100);
}
