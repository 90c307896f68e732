//! Noun phrases and finite verbs, from word order alone.
//!
//! There is no parser behind this: a noun phrase grows from its known end until a word that cannot
//! belong to it. All functions look at a bounded number of words.

mod finite;

mod amount;

mod noun_phrase;

mod subject;

mod list;

mod apposition;

mod relative;

mod circumstance;

pub(super) use self::amount::is_part_of_whole;
pub(super) use self::apposition::{
    LONGEST_APPOSITION, before_apposition, body_apposed, is_half_of_office, name_apposed,
    name_with_open_apposition, with_name_behind,
};
pub(super) use self::circumstance::{interviewed, point_of_view, spoken_to};
pub(super) use self::finite::{has_finite_verb, is_finite_verb, is_passive, takes_bare_clause};
pub(super) use self::list::{is_bare_plural, with_list_before, with_list_behind};
pub(super) use self::noun_phrase::{
    are_bodies, body_goes_on, noun_phrase_after, noun_phrase_before,
};
pub(super) use self::relative::{antecedent_before, before_relative_clause, is_bodies};
pub(super) use self::subject::{clause_subjects, is_in_side_clause, is_subject, main_subject};
