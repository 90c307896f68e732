//! [`with_field`]: a field of an article's front matter set anew, with all else of the file as it was.

use std::fmt::Write;

use toml_edit::{Array, DocumentMut, value};

use super::front_matter::{self, Syntax};
use super::metadata::TITLE;
use crate::date;
use crate::diagnostics::Diagnostics;
use crate::import::{literal, one_line, quoted};
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

    /// What is written for `text`, which is one line and not empty.
    fn content(self, text: String) -> Result<Content, String> {
        match self {
            Self::Authors => {
                let names = text.split([',', ';']).map(str::trim).filter(|name| !name.is_empty());
                Ok(Content::List(names.map(|name| literal(name).into_owned()).collect()))
            }
            Self::Published => date::published(&text).map(Content::Text).map_err(|_| {
                format!("“{text}” is no date; write it as 2021-08-16 or 2021-08-16T21:40")
            }),
            Self::Url if !is_web_url(&text) => {
                Err(format!("“{text}” is no web address; write it whole, with https://"))
            }
            Self::Language => tag_of(&text)
                .map(Content::Text)
                .ok_or_else(|| format!("“{text}” is no language tag; write it as en, de or pt-BR")),
            Self::Title | Self::Outlet => Ok(Content::Text(literal(&text).into_owned())),
            Self::Url => Ok(Content::Text(text)),
        }
    }
}

/// The file of an article, in Markdown or HTML, with a field set to `text`, or without that field where the text
/// is empty.
///
/// Other names of the same field stay, and count where ours is taken out.
///
/// # Errors
///
/// Why the text cannot be the field's, or why the file's front matter cannot be written into: a sentence without a
/// full stop.
pub fn with_field(file: &str, field: Field, text: &str) -> Result<String, String> {
    let content = one_line(text).map(|text| field.content(text)).transpose()?;
    let mut faults = Diagnostics::on("".as_ref());
    let front_matter = front_matter::split(file, &mut faults)
        .ok_or("its front matter has no end; close it with a line like its first")?;
    let name = field.name();
    let body = &file[front_matter.body_start..];
    // A heading that was the headline is none beside the one that is stated now.
    let mut stated = front_matter.fields(&mut faults).into_iter();
    let states_title = stated.any(|(known, _)| TITLE.contains(&&*known.to_lowercase()));
    let body = match field {
        Field::Title if content.is_some() && !states_title => without_heading(body),
        _ => body,
    };
    if front_matter.body_start == 0 {
        let Some(content) = content else { return Ok(file.to_owned()) };
        return Ok(format!("---\n{name}: {}\n---\n\n{}", yaml(&content), body.trim_start()));
    }
    let head_end = front_matter.text_start + front_matter.text.len();
    let before = &file[..front_matter.text_start];
    let closing = &file[head_end..front_matter.body_start];
    let written = match front_matter.syntax {
        Syntax::Yaml => with_line(front_matter.text, name, content.as_ref().map(yaml)),
        Syntax::Toml => with_toml(front_matter.text, name, content)?,
        Syntax::Json => with_json(front_matter.text, name, content)?,
    };
    Ok([before, &written, closing, body].concat())
}

/// A Markdown body without the heading `# …` at its head.
fn without_heading(body: &str) -> &str {
    let (first, rest) = body.trim_start().split_once('\n').unwrap_or((body.trim_start(), ""));
    if first.starts_with("# ") { rest } else { body }
}

/// A value in YAML, on one line.
fn yaml(content: &Content) -> String {
    match content {
        Content::Text(text) => quoted(text),
        Content::List(texts) => {
            let texts: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
            format!("[{}]", texts.join(", "))
        }
    }
}

/// The lines of a YAML mapping, with `name` set to a value in place of what it had, or else behind all.
fn with_line(yaml: &str, name: &str, value: Option<String>) -> String {
    let mut written = String::new();
    let mut line = value.map(|value| format!("{name}: {value}\n"));
    let mut is_within = false;
    for old in yaml.split_inclusive('\n') {
        let is_ours = old
            .strip_prefix(name)
            .is_some_and(|rest| rest.trim_start_matches([' ', '\t']).starts_with(':'));
        // What belongs to a field is indented, or is a list at the margin.
        is_within = is_ours || is_within && old.starts_with([' ', '\t', '-', '\n', '\r']);
        if is_ours {
            written.extend(line.take());
        } else if !is_within {
            written.push_str(old);
        }
    }
    if let Some(line) = line {
        if !written.is_empty() && !written.ends_with('\n') {
            written.push('\n');
        }
        let _ = write!(written, "{line}");
    }
    written
}

fn with_toml(toml: &str, name: &str, content: Option<Content>) -> Result<String, String> {
    let mut document: DocumentMut = toml
        .parse()
        .map_err(|error: toml_edit::TomlError| format!("its front matter is not TOML: {error}"))?;
    match content {
        Some(Content::Text(text)) => document[name] = value(text),
        Some(Content::List(texts)) => document[name] = value(texts.iter().collect::<Array>()),
        None => {
            document.remove(name);
        }
    }
    Ok(document.to_string())
}

fn with_json(json: &str, name: &str, content: Option<Content>) -> Result<String, String> {
    let mut object: serde_json::Map<String, serde_json::Value> = serde_json::from_str(json)
        .map_err(|error| format!("its front matter is not JSON: {error}"))?;
    match content {
        Some(Content::Text(text)) => object.insert(name.to_owned(), text.into()),
        Some(Content::List(texts)) => object.insert(name.to_owned(), texts.into()),
        None => object.remove(name),
    };
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
            (Field::Url, "a.example", "is no web address"),
            (Field::Language, "no language", "is no language tag"),
        ] {
            let error = with_field("Text.", field, text).unwrap_err();
            assert!(error.contains(says), "{error}");
        }
        assert!(with_field("---\ntitle: A\n", Field::Title, "B").is_err());
    }
}
