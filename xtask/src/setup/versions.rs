//! The versions that are wanted, as files of the clone pin them.

use crate::shell::root;
use std::fs;

/// The version of the crate in `Cargo.lock`: the command must be of the same.
pub fn wasm_bindgen_version() -> String {
    let lock = fs::read_to_string(root().join("Cargo.lock")).unwrap_or_default();
    quoted_after(&lock, "name = \"wasm-bindgen\"\nversion = ").unwrap_or("unknown").to_string()
}

/// The version that `Trunk.toml` asks for, as npm and `wasm-opt --version` write it.
pub fn binaryen_version() -> String {
    let config = fs::read_to_string(root().join("Trunk.toml")).unwrap_or_default();
    quoted_after(&config, "wasm_opt = ")
        .and_then(|version| version.strip_prefix("version_"))
        .unwrap_or("unknown")
        .to_string()
}

/// The version that `pyproject.toml` asks for.
pub fn maturin_version() -> String {
    let config = root().join("pyproject.toml");
    let config = fs::read_to_string(config).unwrap_or_default();
    let wanted = config.split_once("\"maturin==").and_then(|(_, rest)| rest.split('"').next());
    wanted.unwrap_or("unknown").to_string()
}

/// The version of Whosaid.
pub fn version() -> String {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap_or_default();
    // A checkout may have turned the line ends into those of Windows.
    let manifest = manifest.replace("\r\n", "\n");
    quoted_after(&manifest, "name = \"whosaid\"\nversion = ").unwrap_or("unknown").to_string()
}

/// The text between the quotation marks that follow `prefix`.
pub fn quoted_after<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(prefix)?;
    rest.strip_prefix('"')?.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_from_the_files_that_pin_them() {
        let lock = "name = \"wasm-bindgen-macro\"\nversion = \"1\"\n\n\
                    name = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        let prefix = "name = \"wasm-bindgen\"\nversion = ";
        assert_eq!(quoted_after(lock, prefix), Some("0.2.130"));
        assert_eq!(quoted_after("", prefix), None);
        assert_ne!(wasm_bindgen_version(), "unknown");
        assert_ne!(binaryen_version(), "unknown");
        assert_ne!(maturin_version(), "unknown");
        assert_ne!(version(), "unknown");
    }
}
