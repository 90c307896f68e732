//! Dossiers as a publisher writes them: what is found in them, in memory, and by `whosaid check` on disk.

use std::fs;
use std::path::Path;
use std::process::Command;

use whosaid::quotation::{WhyOpen, attribute};
use whosaid::source::Faulty;

use crate::support::{Folder, Project, check_lines, engine};

/// A dossier of an article `a.md` and of settings, which are given after a title.
#[track_caller]
fn check(settings: &str, article: &str, expected: &[&str]) {
    let settings = format!("title = \"T\"\n{settings}");
    Project::new().file("dossier.toml", settings).file("a.md", article).check(expected);
}

/// Front matter, from line 2, above a body.
#[track_caller]
fn check_front_matter(yaml: &str, expected: &[&str]) {
    check("", &format!("---\n{yaml}\n---\n\nBody.\n"), expected);
}

const BODY: &str = "Body.";

#[test]
fn the_default_dossier_is_sound() {
    let articles = Path::new(env!("CARGO_MANIFEST_DIR")).join("articles");
    let mut command = Command::new(env!("CARGO_BIN_EXE_whosaid"));
    let output = command.arg("check").arg(articles).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
    let summary = String::from_utf8(output.stdout).unwrap();
    assert!(summary.contains("\n5 articles of "), "{summary}");
}

#[test]
fn a_summary_names_what_the_default_articles_have_in_common() {
    let articles = Path::new(env!("CARGO_MANIFEST_DIR")).join("articles");
    let mut command = Command::new(env!("CARGO_BIN_EXE_whosaid"));
    let output = command.arg("check").arg(articles).arg("--all").output().unwrap();
    let summary = String::from_utf8(output.stdout).unwrap();
    let passage = "\n  not-an-enemy 22, russia-supporting-taliban 10, not-an-enemy 23: \
        Russia's dialogue with the Taliban is the fruit of several …\n";
    assert!(summary.contains(passage), "{summary}");
    let counts = summary.lines().find(|line| line.contains(" nearly the same in several")).unwrap();
    let counts: Vec<usize> = counts.split(' ').filter_map(|word| word.parse().ok()).collect();
    assert!(counts.len() == 2 && counts.iter().all(|n| *n > 0), "{summary}");
}

#[test]
fn a_summary_counts_and_names_what_is_not_stated() {
    let article = "---\ntitle: A b\noutlet: O\n---\n\nOne — two.\n";
    let folder = Project::new().file("a.md", article).on_disk();
    let summary = String::from_utf8(folder.run(&["check", "."]).stdout).unwrap();
    assert!(summary.starts_with("T\n"), "{summary}");
    assert!(summary.contains("not stated: authors, published, url\n"), "{summary}");
    assert!(summary.contains("\n1 article of 4 words\n"), "{summary}");
}

#[test]
fn wrong_usage_exits_with_2() {
    let status = Command::new(env!("CARGO_BIN_EXE_whosaid")).arg("chekc").output().unwrap().status;
    assert_eq!(status.code(), Some(2));
}

#[test]
fn everything_stated_well_is_sound() {
    let settings = "standfirst = \"S\"\nlanguage = \"en-GB\"\narticles = [\"a.md\"]\n\
                    [[speaker]]\nname = \"A B\"\naliases = [\"A. B\"]\nroles = [\"r\"]\n\
                    [[correction]]\narticle = \"b\"\nwords = \"he\"\noccurrence = 2\nspeaker = \"A B\"\n\
                    [[correction]]\narticle = \"b\"\nwords = \"said\"\nnot_quotation = true\n\
                    [[correction]]\narticle = \"b\"\nwords = \"now\"\nunattributed = true\n\
                    kind = \"indirect\"\n\
                    [[correction]]\narticle = \"b\"\nwords = \"day\"\nkind = \"mixed\"\n";
    let article = "\u{feff}\r\n---\r\ntitle: 'T: t'\r\noutlet: O\r\nauthors: [A, B]\r\n\
                   published: 2020-02-29T23:59\r\nurl: https://example.org/é?q=1#f\r\n\
                   language: zh-Hant-TW\r\nslug: b\r\n---\r\n\r\nhe said he now\r\nday\r\n";
    check(settings, article, &[]);
    check("", "No front matter.", &[]);
    check_front_matter("title:\nauthors: A\nurl: ''", &[]);
}

#[test]
fn a_folder_that_is_not_there() {
    let output = Command::new(env!("CARGO_BIN_EXE_whosaid"))
        .args(["check", "no/such/folder"])
        .output()
        .unwrap();
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(errors.starts_with("no/such/folder: the dossier's folder cannot be read"), "{errors}");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn an_empty_folder() {
    let errors = [".: the dossier has no article"];
    Project::empty().check(&errors);
    Folder::new().check(&errors);
}

#[test]
fn files_that_are_not_read() {
    let folder = Project::new()
        .file("a.md", BODY)
        .file("README.md", b"\xff")
        .file("Readme.MD", b"\xff")
        .file(".hidden.md", b"\xff")
        .file("node_modules/b.md", b"\xff")
        .file(".git/c.md", b"\xff")
        .file("posts/_index.md", "A list.")
        .file("b.jpg", b"\xff")
        .file("sub/c.JPG", b"\xff")
        .file("sub/d.css", BODY)
        .file("Makefile", BODY)
        .on_disk();
    fs::create_dir(folder.path("sub.md")).unwrap();
    folder.check(&[".: warning: not read: Makefile, sub/d.css, 2 .jpg; articles end in .md"]);
}

#[test]
fn what_is_passed_over_is_named_where_all_is_wanted() {
    let mut project = Project::new().file("a.md", BODY);
    for name in
        ["_site/b.md", "sub/_includes/c.md", "README.md", ".git/d.md", "node_modules/e/README.md"]
    {
        project = project.file(name, BODY);
    }
    let folder = project.on_disk();
    folder.check(&[]);
    let errors = String::from_utf8(folder.run(&["check", ".", "--all"]).stderr).unwrap();
    let expected =
        ".: warning: passed over because of their names: README.md, _site/, sub/_includes/; ";
    check_lines(&errors.lines().collect::<Vec<_>>(), &[expected]);
}

#[test]
fn a_site_is_no_dossier() {
    let folder = Folder::new();
    folder.write_all("site", &Project::new().file("a.md", BODY).press(&engine()));
    let output = folder.run(&["check", "site"]);
    let errors = String::from_utf8(output.stderr).unwrap();
    let expected = "site: is a finished site, and no dossier's folder; name the folder that holds";
    check_lines(&errors.lines().collect::<Vec<_>>(), &[expected]);
}

#[cfg(unix)]
#[test]
fn a_link_is_what_it_points_to() {
    use std::os::unix::fs::symlink;
    let folder = Project::new().file("b.txt", BODY).on_disk();
    symlink("b.txt", folder.path("a.md")).unwrap();
    symlink("nowhere.md", folder.path("lost.md")).unwrap();
    symlink("round.md", folder.path("round.md")).unwrap();
    folder.check(&[
        "lost.md: there is no such file",
        "round.md: the file cannot be read",
        ".: 2 of 4 articles are at fault",
    ]);
}

/// Zips of other systems leave such names behind.
#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_no_unicode_is_read() {
    use std::os::unix::ffi::OsStrExt;
    let folder = Project::new().file("a.md", BODY).on_disk();
    let name = std::ffi::OsStr::from_bytes(b"caf\xe9.md");
    fs::write(folder.path("").join(name), BODY).unwrap();
    let output = folder.run(&["check", "."]);
    let (out, errors) = (output.stdout, String::from_utf8_lossy(&output.stderr));
    assert!(String::from_utf8_lossy(&out).contains("\n2 articles of "), "{errors}");
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_read_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Project::new().file("a.md", BODY).file("sub/b.md", BODY).on_disk();
    let allow = |mode| {
        let permissions = fs::Permissions::from_mode(mode);
        fs::set_permissions(folder.path("sub"), permissions).unwrap();
    };
    allow(0o000);
    // Who may read everything is kept from nothing.
    if fs::read_dir(folder.path("sub")).is_err() {
        folder.check(&["sub: the folder cannot be read"]);
    }
    allow(0o755);
}

#[cfg(unix)]
#[test]
fn a_folder_that_leads_to_itself_comes_to_an_end() {
    use std::os::unix::fs::symlink;
    let folder = Project::new().file("a.md", BODY).on_disk();
    symlink(".", folder.path("again")).unwrap();
    let output = folder.run(&["check", "."]);
    assert_eq!(output.status.code(), Some(0));
}

#[cfg(unix)]
#[test]
fn a_pipe_is_not_waited_for() {
    let folder = Project::new().on_disk();
    let made = Command::new("mkfifo").arg(folder.path("a.md")).status().unwrap();
    assert!(made.success());
    folder.check(&["a.md: the file cannot be read: it is not a regular file"]);
}

#[test]
fn a_file_of_absurd_length() {
    let folder = Project::new().on_disk();
    // Sparse, so that it takes no room.
    fs::File::create(folder.path("a.md")).unwrap().set_len(17 << 20).unwrap();
    folder.check(&["a.md: the file cannot be read: it is longer than 16 MiB"]);
}

#[test]
fn an_article_of_absurdly_many_paragraphs() {
    let most = "a\n\n".repeat((1 << 16) - 1);
    let project = Project::new().file("a.md", format!("# A\n\n{most}").as_bytes());
    project.check(&[]);
    project
        .file("a.md", format!("# A\n\n{most}b").as_bytes())
        .check(&["a.md: it has more than 65536 paragraphs; make several articles of it"]);
}

#[test]
fn text_that_is_not_utf8() {
    let project = Project::new()
        .file("a.md", b"one\ntwo \x93caf\xe9\x94 \x96 \xa31")
        .file("b.txt", b"\xff\xfeh\0i\0")
        .file("c.md", "“mis-taken” said the mayor\u{92}s aide")
        .file("d.md", b"\xff\xfex\0\x00\xd8");
    project.check(&[
        "a.md:2: warning: the text is not UTF-8, so it is read as windows-1252",
        "c.md:1: warning: control characters, the first one U+0092, are mended: 1",
        "d.md:1: warning: some of the text is not UTF-16LE",
    ]);
    let articles = project.read().unwrap().articles;
    let texts: Vec<&str> = articles.iter().map(|article| article.text.trim_start()).collect();
    assert_eq!(
        texts,
        ["one two “café” – £1", "hi", "“mis-taken” said the mayor’s aide", "x\u{fffd}"]
    );
    // A web page says what it is written in.
    let page = b"<meta charset=windows-1251><p>\xca\xe0\xe1\xf3\xeb \xef\xe0\xeb, he said to all of us there.";
    let project = Project::new().file("a.html", page);
    assert!(
        project.read().unwrap().articles[0].text.contains("\u{41a}\u{430}\u{431}\u{443}\u{43b}")
    );
    Project::new().file("a.md", b"\x7fELF\0\0\xff").check(&["a.md:1: the file is not text"]);
}

#[test]
fn control_characters() {
    check(
        "",
        "a\0b\n\tfine\nc\u{85}d\n",
        &["a.md:1: warning: control characters, the first one U+0000, are mended: 2"],
    );
    check("", "lone\rreturn", &["a.md:1: warning: control characters, the first one U+000D"]);
    check_front_matter(
        "title: \"a\\u0007\"",
        &["a.md:2: warning: `title` holds the control character U+0007"],
    );
}

#[test]
fn front_matter_that_cannot_be_read() {
    check(
        "",
        "---\ntitle: a\n\nBody.\n",
        &["a.md:1: the front matter that begins here has no end"],
    );
    check_front_matter("title: a: b", &["a.md:2: warning: the front matter is not YAML"]);
    check_front_matter(
        "title: {a: b}",
        &["a.md:2: warning: `title` is a table, where text is meant"],
    );
    // What has no field is text between two lines across.
    let line_across = |line: u32| format!("a.md:{line}: warning: a line across is not shown");
    check_front_matter("- a", &[&line_across(1), &line_across(3)]);
}

#[test]
fn fields_that_are_unknown_or_stated_twice() {
    let article = "---\ntitel: a\nx: b\noutlet: c\noutlet: d\n---\nBody.";
    let project = Project::new().file("a.md", article).file("b.md", "---\nx: y\n---\nBody.");
    project.check(&[
        ".: warning: fields of front matter that are not used: `x` (2 articles), `titel` (1 article; did you mean `title`?); the fields are title, outlet, label",
        "a.md:5: warning: `outlet` is stated twice, in line 4 already",
    ]);
}

#[test]
fn fields_of_the_wrong_kind() {
    check_front_matter(
        "title: [a]\nauthors: [[b], c]",
        &[
            "a.md:2: warning: `title` is a list, where text is meant",
            "a.md:3: warning: `authors` holds more than names",
        ],
    );
    check(
        "standfirst = 1\narticles = [true]\n",
        "Body.",
        &[
            "a.md: the file is not listed",
            "dossier.toml:2: `standfirst` is a number, where text is meant",
            "dossier.toml:3: `articles` is true or false, where text is meant",
        ],
    );
}

#[test]
fn dates() {
    for date in ["2021-02-30", "2021-13-01", "2021-08-16T24:00", "2021-08-16T10:60"] {
        let fault =
            format!("a.md:2: warning: `published` is “{date}”, which is not in the calendar");
        check_front_matter(&format!("published: {date}"), &[&fault]);
    }
    for date in ["16 August", "8/6/2021", "August 2021"] {
        let fault = format!("a.md:2: warning: `date` is “{date}”, which is not written as a date");
        check_front_matter(&format!("date: {date}"), &[&fault]);
    }
}

#[test]
fn a_zone_may_have_one_figure() {
    let article = "---\ndate: 2015-03-17 14:00:00 -4\n---\nBody.";
    let source = Project::new().file("a.md", article).read().unwrap();
    assert_eq!(source.articles[0].byline.published.as_deref(), Some("2015-03-17T14:00"));
}

#[test]
fn addresses() {
    for url in ["ftp://a.org", "/a", "a.org", "javascript:alert(1)", "https:///a", "https://a b"] {
        let fault = format!("a.md:2: warning: `url` is “{url}”, which is not a web address");
        check_front_matter(&format!("url: {url}"), &[&fault]);
    }
}

#[test]
fn languages() {
    check_front_matter(
        "language: english, mostly",
        &["a.md:2: warning: `language` is “english, mostly”"],
    );
    check("language = \"e\"\n", "Body.", &["dossier.toml:2: `language` is “e”"]);
}

#[test]
fn slugs() {
    let given = |project: &Project| -> Vec<String> {
        project.read().unwrap().articles.into_iter().map(|article| article.slug).collect()
    };
    for (slug, made) in
        [("A", "a"), ("a--b", "a-b"), ("a_b", "a-b"), ("é", "e"), ("a-p12", "a-p12-article")]
    {
        let project = Project::new().file("x.md", format!("---\nslug: {slug}\n---\nBody."));
        let fault = format!(
            "x.md:2: warning: “{slug}” cannot be the article's name in addresses, so that is “{made}”"
        );
        project.check(&[&fault]);
        assert_eq!(given(&project), [made]);
    }
    check_front_matter("slug: p12", &[]);
    check_front_matter("slug: a-p", &[]);
    let project = Project::new()
        .file("Kabul fell.md", BODY)
        .file("speakers.md", BODY)
        .file("post/index.md", BODY)
        .file("….md", "---\ntitle: Кабул\n---\nBody.");
    project.check(&[]);
    assert_eq!(given(&project), ["kabul-fell", "post", "speakers-article", "kabul"]);
}

#[test]
fn two_articles_of_one_slug() {
    let project = Project::new()
        .file("a.md", BODY)
        .file("b.md", "---\nslug: a\n---\nBody.")
        .file("c/a.md", BODY);
    project.check(&[
        "a.md: warning: “a” is the name of `./b.md` in addresses already, so this article's is “a-2”",
        "c/a.md: warning: “a” is the name of `./b.md` in addresses already, so this article's is “a-3”",
    ]);
}

#[test]
fn an_article_without_words() {
    let project = Project::new()
        .file("a.md", "")
        .file("b.md", "---\ntitle: a\n---\n\n")
        .file("c.md", "\u{a0}\n")
        .file("d.md", BODY);
    project.check(&[".: warning: left out: 3 files without text; write the text below"]);
    assert_eq!(project.read().unwrap().articles.len(), 1);
    check("", "", &[".: the dossier has no article", ".: warning: left out: 1 file without text"]);
}

#[test]
fn settings_that_are_not_toml() {
    let settings = "title = 'T\nlanguage = en\n[[speaker]]\nname = 'A'";
    let project = Project::new().file("dossier.toml", settings).file("a.md", BODY);
    project
        .check(&["dossier.toml:1: the file is not TOML", "dossier.toml:2: the file is not TOML"]);
}

#[test]
fn settings_without_a_title() {
    let title = |project: Project, name: &str| {
        project.read_as(name, Faulty::Refused).unwrap().masthead.title
    };
    let untitled = || Project::empty().file("a.md", BODY);
    assert_eq!(title(untitled(), "springfield-votes_2024"), "Springfield votes 2024");
    assert_eq!(title(untitled().file("dossier.toml", "title = ' '"), "x"), "X");
    assert_eq!(title(untitled(), ""), "Dossier");
    let folder = untitled().on_disk();
    assert_eq!(folder.run(&["check", "."]).status.code(), Some(0));
}

#[test]
fn a_list_of_articles_that_differs_from_the_folder() {
    let settings = "title = 'T'\narticles = [\n 'b.md',\n 'c.md',\n 'b.md',\n 'README.md']";
    let project = Project::new()
        .file("dossier.toml", settings)
        .file("a.md", BODY)
        .file("b.md", BODY)
        .file("README.md", BODY);
    project.check(&[
        "a.md: the file is not listed in `articles`",
        "dossier.toml:4: `c.md` is listed, but no article",
        "dossier.toml:5: `b.md` is listed twice, in line 3 already",
        "dossier.toml:6: `README.md` is listed, but no article",
    ]);
}

#[test]
fn the_order_of_articles() {
    #[track_caller]
    fn check(settings: &str, expected: &[&str]) {
        let project = Project::new()
            .file("dossier.toml", settings)
            .file("a.md", BODY)
            .file("b.md", "---\npublished: 2021-08-16T21:40\n---\nBody.")
            .file("c.md", "---\npublished: 2021-08-16\n---\nBody.")
            .file("d.md", "---\npublished: 2021-08-16\n---\nBody.");
        let articles = project.read().unwrap().articles;
        let slugs: Vec<&str> = articles.iter().map(|article| article.slug.as_str()).collect();
        assert_eq!(slugs, expected);
    }
    check("title = 'T'", &["c", "d", "b", "a"]);
    check("title = 'T'\narticles = ['d.md', 'a.md', 'c.md', 'b.md']", &["d", "a", "c", "b"]);
}

#[test]
fn speakers_that_contradict_each_other() {
    check(
        "[[speaker]]\nname = 'A B'\naliases = ['B', 'b']\n[[speaker]]\nname = 'C'\naliases = ['a b']\n\
         [[speaker]]\nname = 'B'\n[[speaker]]\nalias = ['D']\n[speakers]\n",
        "Body.",
        &[
            "dossier.toml:7: “a b” is a name or alias of the speaker in line 3 already",
            "dossier.toml:9: “B” is a name or alias of the speaker in line 4 already",
            "dossier.toml:10: the speaker has no `name`",
            "dossier.toml:11: a speaker has no field `alias`; did you mean `aliases`?",
            "dossier.toml:12: dossier.toml has no field `speakers`; did you mean `speaker`?",
        ],
    );
    check("speaker = ['A']\n", "Body.", &["dossier.toml:2: a `speaker` is text, not a table"]);
    check("speaker = 'A'\n", "Body.", &["dossier.toml:2: `speaker` is text, not a list of tables"]);
}

/// One correction, its fields from line 3 of the settings.
#[track_caller]
fn check_correction(fields: &str, expected: &[&str]) {
    let article = "“We go,” she said.\n\nWe stay and we stay.\n";
    check(&format!("[[correction]]\n{fields}\n"), article, expected);
}

#[test]
fn corrections_whose_words_are_not_found() {
    let fields = |article: &str, words: &str, more: &str| {
        format!("article = '{article}'\nwords = '{words}'\nunattributed = true\n{more}")
    };
    check_correction(&fields("a", "We go", ""), &[]);
    check_correction(
        &fields("a", "they go", ""),
        &["dossier.toml:4: the words “they go” do not occur in `a`; copy the words"],
    );
    check_correction(
        &fields("a", "\"we go,\"", ""),
        &["dossier.toml:4: the words “\"we go,\"” do not occur in `a`; the article has ““We go,””"],
    );
    check_correction(
        &fields("a", "said. We", ""),
        &["dossier.toml:4: the words “said. We” do not"],
    );
    check_correction(
        &fields("a", "stay", ""),
        &["dossier.toml:4: the words “stay” occur 2 times in `a`"],
    );
    check_correction(&fields("a", "stay", "occurrence = 2"), &[]);
    check_correction(
        &fields("a", "stay", "occurrence = 3"),
        &["dossier.toml:6: there is no occurrence 3 of “stay”; the last one in `a` is 2"],
    );
    check_correction(
        &fields("a", "stay", "occurrence = 0"),
        &[
            "dossier.toml:4: the words “stay” occur",
            "dossier.toml:6: `occurrence` is not a whole number from 1",
        ],
    );
    check_correction(&fields("b", "stay", ""), &["dossier.toml:3: there is no article `b`"]);
}

#[test]
fn telling_quotations_whose_words_are_not_found() {
    let telling = |fields: &str, expected: &[&str]| {
        check(&format!("[[telling]]\n{fields}\n"), "We go. We stay. They stay.", expected);
    };
    telling("article = \"a\"\nwords = \"We go\"", &[]);
    telling("article = \"a\"\nwords = \"stay\"\noccurrence = 2", &[]);
    telling(
        "article = \"a\"\nwords = \"stay\"",
        &["dossier.toml:4: the words “stay” occur 2 times in `a`"],
    );
    telling(
        "article = \"a\"\nwords = \"We stand\"",
        &["dossier.toml:4: the words “We stand” do not occur in `a`"],
    );
    telling("article = \"b\"\nwords = \"We go\"", &["dossier.toml:3: there is no article `b`"]);
    telling("article = \"a\"", &["dossier.toml:2: the telling quotation has no `words`"]);
    let four = "article = \"a\"\nwords = \"We go\"\n[[telling]]\n".repeat(3);
    telling(
        &format!("{four}article = \"a\"\nwords = \"We go\""),
        &["dossier.toml:11: there are 4 `[[telling]]` quotations"],
    );
}

#[test]
fn corrections_of_a_mention() {
    let fields = |mention: &str, more: &str| {
        format!("article = 'a'\nmention = '{mention}'\nspeaker = 'A B'\n{more}")
    };
    check_correction(&fields("she", ""), &[]);
    check_correction(
        &fields("They", ""),
        &["dossier.toml:4: the words “They” do not occur in `a`; copy the words"],
    );
    check_correction(
        &fields("she", "words = 'We go'"),
        &["dossier.toml:2: `mention` speaks of all quotations of it"],
    );
    let twice = format!("{}[[correction]]\n{}", fields("she", ""), fields("she", ""));
    check_correction(&twice, &["dossier.toml:6: the words have a correction in line 2 already"]);
}

#[test]
fn corrections_of_what_is_left_out_are_not_blamed() {
    let settings = "title = 'T'\n[[correction]]\narticle = 'a'\nwords = 'x'\nunattributed = true";
    let project = Project::new().file("dossier.toml", settings).file("b.md", BODY);
    let draft = project.clone().file("a.md", "---\ndraft: true\n---\nBody.");
    draft.check(&[".: warning: left out: 1 draft"]);
    let faulty = project.clone().file("a.md", "---\n");
    assert!(faulty.read_as("x", Faulty::LeftOut).is_ok());
    project.check(&["dossier.toml:3: there is no article `a`"]);
}

#[test]
fn the_headline_counts_as_an_occurrence() {
    let settings = "[[correction]]\narticle = 'a'\nwords = 'We go'\nunattributed = true\n";
    let article = "---\ntitle: We go\n---\nWe go.";
    check(settings, article, &["dossier.toml:4: the words “We go” occur 2 times in `a`"]);
}

#[test]
fn words_with_spaces_that_do_not_break() {
    let settings =
        "[[correction]]\narticle = 'a'\nwords = '«\u{a0}Oui\u{a0}»'\nunattributed = true\n";
    check(settings, "«\u{a0}Oui\u{a0}», dit-elle.", &[]);
    check(
        settings,
        "« Oui », dit-elle.",
        &["dossier.toml:4: the words “«\u{a0}Oui\u{a0}»” do not"],
    );
}

#[test]
fn corrections_that_say_too_little_or_too_much() {
    let words = "article = 'a'\nwords = 'We go'";
    check_correction(
        "speaker = 'A'",
        &[
            "dossier.toml:2: the correction has no `article`",
            "dossier.toml:2: the correction has no `words`",
        ],
    );
    check_correction(words, &["dossier.toml:2: the correction does not say what holds"]);
    for both in [
        "speaker = 'A'\nunattributed = true",
        "speaker = 'A'\nspeakers = ['B', 'C']",
        "speaker = 'A'\nnot_quotation = true",
        "unattributed = true\nnot_quotation = true",
        "not_quotation = true\nkind = 'direct'",
    ] {
        let fault = "dossier.toml:2: the correction contradicts itself";
        check_correction(&format!("{words}\n{both}"), &[fault]);
    }
    let flag = format!("{words}\nnot_quotation = false");
    check_correction(&flag, &["dossier.toml:5: `not_quotation` is not `true`"]);
    let kind = format!("{words}\nspeaker = 'A'\nkind = 'quoted'");
    check_correction(&kind, &["dossier.toml:6: “quoted” is no kind of quotation"]);
    let twice = format!("{words}\nspeaker = 'A'\n[[correction]]\n{words}\nspeaker = 'B'");
    check_correction(&twice, &["dossier.toml:6: the words have a correction in line 2 already"]);
}

#[test]
fn a_correction_for_an_article_at_fault_is_not_blamed() {
    let settings = "title = 'T'\n[[correction]]\narticle = 'a'\nwords = 'x'\nunattributed = true";
    let project = Project::new().file("dossier.toml", settings).file("a.md", b"\0\xff");
    project.file("b.md", BODY).check(&["a.md:1: the file is not text"]);
}

#[test]
fn what_has_no_form_is_warned_of() {
    check(
        "",
        "a <iframe>c</iframe>\n\n| d |\n|---|\n",
        &[
            "a.md:1: warning: the element <iframe> is left out",
            "a.md:3: warning: a table is shown as a paragraph a row",
        ],
    );
}

#[test]
fn every_fault_is_reported_in_one_run() {
    let settings = "titel = 'T'\n[[correction]]\narticle = 'b'\nwords = 'x'\nspeaker = 'A'";
    let project = Project::new()
        .file("dossier.toml", settings)
        .file("a.md", b"\0\xff")
        .file("b.md", "---\npublished: 2021-02-30\nurl: x\nx: y\n---\nBody.")
        .file("c.md", "---\ntitle: a\n");
    let faults = [
        "a.md:1: the file is not text",
        "c.md:1: the front matter that begins here has no end",
        "dossier.toml:1: dossier.toml has no field `titel`",
        "dossier.toml:4: the words “x” do not occur",
        ".: warning: fields of front matter that are not used: `x` (1 article); ",
        "b.md:2: warning: `published` is",
        "b.md:3: warning: `url` is",
    ];
    project.check(&faults);
    project.on_disk().check(&faults);
}

#[test]
fn what_is_at_fault_can_be_left_out() {
    let project = Project::new()
        .file("dossier.toml", "title = 'T'\narticles = ['a.md', 'b.md']")
        .file("a.md", b"\0\xff")
        .file("b.md", BODY);
    let source = project.read_as("x", Faulty::LeftOut).unwrap();
    assert_eq!(source.articles.len(), 1);
    let warnings: Vec<String> = source.warnings.iter().map(ToString::to_string).collect();
    check_lines(
        &warnings,
        &[".: 1 article that is at fault left out", "a.md:1: the file is not text"],
    );
    // What the settings say must hold, and nothing is not a dossier.
    let project = project.file("dossier.toml", "titel = 'T'");
    assert_eq!(project.read_as("x", Faulty::LeftOut).unwrap_err().errors.len(), 1);
    let faulty = "---\n";
    let faults = Project::new().file("a.md", faulty).read_as("x", Faulty::LeftOut).unwrap_err();
    assert!(faults.errors[0].what.contains("no article but 1 article that is at fault"));
    let folder = Project::new().file("a.md", faulty).file("b.md", BODY).on_disk();
    let checked = folder.run(&["check", "."]);
    assert_eq!(checked.status.code(), Some(1));
    let errors = String::from_utf8(checked.stderr).unwrap();
    let last = errors.lines().last().unwrap();
    assert!(
        last.starts_with(".: 1 of 2 articles is at fault") && last.contains("`--skip-faulty`"),
        "{errors}"
    );
    assert_eq!(folder.run(&["check", ".", "--skip-faulty"]).status.code(), Some(0));
    // That helps nobody whose settings are at fault, too, or who has no other article.
    for files in [
        [("a.md", faulty), ("dossier.toml", "title = 1")],
        [("a.md", faulty), ("dossier.toml", "")],
    ] {
        let mut project = Project::empty();
        for (name, text) in files {
            project = project.file(name, text);
        }
        let project = if files[1].1.is_empty() { project } else { project.file("b.md", BODY) };
        assert_eq!(project.read().unwrap_err().faulty, None);
    }
}

#[test]
fn drafts_are_left_out_which_is_said() {
    let project = Project::new()
        .file("a.md", BODY)
        .file("b.md", "---\ndraft: true\n---\nBody.")
        .file("c.md", "+++\ndraft = true\n+++\nBody.")
        .file("d.md", "---\npublished: false\n---\n")
        .file("e.md", "---\nstatus: draft\n---\nBody.")
        .file("f.md", "---\ndraft: Yes\n---\nBody.")
        .file("g.md", "---\npublished: off\n---\nBody.")
        .file("h.md", "---\nstatus: Private\n---\nBody.")
        .file("_drafts/i.md", "Body.")
        .file("j.txt", "---\ntitle: T\ndraft: true\n---\nBody.")
        .file("k.md", "---json\n{ \"title\": \"T\", \"draft\": true }\n---\nBody.")
        .file("l.md", "---toml\ndraft = true\n---\nBody.")
        .file("draft_M-0123.html", "<p>Body.");
    project.check(&[".: warning: left out: 12 drafts"]);
    assert_eq!(project.read().unwrap().articles.len(), 1);
}

#[test]
fn pages_that_are_no_articles_are_left_out() {
    let teaser =
        "<h2><a href=/a>Shut</a></h2><p>The council has shut the bridge, and will meet again.</p>";
    let page = format!("<title>The Daily</title><main>{}</main>", teaser.repeat(9));
    let source = Project::new()
        .file("a.md", "A.")
        .file("index.html", &page)
        .file("404.html", "<p>Gone.")
        .read()
        .unwrap();
    assert_eq!(source.articles.len(), 1);
    let reasons: Vec<_> = source.omitted.left_out.iter().map(|file| &file.reason).collect();
    assert_eq!(reasons, [&whosaid::source::Reason::List]);
    let warnings: Vec<String> = source.warnings.iter().map(ToString::to_string).collect();
    assert!(
        warnings.iter().any(|said| said.contains("left out: 1 page that lists articles")),
        "{warnings:?}"
    );
}

#[test]
fn what_is_left_out_is_named_where_all_is_wanted() {
    let folder = Project::new()
        .file("a.md", BODY)
        .file("b.md", "---\ndraft: true\n---\nBody.")
        .file("news/c.md", "---\ntitle: C\n---\n")
        .on_disk();
    let lines = |args: &[&str]| -> Vec<String> {
        let errors = String::from_utf8(folder.run(args).stderr).unwrap();
        errors.lines().map(str::to_owned).collect()
    };
    let counts = [".: warning: left out: 1 draft", ".: warning: left out: 1 file without text"];
    check_lines(&lines(&["check", "."]), &counts);
    let names = [
        "b.md: warning: left out, because it is a draft",
        "news/c.md: warning: left out, because it has no text",
    ];
    check_lines(&lines(&["check", ".", "--all"]), &[counts, names].concat());
}

#[test]
fn plain_text_has_front_matter_where_it_looks_like_that_throughout() {
    let stated =
        "---\ntitle: Calm\nauthor: Ada Roe\nwithdrawn: At her wish\n---\n“We go,” said Ada Voss.";
    let source = Project::new().file("a.txt", stated).read().unwrap();
    assert_eq!(source.articles[0].headline(), Some("Calm"));
    assert_eq!(source.articles[0].byline.withdrawn.as_deref(), Some("At her wish"));
    for text in ["---\nIt is calm.\n---\nWe go.", "---\nnote: it is calm.", "--- \n\n---\n\nWe go."]
    {
        let source = Project::new().file("a.txt", text).read().unwrap();
        assert!(source.articles[0].text.contains("---"), "{text:?}");
    }
}

#[test]
fn a_download_of_a_news_archive_is_named_where_it_is_read_as_one() {
    let download = "Rain\n\nLength: 3 words\n\nBody\n\nIt rained.\n\nEnd of Document\n";
    let source = Project::new().file("a.txt", download).read().unwrap();
    let warnings: Vec<String> = source.warnings.iter().map(ToString::to_string).collect();
    assert!(warnings.iter().any(|it| it.contains("whosaid import")), "{warnings:?}");
}

#[test]
fn text_between_two_lines_across_is_text() {
    let article = "---\nThe council met and said nothing.\n---\n\nMore.";
    let source = Project::new().file("a.md", article).read().unwrap();
    assert!(source.articles[0].text.contains("The council met"), "{}", source.articles[0].text);
    let source = Project::new().file("a.md", "---\n# nothing yet\n---\n\nMore.").read().unwrap();
    assert!(!source.articles[0].text.contains("nothing yet"), "{}", source.articles[0].text);
}

#[test]
fn a_script_as_front_matter_is_not_read() {
    let script = "---js\n{ title: \"T\", draft: true }\n---\nBody.";
    check("", script, &["a.md:1: the front matter is a script, which is not read"]);
}

#[test]
fn authors_in_one_text_are_told_apart() {
    let authors = |stated: &str| {
        let article = format!("---\n{stated}\n---\nBody.");
        Project::new().file("a.md", &article).read().unwrap().articles[0].byline.authors.clone()
    };
    assert_eq!(authors("author: Jane Roe, John Roe"), ["Jane Roe", "John Roe"]);
    assert_eq!(authors("byline: By Jane Roe and John Roe"), ["Jane Roe", "John Roe"]);
    assert_eq!(authors("author: https://example.org/jane"), [""; 0]);
    assert_eq!(
        authors("authors: [\"Roe, Jane\", Reporters Without Borders]"),
        ["Roe, Jane", "Reporters Without Borders"]
    );
    assert_eq!(authors("author: Staff"), ["Staff"]);
    assert_eq!(authors("author: |\n  Jane Roe\n  Staff"), ["Jane Roe", "Staff"]);
    assert_eq!(authors("author: |\n  - Jane Roe\n\n  - John Roe"), ["Jane Roe", "John Roe"]);
    assert_eq!(authors("author: >\n  Jane\n  Roe"), ["Jane Roe"]);
}

#[test]
fn addresses_of_authors_are_not_published() {
    let stated = [
        "author: Jane Roe <jane@roe.example>",
        "author: \"Jane Roe <jane@roe.example>\"",
        "authors: [Jane Roe <jane@roe.example>, ann@roe.example]",
        "authors:\n  - name: \"Jane Roe <jane@roe.example>\"",
    ];
    for stated in stated {
        let article = format!("---\n{stated}\n---\nBody.");
        let source = Project::new().file("a.md", article).read().unwrap();
        assert_eq!(source.articles[0].byline.authors, ["Jane Roe"], "{stated}");
    }
    let handle = Project::new().file("a.md", "---\nauthors: ['@jane']\n---\nBody.").read().unwrap();
    assert_eq!(handle.articles[0].byline.authors, ["@jane"]);
}

#[test]
fn authors_are_texts_tables_or_keys() {
    let authors = "aroe:\n  name: Ada Roe\n  url: https://a.example/\nbvoss:\n  title: Editor\n";
    let check = |front_matter: &str, expected: &[&str]| {
        let project = Project::new()
            .file("blog/authors.yml", authors)
            .file("blog/a.md", format!("{front_matter}\n\nBody.\n"));
        let source = project.read().unwrap();
        assert_eq!(source.articles[0].byline.authors, expected, "{front_matter}");
        assert!(source.warnings.is_empty(), "{:?}", source.warnings);
    };
    check(
        "---\nauthors:\n  - name: Jane Roe\n  - {name: John Roe, url: https://j.example}\n---",
        &["Jane Roe", "John Roe"],
    );
    check("---\nauthor: {name: Jane Roe}\n---", &["Jane Roe"]);
    check("---\nauthor:\n  Name: Jane Roe\n  email: jane@roe.example\n---", &["Jane Roe"]);
    check("+++\n[author]\nname = \"Jane Roe\"\n+++", &["Jane Roe"]);
    check("+++\n[[authors]]\nname = \"Jane Roe\"\n+++", &["Jane Roe"]);
    check("{\"author\": {\"name\": \"Jane Roe\"}}", &["Jane Roe"]);
    check("---\nauthors: aroe\n---", &["Ada Roe"]);
    // A key without a name stays.
    check("---\nauthors: [aroe, bvoss, Jane Roe]\n---", &["Ada Roe", "bvoss", "Jane Roe"]);
    check("---\nauthors:\n  - key: aroe\n    title: Guest\n---", &["Ada Roe"]);
}

#[test]
fn jekylls_authors_lie_among_its_data() {
    let project = Project::new()
        .file("_config.yml", "title: T\n")
        .file("_data/authors.yml", "aroe:\n  name: Ada Roe\n")
        .file("_data/menu.md", "No article.\n")
        .file("_posts/2021-08-17-a.md", "---\nauthor: aroe\n---\n\nBody.\n");
    project.check(&[".: warning: not read: _config.yml; "]);
    let source = project.read().unwrap();
    assert_eq!(source.articles.len(), 1);
    assert_eq!(source.articles[0].byline.authors, ["Ada Roe"]);
}

#[test]
fn what_a_browser_or_a_generator_keeps_beside_articles_is_not_read() {
    let page = "<title>Calm</title><article><h1>Calm</h1><p>It is calm in all of the town today, and nobody \
                has anything else to say of it.</p></article>";
    let project = Project::new()
        .file("calm.html", page)
        .file("calm_files/saved_resource.html", "<script>1</script>")
        .file("calm_files/style.css", "a {}")
        .file("_includes/head.html", "<meta charset=utf-8>")
        .file("_layouts/post.html", "{{ content }}")
        .file("robots.txt", "User-agent: *");
    project.check(&[]);
    assert_eq!(project.read().unwrap().articles.len(), 1);
}

#[test]
fn many_warnings_that_are_alike_are_one_line() {
    let mut project = Project::new();
    for number in 0..30 {
        project = project.file(&format!("a{number:02}.md"), "| d |\n|---|\n\n---\n");
    }
    project.on_disk().check(&[
        "a00.md:1: warning: a table is shown",
        "a00.md: warning: the same in 29 more places of 29 files; `whosaid check FOLDER --all`",
        "a00.md:4: warning: a line across is not shown",
        "a00.md: warning: the same in 29 more places of 29 files; `whosaid check FOLDER --all`",
    ]);
    let output = project.on_disk().run(&["check", ".", "--all"]);
    assert_eq!(String::from_utf8(output.stderr).unwrap().lines().count(), 60);
}

#[test]
fn how_often_a_file_has_something_makes_no_difference() {
    let mut project = Project::new();
    for number in 1..7 {
        let name = format!("a{number}.md");
        project = project.file(&name, format!("{} a[^b]\n\n[^b]: c", "{{ x }}".repeat(number)));
    }
    project.on_disk().check(&[
        "a1.md:1: warning: template code is left out; ",
        "a1.md: warning: the same in 5 more places of 5 files; ",
        "a1.md:3: warning: footnotes are paragraphs where they are defined, and their marks are left out; ",
        "a1.md: warning: the same in 5 more places of 5 files; ",
    ]);
}

#[test]
fn every_unknown_field_of_the_settings_is_named_and_told_where_it_belongs() {
    let settings =
        "title = 'T'\nfooter = 'F'\ntags = 1\nlayout = 2\ntheme = 3\nplugins = 4\nlogo = 'L'\n";
    Project::new().file("dossier.toml", settings).file("a.md", BODY).on_disk().check(&[
        "dossier.toml:2: dossier.toml has no field `footer`; write it below a line `[publisher]`",
        "dossier.toml:7: dossier.toml has no field `logo`; write it below a line `[publisher]`",
        "dossier.toml:3: dossier.toml has no field `tags`; the fields are title, ",
        "dossier.toml: the same in 3 more places of 1 file, in all `tags`, `layout`, `theme`, `plugins`; ",
    ]);
    Project::new().file("dossier.toml", "date = 2024-05-01").file("a.md", BODY).check(&[
        "dossier.toml:1: dossier.toml has no field `date`; write `published` into the front matter",
    ]);
}

#[test]
fn a_summary_for_programs() {
    let folder = Project::new().file("a.md", "---\nx: y\n---\n“We go,” said Ada Voss.").on_disk();
    let output = folder.run(&["check", ".", "--json"]);
    assert_eq!(output.stderr, b"");
    let summary: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(summary["speakers"][0]["name"], "Ada Voss");
    assert_eq!(summary["quotations"]["direct"], 1);
    assert_eq!(summary["articles"][0]["id"], "a");
    assert_eq!(summary["warnings"].as_array().unwrap().len(), 1);
    folder.write("a.md", "---\n");
    let output = folder.run(&["check", ".", "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let summary: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(summary["errors"][0]["line"], 1);
    assert!(summary.get("articles").is_none());
}

/// Two paragraphs of German news with a speaker that English rules would read into it.
const GERMAN: &str = "Der Hafen wurde am Montag nach dem Sturm geschlossen, und die Fähren mussten \
    stundenlang draußen auf ruhigeres Wetter warten.\n\n„Wir öffnen den Hafen erst morgen wieder“, \
    sagte Anna Vogt. So Anna Vogt said: „Das Wasser ist noch viel zu hoch.“\n";

#[test]
fn an_article_in_another_language_keeps_its_marks_and_names_nobody() {
    let words_and_speakers = |project: &Project| -> Vec<(String, usize)> {
        let source = project.read().unwrap();
        let found = attribute(&source.articles, &source.editorial);
        let text = &source.articles[0].text;
        found.quotations[0]
            .iter()
            .map(|quotation| {
                let attribution = &quotation.attribution;
                if attribution.why_open == Some(WhyOpen::Language) {
                    assert_eq!((attribution.mention, attribution.cue), (None, None));
                }
                (quotation.contents[0].of(text).to_owned(), attribution.speakers.len())
            })
            .collect()
    };
    let why = |project: &Project| {
        let source = project.read().unwrap();
        let found = attribute(&source.articles, &source.editorial);
        found.quotations[0][0].attribution.why_open
    };
    let kept =
        [("Wir öffnen den Hafen erst morgen wieder", 0), ("Das Wasser ist noch viel zu hoch.", 0)]
            .map(|(words, n_speakers)| (words.to_owned(), n_speakers));
    // Recognised; or stated by the article, or by the dossier.
    let recognised = Project::new().file("a.md", GERMAN);
    assert_eq!(words_and_speakers(&recognised), kept);
    assert_eq!(why(&recognised), Some(WhyOpen::Language));
    recognised
        .check(&["a.md: warning: the text is in German, so its words in quotation marks are"]);
    assert_eq!(recognised.read().unwrap().masthead.language, "de");
    let stated = Project::new().file("a.md", format!("---\nlanguage: de-AT\n---\n\n{GERMAN}"));
    assert_eq!(words_and_speakers(&stated), kept);
    stated.check(&[]);
    let by_dossier = recognised.clone().file("dossier.toml", "title = \"T\"\nlanguage = \"de\"\n");
    assert_eq!(words_and_speakers(&by_dossier), kept);
    by_dossier.check(&[]);
    // The publisher knows better, and a correction holds in any language.
    let english = Project::new().file("a.md", format!("---\nlanguage: en\n---\n\n{GERMAN}"));
    assert!(words_and_speakers(&english).iter().any(|(_, n_speakers)| *n_speakers == 1));
    english.check(&["a.md: warning: `language` is `en`, but the text reads as German"]);
    let correction = "title = \"T\"\n[[correction]]\narticle = \"a\"\nspeaker = \"Anna Vogt\"\n\
                      words = \"Wir öffnen den Hafen erst morgen wieder\"\n";
    let corrected = words_and_speakers(&recognised.file("dossier.toml", correction));
    assert_eq!(corrected.iter().map(|(_, n_speakers)| *n_speakers).collect::<Vec<_>>(), [1, 0]);
}

#[test]
fn a_summary_says_which_articles_are_not_read() {
    // The later one comes first in the folder.
    let dated = |published: &str, text: &str| format!("---\npublished: {published}\n---\n\n{text}");
    let project = Project::new()
        .file("a.md", dated("2024-05-04", GERMAN))
        .file("b.md", dated("2024-05-03", "A short one.\n"));
    project.check(&["a.md: warning: the text is in German"]);
    let folder = project.on_disk();
    let summary = String::from_utf8(folder.run(&["check", "."]).stdout).unwrap();
    assert!(summary.contains("  not read, in `de`\n"), "{summary}");
    assert!(summary.contains("\n1 article is not in English: "), "{summary}");
    assert_eq!(summary.matches("not read").count(), 1, "{summary}");
}

#[test]
fn english_that_is_said_to_be_another_language_is_noted() {
    let english = "The harbour was closed on Monday after the storm, and the ferries had to wait \
                   outside for hours until the weather was calmer.";
    let settings = "language = \"fr\"\n";
    check(settings, english, &["a.md: warning: `language` is `fr`, but the text reads as English"]);
    check("language = \"en-GB\"\n", english, &[]);
}

#[test]
fn what_an_article_is_about_is_no_unknown_field() {
    let described = |yaml: &str| {
        let source =
            Project::new().file("a.md", format!("---\n{yaml}\n---\n\nBody.\n")).read().unwrap();
        assert!(source.warnings.is_empty(), "{:?}", source.warnings);
        source.site.descriptions.get("a").cloned().unwrap_or_default()
    };
    for name in ["description", "summary", "excerpt", "subtitle", "customExcerpt", "Standfirst"] {
        assert_eq!(described(&format!("{name}: It *is* shut &amp; dark.")), "It is shut & dark.");
    }
    assert_eq!(described("excerpt: b\ndescription: a"), "a");
    assert_eq!(described("extra:\n  summary: a"), "a");
    assert_eq!(described("excerpt: true"), "");
    assert_eq!(described("description: a\nwithdrawn: It was made up."), "");
}

#[test]
fn values_of_front_matter_are_words() {
    let front_matter = "---\ntitle: '<b>Fish</b> &amp; *chips* [today](https://a.example/)<!-- x -->'\n\
                        outlet: \"[[Post|The Post]] {{ site.name }}\"\nauthors: ['**Jane** Roe', aroe]\n\
                        credit: _Photograph_\nslug: a_b_c\nlicence: https://a.example/_b_\n---\n\nBody.\n";
    let project = Project::new()
        .file("a.md", front_matter)
        .file("b.md", "---\ntitle: AT&T < 5\n---\n\nBody.\n")
        .file("authors.yml", "aroe:\n  name: Ada <i>Roe</i>\n");
    let source = project.read().unwrap();
    let article = &source.articles[0];
    assert_eq!(article.slug, "a-b-c");
    assert_eq!(article.headline(), Some("Fish & chips today"));
    assert_eq!(article.byline.outlet.as_deref(), Some("The Post"));
    assert_eq!(article.byline.authors, ["Jane Roe", "Ada Roe"]);
    assert_eq!(article.byline.rights.credit.as_deref(), Some("Photograph"));
    let licence = article.byline.rights.licence.as_ref();
    assert_eq!(licence.and_then(|licence| licence.url.as_deref()), Some("https://a.example/_b_"));
    assert_eq!(source.articles[1].headline(), Some("AT&T < 5"));
    project.check(&[
        "a.md:2: warning: comments are left out",
        "a.md:3: warning: links between notes are shown as words alone",
        "a.md:3: warning: template code is left out",
        "a.md:6: warning: “a_b_c” cannot be the article's name in addresses",
    ]);
}

#[test]
fn rights_are_taken_as_they_are_stated() {
    let source = Project::new()
        .file(
            "a.md",
            "---\ncopyright: © 2021 The Times\ncredit: 'Photograph: Jane Roe'\nlicense: CC-BY-4.0\n---\n\nBody.\n",
        )
        .read()
        .unwrap();
    let rights = &source.articles[0].byline.rights;
    assert_eq!(rights.copyright.as_deref(), Some("© 2021 The Times"));
    assert_eq!(rights.credit.as_deref(), Some("Photograph: Jane Roe"));
    assert_eq!(rights.licence.as_ref().map(|licence| &*licence.name), Some("CC BY 4.0"));
    check_front_matter(
        "licence: a\nlicense: b",
        &[".: warning: fields of front matter that are not used: `license` (1 article"],
    );
    let long = "x".repeat(10_000);
    check_front_matter(
        &format!("credit: {long}"),
        &["a.md:2: warning: `credit` is 10000 characters long, so it is left out; write at most"],
    );
}

#[test]
fn of_a_withdrawn_article_the_head_alone_is_read() {
    let settings =
        "title = \"T\"\n[[correction]]\narticle = \"a\"\nwords = \"We go\"\nunattributed = true\n";
    let article = "---\ntitle: \"Mayor: 'We will go'\"\noutlet: O\nauthors: [A]\npublished: 2021-08-16\n\
                   url: https://a.example/\ncredit: C\nlanguage: en\nwithdrawn: At the author’s wish\n---\n\n\
                   “We go,” said Ada Voss.\n\n<b>Tags</b>, of which nothing is said.\n";
    let project = Project::new().file("dossier.toml", settings).file("a.md", article);
    project.check(&[]);
    let source = project.read().unwrap();
    let [article] = &*source.articles else { panic!("one article is there") };
    assert_eq!(article.text, "Mayor: 'We will go'");
    assert_eq!(article.headline(), Some("Mayor: 'We will go'"));
    let byline = &article.byline;
    assert_eq!(byline.withdrawn.as_deref(), Some("At the author’s wish"));
    assert_eq!(
        (&byline.outlet, &byline.published),
        (&Some("O".into()), &Some("2021-08-16".into()))
    );
    // Any of these may be what it was withdrawn for.
    assert!(byline.authors.is_empty() && byline.url.is_none() && byline.rights.is_empty());
    assert_eq!(attribute(&source.articles, &source.editorial).quotations, [Vec::new()]);
    let folder = project.on_disk();
    let summary = String::from_utf8(folder.run(&["check", "."]).stdout).unwrap();
    assert!(summary.contains("a  withdrawn\n"), "{summary}");
}

#[test]
fn an_article_is_withdrawn_for_a_reason() {
    for value in ["", "true", "Yes", "''"] {
        check_front_matter(
            &format!("withdrawn: {value}"),
            &["a.md:2: `withdrawn` does not say why; write the reason, or take `withdrawn` out"],
        );
    }
    check_front_matter(
        "withdrawm: why",
        &["a.md:2: the front matter has no field `withdrawm`; did you mean `withdrawn`?"],
    );
    // A correction of an article that is not there stays an error.
    let settings = "[[correction]]\narticle = \"b\"\nwords = \"x\"\nunattributed = true\n";
    check(settings, "---\nwithdrawn: why\n---\n", &["dossier.toml:3: there is no article `b`;"]);
}

/// A table `[publisher]` of these lines, from line 3.
#[track_caller]
fn check_publisher(lines: &str, expected: &[&str]) {
    let settings = format!("title = \"T\"\n[publisher]\n{lines}\n");
    Project::new()
        .file("dossier.toml", settings)
        .file("a.md", BODY)
        .file("logo.svg", "<svg viewBox='0 0 30 10'/>")
        .check(expected);
}

#[test]
fn a_publisher_says_who_it_is_and_how_it_looks() {
    let logo = "name = \"N\"\nlogo = \"logo.svg\"\n";
    check_publisher(
        &format!(
            "{logo}url = \"https://a.example\"\nimprint = \"https://a.example/i\"\n\
             privacy = \"http://a.example/p\"\nfooter = \"F\"\naccent = \"#8A1020\"\naccent_dark = \"ff8090\""
        ),
        &[],
    );
    check_publisher(logo, &[]);
    check_publisher("name = \"N\"", &[".: warning: not read: logo.svg; "]);
    check_publisher(
        "logo = \"logo.svg\"",
        &["dossier.toml:3: `logo` has no `name` beside it; add `name = \"…\"`"],
    );
    check_publisher(
        "name = \"N\"\nlogo = \"logi.svg\"",
        &[
            "dossier.toml:4: `logo` is “logi.svg”, which is no picture of the folder; did you mean `logo.svg`?",
            ".: warning: not read: logo.svg; ",
        ],
    );
    check_publisher(
        &format!("{logo}imprint = \"javascript:alert(1)\"\nfooter = \"{}\"", "x".repeat(10_000)),
        &[
            "dossier.toml:5: `imprint` is “javascript:alert(1)”, which is not a web address;",
            "dossier.toml:6: `footer` is 10000 characters long; write at most 300 characters",
        ],
    );
    check_publisher(
        &format!("{logo}imprints = \"x\"\naccentdark = \"x\""),
        &[
            "dossier.toml:5: `[publisher]` has no field `imprints`; did you mean `imprint`?",
            "dossier.toml:6: `[publisher]` has no field `accentdark`; did you mean `accent_dark`?",
        ],
    );
}

#[test]
fn an_accent_that_cannot_be_read_is_refused_with_one_that_can() {
    let check = |lines: &str, expected: &str| {
        check_publisher(&format!("name = \"N\"\nlogo = \"logo.svg\"\n{lines}"), &[expected]);
    };
    check(
        "accent = \"#ffd000\"",
        "dossier.toml:5: `accent` is #ffd000, whose contrast with the light paper (#fdfdfb) is 1.44 to 1; \
         4.5 to 1 can be read; the nearest shade that can be read is #8c7200",
    );
    check(
        "accent = \"#8a1020\"\naccent_dark = \"#8a1020\"",
        "dossier.toml:6: `accent_dark` is #8a1020, whose contrast with the dark paper (#141717) is ",
    );
    check("accent_dark = \"#ff8090\"", "dossier.toml:5: `accent_dark` has no `accent` beside it;");
    for colour in ["red", "#fff", "#12345g", "red;} a{"] {
        check(
            &format!("accent = \"{colour}\""),
            &format!("dossier.toml:5: `accent` is “{colour}”, which is not a colour; write six"),
        );
    }
}

#[test]
fn a_logo_is_a_short_picture_that_runs_nothing() {
    let check = |name: &str, content: &[u8], expected: &str| {
        let settings = format!("title = \"T\"\n[publisher]\nname = \"N\"\nlogo = \"{name}\"\n");
        let project = Project::new().file("dossier.toml", settings).file("a.md", BODY);
        project.file(name, content).check(&[expected]);
    };
    let line =
        |name: &str, what: &str| format!("dossier.toml:4: `logo` is “{name}”, which {what};");
    let script = b"<svg><script>alert(1)</script></svg>";
    check("a.svg", script, &line("a.svg", "holds what runs"));
    check("a.png", b"<svg/>", &line("a.png", "is not what the end of its name says"));
    let long = [b"<svg>".as_slice(), &[b' '; 100_000]].concat();
    check("a.svg", &long, &line("a.svg", "is 101 kB long"));
    check("a.svg", &vec![b' '; 17 << 20], &line("a.svg", "is longer than 16 MiB"));
}

/// A PNG of 3 by 2, as far as its head.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x03\0\0\0\x02\x08\x02\0\0\0";

#[test]
fn pictures_of_the_folder_stand_between_paragraphs_and_are_none_of_the_text() {
    let body = "![At *noon*,\nin rain](images/a%20b.png \"The  bridge\")\n\nOne.\n\n![Again](./top.png)\n\n\
                ![Again](top.png)\n\nTwo.\n";
    let project =
        Project::new().file("a.md", body).file("images/a b.png", PNG).file("top.png", PNG);
    project.check(&[]);
    let source = project.read().unwrap();
    let article = &source.articles[0];
    assert_eq!(article.text, "One.\nTwo.");
    let figures: Vec<_> = article
        .figures
        .iter()
        .map(|figure| (figure.after, &*figure.alt, figure.caption.as_deref(), figure.picture.size))
        .collect();
    let size = Some([3, 2]);
    assert_eq!(
        figures,
        [
            (0, "At noon, in rain", Some("The bridge"), size),
            (1, "Again", None, size),
            (1, "Again", None, size)
        ]
    );
    // Both names have the same content.
    assert_eq!(source.site.files.len(), 1);
    let (file, bytes) = source.site.files.first_key_value().unwrap();
    assert!(file.starts_with("images/picture-") && file.ends_with(".png"), "{file}");
    assert_eq!(bytes, PNG);
    let folder = project.on_disk();
    folder.check(&[]);
}

#[test]
fn a_picture_is_named_from_the_folder_of_its_article_or_from_the_dossiers() {
    let body = "![A](rain.png)\n\n![B](../pictures/b.png)\n\n![C](news/pictures/b.png)\n\nOne.\n";
    let project = Project::new()
        .file("news/bridge/index.md", body)
        .file("news/bridge/rain.png", PNG)
        .file("news/pictures/b.png", [PNG, b"b"].concat())
        .file("rain.png", [PNG, b"c"].concat())
        .file(
            "news/vote.md",
            "![A](rain.png)\n\n![B](../../etc/a.png)\n\n![C](../../news/vote.png)\n\nTwo.\n",
        )
        .file("news/vote.png", PNG);
    project.check(&[
        ".: warning: not read: news/vote.png",
        "news/vote.md:3: warning: the picture “../../etc/a.png” is left out, which is no picture of the folder",
        "news/vote.md:5: warning: the picture “../../news/vote.png” is left out, which is no picture of the folder",
    ]);
    let source = project.read().unwrap();
    let shown = |slug: &str| -> Vec<&[u8]> {
        let article = source.articles.iter().find(|article| article.slug == slug).unwrap();
        let files = article.figures.iter().map(|figure| &figure.picture.file);
        files.map(|file| source.site.files[file].as_slice()).collect()
    };
    let (b, c) = ([PNG, b"b"].concat(), [PNG, b"c"].concat());
    assert_eq!(shown("bridge"), [PNG, &b, &b]);
    assert_eq!(shown("vote"), [c]);
}

#[test]
fn a_picture_is_named_from_the_root_of_a_generators_site() {
    let body =
        "![A](/images/a.png)\n\n![B](/images/b.png)\n\n![C](//other.example/c.png)\n\nOne.\n";
    let project = Project::new()
        .file("hugo.toml", "title = \"T\"\n")
        .file("content/posts/a.md", body)
        .file("content/posts/images/b.png", [PNG, b"c"].concat())
        .file("static/images/a.png", PNG)
        .file("images/b.png", [PNG, b"b"].concat());
    project.check(&[
        ".: warning: not read: content/posts/images/b.png",
        "content/posts/a.md:5: warning: images that are not of the folder are left out",
    ]);
    let source = project.read().unwrap();
    let figures = source.articles[0].figures.iter();
    let shown: Vec<&[u8]> =
        figures.map(|figure| source.site.files[&figure.picture.file].as_slice()).collect();
    assert_eq!(shown, [PNG, &[PNG, b"b"].concat()]);
}

#[test]
fn a_picture_elsewhere_is_named_by_an_end_of_its_path_that_no_other_has() {
    let body =
        "![[p.png|In rain]]\n\n![[Town/q.png|Q]]\n\n![[q.png|Q]]\n\n![X](/img/x.png)\n\nOne.\n";
    let project = Project::new()
        .file("Notes/n.md", body)
        .file("Attachments/p.png", PNG)
        .file("Attachments/Town/q.png", [PNG, b"b"].concat())
        .file("Attachments/q.png", [PNG, b"c"].concat())
        .file("src/img/x.png", [PNG, b"d"].concat());
    project.check(&[
        ".: warning: not read: Attachments/q.png",
        "Notes/n.md:5: warning: the picture “q.png” is left out, which is no picture of the folder",
    ]);
    let source = project.read().unwrap();
    let alts: Vec<&str> =
        source.articles[0].figures.iter().map(|figure| figure.alt.as_str()).collect();
    assert_eq!((alts, source.site.files.len()), (vec!["In rain", "Q", "X"], 3));
}

#[test]
fn pictures_that_nobody_names_are_not_read() {
    let file = |name: &str, content: fn() -> std::io::Result<Vec<u8>>| whosaid::source::File {
        name: name.to_owned(),
        content: Box::new(content),
    };
    let files = [
        file("a.md", || Ok(b"Body.".to_vec())),
        file("a.png", || panic!("it is read")),
        file("b.css", || panic!("it is read")),
    ];
    let reading =
        whosaid::source::Reading { root: Path::new("x"), name: "x", faulty: Faulty::Refused };
    assert!(whosaid::source::read(reading, files).is_ok());
}

#[test]
fn pictures_that_cannot_be_shown_are_named_by_line() {
    let check = |body: &str, expected: &[&str]| {
        let project = Project::new().file("a.md", format!("One.\n\n{body}\n"));
        project.file("images/a.png", PNG).file("b.jpg", PNG).check(expected);
    };
    let both = ".: warning: not read: b.jpg, images/a.png; ";
    check(
        "![x](images/b.png)",
        &[
            both,
            "a.md:3: warning: the picture “images/b.png” is left out, which is no picture of the folder; did \
             you mean `images/a.png`?",
        ],
    );
    check(
        "![x](b.jpg)",
        &[
            ".: warning: not read: images/a.png; ",
            "a.md:3: warning: the picture “b.jpg” is left out, which is not what the end of its name says;",
        ],
    );
    let silent = "a.md:3: warning: the picture does not say what it shows";
    check("![](images/a.png)", &[".: warning: not read: b.jpg; ", silent]);
    // Neither from other origins, nor from outside of the folder, nor amid words, nor what is a document of its own.
    for image in [
        "![x](https://a.example/a.png)",
        "![x](//a.example/a.png)",
        "![x](data:image/png;base64,AAAA)",
        "![x](javascript:alert(1).png)",
        "Words ![x](images/a.png)",
        "- ![x](images/a.png)",
        "![x](images/a.svg)",
    ] {
        check(image, &[both, "a.md:3: warning: images that are not of the folder are left out;"]);
    }
    check(
        "![x](../a.png)",
        &[
            both,
            "a.md:3: warning: the picture “../a.png” is left out, which is no picture of the folder;",
        ],
    );
    let withdrawn = Project::new()
        .file("a.md", "---\nwithdrawn: why\n---\n\n![x](images/a.png)\n")
        .file("images/a.png", PNG);
    withdrawn.check(&[".: warning: not read: images/a.png; "]);
    assert!(withdrawn.read().unwrap().site.files.is_empty());
}

#[test]
fn quotations_to_look_at_are_a_table_with_ready_corrections() {
    let article =
        "“We go,” said Ada Voss.\n\nThe others left. “Nobody knows what will come of it.”\n";
    let folder = Project::new().file("a.md", article).on_disk();
    let table = folder.run(&["check", ".", "--review"]).stdout;
    let mut rows = csv::Reader::from_reader(table.as_slice());
    let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 2);
    // Nobody's words before those whose speaker is plain.
    assert_eq!((&rows[0][3], &rows[0][6]), ("", "Nobody knows what will come of it."));
    assert_eq!(
        (&rows[1][0], &rows[1][1], &rows[1][3], &rows[1][4]),
        ("a", "1", "Ada Voss", "Ada Voss")
    );
    // Each is taken as it is, and then nothing is left to look at.
    let corrections: String = rows.iter().map(|row| row[7].to_owned() + "\n").collect();
    folder.write("dossier.toml", format!("title = \"T\"\n\n{corrections}"));
    folder.check(&[]);
    let table = folder.run(&["check", ".", "--review"]).stdout;
    assert_eq!(csv::Reader::from_reader(table.as_slice()).records().count(), 0);
}

#[test]
fn the_table_of_what_to_look_at_has_no_formula() {
    let article = "“=1+1 is what we go by,” said Ada Voss.\n";
    let folder = Project::new().file("a.md", article).on_disk();
    let table = folder.run(&["check", ".", "--review"]).stdout;
    let mut rows = csv::Reader::from_reader(table.as_slice());
    let row = rows.records().next().unwrap().unwrap();
    assert!(row[6].starts_with("'=1"), "{row:?}");
}

#[test]
fn what_begins_and_does_not_end_takes_no_longer_than_its_length() {
    // Quadratic, each would take minutes.
    for unit in [
        "{{ a ",
        "{% a ",
        "<!-- a ",
        "`a ``",
        "[[a ",
        "%%a ",
        "==a ",
        "a <svg> ",
        "{: a",
        "{% comment %}",
        "<b>",
    ] {
        for name in ["a.md", "a.mdx"] {
            let body = format!("Text.\n\n{}\n", unit.repeat(60_000 / unit.len()));
            let source = Project::new().file(name, body).read().unwrap();
            assert_eq!(source.articles.len(), 1, "{unit}");
        }
    }
}

#[test]
fn a_line_is_answered_before_the_next_is_waited_for() {
    use std::io::{BufRead, BufReader, Write};
    let mut whosaid = Command::new(env!("CARGO_BIN_EXE_whosaid"))
        .args(["quotes", "--jsonl"])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = whosaid.stdin.take().unwrap();
    let output = whosaid.stdout.take().unwrap();
    input.write_all(b"{\"id\": \"a\", \"text\": \"No.\"}\n").unwrap();
    let (sender, answers) = std::sync::mpsc::channel();
    std::thread::spawn(move || sender.send(BufReader::new(output).lines().next()));
    let answer = answers.recv_timeout(std::time::Duration::from_secs(60));
    drop(input);
    whosaid.wait().unwrap();
    assert!(matches!(answer, Ok(Some(Ok(line))) if line.starts_with("{\"id\":\"a\"")));
}

/// What `whosaid quotes --json` says of a file of this name and content.
fn quotes_of(name: &str, content: &str) -> serde_json::Value {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(name), content).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_whosaid"))
        .args(["quotes", "--json", name])
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn quotes_reads_files_with_markup_as_a_dossier_does() {
    let markdown = "---\ntitle: Go\nauthor: Ann Roe\ndraft: true\n---\n\n## Said\n\n\
                    “We **will** go,” said [Jane Doe](https://a.example/b).\n";
    let page = "<title>Go</title><nav>Home</nav><main><h2>Said</h2><p>“We <b>will</b> go,” said \
                Jane Doe.</p></main>";
    for (name, content) in [("a.md", markdown), ("README.MD", markdown), ("a.html", page)] {
        let answer = quotes_of(name, content);
        assert_eq!(answer["text"], "Go\nSaid\n“We will go,” said Jane Doe.", "{name}");
        let [quotation] = answer["quotes"].as_array().unwrap().as_slice() else {
            panic!("{name}: {answer}");
        };
        assert_eq!(quotation["speaker_name"], "Jane Doe", "{name}");
        assert_eq!((&quotation["start"], &quotation["end"]), (&9.into(), &19.into()), "{name}");
    }
}

#[test]
fn quotes_counts_in_the_file_where_that_is_nothing_but_its_paragraphs() {
    let text = "\n\n“We will go,” said Jane Doe.\n\n\nShe left.\n";
    for name in ["a.txt", "a.md"] {
        let answer = quotes_of(name, text);
        assert!(answer.get("text").is_none(), "{name}: {answer}");
        assert_eq!(answer["quotes"][0]["start"], 3, "{name}");
    }
    // Running text is taken as it is, whatever it looks like.
    assert!(
        quotes_of("b.txt", "---\ntitle: A\n---\n\n“We will go,” said Jane Doe.\n")
            .get("text")
            .is_none()
    );
}
