//! Where the dossier's bytes come from: a custom section of this wasm itself.

use js_sys::{Uint8Array, WebAssembly};
use wasm_bindgen::JsCast;

use crate::dossier::Dossier;
use crate::pack::{PackError, SECTION_NAME, decode};

/// Opens the dossier. Its bytes stay for as long as the page.
///
/// # Errors
///
/// Where there is none, or one that cannot be read.
pub fn open() -> Result<Dossier<'static>, PackError> {
    let module = wasm_bindgen::module().unchecked_into();
    let sections = WebAssembly::Module::custom_sections(&module, SECTION_NAME);
    let bytes = match sections.get(0) {
        section if section.is_undefined() => Vec::new(),
        section => Uint8Array::new(&section).to_vec(),
    };
    decode(bytes.leak())
}
