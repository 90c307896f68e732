#![cfg(target_arch = "wasm32")]
//! Tests of the app in a real browser.
