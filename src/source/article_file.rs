//! The file of an article, whatever its format: [`read`].

use std::io;
use std::path::Path;

use super::draft::{Draft, Reason};
use super::encoding::text_of;
use super::file::{Format, is_of_a_template};
use super::metadata::{self, Metadata, Unused};
use super::{body, front_matter, html_lines, name, template};
use crate::article::{Article, Byline, MOST_PARAGRAPHS, Paragraph, ParagraphKind};
use crate::diagnostics::Diagnostics;
use crate::import::unpublished::is_draft_of_medium;
use crate::import::{Imported, Omission, html, is_download_of_news_archive};
use crate::span::Span;
use crate::wording::counted;

/// What becomes of articles that are not ready to be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drafts {
    LeftOut,
    Read,
}

/// Reads an article.
pub fn read(
    root: &Path,
    file_name: String,
    format: Format,
    drafts: Drafts,
    content: io::Result<Vec<u8>>,
    unused: &mut Unused,
    diagnostics: &mut Diagnostics,
) -> Draft {
    let path = root.join(&file_name);
    let unread = Draft {
        file_name,
        path,
        stated_slug: None,
        slug: String::new(),
        article: None,
        description: None,
        figure_lines: Vec::new(),
        left_out: None,
    };
    let Some(file) = text_of(content, diagnostics) else { return unread };
    let front_matter = match format {
        Format::Plain => front_matter::split_plain(&file, diagnostics),
        _ => front_matter::split(&file, diagnostics),
    };
    let Some(front_matter) = front_matter else { return unread };
    let table = front_matter.fields(diagnostics);
    // Between two lines across may stand text that is no front matter.
    let is_text = |line: &str| !line.starts_with('#') && line.contains(char::is_alphanumeric);
    let is_body = table.is_empty() && front_matter.text.lines().any(is_text);
    let body = if is_body { &file } else { &file[front_matter.body_start..] };
    let Metadata { title, mut byline, mut description, slug, is_draft } =
        metadata::read(table, unused, diagnostics);
    let is_draft_by_name = |name| name == "_drafts" || is_draft_of_medium(name);
    let is_draft = is_draft || unread.file_name.split('/').any(is_draft_by_name);
    if is_draft && drafts == Drafts::LeftOut {
        return Draft { stated_slug: slug, left_out: Some(Reason::Draft), ..unread };
    }
    byline.language = byline.language.or_else(|| name::language_of(&unread.file_name));
    warn_of_label(&byline, diagnostics);
    if byline.withdrawn.is_some() {
        let article = Some(tombstone(title.as_deref().unwrap_or_default(), byline));
        return Draft { stated_slug: slug, article, ..unread };
    }
    let body = Body {
        text: body,
        first_line: file[..file.len() - body.len()].matches('\n').count() as u32 + 1,
        format,
        has_front_matter: body.len() < file.len(),
        is_template: is_of_a_template(&unread.file_name),
    };
    let page = match format {
        Format::Html => match body.page(byline.url.as_deref(), diagnostics) {
            Ok(page) => Some(page),
            Err(left_out) => return Draft { stated_slug: slug, left_out, ..unread },
        },
        _ => None,
    };
    description = description.or_else(|| page.as_ref()?.description.clone());
    let (article, figure_lines) = match page {
        Some(page) => article_of_page(page, title.as_deref(), &mut byline, diagnostics),
        None => body.article(title.as_deref(), diagnostics),
    };
    if let Err(left_out) = check_text(&article, diagnostics) {
        return Draft { stated_slug: slug, left_out, ..unread };
    }
    let published = byline.published.take();
    byline.published = published.or_else(|| name::date_of(&unread.file_name));
    let article = without_room_to_grow(Article { byline, ..article });
    Draft { stated_slug: slug, article: Some(article), description, figure_lines, ..unread }
}

/// What stands below the front matter of a file.
struct Body<'f> {
    text: &'f str,
    /// The line of the file that it begins on, from 1.
    first_line: u32,
    format: Format,
    has_front_matter: bool,
    /// Whether the file is one of a site generator's own, in which tags of a template stand.
    is_template: bool,
}

impl Body<'_> {
    /// The article in plain text or Markdown, and the lines of its figures.
    fn article(
        &self,
        title: Option<&str>,
        diagnostics: &mut Diagnostics,
    ) -> (Article<'static>, Vec<u32>) {
        if self.format == Format::Plain {
            if is_download_of_news_archive(self.text) {
                let what = "the file is a download of a news archive, and read as one article";
                let remedy = "make an article of each in it with `whosaid import`";
                diagnostics.warning(None, what, remedy);
            }
            return (body::read_plain(self.text, title, diagnostics), Vec::new());
        }
        let markdown = template::cleaned(self.text, self.first_line, self.format, diagnostics);
        body::read(&html_lines::mended(&markdown), self.first_line, title, diagnostics)
    }

    /// The article in a web page from `address`, where that is known: all of it, where front matter stands before a part
    /// of a page, as generators have posts.
    ///
    /// # Errors
    ///
    /// Where there is none: why the file is left out, or `None` where that is a fault, which is told.
    fn page(
        &self,
        address: Option<&str>,
        diagnostics: &mut Diagnostics,
    ) -> Result<Imported, Option<Reason>> {
        let is_template = self.has_front_matter || self.is_template;
        let html = template::cleaned_html(self.text, self.first_line, is_template, diagnostics);
        let page = if self.has_front_matter && !is_whole_page(&html) {
            html::post(&html).map_err(Omission::Fault)
        } else {
            html::page_with_pictures(&html, address)
        };
        page.map_err(|omission| match omission {
            _ if self.is_template => Some(Reason::NoText),
            Omission::NotShown { .. } => Some(Reason::List),
            Omission::Fault(what) => {
                diagnostics.error(None, what, "save the page of one article, with its text");
                None
            }
        })
    }
}

/// Whether there is something to read, and no more than a pack can have.
///
/// # Errors
///
/// Where not: why the file is left out, or `None` where that is a fault, which is told.
fn check_text(article: &Article, diagnostics: &mut Diagnostics) -> Result<(), Option<Reason>> {
    let headline = article.paragraphs[0].span;
    if !article.text[headline.end as usize..].contains(char::is_alphanumeric) {
        return Err(diagnostics.errors.is_empty().then_some(Reason::NoText));
    }
    if article.paragraphs.len() > MOST_PARAGRAPHS {
        let what = format!("it has more than {MOST_PARAGRAPHS} paragraphs");
        diagnostics.error(None, what, "make several articles of it");
        return Err(None);
    }
    Ok(())
}

/// An article whose text and lists take no more memory than they need: of a large dossier all of them lie there.
fn without_room_to_grow(mut article: Article<'static>) -> Article<'static> {
    article.text.to_mut().shrink_to_fit();
    article.paragraphs.shrink_to_fit();
    article.markup.shrink_to_fit();
    article
}

/// Warns of a label that is not shown.
fn warn_of_label(byline: &Byline, diagnostics: &mut Diagnostics) {
    if byline.label.is_some() && byline.outlet.is_some() {
        let what = "`label` is for an article that states no outlet, and this one does";
        diagnostics.warning(None, what, "take one of the two out; the outlet is shown");
    }
}

/// What is left of an article that was withdrawn: its headline, where and when it was published, and why it is
/// gone. The file's body is not read.
fn tombstone(title: &str, byline: Byline) -> Article<'static> {
    let Byline { outlet, label, published, language, withdrawn, .. } = byline;
    let byline = Byline { outlet, label, published, language, withdrawn, ..Byline::default() };
    let span = Span::from_range(0..title.len());
    let paragraphs = vec![Paragraph { span, kind: ParagraphKind::Headline }];
    Article { byline, text: title.to_owned().into(), paragraphs, ..Article::default() }
}

/// Whether HTML is a page rather than what stands inside the body of one.
fn is_whole_page(html: &str) -> bool {
    let html = html.to_ascii_lowercase();
    ["<!doctype", "<html", "<body"].iter().any(|tag| html.contains(tag))
}

/// The article of a web page; what its front matter does not state is taken from what it says of itself.
fn article_of_page(
    page: Imported,
    title: Option<&str>,
    byline: &mut Byline,
    diagnostics: &mut Diagnostics,
) -> (Article<'static>, Vec<u32>) {
    for note in page.notes {
        diagnostics.warning(None, note, "look whether the article is whole");
    }
    if page.n_images > 0 {
        let what = format!("{} left out", counted(page.n_images, "image is", "images are"));
        diagnostics.warning(
            None,
            what,
            "put their files into the folder, and their paths into `src`",
        );
    }
    let stated = std::mem::take(byline);
    *byline = Byline {
        outlet: stated.outlet.or(page.outlet),
        label: stated.label,
        authors: if stated.authors.is_empty() { page.authors } else { stated.authors },
        published: stated.published.or(page.published),
        url: stated.url.or(page.url),
        language: stated.language.or(page.language),
        ..stated
    };
    body::read(&page.body, 1, title.or(page.title.as_deref()), diagnostics)
}
