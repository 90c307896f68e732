//! [`split`]: a stretch of text cut into its sentences.

use crate::span::Span;

/// Abbreviations in lower case whose full stop ends no sentence, where they have a capital.
pub(crate) const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "sen", "sens", "rep", "reps", "gov", "govs", "gen", "col", "lt", "st",
    "jr", "sr", "vs", "inc", "corp", "ltd", "co", "prof", "jan", "feb", "aug", "sept", "oct",
    "nov", "dec", "no", "capt", "cpl", "cmdr", "sgt", "rev", "hon", "adm", "maj", "mt", "ft",
    "ave", "fla", "ariz", "calif", "mass", "conn", "tex", "wis", "mich", "minn", "ky", "pa", "va",
    "tenn", "ga", "ala", "ill", "ind", "okla", "ore", "wash", "colo", "cpl", "pvt", "supt", "md",
    "del", "nev", "neb", "kan", "wyo", "vt", "ark", "messrs", "etc", "approx", "dept", "univ",
    "assn", "bros",
];

/// The whole sentences of `paragraph` in which a Span inside it lies.
#[must_use]
pub fn around(text: &str, paragraph: Span, span: Span) -> Span {
    let touched = split(text, paragraph).into_iter().filter(|sentence| sentence.overlaps(span));
    touched.fold(span, |all, sentence| {
        Span::new(all.start.min(sentence.start), all.end.max(sentence.end))
    })
}

/// The sentences at a Span of a text: cut behind ". ", "! ", "? ", white space left out.
#[must_use]
pub fn split(text: &str, span: Span) -> Vec<Span> {
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
            let goes_on = is_abbreviation(&words[start..at], &words[at..]);
            let next = chars.peek().is_none_or(|&(_, next)| !next.is_lowercase());
            if !goes_on && next {
                push(start, at);
                start = at;
            }
        }
        stopped = matches!(c, '.' | '!' | '?') || stopped && closing;
    }
    push(start, words.len());
    sentences
}

/// Whether a text ends with an abbreviation: "Mr.", "J.", "U.S.", "Sept.", and "No." before a number.
fn is_abbreviation(text: &str, rest: &str) -> bool {
    let Some(text) = text.strip_suffix('.') else { return false };
    let last = text.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    if !last.starts_with(char::is_uppercase) {
        return false;
    }
    let lower = last.to_lowercase();
    let is_number = rest.trim_start().starts_with(char::is_numeric);
    last.chars().nth(1).is_none()
        || ABBREVIATIONS.contains(&&*lower) && (lower != "no" || is_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let all = Span::from_range(0..text.len());
        let cut: Vec<&str> = split(text, all).into_iter().map(|span| span.of(text)).collect();
        assert_eq!(cut, expected);
    }

    #[test]
    fn a_stop_ends_a_sentence_with_the_marks_behind_it() {
        check("It is calm. “We wait.” He left.", &["It is calm.", "“We wait.”", "He left."]);
        check("“It is calm,” he said. ", &["“It is calm,” he said."]);
    }

    #[test]
    fn a_title_and_what_goes_on_small_are_no_end() {
        check("Mr. Smith waits.", &["Mr. Smith waits."]);
        check("On Sept. 11 Capt. J. Smith left.", &["On Sept. 11 Capt. J. Smith left."]);
        check("He flew to Rio. She said No. 5 won.", &["He flew to Rio.", "She said No. 5 won."]);
        check("Did he say no? No. She did.", &["Did he say no?", "No.", "She did."]);
        check("“Is it calm?” he asked.", &["“Is it calm?” he asked."]);
    }
}
