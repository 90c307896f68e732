//! [`Set`]: paragraphs of a dossier, as bits.

/// A set of the numbers below a bound that is the same for all sets of one search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Set {
    words: Vec<u64>,
    bound: u32,
}

impl Set {
    /// No number below `bound`.
    pub fn empty(bound: u32) -> Self {
        Self { words: vec![0; bound.div_ceil(64) as usize], bound }
    }

    /// All numbers below `bound`.
    pub fn full(bound: u32) -> Self {
        let mut set = Self::empty(bound);
        set.words.fill(u64::MAX);
        if let Some(last) = set.words.last_mut()
            && !bound.is_multiple_of(64)
        {
            *last = (1 << (bound % 64)) - 1;
        }
        set
    }

    /// Adds a number; one at or above the bound is ignored.
    pub fn insert(&mut self, number: u32) {
        if number < self.bound {
            self.words[number as usize / 64] |= 1 << (number % 64);
        }
    }

    pub fn contains(&self, number: u32) -> bool {
        self.words.get(number as usize / 64).is_some_and(|word| word >> (number % 64) & 1 != 0)
    }

    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|&word| word == 0)
    }

    pub fn union(&mut self, other: &Set) {
        self.words.iter_mut().zip(&other.words).for_each(|(own, other)| *own |= other);
    }

    pub fn intersect(&mut self, other: &Set) {
        self.words.iter_mut().zip(&other.words).for_each(|(own, other)| *own &= other);
    }

    pub fn subtract(&mut self, other: &Set) {
        self.words.iter_mut().zip(&other.words).for_each(|(own, other)| *own &= !other);
    }

    /// The numbers in order.
    pub fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        self.words.iter().zip(0u32..).flat_map(|(&word, idx)| {
            let mut rest = word;
            std::iter::from_fn(move || {
                let bit = (rest != 0).then(|| rest.trailing_zeros())?;
                rest &= rest - 1;
                Some(idx * 64 + bit)
            })
        })
    }
}
