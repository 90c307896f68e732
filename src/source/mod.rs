//! A dossier as its publisher writes it, read and validated: [`read`].
//!
//! The files are given by name and content; where they come from, a folder on disk or one that was
//! dropped into a page, is the caller's business.
//!
//! # The folder
//!
//! | in the folder or below it | is |
//! |---|---|
//! | `dossier.toml` right in it | what the dossier says of itself |
//! | `NAME.md`, `.markdown`, `.mdx`, `.txt`, `.html`, `.htm` | an article |
//! | a picture that an article or `dossier.toml` names | a file of the site |
//! | `authors.yml` | the names behind keys of authors |
//! | `README` of any kind, `_index.md` | the publisher's own notes, a generator's list: not read |
//! | a name that begins with a dot, `node_modules`; Jekyll's `_includes`, `_layouts` and the like; `robots.txt`, `404.html`, `404.md` | not read |
//! | `NAME_files` beside `NAME.html` | what a browser saved with a page: not read |
//! | where it is a generator's own folder, by its configuration: `layouts`, `templates`, `themes`, `archetypes`, `public`, `resources` right in it | left out, with one warning for all |
//! | anything else | not read, with one warning for all |
//!
//! A symbolic link is what it points to. Files are text of at most 16 MiB in UTF-8, UTF-16 with a byte order
//! mark, the encoding that they state, or Windows-1252; lines may end as on any system. What is mended is a warning.
//! An article has at most [`MOST_PARAGRAPHS`](crate::article::MOST_PARAGRAPHS), a dossier
//! [`MOST_PARAGRAPHS_IN_ALL`].
//!
//! # `dossier.toml`
//!
//! ```toml
//! title = "…"                     # else the name of the folder
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
//! # hidden = true                  # nobody who speaks, so that its quotations are unattributed
//!
//! [[correction]]                  # what the engine gets wrong
//! article = "a"                   # required; the article's slug
//! words = "We will go"            # exact words inside one paragraph, or `mention`:
//! # mention = "Mr. Doe"           #   all quotations whose speaker the article calls so
//! occurrence = 2                  # which one, where the words occur several times
//! speaker = "Jane Doe"            # one of these four, or `kind` alone:
//! # speakers = ["Jane Doe", "B"]  #   who say it together
//! # unattributed = true           #   nobody can be named
//! # not_quotation = true          #   these words are no quotation
//! kind = "direct"                 # direct, indirect or mixed; not with `not_quotation`
//!
//! [[telling]]                     # what the front page shows first, three at most; else a rule chooses
//! article = "a"                   # required; the article's slug
//! words = "We will go"            # required; exact words inside one paragraph
//! occurrence = 1                  # which one, where the words occur several times
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
//! language: en                    # BCP 47; else that of the file's name (`a.en.md`)
//! slug: mayor                     # the name in URLs; else the file's name without its ending
//! description: It is over.        # for search engines, previews and feeds
//! copyright: © 2021 The Times     # the rights in it, shown under the article
//! credit: "Photograph: Jane Roe"
//! licence: CC-BY-4.0              # or `license`: a name, an SPDX identifier or a URL
//! withdrawn: At the author's wish # why the article was withdrawn; see below
//! ---
//!
//! The body, in Markdown.
//! ```
//!
//! The front matter, in YAML, TOML, JSON or lines `Title: …`, and each of its fields may be left out; what a source does not
//! state stays absent. [`metadata`] lists the names of fields that generators of sites write instead.
//! A draft, or whatever is in a folder `_drafts` or a page `draft_NAME.html` of Medium's, is left out. A `.txt` file has
//! no Markdown, and front matter only in YAML or such lines.
//! The body is described in [`body`], and what of a generator's own is taken out of it in [`template`].
//!
//! A slug is made of lower-case letters, digits and single hyphens, is unique, and neither ends like the
//! id of a paragraph (`-p3`) or of a name (`-q3`) nor is the id of a part of the page (`speakers`); where one
//! is not, another is made of it.
//!
//! Of an article that is withdrawn its title, outlet or label, and date stay, with the reason. Its body is not
//! read, and its corrections are passed over.
//!
//! # What is at fault
//!
//! An error makes an article, or the dossier, unfit: a file that is not text, front matter without an end;
//! whatever `dossier.toml` says that does not hold. All else that is odd is a warning. A file without text is
//! left out, which is one.

mod slips;

mod settings_table;

mod field;

mod toml_table;

mod drawing;
mod picture;

mod file;

mod encoding;

mod album;

mod site;

mod publisher;

mod settings;

mod rights;

mod front_matter;

mod template;

mod html_lines;

mod plain;

mod metadata;

mod authors;

mod tags;

mod body;

mod templates;

mod draft;
mod name;

mod corrections;
mod edit;
mod slugs;

mod article_file;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::article::{Article, MOST_PARAGRAPHS_IN_ALL, Masthead, Picture, Publisher};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::import;
use crate::language::{self, Detected, is_english};
use crate::quotation::Editorial;
use crate::slug::slug;
use crate::wording::counted;

use album::Album;
use article_file::Drafts;
use draft::Draft;
use encoding::text_of;
use field::Located;
use file::{Format, Role};
use metadata::Unused;
use settings::Settings;
use templates::Templates;

pub use draft::{LeftOut, Reason};
pub use edit::{Field, front_matter_of_plain, with_field};
pub use file::{
    Content, File, MAX_FILE, SETTINGS, has_markup, is_article, is_ignored, is_passed_over, is_read,
};
pub use site::{Colophon, Site};

/// A dossier as its publisher wrote it, without an error.
#[derive(Debug)]
pub struct Source {
    /// The dossier's title and the like.
    pub masthead: Masthead,
    /// Where the site stands, in whose frames, and what its publisher adds to it.
    pub site: Site,
    /// The articles in the order to show; at least one.
    pub articles: Vec<Article<'static>>,
    /// The name of each article's file.
    pub file_names: Vec<String>,
    /// The publisher's word on speakers and quotations.
    pub editorial: Editorial,
    /// What the publisher should know, by file and line.
    pub warnings: Vec<Diagnostic>,
    /// The files of which nothing is in the dossier.
    pub omitted: Omitted,
}

/// The files of a folder of which nothing is in its dossier.
#[derive(Debug, Default)]
pub struct Omitted {
    /// Those that are articles by their names, in no order.
    pub left_out: Vec<LeftOut>,
    /// Others, by their paths in the folder: pictures that no article shows, and what is no part of any dossier.
    pub not_read: Vec<String>,
}

/// How [`read`] reads a dossier's folder.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'a> {
    /// What the folder is called in diagnostics: they name a file as `root/NAME`.
    pub root: &'a Path,
    /// Its own name, which is the dossier's title where no other is stated.
    pub name: &'a str,
    /// What becomes of articles that are at fault.
    pub faulty: Faulty,
}

/// What becomes of articles that are at fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Faulty {
    /// The dossier is refused.
    Refused,
    /// They are left out, with warnings in place of errors.
    LeftOut,
}

/// Everything that is wrong with a dossier: at least one error.
#[derive(Debug, Default)]
pub struct Faults {
    /// What makes it unfit, by file and line.
    pub errors: Vec<Diagnostic>,
    /// What the publisher should know besides.
    pub warnings: Vec<Diagnostic>,
    /// The files of which nothing would be in the dossier.
    pub omitted: Omitted,
    /// How many articles are at fault, of how many, where the dossier is sound without them.
    pub faulty: Option<(usize, usize)>,
}

impl From<Diagnostic> for Faults {
    fn from(error: Diagnostic) -> Self {
        Self { errors: vec![error], ..Self::default() }
    }
}

/// Reads the dossier of these files, in any order. The answer depends on their names and contents alone.
///
/// # Errors
///
/// Every error of every file.
pub fn read<'a>(
    reading: Reading<'_>,
    files: impl IntoIterator<Item = File<'a>>,
) -> Result<Source, Faults> {
    let gathered = Gathered::of(reading.root, files);
    let mut on_folder = Diagnostics::on(reading.root);
    let mut on_settings = Diagnostics::on(&reading.root.join(SETTINGS));
    gathered.note(&mut on_folder);
    let Gathered { settings_file, articles, author_names, mut album, .. } = gathered;
    let Gathered { unknown, mut left_out, mut absent, warnings, .. } = gathered;
    let (mut drafts, mut on_articles): (Vec<Draft>, Vec<Diagnostics>) =
        articles.into_iter().unzip();
    let (mut settings, logo) = read_settings(settings_file, &mut album, &mut on_settings);
    check_extent(&drafts, &mut on_folder);
    note_outlets_with_article(&drafts, &mut on_folder);
    slugs::give(&mut drafts, &mut on_articles);
    for (draft, diagnostics) in drafts.iter_mut().zip(&mut on_articles) {
        complete(draft, &author_names, settings.language.as_deref(), &mut album, diagnostics);
    }
    let not_read: Vec<String> =
        unknown.into_iter().chain(album.left().map(str::to_owned)).collect();
    note_not_read(&not_read, &mut on_folder);
    settings.site.files = album.files;
    match &settings.order {
        Some(order) => sort_as_listed(&mut drafts, order, &mut on_settings, &mut on_articles),
        None => sort_by_date(&mut drafts),
    }
    if reading.faulty == Faulty::LeftOut {
        for (slug, faulty) in leave_out(&mut drafts, &mut on_articles, &mut on_folder) {
            absent.insert(slug);
            left_out.push(faulty);
        }
    }
    let omitted = Omitted { left_out, not_read };
    let mut named = corrections::Named::new(&drafts, &absent);
    let corrections = corrections::find(settings.corrections, &mut named, &mut on_settings);
    let telling = corrections::find_telling(settings.telling, &mut named, &mut on_settings);

    let faulty = faulty_of(&on_articles, drafts.len(), [&on_folder, &on_settings]);
    let (errors, warnings) =
        sorted(on_articles.into_iter().chain([on_folder, on_settings]), warnings);
    if !errors.is_empty() {
        return Err(Faults { errors, warnings, omitted, faulty });
    }
    settings.site.descriptions = descriptions(&drafts);
    let (articles, file_names): (Vec<Article>, Vec<String>) =
        drafts.into_iter().filter_map(|draft| Some((draft.article?, draft.file_name))).unzip();
    let masthead = Masthead {
        title: settings.title.unwrap_or_else(|| title_of(reading.name)),
        standfirst: settings.standfirst,
        language: settings.language.unwrap_or_else(|| most_frequent_language(&articles)),
        publisher: settings.site.colophon.name.clone().map(|name| Publisher { name, logo }),
        telling,
    };
    Ok(Source {
        masthead,
        site: settings.site,
        articles,
        file_names,
        editorial: Editorial { speakers: settings.speakers, corrections },
        warnings,
        omitted,
    })
}

/// Reads an article by itself, a draft too, whatever its file is called: [`has_markup`] says by the name whether it is
/// Markdown or HTML. `path` is what diagnostics call it. Beside it are the warnings.
///
/// # Errors
///
/// Why there is no article in it.
pub fn read_alone(
    path: &Path,
    bytes: Vec<u8>,
) -> Result<(Article<'static>, Vec<Diagnostic>), Faults> {
    let folder = path.parent().unwrap_or(Path::new(""));
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let format = Format::of(&name).unwrap_or(Format::Plain);
    let mut on_file = Diagnostics::on(path);
    let unused = &mut Unused::default();
    let Draft { article, left_out, .. } =
        article_file::read(folder, name, format, Drafts::Read, Ok(bytes), unused, &mut on_file);
    let article = article.filter(|_| on_file.errors.is_empty());
    let Some(mut article) = article else {
        match left_out {
            Some(Reason::List) => {
                let what = "is a page that lists articles and is none";
                on_file.error(None, what, "save one of those that it leads to");
            }
            Some(_) => on_file.error(None, "has no text", "write the text of the article"),
            None => {}
        }
        let (errors, warnings) = sorted([on_file].into_iter(), Vec::new());
        return Err(Faults { errors, warnings, ..Faults::default() });
    };
    set_language(&mut article, None, &mut on_file);
    let (_, warnings) = sorted([on_file].into_iter(), Vec::new());
    Ok((article, warnings))
}

/// What `dossier.toml` says, where there is one, and the publisher's logo that it names.
fn read_settings(
    file: Option<Content>,
    album: &mut Album,
    diagnostics: &mut Diagnostics,
) -> (Settings, Option<Picture>) {
    let text = file.and_then(|file| text_of(file(), diagnostics));
    let mut settings =
        text.map_or_else(Settings::default, |text| settings::read(&text, diagnostics));
    let logo = settings.logo.take();
    let logo = logo.and_then(|logo| publisher::logo(&logo, album, diagnostics));
    (settings, logo)
}

/// What the articles are about, by their slugs, as far as they say so.
fn descriptions(drafts: &[Draft]) -> BTreeMap<String, String> {
    let described = |draft: &Draft| Some((draft.slug.clone(), draft.description.clone()?));
    drafts.iter().filter_map(described).collect()
}

/// Holds the number of articles, and of their paragraphs, against what a pack can have.
fn check_extent(drafts: &[Draft], on_folder: &mut Diagnostics) {
    if drafts.is_empty() {
        let remedy = "add a Markdown file (NAME.md) for each article; of feeds, tables and exports `whosaid \
                      import` makes such files";
        on_folder.error(None, "the dossier has no article", remedy);
    }
    let articles = drafts.iter().filter_map(|draft| draft.article.as_ref());
    if articles.map(|article| article.paragraphs.len()).sum::<usize>() > MOST_PARAGRAPHS_IN_ALL {
        let what = format!("the articles have more than {MOST_PARAGRAPHS_IN_ALL} paragraphs");
        on_folder.error(None, what, "make several dossiers of them");
    }
}

/// Warns of outlets that are two only because one of them is written with its article, as "The Daily Ledger".
fn note_outlets_with_article(drafts: &[Draft], on_folder: &mut Diagnostics) {
    let outlets =
        drafts.iter().filter_map(|draft| draft.article.as_ref()?.byline.outlet.as_deref());
    let outlets: BTreeMap<String, &str> = outlets.map(|outlet| (slug(outlet), outlet)).collect();
    for (with_article, long) in &outlets {
        if let Some(short) = with_article.strip_prefix("the-").and_then(|slug| outlets.get(slug)) {
            let what = format!("the outlets “{short}” and “{long}” are counted apart");
            on_folder.warning(None, what, "write both alike if they are one");
        }
    }
}

/// Gives an article what only the whole folder tells: the names of its authors, its language, its pictures.
fn complete(
    draft: &mut Draft,
    author_names: &BTreeMap<String, String>,
    language: Option<&str>,
    album: &mut Album,
    diagnostics: &mut Diagnostics,
) {
    let Some(article) = &mut draft.article else { return };
    authors::put_names(&mut article.byline, author_names);
    set_language(article, language, diagnostics);
    let folder = name::folder_of(&draft.file_name);
    album.place(&mut article.figures, folder, &draft.figure_lines, diagnostics);
}

/// The files of a folder, each as far as it can be read by itself.
#[derive(Default)]
struct Gathered<'a> {
    settings_file: Option<Content<'a>>,
    articles: Vec<(Draft, Diagnostics)>,
    /// The names behind the keys of authors.
    author_names: BTreeMap<String, String>,
    album: Album<'a>,
    /// The names of files that are none of the dossier's.
    unknown: Vec<String>,
    unused: Unused,
    left_out: Vec<LeftOut>,
    templates: Templates<'a>,
    /// The slugs of what is left out.
    absent: BTreeSet<String>,
    /// What is said of files that are not among the articles.
    warnings: Vec<Diagnostic>,
}

impl<'a> Gathered<'a> {
    /// Reads these files; the articles are sorted by the names of theirs.
    fn of(root: &Path, files: impl IntoIterator<Item = File<'a>>) -> Self {
        let mut gathered = Self::default();
        for file in files {
            gathered.take(root, file);
        }
        gathered.take_templates(root);
        gathered.leave_out_parts_of_pages();
        gathered.articles.sort_by(|(one, _), (other, _)| one.file_name.cmp(&other.file_name));
        gathered
    }

    /// Notes what was passed over.
    fn note(&self, on_folder: &mut Diagnostics) {
        draft::note(&self.left_out, on_folder);
        self.templates.note(on_folder);
        self.unused.note(on_folder);
    }

    /// Takes out what a browser has saved with a page: frames that are no articles, scripts and styles.
    fn leave_out_parts_of_pages(&mut self) {
        let names: BTreeSet<String> =
            self.articles.iter().map(|(draft, _)| draft.file_name.clone()).collect();
        let is_kept = |name: &str| {
            !name.match_indices('/').any(|(end, _)| {
                import::file::is_of_a_page(&name[..end], |page| names.contains(page))
            })
        };
        self.articles.retain(|(draft, _)| is_kept(&draft.file_name));
        self.unknown.retain(|name| is_kept(name));
        let pictures = self.album.pictures.keys();
        self.album.of_pages = pictures.filter(|name| !is_kept(name)).cloned().collect();
    }

    /// Takes a file of the folder, but for those that may be templates: whether they are is known at the end.
    fn take(&mut self, root: &Path, file: File<'a>) {
        self.templates.is_of_a_generator |= file::is_of_a_generator(&file.name);
        match file::template_folder(&file.name) {
            Some(folder) => self.templates.take(folder, file),
            None => self.read(root, file),
        }
    }

    /// Reads the files in folders that would be those of a generator's templates, if this is the folder of none.
    fn take_templates(&mut self, root: &Path) {
        if !self.templates.is_of_a_generator {
            for file in std::mem::take(&mut self.templates).files {
                self.read(root, file);
            }
        }
    }

    fn read(&mut self, root: &Path, File { name, content }: File<'a>) {
        let mut diagnostics = Diagnostics::on(&root.join(&name));
        match Role::of(&name) {
            Role::Settings => self.settings_file = Some(content),
            Role::Authors => {
                self.author_names.append(&mut authors::read(content(), &mut diagnostics));
                self.warnings.append(&mut diagnostics.warnings);
            }
            Role::Article(format) => {
                let unused = &mut self.unused;
                let on = &mut diagnostics;
                let drafts = Drafts::LeftOut;
                let draft = article_file::read(root, name, format, drafts, content(), unused, on);
                match draft.left_out.clone() {
                    None => self.articles.push((draft, diagnostics)),
                    Some(reason) => {
                        self.absent.insert(slugs::wanted(&draft));
                        self.left_out.push(LeftOut { file_name: draft.file_name, reason });
                        self.warnings.append(&mut diagnostics.warnings);
                    }
                }
            }
            Role::Picture => {
                self.album.pictures.insert(name, content);
            }
            Role::Unknown => self.unknown.push(name),
            Role::Ignored => {}
        }
    }
}

/// All errors, and all warnings, `more` among them, by file and line.
fn sorted(
    diagnostics: impl Iterator<Item = Diagnostics>,
    more: Vec<Diagnostic>,
) -> (Vec<Diagnostic>, Vec<Diagnostic>) {
    let (mut errors, mut warnings) = (Vec::new(), more);
    for diagnostics in diagnostics {
        errors.extend(diagnostics.errors);
        warnings.extend(diagnostics.warnings);
    }
    for list in [&mut errors, &mut warnings] {
        list.sort();
        list.dedup();
    }
    (errors, warnings)
}

/// The title of a dossier whose folder has this name: its words.
fn title_of(name: &str) -> String {
    let words = name.replace(['-', '_'], " ");
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut characters = words.chars();
    let first = characters.next();
    let title: String = first.into_iter().flat_map(char::to_uppercase).chain(characters).collect();
    if title.is_empty() { "Dossier".to_owned() } else { title }
}

/// Notes the files that are no part of a dossier, by their endings, in one line.
fn note_not_read(names: &[String], diagnostics: &mut Diagnostics) {
    let mut kinds: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for name in names {
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
        kinds.entry(ending).or_default().push(name);
    }
    let kinds: Vec<String> = kinds
        .iter_mut()
        .map(|(ending, names)| match (names.as_mut_slice(), ending.as_str()) {
            ([name], _) => (*name).to_owned(),
            (names, "") => {
                names.sort_unstable();
                format!("{} without an ending, as {}", names.len(), names[0])
            }
            (names, ending) => format!("{} .{ending}", names.len()),
        })
        .collect();
    if !kinds.is_empty() {
        let what = format!("not read: {}", kinds.join(", "));
        let remedy = "articles end in .md, .markdown, .mdx, .txt, .html or .htm, and pictures are \
                      those that an article or `logo` names; `whosaid import` makes articles of documents, feeds \
                      and tables";
        diagnostics.summary(what, remedy);
    }
}

/// Takes out the articles that are at fault, whose errors become warnings, and gives what is left out, each with the
/// slug of its article.
fn leave_out(
    drafts: &mut Vec<Draft>,
    diagnostics: &mut [Diagnostics],
    root: &mut Diagnostics,
) -> Vec<(String, LeftOut)> {
    let mut errors_of = BTreeMap::new();
    for diagnostics in diagnostics.iter_mut().filter(|on| !on.errors.is_empty()) {
        let errors = std::mem::take(&mut diagnostics.errors);
        diagnostics.warnings.extend(errors.iter().cloned());
        errors_of.insert(diagnostics.path().to_owned(), errors);
    }
    let faulty = drafts.extract_if(.., |draft| errors_of.contains_key(&draft.path));
    let faulty: Vec<Draft> = faulty.collect();
    let left_out = counted(faulty.len(), "article that is", "articles that are");
    match (faulty.is_empty(), drafts.is_empty()) {
        (true, _) => {}
        (false, true) => {
            let what = format!("the dossier has no article but {left_out} at fault");
            let error = Diagnostic::on(root.path(), what, "mend one of them at least");
            root.errors.push(Diagnostic { is_summary: true, ..error });
        }
        (false, false) => {
            root.summary(format!("{left_out} at fault left out"), "mend what is said of each");
        }
    }
    let left_out = faulty.into_iter().map(|Draft { path, slug, file_name, .. }| {
        let errors = errors_of.remove(&path).unwrap_or_default();
        (slug, LeftOut { file_name, reason: Reason::Faulty(errors) })
    });
    left_out.collect()
}

/// How many articles are at fault, of how many, where nothing else is.
fn faulty_of(
    on_articles: &[Diagnostics],
    n_articles: usize,
    on_others: [&Diagnostics; 2],
) -> Option<(usize, usize)> {
    let n_faulty = on_articles.iter().filter(|on| !on.errors.is_empty()).count();
    let is_sound_without = n_faulty < n_articles && on_others.iter().all(|on| on.errors.is_empty());
    is_sound_without.then_some((n_faulty, n_articles))
}

/// Sorts the articles by date, the undated last.
fn sort_by_date(drafts: &mut [Draft]) {
    drafts.sort_by_cached_key(|draft| {
        let published = draft.article.as_ref().and_then(|a| a.byline.published.clone());
        (published.is_none(), published)
    });
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

/// The language of most articles, for a dossier that states none. What is too short to tell is read as English, and
/// counts as that.
fn most_frequent_language(articles: &[Article]) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for article in articles {
        *counts.entry(article.byline.language.as_deref().unwrap_or("en")).or_default() += 1;
    }
    let most_frequent = counts.into_iter().max_by_key(|(_, count)| *count);
    most_frequent.map_or("en", |(tag, _)| tag).to_owned()
}
