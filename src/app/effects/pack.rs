//! Where the dossier's bytes come from: the page's script takes them out of this wasm before it runs.

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use super::whosaid;
use crate::dossier::Dossier;
use crate::pack::PackError;

/// Opens the dossier. Its bytes stay for as long as the page.
///
/// # Errors
///
/// Where there is none, or one that cannot be read.
pub fn open() -> Result<Dossier<'static>, PackError> {
    let whosaid = whosaid();
    let name = JsValue::from("dossier");
    let bytes = Reflect::get(&whosaid, &name).ok().and_then(|bytes| bytes.dyn_into().ok());
    let bytes = bytes.map_or_else(Vec::new, |bytes: Uint8Array| bytes.to_vec());
    // One copy is enough; the object is the page's own and takes any property.
    let _ = Reflect::set(&whosaid, &name, &JsValue::UNDEFINED);
    Dossier::open(bytes.leak())
}
