//! Amounts: "about half of them", "three in 10".

use crate::quotation::lexicon::lists;
use crate::quotation::word::{Word, is_compound_number};

/// Whether words begin with a rounded amount: "about half of them", "about three in 10", "at least 40".
pub(super) fn rounds_amount(words: &[Word]) -> bool {
    let is_bound = |word: &Word| matches!(word.text, "least" | "most");
    let amount = match words {
        [about, amount, ..] if about.is("about") => amount,
        [at, bound, amount, ..] if at.is("at") && is_bound(bound) => amount,
        _ => return false,
    };
    is_number(amount) || amount.is("one") || is_part_of_whole(amount)
}

pub(super) fn is_number(word: &Word) -> bool {
    word.text.starts_with(char::is_numeric)
        || word.is_any(lists::NUMBERS)
        || word.is_any(lists::TENS)
        || is_compound_number(word.text)
}

/// Whether a word is a part of those who were asked: "half".
pub(crate) fn is_part_of_whole(word: &Word) -> bool {
    lists::SHARES.contains(&&*word.lower())
}

/// Whether these words are a part of those who were asked: "26 percent", "six in 10", "almost half".
pub(super) fn is_share(words: &[Word]) -> bool {
    let Some(last) = words.last() else { return false };
    words.len() <= 6 && (is_part_of_whole(last) || words.iter().any(is_number) && is_number(last))
}
