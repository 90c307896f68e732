//! What becomes of a panic.

use js_sys::Function;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use whosaid::app::effects::page_script;

use crate::stage::js;

#[wasm_bindgen_test]
fn a_panic_is_told_to_the_page_and_to_the_console() {
    // The app keeps the object that was there when it first asked for it, which may be before this.
    js("window.whosaid ??= {};
        window.whosaid.panicked = message => window.whosaid.message = message;
        window.logged = [];
        window.consoleError = console.error;
        console.error = (...words) => logged.push(words.join(' '));
        ''");
    // It stays: a thread that has panicked sets no other.
    page_script::report_panics();
    let panics = Closure::<dyn Fn()>::new(|| panic!("the sky fell"));
    // The trap that ends a panic comes out of JavaScript as an exception.
    let outcome = panics.as_ref().unchecked_ref::<Function>().call0(&JsValue::NULL);
    js("console.error = window.consoleError; ''");
    assert!(outcome.is_err());
    for told in [js("window.whosaid.message"), js("logged.join()")] {
        assert!(told.contains("the sky fell") && told.contains("panics.rs"), "{told}");
    }
}
