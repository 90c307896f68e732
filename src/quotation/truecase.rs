//! Truecasing (Lita et al., "tRuEcasIng", ACL 2003): text in capitals in the case of ordinary prose, so that
//! the rules tell names from other words. Some agencies send all in capitals, and transcripts the names
//! of those who speak.

use std::borrow::Cow;
use std::collections::HashMap;

use super::lexicon::{self, Tags, lists};
use super::transcript::Turn;
use crate::article::Article;
use crate::span::Span;

/// How many words in capitals make a paragraph that is in capitals; fewer may be initials and shouts.
const FEWEST_WORDS: usize = 5;

/// The article's text with what stands in capitals throughout, whole paragraphs and the labels of `turns`, in
/// the case of prose. It has the same length: only ASCII letters change.
pub(super) fn truecased<'a>(article: &'a Article, turns: &[Option<Turn>]) -> Cow<'a, str> {
    let text = &*article.text;
    let in_capitals: Vec<Span> = article
        .paragraphs
        .iter()
        .map(|paragraph| paragraph.span)
        .filter(|span| is_in_capitals(span.of(text)))
        .collect();
    let labels: Vec<Span> = turns.iter().flatten().filter_map(|turn| turn.name).collect();
    if in_capitals.is_empty() && labels.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut prose = Prose::of(article, &in_capitals);
    prose.learn_names(text, &in_capitals);
    let mut cased = text.to_owned();
    let mut put = |span: Span, word: &str| {
        cased.replace_range(span.range(), word);
    };
    for span in in_capitals {
        prose.write(text, span, |word, cased, _| put(word, cased));
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
        let at = piece.as_ptr() as usize - stretch.as_ptr() as usize;
        let word = piece.trim_matches(is_sign);
        let lead = piece.find(word)?;
        (!word.is_empty())
            .then(|| Span::from_range(start + at + lead..start + at + lead + word.len()))
    })
}

/// How an article writes its words.
struct Prose {
    /// By their capitals: "MCCAIN" is "McCain".
    forms: HashMap<String, String>,
}

impl Prose {
    /// What the paragraphs outside of `in_capitals`, which are in order, show, the first words of sentences left out.
    fn of(article: &Article, in_capitals: &[Span]) -> Self {
        let mut forms = HashMap::new();
        let text = &*article.text;
        for span in article.paragraphs.iter().map(|paragraph| paragraph.span) {
            if in_capitals.binary_search(&span).is_ok() {
                continue;
            }
            let inside = |word: &Span| {
                text[..word.start as usize].ends_with(' ')
                    && text[span.start as usize..word.start as usize]
                        .trim_end()
                        .ends_with(|c: char| c.is_alphanumeric() || c == ',')
            };
            for word in words(text, span).filter(inside).map(|word| word.of(text)) {
                if word.contains(char::is_lowercase) {
                    forms.entry(word.to_ascii_uppercase()).or_insert_with(|| word.to_owned());
                }
            }
        }
        Self { forms }
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
            let tags = lexicon::lookup(&written.to_ascii_lowercase()).0;
            let is_unknown = tags == Tags::NONE;
            let is_name = tags.any(Tags::GIVEN | Tags::PLACE | Tags::TITLE)
                || in_name && is_unknown
                || self.is_name(written);
            in_name = is_name && !tags.any(Tags::PLACE);
            if let Some(form) = self.forms.get(written) {
                put(word, form, false);
            } else if is_name || begins || tags.any(Tags::TIME) && !tags.any(Tags::DEICTIC) {
                put(word, &self.name(written), is_name && is_unknown);
            } else if is_named_body(written) || is_unknown && is_short_form(written) {
                let short = written.len() < 5;
                let name = if short { written.to_owned() } else { self.name(written) };
                put(word, &name, false);
            } else {
                put(word, &written.to_ascii_lowercase(), false);
            }
        }
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

fn is_named_body(word: &str) -> bool {
    lists::NAMED_BODIES.split(' ').any(|name| name.eq_ignore_ascii_case(word))
}

/// Whether a word that is in no list looks like initials: "NATO" does not, "FBI" and "D.C." do.
fn is_short_form(word: &str) -> bool {
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
    fn labels_read_as_names() {
        check(
            "MCCAIN: Yes.\n\nSEN. TIM O'BRIEN (R-AZ): No.\n\nMCCAIN: Why?",
            "McCain: Yes.\n\nSen. Tim O'Brien (R-AZ): No.\n\nMcCain: Why?",
        );
    }
}
