//! The words that the reader has selected.

use wasm_bindgen::JsCast;
use web_sys::{Element, Node, Range};

use super::dom::{document, window};

/// Selected words inside one paragraph of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selected {
    /// The element id of the paragraph.
    pub id: String,
    /// Where the words begin in its text, in UTF-16 units.
    pub start: u32,
    /// Where they end.
    pub end: u32,
}

/// Whether words of several paragraphs of an article are selected.
pub fn is_across() -> bool {
    range().is_some_and(|(_, [start, end])| start != end)
}

/// What is selected, where that is words of one paragraph.
pub fn selected() -> Option<Selected> {
    let (range, [start, end]) = range()?;
    if start != end {
        return None;
    }
    let offset = |node: &Node, at: u32| -> Option<u32> {
        let before: Range = document().create_range().ok()?;
        before.set_start(&start, 0).ok()?;
        before.set_end(node, at).ok()?;
        Some(String::from(before.to_string()).encode_utf16().count() as u32)
    };
    let from = offset(&range.start_container().ok()?, range.start_offset().ok()?)?;
    let to = offset(&range.end_container().ok()?, range.end_offset().ok()?)?;
    (from < to).then(|| Selected { id: start.id(), start: from, end: to })
}

/// What is selected in articles, and the paragraphs in which it begins and ends.
fn range() -> Option<(Range, [Element; 2])> {
    let selection = window().get_selection().ok().flatten()?;
    if selection.is_collapsed() || selection.range_count() == 0 {
        return None;
    }
    let range = selection.get_range_at(0).ok()?;
    let start = paragraph_of(&range.start_container().ok()?)?;
    let end = paragraph_of(&range.end_container().ok()?)?;
    Some((range, [start, end]))
}

/// Selects nothing.
pub fn clear() {
    if let Ok(Some(selection)) = window().get_selection() {
        // Where nothing is selected nothing happens.
        let _ = selection.remove_all_ranges();
    }
}

/// The paragraph of an article in which a node lies.
fn paragraph_of(node: &Node) -> Option<Element> {
    let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
    element.closest("article .paragraph").ok().flatten()
}
