//! A paragraph as a tree of [`Piece`]s: text with quotations, markup and hits around it, ready to be
//! mapped to elements.
//!
//! The prerendered page and the app map the same tree, so that both show an article alike. The text
//! of all pieces, one after the other, is the paragraph's text, character for character.

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
}

/// What a Span is marked as, with the number by which marks of one kind are told apart.
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
    passage(article, quotations, article.paragraphs[number].span, hits)
}

/// The pieces of a part of a paragraph, as of a whole one; quotations that go beyond it are cut.
///
/// # Panics
///
/// If a Span does not fit the text.
#[must_use]
pub fn passage<'a>(
    article: &'a Article<'_>,
    quotations: &[Quotation],
    within: Span,
    hits: &[Span],
) -> Vec<Piece<'a>> {
    let mut spoken = Vec::new();
    for (at, quotation) in quotations.iter().enumerate() {
        let inside = |span: &Span| span.intersection(within);
        for span in quotation.contents.iter().filter_map(inside) {
            spoken.push((span, Mark::Quotation(at)));
        }
        for span in quotation.fragments.iter().filter_map(inside) {
            spoken.push((span, Mark::OwnWords(span.start)));
        }
    }
    let markup: Vec<_> =
        article.markup.iter().enumerate().map(|(at, m)| (m.span, Mark::Markup(at))).collect();
    let hits: Vec<_> = hits.iter().map(|span| (*span, Mark::Hit(span.start))).collect();

    Composer { article, layers: [spoken, markup, hits] }.layer(within, 0)
}

/// The numbers of the quotations that have a stretch in a paragraph, in the order in which the first of
/// their stretches in it begin.
#[must_use]
pub fn quotations_in(article: &Article, quotations: &[Quotation], number: usize) -> Vec<usize> {
    let within = article.paragraphs[number].span;
    let mut found: Vec<(u32, usize)> = Vec::new();
    for (at, quotation) in quotations.iter().enumerate() {
        if let Some(first) = quotation.contents.iter().find(|span| within.contains(**span)) {
            let place = found.partition_point(|(start, _)| *start <= first.start);
            found.insert(place, (first.start, at));
        }
    }
    found.into_iter().map(|(_, at)| at).collect()
}

/// Nests the marks of a text, layer by layer.
struct Composer<'a> {
    article: &'a Article<'a>,
    /// Outer layers first; a mark of an inner layer is cut where one of an outer layer ends.
    layers: [Vec<(Span, Mark)>; 3],
}

impl<'a> Composer<'a> {
    /// The pieces of `within`, from layer `depth` inwards.
    fn layer(&self, within: Span, depth: usize) -> Vec<Piece<'a>> {
        match self.layers.get(depth) {
            Some(marks) => {
                let runs = highlight::runs(within, marks);
                self.nest(&runs, 0, depth)
            }
            None if within.is_empty() => Vec::new(),
            None => vec![Piece::Text(within.of(&self.article.text))],
        }
    }

    /// Joins neighbouring runs under the mark they share at `level`.
    fn nest(&self, runs: &[highlight::Run<Mark>], level: usize, depth: usize) -> Vec<Piece<'a>> {
        let mut pieces = Vec::new();
        for group in runs.chunk_by(|a, b| a.marks.get(level) == b.marks.get(level)) {
            let Some(mark) = group[0].marks.get(level) else {
                for run in group {
                    pieces.extend(self.layer(run.span, depth + 1));
                }
                continue;
            };
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
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Markup;
    use crate::dossier::Dossier;

    /// Prints pieces as markup: `[q …]`, `[own …]`, `[em …]`, `[hit …]`.
    fn print(pieces: &[Piece<'_>]) -> String {
        pieces
            .iter()
            .map(|piece| match piece {
                Piece::Text(words) => (*words).to_owned(),
                Piece::Quotation(_, inner) => format!("[q {}]", print(inner)),
                Piece::OwnWords(inner) => format!("[own {}]", print(inner)),
                Piece::Markup(_, inner) => format!("[em {}]", print(inner)),
                Piece::Hit(inner) => format!("[hit {}]", print(inner)),
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
    fn the_marks_around_a_quotation_are_none_of_it() {
        check("“It is calm,” he said.", &["It is calm"], &[], &[], "“[q It is calm],” he said.");
        check("He said it is calm.", &["it is calm"], &[], &[], "He said [q it is calm].");
    }

    #[test]
    fn quotations_are_listed_by_their_first_stretch_in_the_paragraph() {
        let text = "One two.\nThree four.";
        let article = Article::from_plain_text(text);
        let quotation = |words: &[&str]| {
            Dossier::sample_quotation(words.iter().map(|words| span(text, words)).collect())
        };
        let quotations = [quotation(&["One", "four"]), quotation(&["two"]), quotation(&["Three"])];
        assert_eq!(quotations_in(&article, &quotations, 1), [0, 1]);
        assert_eq!(quotations_in(&article, &quotations, 2), [2, 0]);
    }

    #[test]
    fn nested_quotations_nest() {
        check(
            "A said B will go away.",
            &["B will go away", "go"],
            &[],
            &[],
            "A said [q B will [q go] away].",
        );
    }

    #[test]
    fn markup_and_hits_are_cut_at_the_ends_of_a_quotation() {
        check(
            "He said it is calm now.",
            &["it is calm"],
            &["said it"],
            &["calm now"],
            "He [em said ][q [em it] is [hit calm]][hit  now].",
        );
    }

    #[test]
    fn adjacent_quotations_stay_two() {
        check("ab", &["a", "b"], &[], &[], "[q a][q b]");
    }
}
