//! Program code of MDX: statements, expressions, and the tags that have some.

use std::ops::Range;

use super::cleaner::{Cleaner, Kind};
use super::codes::is_template_code;
use super::lines::{Fences, near, paragraph_of};
use super::program::{end_of_expression, end_of_statement, first_closing_brace, is_statement};

/// Whether Markdown has statements of a program outside of fenced code, which is MDX.
pub fn has_statements(body: &str) -> bool {
    let mut fences = Fences::default();
    body.lines().any(|line| !fences.has(line) && is_statement(line))
}

impl Cleaner {
    /// A statement that `line` begins; says how many bytes of `text` were taken.
    pub fn statement(&mut self, text: &str, line: &str) -> Option<usize> {
        if !self.is_mdx || !is_statement(line) {
            return None;
        }
        let end = self.patiently(text, end_of_statement);
        let end = end.unwrap_or_else(|| paragraph_of(text).len());
        self.leave_out(&text[..end], Kind::Module);
        Some(end)
    }

    /// Program code of MDX: an expression with all that is nested in it, or a tag with expressions.
    pub fn program(&mut self, text: &str) -> Option<usize> {
        if !self.is_mdx || is_template_code(text) {
            return None;
        }
        if text.starts_with('<') {
            return self.tag(text);
        }
        let kind = if text.starts_with("{/*") {
            Kind::Comment
        } else if text.starts_with("{{") {
            Kind::Code
        } else {
            Kind::Module
        };
        let code = near(text);
        let mut end = self.patiently(code, end_of_expression);
        // Comments and template code have closing marks of their own, which are looked for next.
        if end.is_none() && kind == Kind::Module {
            end = self.patiently(code, first_closing_brace);
        }
        let end = end?;
        self.leave_out(&text[..end], kind);
        Some(end)
    }

    /// A tag with expressions, `<A b={c}>`: they go, with the names of their attributes. The tag stays, because
    /// whether the words behind it are shown depends on it. One without a name goes whole.
    fn tag(&mut self, text: &str) -> Option<usize> {
        if let Some(fragment) = ["<>", "</>"].into_iter().find(|tag| text.starts_with(tag)) {
            self.leave_out(fragment, Kind::Module);
            return Some(fragment.len());
        }
        let text = near(text);
        if let Some(end) = self.end_of_part_tag(text) {
            self.leave_out(&text[..end], Kind::Module);
            return Some(end);
        }
        if !text.as_bytes().get(1)?.is_ascii_alphabetic() {
            return None;
        }
        let (end, expressions) = self.end_of_tag(text, 1)?;
        let n_copied = expressions.last()?.end;
        let mut tag = String::new();
        let mut from = 0;
        for expression in expressions {
            tag.push_str(&text[from..expression.start]);
            cut_attribute(&mut tag);
            tag.extend(text[expression.clone()].chars().filter(|c| *c == '\n'));
            from = expression.end;
        }
        tag.push_str(&text[n_copied..end]);
        self.note(Kind::Module);
        self.push_tag(&tag);
        Some(end)
    }

    /// Writes a tag that has lost attributes. To Markdown, an empty line ends a tag, and `>` at the start of one begins
    /// a quotation; the name of an attribute does neither.
    fn push_tag(&mut self, tag: &str) {
        for line in tag.split_inclusive('\n') {
            let words = line.trim_start_matches([' ', '\t']);
            self.out.push_str(&line[..line.len() - words.len()]);
            if words.starts_with(['\n', '>']) {
                self.out.push('_');
            }
            self.out.push_str(words);
        }
    }

    /// Where the tag ends of a part of something, `<Name.Part>`, which is no tag to Markdown.
    fn end_of_part_tag(&mut self, text: &str) -> Option<usize> {
        let start = if text.starts_with("</") { 2 } else { 1 };
        let is_of_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '$');
        let name = text[start..].split(|c| !is_of_name(c)).next()?;
        let (whole, part) = name.split_once('.')?;
        if !whole.starts_with(|c: char| c.is_ascii_alphabetic()) || part.is_empty() {
            return None;
        }
        self.end_of_tag(text, start + name.len()).map(|(end, _)| end)
    }

    /// Where the tag ends that `at` lies in, outside of its quoted texts, and where its expressions are.
    fn end_of_tag(&mut self, text: &str, mut at: usize) -> Option<(usize, Vec<Range<usize>>)> {
        let mut expressions = Vec::new();
        loop {
            match *text.as_bytes().get(at)? {
                b'>' => return Some((at + 1, expressions)),
                b'<' => return None,
                mark @ (b'"' | b'\'') => at += text[at + 1..].find(char::from(mark))? + 2,
                b'{' => {
                    let end = at + self.patiently(&text[at..], end_of_expression)?;
                    expressions.push(at..end);
                    at = end;
                }
                _ => at += 1,
            }
        }
    }
}

/// Takes the name of an attribute and its equals sign off the end of a tag.
fn cut_attribute(tag: &mut String) {
    let blank = [' ', '\t'];
    let Some(name) = tag.trim_end_matches(blank).strip_suffix('=') else { return };
    let is_of_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ':' | '.' | '$');
    let n_kept = name.trim_end_matches(blank).trim_end_matches(is_of_name).len();
    tag.truncate(n_kept);
}

#[cfg(test)]
mod tests {
    use super::super::super::file::Format;
    use super::super::checks::{check, check_in};

    #[test]
    fn mdx() {
        check_in(
            Format::Mdx,
            "import A from './a';\nexport const b = {\n};\n\nc {d.e} f",
            "\n\n\n\nc  f",
            &["1: program code of MDX is left out, here and in 1 more place"],
        );
        check("import of goods\n", "import of goods\n", &[]);
        check_in(Format::Mdx, "import of goods\n", "import of goods\n", &[]);
    }

    #[test]
    fn markdown_with_statements_is_mdx() {
        let twice = "1: program code of MDX is left out, here and in 1 more place";
        check("import A from './a';\n\nb {1 + 1}c", "\n\nb c", &[twice]);
        check(
            "```\nimport A from './a';\n```\nb {c}",
            "```\nimport A from './a';\n```\nb {c}",
            &[],
        );
    }

    #[test]
    fn tags_of_parts() {
        let once = "1: program code of MDX is left out";
        check_in(Format::Mdx, "<Foo.Bar a=\"1>\" />b", "b", &[once]);
        check_in(Format::Mdx, "<A.B c={d > e}>f", "f", &[once]);
        let twice = "1: program code of MDX is left out, here and in 1 more place";
        check_in(Format::Mdx, "<Tabs.Item value=\"x\">a</Tabs.Item>", "a", &[twice]);
        check_in(Format::Mdx, "<a.b <c.d", "<a.b <c.d", &[]);
        check("<Foo.Bar/>", "<Foo.Bar/>", &[]);
    }

    #[test]
    fn mdx_tags() {
        let once = "1: program code of MDX is left out";
        check_in(Format::Mdx, "<Foo a={1}>W</Foo>", "<Foo >W</Foo>", &[once]);
        check_in(Format::Mdx, "<p style={{a: 1}}>W</p>", "<p >W</p>", &[once]);
        check_in(
            Format::Mdx,
            "<a onClick={() => go()} b=\">\">W</a>",
            "<a  b=\">\">W</a>",
            &[once],
        );
        check_in(Format::Mdx, "<Foo {...a} b = {c}/>é", "<Foo  />é", &[once]);
        // Lines keep their numbers, and none is empty or begins a quotation.
        check_in(Format::Mdx, "<Foo\n  a={1}\n  {...b}\n>\nW", "<Foo\n  _\n  _\n_>\nW", &[once]);
        check_in(Format::Mdx, "<Foo a={{\n  b: 1,\n}}>W", "<Foo \n_\n_>W", &[once]);
        for text in ["<Foo a={1 <b>W</b>", "<b>W</b> <é", "<Foo", "<", "<Foo a='{"] {
            check_in(Format::Mdx, text, text, &[]);
        }
        let twice = "1: program code of MDX is left out, here and in 1 more place";
        check_in(Format::Mdx, "<>a</> <b>c</b>", "a <b>c</b>", &[twice]);
        check("<Foo a={1}>W</Foo> <>", "<Foo a={1}>W</Foo> <>", &[]);
    }

    #[test]
    fn mdx_expressions() {
        let once = "1: program code of MDX is left out";
        check_in(Format::Mdx, "a {b.map(x => {…<b>{x}</b>…})} c", "a  c", &[once]);
        check_in(Format::Mdx, "a {b(\"}\", `}`) // }\n} c", "a \n c", &[once]);
        check_in(Format::Mdx, "{a && <b>It's {b}'s</b>} c", " c", &[once]);
        check_in(Format::Mdx, "a {/* } */ b} c", "a  c", &["1: comments are left out"]);
        let long = format!("{{/* }} {} */}}a", "b".repeat(5_000));
        check_in(Format::Mdx, &long, "a", &["1: comments are left out"]);
        check_in(Format::Mdx, "{{a: {b}}} c", " c", &["1: template code is left out"]);
        check_in(Format::Mdx, "a {b", "a {b", &[]);
        // Where a brace is missing, up to the first one that there is.
        check_in(Format::Mdx, "a {b {c} d", "a  d", &[once]);
        check("a {b {c}} d", "a {b {c}} d", &[]);
    }

    #[test]
    fn mdx_statements() {
        let once = "1: program code of MDX is left out";
        let statement = "export const a = {\n  b: ')', // :(\n\n  c: [1],\n};\n\nd";
        check_in(Format::Mdx, statement, "\n\n\n\n\n\nd", &[once]);
        check_in(Format::Mdx, "export const a = `\n\n{`;\n\nb", "\n\n\n\nb", &[once]);
        // What has no end goes up to the first empty line.
        check_in(Format::Mdx, "export const a = {\n\nb", "\n\nb", &[once]);
        check_in(Format::Mdx, "export const a = (];\n\nb)", "\n\nb)", &[once]);
    }
}
