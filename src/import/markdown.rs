//! [`Markdown`]: a tree of HTML as the Markdown that a dossier's articles are written in.
//!
//! Blocks are a line each, because the reader joins lines anyway. Text is escaped, so that it is read as
//! it stands; emphasis is left out where its asterisks would be read as such. Two things that a
//! browser shows without their being text are written out: the quotation marks of `<q>` and the numbers of
//! lists.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::rc::Rc;

use dom_query::NodeRef;
use iri_string::format::ToDedicatedString;
use iri_string::types::{IriAbsoluteStr, IriReferenceStr};

use crate::escape::at_head_of_line;
use crate::web_url::is_web_url;

/// What is not shown, or no text: with all that is in it.
const SKIPPED: [&str; 25] = [
    "audio", "button", "canvas", "datalist", "dialog", "embed", "frame", "frameset", "head",
    "iframe", "input", "map", "math", "meter", "noscript", "object", "progress", "script",
    "select", "style", "svg", "template", "textarea", "title", "video",
];

/// What begins and ends a block, beside the elements that the writer knows by name.
const BLOCKS: [&str; 34] = [
    "address", "article", "aside", "body", "caption", "center", "dd", "details", "dir", "div",
    "dl", "dt", "fieldset", "figure", "footer", "form", "header", "hgroup", "hr", "html", "legend",
    "main", "menu", "nav", "p", "pre", "search", "section", "summary", "table", "tbody", "tfoot",
    "thead", "optgroup",
];

/// Markdown, and what did not become part of it.
#[derive(Debug, Default)]
pub struct Markdown {
    /// Blocks with an empty line between them, without one at either end.
    pub text: String,
    /// How many images there were that it does not name.
    pub n_images: usize,
    /// The names of other elements that it does not have, each once.
    pub left_out: BTreeSet<String>,
}

/// What becomes of images.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Images {
    /// They are counted.
    #[default]
    Counted,
    /// Those with a path for an address, which lie beside the page, are named, each behind the block in which it
    /// stands. The others are counted.
    Named,
}

impl Markdown {
    /// What is below `node`. Relative links count from `base`; without one they are words alone.
    pub fn below(node: &NodeRef<'_>, base: Option<&str>, images: Images) -> Self {
        let mut writer = Writer { base, images, ..Writer::default() };
        writer.children(node);
        writer.end_block();
        writer.markdown
    }
}

/// Plain text as Markdown: a paragraph for all lines up to an empty one; for each line, where there is no
/// empty one.
pub fn from_plain_text(text: &str) -> String {
    let text = text.trim_ascii().replace("\r\n", "\n").replace('\r', "\n");
    let mut writer = Writer::default();
    let has_empty_lines = text.lines().any(|line| line.trim().is_empty());
    for line in text.lines() {
        if line.trim().is_empty() || !has_empty_lines {
            writer.end_block();
        }
        writer.text(line);
        writer.text(" ");
    }
    writer.end_block();
    writer.markdown.text
}

/// Text of one line as Markdown that reads as it.
pub fn escaped(text: &str) -> String {
    let mut writer = Writer::default();
    writer.text(text);
    writer.end_block();
    writer.markdown.text
}

#[derive(Default)]
struct Writer<'b> {
    markdown: Markdown,
    base: Option<&'b str>,
    images: Images,
    /// The images of the open block, as Markdown names them.
    named: Vec<String>,
    /// Block quotes and list items around the place, outermost first.
    containers: Vec<Container>,
    /// The containers of the block that was written last.
    containers_before: Vec<u32>,
    n_containers: u32,
    /// What the open block is.
    kind: BlockKind,
    /// Its text so far, in stretches with the same marks; white space is collapsed.
    runs: Vec<Run>,
    marks: Marks,
    /// How many `<q>` are open.
    n_quotes: usize,
    /// A line break that another one makes the end of a block.
    is_broken: bool,
}

#[derive(Clone)]
struct Container {
    /// Tells apart two lists that follow each other.
    id: u32,
    /// What begins its first line, and its other lines.
    first: String,
    others: String,
}

#[derive(Default, Clone, Copy, PartialEq)]
enum BlockKind {
    #[default]
    Paragraph,
    Heading(usize),
    Caption,
}

#[derive(Default, Clone, PartialEq)]
struct Marks {
    is_emphasis: bool,
    is_strong: bool,
    link: Option<Rc<str>>,
}

struct Run {
    text: String,
    marks: Marks,
}

impl Writer<'_> {
    fn children(&mut self, node: &NodeRef<'_>) {
        for child in node.children_it(false) {
            if child.is_text() {
                self.text(&child.text());
            } else if child.is_element() {
                self.element(&child);
            }
        }
    }

    fn element(&mut self, node: &NodeRef<'_>) {
        let Some(name) = node.node_name() else { return };
        let name = name.as_ref();
        if SKIPPED.contains(&name) {
            self.markdown.left_out.insert(name.to_owned());
            return;
        }
        if node.has_attr("hidden") {
            return;
        }
        match name {
            "img" => self.image(node),
            "br" => self.line_break(),
            "em" | "i" | "cite" | "dfn" | "var" => {
                self.marked(node, |marks| marks.is_emphasis = true);
            }
            "strong" | "b" => self.marked(node, |marks| marks.is_strong = true),
            "a" => {
                let link = node.attr("href").and_then(|href| whole_address(&href, self.base));
                self.marked(node, |marks| marks.link = link.map(Rc::from));
            }
            "q" => self.quoted(node),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                // The first level is the headline's.
                let level = usize::from(name.as_bytes()[1] - b'0').max(2);
                self.block(node, BlockKind::Heading(level));
            }
            "figcaption" => self.block(node, BlockKind::Caption),
            "blockquote" => {
                self.within("> ".to_owned(), "> ".to_owned(), |writer| writer.children(node));
            }
            "ul" | "ol" => self.list(node, name == "ol"),
            "li" => self.item(node, "- ".to_owned()),
            "tr" => self.row(node),
            _ if BLOCKS.contains(&name) => self.block(node, BlockKind::Paragraph),
            _ => self.children(node),
        }
    }

    fn image(&mut self, node: &NodeRef<'_>) {
        let is_path = |address: &str| {
            !address.is_empty()
                && !address.starts_with("//")
                && !address.contains([':', '\\', '<', '>', '\n'])
        };
        // Pages that load images late have the address elsewhere at first.
        let addresses = ["src", "data-src"].into_iter().filter_map(|name| node.attr(name));
        let path = addresses.map(|address| address.trim().to_owned()).find(|path| is_path(path));
        match path {
            Some(path) if self.images == Images::Named && self.containers.is_empty() => {
                let alt = node.attr("alt").unwrap_or_default();
                self.named.push(format!("![{}](<{path}>)", escaped(&alt)));
            }
            _ => self.markdown.n_images += 1,
        }
    }

    /// A block of a kind; blocks inside a paragraph's element are blocks of their own.
    fn block(&mut self, node: &NodeRef<'_>, kind: BlockKind) {
        self.end_block();
        self.kind = kind;
        self.children(node);
        self.end_block();
        self.kind = BlockKind::Paragraph;
    }

    fn marked(&mut self, node: &NodeRef<'_>, mark: impl FnOnce(&mut Marks)) {
        let before = self.marks.clone();
        mark(&mut self.marks);
        self.children(node);
        self.marks = before;
    }

    fn quoted(&mut self, node: &NodeRef<'_>) {
        let is_inner = self.n_quotes % 2 == 1;
        self.text(if is_inner { "‘" } else { "“" });
        self.n_quotes += 1;
        self.children(node);
        self.n_quotes -= 1;
        self.text(if is_inner { "’" } else { "”" });
    }

    fn list(&mut self, node: &NodeRef<'_>, is_numbered: bool) {
        self.end_block();
        let mut number: u32 = match node.attr("start") {
            Some(start) => start.trim().parse().unwrap_or(1),
            None => 1,
        };
        for child in node.children_it(false) {
            let is_item = child.node_name().is_some_and(|name| name.as_ref() == "li");
            if is_item && is_numbered {
                // More digits are no number of a list in Markdown.
                self.item(&child, format!("{}. ", number.min(999_999_999)));
                number = number.saturating_add(1);
            } else if child.is_text() {
                self.text(&child.text());
            } else if child.is_element() {
                self.element(&child);
            }
        }
        self.end_block();
    }

    fn item(&mut self, node: &NodeRef<'_>, marker: String) {
        let indent = " ".repeat(marker.len());
        self.within(marker, indent, |writer| writer.children(node));
    }

    fn within(&mut self, first: String, others: String, write: impl FnOnce(&mut Self)) {
        self.end_block();
        self.n_containers += 1;
        self.containers.push(Container { id: self.n_containers, first, others });
        write(self);
        self.end_block();
        self.containers.pop();
    }

    /// A row of a table is a paragraph with its cells side by side; one whose cells hold blocks lays out a
    /// page, and they stay blocks.
    fn row(&mut self, node: &NodeRef<'_>) {
        let is_block = |node: &NodeRef<'_>| {
            node.node_name().is_some_and(|name| {
                let others = ["blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "ol", "tr", "ul"];
                BLOCKS.contains(&name.as_ref()) || others.contains(&name.as_ref())
            })
        };
        let is_space = |node: &NodeRef<'_>| node.is_text() && node.text().trim().is_empty();
        let cells = node.children_it(false).filter(NodeRef::is_element);
        let cells: Vec<(NodeRef<'_>, Vec<NodeRef<'_>>)> = cells
            .map(|cell| (cell, cell.children_it(false).filter(|node| !is_space(node)).collect()))
            .collect();
        let is_layout =
            cells.iter().any(|(_, parts)| parts.len() > 1 && parts.iter().any(is_block));
        self.end_block();
        for (cell, parts) in &cells {
            if is_layout {
                self.end_block();
            } else if !self.is_empty() {
                self.text(" | ");
            }
            match parts.as_slice() {
                [only] if !is_layout && is_block(only) => self.children(only),
                _ => self.children(cell),
            }
        }
        self.end_block();
    }

    fn line_break(&mut self) {
        if self.is_broken && self.kind == BlockKind::Paragraph {
            self.end_block();
        } else {
            self.text(" ");
            self.is_broken = true;
        }
    }

    fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    /// Adds words to the open block. White space at its start and runs of it are nothing and one space.
    fn text(&mut self, text: &str) {
        for character in text.chars() {
            let is_space = character.is_ascii_whitespace();
            if !is_space && character.is_control() {
                continue;
            }
            let ends_in_space = self.runs.last().is_none_or(|run| run.text.ends_with(' '));
            if is_space && ends_in_space {
                continue;
            }
            self.is_broken &= is_space;
            match self.runs.last_mut() {
                Some(run) if run.marks == self.marks => {
                    run.text.push(if is_space { ' ' } else { character });
                }
                _ => {
                    let text = if is_space { ' ' } else { character }.to_string();
                    self.runs.push(Run { text, marks: self.marks.clone() });
                }
            }
        }
    }

    /// Writes the open block, if it has words, and then its images.
    fn end_block(&mut self) {
        self.end_words();
        for image in std::mem::take(&mut self.named) {
            let text = &mut self.markdown.text;
            text.push_str(if text.is_empty() { "" } else { "\n\n" });
            text.push_str(&image);
            self.containers_before.clear();
        }
    }

    fn end_words(&mut self) {
        self.is_broken = false;
        let runs = std::mem::take(&mut self.runs);
        let has_words = runs.iter().any(|run| !run.text.trim_matches(' ').is_empty());
        if !has_words {
            return;
        }
        let words = inline(&runs);
        let words = at_head_of_line(words.trim_matches(' '));
        let text = &mut self.markdown.text;
        if !text.is_empty() {
            text.push('\n');
            let is_same = |(container, id): &(&Container, &u32)| container.id == **id;
            let common = self.containers.iter().zip(&self.containers_before).take_while(is_same);
            let prefix: String = common.map(|(container, _)| container.others.as_str()).collect();
            text.push_str(prefix.trim_end());
            text.push('\n');
        }
        for (idx, container) in self.containers.iter().enumerate() {
            let is_open = self.containers_before.get(idx) == Some(&container.id);
            text.push_str(if is_open { &container.others } else { &container.first });
        }
        self.containers_before = self.containers.iter().map(|container| container.id).collect();
        let _ = match self.kind {
            BlockKind::Paragraph => write!(text, "{words}"),
            BlockKind::Heading(level) => {
                write!(text, "{} {}", "#".repeat(level), without_closing(&words))
            }
            BlockKind::Caption => write!(text, "<figcaption>{words}</figcaption>"),
        };
    }
}

/// Where a link leads, as a whole web address.
pub fn whole_address(href: &str, base: Option<&str>) -> Option<String> {
    let href = href.trim().replace(' ', "%20");
    if href.starts_with('#') {
        return None;
    }
    if is_web_url(&href) {
        return Some(led_to(&href).filter(|url| is_web_url(url)).unwrap_or(href));
    }
    let reference = IriReferenceStr::new(&href).ok()?;
    let base = base?.split('#').next()?;
    let whole = reference.resolve_against(IriAbsoluteStr::new(base).ok()?);
    Some(whole.to_dedicated_string().to_string()).filter(|whole| is_web_url(whole))
}

/// Where a link of Google's leads that only notes who follows it, as its documents and lists of hits have them.
fn led_to(href: &str) -> Option<String> {
    let (_, address) = href.split_once("://")?;
    let parameters = address.strip_prefix("www.google.com/url?")?;
    let fields = parameters.split(['&', ';']).filter_map(|field| field.split_once('='));
    let (_, url) = fields.into_iter().find(|(name, _)| matches!(*name, "q" | "url"))?;
    let url = percent_encoding::percent_decode_str(url).decode_utf8().ok()?;
    Some(url.replace(' ', "%20"))
}

/// The runs as inline Markdown.
fn inline(runs: &[Run]) -> String {
    let mut out = String::new();
    let mut link: Option<&Rc<str>> = None;
    for (idx, run) in runs.iter().enumerate() {
        let next = runs.get(idx + 1);
        let has_words = !run.text.trim_matches(' ').is_empty();
        if run.marks.link.as_ref() != link {
            close_link(&mut out, link);
            let spaces = run.text.len() - run.text.trim_start_matches(' ').len();
            out.push_str(&" ".repeat(spaces));
            link = run.marks.link.as_ref();
            out.push_str(if link.is_some() { "[" } else { "" });
            write_run(&mut out, run.text.trim_start_matches(' '), run, next);
        } else if has_words {
            write_run(&mut out, &run.text, run, next);
        } else {
            out.push_str(&run.text);
        }
    }
    close_link(&mut out, link);
    out
}

/// Ends a link, with the white space before its end behind it; a link without words is none.
fn close_link(out: &mut String, link: Option<&Rc<str>>) {
    let Some(link) = link else { return };
    let words = out.trim_end_matches(' ').len();
    let spaces = out.len() - words;
    out.truncate(words);
    if out.ends_with('[') && !out.ends_with("\\[") {
        out.pop();
    } else {
        let _ = write!(out, "]({})", address(link));
    }
    out.push_str(&" ".repeat(spaces));
}

/// An address as the destination of a link.
fn address(url: &str) -> String {
    let mut address = String::new();
    for (at, character) in url.char_indices() {
        match character {
            '(' => address.push_str("%28"),
            ')' => address.push_str("%29"),
            '&' if is_entity(&url[at..]) => address.push_str("\\&"),
            '\\' => address.push_str("%5C"),
            _ => address.push(character),
        }
    }
    address
}

/// Writes a run with its emphasis, where that can be read as such: the rules for delimiters of CommonMark
/// (6.2) ask for no white space inside, and where punctuation stands inside, for none but punctuation or
/// white space outside.
fn write_run(out: &mut String, text: &str, run: &Run, next: Option<&Run>) {
    let words = text.trim_matches(' ');
    let delimiter = match (run.marks.is_emphasis, run.marks.is_strong) {
        _ if words.is_empty() => "",
        (false, false) => "",
        (true, false) => "*",
        (false, true) => "**",
        (true, true) => "***",
    };
    let start = text.len() - text.trim_start_matches(' ').len();
    let end = text.len() - text.trim_end_matches(' ').len();
    let is_outside = |outside: Option<char>| outside.is_none_or(|c| !c.is_alphanumeric());
    let before = if start > 0 { Some(' ') } else { out.chars().next_back() };
    let behind = match next {
        _ if end > 0 => Some(' '),
        Some(next) if next.marks.link != run.marks.link => Some('['),
        Some(next) if next.marks.is_emphasis || next.marks.is_strong => Some('*'),
        Some(next) => next.text.chars().next(),
        None => None,
    };
    let opens = words.starts_with(char::is_alphanumeric) || is_outside(before);
    let closes = words.ends_with(char::is_alphanumeric) || is_outside(behind);
    // Two rows of asterisks beside each other would be read as one.
    let stands_alone = before != Some('*') && behind != Some('*');
    let delimiter = if opens && closes && stands_alone { delimiter } else { "" };
    out.push_str(&text[..start]);
    out.push_str(delimiter);
    push_escaped(out, words);
    out.push_str(delimiter);
    out.push_str(&text[text.len() - end.min(text.len() - start)..]);
}

/// Adds text with a backslash before what Markdown would read as more than that, or the templates that
/// [`source`](crate::source) takes out.
fn push_escaped(out: &mut String, text: &str) {
    for (at, character) in text.char_indices() {
        let next = text[at + character.len_utf8()..].chars().next();
        let is_read = match character {
            '\\' | '`' | '*' | '[' | ']' | '{' => true,
            '%' | '=' => next == Some(character),
            // Inside a word it is a letter.
            '_' => {
                !(out.ends_with(char::is_alphanumeric) && next.is_some_and(char::is_alphanumeric))
            }
            '<' => next.is_none_or(|next| next.is_ascii_alphabetic() || "/!?".contains(next)),
            '&' => next.is_none() || is_entity(&text[at..]),
            _ => false,
        };
        if is_read {
            out.push('\\');
        }
        out.push(character);
    }
}

/// Whether a text that begins with an ampersand may begin with the name or number of a character.
fn is_entity(text: &str) -> bool {
    // No name is longer; to look on in a text of ampersands would take the square of its length.
    let name = text
        .bytes()
        .skip(1)
        .take(40)
        .take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#');
    let n_bytes = name.count();
    n_bytes > 0 && text.as_bytes().get(1 + n_bytes) == Some(&b';')
}

/// The words of a heading, whose last number signs are words too. One behind a backslash closes nothing.
fn without_closing(words: &str) -> String {
    match words.strip_suffix('#').filter(|start| !start.ends_with('\\')) {
        Some(start) => format!("{start}\\#"),
        None => words.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser};

    use super::super::tree;
    use super::*;

    fn markdown(html: &str) -> String {
        let base = Some("https://a.example/b/c");
        Markdown::below(&tree::fragment(html).unwrap().root(), base, Images::Counted).text
    }

    #[track_caller]
    fn check(html: &str, expected: &str) {
        assert_eq!(markdown(html), expected);
    }

    /// The words as a reader of Markdown finds them.
    fn words(markdown: &str) -> String {
        let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
        let mut words = String::new();
        for event in Parser::new_ext(markdown, options) {
            match event {
                Event::Text(text) => words.push_str(&text),
                Event::Html(html) => {
                    let caption = html.trim().strip_prefix("<figcaption>").unwrap();
                    words += &self::words(caption.strip_suffix("</figcaption>").unwrap());
                }
                Event::Code(other) | Event::InlineHtml(other) => panic!("{other}"),
                Event::SoftBreak | Event::HardBreak | Event::End(_) => words.push(' '),
                _ => {}
            }
        }
        words.split_ascii_whitespace().collect()
    }

    #[test]
    fn blocks() {
        check("<p>a<p>b\n c<div>d<div>e</div>f</div>g", "a\n\nb c\n\nd\n\ne\n\nf\n\ng");
        check("<h1>a</h1><h3>b #</h3>", "## a\n\n### b \\#");
        check("<h2>#</h2>", "## \\#");
        check("<blockquote>a<p>b</p></blockquote><blockquote>c</blockquote>", "> a\n>\n> b\n\n> c");
        check(
            "<ul><li>a<li><p>b</p><p>c</p><ol start=9><li>d<li>e</ol></ul>",
            "- a\n\n- b\n\n  c\n\n  9. d\n\n  10. e",
        );
        check(
            "<figure><img src=a><figcaption>A <i>b</i></figcaption></figure>",
            "<figcaption>A *b*</figcaption>",
        );
        check("a<br>b<br/> <br>c<hr>d", "a b\n\nc\n\nd");
        check("<dl><dt>a<dd>b</dl><pre>c\n d</pre>", "a\n\nb\n\nc d");
    }

    #[test]
    fn a_row_is_a_paragraph_and_a_layout_is_none() {
        check("<table><tr><th>a<th><p>b</p><tr><td>c<td>d</table>", "a | b\n\nc | d");
        check("<table><tr><td><p>a</p><p>b</p><td>c</table>", "a\n\nb\n\nc");
    }

    #[test]
    fn inline_marks() {
        check("a <em>b </em>c<strong><i> d</i></strong>", "a *b* c ***d***");
        check("a<i>b</i>c <i>“d”</i>e <b>f</b><i>g</i>", "a*b*c “d”e f*g*");
        check("<a href=/d?e=(1)>f <b>g</b> </a>h", "[f **g**](https://a.example/d?e=%281%29) h");
        check("<a href=#x>a</a><a href='javascript:b()'>b</a><a href=/c><img></a>", "ab");
        check("<q>a <q>b</q></q>", "“a ‘b’”");
        let google = "https://www.google.com/url";
        for (query, expected) in [
            ("?q=https://b.example/c&amp;sa=D", "https://b.example/c"),
            ("?sa=t&url=https%3A%2F%2Fb.example%2Fc%3Fd%3De", "https://b.example/c?d=e"),
            ("?q=javascript:b()", "https://www.google.com/url?q=javascript:b%28%29"),
            ("?sa=D", "https://www.google.com/url?sa=D"),
        ] {
            check(&format!("<a href='{google}{query}'>a</a>"), &format!("[a]({expected})"));
        }
    }

    #[test]
    fn what_is_not_shown_is_left_out() {
        check("a<script>b</script><style>c</style><!-- d --><iframe>e</iframe><p hidden>f", "a");
        check("a<template>b</template><textarea>c</textarea><img alt=d>\u{0}\u{7}", "a");
    }

    #[test]
    fn text_is_read_as_it_stands() {
        for (text, expected) in [
            ("1. a", "1\\. a"),
            ("- a", "\\- a"),
            ("# a", "\\# a"),
            ("*a* _b_ c_d [e](f) `g`", "\\*a\\* \\_b\\_ c_d \\[e\\](f) \\`g\\`"),
            ("5 < 6 <b> AT&T &amp;", "5 < 6 \\<b> AT&T \\&amp;"),
        ] {
            assert_eq!(escaped(text), expected);
        }
    }

    #[test]
    fn plain_text_has_its_paragraphs() {
        assert_eq!(from_plain_text("a\r\nb\r\n\r\n\r\nc\n"), "a b\n\nc");
        assert_eq!(from_plain_text("a\nb"), "a\n\nb");
    }

    proptest! {
        #[test]
        fn no_word_is_lost_or_added(text in "[ -~é“”\u{a0}]{0,60}") {
            prop_assert_eq!(words(&escaped(&text)), text.split_ascii_whitespace().collect::<String>());
        }

        #[test]
        fn whatever_stands_around_words_they_stay(html in HTML) {
            let tree = tree::fragment(&html).unwrap();
            let expected: String = tree.root().text().split_ascii_whitespace().collect();
            let markdown = Markdown::below(&tree.root(), Some("https://a.example/"), Images::Named);
            // Numbers and bars are added; nothing else is.
            let found = words(&markdown.text).replace('|', "");
            prop_assert_eq!(found, expected.replace('|', ""), "{}", markdown.text);
        }
    }

    /// HTML of all the elements that have a form in Markdown, in no order.
    const HTML: &str = "([a-z ]{1,3}|[*_\\-#>.1)\\[\\]`~]|&lt;|&amp;|“|<p>|</p>|<i>|</i>|<b>|</b>|<a href=/b>|</a>|\
        <ul>|<li>|</ul>|<ol>|</ol>|<blockquote>|</blockquote>|<h2>|</h2>|<br>|<figcaption>|</figcaption>|\
        <table><tr><td>|<td>|</table>|<div>|</div>){0,24}";
}
