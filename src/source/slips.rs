//! [`nearest`]: what a name that is not known is likely meant to be.

use strsim::jaro_winkler;

/// The known name that `name` most likely means, where one is alike enough: more than `least`, of 1
/// for the same (Jaro and Winkler).
pub fn nearest<'k>(
    name: &str,
    known: impl IntoIterator<Item = &'k str>,
    least: f64,
) -> Option<&'k str> {
    let name = name.to_lowercase();
    let likely = known.into_iter().map(|near| (jaro_winkler(&name, near), near));
    let near_enough = likely.filter(|(likeness, _)| *likeness > least);
    near_enough.max_by(|(one, _), (other, _)| one.total_cmp(other)).map(|(_, near)| near)
}

/// Looks up what wrong names mean, as long as they may be slips of the pen: whoever names hundreds of things that are
/// not there means something else, and to hold each against thousands of names would take minutes.
#[derive(Debug, Default)]
pub struct Slips {
    n_looked_up: usize,
}

impl Slips {
    const MOST: usize = 100;
    /// How much alike a slip and what is meant are.
    const LEAST_ALIKE: f64 = 0.7;

    /// As [`nearest`], for the first names.
    pub fn nearest<'k>(
        &mut self,
        name: &str,
        known: impl IntoIterator<Item = &'k str>,
    ) -> Option<&'k str> {
        self.n_looked_up += 1;
        if self.n_looked_up > Self::MOST { None } else { nearest(name, known, Self::LEAST_ALIKE) }
    }
}
