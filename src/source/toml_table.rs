//! TOML, of `dossier.toml` and of front matter, as a [`Table`]: [`table`].

use toml::de::{DeTable, DeValue};

use super::field::{Data, Table, Value};
use crate::diagnostics::Diagnostics;

/// The fields of `text`, whose first line has number `first_line`; every error of its syntax is noted.
/// `place` names the text to the publisher: "the file".
pub fn table(text: &str, first_line: u32, place: &str, diagnostics: &mut Diagnostics) -> Table {
    let line_ends: Vec<usize> = text.match_indices('\n').map(|(byte, _)| byte).collect();
    let line_of =
        |byte: usize| line_ends.partition_point(|line_end| *line_end < byte) as u32 + first_line;
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let line = error.span().map(|span| line_of(span.start));
        let what = format!("{place} is not TOML: {}", error.message().trim());
        diagnostics.error(line, what, "write `name = \"text\"`");
    }
    table_from(table.get_ref(), &line_of)
}

fn table_from(table: &DeTable<'_>, line_of: &impl Fn(usize) -> u32) -> Table {
    table
        .iter()
        .map(|(name, value)| {
            let data = data_from(value.get_ref(), line_of);
            // A value's own line, but of a table the line of its name: its first value may be far.
            let start = match data {
                Data::Table(_) => name.span().start,
                _ => value.span().start,
            };
            (name.get_ref().to_string(), Value { line: line_of(start), value: data })
        })
        .collect()
}

fn data_from(value: &DeValue<'_>, line_of: &impl Fn(usize) -> u32) -> Data {
    match value {
        DeValue::String(text) => Data::Text(text.to_string()),
        DeValue::Boolean(flag) => Data::Flag(*flag),
        DeValue::Integer(number) => match i64::from_str_radix(number.as_str(), number.radix()) {
            Ok(number) => Data::Number(number),
            Err(_) => Data::Other("a number that is too large"),
        },
        DeValue::Float(_) => Data::Other("a fraction"),
        DeValue::Datetime(date) => Data::Text(date.to_string()),
        DeValue::Array(items) => Data::List(
            items
                .iter()
                .map(|item| Value {
                    line: line_of(item.span().start),
                    value: data_from(item.get_ref(), line_of),
                })
                .collect(),
        ),
        DeValue::Table(table) => Data::Table(table_from(table, line_of)),
    }
}
