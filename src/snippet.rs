//! [`snippet`]: the window of a paragraph that shows most of what was found in it.
//!
//! Spans in, Spans out: the page cuts the text and marks the hits itself.

use crate::span::Span;

/// A window of a paragraph and what to highlight in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snippet {
    /// What to show; inside the paragraph, ends on word boundaries where the text has spaces.
    pub window: Span,
    /// Whether words of the paragraph before the window are left out.
    pub clipped_start: bool,
    /// Whether words of the paragraph after the window are left out.
    pub clipped_end: bool,
    /// The hits inside the window, cut to it; sorted, disjoint where the hits were.
    pub highlights: Vec<Span>,
}

/// The densest window of at most `budget_chars` Unicode scalar values.
///
/// `paragraph` is a Span of `text`, `hits` are sorted Spans of `text`, of which those outside of the
/// paragraph play no part. The window holds as many hits as any window of that size, in the earliest
/// such place, with words before and after; without hits it is the paragraph's beginning. A hit
/// longer than the budget is shown from its start.
///
/// # Panics
///
/// If a Span is not one of `text`.
#[must_use]
pub fn snippet(text: &str, paragraph: Span, hits: &[Span], budget_chars: usize) -> Snippet {
    let words = paragraph.of(text);
    let hits: Vec<Span> = hits.iter().filter_map(|hit| hit.intersection(paragraph)).collect();
    // Where each character begins, and the end: the budget counts characters, Spans bytes.
    let mut starts: Vec<u32> = words.char_indices().map(|(at, _)| at as u32).collect();
    starts.push(paragraph.len());
    let n_chars = starts.len() - 1;
    let char_at = |byte: u32| starts.partition_point(|&start| start < byte - paragraph.start);

    let window = if n_chars <= budget_chars {
        0..n_chars
    } else {
        let (first, last) =
            densest(&hits, |hit| (char_at(hit.start), char_at(hit.end)), budget_chars);
        let room = budget_chars.saturating_sub(last - first) / 2;
        let start = first.saturating_sub(room).min(n_chars - budget_chars);
        let end = start + budget_chars;
        let gap_at = |idx: usize| words[starts[idx] as usize..].starts_with(char::is_whitespace);
        // To whole words, as long as that costs no hit; text without spaces stays as it was cut.
        let start_of_word = |idx: &usize| *idx == 0 || gap_at(*idx - 1);
        let end_of_word = |idx: &usize| *idx == n_chars || gap_at(*idx);
        let whole_start = (start..=first.max(start)).find(start_of_word).unwrap_or(start);
        let whole_end = (last.min(end)..=end).rev().find(end_of_word).unwrap_or(end);
        if whole_start < whole_end { whole_start..whole_end } else { start..end }
    };
    let window =
        Span::new(paragraph.start + starts[window.start], paragraph.start + starts[window.end]);
    Snippet {
        window,
        clipped_start: window.start > paragraph.start,
        clipped_end: window.end < paragraph.end,
        highlights: hits.iter().filter_map(|hit| hit.intersection(window)).collect(),
    }
}

/// The stretch from the first to the last of the most hits that fit into `budget` characters
/// together; `(0, 0)` without hits.
fn densest(hits: &[Span], chars: impl Fn(Span) -> (usize, usize), budget: usize) -> (usize, usize) {
    let places: Vec<(usize, usize)> = hits.iter().map(|&hit| chars(hit)).collect();
    let mut best = 0..0;
    let mut first = 0;
    for last in 0..places.len() {
        while first < last && places[last].1 - places[first].0 > budget {
            first += 1;
        }
        if last + 1 - first > best.len() {
            best = first..last + 1;
        }
    }
    if best.is_empty() { (0, 0) } else { (places[best.start].0, places[best.end - 1].1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Hits are in square brackets in the input; what is clipped shows as `…` in the output.
    #[track_caller]
    fn check(marked: &str, budget_chars: usize, expected: &str) {
        let mut text = String::new();
        let mut hits = Vec::new();
        let mut start = 0;
        for c in marked.chars() {
            match c {
                '[' => start = text.len(),
                ']' => hits.push(Span::from_range(start..text.len())),
                _ => text.push(c),
            }
        }
        let paragraph = Span::from_range(0..text.len());
        let snippet = snippet(&text, paragraph, &hits, budget_chars);
        let mut shown = String::new();
        let mut at = snippet.window.start;
        for hit in &snippet.highlights {
            shown += Span::new(at, hit.start).of(&text);
            shown += &format!("[{}]", hit.of(&text));
            at = hit.end;
        }
        shown += Span::new(at, snippet.window.end).of(&text);
        let start = if snippet.clipped_start { "…" } else { "" };
        let end = if snippet.clipped_end { "…" } else { "" };
        assert_eq!(format!("{start}{shown}{end}"), expected);
    }

    #[test]
    fn the_window_goes_where_the_hits_are() {
        check("one two three", 40, "one two three");
        check("one two three four five six", 12, "one two…");
        check("one two three four [five] six seven", 15, "…four [five] six…");
        check("[one] two three four five [six] [seven] eight nine", 16, "…[six] [seven]…");
        check("ä ö ü ß [é] ñ ø å", 5, "…ß [é] ñ…");
        check("塔利班進入[喀布爾]總統府的時候", 5, "…入[喀布爾]總…");
        check("aaaa [bbbbbbbbbbbb] cccc", 6, "…[bbbbbb]…");
    }
}
