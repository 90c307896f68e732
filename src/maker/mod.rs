//! A dossier made in the browser: the page `make.html`, which reads articles as the command line does and shows
//! them in the reader.
//!
//! All that is computed is done in one place, the [desk], by this library's own [`source`](crate::source),
//! [`import`](crate::import), [`compile`](crate::compile) and [`press`](crate::press). It works in a worker where the
//! browser has one, and on the page where not; the page tells it what to do by a [`Command`](message::Command) and shows
//! what it [`Told`](message::Told).
//!
//! ```text
//! files, edits ─ Command ─▶ Desk ─ Folder ─ source, compile ─▶ Told: a list for the page, a pack for the reader
//! ```

pub mod message;

pub mod folder;

mod example;

pub mod desk;

#[cfg(target_arch = "wasm32")]
mod effects;

#[cfg(target_arch = "wasm32")]
mod page;

#[cfg(target_arch = "wasm32")]
mod start;

#[cfg(target_arch = "wasm32")]
pub use self::start::start;
