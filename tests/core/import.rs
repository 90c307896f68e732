//! Articles out of web pages, feeds and tables: what is found in them, and `whosaid import` on disk.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use whosaid::archive::pack;
use whosaid::import::{Imported, decode, feed, html, table};

use crate::support::{Folder, Project, check_lines};

/// Paragraphs that are long enough for an article, each with its number.
fn paragraphs(n: usize) -> Vec<String> {
    let words = "The council of Lower Wending met on Tuesday, and, after a debate of three hours, which \
                 several residents followed from the gallery, put off its vote on the bridge";
    (1..=n).map(|number| format!("{words}, for the {number}th time.")).collect()
}

fn as_html(paragraphs: &[String]) -> String {
    paragraphs.iter().map(|paragraph| format!("<p>{paragraph}</p>\n")).collect()
}

/// The article file, read back as a dossier reads it, with the article beside it.
#[track_caller]
fn read_back(imported: &Imported) -> whosaid::article::Article<'static> {
    let project = Project::new().file("a.md", imported.to_markdown());
    let source =
        project.read().unwrap_or_else(|errors| panic!("{errors:#?}\n{}", imported.to_markdown()));
    let article = source.articles.into_iter().next().unwrap();
    let byline = &article.byline;
    assert_eq!(article.headline().map(str::to_owned), imported.title);
    assert_eq!(byline.outlet, imported.outlet);
    assert_eq!(byline.authors, imported.authors);
    assert_eq!(byline.published, imported.published);
    assert_eq!(byline.url, imported.url);
    assert!(imported.language.is_none() || byline.language == imported.language);
    article
}

/// What stands around the article on a page of a newspaper.
const AROUND: [&str; 2] = [
    "<div id=cookie-banner class='cookie-consent'><p>We and our 843 partners store cookies, and value your \
     privacy.</p><button>Accept</button></div>\
     <nav><ul><li><a href=/>Home</a><li><a href=/politics>Politics</a></ul></nav>",
    "<aside class=related><h2>Related</h2><ul><li><a href=/x>Ten gardens to see</a><li>\
     <a href=/y>The weather</a></ul></aside>\
     <section class=comments id=comments><h2>Comments</h2><p>First! says a reader.</p></section>\
     <footer><p>© The Wending Herald. Imprint. All rights reserved.</p></footer>",
];

/// A page with a head and an article, among all the rest.
fn a_page(head: &str, article: &str) -> String {
    let [before, after] = AROUND;
    format!(
        "<!doctype html><html lang=en-GB><head>{head}</head><body>{before}{article}{after}</body></html>"
    )
}

#[track_caller]
fn check_body(imported: &Imported, paragraphs: &[String]) {
    for paragraph in paragraphs {
        assert!(imported.body.contains(paragraph.as_str()), "{paragraph} is in\n{}", imported.body);
    }
    for noise in
        ["cookies", "Politics", "gardens", "weather", "says a reader", "rights reserved", "Accept"]
    {
        assert!(!imported.body.contains(noise), "{noise} is not in\n{}", imported.body);
    }
}

#[test]
fn a_page_with_json_ld() {
    let head = r##"<title>Bridge vote put off | The Wending Herald</title>
        <link rel=canonical href="https://herald.example/bridge">
        <meta property="og:site_name" content="The Wending Herald">
        <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
          {"@type": "WebSite", "name": "The Wending Herald"},
          {"@type": "NewsArticle", "headline": "Bridge vote put off &amp; off again",
           "datePublished": "2024-03-05T18:30:00+01:00", "dateModified": "2024-03-06T08:00:00+01:00",
           "author": [{"@type": "Person", "name": "Jane Roe"}, {"@id": "#john"}],
           "publisher": {"@type": "Organization", "name": "Herald Holdings"}},
          {"@type": "Person", "@id": "#john", "name": "John Roe"}]}</script>"##;
    let text = paragraphs(6);
    let article = format!(
        "<article><h1>Bridge vote put off &amp; off again</h1><p class=byline>By Jane Roe and John Roe</p>\
         <figure><img src=a.jpg alt='never shown'><figcaption>The bridge in <em>May</em>.</figcaption></figure>{}\
         <blockquote><p>“We will <strong>not</strong> wait,” she said, <a href='/roe'>again</a>.</p></blockquote>\
         <script>track()</script></article>",
        as_html(&text)
    );
    let imported = html::page(&a_page(head, &article)).unwrap();
    assert_eq!(imported.title.as_deref(), Some("Bridge vote put off & off again"));
    assert_eq!(imported.outlet.as_deref(), Some("The Wending Herald"));
    assert_eq!(imported.authors, ["Jane Roe", "John Roe"]);
    assert_eq!(imported.published.as_deref(), Some("2024-03-05T18:30"));
    assert_eq!(imported.url.as_deref(), Some("https://herald.example/bridge"));
    assert_eq!(imported.language.as_deref(), Some("en-GB"));
    assert_eq!(imported.n_images, 1);
    check_body(&imported, &text);
    assert!(
        imported.body.contains(
            "\n\n> “We will **not** wait,” she said, [again](https://herald.example/roe)."
        )
    );
    assert!(
        imported.body.contains("<figcaption>The bridge in *May*.</figcaption>"),
        "{}",
        imported.body
    );
    assert!(
        !imported.body.contains("off again"),
        "the title is no part of the body: {}",
        imported.body
    );
    assert!(!imported.body.contains("By Jane"), "nor is the byline: {}", imported.body);
    assert!(!imported.body.contains("never shown") && !imported.body.contains("track"));
    let article = read_back(&imported);
    let kinds = article.paragraphs.iter().map(|paragraph| format!("{:?}", paragraph.kind));
    let kinds: Vec<String> = kinds.collect();
    assert!(
        kinds.contains(&"Caption".to_owned()) && kinds.contains(&"Block".to_owned()),
        "{kinds:?}"
    );
}

#[test]
fn a_page_of_a_blog_engine() {
    let head = r#"<title>Minutes &#8211; Lower Wending</title>
        <meta property="og:title" content="Minutes" /><meta property="og:site_name" content="Lower Wending" />
        <meta property="article:published_time" content="2023-11-02T07:15:30+00:00" />
        <meta name="author" content="clerk" /><link rel="canonical" href="https://wending.example/minutes/" />"#;
    let text = paragraphs(4);
    let article = format!(
        "<main class=site-main><article class='post type-post hentry'><header class=entry-header>\
         <h1 class=entry-title>Minutes</h1></header><div class=entry-content>{}\
         <h2>Who was there</h2><ul><li>Jane Roe</li><li>John Roe</li></ul></div>\
         <footer class=entry-footer>Posted in <a href=/c>Council</a></footer></article></main>",
        as_html(&text)
    );
    let imported = html::page(&a_page(head, &article)).unwrap();
    assert_eq!(imported.title.as_deref(), Some("Minutes"));
    assert_eq!(imported.authors, ["clerk"]);
    assert_eq!(imported.published.as_deref(), Some("2023-11-02T07:15"));
    check_body(&imported, &text);
    assert!(
        imported.body.contains("## Who was there\n\n- Jane Roe\n\n- John Roe"),
        "{}",
        imported.body
    );
    read_back(&imported);
}

#[test]
fn a_page_with_open_graph_alone() {
    let head = r#"<meta property="og:title" content="The bridge: a history - Gazette">
        <meta property="og:site_name" content="Gazette"><meta property="og:url" content="https://gazette.example/b">
        <meta property="article:author" content="https://social.example/jane">"#;
    let text = paragraphs(5);
    let imported =
        html::page(&a_page(head, &format!("<div id=story>{}</div>", as_html(&text)))).unwrap();
    assert_eq!(imported.title.as_deref(), Some("The bridge: a history"));
    assert_eq!(imported.outlet.as_deref(), Some("Gazette"));
    assert_eq!(imported.url.as_deref(), Some("https://gazette.example/b"));
    assert_eq!((imported.authors.len(), imported.published.as_deref()), (0, None));
    check_body(&imported, &text);
    read_back(&imported);
}

#[test]
fn a_page_with_elements_of_html_alone() {
    let text = paragraphs(5);
    let article = format!(
        "<article><h1>Bridge</h1><p><a rel=author href=/jane>Jane Roe</a>, \
         <time datetime=2022-02-28>last Monday</time></p>{}</article>",
        as_html(&text)
    );
    let imported = html::page(&a_page("<title>x</title>", &article)).unwrap();
    assert_eq!(imported.title.as_deref(), Some("Bridge"));
    assert_eq!(imported.authors, ["Jane Roe"]);
    assert_eq!(imported.published.as_deref(), Some("2022-02-28"));
    assert_eq!((imported.outlet.clone(), imported.url.clone()), (None, None));
    check_body(&imported, &text);
    read_back(&imported);
}

#[test]
fn a_page_that_states_nothing_is_text_alone() {
    let imported = html::page(&as_html(&paragraphs(3))).unwrap();
    let body = imported.body.clone();
    assert_eq!(imported, Imported { body, ..Imported::default() });
}

#[test]
fn words_in_a_fragment_stay_as_they_are() {
    let fragment = "one <em>two</em> <!-- secret --><script>three()</script>*four* <a href=https://a.example/>five</a>";
    assert_eq!(
        html::fragment_to_markdown(fragment).text,
        "one *two* \\*four\\* [five](https://a.example/)"
    );
    assert_eq!(html::fragment_to_markdown("<!-- x -->").text, "");
}

#[test]
fn a_feed_in_rss() {
    let xml = r#"<?xml version="1.0" encoding="iso-8859-1"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
          xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Wending &amp; Co</title>
        <language>en-us</language><link>https://w.example/</link>
        <item><title>One é</title><link>https://w.example/1</link><dc:creator>Jane Roe</dc:creator>
          <pubDate>Mon, 16 Aug 2021 23:40:00 -0500</pubDate><description>Short.</description>
          <content:encoded><![CDATA[<p>Full <b>text</b>.</p><img src="a"><p><a href="/2">Two</a></p>]]></content:encoded></item>
        <item><title>Two</title><author>j@w.example (John Roe)</author><description>&lt;p&gt;Only this.&lt;/p&gt;</description></item>
        <item><title>Three</title></item></channel></rss>"#;
    let entries = feed::read(xml).unwrap();
    let [one, two, three] = entries.as_slice() else { panic!("{entries:?}") };
    let one = one.as_ref().unwrap();
    assert_eq!(one.title.as_deref(), Some("One é"));
    assert_eq!(one.outlet.as_deref(), Some("Wending & Co"));
    assert_eq!(one.authors, ["Jane Roe"]);
    assert_eq!(
        one.published.as_deref(),
        Some("2021-08-16T23:40"),
        "the time is the one on the wall"
    );
    assert_eq!(one.body, "Full **text**.\n\n[Two](https://w.example/2)");
    assert_eq!((one.n_images, one.language.as_deref()), (1, Some("en-us")));
    read_back(one);
    let two = two.as_ref().unwrap();
    assert_eq!(
        (two.body.as_str(), two.authors.as_slice()),
        ("Only this.", &["John Roe".to_owned()][..])
    );
    assert_eq!(two.notes, ["the feed has the summary alone"]);
    assert!(three.as_ref().unwrap_err().to_string().contains("“Three”"));
}

#[test]
fn a_feed_in_atom() {
    let xml = r#"<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Blatt</title><id>x</id>
        <updated>2024-01-02T00:00:00Z</updated><author><name>Redaktion</name></author>
        <entry><title type="html">A &lt;i&gt;b&lt;/i&gt;</title><id>1</id><updated>2024-02-02T00:00:00Z</updated>
          <published>2024-01-31T23:10:00-03:00</published><link href="https://b.example/1"/>
          <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Eins.</p><p>Zwei &amp; drei.</p></div></content></entry>
        <entry><title>C</title><id>2</id><updated>2024-02-02T00:00:00Z</updated><author><name>Eva</name></author>
          <summary>Kurz: 1 &lt; 2.</summary></entry></feed>"#;
    let entries = feed::read(xml).unwrap();
    let one = entries[0].as_ref().unwrap();
    assert_eq!(one.title.as_deref(), Some("A b"));
    assert_eq!(one.published.as_deref(), Some("2024-01-31T23:10"));
    assert_eq!(
        (one.authors.as_slice(), one.outlet.as_deref()),
        (&["Redaktion".to_owned()][..], Some("Blatt"))
    );
    assert_eq!((one.body.as_str(), one.language.as_deref()), ("Eins.\n\nZwei & drei.", Some("de")));
    let two = entries[1].as_ref().unwrap();
    assert_eq!((two.body.as_str(), two.published.as_deref()), ("Kurz: 1 < 2.", None));
    assert_eq!((two.authors.as_slice(), two.notes.len()), (&["Eva".to_owned()][..], 1));
}

#[test]
fn what_is_no_feed_is_said_so() {
    let check = |xml: &str, expected: &str| {
        let fault = feed::read(xml).unwrap_err();
        assert!(fault.contains(expected), "{fault}");
    };
    check("", "no element");
    check("<html><body>a</body></html>", "`html`");
    check("<rss><channel><item></rss>", "not well formed");
    check("{\"version\": 1}", "no element");
}

#[test]
fn a_table_of_comma_separated_values() {
    let csv = "Title;Text;date;URL;site_name;Mood\r\n\
               One;\"First line\n\nsaid \"\"yes\"\"; really\";2021-08-16;https://a.example/1;Herald;sad\r\n\
               Two;;2021-08-17;;;\r\n\
               Three;\"5 < 6\";16 August;no;;\r\n";
    let table = table::csv(csv);
    assert_eq!(table.notes, ["columns that are not read: `Mood`"]);
    let lines: Vec<u32> = table.rows.iter().map(|(line, _)| *line).collect();
    assert_eq!(lines, [2, 5, 6]);
    let one = table.rows[0].1.as_ref().unwrap();
    assert_eq!(one.body, "First line\n\nsaid \"yes\"; really");
    assert_eq!(
        (one.outlet.as_deref(), one.url.as_deref()),
        (Some("Herald"), Some("https://a.example/1"))
    );
    assert!(table.rows[1].1.as_ref().unwrap_err().to_string().contains("without text"));
    let three = table.rows[2].1.as_ref().unwrap();
    assert_eq!(
        (three.published.as_deref(), three.notes.len(), three.url.as_deref()),
        (None, 2, None)
    );
    assert!(table::csv("").rows.is_empty());
}

#[test]
fn a_table_of_lines_of_json() {
    let lines = "{\"headline\": \"A\", \"html\": \"<p>b</p><p>c</p>\", \"authors\": [\"Jane Roe\", \"John Roe\"], \"x\": {}}\n\
                 \n{\"title\": \"D\", \"body\": \"e\nf\"\n[1]\n{\"title\": 7, \"body\": \"e <3 f\", \"lang\": \"en_GB\"}\n";
    let table = table::json_lines(lines);
    let numbers: Vec<(u32, bool)> =
        table.rows.iter().map(|(line, row)| (*line, row.is_ok())).collect();
    assert_eq!(numbers, [(1, true), (3, false), (4, false), (5, false), (6, true)]);
    let one = table.rows[0].1.as_ref().unwrap();
    assert_eq!((one.body.as_str(), one.authors.len()), ("b\n\nc", 2));
    let last = table.rows[4].1.as_ref().unwrap();
    assert_eq!((last.title.as_deref(), last.body.as_str()), (Some("7"), "e <3 f"));
    assert_eq!(last.language.as_deref(), Some("en-GB"));
    assert_eq!(table.notes, ["columns that are not read: `x`"]);
}

/// What a hostile page comes to, in time.
#[track_caller]
fn refused(html: &str, expected: &str) {
    let start = Instant::now();
    let outcome = html::page(html);
    // Unoptimised, on a busy machine; what it guards against takes hours.
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
    let fault = outcome.map(|imported| imported.body.len()).unwrap_err().to_string();
    assert!(fault.contains(expected), "{fault}");
}

#[test]
fn pages_that_are_no_articles_are_refused() {
    refused("", "no text of an article");
    refused(
        "<html><body><script>alert(1)</script><style>p{}</style><iframe src=a></iframe>",
        "no text",
    );
    refused("<p hidden>a</p>", "no text");
    refused("\u{0}\u{fffd}", "no text");
    refused(&"<!--".repeat(1000), "no text");
}

/// What was pressed is no source.
#[test]
fn pages_of_a_dossier_are_refused() {
    let page =
        |script: &str| a_page(&format!("<script>{script}</script>"), &as_html(&paragraphs(5)));
    refused(&page("whosaid.start(a)"), "one of a dossier made with Whosaid");
    assert!(html::page(&page("start(a)")).is_ok());
    let maker = a_page("<script type=module src=./make.js></script>", &as_html(&paragraphs(5)));
    refused(&maker, "one of a dossier made with Whosaid");
}

#[test]
fn pages_that_list_articles_are_none() {
    let text = "The council of the town voted on Monday to shut the bridge, and will meet again.";
    let page = |head: &str, teaser: &str| {
        let teasers: String = (1..9).map(|n| teaser.replace('0', &n.to_string())).collect();
        a_page(&format!("<title>The Daily</title>{head}"), &format!("<main>{teasers}</main>"))
    };
    let linked =
        format!("<article><h2><a href=/a0>Shut 0</a></h2><p>3 May</p><p>{text}</p></article>");
    for teaser in [
        linked.clone(),
        format!("<div><h3>Shut 0</h3><p>{text} {text} <a href=/a0>Read more</a></p></div>"),
        format!("<div><a href=/a0><img src=0.jpg><h3>Shut 0</h3><p>{text}</p></a></div>"),
    ] {
        refused(&page("", &teaser), "lists articles");
    }
    let section = r#"<script type="application/ld+json">{"@type": "CollectionPage"}</script>"#;
    refused(&page(section, &format!("<p>{text}</p>")), "lists articles");
    let article = "<meta property=og:type content=article>";
    assert!(html::page(&page(article, &linked)).is_ok());
    assert!(html::page(&page("", &format!("<h2>Part 0</h2><p>{text}</p>"))).is_ok());
}

#[test]
fn what_reads_like_a_pay_wall_is_named() {
    let page =
        |end: &str| a_page("", &format!("<article>{}{end}</article>", as_html(&paragraphs(5))));
    let notes = |end: &str| html::page(&page(end)).unwrap().notes;
    let found = notes("<p>This article is for subscribers.</p><p>One month for $1.</p>");
    let expected =
        "“This article is for subscribers.” reads like a pay wall, so the article may be cut short";
    assert_eq!(found, [expected]);
    assert!(notes("<p>The story goes on tomorrow.</p>").is_empty());
}

#[test]
fn pages_that_would_take_hours_are_refused() {
    for tag in ["<div>", "<b>", "<li><ul>", "<svg>"] {
        refused(&tag.repeat(100_000), "512 deep");
    }
    let formats: String =
        (0..100_000).map(|n| format!("<p><font a={n}>x</font></p><p><font b={n}>")).collect();
    refused(&formats, "512 deep");
    refused(&"<b><p>a</b>".repeat(100_000), "200,000 elements");
    let attributes: String = (0..80_000).map(|n| format!("a{n} ")).collect();
    refused(&format!("<p {attributes}>"), "tag without an end");
    refused(&"<p>a".repeat(300_000), "200,000 elements");
    refused(&"a ".repeat(20 << 20), "32 MiB");
}

#[test]
fn a_large_page_of_one_article_is_read() {
    let text = paragraphs(2_000);
    // An image in the page itself, and a script with many spaces.
    let image = format!("<img src='data:image/png;base64,{}'>", "iVBORw0KGgo/".repeat(100_000));
    let script = format!("<script>{}</script>", "var a = 'b';\n".repeat(50_000));
    let imported =
        html::page(&format!("{script}<article>{image}{}</article>", as_html(&text))).unwrap();
    check_body(&imported, &text);
    assert_eq!(imported.n_images, 1);
}

#[test]
fn a_hostile_feed_is_text_or_refused() {
    let laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">\
                  <!ENTITY file SYSTEM \"file:///etc/passwd\">]>\
                  <rss version=\"2.0\"><channel><title>T</title><item><title>&b;</title>\
                  <description>&b; and &file;</description></item></channel></rss>";
    let entries = feed::read(laughs).unwrap();
    let entry = entries[0].as_ref().unwrap();
    assert_eq!((entry.title.as_deref(), entry.body.as_str()), (Some("&b;"), "\\&b; and \\&file;"));
    let deep = format!("<rss><channel><item>{}", "<x:a>".repeat(100_000));
    assert!(feed::read(&deep).unwrap_err().contains("256 deep"));
    let deep = format!(
        "<rss version='2.0'><channel><item><description><![CDATA[{}]]></description></item></channel></rss>",
        "<div>".repeat(9_999)
    );
    assert!(feed::read(&deep).unwrap()[0].as_ref().unwrap_err().to_string().contains("512 deep"));
}

#[test]
fn hostile_lines_of_a_table_are_faults() {
    let deep = "[".repeat(100_000);
    assert!(table::json_lines(&deep).rows[0].1.is_err());
    let row = format!("{{\"html\": \"{}</p>\"}}", "<div>".repeat(9_999));
    assert!(
        table::json_lines(&row).rows[0].1.as_ref().unwrap_err().to_string().contains("512 deep")
    );
    assert!(table::csv("text\n\"never closed").rows[0].1.is_ok());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_imported_is_read_back_whole(
        title in "[ -~“é\u{a0}\u{85}\u{2028}\u{feff}]{1,40}", author in "[a-zA-Z\"'\\\\:#é ]{1,20}", text in "\\PC{0,80}",
    ) {
        let line = serde_json::json!({"title": title, "authors": [author], "text": format!("{text} x"), "lang": "en"});
        let imported = table::json_lines(&line.to_string()).rows.remove(0).1.unwrap();
        let article = read_back(&imported);
        let words = |text: &str| text.split_ascii_whitespace().collect::<String>();
        let body = &article.text[article.headline().unwrap_or_default().len()..];
        let shown: String = text.chars().filter(|c| !c.is_control() || c.is_ascii_whitespace()).collect();
        prop_assert_eq!(words(body), words(&format!("{shown} x")));
    }

    #[test]
    fn a_damaged_page_is_an_article_or_refused(cuts in prop::collection::vec((0usize..4000, "\\PC{0,3}"), 1..20)) {
        let head = "<meta property=og:title content=T><script type=application/ld+json>{\"@type\": \"Article\"}</script>";
        let mut page = a_page(head, &format!("<table><tr><td>{}</table>", as_html(&paragraphs(9))));
        for (at, other) in cuts {
            let at = page.floor_char_boundary(at.min(page.len()));
            let end = page.ceil_char_boundary((at + 2).min(page.len()));
            page.replace_range(at..end, &other);
        }
        if let Ok(imported) = html::page(&page) {
            read_back(&imported);
        }
    }
}

/// A folder of sources, and the answer of `whosaid import` on it.
#[track_caller]
fn check_import(folder: &Folder, code: i32, out: &str, errors: &[&str]) {
    let output = folder.run(&["import", "in", "--to", "out"]);
    assert_eq!(String::from_utf8(output.stdout).unwrap(), out);
    let printed = String::from_utf8(output.stderr).unwrap();
    let lines: Vec<&str> = printed.lines().collect();
    check_lines(&lines, errors);
    assert_eq!(output.status.code(), Some(code));
}

fn named_page(title: &str) -> String {
    a_page(&format!("<meta property=og:title content='{title}'>"), &as_html(&paragraphs(4)))
}

#[test]
fn sources_become_a_dossier() {
    let folder = Folder::new();
    let latin = a_page(
        "<meta charset=windows-1252><meta property=og:title content='Caf\u{1}'>",
        &as_html(&paragraphs(4)),
    );
    folder.write("in/a/one.html", named_page("The Bridge"));
    folder.write("in/a/one_files/frame.html", named_page("An advertisement"));
    folder.write("in/a/two.HTM", named_page("The bridge!"));
    folder.write(
        "in/b.html",
        latin.into_bytes().iter().map(|b| if *b == 1 { 0xe9 } else { *b }).collect::<Vec<u8>>(),
    );
    folder.write("in/c.csv", "title,text\nSpeakers,A text.\n");
    folder.write("in/d.jsonl", "{\"text\": \"No title.\"}\n");
    folder.write("in/e.rss", "<rss version='2.0'><channel><title>T</title><item><title>Fed</title><description>Text.</description></item></channel></rss>");
    folder.write(
        "in/archive.txt",
        "Rain\nThe Velmar Times\nMarch 5, 2020 Thursday\nLength: 3 words\nByline: Ada \
         Voss\n\nBody\n\nIt rained.\n\nLoad-Date: March 6, 2020\n\nEnd of Document\n",
    );
    folder.write("in/notes.txt", "x");
    folder.write("in/old.md", "x");
    folder.write("in/README", "x");
    folder.write("in/.hidden.html", "x");
    let summary = "7 articles written to out\n\
                   3 files are of another kind and not read: without an ending 1, .md 1, .txt 1\n\
                   Markdown and plain text need no import: put them into the folder as they are\n";
    let warnings = ["in/e.rss: warning: the feed has the summary alone"];
    check_import(&folder, 0, summary, &warnings);
    let names: Vec<String> = folder.files("out").into_keys().collect();
    assert_eq!(
        names,
        [
            "cafe.md",
            "d.md",
            "fed.md",
            "rain.md",
            "speakers-article.md",
            "the-bridge-2.md",
            "the-bridge.md"
        ][..]
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
    );
    // Nothing changes, and nothing is at fault, when they are imported again.
    let before = folder.files("out");
    let again =
        summary.replace("7 articles written to out", "0 articles written to out, 7 there already");
    check_import(&folder, 0, &again, &warnings);
    assert_eq!(folder.files("out"), before);
    folder.write("out/dossier.toml", "title = \"T\"\nlanguage = \"en\"\n");
    let output = folder.run(&["check", "out"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn what_cannot_be_imported_stops_nothing_else() {
    let folder = Folder::new();
    folder.write("in/a.html", named_page("One"));
    folder.write("in/b.html", "<title>Empty</title>");
    folder.write("in/c.csv", "title,text\nTwo,\n\"Three\",Text.\n");
    folder.write("in/d.xml", "<sitemap/>");
    folder.write("out/one.md", "mine\n");
    check_import(
        &folder,
        1,
        "1 article written to out, 3 left out\n",
        &[
            "in/a.html: out/one.md is there with other content",
            "in/b.html: the page has no text of an article",
            "in/d.xml: the file is no feed",
            "in/c.csv:2: warning: left out: 1 entry without text (“Two”)",
        ],
    );
    assert_eq!(folder.files("out").keys().collect::<Vec<_>>(), ["one.md", "three.md"]);
    assert_eq!(folder.files("out")["one.md"], b"mine\n");
}

#[test]
fn a_file_without_an_article_is_told_of() {
    let folder = Folder::new();
    folder.write("in/a.csv", "The bridge,2021-08-16,It is shut.\n");
    folder.write("in/b.json", "[]");
    folder.write("in/c.jsonl", "\n");
    folder.write("in/d.tsv", "title\ttext\nShut\tIt is shut.\n");
    folder.write("in/e.rss", "<rss version='2.0'><channel><title>T</title></channel></rss>");
    let warnings = [
        "in/a.csv: warning: there is no article in it",
        "in/a.csv: warning: the same in 3 more places of 3 files",
    ];
    check_import(&folder, 0, "1 article written to out\n", &warnings);
}

#[test]
fn names_are_one_whatever_their_case() {
    let folder = Folder::new();
    folder.write("in/a.html", named_page("One"));
    check_import(&folder, 0, "1 article written to out\n", &[]);
    std::fs::rename(folder.path("out/one.md"), folder.path("out/One.md")).unwrap();
    check_import(&folder, 0, "0 articles written to out, 1 there already\n", &[]);
    folder.write("in/a.html", named_page("One").replace("<p>", "<p>Changed. "));
    let expected = ["in/a.html: out/One.md is there with other content"];
    check_import(&folder, 1, "0 articles written to out, 1 left out\n", &expected);
}

/// A feed has its newest entries first, and some titles come again every week.
#[test]
fn a_feed_that_has_grown_gives_what_is_new() {
    let folder = Folder::new();
    let item = |number: u32, words: &str| {
        format!(
            "<item><title>Morning briefing</title><link>https://a.example/{number}</link>\
             <description>{words}</description></item>"
        )
    };
    let feed = |items: &[String]| {
        let items = items.concat();
        let feed = format!("<rss version='2.0'><channel><title>T</title>{items}</channel></rss>");
        folder.write("in/f.xml", feed);
    };
    let warnings = ["in/f.xml: warning: the feed has the summary alone"];
    let [first, second, third] = [1, 2, 3].map(|number| item(number, &format!("Text {number}.")));
    feed(std::slice::from_ref(&first));
    check_import(&folder, 0, "1 article written to out\n", &warnings);
    feed(&[third, second, first]);
    check_import(&folder, 0, "2 articles written to out, 1 there already\n", &warnings);
    check_import(&folder, 0, "0 articles written to out, 3 there already\n", &warnings);
    let files = folder.files("out");
    let expected = [("", 1), ("-2", 3), ("-3", 2)];
    for (number, text) in expected {
        let file = &files[&format!("morning-briefing{number}.md")];
        assert!(String::from_utf8_lossy(file).contains(&format!("Text {text}.")), "{number}");
    }
    assert_eq!(files.len(), 3);
    // Of what has changed, here or there, the file in the folder is kept.
    feed(&[item(2, "Other words.")]);
    let expected = [
        "in/f.xml: out/morning-briefing-3.md is there with other content, and is kept;",
        warnings[0],
    ];
    check_import(&folder, 1, "0 articles written to out, 1 left out\n", &expected);
    assert_eq!(folder.files("out"), files);
}

/// Whoever saves a feed every day has most entries several times.
#[test]
fn an_article_of_several_sources_is_one() {
    let folder = Folder::new();
    let item = |title: &str, words: &str| {
        format!("<item><title>{title}</title><description>{words}</description></item>")
    };
    let [old, new, nameless] =
        [item("Old", "Old text."), item("New", "New text."), item("", "No title.")];
    let changed = item("Old", "Old text, mended.");
    for (day, items) in [("1", &[&old, &nameless][..]), ("2", &[&changed, &new, &old, &nameless])] {
        let items: String = items.iter().map(|item| item.as_str()).collect();
        let feed = format!("<rss version='2.0'><channel><title>T</title>{items}</channel></rss>");
        folder.write(&format!("in/{day}.xml"), feed);
    }
    let warnings = ["1", "2"].map(|day| format!("in/{day}.xml: warning: the feed has the summary"));
    let warnings = warnings.each_ref().map(String::as_str);
    let summary = "4 articles written to out, 2 there already\n";
    check_import(&folder, 0, summary, &warnings);
    let files = folder.files("out");
    assert_eq!(files.keys().collect::<Vec<_>>(), ["1.md", "new.md", "old-2.md", "old.md"]);
    check_import(&folder, 0, "0 articles written to out, 6 there already\n", &warnings);
    assert_eq!(folder.files("out"), files);
}

#[test]
fn a_zip_is_the_folder_that_it_holds() {
    let pages = [
        ("top/z.html", named_page("The Bridge")),
        ("top/a/one.html", named_page("The bridge!")),
        ("top/a/one_files/frame.html", named_page("An advertisement")),
        ("top/.hidden.html", named_page("Hidden")),
        ("top/c.csv", "title,text\nTwo,A text.\nThree,\n".to_owned()),
        ("top/notes.txt", "x".to_owned()),
    ];
    let unpacked = Folder::new();
    for (path, content) in &pages {
        unpacked.write(&format!("in/pages.zip/{path}"), content);
    }
    let zipped = Folder::new();
    let zip = pack(pages.iter().map(|(path, content)| (*path, content.as_bytes())));
    zipped.write("in/pages.zip", zip);
    for folder in [&unpacked, &zipped] {
        check_import(
            folder,
            0,
            "3 articles written to out\n1 file is of another kind and not read: .txt 1\n\
             Markdown and plain text need no import: put them into the folder as they are\n",
            &["in/pages.zip/top/c.csv:3: warning: left out: 1 entry without text (“Three”)"],
        );
    }
    assert_eq!(zipped.files("out"), unpacked.files("out"));
    assert_eq!(
        zipped.files("out").keys().collect::<Vec<_>>(),
        ["the-bridge-2.md", "the-bridge.md", "two.md"]
    );
    let named = zipped.run(&["import", "in/pages.zip", "--to", "named"]);
    assert_eq!(named.status.code(), Some(0));
    assert_eq!(zipped.files("named"), zipped.files("out"));
}

#[test]
fn what_a_zip_cannot_give_stops_nothing_else() {
    let folder = Folder::new();
    let page = named_page("One");
    let inner = pack([("a.html", page.as_bytes())]);
    let files = [
        ("../up.html", page.as_bytes()),
        ("..\\over.html", page.as_bytes()),
        ("../up.png", page.as_bytes()),
        ("a.html", page.as_bytes()),
        ("inner.zip", &inner),
    ];
    folder.write("in/a.zip", pack(files));
    folder.write("in/b.ZIP", "no zip");
    folder.write("in/c.html", named_page("Two"));
    check_import(
        &folder,
        1,
        "2 articles written to out, 3 left out\n",
        &[
            "in/a.zip/../up.html: cannot be read: its path leads out of its folder",
            "in/a.zip/..\\over.html: cannot be read: its path leads out of its folder",
            "in/b.ZIP: the file is no zip, or a damaged one",
            "in/a.zip/inner.zip: warning: is a zip within a zip, and not read",
        ],
    );
    assert_eq!(folder.files("out").keys().collect::<Vec<_>>(), ["one.md", "two.md"]);
}

#[test]
fn wrong_usage_and_missing_sources() {
    let folder = Folder::new();
    assert_eq!(folder.run(&["import", "in"]).status.code(), Some(2));
    assert_eq!(folder.run(&["import", "--to", "out"]).status.code(), Some(2));
    check_import(&folder, 1, "0 articles written to out, 1 left out\n", &["in: cannot be read"]);
    folder.write("in/notes.md", "x");
    let summary = "0 articles written to out, 1 left out\n\
                   1 file is of another kind and not read: .md 1\n\
                   Markdown and plain text need no import: put them into the folder as they are\n";
    check_import(&folder, 1, summary, &["in: there is nothing in it that is imported"]);
    assert!(!folder.path("out").exists());
}

#[test]
fn bytes_of_any_kind_are_read() {
    let page = named_page("\u{e9}t\u{e9}");
    let bytes: Vec<u8> = page.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect();
    let imported = html::page(&decode::decode(&bytes).text).unwrap();
    assert_eq!(imported.title.as_deref(), Some("été"));
    let noise: Vec<u8> =
        (0..200_000u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    let _ = html::page(&decode::decode(&noise).text);
    let _ = feed::read(&decode::decode(&noise).text);
    let _ =
        (table::csv(&decode::decode(&noise).text), table::json_lines(&decode::decode(&noise).text));
}

#[test]
fn a_time_beside_the_headline_is_the_articles() {
    let text = as_html(&paragraphs(6));
    let published = |head: &str, top: &str| {
        html::page(&a_page(head, &format!("{top}{text}"))).unwrap().published
    };
    let time = "<div><span><time datetime=2021-04-28>28.04.2021</time></span></div>";
    assert_eq!(published("", &format!("<h1>B</h1>{time}")).as_deref(), Some("2021-04-28"));
    assert_eq!(
        published("", &format!("<h1>B</h1><p>A line</p>{time}")).as_deref(),
        Some("2021-04-28")
    );
    assert_eq!(published("", &format!("<h1>B</h1>{text}{time}")), None);
    assert_eq!(published("", &format!("<h1>A</h1><h1>B</h1>{time}")), None);
    let ld = "<script type=application/ld+json>{\"@graph\": [{\"@type\": \"WebPage\", \
              \"datePublished\": \"2020-09-21T15:18:01+00:00\"}]}</script>";
    assert_eq!(published(ld, "<h1>C</h1>").as_deref(), Some("2020-09-21T15:18"));
    let bar = "<meta name=date content='April 21, 2022 | 4:39 pm'>";
    assert_eq!(published(bar, "<h1>D</h1>").as_deref(), Some("2022-04-21T16:39"));
}

#[test]
fn what_stands_around_the_name_of_an_author_is_none() {
    let text = as_html(&paragraphs(6));
    for (stated, name) in [
        ("View all posts by Daniel Roe", "Daniel Roe"),
        ("Posted by K A", "K A"),
        ("Par Jane Roe", "Jane Roe"),
        ("Jane Roe &lt;jane@roe.example&gt;", "Jane Roe"),
    ] {
        let head = format!("<meta name=author content='{stated}'>");
        let page = html::page(&a_page(&head, &format!("<h1>D</h1>{text}"))).unwrap();
        assert_eq!(page.authors, [name], "{stated}");
    }
}
