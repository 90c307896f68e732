//! [`Reader`]: an article as far as its body has been read. The modules below it add what they read.

use super::super::tags::Tags;
use crate::article::{Article, Figure, MarkupKind, Paragraph, ParagraphKind};
use crate::diagnostics::Diagnostics;
use crate::span::Span;

/// A body that is being read.
pub struct Reader<'n> {
    pub article: Article<'static>,
    pub diagnostics: &'n mut Diagnostics,
    /// Bytes of the body's newlines, and the number of its first line.
    pub line_ends: Vec<usize>,
    pub first_line: u32,
    /// The tags of the body.
    pub tags: Tags,
    /// The line of the HTML that is being read as Markdown; a caption's is [`Reader::caption`] as well.
    pub html_line: Option<u32>,
    /// How often HTML was found in what HTML became.
    pub html_depth: u32,
    /// Whether the body begins with a heading that may be the article's title; unset before it is known, and
    /// false once that heading is left out.
    pub title_at_head: Option<bool>,
    /// The element of HTML whose words are not shown, while it is open.
    pub hidden: Option<String>,
    /// The line of the caption being read.
    pub caption: Option<u32>,
    /// Lists (whether numbered) and block quotes around the place, outermost first.
    pub containers: Vec<Container>,
    pub in_heading: bool,
    /// Whether that heading is of the first level and in no list or block quote.
    pub in_first_heading: bool,
    /// The numbers of such paragraphs.
    pub first_headings: Vec<usize>,
    /// The source of the open paragraph, where it begins as an image does.
    pub image_paragraph: String,
    /// The figure whose alternative text is being read.
    pub figure: Option<Figure>,
    pub figure_lines: Vec<u32>,
    /// Where footnotes are defined.
    pub footnote_lines: Vec<u32>,
    /// Bars between cells of a table that are written when a word follows.
    pub n_bars: usize,
    /// Where the last cell of a row ends in the Markdown that is being read.
    pub cell_end: usize,
    /// Whether cells are being read that belong to the open row of a table.
    pub is_in_row: bool,
    /// How many images that are no figures are open, one within the other.
    pub n_images: u32,
    /// Raw HTML as far as it has been read.
    pub html: String,
    /// Where the open block begins in the text.
    pub block: Option<u32>,
    /// What the next block begins with: the number of an item.
    pub marker: String,
    /// White space that is written when a word follows.
    pub space: bool,
    /// Emphasis and links that are open, outermost first.
    pub open: Vec<Open>,
}

/// Emphasis or a link that is being read.
pub struct Open {
    /// Where it begins; unset until a word follows.
    pub start: Option<u32>,
    /// `None` where the words stay alone.
    pub kind: Option<MarkupKind>,
    /// The element of HTML that opened it, if that did.
    pub element: Option<String>,
}

/// What stands around a block.
#[derive(Clone, Copy, PartialEq)]
pub enum Container {
    Quote,
    List { numbered: bool },
}

impl<'n> Reader<'n> {
    /// Nothing yet below a headline, which is one line or empty.
    pub fn new(headline: &str, diagnostics: &'n mut Diagnostics) -> Self {
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

    /// The line of the file, from 1, of a byte of what is being parsed.
    pub fn line(&self, byte: usize) -> u32 {
        self.caption.or(self.html_line).unwrap_or_else(|| {
            self.line_ends.partition_point(|line_end| *line_end < byte) as u32 + self.first_line
        })
    }
}
