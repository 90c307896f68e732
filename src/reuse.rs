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

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use fixedbitset::FixedBitSet;
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
/// Sentences longer than this are compared by their first words only, and so are those of 64 KiB or more. The number of
/// such a word fits a byte.
const LONGEST_SENTENCE: usize = 240;
/// A run of so many equal words (an n-gram) makes two sentences candidates.
const RUN: usize = 4;
/// A passage has at least so many words in common.
const SHORTEST_PASSAGE: usize = 10;
/// The share of a passage's words that both articles have.
const DENSITY: f64 = 0.65;

/// In how many parts runs are sorted, of which each thread has one in memory: a run takes the room of five words, and
/// there are as many as words.
const N_PARTS: u32 = 16;

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

/// By the articles, then by place.
fn in_order([one, other]: &[Passage; 2]) -> (ArticleId, ArticleId, Span, Span) {
    (one.article, other.article, one.span, other.span)
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

/// `differences` of two texts without what has only moved: where one begins or ends with two words or more in a row that
/// are among those that differ in the other text too, it does so no longer. Those of which nothing is left are left out.
#[must_use]
pub fn without_moved(one: &str, other: &str, differences: &[Difference]) -> Vec<Difference> {
    let spans = |side: fn(&Difference) -> Span| differences.iter().map(side).collect::<Vec<_>>();
    let (ones, others) = (spans(|it| it.one), spans(|it| it.other));
    let kept = unmoved(one, &ones, other, &others).into_iter();
    let kept = kept.zip(unmoved(other, &others, one, &ones));
    let kept = kept.map(|(one, other)| Difference { one, other });
    kept.filter(|kept| !kept.one.is_empty() || !kept.other.is_empty()).collect()
}

/// `spans` of a text from their first word to their last that is none of two or more in a row which one of the `others` of
/// another text has as well; empty where all are.
fn unmoved(text: &str, spans: &[Span], other: &str, others: &[Span]) -> Vec<Span> {
    let words = |text: &str, span: Span| {
        let (folded, words) = folded_words(span.of(text));
        let place =
            |word: Span| (word.of(folded.text()).to_owned(), folded.source_from_folded(word));
        words.into_iter().map(place).collect::<Vec<_>>()
    };
    let mut twos = HashSet::new();
    for span in others {
        for two in words(other, *span).windows(2) {
            twos.insert([two[0].0.clone(), two[1].0.clone()]);
        }
    }
    let unmoved = |span: &Span| {
        let words = words(text, *span);
        let is_two = |first: Option<usize>| {
            let two = first.and_then(|first| words.get(first..first + 2));
            two.is_some_and(|two| twos.contains(&[two[0].0.clone(), two[1].0.clone()]))
        };
        let has_moved = |at: &usize| is_two(Some(*at)) || is_two(at.checked_sub(1));
        let mut left = (0..words.len()).filter(|at| !has_moved(at));
        let Some(first) = left.next() else { return Span::new(span.start, span.start) };
        let last = left.next_back().unwrap_or(first);
        if (first, last + 1) == (0, words.len()) {
            return *span;
        }
        let [start, end] = [words[first].1.start, words[last].1.end].map(|at| span.start + at);
        Span::new(start, end)
    };
    spans.iter().map(unmoved).collect()
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
    let (sentences, speakers) = quoted_sentences(articles, quotations, &mut vocabulary);
    // The words of each, sorted, each once.
    let mut keys = Lists::default();
    for words in sentences.words.iter() {
        let mut words = words.to_vec();
        words.sort_unstable();
        words.dedup();
        keys.push(words);
    }
    let weights = vocabulary.weights(&keys);
    let weight = |word: &u32| weights[*word as usize];
    let sums: Vec<f64> = keys.iter().map(|key| key.iter().map(weight).sum()).collect();
    let holders = Holders::new([groups(rarest_words(&keys, &weights))], keys.len());
    let compare = |one: u32, other: u32| {
        let [one, other] = [one, other].map(|sentence| sentence as usize);
        let passages = [sentences.passages[one], sentences.passages[other]];
        if passages[0].article == passages[1].article {
            return None;
        }
        let floor = match (speakers[one], speakers[other]) {
            ([], _) | (_, []) => UNKNOWN_SPEAKER,
            (one, other) if one.iter().any(|speaker| other.contains(speaker)) => SAME_SPEAKER,
            _ => return None,
        };
        let in_other = |word: &u32| keys.list(other).binary_search(word).is_ok();
        let shared = keys.list(one).iter().filter(|word| in_other(word));
        let shared: f64 = shared.map(weight).sum();
        // Against the shorter one, but a few words shared with a long sentence do not do.
        let dice = 2.0 * shared / (sums[one] + sums[other]);
        let contained = shared / sums[one].min(sums[other]);
        (dice.max(contained * 0.75) >= floor).then_some(passages)
    };
    let found = holders.compare(|one| move |other| compare(one, other), |_| {});
    let mut statements: Vec<[Passage; 2]> = found.into_iter().flatten().collect();
    statements.sort_unstable();
    statements.dedup();
    statements
}

/// The sentences of all quotations that are long enough to be compared, and for each the speakers.
fn quoted_sentences<'q>(
    articles: &[Article],
    quotations: &'q [Vec<Quotation>],
    vocabulary: &mut Vocabulary,
) -> (Sentences, Vec<&'q [SpeakerId]>) {
    let (mut sentences, mut speakers) = (Sentences::default(), Vec::new());
    for (at, (article, quotations)) in articles.iter().zip(quotations).enumerate() {
        for quotation in quotations {
            let spans =
                quotation.contents.iter().flat_map(|span| sentence::split(&article.text, *span));
            for span in spans {
                let words = vocabulary.ids(article, span);
                if words.len() >= SHORTEST_STATEMENT {
                    sentences.push(Passage { article: id(at), span }, words);
                    speakers.push(&*quotation.attribution.speakers);
                }
            }
        }
    }
    (sentences, speakers)
}

/// For each of `keys`, the distinct words of a sentence, its [`N_KEYS`] words that weigh most, each with
/// the number of the sentence.
fn rarest_words(keys: &Lists<u32>, weights: &[f64]) -> Vec<(u32, u32)> {
    let mut rarest = Vec::new();
    for (at, key) in (0..).zip(keys.iter()) {
        let mut words = key.to_vec();
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
fn passages_with(articles: &[Article], progress: impl FnMut(usize)) -> Vec<[Passage; 2]> {
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

fn id(at: usize) -> ArticleId {
    ArticleId(u32::try_from(at).expect("fewer than 4 billion articles"))
}

/// Short lists, one after the other: of millions, a vector each would take more room than their items.
struct Lists<T> {
    items: Vec<T>,
    /// Where each ends.
    ends: Vec<u32>,
}

impl<T> Default for Lists<T> {
    fn default() -> Self {
        Self { items: Vec::new(), ends: Vec::new() }
    }
}

impl<T> Lists<T> {
    fn push(&mut self, list: impl IntoIterator<Item = T>) {
        self.items.extend(list);
        self.ends.push(u32::try_from(self.items.len()).expect("fewer than 4 billion words"));
    }

    fn len(&self) -> usize {
        self.ends.len()
    }

    fn range(&self, at: usize) -> Range<usize> {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        start as usize..self.ends[at] as usize
    }

    fn list(&self, at: usize) -> &[T] {
        &self.items[self.range(at)]
    }

    fn iter(&self) -> impl Iterator<Item = &[T]> {
        (0..self.len()).map(|at| self.list(at))
    }
}

impl Lists<u32> {
    /// For each number below `n` the lists that have it, in order.
    fn turned(&self, n: usize) -> Self {
        let mut ends = vec![0; n];
        for item in &self.items {
            ends[*item as usize] += 1;
        }
        let mut end = 0;
        for count in &mut ends {
            end += *count;
            // Where it begins, for now.
            *count = end - *count;
        }
        let mut items = vec![0; self.items.len()];
        for (at, list) in (0..).zip(self.iter()) {
            for item in list {
                let next = &mut ends[*item as usize];
                items[*next as usize] = at;
                *next += 1;
            }
        }
        Self { items, ends }
    }
}

/// Sentences being compared.
#[derive(Default)]
struct Sentences {
    passages: Vec<Passage>,
    /// For each its words, by their numbers in the [`Vocabulary`].
    words: Lists<u32>,
}

impl Sentences {
    fn push(&mut self, passage: Passage, words: Vec<u32>) {
        self.passages.push(passage);
        self.words.push(words);
    }
}

/// Calls with each word at a Span of an article, no more than [`LONGEST_SENTENCE`]: in its folded form, and where it
/// begins and ends, in bytes from the start of the Span.
fn each_word(article: &Article, span: Span, mut call: impl FnMut(&str, [u16; 2])) {
    let folded = fold(span.of(&article.text));
    for token in tokenize(&folded).iter().take(LONGEST_SENTENCE) {
        let at = token.span(&folded);
        let (Ok(start), Ok(end)) = (u16::try_from(at.start), u16::try_from(at.end)) else { return };
        call(token.text(&folded), [start, end]);
    }
}

/// Folded words as numbers.
#[derive(Default)]
struct Vocabulary {
    ids: HashMap<String, u32>,
}

impl Vocabulary {
    /// The words at a Span of an article, by their numbers.
    fn ids(&mut self, article: &Article, span: Span) -> Vec<u32> {
        let mut ids = Vec::new();
        each_word(article, span, |word, _| ids.push(self.id(word)));
        ids
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
    fn weights(&self, sentences: &Lists<u32>) -> Vec<f64> {
        let mut counts = vec![0_u32; self.ids.len()];
        for word in &sentences.items {
            counts[*word as usize] += 1;
        }
        let all = sentences.len() as f64;
        counts.into_iter().map(|count| (1.0 + all / f64::from(count.max(1))).ln()).collect()
    }
}

/// For each key the items that have it, in order, given in any order; but for those that one item alone has or more
/// than [`MOST_SENTENCES`] have, which bring none together.
fn groups<K: Ord>(mut keys: Vec<(K, u32)>) -> Lists<u32> {
    keys.sort_unstable();
    keys.dedup();
    let mut groups = Lists::default();
    for alike in keys.chunk_by(|(one, _), (other, _)| one == other) {
        if (2..=MOST_SENTENCES).contains(&alike.len()) {
            groups.push(alike.iter().map(|(_, item)| *item));
        }
    }
    groups
}

/// An inverted index from keys to the items that have them, and back.
///
/// Nothing is stored for each pair: boilerplate makes far more of them than there are sentences.
struct Holders {
    /// For each key its items, in order.
    items: Lists<u32>,
    /// For each item its keys.
    keys: Lists<u32>,
}

impl Holders {
    /// Of keys in several parts, as [`groups`] gives them, whose items are numbers below `n_items`.
    fn new(parts: impl IntoIterator<Item = Lists<u32>>, n_items: usize) -> Self {
        let mut items = Lists::default();
        for part in parts {
            part.iter().for_each(|list| items.push(list.iter().copied()));
        }
        Self { keys: items.turned(n_items), items }
    }

    /// What `compare` gives for any two items that share a key, each two once and in order, in several lists; for the
    /// first of them it gives what compares it with others. `progress` is told of an item up to which about all are done with.
    fn compare<Found: Send, Compare: Fn(u32) -> Option<Found>>(
        &self,
        compare: impl Fn(u32) -> Compare + Sync,
        mut progress: impl FnMut(u32),
    ) -> Vec<Vec<Found>> {
        let compare_all = |items: &[u32]| {
            let mut found = Vec::new();
            let mut others: Vec<u32> = Vec::new();
            for item in items {
                others.clear();
                for key in self.keys.list(*item as usize) {
                    let holders = self.items.list(*key as usize);
                    let first = holders.partition_point(|other| other <= item);
                    others.extend(&holders[first..]);
                }
                others.sort_unstable();
                others.dedup();
                let compare = compare(*item);
                found.extend(others.iter().filter_map(|other| compare(*other)));
            }
            found.shrink_to_fit();
            found
        };
        let has_keys = |item: &u32| !self.keys.list(*item as usize).is_empty();
        let items: Vec<u32> = (0..self.keys.len() as u32).filter(has_keys).collect();
        let progress = |n_done: usize| progress(items[n_done - 1]);
        in_shares(&items, SHARE, compare_all, progress)
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
