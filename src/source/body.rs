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
//! | a table | a paragraph a row, as it stands |
//! | a picture of the folder, alone in its paragraph | a figure, which is none of the text |
//! | any other image | its alternative text |
//! | a footnote | a paragraph where it is defined, after its label |
//! | code | running text |
//! | a link to anything but a web address | the words without the link |
//! | a title of a link or image, a line across, a link definition without a link | nothing |
//!
//! The number of a list item ("1.") is kept as text, because a sentence may begin with one.

use std::collections::BTreeSet;

use crate::article::{Article, Figure, Markup, MarkupKind, Paragraph, ParagraphKind, Picture};
use crate::span::Span;
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use percent_encoding::percent_decode_str;

use super::field::is_web_url;
use super::picture::Format;
use crate::diagnostics::Diagnostics;

/// Reads the body that begins at byte `start` of `file` into an article of text, paragraphs and
/// markup alone, and figures whose files are paths in the folder, each with its line. `headline` is one line
/// or empty.
pub fn read(
    file: &str,
    start: usize,
    headline: &str,
    diagnostics: &mut Diagnostics,
) -> (Article<'static>, Vec<u32>) {
    let span = Span::from_range(0..headline.len());
    let article = Article {
        text: headline.to_owned().into(),
        paragraphs: vec![Paragraph { span, kind: ParagraphKind::Headline }],
        ..Article::default()
    };
    let line_ends = file.match_indices('\n').map(|(byte, _)| byte).collect();
    let mut reader = Reader { article, line_ends, body_start: start, ..Reader::new(diagnostics) };
    reader.blocks(&file[start..]);
    reader.article.markup.sort_by_key(|markup| markup.span);
    (reader.article, reader.figure_lines)
}

/// Words with single spaces between them, where there are any.
fn words(text: &str) -> Option<String> {
    let words = text.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    (!words.is_empty()).then_some(words)
}

struct Reader<'n> {
    article: Article<'static>,
    diagnostics: &'n mut Diagnostics,
    /// Bytes of the file's newlines, and the byte in it from which events count.
    line_ends: Vec<usize>,
    body_start: usize,
    /// The line of the caption being read.
    caption: Option<u32>,
    /// Lists (whether numbered) and block quotes around the place, outermost first.
    containers: Vec<Container>,
    in_heading: bool,
    /// The source of the open paragraph, where it begins as an image does.
    image_paragraph: String,
    /// The figure whose alternative text is being read, and how much was open where it began.
    figure: Option<(Figure, usize)>,
    figure_lines: Vec<u32>,
    /// Inside a row of a table, whose words are written already.
    in_row: bool,
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
    fn new(diagnostics: &'n mut Diagnostics) -> Self {
        Self {
            article: Article::default(),
            diagnostics,
            line_ends: Vec::new(),
            body_start: 0,
            caption: None,
            containers: Vec::new(),
            in_heading: false,
            image_paragraph: String::new(),
            figure: None,
            figure_lines: Vec::new(),
            in_row: false,
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
            if let Event::Start(Tag::Link { id, .. } | Tag::Image { id, .. }) = &event {
                labels_used.insert(id.to_lowercase());
            }
            match event {
                Event::End(tag @ (TagEnd::TableHead | TagEnd::TableRow)) => self.end(tag, line),
                _ if self.in_row => {}
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
                Event::InlineHtml(html) => {
                    self.warn_html(line);
                    self.push(&html);
                }
                Event::FootnoteReference(label) => self.push(&format!("[^{label}]")),
                Event::Rule => {
                    self.diagnostics.warning(
                        line,
                        "a line across is not shown",
                        "use a heading instead",
                    );
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
                let figure = Figure {
                    after: self.article.paragraphs.len() as u32 - 1,
                    picture: Picture { file, size: None },
                    alt: String::new(),
                    caption: words(&title),
                };
                self.figure = Some((figure, self.open.len()));
                self.figure_lines.push(line);
            }
            Tag::Heading { level, .. } => {
                let paragraphs = &self.article.paragraphs;
                if level == HeadingLevel::H1
                    && paragraphs.len() == 1
                    && self.article.text.is_empty()
                {
                    let what = "the first heading is shown as a sub-heading";
                    self.diagnostics.warning(
                        line,
                        what,
                        "write it as `title` if it is the article's title",
                    );
                }
                self.in_heading = true;
            }
            Tag::BlockQuote(_) => self.enter(Container::Quote),
            Tag::List(first) => self.enter(Container::List { numbered: first.is_some() }),
            Tag::Item if self.containers.last() == Some(&Container::List { numbered: true }) => {
                // Behind a table an item begins with the spaces before its number.
                let source = source.trim_start();
                let digits = source.bytes().take_while(u8::is_ascii_digit).count();
                self.marker.push_str(source.get(..=digits).unwrap_or_default());
            }
            Tag::CodeBlock(kind) => {
                let what = "indented or fenced lines are shown as running text";
                self.diagnostics.warning(line, what, "take out the indent or the fence");
                if let CodeBlockKind::Fenced(words) = kind {
                    self.push(&words);
                    self.space = self.block.is_some();
                }
            }
            Tag::Table(_) => {
                let what = "a table is shown as a paragraph a row";
                self.diagnostics.warning(line, what, "write it as sentences or a list");
            }
            // As it stands, because Markdown drops the cells that the first row has no place for.
            Tag::TableHead | Tag::TableRow => {
                self.push(source.trim().trim_matches('|'));
                self.in_row = true;
            }
            Tag::FootnoteDefinition(label) => {
                let what = format!("the footnote {label} is shown where it is defined");
                self.diagnostics.warning(line, what, "move its words to where they belong");
                self.marker = format!("[^{label}]:");
            }
            Tag::Emphasis => self.open.push((None, Some(MarkupKind::Emphasis))),
            Tag::Strong => self.open.push((None, Some(MarkupKind::Strong))),
            Tag::Link { dest_url, title, .. } => {
                self.warn_title(&title, line);
                let link = is_web_url(&dest_url).then(|| MarkupKind::Link(dest_url.to_string()));
                if link.is_none() {
                    let what = format!("the link to “{dest_url}” is shown as words alone");
                    self.diagnostics.warning(
                        line,
                        what,
                        "write a whole URL that begins with https://",
                    );
                }
                self.open.push((None, link));
            }
            Tag::Image { title, .. } => {
                self.warn_title(&title, line);
                let what = "an image is shown as its alternative text";
                self.diagnostics.warning(
                    line,
                    what,
                    "put its file into the folder, and it into a paragraph of its own: ![words](file)",
                );
                self.open.push((None, None));
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, line: u32) {
        match tag {
            TagEnd::Image
                if self.figure.as_ref().is_some_and(|(_, open)| *open == self.open.len()) =>
            {
                let Some((figure, _)) = self.figure.take() else { return };
                let alt = words(&figure.alt).unwrap_or_default();
                if alt.is_empty() {
                    let what = "the picture does not say what it shows to those who do not see it";
                    self.diagnostics.warning(line, what, "write that in words: ![words](file)");
                }
                self.article.figures.push(Figure { alt, ..figure });
            }
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::Image => {
                if let Some((Some(start), Some(kind))) = self.open.pop() {
                    let span = Span::new(start, self.article.text.len() as u32);
                    self.article.markup.push(Markup { span, kind });
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
                self.in_row = false;
            }
        }
    }

    /// Whether an image is a picture of the folder, and alone in its paragraph.
    fn is_figure(&self, address: &str, source: &str) -> bool {
        let is_shown = Format::of(address).is_some_and(|format| format != Format::Svg);
        let is_path = !address.contains([':', '\\']) && !address.starts_with('/');
        is_shown && is_path && self.figure.is_none() && source.trim() == self.image_paragraph
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
        if let Some((figure, _)) = &mut self.figure {
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
        self.diagnostics.warning(line, what, remedy);
    }

    fn warn_title(&mut self, title: &str, line: u32) {
        if !title.is_empty() {
            let what = format!("the title “{title}” of a link or image is not shown");
            self.diagnostics.warning(line, what, "write its words into the text");
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

#[cfg(test)]
mod tests {
    use std::path::Path;

    use proptest::prelude::*;

    use super::*;

    /// The blocks of `markdown`, a line each: the kind, the words, markup as tags around its words.
    fn printed(markdown: &str) -> (String, Vec<String>) {
        let mut diagnostics = Diagnostics::on(Path::new("a.md"));
        let (article, _) = read(markdown, 0, "", &mut diagnostics);
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
        let raw = "Text: <figcaption>a</figcaption> b";
        check("<figcaption>a</figcaption>\nb", raw, &["1"]);
        check(
            "b <figcaption>a</figcaption>",
            &raw.replace("Text: ", "Text: b ").replace("> b", ">"),
            &["1", "1"],
        );
    }

    #[test]
    fn a_caption_in_a_caption_is_text() {
        let html = "<figcaption><figcaption>a</figcaption></figcaption>";
        check(html, &format!("Text: {html}"), &["1"]);
    }

    #[test]
    fn html_is_text() {
        check("a <script>b</script>", "Text: a <script>b</script>", &["1", "1"]);
        check("x\n\n<div>\n*a*\n</div>\n\nb", "Text: x\nText: <div> *a* </div>\nText: b", &["3"]);
        check("<!-- a -->\n", "Text: <!-- a -->", &["1"]);
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
        check("|a|*b*|\n|-|-|\n| c | d | e |", "Text: a|*b*\nText: c | d | e", &["1"]);
        check("![a *b*](//x.org/c.png \"d\")", "Text: a <em|b>", &["1", "1"]);
        check("a[^1]\n\n[^1]: b", "Text: a[^1]\nText: [^1]: b", &["3"]);
        check("    a\n\n    b\n\n`c`", "Text: a b\nText: c", &["1", "5"]);
        check("``` a b\nc\n```", "Text: a b c", &["1"]);
        check("a\n\n---\n\nb", "Text: a\nText: b", &["3"]);
    }

    #[test]
    fn a_picture_of_the_folder_is_none_of_the_text() {
        check("a\n\n![*b* ![c](d.png)](e.png 'f')\n\ng", "Text: a\nText: g", &["3"]);
        check("a ![b](c.png)", "Text: a b", &["1"]);
    }

    #[test]
    fn a_title_in_the_body_is_pointed_out() {
        check("# a\n\nb", "Heading: a\nText: b", &["1"]);
        check("b\n\n# a", "Text: b\nHeading: a", &[]);
    }

    proptest! {
        #[test]
        fn any_text_makes_a_sound_article(markdown in MARKDOWN, title in "[a-z]{0,9}") {
            let mut diagnostics = Diagnostics::on(Path::new("a.md"));
            let (article, _) = read(&markdown, 0, &title, &mut diagnostics);
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
        fn no_letter_is_lost_or_moved(markdown in "([a-z*_\"'“”‘’>#\\-+0-9.)`~| \n]|\n\\|a\\|\n\\|-\\|\n\\|){0,80}") {
            let mut diagnostics = Diagnostics::on(Path::new("a.md"));
            let (article, _) = read(&markdown, 0, "", &mut diagnostics);
            let letters = |text: &str| -> String {
                text.chars().filter(|character| character.is_alphanumeric()).collect()
            };
            prop_assert_eq!(letters(&article.text), letters(&markdown));
        }
    }

    /// Text with more Markdown in it than chance would put there.
    const MARKDOWN: &str = "([a-zé ]{1,4}|\\PC|\n|\n\n|\n    |\n> |\n- |\n1. |\n# |\\*|\\*\\*|_|`|\n```\n|\\[|\\]|\\(|\\)|!\\[a\\]|\\[a\\]\\(https://b\\.c\\)|<b>|<!--|-->|\n\n<figcaption>|</figcaption>\n\n|\\[\\^a\\]|:|\n\\|a\\|\n\\|-\\|\n|&amp;|&|\\\\){0,24}";
}
