//! The words in which the page speaks of a dossier: dates, lengths, counts, bylines, citations.
//!
//! The prerendered page and the app share them.

mod amounts;
mod dates;
mod names;

mod sources;

mod titles;

mod evidence;
mod notices;

pub use self::amounts::{
    counted, megabytes, n_words, reading_minutes, reading_minutes_of, size, thousands,
};
pub use self::dates::{date, date_span, day_of};
pub use self::evidence::{merge_reason, objection, open_explanation, rule_explanation};
pub use self::names::{
    class_of, first_words_of, in_marks, isolated_query, joined, kind_meaning, kind_name,
    named_query, short_name, speaker_name, speaker_names, theme_name, typeface_name,
};
pub use self::notices::query_notice;
pub use self::sources::{
    authors, imprint, lacks_speaker, licence, outlet, picture_of, place_in, place_sign, privacy,
    published, published_by, publisher, source_and_title, source_in, source_name, title, withdrawn,
};
pub use self::titles::{compared, heading, page_title, strap, view_title};
