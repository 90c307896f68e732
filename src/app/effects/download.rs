//! Files for the reader to keep, and paper.

use gloo::timers::callback::Timeout;
use js_sys::{Array, JSON, Uint8Array};
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlInputElement, Url};

use super::dom::{document, window};
use crate::slug::slug;

/// When a browser has taken hold of a file's bytes at the latest, in milliseconds.
const READ_BY: u32 = 60_000;

/// Saves a text as a file that is named after `title`; whether the browser was asked to.
pub fn save(title: &str, extension: &str, kind: &str, text: &str) -> bool {
    save_blob(title, extension, kind, text).is_ok()
}

fn save_blob(title: &str, extension: &str, kind: &str, text: &str) -> Result<(), JsValue> {
    save_as(&format!("{}.{extension}", slug(title)), kind, &text.into())
}

/// Saves bytes as a file of that name; whether the browser was asked to.
pub fn save_bytes(name: &str, kind: &str, bytes: Uint8Array) -> bool {
    save_as(name, kind, &bytes).is_ok()
}

/// Saves a text or bytes.
fn save_as(name: &str, kind: &str, content: &JsValue) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(content);
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // Safari may read the bytes only later.
    Timeout::new(READ_BY, move || drop(Url::revoke_object_url(&url))).forget();
    Ok(())
}

/// Saves records as JSON.
pub fn save_json(title: &str, extension: &str, records: &impl Serialize) -> bool {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    let value = records.serialize(&serializer).ok();
    let text = value.and_then(|value| {
        JSON::stringify_with_replacer_and_space(&value, &JsValue::NULL, &1.into()).ok()
    });
    text.is_some_and(|text| save(title, extension, "application/json", &String::from(text)))
}

/// The browser does not give the text of a file.
pub struct Unreadable;

/// The text of the file that was chosen in a field, which can then be chosen anew; `None` where none was.
pub async fn chosen_file(field: &HtmlInputElement) -> Option<Result<String, Unreadable>> {
    let file = field.files()?.get(0)?;
    let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
    field.set_value("");
    Some(text.ok_or(Unreadable))
}

/// Opens the browser's dialog for printing.
pub fn print() {
    // A sandboxed frame may refuse; the browser says so itself.
    let _ = window().print();
}
