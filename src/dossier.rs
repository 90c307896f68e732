//! What a dossier says of itself.

use serde::{Deserialize, Serialize};

/// The head of a dossier: what stands above its articles.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Masthead {
    /// The dossier's name; never empty, one line.
    pub title: String,
    /// A sentence or two on what the dossier is about; one line.
    pub standfirst: Option<String>,
    /// BCP 47 language tag of the dossier, and of every article that states none: `en`.
    pub language: String,
}
