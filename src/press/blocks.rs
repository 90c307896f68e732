//! The dossier as the files of its site have it: whole in the wasm, or, of a large one, the head of its pack in
//! the wasm and its blocks as files of their own.
//!
//! A block is compressed here (zlib, which a browser undoes by `DecompressionStream("deflate")`), because
//! many hosts compress only what they know by its name. It is called by its checksum, so an edition that has
//! the same one names the same file.

use std::collections::BTreeMap;
use std::io::{self, Read, Write};
use std::sync::Arc;

use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;

use crate::app::DossierRef;
use crate::dossier::Dossier;
use crate::pack::{Apart, PackError, block_path, goes_in_blocks, take_apart};
use crate::threads::in_shares;

/// How long a block is, some more or less, in bytes before it is compressed.
const BLOCK_LEN: usize = 64 << 10;

/// The longest block that is read: an article is in one whole, whatever its length.
const MAX_BLOCK: u64 = 1 << 30;

/// Whether a dossier's texts, quotations and posting lists lie in files of their own.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum InBlocks {
    /// Where there are [so many](crate::pack::MIN_APART).
    #[default]
    WhenLarge,
    /// However few there are.
    Always,
    /// However many: all is loaded at the first visit, and kept for reading offline.
    Never,
}

/// A pack, for as long as the program, as it lies in a page.
#[derive(Clone)]
pub struct Packed {
    pub head: &'static [u8],
    blocks: Arc<[Arc<[u8]>]>,
}

impl Packed {
    /// # Errors
    ///
    /// When the bytes are not a pack.
    pub fn new(pack: &[u8], in_blocks: InBlocks) -> Result<Self, PackError> {
        let is_apart = match in_blocks {
            InBlocks::WhenLarge => goes_in_blocks(pack)?,
            InBlocks::Always => true,
            InBlocks::Never => false,
        };
        let Apart { head, blocks } = match is_apart {
            true => take_apart(pack, BLOCK_LEN)?,
            false => Apart { head: pack.to_vec(), blocks: Vec::new() },
        };
        Ok(Self { head: head.leak(), blocks: blocks.into() })
    }

    /// The dossier with all its blocks.
    ///
    /// # Panics
    ///
    /// If the pack is not as it was made.
    pub fn open(&self) -> DossierRef {
        let dossier = Dossier::open(self.head).expect("the pack is as it was made");
        for (block, bytes) in self.blocks.iter().enumerate() {
            let supplied = dossier.blocks().supply(block, bytes.clone());
            supplied.expect("the block is as it was made");
        }
        DossierRef::new(dossier)
    }

    /// The files of the blocks. Blocks of the same bytes are one file.
    ///
    /// # Panics
    ///
    /// If the pack is not as it was made.
    pub fn files(&self) -> BlockFiles {
        let dossier = Dossier::open(self.head).expect("the pack is as it was made");
        let path = |block| block_path(&dossier.blocks().name(block));
        let blocks = self.blocks.iter().cloned().enumerate();
        BlockFiles(blocks.map(|(block, bytes)| (path(block), bytes)).collect())
    }
}

/// The blocks of a dossier by the paths of their files, which are compressed when they are asked for.
///
/// Those of a large dossier would be a tenth of all that is in memory while it is pressed.
pub struct BlockFiles(BTreeMap<String, Arc<[u8]>>);

impl BlockFiles {
    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// The content of the file at that path.
    pub fn file(&self, path: &str) -> Option<Vec<u8>> {
        self.0.get(path).map(|block| compressed(block))
    }

    /// What `call` gives for the path and the content of every file, in the order of the paths. Natively several
    /// threads call it.
    pub fn each<R: Send>(&self, call: impl Fn(&str, &[u8]) -> R + Sync) -> Vec<R> {
        let blocks: Vec<_> = self.0.iter().collect();
        let call_all = |blocks: &[(&String, &Arc<[u8]>)]| -> Vec<R> {
            blocks.iter().map(|(path, block)| call(path, &compressed(block))).collect()
        };
        in_shares(&blocks, 16, call_all, |_| {}).into_iter().flatten().collect()
    }
}

fn compressed(block: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    let written = encoder.write_all(block).and_then(|()| encoder.finish());
    written.expect("a vector takes all that is written")
}

/// A block as its file has it.
///
/// # Errors
///
/// When the file is damaged.
pub fn decompressed(file: &[u8]) -> io::Result<Vec<u8>> {
    let mut block = Vec::new();
    ZlibDecoder::new(file).take(MAX_BLOCK).read_to_end(&mut block)?;
    Ok(block)
}
