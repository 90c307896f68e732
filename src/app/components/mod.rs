//! One component a file: what it shows comes in, what the reader does goes out as an action.

pub mod article_card;
pub mod article_view;
pub mod colophon;
pub mod evidence;
pub mod filters;
pub mod front;
pub mod hit_text;
pub mod keys;
pub mod link;
pub mod masthead;
pub mod notices;
pub mod paragraph;
pub mod results;
pub mod speaker_index;
pub mod status;
pub mod step_bar;
