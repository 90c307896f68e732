//! Whosaid: a reader for a dossier of news coverage that knows who said what.
//!
//! The core computes, the app shows, the effects touch the browser, the compiler writes the pack.
//! The modules below stand in reading order, and each uses only those above it. The core (all
//! above `app`) knows no browser, files, clock or randomness. All of it builds for every target: pages are
//! written by the app's own components where there is no browser.
//!
//! The way from articles to a page:
//!
//! ```text
//! Article ─ quotation ─▶ + Quotations, Speakers ─ index ─▶ Index ─ pack ─▶ bytes   (when pressed)
//! bytes ─ pack ─▶ Dossier ─ query ─▶ Hits ─ snippet, highlight ─▶ Runs ─▶ page     (in the browser)
//! ```

pub mod span;

mod bytes;
pub mod threads;

mod escape;
pub mod shorten;

pub mod article;

pub mod fold;
pub mod token;

pub mod slug;

pub mod language;

pub mod i18n;

pub mod sentence;

pub mod quotation;
pub mod reuse;

pub mod statement;

pub mod index;

pub mod pack;

pub mod anchor;

pub mod dossier;

pub mod collation;

pub mod query;

pub mod comparison;
pub mod shape;
pub mod telling;

pub mod highlight;
pub mod snippet;

pub mod compose;

pub mod choice;
pub mod notice;
pub mod preferences;

pub mod host_look;

pub mod route;

pub mod notebook;

pub mod last_place;
pub mod message;

pub mod embedding;
pub mod state;
pub mod wording;

pub mod citation;
pub mod takeaway;
pub mod verification;

pub mod compile;
pub mod date;
pub mod diagnostics;
pub mod web_url;

pub mod archive;

pub mod import;

pub mod source;

pub mod review;

pub mod app;

#[cfg(feature = "press")]
pub mod press;

#[cfg(feature = "press")]
pub mod maker;
