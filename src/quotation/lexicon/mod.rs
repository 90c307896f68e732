//! The lexicon: what the engine knows of English words.
//!
//! [`lists`] holds the words by subject, a linguist's part of the engine; [`tags`] says what a word
//! can be, and [`table`] looks a word up, fast, because every word of every article is.

mod tags;

pub(crate) mod lists;

mod table;

pub(crate) use table::{LexicalEntry, find, find_first, is_named_body, lookup};
pub(crate) use tags::{Complement, Tags, Verb, VerbForm};
