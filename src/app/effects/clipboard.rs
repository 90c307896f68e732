//! Copying text.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlDocument, HtmlElement, HtmlTextAreaElement};

use super::dom::{document, property, window};

/// Copies `text`; whether the browser did.
///
/// A frame needs leave for the clipboard, which the page around it seldom gives; the old command works in
/// every frame after a click.
pub async fn copy(text: &str) -> bool {
    let navigator = window().navigator();
    // Pages without a secure origin do not have it.
    let has_clipboard = property(&navigator, "clipboard").is_object();
    if has_clipboard && JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok() {
        return true;
    }
    copy_by_command(text).unwrap_or(false)
}

fn copy_by_command(text: &str) -> Option<bool> {
    let document = document();
    let before = document.active_element();
    let field: HtmlTextAreaElement = document.create_element("textarea").ok()?.unchecked_into();
    field.set_value(text);
    field.set_class_name("visually-hidden");
    // Inside the open dialog or page, where a field may take the focus.
    let open = document.query_selector("dialog[open]").ok().flatten();
    let place = open.or_else(|| document.body().map(Into::into))?;
    place.append_child(&field).ok()?;
    field.select();
    let copied = document.unchecked_into::<HtmlDocument>().exec_command("copy").unwrap_or(false);
    field.remove();
    if let Some(before) = before.and_then(|before| before.dyn_into::<HtmlElement>().ok()) {
        let _ = before.focus();
    }
    Some(copied)
}
