//! Stemming, done when a dossier is pressed, by the Snowball stemmers (Porter, "Snowball: A language
//! for stemming algorithms", 2001).

use rust_stemmers::{Algorithm, Stemmer};

use crate::fold::fold;

/// The stemmer of a language; `None` where there is none.
pub(super) fn stemmer(language: &str) -> Option<Stemmer> {
    let primary = language.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    let algorithm = match &*primary {
        "ar" => Algorithm::Arabic,
        "da" => Algorithm::Danish,
        "de" => Algorithm::German,
        "el" => Algorithm::Greek,
        "en" => Algorithm::English,
        "es" => Algorithm::Spanish,
        "fi" => Algorithm::Finnish,
        "fr" => Algorithm::French,
        "hu" => Algorithm::Hungarian,
        "it" => Algorithm::Italian,
        "nb" | "nn" | "no" => Algorithm::Norwegian,
        "nl" => Algorithm::Dutch,
        "pt" => Algorithm::Portuguese,
        "ro" => Algorithm::Romanian,
        "ru" => Algorithm::Russian,
        "sv" => Algorithm::Swedish,
        "ta" => Algorithm::Tamil,
        "tr" => Algorithm::Turkish,
        _ => return None,
    };
    Some(Stemmer::create(algorithm))
}

/// The folded stem of a word as written; empty where it has none, as numbers.
pub(super) fn stem(stemmer: &Stemmer, word: &str) -> String {
    if !word.chars().all(char::is_alphabetic) {
        return String::new();
    }
    fold(&stemmer.stem(&word.to_lowercase())).text().to_owned()
}
