//! Links that leave the dossier.

use super::element::{Element, el};

/// A link to another site, which is told nothing of where the reader comes from.
pub fn external(url: &str) -> Element {
    el("a", "").attr("href", url).attr("rel", "noopener noreferrer external")
}
