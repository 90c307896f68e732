//! The words of a large dossier, and its texts as codes for them.
//!
//! Text in a browser's memory takes three times the room of the same text in codes, and the bytes have
//! to be moved there first. So the texts of a large dossier name their words by numbers, frequent ones
//! in a byte, and an article is spelled out when it is opened. What is sent is smaller too, since
//! Brotli does better on the codes than on the text. On 10,000 stories of Reuters-21578:
//!
//! | | MB | Brotli 9 |
//! |---|---|---|
//! | texts as they are | 12.8 | 3.5 |
//! | codes and vocabulary | 4.4 | 3.1 |
//!
//! Below some 1 MiB of text the vocabulary costs more on the wire than its words save, and nothing is
//! gained by smaller memory: [`MIN_CODED`].
//!
//! The codes are the End-Tagged Dense Code of Brisaboa, Iglesias, Navarro and Paramá ("An efficient
//! compression code for text databases", 2003): the last byte of a number has its highest bit set, and
//! every number has one code alone. The model is theirs too, "spaceless words": a text is cut into runs
//! of letters and digits and runs of anything else, and where two words of the vocabulary follow each
//! other, the space between them goes without saying.
//!
//! # Bytes
//!
//! The vocabulary is [`ByteStrings`], most frequent first. Number 0 in a text is none of them: the next byte is a
//! length, and so many bytes of the text follow as they are. Number *n* is the *n*th word, counted from 1.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::byte_strings::ByteStrings;

/// The shortest texts of a dossier, in bytes, that are coded.
pub(super) const MIN_CODED: usize = 1 << 20;
/// The fewest times that a word of the vocabulary occurs.
const MIN_OCCURRENCES: u32 = 3;
/// The longest word of the vocabulary, in bytes: so a text is no more than so many times as long as its
/// codes, whoever wrote them.
const MAX_WORD: usize = 64;

const LAST: u8 = 0x80;

/// Whether words are made of this byte; all of a letter's bytes are alike if it is not ASCII.
fn is_of_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80
}

/// A text in its runs of letters and digits, and runs of anything else.
fn runs(text: &str) -> impl Iterator<Item = &[u8]> {
    text.as_bytes().chunk_by(|one, other| is_of_word(*one) == is_of_word(*other))
}

/// Writes texts in codes.
pub(super) struct Coder<'a> {
    /// The section's bytes.
    pub(super) vocabulary: Vec<u8>,
    /// The codes of the vocabulary's words.
    codes: HashMap<&'a [u8], Vec<u8>>,
}

impl<'a> Coder<'a> {
    /// One for the words of these texts.
    pub(super) fn new(texts: impl Iterator<Item = &'a str>) -> Self {
        let mut counts: HashMap<&[u8], u32> = HashMap::new();
        for run in texts.flat_map(runs).filter(|run| run.len() <= MAX_WORD) {
            *counts.entry(run).or_default() += 1;
        }
        counts.retain(|_, n_times| *n_times >= MIN_OCCURRENCES);
        let mut words: Vec<_> = counts.into_iter().collect();
        words.sort_unstable_by_key(|(word, n_times)| (Reverse(*n_times), *word));

        let vocabulary = ByteStrings::section(words.iter().map(|(word, _)| word));
        let codes = words.iter().enumerate().map(|(idx, (word, _))| (*word, code(idx + 1)));
        Self { vocabulary, codes: codes.collect() }
    }

    /// Appends the codes of a text.
    pub(super) fn write(&self, text: &str, out: &mut Vec<u8>) {
        let runs: Vec<_> = runs(text).collect();
        let is_known = |at: usize| runs.get(at).is_some_and(|run| self.codes.contains_key(run));
        for (at, run) in runs.iter().enumerate() {
            if *run == b" " && at > 0 && is_known(at - 1) && is_known(at + 1) {
                continue;
            }
            if let Some(code) = self.codes.get(run) {
                out.extend_from_slice(code);
                continue;
            }
            for part in run.chunks(usize::from(u8::MAX)) {
                out.extend([LAST, part.len() as u8]);
                out.extend_from_slice(part);
            }
        }
    }
}

/// The code of a number: from the last byte to the first, each further one of a number one lower.
fn code(number: usize) -> Vec<u8> {
    let mut code = vec![number as u8 | LAST];
    let mut rest = number >> 7;
    while rest > 0 {
        rest -= 1;
        code.push(rest as u8 & !LAST);
        rest >>= 7;
    }
    code.reverse();
    code
}

/// The text behind some codes; `None` where they are not sound.
pub(super) fn text_of(vocabulary: &ByteStrings, codes: &[u8]) -> Option<String> {
    // What most texts need.
    let mut text = Vec::with_capacity(codes.len() * 4);
    let (mut number, mut follows_word) = (0usize, false);
    let mut codes = codes.iter();
    while let Some(byte) = codes.next() {
        number = number << 7 | usize::from(byte & !LAST);
        if byte & LAST == 0 {
            number += 1;
            // No vocabulary is that large, and nothing is to overflow.
            if number > 1 << 24 {
                return None;
            }
            continue;
        }
        let run = if number == 0 {
            let len = usize::from(*codes.next()?);
            let (run, rest) = codes.as_slice().split_at_checked(len)?;
            codes = rest.iter();
            run
        } else {
            vocabulary.get(number - 1).filter(|word| word.len() <= MAX_WORD)?
        };
        let is_word = number > 0 && is_of_word(*run.first()?);
        if is_word && follows_word {
            text.push(b' ');
        }
        text.extend_from_slice(run);
        (number, follows_word) = (0, is_word);
    }
    String::from_utf8(text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text after it has been written and read, by a vocabulary of itself and another.
    fn there_and_back(text: &str) -> Option<String> {
        let coder =
            Coder::new([text, "one, two, three, one, two, three, one two three"].into_iter());
        let mut codes = Vec::new();
        coder.write(text, &mut codes);
        text_of(&ByteStrings::open(&coder.vocabulary)?, &codes)
    }

    #[test]
    fn every_text_comes_back() {
        let long = "long".repeat(300);
        let many: String = (0..40_000).map(|n| format!("{} {} ", n % 17_000, n % 13)).collect();
        let texts = [
            "",
            " ",
            "  ",
            "one",
            "one two  three\n one",
            " one two ",
            "one unheard two unheard unheard",
            "“one” – two, three… “one”",
            "\u{0}one\u{7f}\u{80}two 👩‍👩‍👧 שלום עולם 中文",
            &long,
            &many,
        ];
        for text in texts {
            assert_eq!(there_and_back(text).as_deref(), Some(text));
            let thrice = format!("{text} {text}{text}");
            assert_eq!(there_and_back(&thrice), Some(thrice));
        }
    }

    #[test]
    fn frequent_words_take_a_byte_and_spaces_none() {
        let text = "the man and the dog and the cat and the man and the dog and the man";
        let coder = Coder::new([text].into_iter());
        let mut codes = Vec::new();
        coder.write("the man and the man", &mut codes);
        assert_eq!(codes.len(), 5);
    }

    #[test]
    fn every_number_has_a_code_of_its_own() {
        let mut codes: Vec<_> = (0..70_000).map(code).collect();
        assert_eq!(codes[127].len(), 1);
        assert_eq!(codes[128].len(), 2);
        assert_eq!(codes[128 + 128 * 128 - 1].len(), 2);
        codes.sort();
        codes.dedup();
        assert_eq!(codes.len(), 70_000);
    }

    #[test]
    fn hostile_codes_are_refused_or_read_and_never_panic() {
        let coder = Coder::new(["one one one two two two"].into_iter());
        let vocabulary = ByteStrings::open(&coder.vocabulary).expect("it was just written");
        for first in 0..=255 {
            for second in 0..=255 {
                let codes = [first, second, 0x81, first, 0x80, second];
                let text = text_of(&vocabulary, &codes).unwrap_or_default();
                assert!(text.len() <= codes.len() * (MAX_WORD + 1));
            }
        }
        assert_eq!(text_of(&vocabulary, &[0x7f; 100]), None);
        assert_eq!(text_of(&vocabulary, &[LAST]), None);
        assert_eq!(text_of(&vocabulary, &[LAST, 2, 0xc3, 0x28]), None);
    }
}
