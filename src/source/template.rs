//! What generators of sites and note books put into Markdown that is not Markdown: [`cleaned`].
//!
//! | written | is |
//! |---|---|
//! | `<!-- … -->`, or without an end to that of the file; `{# … #}`, `{/* … */}`, `{{/* … */}}`, `{{!-- … --}}`, `%% … %%`, `{% comment %} … {% endcomment %}`, `{{< comment >}} … {{< /comment >}}` | left out: comments |
//! | `{{< … >}}`, `{{% … %}}` (Hugo), `{% … %}`, `{{ … }}` (Liquid, Jinja, Zola) | left out: template code |
//! | `[[Page]]`, `[[Page#Part]]`, `[[Page\|words]]` (Obsidian) | its words |
//! | `![[picture.png]]`, `![[picture.png\|words]]` | a picture of Markdown |
//! | `![[file]]` | left out |
//! | ` ^name` at the end of a line (Obsidian) | left out |
//! | `> [!note] Title`, `:::note Title`, `:::` (Obsidian, GitHub, Docusaurus) | its title, as a heading |
//! | `==words==` | the words |
//! | `{: .name}`, `{#name}`, `{.name}` behind words or on a line (kramdown, Pandoc) | left out |
//! | `import … from '…'`, `export const … =` and the like at the start of a line, and `{…}` in MDX | left out |
//! | `<Name a={…} b="c">`, `<Name.Part>` in MDX | `<Name b="c">`, nothing |
//!
//! MDX is a file `.mdx`, and any other that has such a line: Docusaurus reads all of its files so.
//!
//! What stands between two codes that belong together, as in `{% note %} … {% endnote %}`, stays. Code, fenced or
//! between backticks, and a mark behind a backslash stay as they are, but for `{% raw %}` in code. Lines keep their
//! numbers.

use super::file::Format;
use super::picture::PictureFormat;
use super::program::{end_of_expression, end_of_statement, first_closing_brace, is_statement};
use crate::diagnostics::Diagnostics;

/// What can be left out or rewritten, as a publisher is told of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Comment,
    Unclosed,
    Code,
    WikiLink,
    Embed,
    Attributes,
    Module,
}

impl Kind {
    const ALL: [Self; 7] = [
        Self::Comment,
        Self::Unclosed,
        Self::Code,
        Self::WikiLink,
        Self::Embed,
        Self::Attributes,
        Self::Module,
    ];

    /// What is said of it, and what to do.
    fn warning(self) -> (&'static str, &'static str) {
        match self {
            Self::Comment => ("comments are left out", "nothing needs to be done"),
            Self::Unclosed => (
                "the comment that begins here has no end, so all behind it is left out",
                "close it with `-->`, or write `\\<` if it is text",
            ),
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

/// How far from each other such marks can be, in bytes; a longer way means that they do not belong together.
const LONGEST_CODE: usize = 4_000;

/// A longer label of a definition of a link, in bytes, is none.
const LONGEST_LABEL: usize = 1_000;

/// What stands between `{%` and `%}` around the name of a mark of raw code, in bytes, at most.
const LONGEST_RAW: usize = 20;

/// How often the whole body may be read in vain for the end of program code. Past that, nobody looks for ends
/// any more: a text of nothing but beginnings must not take the square of its length.
const MOST_READINGS: usize = 100;

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
        cleaner.push_code(line);
        rest = &rest[line.len()..];
    }
    cleaner.finish(first_line, diagnostics)
}

/// HTML without comments that have no end, and, where a generator fills it in (`is_template`), without its code.
/// Scripts and styles stay as they are: they show nothing, and what looks like code in them is theirs.
pub fn cleaned_html(
    html: &str,
    first_line: u32,
    is_template: bool,
    diagnostics: &mut Diagnostics,
) -> String {
    let mut cleaner = Cleaner::new(html.len(), false);
    let mut rest = html;
    while let Some(at) = rest.find(['<', '{']) {
        cleaner.out.push_str(&rest[..at]);
        rest = &rest[at..];
        let n_taken = cleaner.piece_of_html(rest, is_template);
        rest = &rest[n_taken..];
    }
    cleaner.out.push_str(rest);
    cleaner.finish(first_line, diagnostics)
}

/// Whether Markdown has statements of a program outside of fenced code, which is MDX.
fn has_statements(body: &str) -> bool {
    let mut fence: Option<&str> = None;
    body.lines().any(|line| {
        match (fence, fence_of(line)) {
            (None, mark) => fence = mark,
            (Some(open), Some(mark)) if mark.starts_with(open) => fence = None,
            _ => {}
        }
        fence.is_none() && is_statement(line)
    })
}

/// The mark that opens or closes fenced code, where `line` does either.
pub fn fence_of(line: &str) -> Option<&str> {
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
    /// How many more bytes may be read in vain for the end of program code.
    patience: usize,
    is_mdx: bool,
}

impl Cleaner {
    /// Nothing yet of a text of so many bytes.
    fn new(len: usize, is_mdx: bool) -> Self {
        Self {
            out: String::with_capacity(len),
            line: (0, 0),
            found: Vec::new(),
            missing: Vec::new(),
            patience: MOST_READINGS * len,
            is_mdx,
        }
    }

    /// What remains; warnings say what does not.
    fn finish(self, first_line: u32, diagnostics: &mut Diagnostics) -> String {
        for kind in Kind::ALL {
            let places = self.found.iter().filter(|(found, _)| *found == kind);
            let lines: Vec<u32> = places.map(|(_, line)| first_line + line).collect();
            let (what, remedy) = kind.warning();
            diagnostics.warning_at(&lines, what, remedy);
        }
        self.out
    }

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

    /// What `end_of` finds in `code`, unless too much was read in vain already.
    fn patiently(&mut self, code: &str, end_of: fn(&[u8]) -> Option<usize>) -> Option<usize> {
        if self.patience == 0 {
            return None;
        }
        let end = end_of(code.as_bytes());
        if end.is_none() {
            self.patience = self.patience.saturating_sub(code.len());
        }
        end
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
        if self.is_mdx && is_statement(line) {
            let end = self.patiently(text, end_of_statement);
            let end = end.unwrap_or_else(|| paragraph_of(text).len());
            self.leave_out(&text[..end], Kind::Module);
            return end;
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

    /// Code as it stands, but for the marks by which Liquid is told so, `{% raw %}`.
    fn push_code(&mut self, code: &str) {
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

    /// The name of a block, ` ^name` at the end of a line, by which other notes link to it.
    fn block_name(&mut self, text: &str) -> Option<usize> {
        let name = line_of(&text[1..]).trim_end();
        let is_name =
            !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        let is_apart = self.out.is_empty() || self.out.ends_with([' ', '\t', '\n']);
        if !is_name || !is_apart {
            return None;
        }
        self.out.truncate(self.out.trim_end_matches([' ', '\t']).len());
        // No line ends in what is gone.
        self.line.1 = self.line.1.min(self.out.len());
        Some(1 + name.len())
    }

    /// A comment of Obsidian, `%% … %%`, in one line or over several.
    fn comment(&mut self, text: &str) -> Option<usize> {
        let end = match self.between(text, "%%") {
            Some((whole, _)) => whole.len(),
            None => self.end_of_block_comment(text)?,
        };
        self.leave_out(&text[..end], Kind::Comment);
        Some(end)
    }

    /// Where a comment over several lines ends. Its first mark begins or ends a line: amid words, as in "100 %%
    /// more", it is text.
    fn end_of_block_comment(&mut self, text: &str) -> Option<usize> {
        let inside = text.strip_prefix("%%").filter(|inside| !inside.starts_with('%'))?;
        let before = self.out.trim_end_matches([' ', '\t']);
        let begins_line = before.is_empty() || before.ends_with('\n');
        let ends_line = line_of(inside).trim().is_empty() && !before.ends_with('%');
        if !begins_line && !ends_line {
            return None;
        }
        self.find_anywhere(inside, "%%").map(|end| end + 2 * "%%".len())
    }

    /// Program code of MDX: an expression with all that is nested in it, or a tag with expressions.
    fn program(&mut self, text: &str) -> Option<usize> {
        let is_template = LEFT_OUT
            .iter()
            .any(|(open, ..)| !matches!(*open, "{{" | "{/*") && text.starts_with(open));
        if !self.is_mdx || is_template {
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
        let code = text.as_bytes();
        if !code.get(1)?.is_ascii_alphabetic() {
            return None;
        }
        let mut tag = String::new();
        let (mut at, mut n_copied) = (1, 0);
        loop {
            match *code.get(at)? {
                b'>' => break,
                b'<' => return None,
                mark @ (b'"' | b'\'') => at += text[at + 1..].find(char::from(mark))? + 2,
                b'{' => {
                    let end = at + self.patiently(&text[at..], end_of_expression)?;
                    tag.push_str(&text[n_copied..at]);
                    cut_attribute(&mut tag);
                    tag.extend(text[at..end].chars().filter(|c| *c == '\n'));
                    (at, n_copied) = (end, end);
                }
                _ => at += 1,
            }
        }
        if n_copied == 0 {
            return None;
        }
        tag.push_str(&text[n_copied..=at]);
        self.note(Kind::Module);
        for line in tag.split_inclusive('\n') {
            let words = line.trim_start_matches([' ', '\t']);
            self.out.push_str(&line[..line.len() - words.len()]);
            // To Markdown, an empty line ends a tag, and `>` at the start of one begins a quotation; the name of
            // an attribute does neither.
            if words.starts_with(['\n', '>']) {
                self.out.push('_');
            }
            self.out.push_str(words);
        }
        Some(at + 1)
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
        let mut at = start + name.len();
        loop {
            match *text.as_bytes().get(at)? {
                b'>' => return Some(at + 1),
                b'<' => return None,
                mark @ (b'"' | b'\'') => at += text[at + 1..].find(char::from(mark))? + 2,
                b'{' => at += self.patiently(&text[at..], end_of_expression)?,
                _ => at += 1,
            }
        }
    }

    /// What begins with `<` or `{` in HTML; says how many bytes were taken, at least one.
    fn piece_of_html(&mut self, text: &str, is_template: bool) -> usize {
        for (open, close) in [("<script", "</script"), ("<style", "</style")] {
            let opening = text.get(..open.len()).unwrap_or_default();
            if opening.eq_ignore_ascii_case(open)
                && let Some(end) = self.find_anywhere(text, close)
            {
                self.out.push_str(&text[..end]);
                return end;
            }
        }
        if text.starts_with("<!--")
            && let Some(end) = self.end_of_html_comment(text)
        {
            // The parser leaves it out.
            self.out.push_str(&text[..end]);
            return end;
        }
        let is_code = is_template && ["{{", "{%", "{#"].iter().any(|open| text.starts_with(open));
        let taken = if is_code || text.starts_with("<!--") { self.left_out(text) } else { None };
        taken.unwrap_or_else(|| {
            self.out.push_str(&text[..1]);
            1
        })
    }

    /// Where a comment of HTML ends, by the rules of its parser.
    fn end_of_html_comment(&mut self, text: &str) -> Option<usize> {
        if let Some(empty) = ["<!-->", "<!--->"].into_iter().find(|mark| text.starts_with(mark)) {
            return Some(empty.len());
        }
        let open = "<!--".len();
        let ends = ["-->", "--!>"]
            .map(|mark| self.find_anywhere(&text[open..], mark).map(|end| open + end + mark.len()));
        ends.into_iter().flatten().min()
    }

    /// Comments, codes and attributes.
    fn left_out(&mut self, text: &str) -> Option<usize> {
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

    /// Where a comment of Go's templates ends, `{{/* … */}}`; either end may have a hyphen, which trims white space.
    fn end_of_go_comment(&mut self, text: &str) -> Option<usize> {
        let inside = text.strip_prefix("{{- /*").or_else(|| text.strip_prefix("{{/*"))?;
        let behind = &inside[self.find_anywhere(inside, "*/")? + "*/".len()..];
        let behind = behind.strip_prefix(" -").unwrap_or(behind).strip_prefix("}}")?;
        Some(text.len() - behind.len())
    }

    /// Where a comment between two codes ends: `{% comment %}`, which takes so many bytes, and `{%- endcomment -%}`, or
    /// `{{< comment >}}` and `{{< /comment >}}`, with whatever white space.
    fn end_of_template_comment(&mut self, text: &str, opening: usize) -> Option<usize> {
        let (open, name, close) = if text.starts_with("{{") {
            ("{{", "/comment", "}}")
        } else {
            ("{%", "endcomment", "%}")
        };
        let mut from = opening;
        while let Some(at) = self.find_anywhere(&text[from..], name) {
            let name_at = from + at;
            let code = text[from..name_at].trim_end_matches(['<', '%', '-', ' ', '\t', '\n']);
            from = name_at + name.len();
            let behind = text[from..].trim_start_matches(['>', '%', '-', ' ', '\t', '\n', '}']);
            let end = text.len() - behind.len();
            let is_opened = code.ends_with(open.trim_end_matches('%'));
            if is_opened && let Some(closed) = text[from..end].find(close) {
                return Some(from + closed + close.len());
            }
        }
        // There is none for any code behind this one, either.
        self.missing.push(name);
        None
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
        let (page, words) = page.split_once('|').unwrap_or((page, ""));
        if is_embed && PictureFormat::of(page.trim_end_matches('\\')).is_some() {
            // Behind the bar may stand how wide it is to be shown.
            let is_size = words.chars().all(|c| c.is_ascii_digit() || c == 'x');
            let words = if is_size { "" } else { words };
            self.out.push_str(&format!("![{words}](<{}>)", page.trim_end_matches('\\')));
            return Some(whole);
        }
        if is_embed {
            self.leave_out("", Kind::Embed);
            return Some(whole);
        }
        self.note(Kind::WikiLink);
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

/// The words of template code.
fn words_of(code: &str) -> impl Iterator<Item = &str> {
    code.split(|c: char| c.is_whitespace() || matches!(c, '{' | '}' | '%' | '<' | '>' | '-'))
        .filter(|word| !word.is_empty())
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
    use std::path::Path;

    use super::*;

    /// What remains, and the warnings by line without what to do.
    #[track_caller]
    fn check_in(format: Format, body: &str, expected: &str, warnings: &[&str]) {
        let mut diagnostics = Diagnostics::on(Path::new("a.md"));
        assert_eq!(cleaned(body, 1, format, &mut diagnostics), expected);
        check_warnings(&diagnostics, warnings);
    }

    #[track_caller]
    fn check_warnings(diagnostics: &Diagnostics, warnings: &[&str]) {
        let found: Vec<String> = diagnostics
            .warnings
            .iter()
            .map(|warning| format!("{}: {}", warning.line.unwrap(), warning.what))
            .collect();
        assert_eq!(found, warnings);
    }

    #[track_caller]
    fn check(body: &str, expected: &str, warnings: &[&str]) {
        check_in(Format::Markdown, body, expected, warnings);
    }

    #[test]
    fn comments() {
        check("a <!-- b\n\nc --> d", "a \n\n d", &["1: comments are left out"]);
        check("a\n%%b%% {# c #}", "a\n ", &["2: comments are left out, here and in 1 more place"]);
        for (open, close) in [
            ("{% comment %}", "{% endcomment %}"),
            ("{%- comment -%}", "{%- endcomment -%}"),
            ("{%comment%}", "{%endcomment%}"),
            ("{% comment \"why\" -%}", "{% endcomment %}"),
            ("{{< comment >}}", "{{< /comment >}}"),
            ("{{% comment %}}", "{{% /comment %}}"),
            ("{{/*", "*/}}"),
            ("{{- /*", "*/ -}}"),
            ("{{/*", "*/ -}}"),
            ("{{- /*", "*/}}"),
            ("{{!--", "--}}"),
            ("{# ", " #}"),
            ("{#", "\n#}"),
            ("{#-", "-#}"),
        ] {
            let text = format!("{open}\na {{{{ b }}}}\n\n/comment endcomment{close}c");
            let n_lines = text.matches('\n').count();
            let expected = format!("{}c", "\n".repeat(n_lines));
            check(&text, &expected, &["1: comments are left out"]);
        }
        check("{% comment %}a", "a", &["1: template code is left out"]);
        check(
            "{{/* a */ -}}\n\nb\n\n{{/* c */}}",
            "\n\nb\n\n",
            &["1: comments are left out, here and in 1 more place"],
        );
        check("{{/* a }} b", " b", &["1: template code is left out"]);
        check("100 %% more", "100 %% more", &[]);
        let unclosed = "2: the comment that begins here has no end, so all behind it is left out";
        check("a\nb <!-- c\n\nd -- >", "a\nb \n\n", &[unclosed]);
        check(
            "a <!--> b <!---> c <!-- d --!> e",
            "a  b  c  e",
            &["1: comments are left out, here and in 2 more places"],
        );
        check("a \\<!-- b `<!-- c`", "a \\<!-- b `<!-- c`", &[]);
    }

    #[test]
    fn comments_over_lines() {
        check("a\n%%\nb\n\nc\n%%\nd", "a\n\n\n\n\n\nd", &["2: comments are left out"]);
        check(
            "%% a\nb %%c\n- %%\n  d\n  %% e",
            "\nc\n- \n\n e",
            &["1: comments are left out, here and in 1 more place"],
        );
        check("a\n%%\nb\n", "a\n%%\nb\n", &[]);
        check("1 %% a\n2 %% b", "1 %% a\n2 %% b", &[]);
        check("%%%%\na\n%%%%", "%%%%\na\n%%%%", &[]);
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
    fn html() {
        let check = |is_template: bool, html: &str, expected: &str, warnings: &[&str]| {
            let mut diagnostics = Diagnostics::on(Path::new("a.html"));
            assert_eq!(cleaned_html(html, 1, is_template, &mut diagnostics), expected);
            check_warnings(&diagnostics, warnings);
        };
        let page = "<p>{{ a }}b{# c #}</p>\n{% if d %}<p>e</p>{% endif %}";
        let code = "1: template code is left out, here and in 2 more places";
        check(true, page, "<p>b</p>\n<p>e</p>", &["1: comments are left out", code]);
        check(false, page, page, &[]);
        let script = "<SCRIPT>a = '<!--' + {{b}}</script>c {.d} ==e== <!-- {{ f }} -->";
        check(true, script, script, &[]);
        let unclosed = "2: the comment that begins here has no end, so all behind it is left out";
        check(false, "a\n<!-- b\n<p>c", "a\n\n", &[unclosed]);
        check(true, "<script>{{ a }}", "<script>", &["1: template code is left out"]);
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

    #[test]
    fn notes() {
        check(
            "[[A b]] [[c/D#E|f]] [[G#H]] ![[i.pdf]] ==j== ^k-1",
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
        check(
            "![[a b.png]] ![[c.JPG|300]] ![[d/e.webp|The bridge]]\n2 ^ 3, 2^3 ^",
            "![](<a b.png>) ![](<c.JPG>) ![The bridge](<d/e.webp>)\n2 ^ 3, 2^3 ^",
            &[],
        );
        check(
            "a    {% b %} ^c\n{% d %}",
            "a\n",
            &["1: template code is left out, here and in 1 more place"],
        );
        check("> [!note]- Of it\n> a", "> #### Of it\n> a", &["1: template code is left out"]);
        check(
            ":::tip[Of it]\n\na\n\n:::",
            "#### Of it\n\na\n\n",
            &["1: template code is left out, here and in 1 more place"],
        );
    }

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
