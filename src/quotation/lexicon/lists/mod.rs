//! The word lists: what the engine knows of English, by subject.
//!
//! Everything here is general English; no list holds a name of anyone quoted. Words are in lower
//! case unless a list says otherwise, with straight apostrophes.
//!
//! [`LISTS`] and [`VERBS`] are the vocabulary: words by what they may be, divided by white space,
//! of which [`super::table`] makes one hash table. All others are short lists that single rules
//! name. A rule asks for them by `Word::is_any`, which takes signs and words of the vocabulary
//! alone (debug builds see to that), or compares them with the text of a word by `contains`.
//!
//! The cue verbs follow the lists of the field (Krestel et al. 2008; the Gender Gap Tracker; Pareti
//! 2013), grouped by what may stand as their content.

mod bodies;
mod clauses;
mod given_names;
mod offices;
mod people;
mod places;
mod spelling;
mod subjects;
mod times;
mod verbs;

mod tagged;

pub(crate) use bodies::*;
pub(crate) use clauses::*;
pub(crate) use offices::*;
pub(crate) use people::*;
pub(crate) use places::{
    BEHIND_AND_IN_PLACES, DIRECTIONS, ENDS_OF_ORIGINS, ENDS_OF_PLACES, PARTS_OF_PLACES,
    PLACES_BEHIND_NEW, SHORT_STATES, STATES,
};
pub(crate) use spelling::*;
pub(crate) use subjects::*;
pub(super) use tagged::LISTS;
pub(crate) use times::*;
pub(crate) use verbs::*;
