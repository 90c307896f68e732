//! Text reuse: one statement quoted by two outlets in different words, and passages that stand nearly
//! verbatim in two articles (agency copy).
//!
//! [`statements()`] compares the quotations of different articles sentence by sentence. Two are versions
//! of one statement when the words they share have enough weight, which is greater the fewer
//! sentences have the word (inverse document frequency, Spärck Jones 1972). Sentences of one speaker
//! need to share less than sentences whose speaker is unknown; those of two speakers are never
//! versions. [`passages()`] finds sentences that share a run of
//! words, and aligns them by their longest common subsequence. Only sentences that share rare words or
//! runs are ever compared, so the time grows with the articles' length.
//!
//! [`find`] puts both into one list of [`Pair`]s; it is done when a dossier is pressed, and the pack holds
//! the list. What differs word by word, [`differences`] says where it is shown.

mod passage;

mod subsequence;

mod difference;

mod lists;

mod holders;
mod sentences;

mod passages;
mod statements;

pub use self::difference::{Difference, MOST_WORDS, differences, share_in_common, without_moved};
pub use self::passage::{Pair, Passage};
pub use self::passages::passages;
pub use self::statements::statements;

use self::passage::in_order;
use self::passages::passages_with;
use crate::article::Article;
use crate::quotation::Quotation;
use crate::span::Span;

/// All that any two of the articles have in common, sorted by the articles, then by where it stands in
/// them. A statement inside a passage is left out, for the passage shows it.
///
/// `quotations` holds for each article its quotations, as
/// [`attribute`](crate::quotation::attribute) gives them.
#[must_use]
pub fn find(articles: &[Article], quotations: &[Vec<Quotation>]) -> Vec<Pair> {
    find_with(articles, quotations, |_| {})
}

/// As [`find`]; `progress` is told how many of the articles are done with.
#[must_use]
pub fn find_with(
    articles: &[Article],
    quotations: &[Vec<Quotation>],
    mut progress: impl FnMut(usize),
) -> Vec<Pair> {
    let mut all = passages_with(articles, &mut progress);
    let mut statements = statements(articles, quotations);
    statements.retain(|statement| !is_inside(statement, &all, articles));
    all.append(&mut statements);
    all.sort_unstable_by_key(in_order);
    all.into_iter().map(|[one, other]| Pair { one, other }).collect()
}

/// Whether one of `passages`, which are sorted, has the words of both of these in it.
fn is_inside(statement: &[Passage; 2], passages: &[[Passage; 2]], articles: &[Article]) -> bool {
    // A passage ends with its last word, a sentence with its full stop.
    let [one, other] = statement.map(|own| words_of(own, articles));
    let article = &articles[one.article.0 as usize];
    let paragraph = article.paragraphs[article.paragraph_at(one.span.start)].span;
    // A passage with these words in it begins in their paragraph, and no later than they do.
    let place = |[one, _]: &[Passage; 2]| (one.article, one.span.start);
    let first = passages.partition_point(|own| place(own) < (one.article, paragraph.start));
    let before = passages[first..].iter();
    before.take_while(|own| place(own) <= (one.article, one.span.start)).any(|[own, theirs]| {
        own.span.contains(one.span)
            && theirs.article == other.article
            && theirs.span.contains(other.span)
    })
}

/// A passage without the marks around its words.
fn words_of(Passage { article, span }: Passage, articles: &[Article]) -> Passage {
    let text = span.of(&articles[article.0 as usize].text);
    let is_mark = |char: char| !char.is_alphanumeric();
    let start = text.len() - text.trim_start_matches(is_mark).len();
    let end = text.trim_end_matches(is_mark).len().max(start);
    let [start, end] = [start, end].map(|byte| span.start + byte as u32);
    Passage { article, span: Span::new(start, end) }
}
