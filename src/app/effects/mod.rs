//! All that touches the browser: one of its interfaces a file.
//!
//! Plain functions that take and return plain data; hooks and callbacks call them, and what is drawn only once the page
//! is alive, because pages are drawn where there is no browser as well. Where the browser refuses (no
//! storage in a sandboxed frame), the effect does without and says so where that matters to the reader.

#![allow(clippy::disallowed_methods, reason = "this is the one place that reaches for the browser")]

pub mod dom;

pub mod scroll;

pub mod focus;

pub mod clock;
pub mod database;
pub mod history;
pub mod page;
pub mod page_script;
pub mod pointer;

pub mod address;
pub mod blocks;

pub mod clipboard;
pub mod download;
pub mod frame;
pub mod highlight;
pub mod interface;
pub mod notes;
#[cfg(target_arch = "wasm32")]
pub mod pack;
pub mod selection;
pub mod storage;
pub mod worker;

pub mod loads;
