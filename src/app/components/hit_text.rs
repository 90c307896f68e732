//! [`hits_attribute`]: where an element's text is to be painted as hits.

use crate::span::{Span, utf16_from_bytes};

/// The value of a `data-hits` attribute, which [`crate::app::effects::highlight`] paints: the hits
/// that lie in `within`, as `start-end` in UTF-16 units from its start, separated by spaces. `None`
/// where there are none.
pub fn hits_attribute(text: &str, within: Span, hits: &[Span]) -> Option<String> {
    let words = within.of(text);
    let hits: Vec<String> = hits
        .iter()
        .filter_map(|hit| hit.intersection(within))
        .map(|hit| {
            let hit = hit.relative_to(within.start);
            let start = utf16_from_bytes(words, hit.start);
            let end = utf16_from_bytes(words, hit.end);
            [start.to_string(), end.to_string()].join("-")
        })
        .collect();
    (!hits.is_empty()).then(|| hits.join(" "))
}
