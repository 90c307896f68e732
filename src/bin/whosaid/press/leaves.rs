//! The pages beside the front page of a large dossier, written straight into the new site: together
//! they are far longer than the dossier, so they are never all in memory.

use std::path::Path;
use std::thread;
use std::{fs, io};

use super::prerender::{Book, LEAF_FOLDERS, LEAF_STYLE, Leaf, leaf};

/// Writes the pages of their own below `folder`, with `style` as their style sheet; how many files.
pub fn write(book: &Book, style: &str, folder: &Path) -> io::Result<usize> {
    let leaves = Leaf::all(book);
    if leaves.is_empty() {
        return Ok(0);
    }
    for name in LEAF_FOLDERS {
        fs::create_dir_all(folder.join(name))?;
    }
    fs::write(folder.join(LEAF_STYLE), style)?;
    let n_threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let shares = leaves.chunks(leaves.len().div_ceil(n_threads));
        let threads: Vec<_> =
            shares.map(|share| scope.spawn(|| write_all(book, share, folder))).collect();
        threads.into_iter().try_for_each(|thread| thread.join().expect("it does not panic"))
    })?;
    Ok(leaves.len() + 1)
}

fn write_all(book: &Book, leaves: &[Leaf], folder: &Path) -> io::Result<()> {
    for own in leaves {
        fs::write(folder.join(own.path(book)), leaf(book, *own).into_string())?;
    }
    Ok(())
}
