//! Components, and functions for fragments that have no state and no properties of their own.

pub mod select;
pub mod told;

pub mod arrivals;
pub mod headline;
pub mod picture;
pub mod pieces;

pub mod version;

pub mod note;
pub mod pin;

pub mod objection;

pub mod cite;
pub mod elsewhere;
pub mod who;

pub mod evidence;

pub mod paragraph;
pub mod strip;

pub mod passage;

pub mod search_notes;

pub mod matrix;
pub mod telling;

pub mod article_card;
pub mod article_head;

pub mod agreement;

pub mod article_body;

pub mod nav;
pub mod neighbours;
pub mod reading_bar;
pub mod selection_bar;

pub mod legend;
pub mod settings;

pub mod filters;

pub mod comparison_bar;

pub mod dialog;

pub mod check_dialog;
pub mod embed_dialog;
pub mod keys_dialog;
pub mod loads_dialog;
pub mod take_dialog;

pub mod dialogs;

pub mod foot;
pub mod masthead;
pub mod notices;
pub mod status;
pub mod welcome_back;
