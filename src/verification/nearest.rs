//! [`Walk`]: which paragraph has most of cited words, found one paragraph after the other.

use std::collections::{HashMap, VecDeque};
use std::ops::Range;

use crate::article::ArticleId;
use crate::dossier::Dossier;
use crate::fold::fold;
use crate::reuse::MOST_WORDS;
use crate::span::Span;
use crate::token::{Link, tokenize};

/// From this share of the shorter one's words on, a paragraph is what was meant.
const MEANT: f64 = 0.6;

/// A word that none of the cited is.
const OTHER: u32 = u32::MAX;

/// Paragraphs that are compared with cited words, several quotations at a time, so that each is read once.
pub struct Walk {
    vocabulary: HashMap<String, u32>,
    cited: Vec<Cited>,
    /// The paragraphs still to come, article by article.
    places: VecDeque<(ArticleId, Range<u32>)>,
    open: Option<Open>,
}

/// Cited words, and what is most like them so far.
struct Cited {
    words: Words,
    best: Option<Best>,
}

/// The paragraph that has most of some cited words.
#[derive(Clone, Copy)]
struct Best {
    /// The share of the cited words that it has, and whether it is no headline: that comes last of those that have as
    /// many.
    rank: (f64, bool),
    article: ArticleId,
    paragraph: u32,
}

/// Words as numbers.
struct Words {
    in_order: Vec<u32>,
    /// Those that are cited, sorted.
    sorted: Vec<u32>,
}

/// The article that is read.
struct Open {
    id: ArticleId,
    text: String,
    paragraphs: Vec<Span>,
}

impl Walk {
    /// One over these paragraphs for these quotations.
    pub fn new<'q>(
        cited: impl IntoIterator<Item = &'q str>,
        places: impl IntoIterator<Item = (ArticleId, Range<u32>)>,
    ) -> Self {
        let mut vocabulary = HashMap::new();
        let mut cited_words = |text: &str| {
            let mut in_order = Vec::new();
            for_each_word(text, |word| {
                let next = u32::try_from(vocabulary.len()).expect("fewer than 4 billion words");
                in_order.push(*vocabulary.entry(word.to_owned()).or_insert(next));
            });
            Cited { words: Words::new(in_order), best: None }
        };
        let cited = cited.into_iter().map(&mut cited_words).collect();
        Self { vocabulary, cited, places: places.into_iter().collect(), open: None }
    }

    /// Compares the next paragraph; whether there was one.
    pub fn step(&mut self, dossier: &Dossier) -> bool {
        let Some((id, numbers)) = self.places.front_mut() else { return false };
        let (id, Some(number)) = (*id, numbers.next()) else {
            self.places.pop_front();
            return true;
        };
        if self.open.as_ref().is_none_or(|open| open.id != id) {
            let article = dossier.article(id);
            let paragraphs = article.paragraphs.iter().map(|paragraph| paragraph.span).collect();
            self.open = Some(Open { id, text: article.text.into_owned(), paragraphs });
        }
        let Some(open) = &self.open else { return true };
        let Some(span) = open.paragraphs.get(number as usize) else { return true };
        let mut in_order = Vec::new();
        for_each_word(span.of(&open.text), |word| {
            in_order.push(self.vocabulary.get(word).copied().unwrap_or(OTHER));
        });
        let words = Words::new(in_order);
        for cited in &mut self.cited {
            // Not the share of the shorter one's words: a short headline has all of its words in a long quotation.
            let rank = (cited.words.share_kept(&words), number > 0);
            if rank.0 > 0.0 && cited.best.is_none_or(|best| rank > best.rank) {
                cited.best = Some(Best { rank, article: id, paragraph: number });
            }
        }
        true
    }

    /// For each quotation the paragraph that has most of its words, if it has enough in common with it to be what was
    /// meant.
    pub fn found(&self) -> impl Iterator<Item = Option<(ArticleId, u32)>> {
        self.cited.iter().map(|cited| cited.best.map(|best| (best.article, best.paragraph)))
    }
}

impl Words {
    fn new(in_order: Vec<u32>) -> Self {
        let mut sorted: Vec<u32> = in_order.iter().copied().filter(|word| *word != OTHER).collect();
        sorted.sort_unstable();
        Self { in_order, sorted }
    }

    /// The share of these words that the other ones have in the same order; 0 where the shorter of both has less than
    /// [`MEANT`] of its own in common with the other.
    fn share_kept(&self, other: &Self) -> f64 {
        let shorter = self.in_order.len().min(other.in_order.len());
        let is_meant = |n_common: usize| shorter > 0 && n_common as f64 >= MEANT * shorter as f64;
        // In whatever order there are no fewer, which is sooner counted.
        if !is_meant(n_common(&self.sorted, &other.sorted)) {
            return 0.0;
        }
        let n_common = n_common_in_order(&self.in_order, &other.in_order);
        if is_meant(n_common) { n_common as f64 / self.in_order.len() as f64 } else { 0.0 }
    }
}

/// How many numbers two sorted lists have in common, each as often as both have it.
fn n_common(one: &[u32], other: &[u32]) -> usize {
    let (mut at, mut other_at, mut n_common) = (0, 0, 0);
    while let (Some(a), Some(b)) = (one.get(at), other.get(other_at)) {
        n_common += usize::from(a == b);
        at += usize::from(a <= b);
        other_at += usize::from(b <= a);
    }
    n_common
}

/// How long the longest common subsequence of two lists is; none of the first is [`OTHER`].
fn n_common_in_order(one: &[u32], other: &[u32]) -> usize {
    // How long the one of all before is, for each beginning of `other`.
    let mut lengths = vec![0_usize; other.len() + 1];
    for word in one {
        let mut before_both = 0;
        for (at, known) in other.iter().enumerate() {
            let before = lengths[at + 1];
            lengths[at + 1] = if word == known { before_both + 1 } else { before.max(lengths[at]) };
            before_both = before;
        }
    }
    lengths[other.len()]
}

/// Calls `call` for the folded words of a text, those that a hyphen or apostrophe joins as one, as
/// [`differences`](crate::reuse::differences) compares them.
fn for_each_word(text: &str, mut call: impl FnMut(&str)) {
    let folded = fold(text);
    let tokens = tokenize(&folded);
    let words = tokens.chunk_by(|_, next| next.link == Link::Joined).take(MOST_WORDS);
    for word in words {
        if let (Some(first), Some(last)) = (word.first(), word.last()) {
            call(Span::new(first.folded.start, last.folded.end).of(folded.text()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_order_are_counted() {
        for (one, other, expected) in [
            (&[][..], &[1][..], 0),
            (&[1, 2, 3], &[1, 2, 3], 3),
            (&[1, 2, 3], &[3, 2, 1], 1),
            (&[1, 2, 1, 3], &[OTHER, 1, 1, OTHER, 3, 3], 3),
            (&[1, 1, 1], &[1, OTHER], 1),
        ] {
            assert_eq!(n_common_in_order(one, other), expected, "{one:?} {other:?}");
        }
    }
}
