//! [`Portion`]: which of a site's files are written, where several machines press one site together.

use std::fmt;
use std::str::FromStr;

/// One of several portions of a site. Each file of the site is in one of them; the first has all but the pages that are
/// drawn one by one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Portion {
    /// From 1 to `of`.
    number: usize,
    /// How many there are.
    of: usize,
}

impl Portion {
    /// The only one.
    pub const WHOLE: Self = Self { number: 1, of: 1 };

    /// `None` where there is no such one.
    #[must_use]
    pub fn new(number: usize, of: usize) -> Option<Self> {
        (1..=of).contains(&number).then_some(Self { number, of })
    }

    /// From 1.
    #[must_use]
    pub fn number(self) -> usize {
        self.number
    }

    /// How many there are; at least 1.
    #[must_use]
    pub fn of(self) -> usize {
        self.of
    }

    /// Whether it has what is not drawn page by page.
    pub(super) fn is_first(self) -> bool {
        self.number == 1
    }

    /// Its own of some items. Neighbours go to different portions, because they take about equally long: the pages
    /// of those who are quoted most stand first.
    pub(super) fn own<T>(self, items: &[T]) -> impl Iterator<Item = &T> {
        items.iter().skip(self.number - 1).step_by(self.of)
    }
}

/// As `2/8`.
impl fmt::Display for Portion {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}/{}", self.number, self.of)
    }
}

/// What was given is no portion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoPortion;

impl fmt::Display for NoPortion {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a part is K/N: its number from 1, and how many there are, such as 2/8")
    }
}

impl std::error::Error for NoPortion {}

impl FromStr for Portion {
    type Err = NoPortion;

    fn from_str(written: &str) -> Result<Self, NoPortion> {
        let (number, of) = written.split_once('/').ok_or(NoPortion)?;
        let count = |digits: &str| digits.parse().map_err(|_| NoPortion);
        Self::new(count(number)?, count(of)?).ok_or(NoPortion)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_item_is_in_one_portion() {
        let items: Vec<usize> = (0..10).collect();
        for of in 1..12 {
            let portions = (1..=of).map(|number| Portion::new(number, of).unwrap());
            let mut all: Vec<usize> =
                portions.flat_map(|portion| portion.own(&items)).copied().collect();
            all.sort_unstable();
            assert_eq!(all, items, "{of}");
        }
    }

    #[test]
    fn a_portion_is_read_as_it_is_written() {
        for written in ["1/1", "2/8", "8/8"] {
            assert_eq!(
                written.parse().map(|portion: Portion| portion.to_string()),
                Ok(written.to_owned())
            );
        }
        for written in ["", "2", "0/8", "9/8", "1/0", "-1/8", "1/8/8", "a/b", "1 / 8"] {
            assert_eq!(written.parse::<Portion>(), Err(NoPortion), "{written}");
        }
    }
}
