//! [`passages`]: what stands nearly verbatim in two articles.

use fixedbitset::FixedBitSet;

use super::holders::{Holders, groups};
use super::lists::Lists;
use super::passage::{Passage, in_order};
use super::sentences::{LONGEST_SENTENCE, Sentences, Vocabulary, each_word, id};
use super::subsequence::longest_common;
use crate::article::{Article, ParagraphKind};
use crate::sentence;
use crate::span::Span;
use crate::threads::in_shares;

/// A run of so many equal words (an n-gram) makes two sentences candidates.
const RUN: usize = 4;
/// A passage has at least so many words in common.
const SHORTEST_PASSAGE: usize = 10;
/// The share of a passage's words that both articles have.
const DENSITY: f64 = 0.65;

/// In how many parts runs are sorted, of which each thread has one in memory: a run takes the room of five words, and
/// there are as many as words.
const N_PARTS: u32 = 16;

/// Passages that stand nearly verbatim in two of the articles: where in each, sorted.
#[must_use]
pub fn passages(articles: &[Article]) -> Vec<[Passage; 2]> {
    passages_with(articles, |_| {})
}

/// As [`passages`]; `progress` is told how many of the articles are done with.
pub fn passages_with(articles: &[Article], progress: impl FnMut(usize)) -> Vec<[Passage; 2]> {
    let (sentences, alike) = alike_sentences(articles, progress);
    let words = WordSpans::new(articles, &sentences, &alike);
    let mut found = Vec::with_capacity(alike.iter().map(Vec::len).sum());
    found.extend(alike.into_iter().flatten().map(|alike| {
        [0, 1].map(|side| words.passage(&sentences, alike.sentences[side], alike.words[side]))
    }));
    drop(words);
    found.sort_unstable_by_key(in_order);
    join_neighbours(&mut found, articles);
    found.sort_unstable();
    found
}

/// Two sentences of two articles that have a passage in common.
struct Alike {
    /// Their numbers.
    sentences: [u32; 2],
    /// The first and the last word of the passage in each.
    words: [[u8; 2]; 2],
}

/// The sentences of all articles, and which of them are alike, in several lists.
fn alike_sentences(
    articles: &[Article],
    mut progress: impl FnMut(usize),
) -> (Vec<Passage>, Vec<Vec<Alike>>) {
    // To read them takes about as long as to compare them.
    let sentences = sentences_of(articles, |n_read| progress(n_read / 2));
    let Sentences { passages, words } = &sentences;
    let parts: Vec<u32> = (0..N_PARTS).collect();
    let holders = Holders::new(
        in_shares(&parts, 1, |part| groups(runs(words, part[0])), |_| {}),
        passages.len(),
    );
    let alike = holders.compare(
        |one| {
            let mut known = words.list(one as usize).to_vec();
            known.sort_unstable();
            move |other| {
                let [own, theirs] = [one, other].map(|sentence| words.list(sentence as usize));
                let n_known = || theirs.iter().filter(|it| known.binary_search(it).is_ok()).count();
                let articles = [one, other].map(|sentence| passages[sentence as usize].article);
                // Most sentences with a run in common have little else, which is sooner seen than where it stands.
                if articles[0] == articles[1] || n_known() < SHORTEST_PASSAGE {
                    return None;
                }
                Some(Alike { sentences: [one, other], words: common_words(own, theirs)? })
            }
        },
        |sentence| progress((articles.len() + passages[sentence as usize].article.0 as usize) / 2),
    );
    (sentences.passages, alike)
}

/// Where the words stand with which passages begin and end: for each sentence the numbers of such words, in order, with
/// their places. Sentences are read again for them once it is known of which words that is asked: to keep the places of
/// all while sentences are compared would take as much memory as the words themselves.
struct WordSpans(Vec<Lists<(u8, [u16; 2])>>);

impl WordSpans {
    /// How many sentences lie in one list of lists.
    const SHARE: usize = 4096;

    /// Those of the words of `sentences` that are asked for by `alike`.
    fn new(articles: &[Article], sentences: &[Passage], alike: &[Vec<Alike>]) -> Self {
        // A bit for each word that a sentence may have.
        let mut asked = FixedBitSet::with_capacity(sentences.len() * LONGEST_SENTENCE);
        for Alike { sentences, words } in alike.iter().flatten() {
            for (sentence, ends) in sentences.iter().zip(words) {
                for word in ends {
                    asked.insert(*sentence as usize * LONGEST_SENTENCE + usize::from(*word));
                }
            }
        }
        let numbers: Vec<u32> = (0..sentences.len() as u32).collect();
        let read = |numbers: &[u32]| {
            let mut lists = Lists::default();
            for number in numbers.iter().map(|number| *number as usize) {
                let Passage { article, span } = sentences[number];
                let first = number * LONGEST_SENTENCE;
                let mut spans = Vec::new();
                if asked.contains_any_in_range(first..first + LONGEST_SENTENCE) {
                    let mut words = 0..=u8::MAX;
                    each_word(&articles[article.0 as usize], span, |_, span| {
                        let word =
                            words.next().expect("a sentence has at most LONGEST_SENTENCE words");
                        if asked.contains(first + usize::from(word)) {
                            spans.push((word, span));
                        }
                    });
                }
                lists.push(spans);
            }
            lists
        };
        Self(in_shares(&numbers, Self::SHARE, read, |_| {}))
    }

    /// A part of a sentence, from the first word of some to the last.
    fn passage(&self, sentences: &[Passage], sentence: u32, ends: [u8; 2]) -> Passage {
        let at = sentence as usize;
        let spans = self.0[at / Self::SHARE].list(at % Self::SHARE);
        let [first, last] = ends.map(|word| {
            let place = spans.binary_search_by_key(&word, |(word, _)| *word);
            spans[place.expect("it was asked for")].1
        });
        let Passage { article, span } = sentences[at];
        let [start, end] = [first[0], last[1]].map(|byte| span.start + u32::from(byte));
        Passage { article, span: Span::new(start, end) }
    }
}

/// The sentences of all articles, but for headlines and for those that are too short to have a run of words in common.
/// `progress` is told how many articles are read.
fn sentences_of(articles: &[Article], mut progress: impl FnMut(usize)) -> Sentences {
    let mut vocabulary = Vocabulary::default();
    let mut sentences = Sentences::default();
    for (at, article) in articles.iter().enumerate() {
        progress(at);
        for paragraph in &article.paragraphs {
            if matches!(paragraph.kind, ParagraphKind::Headline | ParagraphKind::Heading) {
                continue;
            }
            for span in sentence::split(&article.text, paragraph.span) {
                let words = vocabulary.ids(article, span);
                if words.len() >= RUN {
                    sentences.push(Passage { article: id(at), span }, words);
                }
            }
        }
    }
    sentences
}

/// One of the [`N_PARTS`] of all runs of words, each with the number of its sentence.
fn runs(sentences: &Lists<u32>, part: u32) -> Vec<([u32; RUN], u32)> {
    let mut runs = Vec::new();
    for (at, words) in (0..).zip(sentences.iter()) {
        let own =
            words.array_windows().filter(|run: &&[u32; RUN]| (run[0] ^ run[1]) % N_PARTS == part);
        runs.extend(own.map(|run| (*run, at)));
    }
    runs
}

/// Joins passages that follow one another in the same paragraphs of both articles, where so little stands between them
/// that all of it together is as alike as a passage is.
fn join_neighbours(found: &mut Vec<[Passage; 2]>, articles: &[Article]) {
    let paragraph = |passage: &Passage| {
        (passage.article, articles[passage.article.0 as usize].paragraph_at(passage.span.start))
    };
    // How many bytes of the last passage stand between those that it was joined of.
    let mut between = [0; 2];
    found.dedup_by(|next, last| {
        let mut joined = *last;
        let mut gaps = between;
        for at in 0..2 {
            gaps[at] += next[at].span.start.saturating_sub(last[at].span.end);
            joined[at].span.end = last[at].span.end.max(next[at].span.end);
        }
        let follows = last[1].span.start <= next[1].span.start
            && (0..2).all(|at| {
                last[at].article == next[at].article && paragraph(&last[at]) == paragraph(&next[at])
            })
            && (0..2).all(|at| {
                f64::from(gaps[at]) <= (1.0 - DENSITY) * f64::from(joined[at].span.len())
            });
        between = if follows { gaps } else { [0; 2] };
        if follows {
            *last = joined;
        }
        follows
    });
}

/// The first and the last word, in each of two sentences, of the passage from the first run of words in common to the
/// last, where it is long and alike enough.
fn common_words(one: &[u32], other: &[u32]) -> Option<[[u8; 2]; 2]> {
    let matches = longest_common(one, other, |one, other| one == other);
    // A stray word in common is no part of the passage: begin and end with two in a row.
    let follows = |pair: &[(usize, usize)]| pair[1] == (pair[0].0 + 1, pair[0].1 + 1);
    let first = matches.windows(2).position(follows)?;
    let last = matches.windows(2).rposition(follows)? + 1;
    let matched = last + 1 - first;
    let ((one_first, other_first), (one_last, other_last)) = (matches[first], matches[last]);
    let longer = (one_last - one_first).max(other_last - other_first) + 1;
    let alike = matched >= SHORTEST_PASSAGE && matched as f64 >= DENSITY * longer as f64;
    let number =
        |at: usize| u8::try_from(at).expect("a sentence has at most LONGEST_SENTENCE words");
    alike.then(|| [[one_first, one_last], [other_first, other_last]].map(|ends| ends.map(number)))
}
