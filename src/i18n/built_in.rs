//! The catalogues that Whosaid has, one file a language.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Catalogue;
use crate::language::is_same;

/// The languages, each with its file: TOML with the English message before `=` and the other language's behind it,
/// two in a list where the message depends on a number.
pub const BUILT_IN: [(&str, &str); 1] = [("de", include_str!("de.toml"))];

/// A message as a file has it.
#[derive(Deserialize)]
#[serde(untagged)]
enum Message {
    One(String),
    Numbered([String; 2]),
}

/// The catalogue of the language of a dossier, by its tag of BCP 47; the empty one, which is English, where there is
/// none of that language.
///
/// # Panics
///
/// If a file is not as [`BUILT_IN`] has it, which a test rules out.
#[must_use]
pub fn catalogue_of(language: &str) -> Catalogue<String> {
    let built_in = BUILT_IN.iter().find(|(tag, _)| is_same(tag, language));
    built_in.map_or_else(Catalogue::default, |(tag, file)| {
        let messages: BTreeMap<String, Message> = toml::from_str(file).expect("a catalogue");
        let messages = messages.into_iter().map(|(english, message)| match message {
            Message::One(text) => (english, vec![text]),
            Message::Numbered(forms) => (english, forms.into()),
        });
        Catalogue { language: (*tag).to_owned(), messages: messages.collect() }
    })
}
