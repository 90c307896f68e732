//! [`runs`]: overlapping marked Spans to flat Runs that cover a text exactly once.
//!
//! Quotations, links, hits and what else is to be seen in a text are Spans that nest and overlap as
//! they like, while a page is a row of elements. A [`Run`] is one piece of that row, with every mark
//! that lies on it. Nothing here makes markup: a component maps Runs to elements.

use std::cmp::Reverse;

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
    let mut waiting: Vec<(Span, &M)> = Vec::new();
    let mut borders = vec![within.start, within.end];
    borders.dedup();
    for (span, mark) in marks {
        if let Some(inside) = span.intersection(within).filter(|inside| !inside.is_empty()) {
            // Outermost first, equals as they were given. Most marks come in order.
            let key = |span: Span| (span.start, Reverse(span.end));
            let at = waiting.partition_point(|(other, _)| key(*other) <= key(inside));
            waiting.insert(at, (inside, mark));
            for border in [inside.start, inside.end] {
                if let Err(at) = borders.binary_search(&border) {
                    borders.insert(at, border);
                }
            }
        }
    }

    let mut waiting = waiting.into_iter().peekable();
    let mut open: Vec<(Span, &M)> = Vec::new();
    let mut runs = Vec::new();
    for border in borders.windows(2) {
        let span = Span::new(border[0], border[1]);
        open.retain(|(mark, _)| mark.end > span.start);
        open.extend(std::iter::from_fn(|| waiting.next_if(|(mark, _)| mark.start == span.start)));
        runs.push(Run { span, marks: open.iter().map(|(_, mark)| (*mark).clone()).collect() });
    }
    runs
}
