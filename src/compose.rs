//! A paragraph as a tree of [`Piece`]s: text with quotations, markup and hits around it, ready to be
//! mapped to elements.
//!
//! The prerendered page and the app map the same tree, so that both show an article alike. The text
//! of all pieces, one after the other, is the paragraph's text, character for character.

use std::iter::Peekable;

use crate::article::{Article, MarkupKind};
use crate::highlight;
use crate::quotation::Quotation;
use crate::span::Span;

/// A part of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words.
    Text(&'a str),
    /// One contiguous stretch of a quotation: the number of the quotation in its article. May hold
    /// other quotations.
    Quotation(usize, Vec<Piece<'a>>),
    /// The words of a mixed quotation that are the speaker's own.
    OwnWords(Vec<Piece<'a>>),
    /// Emphasis or a link.
    Markup(&'a MarkupKind, Vec<Piece<'a>>),
    /// Words that answer the query.
    Hit(Vec<Piece<'a>>),
    /// The place behind a quotation's last stretch in this paragraph, closing mark included, where
    /// its speaker can be named: the number of the quotation. Holds no text.
    Attribution(usize),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Quotation(usize),
    OwnWords(u32),
    Markup(usize),
    Hit(u32),
}

/// The pieces of paragraph `number` of `article`.
///
/// `quotations` are all of the article's. `hits` are Spans to be wrapped in [`Piece::Hit`], sorted
/// and disjoint; those outside of the paragraph are passed over. A quotation is never cut by markup
/// or hits; those are cut where they cross its ends.
///
/// # Panics
///
/// If there is no such paragraph, or a Span does not fit the text.
#[must_use]
pub fn paragraph<'a>(
    article: &'a Article<'_>,
    quotations: &[Quotation],
    number: usize,
    hits: &[Span],
) -> Vec<Piece<'a>> {
    let within = article.paragraphs[number].span;
    let mut spoken = Vec::new();
    let mut attributions = Vec::new();
    for (at, quotation) in quotations.iter().enumerate() {
        let mut last = None;
        for &span in quotation.contents.iter().filter(|span| within.contains(**span)) {
            spoken.push((span, Mark::Quotation(at)));
            last = Some(span.end);
        }
        if let Some(end) = last {
            // In order of place; quotations come by their beginnings, and few end after a later one.
            let place = behind_closing_mark(&article.text, within, end);
            let behind = attributions.partition_point(|(other, _)| *other <= place);
            attributions.insert(behind, (place, at));
        }
        for &span in quotation.fragments.iter().filter(|span| within.contains(**span)) {
            spoken.push((span, Mark::OwnWords(span.start)));
        }
    }
    let markup: Vec<_> =
        article.markup.iter().enumerate().map(|(at, m)| (m.span, Mark::Markup(at))).collect();
    let hits: Vec<_> = hits.iter().map(|span| (*span, Mark::Hit(span.start))).collect();

    let attributions = attributions.into_iter().peekable();
    let mut composer = Composer { article, layers: [spoken, markup, hits], attributions };
    let mut pieces = composer.layer(within, 0);
    composer.place_before(u32::MAX, &mut pieces);
    pieces
}

/// The byte behind the closing quotation mark that follows a content ending at `end`, over a comma or
/// full stop that the mark encloses; `end` itself where there is no mark.
fn behind_closing_mark(text: &str, within: Span, end: u32) -> u32 {
    let mut place = end;
    let mut at = end;
    for c in text[Span::new(end, within.end).range()].chars() {
        at += c.len_utf8() as u32;
        match c {
            '"' | '\'' | '”' | '’' | '“' | '‘' | '»' | '«' | '›' | '‹' => place = at,
            '.' | ',' | ';' | ':' | '!' | '?' | '…' => {}
            _ => break,
        }
    }
    place
}

struct Composer<'a> {
    article: &'a Article<'a>,
    /// Outer layers first; a mark of an inner layer is cut where one of an outer layer ends.
    layers: [Vec<(Span, Mark)>; 3],
    /// The attributions still to be placed: each with its byte, and the number of its quotation; sorted.
    attributions: Peekable<std::vec::IntoIter<(u32, usize)>>,
}

impl<'a> Composer<'a> {
    /// The pieces of `within`, from layer `depth` inwards.
    fn layer(&mut self, within: Span, depth: usize) -> Vec<Piece<'a>> {
        match self.layers.get(depth) {
            Some(marks) => {
                let runs = highlight::runs(within, marks);
                self.nest(&runs, 0, depth)
            }
            None => self.text(within),
        }
    }

    /// Joins neighbouring runs under the mark they share at `level`.
    fn nest(
        &mut self,
        runs: &[highlight::Run<Mark>],
        level: usize,
        depth: usize,
    ) -> Vec<Piece<'a>> {
        let mut pieces = Vec::new();
        for group in runs.chunk_by(|a, b| a.marks.get(level) == b.marks.get(level)) {
            let Some(mark) = group[0].marks.get(level) else {
                for run in group {
                    pieces.extend(self.layer(run.span, depth + 1));
                }
                continue;
            };
            self.place_before(group[0].span.start, &mut pieces);
            let inner = self.nest(group, level + 1, depth);
            pieces.push(match *mark {
                Mark::Quotation(at) => Piece::Quotation(at, inner),
                Mark::OwnWords(_) => Piece::OwnWords(inner),
                Mark::Markup(at) => Piece::Markup(&self.article.markup[at].kind, inner),
                Mark::Hit(_) => Piece::Hit(inner),
            });
        }
        pieces
    }

    fn text(&mut self, within: Span) -> Vec<Piece<'a>> {
        let mut pieces = Vec::new();
        let mut start = within.start;
        while let Some(&(place, _)) = self.attributions.peek()
            && place < within.end
        {
            if place > start {
                pieces.push(Piece::Text(Span::new(start, place).of(&self.article.text)));
                start = place;
            }
            self.place_before(place, &mut pieces);
        }
        if start < within.end {
            pieces.push(Piece::Text(Span::new(start, within.end).of(&self.article.text)));
        }
        pieces
    }

    fn place_before(&mut self, byte: u32, pieces: &mut Vec<Piece<'a>>) {
        while let Some((_, quotation)) = self.attributions.next_if(|(place, _)| *place <= byte) {
            pieces.push(Piece::Attribution(quotation));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Markup;
    use crate::dossier::Dossier;

    /// Prints pieces as markup: `[q …]`, `[own …]`, `[em …]`, `[hit …]`, `^0`.
    fn print(pieces: &[Piece<'_>]) -> String {
        pieces
            .iter()
            .map(|piece| match piece {
                Piece::Text(words) => (*words).to_owned(),
                Piece::Quotation(_, inner) => format!("[q {}]", print(inner)),
                Piece::OwnWords(inner) => format!("[own {}]", print(inner)),
                Piece::Markup(_, inner) => format!("[em {}]", print(inner)),
                Piece::Hit(inner) => format!("[hit {}]", print(inner)),
                Piece::Attribution(at) => format!("^{at}"),
            })
            .collect()
    }

    fn span(text: &str, words: &str) -> Span {
        let start = text.find(words).unwrap();
        Span::from_range(start..start + words.len())
    }

    #[track_caller]
    fn check(text: &str, quoted: &[&str], emphasis: &[&str], hits: &[&str], expected: &str) {
        let mut article = Article::from_plain_text(text);
        article.markup = emphasis
            .iter()
            .map(|words| Markup { span: span(text, words), kind: MarkupKind::Emphasis })
            .collect();
        let quotations: Vec<_> =
            quoted.iter().map(|words| Dossier::sample_quotation(vec![span(text, words)])).collect();
        let hits: Vec<_> = hits.iter().map(|words| span(text, words)).collect();
        assert_eq!(print(&paragraph(&article, &quotations, 1, &hits)), expected);
    }

    #[test]
    fn the_attribution_stands_behind_the_closing_mark() {
        check("“It is calm,” he said.", &["It is calm"], &[], &[], "“[q It is calm],”^0 he said.");
        check("He said it is calm.", &["it is calm"], &[], &[], "He said [q it is calm]^0.");
        check("“It is calm.”", &["It is calm."], &[], &[], "“[q It is calm.]”^0");
    }

    #[test]
    fn nested_quotations_nest() {
        check(
            "A said B will go away.",
            &["B will go away", "go"],
            &[],
            &[],
            "A said [q B will [q go]^1 away]^0.",
        );
    }

    #[test]
    fn markup_and_hits_are_cut_at_the_ends_of_a_quotation() {
        check(
            "He said it is calm now.",
            &["it is calm"],
            &["said it"],
            &["calm now"],
            "He [em said ][q [em it] is [hit calm]]^0[hit  now].",
        );
    }

    #[test]
    fn adjacent_quotations_stay_two() {
        check("ab", &["a", "b"], &[], &[], "[q a]^0[q b]^1");
    }
}
