//! Tests in a real browser, for what only a browser can show: `cargo xtask test --only web`.
//!
//! One module a subject. The core's rules are tested natively, in `tests/core`.
#![cfg(target_arch = "wasm32")]

mod offsets;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
