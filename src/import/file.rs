//! A file from elsewhere, by the end of its name: [`read`] gives its articles, and what is wrong with it.
//!
//! Where the bytes come from, and where the articles go, is the caller's business; [`is_passed_over`] and
//! [`is_of_a_page`] say which files of a folder are no sources, and [`Names`] what to call the articles.

use std::collections::BTreeMap;
use std::path::Path;

use super::imported::Imported;
use super::omission::Omission;
use super::unpublished::is_draft_of_medium;
use super::{decode, document, feed, html, json, mhtml, news_archive, table};
use crate::diagnostics::Diagnostics;
use crate::shorten::at_char;
use crate::slug::{NAMELESS, Slugs, article_slug};
use crate::wording::counted;

/// Longest name of a file, without its ending and a number, in bytes.
const MAX_NAME: usize = 60;

/// What a file is, by the end of its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// A web page: `.html`, `.htm`, `.xhtml`; or one in an archive: `.mhtml`, `.mht`.
    Page,
    /// A feed in RSS or Atom: `.xml`, `.rss`, `.atom`.
    Feed,
    /// A table of comma-separated values: `.csv`, `.tsv`.
    Csv,
    /// A table of lines of JSON: `.jsonl`, `.ndjson`.
    JsonLines,
    /// A JSON object, a list of them, a JSON Feed, or an export of Ghost: `.json`.
    Json,
    /// A document of a word processor: `.docx`, `.odt`.
    Document,
    /// A download of a news archive: `.txt`. Other plain text is an article as it is.
    NewsArchive,
}

impl FileKind {
    /// The kind of a file of this name or path; `None` where it is not read.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        let ending = Path::new(name).extension()?.to_string_lossy().to_lowercase();
        Some(match ending.as_str() {
            "html" | "htm" | "xhtml" | "mhtml" | "mht" => Self::Page,
            "xml" | "rss" | "atom" => Self::Feed,
            "csv" | "tsv" => Self::Csv,
            "jsonl" | "ndjson" => Self::JsonLines,
            "json" => Self::Json,
            "docx" | "odt" => Self::Document,
            "txt" => Self::NewsArchive,
            _ => return None,
        })
    }
}

/// Whether a file of a folder is no source: it is hidden or in a hidden folder, or in a folder of a page
/// ([`is_of_a_page`]). `path` has `/` between names, and `is_there` knows all files of the folder by theirs.
pub fn is_passed_over(path: &str, is_there: impl Fn(&str) -> bool) -> bool {
    let is_hidden = |name: &str| name.starts_with('.') && !matches!(name, "." | "..");
    path.split('/').any(is_hidden)
        || path.match_indices('/').any(|(end, _)| is_of_a_page(&path[..end], &is_there))
}

/// Whether the folder `path` is `NAME_files`, which a browser saves beside `NAME.html`: frames and images.
pub fn is_of_a_page(path: &str, is_there: impl Fn(&str) -> bool) -> bool {
    let page =
        ["_files", "_Files", "-Dateien", "_fichiers"].iter().find_map(|end| path.strip_suffix(end));
    page.is_some_and(|page| {
        ["html", "htm", "xhtml"].iter().any(|end| is_there(&format!("{page}.{end}")))
    })
}

/// What a file held.
#[derive(Debug)]
pub struct Contents {
    /// The articles in the file's order, each with its line, from 1, where it has one.
    pub articles: Vec<(Option<u32>, Imported)>,
    /// What could not be read, and what the articles' notes say: the same note is told once.
    pub diagnostics: Diagnostics,
    /// Whether it is plain text that is no download, and so an article as it is.
    pub is_plain_text: bool,
}

impl Contents {
    /// Nothing so far, of a file that is called `path` in diagnostics.
    #[must_use]
    pub fn new(path: &Path) -> Self {
        let diagnostics = Diagnostics::on(path);
        Self { articles: Vec::new(), diagnostics, is_plain_text: false }
    }
}

/// Reads a file that is called `path` in diagnostics.
#[must_use]
pub fn read(path: &Path, kind: FileKind, bytes: &[u8]) -> Contents {
    if kind == FileKind::Document {
        return read_document(path, bytes);
    }
    if !is_archive(path) {
        return read_text(path, kind, bytes, None);
    }
    let Some(page) = mhtml::read(bytes) else {
        let mut contents = Contents::new(path);
        let remedy = "save the page again, as HTML, or take it out of the sources";
        contents.diagnostics.error(None, "the archive has no page in it", remedy);
        return contents;
    };
    read_text(path, kind, &page.html, page.url.as_deref())
}

/// Reads a document of a word processor, which may be a download of a news archive.
fn read_document(path: &Path, bytes: &[u8]) -> Contents {
    let mut reading = Reading::new(path);
    match document::paragraphs(bytes) {
        Ok(paragraphs) => {
            let lines: Vec<&str> =
                paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect();
            let remedy = "mend it in the document, or take it out";
            match news_archive::read(&lines.join("\n")) {
                Some(articles) => {
                    articles
                        .into_iter()
                        .for_each(|(_, article)| reading.add(None, article, remedy));
                }
                None => reading.add(None, document::article(&paragraphs), remedy),
            }
        }
        Err(what) => {
            let remedy = "save it again by the program that wrote it, or as plain text (.txt)";
            reading.contents.diagnostics.error(None, what, remedy);
        }
    }
    reading.finish()
}

/// Whether a file of this name is a web page in an archive.
fn is_archive(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    matches!(ending.as_str(), "mhtml" | "mht")
}

/// Whether a page of this name is shown at addresses where a site has none.
fn is_not_found(path: &Path) -> bool {
    path.file_stem().is_some_and(|stem| stem == "404")
}

fn is_draft(path: &Path) -> bool {
    path.file_name().is_some_and(|name| is_draft_of_medium(&name.to_string_lossy()))
}

/// Reads a file that is text; `address` is where a page is known to come from.
fn read_text(path: &Path, kind: FileKind, bytes: &[u8], address: Option<&str>) -> Contents {
    let mut reading = Reading::new(path);
    let decoded = decode::decode(bytes);
    if decoded.is_binary {
        let remedy = "take it out of the sources";
        reading.contents.diagnostics.error(None, "the file is not text", remedy);
        return reading.finish();
    }
    if let Some(what) = decoded.oddity() {
        let remedy = "look whether the marks of its articles are right";
        reading.contents.diagnostics.warning(None, what, remedy);
    }
    let text = decoded.text;
    match kind {
        FileKind::Page => {
            let remedy = "save the page of an article, or take it out of the sources";
            let page = html::page_from(&text, address).and_then(|page| match path {
                path if is_not_found(path) => Err(Omission::not_found(page.title)),
                path if is_draft(path) => Err(Omission::draft(page.title)),
                _ => Ok(page),
            });
            reading.add(None, page, remedy);
        }
        FileKind::Feed => match feed::read(&text) {
            Ok(entries) => {
                for entry in entries {
                    reading.add(None, entry, "import its page instead");
                }
            }
            Err(what) => {
                let remedy = "save the feed again, or take it out of the sources";
                reading.contents.diagnostics.error(None, what, remedy);
            }
        },
        FileKind::Csv => reading.add_table(table::csv(&text)),
        FileKind::JsonLines => reading.add_table(table::json_lines(&text)),
        FileKind::Json => match json::read(&text) {
            Ok(documents) => {
                for note in documents.notes {
                    let remedy = "look whether something belongs to the articles";
                    reading.contents.diagnostics.warning(None, note, remedy);
                }
                for article in documents.articles {
                    reading.add(None, article, "mend it in the file, or take it out");
                }
            }
            Err(what) => {
                let remedy = "save it again, or take it out of the sources";
                reading.contents.diagnostics.error(None, what, remedy);
            }
        },
        // That is no text, and read elsewhere.
        FileKind::Document => {}
        FileKind::NewsArchive => match news_archive::read(&text) {
            Some(articles) => {
                for (line, article) in articles {
                    reading.add(Some(line), article, "mend it in the file, or take it out");
                }
            }
            None => reading.contents.is_plain_text = true,
        },
    }
    reading.finish()
}

/// A file that is being read.
struct Reading {
    contents: Contents,
    /// Notes of the articles, with the first line and how often.
    notes: BTreeMap<String, (Option<u32>, usize)>,
    /// What is no article that is shown, by the reason.
    not_shown: BTreeMap<String, NotShown>,
}

/// What is left out for one reason.
struct NotShown {
    first_line: Option<u32>,
    count: usize,
    /// The first titles, in quotation marks.
    titles: Vec<String>,
}

/// How many titles are named of what is left out, and how many characters of each.
const MOST_TITLES: usize = 3;
const LONGEST_TITLE: usize = 60;

impl Reading {
    fn new(path: &Path) -> Self {
        Self { contents: Contents::new(path), notes: BTreeMap::new(), not_shown: BTreeMap::new() }
    }

    fn add(&mut self, line: Option<u32>, article: Result<Imported, Omission>, remedy: &str) {
        match article {
            Ok(article) => {
                for note in &article.notes {
                    let (_, n_times) = self.notes.entry(note.clone()).or_insert((line, 0));
                    *n_times += 1;
                }
                self.contents.articles.push((line, article));
            }
            Err(Omission::Fault(what)) => self.contents.diagnostics.error(line, what, remedy),
            Err(Omission::NotShown { title, reason }) => self.leave_out(line, title, reason),
        }
    }

    fn leave_out(&mut self, line: Option<u32>, title: Option<String>, reason: String) {
        let none = || NotShown { first_line: line, count: 0, titles: Vec::new() };
        let not_shown = self.not_shown.entry(reason).or_insert_with(none);
        not_shown.count += 1;
        if let Some(title) = title.filter(|_| not_shown.titles.len() < MOST_TITLES) {
            not_shown.titles.push(format!("“{}”", at_char(&title, LONGEST_TITLE)));
        }
    }

    fn add_table(&mut self, table: table::Table) {
        if let Some(what) = table.fault {
            let remedy = "rename the column that has the text; of a mere list of pages, save and import those";
            self.contents.diagnostics.error(1, what, remedy);
        }
        for note in table.notes {
            let remedy = "rename a column if its content belongs to the articles";
            self.contents.diagnostics.warning(1, note, remedy);
        }
        for (line, row) in table.rows {
            self.add(Some(line), row, "mend the row, or take it out");
        }
    }

    fn finish(mut self) -> Contents {
        for (reason, NotShown { first_line, count, titles }) in self.not_shown {
            let mut what = format!("left out: {} {reason}", counted(count, "entry", "entries"));
            if !titles.is_empty() {
                let n_more = count - titles.len();
                let more = if n_more > 0 { format!(" and {n_more} more") } else { String::new() };
                what += &format!(" ({}{more})", titles.join(", "));
            }
            let remedy = "import their pages instead if they belong to the articles";
            self.contents.diagnostics.warning(first_line, what, remedy);
        }
        for (note, (line, n_times)) in self.notes {
            let often = if n_times > 1 { format!(" ({n_times} times)") } else { String::new() };
            let remedy = "add to the articles what you know better";
            self.contents.diagnostics.warning(line, format!("{note}{often}"), remedy);
        }
        self.contents
    }
}

/// The names that articles of one run have, without the ending of a file.
#[derive(Debug, Default)]
pub struct Names {
    given: Slugs,
}

impl Names {
    /// The [name of an article](base_name), with a number behind it where another of this run has that.
    pub fn name(&mut self, from: &Path, article: &Imported) -> String {
        self.given.give(&base_name(from, article))
    }
}

/// What an article is called, by the name that it had in addresses, its title, or else the file that it came from, as
/// a dossier takes it: lower-case letters, digits and single hyphens. Several may be called the same.
#[must_use]
pub fn base_name(from: &Path, article: &Imported) -> String {
    let of_file = from.file_stem().unwrap_or_default().to_string_lossy();
    let stated = [&article.slug, &article.title].into_iter().flatten();
    let base = stated.map(String::as_str).find_map(short_name).or_else(|| short_name(&of_file));
    base.unwrap_or_else(|| NAMELESS.to_owned())
}

/// A title as the name of a file: the slug that a dossier makes of it, cut between words where it is long.
/// `None` where it has no letter or digit.
fn short_name(title: &str) -> Option<String> {
    let slug = article_slug(&title.replace(['’', '\''], ""));
    let near = &slug[..slug.len().min(MAX_NAME + 1)];
    let whole = near.rfind('-').filter(|_| near.len() > MAX_NAME);
    let name = &near[..whole.unwrap_or(near.len().min(MAX_NAME))];
    (!name.is_empty()).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_name_is_its_kind() {
        assert_eq!(FileKind::of("in/a.b.HTM"), Some(FileKind::Page));
        assert_eq!(FileKind::of("a.ndjson"), Some(FileKind::JsonLines));
        for name in ["", "html", ".html", "a.html/b", "a.md"] {
            assert_eq!(FileKind::of(name), None, "{name}");
        }
    }

    #[test]
    fn what_is_hidden_or_of_a_page_is_no_source() {
        let is_there = |path: &str| ["x/a.html", "b_files"].contains(&path);
        assert!(is_of_a_page("x/a_files", is_there));
        assert!(!is_of_a_page("b_files", is_there));
        for path in [".a.html", "x/.b/c.html", "x/a_files/f.html", "x/a_files/d/f.html"] {
            assert!(is_passed_over(path, is_there), "{path}");
        }
        for path in ["x/a.html", "a_files/f.html", "x/a_files", "x/c_files/f.html", "../b."] {
            assert!(!is_passed_over(path, is_there), "{path}");
        }
    }

    #[test]
    fn the_same_note_is_told_once() {
        let table = b"title,text,date\nA,b,soon\nC,d,soon\n";
        let contents = read(Path::new("in/t.csv"), FileKind::Csv, table);
        let lines: Vec<Option<u32>> = contents.articles.iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, [Some(2), Some(3)]);
        let warnings: Vec<String> =
            contents.diagnostics.warnings.iter().map(ToString::to_string).collect();
        assert_eq!(warnings.len(), 1, "{warnings:?}");
        assert!(warnings[0].starts_with("in/t.csv:2: ") && warnings[0].contains("(2 times); "));
    }

    #[test]
    fn a_page_in_an_archive_is_a_page() {
        let words = "The council of the town voted on Monday, and it will meet again. ".repeat(9);
        let words = &format!("{words}See <a href=/two>the plan</a>.");
        let archive = format!(
            "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\
             Content-Location: https://a.example/one\n\n<title>Shut</title><p>{words}</p>\n--b--\n"
        );
        let mut contents = read(Path::new("a.MHT"), FileKind::Page, archive.as_bytes());
        let (_, article) = contents.articles.pop().expect("it has a page");
        assert_eq!(article.title.as_deref(), Some("Shut"));
        assert_eq!(article.url.as_deref(), Some("https://a.example/one"));
        assert!(
            article.body.ends_with(". See [the plan](https://a.example/two)."),
            "{}",
            article.body
        );
        let broken = read(Path::new("a.mhtml"), FileKind::Page, b"<p>A.</p>");
        assert_eq!(broken.diagnostics.errors[0].what, "the archive has no page in it");
    }

    #[test]
    fn the_page_of_a_site_for_missing_ones_is_no_article() {
        let page =
            format!("<title>Not found</title><main><p>{}</main>", "Nothing is there. ".repeat(30));
        let read = |name: &str| read(Path::new(name), FileKind::Page, page.as_bytes());
        assert_eq!(read("in/405.html").articles.len(), 1);
        let missing = read("in/404.html");
        assert!(missing.articles.is_empty() && missing.diagnostics.errors.is_empty());
        let what = "left out: 1 entry that stands for pages that are missing (“Not found”)";
        assert_eq!(missing.diagnostics.warnings[0].what, what);
        let draft = read("in/draft_Not-yet-0123.html");
        assert!(draft.articles.is_empty() && draft.diagnostics.errors.is_empty());
        let what = "left out: 1 entry whose file is named as a draft (“Not found”)";
        assert_eq!(draft.diagnostics.warnings[0].what, what);
        assert_eq!(read("in/draft-law-passes.html").articles.len(), 1);
    }

    #[test]
    fn what_is_not_shown_is_told_once_for_each_reason() {
        let item = |title: &str, kind: &str, status: &str, text: &str| {
            format!(
                "<item><title>{title}</title><description>{text}</description><wp:post_type>{kind}</wp:post_type>\
                 <wp:status>{status}</wp:status></item>"
            )
        };
        let items = [
            item("Shut", "post", "publish", "It is shut."),
            item("a.jpg", "attachment", "inherit", ""),
            item("b.jpg", "attachment", "inherit", ""),
            item("c.jpg", "attachment", "inherit", ""),
            item("d.jpg", "attachment", "inherit", ""),
            item("Contact", "page", "publish", ""),
            item("Later", "post", "draft", "Not yet."),
            item("", "nav_menu_item", "publish", ""),
            item("Secret", "post", "publish", "Hush.")
                .replace("</item>", "<wp:post_password>x</wp:post_password></item>"),
        ];
        let feed = format!(
            "<rss version='2.0' xmlns:wp='http://wordpress.org/export/1.2/'><channel><title>T</title>{}</channel></rss>",
            items.concat()
        );
        let contents = read(Path::new("in/w.xml"), FileKind::Feed, feed.as_bytes());
        assert_eq!(contents.articles.len(), 1);
        assert!(contents.diagnostics.errors.is_empty());
        let warnings: Vec<&str> =
            contents.diagnostics.warnings.iter().map(|warning| warning.what.as_str()).collect();
        assert_eq!(
            warnings,
            [
                "left out: 4 entries of the type `attachment` (“a.jpg”, “b.jpg”, “c.jpg” and 1 more)",
                "left out: 1 entry of the type `nav_menu_item`",
                "left out: 1 entry that the site shows by a password (“Secret”)",
                "left out: 1 entry whose status is `draft` (“Later”)",
                "left out: 1 entry without text (“Contact”)",
                "the feed has the summary alone",
            ]
        );
        let table = read(Path::new("t.csv"), FileKind::Csv, b"title,text\nA,\nB,b\n");
        assert_eq!(table.diagnostics.warnings[0].line, Some(2));
        assert!(table.diagnostics.errors.is_empty());
        // Where nothing can have a text, something is wrong.
        let table = read(Path::new("t.csv"), FileKind::Csv, b"title,words\nA,a\n");
        let what =
            "there is no column `text`, `body`, `content` or `html`, so no row is an article";
        assert_eq!(table.diagnostics.errors[0].what, what);
    }

    #[test]
    fn names_are_short_and_plain() {
        let check = |title: &str, expected: Option<&str>| {
            assert_eq!(short_name(title).as_deref(), expected, "{title}");
        };
        check("The Mayor’s “Plan”: Élan, 3.5 %!", Some("the-mayors-plan-elan-3-5"));
        check("Путин 2021", Some("putin-2021"));
        check("…", None);
        let long = "word ".repeat(30);
        check(&long, Some(&long[..59].replace(' ', "-")));
        check(&"a".repeat(99), Some(&"a".repeat(60)));
    }

    #[test]
    fn names_are_those_that_a_dossier_takes() {
        let mut names = Names::default();
        let mut name = |title: &str| {
            let article = Imported { title: Some(title.to_owned()), ..Imported::default() };
            names.name(Path::new("x/Page 7.html"), &article)
        };
        assert_eq!(name("Speakers"), "speakers-article");
        assert_eq!(name("A"), "a");
        assert_eq!(name("a!"), "a-2");
        assert_eq!(name("Plan P3"), "plan-p3-article");
        assert_eq!(name("Мэр"), "mer");
        assert_eq!(name("…"), "page-7");
    }
}
