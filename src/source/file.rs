//! The files of a dossier's folder, and what each is by its name: [`Role`].

use std::io;

use super::picture;

/// The name of the file of settings.
pub const SETTINGS: &str = "dossier.toml";

/// Longest file that is taken, in bytes; no article comes near it. Whoever reads the files can stop one
/// byte behind it.
pub const MAX_FILE: u64 = 16 << 20;

/// A file of a dossier's folder.
pub struct File<'a> {
    /// Its path below the dossier, with `/` between folders.
    pub name: String,
    /// Gives its bytes when they are needed, which may be never, or several times.
    pub content: Content<'a>,
}

/// Gives the bytes of a file, at most one more than [`MAX_FILE`], or why they cannot be had:
/// [`NotFound`](io::ErrorKind::NotFound) for a link to nothing.
pub type Content<'a> = Box<dyn Fn() -> io::Result<Vec<u8>> + 'a>;

/// How the text of an article is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Markdown,
    Mdx,
    Plain,
    Html,
}

impl Format {
    /// The format of a file of this name; `None` where it is no article's.
    pub fn of(name: &str) -> Option<Self> {
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        Some(match ending.to_lowercase().as_str() {
            "md" | "markdown" => Self::Markdown,
            "mdx" => Self::Mdx,
            "txt" => Self::Plain,
            "html" | "htm" => Self::Html,
            _ => return None,
        })
    }
}

/// What a file of a dossier is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Settings,
    Authors,
    Article(Format),
    Picture,
    /// Passed over in silence.
    Ignored,
    /// Passed over, which is said.
    Unknown,
}

impl Role {
    /// The role that a file has by its path below the dossier.
    pub fn of(name: &str) -> Self {
        let lower = name.to_lowercase();
        let mut folders = lower.split('/');
        let file = folders.next_back().unwrap_or_default();
        let stem = file.split('.').next().unwrap_or_default();
        match Format::of(file) {
            _ if name == SETTINGS => Self::Settings,
            _ if is_passed_over(file) || folders.clone().any(is_passed_over) => Self::Ignored,
            _ if matches!(file, "authors.yml" | "authors.yaml") => Self::Authors,
            _ if folders.any(|folder| folder == DATA) => Self::Ignored,
            Some(_) if matches!(stem, "readme" | "_index") => Self::Ignored,
            Some(_) if OF_SITES.contains(&file) => Self::Ignored,
            Some(format) => Self::Article(format),
            None if picture::PictureFormat::of(file).is_some() => Self::Picture,
            None => Self::Unknown,
        }
    }
}

/// Folders of a site's generator that hold no article which it shows.
const OF_GENERATORS: [&str; 6] =
    ["node_modules", "_includes", "_layouts", "_plugins", "_sass", "_site"];

/// Files of a site that say nothing to its readers, or only that a page is missing.
const OF_SITES: [&str; 3] = ["404.html", "404.md", "robots.txt"];

/// A generator's folder of data, of which the authors alone are read.
const DATA: &str = "_data";

/// Folders of templates, and of pages that were made of them.
const OF_TEMPLATES: [&str; 6] =
    ["archetypes", "layouts", "public", "resources", "templates", "themes"];

/// Whether the file of that path is in a folder of templates.
pub fn is_of_a_template(name: &str) -> bool {
    name.rsplit_once('/')
        .is_some_and(|(folders, _)| folders.split('/').any(|one| OF_TEMPLATES.contains(&one)))
}

/// The folder of templates that lies right in the dossier's and has this file, where one does.
pub fn template_folder(name: &str) -> Option<&'static str> {
    let (folder, _) = name.split_once('/')?;
    OF_TEMPLATES.into_iter().find(|one| *one == folder)
}

/// Whether a file right in the folder is the configuration of a generator of sites: of Hugo, Zola, Jekyll, Eleventy or
/// Docusaurus.
pub fn is_of_a_generator(name: &str) -> bool {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    match stem {
        "hugo" | "config" | "config/_default/hugo" | "config/_default/config" => {
            matches!(ending, "toml" | "yaml" | "yml")
        }
        "_config" => matches!(ending, "toml" | "yaml" | "yml"),
        ".eleventy" | "eleventy.config" | "docusaurus.config" => {
            matches!(ending, "js" | "cjs" | "mjs" | "ts" | "mts" | "cts")
        }
        _ => false,
    }
}

/// Whether a file or folder of that name, and all below it, is passed over in silence: it is hidden, or it is
/// where a package manager keeps its packages or a generator its own.
#[must_use]
pub fn is_passed_over(name: &str) -> bool {
    name.starts_with('.') || OF_GENERATORS.contains(&name)
}

/// Whether a file of that name is passed over in silence: it is hidden, or the publisher's own notes.
#[must_use]
pub fn is_ignored(name: &str) -> bool {
    Role::of(name) == Role::Ignored
}

/// Whether a file of that name is an article.
#[must_use]
pub fn is_article(name: &str) -> bool {
    matches!(Role::of(name), Role::Article(_))
}

/// Whether a file of that name is read as more than its text: it is in Markdown or HTML.
#[must_use]
pub fn has_markup(name: &str) -> bool {
    Format::of(name).is_some_and(|format| format != Format::Plain)
}

/// Whether a file of that name is one of the dossier's, so that its content matters.
#[must_use]
pub fn is_read(name: &str) -> bool {
    !matches!(Role::of(name), Role::Ignored | Role::Unknown)
}
