//! [`Set`]: paragraphs of a dossier.

use super::seek::Match;

/// A set of the numbers below a bound that is the same for all sets of one search.
///
/// A byte for each rather than a bit: 70,000 paragraphs are 70 kB, and the code is a third.
#[derive(Debug, Clone, PartialEq, Eq)]
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

    /// The paragraphs of matches.
    pub fn of(matches: &[Match], bound: u32) -> Self {
        let mut set = Self::empty(bound);
        matches.iter().for_each(|found| set.insert(found.paragraph));
        set
    }

    /// Adds a number; one at or above the bound is ignored.
    #[inline(never)]
    pub fn insert(&mut self, number: u32) {
        if let Some(own) = self.0.get_mut(number as usize) {
            *own = true;
        }
    }

    pub fn contains(&self, number: u32) -> bool {
        self.0.get(number as usize) == Some(&true)
    }

    pub fn is_empty(&self) -> bool {
        !self.0.contains(&true)
    }

    #[inline(never)]
    pub fn union(&mut self, other: &Set) {
        self.0.iter_mut().zip(&other.0).for_each(|(own, other)| *own |= other);
    }

    #[inline(never)]
    pub fn intersect(&mut self, other: &Set) {
        self.0.iter_mut().zip(&other.0).for_each(|(own, other)| *own &= other);
    }

    pub fn subtract(&mut self, other: &Set) {
        self.0.iter_mut().zip(&other.0).for_each(|(own, other)| *own &= !other);
    }

    /// The numbers in order.
    pub fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        (0..).zip(&self.0).filter(|(_, is_in)| **is_in).map(|(number, _)| number)
    }
}
