//! [`Folder`]: the files of a dossier in memory, as [`source`] reads them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::rc::Rc;

use toml_edit::{Array, DocumentMut, Item, value};

use super::message::Problem;
use crate::archive;
use crate::article::ParagraphKind;
use crate::diagnostics::longer_than;
use crate::import::file::{self as sources, FileKind, Names};
use crate::import::{Imported, decode, html, is_download_of_news_archive, one_line, plain_text};
use crate::review::Edit;
use crate::source::{
    self, Faulty, Field, File, Reason, SETTINGS, front_matter_of_plain, with_field,
};
use crate::wording::{counted, thousands};

/// The most articles, and bytes of all files, that a page takes; more is the command line's.
pub const MOST_ARTICLES: usize = 1_000;
/// See [`MOST_ARTICLES`].
pub const MOST_BYTES: usize = 20_000_000;

/// The most that is taken out of a zip: somewhat more than a page takes, so that what is too much is named.
const LIMITS: archive::Limits =
    archive::Limits { n_files: 5_000, file: 64_000_000, all: 100_000_000 };

/// What a dossier is called that has no title yet.
pub const UNTITLED: &str = "Untitled dossier";

/// The files by their paths. A copy of it shares their bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folder {
    files: BTreeMap<String, Rc<[u8]>>,
}

/// How many files are named one by one of which the same is said.
const MOST_ALIKE: usize = 10;

/// What was added at a time.
#[derive(Debug, Default)]
pub struct Added {
    /// The paths of the files that were put into the dossier.
    pub paths: Vec<String>,
    /// What was not taken, or what was odd with what was.
    problems: Vec<Problem>,
    names: Names,
    /// The files for which there was no room.
    too_many: Vec<String>,
    /// The folders that a browser saved beside pages, and how many files they have.
    of_pages: BTreeMap<String, usize>,
}

impl Added {
    fn problem(&mut self, file: &str, words: impl Into<String>) {
        let mut words = words.into();
        if !words.ends_with('.') {
            words.push('.');
        }
        self.problems.push(Problem { file: file.to_owned(), words, may_go: false });
    }

    /// Notes a file that is passed over: hidden ones in silence.
    fn pass_over(&mut self, path: &str, is_there: impl Fn(&str) -> bool) {
        let mut folders = path.match_indices('/').map(|(end, _)| &path[..end]);
        if let Some(folder) = folders.find(|folder| sources::is_of_a_page(folder, &is_there)) {
            *self.of_pages.entry(folder.to_owned()).or_default() += 1;
        }
    }

    /// What was not taken, or what was odd with what was. Of what is the same of many files, the first are named.
    #[must_use]
    pub fn into_problems(self) -> Vec<Problem> {
        let Self { problems, too_many, of_pages, .. } = self;
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for problem in &problems {
            *counts.entry(&problem.words).or_default() += 1;
        }
        let is_often = |words: &str| counts.get(words).is_some_and(|n| *n > MOST_ALIKE);
        let mut told: BTreeSet<&str> = BTreeSet::new();
        let mut short = Vec::new();
        for problem in &problems {
            if !is_often(&problem.words) {
                short.push(problem.clone());
            } else if told.insert(&problem.words) {
                let alike = problems.iter().filter(|other| other.words == problem.words);
                let files: Vec<&str> = alike.map(|problem| problem.file.as_str()).collect();
                short.push(Problem { file: first_of(&files), ..problem.clone() });
            }
        }
        let whole = |words: String| Problem { words, ..Problem::default() };
        if !of_pages.is_empty() {
            let n_files = of_pages.values().sum();
            let folders: Vec<&str> = of_pages.keys().map(String::as_str).collect();
            short.push(whole(format!(
                "{} in {} that a browser saved beside pages: no articles, so left out.",
                counted(n_files, "file", "files"),
                first_of(&folders)
            )));
        }
        if !too_many.is_empty() {
            short.push(whole(format!(
                "Not added: {}. A page takes {} articles or {} MB; take the folder away, put the rest into it, and make \
                 the dossier with the command `whosaid press`.",
                first_of(&too_many),
                thousands(MOST_ARTICLES as u64),
                MOST_BYTES / 1_000_000
            )));
        }
        short
    }
}

/// The first of some names, and how many more there are.
fn first_of<T: AsRef<str>>(names: &[T]) -> String {
    let first: Vec<&str> = names.iter().take(MOST_ALIKE).map(AsRef::as_ref).collect();
    let first = first.join(", ");
    match names.len().saturating_sub(MOST_ALIKE) {
        0 => first,
        n_more => format!("{first} and {n_more} more"),
    }
}

impl Folder {
    /// The folder of these files.
    #[must_use]
    pub fn of(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Self {
        let files = files.into_iter().map(|(path, bytes)| (path, bytes.into())).collect();
        Self { files }
    }

    /// The files, by path.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(path, bytes)| (path.as_str(), &**bytes))
    }

    /// The length of all files in bytes.
    #[must_use]
    pub fn n_bytes(&self) -> usize {
        self.files.values().map(|bytes| bytes.len()).sum()
    }

    /// Whether it takes no further article.
    fn has_most_articles(&self) -> bool {
        // Most folders have far fewer files.
        self.files.len() >= MOST_ARTICLES
            && self.files.keys().filter(|path| source::is_article(path)).count() >= MOST_ARTICLES
    }

    /// Whether there is no file but the settings.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.keys().all(|path| path == SETTINGS)
    }

    /// Whether there is a file of that path.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// Reads the dossier, without the articles that are at fault.
    ///
    /// # Errors
    ///
    /// Where there is no article, or the settings are at fault.
    pub fn read(&self) -> Result<source::Source, source::Faults> {
        let reading =
            source::Reading { root: Path::new(""), name: UNTITLED, faulty: Faulty::LeftOut };
        source::read(reading, self.named())
    }

    fn named(&self) -> impl Iterator<Item = File<'_>> {
        self.files.iter().map(|(path, bytes)| File {
            name: path.clone(),
            content: Box::new(|| Ok(bytes.to_vec())),
        })
    }

    /// Adds files that were dropped or chosen together: what a dossier is made of as it is, web pages, feeds and
    /// tables as the articles in them, and of a zip all that is in it. `progress` is told how many are done with.
    pub fn add(
        &mut self,
        mut files: Vec<(String, Result<Vec<u8>, String>)>,
        added: &mut Added,
        mut progress: impl FnMut(usize),
    ) {
        let paths: BTreeSet<String> = files.iter().map(|(path, _)| path.clone()).collect();
        if is_site(&paths, "") {
            return added.problem("index.html", SITE);
        }
        let is_dossier = paths.contains(SETTINGS);
        // First, because they are taken where there is no article yet.
        files.sort_by_key(|(path, _)| path != SETTINGS);
        for (n_done, (path, bytes)) in files.into_iter().enumerate() {
            progress(n_done);
            // A browser saves more beside a page than the page.
            if sources::is_passed_over(&path, |path| paths.contains(path)) {
                added.pass_over(&path, |path| paths.contains(path));
                continue;
            }
            match bytes {
                Ok(bytes) => self.add_or_unpack(&path, bytes, is_dossier, added),
                Err(why) => added.problem(&path, why),
            }
        }
    }

    fn add_or_unpack(&mut self, path: &str, bytes: Vec<u8>, is_dossier: bool, added: &mut Added) {
        if is_zip(path, &bytes) {
            match archive::unpack(&bytes, LIMITS) {
                Ok(archive::Unpacked { mut files, refused }) => {
                    for (inner, what) in refused {
                        added.problem(&format!("{path}/{inner}"), what);
                    }
                    let top = common_folder(&files).to_owned();
                    let paths: BTreeSet<String> =
                        files.iter().map(|(path, _)| path.clone()).collect();
                    if is_site(&paths, &top) {
                        return added.problem(path, SITE);
                    }
                    let settings = format!("{top}{SETTINGS}");
                    let is_dossier = is_dossier || paths.contains(&settings);
                    files.sort_by_key(|(path, _)| *path != settings);
                    for (path_in_zip, bytes) in files {
                        let inner = path_in_zip.strip_prefix(&*top).unwrap_or(&path_in_zip);
                        if sources::is_passed_over(&path_in_zip, |path| paths.contains(path)) {
                            added.pass_over(&path_in_zip, |path| paths.contains(path));
                            continue;
                        }
                        if is_zip(inner, &bytes) {
                            added.problem(
                                &format!("{path}/{inner}"),
                                "is a zip in a zip; unpack it and add what is in it",
                            );
                        } else {
                            self.add_one(inner, bytes, is_dossier, added);
                        }
                    }
                }
                Err(what) => added.problem(path, what),
            }
        } else {
            self.add_one(path, bytes, is_dossier, added);
        }
    }

    /// Adds a file; `is_dossier` where settings came with it, which mean its articles by their files.
    fn add_one(&mut self, path: &str, bytes: Vec<u8>, is_dossier: bool, added: &mut Added) {
        if source::is_ignored(path) {
            if !path.split('/').any(|name| name.starts_with('.')) {
                added.problem(
                    path,
                    "has a name, or is in a folder, of which nothing is read; rename it if it is an article",
                );
            }
            return;
        }
        match FileKind::of(path) {
            Some(FileKind::Page) if is_dossier && source::is_read(path) => {
                self.put(path.to_owned(), bytes, is_dossier, added);
            }
            Some(FileKind::NewsArchive)
                if is_dossier || !is_download_of_news_archive(&decode::decode(&bytes).text) =>
            {
                self.put(path.to_owned(), bytes, is_dossier, added);
            }
            Some(kind) => {
                let contents = sources::read(Path::new(path), kind, &bytes);
                let notes = contents.diagnostics;
                if contents.articles.is_empty() && notes.errors.is_empty() {
                    let words = match kind {
                        FileKind::Feed => "is a feed without an entry that is an article",
                        FileKind::Csv | FileKind::JsonLines => "has no row that is an article",
                        FileKind::Json
                        | FileKind::Page
                        | FileKind::Document
                        | FileKind::NewsArchive => "has no article in it",
                    };
                    added.problem(path, words);
                }
                for note in notes.errors.into_iter().chain(notes.warnings) {
                    added.problem(path, said(note.line, &note.what, &note.remedy));
                }
                for (_, article) in contents.articles {
                    self.add_article(path, &article, added);
                }
            }
            None if path == SETTINGS => self.add_settings(bytes, added),
            None if source::is_read(path) => self.put(path.to_owned(), bytes, is_dossier, added),
            None => added.problem(path, why_not_read(path)),
        }
    }

    /// Adds what was pasted: a page, or else words, whose first line is the headline where it is short.
    ///
    /// # Errors
    ///
    /// Where there is nothing to read in it.
    pub fn paste(&mut self, html: &str, text: &str, added: &mut Added) -> Result<(), String> {
        let page = (!html.trim().is_empty()).then(|| html::page(html).ok()).flatten();
        let source = decode::decode(text.as_bytes()).text;
        if is_address(&source) {
            return Err("This is an address, and the page loads nothing from other sites. Open it in a tab of its own, \
                        save the page there, and drop the file here; or copy the article’s words and paste them."
                .to_owned());
        }
        let page = page.or_else(|| is_markup(&source).then(|| html::page(&source).ok()).flatten());
        let article = match page {
            Some(page) => page,
            None => plain_text::article(&source).ok_or(
                "There are no words in it. Copy the article’s words, or save its page and drop the file here.",
            )?,
        };
        self.add_article("pasted.txt", &article, added);
        Ok(())
    }

    fn add_article(&mut self, from: &str, article: &Imported, added: &mut Added) {
        let name = added.names.name(Path::new(from), article);
        self.put(format!("{name}.md"), article.to_markdown().into_bytes(), false, added);
    }

    /// Puts a file into the folder, under another name where it has one of that name with other content.
    fn put(&mut self, path: String, bytes: Vec<u8>, is_dossier: bool, added: &mut Added) {
        if bytes.len() as u64 > source::MAX_FILE {
            let what = longer_than(source::MAX_FILE);
            return added.problem(&path, format!("{what}; no article is, so look what it is"));
        }
        let is_article = source::is_article(&path);
        let n_bytes = self.n_bytes() + bytes.len();
        if n_bytes > MOST_BYTES || is_article && self.has_most_articles() {
            return added.too_many.push(path);
        }
        // Settings and articles mean files by their paths, so those of a dossier are kept even where two are equal.
        let may_be_left = |known: &str| known == path || is_article && !is_dossier;
        let mut same = self.files.iter().filter(|(_, known)| known[..] == bytes[..]);
        if let Some((known, _)) = same.find(|(known, _)| may_be_left(known)) {
            let known = known.clone();
            return added.problem(&path, format!("is there already, as {known}"));
        }
        if !is_article && self.has(&path) {
            let words = "is another file than the one of that name here; rename one of the two";
            return added.problem(&path, words);
        }
        let asked = path.clone();
        let (stem, ending) = path.rsplit_once('.').unwrap_or((&path, ""));
        let numbered = (2..).map(|number: u32| format!("{stem}-{number}.{ending}"));
        let mut paths = std::iter::once(path.clone()).chain(numbered);
        let path =
            paths.find(|path| !self.files.contains_key(path)).expect("there is no last number");
        if path != asked && is_dossier {
            added.problem(&asked, format!("is kept as {path}, because another has its name"));
        }
        self.files.insert(path.clone(), bytes.into());
        self.list(&path);
        added.paths.push(path);
    }

    /// Takes settings over where there are none but a title.
    fn add_settings(&mut self, bytes: Vec<u8>, added: &mut Added) {
        if !self.is_empty() && self.has(SETTINGS) {
            return added.problem(
                SETTINGS,
                "is another dossier’s, and this one has its own already; make a new dossier for it",
            );
        }
        self.files.insert(SETTINGS.to_owned(), bytes.into());
        added.paths.push(SETTINGS.to_owned());
    }

    /// The settings as they can be written into.
    ///
    /// # Errors
    ///
    /// Where they are no TOML.
    fn settings(&self) -> Result<DocumentMut, String> {
        self.settings_text().parse().map_err(|error: toml_edit::TomlError| {
            format!("dossier.toml cannot be read, so it is left as it is: {error}")
        })
    }

    /// The dossier's title, as its settings have it.
    #[must_use]
    pub fn title(&self) -> String {
        let settings = self.settings().ok();
        let title = settings.as_ref().and_then(|settings| settings.get("title")?.as_str());
        title.unwrap_or(UNTITLED).to_owned()
    }

    /// The folder but for its settings.
    #[must_use]
    pub fn without_settings(&self) -> Self {
        let mut folder = self.clone();
        folder.files.remove(SETTINGS);
        folder
    }

    /// Writes what was said of a quotation into the settings.
    ///
    /// # Errors
    ///
    /// Where they cannot be read.
    pub fn edit(&mut self, edit: &Edit) -> Result<(), String> {
        let settings = edit.apply(&self.settings_text()).map_err(|error| error.to_string())?;
        self.files.insert(SETTINGS.to_owned(), settings.into_bytes().into());
        Ok(())
    }

    fn settings_text(&self) -> String {
        let bytes = self.files.get(SETTINGS).map_or(&[][..], |bytes| bytes);
        decode::decode(bytes).text
    }

    fn set_settings(&mut self, settings: &DocumentMut) {
        self.files.insert(SETTINGS.to_owned(), settings.to_string().into_bytes().into());
    }

    /// Gives the dossier a title.
    ///
    /// # Errors
    ///
    /// Where its settings cannot be written into.
    pub fn set_title(&mut self, title: &str) -> Result<(), String> {
        let mut settings = self.settings()?;
        settings["title"] = value(one_line(title).unwrap_or_else(|| UNTITLED.to_owned()));
        self.set_settings(&settings);
        Ok(())
    }

    /// Gives the dossier a title where it states none, so that it is the same wherever its folder lies.
    pub fn settle_title(&mut self) {
        if self.settings().is_ok_and(|settings| settings.get("title").is_none()) {
            // It can be read, so it can be written.
            let _ = self.set_title(UNTITLED);
        }
    }

    /// Takes a file out, and what the settings say of it: its place in the order, and corrections and telling quotations
    /// of the article `slug`.
    pub fn remove(&mut self, path: &str, slug: Option<&str>) {
        self.files.remove(path);
        let Ok(mut settings) = self.settings() else { return };
        let before = settings.to_string();
        if let Some(order) = order_of(&mut settings) {
            order.retain(|name| name.as_str() != Some(path));
        }
        for name in ["correction", "telling"] {
            let tables = settings.get_mut(name).and_then(|item| item.as_array_of_tables_mut());
            if let (Some(tables), Some(slug)) = (tables, slug) {
                tables.retain(|table| table.get("article").and_then(Item::as_str) != Some(slug));
            }
        }
        if settings.to_string() != before {
            self.set_settings(&settings);
        }
    }

    /// Sets a field of an article; a file of plain text becomes one of Markdown.
    ///
    /// # Errors
    ///
    /// Why it cannot be.
    pub fn set(&mut self, path: &str, field: Field, text: &str) -> Result<(), String> {
        let bytes =
            self.files.get(path).ok_or_else(|| format!("There is no file {path} any more."))?;
        let file = decode::decode(bytes).text;
        if !path.to_lowercase().ends_with(".txt") {
            let file = with_field(&file, field, text)?;
            self.files.insert(path.to_owned(), file.into_bytes().into());
            return Ok(());
        }
        let mut markdown = self.as_markdown(path).ok_or("The file cannot be read as text.")?;
        markdown = with_field(&markdown, field, text)?;
        let name = format!("{}.md", &path[..path.len() - ".txt".len()]);
        if self.has(&name) {
            return Err(format!("There is a file {name} already; rename one of the two."));
        }
        self.files.remove(path);
        self.files.insert(name.clone(), markdown.into_bytes().into());
        if let Ok(mut settings) = self.settings()
            && let Some(order) = order_of(&mut settings)
        {
            for entry in order.iter_mut().filter(|entry| entry.as_str() == Some(path)) {
                *entry = name.as_str().into();
            }
            self.set_settings(&settings);
        }
        Ok(())
    }

    /// A file of plain text as Markdown that reads the same, with its front matter.
    fn as_markdown(&self, path: &str) -> Option<String> {
        let bytes = self.files.get(path)?;
        let alone = Self::of([(path.to_owned(), bytes.to_vec())]);
        let article = alone.read().ok()?.articles.pop()?;
        let (mut title, mut body) = (None, Vec::new());
        for paragraph in &article.paragraphs {
            let words = paragraph.span.of(&article.text).to_owned();
            match paragraph.kind {
                ParagraphKind::Headline => title = (!words.is_empty()).then_some(words),
                _ => body.push(words),
            }
        }
        let body = plain_text::to_markdown(&(body.join("\n\n") + "\n\n"));
        let file = decode::decode(bytes).text;
        let head = front_matter_of_plain(&file);
        if head.is_empty() {
            return Some(Imported { title, body, ..Imported::default() }.to_markdown());
        }
        let markdown = format!("{head}\n{}\n", body.trim_matches('\n'));
        match title {
            Some(title) => with_field(&markdown, Field::Title, &title).ok(),
            None => Some(markdown),
        }
    }

    /// Puts the articles into this order, of their files.
    ///
    /// # Errors
    ///
    /// Where the settings cannot be written into.
    pub fn set_order(&mut self, paths: &[String]) -> Result<(), String> {
        let mut settings = self.settings()?;
        settings["articles"] = value(paths.iter().collect::<Array>());
        self.set_settings(&settings);
        Ok(())
    }

    /// Adds a file to the order where one is stated, and the file is an article.
    fn list(&mut self, path: &str) {
        let Ok(mut settings) = self.settings() else { return };
        let Some(order) = order_of(&mut settings) else { return };
        let bytes = self.files.get(path).map_or_else(Vec::new, |bytes| bytes.to_vec());
        let is_listed = order.iter().any(|name| name.as_str() == Some(path));
        if !is_listed && Self::of([(path.to_owned(), bytes)]).read().is_ok() {
            order.push(path);
            self.set_settings(&settings);
        }
    }
}

/// The list of articles in settings, where they have one.
fn order_of(settings: &mut DocumentMut) -> Option<&mut Array> {
    settings.get_mut("articles")?.as_array_mut()
}

/// The title of a copy, which none of those has that are `taken`.
#[must_use]
pub fn title_of_copy(title: &str, taken: &[String]) -> String {
    let base = title.strip_suffix(')').and_then(|rest| rest.rsplit_once(" (copy"));
    let base = match base {
        Some((base, number)) if number.trim().chars().all(|c| c.is_ascii_digit()) => base,
        _ => title,
    };
    let numbered = (2..).map(|number: u32| format!("{base} (copy {number})"));
    let mut titles = std::iter::once(format!("{base} (copy)")).chain(numbered);
    titles.find(|title| !taken.contains(title)).expect("there is no last number")
}

/// What is said of a finished site.
const SITE: &str = "is of a finished site, which is not read again; add the dossier’s folder instead, which “Take away” \
                    gives as “Folder”";

/// Whether files below `top` are those of a site that this program has pressed.
fn is_site(paths: &BTreeSet<String>, top: &str) -> bool {
    let is_engine = |path: &String| {
        let name = path.strip_prefix(top).unwrap_or_default();
        name.starts_with("reader-") && name.ends_with("_bg.wasm")
    };
    paths.contains(&format!("{top}index.html")) && paths.iter().any(is_engine)
}

/// Why a file of another kind is not read, and how to have its text: a clause.
fn why_not_read(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default().to_lowercase().as_str() {
        "doc" | "rtf" | "pages" => {
            "is a word processor’s document of another kind; save it as .docx or .odt, or copy its text and paste it here"
        }
        "pdf" => "is a PDF; copy its text and paste it here",
        "webarchive" => {
            "is a web archive; save the page as “Web page, complete” or “HTML only” (.html)"
        }
        _ => {
            "is of a kind that is not read; add web pages (.html), Markdown (.md), text (.txt), feeds (.xml), \
             tables (.csv, .tsv, .json, .jsonl), documents (.docx, .odt) or a .zip of them"
        }
    }
}

/// What is wrong, with its line, and what to do.
fn said(line: Option<u32>, what: &str, remedy: &str) -> String {
    match line {
        Some(line) => format!("line {line}: {what}; {remedy}"),
        None => format!("{what}; {remedy}"),
    }
}

/// Why a file is no article, though it is one by its name: sentences without their beginning.
#[must_use]
pub fn why_left_out(reason: &Reason) -> Vec<String> {
    match reason {
        Reason::Draft => vec![
            "it is a draft by its front matter or its folder; take that away if it is ready."
                .to_owned(),
        ],
        Reason::NoText => vec!["it has no text; write it below the front matter.".to_owned()],
        Reason::List => {
            vec!["it is a page that lists articles; save those that it leads to.".to_owned()]
        }
        Reason::Faulty(errors) => errors.iter().map(|error| problem(error).words).collect(),
    }
}

/// A diagnostic of a file in the folder, for the page.
#[must_use]
pub fn problem(diagnostic: &crate::diagnostics::Diagnostic) -> Problem {
    let words = said(diagnostic.line, &diagnostic.what, &diagnostic.remedy) + ".";
    Problem { file: diagnostic.path.display().to_string(), words, may_go: false }
}

/// Whether a text is nothing but addresses of the web.
fn is_address(text: &str) -> bool {
    let is_one = |word: &str| {
        let word = word.to_lowercase();
        ["http://", "https://", "www."].iter().any(|start| word.starts_with(start))
    };
    !text.trim().is_empty() && text.split_whitespace().all(is_one)
}

/// Whether a text is a page’s HTML: it begins with a tag or a comment, or has the end of a paragraph.
fn is_markup(text: &str) -> bool {
    let inner = text.trim_start().strip_prefix('<').unwrap_or_default();
    let name = inner.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    let is_tag = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && inner[name.len()..].starts_with(['>', '/', ' ', '\n', '\t', '\r']);
    is_tag || inner.starts_with('!') || text.contains("</p>")
}

/// Whether what was dropped or chosen has to be looked into.
#[must_use]
pub fn is_wanted(path: &str) -> bool {
    FileKind::of(path).is_some() || source::is_read(path) || is_zip(path, &[])
}

/// Whether a file is a zip, by its name or its first bytes. Documents are zips of another kind.
fn is_zip(path: &str, bytes: &[u8]) -> bool {
    let is_document = FileKind::of(path) == Some(FileKind::Document);
    path.to_lowercase().ends_with(".zip") || !is_document && bytes.starts_with(b"PK\x03\x04")
}

/// The folder that all files lie in, with its `/`; empty where there is none.
fn common_folder(files: &[(String, Vec<u8>)]) -> &str {
    let Some((first, _)) = files.first() else { return "" };
    let Some(end) = first.find('/') else { return "" };
    let top = &first[..=end];
    if files.iter().all(|(path, _)| path.starts_with(top)) { top } else { "" }
}
