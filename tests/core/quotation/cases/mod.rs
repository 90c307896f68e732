//! One case a rule, by subject: the annotated text is both input and expectation.

mod bodies;
mod clauses;
mod cues;
mod labels;
mod marks;
mod names;
mod nobody;
mod pronouns;
mod subjects;
