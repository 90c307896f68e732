//! What components share rather than copy.

use std::ops::Deref;
use std::rc::Rc;

use crate::dossier::{Dossier, OpenArticle};

/// The dossier, shared: large and immutable, so compared by pointer.
#[derive(Clone)]
pub struct DossierRef(Rc<Dossier<'static>>);

impl DossierRef {
    /// Shares a dossier.
    #[must_use]
    pub fn new(dossier: Dossier<'static>) -> Self {
        Self(Rc::new(dossier))
    }
}

impl Deref for DossierRef {
    type Target = Dossier<'static>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl PartialEq for DossierRef {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
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
