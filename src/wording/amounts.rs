//! Numbers, lengths and sizes.

use crate::article::Article;
use crate::i18n::tr;
use crate::token::is_word_char;

/// "1 passage", "2,000 passages": in English, for the command line and editors; readers' words are
/// [`trn!`](crate::i18n)'s.
#[must_use]
pub fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", thousands(n as u64), if n == 1 { one } else { many })
}

/// A number with its thousands set apart: "12,345".
#[must_use]
pub fn thousands(number: u64) -> String {
    match (number / 1000, number % 1000) {
        (0, number) => number.to_string(),
        (above, below) => {
            tr!("{above},{below}", above = thousands(above), below = format_args!("{below:03}"))
        }
    }
}

/// A size in bytes as readers are told: "1.3 MB".
#[must_use]
pub fn megabytes(n_bytes: u64) -> String {
    let tenths = (n_bytes + 50_000) / 100_000;
    tr!("{whole}.{tenths} MB", whole = tenths / 10, tenths = tenths % 10)
}

/// The same for what may be small: "24 kB", and at least 1.
#[must_use]
pub fn size(n_bytes: u64) -> String {
    if n_bytes < 950_000 {
        tr!("{n} kB", n = n_bytes.div_ceil(1_000).max(1))
    } else {
        megabytes(n_bytes)
    }
}

/// How many words an article has, as white space divides them, without those of marks alone.
#[must_use]
pub fn n_words(article: &Article) -> usize {
    n_words_of(&article.text)
}

fn n_words_of(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(is_word_char)).count()
}

/// The minutes an article takes to read, at least one.
#[must_use]
pub fn reading_minutes(article: &Article) -> usize {
    reading_minutes_of(&article.text).max(1)
}

/// The minutes a text takes to read at 238 words a minute: the mean for English non-fiction in Brysbaert,
/// "How many words do we read per minute?", 2019.
#[must_use]
pub fn reading_minutes_of(text: &str) -> usize {
    n_words_of(text).div_ceil(238)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        for (number, text) in [(0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567")] {
            assert_eq!(thousands(number), text);
        }
    }

    #[test]
    fn sizes_are_never_nothing() {
        for (n_bytes, text) in
            [(0, "1 kB"), (23_400, "24 kB"), (949_999, "950 kB"), (1_250_000, "1.3 MB")]
        {
            assert_eq!(size(n_bytes), text);
        }
    }
}
