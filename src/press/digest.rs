//! Hashes as they stand in names of files and of editions.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
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

/// What the service worker is told of a file, which itself need not be in memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileDigest {
    /// In bytes.
    pub len: usize,
    /// What a browser holds the file against: <https://www.w3.org/TR/SRI/>.
    pub integrity: String,
}

impl FileDigest {
    pub fn of(file: &[u8]) -> Self {
        let integrity = format!("sha256-{}", STANDARD.encode(Sha256::digest(file)));
        Self { len: file.len(), integrity }
    }
}

/// The first `n_digits` of some bytes in hexadecimal.
pub fn hex(bytes: &[u8], n_digits: usize) -> String {
    let digits: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    digits[..n_digits.min(digits.len())].to_owned()
}
