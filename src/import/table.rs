//! [`csv()`] and [`json_lines`]: the rows of a table as articles.
//!
//! | column | is |
//! |---|---|
//! | `title`, `headline` | the title |
//! | `text` | plain text |
//! | `body`, `content`, `html` | HTML, if it has a tag, else plain text |
//! | `author`, `authors`, `byline` | the authors; a list in JSON |
//! | `date`, `published`, `pubdate` | when it was published |
//! | `url`, `link` | the address |
//! | `outlet`, `source`, `site_name`, `sitename`, `publisher` | who published it |
//! | `language`, `lang` | a language tag |
//!
//! Names are read in any case. Of several columns for one thing, the first in a row that is not empty counts.

use std::collections::BTreeSet;

use serde_json::Value;

use super::byline::authors;
use super::line::{line, published};
use super::markdown::{self, Markdown};
use super::{Imported, html};
use crate::language::tag_of;
use crate::web_url::is_web_url;

/// The rows of a table.
#[derive(Debug, Default)]
pub struct Table {
    /// Each with its line, from 1; what is wrong with it is a clause without a full stop.
    pub rows: Vec<(u32, Result<Imported, String>)>,
    /// What holds for the table, a clause each without a full stop.
    pub notes: Vec<String>,
}

/// Reads a table of comma-separated values (RFC 4180), or with semicolons or tabs, whose first row has the
/// names of the columns.
#[must_use]
pub fn csv(text: &str) -> Table {
    // The reader counts a line end of two characters for the line behind it.
    let text = text.replace("\r\n", "\n");
    let first_row = text.lines().next().unwrap_or_default();
    let count = |delimiter: &u8| first_row.bytes().filter(|byte| byte == delimiter).count();
    let delimiter =
        [b',', b';', b'\t'].into_iter().max_by_key(|d| (count(d), *d == b',')).unwrap_or(b',');
    let mut reader = ::csv::ReaderBuilder::new();
    let mut reader = reader.delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
    let names = match reader.headers() {
        Ok(names) => names.clone(),
        Err(error) => {
            return Table {
                rows: vec![(1, Err(format!("the row cannot be read: {error}")))],
                ..Table::default()
            };
        }
    };
    let mut table = Table::default();
    let mut unknown = BTreeSet::new();
    for record in reader.records() {
        let (line, row) = match record {
            Ok(record) => {
                let line = record.position().map_or(0, ::csv::Position::line);
                let cells = names.iter().zip(record.iter());
                let cells = cells.map(|(name, cell)| (name.to_owned(), Value::from(cell)));
                (line, article(cells, &mut unknown))
            }
            Err(error) => {
                let line = error.position().map_or(0, ::csv::Position::line);
                (line, Err(format!("the row cannot be read: {error}")))
            }
        };
        table.rows.push((u32::try_from(line).unwrap_or(u32::MAX), row));
    }
    table.note(unknown);
    table
}

/// Reads a table of a JSON object a line; empty lines are no rows.
#[must_use]
pub fn json_lines(text: &str) -> Table {
    let mut table = Table::default();
    let mut unknown = BTreeSet::new();
    for (idx, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let row = match serde_json::from_str(line) {
            Ok(Value::Object(object)) => article(object.into_iter(), &mut unknown),
            Ok(_) => Err("the line is no JSON object".to_owned()),
            Err(error) => Err(format!("the line is not JSON: {error}")),
        };
        table.rows.push((u32::try_from(idx + 1).unwrap_or(u32::MAX), row));
    }
    table.note(unknown);
    table
}

impl Table {
    fn note(&mut self, unknown: BTreeSet<String>) {
        if !unknown.is_empty() {
            let names: Vec<String> = unknown.iter().map(|name| format!("`{name}`")).collect();
            self.notes.push(format!("columns that are not read: {}", names.join(", ")));
        }
    }
}

/// What a column is for.
#[derive(Clone, Copy, PartialEq)]
enum Column {
    Title,
    Text,
    Html,
    Authors,
    Published,
    Url,
    Outlet,
    Language,
}

impl Column {
    fn named(name: &str) -> Option<Self> {
        Some(match name.trim().trim_start_matches('\u{feff}').to_lowercase().as_str() {
            "title" | "headline" => Self::Title,
            "text" => Self::Text,
            "body" | "content" | "html" => Self::Html,
            "author" | "authors" | "byline" => Self::Authors,
            "date" | "published" | "pubdate" => Self::Published,
            "url" | "link" => Self::Url,
            "outlet" | "source" | "site_name" | "sitename" | "publisher" => Self::Outlet,
            "language" | "lang" => Self::Language,
            _ => return None,
        })
    }
}

/// The article in the cells of a row; names that are not read are added to `unknown`.
fn article(
    cells: impl Iterator<Item = (String, Value)>,
    unknown: &mut BTreeSet<String>,
) -> Result<Imported, String> {
    let mut article = Imported::default();
    let mut texts = Vec::new();
    for (name, value) in cells {
        let Some(column) = Column::named(&name) else {
            unknown.extend(line(&name));
            continue;
        };
        let text = match &value {
            Value::String(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            Value::Array(list) if column == Column::Authors => {
                let names = list.iter().filter_map(Value::as_str);
                article.authors.extend(names.flat_map(authors));
                continue;
            }
            _ => continue,
        };
        let one_line = || line(&text);
        match column {
            Column::Text | Column::Html => texts.push((text, column)),
            Column::Title => article.title = article.title.or_else(one_line),
            Column::Outlet => article.outlet = article.outlet.or_else(one_line),
            Column::Authors if article.authors.is_empty() => article.authors = authors(&text),
            Column::Authors => {}
            Column::Published => {
                article.published =
                    article.published.or_else(|| published(&text, &mut article.notes));
            }
            Column::Url => {
                article.url = article.url.or_else(|| one_line().filter(|url| is_web_url(url)));
            }
            Column::Language => article.language = article.language.or_else(|| tag_of(&text)),
        }
    }
    for (text, column) in texts {
        let Markdown { text, n_images } = match column {
            Column::Html if has_tags(&text) => html::fragment(&text, article.url.as_deref())?,
            _ => Markdown { text: markdown::from_plain_text(&text), n_images: 0 },
        };
        if text.contains(char::is_alphanumeric) {
            (article.body, article.n_images) = (text, n_images);
            return Ok(article);
        }
    }
    Err("the row has no text in a column `text`, `body`, `content` or `html`".to_owned())
}

/// Whether a text is HTML rather than plain text in which a `<` may occur.
fn has_tags(text: &str) -> bool {
    let closes = ["</p>", "</div>", "</a>", "</em>", "</strong>", "</li>", "</b>", "</i>", "</h2>"];
    let stands_alone = ["<p>", "<br>", "<br/>", "<br />", "<p "];
    let text = text.to_ascii_lowercase();
    closes.iter().chain(&stands_alone).any(|tag| text.contains(tag))
}
