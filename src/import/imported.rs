//! [`Imported`]: an article from elsewhere, and the file that it becomes.

use std::borrow::Cow;
use std::fmt::Write;

use crate::escape::in_yaml;

/// An article from elsewhere. Its texts are one line each, without control characters, and never empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Imported {
    /// The headline.
    pub title: Option<String>,
    /// Who published it, as they call themselves.
    pub outlet: Option<String>,
    /// Who wrote it, in the order stated.
    pub authors: Vec<String>,
    /// As [`date::published`](crate::date::published) writes it.
    pub published: Option<String>,
    /// A whole web address.
    pub url: Option<String>,
    /// A well-formed language tag.
    pub language: Option<String>,
    /// What it is about, for those who have not opened it.
    pub description: Option<String>,
    /// An editor's label, for an article without an outlet.
    pub label: Option<String>,
    /// Whose the text is, whom to thank for it, and on what terms it may be passed on.
    pub copyright: Option<String>,
    /// See `copyright`.
    pub credit: Option<String>,
    /// See `copyright`.
    pub licence: Option<String>,
    /// The name that it had in addresses.
    pub slug: Option<String>,
    /// The text, in Markdown.
    pub body: String,
    /// How many images the text had, which are not in the body.
    pub n_images: usize,
    /// What could not be read, a clause each without a full stop.
    pub notes: Vec<String>,
}

impl Imported {
    /// The article as a file of a dossier: front matter and body.
    #[must_use]
    pub fn to_markdown(&self) -> String {
        let mut file = "---\n".to_owned();
        let mut field = |name: &str, value: Option<&str>| {
            if let Some(value) = value {
                let _ = writeln!(file, "{name}: {}", in_yaml(value));
            }
        };
        field("title", self.title.as_deref().map(literal).as_deref());
        field("outlet", self.outlet.as_deref().map(literal).as_deref());
        field("published", self.published.as_deref());
        field("url", self.url.as_deref());
        field("language", self.language.as_deref());
        field("description", self.description.as_deref().map(literal).as_deref());
        field("label", self.label.as_deref().map(literal).as_deref());
        field("copyright", self.copyright.as_deref().map(literal).as_deref());
        field("credit", self.credit.as_deref().map(literal).as_deref());
        field("licence", self.licence.as_deref());
        if !self.authors.is_empty() {
            let authors: Vec<String> =
                self.authors.iter().map(|author| in_yaml(&literal(author))).collect();
            let _ = writeln!(file, "authors: [{}]", authors.join(", "));
        }
        let _ = write!(file, "---\n\n{}\n", self.body.trim_matches('\n'));
        file
    }
}

/// A line of text as a value of front matter that is read as it: what would be markup there, has backslashes.
pub fn literal(text: &str) -> Cow<'_, str> {
    let n_of = |mark: char| text.matches(mark).count();
    let may_be_marked = text.contains(['\\', '<', '{'])
        || ["](", "[[", "%%", "=="].iter().any(|mark| text.contains(mark))
        || ['*', '_', '`'].into_iter().any(|mark| n_of(mark) > 1)
        || text.contains('&') && text.contains(';');
    if !may_be_marked {
        return text.into();
    }
    let mut literal = String::new();
    for character in text.chars() {
        if "\\`*_[]<>&{}%=!".contains(character) {
            literal.push('\\');
        }
        literal.push(character);
    }
    literal.into()
}
