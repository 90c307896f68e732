//! The reader's wasm: a dossier put into it, and taken out of it.

use std::borrow::Cow;

use wasm_encoder::{Module, RawSection, SectionId};
use wasmparser::{Encoding, Parser, Payload};

use crate::bytes::{push_leb128, push_prefixed};
use crate::pack::SECTION_NAME;

/// The magic number and the version of a module.
const HEADER_LEN: usize = 8;

/// `wasm` with `pack` as its one custom section [`SECTION_NAME`], in place of any it had, in three pieces of which the
/// pack is the middle one. The other sections keep their contents and order.
///
/// # Errors
///
/// What is wrong, when `wasm` is not a wasm module.
///
/// # Panics
///
/// If the pack is as long as 4 GiB.
pub fn with_pack<'p>(
    wasm: &[u8],
    pack: impl Into<Cow<'p, [u8]>>,
) -> Result<[Cow<'p, [u8]>; 3], String> {
    let pack = pack.into();
    let mut module = Module::new();
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
    let module = module.finish();
    let (header, others) = module.split_at(HEADER_LEN);
    let mut name = Vec::new();
    push_prefixed(SECTION_NAME.as_bytes(), &mut name);
    // In front, where it costs Brotli least.
    let mut front = header.to_vec();
    front.push(SectionId::Custom as u8);
    let section_len = u32::try_from(name.len() + pack.len());
    push_leb128(section_len.expect("a pack is shorter than 4 GiB"), &mut front);
    front.extend(name);
    Ok([front.into(), pack, others.to_vec().into()])
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
    use wasm_encoder::CustomSection;

    use super::*;

    const EMPTY: &[u8] = b"\0asm\x01\0\0\0";

    fn pressed(wasm: &[u8], pack: &[u8]) -> Vec<u8> {
        with_pack(wasm, pack).unwrap().concat()
    }

    #[test]
    fn pressing_again_replaces_the_pack() {
        let once = pressed(EMPTY, b"first, and longer than the second");
        let twice = pressed(&once, b"second");
        assert_eq!(twice, pressed(EMPTY, b"second"));
        let mut module = Module::new();
        module.section(&CustomSection { name: SECTION_NAME.into(), data: b"second".into() });
        assert_eq!(twice, module.finish());
    }

    #[test]
    fn other_sections_stay() {
        let mut module = Module::new();
        module.section(&CustomSection { name: "other".into(), data: b"kept".into() });
        let wasm = module.finish();
        let once = pressed(&wasm, b"pack");
        // All but the eight bytes at the head of a module.
        assert!(once.ends_with(&wasm[8..]));
        assert_eq!(pressed(&once, b"pack"), once);
    }

    #[test]
    fn a_pack_is_taken_out_as_it_was_put_in() {
        assert_eq!(pack_in(&pressed(EMPTY, b"pack")), Ok(&b"pack"[..]));
        assert_eq!(pack_in(EMPTY), Ok(&b""[..]));
        let mut module = Module::new();
        module.section(&CustomSection { name: "other".into(), data: b"kept".into() });
        let pressed = pressed(&module.finish(), b"pack");
        assert!(pack_in(&pressed[..pressed.len() - 1]).is_err());
    }

    #[test]
    fn what_is_not_wasm_is_refused() {
        assert!(pack_in(b"<!doctype html>").is_err());
        assert!(with_pack(b"<!doctype html>", &b"pack"[..]).is_err());
    }
}
