//! Hooks: how state and browser follow each other. Each watches a part of the state, or a thing in the
//! browser.

mod address;
mod blocks;
mod document;
mod field_value;
mod host;
mod notebook;
mod out_of_reach;
mod painting;
mod place;
mod preferences;
mod reading_place;
mod rescue;
mod search;
mod service_worker;
mod settled;
mod shortcuts;
mod verification;

mod keeping;

pub use self::address::use_address;
pub use self::blocks::{Blocks, use_blocks};
pub use self::document::use_document;
pub use self::field_value::use_field_value;
pub use self::host::use_host;
pub use self::keeping::{Keeping, use_keeping};
pub use self::notebook::use_notebook;
pub use self::out_of_reach::use_is_out_of_reach;
pub use self::painting::use_painting;
pub use self::place::use_place;
pub use self::preferences::use_kept_preferences;
pub use self::reading_place::use_reading_place;
pub use self::rescue::use_rescue;
pub use self::search::{SearchState, use_search};
pub use self::service_worker::{Change, Update, use_service_worker};
pub use self::settled::use_settled;
pub use self::shortcuts::{keys, use_shortcuts};
pub use self::verification::{CheckState, use_verification};
