//! Suggestions: words of the dossier near to one for which nothing was found, and notices of words that
//! were found as if mistyped.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::lookup::{Absent, max_edits};
use super::matcher::WordMatcher;
use super::notice::QueryNotice;
use super::parse::Query;
use crate::article::ArticleId;
use crate::dossier::Dossier;

/// A term near to the word asked for.
pub(super) struct NearTerm {
    term: String,
    /// How far it is from the word.
    edits: u8,
    n_articles: u32,
    /// One of these articles.
    pub(super) article: ArticleId,
}

/// How many words are suggested at most.
const MAX_SUGGESTIONS: usize = 3;

/// Terms of the dossier near to `word`, most likely first.
///
/// # Errors
///
/// Where posting lists are not there.
pub(super) fn near_terms(dossier: &Dossier, word: &str) -> Result<Vec<NearTerm>, Absent> {
    let mut near: Vec<NearTerm> = Vec::new();
    let mut absent = BTreeSet::new();
    // A little further than typing errors reach: nothing is shown as found here.
    let max_edits = max_edits(word.chars().count()).max(1);
    dossier.index.visit_near(word, max_edits, false, |entry, edits| {
        let Some(edits) = edits else { return };
        absent.extend(dossier.absent_block(entry.list));
        let Some(postings) = dossier.postings(entry.list) else { return };
        let first = postings.into_iter().next();
        let term = NearTerm {
            term: String::from_utf8_lossy(entry.word).into_owned(),
            edits,
            n_articles: postings.count() as u32,
            article: ArticleId(first.map_or(0, |posting| posting.article)),
        };
        // The nearest, and of these the most frequent, come first; equals in the order of the terms.
        let is_before = |other: &NearTerm| {
            (other.edits, Reverse(other.n_articles)) <= (term.edits, Reverse(term.n_articles))
        };
        let at = near.partition_point(is_before);
        near.insert(at, term);
        near.truncate(MAX_SUGGESTIONS);
    });
    if !absent.is_empty() {
        return Err(Absent(absent));
    }
    let is_there = near.first().is_some_and(|nearest| nearest.edits == 0);
    if is_there {
        near.truncate(1);
    }
    Ok(near)
}

/// A term as one of its articles writes it, with the number of articles that hold it.
pub(super) fn suggestion(dossier: &Dossier, near: NearTerm) -> (String, u32) {
    let NearTerm { term, n_articles, article, .. } = near;
    (as_written(dossier, article, &term).unwrap_or(term), n_articles)
}

/// A term as an article writes it.
pub(super) fn as_written(dossier: &Dossier, article: ArticleId, term: &str) -> Option<String> {
    let article = dossier.article(article);
    // Behind a space no word is unfinished.
    let (query, _) = Query::parse(&format!("{term} "));
    let matcher = WordMatcher::of(query.atoms.first()?);
    let first = article.paragraphs.iter().find_map(|block| {
        matcher.matches(&query.atoms, &article.text, block.span).first().copied()
    });
    Some(first?.span.of(&article.text).to_owned())
}

/// Notes which word was found in place of one that was asked for.
pub(super) fn note_correction(asked: &str, word: &str, notices: &mut Vec<QueryNotice>) {
    const MAX_SHOWN: usize = 3;
    for notice in notices.iter_mut() {
        if let QueryNotice::Corrected { asked: other, found } = notice
            && other == asked
        {
            if !found.iter().any(|other| other == word) && found.len() < MAX_SHOWN {
                found.push(word.to_owned());
            }
            return;
        }
    }
    notices.push(QueryNotice::Corrected { asked: asked.to_owned(), found: vec![word.to_owned()] });
}
