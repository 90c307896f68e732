//! An article's body: CommonMark to blocks of text with emphasis and links.
//!
//! No word and no punctuation is changed. Lines of one paragraph are joined by a space, and white
//! space is collapsed as a browser would. What the reader has no form for keeps its words and is
//! named in a warning:
//!
//! | Markdown | is shown as |
//! |---|---|
//! | `<figcaption>…</figcaption>` alone on its lines | a caption, without a warning |
//! | any other HTML, comments too | the text as it stands, tags and all |
//! | a table | a paragraph a row, with ` \| ` between cells |
//! | an image | its alternative text |
//! | a footnote | a paragraph where it is defined, after its label |
//! | code | running text |
//! | a link to anything but a web address | the words without the link |
//! | a title of a link or image, a line across, a link definition without a link | nothing |
//!
//! The number of a list item ("1.") is kept as text, because a sentence may begin with one.

use std::collections::BTreeSet;

use pulldown_cmark::{Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};
use whosaid::article::{Article, Markup, MarkupKind, Paragraph, ParagraphKind};
use whosaid::span::Span;

use super::field::is_web_url;
use crate::report::Notes;

/// Reads the body that begins at byte `start` of `file` into an article of text, paragraphs and
/// markup alone. `headline` is one line or empty.
pub fn read(file: &str, start: usize, headline: &str, notes: &mut Notes) -> Article {
    let span = Span::from_range(0..headline.len());
    let article = Article {
        text: headline.to_owned(),
        paragraphs: vec![Paragraph { span, kind: ParagraphKind::Headline }],
        ..Article::default()
    };
    let line_ends = file.match_indices('\n').map(|(byte, _)| byte).collect();
    let mut reader = Reader { article, line_ends, body_start: start, ..Reader::new(notes) };
    reader.blocks(&file[start..]);
    reader.article.markup.sort_by_key(|markup| markup.span);
    reader.article
}

struct Reader<'n> {
    article: Article,
    notes: &'n mut Notes,
    /// Bytes of the file's newlines, and the byte in it from which events count.
    line_ends: Vec<usize>,
    body_start: usize,
    /// The line of the caption being read.
    caption: Option<u32>,
    /// Lists (whether numbered) and block quotes around the place, outermost first.
    containers: Vec<Container>,
    in_heading: bool,
    /// Raw HTML as far as it has been read.
    html: String,
    /// Where the open block begins in the text.
    block: Option<u32>,
    /// What the next block begins with: the number of an item, the label of a footnote.
    marker: String,
    /// White space that is written when a word follows.
    space: bool,
    /// Emphasis and links that are open, outermost first; without a start until a word follows.
    /// `None` as kind where the words stay alone.
    open: Vec<(Option<u32>, Option<MarkupKind>)>,
}

#[derive(Clone, Copy, PartialEq)]
enum Container {
    Quote,
    List { numbered: bool },
}

impl<'n> Reader<'n> {
    fn new(notes: &'n mut Notes) -> Self {
        Self {
            article: Article::default(),
            notes,
            line_ends: Vec::new(),
            body_start: 0,
            caption: None,
            containers: Vec::new(),
            in_heading: false,
            html: String::new(),
            block: None,
            marker: String::new(),
            space: false,
            open: Vec::new(),
        }
    }

    fn blocks(&mut self, markdown: &str) {
        let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
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
            if let Event::Start(Tag::Link { link_type, id, .. } | Tag::Image { link_type, id, .. }) =
                &event
                && matches!(
                    link_type,
                    LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut
                )
            {
                labels_used.insert(id.to_lowercase());
            }
            match event {
                Event::Start(tag) => self.start(tag, &markdown[range], line),
                Event::End(tag) => self.end(tag, line),
                Event::Text(text) => self.push(&text),
                Event::Code(text) => {
                    self.notes.warn(
                        line,
                        "code is shown as running text",
                        "take out the backticks",
                    );
                    self.push(&text);
                }
                Event::SoftBreak | Event::HardBreak => self.space = self.block.is_some(),
                Event::Html(html) => self.html.push_str(&html),
                Event::InlineHtml(html) => {
                    self.warn_html(line);
                    self.push(&html);
                }
                Event::FootnoteReference(label) => self.push(&format!("[^{label}]")),
                Event::Rule => {
                    self.notes.warn(line, "a line across is not shown", "use a heading instead");
                }
                // Only with options that are off.
                Event::TaskListMarker(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
            }
        }
        for (start, label) in definitions {
            if !labels_used.contains(&label) {
                let what = format!("the definition of the link “{label}” is not shown");
                let remedy = "no link in the text names it; write a backslash before its bracket \
                              if it is text";
                self.notes.warn(self.line(start), what, remedy);
            }
        }
    }

    fn start(&mut self, tag: Tag<'_>, source: &str, line: u32) {
        match tag {
            Tag::Paragraph => {}
            Tag::Heading { level, .. } => {
                let paragraphs = &self.article.paragraphs;
                if level == HeadingLevel::H1
                    && paragraphs.len() == 1
                    && self.article.text.is_empty()
                {
                    let what = "the first heading is shown as a sub-heading";
                    self.notes.warn(line, what, "write it as `title` if it is the article's title");
                }
                self.in_heading = true;
            }
            Tag::BlockQuote(_) => self.enter(Container::Quote),
            Tag::List(first) => self.enter(Container::List { numbered: first.is_some() }),
            Tag::Item if self.containers.last() == Some(&Container::List { numbered: true }) => {
                let digits = source.bytes().take_while(u8::is_ascii_digit).count();
                self.marker.push_str(source.get(..=digits).unwrap_or_default());
            }
            Tag::CodeBlock(_) => {
                let what = "indented or fenced lines are shown as running text";
                self.notes.warn(line, what, "take out the indent or the fence");
            }
            Tag::Table(_) => {
                let what = "a table is shown as a paragraph a row";
                self.notes.warn(line, what, "write it as sentences or a list");
            }
            Tag::TableCell if self.block.is_some() => self.push(" | "),
            Tag::FootnoteDefinition(label) => {
                let what = format!("the footnote {label} is shown where it is defined");
                self.notes.warn(line, what, "move its words to where they belong");
                self.marker = format!("[^{label}]:");
            }
            Tag::Emphasis => self.open.push((None, Some(MarkupKind::Emphasis))),
            Tag::Strong => self.open.push((None, Some(MarkupKind::Strong))),
            Tag::Link { dest_url, title, .. } => {
                self.warn_title(&title, line);
                let link = is_web_url(&dest_url).then(|| MarkupKind::Link(dest_url.to_string()));
                if link.is_none() {
                    let what = format!("the link to “{dest_url}” is shown as words alone");
                    self.notes.warn(line, what, "write a whole URL that begins with https://");
                }
                self.open.push((None, link));
            }
            Tag::Image { title, .. } => {
                self.warn_title(&title, line);
                let what = "an image is shown as its alternative text";
                self.notes.warn(line, what, "write its caption as <figcaption>…</figcaption>");
                self.open.push((None, None));
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, line: u32) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::Image => {
                if let Some((Some(start), Some(kind))) = self.open.pop() {
                    let span = Span::new(start, self.article.text.len() as u32);
                    self.article.markup.push(Markup { span, kind });
                }
            }
            TagEnd::TableCell | TagEnd::Table => {}
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
            }
        }
    }

    fn enter(&mut self, container: Container) {
        self.close();
        self.containers.push(container);
    }

    /// A caption, or HTML that is shown as it stands.
    fn html_block(&mut self, line: u32) {
        let html = std::mem::take(&mut self.html);
        let caption = html
            .trim()
            .strip_prefix("<figcaption>")
            .and_then(|rest| rest.strip_suffix("</figcaption>"))
            .filter(|words| !words.contains("figcaption>"));
        match caption {
            Some(words) => {
                self.close();
                self.caption = Some(line);
                self.blocks(words.trim());
                self.close();
                self.caption = None;
            }
            None => {
                self.warn_html(line);
                self.push(&html);
                self.close();
            }
        }
    }

    /// Writes words into the open block, or opens one; white space at either end of a block and runs
    /// of it become nothing and one space.
    fn push(&mut self, words: &str) {
        for character in words.chars() {
            if matches!(character, ' ' | '\t' | '\n') {
                self.space = self.block.is_some();
                continue;
            }
            let text = &mut self.article.text;
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
            if std::mem::take(&mut self.space) {
                text.push(' ');
            }
            let start = text.len() as u32;
            for (unset, _) in self.open.iter_mut().rev().take_while(|(set, _)| set.is_none()) {
                *unset = Some(start);
            }
            text.push(character);
        }
    }

    fn close(&mut self) {
        self.space = false;
        let Some(start) = self.block.take() else { return };
        let span = Span::new(start, self.article.text.len() as u32);
        let kind = match (self.caption, self.in_heading, self.containers.last()) {
            (Some(_), ..) => ParagraphKind::Caption,
            (_, true, _) => ParagraphKind::Heading,
            (.., Some(Container::List { .. })) => ParagraphKind::Item,
            (.., Some(Container::Quote)) => ParagraphKind::Block,
            (.., None) => ParagraphKind::Text,
        };
        self.article.paragraphs.push(Paragraph { span, kind });
    }

    fn warn_html(&mut self, line: u32) {
        let what = "HTML is shown as it stands, tags and all";
        let remedy = "write Markdown, or <figcaption>…</figcaption> alone between empty lines";
        self.notes.warn(line, what, remedy);
    }

    fn warn_title(&mut self, title: &str, line: u32) {
        if !title.is_empty() {
            let what = format!("the title “{title}” of a link or image is not shown");
            self.notes.warn(line, what, "write its words into the text");
        }
    }

    /// The line of the file, from 1, of a byte of what is being parsed.
    fn line(&self, byte: usize) -> u32 {
        let byte = self.body_start + byte;
        self.caption.unwrap_or_else(|| {
            self.line_ends.partition_point(|line_end| *line_end < byte) as u32 + 1
        })
    }
}
