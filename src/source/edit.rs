//! [`with_field`]: a field of an article's front matter set anew, whatever name it has there, with all else of the file as
//! it was.

use std::fmt::Write;
use std::ops::Range;

use toml_edit::{Array, DocumentMut, TableLike, value};

use super::field::Table;
use super::front_matter::{self, Syntax};
use super::metadata::{self, FieldPlace};
use crate::date::{self, Fault};
use crate::diagnostics::Diagnostics;
use crate::escape::in_yaml;
use crate::import::field_names;
use crate::import::{literal, one_line};
use crate::language::tag_of;
use crate::web_url::is_web_url;

/// A field that can be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Field {
    /// The headline.
    Title,
    /// Who published it.
    Outlet,
    /// Who wrote it: names with commas or semicolons between them.
    Authors,
    /// When it was published, in any form that front matter takes.
    Published,
    /// Where it was published.
    Url,
    /// Its language, a tag of BCP 47.
    Language,
}

/// What a field is set to.
enum Content {
    Text(String),
    List(Vec<String>),
}

impl Field {
    /// All of them, in the order to show.
    pub const ALL: [Self; 6] =
        [Self::Title, Self::Outlet, Self::Authors, Self::Published, Self::Url, Self::Language];

    /// Its name in front matter.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Outlet => "outlet",
            Self::Authors => "authors",
            Self::Published => "published",
            Self::Url => "url",
            Self::Language => "language",
        }
    }

    /// Whether the field can be set to `text`; all can to an empty one.
    ///
    /// # Errors
    ///
    /// Why not, and what to write: a sentence without a full stop.
    pub fn check(self, text: &str) -> Result<(), String> {
        one_line(text).map_or(Ok(()), |text| self.content(text).map(drop))
    }

    /// What is written for `text`, which is one line and not empty.
    fn content(self, text: String) -> Result<Content, String> {
        match self {
            Self::Authors => {
                let names = text.split([',', ';']).map(str::trim).filter(|name| !name.is_empty());
                Ok(Content::List(names.map(|name| literal(name).into_owned()).collect()))
            }
            Self::Published => date::published(&text).map(Content::Text).map_err(|fault| {
                let what = match fault {
                    Fault::Form => "is no date",
                    Fault::Calendar => "is no day of the calendar",
                };
                format!("“{text}” {what}; write it as 2021-08-16 or 2021-08-16T21:40")
            }),
            Self::Url if !is_web_url(&text) => {
                let whole = format!("https://{text}");
                let example =
                    if is_web_url(&whole) { whole } else { "https://example.org/a".to_owned() };
                Err(format!("“{text}” is no web address; write it whole, as {example}"))
            }
            Self::Language => tag_of(&text)
                .filter(|tag| is_of_a_language(tag))
                .map(Content::Text)
                .ok_or_else(|| format!("“{text}” is no language tag; write it as en, de or pt-BR")),
            Self::Title | Self::Outlet => Ok(Content::Text(literal(&text).into_owned())),
            Self::Url => Ok(Content::Text(text)),
        }
    }

    /// Where front matter states it, under whatever names, the one that counts first.
    fn places(self, table: &Table) -> Vec<FieldPlace> {
        match self {
            Self::Title => metadata::places(field_names::TITLE, table, |of| of.title.is_some()),
            Self::Outlet => {
                metadata::places(field_names::OUTLET, table, |of| of.byline.outlet.is_some())
            }
            Self::Authors => {
                metadata::places(field_names::AUTHORS, table, |of| !of.byline.authors.is_empty())
            }
            Self::Published => {
                metadata::places(field_names::PUBLISHED, table, |of| of.byline.published.is_some())
            }
            Self::Url => metadata::places(field_names::URL, table, |of| of.byline.url.is_some()),
            Self::Language => {
                metadata::places(field_names::LANGUAGE, table, |of| of.byline.language.is_some())
            }
        }
    }
}

/// Whether a well-formed tag begins with a language of ISO 639, and is not just any word.
fn is_of_a_language(tag: &str) -> bool {
    let language = tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    match language.len() {
        2 => isolang::Language::from_639_1(&language).is_some(),
        3 => isolang::Language::from_639_3(&language).is_some(),
        _ => false,
    }
}

/// The file of an article, in Markdown or HTML, with a field set to `text`, or without that field where the text
/// is empty.
///
/// It is written in the place of what stated it, under the name that this has, and all else that stated it goes.
///
/// # Errors
///
/// Why the text cannot be the field's, or why the file's front matter cannot be written into: a sentence without a
/// full stop.
pub fn with_field(file: &str, field: Field, text: &str) -> Result<String, String> {
    let mut content = one_line(text).map(|text| field.content(text)).transpose()?;
    let mut faults = Diagnostics::on("".as_ref());
    let front_matter = front_matter::split(file, &mut faults)
        .ok_or("its front matter has no end; close it with a line like its first")?;
    if front_matter.syntax == Syntax::TitleBlock {
        return Err("it is in Pandoc's lines `% …`; change it in the file".to_owned());
    }
    let mut places = field.places(&front_matter.fields(&mut faults));
    let body = &file[front_matter.body_start..];
    // A heading that was the headline is none beside the one that is stated now.
    let body = match field {
        Field::Title if content.is_some() && places.is_empty() => without_heading(body),
        _ => body,
    };
    let name = field.name();
    if front_matter.body_start == 0 {
        let Some(content) = content else { return Ok(file.to_owned()) };
        return Ok(format!("---\n{name}: {}\n---\n\n{}", yaml(&content), body.trim_start()));
    }
    if places.is_empty() && content.is_some() {
        places.push(FieldPlace { table: None, name: name.to_owned() });
    }
    let head_end = front_matter.text_start + front_matter.text.len();
    let before = &file[..front_matter.text_start];
    let closing = &file[head_end..front_matter.body_start];
    let mut written = front_matter.text.to_owned();
    for place in &places {
        let content = content.take();
        written = match front_matter.syntax {
            // Eleventy has JSON between the lines of YAML.
            Syntax::Yaml if !written.trim_start().starts_with('{') => {
                with_yaml(&written, place, content.as_ref().map(yaml))?
            }
            Syntax::Toml => with_toml(&written, place, content)?,
            Syntax::Lines => with_line(&written, "", &place.name, content.as_ref().map(in_lines)),
            Syntax::Yaml | Syntax::Json | Syntax::TitleBlock => {
                with_json(&written, place, content)?
            }
        };
    }
    let written = [before, &written, closing, body].concat();
    let is_kept = front_matter::split(&written, &mut faults).is_some_and(|of| of.body_start > 0);
    if front_matter.syntax == Syntax::Lines && !is_kept {
        return Err(format!(
            "without `{name}` its first lines would be text; change it in the file"
        ));
    }
    Ok(written)
}

/// The front matter of a file of plain text with the lines around it; empty where it has none.
#[must_use]
pub fn front_matter_of_plain(file: &str) -> &str {
    let front_matter = front_matter::split_plain(file, &mut Diagnostics::on("".as_ref()));
    front_matter.map_or("", |front_matter| &file[..front_matter.body_start])
}

/// A Markdown body without the heading `# …` at its head.
fn without_heading(body: &str) -> &str {
    let (first, rest) = body.trim_start().split_once('\n').unwrap_or((body.trim_start(), ""));
    if first.starts_with("# ") { rest } else { body }
}

/// A value in YAML, on one line.
fn yaml(content: &Content) -> String {
    match content {
        Content::Text(text) => in_yaml(text),
        Content::List(texts) => {
            let texts: Vec<String> = texts.iter().map(|text| in_yaml(text)).collect();
            format!("[{}]", texts.join(", "))
        }
    }
}

/// A value as lines `Name: text` have it, which know no quotation marks.
fn in_lines(content: &Content) -> String {
    match content {
        Content::Text(text) => text.clone(),
        Content::List(texts) => texts.join("; "),
    }
}

/// A YAML mapping with the field of a place set to a value, or without it.
fn with_yaml(yaml: &str, place: &FieldPlace, value: Option<String>) -> Result<String, String> {
    let FieldPlace { table, name } = place;
    let Some(table) = table else { return Ok(with_line(yaml, "", name, value)) };
    let inner = lines_below(yaml, table).and_then(|lines| {
        let is_field = |line: &&str| !line.trim().is_empty() && !line.trim().starts_with('#');
        let first = yaml[lines.clone()].lines().find(is_field)?;
        Some((lines, &first[..first.len() - first.trim_start().len()]))
    });
    let (lines, indent) = inner.filter(|(_, indent)| !indent.is_empty()).ok_or_else(|| {
        format!("its front matter has `{name}` in `{table}` on one line; change it in the file")
    })?;
    let written = with_line(&yaml[lines.clone()], indent, name, value);
    Ok([&yaml[..lines.start], &written, &yaml[lines.end..]].concat())
}

/// The bytes of the lines that belong to a field of a YAML mapping, but for its own.
fn lines_below(yaml: &str, name: &str) -> Option<Range<usize>> {
    let mut at = 0;
    let mut lines = yaml.split_inclusive('\n').map(|line| {
        at += line.len();
        (at, line)
    });
    let (start, _) = lines.find(|(_, line)| is_field_of(line, name))?;
    let below = lines.take_while(|(_, line)| is_below(line, ""));
    Some(start..below.last().map_or(start, |(end, _)| end))
}

/// Whether a line without its indentation is the first of the field `name`.
fn is_field_of(line: &str, name: &str) -> bool {
    let quoted = ['"', '\''].map(|mark| format!("{mark}{name}{mark}"));
    let names = std::iter::once(name).chain(quoted.iter().map(String::as_str));
    let mut rests = names.filter_map(|name| line.strip_prefix(name));
    rests.any(|rest| rest.trim_start_matches([' ', '\t']).starts_with(':'))
}

/// Whether a line behind a field of that indentation belongs to it: what does is indented further, or is a list at
/// its margin.
fn is_below(line: &str, indent: &str) -> bool {
    let rest = line.strip_prefix(indent);
    line.trim().is_empty() || rest.is_some_and(|rest| rest.starts_with([' ', '\t', '-']))
}

/// The lines of a YAML mapping of that indentation, with `name` set to a value in place of what it had, or else behind
/// all.
fn with_line(yaml: &str, indent: &str, name: &str, value: Option<String>) -> String {
    let mut written = String::new();
    let mut line = value.map(|value| format!("{indent}{name}: {value}\n"));
    let mut is_within = false;
    // Comments behind the field, which are part of it where more of it follows.
    let mut comments = String::new();
    for old in yaml.split_inclusive('\n') {
        let is_ours = old.strip_prefix(indent).is_some_and(|rest| is_field_of(rest, name));
        if is_within && !is_ours && old.trim_start().starts_with('#') {
            comments.push_str(old);
            continue;
        }
        is_within = is_ours || is_within && is_below(old, indent);
        if is_within {
            comments.clear();
        } else {
            written.push_str(&std::mem::take(&mut comments));
        }
        if is_ours {
            written.extend(line.take());
        } else if !is_within {
            written.push_str(old);
        }
    }
    written.push_str(&comments);
    if let Some(line) = line {
        if !written.is_empty() && !written.ends_with('\n') {
            written.push('\n');
        }
        let _ = write!(written, "{line}");
    }
    written
}

fn with_toml(toml: &str, place: &FieldPlace, content: Option<Content>) -> Result<String, String> {
    let mut document: DocumentMut = toml
        .parse()
        .map_err(|error: toml_edit::TomlError| format!("its front matter is not TOML: {error}"))?;
    let table = match &place.table {
        None => Some(document.as_table_mut() as &mut dyn TableLike),
        Some(table) => document.get_mut(table).and_then(|item| item.as_table_like_mut()),
    };
    if let Some(table) = table {
        match content {
            Some(Content::Text(text)) => table.insert(&place.name, value(text)),
            Some(Content::List(texts)) => {
                table.insert(&place.name, value(texts.iter().collect::<Array>()))
            }
            None => table.remove(&place.name),
        };
    }
    Ok(document.to_string())
}

fn with_json(json: &str, place: &FieldPlace, content: Option<Content>) -> Result<String, String> {
    let mut object: serde_json::Map<String, serde_json::Value> = serde_json::from_str(json)
        .map_err(|error| format!("its front matter is not JSON: {error}"))?;
    let table = match &place.table {
        None => Some(&mut object),
        Some(table) => object.get_mut(table).and_then(|value| value.as_object_mut()),
    };
    if let Some(table) = table {
        match content {
            Some(Content::Text(text)) => table.insert(place.name.clone(), text.into()),
            Some(Content::List(texts)) => table.insert(place.name.clone(), texts.into()),
            None => table.remove(&place.name),
        };
    }
    let json = serde_json::to_string_pretty(&object).map_err(|error| error.to_string())?;
    Ok(json + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(file: &str, field: Field, text: &str, expected: &str) {
        assert_eq!(with_field(file, field, text).as_deref(), Ok(expected));
    }

    #[test]
    fn a_title_block_is_for_the_file_to_change() {
        let fault = with_field("% A\n% Ann Poe\n\nText.\n", Field::Title, "B").unwrap_err();
        assert_eq!(fault, "it is in Pandoc's lines `% …`; change it in the file");
    }

    #[test]
    fn a_field_is_set_where_it_stands_and_the_rest_stays() {
        let file = "---\n# Ours.\ntitle: >\n  A long\n  title\nauthors:\n- A\n- B\n\nodd: [1]\n---\n\nText.\n";
        check(
            file,
            Field::Title,
            "New: \"it\"",
            "---\n# Ours.\ntitle: \"New: \\\"it\\\"\"\nauthors:\n- A\n- B\n\nodd: [1]\n---\n\nText.\n",
        );
        check(
            file,
            Field::Authors,
            "Ada Voss, Ben Roe",
            "---\n# Ours.\ntitle: >\n  A long\n  title\nauthors: [\"Ada Voss\", \"Ben Roe\"]\nodd: [1]\n---\n\nText.\n",
        );
        check(
            file,
            Field::Outlet,
            "The Times",
            &file.replace("odd: [1]\n", "odd: [1]\noutlet: \"The Times\"\n"),
        );
        check(file, Field::Outlet, " ", file);
    }

    #[test]
    fn lines_at_the_head_stay_lines() {
        let file = "Title: Old: \"it\"\nDate: 2020-01-02\nTags: a, b\n\nText.\n";
        let new = file.replace("Old: \"it\"", "New: it");
        check(file, Field::Title, "New: it", &new);
        let with_authors = file.replace("b\n", "b\nauthors: Ada Voss; Ben Roe\n");
        check(file, Field::Authors, "Ada Voss, Ben Roe", &with_authors);
        check(file, Field::Published, "", &file.replace("Date: 2020-01-02\n", ""));
        assert!(with_field(file, Field::Title, "").is_err());
    }

    #[test]
    fn a_file_without_front_matter_gets_one() {
        check(
            "# Head\n\nText.",
            Field::Url,
            "https://a.example/",
            "---\nurl: \"https://a.example/\"\n---\n\n# Head\n\nText.",
        );
        check("Text.", Field::Url, "", "Text.");
    }

    #[test]
    fn a_headline_that_stood_in_the_body_is_not_left_there() {
        check("# Head\n\nText.", Field::Title, "New", "---\ntitle: \"New\"\n---\n\nText.");
        check(
            "---\nodd: 1\n---\n\n# Head\nText.",
            Field::Title,
            "New",
            "---\nodd: 1\ntitle: \"New\"\n---\nText.",
        );
        let stated = "---\ntitle: A\n---\n\n# Part\nText.";
        check(stated, Field::Title, "New", &stated.replace("title: A", "title: \"New\""));
        check("# Head\n\nText.", Field::Title, "", "# Head\n\nText.");
    }

    #[test]
    fn toml_and_json_stay_what_they_are() {
        check(
            "+++\ntitle = 'A' # a\n[extra]\nb = 1\n+++\nText.",
            Field::Published,
            "2021-08-16",
            "+++\ntitle = 'A' # a\npublished = \"2021-08-16\"\n[extra]\nb = 1\n+++\nText.",
        );
        check(
            "{\"title\": \"A\"}\nText.",
            Field::Authors,
            "B; C",
            "{\n  \"authors\": [\n    \"B\",\n    \"C\"\n  ],\n  \"title\": \"A\"\n}\nText.",
        );
    }

    #[test]
    fn what_cannot_be_is_said() {
        for (field, text, says) in [
            (Field::Published, "soon", "is no date"),
            (Field::Published, "2026-02-30", "is no day of the calendar"),
            (
                Field::Url,
                "a.example/x",
                "is no web address; write it whole, as https://a.example/x",
            ),
            (Field::Language, "no language", "is no language tag"),
            (Field::Language, "Klingon", "is no language tag"),
            (Field::Language, "qq", "is no language tag"),
        ] {
            assert!(field.check(text).is_err());
            let error = with_field("Text.", field, text).unwrap_err();
            assert!(error.contains(says), "{error}");
        }
        assert!(with_field("---\ntitle: A\n", Field::Title, "B").is_err());
        for (field, text) in [
            (Field::Published, "16 Aug 2021"),
            (Field::Published, " "),
            (Field::Url, "https://a.example/x"),
            (Field::Language, "en_GB.UTF-8"),
            (Field::Language, "zh-Hans"),
            (Field::Language, "nds"),
            (Field::Title, "Anything"),
        ] {
            assert_eq!(field.check(text), Ok(()), "{text}");
        }
    }

    /// Sets a field and then takes it away.
    #[track_caller]
    fn check_both(file: &str, field: Field, text: &str, set: &str, taken: &str) {
        check(file, field, text, set);
        check(file, field, "", taken);
        check(set, field, "", taken);
    }

    #[test]
    fn a_field_of_another_name_is_replaced_and_removed() {
        check_both(
            "---\ntitle: A\ndate: 2026-01-01\n---\n\nText.",
            Field::Published,
            "2026-01-02",
            "---\ntitle: A\ndate: \"2026-01-02\"\n---\n\nText.",
            "---\ntitle: A\n---\n\nText.",
        );
        check_both(
            "---\n\"publishDate\": soon\nByline:\n- Jane Roe\n- John Roe\n---\nText.",
            Field::Authors,
            "Ada Voss",
            "---\n\"publishDate\": soon\nByline: [\"Ada Voss\"]\n---\nText.",
            "---\n\"publishDate\": soon\n---\nText.",
        );
        check_both(
            "---\n\"publishDate\": soon\nlang: en\n---\nText.",
            Field::Published,
            "2026-01-02",
            "---\npublishDate: \"2026-01-02\"\nlang: en\n---\nText.",
            "---\nlang: en\n---\nText.",
        );
        check_both(
            "---\nheadline: A\n---\n# Part\n\nText.",
            Field::Title,
            "B",
            "---\nheadline: \"B\"\n---\n# Part\n\nText.",
            "---\n---\n# Part\n\nText.",
        );
    }

    #[test]
    fn what_is_stated_under_several_names_is_stated_once() {
        check_both(
            "---\ndate: 2026-01-01\npublished:\ncreated: 2025-01-01\n---\nText.",
            Field::Published,
            "2026-01-02",
            "---\npublished: \"2026-01-02\"\n---\nText.",
            "---\n---\nText.",
        );
        // A name that is read as two things, and a switch that is no date.
        check_both(
            "---\nsource: https://a.example/\npublisher: The Post\npublished: true\n---\nText.",
            Field::Outlet,
            "The Times",
            "---\nsource: https://a.example/\npublisher: \"The Times\"\npublished: true\n---\nText.",
            "---\nsource: https://a.example/\npublished: true\n---\nText.",
        );
        check(
            "---\npublished: true\ndate: 2026-01-01\n---\nText.",
            Field::Published,
            "",
            "---\npublished: true\n---\nText.",
        );
        // What a generator has under a name of ours and nobody reads stays.
        check(
            "---\npermalink: /a/\n---\nText.",
            Field::Url,
            "https://a.example/",
            "---\npermalink: /a/\nurl: \"https://a.example/\"\n---\nText.",
        );
    }

    #[test]
    fn a_field_in_a_table_of_a_generator_is_replaced_and_removed() {
        check_both(
            "---\nextra:\n  # Ours.\n  author: A\n  toc: true\ntitle: T\n---\nText.",
            Field::Authors,
            "Ada Voss",
            "---\nextra:\n  # Ours.\n  author: [\"Ada Voss\"]\n  toc: true\ntitle: T\n---\nText.",
            "---\nextra:\n  # Ours.\n  toc: true\ntitle: T\n---\nText.",
        );
        check_both(
            "+++\ndate = 2026-01-01\n[taxonomies]\nauthors = ['A']\n+++\nText.",
            Field::Authors,
            "B",
            "+++\ndate = 2026-01-01\n[taxonomies]\nauthors = [\"B\"]\n+++\nText.",
            "+++\ndate = 2026-01-01\n[taxonomies]\n+++\nText.",
        );
        check_both(
            "+++\ndate = 2026-01-01\n+++\nText.",
            Field::Published,
            "2026-01-02",
            "+++\ndate = \"2026-01-02\"\n+++\nText.",
            "+++\n+++\nText.",
        );
        check_both(
            "---json\n{\"params\": {\"lang\": \"en\"}}\n---\nText.",
            Field::Language,
            "de",
            "---json\n{\n  \"params\": {\n    \"lang\": \"de\"\n  }\n}\n---\nText.",
            "---json\n{\n  \"params\": {}\n}\n---\nText.",
        );
        let on_one_line = "---\nextra: {author: A}\n---\nText.";
        assert!(with_field(on_one_line, Field::Authors, "B").is_err());
    }
}
