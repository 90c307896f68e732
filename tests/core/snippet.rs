//! A snippet keeps to its budget and to its paragraph, and shows as many hits as can be.

use proptest::prelude::*;
use whosaid::snippet::snippet;
use whosaid::span::Span;

proptest! {
    #[test]
    fn the_window_is_as_dense_as_can_be(
        words in proptest::collection::vec(("[a-zé塔😀]{1,9}", any::<bool>()), 1..40),
        before in "[a-zé]{0,5}",
        budget in 10usize..80,
    ) {
        let mut text = before.clone();
        let mut hits = Vec::new();
        for (word, is_hit) in &words {
            text.push(' ');
            if *is_hit {
                hits.push(Span::from_range(text.len()..text.len() + word.len()));
            }
            text.push_str(word);
        }
        let paragraph = Span::from_range(before.len() + 1..text.len());
        let snippet = snippet(&text, paragraph, &hits, budget);
        prop_assert!(paragraph.contains(snippet.window));
        prop_assert!(snippet.window.of(&text).chars().count() <= budget);
        prop_assert_eq!(snippet.clipped_start, snippet.window.start > paragraph.start);
        prop_assert_eq!(snippet.clipped_end, snippet.window.end < paragraph.end);
        for highlight in &snippet.highlights {
            prop_assert!(snippet.window.contains(*highlight) && highlight.fits(&text));
        }
        // Every word fits the budget, so no hit is cut and no window of that size holds more.
        let most = (0..hits.len())
            .map(|first| {
                let fits = |last: &Span| {
                    text[hits[first].start as usize..last.end as usize].chars().count() <= budget
                };
                hits[first..].iter().filter(|last| fits(last)).count()
            })
            .max()
            .unwrap_or(0);
        let whole = snippet.highlights.iter().filter(|&highlight| hits.contains(highlight)).count();
        prop_assert!(whole >= most, "{whole} of {most} hits");
    }
}
