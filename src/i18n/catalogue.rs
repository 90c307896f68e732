//! The messages of the interface in one language.

use serde::{Deserialize, Serialize};

/// The language in which the messages stand in the code, a tag of BCP 47.
pub const SOURCE_LANGUAGE: &str = "en";

/// The messages of the interface in one language. The default one is English.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Catalogue<S> {
    /// Its tag of BCP 47; empty for English.
    pub(super) language: S,
    /// By the English message, the one with the plural where there are two; sorted. Of two forms the first is for
    /// one, the second for any other number.
    pub(super) messages: Vec<(S, Vec<S>)>,
}

impl<S: AsRef<str>> Catalogue<S> {
    /// The language, a tag of BCP 47.
    pub fn language(&self) -> &str {
        tag_of(self.language.as_ref())
    }

    /// Each message in English, with its forms in this language; sorted.
    pub fn messages(&self) -> impl Iterator<Item = (&str, &[S])> {
        self.messages.iter().map(|(english, forms)| (english.as_ref(), &**forms))
    }

    pub(super) fn forms(&self, english: &str) -> Option<&[S]> {
        let at = self.messages.binary_search_by_key(&english, |(message, _)| message.as_ref());
        at.ok().map(|at| &*self.messages[at].1)
    }
}

impl Catalogue<String> {
    /// The same, to be [spoken](super::within): it stays as long as the program.
    #[must_use]
    pub fn leak(self) -> Catalogue<&'static str> {
        let leak = |text: String| -> &'static str { text.leak() };
        let messages = self
            .messages
            .into_iter()
            .map(|(english, forms)| (leak(english), forms.into_iter().map(leak).collect()));
        Catalogue { language: leak(self.language), messages: messages.collect() }
    }
}

/// The tag of a catalogue's language, which is empty for English.
pub(super) fn tag_of(language: &str) -> &str {
    if language.is_empty() { SOURCE_LANGUAGE } else { language }
}
