//! Runs cover a text exactly once, with exactly the marks that lie there.

use proptest::prelude::*;
use whosaid::highlight::runs;
use whosaid::span::Span;

fn span() -> impl Strategy<Value = Span> {
    (0u32..40, 0u32..20).prop_map(|(start, length)| Span::new(start, start + length))
}

proptest! {
    #[test]
    fn runs_cover_the_text_once(
        within in span(),
        spans in proptest::collection::vec(span(), 0..12),
    ) {
        let marks: Vec<(Span, usize)> = spans.iter().copied().zip(0..).collect();
        let runs = runs(within, &marks);
        let mut at = within.start;
        for run in &runs {
            prop_assert_eq!(run.span.start, at);
            prop_assert!(!run.span.is_empty());
            at = run.span.end;
            for byte in run.span.range() {
                let byte = Span::from_range(byte..byte + 1);
                let mut expected: Vec<usize> =
                    marks.iter().filter(|(mark, _)| mark.overlaps(byte)).map(|&(_, idx)| idx).collect();
                let mut got = run.marks.clone();
                for pair in got.windows(2) {
                    let start = |idx: usize| spans[idx].start.max(within.start);
                    prop_assert!(start(pair[0]) <= start(pair[1]), "outermost first");
                }
                got.sort_unstable();
                expected.sort_unstable();
                prop_assert_eq!(got, expected);
            }
        }
        prop_assert_eq!(at, within.end);
    }
}
