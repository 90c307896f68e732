//! Tests in a real browser, for what only a browser can show: `cargo xtask test --only web`.
//!
//! One module a subject, of the app's effects and of the app as a whole on a small dossier. The core's
//! rules are tested natively, in `tests/core`; the finished site in `tests/e2e`.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::disallowed_methods, reason = "tests look at the browser that the app works on")]

mod app;
mod loads;
mod memory;
mod offsets;
mod painting;
mod panics;
mod stage;
mod storage;
mod url;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
