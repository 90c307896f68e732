//! The page's colours and size of text: attributes of the root element, which the style sheet reads.

use super::document;
use crate::state::State;

/// Sets the root element's attributes to the state's theme, size of text and frame.
pub fn follow(state: &State) {
    if let Some(root) = document().document_element() {
        // Setting an attribute of a well-formed name cannot fail.
        let _ = root.set_attribute("data-theme", state.theme().name());
        let _ = root.set_attribute("data-text", state.preferences.text_size.name());
        let _ = root.toggle_attribute_with_force("data-embed", state.route.embed);
    }
}
