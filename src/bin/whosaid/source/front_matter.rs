//! The front matter of an article: YAML between two lines `---` at the head of the file.
//!
//! Only what front matter needs is understood: names with a text or a list of texts. Text is taken
//! as it is written, so `title: 1984` is the text "1984". Anchors, tags and nested tables are
//! faults; there is nothing here that could grow.

use granit_parser::{Event, Parser, ScalarStyle, Span};

use super::field::{Data, Table, Value};
use crate::report::Notes;

/// Splits a file into the lines of its front matter (with the line number of the first) and the byte
/// at which its body begins. A file without front matter is all body.
pub fn split<'f>(file: &'f str, notes: &mut Notes) -> (&'f str, u32, usize) {
    let mut start = 0;
    let mut front = None;
    for (idx, line) in file.split_inclusive('\n').enumerate() {
        let (end, fence) = (start + line.len(), line.trim_end() == "---");
        match front {
            None if line.trim().is_empty() => {}
            None if fence => front = Some((end, idx as u32 + 2)),
            None => return ("", 1, 0),
            Some((front_start, front_line)) if fence => {
                return (&file[front_start..start], front_line, end);
            }
            Some(_) => {}
        }
        start = end;
    }
    if let Some((_, front_line)) = front {
        let what = "the front matter that begins here has no end";
        notes.fault(front_line - 1, what, "close it with a line `---` before the body");
    }
    ("", 1, file.len())
}

/// The fields of front matter whose first line has number `first_line`. Notes what is not YAML, or
/// not of the kind understood here, and hands back what was read before.
pub fn parse(yaml: &str, first_line: u32, notes: &mut Notes) -> Table {
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
                notes.fault(line, what, remedy);
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
                    _ => return unsupported(line, table, notes),
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
            | Event::UnresolvedAlias(_) => return unsupported(line, table, notes),
            _ => {}
        }
    }
    table
}

fn unsupported(line: u32, table: Table, notes: &mut Notes) -> Table {
    let what = "the front matter holds more than names with a text or a list of texts";
    notes.fault(line, what, "write `name: text`, or `name: [text, text]`");
    table
}

fn line_of(span: &Span, first_line: u32) -> u32 {
    first_line + (span.start.line() as u32).max(1) - 1
}
