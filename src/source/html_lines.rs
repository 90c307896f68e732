//! HTML among the lines of Markdown: [`mended`] keeps what is indented in it from being read as code.
//!
//! To Markdown, HTML ends at an empty line, and an indented line behind that is code, whose tags would reach the page.
//! Editors and templates indent HTML and leave empty lines in it, so inside an element that is open
//!
//! - a line that would be code begins where the element does;
//! - in a table, an empty line before a tag is a comment, so that the cells of a row stay together.
//!
//! Lines keep their numbers, and lists their indents.

use super::template::fence_of;

/// Elements that hold others and have an end of their own.
const HOLDERS: [&str; 19] = [
    "article",
    "aside",
    "blockquote",
    "center",
    "details",
    "dialog",
    "div",
    "dl",
    "fieldset",
    "figure",
    "footer",
    "form",
    "header",
    "main",
    "nav",
    "ol",
    "section",
    "table",
    "ul",
];

/// Other elements with which HTML begins in Markdown, whatever follows in the line (CommonMark, 4.6, the sixth kind).
const PARTS: [&str; 29] = [
    "address",
    "caption",
    "col",
    "colgroup",
    "dd",
    "dir",
    "dt",
    "figcaption",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "iframe",
    "legend",
    "li",
    "menu",
    "option",
    "p",
    "search",
    "summary",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
];

/// Deeper, in columns, a line is code.
const CODE_INDENT: usize = 4;

/// The same Markdown, of which no HTML is read as code.
pub fn mended(markdown: &str) -> String {
    let mut html = OpenHtml::default();
    let mut out = String::with_capacity(markdown.len());
    let mut fence: Option<&str> = None;
    let mut empty_lines = Vec::new();
    for line in markdown.split_inclusive('\n') {
        if line.trim().is_empty() && fence.is_none() {
            empty_lines.push(line);
            continue;
        }
        let follows_empty = !empty_lines.is_empty();
        let is_joined = fence.is_none() && html.goes_on_at(line);
        for empty in empty_lines.drain(..) {
            out.push_str(if is_joined { "<!-- -->\n" } else { empty });
        }
        html.is_raw &= is_joined || !follows_empty;
        let mark = fence_of(line).filter(|_| !html.is_raw);
        if fence.is_some() || mark.is_some() {
            let is_end = fence.is_some_and(|open| mark.is_some_and(|mark| mark.starts_with(open)));
            fence = if is_end { None } else { fence.or(mark) };
            out.push_str(line);
            continue;
        }
        html.take(line, follows_empty, &mut out);
    }
    out.extend(empty_lines);
    out
}

/// HTML as far as it is open.
#[derive(Default)]
struct OpenHtml {
    n_open: usize,
    n_tables: usize,
    /// By how much the outermost element is indented, in spaces.
    indent: usize,
    /// Whether the place is in HTML, which no empty line has ended.
    is_raw: bool,
    /// Whether it is in a list, in which indents have a meaning.
    is_in_list: bool,
}

impl OpenHtml {
    /// Whether empty lines before `line` end nothing, because a table goes on with a tag.
    fn goes_on_at(&self, line: &str) -> bool {
        self.is_raw && self.n_tables > 0 && begins_with_block(line.trim_start())
    }

    fn take(&mut self, line: &str, follows_empty: bool, out: &mut String) {
        let words = line.trim_start();
        let indent = columns(&line[..line.len() - words.len()]);
        let begins_block = begins_with_block(words);
        let is_open = self.n_open > 0;
        if !is_open && (!begins_block || indent >= CODE_INDENT) {
            self.is_raw = false;
            self.is_in_list = false;
            out.push_str(line);
            return;
        }
        if !is_open {
            self.indent = indent;
        }
        let is_code = indent >= CODE_INDENT && !self.is_raw && !self.is_in_list;
        if is_code {
            out.push_str(&" ".repeat(self.indent));
        }
        out.push_str(if is_code { words } else { line });
        self.is_raw |= begins_block && (indent < CODE_INDENT || is_code);
        if self.is_raw || follows_empty && indent == 0 {
            self.is_in_list = false;
        }
        self.is_in_list |= !self.is_raw && begins_item(words);
        self.count_tags(words);
    }

    /// Counts the elements that a line opens and closes. Words may name a tag, so only HTML opens any.
    fn count_tags(&mut self, line: &str) {
        for (start, _) in line.match_indices('<') {
            let tag = &line[start..];
            let name = name_of(tag);
            let Some(holder) = HOLDERS.iter().find(|holder| holder.eq_ignore_ascii_case(name))
            else {
                continue;
            };
            let is_table = usize::from(*holder == "table");
            if tag.starts_with("</") {
                self.n_open = self.n_open.saturating_sub(1);
                self.n_tables = self.n_tables.saturating_sub(is_table);
            } else if self.is_raw {
                self.n_open += 1;
                self.n_tables += is_table;
            }
        }
    }
}

/// The name in a tag that a text begins with; else empty.
fn name_of(text: &str) -> &str {
    let Some(tag) = text.strip_prefix('<') else { return "" };
    let tag = tag.strip_prefix('/').unwrap_or(tag);
    let end = tag.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(tag.len());
    if tag[end..].starts_with('-') { "" } else { &tag[..end] }
}

fn begins_with_block(words: &str) -> bool {
    let name = name_of(words);
    HOLDERS.iter().chain(&PARTS).any(|other| other.eq_ignore_ascii_case(name))
}

fn begins_item(words: &str) -> bool {
    let marker = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_numbered = marker.len() < words.len() && marker.starts_with(['.', ')']);
    (is_numbered || words.starts_with(['-', '*', '+']))
        && marker[1..].starts_with([' ', '\t', '\n'])
}

/// How many columns white space at the start of a line takes.
fn columns(blank: &str) -> usize {
    blank.chars().fold(0, |columns, c| match c {
        '\t' => columns / CODE_INDENT * CODE_INDENT + CODE_INDENT,
        _ => columns + 1,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_and_code_keep_their_indents() {
        for markdown in [
            "- a\n\n      <div>\n\n      b\n",
            "    <div>\n\n    b\n",
            "<details>\n\n- a\n\n    b\n\n</details>\n\n    c\n",
            "<div>\n\n```\n\n    <td>\n```\n\n</div>",
            "`<div>` is\n\n    a\n",
            "<div>\n\n\n",
            "",
        ] {
            assert_eq!(mended(markdown), markdown);
        }
    }

    #[test]
    fn lines_of_html_are_no_code() {
        assert_eq!(
            mended("<div>\n\n\t\t<p>a\n\n\tb\n</div>\n\n\tc"),
            "<div>\n\n<p>a\n\nb\n</div>\n\n\tc"
        );
        assert_eq!(
            mended(" <table>\n \n   <td>\n\n</td>"),
            " <table>\n<!-- -->\n   <td>\n<!-- -->\n</td>"
        );
    }
}
