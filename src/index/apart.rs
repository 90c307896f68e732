//! [`without_postings`]: an index whose posting lists lie elsewhere.

use twox_hash::XxHash64;

use super::format::{IndexError, N_HEADER_FIELDS, Section};
use super::reader::Index;

/// One term in so many may be the last of a run.
const ONE_IN: u64 = 64;

/// An index in two parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WithoutPostings<'a> {
    /// An index that has no posting lists, but knows where each lies.
    pub index: Vec<u8>,
    /// All posting lists, in runs that end between two lists.
    pub lists: Vec<&'a [u8]>,
}

/// Takes the posting lists out of an index, in runs of some `run_len` bytes.
///
/// Which term may end a run is told by its letters (content-defined chunking), so that where a new article makes some
/// lists longer, the runs with none of these stay as they are, and nobody has to load them again.
///
/// # Errors
///
/// When the bytes are not an index.
pub fn without_postings(bytes: &[u8], run_len: usize) -> Result<WithoutPostings<'_>, IndexError> {
    let index = Index::open(bytes)?;
    let lists = index.section(Section::Postings);
    let (mut runs, mut start) = (Vec::new(), 0);
    index.visit_prefix("", |entry| {
        let end = entry.list.end as usize;
        let may_end = || XxHash64::oneshot(0, entry.word).is_multiple_of(ONE_IN);
        let len = end.saturating_sub(start);
        let is_full = len >= 2 * run_len || (len >= run_len / 2 && may_end());
        if is_full && let Some(run) = lists.get(start..end) {
            runs.push(run);
            start = end;
        }
    });
    if start < lists.len() {
        runs.push(&lists[start..]);
    }
    // They are the last section.
    let mut rest = bytes[..bytes.len() - lists.len()].to_vec();
    let len_at = 4 * (N_HEADER_FIELDS + Section::Postings as usize);
    rest[len_at..len_at + 4].fill(0);
    Ok(WithoutPostings { index: rest, lists: runs })
}
