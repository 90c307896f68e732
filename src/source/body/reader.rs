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
    pub headings: Headings,
    pub images: Images,
    pub row: Row,
    pub html: Html,
    /// The line of the caption being read.
    pub caption: Option<u32>,
    /// Lists (whether numbered) and block quotes around the place, outermost first.
    pub containers: Vec<Container>,
    /// Where footnotes are defined.
    pub footnote_lines: Vec<u32>,
    /// Where the open block begins in the text.
    pub block: Option<u32>,
    /// What the next block begins with: the number of an item.
    pub marker: String,
    /// White space that is written when a word follows.
    pub space: bool,
    /// Emphasis and links that are open, outermost first.
    pub open: Vec<Open>,
}

/// The headings that may be the title.
#[derive(Default)]
pub struct Headings {
    /// Whether a heading is being read.
    pub is_open: bool,
    /// Whether that is of the first level and in no list or block quote.
    pub is_first: bool,
    /// The numbers of such paragraphs.
    pub firsts: Vec<usize>,
    /// Whether the body begins with such a heading; unset before it is known, and false once it is left out.
    pub at_head: Option<bool>,
}

/// Images, and those of them that are figures.
#[derive(Default)]
pub struct Images {
    /// The source of the open paragraph, where it begins as an image does.
    pub paragraph: String,
    /// The figure whose alternative text is being read.
    pub figure: Option<Figure>,
    pub figure_lines: Vec<u32>,
    /// How many images that are no figures are open, one within the other.
    pub n_open: u32,
}

/// The row of a table.
#[derive(Default)]
pub struct Row {
    /// Bars between cells that are written when a word follows.
    pub n_bars: usize,
    /// Where the last cell ends in the Markdown that is being read.
    pub cell_end: usize,
    /// Whether cells are being read that belong to the row that is open.
    pub is_open: bool,
}

/// HTML that is being read.
#[derive(Default)]
pub struct Html {
    /// The block as far as it has been read.
    pub text: String,
    /// The line of what is being read as Markdown; a caption's is [`Reader::caption`] as well.
    pub line: Option<u32>,
    /// How often HTML was found in what HTML became.
    pub depth: u32,
    /// The element whose words are not shown, while it is open.
    pub hidden: Option<String>,
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
            headings: Headings::default(),
            images: Images::default(),
            row: Row::default(),
            html: Html::default(),
            caption: None,
            containers: Vec::new(),
            footnote_lines: Vec::new(),
            block: None,
            marker: String::new(),
            space: false,
            open: Vec::new(),
        }
    }

    /// The line of the file, from 1, of a byte of what is being parsed.
    pub fn line(&self, byte: usize) -> u32 {
        self.caption.or(self.html.line).unwrap_or_else(|| {
            self.line_ends.partition_point(|line_end| *line_end < byte) as u32 + self.first_line
        })
    }
}
