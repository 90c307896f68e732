//! [`Fields`]: the named values of front matter or of a table of `dossier.toml`, taken one by one
//! with every fault noted and none of them final.
//!
//! Both files are first read into the same [`Table`] of located [`Value`]s, whatever their syntax.

use std::collections::BTreeMap;

use iri_string::types::IriStr;

use super::settings_table::SettingsTable;
use crate::diagnostics::Diagnostics;
use crate::language::tag_of;
use crate::web_url::is_web_url;

/// The most characters of a text that is shown beside what it is about: some three lines.
pub const MOST_CHARS: usize = 300;

/// Something and the line it stands on, from 1.
#[derive(Debug, Clone)]
pub struct Located<T> {
    pub line: u32,
    pub value: T,
}

/// Named values in the order in which they were read.
pub type Table = Vec<(String, Value)>;

/// A value and the line it begins on.
pub type Value = Located<Data>;

/// What a value is, whatever the syntax it was written in.
#[derive(Debug, Clone)]
pub enum Data {
    /// Nothing: `title:` alone.
    Empty,
    Text(String),
    Flag(bool),
    Number(i64),
    List(Vec<Value>),
    Table(Table),
    /// What no field takes: a fraction, a date of TOML's own.
    Other(&'static str),
}

impl Data {
    /// What it is, to the publisher.
    pub fn name(&self) -> &'static str {
        match self {
            Data::Empty => "empty",
            Data::Text(_) => "text",
            Data::Flag(_) => "true or false",
            Data::Number(_) => "a number",
            Data::List(_) => "a list",
            Data::Table(_) => "a table",
            Data::Other(name) => name,
        }
    }
}

/// The fields of one table. A field that is left empty is the same as one that is absent.
pub struct Fields<'a> {
    table: Table,
    diagnostics: &'a mut Diagnostics,
}

impl<'a> Fields<'a> {
    /// Adds an error for every field that the table does not have, with where it belongs, and every field that is
    /// stated twice.
    pub fn new(table: Table, known: &SettingsTable, diagnostics: &'a mut Diagnostics) -> Self {
        let mut first_lines = BTreeMap::new();
        for (name, value) in &table {
            if !known.fields.contains(&name.as_str()) {
                let what = format!("{} has no field `{name}`", known.name);
                diagnostics.error(value.line, what, known.remedy(name));
            } else if let Some(first_line) = first_lines.insert(name, value.line) {
                let what = format!("`{name}` is stated twice, in line {first_line} already");
                diagnostics.error(value.line, what, "keep one of the two");
            }
        }
        Self { table, diagnostics }
    }

    /// Adds an error in this table.
    pub fn error(&mut self, line: u32, what: impl Into<String>, remedy: impl Into<String>) {
        self.diagnostics.error(line, what, remedy);
    }

    /// Whether anything in this table or before it was at fault.
    pub fn has_fault(&self) -> bool {
        !self.diagnostics.errors.is_empty()
    }

    /// Whether the field is there, empty or not.
    pub fn has(&self, name: &str) -> bool {
        self.table.iter().any(|(field, _)| field == name)
    }

    /// The line of a field that is there.
    pub fn line_of(&self, name: &str) -> Option<u32> {
        self.table.iter().find(|(field, _)| field == name).map(|(_, value)| value.line)
    }

    /// A [`Fields::text`] that must be there; `owner` is what lacks it else, `example` how to add it.
    pub fn required(
        &mut self,
        name: &str,
        line: u32,
        owner: &str,
        example: &str,
    ) -> Option<Located<String>> {
        let n_faults = self.diagnostics.errors.len();
        let text = self.text(name);
        if text.is_none() && self.diagnostics.errors.len() == n_faults {
            let what = format!("{owner} has no `{name}`");
            self.diagnostics.error(line, what, format!("add `{example}`"));
        }
        text
    }

    /// One line of text: white space collapsed to single spaces, never empty.
    pub fn text(&mut self, name: &str) -> Option<Located<String>> {
        let value = self.take(name)?;
        self.text_of(name, value)
    }

    /// Such a text of at most [`MOST_CHARS`] characters: one that is shown with everything around it.
    pub fn short_text(&mut self, name: &str) -> Option<Located<String>> {
        let text = self.text(name)?;
        let n_chars = text.value.chars().count();
        if n_chars > MOST_CHARS {
            let what = format!("`{name}` is {n_chars} characters long");
            self.error(text.line, what, format!("write at most {MOST_CHARS} characters"));
            return None;
        }
        Some(text)
    }

    /// A list of such texts; a single text is a list of one.
    pub fn texts(&mut self, name: &str) -> Vec<Located<String>> {
        match self.take(name) {
            None => Vec::new(),
            Some(Value { value: Data::List(items), .. }) => {
                items.into_iter().filter_map(|item| self.text_of(name, item)).collect()
            }
            Some(value) => self.text_of(name, value).into_iter().collect(),
        }
    }

    /// Such a list, perhaps empty; `None` where the field is not there.
    pub fn texts_if_any(&mut self, name: &str) -> Option<Vec<Located<String>>> {
        self.has(name).then(|| self.texts(name))
    }

    /// `true`; `false` is noted, because a publisher would expect it to mean something.
    pub fn flag(&mut self, name: &str) -> Option<Located<()>> {
        let value = self.take(name)?;
        if !matches!(value.value, Data::Flag(true)) {
            let what = format!("`{name}` is not `true`");
            self.error(value.line, what, "write `true`, or leave the field out");
        }
        Some(Located { line: value.line, value: () })
    }

    /// A whole number from 1.
    pub fn count(&mut self, name: &str) -> Option<Located<usize>> {
        let value = self.take(name)?;
        let count = match value.value {
            Data::Number(number) => usize::try_from(number).ok().filter(|count| *count > 0),
            _ => None,
        };
        if count.is_none() {
            let what = format!("`{name}` is not a whole number from 1");
            self.error(value.line, what, "write a number without quotation marks");
        }
        Some(Located { line: value.line, value: count? })
    }

    /// The tables of `[[name]]`.
    pub fn tables(&mut self, name: &str) -> Vec<Located<Table>> {
        let Some(value) = self.take(name) else { return Vec::new() };
        let remedy = format!("begin each with a line `[[{name}]]`");
        let Data::List(items) = value.value else {
            let what = format!("`{name}` is {}, not a list of tables", value.value.name());
            self.error(value.line, what, remedy);
            return Vec::new();
        };
        let mut tables = Vec::new();
        for item in items {
            match item.value {
                Data::Table(table) => tables.push(Located { line: item.line, value: table }),
                other => {
                    let what = format!("a `{name}` is {}, not a table", other.name());
                    self.error(item.line, what, remedy.clone());
                }
            }
        }
        tables
    }

    /// The table `[name]`; an empty one where it is absent.
    pub fn table(&mut self, name: &str) -> Table {
        let Some(value) = self.take(name) else { return Table::new() };
        match value.value {
            Data::Table(table) => table,
            other => {
                let what = format!("`{name}` is {}, not a table", other.name());
                self.error(value.line, what, format!("begin it with a line `[{name}]`"));
                Table::new()
            }
        }
    }

    /// An absolute `http:` or `https:` URL.
    pub fn url(&mut self, name: &str) -> Option<String> {
        let text = self.text(name)?;
        if !is_web_url(&text.value) {
            let what = format!("`{name}` is “{}”, which is not a web address", text.value);
            self.error(text.line, what, "write a whole URL that begins with https:// or http://");
            return None;
        }
        Some(text.value)
    }

    /// A well-formed language tag.
    pub fn language(&mut self, name: &str) -> Option<String> {
        let text = self.text(name)?;
        let tag = tag_of(&text.value);
        if tag.is_none() {
            let what = format!("`{name}` is “{}”, which is not a language tag", text.value);
            self.error(text.line, what, "write a BCP 47 tag such as `en`, `en-GB` or `ru`");
        }
        tag
    }

    fn take(&mut self, name: &str) -> Option<Value> {
        let idx = self.table.iter().position(|(field, _)| field == name)?;
        let (_, value) = self.table.remove(idx);
        (!matches!(value.value, Data::Empty)).then_some(value)
    }

    fn text_of(&mut self, name: &str, value: Value) -> Option<Located<String>> {
        let line = value.line;
        let Data::Text(text) = value.value else {
            let what = format!("`{name}` is {}, where text is meant", value.value.name());
            self.error(line, what, "write it as one text, in quotation marks");
            return None;
        };
        // Spaces that do not break are characters of the text, here as in a body.
        let text = text.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
        if let Some(character) = text.chars().find(|character| character.is_control()) {
            let what = format!("`{name}` holds the control character {}", code_point(character));
            self.error(line, what, "take it out");
            return None;
        }
        (!text.trim().is_empty()).then_some(Located { line, value: text })
    }
}

/// The origin of an absolute `http:` or `https:` URL, as browsers write it: `https://example.org:8080`.
///
/// `None` where the host is written otherwise than in ASCII letters, digits, dots and hyphens or as an
/// IPv6 address. A Content-Security-Policy can say no other, and in a policy other signs mean something.
pub fn origin_of(url: &str) -> Option<String> {
    let iri = IriStr::new(url).ok().filter(|_| is_web_url(url))?;
    let scheme = iri.scheme_str().to_ascii_lowercase();
    let authority = iri.authority_components()?;
    let host = authority.host().to_ascii_lowercase();
    let is_name = |name: &str| {
        name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'.' || byte == b'-')
    };
    let is_ipv6 =
        host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).is_some_and(|address| {
            address.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b':')
        });
    if authority.userinfo().is_some() || !(is_name(&host) || is_ipv6) {
        return None;
    }
    let usual_port = if scheme == "https" { "443" } else { "80" };
    let port = authority.port().filter(|port| !port.is_empty() && *port != usual_port);
    let port = port.map(|port| format!(":{port}")).unwrap_or_default();
    Some(format!("{scheme}://{host}{port}"))
}

/// A character by its number, for those that cannot be shown: `U+0007`.
pub fn code_point(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_written_as_browsers_write_it() {
        let check = |url: &str, expected: Option<&str>| {
            assert_eq!(origin_of(url).as_deref(), expected, "{url}");
        };
        check("HTTPS://Example.org:443/a/?b#c", Some("https://example.org"));
        check("http://127.0.0.1:8080", Some("http://127.0.0.1:8080"));
        check("http://[::1]:80/", Some("http://[::1]"));
        check("https://me@example.org/", None);
        check("https://örtlich.example/", None);
        check("https://a;script-src/", None);
        check("https://*/", None);
        check("ftp://example.org/", None);
        check("https:", None);
    }
}
