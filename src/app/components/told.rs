//! What was just done, announced.

use yew::prelude::*;

use crate::app::effects::clock;

/// A sentence for a live region. One that is told a second time is spoken a second time: it stands in an element of
/// its own, which comes anew.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Told {
    words: AttrValue,
    /// When it was told, in milliseconds.
    at: f64,
}

impl Told {
    /// What is told now.
    pub fn now(words: impl Into<AttrValue>) -> Self {
        Self { words: words.into(), at: clock::elapsed() }
    }

    /// The sentence, for an element with the role of a status.
    pub fn words(&self) -> Html {
        html! { <span key={self.at.to_string()}>{ &self.words }</span> }
    }
}
