//! [`statements`]: what two articles quote alike.

use super::holders::{Holders, groups};
use super::lists::Lists;
use super::passage::Passage;
use super::sentences::{Sentences, Vocabulary, id};
use crate::article::Article;
use crate::quotation::{Quotation, SpeakerId};
use crate::sentence;

/// How alike two sentences of one speaker are that count as one statement; 1 is equal.
const SAME_SPEAKER: f64 = 0.5;
/// The same where a speaker is not known.
const UNKNOWN_SPEAKER: f64 = 0.85;

/// How many of its rarest words are the keys by which a sentence finds candidates.
const N_KEYS: usize = 8;
/// A statement has at least so many words.
const SHORTEST_STATEMENT: usize = 4;

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
