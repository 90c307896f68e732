//! How often each component is drawn, for tests: only the feature `count-renders` counts.

#[cfg(feature = "count-renders")]
mod counts {
    use std::cell::RefCell;
    use std::collections::BTreeMap;

    thread_local! {
        static COUNTS: RefCell<BTreeMap<&'static str, u32>> = const { RefCell::new(BTreeMap::new()) };
    }

    /// Notes that a component is drawn.
    pub(crate) fn note(component: &'static str) {
        COUNTS.with_borrow_mut(|counts| *counts.entry(component).or_default() += 1);
    }

    /// How often each component was drawn since this was last asked.
    #[must_use]
    pub fn take() -> BTreeMap<&'static str, u32> {
        COUNTS.take()
    }
}

#[cfg(feature = "count-renders")]
pub use counts::take;

#[cfg(feature = "count-renders")]
pub(crate) use counts::note;

/// Notes nothing.
#[cfg(not(feature = "count-renders"))]
#[inline]
pub(crate) fn note(_component: &'static str) {}
