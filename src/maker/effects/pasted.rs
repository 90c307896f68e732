//! What is pasted.

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DataTransfer, Element, Event};

use super::dropped::{self, Named};

/// What was pasted.
pub enum Pasted {
    /// Files.
    Files(Vec<Named>),
    /// Words, and the HTML that they come from, empty where there is none.
    Words {
        /// The HTML.
        html: String,
        /// The words.
        text: String,
    },
}

/// What an event of pasting brings; `None` where it goes into a field.
pub fn pasted(event: &Event) -> Option<Pasted> {
    let field = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let is_field =
        |field: Element| field.matches("input:not([type=file]), textarea").unwrap_or(false);
    if field.is_some_and(is_field) {
        return None;
    }
    let data = event.dyn_ref::<ClipboardEvent>()?.clipboard_data()?;
    if let Some(files) = data.files().filter(|files| files.length() > 0) {
        return Some(Pasted::Files(dropped::chosen(&files)));
    }
    let (html, text) = words(&data);
    Some(Pasted::Words { html, text })
}

/// The words that are pasted or dropped: as HTML, empty where there is none, and as text.
pub fn words(data: &DataTransfer) -> (String, String) {
    let [html, text] =
        ["text/html", "text/plain"].map(|kind| data.get_data(kind).unwrap_or_default());
    (html, text)
}
