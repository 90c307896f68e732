//! [`csv()`] and [`json_lines`]: the rows of a table as articles.
//!
//! | column | is |
//! |---|---|
//! | `text`, `article_body`, `maintext`, `content_text` | plain text |
//! | `body`, `content`, `html`, `content_html` | HTML, if it has a tag, else plain text |
//! | `draft`, `published`, `publish` | whether the row is left out: a draft that is `true`, `yes` or `1`, or what is published and is `false`, `no` or `0` |
//! | `withdrawn` | likewise, where it says anything but `false`, `no` or `0` |
//! | `status` | likewise, where it is `draft`, `private`, `pending` or the like |
//! | a name of a field of front matter ([`field_names`]) | that field; the authors may be a list in JSON, and an outlet that is an address is that |
//!
//! Names are read in any case, their words joined in any way (`Published At`, `publishedAt`). Of several columns
//! for one thing, the first in a row that is not empty counts, the [fallbacks](field_names::FALLBACKS) last. In JSON a
//! value may be an object around the text ([`text_of`]), and a text may be a list of its paragraphs.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::byline::authors;
use super::field_names::{self, FALLBACKS};
use super::html;
use super::imported::Imported;
use super::line::{address, line, published};
use super::markdown::{self, Images, Markdown};
use super::omission::Omission;
use super::unpublished::{flag_of, is_unpublished};
use crate::language::tag_of;
use crate::web_url::is_web_url;

/// The rows of a table.
#[derive(Debug, Default)]
pub struct Table {
    /// Each with its line, from 1.
    pub rows: Vec<(u32, Result<Imported, Omission>)>,
    /// Why the table has no articles at all, a clause without a full stop.
    pub fault: Option<String>,
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
                rows: vec![(1, Err(format!("the row cannot be read: {error}").into()))],
                ..Table::default()
            };
        }
    };
    if !names.iter().any(is_of_text) {
        // Without a row there is none to miss.
        let has_rows = reader.records().next().is_some();
        let fault = has_rows.then(|| format!("{NO_TEXT}, so no row is an article"));
        return Table { fault, ..Table::default() };
    }
    let mut table = Table::default();
    let mut columns = Columns::default();
    for record in reader.records() {
        let (line, row) = match record {
            Ok(record) => {
                let line = record.position().map_or(0, ::csv::Position::line);
                (line, of_record(&names, &record, delimiter, &mut columns))
            }
            Err(error) => {
                let line = error.position().map_or(0, ::csv::Position::line);
                (line, Err(format!("the row cannot be read: {error}").into()))
            }
        };
        table.rows.push((u32::try_from(line).unwrap_or(u32::MAX), row));
    }
    table.notes.extend(columns.unread());
    if let Some(line) = unclosed_cell(&text, delimiter) {
        let what = "the quotation mark around a cell has no end, so that the cell has all rows behind it in itself";
        table.rows.push((line, Err(what.to_owned().into())));
    }
    table
}

/// The article in a row of a table of cells. The last cells of a row may be missing. A row with more cells than
/// there are names has a text in several, so that no cell stands for its name.
fn of_record(
    names: &::csv::StringRecord,
    record: &::csv::StringRecord,
    delimiter: u8,
    columns: &mut Columns,
) -> Result<Imported, Omission> {
    let is_filled = |idx: &usize| !record[*idx].trim().is_empty();
    let n_cells = (0..record.len()).rev().find(is_filled).map_or(0, |last| last + 1);
    if n_cells > names.len() {
        let between = match delimiter {
            b'\t' => "tab".to_owned(),
            mark => format!("`{}`", char::from(mark)),
        };
        let what = format!(
            "the row has {n_cells} cells, but the first row {} names; a text with a {between} in it needs \
             quotation marks around it",
            names.len()
        );
        return Err(what.into());
    }
    let cells = names.iter().enumerate().map(|(idx, name)| {
        let cell = record.get(idx).unwrap_or_default();
        (name.to_owned(), Value::from(cell))
    });
    article(cells, columns)
}

/// The line of the cell that begins with a quotation mark and goes on up to the end of a table.
fn unclosed_cell(text: &str, delimiter: u8) -> Option<u32> {
    let mut cell = None;
    let mut line = 1;
    // Where a cell begins; behind one that was closed, because two marks are one inside of a cell.
    let mut may_open = true;
    for byte in text.bytes() {
        match cell {
            Some(_) if byte == b'"' => (cell, may_open) = (None, true),
            Some(_) => {}
            None if byte == b'"' && may_open => (cell, may_open) = (Some(line), false),
            None => may_open = byte == b'\n' || byte == delimiter,
        }
        line += u32::from(byte == b'\n');
    }
    cell
}

/// What is said of a row that nothing can be the text of.
const NO_TEXT: &str = "there is no column `text`, `body`, `content` or `html`";

/// Reads a table of a JSON object a line; empty lines are no rows.
#[must_use]
pub fn json_lines(text: &str) -> Table {
    let mut table = Table::default();
    let mut columns = Columns::default();
    for (idx, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let row = match serde_json::from_str(line) {
            Ok(Value::Object(object)) => article(object.into_iter(), &mut columns),
            Ok(_) => Err("the line is no JSON object".to_owned().into()),
            Err(error) => Err(format!("the line is not JSON: {error}").into()),
        };
        table.rows.push((u32::try_from(idx + 1).unwrap_or(u32::MAX), row));
    }
    table.notes.extend(columns.unread());
    table
}

/// The columns of a table as its rows name them.
#[derive(Default)]
pub(super) struct Columns {
    /// What each is for, looked up once for all rows, and whether it is one of the fallbacks.
    by_name: BTreeMap<String, (Option<Column>, bool)>,
    /// The names of those that are not read.
    unread: BTreeSet<String>,
}

impl Columns {
    fn named(&mut self, name: &str) -> (Option<Column>, bool) {
        if let Some(known) = self.by_name.get(name) {
            return *known;
        }
        let found = (Column::named(name), field_names::is_among(&FALLBACKS, name));
        self.by_name.insert(name.to_owned(), found);
        found
    }

    /// What is said of names that are not read, where there are any.
    pub(super) fn unread(&self) -> Option<String> {
        let names: Vec<String> = self.unread.iter().map(|name| format!("`{name}`")).collect();
        (!names.is_empty()).then(|| format!("columns that are not read: {}", names.join(", ")))
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
    /// The date, or else whether it is published.
    PublishedOrNot,
    Draft,
    Status,
    Withdrawn,
    Url,
    /// The address, or else a part of one, which is of no use.
    UrlOrPart,
    Outlet,
    Language,
    Description,
    Label,
    Copyright,
    Credit,
    Licence,
    Slug,
}

impl Column {
    fn is_text(self) -> bool {
        matches!(self, Self::Text | Self::Html)
    }

    fn named(name: &str) -> Option<Self> {
        let name = name.trim_start_matches('\u{feff}');
        // What a date may say as well, and an outlet, comes first.
        let columns: [(&[&str], Self); 20] = [
            (&["published", "publish"], Self::PublishedOrNot),
            (&["draft"], Self::Draft),
            (&["status"], Self::Status),
            (&[field_names::WITHDRAWN], Self::Withdrawn),
            (&["text", "article_body", "maintext", "content_text"], Self::Text),
            (&["body", "content", "html", "content_html"], Self::Html),
            (field_names::TITLE, Self::Title),
            (field_names::AUTHORS, Self::Authors),
            (field_names::PUBLISHED, Self::Published),
            (field_names::OUTLET, Self::Outlet),
            (&field_names::ADDRESSES, Self::Url),
            (&["link"], Self::Url),
            (field_names::URL, Self::UrlOrPart),
            (field_names::LANGUAGE, Self::Language),
            (field_names::DESCRIPTION, Self::Description),
            (field_names::LICENCE, Self::Licence),
            (&["label"], Self::Label),
            (&["copyright"], Self::Copyright),
            (&["credit"], Self::Credit),
            (&["slug"], Self::Slug),
        ];
        let column = columns.into_iter().find(|(names, _)| field_names::is_among(names, name));
        column.map(|(_, column)| column)
    }
}

/// Whether a name is one of a column that has the text.
pub(super) fn is_of_text(name: &str) -> bool {
    Column::named(name).is_some_and(Column::is_text)
}

/// The article in the cells of a row.
pub(super) fn article(
    cells: impl Iterator<Item = (String, Value)>,
    columns: &mut Columns,
) -> Result<Imported, Omission> {
    let mut row = Row::default();
    let is_fallback = |(name, _): &(String, Value)| columns.named(name).1;
    let (fallbacks, cells): (Vec<_>, Vec<_>) = cells.partition(is_fallback);
    for (name, value) in cells.into_iter().chain(fallbacks) {
        match columns.named(&name).0 {
            Some(column) if row.take(column, &value) => {}
            _ => columns.unread.extend(line(&name)),
        }
    }
    row.finish()
}

/// A row as far as it has been read.
#[derive(Default)]
struct Row {
    article: Imported,
    /// What may be its text, in the order of the columns.
    texts: Vec<(String, Column)>,
    /// Whether it has a column for its text, which may be empty.
    has_text: bool,
    /// Why it is not shown.
    not_shown: Option<String>,
}

impl Row {
    /// Takes a cell; whether it says what its column is for.
    fn take(&mut self, column: Column, value: &Value) -> bool {
        let flag = switch_of(value);
        self.not_shown = why_not_shown(column, flag, value).or(self.not_shown.take());
        let is_text = column.is_text();
        self.has_text |= is_text;
        let text = match value {
            Value::Array(_) | Value::Object(_) if column == Column::Authors => {
                let people = match value {
                    Value::Array(list) => &list[..],
                    one => std::slice::from_ref(one),
                };
                // Of several columns for one thing the first counts.
                if self.article.authors.is_empty() {
                    let names = people.iter().filter_map(name_of).flat_map(authors);
                    self.article.authors.extend(names);
                }
                return true;
            }
            Value::Array(paragraphs) if is_text => {
                let paragraphs: Vec<_> = paragraphs.iter().filter_map(text_of).collect();
                paragraphs.join("\n\n")
            }
            value => match text_of(value) {
                Some(text) if is_text => text.into_owned(),
                Some(text) if is_rendered(value) => html::words(&text).unwrap_or_default(),
                Some(text) => text.into_owned(),
                None => return flag.is_some() || is_nothing(value),
            },
        };
        match column {
            Column::Text | Column::Html => self.texts.push((text, column)),
            // A switch is no date that cannot be read.
            Column::PublishedOrNot if flag.is_some() => {}
            Column::Status | Column::Withdrawn => {}
            Column::Draft => return flag.is_some() || text.trim().is_empty(),
            Column::UrlOrPart if !is_web_url(text.trim()) => return text.trim().is_empty(),
            column => self.state(column, &text),
        }
        true
    }

    /// Takes what a cell states of the article; of several columns for one thing, the first counts.
    fn state(&mut self, column: Column, text: &str) {
        let article = &mut self.article;
        let field = match column {
            // trafilatura calls the address so.
            Column::Outlet if is_web_url(text.trim()) => &mut article.url,
            Column::Outlet => &mut article.outlet,
            Column::Title => &mut article.title,
            Column::Description => &mut article.description,
            Column::Label => &mut article.label,
            Column::Copyright => &mut article.copyright,
            Column::Credit => &mut article.credit,
            Column::Licence => &mut article.licence,
            Column::Slug => &mut article.slug,
            Column::Authors if article.authors.is_empty() => {
                article.authors = authors(text);
                return;
            }
            Column::Published | Column::PublishedOrNot if article.published.is_none() => {
                article.published = published(text, &mut article.notes);
                return;
            }
            Column::Url | Column::UrlOrPart => return self.state_url(text),
            Column::Language if article.language.is_none() => {
                article.language = tag_of(text);
                return;
            }
            _ => return,
        };
        if field.is_none() {
            *field = line(text);
        }
    }

    fn state_url(&mut self, text: &str) {
        if let Some(url) = address(text, &mut self.article.notes) {
            self.article.url.get_or_insert(url);
        }
    }

    /// The article, with the first text that has words.
    fn finish(self) -> Result<Imported, Omission> {
        let Self { mut article, texts, has_text, not_shown } = self;
        if let Some(reason) = not_shown {
            return Err(Omission::NotShown { title: article.title, reason });
        }
        for (text, column) in texts {
            let Markdown { text, n_images, .. } = match column {
                Column::Html if has_tags(&text) => {
                    html::fragment(&text, article.url.as_deref(), Images::Counted)?
                }
                _ => Markdown { text: markdown::from_plain_text(&text), ..Markdown::default() },
            };
            if text.contains(char::is_alphanumeric) {
                (article.body, article.n_images) = (text, n_images);
                return Ok(article);
            }
        }
        if has_text {
            return Err(Omission::without_text(article.title));
        }
        Err(NO_TEXT.to_owned().into())
    }
}

/// The name of an author, as a text or as an object that has one.
fn name_of(author: &Value) -> Option<&str> {
    author.as_str().or_else(|| author.get("name")?.as_str())
}

/// What a value says: a text, a number, or an object around one, as schema.org has it of a publisher (`name`),
/// WordPress of all that may hold HTML (`rendered`), readers of feeds too (`content`) and of an address (`href`), and
/// MongoDB of a date (`$date`). A list of one is that one.
fn text_of(value: &Value) -> Option<Cow<'_, str>> {
    match value {
        Value::String(text) => Some(text.into()),
        Value::Number(number) => Some(number.to_string().into()),
        Value::Object(object) => {
            let names = ["rendered", "content", "name", "href", "$date"];
            names.iter().find_map(|name| object.get(*name)?.as_str()).map(Cow::from)
        }
        Value::Array(list) => match &list[..] {
            [only] if !only.is_array() => text_of(only),
            _ => None,
        },
        _ => None,
    }
}

/// Whether it is text of WordPress or of a reader of feeds, which is HTML in every field.
fn is_rendered(value: &Value) -> bool {
    ["rendered", "content"].iter().any(|name| value.get(name).is_some_and(Value::is_string))
}

/// Whether a value states nothing.
fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Array(list) => list.is_empty(),
        Value::Object(object) => object.is_empty(),
        value => value.is_null(),
    }
}

/// Why a row is not shown, where a cell of it says so; `flag` is what it says as a switch.
fn why_not_shown(column: Column, flag: Option<bool>, value: &Value) -> Option<String> {
    match (column, flag, value.as_str()) {
        (Column::Draft, Some(true), _) => Some("marked as a draft".to_owned()),
        (Column::PublishedOrNot, Some(false), _) => Some("marked as not published".to_owned()),
        (Column::Status, _, Some(status)) if is_unpublished(status) => {
            Some(format!("whose status is `{}`", status.trim()))
        }
        // Most state a reason.
        (Column::Withdrawn, flag, text)
            if flag.unwrap_or_else(|| text.is_some_and(|text| !text.trim().is_empty())) =>
        {
            Some("marked as withdrawn".to_owned())
        }
        _ => None,
    }
}

/// What a switch in a cell says.
fn switch_of(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(flag) => Some(*flag),
        Value::Number(number) => flag_of(&number.to_string()),
        Value::String(text) => flag_of(text),
        _ => None,
    }
}

/// Whether a text is HTML rather than plain text in which a `<` may occur.
fn has_tags(text: &str) -> bool {
    let closes = ["</p>", "</div>", "</a>", "</em>", "</strong>", "</li>", "</b>", "</i>", "</h2>"];
    let stands_alone = ["<p>", "<br>", "<br/>", "<br />", "<p "];
    let text = text.to_ascii_lowercase();
    closes.iter().chain(&stands_alone).any(|tag| text.contains(tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The faults of the rows of a table, each empty where the row is an article without notes.
    #[track_caller]
    fn check_faults(table: &Table, expected: &[&str]) {
        let faults = table.rows.iter().map(|(_, row)| match row {
            Ok(article) => article.notes.join("; "),
            Err(Omission::NotShown { reason, .. }) => reason.clone(),
            Err(Omission::Fault(fault)) => fault.clone(),
        });
        assert_eq!(faults.collect::<Vec<_>>(), expected, "{table:?}");
    }

    #[test]
    fn the_first_column_with_authors_counts() {
        let rows = json_lines(
            "{\"text\": \"a\", \"author\": \"Ada Voss\", \"authors\": [\"Ben Roe\", {\"name\": \"Cy Dow\"}]}\n",
        );
        let [(_, Ok(article))] = &rows.rows[..] else { panic!("{rows:?}") };
        assert_eq!(article.authors, ["Ada Voss"]);
    }

    #[test]
    fn a_row_may_lack_cells_and_has_none_without_a_name() {
        let rows = csv("title;text;source\nA;a; b;The Post\nB;b\nC\nD;d;The Post;;\n");
        let too_many = "the row has 4 cells, but the first row 3 names; a text with a `;` in it needs quotation \
                        marks around it";
        check_faults(&rows, &[too_many, "", "without text", ""]);
    }

    #[test]
    fn values_may_be_objects_around_a_text() {
        let rows = json_lines(
            "{\"title\": {\"rendered\": \"A &#8211; <b>b</b>\"}, \"content\": {\"rendered\": \"<p>C <i>d</i></p>\"}}\n\
             {\"articleBody\": \"a\", \"publisher\": {\"name\": \"The Post\"}, \"date\": {\"$date\": \"2021-08-16\"}}\n\
             {\"text\": [\"A.\", \"B.\"], \"language\": [\"en\"], \"title\": [], \"url\": null}\n",
        );
        check_faults(&rows, &["", "", ""]);
        assert!(rows.notes.is_empty(), "{:?}", rows.notes);
        let [one, two, three] = [0, 1, 2].map(|idx| rows.rows[idx].1.as_ref().unwrap());
        assert_eq!((one.title.as_deref(), &*one.body), (Some("A – b"), "C *d*"));
        assert_eq!(two.outlet.as_deref(), Some("The Post"));
        assert_eq!(two.published.as_deref(), Some("2021-08-16"));
        assert_eq!((three.language.as_deref(), &*three.body), (Some("en"), "A.\n\nB."));
    }

    #[test]
    fn a_value_that_cannot_be_read_is_said() {
        let rows = json_lines("{\"text\": \"a\", \"title\": {\"x\": 1}, \"date\": [1, 2]}\n");
        assert_eq!(rows.notes, ["columns that are not read: `date`, `title`"]);
    }

    #[test]
    fn rows_that_are_not_shown_are_left_out() {
        let draft = "marked as a draft";
        let unpublished = "marked as not published";
        let rows = csv(
            "text,Draft,published\na,TRUE,\nb, yes ,2021-08-16\nc,1,true\nd,no,false\ne,,No\nf,0,0\n\
             g,false,true\nh,,2021-08-16\ni,0,1\n",
        );
        let expected = [draft, draft, draft, unpublished, unpublished, unpublished, "", "", ""];
        check_faults(&rows, &expected);
        let rows = json_lines(
            "{\"text\": \"a\", \"draft\": true}\n{\"text\": \"b\", \"published\": false}\n\
             {\"text\": \"c\", \"draft\": 1}\n{\"draft\": \"true\"}\n\
             {\"text\": \"d\", \"draft\": false, \"published\": true}\n\
             {\"text\": \"e\", \"draft\": null, \"published\": []}\n",
        );
        check_faults(&rows, &[draft, unpublished, draft, draft, "", ""]);
        let rows = csv("text,status\na,publish\nb,Draft\nc,\n");
        check_faults(&rows, &["", "whose status is `Draft`", ""]);
        let rows = csv("text,withdrawn\na,At her wish\nb,yes\nc,no\nd,\n");
        check_faults(&rows, &["marked as withdrawn", "marked as withdrawn", "", ""]);
        let rows = csv("text,draft,published_at\na,second version,2021-08-16\n");
        check_faults(&rows, &[""]);
        assert_eq!(rows.notes, ["columns that are not read: `draft`"]);
    }

    #[test]
    fn authors_may_be_objects_with_a_name_and_an_address_without_a_scheme_is_said() {
        let rows = json_lines(
            "{\"text\": \"a\", \"author\": [\"Ada Voss\", {\"name\": \"Otto Lind\"}, 3]}\n\
             {\"text\": \"b\", \"author\": {\"name\": \"Otto Lind\"}, \"url\": \"a.example/b\"}\n",
        );
        check_faults(
            &rows,
            &[
                "",
                "the address “a.example/b” is left out, because it does not begin with https:// or http://",
            ],
        );
        let authors: Vec<&[String]> =
            rows.rows.iter().map(|(_, row)| &*row.as_ref().unwrap().authors).collect();
        assert_eq!(authors, [&["Ada Voss", "Otto Lind"][..], &["Otto Lind"]]);
    }

    #[test]
    fn what_an_article_states_has_columns() {
        let mut rows = csv(
            "title,text,description,license,credit,copyright,label,slug,hostname,source-hostname\n\
             A,a,b,CC0,c,d,e,f,g.example,The Post\n",
        );
        let article = rows.rows.remove(0).1.unwrap();
        let stated = [
            article.description,
            article.licence,
            article.credit,
            article.copyright,
            article.label,
            article.slug,
            article.outlet,
        ];
        assert_eq!(stated.map(Option::unwrap), ["b", "CC0", "c", "d", "e", "f", "The Post"]);
        assert!(rows.notes.is_empty());
        let line_of = |text: &str| unclosed_cell(text, b',');
        assert_eq!(line_of("title,text\n\"unterminated,foo\n"), Some(2));
        assert_eq!(line_of("title,text\nA,\"a \"\"b\"\" c\n"), Some(2));
        for text in [
            "B,a 5\" pipe\n",
            "B,5\"\" pipe\n",
            "\"a \"\"b\"\"\",c\n\"\",\"\"\"\"\n",
            "\"a\n\nb\",c",
        ] {
            assert_eq!(line_of(text), None, "{text}");
        }
    }

    #[test]
    fn columns_are_called_as_fields_of_front_matter() {
        let states = |name: &str, value: &str, of: fn(&Imported) -> Option<&str>| {
            let mut table = csv(&format!("{name},text\n{value},a\n"));
            let article = table.rows.remove(0).1.unwrap();
            assert_eq!(of(&article), Some(value), "{name}");
        };
        for name in field_names::TITLE {
            states(name, "Shut", |article| article.title.as_deref());
        }
        for name in field_names::OUTLET {
            states(name, "The Post", |article| article.outlet.as_deref());
        }
        for name in field_names::AUTHORS {
            states(name, "Ann Roe", |article| article.authors.first().map(String::as_str));
        }
        for name in field_names::PUBLISHED {
            states(name, "2021-08-16", |article| article.published.as_deref());
        }
        for name in field_names::URL {
            states(name, "https://a.example/", |article| article.url.as_deref());
        }
        for name in field_names::LANGUAGE {
            states(name, "en", |article| article.language.as_deref());
        }
        for name in field_names::DESCRIPTION {
            states(name, "It is shut.", |article| article.description.as_deref());
        }
        for name in field_names::LICENCE {
            states(name, "CC0", |article| article.licence.as_deref());
        }
    }

    #[test]
    fn what_speaks_of_the_site_or_the_file_counts_last() {
        let mut table = csv(
            "created,hostname,text,sitename,date\n2020-01-01,a.example,a,The Post,2021-08-16\n\
             2020-01-01,a.example,b,,\n",
        );
        let [one, two] = [0, 1].map(|_| table.rows.remove(0).1.unwrap());
        assert_eq!(one.outlet.as_deref(), Some("The Post"));
        assert_eq!(one.published.as_deref(), Some("2021-08-16"));
        assert_eq!(two.outlet.as_deref(), Some("a.example"));
        assert_eq!(two.published.as_deref(), Some("2020-01-01"));
        // Half an address is what generators write into these, and none that is missed.
        let table = csv("permalink,text\n/a/,a\n");
        assert_eq!(table.notes, ["columns that are not read: `permalink`"]);
    }

    #[test]
    fn names_of_columns_may_join_their_words_in_any_way() {
        for name in ["Published At", "published_at", "publishedAt", "date_publish", "Pub-Date"] {
            let mut table = csv(&format!("{name},text\n2021-08-16,a\n"));
            let article = table.rows.remove(0).1.unwrap();
            assert_eq!(article.published.as_deref(), Some("2021-08-16"), "{name}");
        }
        for name in ["canonical", "canonical_url", "Canonical URL", "\u{feff}url"] {
            let mut table = csv(&format!("{name},text\nhttps://a.example/,a\n"));
            let article = table.rows.remove(0).1.unwrap();
            assert_eq!(article.url.as_deref(), Some("https://a.example/"), "{name}");
        }
    }
}
