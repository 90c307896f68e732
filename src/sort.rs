//! The sorting of the code that runs in the browser.
//!
//! A sort is compiled anew for every type it sorts, at two to four kilobytes of wasm each. So here
//! everything that readers' machines sort is sorted as numbers, in which the most significant part
//! comes first.

use std::collections::BinaryHeap;

/// Keys in order, least first.
#[must_use]
#[inline(never)]
pub(crate) fn sorted(keys: Vec<u128>) -> Vec<u128> {
    // A heap sorts in a fifth of the wasm of `sort_unstable`, and what a page sorts is short.
    BinaryHeap::from(keys).into_sorted_vec()
}

/// A key of three numbers, the most significant first.
pub(crate) fn key(first: u32, second: u32, third: u32) -> u128 {
    u128::from(first) << 64 | u128::from(second) << 32 | u128::from(third)
}

/// The first number of a [`key`].
pub(crate) fn first(key: u128) -> u32 {
    (key >> 64) as u32
}

/// The second number of a [`key`].
pub(crate) fn second(key: u128) -> u32 {
    (key >> 32) as u32
}

/// The third number of a [`key`].
pub(crate) fn third(key: u128) -> u32 {
    key as u32
}

/// The `n` least of `keys`, in order; in time that hardly depends on `n`.
pub(crate) fn least(keys: Vec<u128>, n: usize) -> Vec<u128> {
    let mut kept = Vec::new();
    let mut bound = u128::MAX;
    for key in keys {
        if key < bound {
            kept.push(key);
        }
        if kept.len() > n.saturating_mul(2) {
            kept = sorted(kept);
            kept.truncate(n);
            bound = kept.last().copied().unwrap_or(0);
        }
    }
    kept = sorted(kept);
    kept.truncate(n);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_least_are_kept_in_order() {
        for n in [0, 1, 2, 7, 100, usize::MAX] {
            let scrambled = (0..50u128).map(|idx| idx * 37 % 50).collect();
            let expected: Vec<u128> = (0..50).take(n).collect();
            assert_eq!(least(scrambled, n), expected, "{n}");
        }
    }
}
