//! Steers a real browser through its driver: Chromium, Firefox or WebKitGTK.
//!
//! [`Driver`] starts a driver and [`Browser`] is one browser behind it: what a reader does with it, and what
//! a tester sees in it. [`Engine`] knows what differs between browsers. [`Server`] serves a site on this
//! machine, notes what it is asked for, and breaks in the ways that hosts break.
//!
//! The end-to-end tests stand on this crate, and so does its own command (`src/main.rs`), which measures the
//! site and takes its picture. Methods panic where a test could only fail: see [`must`].

mod bidi;
mod browser;
mod engine;
mod server;
mod webdriver;

pub use browser::{Browser, Tab};
pub use engine::Engine;
pub use server::{Fault, Server};
pub use webdriver::Driver;

use std::fmt::Display;

/// The value of `outcome`, of what a test cannot do without. `what` was tried.
///
/// # Panics
/// With the error, and with the place of the caller.
#[track_caller]
pub fn must<T, E: Display>(what: &dyn Display, outcome: Result<T, E>) -> T {
    match outcome {
        Ok(value) => value,
        Err(error) => panic!("{what}: {error}"),
    }
}
