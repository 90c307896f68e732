//! Text reuse: one statement quoted by two outlets in different words, and passages that stand nearly
//! verbatim in two articles (agency copy).
//!
//! [`statements`] compares the quotations of different articles sentence by sentence. Two are versions
//! of one statement when the words they share have enough weight, which is greater the fewer
//! sentences have the word (inverse document frequency, Spärck Jones 1972). Sentences of one speaker
//! need to share less than sentences whose speaker is unknown; those of two speakers are never
//! versions. [`passages`] finds sentences that share a run of
//! words, and aligns them by their longest common subsequence. Only sentences that share rare words or
//! runs are ever compared, so the time grows with the articles' length.
//!
//! [`find`] puts both into one list of [`Pair`]s; it is done when a dossier is pressed, and the pack holds
//! the list. What differs word by word, [`differences`] says where it is shown.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use crate::article::{Article, ArticleId, ParagraphKind};
use crate::fold::{Folded, fold};
use crate::quotation::{Quotation, SpeakerId};
use crate::sentence;
use crate::span::Span;
use crate::threads::in_shares;
use crate::token::{Link, tokenize};

/// How alike two sentences of one speaker are that count as one statement; 1 is equal.
const SAME_SPEAKER: f64 = 0.5;
/// The same where a speaker is not known.
const UNKNOWN_SPEAKER: f64 = 0.85;
/// A word that more sentences have than this makes no pair of them a candidate.
const MOST_SENTENCES: usize = 48;
/// How many of its rarest words are the keys by which a sentence finds candidates.
const N_KEYS: usize = 8;
/// A statement has at least so many words.
const SHORTEST_STATEMENT: usize = 4;
/// Sentences longer than this are compared by their first words only.
const LONGEST_SENTENCE: usize = 240;
/// A run of so many equal words (an n-gram) makes two sentences candidates.
const RUN: usize = 4;
/// A passage has at least so many words in common.
const SHORTEST_PASSAGE: usize = 10;
/// The share of a passage's words that both articles have.
const DENSITY: f64 = 0.65;

/// How many sentences a thread takes at a time.
const SHARE: usize = 64;

/// How many words of a text are compared with another's, at most.
pub const MOST_WORDS: usize = 1000;

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

/// Words that one text has in the place of another's; not both empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Difference {
    /// In the one text; empty where nothing stands for the other's words, and then it lies where they
    /// would stand.
    pub one: Span,
    /// In the other text; likewise.
    pub other: Span,
}

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
    let passages = passages_with(articles, &mut progress);
    // The passages of two articles by the paragraphs in which they stand.
    let key = |passages: &[Passage; 2]| {
        passages.map(|Passage { article, span }| {
            (article, articles[article.0 as usize].paragraph_at(span.start))
        })
    };
    let mut by_paragraphs: BTreeMap<_, Vec<&[Passage; 2]>> = BTreeMap::new();
    for passage in &passages {
        by_paragraphs.entry(key(passage)).or_default().push(passage);
    }
    let is_inside = |statement: &[Passage; 2]| {
        by_paragraphs.get(&key(statement)).is_some_and(|passages| {
            passages
                .iter()
                .any(|passage| (0..2).all(|at| passage[at].span.contains(statement[at].span)))
        })
    };
    let mut all = statements(articles, quotations);
    all.retain(|statement| !is_inside(statement));
    all.extend(&passages);
    all.sort_unstable_by_key(|[one, other]| (one.article, other.article, one.span, other.span));
    all.into_iter().map(|[one, other]| Pair { one, other }).collect()
}

/// Where two texts differ, in order, by their longest common subsequence of words. Marks and the case
/// of letters do not differ; a text is compared up to its [`MOST_WORDS`]th word.
#[must_use]
pub fn differences(one: &str, other: &str) -> Vec<Difference> {
    let ((one, one_words), (other, other_words)) = (folded_words(one), folded_words(other));
    let mut matches = in_common((&one, &one_words), (&other, &other_words));
    matches.push((one_words.len(), other_words.len()));
    let mut differences = Vec::new();
    let (mut one_at, mut other_at) = (0, 0);
    for (one_end, other_end) in matches {
        if one_at < one_end || other_at < other_end {
            differences.push(Difference {
                one: source_of(&one, &one_words, one_at, one_end),
                other: source_of(&other, &other_words, other_at, other_end),
            });
        }
        (one_at, other_at) = (one_end + 1, other_end + 1);
    }
    differences
}

/// The share of the shorter text's words that the other one has in the same order; 1 where it has them all, 0
/// where one has no words.
#[must_use]
pub fn share_in_common(one: &str, other: &str) -> f64 {
    let ((one, one_words), (other, other_words)) = (folded_words(one), folded_words(other));
    let matches = in_common((&one, &one_words), (&other, &other_words));
    let shorter = one_words.len().min(other_words.len());
    if shorter == 0 { 0.0 } else { matches.len() as f64 / shorter as f64 }
}

/// The places of the longest common subsequence of two texts' words, in each of them.
fn in_common(one: (&Folded, &[Span]), other: (&Folded, &[Span])) -> Vec<(usize, usize)> {
    longest_common(one.1, other.1, |one_word, other_word| {
        one_word.of(one.0.text()) == other_word.of(other.0.text())
    })
}

/// A text in its folded form with its words, those that a hyphen or apostrophe joins as one.
fn folded_words(text: &str) -> (Folded, Vec<Span>) {
    let folded = fold(text);
    let mut words: Vec<Span> = Vec::new();
    for token in tokenize(&folded) {
        match words.last_mut() {
            Some(last) if token.link == Link::Joined => last.end = token.folded.end,
            _ => words.push(token.folded),
        }
    }
    words.truncate(MOST_WORDS);
    (folded, words)
}

/// The source of the words from `start` to before `end`; where they are none, the empty Span before
/// `end`.
fn source_of(folded: &Folded, words: &[Span], start: usize, end: usize) -> Span {
    let first = words.get(start).or(words.last()).copied().unwrap_or(Span::new(0, 0));
    let last = if start < end { words[end - 1] } else { first };
    let source = folded.source_from_folded(Span::new(first.start, last.end));
    if start < end {
        source
    } else if start < words.len() {
        Span::new(source.start, source.start)
    } else {
        Span::new(source.end, source.end)
    }
}

/// Statements that two of the articles quote: a sentence of a quotation in each, sorted.
#[must_use]
pub fn statements(articles: &[Article], quotations: &[Vec<Quotation>]) -> Vec<[Passage; 2]> {
    let mut vocabulary = Vocabulary::default();
    let sentences = quoted_sentences(articles, quotations, &mut vocabulary);
    // The words of each, sorted, each once.
    let keys: Vec<Vec<u32>> = sentences
        .iter()
        .map(|sentence| {
            let mut words: Vec<u32> = sentence.words.iter().map(|word| word.id).collect();
            words.sort_unstable();
            words.dedup();
            words
        })
        .collect();
    let weights = vocabulary.weights(&keys);
    let weight = |word: &u32| weights[*word as usize];
    let sums: Vec<f64> = keys.iter().map(|key| key.iter().map(weight).sum()).collect();
    let mut statements = Holders::new(rarest_words(&keys, &weights)).compare(
        |one, other| {
            let (a, b) = (&sentences[one], &sentences[other]);
            if a.passage.article == b.passage.article {
                return None;
            }
            let floor = match (a.speakers, b.speakers) {
                ([], _) | (_, []) => UNKNOWN_SPEAKER,
                (one, other) if one.iter().any(|speaker| other.contains(speaker)) => SAME_SPEAKER,
                _ => return None,
            };
            let in_other = |word: &u32| keys[other].binary_search(word).is_ok();
            let shared: f64 = keys[one].iter().filter(|word| in_other(word)).map(weight).sum();
            // Against the shorter one, but a few words shared with a long sentence do not do.
            let dice = 2.0 * shared / (sums[one] + sums[other]);
            let contained = shared / sums[one].min(sums[other]);
            (dice.max(contained * 0.75) >= floor).then_some([a.passage, b.passage])
        },
        |_| {},
    );
    statements.sort_unstable();
    statements.dedup();
    statements
}

/// The sentences of all quotations that are long enough to be compared.
fn quoted_sentences<'q>(
    articles: &[Article],
    quotations: &'q [Vec<Quotation>],
    vocabulary: &mut Vocabulary,
) -> Vec<Sentence<'q>> {
    let mut sentences = Vec::new();
    for (at, (article, quotations)) in articles.iter().zip(quotations).enumerate() {
        for quotation in quotations {
            let spans =
                quotation.contents.iter().flat_map(|span| sentence::split(&article.text, *span));
            for span in spans {
                let words = vocabulary.words(article, span);
                if words.len() >= SHORTEST_STATEMENT {
                    let passage = Passage { article: id(at), span };
                    let speakers = &quotation.attribution.speakers;
                    sentences.push(Sentence { passage, speakers, words });
                }
            }
        }
    }
    sentences
}

/// For each of `keys`, the distinct words of a sentence, its [`N_KEYS`] words that weigh most, each with
/// the number of the sentence.
fn rarest_words(keys: &[Vec<u32>], weights: &[f64]) -> Vec<(u32, u32)> {
    let mut rarest = Vec::new();
    for (at, key) in (0..).zip(keys) {
        let mut words = key.clone();
        words.sort_by(|&one, &other| {
            weights[other as usize].total_cmp(&weights[one as usize]).then(one.cmp(&other))
        });
        rarest.extend(words.iter().take(N_KEYS).map(|&word| (word, at)));
    }
    rarest
}

/// Passages that stand nearly verbatim in two of the articles: where in each, sorted.
#[must_use]
pub fn passages(articles: &[Article]) -> Vec<[Passage; 2]> {
    passages_with(articles, |_| {})
}

/// As [`passages`]; `progress` is told how many of the articles are done with.
fn passages_with(articles: &[Article], mut progress: impl FnMut(usize)) -> Vec<[Passage; 2]> {
    let mut vocabulary = Vocabulary::default();
    let mut sentences: Vec<(Sentence, usize)> = Vec::new();
    for (at, article) in articles.iter().enumerate() {
        // To read them takes about as long as to compare them.
        progress(at / 2);
        for (number, paragraph) in article.paragraphs.iter().enumerate() {
            if matches!(paragraph.kind, ParagraphKind::Headline | ParagraphKind::Heading) {
                continue;
            }
            for span in sentence::split(&article.text, paragraph.span) {
                let words = vocabulary.words(article, span);
                let passage = Passage { article: id(at), span };
                sentences.push((Sentence { passage, speakers: &[], words }, number));
            }
        }
    }
    let mut runs: Vec<([u32; RUN], u32)> = Vec::new();
    for (at, (sentence, _)) in (0..).zip(&sentences) {
        let windows = sentence.words.array_windows();
        runs.extend(windows.map(|run: &[InternedWord; RUN]| (run.map(|word| word.id), at)));
    }
    let sorted: Vec<Vec<u32>> = sentences
        .iter()
        .map(|(sentence, _)| {
            let mut words: Vec<u32> = sentence.words.iter().map(|word| word.id).collect();
            words.sort_unstable();
            words
        })
        .collect();
    // Each with the paragraphs that it lies in.
    let mut found = Holders::new(runs).compare(
        |one, other| {
            let may_be_alike = || have_in_common(&sorted[one], &sorted[other], SHORTEST_PASSAGE);
            let ((one, one_number), (other, other_number)) = (&sentences[one], &sentences[other]);
            // Most sentences with a run in common have little else, which is sooner seen than where it stands.
            if one.passage.article == other.passage.article || !may_be_alike() {
                return None;
            }
            let (one_span, other_span) = common_passage(&one.words, &other.words)?;
            let one = Passage { article: one.passage.article, span: one_span };
            let other = Passage { article: other.passage.article, span: other_span };
            Some(([*one_number, *other_number], [one, other]))
        },
        |item| progress((articles.len() + sentences[item].0.passage.article.0 as usize) / 2),
    );
    found.sort_by_key(|(_, [one, other])| (one.article, other.article, one.span, other.span));
    join_neighbours(found)
}

/// Joins passages that follow one another in the same paragraphs of both articles.
fn join_neighbours(found: Vec<([usize; 2], [Passage; 2])>) -> Vec<[Passage; 2]> {
    let mut joined: Vec<([usize; 2], [Passage; 2])> = Vec::new();
    for (numbers, [one, other]) in found {
        if let Some((last_numbers, [last_one, last_other])) = joined.last_mut()
            && *last_numbers == numbers
            && (last_one.article, last_other.article) == (one.article, other.article)
            && last_other.span.start <= other.span.start
        {
            last_one.span.end = last_one.span.end.max(one.span.end);
            last_other.span.end = last_other.span.end.max(other.span.end);
            continue;
        }
        joined.push((numbers, [one, other]));
    }
    let mut passages: Vec<[Passage; 2]> =
        joined.into_iter().map(|(_, passages)| passages).collect();
    passages.sort_unstable();
    passages
}

fn id(at: usize) -> ArticleId {
    ArticleId(u32::try_from(at).expect("fewer than 4 billion articles"))
}

/// A sentence being compared.
struct Sentence<'a> {
    passage: Passage,
    speakers: &'a [SpeakerId],
    words: Vec<InternedWord>,
}

/// A folded word as its number in the [`Vocabulary`], and where it stands in its article.
#[derive(Debug, Clone, Copy)]
struct InternedWord {
    id: u32,
    span: Span,
}

/// Folded words as numbers.
#[derive(Default)]
struct Vocabulary {
    ids: HashMap<String, u32>,
}

impl Vocabulary {
    /// The words at a Span of an article, no more than [`LONGEST_SENTENCE`].
    fn words(&mut self, article: &Article, span: Span) -> Vec<InternedWord> {
        let folded = fold(span.of(&article.text));
        let tokens = tokenize(&folded);
        let words = tokens.iter().take(LONGEST_SENTENCE).map(|token| {
            let id = self.id(token.text(&folded));
            let at = token.span(&folded);
            InternedWord { id, span: Span::new(span.start + at.start, span.start + at.end) }
        });
        words.collect()
    }

    fn id(&mut self, word: &str) -> u32 {
        if let Some(id) = self.ids.get(word) {
            return *id;
        }
        let next = u32::try_from(self.ids.len()).expect("fewer than 4 billion words");
        self.ids.insert(word.to_owned(), next);
        next
    }

    /// What each word weighs, by the sentences that have it.
    fn weights(&self, sentences: &[Vec<u32>]) -> Vec<f64> {
        let mut counts = vec![0_u32; self.ids.len()];
        for word in sentences.iter().flatten() {
            counts[*word as usize] += 1;
        }
        let all = sentences.len() as f64;
        counts.into_iter().map(|count| (1.0 + all / f64::from(count.max(1))).ln()).collect()
    }
}

/// An inverted index from keys to the items that have them, for keys that at least two items have.
///
/// Nothing is stored for each pair: boilerplate makes far more of them than there are sentences.
struct Holders {
    /// The items that have a key, key after key; sorted among those of one key.
    items: Vec<u32>,
    /// For each item and each of its keys the items further on that have it too, as a range of `items`;
    /// sorted by the item.
    others: Vec<(u32, [u32; 2])>,
}

impl Holders {
    /// Of keys with items that have them, in any order. A key that more than [`MOST_SENTENCES`] items have brings
    /// none together.
    fn new<K: Ord>(mut keys: Vec<(K, u32)>) -> Self {
        keys.sort_unstable();
        keys.dedup();
        let mut holders = Self { items: Vec::new(), others: Vec::new() };
        for alike in keys.chunk_by(|(one, _), (other, _)| one == other) {
            if !(2..=MOST_SENTENCES).contains(&alike.len()) {
                continue;
            }
            let start = holders.items.len();
            holders.items.extend(alike.iter().map(|(_, item)| item));
            let end = holders.items.len();
            let place = |at: usize| u32::try_from(at).expect("fewer than 4 billion keys");
            let alike = alike.iter().zip(start + 1..end);
            holders.others.extend(alike.map(|((_, item), at)| (*item, [place(at), place(end)])));
        }
        holders.others.sort_unstable();
        holders
    }

    /// What `compare` gives for any two items that share a key, each two once and in order. `progress` is told
    /// of an item up to which about all are done with.
    fn compare<T: Send>(
        &self,
        compare: impl Fn(usize, usize) -> Option<T> + Sync,
        mut progress: impl FnMut(usize),
    ) -> Vec<T> {
        let items: Vec<_> = self.others.chunk_by(|(one, _), (next, _)| one == next).collect();
        let compare_all = |items: &[&[(u32, [u32; 2])]]| {
            let mut found = Vec::new();
            let mut others: Vec<u32> = Vec::new();
            for keys in items {
                let ranges = keys.iter().map(|(_, [start, end])| *start as usize..*end as usize);
                others.clear();
                others.extend(ranges.flat_map(|range| &self.items[range]));
                others.sort_unstable();
                others.dedup();
                let item = keys[0].0 as usize;
                found.extend(others.iter().filter_map(|&other| compare(item, other as usize)));
            }
            found
        };
        let progress = |n_done: usize| progress(items[n_done - 1][0].0 as usize);
        in_shares(&items, SHARE, compare_all, progress).into_iter().flatten().collect()
    }
}

/// A longest common subsequence of two lists: the indices of equal items, rising in both.
fn longest_common<T: Copy>(
    one: &[T],
    other: &[T],
    is_equal: impl Fn(T, T) -> bool,
) -> Vec<(usize, usize)> {
    // What both begin with is common, and need not be looked into.
    let n_first = one.iter().zip(other).take_while(|(one, other)| is_equal(**one, **other)).count();
    let mut matches: Vec<(usize, usize)> = (0..n_first).map(|at| (at, at)).collect();
    let (one, other) = (&one[n_first..], &other[n_first..]);
    if one.is_empty() || other.is_empty() {
        return matches;
    }
    // For each pair of indices, how long the one of all that follows is.
    let width = other.len() + 1;
    let mut lengths = vec![0_u16; (one.len() + 1) * width];
    for (at, &word) in one.iter().enumerate().rev() {
        let (row, below) = lengths[at * width..].split_at_mut(width);
        let mut length = 0;
        for ((here, &other), below) in
            row[..width - 1].iter_mut().zip(other).zip(below[..width].array_windows()).rev()
        {
            let [below, after_both]: [u16; 2] = *below;
            length = if is_equal(word, other) { after_both + 1 } else { length.max(below) };
            *here = length;
        }
    }
    let (mut at, mut other_at) = (0, 0);
    while at < one.len() && other_at < other.len() {
        let here = at * width + other_at;
        if is_equal(one[at], other[other_at]) {
            matches.push((n_first + at, n_first + other_at));
            at += 1;
            other_at += 1;
        } else if lengths[here + width] >= lengths[here + 1] {
            at += 1;
        } else {
            other_at += 1;
        }
    }
    matches
}

/// Whether two lists of numbers, both sorted, have so many in common, each as often as both have it.
fn have_in_common(one: &[u32], other: &[u32], n: usize) -> bool {
    let (mut at, mut other_at, mut n_common) = (0, 0, 0);
    while n_common < n && at < one.len() && other_at < other.len() {
        let (a, b) = (one[at], other[other_at]);
        n_common += usize::from(a == b);
        at += usize::from(a <= b);
        other_at += usize::from(b <= a);
    }
    n_common >= n
}

/// The passages of two sentences from the first run of words in common to the last, where they are
/// long and alike enough.
fn common_passage(one: &[InternedWord], other: &[InternedWord]) -> Option<(Span, Span)> {
    let matches = longest_common(one, other, |one, other| one.id == other.id);
    // A stray word in common is no part of the passage: begin and end with two in a row.
    let follows = |pair: &[(usize, usize)]| pair[1] == (pair[0].0 + 1, pair[0].1 + 1);
    let first = matches.windows(2).position(follows)?;
    let last = matches.windows(2).rposition(follows)? + 1;
    let matched = last + 1 - first;
    let ((one_first, other_first), (one_last, other_last)) = (matches[first], matches[last]);
    let longer = (one_last - one_first).max(other_last - other_first) + 1;
    let alike = matched >= SHORTEST_PASSAGE && matched as f64 >= DENSITY * longer as f64;
    let span = |words: &[InternedWord], first: usize, last: usize| {
        Span::new(words[first].span.start, words[last].span.end)
    };
    alike.then(|| (span(one, one_first, one_last), span(other, other_first, other_last)))
}
