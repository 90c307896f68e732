//! Documents of word processors: [`paragraphs`] of Office Open XML (`.docx`, ISO/IEC 29500) and OpenDocument (`.odt`,
//! ISO/IEC 26300). Both are zips that hold the text as XML.
//!
//! Pictures, notes, comments and what changes have struck out are not of the text. Elements are known by their names
//! without the prefix, which the two formats never use for two things within a text.

use std::collections::BTreeSet;

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

use super::imported::Imported;
use super::line::line;
use super::markdown::escaped;
use super::omission::Omission;
use super::plain_text::is_headline;
use crate::archive::{self, Limits};

/// A paragraph of a document: one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    pub text: String,
    /// Whether its style is the one of headings or of the title.
    pub is_heading: bool,
}

/// Most that is taken out of one document, in bytes; texts are far shorter, pictures are not.
const LIMITS: Limits = Limits { n_files: 10_000, file: 64 << 20, all: 256 << 20 };

/// What is no text of a paragraph, with all that is in it: in Office Open XML what an older program would show instead,
/// and what was deleted or moved away; in OpenDocument notes, comments and the list of changes.
const SKIPPED: [&[u8]; 8] = [
    b"Fallback",
    b"del",
    b"moveFrom",
    b"annotation",
    b"note",
    b"tracked-changes",
    b"forms",
    b"ruby-text",
];

/// The paragraphs of a document in its order, those without text among them.
///
/// # Errors
///
/// Says, in a clause without a full stop, why it is none that is read.
pub fn paragraphs(bytes: &[u8]) -> Result<Vec<Paragraph>, String> {
    let files = archive::unpack(bytes, LIMITS)
        .map_err(|_| "it is no document of a word processor, or a damaged or locked one")?
        .files;
    let part = |name: &str| {
        let found = files.iter().find(|(path, _)| path == name);
        found.map(|(_, bytes)| String::from_utf8_lossy(bytes))
    };
    let mut text = Text::default();
    if let Some(document) = part("word/document.xml") {
        text.headings = part("word/styles.xml").map_or_else(BTreeSet::new, |xml| headings(&xml));
        text.is_in_runs = true;
        text.read(&document)?;
    } else if let Some(content) = part("content.xml") {
        text.headings = headings(&content);
        text.read(&content)?;
    } else {
        return Err("there is no text of a document in it".to_owned());
    }
    Ok(text.paragraphs)
}

/// The styles that are headings or the title, by the names that paragraphs have for them: in Office Open XML those whose
/// own name is the English one, which stays the same in all languages; in OpenDocument those made out of `Title`.
fn headings(xml: &str) -> BTreeSet<String> {
    let mut headings = BTreeSet::new();
    let mut open: Option<String> = None;
    let mut reader = Reader::from_str(xml);
    while let Ok(event) = reader.read_event() {
        let (Event::Start(element) | Event::Empty(element)) = event else {
            if event == Event::Eof {
                break;
            }
            continue;
        };
        match element.local_name().as_ref() {
            b"style" => {
                let parent = attribute(&element, b"parent-style-name");
                open = attribute(&element, b"styleId").or_else(|| attribute(&element, b"name"));
                if parent.as_deref() == Some("Title") {
                    headings.extend(open.take());
                }
            }
            b"name" => {
                let name = attribute(&element, b"val").unwrap_or_default().to_lowercase();
                if name == "title" || name.starts_with("heading ") {
                    headings.extend(open.take());
                }
            }
            _ => {}
        }
    }
    headings
}

/// The value of an attribute, by its name without the prefix.
fn attribute(element: &BytesStart, name: &[u8]) -> Option<String> {
    let attributes = element.attributes().filter_map(Result::ok);
    let mut own = attributes.filter(|attribute| attribute.key.local_name().as_ref() == name);
    Some(String::from_utf8_lossy(&own.next()?.value).into_owned())
}

/// The text of a document, as it is read.
#[derive(Default)]
struct Text {
    /// The names of the styles of headings.
    headings: BTreeSet<String>,
    /// Whether text stands in `t` alone, rather than anywhere in a paragraph.
    is_in_runs: bool,
    paragraphs: Vec<Paragraph>,
    /// The open paragraph.
    open: Option<Paragraph>,
    is_in_run: bool,
    /// How many elements are open from one that is skipped on.
    n_skipped: usize,
}

impl Text {
    fn read(&mut self, xml: &str) -> Result<(), String> {
        let mut reader = Reader::from_str(xml);
        loop {
            match reader.read_event() {
                Ok(Event::Start(element)) if self.n_skipped > 0 || is_skipped(&element) => {
                    self.n_skipped += 1;
                }
                Ok(Event::End(_)) if self.n_skipped > 0 => self.n_skipped -= 1,
                Ok(Event::Eof) => break,
                Ok(_) if self.n_skipped > 0 => {}
                Ok(Event::Start(element)) => self.start(&element),
                Ok(Event::Empty(element)) => self.mark(&element),
                Ok(Event::End(element)) => match element.local_name().as_ref() {
                    b"p" | b"h" => self.end_paragraph(),
                    b"t" => self.is_in_run = false,
                    _ => {}
                },
                Ok(Event::Text(text)) => self.add(&text.xml10_content().unwrap_or_default()),
                Ok(Event::CData(text)) => self.add(&text.xml10_content().unwrap_or_default()),
                Ok(Event::GeneralRef(entity)) => {
                    let char_ref = entity.resolve_char_ref().ok().flatten();
                    let name = entity.decode().unwrap_or_default();
                    match (char_ref, resolve_predefined_entity(&name)) {
                        (Some(char), _) => self.add(char.encode_utf8(&mut [0; 4])),
                        (None, Some(text)) => self.add(text),
                        (None, None) => {}
                    }
                }
                Ok(_) => {}
                Err(_) => return Err("its text is damaged".to_owned()),
            }
        }
        self.end_paragraph();
        Ok(())
    }

    fn start(&mut self, element: &BytesStart) {
        match element.local_name().as_ref() {
            name @ (b"p" | b"h") => {
                // A box of text stands within the paragraph that it is fastened to.
                self.end_paragraph();
                let style = attribute(element, b"style-name");
                let is_heading = name == b"h"
                    || style
                        .is_some_and(|style| style == "Title" || self.headings.contains(&style));
                self.open = Some(Paragraph { text: String::new(), is_heading });
            }
            b"t" => self.is_in_run = true,
            _ => self.mark(element),
        }
    }

    /// Takes what an element stands for, or says of its paragraph.
    fn mark(&mut self, element: &BytesStart) {
        match element.local_name().as_ref() {
            b"pStyle" => {
                let style = attribute(element, b"val").unwrap_or_default();
                if let Some(open) = &mut self.open {
                    open.is_heading = self.headings.contains(&style);
                }
            }
            b"tab" | b"br" | b"cr" | b"s" | b"line-break" => self.push(" "),
            b"noBreakHyphen" => self.push("\u{2011}"),
            _ => {}
        }
    }

    /// Adds text where it counts.
    fn add(&mut self, text: &str) {
        if self.is_in_run || !self.is_in_runs {
            self.push(text);
        }
    }

    fn push(&mut self, text: &str) {
        if let Some(open) = &mut self.open {
            open.text.push_str(text);
        }
    }

    fn end_paragraph(&mut self) {
        let ended = self.open.take().map(|Paragraph { text, is_heading }| {
            let words: Vec<&str> = text.split_ascii_whitespace().collect();
            Paragraph { text: words.join(" "), is_heading }
        });
        self.paragraphs.extend(ended);
    }
}

fn is_skipped(element: &BytesStart) -> bool {
    SKIPPED.contains(&element.local_name().as_ref())
}

/// A document as an article: its first paragraph is the headline where it is a heading, or short and not all.
///
/// # Errors
///
/// Where it has no text below the headline.
pub fn article(paragraphs: &[Paragraph]) -> Result<Imported, Omission> {
    let with_text = paragraphs.iter().filter(|paragraph| !paragraph.text.is_empty());
    let paragraphs: Vec<&Paragraph> = with_text.collect();
    let (title, rest) = match &*paragraphs {
        [first, rest @ ..] if first.is_heading || is_headline(&first.text, !rest.is_empty()) => {
            (line(&first.text), rest)
        }
        _ => (None, &*paragraphs),
    };
    let blocks = rest.iter().map(|Paragraph { text, is_heading }| {
        let mark = if *is_heading { "## " } else { "" };
        format!("{mark}{}", escaped(text))
    });
    let body = blocks.collect::<Vec<_>>().join("\n\n");
    if !body.contains(char::is_alphanumeric) {
        return Err(Omission::without_text(title));
    }
    Ok(Imported { title, body, ..Imported::default() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::pack;

    fn of(files: &[(&str, &str)]) -> Result<Imported, String> {
        let zip = pack(files.iter().map(|(path, xml)| (*path, xml.as_bytes())));
        article(&paragraphs(&zip)?).map_err(|omission| format!("{omission:?}"))
    }

    #[test]
    fn an_open_xml_document_is_an_article() {
        let styles = "<w:styles><w:style w:type='paragraph' w:styleId='berschrift2'><w:name w:val='heading 2'/></w:style>\
                      <w:style w:styleId='Zitat'><w:name w:val='Quote'/></w:style></w:styles>";
        let document = "<w:document><w:body><w:p><w:r><w:t>Harbour &amp; bridge</w:t></w:r></w:p><w:p/>\
            <w:p><w:r><w:t xml:space='preserve'>“It is </w:t></w:r><w:del w:id='1'><w:r><w:delText>not </w:delText></w:r></w:del>\
            <w:hyperlink><w:r><w:t>calm</w:t></w:r></w:hyperlink><w:r><w:instrText>HYPERLINK x</w:instrText><w:t>,”</w:t><w:br/>\
            <w:t>said Ada Voss&#8239;– *twice*.</w:t></w:r></w:p>\
            <w:p><w:pPr><w:pStyle w:val='berschrift2'/></w:pPr><w:r><w:t>What now</w:t></w:r></w:p>\
            <w:p><w:pPr><w:pStyle w:val='Zitat'/></w:pPr><w:r><w:t>Nothing.</w:t><mc:AlternateContent><mc:Choice><w:txbxContent>\
            <w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:p><w:r><w:t>In a box.</w:t></w:r></w:p>\
            </mc:Fallback></mc:AlternateContent></w:r></w:p></w:body></w:document>";
        let article = of(&[("word/document.xml", document), ("word/styles.xml", styles)]).unwrap();
        assert_eq!(article.title.as_deref(), Some("Harbour & bridge"));
        assert_eq!(
            article.body,
            "“It is calm,” said Ada Voss\u{202f}– \\*twice\\*.\n\n## What now\n\nNothing.\n\nIn a box."
        );
    }

    #[test]
    fn an_open_document_is_an_article() {
        let content = "<office:document-content><office:automatic-styles><style:style style:name='P1' \
            style:family='paragraph' style:parent-style-name='Title'/></office:automatic-styles><office:body><office:text>\
            <text:tracked-changes><text:p>Gone.</text:p></text:tracked-changes><text:p text:style-name='P1'>Harbour</text:p>\
            <text:h text:outline-level='2'>First</text:h><text:p>“It<text:s text:c='2'/>is <text:span>calm</text:span>,”\
            <office:annotation><text:p>Really?</text:p></office:annotation> she said.<text:note><text:p>A note.</text:p>\
            </text:note></text:p></office:text></office:body></office:document-content>";
        let article = of(&[("mimetype", "x"), ("content.xml", content)]).unwrap();
        assert_eq!(article.title.as_deref(), Some("Harbour"));
        assert_eq!(article.body, "## First\n\n“It is calm,” she said.");
    }

    #[test]
    fn what_is_no_document_is_told() {
        let no_text = || Err("there is no text of a document in it".to_owned());
        assert_eq!(of(&[("mimetype", "x")]), no_text());
        let damaged = of(&[("word/document.xml", "<w:p><w:r></w:q>")]);
        assert_eq!(damaged, Err("its text is damaged".to_owned()));
        assert!(of(&[("word/document.xml", "<w:p><w:r><w:t>Alone</w:t></w:r></w:p>")]).is_ok());
        assert!(of(&[("word/document.xml", "<w:p/>")]).is_err());
        let locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
        assert!(paragraphs(locked).unwrap_err().contains("locked"));
    }
}
