//! [`Lists`]: millions of short lists.

use std::ops::Range;

/// Short lists, one after the other: of millions, a vector each would take more room than their items.
pub struct Lists<T> {
    pub items: Vec<T>,
    /// Where each ends.
    ends: Vec<u32>,
}

impl<T> Default for Lists<T> {
    fn default() -> Self {
        Self { items: Vec::new(), ends: Vec::new() }
    }
}

impl<T> Lists<T> {
    pub fn push(&mut self, list: impl IntoIterator<Item = T>) {
        self.items.extend(list);
        self.ends.push(u32::try_from(self.items.len()).expect("fewer than 4 billion words"));
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    fn range(&self, at: usize) -> Range<usize> {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        start as usize..self.ends[at] as usize
    }

    pub fn list(&self, at: usize) -> &[T] {
        &self.items[self.range(at)]
    }

    pub fn iter(&self) -> impl Iterator<Item = &[T]> {
        (0..self.len()).map(|at| self.list(at))
    }
}

impl Lists<u32> {
    /// For each number below `n` the lists that have it, in order.
    pub fn turned(&self, n: usize) -> Self {
        let mut ends = vec![0; n];
        for item in &self.items {
            ends[*item as usize] += 1;
        }
        let mut end = 0;
        for count in &mut ends {
            end += *count;
            // Where it begins, for now.
            *count = end - *count;
        }
        let mut items = vec![0; self.items.len()];
        for (at, list) in (0..).zip(self.iter()) {
            for item in list {
                let next = &mut ends[*item as usize];
                items[*next as usize] = at;
                *next += 1;
            }
        }
        Self { items, ends }
    }
}
