//! What `press` knows of the files that Trunk and wasm-bindgen write; nothing else here knows it.
//!
//! - wasm-bindgen writes `NAME.js` and `NAME_bg.wasm`; Trunk names both `NAME-HASH`. Pressing puts the
//!   articles into the wasm, so its hash is another then: see [`hashed_name`].
//! - The page starts the app by an inline module script, Trunk's own or one made by its
//!   `pattern_script`, which imports `NAME.js` before anything else.
//! - The default export of `NAME.js` is the function that starts the wasm: it takes an object whose
//!   field `module_or_path` is an address, bytes or a compiled module.
//!
//! A minifier may change quotation marks, spaces and local names, of which nothing here depends.

use sha2::{Digest, Sha256};

use super::digest::hex;
use super::html::Script;

/// What the names of files with the wasm end in.
const WASM_SUFFIX: &str = "_bg.wasm";

/// The name of the wasm that a page loads.
pub fn wasm_name(page: &str) -> Option<&str> {
    let end = page.find(WASM_SUFFIX)? + WASM_SUFFIX.len();
    let start = page[..end].rfind(['"', '\'', '`', '/', '='])? + 1;
    Some(&page[start..end])
}

/// `NAME-HASH_bg.wasm` for the wasm's own bytes, so that two editions never share an address.
pub fn hashed_name(name: &str, wasm: &[u8]) -> String {
    let stem = name.split(['-', '_']).next().unwrap_or(name);
    let hash = hex(&Sha256::digest(wasm), 16);
    format!("{stem}-{hash}{WASM_SUFFIX}")
}

/// The script that starts the app: its place among the inline `scripts` of a page, and the name of the
/// file that it imports.
pub fn start_script(scripts: &[Script]) -> Option<(usize, &str)> {
    scripts
        .iter()
        .enumerate()
        .filter(|(_, script)| script.is_module)
        .find_map(|(at, script)| Some((at, imported_file(&script.text)?)))
}

/// The name of the first file that a module imports: `from './NAME.js'`.
fn imported_file(script: &str) -> Option<&str> {
    script.match_indices("from").find_map(|(at, from)| {
        let rest = script[at + from.len()..].trim_start();
        let quote = rest.chars().next().filter(|sign| matches!(sign, '"' | '\''))?;
        let (address, _) = rest[1..].split_once(quote)?;
        let name = address.strip_prefix("./").unwrap_or(address);
        name.ends_with(".js").then_some(name)
    })
}

/// The name that the default export of wasm-bindgen's `script` has inside of it.
pub fn default_export(script: &str) -> Option<&str> {
    let (before, _) = script.split_once(" as default")?;
    before.rsplit(|sign: char| !is_in_name(sign)).next().filter(|name| !name.is_empty())
}

fn is_in_name(sign: char) -> bool {
    sign.is_alphanumeric() || matches!(sign, '_' | '$')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wasm_is_found_by_its_suffix() {
        for page in [
            "<script>init({ module_or_path: './reader-1f_bg.wasm' })</script>",
            "<link rel=preload href=./reader-1f_bg.wasm as=fetch>",
            "<script>fetch(\"./reader-1f_bg.wasm\")</script>",
        ] {
            assert_eq!(wasm_name(page), Some("reader-1f_bg.wasm"));
        }
        assert_eq!(wasm_name("<p>none</p>"), None);
    }

    #[test]
    fn the_script_that_starts_the_app_is_the_module_that_imports() {
        let check = |text: &str, expected: Option<&str>| {
            let script = |is_module, text: &str| Script { is_module, text: text.to_owned() };
            let scripts = [
                script(false, "import('a'); x = ' from './no.js''"),
                script(true, "let from = 1;"),
                script(true, text),
            ];
            assert_eq!(start_script(&scripts), expected.map(|name| (2, name)), "{text}");
        };
        let trunk = "\nimport init, * as bindings from './reader-1f.js';\n\
            import initializer from './initializer-2.mjs';\n";
        check(trunk, Some("reader-1f.js"));
        check("import a,*as b from\"./reader-1f.js\";await a()", Some("reader-1f.js"));
        check("start()", None);
    }

    #[test]
    fn the_default_export_has_a_name() {
        for script in
            ["export { initSync, _i$ as default };", "export{s as initSync,_i$ as default};"]
        {
            assert_eq!(default_export(script), Some("_i$"));
        }
        assert_eq!(default_export("let a"), None);
    }
}
