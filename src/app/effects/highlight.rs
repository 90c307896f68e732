//! Painting words with the CSS Custom Highlight API, which leaves the elements alone.
//!
//! A component asks for stretches of its own element's text and gives them up when it goes. Where the API
//! is missing, components wrap hits in `<mark>` instead.

use std::cell::RefCell;

use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use web_sys::{CharacterData, Element, Node, Range};

use super::dom::{document, window};
use super::scroll;

#[wasm_bindgen]
extern "C" {
    // web-sys has these behind its flag for unstable interfaces.
    #[wasm_bindgen(extends = js_sys::Object)]
    #[derive(Clone)]
    type Highlight;
    #[wasm_bindgen(constructor)]
    fn new() -> Highlight;
    #[wasm_bindgen(method)]
    fn add(this: &Highlight, range: &Range);
    #[wasm_bindgen(method)]
    fn delete(this: &Highlight, range: &Range);
    #[wasm_bindgen(method, setter)]
    fn set_priority(this: &Highlight, priority: i32);

    type HighlightRegistry;
    #[wasm_bindgen(thread_local_v2, js_namespace = CSS, js_name = highlights)]
    static HIGHLIGHTS: HighlightRegistry;
    #[wasm_bindgen(method)]
    fn set(this: &HighlightRegistry, name: &str, highlight: &Highlight);
}

/// What words are painted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layer {
    /// The reader noted them.
    Note,
    /// They are the evidence of an attribution.
    Evidence,
    /// They answer the query.
    Hit,
    /// The reader stands at them.
    CurrentHit,
}

impl Layer {
    const N_LAYERS: usize = 4;

    /// The name in the style sheet, and the priority where layers overlap.
    fn name_and_priority(self) -> (&'static str, i32) {
        match self {
            Layer::Note => ("whosaid-note", 0),
            Layer::Evidence => ("whosaid-evidence", 0),
            Layer::Hit => ("whosaid-hit", 1),
            Layer::CurrentHit => ("whosaid-current-hit", 2),
        }
    }

    /// Its highlight, which is made when something is painted for the first time.
    fn highlight(self) -> Highlight {
        thread_local! {
            static MADE: RefCell<[Option<Highlight>; Layer::N_LAYERS]> = const { RefCell::new([const { None }; Layer::N_LAYERS]) };
        }
        MADE.with_borrow_mut(|made| {
            let make = || {
                let (name, priority) = self.name_and_priority();
                let highlight = Highlight::new();
                highlight.set_priority(priority);
                HIGHLIGHTS.with(|highlights| highlights.set(name, &highlight));
                highlight
            };
            made[self as usize].get_or_insert_with(make).clone()
        })
    }
}

/// Whether this browser can paint hits.
pub fn can_paint() -> bool {
    thread_local! {
        static CAN_PAINT: bool = Reflect::has(&window(), &"Highlight".into()).unwrap_or(false);
    }
    CAN_PAINT.with(|can_paint| *can_paint)
}

/// A stretch of an element's text in UTF-16 units from its start, and what it is painted for.
pub type Stretch = (Layer, u32, u32);

/// Words that are painted for as long as this is kept.
#[derive(Default)]
pub struct Painted(Vec<(Highlight, Range)>);

impl Painted {
    /// Paints stretches of an element's text.
    pub fn new(element: &Element, stretches: &[Stretch]) -> Self {
        if stretches.is_empty() || !can_paint() {
            return Self::default();
        }
        let nodes = text_nodes(element);
        let paint = |(layer, start, end): &Stretch| {
            let range = range(&nodes, *start, *end)?;
            let highlight = layer.highlight();
            highlight.add(&range);
            Some((highlight, range))
        };
        Self(stretches.iter().filter_map(paint).collect())
    }
}

impl Drop for Painted {
    fn drop(&mut self) {
        for (highlight, range) in &self.0 {
            highlight.delete(range);
        }
    }
}

/// Brings a stretch of an element's text to the middle of the window, if it is not in view.
pub fn scroll_to(element: &Element, (_, start, end): Stretch) {
    let Some(range) = range(&text_nodes(element), start, end) else { return };
    let rect = range.get_bounding_client_rect();
    let height = scroll::window_height();
    if rect.top() < scroll::padding() || rect.bottom() > 0.9 * height {
        scroll::to(rect.top(), 0.4 * height);
    }
}

/// `NodeFilter.SHOW_TEXT`, which web-sys lacks.
const SHOW_TEXT: u32 = 4;

/// The text nodes below an element in order, each with where it starts in UTF-16 units.
fn text_nodes(element: &Element) -> Vec<(Node, u32)> {
    let walker = document().create_tree_walker_with_what_to_show(element, SHOW_TEXT);
    let Ok(walker) = walker else { return Vec::new() };
    let mut end = 0;
    std::iter::from_fn(|| {
        let node = walker.next_node().ok()??;
        let start = end;
        end += node.unchecked_ref::<CharacterData>().length();
        Some((node, start))
    })
    .collect()
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
