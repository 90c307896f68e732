//! The reader's interface in other languages than English: catalogues of messages, as gettext has them.
//!
//! A message stands in the code in English, where it is used: [`tr!`]`("Published by {name}", name)`, and with a
//! number [`trn!`]`(n, "{n} passage", "{n} passages")`. A [`Catalogue`] has it in another language, by its English
//! wording; what a catalogue has not stays English. The catalogues are one file a language, `src/i18n/de.toml`
//! (see [`catalogue_of`]); a pack holds the one of its dossier's language, and the reader's wasm holds none.
//!
//! Whoever draws a page says in which language, for as long as that takes: pressing by [`within`], the app once,
//! when it starts, by [`speak`]. As with gettext that holds for the thread, so that no component passes it on.

mod catalogue;

mod built_in;

use std::cell::RefCell;
use std::fmt::Display;
use std::rc::Rc;

use catalogue::tag_of;

pub use built_in::{BUILT_IN, catalogue_of};
pub use catalogue::{Catalogue, SOURCE_LANGUAGE};

thread_local! {
    static SPOKEN: RefCell<Rc<Catalogue<&'static str>>> = RefCell::default();
}

/// Has this thread speak the language of a catalogue from now on.
pub fn speak(catalogue: Catalogue<&'static str>) {
    SPOKEN.set(Rc::new(catalogue));
}

/// Has this thread speak the language of a catalogue while `draw` runs.
pub fn within<T>(catalogue: &Catalogue<&'static str>, draw: impl FnOnce() -> T) -> T {
    /// Takes the language back, also where `draw` panics.
    struct Before(Rc<Catalogue<&'static str>>);

    impl Drop for Before {
        fn drop(&mut self) {
            SPOKEN.set(self.0.clone());
        }
    }

    let _before = Before(SPOKEN.replace(Rc::new(catalogue.clone())));
    draw()
}

/// The language that this thread speaks, a tag of BCP 47: for the attribute `lang` of the interface's own words.
#[must_use]
pub fn language() -> &'static str {
    SPOKEN.with_borrow(|catalogue| tag_of(catalogue.language))
}

/// A message in the language that is spoken; see [`tr!`].
#[must_use]
pub fn message(english: &'static str) -> &'static str {
    form(english, 0).unwrap_or(english)
}

/// A message for a number; see [`trn!`].
#[must_use]
pub fn numbered(n: usize, one: &'static str, many: &'static str) -> &'static str {
    let at = usize::from(n != 1);
    form(many, at).unwrap_or([one, many][at])
}

fn form(english: &str, at: usize) -> Option<&'static str> {
    SPOKEN.with_borrow(|catalogue| catalogue.forms(english)?.get(at).copied())
}

/// A message with its placeholders filled. One that nothing fills stays as it is.
#[must_use]
pub fn filled(message: &str, values: &[(&str, &dyn Display)]) -> String {
    let mut text = String::with_capacity(message.len() + 16);
    let mut rest = message;
    while let Some((before, placeholder)) = rest.split_once('{') {
        text.push_str(before);
        let (name, after) = placeholder.split_once('}').unwrap_or((placeholder, ""));
        match values.iter().find(|(of, _)| *of == name) {
            Some((_, value)) => text.push_str(&value.to_string()),
            None => text.extend(["{", name, "}"]),
        }
        rest = after;
    }
    text + rest
}

/// The message of this English wording in the language that is spoken: as a `&'static str`, or, where it has
/// placeholders and what fills them by their names, as a `String`.
///
/// ```text
/// tr!("Search")
/// tr!("Published by {name}", name)
/// tr!("Published by {name}", name = publisher.name())
/// ```
macro_rules! tr {
    ($message:literal $(,)?) => { $crate::i18n::message($message) };
    ($message:literal, $($name:ident $(= $value:expr)?),+ $(,)?) => {{
        $(let $name = $crate::i18n::tr!(@value $name $(= $value)?);)+
        if false {
            // The compiler holds the placeholders against what fills them.
            let _ = format_args!($message, $($name = $name),+);
        }
        $crate::i18n::filled(
            $crate::i18n::message($message),
            &[$((stringify!($name), $name as &dyn std::fmt::Display)),+],
        )
    }};
    (@value $name:ident) => { &$name };
    (@value $name:ident = $value:expr) => { &$value };
}

/// The message for a number, which fills the placeholder `{n}`, as a `String`; other placeholders as with [`tr!`].
///
/// ```text
/// trn!(n, "{n} passage", "{n} passages")
/// trn!(n, "{n} passage of {article}", "{n} passages of {article}", article = title)
/// ```
macro_rules! trn {
    ($n:expr, $one:literal, $many:literal $(, $name:ident $(= $value:expr)?)* $(,)?) => {{
        let n: usize = $n;
        $(let $name = $crate::i18n::tr!(@value $name $(= $value)?);)*
        if false {
            // The number may be left out of either.
            let _ = format_args!(concat!($one, "{n}"), n = n $(, $name = $name)*);
            let _ = format_args!(concat!($many, "{n}"), n = n $(, $name = $name)*);
        }
        $crate::i18n::filled(
            $crate::i18n::numbered(n, $one, $many),
            &[("n", &n as &dyn std::fmt::Display) $(, (stringify!($name), $name as &dyn std::fmt::Display))*],
        )
    }};
}

pub(crate) use {tr, trn};

#[cfg(test)]
mod tests {
    use super::*;

    fn french() -> Catalogue<&'static str> {
        Catalogue {
            language: "fr",
            messages: vec![
                ("Search", vec!["Chercher"]),
                (
                    "{n} passages in {article}",
                    vec!["{article} : un passage", "{article} : {n} passages"],
                ),
            ],
        }
    }

    #[test]
    fn a_message_is_in_the_language_that_is_spoken() {
        let said = || (tr!("Search"), tr!("Nobody has this"), language());
        assert_eq!(said(), ("Search", "Nobody has this", "en"));
        assert_eq!(within(&french(), said), ("Chercher", "Nobody has this", "fr"));
        assert_eq!(said(), ("Search", "Nobody has this", "en"));
    }

    #[test]
    fn a_number_decides_between_two_forms() {
        let article = "Calm";
        let said = |n| trn!(n, "{n} passage in {article}", "{n} passages in {article}", article);
        assert_eq!(
            [0, 1, 2].map(said),
            ["0 passages in Calm", "1 passage in Calm", "2 passages in Calm"]
        );
        let in_french = within(&french(), || [0, 1].map(said));
        assert_eq!(in_french, ["Calm : 0 passages", "Calm : un passage"]);
    }

    #[test]
    fn what_fills_a_placeholder_is_left_as_it_is() {
        let name = "{n} } {";
        assert_eq!(tr!("{name}, {name} and {rest}", name, rest = 1 + 1), "{n} } {, {n} } { and 2");
    }

    #[test]
    fn the_language_is_taken_back_when_drawing_fails() {
        let fails = || within(&french(), || panic!("as it should"));
        assert!(std::panic::catch_unwind(fails).is_err());
        assert_eq!(tr!("Search"), "Search");
    }
}
