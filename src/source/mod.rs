//! A dossier as its publisher writes it, read and validated: [`read`].
//!
//! The files are given by name and content; where they come from, a folder on disk or one that was
//! dropped into a page, is the caller's business.
//!
//! # The folder
//!
//! | in the folder | is |
//! |---|---|
//! | `dossier.toml` | what the dossier says of itself; required |
//! | `NAME.md` | an article |
//! | `README.md` (in any case) | the publisher's own notes, not read |
//! | a name that begins with a dot | not read |
//! | a picture there or in `images/` that an article or `dossier.toml` names | is a file of the site |
//! | anything else, folders too | not read, with a warning |
//!
//! A symbolic link is what it points to. Files are UTF-8, with or without a byte order mark, of at
//! most 16 MiB; lines may end as on any system. They hold no control characters but tabs and line ends.
//!
//! # `dossier.toml`
//!
//! ```toml
//! title = "…"                     # required
//! standfirst = "…"                # a sentence or two under the title
//! language = "en"                 # BCP 47; of every article that states none; else each is recognised
//! url = "https://…/"              # where the site will stand; its folder, without ? or #
//! articles = ["b.md", "a.md"]     # the order; without it by date, undated last, then by file name
//!
//! [publisher]                     # who publishes it; every field may be left out
//! name = "…"
//! url = "https://…"
//! imprint = "https://…"
//! privacy = "https://…"
//! footer = "…"                    # a line for the foot of every page
//! logo = "logo.svg"               # a file of the folder; needs `name`, as which it is read out
//! accent = "#8a1020"              # the colour of links; can be read on the page's paper
//! accent_dark = "#ff8090"         # on the dark paper; else `accent`, as much paler as it takes
//!
//! [embed]
//! hosts = ["https://example.org"] # the origins whose pages may frame it and speak with it; else all may
//!
//! [[speaker]]                     # someone whose names the engine should know
//! name = "Jane Doe"               # required; the name to show
//! aliases = ["J. Doe"]            # other names and spellings of hers in this dossier
//! roles = ["mayor of Springfield"] # instead of those that the articles give; [] for none
//!
//! [[correction]]                  # what the engine gets wrong
//! article = "a"                   # required; the article's slug
//! words = "We will go"            # required; exact words inside one paragraph
//! occurrence = 2                  # which one, where the words occur several times
//! speaker = "Jane Doe"            # one of these four, or `kind` alone:
//! # speakers = ["Jane Doe", "B"]  #   who say it together
//! # unattributed = true           #   nobody can be named
//! # not_quotation = true          #   these words are no quotation
//! kind = "direct"                 # direct, indirect or mixed; not with `not_quotation`
//! ```
//!
//! Where `articles` is given, every article must be listed.
//! Words of a correction are looked for in the headline too, which comes first.
//! No two speakers share a name or alias, whatever its case.
//!
//! # An article
//!
//! ```markdown
//! ---
//! title: "…"                      # the headline
//! outlet: The Springfield Times
//! label: the first report         # what to call it instead, where the source states no outlet
//! authors: [Jane Roe, John Roe]
//! published: 2021-08-16           # or 2021-08-16T21:40
//! url: https://…
//! language: en                    # BCP 47; speakers are found in English only
//! slug: mayor                     # the name in URLs; else the file's name without `.md`
//! copyright: © 2021 The Times     # the rights in it, shown under the article
//! credit: "Photograph: Jane Roe"
//! licence: CC-BY-4.0              # or `license`: a name, an SPDX identifier or a URL
//! withdrawn: At the author's wish # why the article was withdrawn; see below
//! ---
//!
//! The body, in Markdown.
//! ```
//!
//! The front matter and each of its fields may be left out; what a source does not state stays absent.
//! A slug is made of lower-case letters, digits and single hyphens, is unique, and neither ends like the
//! id of a paragraph (`-p3`) or of a name (`-q3`) nor is the id of a part of the page (`speakers`). The body is described in [`body`].
//!
//! Of an article that is withdrawn its title, outlet or label, date and address stay, with the reason. Its
//! body is not read, and its corrections are passed over.

mod field;

mod picture;

mod album;
mod body;
mod front_matter;
mod publisher;
mod rights;
mod settings;

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};

use crate::article::{Article, ArticleId, Byline, Masthead, Paragraph, ParagraphKind, Publisher};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::host_look::Accent;
use crate::language::{self, Detected, is_english};
use crate::quotation::{Correction, Editorial};
use crate::span::Span;

use album::Album;
use field::{Fields, Located, code_point};
use settings::{CorrectedWords, Settings};

/// The name of the file of settings.
const SETTINGS: &str = "dossier.toml";

/// The folder for pictures, beside those that lie right in the dossier's folder.
pub const PICTURES: &str = "images";

/// Longest file that is taken, in bytes; no article comes near it. Whoever reads the files can stop one
/// byte behind it.
pub const MAX_FILE: u64 = 16 << 20;

/// Ids that parts of the page have, but for those with an underscore, which no slug has; sorted. An article's slug is the id of its element, so none of
/// them can be one.
const IDS_OF_THE_PAGE: [&str; 20] = [
    "articles",
    "dialog-title",
    "edition",
    "evidence",
    "evidence-title",
    "failure",
    "failure-reason",
    "failure-what",
    "filters",
    "foot-buttons",
    "full-text",
    "left-at",
    "main",
    "offline",
    "query",
    "query-help",
    "reader",
    "site-foot",
    "speakers",
    "update",
];

/// A dossier as its publisher wrote it, without an error.
#[derive(Debug)]
pub struct Source {
    /// The dossier's title and the like.
    pub masthead: Masthead,
    /// Where the site stands, in whose frames, and what its publisher adds to it.
    pub site: Site,
    /// The articles in the order to show; at least one.
    pub articles: Vec<Article<'static>>,
    /// The publisher's word on speakers and quotations.
    pub editorial: Editorial,
    /// What the publisher should know, by file and line.
    pub warnings: Vec<Diagnostic>,
}

/// Where a site stands, and what its publisher adds to every page, as far as that is stated.
#[derive(Debug, Clone, Default)]
pub struct Site {
    /// The address of the site's folder; ends with `/`, has no query and an ASCII host.
    pub url: Option<String>,
    /// The origins of the host pages with which a framed page speaks, as browsers write them; all may
    /// where none is named.
    pub hosts: Vec<String>,
    /// What the foot says of the publisher.
    pub colophon: Colophon,
    /// The publisher's colour.
    pub accent: Option<Accent>,
    /// The dossier's own files by their path in the site.
    pub files: BTreeMap<String, Vec<u8>>,
}

/// What the foot of a page says of its publisher.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Colophon {
    /// The publisher's name.
    pub name: Option<String>,
    /// Its own site: an absolute `http:` or `https:` URL, as the next two are.
    pub url: Option<String>,
    /// Who is responsible for the site.
    pub imprint: Option<String>,
    /// What becomes of readers' data.
    pub privacy: Option<String>,
    /// Whatever else is to be said, in a line.
    pub footer: Option<String>,
}

impl Site {
    /// The origin of the site, where its address is known.
    #[must_use]
    pub fn origin(&self) -> Option<String> {
        self.url.as_deref().and_then(field::origin_of)
    }
}

/// An entry of a dossier's folder.
#[derive(Debug)]
pub struct File {
    /// Its path below the dossier, with `/` between folders.
    pub name: String,
    /// Its bytes, at most one more than [`MAX_FILE`], or why they could not be had:
    /// [`NotFound`](io::ErrorKind::NotFound) for a link to nothing,
    /// [`IsADirectory`](io::ErrorKind::IsADirectory) for a folder. Not looked at where the file
    /// [is not read](is_read).
    pub content: io::Result<Vec<u8>>,
}

/// Whether a file of that name is one of the dossier's, so that its content matters.
#[must_use]
pub fn is_read(name: &str) -> bool {
    name == SETTINGS || is_article(name) || is_picture(name)
}

/// Whether a file of that name is passed over in silence.
fn is_ignored(name: &str) -> bool {
    name.starts_with('.') || name.to_lowercase() == "readme.md"
}

fn is_article(name: &str) -> bool {
    name.ends_with(".md") && !is_ignored(name) && !name.contains('/')
}

fn is_picture(name: &str) -> bool {
    let base = name.strip_prefix(PICTURES).and_then(|rest| rest.strip_prefix('/')).unwrap_or(name);
    picture::Format::of(base).is_some() && !is_ignored(base) && !base.contains('/')
}

/// Reads the dossier of these files, in any order. The answer depends on their names and contents alone.
///
/// `root` is what the dossier's folder is called in diagnostics: they name a file as `root/NAME`.
///
/// # Errors
///
/// Every error of every file, by file and line; never an empty list.
pub fn read(root: &Path, files: impl IntoIterator<Item = File>) -> Result<Source, Vec<Diagnostic>> {
    let mut root_diagnostics = Diagnostics::on(root);
    let mut settings_diagnostics = Diagnostics::on(&root.join(SETTINGS));
    let mut settings_file = Err(io::ErrorKind::NotFound.into());
    let mut articles = Vec::new();
    let mut album = Album::default();
    for File { name, content } in files {
        let is_folder =
            content.as_ref().is_err_and(|error| error.kind() == io::ErrorKind::IsADirectory);
        let mut diagnostics = Diagnostics::on(&root.join(&name));
        if name == SETTINGS {
            settings_file = content;
        } else if is_article(&name) && !is_folder {
            let draft = read_article(root, name, content, &mut diagnostics);
            articles.push((draft, diagnostics));
        } else if is_picture(&name) && !is_folder {
            album.pictures.insert(name, content);
        } else if !is_ignored(&name) && (name != PICTURES || !is_folder) {
            let remedy = "an article is a file NAME.md right in the dossier's folder";
            diagnostics.warning(None, "this is not read", remedy);
            root_diagnostics.warnings.append(&mut diagnostics.warnings);
        }
    }
    articles.sort_by(|(one, _), (other, _)| one.file_name.cmp(&other.file_name));
    let (mut drafts, mut all_diagnostics): (Vec<Draft>, Vec<Diagnostics>) =
        articles.into_iter().unzip();
    let mut settings = match text_of(settings_file, &mut settings_diagnostics) {
        Some(file) => settings::read(&file, &mut settings_diagnostics),
        None => Settings::default(),
    };
    let logo = settings
        .logo
        .take()
        .and_then(|logo| publisher::logo(&logo, &mut album, &mut settings_diagnostics));
    if drafts.is_empty() {
        let remedy = "add a Markdown file (NAME.md) for each article";
        root_diagnostics.error(None, "the dossier has no article", remedy);
    }
    check_slugs(&drafts, &mut all_diagnostics);
    for (draft, diagnostics) in drafts.iter_mut().zip(&mut all_diagnostics) {
        if let Some(article) = &mut draft.article {
            set_language(article, settings.language.as_deref(), diagnostics);
            album.place(&mut article.figures, &draft.figure_lines, diagnostics);
        }
    }
    for name in album.left() {
        let mut diagnostics = Diagnostics::on(&root.join(name));
        let remedy = "name it in an article or as `logo`, or move it elsewhere";
        diagnostics.warning(None, "this is not read", remedy);
        root_diagnostics.warnings.append(&mut diagnostics.warnings);
    }
    settings.site.files = album.files;
    match &settings.order {
        Some(order) => {
            sort_as_listed(&mut drafts, order, &mut settings_diagnostics, &mut all_diagnostics);
        }
        None => drafts.sort_by_key(|draft| {
            let published = draft.article.as_ref().and_then(|a| a.byline.published.clone());
            (published.is_none(), published)
        }),
    }
    let corrections = find_corrections(settings.corrections, &drafts, &mut settings_diagnostics);

    all_diagnostics.extend([root_diagnostics, settings_diagnostics]);
    let (mut errors, mut warnings) = (Vec::new(), Vec::new());
    for diagnostics in all_diagnostics {
        errors.extend(diagnostics.errors);
        warnings.extend(diagnostics.warnings);
    }
    for list in [&mut errors, &mut warnings] {
        list.sort();
        list.dedup();
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    let articles: Vec<Article> = drafts.into_iter().filter_map(|draft| draft.article).collect();
    Ok(Source {
        masthead: Masthead {
            title: settings.title,
            standfirst: settings.standfirst,
            language: settings.language.unwrap_or_else(|| most_frequent_language(&articles)),
            publisher: settings.site.colophon.name.clone().map(|name| Publisher { name, logo }),
        },
        site: settings.site,
        articles,
        editorial: Editorial { speakers: settings.speakers, corrections },
        warnings,
    })
}

/// An article file as far as it could be read.
struct Draft {
    file_name: String,
    /// The file as diagnostics name it.
    path: PathBuf,
    slug: String,
    /// 1 where the slug is the file's name.
    slug_line: u32,
    article: Option<Article<'static>>,
    /// The lines of the article's figures.
    figure_lines: Vec<u32>,
}

/// The text of a file without a byte order mark, its lines ended by newlines alone.
fn text_of(content: io::Result<Vec<u8>>, diagnostics: &mut Diagnostics) -> Option<String> {
    let bytes = match content {
        Ok(bytes) if bytes.len() as u64 > MAX_FILE => {
            Err(io::Error::other("it is longer than 16 MiB"))
        }
        Err(error) if error.kind() == io::ErrorKind::IsADirectory => {
            Err(io::Error::other("it is not a regular file"))
        }
        content => content,
    };
    let bytes = match bytes {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            diagnostics.error(None, "there is no such file", "add it, or mend the link to it");
            return None;
        }
        Err(error) => {
            let what = format!("the file cannot be read: {error}");
            diagnostics.error(None, what, "make it a text file that you may read");
            return None;
        }
    };
    let text = match str::from_utf8(&bytes) {
        Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n"),
        Err(error) => {
            let before = &bytes[..error.valid_up_to()];
            let line = before.iter().filter(|byte| **byte == b'\n').count() as u32 + 1;
            diagnostics.error(line, "the text is not UTF-8", "save the file as UTF-8");
            return None;
        }
    };
    for (idx, line) in text.split('\n').enumerate() {
        if let Some(character) = line.chars().find(|c| c.is_control() && *c != '\t') {
            let what = format!("the line holds the control character {}", code_point(character));
            diagnostics.error(idx as u32 + 1, what, "take it out");
        }
    }
    Some(text)
}

fn read_article(
    root: &Path,
    file_name: String,
    content: io::Result<Vec<u8>>,
    diagnostics: &mut Diagnostics,
) -> Draft {
    let path = root.join(&file_name);
    let stem = file_name.strip_suffix(".md").unwrap_or(&file_name).to_owned();
    let unread = Draft {
        file_name,
        path,
        slug: stem,
        slug_line: 1,
        article: None,
        figure_lines: Vec::new(),
    };
    let Some(file) = text_of(content, diagnostics) else { return unread };
    let Some((yaml, first_line, body_start)) = front_matter::split(&file, diagnostics) else {
        return unread;
    };
    let table = front_matter::parse(yaml, first_line, diagnostics);
    let known = [
        "title",
        "outlet",
        "label",
        "authors",
        "published",
        "url",
        "language",
        "slug",
        "copyright",
        "credit",
        "licence",
        "license",
        "withdrawn",
    ];
    let mut fields = Fields::new(table, &known, "the front matter", diagnostics);
    let title = fields.text("title").map(|title| title.value).unwrap_or_default();
    let slug = fields.text("slug");
    let label = fields.text("label");
    let label_line = label.as_ref().map(|label| label.line);
    let byline = Byline {
        outlet: fields.text("outlet").map(|outlet| outlet.value),
        label: label.map(|label| label.value),
        authors: fields.texts("authors").into_iter().map(|author| author.value).collect(),
        published: fields.date("published"),
        url: fields.url("url"),
        language: fields.language("language"),
        rights: rights::read(&mut fields),
        withdrawn: fields.reason("withdrawn"),
    };
    if let Some(line) = label_line.filter(|_| byline.outlet.is_some()) {
        let what = "`label` is for an article that states no outlet, and this one does";
        diagnostics.warning(line, what, "take one of the two out; the outlet is shown");
    }
    let (slug, slug_line) = match slug {
        Some(slug) => (slug.value, slug.line),
        None => (unread.slug, 1),
    };
    check_slug(&slug, slug_line, diagnostics);
    if byline.withdrawn.is_some() {
        let article = Some(tombstone(slug.clone(), &title, byline));
        return Draft { slug, slug_line, article, ..unread };
    }
    let (article, figure_lines) = body::read(&file, body_start, &title, diagnostics);
    if !article.text[title.len()..].contains(char::is_alphanumeric) {
        let line = file[..body_start].matches('\n').count() as u32 + 1;
        diagnostics.error(line, "the article has no body", "write its text below the front matter");
    }
    let article = Article { slug: slug.clone(), byline, ..article };
    Draft { slug, slug_line, article: Some(article), figure_lines, ..unread }
}

/// What is left of an article that was withdrawn: its headline, where and when it was published, and why it is
/// gone. The file's body is not read.
fn tombstone(slug: String, title: &str, byline: Byline) -> Article<'static> {
    let Byline { outlet, label, published, language, withdrawn, .. } = byline;
    let kept = Byline { outlet, label, published, language, withdrawn, ..Byline::default() };
    let headline =
        Paragraph { span: Span::from_range(0..title.len()), kind: ParagraphKind::Headline };
    let text = title.to_owned().into();
    let paragraphs = vec![headline];
    Article { slug, byline: kept, text, paragraphs, ..Article::default() }
}

fn check_slug(slug: &str, line: u32, diagnostics: &mut Diagnostics) {
    let is_word = |word: &str| {
        !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    };
    let is_paragraph = |word: &str| {
        let number = word.strip_prefix(['p', 'q']).unwrap_or_default();
        !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
    };
    if !slug.split('-').all(is_word) {
        let what = format!("“{slug}” cannot stand in a URL as the article's name");
        let remedy = "name the file, or its `slug`, with lower-case letters, digits and single \
                      hyphens between them";
        diagnostics.error(line, what, remedy);
    } else if slug.rsplit_once('-').is_some_and(|(_, last)| is_paragraph(last)) {
        let what = format!("“{slug}” reads like the id of a part of an article");
        let remedy = "name the file, or its `slug`, without a number after `-p` or `-q`";
        diagnostics.error(line, what, remedy);
    } else if IDS_OF_THE_PAGE.contains(&slug) {
        let what = format!("“{slug}” is the name of a part of the page");
        diagnostics.error(line, what, "give the file, or its `slug`, another name");
    }
}

/// Adds an error to articles whose slug an earlier file has. `notes` are those of the drafts, in order.
fn check_slugs(drafts: &[Draft], diagnostics: &mut [Diagnostics]) {
    let mut owners: BTreeMap<&str, &Draft> = BTreeMap::new();
    for (draft, diagnostics) in drafts.iter().zip(diagnostics) {
        if let Some(owner) = owners.get(draft.slug.as_str()) {
            let what = format!("“{}” is the name of {} too", draft.slug, owner.path.display());
            diagnostics.error(draft.slug_line, what, "give one of the two another `slug`");
        } else {
            owners.insert(&draft.slug, draft);
        }
    }
}

/// Sorts the articles into the order that the publisher lists, and adds an error where list and folder differ.
/// `notes` are those of the drafts, in order.
fn sort_as_listed(
    drafts: &mut [Draft],
    order: &[Located<String>],
    settings_diagnostics: &mut Diagnostics,
    diagnostics: &mut [Diagnostics],
) {
    let names: BTreeSet<&str> = drafts.iter().map(|draft| draft.file_name.as_str()).collect();
    let mut places: BTreeMap<&str, (usize, u32)> = BTreeMap::new();
    for (place, Located { line, value: name }) in order.iter().enumerate() {
        if let Some((_, first_line)) = places.get(name.as_str()) {
            let what = format!("`{name}` is listed twice, in line {first_line} already");
            settings_diagnostics.error(*line, what, "list each article once");
            continue;
        }
        places.insert(name, (place, *line));
        if !names.contains(name.as_str()) {
            let what = format!("`{name}` is listed, but no article of the folder has this name");
            settings_diagnostics.error(*line, what, "add the file, or take it from `articles`");
        }
    }
    for (draft, diagnostics) in drafts.iter().zip(diagnostics) {
        if !places.contains_key(draft.file_name.as_str()) {
            let what = "the file is not listed in `articles` of dossier.toml";
            diagnostics.error(None, what, "add it there, or move it out of the folder");
        }
    }
    drafts.sort_by_key(|draft| places.get(draft.file_name.as_str()).copied());
}

/// Settles an article's language: its front matter's, else the dossier's (`stated`), else the one that its
/// words are recognised by. A warning says where that means that the article's speakers are not found.
fn set_language(article: &mut Article, stated: Option<&str>, diagnostics: &mut Diagnostics) {
    let body = &article.text[article.paragraphs[0].span.end as usize..];
    let detected = language::detect(body);
    let stated = article.byline.language.take().or_else(|| stated.map(str::to_owned));
    match (&stated, &detected) {
        (None, Some(Detected { tag, name })) if !is_english(tag) => {
            let what = format!(
                "the text is in {name}, so its words in quotation marks are kept, and nobody is named"
            );
            let remedy = format!("state `language: {tag}` if that is right, or else the right one");
            diagnostics.warning(None, what, remedy);
        }
        (Some(stated), Some(Detected { tag, name }))
            if !language::is_same(stated, tag) && (is_english(stated) || is_english(tag)) =>
        {
            let what = format!("`language` is `{stated}`, but the text reads as {name}");
            let effect =
                if is_english(tag) { "nobody is named in it" } else { "wrong names are likely" };
            let remedy = format!("state `language: {tag}` in its front matter; as it is, {effect}");
            diagnostics.warning(None, what, remedy);
        }
        _ => {}
    }
    article.byline.language = stated.or(detected.map(|detected| detected.tag));
}

/// The language of most articles, for a dossier that states none.
fn most_frequent_language(articles: &[Article]) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for tag in articles.iter().filter_map(|article| article.byline.language.as_deref()) {
        *counts.entry(tag).or_default() += 1;
    }
    let most_frequent = counts.into_iter().max_by_key(|(_, count)| *count);
    most_frequent.map_or("en", |(tag, _)| tag).to_owned()
}

/// Finds the words of each correction in its article. An article that could not be read has every
/// word.
fn find_corrections(
    corrections: Vec<Located<CorrectedWords>>,
    drafts: &[Draft],
    diagnostics: &mut Diagnostics,
) -> BTreeMap<ArticleId, Vec<Correction>> {
    let mut by_slug = BTreeMap::new();
    for (idx, draft) in drafts.iter().enumerate() {
        by_slug.entry(draft.slug.as_str()).or_insert((ArticleId(idx as u32), draft));
    }
    let slugs: Vec<&str> = by_slug.keys().copied().collect();
    let mut found: BTreeMap<ArticleId, Vec<Correction>> = BTreeMap::new();
    let mut lines: BTreeMap<(ArticleId, Span), u32> = BTreeMap::new();
    for Located { line, value: corrected } in corrections {
        let CorrectedWords { article: slug, words, occurrence, verdict } = corrected;
        let Some(slug) = slug else { continue };
        let Some((article_id, draft)) = by_slug.get(slug.value.as_str()) else {
            let remedy = match field::nearest(&slug.value, &slugs) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "name an article by its file without `.md`, or by its `slug`".to_owned(),
            };
            diagnostics.error(slug.line, format!("there is no article `{}`", slug.value), remedy);
            continue;
        };
        let (Some(article), Some(words)) = (&draft.article, words) else { continue };
        // What was to be corrected is gone with the text.
        if article.byline.withdrawn.is_some() {
            continue;
        }
        let Some(span) = find_words(article, &words, occurrence, diagnostics) else { continue };
        if let Some(first_line) = lines.insert((*article_id, span), line) {
            let what = format!("the words have a correction in line {first_line} already");
            diagnostics.error(line, what, "keep one of the two");
        }
        if let Some(verdict) = verdict {
            found.entry(*article_id).or_default().push(Correction { words: span, verdict });
        }
    }
    found
}

/// The one place that is meant by `words`, which are one line, so that it lies in one paragraph.
fn find_words(
    article: &Article,
    words: &Located<String>,
    occurrence: Option<Located<usize>>,
    diagnostics: &mut Diagnostics,
) -> Option<Span> {
    let Located { line, value: words } = words;
    let starts: Vec<usize> = article.text.match_indices(words).map(|(start, _)| start).collect();
    let start = match (starts.as_slice(), &occurrence) {
        ([], _) => {
            let what = format!("the words “{words}” do not occur in `{}`", article.slug);
            let remedy = match similar_words(&article.text, words) {
                Some(similar) => format!("the article has “{similar}”"),
                None => "copy the words from inside one paragraph of the article".to_owned(),
            };
            diagnostics.error(*line, what, remedy);
            return None;
        }
        ([start], None) => *start,
        (starts, None) => {
            let what =
                format!("the words “{words}” occur {} times in `{}`", starts.len(), article.slug);
            let remedy = "say which with `occurrence = 1`, or copy more of the words";
            diagnostics.error(*line, what, remedy);
            return None;
        }
        (starts, Some(Located { line, value: number })) => {
            let Some(start) = starts.get(number - 1) else {
                let what = format!("there is no occurrence {number} of “{words}”");
                let remedy = format!("the last one in `{}` is {}", article.slug, starts.len());
                diagnostics.error(*line, what, remedy);
                return None;
            };
            *start
        }
    };
    Some(Span::from_range(start..start + words.len()))
}

/// Where `words` occur but for case and the form of quotation marks and dashes, the words as they
/// stand in `text`.
fn similar_words(text: &str, words: &str) -> Option<String> {
    let fold = |character: char| match character {
        '‘' | '’' | '‚' | '‛' | '`' => '\'',
        '“' | '”' | '„' | '‟' | '«' | '»' => '"',
        '‐'..='―' => '-',
        '\u{a0}' | '\u{202f}' => ' ',
        other => other.to_ascii_lowercase(),
    };
    let folded_text: String = text.chars().map(fold).collect();
    let folded_words: String = words.chars().map(fold).collect();
    let byte = folded_text.find(&folded_words)?;
    // Folding keeps the number of characters.
    let n_before = folded_text[..byte].chars().count();
    Some(text.chars().skip(n_before).take(words.chars().count()).collect())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// Every id that the sources of the page write out: `id="…"`.
    fn ids_in(path: &Path, ids: &mut BTreeSet<String>) {
        if path.is_dir() {
            for entry in fs::read_dir(path).unwrap() {
                ids_in(&entry.unwrap().path(), ids);
            }
            return;
        }
        let source = fs::read_to_string(path).unwrap();
        let values = source.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next());
        ids.extend(values.map(str::to_owned));
    }

    #[test]
    fn no_article_can_take_an_id_of_the_page() {
        let mut ids = BTreeSet::new();
        for path in ["index.html", "src/app", "src/press"] {
            ids_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join(path), &mut ids);
        }
        assert!(ids.contains("speakers"), "the sources are where they are looked for");
        // A slug has no underscore.
        ids.retain(|id| !id.contains('_') && !IDS_OF_THE_PAGE.contains(&id.as_str()));
        assert!(ids.is_empty(), "add these to IDS_OF_THE_PAGE: {ids:?}");
    }
}
