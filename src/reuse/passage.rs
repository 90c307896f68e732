//! [`Passage`]: a part of an article, and [`Pair`], two of them.

use serde::{Deserialize, Serialize};

use crate::article::ArticleId;
use crate::span::Span;

/// Two passages of two articles that say the same, nearly in the same words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Pair {
    /// In the article that comes first in the dossier.
    pub one: Passage,
    /// In the other.
    pub other: Passage,
}

/// A part of one article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Passage {
    /// The article.
    pub article: ArticleId,
    /// Where in its text; inside one paragraph, not empty.
    pub span: Span,
}

/// By the articles, then by place.
pub fn in_order([one, other]: &[Passage; 2]) -> (ArticleId, ArticleId, Span, Span) {
    (one.article, other.article, one.span, other.span)
}
