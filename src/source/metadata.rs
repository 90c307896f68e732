//! What an article's front matter says of it, in our names of fields and in those that generators of sites
//! and extractors of text write: [`read`].
//!
//! | of the article | fields, the first that can be used |
//! |---|---|
//! | title | `title`, `headline` |
//! | outlet | `outlet`, `sitename`, `site_name`, `publisher`, `publication`, `newspaper`, `source_hostname`, `source`, `hostname`, `source_domain` |
//! | label | `label` |
//! | authors | `authors`, `author`, `byline`, `creator`: texts, or tables with a `name` or `key` |
//! | published | `published`, `date`, `publish_date`, `published_at`, `date_published`, `date_publish`, `published_time`, `pub_date`, `pubdate`, `created` |
//! | url | `url`, `canonical`, `canonical_url`, `original_url`, `source_url`, `source`, `link`, `external_url`, `permalink` |
//! | language | `language`, `lang`, `locale`, `in_language` |
//! | slug | `slug` |
//! | description | `description`, `summary`, `excerpt`, `custom_excerpt`, `subtitle`, `standfirst` |
//! | rights | `copyright`; `credit`; `licence`, `license` |
//! | withdrawn | `withdrawn`, the reason |
//! | draft, so left out | `draft: true`, `published: false`, `publish: false` (or `yes`, `no`); `status: draft`, `private`, `pending` |
//!
//! Texts are cleaned of markup ([`plain`]); a slug and a licence are taken as they are.
//!
//! A name counts whatever its case, with hyphens or in camel case (`publishDate`), also within Zola's and
//! Hugo's tables `[extra]`, `[params]` and `[taxonomies]`. A value that cannot be used is a warning, and so
//! is, once for the whole dossier, what no article uses: [`Unused`].

use std::collections::{BTreeMap, BTreeSet};

use super::field::{Data, Located, MOST_CHARS, Table, Value, code_point};
use super::plain;
use super::rights::licence_of;
use super::slips::nearest;
use crate::article::{Byline, Licence, Rights};
use crate::date;
use crate::diagnostics::Diagnostics;
use crate::import::byline;
use crate::import::field_names::{
    ADDRESSES, AUTHORS, DESCRIPTION, LANGUAGE, LICENCE, OURS, OUTLET, PUBLISHED, TITLE, URL,
    WITHDRAWN, key_of,
};
use crate::import::unpublished::{flag_of, is_unpublished};
use crate::language::tag_of;
use crate::web_url::is_web_url;
use crate::wording::counted;

/// Tables whose fields count as if they stood outside of them.
const TRANSPARENT: [&str; 3] = ["extra", "params", "taxonomies"];

/// Longer names are left out of the one line on fields that are not used.
const LONGEST_LIST: usize = 12;

/// What an article's front matter says of it.
#[derive(Debug, Default)]
pub struct Metadata {
    pub title: Option<String>,
    pub byline: Byline,
    /// What it is about, for those who have not opened it.
    pub description: Option<String>,
    pub slug: Option<Located<String>>,
    /// Whether the publisher's generator would not show it.
    pub is_draft: bool,
}

/// Where a field of front matter stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldPlace {
    /// The transparent table that it is in, as that is written.
    pub table: Option<String>,
    /// Its name, as it is written.
    pub name: String,
}

/// The fields of a table that state one thing of the article: those of `names` which alone would state it, those of
/// which a warning would say that they do not, and those that are empty. In the order in which they are looked at.
pub fn places(
    names: &[&str],
    table: &Table,
    is_stated: impl Fn(&Metadata) -> bool,
) -> Vec<FieldPlace> {
    let rank_of = |name: &str, value: &Value| {
        let rank = names.iter().position(|known| *known == key_of(name))?;
        let mut diagnostics = Diagnostics::on("".as_ref());
        let alone = vec![(name.to_owned(), value.clone())];
        let metadata = read(alone, &mut Unused::default(), &mut diagnostics);
        let is_meant = is_blank(&value.value) || !diagnostics.warnings.is_empty();
        (is_meant || is_stated(&metadata)).then_some(rank)
    };
    let mut found = Vec::new();
    for (name, value) in table {
        match &value.value {
            Data::Table(inner) if TRANSPARENT.contains(&key_of(name).as_str()) => {
                for (inner, value) in inner {
                    let place = FieldPlace { table: Some(name.clone()), name: inner.clone() };
                    found.extend(rank_of(inner, value).map(|rank| (rank, true, place)));
                }
            }
            _ => {
                let place = FieldPlace { table: None, name: name.clone() };
                found.extend(rank_of(name, value).map(|rank| (rank, false, place)));
            }
        }
    }
    found.sort_by_key(|(rank, is_below, _)| (*rank, *is_below));
    found.into_iter().map(|(_, _, place)| place).collect()
}

/// The fields of front matter that are not used, over a whole dossier.
#[derive(Debug, Default)]
pub struct Unused {
    /// In how many articles each is.
    counts: BTreeMap<String, usize>,
}

impl Unused {
    /// Notes all of them in one line, where there are any.
    pub fn note(&self, diagnostics: &mut Diagnostics) {
        if self.counts.is_empty() {
            return;
        }
        let mut fields: Vec<_> = self.counts.iter().collect();
        fields.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
        let names = fields.iter().take(LONGEST_LIST).map(|(name, count)| {
            let slip = slip_of(name).map(|near| format!("; did you mean `{near}`?"));
            let slip = slip.unwrap_or_default();
            format!("`{name}` ({}{slip})", counted(**count, "article", "articles"))
        });
        let mut names: Vec<String> = names.collect();
        if fields.len() > LONGEST_LIST {
            names.push(format!("{} more", fields.len() - LONGEST_LIST));
        }
        let what = format!("fields of front matter that are not used: {}", names.join(", "));
        diagnostics.warning(None, what, format!("the fields are {}", OURS.join(", ")));
    }
}

/// How much alike a misspelt name and ours are.
const SLIP: f64 = 0.9;

/// The name of ours that `name` likely is, misspelt.
fn slip_of(name: &str) -> Option<&'static str> {
    nearest(name, OURS, SLIP).filter(|near| *near != name)
}

/// Reads the fields of front matter; what is not used is counted in `unused`.
pub fn read(table: Table, unused: &mut Unused, diagnostics: &mut Diagnostics) -> Metadata {
    let mut fields = Fields { fields: Vec::new(), diagnostics };
    fields.add(table);
    let is_draft = fields.is_draft();
    let metadata = Metadata {
        title: fields.text(TITLE).map(|title| title.value),
        byline: Byline {
            url: fields.url(),
            outlet: fields.text(OUTLET).map(|outlet| outlet.value),
            label: fields.text(&["label"]).map(|label| label.value),
            authors: fields.authors(),
            published: fields.published(),
            language: fields.language(),
            rights: Rights {
                copyright: fields.short_text(&["copyright"]),
                credit: fields.short_text(&["credit"]),
                licence: fields.licence(),
            },
            withdrawn: fields.withdrawn(),
        },
        description: fields.description(),
        slug: fields.raw_text(&["slug"]),
        is_draft,
    };
    let Fields { mut fields, diagnostics } = fields;
    for field in fields.iter_mut().filter(|field| field.key != WITHDRAWN) {
        if slip_of(&field.key) == Some(WITHDRAWN) {
            let what = format!("the front matter has no field `{}`", field.name);
            diagnostics.error(field.value.line, what, format!("did you mean `{WITHDRAWN}`?"));
            field.is_accounted_for = true;
        }
    }
    let names: BTreeSet<String> = fields
        .into_iter()
        .filter(|field| !field.is_accounted_for && !is_blank(&field.value.value))
        .map(|field| field.name)
        .collect();
    for name in names {
        *unused.counts.entry(name).or_default() += 1;
    }
    metadata
}

struct Field {
    /// As it is written.
    name: String,
    /// In small letters, its words joined by underscores.
    key: String,
    value: Value,
    /// Whether it is used, or a warning says why not.
    is_accounted_for: bool,
}

struct Fields<'d> {
    fields: Vec<Field>,
    diagnostics: &'d mut Diagnostics,
}

impl Fields<'_> {
    /// Adds the fields of a table, and of those in it that are transparent, last.
    fn add(&mut self, table: Table) {
        let mut below = Vec::new();
        for (name, value) in table {
            let key = key_of(&name);
            match value.value {
                Data::Table(table) if TRANSPARENT.contains(&key.as_str()) => below.push(table),
                data => {
                    let value = Value { line: value.line, value: data };
                    self.fields.push(Field { name, key, value, is_accounted_for: false });
                }
            }
        }
        let mut first_lines: BTreeMap<&str, u32> = BTreeMap::new();
        for Field { name, key, value, is_accounted_for } in &mut self.fields {
            if let Some(first_line) = first_lines.insert(key, value.line) {
                let what = format!("`{name}` is stated twice, in line {first_line} already");
                self.diagnostics.warning(value.line, what, "keep one of the two");
                *is_accounted_for = true;
            }
        }
        for table in below {
            for (name, value) in table {
                let key = key_of(&name);
                if !self.fields.iter().any(|field| field.key == key) {
                    self.fields.push(Field { name, key, value, is_accounted_for: false });
                }
            }
        }
    }

    /// What `read` makes of the first field of these names of which it makes anything; a field that is empty
    /// is the same as one that is absent.
    fn first<T>(
        &mut self,
        names: &[&str],
        mut read: impl FnMut(&mut Diagnostics, &Field) -> Option<T>,
    ) -> Option<T> {
        for name in names {
            for field in self.fields.iter_mut().filter(|field| field.key == *name) {
                if is_blank(&field.value.value) {
                    continue;
                }
                let n_warnings = self.diagnostics.warnings.len();
                let found = read(self.diagnostics, field);
                let is_warned_of = self.diagnostics.warnings.len() > n_warnings;
                field.is_accounted_for |= found.is_some() || is_warned_of;
                if found.is_some() {
                    return found;
                }
            }
        }
        None
    }

    /// The words of a text.
    fn text(&mut self, names: &[&str]) -> Option<Located<String>> {
        self.text_read_by(names, words_of)
    }

    /// A text as it is written.
    fn raw_text(&mut self, names: &[&str]) -> Option<Located<String>> {
        self.text_read_by(names, one_line)
    }

    fn text_read_by(
        &mut self,
        names: &[&str],
        read: fn(&str, &Field, &mut Diagnostics) -> String,
    ) -> Option<Located<String>> {
        self.first(names, |diagnostics, field| {
            let text = text_of(&field.value);
            if text.is_none() {
                let what = format!(
                    "`{}` is {}, where text is meant",
                    field.name,
                    field.value.value.name()
                );
                diagnostics.warning(field.value.line, what, "write it as one text");
            }
            let value = read(&text?, field, diagnostics);
            // An address stands for its outlet nowhere.
            let is_address = field.key == "source" && is_web_url(&value);
            (!value.trim().is_empty() && !is_address)
                .then_some(Located { line: field.value.line, value })
        })
    }

    /// The words of a text of at most [`MOST_CHARS`] characters: one that is shown with everything around it.
    fn short_text(&mut self, names: &[&str]) -> Option<String> {
        let text = self.text(names)?;
        self.if_short(names[0], text)
    }

    fn if_short(&mut self, name: &str, text: Located<String>) -> Option<String> {
        let Located { line, value } = text;
        let n_chars = value.chars().count();
        if n_chars <= MOST_CHARS {
            return Some(value);
        }
        let what = format!("`{name}` is {n_chars} characters long, so it is left out");
        self.diagnostics.warning(line, what, format!("write at most {MOST_CHARS} characters"));
        None
    }

    fn licence(&mut self) -> Option<Licence> {
        let stated = self.raw_text(LICENCE)?;
        self.if_short("licence", stated).map(|stated| licence_of(&stated))
    }

    /// The first text of these names that is no switch; the others say the same at other lengths.
    fn description(&mut self) -> Option<String> {
        let description = self.first(DESCRIPTION, |diagnostics, field| {
            let text = text_of(&field.value).filter(|text| flag_of(text).is_none())?;
            let text = words_of(&text, field, diagnostics);
            (!text.trim().is_empty()).then_some(text)
        });
        for field in &mut self.fields {
            let is_text = text_of(&field.value).is_some();
            field.is_accounted_for |= is_text && DESCRIPTION.contains(&field.key.as_str());
        }
        description
    }

    /// The reason for which the article is withdrawn. It is missed where the field is there without it, because
    /// its text would be published.
    fn withdrawn(&mut self) -> Option<String> {
        let field = self.fields.iter_mut().find(|field| field.key == WITHDRAWN)?;
        field.is_accounted_for = true;
        let line = field.value.line;
        let is_a_switch = |reason: &str| reason.is_empty() || flag_of(reason).is_some();
        let reason = text_of(&field.value).map(|text| words_of(&text, field, self.diagnostics));
        let reason = reason.filter(|reason| !is_a_switch(reason.trim()));
        match &reason {
            None => {
                let remedy = format!("write the reason, or take `{WITHDRAWN}` out");
                self.diagnostics.error(line, format!("`{WITHDRAWN}` does not say why"), remedy);
            }
            Some(reason) if reason.chars().count() > MOST_CHARS => {
                let what = format!("`{WITHDRAWN}` is {} characters long", reason.chars().count());
                let remedy = format!("write at most {MOST_CHARS} characters");
                self.diagnostics.error(line, what, remedy);
            }
            Some(_) => {}
        }
        reason
    }

    fn url(&mut self) -> Option<String> {
        self.first(URL, |diagnostics, field| {
            let text = text_of(&field.value)?;
            let text = text.trim();
            if is_web_url(text) {
                return Some(text.to_owned());
            }
            if ADDRESSES.contains(&field.key.as_str()) && !text.is_empty() {
                let what = format!(
                    "`{}` is “{text}”, which is not a web address, so it is left out",
                    field.name
                );
                let remedy = "write a whole URL that begins with https:// or http://";
                diagnostics.warning(field.value.line, what, remedy);
            }
            None
        })
    }

    fn published(&mut self) -> Option<String> {
        self.first(PUBLISHED, |diagnostics, field| {
            let text = text_of(&field.value)?;
            let text = text.trim();
            if text.is_empty() || flag_of(text).is_some() {
                return None;
            }
            let (what, remedy) = match date::published(text) {
                Ok(date) => return Some(date),
                Err(date::Fault::Form) => (
                    "which is not written as a date, so it is left out",
                    "write it as 2021-08-16 or 2021-08-16T21:40",
                ),
                Err(date::Fault::Calendar) => (
                    "which is not in the calendar, so it is left out",
                    "look up the date, or leave the field out",
                ),
            };
            let what = format!("`{}` is “{text}”, {what}", field.name);
            diagnostics.warning(field.value.line, what, remedy);
            None
        })
    }

    fn language(&mut self) -> Option<String> {
        self.first(LANGUAGE, |diagnostics, field| {
            let text = text_of(&field.value)?;
            let tag = tag_of(&text);
            if tag.is_some() {
                return tag;
            }
            let what = format!(
                "`{}` is “{text}”, which is not a language tag, so it is left out",
                field.name
            );
            let remedy = "write a BCP 47 tag such as `en`, `en-GB` or `ru`";
            diagnostics.warning(field.value.line, what, remedy);
            None
        })
    }

    fn authors(&mut self) -> Vec<String> {
        let authors = self.first(AUTHORS, |diagnostics, field| {
            let mut names = Vec::new();
            let mut has_more = false;
            let items = match &field.value.value {
                Data::List(items) => items.as_slice(),
                _ => std::slice::from_ref(&field.value),
            };
            for item in items {
                let name = match &item.value {
                    Data::Table(table) => {
                        // Docusaurus may have a key of `authors.yml` there.
                        let field = |wanted: &str| {
                            let (_, value) =
                                table.iter().find(|(name, _)| key_of(name) == wanted)?;
                            text_of(value).filter(|text| !text.trim().is_empty())
                        };
                        field("name").or_else(|| field("key"))
                    }
                    Data::Empty => continue,
                    _ => text_of(item),
                };
                has_more |= name.is_none();
                let name = name.unwrap_or_default();
                // In a text of several lines each has its own, which may look like an item of a list.
                for line in name.lines() {
                    let line = line.trim_start();
                    let line = line.strip_prefix("- ").unwrap_or(line);
                    names.extend(names_in(line, field, diagnostics));
                }
            }
            names.retain(|name| !name.trim().is_empty() && !is_web_url(name));
            if has_more {
                let what = format!("`{}` holds more than names", field.name);
                diagnostics.warning(
                    field.value.line,
                    what,
                    "write `authors: [Jane Roe, John Roe]`",
                );
            }
            (!names.is_empty()).then_some(names)
        });
        authors.unwrap_or_default()
    }

    fn is_draft(&mut self) -> bool {
        let mut is_draft = false;
        for field in &mut self.fields {
            let value = text_of(&field.value).unwrap_or_default();
            let flag = flag_of(&value);
            let (is_about_it, says_so) = match field.key.as_str() {
                "draft" => (flag.is_some(), flag == Some(true)),
                "publish" | "published" => (flag.is_some(), flag == Some(false)),
                "status" => (true, is_unpublished(&value)),
                _ => continue,
            };
            field.is_accounted_for |= is_about_it;
            is_draft |= says_so;
        }
        is_draft
    }
}

/// Whether a value says nothing, as `title:` alone.
fn is_blank(data: &Data) -> bool {
    match data {
        Data::Text(text) => text.trim().is_empty(),
        Data::List(items) => items.iter().all(|item| is_blank(&item.value)),
        data => matches!(data, Data::Empty),
    }
}

/// The value as text, where it is one or can be written as one.
fn text_of(value: &Value) -> Option<String> {
    match &value.value {
        Data::Text(text) => Some(text.clone()),
        Data::Number(number) => Some(number.to_string()),
        Data::Flag(flag) => Some(flag.to_string()),
        _ => None,
    }
}

/// The names in a line of a field that states authors.
fn names_in(line: &str, field: &Field, diagnostics: &mut Diagnostics) -> Vec<String> {
    if is_web_url(line.trim()) {
        return Vec::new();
    }
    let line = words_of(line, field, diagnostics);
    let is_listed = matches!(field.value.value, Data::List(_));
    // Extractors of text put several into one, and a byline as it was printed. What names nobody by its rules, such
    // as "Staff", is what the publisher wrote.
    let several = if is_listed { Vec::new() } else { byline::authors(&line) };
    if several.is_empty() {
        line.split(';').filter_map(byline::without_address).map(str::to_owned).collect()
    } else {
        several
    }
}

/// The words of a text with markup, on one line.
fn words_of(text: &str, field: &Field, diagnostics: &mut Diagnostics) -> String {
    let words = plain::words_of(text, field.value.line, diagnostics);
    one_line(&words, field, diagnostics)
}

/// White space collapsed to single spaces, and no control characters.
fn one_line(text: &str, field: &Field, diagnostics: &mut Diagnostics) -> String {
    // Spaces that do not break are characters of the text, here as in a body.
    let mut text = text.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    if let Some(character) = text.chars().find(|character| character.is_control()) {
        let what =
            format!("`{}` holds the control character {}", field.name, code_point(character));
        diagnostics.warning(field.value.line, what, "take it out; it is not shown");
        text.retain(|character| !character.is_control());
    }
    text
}
