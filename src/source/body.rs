//! An article's body: CommonMark to blocks of text with emphasis and links.
//!
//! No word and no punctuation is changed. Lines of one paragraph are joined by a space, and white
//! space is collapsed as a browser would. HTML becomes the Markdown that says the same
//! ([`crate::import::html`]). What the reader has no form for is named in a warning:
//!
//! | Markdown | is shown as |
//! |---|---|
//! | a heading `#` at the head of an article without a title, or with the same | its title |
//! | the only heading `#` of an article without a title, with text above and below it | its title; the text above stays |
//! | `<figcaption>…</figcaption>` alone on its lines | a caption, without a warning |
//! | `<script>`, `<style>`, `<iframe>` and the like | nothing |
//! | a table | a paragraph a row, with a bar between its cells |
//! | a picture of the folder, alone in its paragraph | a figure, which is none of the text |
//! | any other image | nothing; its alternative text was not said by anybody |
//! | a footnote | a paragraph where it is defined; its mark in the text is nothing |
//! | `<words>` that are no tag of HTML | the same, as text |
//! | HTML with `markdown="1"` | the Markdown in it |
//! | the box of a task, `[ ]` or `[x]` | nothing |
//! | code | running text |
//! | a link to anything but a web address | the words without the link |
//! | a title of a link or image, a line across, a link definition without a link | nothing |
//!
//! The number of a list item ("1.") is kept as text, because a sentence may begin with one.

use std::collections::BTreeSet;

use crate::article::{Article, Figure, Markup, MarkupKind, Paragraph, ParagraphKind, Picture};
use crate::span::Span;
use percent_encoding::percent_decode_str;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::picture::PictureFormat;
use super::tags::{Tags, with_markdown};
use super::template::paragraph_of;
use crate::diagnostics::Diagnostics;
use crate::import::{Markdown, html};

use crate::slug::slug;
use crate::web_url::is_web_url;

/// Reads a body of Markdown, whose first line has number `first_line`, into an article of text,
/// paragraphs, markup and figures alone; the files of figures are paths in the folder, and each has its line.
/// `title` is one line.
pub fn read(
    markdown: &str,
    first_line: u32,
    title: Option<&str>,
    diagnostics: &mut Diagnostics,
) -> (Article<'static>, Vec<u32>) {
    let mut reader = Reader::new(title.unwrap_or_default(), diagnostics);
    reader.first_line = first_line;
    reader.line_ends = markdown.match_indices('\n').map(|(byte, _)| byte).collect();
    reader.tags = Tags::of(markdown);
    reader.blocks(markdown);
    reader.warn_of_footnotes();
    let Reader { mut article, first_headings, figure_lines, .. } = reader;
    let heading = match first_headings.as_slice() {
        [1, ..] => Some(1),
        // Further down only one without its like is the title, and only of what stands below it.
        [only] if only + 1 < article.paragraphs.len() => Some(*only),
        _ => None,
    };
    if let Some(number) = heading.filter(|_| title.is_none()) {
        make_headline(&mut article, number);
    }
    article.markup.sort_by_key(|markup| markup.span);
    (article, figure_lines)
}

/// Makes a paragraph the headline of an article that has none.
fn make_headline(article: &mut Article<'static>, number: usize) {
    let heading = article.paragraphs.remove(number).span;
    let (start, end) = (heading.start as usize, heading.end as usize);
    let text = article.text.as_ref();
    // What stood above it comes behind it.
    let above = text[..start].trim_end_matches('\n');
    let gap = if above.is_empty() { "" } else { "\n" };
    article.text = [&text[start..end], gap, above, &text[end..]].concat().into();
    let n_moved = heading.end - heading.start + gap.len() as u32;
    article.markup.retain(|markup| !heading.contains(markup.span));
    let spans = article.paragraphs[1..number].iter_mut().map(|paragraph| &mut paragraph.span);
    let marked = article.markup.iter_mut().map(|markup| &mut markup.span);
    for span in spans.chain(marked.filter(|span| span.end <= heading.start)) {
        *span = Span::new(span.start + n_moved, span.end + n_moved);
    }
    article.paragraphs[0].span = Span::new(0, heading.end - heading.start);
    for figure in article.figures.iter_mut().filter(|figure| figure.after as usize >= number) {
        figure.after -= 1;
    }
}

/// Words with single spaces between them, where there are any.
fn words(text: &str) -> Option<String> {
    let words = text.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    (!words.is_empty()).then_some(words)
}

/// Reads a body of running text, in paragraphs as [`Article::from_plain_text`] finds them. Where no title is
/// stated, it is the first line, if an empty one follows and it is none of a sentence.
pub fn read_plain(
    text: &str,
    title: Option<&str>,
    diagnostics: &mut Diagnostics,
) -> Article<'static> {
    let text = text.trim_start_matches('\n');
    let (first, rest) = text.split_once("\n\n").unwrap_or(("", text));
    let is_title = title.is_none()
        && first.chars().count() <= LONGEST_TITLE
        && !first.contains('\n')
        && !first.trim_end().ends_with(['.', ',', ';', ':', '”', '"'])
        && !rest.trim().is_empty();
    let title = if is_title { first.trim() } else { title.unwrap_or_default() };
    let body = Article::from_plain_text(if is_title { rest } else { text });
    let mut reader = Reader::new(title, diagnostics);
    for number in 1..body.paragraphs.len() {
        reader.push(body.paragraph_text(number));
        reader.close();
    }
    reader.article
}

/// An element amid a paragraph that is longer, in bytes, is none whose words are no text.
const LONGEST_ELEMENT: usize = 10_000;

/// HTML that is found in HTML deeper than that is text.
const MAX_HTML_DEPTH: u32 = 8;

/// A longer first line of running text, in characters, is no title.
const LONGEST_TITLE: usize = 160;

struct Reader<'n> {
    article: Article<'static>,
    diagnostics: &'n mut Diagnostics,
    /// Bytes of the body's newlines, and the number of its first line.
    line_ends: Vec<usize>,
    first_line: u32,
    /// The tags of the body.
    tags: Tags,
    /// The line of the HTML that is being read as Markdown; a caption's is [`Reader::caption`] as well.
    html_line: Option<u32>,
    /// How often HTML was found in what HTML became.
    html_depth: u32,
    /// Whether the body begins with a heading that may be the article's title; unset before it is known, and
    /// false once that heading is left out.
    title_at_head: Option<bool>,
    /// The element of HTML whose words are not shown, while it is open.
    hidden: Option<String>,
    /// The line of the caption being read.
    caption: Option<u32>,
    /// Lists (whether numbered) and block quotes around the place, outermost first.
    containers: Vec<Container>,
    in_heading: bool,
    /// Whether that heading is of the first level and in no list or block quote.
    in_first_heading: bool,
    /// The numbers of such paragraphs.
    first_headings: Vec<usize>,
    /// The source of the open paragraph, where it begins as an image does.
    image_paragraph: String,
    /// The figure whose alternative text is being read.
    figure: Option<Figure>,
    figure_lines: Vec<u32>,
    /// Where footnotes are defined.
    footnote_lines: Vec<u32>,
    /// Bars between cells of a table that are written when a word follows.
    n_bars: usize,
    /// Where the last cell of a row ends in the Markdown that is being read.
    cell_end: usize,
    /// Whether cells are being read that belong to the open row of a table.
    is_in_row: bool,
    /// How many images that are no figures are open, one within the other.
    n_images: u32,
    /// Raw HTML as far as it has been read.
    html: String,
    /// Where the open block begins in the text.
    block: Option<u32>,
    /// What the next block begins with: the number of an item.
    marker: String,
    /// White space that is written when a word follows.
    space: bool,
    /// Emphasis and links that are open, outermost first.
    open: Vec<Open>,
}

/// Emphasis or a link that is being read.
struct Open {
    /// Where it begins; unset until a word follows.
    start: Option<u32>,
    /// `None` where the words stay alone.
    kind: Option<MarkupKind>,
    /// The element of HTML that opened it, if that did.
    element: Option<String>,
}

#[derive(Clone, Copy, PartialEq)]
enum Container {
    Quote,
    List { numbered: bool },
}

impl<'n> Reader<'n> {
    /// Nothing yet below a headline, which is one line or empty.
    fn new(headline: &str, diagnostics: &'n mut Diagnostics) -> Self {
        let span = Span::from_range(0..headline.len());
        let article = Article {
            text: headline.to_owned().into(),
            paragraphs: vec![Paragraph { span, kind: ParagraphKind::Headline }],
            ..Article::default()
        };
        Self {
            article,
            diagnostics,
            line_ends: Vec::new(),
            first_line: 1,
            tags: Tags::default(),
            html_line: None,
            html_depth: 0,
            title_at_head: None,
            hidden: None,
            caption: None,
            containers: Vec::new(),
            in_heading: false,
            in_first_heading: false,
            first_headings: Vec::new(),
            image_paragraph: String::new(),
            figure: None,
            figure_lines: Vec::new(),
            footnote_lines: Vec::new(),
            n_bars: 0,
            cell_end: 0,
            is_in_row: false,
            n_images: 0,
            html: String::new(),
            block: None,
            marker: String::new(),
            space: false,
            open: Vec::new(),
        }
    }

    fn blocks(&mut self, markdown: &str) {
        let options =
            Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_TASKLISTS;
        let events = Parser::new_ext(markdown, options).into_offset_iter();
        let mut definitions: Vec<_> = events
            .reference_definitions()
            .iter()
            .map(|(label, definition)| (definition.span.start, label.to_lowercase()))
            .collect();
        definitions.sort();
        let mut labels_used = BTreeSet::new();
        for (event, range) in events {
            let line = self.line(range.start);
            if let Event::Start(Tag::Link { id, .. } | Tag::Image { id, .. }) = &event {
                labels_used.insert(id.to_lowercase());
            }
            match event {
                Event::End(TagEnd::TableCell) => self.end_cell(range.end),
                Event::End(TagEnd::TableHead) if self.is_in_row => {}
                Event::End(tag @ TagEnd::TableRow) => {
                    let cell_end = self.cell_end.max(range.start);
                    self.cells_without_column(&markdown[cell_end..range.end.max(cell_end)], line);
                    self.end(tag, line);
                }
                // The alternative text of an image was not said by anybody.
                Event::End(TagEnd::Image) if self.n_images > 0 => self.n_images -= 1,
                _ if self.n_images > 0 && !is_image(&event) => {}
                Event::Start(tag) => self.start(tag, &markdown[range], line),
                Event::End(tag) => self.end(tag, line),
                Event::Text(text) => self.push(&text),
                Event::Code(text) => {
                    self.diagnostics.warning(
                        line,
                        "code is shown as running text",
                        "take out the backticks",
                    );
                    self.push(&text);
                }
                Event::SoftBreak | Event::HardBreak if self.figure.is_some() => self.push(" "),
                Event::SoftBreak | Event::HardBreak => self.space = self.block.is_some(),
                Event::Html(html) => self.html.push_str(&html),
                Event::InlineHtml(tag) => {
                    let rest = &markdown[range.end..];
                    let rest = &rest[..rest.floor_char_boundary(LONGEST_ELEMENT)];
                    self.inline_html(&tag, paragraph_of(rest), line);
                }
                // Amid words it would part a quotation from who says it.
                Event::FootnoteReference(_) => {}
                Event::Rule => {
                    self.diagnostics.warning(
                        line,
                        "a line across is not shown",
                        "use a heading instead",
                    );
                }
                // The box of a task, which is no word.
                Event::TaskListMarker(_) => {}
                // Only with options that are off.
                Event::InlineMath(_) | Event::DisplayMath(_) => {}
            }
        }
        for (start, label) in definitions {
            if !labels_used.contains(&label) {
                let what = format!("the definition of the link “{label}” is not shown");
                let remedy = "no link in the text names it; write a backslash before its bracket \
                              if it is text";
                self.diagnostics.warning(self.line(start), what, remedy);
            }
        }
    }

    fn start(&mut self, tag: Tag<'_>, source: &str, line: u32) {
        match tag {
            Tag::Paragraph => {
                let source = source.trim();
                self.image_paragraph.clear();
                if source.starts_with("![") && self.containers.is_empty() && self.caption.is_none()
                {
                    self.image_paragraph.push_str(source);
                }
            }
            Tag::Image { dest_url, title, .. } if self.is_figure(&dest_url, source) => {
                let path = percent_decode_str(&dest_url).decode_utf8_lossy();
                let file = path.strip_prefix("./").unwrap_or(&path).to_owned();
                self.figure = Some(Figure {
                    after: self.article.paragraphs.len() as u32 - 1,
                    picture: Picture { file, size: None },
                    alt: String::new(),
                    caption: words(&title),
                });
                self.figure_lines.push(line);
            }
            Tag::Heading { level, .. } => {
                self.in_heading = true;
                self.in_first_heading = level == HeadingLevel::H1 && self.containers.is_empty();
                if self.in_first_heading && self.article.paragraphs.len() == 1 {
                    self.title_at_head.get_or_insert(true);
                }
            }
            Tag::BlockQuote(_) => self.enter(Container::Quote),
            Tag::List(first) => self.enter(Container::List { numbered: first.is_some() }),
            Tag::Item if self.containers.last() == Some(&Container::List { numbered: true }) => {
                // Behind a table an item begins with the spaces before its number.
                let source = source.trim_start();
                let digits = source.bytes().take_while(u8::is_ascii_digit).count();
                self.marker.push_str(source.get(..=digits).unwrap_or_default());
            }
            // Behind the fence stands for whom the lines are, such as `js title="…"`, which nobody said.
            Tag::CodeBlock(_) => {
                let what = "indented or fenced lines are shown as running text";
                self.diagnostics.warning(line, what, "take out the indent or the fence");
            }
            Tag::Table(_) if !self.is_in_row => {
                let what = "a table is shown as a paragraph a row";
                self.diagnostics.warning(line, what, "write it as sentences or a list");
            }
            Tag::TableCell => {
                self.image_paragraph.clear();
                self.n_bars += usize::from(self.block.is_some());
            }
            Tag::FootnoteDefinition(_) => self.footnote_lines.push(line),
            Tag::Emphasis => self.open(Some(MarkupKind::Emphasis), None),
            Tag::Strong => self.open(Some(MarkupKind::Strong), None),
            Tag::Link { dest_url, title, .. } => {
                self.warn_title(&title, line);
                let link = self.link(&dest_url, line);
                self.open(link, None);
            }
            Tag::Image { .. } => {
                self.warn_of_image(line);
                self.n_images += 1;
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, line: u32) {
        match tag {
            TagEnd::Image => {
                let Some(figure) = self.figure.take() else { return };
                let alt = words(&figure.alt).unwrap_or_default();
                if alt.is_empty() {
                    let what = "the picture does not say what it shows to those who do not see it";
                    self.diagnostics.warning(line, what, "write that in words: ![words](file)");
                }
                self.article.figures.push(Figure { alt, ..figure });
            }
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link => {
                while let Some(open) = self.open.pop() {
                    // What HTML opened within it ends with it.
                    let is_of_html = open.element.is_some();
                    self.mark(open);
                    if !is_of_html {
                        break;
                    }
                }
            }
            TagEnd::Table => {}
            TagEnd::HtmlBlock => self.html_block(line),
            TagEnd::Item | TagEnd::FootnoteDefinition => {
                // A number without words is still text.
                let marker = std::mem::take(&mut self.marker);
                self.push(&marker);
                self.close();
            }
            TagEnd::BlockQuote(_) | TagEnd::List(_) => {
                self.close();
                self.containers.pop();
            }
            _ => {
                self.close();
                self.in_heading = false;
                self.in_first_heading = false;
            }
        }
    }

    /// Ends a cell of a table, and with it what HTML opened within it.
    fn end_cell(&mut self, end: usize) {
        self.cell_end = end;
        self.end_html();
        self.space = false;
    }

    /// Reads the cells of a row that the first row has no columns for, which Markdown drops: each as a table of its own,
    /// because that is where a cell can stand.
    fn cells_without_column(&mut self, cells: &str, line: u32) {
        let outer = self.html_line;
        self.html_line = outer.or(Some(line));
        self.is_in_row = true;
        for cell in cells_of(cells) {
            self.blocks(&format!("|{cell}|\n|-|"));
        }
        self.is_in_row = false;
        self.html_line = outer;
    }

    /// Whether an image is a picture of the folder, and alone in its paragraph.
    fn is_figure(&self, address: &str, source: &str) -> bool {
        let is_shown =
            PictureFormat::of(address).is_some_and(|format| format != PictureFormat::Svg);
        let is_path = !address.contains([':', '\\']) && !address.starts_with("//");
        is_shown
            && is_path
            && self.n_images == 0
            && self.figure.is_none()
            && source.trim() == self.image_paragraph
    }

    fn enter(&mut self, container: Container) {
        self.close();
        self.containers.push(container);
    }

    fn open(&mut self, kind: Option<MarkupKind>, element: Option<String>) {
        self.open.push(Open { start: None, kind, element });
    }

    /// Marks the words since `open`, if there are any.
    fn mark(&mut self, open: Open) {
        if let Open { start: Some(start), kind: Some(kind), .. } = open {
            let span = Span::new(start, self.article.text.len() as u32);
            self.article.markup.push(Markup { span, kind });
        }
    }

    /// A link, where it leads to a web address.
    fn link(&mut self, url: &str, line: u32) -> Option<MarkupKind> {
        let link = is_web_url(url).then(|| MarkupKind::Link(url.to_owned()));
        if link.is_none() {
            let what = match url {
                "" => "a link without an address is shown as words alone".to_owned(),
                url => format!("the link to “{url}” is shown as words alone"),
            };
            self.diagnostics.warning(line, what, "write a whole URL that begins with https://");
        }
        link
    }

    /// A caption, or HTML that is read as the Markdown that says the same.
    fn html_block(&mut self, line: u32) {
        let html = std::mem::take(&mut self.html);
        let caption = html
            .trim()
            .strip_prefix("<figcaption>")
            .and_then(|rest| rest.strip_suffix("</figcaption>"))
            .filter(|words| !words.contains("figcaption>"));
        self.close();
        if let Some(words) = caption {
            self.caption = Some(line);
            self.blocks(words.trim());
            self.close();
            self.caption = None;
        } else if self.html_depth == MAX_HTML_DEPTH {
            self.push(&html);
            self.close();
        } else {
            let outer = self.html_line;
            self.html_line = outer.or(Some(line));
            self.html_depth += 1;
            if self.tags.begins_with_text(html.trim_start()) {
                self.blocks(&format!("\\{}", html.trim_start()));
            } else if let Some(markdown) = with_markdown(&html) {
                self.blocks(&markdown);
            } else if is_unclosed(&html) {
                // All up to the end of the article would be gone.
                let what = "HTML that has no end is shown as it stands";
                self.diagnostics.warning(line, what, "close it, or write `\\<` if it is text");
                self.blocks(&format!("\\{}", html.trim_start()));
            } else {
                let Markdown { text, n_images, left_out } =
                    html::fragment_to_markdown(&self.tags.escaped(&html));
                (0..n_images).for_each(|_| self.warn_of_image(line));
                left_out.iter().for_each(|name| self.warn_of_element(name, line));
                self.blocks(&text);
            }
            self.close();
            self.html_depth -= 1;
            self.html_line = outer;
        }
    }

    /// A tag within a paragraph: emphasis and links are taken over, and of all other elements the words, but
    /// for those whose words are no text. What only looks like a tag is words. `rest` is what follows in the paragraph.
    fn inline_html(&mut self, tag: &str, rest: &str, line: u32) {
        if self.tags.is_text(tag) {
            self.push(tag);
            return;
        }
        let name = tag.trim_start_matches(['<', '/']);
        let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        let name = name.to_ascii_lowercase();
        if tag.starts_with("</") {
            if self.hidden.as_deref() == Some(&name) {
                self.hidden = None;
            } else if let Some(depth) =
                self.open.iter().rposition(|open| open.element.as_deref() == Some(&name))
            {
                // What Markdown opened within it goes on behind it.
                let open = self.open.remove(depth);
                self.mark(open);
            }
            return;
        }
        match name.as_str() {
            _ if self.hidden.is_some() || tag.ends_with("/>") && name != "br" => {}
            "em" | "i" | "cite" => self.open(Some(MarkupKind::Emphasis), Some(name)),
            "strong" | "b" => self.open(Some(MarkupKind::Strong), Some(name)),
            "a" => {
                if let Some(link) = attribute(tag, "href").and_then(|url| self.link(&url, line)) {
                    self.open(Some(link), Some(name));
                }
            }
            "br" => self.space = self.block.is_some(),
            "script" | "style" | "iframe" | "object" | "template" | "noscript" | "svg" | "math"
            | "textarea" | "select" | "button" | "video" | "audio" | "canvas"
                if rest.to_ascii_lowercase().contains(&format!("</{name}")) =>
            {
                self.warn_of_element(&name, line);
                self.hidden = Some(name);
            }
            _ => {}
        }
    }

    fn warn_of_footnotes(&mut self) {
        let what = "footnotes are paragraphs where they are defined, and their marks are left out";
        let remedy = "move their words to where they belong";
        self.diagnostics.warning_at(&self.footnote_lines, what, remedy);
    }

    fn warn_of_image(&mut self, line: u32) {
        let what = "images that are not of the folder are left out";
        let remedy =
            "put the file into the folder, and it into a paragraph of its own: ![words](file)";
        self.diagnostics.warning(line, what, remedy);
    }

    fn warn_of_element(&mut self, name: &str, line: u32) {
        let what = format!("the element <{name}> is left out");
        self.diagnostics.warning(line, what, "write its words as text if they belong to it");
    }

    /// Writes words into the open block, or opens one; white space at either end of a block and runs
    /// of it become nothing and one space.
    fn push(&mut self, words: &str) {
        if self.hidden.is_some() {
            return;
        }
        if let Some(figure) = &mut self.figure {
            figure.alt.push_str(words);
            return;
        }
        for character in words.chars() {
            if matches!(character, ' ' | '\t' | '\n') {
                self.space = self.block.is_some();
                continue;
            }
            let text = self.article.text.to_mut();
            if self.block.is_none() {
                if !text.is_empty() {
                    text.push('\n');
                }
                self.block = Some(text.len() as u32);
                if !self.marker.is_empty() {
                    text.push_str(&self.marker);
                    self.marker.clear();
                    self.space = true;
                }
            }
            let n_bars = std::mem::take(&mut self.n_bars);
            (0..n_bars).for_each(|_| text.push_str(" |"));
            if std::mem::take(&mut self.space) || n_bars > 0 {
                text.push(' ');
            }
            let start = text.len() as u32;
            for open in self.open.iter_mut().rev().take_while(|open| open.start.is_none()) {
                open.start = Some(start);
            }
            text.push(character);
        }
    }

    /// Ends the elements of HTML that are left open.
    fn end_html(&mut self) {
        self.hidden = None;
        let of_html = self.open.extract_if(.., |open| open.element.is_some());
        of_html.collect::<Vec<_>>().into_iter().for_each(|open| self.mark(open));
    }

    fn close(&mut self) {
        self.space = false;
        self.n_bars = 0;
        self.end_html();
        let Some(start) = self.block.take() else { return };
        let span = Span::new(start, self.article.text.len() as u32);
        if self.is_title_again(span) {
            self.article.markup.retain(|markup| markup.span.end <= span.start);
            self.article.text.to_mut().truncate(span.start as usize - 1);
            self.title_at_head = Some(false);
            return;
        }
        let kind = match (self.caption, self.in_heading, self.containers.last()) {
            (Some(_), ..) => ParagraphKind::Caption,
            (_, true, _) => ParagraphKind::Heading,
            (.., Some(Container::List { .. })) => ParagraphKind::Item,
            (.., Some(Container::Quote)) => ParagraphKind::Block,
            (.., None) => ParagraphKind::Text,
        };
        if self.in_first_heading && kind == ParagraphKind::Heading {
            self.first_headings.push(self.article.paragraphs.len());
        }
        self.article.paragraphs.push(Paragraph { span, kind });
    }

    /// Whether a block that was read is the heading at the head of the body, and says what the headline says.
    fn is_title_again(&self, block: Span) -> bool {
        let paragraphs = &self.article.paragraphs;
        let headline = paragraphs[0].span.of(&self.article.text);
        self.in_heading
            && self.title_at_head == Some(true)
            && paragraphs.len() == 1
            && !headline.is_empty()
            && slug(headline) == slug(block.of(&self.article.text))
    }

    fn warn_title(&mut self, title: &str, line: u32) {
        if !title.is_empty() {
            let what = format!("the title “{title}” of a link or image is not shown");
            self.diagnostics.warning(line, what, "write its words into the text");
        }
    }

    /// The line of the file, from 1, of a byte of what is being parsed.
    fn line(&self, byte: usize) -> u32 {
        self.caption.or(self.html_line).unwrap_or_else(|| {
            self.line_ends.partition_point(|line_end| *line_end < byte) as u32 + self.first_line
        })
    }
}

/// Whether a block of HTML is one that goes on up to the end of the article, because what ends it is missing.
fn is_unclosed(html: &str) -> bool {
    let html = html.trim_start().to_ascii_lowercase();
    [
        ("<?", "?>"),
        ("<![cdata[", "]]>"),
        ("<script", "</script>"),
        ("<style", "</style>"),
        ("<textarea", "</textarea>"),
        ("<pre", "</pre>"),
    ]
    .into_iter()
    .any(|(open, close)| html.starts_with(open) && !html.contains(close))
}

/// The cells in a part of a row that have words. A bar behind a backslash parts none.
fn cells_of(row: &str) -> impl Iterator<Item = &str> {
    let mut is_escaped = false;
    let is_bar = move |c: char| {
        let is_bar = c == '|' && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        is_bar
    };
    row.split(is_bar).map(str::trim).filter(|cell| !cell.is_empty())
}

/// Whether an event opens an image.
fn is_image(event: &Event<'_>) -> bool {
    matches!(event, Event::Start(Tag::Image { .. }))
}

/// The value of an attribute of a tag as CommonMark lets it stand in a paragraph.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let at = tag.to_ascii_lowercase().find(&format!(" {name}"))?;
    let value = tag[at + 1 + name.len()..].trim_start().strip_prefix('=')?.trim_start();
    let value = match value.chars().next()? {
        mark @ ('"' | '\'') => value[1..].split(mark).next()?,
        _ => value.split([' ', '>']).next()?,
    };
    Some(value.trim().replace("&amp;", "&"))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use proptest::prelude::*;

    use super::*;

    /// The blocks of `markdown`, a line each: the kind, the words, markup as tags around its words.
    fn printed(markdown: &str) -> (String, Vec<String>) {
        let mut diagnostics = Diagnostics::on(Path::new("a.md"));
        let (article, _) = read(markdown, 1, Some("T"), &mut diagnostics);
        let mut blocks = String::new();
        for paragraph in &article.paragraphs[1..] {
            let mut words = paragraph.span.of(&article.text).to_owned();
            let inside = |markup: &&Markup| paragraph.span.contains(markup.span);
            let mut tags: Vec<(u32, String)> = Vec::new();
            for Markup { span, kind } in article.markup.iter().filter(inside) {
                let name = match kind {
                    MarkupKind::Emphasis => "em",
                    MarkupKind::Strong => "strong",
                    MarkupKind::Link(url) => url,
                };
                tags.extend([(span.start, format!("<{name}|")), (span.end, ">".to_owned())]);
            }
            tags.sort_by_key(|(byte, _)| *byte);
            for (byte, tag) in tags.iter().rev() {
                words.insert_str((byte - paragraph.span.start) as usize, tag);
            }
            blocks.push_str(&format!("{:?}: {words}\n", paragraph.kind));
        }
        assert!(
            diagnostics.errors.is_empty(),
            "a body is never at fault: {:?}",
            diagnostics.errors
        );
        let warnings = diagnostics.warnings.into_iter();
        (blocks, warnings.map(|warning| format!("{}", warning.line.unwrap())).collect())
    }

    /// `warnings` are the lines that are warned of.
    #[track_caller]
    fn check(markdown: &str, blocks: &str, warnings: &[&str]) {
        let (found_blocks, found_warnings) = printed(markdown);
        assert_eq!(found_blocks.trim_end(), blocks);
        assert_eq!(found_warnings, warnings);
    }

    #[test]
    fn lines_of_a_paragraph_are_joined_by_a_space() {
        check("one\ntwo  \nthree\\\n  four\n\nfive", "Text: one two three four\nText: five", &[]);
        check("a  b\tc \n", "Text: a b c", &[]);
    }

    #[test]
    fn wording_and_punctuation_stay() {
        let words = "\"He\" -- 'she' ... “it” ~~no~~ 3*4*5 a_b_c 5 < 6 & 7 AT&T - x\u{a0}y $1";
        check(words, &format!("Text: {words}").replace("*4*", "<em|4>"), &[]);
        check("&amp; &lt;b&gt; \\*", "Text: & <b> *", &[]);
    }

    #[test]
    fn blocks_have_their_kind() {
        check("## Head\n\ntext", "Heading: Head\nText: text", &[]);
        check("- a\n- b\n  - c\n", "Item: a\nItem: b\nItem: c", &[]);
        check("> a\n> b\n>\n> - c\n\nd", "Block: a b\nItem: c\nText: d", &[]);
        check("- a\n\n  > b\n\n  c\n", "Item: a\nBlock: b\nItem: c", &[]);
    }

    #[test]
    fn the_number_of_an_item_stays() {
        check("1. a\n1. b\n\n   c", "Item: 1. a\nItem: 1. b\nItem: c", &[]);
        check("> 2021) was long\n", "Item: 2021) was long", &[]);
        check("7.\n8. - x", "Item: 7.\nItem: 8. x", &[]);
        check("|a|\n|-|\n|b|\n 0.\n", "Text: a\nText: b\nItem: 0.", &["1"]);
    }

    #[test]
    fn a_caption_alone_on_its_lines() {
        check("<figcaption>A *b*</figcaption>", "Caption: A <em|b>", &[]);
        check("<figcaption>\n    A\nb\n</figcaption>\n\nc", "Caption: A b\nText: c", &[]);
        check("b <figcaption>a</figcaption>", "Text: b a", &[]);
    }

    #[test]
    fn html_becomes_what_markdown_says() {
        check(
            "a <b>b <I>c</i></b> d<br>e<span class=x>f</span>",
            "Text: a <strong|b <em|c>> d ef",
            &[],
        );
        check("<a href=\"https://a.org/?b&amp;c\">d</a>", "Text: <https://a.org/?b&c|d>", &[]);
        check("<a href='/b'>c</a> <a name=d>e</a>", "Text: c e", &["1"]);
        check("<em>a\n\nb</em> *c <b>d* e</b>", "Text: <em|a>\nText: b <em|c <strong|d>> e", &[]);
        check(
            "x\n\n<div>\n<p>a <em>b</em></p><p>c</p>\n</div>\n\nd",
            "Text: x\nText: a <em|b>\nText: c\nText: d",
            &[],
        );
        check(
            "<figure><img src=a.png alt=b><figcaption>c</figcaption></figure>",
            "Caption: c",
            &[],
        );
    }

    #[test]
    fn what_is_no_text_in_html_is_not_shown() {
        check("a <script>b</script> c", "Text: a c", &["1"]);
        check("<script>\na\n\nb</script>\n\n<style>c</style>\n\nd", "Text: d", &["1", "6"]);
        check("<p>a<iframe src=b>c</iframe></p>\n\n<embed src=d>", "Text: a", &["1", "3"]);
        check("<p>a<img src=https://x.org/b.png></p>\n<img alt=c>", "Text: a", &["1", "1"]);
        check("a <iframe src=b>c\n\nd", "Text: a c\nText: d", &[]);
        check("<script\n\na <b>b</b>", "Text: <script\nText: a <strong|b>", &["1"]);
        check("<script>\n\nb", "Text: <script>\nText: b", &["1"]);
        check("a\n\n<!-- b\n\nc", "Text: a", &[]);
        check("<!-- a -->\n\nb", "Text: b", &[]);
    }

    #[test]
    fn emphasis_and_links_span_their_words() {
        check("a **b *c* d** e", "Text: a <strong|b <em|c> d> e", &[]);
        check("*a\nb*", "Text: <em|a b>", &[]);
        check("[ a ](https://x.org/é)b", "Text: <https://x.org/é|a> b", &[]);
        check("<http://x.org>", "Text: <http://x.org|http://x.org>", &[]);
    }

    #[test]
    fn links_elsewhere_are_words() {
        check("[a](#) [b](javascript:alert(1)) [c](/d)", "Text: a b c", &["1", "1", "1"]);
        check("[a][b]\n\n[B]: https://x.org", "Text: <https://x.org|a>", &[]);
        check("a\n\n[b]: https://x.org", "Text: a", &["3"]);
    }

    #[test]
    fn what_has_no_form_keeps_its_words() {
        check("|a|*b*|\n|-|-|\n| c | d | e |", "Text: a | <em|b>\nText: c | d | e", &["1"]);
        check("a ![b *c*](d.png \"e\") f", "Text: a f", &["1"]);
        check("![a *b*](//x.org/c.png \"d\")\n\ne", "Text: e", &["1"]);
        check("a[^1]\n\n[^1]: b", "Text: a\nText: b", &["3"]);
        check("“a.”[^x] b[^y]\n\n[^x]: *c*\n\n[^y]:\n", "Text: “a.” b\nText: <em|c>", &["3"]);
        check("    a\n\n    b\n\n`c`", "Text: a b\nText: c", &["1", "5"]);
        check("``` js title=\"a\"\nc\n```", "Text: c", &["1"]);
        check("a\n\n---\n\nb", "Text: a\nText: b", &["3"]);
    }

    #[test]
    fn a_picture_of_the_folder_is_none_of_the_text() {
        check("a\n\n![*b* ![c](d.png)](e.png 'f')\n\ng", "Text: a\nText: g", &["3"]);
        let mut diagnostics = Diagnostics::on(Path::new("a.md"));
        let markdown = "# T\n\n![b *c*](d.png)\n\ne\n\n![f](g.png)";
        let (article, lines) = read(markdown, 1, None, &mut diagnostics);
        let figures: Vec<_> =
            article.figures.iter().map(|figure| (figure.after, figure.alt.as_str())).collect();
        assert_eq!((figures, lines), (vec![(0, "b c"), (1, "f")], vec![3, 7]));
    }

    #[test]
    fn a_picture_in_html_stands_behind_its_block() {
        let mut diagnostics = Diagnostics::on(Path::new("a.md"));
        let html = "a\n\n<p>b <picture><source srcset=x.webp><img src=c_files/d.png alt='e [f]'></picture> g</p>\n\
                    <figure><img data-src=h.jpg src=data:,><figcaption>i</figcaption></figure>\n\nj";
        let (article, lines) = read(html, 1, None, &mut diagnostics);
        let figures = article.figures.iter();
        let figures: Vec<_> = figures
            .map(|figure| (figure.after, figure.picture.file.as_str(), figure.alt.as_str()))
            .collect();
        assert_eq!(figures, [(2, "c_files/d.png", "e [f]"), (2, "h.jpg", "")]);
        assert_eq!((lines, article.paragraphs.len()), (vec![3, 3], 5));
    }

    #[test]
    fn a_heading_at_the_head_is_the_title() {
        let check = |markdown: &str, title: Option<&str>, headline: &str, blocks: &[&str]| {
            let mut diagnostics = Diagnostics::on(Path::new("a.md"));
            let (article, _) = read(markdown, 1, title, &mut diagnostics);
            assert_eq!(article.headline().unwrap_or_default(), headline, "{markdown}");
            let n_blocks = article.paragraphs.len();
            let found: Vec<&str> =
                (1..n_blocks).map(|number| article.paragraph_text(number)).collect();
            assert_eq!(found, blocks, "{markdown}");
            assert!(article.markup.iter().all(|markup| markup.span.start >= headline.len() as u32));
        };
        check("# A *b*\n\nc", None, "A b", &["c"]);
        check("![x](//y/z.png)\n\n# A\n\nc", None, "A", &["c"]);
        check("# A: *b*\n\nc", Some("A – b"), "A – b", &["c"]);
        check("# A\n\nc", Some("B"), "B", &["A", "c"]);
        check("## A\n\nc", None, "", &["A", "c"]);
        check("c\n\n# A", None, "", &["c", "A"]);
        check("> # A\n\nc", None, "", &["A", "c"]);
        // Below an intro, only one without its like, and with text below it.
        check("c *d*\n\ne\n\n# A *b*\n\nf *g*", None, "A b", &["c d", "e", "f g"]);
        check("## c\n\n# A\n\nd", None, "A", &["c", "d"]);
        check("c\n\n# A\n\nd\n\n# B\n\ne", None, "", &["c", "A", "d", "B", "e"]);
        check("c\n\n> # A\n\nd", None, "", &["c", "A", "d"]);
        check("c\n\n# A\n\nd", Some("B"), "B", &["c", "A", "d"]);
        check("# A\n\nc\n\n# B\n\nd", None, "A", &["c", "B", "d"]);
        check("# A\n\n# A", Some("A"), "A", &["A"]);
    }

    #[test]
    fn running_text() {
        let check = |text: &str, title: Option<&str>, headline: &str, blocks: &[&str]| {
            let mut diagnostics = Diagnostics::on(Path::new("a.txt"));
            let article = read_plain(text, title, &mut diagnostics);
            assert_eq!(article.headline().unwrap_or_default(), headline, "{text}");
            let n_blocks = article.paragraphs.len();
            let found: Vec<&str> =
                (1..n_blocks).map(|number| article.paragraph_text(number)).collect();
            assert_eq!(found, blocks, "{text}");
        };
        check(
            "\nAd sales rise\n\nThey *do*  so.\nMuch.",
            None,
            "Ad sales rise",
            &["They *do* so.", "Much."],
        );
        check("It rose.\n\nMuch.", None, "", &["It rose.", "Much."]);
        check("A\n\nb", Some("T"), "T", &["A", "b"]);
        check("A", None, "", &["A"]);
    }

    proptest! {
        #[test]
        fn any_text_makes_a_sound_article(markdown in MARKDOWN, title in "[a-z]{0,9}") {
            let mut diagnostics = Diagnostics::on(Path::new("a.md"));
            let title = Some(title.as_str()).filter(|title| !title.is_empty());
            let (article, _) = read(&markdown, 1, title, &mut diagnostics);
            let mut end = None;
            for Paragraph { span, kind } in &article.paragraphs {
                // The first block begins the text; every other follows a newline.
                let start = end.map_or(0, |end| end + u32::from(end > 0));
                prop_assert_eq!((span.start, *kind == ParagraphKind::Headline), (start, end.is_none()));
                let words = span.of(&article.text);
                prop_assert!(!words.contains(['\n', '\t']) && !words.contains("  "));
                prop_assert_eq!(words.trim_matches(' '), words);
                prop_assert!(end.is_none() || !words.is_empty());
                end = Some(span.end);
            }
            prop_assert_eq!(end, Some(article.text.len() as u32));
            for Markup { span, .. } in &article.markup {
                prop_assert!(span.fits(&article.text) && !span.is_empty());
                prop_assert!(article.paragraphs.iter().any(|block| block.span.contains(*span)));
            }
            prop_assert!(article.markup.is_sorted_by_key(|markup| markup.span));
        }

        #[test]
        fn no_letter_is_lost_or_moved(markdown in LETTERS) {
            // What stands behind a fence of code is not shown.
            prop_assume!(!markdown.contains("~~~") && !markdown.contains("```"));
            let letters_of = |title: Option<&str>| -> Vec<char> {
                let mut diagnostics = Diagnostics::on(Path::new("a.md"));
                let (article, _) = read(&markdown, 1, title, &mut diagnostics);
                article.text.chars().filter(|character| character.is_alphanumeric()).collect()
            };
            let mut letters: Vec<char> =
                markdown.chars().filter(|character| character.is_alphanumeric()).collect();
            prop_assert_eq!(&letters_of(Some("")), &letters);
            // Without a title the only heading may become it, and stands above the text then.
            let mut under_title = letters_of(None);
            under_title.sort_unstable();
            letters.sort_unstable();
            prop_assert_eq!(under_title, letters);
        }
    }

    /// Markdown without anything that is not shown.
    const LETTERS: &str = "([a-z*_\"'“”‘’>#\\-+0-9.)`~| \n]|\n\\|a\\|\n\\|-\\|\n\\|){0,80}";

    /// Text with more Markdown in it than chance would put there.
    const MARKDOWN: &str = "([a-zé ]{1,4}|\\PC|\n|\n\n|\n    |\n> |\n- |\n1. |\n# |\\*|\\*\\*|_|`|\n```\n|\\[|\\]|\\(|\\)|!\\[a\\]|\\[a\\]\\(https://b\\.c\\)|<b>|<!--|-->|\n\n<figcaption>|</figcaption>\n\n|\\[\\^a\\]|:|\n\\|a\\|\n\\|-\\|\n|&amp;|&|\\\\){0,24}";
}
