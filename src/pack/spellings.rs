//! Words of names that articles spell in two ways: "Samir" for "Zamir" Kabulov.
//!
//! Found when a pack is written, so that a search need not compare the names of all speakers.

use std::collections::BTreeSet;

use super::records::{push, take};
use crate::fold::fold;
use crate::quotation::Speaker;
use crate::token::tokenize;

/// The most spellings of one speaker's name that are compared.
const MAX_SPELLINGS: usize = 16;

/// Pairs of folded words, where they lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spellings<'a>(pub(super) &'a [u8]);

impl<'a> Spellings<'a> {
    /// The words that stand for a folded word in other spellings of the names it is in.
    #[must_use]
    pub fn of(self, word: &str) -> Vec<&'a str> {
        let mut rest = self.0;
        let mut others = Vec::new();
        while let Some((own, other)) = take::<(&str, &str)>(&mut rest) {
            if own > word {
                break;
            }
            if own == word {
                others.push(other);
            }
        }
        others
    }
}

/// The section of all pairs of words in which two spellings of one speaker's name differ, where they
/// differ in one word only; sorted.
pub(super) fn write(speakers: &[Speaker]) -> Vec<u8> {
    let mut pairs = BTreeSet::new();
    for Speaker { name, spellings, .. } in speakers.iter().filter(|one| !one.spellings.is_empty()) {
        let names = std::iter::once(name).chain(spellings).take(MAX_SPELLINGS);
        let names: Vec<Vec<String>> = names.map(|name| words_of(name)).collect();
        for name in &names {
            for other in &names {
                pairs.extend(only_difference(name, other));
            }
        }
    }
    let mut section = Vec::new();
    pairs.iter().for_each(|pair| push(pair, &mut section));
    section
}

/// The folded words of a name.
fn words_of(name: &str) -> Vec<String> {
    let folded = fold(name);
    tokenize(&folded).iter().map(|token| token.text(&folded).to_owned()).collect()
}

/// The words in which two names of several words differ, if it is one word.
fn only_difference(name: &[String], other: &[String]) -> Option<(String, String)> {
    if name.len() != other.len() || name.len() < 2 {
        return None;
    }
    let mut differences = name.iter().zip(other).filter(|(own, other)| own != other);
    let (own, other) = differences.next()?;
    differences.next().is_none().then(|| (own.clone(), other.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_which_alone_two_names_differ_stand_for_one_another() {
        let speaker = |name: &str, spellings: &[&str]| Speaker {
            name: name.to_owned(),
            spellings: spellings.iter().map(|&spelling| spelling.to_owned()).collect(),
            ..Speaker::default()
        };
        let speakers = [
            speaker("Zamir Kabulov", &["Samir Kabulov", "Kabulov", "Zamir Nabiyevich Kabulov"]),
            speaker("Sergey Lavrov", &["Sérgei Lavrov"]),
            speaker("Sergey Brown", &["Serge Brown", "Sergius Braun"]),
            speaker("Zamir Smith", &[]),
        ];
        let mut bytes = write(&speakers);
        let spellings = Spellings(&bytes);
        assert_eq!(spellings.of("zamir"), ["samir"]);
        assert_eq!(spellings.of("samir"), ["zamir"]);
        assert_eq!(spellings.of("sergey"), ["serge", "sergei"]);
        assert!(spellings.of("kabulov").is_empty());
        assert!(spellings.of("brown").is_empty());
        bytes.truncate(bytes.len() - 1);
        assert!(Spellings(&bytes).of("zamir").is_empty(), "the last pair is cut");
    }
}
