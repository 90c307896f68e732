//! Hashes as they stand in names of files and of editions.

use sha2::digest::Output;
use sha2::{Digest, Sha256};

/// The digest of a text in pieces.
pub fn digest_of(pieces: &[&str]) -> Output<Sha256> {
    let mut all = Sha256::new();
    pieces.iter().for_each(|piece| all.update(piece));
    all.finalize()
}

/// The first `n_digits` of some bytes in hexadecimal.
pub fn hex(bytes: &[u8], n_digits: usize) -> String {
    let digits: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    digits[..n_digits.min(digits.len())].to_owned()
}
