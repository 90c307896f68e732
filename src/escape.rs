//! Text as part of another language: what means something there is escaped, so that it reads as it stands.

use std::fmt::Write as _;

/// Text within an element or an attribute of HTML.
pub fn in_html(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

/// Text amid a line of Markdown.
pub fn in_markdown(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// A line of Markdown whose beginning is not read as that of a heading, a list, a quotation or a fence.
pub fn at_head_of_line(line: &str) -> String {
    let n_digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let at = match line.as_bytes() {
        [b'#' | b'>' | b'-' | b'+' | b'~' | b'=' | b'|' | b':', ..] => 0,
        _ if n_digits > 0 && line[n_digits..].starts_with(['.', ')']) => n_digits,
        _ => return line.to_owned(),
    };
    format!("{}\\{}", &line[..at], &line[at..])
}

/// Text of several lines as Markdown.
pub fn in_lines_of_markdown(text: &str) -> String {
    let lines = text.lines().map(|line| at_head_of_line(&in_markdown(line.trim())));
    lines.collect::<Vec<_>>().join("\n")
}

/// Text in TeX.
pub fn in_tex(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            '\\' => escaped.push_str("\\textbackslash{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '{' | '}' | '%' | '$' | '#' | '&' | '_' => escaped.extend(['\\', c]),
            c => escaped.push(c),
        }
    }
    escaped
}

/// Text as a basic string of TOML.
pub fn in_toml(text: &str) -> String {
    quoted(text, char::is_control)
}

/// A line of text as a double-quoted scalar of YAML. Line ends of Unicode's, which YAML may fold, and the byte order mark
/// are written by number.
pub fn in_yaml(line: &str) -> String {
    quoted(line, |c| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}'))
}

/// Text in double quotation marks, where the characters that are `by_number` are written so.
fn quoted(text: &str, by_number: fn(char) -> bool) -> String {
    let mut quoted = "\"".to_owned();
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if by_number(c) => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(c));
            }
            c => quoted.push(c),
        }
    }
    quoted + "\""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_something_in_a_language_is_escaped() {
        assert_eq!(in_html("a < \"b\" & c"), "a &lt; &quot;b&quot; &amp; c");
        assert_eq!(in_markdown("*a* [b]"), "\\*a\\* \\[b\\]");
        assert_eq!(in_lines_of_markdown("1. *a*\n   - b\n\n-c"), "1\\. \\*a\\*\n\\- b\n\n\\-c");
        assert_eq!(in_tex("5 % & {a}_b"), "5 \\% \\& \\{a\\}\\_b");
        assert_eq!(in_toml("a \"b\"\n\\"), r#""a \"b\"\u000A\\""#);
        assert_eq!(in_yaml("a \"b\"\u{2028}"), r#""a \"b\"\u2028""#);
    }
}
