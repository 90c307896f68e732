//! What can be wrong with the bytes of a pack.

/// Why some bytes are not a pack that this program can open. The message says what to do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PackError {
    /// There are no bytes at all: the engine has not been pressed yet.
    Missing,
    /// The bytes do not start as a pack does.
    NotAPack,
    /// The pack was written in another version of the format.
    Version {
        /// The one this program reads.
        expected: u32,
        /// The one the pack states.
        got: u32,
    },
    /// The pack is shorter or longer than its table says.
    Length {
        /// The bytes its table speaks of.
        expected: usize,
        /// The bytes there are.
        got: usize,
    },
    /// The bytes are not those that were written: their checksum is not the one that the pack states.
    Checksum,
    /// The section of this tag is not what it should be, though the checksum is right.
    Section(&'static str),
}

impl std::error::Error for PackError {}
