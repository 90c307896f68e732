//! Words, written into the blocks of the text, with what marks them.

use super::reader::{Container, Open, Reader};
use crate::article::{Markup, MarkupKind, Paragraph, ParagraphKind};
use crate::slug::slug;
use crate::span::Span;

impl Reader<'_> {
    /// Writes words into the open block, or opens one; white space at either end of a block and runs
    /// of it become nothing and one space.
    pub fn push(&mut self, words: &str) {
        if self.html.hidden.is_some() {
            return;
        }
        if let Some(figure) = &mut self.images.figure {
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
            let n_bars = std::mem::take(&mut self.row.n_bars);
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

    pub fn open(&mut self, kind: Option<MarkupKind>, element: Option<String>) {
        self.open.push(Open { start: None, kind, element });
    }

    /// Marks the words since `open`, if there are any.
    pub fn mark(&mut self, open: Open) {
        if let Open { start: Some(start), kind: Some(kind), .. } = open {
            let span = Span::new(start, self.article.text.len() as u32);
            self.article.markup.push(Markup { span, kind });
        }
    }

    /// Ends the elements of HTML that are left open.
    pub fn end_html(&mut self) {
        self.html.hidden = None;
        let of_html = self.open.extract_if(.., |open| open.element.is_some());
        of_html.collect::<Vec<_>>().into_iter().for_each(|open| self.mark(open));
    }

    pub fn enter(&mut self, container: Container) {
        self.close();
        self.containers.push(container);
    }

    pub fn close(&mut self) {
        self.space = false;
        self.row.n_bars = 0;
        self.end_html();
        let Some(start) = self.block.take() else { return };
        let span = Span::new(start, self.article.text.len() as u32);
        if self.is_title_again(span) {
            self.article.markup.retain(|markup| markup.span.end <= span.start);
            self.article.text.to_mut().truncate(span.start as usize - 1);
            self.headings.at_head = Some(false);
            return;
        }
        let kind = match (self.caption, self.headings.is_open, self.containers.last()) {
            (Some(_), ..) => ParagraphKind::Caption,
            (_, true, _) => ParagraphKind::Heading,
            (.., Some(Container::List { .. })) => ParagraphKind::Item,
            (.., Some(Container::Quote)) => ParagraphKind::Block,
            (.., None) => ParagraphKind::Text,
        };
        if self.headings.is_first && kind == ParagraphKind::Heading {
            self.headings.firsts.push(self.article.paragraphs.len());
        }
        self.article.paragraphs.push(Paragraph { span, kind });
    }

    /// Whether a block that was read is the heading at the head of the body, and says what the headline says.
    fn is_title_again(&self, block: Span) -> bool {
        let paragraphs = &self.article.paragraphs;
        let headline = paragraphs[0].span.of(&self.article.text);
        self.headings.is_open
            && self.headings.at_head == Some(true)
            && paragraphs.len() == 1
            && !headline.is_empty()
            && slug(headline) == slug(block.of(&self.article.text))
    }
}

#[cfg(test)]
mod tests {
    use super::super::checks::check;

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
    fn emphasis_and_links_span_their_words() {
        check("a **b *c* d** e", "Text: a <strong|b <em|c> d> e", &[]);
        check("*a\nb*", "Text: <em|a b>", &[]);
        check("[ a ](https://x.org/é)b", "Text: <https://x.org/é|a> b", &[]);
        check("<http://x.org>", "Text: <http://x.org|http://x.org>", &[]);
    }
}
