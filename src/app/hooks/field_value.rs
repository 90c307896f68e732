//! [`use_field_value`]: what stands in a field follows a text, but for while it is being written in.

use yew::prelude::*;

use crate::app::effects::focus;

/// Fills a field with `text` when that has changed and the field has no focus. A `value` in the markup would be set with
/// each drawing, over what is being written just then. The field takes the returned reference.
#[hook]
pub fn use_field_value(text: String) -> NodeRef {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with(text, move |text| {
            focus::fill(&node, text);
        });
    }
    node
}
