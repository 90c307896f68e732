//! Folders as generators of sites, note books, exporters and extractors of text leave them go in as they are.
//! Each is of our own writing, in the shape of one of them.

use whosaid::article::Article;
use whosaid::host_look::Colour;
use whosaid::source::{Colophon, Faulty};

use crate::support::{Folder, Project, check_lines};

/// Holds the articles of a folder, each as its slug, title, outlet, authors, date, address and paragraphs,
/// against `expected`, and the warnings against the starts of lines.
#[track_caller]
fn check(files: &[(&str, &str)], expected: &str, warnings: &[&str]) {
    let mut project = Project::empty();
    for (name, text) in files {
        project = project.file(name, text);
    }
    let source = match project.read_as("folder", Faulty::Refused) {
        Ok(source) => source,
        Err(faults) => panic!("{:?}", faults.errors),
    };
    let articles: Vec<String> = source.articles.iter().map(printed).collect();
    assert_eq!(articles.join("\n"), expected.trim_start());
    let lines: Vec<String> = source.warnings.iter().map(ToString::to_string).collect();
    check_lines(&lines, warnings);
}

fn printed(article: &Article) -> String {
    let byline = &article.byline;
    let said = |text: &Option<String>| text.clone().unwrap_or_else(|| "–".to_owned());
    let mut printed = format!(
        "{} | {} | {} | {} | {} | {}\n",
        article.slug,
        article.headline().unwrap_or("–"),
        said(&byline.outlet),
        byline.authors.join(", "),
        said(&byline.published),
        said(&byline.url),
    );
    for number in 1..article.paragraphs.len() {
        printed += &format!("  {}\n", article.paragraph_text(number));
    }
    printed
}

#[test]
fn jekyll() {
    check(
        &[
            ("_config.yml", "title: Town notes\n"),
            (
                "_posts/2021-08-16-bridge-shut.markdown",
                "---\nlayout: post\ntitle: \"Bridge shut: what now?\"\nauthor: Ada Roe\n\
                 categories: [town, roads]\n---\n{% include toc.html %}\n\
                 The bridge is shut, see [all posts]({{ site.baseurl }}/posts).\n{: .lead}\n\n\
                 {% comment %}ask the mayor{% endcomment %}\n\"We go round,\" said Ben Voss.\n",
            ),
            (
                "_posts/2021-08-17-open.md",
                "---\nlayout: post\ntitle: Open\ndate: 2021-08-17 09:30:00 +0200\n---\nIt is open.\n",
            ),
            ("_drafts/later.md", "---\ntitle: Later\npublished: false\n---\nNot yet.\n"),
            ("assets/a.scss", "---\n---\n"),
        ],
        "
2021-08-16-bridge-shut | Bridge shut: what now? | – | Ada Roe | 2021-08-16 | –
  The bridge is shut, see all posts.
  \"We go round,\" said Ben Voss.

2021-08-17-open | Open | – |  | 2021-08-17T09:30 | –
  It is open.
",
        &[
            ".: fields of front matter that are not used: `layout` (2 articles), `categories` (1 article)",
            ".: left out: 1 draft",
            ".: not read: assets/a.scss, _config.yml",
            "_posts/2021-08-16-bridge-shut.markdown:7: template code is left out, here and in 1 more",
            "_posts/2021-08-16-bridge-shut.markdown:8: the link to “/posts” is shown as words alone",
            "_posts/2021-08-16-bridge-shut.markdown:9: attributes of a layout are left out",
            "_posts/2021-08-16-bridge-shut.markdown:11: comments are left out",
        ],
    );
}

#[test]
fn hugo() {
    check(
        &[
            ("content/news/_index.md", "---\ntitle: News\n---\n"),
            (
                "content/news/bridge/index.md",
                "+++\ntitle = \"Bridge shut\"\ndate = 2024-05-01T08:00:00+02:00\nauthors = [\"Ada Roe\"]\n\
                 tags = [\"a\"]\nurl = \"/news/bridge/\"\n[params]\nsource = \"The Post\"\n+++\n\n\
                 {{< figure src=\"a.jpg\" alt=\"The mayor opens the new bridge\" >}}\n\n\
                 It is shut.{{% note %}}Not for long.{{% /note %}}\n\n<!--more-->\n\nMore.\n",
            ),
            ("content/news/old.md", "{\n  \"title\": \"Old\",\n  \"draft\": false\n}\nOld news.\n"),
        ],
        "
bridge | Bridge shut | The Post | Ada Roe | 2024-05-01T08:00 | –
  It is shut.Not for long.
  More.

old | Old | – |  | – | –
  Old news.
",
        &[
            ".: fields of front matter that are not used: `tags` (1 article)",
            "content/news/bridge/index.md:6: `url` is “/news/bridge/”, which is not a web address",
            "content/news/bridge/index.md:11: template code is left out, here and in 2 more places",
            "content/news/bridge/index.md:15: comments are left out",
        ],
    );
}

#[test]
fn languages_in_names_of_files() {
    let text =
        "Die Brücke ist gesperrt, und alle müssen außen herum fahren, sagte die Bürgermeisterin.\n";
    let project = Project::empty()
        .file(
            "content/bridge.en.md",
            "It is shut, and all of them have to go round by the other road.\n",
        )
        .file("content/bridge.de.md", text)
        .file(
            "content/vote/index.md",
            "They vote on the bridge and on the road that leads to it.\n",
        )
        .file("content/vote/index.de.md", text)
        .file("content/x.de.md", format!("---\nlang: de-AT\n---\n{text}"))
        .file(
            "content/crates.io-incident.md",
            "There was an incident with the bridge and with the road that leads to it.\n",
        );
    let source = project.read_as("folder", Faulty::Refused).unwrap();
    let articles = source.articles.iter();
    let found: Vec<_> =
        articles.map(|a| (a.slug.as_str(), a.byline.language.as_deref().unwrap_or("–"))).collect();
    let expected = [
        ("bridge-de", "de"),
        ("bridge-en", "en"),
        ("crates-io-incident", "en"),
        ("vote-de", "de"),
        ("vote", "en"),
        ("x-de", "de-AT"),
    ];
    assert_eq!(found, expected);
    assert!(source.warnings.is_empty(), "{:?}", source.warnings);
}

#[test]
fn zola() {
    check(
        &[(
            "content/2024/first.md",
            "+++\ntitle = \"First\"\ndate = 2024-05-01\n[taxonomies]\ntags = [\"a\"]\n\
             authors = [\"Ada Roe\", \"Ben Voss\"]\n[extra]\ncanonical_url = \"https://example.org/first\"\n\
             +++\n\n{{ youtube(id=\"a\") }}\n\n{% quote(by=\"B\") %}\nWe go.\n{% end %}\n",
        )],
        "
first | First | – | Ada Roe, Ben Voss | 2024-05-01 | https://example.org/first
  We go.
",
        &[
            ".: fields of front matter that are not used: `tags`",
            "content/2024/first.md:11: template code is left out, here and in 2 more places",
        ],
    );
}

#[test]
fn eleventy() {
    check(
        &[
            (
                "posts/a post.md",
                "---\ntitle: Mayor: we go\ndate: 2024-05-01\ntags:\n  - posts\neleventyExcludeFromCollections: \
                 false\n---\n{% image \"a.jpg\", \"alt\" %}\nWe {{ verb }} go.\n",
            ),
            ("posts/posts.11tydata.js", "export default {};"),
        ],
        "
a-post | Mayor: we go | – |  | 2024-05-01 | –
  We go.
",
        &[
            ".: fields of front matter that are not used: `eleventyExcludeFromCollections` (1 article)",
            ".: not read: posts/posts.11tydata.js",
            "posts/a post.md:2: the front matter is not YAML",
            "posts/a post.md:8: template code is left out, here and in 1 more",
        ],
    );
}

#[test]
fn front_matter_that_is_not_yaml_keeps_its_lists() {
    check(
        &[(
            "posts/a.md",
            "---\ntitle: Mayor: we go\nauthors: [Ada Roe, \"Ben Voss\"]\n---\nWe go.\n",
        )],
        "
a | Mayor: we go | – | Ada Roe, Ben Voss | – | –
  We go.
",
        &["posts/a.md:2: the front matter is not YAML"],
    );
}

#[test]
fn docusaurus() {
    check(
        &[
            (
                "blog/authors.yml",
                "aroe:\n  name: Ada Roe\n  title: Editor\nbvoss:\n  name: Ben Voss\n",
            ),
            (
                "blog/2024-05-01-hello/index.mdx",
                "---\ntitle: Hello\nauthors: [aroe, bvoss]\nslug: hello/world\n---\n\
                 import Tabs from '@theme/Tabs';\n\nexport const x = 1;\n\n:::tip[Mind]\n\nMind the gap.\n\n\
                 :::\n\n<Tabs>\n\n{/* not shown */}We {x} go.\n\n</Tabs>\n\n<!-- truncate -->\n",
            ),
        ],
        "
hello-world | Hello | – | Ada Roe, Ben Voss | 2024-05-01 | –
  Mind
  Mind the gap.
  We go.
",
        &[
            "blog/2024-05-01-hello/index.mdx:4: “hello/world” cannot be the article's name",
            "blog/2024-05-01-hello/index.mdx:6: program code of MDX is left out, here and in 2 more",
            "blog/2024-05-01-hello/index.mdx:10: template code is left out, here and in 1 more",
            "blog/2024-05-01-hello/index.mdx:18: comments are left out, here and in 1 more place",
        ],
    );
}

#[test]
fn obsidian() {
    check(
        &[
            (".obsidian/app.json", "{}"),
            (
                "Notes/Bridge Shut.md",
                "---\naliases: [B]\npublish: true\n---\n# Bridge Shut\n\n![[map.pdf]]\n\
                 See [[Harbour#Piers|the harbour]] and [[Ada Roe]].\n\n> [!quote] Said today\n> We ==go== on.\n\n\
                 %% private %%\n",
            ),
        ],
        "
bridge-shut | Bridge Shut | – |  | – | –
  See the harbour and Ada Roe.
  Said today
  We go on.
",
        &[
            ".: fields of front matter that are not used: `aliases` (1 article)",
            "Notes/Bridge Shut.md:7: embedded files are left out",
            "Notes/Bridge Shut.md:8: links between notes are shown as words alone, here and in 1 more",
            "Notes/Bridge Shut.md:10: template code is left out",
            "Notes/Bridge Shut.md:13: comments are left out",
        ],
    );
}

#[test]
fn ghost() {
    check(
        &[(
            "hello.md",
            "---\ntitle: \"Hello\"\nslug: \"hello\"\ndate_published: \"2024-05-01T08:00:00.000Z\"\n\
             date_updated: \"2024-05-02T08:00:00.000Z\"\nstatus: published\nauthors:\n  - name: Ada Roe\n    \
             slug: ada\ncanonicalUrl: https://example.org/hello\n---\nHello <strong>all</strong>.\n",
        )],
        "
hello | Hello | – | Ada Roe | 2024-05-01T08:00 | https://example.org/hello
  Hello all.
",
        &[".: fields of front matter that are not used: `date_updated`"],
    );
}

#[test]
fn trafilatura() {
    check(
        &[(
            "x1b2.md",
            "---\ntitle: Bridge shut\nauthor: Ada Roe; Ben Voss\nurl: https://post.example/bridge\n\
             hostname: post.example\ndescription: It is shut.\nsitename: The Post\ndate: 2024-05-01\n\
             categories: ['news']\nfingerprint: abc\n---\nIt is shut.\n",
        )],
        "
x1b2 | Bridge shut | The Post | Ada Roe, Ben Voss | 2024-05-01 | https://post.example/bridge
  It is shut.
",
        &[".: fields of front matter that are not used: `categories` (1 article), \
             `fingerprint` (1 article), `hostname` (1 article)"],
    );
}

#[test]
fn plain_text_and_web_pages() {
    check(
        &[
            ("001.txt", "Ad sales rise\r\n\r\nThey rose *much*.\r\n\r\nIt is said.\r\n"),
            (
                "saved.html",
                "<!doctype html><html lang=\"en-GB\"><head><title>Bridge shut | The Post</title>\
                 <meta property=\"og:title\" content=\"Bridge shut\">\
                 <meta property=\"og:site_name\" content=\"The Post\">\
                 <meta property=\"article:published_time\" content=\"2024-05-01T08:00:00+02:00\">\
                 <meta name=\"author\" content=\"Ada Roe\"></head><body><nav><a href=\"/\">Home</a></nav>\
                 <article><h1>Bridge shut</h1><p>The bridge over the river is shut from today on, the town \
                 council has said in a letter to all who live there.</p><p>“We go round,” said the mayor, Ben \
                 Voss, on Monday, after he had looked at the piers with the engineers of the \
                 town.</p><script>track()</script></article></body></html>",
            ),
        ],
        "
saved | Bridge shut | The Post | Ada Roe | 2024-05-01T08:00 | –
  The bridge over the river is shut from today on, the town council has said in a letter to all who live there.
  “We go round,” said the mayor, Ben Voss, on Monday, after he had looked at the piers with the engineers of the town.

001 | Ad sales rise | – |  | – | –
  They rose *much*.
  It is said.
",
        &[],
    );
}

#[test]
fn posts_in_html() {
    check(
        &[
            (
                "posts/one.html",
                "---\nlayout: post\ntitle: One\n---\n{% include nav.html %}\n<p>It is {{ state }} shut.</p>\n\
                 {# a note #}<p>It <em>is</em>.</p>\n",
            ),
            (
                "posts/two.html",
                "---\ntitle: Two\n---\n<p>It is open.</p>\n<!-- \n<p>Not this.</p>\n",
            ),
            (
                "layouts/list.html",
                "---\ntitle: List\n---\n{{ range .Pages }}{{ .Title }}{{ end }}\n",
            ),
            ("layouts/base.html", "<!doctype html><html><body>{{ .Content }}</body></html>"),
        ],
        "
one | One | – |  | – | –
  It is shut.
  It is.

two | Two | – |  | – | –
  It is open.
",
        &[
            ".: fields of front matter that are not used: `layout` (1 article)",
            ".: left out: 2 files without text",
            "layouts/base.html:1: template code is left out",
            "layouts/list.html:4: template code is left out, here and in 2 more places",
            "posts/one.html:5: template code is left out, here and in 1 more place",
            "posts/one.html:7: comments are left out",
            "posts/two.html:5: the comment that begins here has no end",
        ],
    );
}

#[test]
fn folders_of_a_generators_templates_are_left_out() {
    let templates = [
        ("archetypes/default.md", "---\ntitle: x\ndate: {{ .Date }}\nz: 1\n---\nText."),
        (
            "layouts/_default/baseof.html",
            "<html><body>{{ block \"main\" . }}{{ end }}</body></html>",
        ),
        ("themes/t/README.md", "Read me."),
        ("themes/t/exampleSite/content/a.md", "Not this."),
        ("themes/t/a.css", ""),
        ("public/a/index.html", "<p>It is shut.</p>"),
    ];
    let config_files =
        ["hugo.toml", "config.toml", "_config.yml", ".eleventy.js", "eleventy.config.mjs"];
    for config in config_files {
        let mut project = Project::empty().file(config, "").file("content/a.md", "It is shut.");
        for (name, text) in templates {
            project = project.file(name, text);
        }
        let source = project.read_as("folder", Faulty::Refused).unwrap();
        assert_eq!(source.file_names, ["content/a.md"]);
        let lines: Vec<String> = source.warnings.iter().map(ToString::to_string).collect();
        let left_out = ".: left out as the templates of a generator: `archetypes` (1 file), `layouts` (1 file), \
                        `public` (1 file), `themes` (3 files)";
        let not_read = format!(".: not read: {config}");
        let is_hidden = config.starts_with('.');
        let expected: &[&str] = if is_hidden { &[left_out] } else { &[left_out, &not_read] };
        check_lines(&lines, expected);
    }
    // Elsewhere they are folders as any other.
    let project = Project::empty().file("public/a.md", "It is shut.").file("x/hugo.toml", "");
    assert_eq!(project.read_as("folder", Faulty::Refused).unwrap().file_names, ["public/a.md"]);
}

#[test]
fn a_new_dossier_is_sound_and_nothing_is_written_over() {
    let folder = Folder::new();
    let made = folder.run(&["new", "first"]);
    assert!(made.status.success());
    assert!(String::from_utf8(made.stdout).unwrap().contains("`whosaid serve first`"));
    let checked = folder.run(&["check", "first"]);
    assert_eq!(String::from_utf8(checked.stderr).unwrap(), "");
    let summary = String::from_utf8(checked.stdout).unwrap();
    assert!(summary.contains("  Ada Voss"), "{summary}");
    folder.write("first/dossier.toml", "title = 'Mine'");
    let again = folder.run(&["new", "first"]);
    assert_eq!(again.status.code(), Some(1));
    assert!(String::from_utf8(again.stderr).unwrap().contains("it is not empty; name another"));
    assert_eq!(folder.files("first")["dossier.toml"], b"title = 'Mine'");
}

#[test]
fn every_setting_that_a_new_dossier_offers_is_read() {
    let folder = Folder::new();
    folder.run(&["new", "."]);
    let settings = String::from_utf8(folder.files(".").remove("dossier.toml").unwrap()).unwrap();
    let is_setting = |line: &&str| line.starts_with('#') && !line.starts_with("# ");
    assert!(settings.lines().filter(is_setting).count() > 10, "{settings}");
    let in_use = |line| if is_setting(&line) { &line[1..] } else { line };
    let settings = settings.lines().map(in_use).collect::<Vec<_>>().join("\n");
    folder.write("dossier.toml", &settings);
    folder.write("logo.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>");
    folder.check(&[]);

    let mut project = Project::empty();
    project.files = folder.files(".");
    let source = project.read().unwrap();
    let Colophon { name, url, imprint, privacy, footer } = source.site.colophon;
    assert!([name, url, imprint, privacy, footer].iter().all(Option::is_some), "{settings}");
    assert_eq!(source.site.accent.map(|accent| accent.dark), Colour::from_hex("#ff9aa2"));
    assert!(source.masthead.publisher.is_some_and(|publisher| publisher.logo.is_some()));
    assert_eq!((source.editorial.speakers.len(), source.editorial.corrections.len()), (1, 1));
}

#[test]
fn a_site_that_was_pressed_into_the_folder_is_no_article() {
    let page = crate::support::engine()["index.html"].clone();
    let folder = Project::new()
        .file("a.md", "Text.")
        .file("site/index.html", page)
        .file("site/worker.js", "")
        .file("site/articles/a.html", "<p>Text.</p>")
        .on_disk();
    let summary = String::from_utf8(folder.run(&["check", "."]).stdout).unwrap();
    assert!(summary.contains("\n1 article of 1 word\n"), "{summary}");
}
