//! The page's colours: an attribute of the root element, which the style sheet reads.

use yew::prelude::*;

use super::document;
use crate::app::store::Reader;

/// Keeps the root element's attributes at the state's theme and frame.
#[hook]
pub fn use_sync(reader: &Reader) {
    use_effect_with((reader.store.theme(), reader.store.route.embed), |(theme, embed)| {
        if let Some(root) = document().document_element() {
            // Setting an attribute of a well-formed name cannot fail.
            let _ = root.set_attribute("data-theme", theme.name());
            let _ = root.toggle_attribute_with_force("data-embed", *embed);
        }
    });
}
