//! The front matter of an article: YAML between two lines `---` at the head of the file.
//!
//! Only what front matter needs is understood: names with a text or a list of texts. Text is taken
//! as it is written, so `title: 1984` is the text "1984". Anchors, tags and nested tables are
//! faults; there is nothing here that could grow.

use granit_parser::{Event, Parser, ScalarStyle, Span};

use super::field::{Data, Table, Value};
use crate::diagnostics::Diagnostics;

/// Splits a file into its front matter, the line number of the first line of that, and the byte at
/// which the body begins. A file without front matter is all body; where front matter has no end,
/// that is noted and there is no telling.
pub fn split<'f>(file: &'f str, diagnostics: &mut Diagnostics) -> Option<(&'f str, u32, usize)> {
    let mut byte = 0;
    let mut front: Option<(usize, u32)> = None;
    for (idx, line) in file.split_inclusive('\n').enumerate() {
        let (start, is_fence) = (byte, line.trim_end() == "---");
        byte += line.len();
        match front {
            None if line.trim().is_empty() => {}
            None if is_fence => front = Some((byte, idx as u32 + 2)),
            None => break,
            Some((front_start, first_line)) if is_fence => {
                return Some((&file[front_start..start], first_line, byte));
            }
            Some(_) => {}
        }
    }
    let Some((_, first_line)) = front else { return Some(("", 1, 0)) };
    let what = "the front matter that begins here has no end";
    diagnostics.error(first_line - 1, what, "close it with a line `---` before the body");
    None
}

/// The fields of front matter whose first line has number `first_line`. What is not YAML, or
/// not of the kind understood here, is an error; what was read before is the answer.
pub fn parse(yaml: &str, first_line: u32, diagnostics: &mut Diagnostics) -> Table {
    let mut table = Table::new();
    // The field being read, and its list while that is open.
    let mut field: Option<String> = None;
    let mut list: Option<(u32, Vec<Value>)> = None;
    let mut depth = 0;
    for event in Parser::new_from_str(yaml) {
        let (event, span) = match event {
            Ok(event) => event,
            Err(error) => {
                let line = first_line + (error.marker().line() as u32).max(1) - 1;
                let what = format!("the front matter is not YAML: {}", error.info());
                let remedy = "write `name: text`, the text in quotation marks where it holds a \
                              colon, a number sign or begins with a mark";
                diagnostics.error(line, what, remedy);
                break;
            }
        };
        let line = line_of(&span, first_line);
        match event {
            Event::Scalar(text, style, ..) => {
                let plain = matches!(style, ScalarStyle::Plain);
                let data = match text.as_ref() {
                    "" | "~" | "null" if plain => Data::Empty,
                    _ => Data::Text(text.into_owned()),
                };
                match (&mut list, field.take(), data) {
                    (Some((_, items)), name, data) => {
                        field = name;
                        items.push(Value { line, value: data });
                    }
                    (None, Some(name), data) => table.push((name, Value { line, value: data })),
                    (None, None, Data::Text(name)) if depth == 1 => field = Some(name),
                    // An empty file of front matter is one empty scalar.
                    (None, None, Data::Empty) if depth == 0 => {}
                    _ => return unsupported(line, table, diagnostics),
                }
            }
            Event::MappingStart(..) if depth == 0 => depth = 1,
            Event::SequenceStart(..) if field.is_some() && list.is_none() => {
                list = Some((line, Vec::new()));
            }
            Event::SequenceEnd => {
                if let (Some(name), Some((line, items))) = (field.take(), list.take()) {
                    table.push((name, Value { line, value: Data::List(items) }));
                }
            }
            Event::MappingStart(..)
            | Event::SequenceStart(..)
            | Event::Alias(_)
            | Event::UnresolvedAlias(_) => return unsupported(line, table, diagnostics),
            _ => {}
        }
    }
    table
}

fn unsupported(line: u32, table: Table, diagnostics: &mut Diagnostics) -> Table {
    let what = "the front matter holds more than names with a text or a list of texts";
    diagnostics.error(line, what, "write `name: text`, or `name: [text, text]`");
    table
}

fn line_of(span: &Span, first_line: u32) -> u32 {
    first_line + (span.start.line() as u32).max(1) - 1
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    /// The fields, a line each, and the lines of the faults.
    #[track_caller]
    fn check(yaml: &str, fields: &str, faults: &[u32]) {
        let mut diagnostics = Diagnostics::on(Path::new("a.md"));
        let mut printed = String::new();
        for (name, value) in parse(yaml, 2, &mut diagnostics) {
            let data = match value.value {
                Data::Text(text) => format!("{text:?}"),
                Data::List(items) => {
                    let texts = items.into_iter().map(|item| match item.value {
                        Data::Text(text) => format!("{text}@{}", item.line),
                        other => format!("{other:?}"),
                    });
                    format!("[{}]", texts.collect::<Vec<_>>().join(", "))
                }
                other => format!("{other:?}"),
            };
            printed.push_str(&format!("{} {name}: {data}\n", value.line));
        }
        assert_eq!(printed.trim_end(), fields);
        let lines: Vec<u32> = diagnostics.errors.iter().map(|fault| fault.line.unwrap()).collect();
        assert_eq!(lines, faults);
    }

    #[test]
    fn scalars_are_as_written() {
        check(
            "a: 007\nb: yes\nc: 2021-08-16 # d\n",
            "2 a: \"007\"\n3 b: \"yes\"\n4 c: \"2021-08-16\"",
            &[],
        );
        check("a: '“it''s”: x'\n", "2 a: \"“it's”: x\"", &[]);
        check("a:\nb: ~\nc: ''", "2 a: Empty\n3 b: Empty\n4 c: \"\"", &[]);
        check("", "", &[]);
    }

    #[test]
    fn lists_in_both_forms() {
        check("a: [b, c]\nd:\n  - e\n  - f\n", "2 a: [b@2, c@2]\n4 d: [e@4, f@5]", &[]);
    }

    #[test]
    fn what_is_not_yaml_is_noted_and_the_rest_kept() {
        check("a: b\nc: d\ne: f: g\n", "2 a: \"b\"\n3 c: \"d\"\n4 e: \"f\"", &[4]);
    }

    #[test]
    fn more_than_front_matter_is_noted() {
        check("a: {b: c}\n", "", &[2]);
        check("a: [[b]]\n", "", &[2]);
        check("a: &x b\nc: *x\n", "2 a: \"b\"", &[3]);
        check("words\n", "", &[2]);
        check("- a\n", "", &[2]);
    }
}
