//! [`Set`]: paragraphs of a dossier.

/// A set of the numbers below a bound that is the same for all sets of one search.
///
/// A byte for each rather than a bit: 70,000 paragraphs are 70 kB, and the code is a third.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Set(Vec<bool>);

impl Set {
    /// No number below `bound`.
    pub fn empty(bound: u32) -> Self {
        Self(vec![false; bound as usize])
    }

    /// All numbers below `bound`.
    pub fn full(bound: u32) -> Self {
        Self(vec![true; bound as usize])
    }

    /// Adds a number; one at or above the bound is ignored.
    pub fn insert(&mut self, number: u32) {
        if let Some(own) = self.0.get_mut(number as usize) {
            *own = true;
        }
    }

    pub fn contains(&self, number: u32) -> bool {
        self.0.get(number as usize) == Some(&true)
    }
}
