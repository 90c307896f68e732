//! The page's colours: attributes of the root element, which the style sheet reads.

use super::document;
use crate::state::State;

/// Sets the root element's attributes to the state's theme and frame.
pub fn follow(state: &State) {
    if let Some(root) = document().document_element() {
        // Setting an attribute of a well-formed name cannot fail.
        let _ = root.set_attribute("data-theme", state.theme().name());
        let _ = root.toggle_attribute_with_force("data-embed", state.route.embed);
    }
}
