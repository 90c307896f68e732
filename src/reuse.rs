//! What several articles have in common: one statement quoted by two outlets in different words, and
//! passages that stand nearly verbatim in two articles (agency copy).
//!
//! [`statements`] compares the quotations of different articles sentence by sentence. Two are versions
//! of one statement when the words they share weigh enough, a word weighing the more the fewer
//! sentences have it (inverse document frequency, Spärck Jones 1972); what one speaker is quoted as
//! saying needs to share less than what two are. [`passages`] finds sentences that share a run of
//! words, and aligns them by their longest common subsequence. Only sentences that share rare words or
//! runs are ever compared, so the time grows with the articles' length.
//!
//! [`find`] puts both into one list of [`Pair`]s, with what differs word by word; it is done when a
//! dossier is pressed, and the pack holds the list.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::article::{Article, ArticleId, ParagraphKind};
use crate::fold::{Folded, fold};
use crate::quotation::{Quotation, SpeakerId};
use crate::sentence;
use crate::span::Span;
use crate::token::{Link, tokenize};

/// How alike two sentences of one speaker are that count as one statement; 1 is equal.
const SAME_SPEAKER: f64 = 0.5;
/// The same where a speaker is not known.
const UNKNOWN_SPEAKER: f64 = 0.85;
/// A word that more sentences have than this brings no two together.
const MOST_SENTENCES: usize = 48;
/// The rarest words of a sentence by which others are looked for.
const N_KEYS: usize = 8;
/// A statement has at least so many words.
const SHORTEST_STATEMENT: usize = 4;
/// Sentences longer than this are compared by their first words only.
const LONGEST_SENTENCE: usize = 240;
/// A run of so many equal words brings two sentences together.
const RUN: usize = 4;
/// A passage has at least so many words in common.
const SHORTEST_PASSAGE: usize = 10;
/// The share of a passage's words that both articles have.
const DENSITY: f64 = 0.65;

/// How many words of a text are held against another's.
pub const MOST_WORDS: usize = 1000;

/// Two passages of two articles that say the same, nearly in the same words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Pair {
    /// In the article that comes first in the dossier.
    pub one: Version,
    /// In the other. It has as many differing Spans, each standing for the one of the same number.
    pub other: Version,
}

/// One of the two passages, with what is its own.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Version {
    /// The article.
    pub article: ArticleId,
    /// Where in its text; inside one paragraph, not empty.
    pub span: Span,
    /// The words that the other version lacks, counted from the start of `span`; sorted, disjoint. An
    /// empty Span says where the other's words would stand.
    pub differing: Vec<Span>,
}

impl Pair {
    fn new(articles: &[Article], [one, other]: [Passage; 2]) -> Self {
        let words = |Passage { article, span }| span.of(&articles[article.0 as usize].text);
        let differences = differences(words(one), words(other));
        let version = |Passage { article, span }, differing| Version { article, span, differing };
        Self {
            one: version(one, differences.iter().map(|difference| difference.one).collect()),
            other: version(other, differences.iter().map(|difference| difference.other).collect()),
        }
    }
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
    let passages = passages(articles);
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
    all.sort_by_key(|[one, other]| (one.article, other.article, one.span, other.span));
    all.into_iter().map(|pair| Pair::new(articles, pair)).collect()
}

/// Where two texts differ, in order, by their longest common subsequence of words. Marks and the case
/// of letters do not differ; a text is compared up to its [`MOST_WORDS`]th word.
#[must_use]
pub fn differences(one: &str, other: &str) -> Vec<Difference> {
    let (one_folded, other_folded) = (fold(one), fold(other));
    let (one_words, other_words) = (whole_words(&one_folded), whole_words(&other_folded));
    let mut matches = longest_common(&one_words, &other_words, |one, other| {
        one.of(one_folded.text()) == other.of(other_folded.text())
    });
    matches.push((one_words.len(), other_words.len()));
    let mut differences = Vec::new();
    let (mut one_at, mut other_at) = (0, 0);
    for (one_end, other_end) in matches {
        if one_at < one_end || other_at < other_end {
            differences.push(Difference {
                one: source_of(&one_folded, &one_words, one_at, one_end),
                other: source_of(&other_folded, &other_words, other_at, other_end),
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
    let (one_folded, other_folded) = (fold(one), fold(other));
    let (one_words, other_words) = (whole_words(&one_folded), whole_words(&other_folded));
    let in_common = longest_common(&one_words, &other_words, |one, other| {
        one.of(one_folded.text()) == other.of(other_folded.text())
    });
    let shorter = one_words.len().min(other_words.len());
    if shorter == 0 { 0.0 } else { in_common.len() as f64 / shorter as f64 }
}

/// The words of a text in its folded form, those that a hyphen or apostrophe joins as one.
fn whole_words(folded: &Folded) -> Vec<Span> {
    let mut words: Vec<Span> = Vec::new();
    for token in tokenize(folded) {
        match words.last_mut() {
            Some(last) if token.link == Link::Joined => last.end = token.folded.end,
            _ => words.push(token.folded),
        }
    }
    words.truncate(MOST_WORDS);
    words
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
    let mut sentences: Vec<Sentence> = Vec::new();
    for (at, (article, quotations)) in articles.iter().zip(quotations).enumerate() {
        for quotation in quotations {
            let spans =
                quotation.contents.iter().flat_map(|span| sentence::split(&article.text, *span));
            for span in spans {
                let words = vocabulary.words(article, span);
                if words.len() >= SHORTEST_STATEMENT {
                    let passage = Passage { article: id(at), span };
                    sentences.push(Sentence {
                        passage,
                        speakers: &quotation.attribution.speakers,
                        words,
                    });
                }
            }
        }
    }
    let keys: Vec<BTreeSet<u32>> = sentences
        .iter()
        .map(|sentence| sentence.words.iter().map(|word| word.id).collect())
        .collect();
    let weights = vocabulary.weights(&keys);
    let rarest = |key: &BTreeSet<u32>| {
        let mut words: Vec<u32> = key.iter().copied().collect();
        words.sort_by(|&one, &other| {
            weights[other as usize].total_cmp(&weights[one as usize]).then(one.cmp(&other))
        });
        words.truncate(N_KEYS);
        words
    };
    let pairs = pairs(keys.iter().map(rarest), |one, other| {
        sentences[one].passage.article != sentences[other].passage.article
    });

    let mut statements = BTreeSet::new();
    for (one, other) in pairs {
        let floor = match (sentences[one].speakers, sentences[other].speakers) {
            ([], _) | (_, []) => UNKNOWN_SPEAKER,
            (one, other) if one.iter().any(|speaker| other.contains(speaker)) => SAME_SPEAKER,
            _ => continue,
        };
        let weigh =
            |words: &BTreeSet<u32>| words.iter().map(|&word| weights[word as usize]).sum::<f64>();
        let shared = keys[one].intersection(&keys[other]).copied().collect();
        // Against the shorter one, but a few words shared with a long sentence do not do.
        let (one_weight, other_weight) = (weigh(&keys[one]), weigh(&keys[other]));
        let shared = weigh(&shared);
        let dice = 2.0 * shared / (one_weight + other_weight);
        let contained = shared / one_weight.min(other_weight);
        if dice.max(contained * 0.75) >= floor {
            statements.insert([sentences[one].passage, sentences[other].passage]);
        }
    }
    statements.into_iter().collect()
}

/// Passages that stand nearly verbatim in two of the articles: where in each, sorted.
#[must_use]
pub fn passages(articles: &[Article]) -> Vec<[Passage; 2]> {
    let mut vocabulary = Vocabulary::default();
    let mut sentences: Vec<(Sentence, usize)> = Vec::new();
    for (at, article) in articles.iter().enumerate() {
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
    // Runs of words as keys of their own.
    let mut runs: BTreeMap<Vec<u32>, u32> = BTreeMap::new();
    let keys: Vec<Vec<u32>> = sentences
        .iter()
        .map(|(sentence, _)| {
            let windows = sentence.words.windows(RUN);
            windows
                .map(|run| {
                    let next = u32::try_from(runs.len()).expect("fewer than 4 billion runs");
                    *runs.entry(run.iter().map(|word| word.id).collect()).or_insert(next)
                })
                .collect()
        })
        .collect();
    let pairs = pairs(keys.into_iter(), |one, other| {
        sentences[one].0.passage.article != sentences[other].0.passage.article
    });
    // Each with the paragraphs that it lies in.
    let mut found: Vec<([usize; 2], [Passage; 2])> = Vec::new();
    for (one, other) in pairs {
        let ((one, one_number), (other, other_number)) = (&sentences[one], &sentences[other]);
        if let Some((one_span, other_span)) = common_passage(&one.words, &other.words) {
            let one = Passage { article: one.passage.article, span: one_span };
            let other = Passage { article: other.passage.article, span: other_span };
            found.push(([*one_number, *other_number], [one, other]));
        }
    }
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
    words: Vec<Word>,
}

/// A word as a number, and where it stands in its article.
#[derive(Debug, Clone, Copy)]
struct Word {
    id: u32,
    span: Span,
}

/// Folded words as numbers.
#[derive(Default)]
struct Vocabulary {
    ids: BTreeMap<String, u32>,
}

impl Vocabulary {
    /// The words at a Span of an article, no more than [`LONGEST_SENTENCE`].
    fn words(&mut self, article: &Article, span: Span) -> Vec<Word> {
        let folded = fold(span.of(&article.text));
        let tokens = tokenize(&folded);
        let words = tokens.iter().take(LONGEST_SENTENCE).map(|token| {
            let next = u32::try_from(self.ids.len()).expect("fewer than 4 billion words");
            let id = *self.ids.entry(token.text(&folded).to_owned()).or_insert(next);
            let at = token.span(&folded);
            Word { id, span: Span::new(span.start + at.start, span.start + at.end) }
        });
        words.collect()
    }

    /// What each word weighs, by the sentences that have it.
    fn weights(&self, sentences: &[BTreeSet<u32>]) -> Vec<f64> {
        let mut counts = vec![0_u32; self.ids.len()];
        for word in sentences.iter().flatten() {
            counts[*word as usize] += 1;
        }
        let all = sentences.len() as f64;
        counts.into_iter().map(|count| (1.0 + all / f64::from(count.max(1))).ln()).collect()
    }
}

/// All pairs of items that share a key and may be paired, each once and in order. A key that more than
/// [`MOST_SENTENCES`] items have pairs none.
fn pairs(
    keys: impl Iterator<Item = Vec<u32>>,
    may_pair: impl Fn(usize, usize) -> bool,
) -> BTreeSet<(usize, usize)> {
    let mut holders: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (at, keys) in keys.enumerate() {
        for key in keys {
            let list = holders.entry(key).or_default();
            if list.last() != Some(&at) {
                list.push(at);
            }
        }
    }
    let mut pairs = BTreeSet::new();
    for list in holders.values().filter(|list| list.len() <= MOST_SENTENCES) {
        for (at, &one) in list.iter().enumerate() {
            pairs.extend(
                list[at + 1..]
                    .iter()
                    .filter(|&&other| may_pair(one, other))
                    .map(|&other| (one, other)),
            );
        }
    }
    pairs
}

/// A longest common subsequence of two lists: the indices of equal items, rising in both.
fn longest_common<T: Copy>(
    one: &[T],
    other: &[T],
    is_equal: impl Fn(T, T) -> bool,
) -> Vec<(usize, usize)> {
    // For each pair of indices, how long the one of all that follows is.
    let width = other.len() + 1;
    let mut lengths = vec![0_u16; (one.len() + 1) * width];
    for at in (0..one.len()).rev() {
        for other_at in (0..other.len()).rev() {
            let here = at * width + other_at;
            lengths[here] = if is_equal(one[at], other[other_at]) {
                lengths[here + width + 1] + 1
            } else {
                lengths[here + width].max(lengths[here + 1])
            };
        }
    }
    let mut matches = Vec::new();
    let (mut at, mut other_at) = (0, 0);
    while at < one.len() && other_at < other.len() {
        let here = at * width + other_at;
        if is_equal(one[at], other[other_at]) {
            matches.push((at, other_at));
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

/// The passages of two sentences from the first run of words in common to the last, where they are
/// long and alike enough.
fn common_passage(one: &[Word], other: &[Word]) -> Option<(Span, Span)> {
    let matches = longest_common(one, other, |one, other| one.id == other.id);
    // A stray word in common is no part of the passage: begin and end with two in a row.
    let follows = |pair: &[(usize, usize)]| pair[1] == (pair[0].0 + 1, pair[0].1 + 1);
    let first = matches.windows(2).position(follows)?;
    let last = matches.windows(2).rposition(follows)? + 1;
    let matched = last + 1 - first;
    let ((one_first, other_first), (one_last, other_last)) = (matches[first], matches[last]);
    let longer = (one_last - one_first).max(other_last - other_first) + 1;
    let alike = matched >= SHORTEST_PASSAGE && matched as f64 >= DENSITY * longer as f64;
    let span = |words: &[Word], first: usize, last: usize| {
        Span::new(words[first].span.start, words[last].span.end)
    };
    alike.then(|| (span(one, one_first, one_last), span(other, other_first, other_last)))
}
