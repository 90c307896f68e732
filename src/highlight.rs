//! [`runs`]: overlapping marked Spans to flat Runs that cover a text exactly once.
//!
//! Quotations, links, hits and what else is to be seen in a text are Spans that nest and overlap as
//! they like, while a page is a row of elements. A [`Run`] is one piece of that row, with every mark
//! that lies on it. Nothing here makes markup: a component maps Runs to elements.

use crate::sort::{first, key, sorted, third};
use crate::span::Span;

/// A stretch of text on which the same marks lie from end to end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run<M> {
    /// Where; not empty.
    pub span: Span,
    /// What lies on it, outermost first; empty for plain text.
    pub marks: Vec<M>,
}

/// Flattens `marks` into Runs that cover `within` exactly once, in order.
///
/// Marks may come in any order; what of them lies outside of `within` is cut off, and empty ones have
/// no Run. A mark is further out the earlier it starts; of those that start together, the longer one
/// is, and of equals the one given first. An empty `within` has no Runs.
///
/// ```
/// use whosaid::highlight::runs;
/// use whosaid::span::Span;
///
/// let runs = runs(Span::new(0, 9), &[(Span::new(2, 6), 'q'), (Span::new(4, 8), 'h')]);
/// let shown: Vec<(u32, u32, String)> = runs
///     .iter()
///     .map(|run| (run.span.start, run.span.end, run.marks.iter().collect()))
///     .collect();
/// let expected = [(0, 2, ""), (2, 4, "q"), (4, 6, "qh"), (6, 8, "h"), (8, 9, "")];
/// assert_eq!(shown, expected.map(|(start, end, marks)| (start, end, marks.to_owned())));
/// ```
#[must_use]
pub fn runs<M: Clone>(within: Span, marks: &[(Span, M)]) -> Vec<Run<M>> {
    let spans: Vec<Span> = marks.iter().map(|(span, _)| *span).collect();
    let mut runs = Vec::new();
    cover(within, &spans, &mut |span, open| {
        let marks = open.iter().map(|&idx| marks[idx].1.clone()).collect();
        runs.push(Run { span, marks });
    });
    runs
}

/// Gives each stretch of `within` with the indices of the `marks` on it. Apart from [`runs`] because
/// this is compiled once, and that for every kind of mark.
fn cover(within: Span, marks: &[Span], give: &mut dyn FnMut(Span, &[usize])) {
    let mut outermost_first = Vec::new();
    let mut borders = vec![key(0, 0, within.start), key(0, 0, within.end)];
    for (mark, idx) in marks.iter().zip(0..) {
        if let Some(inside) = mark.intersection(within).filter(|inside| !inside.is_empty()) {
            outermost_first.push(key(inside.start, u32::MAX - inside.end, idx));
            borders.extend([key(0, 0, inside.start), key(0, 0, inside.end)]);
        }
    }
    let mut waiting = &sorted(outermost_first)[..];
    let mut open: Vec<usize> = Vec::new();
    for border in sorted(borders).windows(2) {
        let span = Span::new(third(border[0]), third(border[1]));
        if span.is_empty() {
            continue;
        }
        open.retain(|&idx| marks[idx].end > span.start);
        while let [mark, rest @ ..] = waiting
            && first(*mark) == span.start
        {
            open.push(third(*mark) as usize);
            waiting = rest;
        }
        give(span, &open);
    }
}
