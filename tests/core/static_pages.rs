//! The pages of their own that a large dossier has beside its front page.

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
        .filter(|(path, _)| path.ends_with(".html") && *path != "dossier.html")
        .map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).unwrap()))
        .collect()
}

/// The values of an attribute in a page.
fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    let open = format!(" {attribute}=\"");
    page.split(&open).skip(1).filter_map(|rest| Some(rest.split_once('"')?.0)).collect()
}

#[test]
fn every_article_has_a_page_and_every_link_arrives() {
    let site = weather(N_ARTICLES).press(&engine(), true);
    let pages = pages(&site);
    assert_eq!(pages.keys().filter(|path| path.starts_with("articles/")).count(), N_ARTICLES);

    let article = pages["articles/day-7.html"];
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
        assert!(*path == "index.html" || !page.contains("<script"), "{path}");
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
            let there = pages.get(target.as_str()).unwrap_or_else(|| panic!("{link} in {path}"));
            assert!(fragment.is_empty() || values(there, "id").contains(&fragment), "{link}");
            reached.insert(target);
        }
    }
    assert_eq!(reached.len(), pages.len(), "every page can be reached by links");
}

#[test]
fn a_large_site_is_an_engine_for_another_dossier() {
    let site = weather(N_ARTICLES).press(&engine(), true);
    let small = weather(100);
    let again = small.press(&site, true);
    let is_of_the_other = |path: &&String| path.starts_with("articles/");
    assert_eq!(again.keys().find(is_of_the_other), None, "pages of the other dossier");
    assert_eq!(again["index.html"], small.press(&engine(), true)["index.html"]);
    assert_eq!(pages(&again)["index.html"].matches("<article ").count(), 100);
}

#[test]
fn on_disk_a_site_has_the_same_files() {
    let project = weather(N_ARTICLES);
    let folder = Folder::new();
    folder.write_all("dossier", &project.files);
    folder.write_all("engine", &engine());
    let output = folder.run(&["press", "dossier", "--engine", "engine", "--out", "site"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let site = project.press(&engine(), true);
    let summary = format!("160 quotations by 1 speaker, {} files\n", site.len());
    assert!(String::from_utf8(output.stdout).unwrap().ends_with(&summary), "{summary}");
    assert!(folder.files("site") == site, "the files differ");
    // A site that is replaced leaves nothing behind.
    folder.write_all("small", &weather(1).files);
    let output = folder.run(&["press", "small", "--engine", "site", "--out", "site"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(folder.files("site") == weather(1).press(&engine(), true), "the files differ");
}
