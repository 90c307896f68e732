//! Where the dossier's bytes come from: a custom section of the wasm that runs here.

use js_sys::{Uint8Array, WebAssembly};
use wasm_bindgen::JsCast;

use crate::dossier::Dossier;
use crate::pack::{PackError, SECTION_NAME};

/// Opens the dossier. Its bytes stay for as long as the page.
///
/// # Errors
///
/// Where there is none, or one that cannot be read.
pub fn open() -> Result<Dossier<'static>, PackError> {
    let module: WebAssembly::Module = wasm_bindgen::module().unchecked_into();
    let sections = WebAssembly::Module::custom_sections(&module, SECTION_NAME);
    // `undefined`, where there is no such section, makes an empty array.
    let bytes = Uint8Array::new(&sections.get(0)).to_vec();
    Dossier::open(bytes.leak())
}
