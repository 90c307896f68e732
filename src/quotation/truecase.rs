//! Truecasing (Lita et al., "tRuEcasIng", ACL 2003): text in capitals in the case of ordinary prose, so that
//! the rules tell names from other words. Some agencies send all in capitals, transcripts the names of those
//! who speak, and many papers write headlines in title case.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::lexicon::{self, Tags};
use super::transcript::Turn;
use crate::article::Article;
use crate::span::Span;

/// How many words in capitals make a paragraph that is in capitals, and how many words a headline in title case
/// has; fewer may be initials and shouts, or a name.
const FEWEST_WORDS: usize = 5;
/// A headline has no more words than this.
const MOST_WORDS_OF_HEADLINE: usize = 30;
/// The longest word that title case leaves in small letters.
const LONGEST_SMALL_WORD: usize = 4;

/// The article's text with what stands in capitals throughout, whole paragraphs and the labels of `turns`, and
/// with headlines in title case, in the case of prose. It has the same length: only ASCII letters change.
pub(super) fn truecased<'a>(article: &'a Article, turns: &[Option<Turn>]) -> Cow<'a, str> {
    let text = &*article.text;
    let paragraphs = |is_wanted: fn(&str) -> bool| -> Vec<Span> {
        let spans = article.paragraphs.iter().map(|paragraph| paragraph.span);
        spans.filter(|span| is_wanted(span.of(text))).collect()
    };
    let in_capitals = paragraphs(is_in_capitals);
    let in_title_case = paragraphs(is_in_title_case);
    let labels: Vec<Span> = turns.iter().flatten().filter_map(|turn| turn.name).collect();
    if in_capitals.is_empty() && in_title_case.is_empty() && labels.is_empty() {
        return Cow::Borrowed(text);
    }
    let asked = Asked::of(text, in_capitals.iter().chain(&in_title_case).chain(&labels));
    let mut prose = Prose::of(article, &asked, |span| {
        in_capitals.binary_search(&span).is_err() && in_title_case.binary_search(&span).is_err()
    });
    prose.learn_names(text, &in_capitals);
    let mut cased = text.to_owned();
    let mut put = |span: Span, word: &str| {
        cased.replace_range(span.range(), word);
    };
    for span in in_capitals {
        prose.write(text, span, |word, cased, _| put(word, cased));
    }
    for span in in_title_case {
        // Behind "Mayor" and "Ada" a name goes on.
        let mut in_name = false;
        for (at, word) in words(text, span).enumerate() {
            let written = word.of(text);
            let tags = lexicon::lookup(&written.to_ascii_lowercase()).0;
            if at > 0 && !(in_name && tags == Tags::NONE) && prose.is_small(written) {
                put(word, &written.to_ascii_lowercase());
            }
            in_name = tags.any(Tags::GIVEN | Tags::TITLE);
        }
    }
    for word in labels.into_iter().flat_map(|label| words(text, label)) {
        if is_capital_word(word.of(text)) {
            put(word, &prose.name(word.of(text)));
        }
    }
    Cow::Owned(cased)
}

/// Whether a paragraph has no small letter, and enough words to tell.
fn is_in_capitals(paragraph: &str) -> bool {
    !paragraph.contains(char::is_lowercase)
        && paragraph.split(' ').filter(|word| is_capital_word(word.trim_matches(is_sign))).count()
            >= FEWEST_WORDS
}

/// Whether a paragraph is a headline in title case: all words but the short ones have capitals, and one of them is
/// a verb, as none in a list of names is.
fn is_in_title_case(paragraph: &str) -> bool {
    let words = || {
        let pieces = paragraph.split(' ').map(|word| word.trim_matches(is_sign));
        pieces.filter(|word| word.starts_with(char::is_alphabetic))
    };
    let is_capital = |word: &&str| word.starts_with(char::is_uppercase);
    // Prose ends the first of these tests soon, and most of it already by its plainest words.
    let is_small =
        |word: &[u8]| word.len() > LONGEST_SMALL_WORD && word.iter().all(u8::is_ascii_lowercase);
    if paragraph.as_bytes().split(|byte| *byte == b' ').any(is_small) {
        return false;
    }
    if !words().all(|word| is_capital(&word) || word.len() <= LONGEST_SMALL_WORD) {
        return false;
    }
    let n_words = words().take(MOST_WORDS_OF_HEADLINE + 1).count();
    (FEWEST_WORDS..=MOST_WORDS_OF_HEADLINE).contains(&n_words)
        && words().filter(is_capital).count() * 3 >= n_words * 2
        && paragraph.contains(char::is_lowercase)
        && words().any(|word| {
            let (tags, verb) = lexicon::lookup(&word.to_ascii_lowercase());
            verb.is_some() || tags.any(Tags::AUXILIARY | Tags::FINITE)
        })
}

fn is_sign(c: char) -> bool {
    !c.is_alphanumeric()
}

/// Whether a word of two letters or more has capitals alone.
fn is_capital_word(word: &str) -> bool {
    word.chars().filter(char::is_ascii_uppercase).count() > 1 && !word.contains(char::is_lowercase)
}

/// The words of a stretch of text: letters, and apostrophes, hyphens and full stops between them.
fn words(text: &str, span: Span) -> impl Iterator<Item = Span> {
    let joins = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '-' | '.');
    let stretch = span.of(text);
    let start = span.start as usize;
    stretch.split(move |c: char| !joins(c)).filter_map(move |piece| {
        let word = piece.trim_matches(is_sign);
        let at = start + (word.as_ptr() as usize - stretch.as_ptr() as usize);
        (!word.is_empty()).then(|| Span::from_range(at..at + word.len()))
    })
}

/// The words whose case is asked for, by first letter and length, so that most words of the prose need not be
/// looked at: for each letter the lengths as bits.
struct Asked([u64; 32]);

impl Asked {
    fn of<'s>(text: &str, spans: impl Iterator<Item = &'s Span>) -> Self {
        let mut asked = Self([0; 32]);
        for word in spans.flat_map(|&span| words(text, span)) {
            let (letter, length) = Self::place(word.of(text));
            asked.0[letter] |= length;
        }
        asked
    }

    fn place(word: &str) -> (usize, u64) {
        (usize::from(word.as_bytes()[0] & 31), 1 << word.len().min(63))
    }

    fn may_have(&self, word: &str) -> bool {
        let (letter, length) = Self::place(word);
        self.0[letter] & length != 0
    }
}

/// How an article writes its words.
struct Prose {
    /// By their capitals: "MCCAIN" is "McCain".
    forms: HashMap<String, String>,
    /// Those that begin sentences, in capitals: they may be names.
    first: HashSet<String>,
}

impl Prose {
    /// What the paragraphs that are prose show of the words that are asked for.
    fn of(article: &Article, asked: &Asked, is_prose: impl Fn(Span) -> bool) -> Self {
        let mut forms = HashMap::new();
        let mut first = HashSet::new();
        let text = &*article.text;
        for span in article.paragraphs.iter().map(|paragraph| paragraph.span) {
            if !is_prose(span) {
                continue;
            }
            let inside = |word: &Span| {
                text[..word.start as usize].ends_with(' ')
                    && text[span.start as usize..word.start as usize]
                        .trim_end()
                        .ends_with(|c: char| c.is_alphanumeric() || c == ',')
            };
            for word in words(text, span).filter(|word| asked.may_have(word.of(text))) {
                let written = word.of(text);
                if !inside(&word) {
                    first.insert(written.to_ascii_uppercase());
                } else if written.contains(char::is_lowercase) {
                    forms.entry(written.to_ascii_uppercase()).or_insert_with(|| written.to_owned());
                }
            }
        }
        Self { forms, first }
    }

    /// Adds the names in capitals that stand with a given name or a title, so that they are known alone.
    fn learn_names(&mut self, text: &str, in_capitals: &[Span]) {
        let mut names = Vec::new();
        for &span in in_capitals {
            self.write(text, span, |word, cased, is_name| {
                if is_name {
                    names.push((word.of(text).to_owned(), cased.to_owned()));
                }
            });
        }
        self.forms.extend(names);
    }

    /// Writes a stretch in capitals anew, word by word, each with whether nothing but its place shows that it
    /// is a name.
    fn write(&self, text: &str, span: Span, mut put: impl FnMut(Span, &str, bool)) {
        // Whether the word before shows that a name begins or goes on here.
        let mut in_name = false;
        let mut before = span.start;
        for word in words(text, span) {
            let gap = &text[before as usize..word.start as usize];
            before = word.end;
            let written = word.of(text);
            let begins = word.start == span.start || gap.contains(['.', '!', '?', '"', '“', ':']);
            in_name &= gap == " ";
            if !written.is_ascii() || !is_capital_word(written) {
                // "A" may begin a sentence, and an initial stands in a name.
                if !begins
                    && !in_name
                    && lexicon::lookup(&written.to_ascii_lowercase()).0 != Tags::NONE
                {
                    put(word, &written.to_ascii_lowercase(), false);
                }
                continue;
            }
            let small = written.to_ascii_lowercase();
            let tags = lexicon::lookup(&small).0;
            let is_unknown = tags == Tags::NONE;
            let is_name = tags.any(Tags::GIVEN | Tags::PLACE | Tags::TITLE)
                || in_name && is_unknown
                || self.is_name(written);
            in_name = is_name && !tags.any(Tags::PLACE);
            if let Some(form) = self.forms.get(written) {
                put(word, form, false);
            } else if is_name || begins || tags.any(Tags::TIME) && !tags.any(Tags::DEICTIC) {
                put(word, &self.name(written), is_name && is_unknown);
            } else if lexicon::is_named_body(&small) || is_unknown && looks_like_initials(written) {
                let short = written.len() < 5;
                let name = if short { written.to_owned() } else { self.name(written) };
                put(word, &name, false);
            } else {
                put(word, &small, false);
            }
        }
    }

    /// Whether the prose writes a word of a headline in title case without a capital, or would: a name of a
    /// headline stands in the prose as well.
    fn is_small(&self, written: &str) -> bool {
        if !written.is_ascii() || is_capital_word(written) {
            return false;
        }
        let capitals = written.to_ascii_uppercase();
        if let Some(form) = self.forms.get(&capitals) {
            return form.starts_with(char::is_lowercase);
        }
        let tags = lexicon::lookup(&written.to_ascii_lowercase()).0;
        let may_be_name = Tags::GIVEN | Tags::PLACE | Tags::TITLE | Tags::BODY | Tags::PARTICLE;
        let is_day = tags.any(Tags::TIME) && !tags.any(Tags::DEICTIC);
        let is_unknown = tags == Tags::NONE && self.first.contains(&capitals);
        !tags.any(may_be_name) && !is_day && !is_unknown
    }

    /// Whether the prose writes a word with a capital.
    fn is_name(&self, written: &str) -> bool {
        self.forms.get(written).is_some_and(|form| form.starts_with(char::is_uppercase))
    }

    /// A name in capitals as prose writes it: "McCain", "O'Brien", "Smith-Jones".
    fn name(&self, written: &str) -> String {
        if let Some(form) = self.forms.get(written).filter(|_| self.is_name(written)) {
            return form.clone();
        }
        let is_scottish = written.len() > 4 && written.starts_with("MC");
        let mut name = String::with_capacity(written.len());
        for (at, c) in written.char_indices() {
            let begins = name.chars().next_back().is_none_or(|c| matches!(c, '-' | '.'))
                // "O'Brien", but "Voss's"
                || at == 2 && matches!(name.chars().next_back(), Some('\'' | '’'))
                || at == 2 && is_scottish;
            name.push(if begins { c } else { c.to_ascii_lowercase() });
        }
        name
    }
}

/// Whether a word that is in no list looks like initials: "NATO" does not, "FBI" and "D.C." do.
fn looks_like_initials(word: &str) -> bool {
    word.contains('.')
        || word.len() < 6 && !word.contains(['A', 'E', 'I', 'O', 'U', 'Y'])
        || word.len() < 4
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quotation::transcript;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let article = Article::from_plain_text(text);
        assert_eq!(truecased(&article, &transcript::turns(&article)), expected);
    }

    #[test]
    fn paragraphs_in_capitals_read_as_prose() {
        check(
            "THE HARBOUR IN PARIS IS CLOSED, MAYOR ADA VOSS SAID. \"NO,\" VOSS'S AIDE ADDED.",
            "The harbour in Paris is closed, Mayor Ada Voss said. \"No,\" Voss's Aide added.",
        );
        check(
            "MCARTHUR SAID ON FRIDAY THE FBI WAS LATE.\n\nThe man, Jo McArthur, left.",
            "McArthur said on Friday the FBI was late.\n\nThe man, Jo McArthur, left.",
        );
        check(
            "A MAN, VOSS SAID, LEFT WITH MAYOR ADA VOSS.",
            "A man, Voss said, left with Mayor Ada Voss.",
        );
        check("It is the FBI.\n\nNO. NEVER. NOT NOW.", "It is the FBI.\n\nNO. NEVER. NOT NOW.");
    }

    #[test]
    fn headlines_in_title_case_read_as_prose() {
        check(
            "Mayor Ada Voss Says the Harbour Will Close on Monday\n\nShe came to the harbour.",
            "Mayor Ada Voss says the harbour will close on Monday\n\nShe came to the harbour.",
        );
        check(
            "The New York Times Met the Acme Board\n\nThe Acme board of The New York Times met.",
            "The New York Times met the Acme board\n\nThe Acme board of The New York Times met.",
        );
        check("Ada Voss and Jo Roe", "Ada Voss and Jo Roe");
    }

    #[test]
    fn labels_read_as_names() {
        check(
            "MCCAIN: Yes.\n\nSEN. TIM O'BRIEN (R-AZ): No.\n\nMCCAIN: Why?",
            "McCain: Yes.\n\nSen. Tim O'Brien (R-AZ): No.\n\nMcCain: Why?",
        );
    }
}
