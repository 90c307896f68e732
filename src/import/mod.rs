//! Articles out of what others wrote for other programs: saved web pages, feeds, tables, and documents.
//!
//! [`html::page`], [`feed::read`], [`table`], documents of word processors and downloads of news archives each give [`Imported`] articles, whose
//! [`to_markdown`](Imported::to_markdown) is an article file as [`source`](crate::source) reads it.
//! [`file::read`] chooses among them by the end of a file's name.
//! What a page does not state stays absent. Nothing is fetched; what is there is read as hostile:
//! every input gives articles or says what is wrong with it, in time and memory that its length bounds.
//!
//! ```text
//! bytes ─ mhtml, decode ─▶ text ─ tree ─▶ tree of nodes ─ html (readability, metadata) ─ markdown ─▶ Imported
//! ```

mod line;

mod imported;
mod omission;

pub mod decode;
mod mhtml;

pub(crate) mod byline;
pub(crate) mod field_names;
mod tree;
pub(crate) mod unpublished;

mod markdown;

mod metadata;
mod paywall;
mod teasers;

pub mod html;

pub mod feed;
pub mod table;

pub mod json;

pub mod plain_text;

mod document;
mod news_archive;

pub mod file;

pub use self::imported::Imported;
pub(crate) use self::imported::literal;
pub use self::line::line as one_line;
pub use self::markdown::Markdown;
pub(crate) use self::news_archive::is_download as is_download_of_news_archive;
pub use self::omission::Omission;
