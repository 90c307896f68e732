//! Copying text.

use wasm_bindgen::JsCast;
use web_sys::{HtmlDocument, HtmlElement, HtmlTextAreaElement};

use super::document;

/// Copies `text`; whether the browser did.
///
/// By the old command and not by `navigator.clipboard`: that one needs leave in a frame, which the page
/// around it seldom gives, while the command works in every frame after a click.
pub fn copy(text: &str) -> bool {
    copy_from_field(text).unwrap_or(false)
}

fn copy_from_field(text: &str) -> Option<bool> {
    let document = document();
    let before = document.active_element();
    let field: HtmlTextAreaElement = document.create_element("textarea").ok()?.unchecked_into();
    field.set_value(text);
    field.set_class_name("visually-hidden");
    // Inside the open dialog or page, where a field may take the focus.
    document.body()?.append_child(&field).ok()?;
    field.select();
    let copied = document.unchecked_into::<HtmlDocument>().exec_command("copy").unwrap_or(false);
    field.remove();
    if let Some(before) = before {
        let _ = before.unchecked_into::<HtmlElement>().focus();
    }
    Some(copied)
}
