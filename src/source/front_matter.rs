//! The front matter of an article: YAML between two lines `---` at the head of the file, TOML between two
//! lines `+++`, a JSON object with nothing behind it on its last line, or the lines `Name: text` up to the first
//! empty one with which MultiMarkdown and Pelican begin. Behind the first `---` Eleventy may name another syntax:
//! `---json`.
//!
//! Only what front matter needs is understood: names with a text, a list or a table. A text of YAML is
//! taken as it is written, so `title: 1984` is the text "1984". Aliases are not followed; there is nothing
//! here that could grow.

use granit_parser::{Event, Parser, ScalarStyle, Span};
use serde::de::IgnoredAny;

use super::field::{Data, Table, Value};
use super::toml_table;
use crate::diagnostics::Diagnostics;
use crate::import::field_names::{TITLE, WITHDRAWN, is_known, key_of};
use crate::shorten::first_chars;

/// How deep lists and tables may lie in each other; generators use three levels.
const MAX_DEPTH: usize = 16;

/// What front matter is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Syntax {
    Yaml,
    Toml,
    Json,
    /// Lines `Name: text`, whose texts are taken as they stand.
    Lines,
    /// Pandoc's lines `% text`, likewise.
    TitleBlock,
}

/// The front matter of a file, and where the body begins.
pub struct FrontMatter<'f> {
    pub syntax: Syntax,
    /// Without the lines that open and close it; of JSON and of lines, whole.
    pub text: &'f str,
    /// The byte of the file at which it begins.
    pub text_start: usize,
    /// The number of its first line.
    first_line: u32,
    /// The byte of the file at which the body begins.
    pub body_start: usize,
}

/// That of a file that has none.
const ABSENT: FrontMatter =
    FrontMatter { syntax: Syntax::Yaml, text: "", text_start: 0, first_line: 1, body_start: 0 };

/// Splits off the front matter, which is empty where a file has none. Where it has no end, that is noted
/// and there is no telling.
pub fn split<'f>(file: &'f str, diagnostics: &mut Diagnostics) -> Option<FrontMatter<'f>> {
    let n_blank = file.len() - file.trim_ascii_start().len();
    let opening_line = file[..n_blank].matches('\n').count() as u32 + 1;
    if let Some(n_bytes) = json_object(&file[n_blank..]) {
        let body_start = n_blank + n_bytes;
        let text = &file[n_blank..body_start];
        return Some(FrontMatter {
            syntax: Syntax::Json,
            text,
            text_start: n_blank,
            first_line: opening_line,
            body_start,
        });
    }
    let opening = file[n_blank..].lines().next().unwrap_or_default().trim_end();
    let (syntax, closing): (_, &[&str]) = match opening {
        // YAML's own end of a document will do, as for Jekyll.
        "---" | "---yaml" | "---yml" => (Syntax::Yaml, &["---", "..."]),
        "+++" => (Syntax::Toml, &["+++"]),
        "---toml" => (Syntax::Toml, &["---"]),
        // Read as YAML, of which JSON is a part.
        "---json" => (Syntax::Yaml, &["---"]),
        // It may say that the article is a draft.
        "---js" | "---javascript" => {
            let what = "the front matter is a script, which is not read";
            diagnostics.error(opening_line, what, "write it in YAML, between two lines `---`");
            return None;
        }
        // JSON with a fault: what can be read of it still is.
        "{" => (Syntax::Json, &["}"]),
        _ => {
            let of = |syntax, text: Option<&'f str>| text.map(|text| (syntax, text));
            let found = of(Syntax::Lines, field_lines(&file[n_blank..]))
                .or_else(|| of(Syntax::TitleBlock, title_block(&file[n_blank..])));
            return Some(found.map_or(ABSENT, |(syntax, text)| FrontMatter {
                syntax,
                text,
                text_start: n_blank,
                first_line: opening_line,
                body_start: n_blank + text.len(),
            }));
        }
    };
    let mut start = n_blank;
    let mut lines = file[n_blank..].split_inclusive('\n').map(|line| {
        start += line.len();
        (start - line.len(), line)
    });
    let after_opening = lines.next().map_or(0, |(start, line)| start + line.len());
    let is_closing = |line: &str| closing.contains(&line.trim_end());
    let Some((closing_start, closing_line)) = lines.find(|(_, line)| is_closing(line)) else {
        // A body may well begin with a brace.
        if syntax == Syntax::Json {
            return Some(FrontMatter { syntax, ..ABSENT });
        }
        let what = "the front matter that begins here has no end";
        let remedy = format!("close it with a line `{}` before the body", closing[0]);
        diagnostics.error(opening_line, what, remedy);
        return None;
    };
    let body_start = closing_start + closing_line.len();
    let (text_start, text_end, first_line) = match syntax {
        Syntax::Json => (n_blank, body_start, opening_line),
        _ => (after_opening, closing_start, opening_line + 1),
    };
    let text = &file[text_start..text_end];
    Some(FrontMatter { syntax, text, text_start, first_line, body_start })
}

/// The lines `Name: text` that a file begins with, where a body stands below them. Text may well begin with such a line
/// ("Note: …"), so they state a title, or that the article is not to be shown, or two other things that are known of
/// articles.
fn field_lines(file: &str) -> Option<&str> {
    let is_continued = |line: &str| line.starts_with([' ', '\t']);
    let head = &file[..end_of_paragraph(file)];
    let mut names = Vec::new();
    for line in head.lines() {
        match line_field(line) {
            Some((name, _)) => names.push(name),
            None if is_continued(line) && !names.is_empty() => {}
            None => return None,
        }
    }
    let is_telling = |key: &str| TITLE.contains(&key) || matches!(key, "draft" | WITHDRAWN);
    let is_sure = names.iter().any(|name| is_telling(&key_of(name)));
    let n_known = names.iter().filter(|name| is_known(name)).count();
    let has_body = !file[head.len()..].trim().is_empty();
    (has_body && (is_sure || n_known > 1)).then_some(head)
}

/// What the lines of Pandoc's title block say, in order.
const OF_TITLE_BLOCK: [&str; 3] = ["title", "author", "date"];

/// The title block that a file begins with, where a body stands below it. A line that is indented goes on with the one
/// above.
fn title_block(file: &str) -> Option<&str> {
    let head = &file[..end_of_paragraph(file)];
    let begins = |line: &&str| line.trim_end() == "%" || line.starts_with("% ");
    let is_block = head.lines().all(|line| begins(&line) || line.starts_with(' '));
    let n_lines = head.lines().filter(begins).count();
    let has_body = !file[head.len()..].trim().is_empty();
    (file.starts_with('%') && is_block && n_lines <= OF_TITLE_BLOCK.len() && has_body)
        .then_some(head)
}

/// The fields of a title block.
fn fields_of_title_block(text: &str, first_line: u32) -> Table {
    let mut fields = Table::new();
    for (line, text) in (first_line..).zip(text.lines()) {
        if let Some(text) = text.strip_prefix('%') {
            let name = OF_TITLE_BLOCK[fields.len().min(OF_TITLE_BLOCK.len() - 1)];
            let value = Data::Text(text.trim().to_owned());
            fields.push((name.to_owned(), Value { line, value }));
        } else if let Some((name, Value { value: Data::Text(above), .. })) = fields.last_mut() {
            // Authors have a line each; all else is one text.
            above.push(if name == "author" { '\n' } else { ' ' });
            above.push_str(text.trim());
        }
    }
    fields
}

/// Where the first empty line begins.
fn end_of_paragraph(text: &str) -> usize {
    let lengths = text.split_inclusive('\n').take_while(|line| !line.trim().is_empty());
    lengths.map(str::len).sum()
}

/// The name and the text of a line at the margin of the form `Name: text`; the name may have several words.
fn line_field(line: &str) -> Option<(&str, &str)> {
    let (name, text) = line.split_once(':')?;
    let is_of_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | ' ');
    let is_name = name.starts_with(char::is_alphabetic) && name.chars().all(is_of_name);
    let is_apart = text.trim().is_empty() || text.starts_with([' ', '\t']);
    (is_name && is_apart).then_some((name, text.trim()))
}

/// The fields of lines `Name: text`; lines below that are indented belong to the field above.
fn fields_of_lines(text: &str, first_line: u32) -> Table {
    let mut fields = Table::new();
    for (line, text) in (first_line..).zip(text.lines()) {
        if let Some((name, text)) = line_field(text) {
            fields.push((name.to_owned(), Value { line, value: Data::Text(text.to_owned()) }));
        } else if let Some((_, Value { value: Data::Text(above), .. })) = fields.last_mut() {
            above.push('\n');
            above.push_str(text.trim());
        }
    }
    fields
}

/// The same of plain text, which may well begin with a line: only what looks like fields of YAML throughout is
/// front matter, or lines that are fields.
pub fn split_plain<'f>(file: &'f str, diagnostics: &mut Diagnostics) -> Option<FrontMatter<'f>> {
    let mut lines = file.trim_ascii_start().lines();
    let is_opened = lines.next().is_some_and(|line| line.trim_end() == "---");
    let mut fields = lines.clone().take_while(|line| line.trim_end() != "---").peekable();
    let is_of_field = |line: &str| {
        line.starts_with([' ', '\t'])
            || line.starts_with("- ")
            || line.starts_with('#')
            || line.trim_end().ends_with(':')
            || field_of(line).is_some()
    };
    let is_closed = lines.any(|line| line.trim_end() == "---");
    let has_fields = fields.peek().is_some_and(|line| field_of(line).is_some());
    let is_front_matter = is_opened && is_closed && has_fields && fields.all(is_of_field);
    let start = file.trim_ascii_start();
    let is_lines = field_lines(start).is_some() || title_block(start).is_some();
    let file = if is_front_matter || is_lines { file } else { "" };
    split(file, diagnostics)
}

/// The length of the JSON object that a text begins with, to the end of its last line; `None` where there is
/// none, or where the line goes on: a body may well begin with a brace.
fn json_object(text: &str) -> Option<usize> {
    if !text.starts_with('{') {
        return None;
    }
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<IgnoredAny>();
    values.next()?.ok()?;
    let rest = &text[values.byte_offset()..];
    let line_end = rest.find('\n').map_or(rest.len(), |newline| newline + 1);
    rest[..line_end].trim().is_empty().then_some(values.byte_offset() + line_end)
}

impl FrontMatter<'_> {
    /// Its fields. What cannot be read is a warning, and the answer is what can.
    pub fn fields(&self, diagnostics: &mut Diagnostics) -> Table {
        let Self { syntax, text, first_line, .. } = *self;
        match syntax {
            Syntax::Toml => {
                let n_errors = diagnostics.errors.len();
                let table = toml_table::table(text, first_line, "the front matter", diagnostics);
                let errors = diagnostics.errors.drain(n_errors..);
                diagnostics.warnings.extend(errors);
                table
            }
            // JSON is YAML, but for what no front matter holds.
            Syntax::Yaml | Syntax::Json => yaml_fields(text, first_line, diagnostics),
            Syntax::Lines => fields_of_lines(text, first_line),
            Syntax::TitleBlock => fields_of_title_block(text, first_line),
        }
    }
}

/// The fields of YAML.
pub fn yaml_fields(yaml: &str, first_line: u32, diagnostics: &mut Diagnostics) -> Table {
    let mut tree = Tree::default();
    for event in Parser::new_from_str(&indent_quoted(yaml)) {
        let (event, span) = match event {
            Ok(event) => event,
            Err(error) => {
                let line = first_line + (error.marker().line() as u32).max(1) - 1;
                let what = format!(
                    "the front matter is not YAML ({}), so each of its lines `name: text` is read by \
                     itself",
                    error.info()
                );
                let remedy = "put the text into quotation marks where it holds a colon or a number \
                              sign, or begins with a mark";
                diagnostics.warning(line, what, remedy);
                return line_by_line(tree.fields(), yaml, first_line, line);
            }
        };
        if let Err(what) = tree.take(event, line_of(&span, first_line)) {
            let line = line_of(&span, first_line);
            diagnostics.warning(line, what, "write `name: text`, or `name: [text, text]`");
            break;
        }
    }
    warn_of_comments(yaml, first_line, diagnostics);
    tree.fields()
}

/// Warns of texts that a number sign cuts: what stands from ` #` on is a comment in YAML, and a headline such as
/// `The #MeToo years` would silently be shorter. A comment that somebody means has a space behind the sign.
fn warn_of_comments(yaml: &str, first_line: u32, diagnostics: &mut Diagnostics) {
    for (line, text) in (first_line..).zip(yaml.lines()) {
        let Some((name, text)) = field_of(text) else { continue };
        let is_plain = !text.starts_with(['"', '\'', '[', '{', '|', '>']);
        let begins_comment = |at: &usize| *at == 0 || text[..*at].ends_with([' ', '\t']);
        let comment = text.match_indices('#').map(|(at, _)| at).find(begins_comment);
        if let Some(at) = comment.filter(|_| is_plain)
            && text[at + 1..].starts_with(char::is_alphanumeric)
        {
            let rest = first_chars(&text[at..], 40);
            let what = format!("`{name}` is without “{rest}”, because that is a comment in YAML");
            diagnostics.warning(line, what, "put the whole text into quotation marks");
        }
    }
}

/// YAML whose quoted texts have their later lines indented. Ruby's reader, and so Jekyll, takes them at the
/// margin too, where YAML has none; the indent is no part of the text.
fn indent_quoted(yaml: &str) -> String {
    let mut indented = String::with_capacity(yaml.len());
    let mut lines = yaml.split_inclusive('\n');
    while let Some(line) = lines.next() {
        indented.push_str(line);
        let Some(quote) = opened_quote(line) else { continue };
        let Some(n) = lines.clone().position(|line| closes(line, quote)) else { continue };
        for line in lines.by_ref().take(n + 1) {
            indented.push(' ');
            indented.push_str(line);
        }
    }
    indented
}

/// The mark of the quoted text that a field's line begins and does not end.
fn opened_quote(line: &str) -> Option<char> {
    let (_, text) = field_of(line)?;
    let quote = text.chars().next().filter(|mark| matches!(mark, '"' | '\''))?;
    (!closes(&text[1..], quote)).then_some(quote)
}

/// Whether a line of a quoted text ends it.
fn closes(line: &str, quote: char) -> bool {
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' if quote == '"' => _ = chars.next(),
            '\'' if quote == '\'' && chars.as_str().starts_with('\'') => _ = chars.next(),
            _ if c == quote => return true,
            _ => {}
        }
    }
    false
}

/// The name and the text of a line at the margin that has the form of a field.
fn field_of(line: &str) -> Option<(&str, &str)> {
    let (name, text) = line.split_once(':')?;
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    let is_field = !name.is_empty() && name.chars().all(is_name) && text.starts_with(' ');
    is_field.then_some((name, text.trim()))
}

/// What was read of YAML up to the line of a fault, and then every line that has the form of a field.
fn line_by_line(mut table: Table, yaml: &str, first_line: u32, faulty: u32) -> Table {
    table.retain(|(_, value)| value.line < faulty);
    for (line, text) in (first_line..).zip(yaml.lines()) {
        let Some((name, text)) = field_of(text) else { continue };
        if table.iter().any(|(known, _)| known == name) {
            continue;
        }
        let unquoted = |text: &str| {
            let within = ['"', '\''].iter().find_map(|mark| {
                text.strip_prefix(*mark)?.strip_suffix(*mark).filter(|text| !text.is_empty())
            });
            Data::Text(within.unwrap_or(text).to_owned())
        };
        let data = match text.strip_prefix('[').and_then(|list| list.strip_suffix(']')) {
            Some(list) => {
                let values = list.split(',').map(str::trim).filter(|value| !value.is_empty());
                let value = |text| Value { line, value: unquoted(text) };
                Data::List(values.map(value).collect())
            }
            None => unquoted(text),
        };
        table.push((name.to_owned(), Value { line, value: data }));
    }
    table
}

/// The values of YAML, as they are being read.
#[derive(Default)]
struct Tree {
    /// The lists and tables around the place, outermost first; a table with the name whose value comes.
    open: Vec<(Value, Option<String>)>,
    root: Option<Value>,
}

impl Tree {
    fn take(&mut self, event: Event<'_>, line: u32) -> Result<(), &'static str> {
        match event {
            Event::Scalar(text, style, ..) => {
                let is_empty = matches!(style, ScalarStyle::Plain)
                    && matches!(text.as_ref(), "" | "~" | "null");
                let data = if is_empty { Data::Empty } else { Data::Text(text.into_owned()) };
                self.put(Value { line, value: data })
            }
            Event::MappingStart(..) => self.enter(line, Data::Table(Table::new())),
            Event::SequenceStart(..) => self.enter(line, Data::List(Vec::new())),
            Event::MappingEnd | Event::SequenceEnd => match self.open.pop() {
                Some((value, _)) => self.put(value),
                None => Ok(()),
            },
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.put(Value { line, value: Data::Other("an alias") })
            }
            _ => Ok(()),
        }
    }

    fn enter(&mut self, line: u32, data: Data) -> Result<(), &'static str> {
        if self.open.len() >= MAX_DEPTH {
            return Err("the front matter has lists or tables too deep in each other to be read");
        }
        self.open.push((Value { line, value: data }, None));
        Ok(())
    }

    fn put(&mut self, value: Value) -> Result<(), &'static str> {
        let Some((parent, name)) = self.open.last_mut() else {
            self.root.get_or_insert(value);
            return Ok(());
        };
        match (&mut parent.value, name.take(), value.value) {
            (Data::List(items), _, data) => items.push(Value { line: value.line, value: data }),
            (Data::Table(table), Some(name), data) => {
                table.push((name, Value { line: value.line, value: data }));
            }
            (_, None, Data::Text(text)) => *name = Some(text),
            _ => return Err("the front matter has a field whose name is not a text"),
        }
        Ok(())
    }

    /// The fields of the outermost table, as far as they were read.
    fn fields(mut self) -> Table {
        while let Some((value, _)) = self.open.pop() {
            // It comes from a table that takes it.
            let _ = self.put(value);
        }
        match self.root {
            Some(Value { value: Data::Table(table), .. }) => table,
            _ => Table::new(),
        }
    }
}

fn line_of(span: &Span, first_line: u32) -> u32 {
    first_line + (span.start.line() as u32).max(1) - 1
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    fn printed(data: &Data) -> String {
        match data {
            Data::Text(text) => format!("{text:?}"),
            Data::List(items) => {
                let items =
                    items.iter().map(|item| format!("{}@{}", printed(&item.value), item.line));
                format!("[{}]", items.collect::<Vec<_>>().join(", "))
            }
            Data::Table(table) => {
                let fields =
                    table.iter().map(|(name, item)| format!("{name}: {}", printed(&item.value)));
                format!("{{{}}}", fields.collect::<Vec<_>>().join(", "))
            }
            other => format!("{other:?}"),
        }
    }

    /// The fields of a file with front matter, a line each, then the body; and the lines that are warned of.
    #[track_caller]
    fn check_file(file: &str, fields: &str, body: &str, warnings: &[u32]) {
        let mut diagnostics = Diagnostics::on(Path::new("a.md"));
        let front_matter = split(file, &mut diagnostics).unwrap();
        let table = front_matter.fields(&mut diagnostics);
        let found: Vec<String> = table
            .iter()
            .map(|(name, value)| format!("{} {name}: {}", value.line, printed(&value.value)))
            .collect();
        assert_eq!(found.join("\n"), fields);
        assert_eq!(&file[front_matter.body_start..], body);
        assert!(diagnostics.errors.is_empty(), "{:?}", diagnostics.errors);
        let lines: Vec<u32> = diagnostics.warnings.iter().map(|w| w.line.unwrap()).collect();
        assert_eq!(lines, warnings);
    }

    #[track_caller]
    fn check(yaml: &str, fields: &str, warnings: &[u32]) {
        check_file(&format!("---\n{yaml}\n---\nBody."), fields, "Body.", warnings);
    }

    #[test]
    fn scalars_are_as_written() {
        check(
            "a: 007\nb: yes\nc: 2021-08-16 # d",
            "2 a: \"007\"\n3 b: \"yes\"\n4 c: \"2021-08-16\"",
            &[],
        );
        check("a: '“it''s”: x'", "2 a: \"“it's”: x\"", &[]);
        check_file("---\na: b\n...\nBody.\n---", "2 a: \"b\"", "Body.\n---", &[]);
        check("a:\nb: ~\nc: ''", "2 a: Empty\n3 b: Empty\n4 c: \"\"", &[]);
        check("", "", &[]);
    }

    #[test]
    fn a_title_block_of_pandoc_has_fields() {
        check_file(
            "% Of a\n  bridge\n% Ann Poe\n  Ben Poe\n% 3 May 2021\n\nText.",
            "1 title: \"Of a bridge\"\n3 author: \"Ann Poe\\nBen Poe\"\n5 date: \"3 May 2021\"",
            "\nText.",
            &[],
        );
        check_file("%\n% Ann Poe\n\nText.", "1 title: \"\"\n2 author: \"Ann Poe\"", "\nText.", &[]);
        for file in ["% A", "%% A %%\n\nText.", "% A\nb\n\nText.", "5 % of it\n\nText."] {
            check_file(file, "", file, &[]);
        }
    }

    #[test]
    fn lines_with_names_at_the_head_are_fields() {
        check_file(
            "Title: A: “b”\nDate: 2010-12-03 10:20\nAuthors: Jane Roe\n    John Roe\nBase Header Level: 2\n\nBody.",
            "1 Title: \"A: “b”\"\n2 Date: \"2010-12-03 10:20\"\n3 Authors: \"Jane Roe\\nJohn Roe\"\n5 Base Header Level: \"2\"",
            "\nBody.",
            &[],
        );
        check_file("Withdrawn: No.\n\nb", "1 Withdrawn: \"No.\"", "\nb", &[]);
        check_file("\nHeadline: A\n\nBody.", "2 Headline: \"A\"", "\nBody.", &[]);
        check_file(
            "Date: 2010\nStatus: draft\n\nb",
            "1 Date: \"2010\"\n2 Status: \"draft\"",
            "\nb",
            &[],
        );
        for text in [
            "Note: it rains.\n\nb",
            "Author: We went.\nEditor: No.\n\nb",
            "Title: A\nand more.\n\nb",
            "Title: A",
            "Title: A\n\n",
            "# Title: A\n\nb",
            "https://a.example/title: a\n\nb",
        ] {
            check_file(text, "", text, &[]);
        }
    }

    #[test]
    fn a_number_sign_that_cuts_a_text_is_warned_of() {
        check(
            "a: The #b years\nc: #d\ne: f # g #h",
            "2 a: \"The\"\n3 c: Empty\n4 e: \"f\"",
            &[2, 3],
        );
        check(
            "a: \"The #b years\" #c\nd: e#f, C#\ng: [h] #i",
            "2 a: \"The #b years\"\n3 d: \"e#f, C#\"\n4 g: [\"h\"@4]",
            &[],
        );
    }

    #[test]
    fn lists_and_tables_in_both_forms() {
        check(
            "a: [b, c]\nd:\n  - e\n  - f",
            "2 a: [\"b\"@2, \"c\"@2]\n4 d: [\"e\"@4, \"f\"@5]",
            &[],
        );
        check("a: {b: c}", "2 a: {b: \"c\"}", &[]);
        check("a:\n  - b: c\n    d: e", "3 a: [{b: \"c\", d: \"e\"}@3]", &[]);
        check("a: &x b\nc: *x", "2 a: \"b\"\n3 c: Other(\"an alias\")", &[]);
    }

    #[test]
    fn quoted_texts_go_on_at_the_margin() {
        check("a: \"b: \\\"c\nd\"\ne:\n  f: g", "2 a: \"b: \\\"c d\"\n5 e: {f: \"g\"}", &[]);
        check("a: 'b''s\n\nc: d'\ne: f", "2 a: \"b's\\nc: d\"\n5 e: \"f\"", &[]);
        // What never ends is no such text.
        check("a: \"b\nc: d", "2 a: \"\\\"b\"\n3 c: \"d\"", &[3]);
    }

    #[test]
    fn what_is_not_yaml_is_read_line_by_line() {
        check(
            "a: b\ntitle: Mayor: 'We go'\nc: \"d\"\n  e: f",
            "2 a: \"b\"\n3 title: \"Mayor: 'We go'\"\n4 c: \"d\"",
            &[3],
        );
        check("words", "", &[]);
        check("- a", "", &[]);
        check(&format!("a: {}b", "[".repeat(100)), &format!("2 a: \"{}b\"", "[".repeat(100)), &[2]);
    }

    #[test]
    fn toml_and_json() {
        check_file(
            "+++\ntitle = \"A\"\ndate = 2024-05-01T08:00:00Z\n[extra]\nb = true\n+++\n\nBody.",
            "3 date: \"2024-05-01T08:00:00Z\"\n4 extra: {b: Flag(true)}\n2 title: \"A\"",
            "\nBody.",
            &[],
        );
        check_file("+++\ntitle = A\n+++\nBody.", "2 title: \"A\"", "Body.", &[2]);
        check_file(
            "\n{\n  \"title\": \"A: b\",\n  \"tags\": [\"c\"]\n}\nBody.",
            "3 title: \"A: b\"\n4 tags: [\"c\"@4]",
            "Body.",
            &[],
        );
        check_file(
            "{\n  \"title\": \"A\",\n  \"date\": \"2024-05-01\" }\n\nBody.",
            "2 title: \"A\"\n3 date: \"2024-05-01\"",
            "\nBody.",
            &[],
        );
        check_file("{\"title\": \"A\"}\nBody.", "1 title: \"A\"", "Body.", &[]);
        check_file("{\n  \"title\": \"A\",\n}\nBody.", "2 title: \"A\"", "Body.", &[]);
        check_file("{\"a\": 1} is said.", "", "{\"a\": 1} is said.", &[]);
        check_file("{\nno end", "", "{\nno end", &[]);
    }
}
