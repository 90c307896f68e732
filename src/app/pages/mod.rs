//! What the page can have open, a page each.

pub mod article;
pub mod compare;
pub mod concordance;
pub mod front;
pub mod notebook;
pub mod results;
pub mod speakers;
pub mod statements;

pub mod finding;
