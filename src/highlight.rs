//! [`runs`]: overlapping marked Spans to flat Runs that cover a text exactly once.
//!
//! Quotations, links, hits and what else is to be seen in a text are Spans that nest and overlap as
//! they like, while a page is a row of elements. A [`Run`] is one piece of that row, with every mark
//! that lies on it. Nothing here makes markup: a component maps Runs to elements.

use crate::sort::{key, sorted, third};
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
    let marks: Vec<(Span, &M)> = marks
        .iter()
        .filter_map(|(span, mark)| Some((span.intersection(within)?, mark)))
        .filter(|(span, _)| !span.is_empty())
        .collect();
    let outermost_first = |(span, idx): (&Span, u32)| key(span.start, u32::MAX - span.end, idx);
    let order = sorted(marks.iter().map(|(span, _)| span).zip(0..).map(outermost_first).collect());

    let ends = marks.iter().flat_map(|(span, _)| [span.start, span.end]);
    let mut borders = sorted(ends.chain([within.start, within.end]).map(u128::from).collect());
    borders.dedup();

    let mut waiting = order.into_iter().map(|key| marks[third(key) as usize]).peekable();
    let mut open: Vec<(Span, &M)> = Vec::new();
    let mut runs = Vec::with_capacity(borders.len());
    for border in borders.windows(2) {
        let span = Span::new(third(border[0]), third(border[1]));
        open.retain(|(mark, _)| mark.end > span.start);
        while let Some(mark) = waiting.next_if(|(mark, _)| mark.start == span.start) {
            open.push(mark);
        }
        runs.push(Run { span, marks: open.iter().map(|&(_, mark)| mark.clone()).collect() });
    }
    runs
}
