//! Makes what Trunk built smaller, before it is pressed.
//!
//! 1. All scripts and style sheets lose their comments and white space, and those in `index.html` become
//!    one script and one style sheet: esbuild does that.
//! 2. wasm-bindgen names each function that the page's script lends to its wasm by what it does and 16
//!    digits of a hash, which is what Brotli can do least about, once in the script and once in the
//!    wasm. Numbers of the same width tell them apart as well.

use crate::Failure;
use crate::shell::{command, filtered};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const HASH_LEN: usize = 16;

pub fn run_chore(args: &[String]) -> Result<(), Failure> {
    let [folder] = args else {
        return Err(Failure::Usage("shrink needs the folder of a page that Trunk built".into()));
    };
    Ok(page_in(Path::new(folder))?)
}

fn page_in(folder: &Path) -> Result<(), String> {
    let page_path = folder.join("index.html");
    let page = String::from_utf8(read(&page_path)?).map_err(|error| error.to_string())?;
    let page = with_one(&page, "style", |css| minified(css, "css"))?;
    let page = with_one(&page, "script", |script| minified(script, "js"))?;
    write(&page_path, page.as_bytes())?;

    let mut numbers = BTreeMap::new();
    for path in files(folder, ".js")? {
        let script = String::from_utf8(read(&path)?).map_err(|error| error.to_string())?;
        let mut script = minified(&script, "js")?.into_bytes();
        number_names(&mut script, &mut numbers);
        write(&path, &script)?;
    }
    for path in files(folder, "_bg.wasm")? {
        let mut wasm = read(&path)?;
        number_names(&mut wasm, &mut numbers);
        write(&path, &wasm)?;
    }
    Ok(())
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn write(path: &Path, content: &[u8]) -> Result<(), String> {
    fs::write(path, content).map_err(|error| format!("{}: {error}", path.display()))
}

fn minified(text: &str, language: &str) -> Result<String, String> {
    let loader = format!("--loader={language}");
    // The site promises no older browser than those that have wasm's reference types.
    let minified = filtered(
        command("esbuild").args(["--minify", "--charset=utf8", "--log-level=error", &loader]),
        text,
    )?;
    Ok(minified.trim_end().to_owned())
}

/// `page` with all elements `<NAME>` as one in the place of the first, its text given to `change`.
/// Those with attributes, which are Trunk's own, stay as they are.
fn with_one(
    page: &str,
    name: &str,
    change: impl FnOnce(&str) -> Result<String, String>,
) -> Result<String, String> {
    let (open, close) = (format!("<{name}>"), format!("</{name}>"));
    let mut parts = page.split(&open);
    let before = parts.next().unwrap_or_default();
    let (mut text, mut after) = (String::new(), String::new());
    for part in parts {
        let no_end = || format!("a <{name}> of the page has no end");
        let (own, rest) = part.split_once(&close).ok_or_else(no_end)?;
        text.push_str(own);
        after.push_str(rest);
    }
    if text.is_empty() {
        return Ok(page.to_owned());
    }
    Ok([before, &open, &change(&text)?, &close, &after].concat())
}

/// The files right in `folder` whose names end so, sorted.
fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut paths: Vec<PathBuf> =
        paths.filter(|path| path.to_string_lossy().ends_with(ending)).collect();
    paths.sort();
    Ok(paths)
}

/// Replaces every name `__wbg_…` that ends with a hash by the number it was given when first seen, as
/// `__wbg_` and digits up to the name's own length.
fn number_names(bytes: &mut [u8], numbers: &mut BTreeMap<Vec<u8>, usize>) {
    const PREFIX: &[u8] = b"__wbg_";
    let mut at = 0;
    while let Some(found) = bytes[at..].windows(PREFIX.len()).position(|w| w == PREFIX) {
        let start = at + found;
        let is_of_name = |byte: &&u8| byte.is_ascii_alphanumeric() || **byte == b'_';
        let end = start + bytes[start..].iter().take_while(is_of_name).count();
        at = end;
        let name = &mut bytes[start..end];
        let hash = name.len().saturating_sub(HASH_LEN);
        let is_hex = name[hash..].iter().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        if hash <= PREFIX.len() || name[hash - 1] != b'_' || !is_hex {
            continue;
        }
        let next = numbers.len();
        let number = *numbers.entry(name.to_vec()).or_insert(next);
        let digits = &mut name[PREFIX.len()..];
        digits.copy_from_slice(format!("{number:0width$}", width = digits.len()).as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_of_a_name_become_one() {
        let page = "<head><style>a{}</style> <style>b{}</style></head>";
        let one = with_one(page, "style", |css| Ok(css.to_uppercase()));
        assert_eq!(one.as_deref(), Ok("<head><style>A{}B{}</style> </head>"));
        assert!(with_one("<style>a", "style", |css| Ok(css.to_owned())).is_err());
    }

    #[test]
    fn only_the_scripts_of_the_page_are_changed() {
        let page = "<script type=module>a</script><script>b</script>";
        let changed = with_one(page, "script", |script| Ok(script.to_uppercase()));
        assert_eq!(changed.as_deref(), Ok("<script type=module>a</script><script>B</script>"));
    }

    #[test]
    fn the_same_name_becomes_the_same_number_everywhere() {
        let mut numbers = BTreeMap::new();
        let mut script = *b"__wbg_a_0123456789abcdef: f, __wbg_b_fedcba9876543210: g, __wbg_get_x";
        number_names(&mut script, &mut numbers);
        assert_eq!(
            &script,
            b"__wbg_000000000000000000: f, __wbg_000000000000000001: g, __wbg_get_x"
        );
        let mut wasm = *b"\x18__wbg_b_fedcba9876543210\0\x05";
        number_names(&mut wasm, &mut numbers);
        assert_eq!(&wasm, b"\x18__wbg_000000000000000001\0\x05");
    }
}
