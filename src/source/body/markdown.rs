//! [`read`]: a body of Markdown, event by event.

use std::collections::BTreeSet;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::super::tags::Tags;
use super::super::template::paragraph_of;
use super::figures::is_image;
use super::headline::make_headline;
use super::reader::{Container, Reader};
use crate::article::{Article, MarkupKind};
use crate::diagnostics::Diagnostics;
use crate::web_url::is_web_url;

/// An element amid a paragraph that is longer, in bytes, is none whose words are no text.
const LONGEST_ELEMENT: usize = 10_000;

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
    let heading = reader.heading().filter(|_| title.is_none());
    let Reader { mut article, images, .. } = reader;
    if let Some(number) = heading {
        make_headline(&mut article, number);
    }
    article.markup.sort_by_key(|markup| markup.span);
    (article, images.figure_lines)
}

impl Reader<'_> {
    pub fn blocks(&mut self, markdown: &str) {
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
                Event::End(TagEnd::TableHead) if self.row.is_open => {}
                Event::End(tag @ TagEnd::TableRow) => {
                    let cell_end = self.row.cell_end.max(range.start);
                    self.cells_without_column(&markdown[cell_end..range.end.max(cell_end)], line);
                    self.end(tag, line);
                }
                // The alternative text of an image was not said by anybody.
                Event::End(TagEnd::Image) if self.images.n_open > 0 => self.images.n_open -= 1,
                _ if self.images.n_open > 0 && !is_image(&event) => {}
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
                Event::SoftBreak | Event::HardBreak if self.images.figure.is_some() => {
                    self.push(" ");
                }
                Event::SoftBreak | Event::HardBreak => self.space = self.block.is_some(),
                Event::Html(html) => self.html.text.push_str(&html),
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
                self.images.paragraph.clear();
                if source.starts_with("![") && self.containers.is_empty() && self.caption.is_none()
                {
                    self.images.paragraph.push_str(source);
                }
            }
            Tag::Image { dest_url, title, .. } if self.is_figure(&dest_url, source) => {
                self.begin_figure(&dest_url, &title, line);
            }
            Tag::Heading { level, .. } => {
                self.headings.is_open = true;
                self.headings.is_first = level == HeadingLevel::H1 && self.containers.is_empty();
                if self.headings.is_first && self.article.paragraphs.len() == 1 {
                    self.headings.at_head.get_or_insert(true);
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
            Tag::Table(_) if !self.row.is_open => {
                let what = "a table is shown as a paragraph a row";
                self.diagnostics.warning(line, what, "write it as sentences or a list");
            }
            Tag::TableCell => {
                self.images.paragraph.clear();
                self.row.n_bars += usize::from(self.block.is_some());
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
                self.images.n_open += 1;
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, line: u32) {
        match tag {
            TagEnd::Image => self.end_figure(line),
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
                self.headings.is_open = false;
                self.headings.is_first = false;
            }
        }
    }

    /// A link, where it leads to a web address.
    pub fn link(&mut self, url: &str, line: u32) -> Option<MarkupKind> {
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

    fn warn_title(&mut self, title: &str, line: u32) {
        if !title.is_empty() {
            let what = format!("the title “{title}” of a link or image is not shown");
            self.diagnostics.warning(line, what, "write its words into the text");
        }
    }

    fn warn_of_footnotes(&mut self) {
        let what = "footnotes are paragraphs where they are defined, and their marks are left out";
        let remedy = "move their words to where they belong";
        self.diagnostics.warning_at(&self.footnote_lines, what, remedy);
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use proptest::prelude::*;

    use super::super::checks::check;
    use super::*;
    use crate::article::{Markup, Paragraph, ParagraphKind};

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
