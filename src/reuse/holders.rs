//! [`Holders`]: which items have a key in common.

use super::lists::Lists;
use crate::threads::in_shares;

/// A word that more sentences have than this makes no pair of them a candidate.
const MOST_SENTENCES: usize = 48;
/// How many sentences a thread takes at a time.
const SHARE: usize = 64;

/// For each key the items that have it, in order, given in any order; but for those that one item alone has or more
/// than [`MOST_SENTENCES`] have, which bring none together.
pub fn groups<K: Ord>(mut keys: Vec<(K, u32)>) -> Lists<u32> {
    keys.sort_unstable();
    keys.dedup();
    let mut groups = Lists::default();
    for alike in keys.chunk_by(|(one, _), (other, _)| one == other) {
        if (2..=MOST_SENTENCES).contains(&alike.len()) {
            groups.push(alike.iter().map(|(_, item)| *item));
        }
    }
    groups
}

/// An inverted index from keys to the items that have them, and back.
///
/// Nothing is stored for each pair: boilerplate makes far more of them than there are sentences.
pub struct Holders {
    /// For each key its items, in order.
    items: Lists<u32>,
    /// For each item its keys.
    keys: Lists<u32>,
}

impl Holders {
    /// Of keys in several parts, as [`groups`] gives them, whose items are numbers below `n_items`.
    pub fn new(parts: impl IntoIterator<Item = Lists<u32>>, n_items: usize) -> Self {
        let mut items = Lists::default();
        for part in parts {
            part.iter().for_each(|list| items.push(list.iter().copied()));
        }
        Self { keys: items.turned(n_items), items }
    }

    /// What `compare` gives for any two items that share a key, each two once and in order, in several lists; for the
    /// first of them it gives what compares it with others. `progress` is told of an item up to which about all are done with.
    pub fn compare<Found: Send, Compare: Fn(u32) -> Option<Found>>(
        &self,
        compare: impl Fn(u32) -> Compare + Sync,
        mut progress: impl FnMut(u32),
    ) -> Vec<Vec<Found>> {
        let compare_all = |items: &[u32]| {
            let mut found = Vec::new();
            let mut others: Vec<u32> = Vec::new();
            for item in items {
                others.clear();
                for key in self.keys.list(*item as usize) {
                    let holders = self.items.list(*key as usize);
                    let first = holders.partition_point(|other| other <= item);
                    others.extend(&holders[first..]);
                }
                others.sort_unstable();
                others.dedup();
                let compare = compare(*item);
                found.extend(others.iter().filter_map(|other| compare(*other)));
            }
            found.shrink_to_fit();
            found
        };
        let has_keys = |item: &u32| !self.keys.list(*item as usize).is_empty();
        let items: Vec<u32> = (0..self.keys.len() as u32).filter(has_keys).collect();
        let progress = |n_done: usize| progress(items[n_done - 1]);
        in_shares(&items, SHARE, compare_all, progress)
    }
}
