//! [`cleaned`]: Markdown without what only a generator understands.

use super::super::file::Format;
use super::cleaner::Cleaner;
use super::lines::{Fences, near, paragraph_of};
use super::mdx::has_statements;
use crate::diagnostics::Diagnostics;

/// The body of a Markdown file, whose first line has number `first_line`, without what only a generator
/// understands. Warnings say what was left out, and how often.
pub fn cleaned(
    body: &str,
    first_line: u32,
    format: Format,
    diagnostics: &mut Diagnostics,
) -> String {
    let is_mdx = format == Format::Mdx || has_statements(body);
    let mut cleaner = Cleaner::new(body.len(), is_mdx);
    let mut fences = Fences::default();
    let mut rest = body;
    while !rest.is_empty() {
        let line = rest.split_inclusive('\n').next().unwrap_or(rest);
        let n_taken = if fences.has(line) {
            cleaner.push_code(line);
            line.len()
        } else {
            cleaner.lines(rest)
        };
        rest = &rest[n_taken..];
    }
    cleaner.finish(first_line, diagnostics)
}

impl Cleaner {
    /// Takes from the start of a line up to the end of one, and says how many bytes that is.
    fn lines(&mut self, text: &str) -> usize {
        let mut at = self.start_of_line(text);
        while let Some(next) = text[at..].chars().next() {
            if next == '\n' {
                self.out.push('\n');
                return at + 1;
            }
            at += self.piece(&text[at..], next);
        }
        at
    }

    /// What has a meaning only at the start of a line; says how many bytes were taken.
    fn start_of_line(&mut self, text: &str) -> usize {
        let line = text.lines().next().unwrap_or_default();
        self.statement(text, line).or_else(|| self.set_apart(line)).unwrap_or(0)
    }

    /// What begins with the character `next`; says how many bytes were taken, at least one.
    fn piece(&mut self, text: &str, next: char) -> usize {
        let taken = match next {
            '\\' => self.escaped(text),
            '`' => self.code_span(text),
            '<' | '{' => self.program(text).or_else(|| self.left_out(text)),
            '[' | '!' => self.wiki_link(text),
            '%' => self.comment(text),
            '^' => self.block_name(text),
            '=' => self.between(text, "==").map(|(whole, words)| {
                self.out.push_str(words);
                whole.len()
            }),
            _ => None,
        };
        taken.unwrap_or_else(|| {
            self.out.push(next);
            next.len_utf8()
        })
    }

    /// A mark that a backslash makes text.
    fn escaped(&mut self, text: &str) -> Option<usize> {
        let mark = text.chars().nth(1).filter(char::is_ascii_punctuation)?;
        self.out.extend(['\\', mark]);
        Some(2)
    }

    fn code_span(&mut self, text: &str) -> Option<usize> {
        let marks = &text[..text.len() - text.trim_start_matches('`').len()];
        let inside = paragraph_of(near(&text[marks.len()..]));
        let end = inside.find(marks).map_or(marks.len(), |end| end + 2 * marks.len());
        self.push_code(&text[..end]);
        Some(end)
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::super::super::file::Format;
    use super::super::cleaned;
    use super::super::cleaned_html;
    use crate::diagnostics::Diagnostics;

    #[test]
    fn beginnings_without_ends_take_no_longer_than_their_length() {
        // Quadratic, each would take minutes.
        for unit in [
            "{ a ",
            "{é ",
            "<a b={",
            "<a b='\"",
            "<a.b c={",
            "{ /* ",
            "{ `",
            "{ '\\'",
            "\n\nexport (",
            "\n\nexport `é",
            "%%a\n",
            "a %% b\n",
            "{{< a\n\n",
            "{% a\n\n",
            "<!-- a",
            "<script {{ a",
        ] {
            for format in [Format::Markdown, Format::Mdx] {
                let body = unit.repeat(60_000 / unit.len());
                let mut diagnostics = Diagnostics::on(Path::new("a.md"));
                let out = cleaned(&body, 1, format, &mut diagnostics);
                assert_eq!(out.matches('\n').count(), body.matches('\n').count(), "{unit}");
                cleaned_html(&body, 1, true, &mut diagnostics);
            }
        }
    }
}
