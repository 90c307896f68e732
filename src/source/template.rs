//! What generators of sites and note books put into Markdown that is not Markdown: [`cleaned`].
//!
//! | written | is |
//! |---|---|
//! | `<!-- … -->`, `{# … #}`, `{/* … */}`, `%% … %%`, `{% comment %} … {% endcomment %}` | left out: comments |
//! | `{{< … >}}`, `{{% … %}}` (Hugo), `{% … %}`, `{{ … }}` (Liquid, Jinja, Zola) | left out: template code |
//! | `[[Page]]`, `[[Page#Part]]`, `[[Page\|words]]` (Obsidian) | its words |
//! | `![[file]]` | left out |
//! | `> [!note] Title`, `:::note Title`, `:::` (Obsidian, GitHub, Docusaurus) | its title, as a heading |
//! | `==words==` | the words |
//! | `{: .name}`, `{#name}`, `{.name}` behind words or on a line (kramdown, Pandoc) | left out |
//! | lines `import …` and `export …`, and `{…}` in `.mdx` | left out |
//!
//! What stands between two codes that belong together, as in `{% note %} … {% endnote %}`, stays. Code, fenced
//! or between backticks, and a mark behind a backslash stay as they are. Lines keep their numbers.

use crate::diagnostics::Diagnostics;

/// What can be left out or rewritten, as a publisher is told of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Comment,
    Code,
    WikiLink,
    Embed,
    Attributes,
    Module,
}

impl Kind {
    const ALL: [Self; 6] =
        [Self::Comment, Self::Code, Self::WikiLink, Self::Embed, Self::Attributes, Self::Module];

    /// What is said of it, and what to do.
    fn warning(self) -> (&'static str, &'static str) {
        match self {
            Self::Comment => ("comments are left out", "nothing needs to be done"),
            Self::Code => (
                "template code is left out",
                "write into the text what it would have shown, if that belongs to the article",
            ),
            Self::WikiLink => {
                ("links between notes are shown as words alone", "nothing needs to be done")
            }
            Self::Embed => ("embedded files are left out", "write their words into the text"),
            Self::Attributes => ("attributes of a layout are left out", "nothing needs to be done"),
            Self::Module => (
                "program code of MDX is left out",
                "write into the text what it would have shown, if that belongs to the article",
            ),
        }
    }
}

/// Paired marks around what is left out whole, the longer ones before those that they begin with.
const LEFT_OUT: [(&str, &str, Kind); 9] = [
    ("<!--", "-->", Kind::Comment),
    ("{/*", "*/}", Kind::Comment),
    ("{{<", ">}}", Kind::Code),
    ("{{%", "%}}", Kind::Code),
    ("{{", "}}", Kind::Code),
    ("{%", "%}", Kind::Code),
    ("{:", "}", Kind::Attributes),
    ("{#", "}", Kind::Attributes),
    ("{.", "}", Kind::Attributes),
];

/// How far from each other such marks can be, in bytes; a longer way means that they do not belong together.
const LONGEST_CODE: usize = 4_000;

/// The body of a Markdown file, whose first line has number `first_line`, without what only a generator
/// understands. Warnings say what was left out, and how often.
pub fn cleaned(body: &str, first_line: u32, is_mdx: bool, diagnostics: &mut Diagnostics) -> String {
    let out = String::with_capacity(body.len());
    let mut cleaner = Cleaner { out, line: (0, 0), found: Vec::new(), missing: Vec::new(), is_mdx };
    let mut fence: Option<&str> = None;
    let mut rest = body;
    while !rest.is_empty() {
        let line = rest.split_inclusive('\n').next().unwrap_or(rest);
        let mark = fence_of(line);
        match (fence, mark) {
            (None, None) => {
                let n_taken = cleaner.lines(rest);
                rest = &rest[n_taken..];
                continue;
            }
            (None, mark) => fence = mark,
            (Some(open), Some(mark)) if mark.starts_with(open) => fence = None,
            _ => {}
        }
        cleaner.out.push_str(line);
        rest = &rest[line.len()..];
    }
    for kind in Kind::ALL {
        let mut places = cleaner.found.iter().filter(|(found, _)| *found == kind);
        let Some((_, line)) = places.next() else { continue };
        let (what, remedy) = kind.warning();
        let times = match places.count() {
            0 => String::new(),
            n_more => format!(", here and in {n_more} more places"),
        };
        diagnostics.warning(first_line + line, format!("{what}{times}"), remedy);
    }
    cleaner.out
}

/// The mark that opens or closes fenced code, where `line` does either.
fn fence_of(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let mark = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let n_marks = line.len() - line.trim_start_matches(mark).len();
    (n_marks >= 3).then(|| &line[..n_marks])
}

struct Cleaner {
    out: String,
    /// How many lines are in so many bytes of `out`.
    line: (u32, usize),
    /// What was left out or rewritten, and the line, from 0.
    found: Vec<(Kind, u32)>,
    /// Marks that do not occur any more, so that nobody looks for them again and again.
    missing: Vec<&'static str>,
    is_mdx: bool,
}

impl Cleaner {
    fn note(&mut self, kind: Kind) {
        let (line, n_counted) = &mut self.line;
        *line += self.out.as_bytes()[*n_counted..].iter().filter(|b| **b == b'\n').count() as u32;
        *n_counted = self.out.len();
        self.found.push((kind, *line));
    }

    /// Leaves out `code`, all but the ends of its lines.
    fn leave_out(&mut self, code: &str, kind: Kind) {
        self.note(kind);
        self.out.extend(code.chars().filter(|c| *c == '\n'));
    }

    /// Where `mark` occurs first in all that follows.
    fn find_anywhere(&mut self, text: &str, mark: &'static str) -> Option<usize> {
        if self.missing.contains(&mark) {
            return None;
        }
        let found = text.find(mark);
        if found.is_none() {
            self.missing.push(mark);
        }
        found
    }

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
        let is_statement = line.starts_with("import ") || line.starts_with("export ");
        if self.is_mdx && is_statement {
            let statement = text.find("\n\n").map_or(text, |end| &text[..end]);
            self.leave_out(statement, Kind::Module);
            return statement.len();
        }
        let words = line.trim_start();
        if let Some(name) = words.strip_prefix(":::") {
            let title = name.trim_start_matches(':').trim_start();
            let title = title.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '-');
            let title = title.trim().trim_start_matches('[').trim_end_matches(']');
            self.note(Kind::Code);
            self.title(title);
            return line.len();
        }
        let quoted = words.trim_start_matches(['>', ' ']);
        if let Some((_, title)) = quoted
            .strip_prefix("[!")
            .filter(|_| words.starts_with('>'))
            .and_then(|callout| callout.split_once(']'))
        {
            self.note(Kind::Code);
            self.out.push_str(&line[..line.len() - quoted.len()]);
            self.title(title.trim_start_matches(['+', '-']).trim());
            return line.len();
        }
        0
    }

    /// The title of what is set apart, as a heading, so that it is no part of the sentence below it.
    fn title(&mut self, title: &str) {
        if !title.is_empty() {
            self.out.push_str("#### ");
            self.out.push_str(title);
        }
    }

    /// What begins with the character `next`; says how many bytes were taken, at least one.
    fn piece(&mut self, text: &str, next: char) -> usize {
        let taken = match next {
            '\\' => self.escaped(text),
            '`' => self.code_span(text),
            '<' | '{' => self.left_out(text),
            '[' | '!' => self.wiki_link(text),
            '%' => self.between(text, "%%").map(|(whole, _)| {
                self.leave_out(whole, Kind::Comment);
                whole.len()
            }),
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
        self.out.push_str(&text[..end]);
        Some(end)
    }

    /// Comments, codes and attributes.
    fn left_out(&mut self, text: &str) -> Option<usize> {
        let (open, close, kind) =
            LEFT_OUT.into_iter().find(|(open, ..)| text.starts_with(open)).or_else(|| {
                let is_expression = self.is_mdx && text.starts_with('{');
                is_expression.then_some(("{", "}", Kind::Module))
            })?;
        let inside = &text[open.len()..];
        let mut end = match kind {
            Kind::Comment => self.find_anywhere(inside, close)?,
            Kind::Attributes => line_of(inside).find(close)?,
            _ => paragraph_of(near(inside)).find(close)?,
        };
        end += open.len() + close.len();
        let is_comment = text[..end].trim_matches(['{', '%', '-', ' ', '}']) == "comment";
        let closing =
            if is_comment { self.find_anywhere(&text[end..], "{% endcomment %}") } else { None };
        let kind = if closing.is_some() || text.starts_with("{# ") { Kind::Comment } else { kind };
        if let Some(closing) = closing {
            end += closing + "{% endcomment %}".len();
        }
        self.leave_out(&text[..end], kind);
        Some(end)
    }

    /// `[[Page|words]]` and `![[file]]`; a link of Markdown whose words stand in brackets is none.
    fn wiki_link(&mut self, text: &str) -> Option<usize> {
        let is_embed = text.starts_with('!');
        let inside = text.strip_prefix('!').unwrap_or(text).strip_prefix("[[")?;
        let (page, after) = line_of(inside).split_once("]]")?;
        if page.is_empty() || page.contains(['[', ']']) || after.starts_with(['(', '[']) {
            return None;
        }
        let whole = text.len() - inside.len() + page.len() + "]]".len();
        if is_embed {
            self.leave_out("", Kind::Embed);
            return Some(whole);
        }
        self.note(Kind::WikiLink);
        let (page, words) = page.split_once('|').unwrap_or((page, ""));
        let name = page.split(['#', '^']).find(|part| !part.is_empty()).unwrap_or(page);
        // The bar of a link in a table has a backslash before it.
        let words = if words.is_empty() { name.trim_end_matches('\\') } else { words };
        self.out.push_str(words);
        Some(whole)
    }

    /// The stretch from `mark` to its next occurrence in the same line, and what is between them: words
    /// without white space at either end.
    fn between<'t>(&self, text: &'t str, mark: &str) -> Option<(&'t str, &'t str)> {
        let line = line_of(text).strip_prefix(mark)?;
        let end = line.find(mark)?;
        let words = &line[..end];
        let is_marked = !words.is_empty()
            && (mark == "%%" || words.trim() == words)
            && !words.starts_with(&mark[..1]);
        is_marked.then(|| (&text[..end + 2 * mark.len()], words))
    }
}

/// As much of a text as marks that belong together can be apart.
fn near(text: &str) -> &str {
    &text[..text.floor_char_boundary(LONGEST_CODE)]
}

/// The rest of a line, as far as it is near.
fn line_of(text: &str) -> &str {
    near(text).lines().next().unwrap_or_default()
}

/// The text up to the next empty line.
pub fn paragraph_of(text: &str) -> &str {
    text.find("\n\n").map_or(text, |end| &text[..end])
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    /// What remains, and the warnings by line without what to do.
    #[track_caller]
    fn check_in(is_mdx: bool, body: &str, expected: &str, warnings: &[&str]) {
        let mut diagnostics = Diagnostics::on(Path::new("a.md"));
        assert_eq!(cleaned(body, 1, is_mdx, &mut diagnostics), expected);
        let found: Vec<String> = diagnostics
            .warnings
            .iter()
            .map(|warning| format!("{}: {}", warning.line.unwrap(), warning.what))
            .collect();
        assert_eq!(found, warnings);
    }

    #[track_caller]
    fn check(body: &str, expected: &str, warnings: &[&str]) {
        check_in(false, body, expected, warnings);
    }

    #[test]
    fn comments() {
        check("a <!-- b\n\nc --> d", "a \n\n d", &["1: comments are left out"]);
        check("a\n%%b%% {# c #}", "a\n ", &["2: comments are left out, here and in 1 more places"]);
        check("{% comment %}a{% endcomment %}b", "b", &["1: comments are left out"]);
        check("100 %% more", "100 %% more", &[]);
        check("a <!-- b", "a <!-- b", &[]);
    }

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
    fn code_stays() {
        check("`{{ a }}` and ``b ` {% c %}``", "`{{ a }}` and ``b ` {% c %}``", &[]);
        check(
            "```\n{{ a }}\n``` \nb {{ c }}",
            "```\n{{ a }}\n``` \nb ",
            &["4: template code is left out"],
        );
        check("~~~~\n```\n{{ a }}\n~~~~\n", "~~~~\n```\n{{ a }}\n~~~~\n", &[]);
    }

    #[test]
    fn notes() {
        check(
            "[[A b]] [[c/D#E|f]] [[G#H]] ![[i.png]] ==j==",
            "A b f G  j",
            &[
                "1: links between notes are shown as words alone, here and in 2 more places",
                "1: embedded files are left out",
            ],
        );
        check(
            "[[1]](https://a.org) [[b] a == b == c",
            "[[1]](https://a.org) [[b] a == b == c",
            &[],
        );
        check("> [!note]- Of it\n> a", "> #### Of it\n> a", &["1: template code is left out"]);
        check(
            ":::tip[Of it]\n\na\n\n:::",
            "#### Of it\n\na\n\n",
            &["1: template code is left out, here and in 1 more places"],
        );
    }

    #[test]
    fn mdx() {
        check_in(
            true,
            "import A from './a';\nexport const b = {\n};\n\nc {d.e} f",
            "\n\n\n\nc  f",
            &["1: program code of MDX is left out, here and in 1 more places"],
        );
        check("import of goods\n", "import of goods\n", &[]);
    }
}
