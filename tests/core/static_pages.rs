//! The pages that a site has beside its front page: of articles, of speakers, and of long lists.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::{Files, Folder, Project, engine};

const N_ARTICLES: usize = 160;

/// A dossier of short articles.
fn weather(n_articles: usize) -> Project {
    let settings = "title = \"Weather\"\nlanguage = \"en\"\n";
    (0..n_articles).fold(Project::new().file("dossier.toml", settings), |project, number| {
        let article = format!(
            "---\ntitle: Day {number}\n---\n\n“It is calm on day {number},” said Ada Voss, the mayor.\n\nNobody left.\n"
        );
        project.file(&format!("day-{number}.md"), article)
    })
}

/// All pages of a site by their paths.
fn pages(site: &Files) -> BTreeMap<&str, &str> {
    site.iter()
        .filter(|(path, _)| path.ends_with(".html"))
        // Neither is a page of the app.
        .filter(|(path, _)| !["404.html", "dossier.html"].contains(&path.as_str()))
        .map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).unwrap()))
        .collect()
}

/// The values of an attribute in a page.
fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    let open = format!(" {attribute}=\"");
    page.split(&open).skip(1).filter_map(|rest| Some(rest.split_once('"')?.0)).collect()
}

#[test]
fn every_page_is_there_and_every_link_arrives() {
    for n_articles in [5, N_ARTICLES] {
        let site = weather(n_articles).press(&engine());
        let pages = pages(&site);
        let n_in = |folder: &str| pages.keys().filter(|path| path.starts_with(folder)).count();
        assert_eq!(n_in("articles/"), n_articles);
        // The one speaker, nobody, and the index.
        assert_eq!(n_in("speakers/"), 3);
        assert_eq!(n_in("list/"), n_articles.div_ceil(50) - 1);

        let article = pages["articles/day-4.html"];
        for part in [
            "<article id=\"day-4\" data-article=\"day-4\"",
            "id=\"day-4-p1\"",
            "data-speaker=\"ada-voss\" data-kind=\"direct\" class=\"quotation\"",
            "<title>Day 4 – Weather</title>",
            "\"@type\":\"NewsArticle\"",
            "href=\"../icon.svg\"",
            "from '../reader-0.js'",
        ] {
            assert!(article.contains(part), "{part} is not in {article}");
        }
        // A front page does not grow with the dossier.
        let n_cards = pages["index.html"].matches("class=\"article-card\"").count();
        assert_eq!(n_cards, n_articles.min(50));
        assert!(!pages["index.html"].contains("<article"));

        let mut reached = BTreeSet::from(["index.html".to_owned()]);
        for (path, page) in &pages {
            let ids: Vec<&str> = values(page, "id");
            assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "ids of {path}");
            for link in values(page, "href") {
                let is_page = link.ends_with('/') || link.contains(".html") || link.contains('#');
                if !is_page || link.contains("dossier.html") {
                    continue;
                }
                let (target, fragment) = link.split_once('#').unwrap_or((link, ""));
                // The reader takes any query.
                let target = target.split('?').next().unwrap_or_default();
                let target = match (target, target.strip_prefix("../")) {
                    ("", _) => (*path).to_owned(),
                    ("./" | "../", _) => "index.html".to_owned(),
                    (_, Some(target)) => target.to_owned(),
                    (target, None) => target.to_owned(),
                };
                let there =
                    pages.get(target.as_str()).unwrap_or_else(|| panic!("{link} in {path}"));
                assert!(fragment.is_empty() || values(there, "id").contains(&fragment), "{link}");
                reached.insert(target);
            }
        }
        assert_eq!(reached.len(), pages.len(), "every page can be reached by links");
    }
}

#[test]
fn a_large_site_is_an_engine_for_another_dossier() {
    let site = weather(N_ARTICLES).press(&engine());
    let small = weather(4);
    let again = small.press(&site);
    assert_eq!(again.keys().filter(|path| path.starts_with("articles/")).count(), 4);
    assert_eq!(again, small.press(&engine()));
}

#[test]
fn the_pages_of_a_large_site_share_their_styles_and_script() {
    let site = weather(N_ARTICLES).press(&engine());
    let linked: Vec<&str> =
        site.keys().map(String::as_str).filter(|path| path.starts_with("page-")).collect();
    let kinds: BTreeSet<_> = linked.iter().filter_map(|name| name.rsplit('.').next()).collect();
    assert_eq!(kinds, ["css", "js"].into());
    assert_eq!(linked.len(), 2, "{linked:?}");
    let pages = pages(&site);
    assert!(pages["index.html"].contains("<style>"), "the front page is painted by one request");
    for (path, page) in pages.iter().filter(|(path, _)| path.contains('/')) {
        assert!(!page.contains("<style>"), "{path}");
        for name in &linked {
            assert!(page.contains(&format!("\"../{name}\"")), "{path} does not load {name}");
        }
    }
    // The worker keeps none of these pages, so it needs none of this.
    let worker = String::from_utf8(site["worker.js"].clone()).unwrap();
    assert!(!worker.contains("page-"));
    let small = weather(4).press(&engine());
    assert!(small.keys().all(|path| !path.starts_with("page-")));
}

#[test]
fn a_page_says_where_it_stands() {
    let project = weather(2).file(
        "dossier.toml",
        "title = \"Weather\"\nlanguage = \"ar\"\nurl = \"https://a.example/w/\"\n",
    );
    let site = project.press(&engine());
    let page = pages(&site)["articles/day-1.html"];
    for part in [
        "<link rel=\"canonical\" href=\"https://a.example/w/articles/day-1.html\">",
        "<meta property=\"og:type\" content=\"article\">",
        "<meta property=\"og:url\" content=\"https://a.example/w/articles/day-1.html\">",
        "<meta name=\"description\" content=\"1 quotation.\">",
        // The words of the interface stay what they are.
        "lang=\"en\" dir=\"rtl\"",
        "data-page=\"articles/day-1.html\"",
        "<article id=\"day-1\" data-article=\"day-1\" lang=\"ar\"",
    ] {
        assert!(page.contains(part), "{part} is not in {page}");
    }
    // In an article that is read, with who spoke.
    let site = weather(2).press(&engine());
    let description = "<meta name=\"description\" content=\"1 quotation, by Ada Voss.\">";
    assert!(pages(&site)["articles/day-1.html"].contains(description));
}

#[test]
fn a_page_is_drawn_alike_each_time() {
    let site = weather(3).press(&engine());
    assert_eq!(weather(3).press(&engine()), site);
}

#[test]
fn on_disk_a_site_has_the_same_files() {
    let project = weather(N_ARTICLES);
    let folder = Folder::new();
    folder.write_all("dossier", &project.files);
    folder.write_all("engine", &engine());
    let output = folder.run(&["press", "dossier", "--engine", "engine", "--out", "site"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let site = project.press(&engine());
    let summary = format!("160 quotations by 1 speaker, {} files\n", site.len());
    assert!(String::from_utf8(output.stdout).unwrap().ends_with(&summary), "{summary}");
    assert!(folder.files("site") == site, "the files differ");
    // A site that is replaced leaves nothing behind.
    folder.write_all("small", &weather(1).files);
    let output = folder.run(&["press", "small", "--engine", "site", "--out", "site"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(folder.files("site") == weather(1).press(&engine()), "the files differ");
}

#[test]
fn the_rights_in_an_article_stand_below_it() {
    let article = "---\ntitle: A\ncopyright: © 2021 <O>\ncredit: javascript:alert(1)\nlicence: CC-BY-4.0\n---\n\nBody.\n";
    let site = weather(1).file("a.md", article).press(&engine());
    let page = pages(&site)["articles/a.html"];
    for part in [
        "© 2021 &lt;O&gt;</span>",
        ">javascript:alert(1)</span>",
        "href=\"https://creativecommons.org/licenses/by/4.0/\"",
        "\"license\":\"https://creativecommons.org/licenses/by/4.0/\"",
        "\"copyrightNotice\":\"© 2021 \\u003cO>\"",
        "\"creditText\":\"javascript:alert(1)\"",
    ] {
        assert!(page.contains(part), "{part} is not in {page}");
    }
    assert!(!pages(&site)["articles/day-0.html"].contains("class=\"rights\""));
}

#[test]
fn the_text_of_a_withdrawn_article_is_in_no_file() {
    let withdrawn = "---\ntitle: The vote\noutlet: Daily\npublished: 2021-08-16\nwithdrawn: 'Not so <b>'\n---\n\n\
                     “Quorlish words,” said Ada Voss. “It is calm on day 0,” said Bob Zmrzlik.\n";
    for n_articles in [3, N_ARTICLES] {
        let project = weather(n_articles).file("vote.md", withdrawn);
        let site = project.press(&engine());
        for (path, bytes) in &site {
            let text = String::from_utf8_lossy(bytes).to_lowercase();
            for word in ["quorlish", "zmrzlik"] {
                assert!(!text.contains(word), "{word} is in {path}");
            }
        }
        // One with the text has them in more files than one.
        let there = project.file("vote.md", withdrawn.replace("withdrawn", "credit"));
        let there = there.press(&engine());
        let has_word = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains("Quorlish");
        assert!(there.values().filter(|bytes| has_word(bytes)).count() > 1);

        let pages = pages(&site);
        let page = pages["articles/vote.html"];
        for part in [
            "<meta name=\"robots\" content=\"noindex\">",
            "<meta name=\"description\" content=\"Withdrawn: Not so &lt;b&gt;\">",
            "Not so &lt;b&gt;",
            ">Daily<",
            "16 August 2021",
        ] {
            assert!(page.contains(part), "{part} is not in {page}");
        }
        assert!(!page.contains("NewsArticle") && !page.contains("class=\"quotation\""));
        assert!(!pages["articles/day-1.html"].contains("noindex"));
        let list = pages
            .iter()
            .find(|(_, page)| page.contains("article-card") && page.contains("The vote"));
        assert!(list.is_some_and(|(_, page)| page.contains("<strong>Withdrawn</strong>")));
        let worker = String::from_utf8(site["worker.js"].clone()).unwrap();
        assert!(worker.lines().next().unwrap().ends_with("\"withdrawn\":[\"vote\"]}"));
    }
}
