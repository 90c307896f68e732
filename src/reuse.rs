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
//! Both give plain data: Spans of the articles, and what differs between them word by word.

use std::collections::{BTreeMap, BTreeSet};

use crate::article::{Article, ArticleId, ParagraphKind};
use crate::fold::fold;
use crate::quotation::{Quotation, SpeakerId};
use crate::span::Span;
use crate::token::tokenize;

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

/// A stretch of one article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The article.
    pub article: ArticleId,
    /// Where in its text; inside one paragraph, not empty.
    pub span: Span,
}

/// One statement, as several articles quote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// At least two, of at least two articles; sorted by place.
    pub versions: Vec<Version>,
}

/// A statement as one quotation has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// The sentence, or all of the content Span, in its article.
    pub place: Place,
    /// The quotation's place in its article's list.
    pub quotation: u32,
    /// What differs from the statement's first version; empty for that one, and where no word differs.
    pub differences: Vec<Difference>,
}

/// A stretch that stands near verbatim in two articles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// In the article that comes first in the dossier.
    pub one: Place,
    /// In the other.
    pub other: Place,
    /// What differs in the other.
    pub differences: Vec<Difference>,
}

/// Words that one version has in the place of another's; not both absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Difference {
    /// Words here; `None` where nothing stands for the other's words.
    pub here: Option<Span>,
    /// Words of the first version, in its article.
    pub there: Option<Span>,
}

/// Statements that several of the articles quote, in the order of their first versions.
///
/// `quotations` holds for each article its quotations, as
/// [`attribute`](crate::quotation::attribute) gives them.
#[must_use]
pub fn statements(articles: &[Article], quotations: &[Vec<Quotation>]) -> Vec<Statement> {
    let mut vocabulary = Vocabulary::default();
    let mut pieces: Vec<Piece> = Vec::new();
    for (at, (article, quotations)) in articles.iter().zip(quotations).enumerate() {
        for (number, quotation) in quotations.iter().enumerate() {
            let spans = quotation.contents.iter().flat_map(|span| sentences(&article.text, *span));
            for span in spans {
                let words = vocabulary.words(article, span);
                if words.len() >= SHORTEST_STATEMENT {
                    let place = Place { article: id(at), span };
                    let quotation = u32::try_from(number).expect("fewer than 4 billion quotations");
                    pieces.push(Piece {
                        place,
                        quotation,
                        speaker: quotations[number].attribution.speaker,
                        words,
                    });
                }
            }
        }
    }
    let keys: Vec<BTreeSet<u32>> =
        pieces.iter().map(|piece| piece.words.iter().map(|word| word.id).collect()).collect();
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
        pieces[one].place.article != pieces[other].place.article
    });

    let mut groups = Groups::new(pieces.len());
    for (one, other) in pairs {
        let floor = match (pieces[one].speaker, pieces[other].speaker) {
            (Some(one), Some(other)) if one == other => SAME_SPEAKER,
            (Some(_), Some(_)) => continue,
            _ => UNKNOWN_SPEAKER,
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
            groups.join(one, other);
        }
    }
    let mut statements: Vec<Statement> = Vec::new();
    for members in groups.lists() {
        let mut members: Vec<&Piece> = members.into_iter().map(|at| &pieces[at]).collect();
        members.sort_by_key(|piece| (piece.place, piece.quotation));
        let first = members[0];
        let versions = members.iter().enumerate().map(|(at, piece)| Version {
            place: piece.place,
            quotation: piece.quotation,
            differences: if at == 0 {
                Vec::new()
            } else {
                Alignment::new(&first.words, &piece.words).differences()
            },
        });
        statements.push(Statement { versions: versions.collect() });
    }
    statements.sort_by_key(|statement| statement.versions[0].place);
    statements
}

/// Passages that two of the articles share, in the order of their places.
#[must_use]
pub fn passages(articles: &[Article]) -> Vec<Passage> {
    let mut vocabulary = Vocabulary::default();
    let mut pieces: Vec<(Piece, usize)> = Vec::new();
    for (at, article) in articles.iter().enumerate() {
        for (number, paragraph) in article.paragraphs.iter().enumerate() {
            if matches!(paragraph.kind, ParagraphKind::Headline | ParagraphKind::Heading) {
                continue;
            }
            for span in sentences(&article.text, paragraph.span) {
                let words = vocabulary.words(article, span);
                let place = Place { article: id(at), span };
                pieces.push((Piece { place, quotation: 0, speaker: None, words }, number));
            }
        }
    }
    // Runs of words as keys of their own.
    let mut runs: BTreeMap<Vec<u32>, u32> = BTreeMap::new();
    let keys: Vec<Vec<u32>> = pieces
        .iter()
        .map(|(piece, _)| {
            let windows = piece.words.windows(RUN);
            windows
                .map(|run| {
                    let next = u32::try_from(runs.len()).expect("fewer than 4 billion runs");
                    *runs.entry(run.iter().map(|word| word.id).collect()).or_insert(next)
                })
                .collect()
        })
        .collect();
    let pairs = pairs(keys.into_iter(), |one, other| {
        pieces[one].0.place.article != pieces[other].0.place.article
    });
    let mut found: Vec<(usize, usize, Passage)> = Vec::new();
    for (one, other) in pairs {
        let ((one, one_number), (other, other_number)) = (&pieces[one], &pieces[other]);
        let alignment = Alignment::new(&one.words, &other.words);
        if let Some((one_span, other_span)) = alignment.common_stretch() {
            let one = Place { article: one.place.article, span: one_span };
            let other = Place { article: other.place.article, span: other_span };
            found.push((
                *one_number,
                *other_number,
                Passage { one, other, differences: Vec::new() },
            ));
        }
    }
    found.sort_by_key(|(_, _, passage)| {
        (passage.one.article, passage.other.article, passage.one.span, passage.other.span)
    });
    join_neighbours(articles, &mut vocabulary, found)
}

/// Joins passages that follow one another in the same paragraphs of both articles.
fn join_neighbours(
    articles: &[Article],
    vocabulary: &mut Vocabulary,
    found: Vec<(usize, usize, Passage)>,
) -> Vec<Passage> {
    let mut joined: Vec<(usize, usize, Passage)> = Vec::new();
    for (one_number, other_number, passage) in found {
        if let Some((last_one, last_other, last)) = joined.last_mut()
            && (*last_one, *last_other) == (one_number, other_number)
            && (last.one.article, last.other.article)
                == (passage.one.article, passage.other.article)
            && last.other.span.start <= passage.other.span.start
        {
            last.one.span.end = last.one.span.end.max(passage.one.span.end);
            last.other.span.end = last.other.span.end.max(passage.other.span.end);
            continue;
        }
        joined.push((one_number, other_number, passage));
    }
    let passages = joined.into_iter().map(|(_, _, mut passage)| {
        let one = vocabulary.words(&articles[passage.one.article.0 as usize], passage.one.span);
        let other =
            vocabulary.words(&articles[passage.other.article.0 as usize], passage.other.span);
        passage.differences = Alignment::new(&one, &other).differences();
        passage
    });
    passages.collect()
}

fn id(at: usize) -> ArticleId {
    ArticleId(u32::try_from(at).expect("fewer than 4 billion articles"))
}

/// A sentence being compared.
struct Piece {
    place: Place,
    quotation: u32,
    speaker: Option<SpeakerId>,
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
    /// The words of a stretch of an article, no more than [`LONGEST_SENTENCE`].
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

/// The sentences of a stretch of text: cut behind ". ", "! ", "? ", white space left out.
fn sentences(text: &str, span: Span) -> Vec<Span> {
    let words = span.of(text);
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut push = |start: usize, end: usize| {
        let sentence = &words[start..end];
        let lead = sentence.len() - sentence.trim_start().len();
        let length = sentence.trim().len();
        if length > 0 {
            let first = span.start as usize + start + lead;
            sentences.push(Span::from_range(first..first + length));
        }
    };
    let mut chars = words.char_indices().peekable();
    let mut stopped = false;
    while let Some((at, c)) = chars.next() {
        let closing = matches!(c, '”' | '"' | '’' | '\'' | ')');
        if stopped && c.is_whitespace() {
            // "Mr. Smith" is no end: a capitalised short word before the stop.
            let word = words[start..at].trim_end_matches(|c: char| !c.is_alphanumeric());
            let last = word.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            let title = last.len() <= 3 && last.starts_with(char::is_uppercase);
            let next = chars.peek().is_none_or(|&(_, next)| !next.is_lowercase());
            if !title && next {
                push(start, at);
                start = at;
            }
        }
        stopped = matches!(c, '.' | '!' | '?') || stopped && closing;
    }
    push(start, words.len());
    sentences
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

/// Items joined into groups.
struct Groups(Vec<usize>);

impl Groups {
    fn new(length: usize) -> Self {
        Self((0..length).collect())
    }

    fn head(&mut self, mut at: usize) -> usize {
        while self.0[at] != at {
            self.0[at] = self.0[self.0[at]];
            at = self.0[at];
        }
        at
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.head(one), self.head(other));
        self.0[one.max(other)] = one.min(other);
    }

    /// The groups of two and more.
    fn lists(mut self) -> Vec<Vec<usize>> {
        let mut lists: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for at in 0..self.0.len() {
            let head = self.head(at);
            lists.entry(head).or_default().push(at);
        }
        lists.into_values().filter(|list| list.len() > 1).collect()
    }
}

/// Two word sequences side by side.
struct Alignment<'a> {
    one: &'a [Word],
    other: &'a [Word],
    /// Indices of equal words, rising in both: a longest common subsequence.
    matches: Vec<(usize, usize)>,
}

impl<'a> Alignment<'a> {
    fn new(one: &'a [Word], other: &'a [Word]) -> Self {
        let width = other.len() + 1;
        let mut lengths = vec![0_u16; (one.len() + 1) * width];
        for at in (0..one.len()).rev() {
            for other_at in (0..other.len()).rev() {
                lengths[at * width + other_at] = if one[at].id == other[other_at].id {
                    lengths[(at + 1) * width + other_at + 1] + 1
                } else {
                    lengths[(at + 1) * width + other_at].max(lengths[at * width + other_at + 1])
                };
            }
        }
        let mut matches = Vec::new();
        let (mut at, mut other_at) = (0, 0);
        while at < one.len() && other_at < other.len() {
            if one[at].id == other[other_at].id {
                matches.push((at, other_at));
                at += 1;
                other_at += 1;
            } else if lengths[(at + 1) * width + other_at] >= lengths[at * width + other_at + 1] {
                at += 1;
            } else {
                other_at += 1;
            }
        }
        Self { one, other, matches }
    }

    /// Where the two go apart.
    fn differences(&self) -> Vec<Difference> {
        let mut differences = Vec::new();
        let (mut at, mut other_at) = (0, 0);
        let ends = [(self.one.len(), self.other.len())];
        for &(one_end, other_end) in self.matches.iter().chain(&ends) {
            let span =
                |words: &[Word]| Some(Span::new(words.first()?.span.start, words.last()?.span.end));
            let there = span(&self.one[at..one_end]);
            let here = span(&self.other[other_at..other_end]);
            if here.is_some() || there.is_some() {
                differences.push(Difference { here, there });
            }
            (at, other_at) = (one_end + 1, other_end + 1);
        }
        differences
    }

    /// The stretches of both from the first run of words in common to the last, where they are long and
    /// alike enough.
    fn common_stretch(&self) -> Option<(Span, Span)> {
        // A stray word in common is no part of the passage: begin and end with two in a row.
        let follows = |pair: &[(usize, usize)]| pair[1] == (pair[0].0 + 1, pair[0].1 + 1);
        let first = self.matches.windows(2).position(follows)?;
        let last = self.matches.windows(2).rposition(follows)? + 1;
        let matched = last + 1 - first;
        let ((one_first, other_first), (one_last, other_last)) =
            (self.matches[first], self.matches[last]);
        let longer = (one_last - one_first).max(other_last - other_first) + 1;
        let alike = matched >= SHORTEST_PASSAGE && matched as f64 >= DENSITY * longer as f64;
        let span = |words: &[Word], first: usize, last: usize| {
            Span::new(words[first].span.start, words[last].span.end)
        };
        alike.then(|| {
            (span(self.one, one_first, one_last), span(self.other, other_first, other_last))
        })
    }
}
