//! The reader's wasm: a dossier put into it, and taken out of it.

use wasm_encoder::{CustomSection, Module, RawSection};
use wasmparser::{Encoding, Parser, Payload};

use crate::pack::SECTION_NAME;

/// `wasm` with `pack` as its one custom section [`SECTION_NAME`], in place of any it had. The other
/// sections keep their contents and order.
///
/// # Errors
///
/// What is wrong, when `wasm` is not a wasm module.
pub fn with_pack(wasm: &[u8], pack: &[u8]) -> Result<Vec<u8>, String> {
    let mut module = Module::new();
    // In front, where it costs Brotli least.
    module.section(&CustomSection { name: SECTION_NAME.into(), data: pack.into() });
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload.map_err(|error| error.to_string())?;
        match &payload {
            Payload::Version { encoding: Encoding::Component, .. } => {
                return Err("it is a wasm component, not a module".to_owned());
            }
            Payload::CustomSection(section) if section.name() == SECTION_NAME => continue,
            _ => {}
        }
        if let Some((id, range)) = payload.as_section() {
            let data = &wasm[range.start as usize..range.end as usize];
            module.section(&RawSection { id, data });
        }
    }
    Ok(module.finish())
}

/// The pack in `wasm`: what [`with_pack`] put there; empty where nothing is.
///
/// # Errors
///
/// What is wrong, when `wasm` is not a whole wasm module.
pub fn pack_in(wasm: &[u8]) -> Result<&[u8], String> {
    let mut pack = None;
    // To the end, because a module that is cut off does not start, whatever stands at its head.
    for payload in Parser::new(0).parse_all(wasm) {
        match payload.map_err(|error| error.to_string())? {
            Payload::CustomSection(section) if section.name() == SECTION_NAME => {
                pack.get_or_insert(section.data());
            }
            _ => {}
        }
    }
    Ok(pack.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    const EMPTY: &[u8] = b"\0asm\x01\0\0\0";

    #[test]
    fn pressing_again_replaces_the_pack() {
        let once = with_pack(EMPTY, b"first, and longer than the second").unwrap();
        assert_eq!(with_pack(&once, b"second"), with_pack(EMPTY, b"second"));
    }

    #[test]
    fn other_sections_stay() {
        let mut module = Module::new();
        module.section(&CustomSection { name: "other".into(), data: b"kept".into() });
        let wasm = module.finish();
        let once = with_pack(&wasm, b"pack").unwrap();
        // All but the eight bytes at the head of a module.
        assert!(once.ends_with(&wasm[8..]));
        assert_eq!(with_pack(&once, b"pack").unwrap(), once);
    }

    #[test]
    fn a_pack_is_taken_out_as_it_was_put_in() {
        let pressed = with_pack(EMPTY, b"pack").unwrap();
        assert_eq!(pack_in(&pressed), Ok(&b"pack"[..]));
        assert_eq!(pack_in(EMPTY), Ok(&b""[..]));
        let mut module = Module::new();
        module.section(&CustomSection { name: "other".into(), data: b"kept".into() });
        let pressed = with_pack(&module.finish(), b"pack").unwrap();
        assert!(pack_in(&pressed[..pressed.len() - 1]).is_err());
    }

    #[test]
    fn what_is_not_wasm_is_refused() {
        assert!(pack_in(b"<!doctype html>").is_err());
        assert!(with_pack(b"<!doctype html>", b"pack").is_err());
    }
}
