//! [`use_painting`]: words of a component's element are painted for as long as it is drawn so.

use yew::prelude::*;

use crate::app::effects::highlight::{Layer, Painted, Stretch, scroll_to};

/// Paints stretches of the text of an element, and brings the one at which the reader stands into view
/// when it has become that and was stepped to.
#[hook]
pub fn use_painting(node: &NodeRef, stretches: Vec<Stretch>, is_stepped_to: bool) {
    let painted = use_mut_ref(Painted::default);
    let current = stretches.iter().find(|(layer, ..)| *layer == Layer::CurrentHit).copied();
    let current = current.filter(|_| is_stepped_to);
    {
        let node = node.clone();
        // After each drawing, which may have made other text nodes.
        use_effect(move || {
            if let Some(element) = node.cast() {
                painted.replace(Painted::default());
                painted.replace(Painted::new(&element, &stretches));
            }
        });
    }
    let node = node.clone();
    use_effect_with(current, move |current| {
        if let (Some(current), Some(element)) = (current, node.cast()) {
            scroll_to(&element, *current);
        }
    });
}
