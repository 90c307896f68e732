//! Hashes as they stand in names of files and of editions.

/// The first `n_digits` of some bytes in hexadecimal.
pub fn hex(bytes: &[u8], n_digits: usize) -> String {
    let digits: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    digits[..n_digits.min(digits.len())].to_owned()
}
