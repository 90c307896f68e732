//! [`Entity`]: a person or a body that one article names.

use std::collections::BTreeSet;

/// Gender, as far as a text shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gender {
    Male,
    Female,
}

impl Gender {
    /// Whether two of what texts show may be the gender of one person.
    pub(super) fn may_agree(one: Option<Gender>, other: Option<Gender>) -> bool {
        one.is_none() || other.is_none() || one == other
    }
}

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum EntityKind {
    /// One person.
    Person,
    /// A bare name that may be a person's or a body's.
    Unclear,
    /// A body, or people who speak as one.
    Body,
}

/// Someone or something an article names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entity {
    /// The words of the fullest name.
    pub(super) name: Vec<String>,
    /// Full names that the article writes otherwise.
    pub(super) spellings: BTreeSet<String>,
    /// What it is.
    pub(super) kind: EntityKind,
    /// Whether the article says what it is and never which one: "the company".
    pub(super) is_nameless: bool,
    /// Whether words further up are attributed to it by its name.
    pub(super) has_spoken: bool,
    /// As far as the article shows.
    pub(super) gender: Option<Gender>,
    /// In years, where the article first states it with the name.
    pub(super) age: Option<u8>,
    /// The body for which these people speak, by its place among the entities: "agency officials".
    pub(super) body: Option<usize>,
    /// Offices and trades, as written, each as often as it occurs.
    pub(super) roles: Vec<String>,
}
