//! Painting hits with the CSS Custom Highlight API, which leaves the elements alone.
//!
//! Views say in attributes where an element's text is to be painted, in UTF-16 units; after
//! each drawing all of it is painted anew. Where the API is missing, views wrap hits in `<mark>`
//! instead, and only the scrolling to the current hit is done here.

use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Node, Range};

use super::{document, elements, focus, window};
use crate::state::State;

#[wasm_bindgen]
extern "C" {
    // web-sys has these behind its flag for unstable interfaces.
    #[wasm_bindgen(extends = js_sys::Object)]
    type Highlight;
    #[wasm_bindgen(constructor)]
    fn new() -> Highlight;
    #[wasm_bindgen(method)]
    fn add(this: &Highlight, range: &Range);
    #[wasm_bindgen(method, setter)]
    fn set_priority(this: &Highlight, priority: i32);

    type HighlightRegistry;
    #[wasm_bindgen(thread_local_v2, js_namespace = CSS, js_name = highlights)]
    static HIGHLIGHTS: HighlightRegistry;
    #[wasm_bindgen(method)]
    fn set(this: &HighlightRegistry, name: &str, highlight: &Highlight);
}

/// The layers: attribute, name in the style sheet, priority where they overlap.
const LAYERS: [(&str, &str, i32); 4] = [
    ("data-shared", "whosaid-shared", 0),
    ("data-evidence", "whosaid-evidence", 0),
    ("data-hits", "whosaid-hit", 1),
    ("data-current-hit", "whosaid-current-hit", 2),
];

/// Whether this browser can paint hits.
pub fn is_painted() -> bool {
    thread_local! {
        static IS_PAINTED: bool = Reflect::has(&window(), &"Highlight".into()).unwrap_or(false);
    }
    IS_PAINTED.with(|is_painted| *is_painted)
}

/// Paints anew, and brings the current hit into view when it has changed.
pub fn follow(before: Option<&State>, state: &State) {
    if is_painted() {
        paint();
    }
    if state.current_hit.is_some()
        && before.is_none_or(|before| before.current_hit != state.current_hit)
    {
        scroll_to_current();
    }
}

fn paint() {
    for (attribute, name, priority) in LAYERS {
        let highlight = Highlight::new();
        highlight.set_priority(priority);
        for element in elements(&format!("[{attribute}]")) {
            for range in ranges(&element, attribute) {
                highlight.add(&range);
            }
        }
        HIGHLIGHTS.with(|highlights| highlights.set(name, &highlight));
    }
}

/// The ranges that an element's attribute asks for.
fn ranges(element: &Element, attribute: &str) -> Vec<Range> {
    let spans = element.get_attribute(attribute).unwrap_or_default();
    let nodes = text_nodes(element);
    spans
        .split(' ')
        .filter_map(|span| {
            let (start, end) = span.split_once('-')?;
            range(&nodes, start.parse().ok()?, end.parse().ok()?)
        })
        .collect()
}

/// The text nodes below an element in order, each with where it starts in UTF-16 units.
fn text_nodes(element: &Element) -> Vec<(Node, u32)> {
    fn collect(node: &Node, start: &mut u32, nodes: &mut Vec<(Node, u32)>) {
        let mut child = node.first_child();
        while let Some(node) = child {
            if node.node_type() == Node::TEXT_NODE {
                nodes.push((node.clone(), *start));
                *start += node.text_content().map_or(0, |text| text.encode_utf16().count() as u32);
            } else {
                collect(&node, start, nodes);
            }
            child = node.next_sibling();
        }
    }
    let mut nodes = Vec::new();
    collect(element, &mut 0, &mut nodes);
    nodes
}

fn range(nodes: &[(Node, u32)], start: u32, end: u32) -> Option<Range> {
    let at = |unit: u32| {
        let after = nodes.partition_point(|(_, start)| *start <= unit);
        nodes.get(after.checked_sub(1)?)
    };
    let (first, first_start) = at(start)?;
    let (last, last_start) = at(end.checked_sub(1)?)?;
    let range = document().create_range().ok()?;
    range.set_start(first, start - first_start).ok()?;
    range.set_end(last, end - last_start).ok()?;
    Some(range)
}

/// Brings the current hit to the middle of the window, if it is not in view.
fn scroll_to_current() {
    let Some(element) = elements("[data-current-hit]").into_iter().next() else { return };
    let Some(range) = ranges(&element, "data-current-hit").into_iter().next() else { return };
    let rect = range.get_bounding_client_rect();
    // The step bar covers the lower edge.
    if rect.top() < 0.0 || rect.bottom() > focus::window_height() * 0.85 {
        focus::scroll_to(rect.top(), 0.5);
    }
}
