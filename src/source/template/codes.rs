//! The codes of template languages, and attributes of a layout.

use super::cleaner::{Cleaner, Kind};
use super::lines::{line_of, near, paragraph_of};

/// Paired marks around what is left out whole, the longer ones before those that they begin with.
const LEFT_OUT: [(&str, &str, Kind); 13] = [
    ("{/*", "*/}", Kind::Comment),
    ("{{!--", "--}}", Kind::Comment),
    // Behind the mark of a comment stands a space, behind that of a name none.
    ("{# ", "#}", Kind::Comment),
    ("{#\n", "#}", Kind::Comment),
    ("{#\t", "#}", Kind::Comment),
    ("{#-", "#}", Kind::Comment),
    ("{{<", ">}}", Kind::Code),
    ("{{%", "%}}", Kind::Code),
    ("{{", "}}", Kind::Code),
    ("{%", "%}", Kind::Code),
    ("{:", "}", Kind::Attributes),
    ("{#", "}", Kind::Attributes),
    ("{.", "}", Kind::Attributes),
];

/// A longer label of a definition of a link, in bytes, is none.
const LONGEST_LABEL: usize = 1_000;

/// What stands between `{%` and `%}` around the name of a mark of raw code, in bytes, at most.
const LONGEST_RAW: usize = 20;

impl Cleaner {
    /// Comments, codes and attributes.
    pub fn left_out(&mut self, text: &str) -> Option<usize> {
        if text.starts_with("<!--") {
            let (end, kind) = match self.end_of_html_comment(text) {
                Some(end) => (end, Kind::Comment),
                // As in browsers.
                None => (text.len(), Kind::Unclosed),
            };
            self.leave_out(&text[..end], kind);
            return Some(end);
        }
        if let Some(end) = self.end_of_go_comment(text) {
            self.leave_out(&text[..end], Kind::Comment);
            return Some(end);
        }
        let (open, close, kind) = LEFT_OUT.into_iter().find(|(open, ..)| text.starts_with(open))?;
        let inside = &text[open.len()..];
        let mut end = match kind {
            Kind::Comment => self.find_anywhere(inside, close)?,
            Kind::Attributes => line_of(inside).find(close)?,
            _ => end_of_code(inside, open, close)?,
        };
        end += open.len() + close.len();
        let opens_comment = kind == Kind::Code && words_of(&text[..end]).next() == Some("comment");
        let closing = if opens_comment { self.end_of_template_comment(text, end) } else { None };
        let kind = if closing.is_some() { Kind::Comment } else { kind };
        let end = closing.unwrap_or(end);
        self.leave_out(&text[..end], kind);
        self.close_address(&text[end..]);
        Some(end)
    }

    /// Code as it stands, but for the marks by which Liquid is told so, `{% raw %}`.
    pub fn push_code(&mut self, code: &str) {
        let mut rest = code;
        while let Some((before, behind)) = rest.split_once("{%") {
            self.out.push_str(before);
            let near = &behind[..behind.floor_char_boundary(LONGEST_RAW)];
            let name = near.split_once("%}").map(|(name, _)| name);
            match name {
                Some(name) if matches!(name.trim_matches(['-', ' ']), "raw" | "endraw") => {
                    self.leave_out("", Kind::Code);
                    rest = &behind[name.len() + "%}".len()..];
                }
                _ => {
                    self.out.push_str("{%");
                    rest = behind;
                }
            }
        }
        self.out.push_str(rest);
    }

    /// Writes an empty address where all of a link's was left out, because what follows would be taken for it:
    /// `[a]({{ b }} "c")`, or the next line below `[a]: {{ b }}`.
    fn close_address(&mut self, behind: &str) {
        let line = behind.trim_start_matches([' ', '\t', '\n']);
        let is_apart = line.len() < behind.len();
        let title_follows = is_apart && line.starts_with(['"', '\'', '(']);
        let is_link = ["](", "]( "].iter().any(|mark| self.out.ends_with(mark));
        let ends_line = line_of(behind).trim().is_empty();
        if is_link && title_follows || self.is_in_definition() && (title_follows || ends_line) {
            self.out.push_str("<>");
        }
    }

    /// Whether the address of a definition of a link is next, `[a]: `.
    fn is_in_definition(&self) -> bool {
        if !["]:", "]: "].iter().any(|mark| self.out.ends_with(mark)) {
            return false;
        }
        let near = self.out.floor_char_boundary(self.out.len().saturating_sub(LONGEST_LABEL));
        let line = self.out[near..].rsplit('\n').next().unwrap_or_default().trim_start();
        line.starts_with('[') && !line.starts_with("[^") && line.matches(']').count() == 1
    }
}

/// Whether a code of a template begins a text, or attributes do, rather than what MDX has between braces as well.
pub fn is_template_code(text: &str) -> bool {
    LEFT_OUT.iter().any(|(open, ..)| !matches!(*open, "{{" | "{/*") && text.starts_with(open))
}

/// The words of template code.
fn words_of(code: &str) -> impl Iterator<Item = &str> {
    code.split(|c: char| c.is_whitespace() || matches!(c, '{' | '}' | '%' | '<' | '>' | '-'))
        .filter(|word| !word.is_empty())
}

/// Where `close` follows on `open`, which stands before `inside`: in the same paragraph, or past empty lines
/// where prose has no such mark. If `open` comes once more before that, the first has no end.
fn end_of_code(inside: &str, open: &str, close: &str) -> Option<usize> {
    let inside = near(inside);
    paragraph_of(inside).find(close).or_else(|| {
        let is_in_prose = !matches!(open, "{{<" | "{{%" | "{%");
        let end = if is_in_prose { None } else { inside.find(close) }?;
        (!inside[..end].contains(open)).then_some(end)
    })
}

#[cfg(test)]
mod tests {
    use super::super::checks::check;

    #[test]
    fn template_code() {
        check(
            "{{< figure src=\"a\"\n  alt=\"The mayor\" >}}\nb {{% c %}}d{{ e.f }} {% g %}",
            "\n\nb d ",
            &["1: template code is left out, here and in 3 more places"],
        );
        check(
            "Words{: .a}\n## H {#h}\n{:toc}",
            "Words\n## H \n",
            &["1: attributes of a layout are left out, here and in 2 more places"],
        );
        check("a {{ b\n\nc }} d", "a {{ b\n\nc }} d", &[]);
        check("a { b } {c}", "a { b } {c}", &[]);
        check(
            "\\{{ a }} \\[[b]] \\%%c%% \\`{{ d }}",
            "\\{{ a }} \\[[b]] \\%%c%% \\`",
            &["1: template code is left out"],
        );
    }

    #[test]
    fn addresses_of_code() {
        let once = "1: template code is left out";
        check("[a]({{ \"/x\" | url }} \"b c\")", "[a](<> \"b c\")", &[once]);
        check(
            "![a]({% b %} 'c d') [a]({{ b }})",
            "![a](<> 'c d') [a]()",
            &["1: template code is left out, here and in 1 more place"],
        );
        check("[a]: {{ b }}\nc", "[a]: <>\nc", &[once]);
        check(
            "b [a]: {{ b }}\n[^a]: {{ b }}",
            "b [a]: \n[^a]: ",
            &["1: template code is left out, here and in 1 more place"],
        );
        check("[a]({{ b }}/c \"d\")", "[a](/c \"d\")", &[once]);
    }

    #[test]
    fn template_code_with_empty_lines() {
        check("{{< figure\n\nalt=\"b\" >}} c", "\n\n c", &["1: template code is left out"]);
        check(
            "{{% a\n\n%}} {% b\n\n%}c",
            "\n\n \n\nc",
            &["1: template code is left out, here and in 1 more place"],
        );
        // Of two beginnings, the end belongs to the second.
        check("{{< a\n\nb {{< c >}} d", "{{< a\n\nb  d", &["3: template code is left out"]);
        check("{{< a\n\nb", "{{< a\n\nb", &[]);
    }

    #[test]
    fn code_stays() {
        check("`{{ a }}` and ``b ` {% c %}``", "`{{ a }}` and ``b ` {% c %}``", &[]);
        check(
            "```\n{{ a }}\n``` \nb {{ c }}",
            "```\n{{ a }}\n``` \nb ",
            &["4: template code is left out"],
        );
        check(
            "`{% raw %}{{ a }}{% endraw %}`\n```\n{%- raw -%}{% b\n{{ c }}{%endraw%}\n```",
            "`{{ a }}`\n```\n{% b\n{{ c }}\n```",
            &["1: template code is left out, here and in 3 more places"],
        );
        check("~~~~\n```\n{{ a }}\n~~~~\n", "~~~~\n```\n{{ a }}\n~~~~\n", &[]);
    }
}
