//! [`Picks`]: what a reader picked.

/// A small sorted set. As `std`'s `BTreeSet` to use; there is never more in it than a reader ticks by
/// hand, and it costs a page a tenth of the wasm.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picks<T>(Vec<T>);

impl<T: Ord> Picks<T> {
    /// Adds a value; whether it was not there yet.
    pub fn insert(&mut self, value: T) -> bool {
        match self.0.binary_search(&value) {
            Ok(_) => false,
            Err(at) => {
                self.0.insert(at, value);
                true
            }
        }
    }

    /// Adds a value that is not there, and drops one that is.
    pub fn toggle(&mut self, value: T) {
        match self.0.binary_search(&value) {
            Ok(at) => drop(self.0.remove(at)),
            Err(at) => self.0.insert(at, value),
        }
    }

    /// Whether the value is there.
    #[must_use]
    pub fn contains<Q: Ord + ?Sized>(&self, value: &Q) -> bool
    where
        T: std::borrow::Borrow<Q>,
    {
        self.0.iter().any(|own| own.borrow() == value)
    }
}

impl<T> Picks<T> {
    /// Whether nothing was picked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The values in order.
    #[must_use]
    pub fn as_slice(&self) -> &[T] {
        &self.0
    }

    /// The values in order.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }
}

impl<T> Default for Picks<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Ord> FromIterator<T> for Picks<T> {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        let mut picks = Self::default();
        for value in values {
            picks.insert(value);
        }
        picks
    }
}

impl<T: Ord, const N: usize> From<[T; N]> for Picks<T> {
    fn from(values: [T; N]) -> Self {
        values.into_iter().collect()
    }
}

impl<'a, T> IntoIterator for &'a Picks<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn picks_are_sorted_and_toggle() {
        let mut picks = Picks::from([3, 1, 3]);
        assert_eq!(picks.as_slice(), [1, 3]);
        picks.toggle(1);
        picks.toggle(2);
        assert_eq!(picks.as_slice(), [2, 3]);
        assert!(picks.contains(&2) && !picks.contains(&1));
    }
}
