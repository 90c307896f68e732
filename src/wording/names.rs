//! What speakers, kinds of quotation and settings are called, names in a row, and words in marks.

use crate::article::ParagraphKind;
use crate::dossier::Dossier;
use crate::i18n::tr;
use crate::preferences::{Theme, Typeface};
use crate::query::SpeakerChoice;
use crate::quotation::{Kind, Quotation};
use crate::shorten::at_word;

/// Words in quotation marks.
#[must_use]
pub fn in_marks(words: &str) -> String {
    tr!("“{words}”", words)
}

/// The longest words that are named in a sentence, in characters.
const LONGEST_NAMED: usize = 60;

/// Words of an article, or a query, as they are named in a sentence: those within the first 60 characters and "…" where
/// they are longer.
#[must_use]
pub fn first_words_of(words: &str) -> String {
    at_word(words, LONGEST_NAMED)
}

/// A query as it is named in a sentence: its first words, in quotation marks.
#[must_use]
pub fn named_query(query: &str) -> String {
    let query = first_words_of(query);
    if has_marks(&query) { query } else { in_marks(&query) }
}

/// As [`named_query`], isolated, so that a query of another direction leaves the words around it alone.
#[must_use]
pub fn isolated_query(query: &str) -> String {
    let isolated = format!("\u{2068}{}\u{2069}", first_words_of(query));
    if has_marks(query) { isolated } else { in_marks(&isolated) }
}

/// Whether a query has marks of its own, as a phrase has.
fn has_marks(query: &str) -> bool {
    query.starts_with(['"', '“', '„'])
}

/// Names in a row: "A", "A and B", "A, B and C".
#[must_use]
pub fn joined<T: AsRef<str>>(names: &[T]) -> String {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    match &*names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => tr!("{names} and {last}", names = first.join(", "), last),
    }
}

/// The name of a speaker choice.
#[must_use]
pub fn speaker_name<'b>(choice: SpeakerChoice, dossier: &Dossier<'b>) -> &'b str {
    match choice {
        SpeakerChoice::Speaker(speaker) => dossier.speakers.name(speaker),
        SpeakerChoice::Unattributed => tr!("Unattributed"),
    }
}

/// The names of those who said a quotation, in a row.
#[must_use]
pub fn speaker_names(quotation: &Quotation, dossier: &Dossier) -> String {
    let names = SpeakerChoice::speakers_of(quotation).map(|choice| speaker_name(choice, dossier));
    joined(&names.collect::<Vec<_>>())
}

/// The last word of a name, to stand behind a quotation: "Kabulov"; of a body the whole name.
#[must_use]
pub fn short_name<'b>(choice: SpeakerChoice, dossier: &Dossier<'b>) -> &'b str {
    let name = speaker_name(choice, dossier);
    let is_personal =
        name.split(' ').all(|word| !word.starts_with(|c: char| c.is_ascii_lowercase()));
    let space = name.bytes().rposition(|byte| byte == b' ').filter(|_| is_personal);
    space.map_or(name, |at| &name[at + 1..])
}

/// A kind as a heading has it.
#[must_use]
pub fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Direct => tr!("Direct"),
        Kind::Indirect => tr!("Indirect"),
        Kind::Mixed => tr!("Mixed"),
    }
}

/// What a kind means, in half a sentence.
#[must_use]
pub fn kind_meaning(kind: Kind) -> &'static str {
    match kind {
        Kind::Direct => tr!("the speaker’s own words"),
        Kind::Indirect => tr!("reported in the outlet’s words"),
        Kind::Mixed => tr!("reported, partly in the speaker’s own words"),
    }
}

/// The name of colours.
#[must_use]
pub fn theme_name(theme: Theme) -> &'static str {
    match theme {
        Theme::Auto => tr!("Auto"),
        Theme::Light => tr!("Light"),
        Theme::Dark => tr!("Dark"),
    }
}

/// The name of a typeface.
#[must_use]
pub fn typeface_name(typeface: Typeface) -> &'static str {
    match typeface {
        Typeface::Serif => tr!("Serif"),
        Typeface::Sans => tr!("Sans"),
    }
}

/// The class of a block's kind in the style sheet.
#[must_use]
pub fn class_of(kind: ParagraphKind) -> &'static str {
    match kind {
        ParagraphKind::Headline => "headline",
        ParagraphKind::Text => "text",
        ParagraphKind::Heading => "heading",
        ParagraphKind::Caption => "caption",
        ParagraphKind::Item => "item",
        ParagraphKind::Block => "block",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_named_with_its_own_marks() {
        let named = ["calm", "“all calm”", "\"all calm\" outlet:herald"].map(named_query);
        assert_eq!(named, ["“calm”", "“all calm”", "\"all calm\" outlet:herald"]);
        let long = named_query(&"calm ".repeat(20));
        assert!(long.starts_with("“calm") && long.ends_with("…”"), "{long}");
        // The marks around it are the sentence's.
        let isolated = ["calm", "“all calm”"].map(isolated_query);
        assert_eq!(isolated, ["“\u{2068}calm\u{2069}”", "\u{2068}“all calm”\u{2069}"]);
    }
}
