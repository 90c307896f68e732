//! `whosaid index`: the page over several sites.

use whosaid::pack::VERSION;

use crate::support::{Files, Folder, Project, check_lines, engine};

/// A site of one quotation on that day, or without a date.
fn site(title: &str, published: Option<&str>) -> Files {
    let published = published.map(|day| format!("published: {day}\n")).unwrap_or_default();
    let article = format!(
        "---\ntitle: A\noutlet: The Times\n{published}---\n\n“It is calm,” said Ada Voss, the mayor.\n"
    );
    let title = serde_json::to_string(title).unwrap();
    let settings = format!("title = {title}\nstandfirst = \"On {{}} & <b>.\"\nlanguage = \"en\"\n");
    Project::new().file("dossier.toml", settings).file("a.md", article).press(&engine())
}

/// A folder of these sites by their names, below `sites`.
fn folder(sites: &[(&str, Files)]) -> Folder {
    let folder = Folder::new();
    for (name, files) in sites {
        folder.write_all(&format!("sites/{name}"), files);
    }
    folder
}

/// Runs `whosaid index sites`; holds its errors and warnings against the starts of the lines `expected`, and its
/// exit code against `code`. The page, where there is one now.
#[track_caller]
fn run(folder: &Folder, options: &[&str], code: i32, expected: &[&str]) -> Option<String> {
    let output = folder.run(&[&["index", "sites"], options].concat());
    let errors = String::from_utf8(output.stderr).unwrap().replace('\\', "/");
    check_lines(&errors.lines().collect::<Vec<_>>(), expected);
    assert_eq!(output.status.code(), Some(code));
    assert_eq!(output.stdout.is_empty(), code != 0);
    std::fs::read_to_string(folder.path("sites/index.html")).ok()
}

/// What stands between two texts, each time.
fn between<'p>(page: &'p str, start: &str, end: &str) -> Vec<&'p str> {
    page.split(start).skip(1).filter_map(|rest| Some(rest.split_once(end)?.0)).collect()
}

/// Where the titles lead.
fn links(page: &str) -> Vec<&str> {
    between(page, " dir=\"ltr\"><a href=\"", "\"")
}

/// The name of the wasm of a site.
fn wasm_name(site: &Files) -> String {
    site.keys().find(|name| name.ends_with("_bg.wasm")).unwrap().clone()
}

/// The site with the byte of its pack at that place changed.
fn with_byte(mut site: Files, at: usize, byte: u8) -> Files {
    let wasm = site.get_mut(&wasm_name(&site)).unwrap();
    let pack = wasm.windows(8).position(|bytes| bytes == b"WHOSAID\n").unwrap();
    wasm[pack + at] = byte;
    site
}

#[test]
fn sites_are_listed_newest_first() {
    let folder = folder(&[
        ("a", site("Undated", None)),
        ("b", site("Older", Some("2021-08-16"))),
        ("c d", site("Newer", Some("2021-08-17T21:40"))),
    ]);
    // Neither is a site.
    folder.write("sites/images/a.svg", "<svg/>");
    folder.write("sites/other/index.html", "<title>Other</title>");
    folder.write("sites/.hidden/index.html", "");
    let page = run(&folder, &[], 0, &[]).unwrap();
    assert_eq!(links(&page), ["c%20d/", "b/", "a/"]);
    let dates = between(&page, "<p class=\"when\">", "</p>");
    assert_eq!(dates, ["17\u{a0}August\u{a0}2021", "16\u{a0}August\u{a0}2021", "No date"]);
    assert!(page.contains("<title>Dossiers</title>"), "{page}");
    let summary = "Who said what in 3 articles of 1 outlet: 3 dossiers with 3 quotations.";
    assert_eq!(page.matches(summary).count(), 2, "{page}");
    for (part, n_sites) in [
        ("<h2 lang=\"en\" dir=\"ltr\"><a href=", 3),
        (">On {} &amp; &lt;b&gt;.</p>", 3),
        ("<dt>Articles</dt><dd>1</dd>", 3),
        ("/speakers/index.html\">1 speaker</a></dd>", 3),
        ("<bdi>The Times</bdi>", 3),
        ("<script", 0),
    ] {
        assert_eq!(page.matches(part).count(), n_sites, "{part} in {page}");
    }
    let output = folder.run(&["index", "sites"]);
    let summary = String::from_utf8(output.stdout).unwrap().replace('\\', "/");
    assert_eq!(summary, "sites/index.html: 3 sites, 3 articles, 3 quotations\n");
}

#[test]
fn two_runs_are_identical() {
    let sites = [("a", site("A", None)), ("b", site("B", Some("2021-08-16")))];
    let one = folder(&sites);
    let page = run(&one, &["--title", "All"], 0, &[]);
    // Now over its own page.
    assert_eq!(run(&one, &["--title", "All"], 0, &[]), page);
    let [a, b] = sites;
    assert_eq!(run(&folder(&[b, a]), &["--title", "All"], 0, &[]), page);
    assert_eq!(one.files("sites").keys().filter(|path| !path.contains('/')).count(), 1);
}

#[test]
fn the_policy_allows_its_own_style_sheet_alone() {
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD;
    use sha2::{Digest, Sha256};

    let page = run(&folder(&[("a", site("A", None))]), &[], 0, &[]).unwrap();
    let styles = between(&page, "<style>", "</style>");
    let hash = STANDARD.encode(Sha256::digest(styles[0]));
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{hash}'; img-src data:; base-uri 'none'; form-action 'none'"
    );
    assert_eq!(
        (styles.len(), between(&page, "Content-Security-Policy\" content=\"", "\"")),
        (1, vec![&*policy])
    );
    assert!(!page.contains(" style="), "{page}");
}

#[test]
fn the_publisher_of_all_sites_stands_at_the_head_in_their_colour() {
    let site = |accent: &str| {
        let settings =
            format!("title = \"T\"\n[publisher]\nname = \"The Post\"\naccent = \"{accent}\"\n");
        let project = Project::new().file("dossier.toml", settings);
        project.file("a.md", "---\ntitle: A\n---\n\nRain.\n").press(&engine())
    };
    let page =
        run(&folder(&[("a", site("#8a1020")), ("b", site("#8a1020"))]), &[], 0, &[]).unwrap();
    assert!(page.contains("<p class=\"wordmark\"><bdi>The Post</bdi></p>"), "{page}");
    assert!(page.contains("Published by <bdi>The Post</bdi>"), "{page}");
    assert!(page.contains("--accent:light-dark(#8a1020,"), "{page}");
    let page =
        run(&folder(&[("a", site("#8a1020")), ("b", site("#105010"))]), &[], 0, &[]).unwrap();
    assert!(page.contains("The Post") && !page.contains("#8a1020"), "{page}");
}

#[test]
fn hostile_texts_are_text() {
    let title = "</title><script>a()</script>\" onload=x_bg.wasm '/y_bg.wasm'";
    let folder = folder(&[("a", site(title, None))]);
    let page = run(&folder, &["--title", "</h1><img src=x> & \"more\""], 0, &[]).unwrap();
    assert!(!page.contains("<script") && !page.contains("<img"), "{page}");
    assert!(
        page.contains(">&lt;/title&gt;&lt;script&gt;a()&lt;/script&gt;&quot; onload="),
        "{page}"
    );
    let title = "&lt;/h1&gt;&lt;img src=x&gt; &amp; &quot;more&quot;";
    assert!(page.contains(&format!("<title>{title}</title>")), "{page}");
    assert!(page.contains(&format!(" dir=\"auto\">{title}</h1>")), "{page}");
}

#[test]
fn withdrawn_articles_do_not_count() {
    let project = Project::new()
        .file("a.md", "---\ntitle: A\npublished: 2021-08-16\n---\n\n“It is calm,” said Ada Voss, the mayor.\n")
        .file(
            "b.md",
            "---\ntitle: “It is calm,” said Eve Roe\noutlet: The Post\npublished: 2022-08-16\nwithdrawn: It was made up.\n---\n\n“No,” said Eve Roe, the clerk.\n",
        );
    let folder = folder(&[("a", project.press(&engine()))]);
    let page = run(&folder, &[], 0, &[]).unwrap();
    assert!(page.contains("<dt>Articles</dt><dd>1</dd>"), "{page}");
    assert!(
        page.contains(
            "<dt>Quotations</dt><dd>1 by <a href=\"a/speakers/index.html\">1 speaker</a></dd>"
        ),
        "{page}"
    );
    assert!(page.contains("<p class=\"when\">16\u{a0}August\u{a0}2021</p>"), "{page}");
    assert!(!page.contains("The Post"), "{page}");
}

#[test]
fn a_page_of_others_stays() {
    let folder = folder(&[("a", site("A", None))]);
    let theirs = "<meta name=\"generator\" content=\"Hugo\"><p>whosaid index</p>";
    folder.write("sites/index.html", theirs);
    let refused =
        &["sites/index.html: exists and was not written by `whosaid index`; move it away"];
    assert_eq!(run(&folder, &[], 1, refused).unwrap(), theirs);
    // A site of one dossier least of all.
    let site = folder.run(&["index", "sites/a"]);
    assert_eq!(site.status.code(), Some(1));
}

#[test]
fn a_broken_site_is_named_and_left_out() {
    let good = site("Good", None);
    let mut without_wasm = good.clone();
    let name = wasm_name(&good);
    without_wasm.remove(&name);
    let mut cut_off = good.clone();
    cut_off.get_mut(&name).unwrap().pop();
    let folder = folder(&[
        ("a", without_wasm),
        ("b", cut_off),
        ("c", with_byte(good.clone(), 200, b'?')),
        ("d", with_byte(good.clone(), 8, VERSION as u8 + 1)),
        ("e", with_byte(good.clone(), 8, VERSION as u8 - 1)),
        ("f", engine()),
        ("g", good.clone()),
        // What an interrupted press leaves behind is hidden.
        (".whosaid-old-g", good),
    ]);
    let newer = format!(
        "warning: holds a dossier of format {}, and this whosaid reads {VERSION}, so the site is left out; install",
        VERSION + 1
    );
    let older = format!(
        "warning: holds a dossier of format {}, and this whosaid reads {VERSION}, so the site is left out; press",
        VERSION - 1
    );
    let expected = [
        format!("sites/a/{name}: warning: cannot be read, and holds the site's dossier: "),
        format!("sites/b/{name}: warning: is not sound wasm: "),
        format!(
            "sites/c/{name}: warning: holds a dossier that is damaged, so the site is left out; press"
        ),
        format!("sites/d/{name}: {newer}"),
        format!("sites/e/{name}: {older}"),
        "sites/f/reader-0_bg.wasm: warning: holds no dossier, so the site is left out; press"
            .to_owned(),
    ];
    let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
    let page = run(&folder, &[], 0, &expected).unwrap();
    assert_eq!(links(&page), ["g/"]);
}

#[test]
fn a_folder_without_sites_is_a_clear_error() {
    let folder = Folder::new();
    let missing = &["sites: cannot be read: "];
    assert_eq!(run(&folder, &[], 1, missing), None);
    folder.write("sites/a.txt", "");
    let none = "sites: has no site right below it that can be listed; press one into it with";
    assert_eq!(run(&folder, &[], 1, &[none]), None);
    folder.write_all("sites/engine", &engine());
    let broken =
        "sites/engine/reader-0_bg.wasm: warning: holds no dossier, so the site is left out";
    assert_eq!(run(&folder, &[], 1, &[none, broken]), None);
    // What clap says is not of the form of a fault.
    assert_eq!(folder.run(&["index"]).status.code(), Some(2));
    assert_eq!(folder.run(&["index", "sites", "--title", " "]).status.code(), Some(2));
}
