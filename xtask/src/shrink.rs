//! Makes what Trunk built easier to compress, before it is pressed.
//!
//! wasm-bindgen ends the name of each function that the page's script lends to its wasm with 16 digits
//! of a hash. They are what Brotli can do least about, once in the script and once in the wasm: two
//! kilobytes together. Numbers in their place, of the same width, tell the names apart as well.

use crate::Failure;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const HASH_LEN: usize = 16;

pub fn run_chore(args: &[String]) -> Result<(), Failure> {
    let [folder] = args else {
        return Err(Failure::Usage("shrink needs the folder of a page that Trunk built".into()));
    };
    Ok(names_in(Path::new(folder))?)
}

/// Replaces the hashes in the script and the wasm of the page in `folder`.
fn names_in(folder: &Path) -> Result<(), String> {
    let script_path = only_file(folder, ".js")?;
    let wasm_path = only_file(folder, "_bg.wasm")?;
    let problem = |path: &Path, error: std::io::Error| format!("{}: {error}", path.display());
    let mut script = fs::read(&script_path).map_err(|error| problem(&script_path, error))?;
    let mut wasm = fs::read(&wasm_path).map_err(|error| problem(&wasm_path, error))?;
    let mut numbers = BTreeMap::new();
    number_hashes(&mut script, &mut numbers);
    number_hashes(&mut wasm, &mut numbers);
    fs::write(&script_path, script).map_err(|error| problem(&script_path, error))?;
    fs::write(&wasm_path, wasm).map_err(|error| problem(&wasm_path, error))
}

fn only_file(folder: &Path, ending: &str) -> Result<PathBuf, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut found = paths.filter(|path| path.to_string_lossy().ends_with(ending));
    match (found.next(), found.next()) {
        (Some(path), None) => Ok(path),
        _ => Err(format!("{} should hold one file *{ending}", folder.display())),
    }
}

/// Replaces every hash at the end of a name `__wbg_…` by the number it was given when first seen.
fn number_hashes(bytes: &mut [u8], numbers: &mut BTreeMap<Vec<u8>, usize>) {
    const PREFIX: &[u8] = b"__wbg_";
    let mut at = 0;
    while let Some(found) = bytes[at..].windows(PREFIX.len()).position(|w| w == PREFIX) {
        let start = at + found;
        let is_of_name = |byte: &&u8| byte.is_ascii_alphanumeric() || **byte == b'_';
        let end = start + bytes[start..].iter().take_while(is_of_name).count();
        at = end;
        // The hash of a name may be followed by more of a name in the wasm, where no sign parts them.
        let name = &bytes[start..end];
        let Some(hash) = (PREFIX.len()..name.len().saturating_sub(HASH_LEN)).find_map(|at| {
            let hash = &name[at + 1..at + 1 + HASH_LEN];
            let is_hex = hash.iter().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
            (name[at] == b'_' && is_hex).then_some(start + at + 1)
        }) else {
            continue;
        };
        let next = numbers.len();
        let hash = &mut bytes[hash..hash + HASH_LEN];
        let number = *numbers.entry(hash.to_vec()).or_insert(next);
        hash.copy_from_slice(format!("{number:016x}").as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_hash_becomes_the_same_number_everywhere() {
        let mut numbers = BTreeMap::new();
        let mut script =
            *b"__wbg_new_0123456789abcdef: f, __wbg_new_fedcba9876543210: g, __wbg_get_x";
        number_hashes(&mut script, &mut numbers);
        assert_eq!(
            &script,
            b"__wbg_new_0000000000000000: f, __wbg_new_0000000000000001: g, __wbg_get_x"
        );
        let mut wasm = *b"\x1a__wbg_new_fedcba9876543210\0\x05";
        number_hashes(&mut wasm, &mut numbers);
        assert_eq!(&wasm, b"\x1a__wbg_new_0000000000000001\0\x05");
    }
}
