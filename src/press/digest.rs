//! Hashes as they stand in names of files and of editions.

use base64::write::StrConsumer;
use sha2::digest::Output;
use sha2::{Digest, Sha256};

/// The digest of a text that comes in pieces.
#[derive(Default)]
pub struct TextDigest(Sha256);

impl TextDigest {
    pub fn finish(self) -> Output<Sha256> {
        self.0.finalize()
    }
}

impl StrConsumer for TextDigest {
    fn consume(&mut self, piece: &str) {
        self.0.update(piece);
    }
}

/// The first `n_digits` of some bytes in hexadecimal.
pub fn hex(bytes: &[u8], n_digits: usize) -> String {
    let digits: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    digits[..n_digits.min(digits.len())].to_owned()
}
