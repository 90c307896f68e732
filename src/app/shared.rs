//! What components share rather than copy.

use std::ops::Deref;
use std::rc::Rc;

use crate::dossier::{Dossier, OpenArticle};

/// The dossier, shared: large and immutable but for the blocks that come, so compared by pointer and by how
/// often some have come.
#[derive(Clone)]
pub struct DossierRef {
    dossier: Rc<Dossier<'static>>,
    n_arrivals: u32,
}

impl DossierRef {
    /// Shares a dossier.
    #[must_use]
    pub fn new(dossier: Dossier<'static>) -> Self {
        Self { dossier: Rc::new(dossier), n_arrivals: 0 }
    }

    /// The same after `n_arrivals` changes to what is there of it: all that was drawn of the one before is to be
    /// drawn anew.
    #[must_use]
    pub fn after(&self, n_arrivals: u32) -> Self {
        Self { dossier: self.dossier.clone(), n_arrivals }
    }
}

impl Deref for DossierRef {
    type Target = Dossier<'static>;

    fn deref(&self) -> &Self::Target {
        &self.dossier
    }
}

impl PartialEq for DossierRef {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.dossier, &other.dossier) && self.n_arrivals == other.n_arrivals
    }
}

/// An opened article, shared; compared by pointer.
#[derive(Clone)]
pub struct ArticleRef(Rc<OpenArticle<'static>>);

impl ArticleRef {
    /// Shares an article.
    #[must_use]
    pub fn new(article: OpenArticle<'static>) -> Self {
        Self(Rc::new(article))
    }
}

impl Deref for ArticleRef {
    type Target = OpenArticle<'static>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl PartialEq for ArticleRef {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
