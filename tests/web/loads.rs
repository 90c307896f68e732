//! What the page tells of the files that are kept.

use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Response;
use whosaid::app::effects::loads::length_of;

/// The length of a response with three bytes and these headers.
async fn length(headers: &str) -> Option<f64> {
    let response = js_sys::eval(&format!("new Response('abc', {{ headers: {headers} }})"));
    length_of(response.expect("it is sound").unchecked_ref::<Response>()).await
}

#[wasm_bindgen_test]
async fn a_body_is_read_only_where_its_length_is_not_stated() {
    assert_eq!(length("{ 'Content-Length': '7' }").await, Some(7.0));
    let compressed = "{ 'Content-Length': '7', 'Content-Encoding': 'br' }";
    assert_eq!(length(compressed).await, Some(3.0));
    assert_eq!(length("{}").await, Some(3.0));
}
