//! Positions that the core hands to the DOM are those of the browser's own strings.

use js_sys::JsString;
use wasm_bindgen_test::wasm_bindgen_test;
use whosaid::span::utf16_from_bytes;

#[wasm_bindgen_test]
fn utf16_positions_are_those_of_the_browser() {
    let text = "“Zamir” é e\u{301} 😀 👩‍👩‍👧 كابل 阿富汗 end";
    let in_browser = JsString::from(text);
    for (byte, _) in text.char_indices() {
        let before = in_browser.slice(0, utf16_from_bytes(text, byte as u32));
        assert_eq!(String::from(before), text[..byte]);
    }
}
