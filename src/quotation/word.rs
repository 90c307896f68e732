//! Tokenizer, tagger and sentence splitter: [`TaggedParagraph`] is one paragraph as words and sentences,
//! with what lies inside quotation marks.
//!
//! Words here are what the rules of English need (punctuation counts as a word, "U.S." is one word,
//! "Lavrov's" keeps its ending), which is not what a search index needs. Everything after this stage
//! works on indices into [`TaggedParagraph::words`].

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use super::lexicon::{self, LexicalEntry, Tags, Verb, lists};
use super::marks::{self, Marked};
use crate::sentence;
use crate::span::Span;

/// A sentence longer than this is cut, so that no rule ever looks at more words than this at once.
const LONGEST_SENTENCE: usize = 300;

/// Letters behind a name are no longer than this, in bytes: "Ph.D.".
const LONGEST_HONOUR: usize = 5;

/// A party with its state has no more words than this: "R-N.C".
const LONGEST_PARTY: usize = 6;
/// A firm's name has no more words than this before one with a possessive ending of its own: "Standard & Poor's".
const LONGEST_NAME_OF_FIRM: usize = 4;

/// A word or a punctuation sign.
///
/// It is 32 bytes and plainly copied, because an article has thousands: its form in lower case is that of
/// the lists where they know it, and else made when a rule asks for it. That, with looking words up by
/// their first letters as a number, took `whosaid quotes` over 625,000 words from 144 ms to 123 ms.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word<'a> {
    /// As written.
    pub(super) text: &'a str,
    /// Its first byte in the article's text.
    start: u32,
    /// What it may be, and how it stands.
    pub(super) tags: Tags,
    /// What the lists know of it; of a possessive, of the word without its ending.
    entry: Option<&'static LexicalEntry>,
}

impl<'a> Word<'a> {
    /// The sign `text`, which begins at byte `start` of the article's text.
    fn sign(text: &'a str, start: u32) -> Self {
        Self { text, start, tags: Tags::default(), entry: None }
    }

    /// Where in the article's text.
    pub(super) fn span(&self) -> Span {
        Span::new(self.start, self.start + self.text.len() as u32)
    }

    /// In lower case, apostrophes straight, a possessive ending cut off.
    pub(super) fn lower(&self) -> Cow<'a, str> {
        self.entry.map_or_else(|| lower_case(self.stem()), |entry| Cow::Borrowed(entry.word()))
    }

    /// The cue verb it may be a form of.
    pub(super) fn verb(&self) -> Option<&'static Verb> {
        self.entry.filter(|_| !self.is_possessive())?.verb.as_ref()
    }

    /// Whether it is made of letters or digits, not a sign.
    pub(super) fn is_word(&self) -> bool {
        self.has(Tags::WORD)
    }

    /// Whether it begins with a capital.
    pub(super) fn is_capital(&self) -> bool {
        self.has(Tags::CAPITAL)
    }

    /// Whether it can be part of a name: a capital, and no word that any sentence may begin with.
    pub(super) fn is_name(&self) -> bool {
        self.has(Tags::NAME)
    }

    /// Whether it is a name in capitals alone, as one is that is made of the first letters of others: "NATO".
    pub(super) fn is_acronym(&self) -> bool {
        self.is_name() && self.text.len() > 1 && !self.text.contains(char::is_lowercase)
    }

    /// Whether it ends in "'s" or "s'".
    pub(super) fn is_possessive(&self) -> bool {
        self.has(Tags::POSSESSIVE)
    }

    /// Whether it opens or closes a stretch inside marks.
    pub(super) fn is_mark(&self) -> bool {
        self.has(Tags::MARK)
    }

    /// Whether it lies inside of marks (the outermost marks themselves do not).
    pub(super) fn is_inside(&self) -> bool {
        self.has(Tags::INSIDE)
    }

    /// Whether it is a sign that ends a sentence.
    pub(super) fn is_stop(&self) -> bool {
        !self.has(Tags::WORD | Tags::MARK) && self.text.starts_with(['.', '!', '?', '…'])
    }

    /// Whether it is the sign `text`, or the word of the lists `text`.
    pub(super) fn is(&self, text: &str) -> bool {
        self.is_any(&[text])
    }

    /// Whether it is one of `texts`: signs, and words that the lists hold. So no word that they do not
    /// hold needs to be put into lower case to know.
    pub(super) fn is_any(&self, texts: &[&str]) -> bool {
        debug_assert!(texts.iter().all(|text| is_listed_or_sign(text)), "{texts:?}");
        texts.contains(&self.entry.map_or(self.text, LexicalEntry::word))
    }

    /// Whether any of `tags` fits.
    pub(super) fn has(&self, tags: Tags) -> bool {
        self.tags.any(tags)
    }

    /// Whether it tells father and son apart: "Jr.".
    pub(super) fn is_generation(&self) -> bool {
        self.text.len() <= 3 && lists::GENERATIONS.contains(&self.text)
    }

    /// Whether it is a dash between words.
    pub(super) fn is_dash(&self) -> bool {
        matches!(self.text, "–" | "—" | "-" | "--" | "―")
    }

    /// Whether it ends in the ASCII letters `ending`, whatever their case and a possessive ending behind
    /// them.
    pub(super) fn ends_with(&self, ending: &str) -> bool {
        let stem = self.stem().as_bytes();
        stem.len()
            .checked_sub(ending.len())
            .is_some_and(|at| stem[at..].eq_ignore_ascii_case(ending.as_bytes()))
    }

    /// Makes it a word of a name and nothing else.
    fn take_for_name(&mut self) {
        self.entry = None;
        let shape = Tags::WORD | Tags::CAPITAL | Tags::NAME | Tags::NAME_PART;
        self.tags = shape | self.tags.only(Tags::POSSESSIVE | Tags::INSIDE);
    }

    /// Makes it a small word inside a name and nothing else.
    fn take_for_particle(&mut self) {
        self.entry = None;
        self.tags = Tags::WORD | Tags::PARTICLE | self.tags.only(Tags::INSIDE);
    }

    /// Makes it a word and nothing else.
    fn take_for_label(&mut self) {
        self.entry = None;
        self.tags = Tags::WORD | self.tags.only(Tags::INSIDE);
    }

    /// Whether the ending is "'s", and not an apostrophe alone.
    fn ends_with_s_of_its_own(&self) -> bool {
        self.text.ends_with("'s") || self.text.ends_with("’s")
    }

    /// As written, a possessive ending cut off.
    pub(super) fn stem(&self) -> &'a str {
        let stem = if self.is_possessive() { possessor(self.text) } else { None };
        stem.unwrap_or(self.text)
    }
}

fn is_listed_or_sign(text: &str) -> bool {
    lexicon::find(text).is_some() || !text.contains(char::is_alphanumeric)
}

/// Where a word stands in an article: the number of its paragraph, and its index in that.
pub(super) type WordPosition = (usize, usize);

/// A stretch inside marks, as word indices.
#[derive(Debug, Clone)]
pub(super) struct Quoted {
    /// The words inside, marks excluded; never empty.
    pub(super) words: Range<usize>,
    /// The words with the marks.
    pub(super) outer: Range<usize>,
    /// Where the words lie.
    pub(super) span: Span,
    /// Whether the paragraph ends before a closing mark comes.
    pub(super) left_open: bool,
}

/// One paragraph, ready for the rules.
#[derive(Debug)]
pub(super) struct TaggedParagraph<'a> {
    /// Its number among the paragraphs of its article, from 0.
    pub(super) number: usize,
    /// All words in order.
    pub(super) words: Vec<Word<'a>>,
    /// The outermost stretches inside marks, in order.
    pub(super) quoted: Vec<Quoted>,
    /// The sentences as ranges of words, without gaps. Marks do not break them.
    pub(super) sentences: Vec<Range<usize>>,
}

impl<'a> TaggedParagraph<'a> {
    /// Reads the paragraph of that number, at `span` of `text`; `continues` as in [`marks::marked`].
    pub(super) fn read(text: &'a str, number: usize, span: Span, continues: bool) -> Self {
        let mut marked = marks::marked(span.of(text), continues);
        let nicknames = take_nicknames(span.of(text), &mut marked);
        let mut words = words(text, span, &marked);
        if !nicknames.is_empty() {
            words = with_nicknames(text, words, span.start, &nicknames);
        }
        drop_commas_of_generations(&mut words);
        drop_parties(&mut words);
        drop_honours(&mut words);
        take_for_names(&mut words);
        let mut quoted = Vec::new();
        for stretch in marked.iter().filter(|stretch| stretch.depth == 0) {
            let inner = Span::new(span.start + stretch.inner.start, span.start + stretch.inner.end);
            let outer = Span::new(span.start + stretch.outer.start, span.start + stretch.outer.end);
            let first = words.partition_point(|word| word.start < inner.start);
            let last = words.partition_point(|word| word.start < inner.end).max(first);
            let outer_first = words.partition_point(|word| word.start < outer.start);
            let outer_last = words.partition_point(|word| word.start < outer.end);
            for word in &mut words[first..last] {
                word.tags = word.tags | Tags::INSIDE;
            }
            if words[first..last].iter().any(Word::is_word) {
                quoted.push(Quoted {
                    words: first..last,
                    outer: outer_first..outer_last,
                    span: inner,
                    left_open: stretch.left_open,
                });
            }
        }
        let sentences = sentences(&words);
        Self { number, words, quoted, sentences }
    }

    /// The surnames of full names that are words or months too: "May" of "Theresa May".
    pub(super) fn surnames_like_words(&self) -> impl Iterator<Item = &'a str> {
        let surnames = lists::NAMES_AND_WORDS.surnames;
        let words = self.words.iter().filter(|word| word.is_name());
        words.map(Word::stem).filter(move |stem| surnames.contains(stem))
    }

    /// Takes these surnames for names where they stand alone as names do: "May told", "said May", but not "in May" and
    /// "May he rest".
    pub(super) fn take_surnames(&mut self, surnames: &BTreeSet<&str>) {
        for at in 0..self.words.len() {
            let word = &self.words[at];
            if word.is_name() || !word.is_capital() || !surnames.contains(word.stem()) {
                continue;
            }
            let before = at.checked_sub(1).map(|before| &self.words[before]);
            let next = self.words.get(at + 1);
            let is_first = before.is_none_or(|before| before.is_stop() || before.is_mark());
            let is_time = before.is_some_and(|before| {
                before.has(Tags::PREPOSITION | Tags::TIME | Tags::DETERMINER | Tags::ADVERB)
            }) || next.is_some_and(|next| next.text.starts_with(char::is_numeric));
            let has_verb = next.is_some_and(|next| {
                !next.has(Tags::PRONOUN)
                    && (next.has(Tags::AUXILIARY | Tags::FINITE) || next.verb().is_some())
            });
            if !is_time && (has_verb || !is_first) {
                self.words[at].take_for_name();
            }
        }
    }

    /// The indices of the stretches that begin inside of a range of words.
    pub(super) fn quoted_in(&self, words: &Range<usize>) -> Range<usize> {
        let first = self.quoted.partition_point(|stretch| stretch.words.start < words.start);
        let last = self.quoted.partition_point(|stretch| stretch.words.start < words.end);
        first..last.max(first)
    }

    /// The words that begin inside of `span`.
    pub(super) fn words_in(&self, span: Span) -> Range<usize> {
        let first = self.words.partition_point(|word| word.start < span.start);
        first..self.words.partition_point(|word| word.start < span.end).max(first)
    }

    /// The Span of a range of words.
    pub(super) fn span(&self, words: &Range<usize>) -> Span {
        Span::new(self.words[words.start].start, self.words[words.end - 1].span().end)
    }

    /// Where the sentence ends in which a word stands.
    pub(super) fn sentence_end(&self, word: usize) -> usize {
        self.sentences.get(self.sentence_of(word)).map_or(self.words.len(), |sentence| sentence.end)
    }

    /// The sentence in which a word stands.
    pub(super) fn sentence_of(&self, word: usize) -> usize {
        self.sentences
            .partition_point(|sentence| sentence.end <= word)
            .min(self.sentences.len().saturating_sub(1))
    }
}

/// Takes nicknames out of the stretches inside marks: "Raymond “Sticks” Okafor". They are said by nobody.
fn take_nicknames(paragraph: &str, marked: &mut Vec<Marked>) -> Vec<Span> {
    let is_name = |word: &str| {
        word.starts_with(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'))
            && possessor(word).is_none()
            && !listed(word).is_some_and(|entry| entry.tags.any(Tags::NO_NAME | Tags::BODY))
    };
    let mut nicknames = Vec::new();
    marked.retain(|stretch| {
        let before = paragraph[..stretch.outer.start as usize].strip_suffix(' ');
        let before = before.and_then(|before| before.rsplit(' ').next());
        let after = paragraph[stretch.outer.end as usize..].strip_prefix(' ');
        let after =
            after.map(|after| after.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default());
        let mut inside = stretch.inner.of(paragraph).split(' ');
        let is_nickname = stretch.depth == 0
            && !stretch.left_open
            && before.is_some_and(is_name)
            && after.is_some_and(is_name)
            && inside.next().is_some_and(is_name)
            && inside.next().is_none_or(is_name)
            && inside.next().is_none();
        if is_nickname {
            nicknames.push(stretch.outer);
        }
        !is_nickname
    });
    nicknames
}

/// Makes one word of a name out of all words of each nickname; `start` is where the paragraph begins, from
/// which nicknames count.
fn with_nicknames<'a>(
    text: &'a str,
    words: Vec<Word<'a>>,
    start: u32,
    nicknames: &[Span],
) -> Vec<Word<'a>> {
    let mut joined = Vec::with_capacity(words.len());
    let mut nicknames =
        nicknames.iter().map(|span| Span::new(start + span.start, start + span.end));
    let mut next = nicknames.next();
    for word in words {
        while let Some(span) = next.filter(|span| span.end <= word.start) {
            joined.push(nickname(text, span));
            next = nicknames.next();
        }
        if next.is_none_or(|span| word.start < span.start) {
            joined.push(word);
        }
    }
    joined.extend(next.into_iter().chain(nicknames).map(|span| nickname(text, span)));
    joined
}

/// Takes the commas out of "John Roe, Jr., said", which is to the rules a name as any other.
fn drop_commas_of_generations(words: &mut Vec<Word>) {
    let is_comma = |at: usize| words.get(at).is_some_and(|word| word.text == ",");
    let mut dropped = Vec::new();
    for at in (2..words.len()).filter(|&at| words[at].is_generation()) {
        if !is_comma(at - 1) || !words[at - 2].is_capital() {
            continue;
        }
        dropped.push(at - 1);
        // The comma behind it is one of its own only before a verb: "John Roe, Jr., a judge" and "John Roe, Jr., and Ada
        // Voss" need it.
        if is_comma(at + 1) && words.get(at + 2).is_some_and(|word| word.verb().is_some()) {
            dropped.push(at + 1);
        }
    }
    drop_words(words, dropped);
}

/// Takes the party and the state out of "Senator John Roe, R-N.C., said" and "John Roe (R-Ohio)", which stand between a
/// name and its verb and say nothing of either.
fn drop_parties(words: &mut Vec<Word>) {
    let is_party = |word: &Word| match word.text.as_bytes() {
        [b'D' | b'R' | b'I', b'-', state, ..] => state.is_ascii_uppercase(),
        _ => false,
    };
    // "John Roe (R) of Ohio", "John Roe (OH)"
    let is_short = |word: &Word| {
        matches!(word.text, "D" | "R" | "I")
            || word.text.len() == 2 && word.is_capital() && lists::SHORT_STATES.contains(&word.text)
    };
    let mut dropped = Vec::new();
    for at in (2..words.len()).filter(|&at| is_party(&words[at]) || is_short(&words[at])) {
        let (open, name) = (&words[at - 1], &words[at - 2]);
        let closing = if open.text == "(" { ")" } else { "," };
        let reach = at + 1..words.len().min(at + LONGEST_PARTY);
        let close = reach.clone().find(|&at| words[at].text == closing);
        if !matches!(open.text, "," | "(") || !name.is_capital() {
            continue;
        }
        let Some(close) = close else { continue };
        if is_short(&words[at]) && (open.text != "(" || close != at + 1 || name.has(Tags::BODY)) {
            continue;
        }
        // A comma behind it is one of its own but before a verb, and before another at the head of a sentence.
        let is_own = closing == ","
            && !goes_on_with_person(words, at - 2, close)
            && words.get(close + 1).is_none_or(|next| {
                // "as John Roe, R-Ky., put it"
                next.verb().is_none() && !next.has(Tags::AUXILIARY) && next.text != "put"
            });
        dropped.extend(at - 1..close + usize::from(!is_own));
    }
    drop_words(words, dropped);
}

/// Whether the name at the head of a sentence that ends at `name` is joined to another behind the comma at `comma`: "Sen. John
/// Roe, R-Ohio, and Rep. Ada Voss".
fn goes_on_with_person(words: &[Word], name: usize, comma: usize) -> bool {
    let is_part = |at: &usize| words[*at].is_capital() || words[*at].has(Tags::PARTICLE);
    let start = (0..=name).rev().take_while(is_part).last();
    let opens = start.is_some_and(|start| {
        start == 0 || words[start - 1].is_stop() || words[start - 1].is_mark()
    });
    let [and, next] = &words[(comma + 1).min(words.len())..(comma + 3).min(words.len())] else {
        return false;
    };
    opens && and.is("and") && next.is_capital() && next.has(Tags::TITLE | Tags::GIVEN)
}

/// Takes the letters out that stand behind a name for an honour, a degree or a seat: "Ada Voss KC, for the crown, said",
/// "Ada Voss, PhD, said". They are no part of the name.
fn drop_honours(words: &mut Vec<Word>) {
    let mut dropped: Vec<usize> = Vec::new();
    for at in 2..words.len() {
        let text = words[at].text;
        // Nearly all words have no second capital, so few are looked up.
        if text.len() > LONGEST_HONOUR
            || !text.bytes().skip(1).any(|byte| byte.is_ascii_uppercase())
        {
            continue;
        }
        let is_seat = lists::SEATS_BEHIND_NAMES.contains(&text);
        if !is_seat && !lists::HONOURS_BEHIND_NAMES.contains(&text) {
            continue;
        }
        // "Ada Voss OBE MP"
        let is_next = dropped.last() == Some(&(at - 1));
        let comma = words[at - 1].text == "," && !is_next;
        let last = at - 1 - usize::from(comma);
        let length = words[..=last].iter().rev().take(4).take_while(|word| word.is_name()).count();
        let first = last + 1 - length;
        let is_titled =
            first > 0 && words[first - 1].has(Tags::TITLE) || words[first].has(Tags::TITLE);
        // "the Green Party MP", "Leeds MP Ada Voss"
        let is_person = words[first].has(Tags::GIVEN) || is_titled || !is_seat;
        let closes = words.get(at + 1).is_none_or(|next| {
            !next.is_name()
                || lists::SEATS_BEHIND_NAMES.contains(&next.text)
                || lists::HONOURS_BEHIND_NAMES.contains(&next.text)
        });
        let is_name =
            length > 1 && is_person && !words[last].is_possessive() || length == 1 && is_titled;
        let has_body = words[first..=last].iter().any(|word| word.has(Tags::BODY));
        if !is_next && (!is_name || has_body) || !closes {
            continue;
        }
        if comma {
            dropped.push(at - 1);
        }
        dropped.push(at);
        // The comma behind is one of its own only where the name stands apart from what follows.
        if comma
            && words.get(at + 1).is_some_and(|next| next.text == ",")
            && words
                .get(at + 2)
                .is_some_and(|next| next.verb().is_some() || next.has(Tags::AUXILIARY))
        {
            dropped.push(at + 1);
        }
    }
    drop_words(words, dropped);
}

/// Takes the words at these places out.
fn drop_words(words: &mut Vec<Word>, mut dropped: Vec<usize>) {
    if dropped.is_empty() {
        return;
    }
    // A bracket that does not close may reach into the next one.
    dropped.sort_unstable();
    let mut places = 0..;
    words.retain(|_| places.next().is_some_and(|at| dropped.binary_search(&at).is_err()));
}

/// Takes words for names that are others too: "Theresa May", "Mrs May", "Sandra Day", and, within a sentence, "Will
/// Young".
fn take_for_names(words: &mut [Word]) {
    let lists::NamesAndWords { surnames, given } = lists::NAMES_AND_WORDS;
    for at in 0..words.len() {
        let word = &words[at];
        if is_label(words, at) {
            words[at].take_for_label();
            continue;
        }
        if ends_name_of_firm(words, at) {
            words[at].tags = words[at].tags.without(Tags::POSSESSIVE);
            continue;
        }
        let before = at.checked_sub(1).map(|before| &words[before]);
        let next = words.get(at + 1);
        if is_inside_name(words, at) && lists::WORDS_AND_PARTICLES.contains(&word.text) {
            words[at].take_for_particle();
            continue;
        }
        if word.is("in") && is_before_clipped_article(words, at) {
            words[at].take_for_particle();
            continue;
        }
        if is_part_of_proper_name(words, at) {
            words[at].take_for_name();
            continue;
        }
        if !word.is_capital() || word.is_name() {
            continue;
        }
        let is_surname = surnames.contains(&word.stem())
            && before.is_some_and(|before| {
                let is_given = before.is_name() && before.has(Tags::GIVEN);
                let is_address = before.has(Tags::TITLE) && before.has(Tags::MALE | Tags::FEMALE);
                (is_given || is_address) && !before.has(Tags::TIME) && !before.is_possessive()
            })
            && next.is_none_or(|next| !next.text.starts_with(char::is_numeric));
        // "Jan Egeland" may begin a sentence, "April Voss" may not.
        let is_month = before.is_none_or(Word::is_stop) && word.text != "Jan";
        let is_given = given.contains(&word.text)
            && !is_month
            && before.is_none_or(|before| !before.is_any(&["in", "on"]))
            && next.is_some_and(|next| {
                next.is_name() && !next.has(Tags::TIME | Tags::GIVEN | Tags::BODY)
            });
        if is_surname || is_given {
            words[at].take_for_name();
        }
    }
}

/// Whether "in" stands before the article that is clipped in Dutch names: "Sophie in 't Veld".
fn is_before_clipped_article(words: &[Word], at: usize) -> bool {
    let [article, name, ..] = words.get(at + 1..).unwrap_or_default() else { return false };
    article.has(Tags::PARTICLE) && article.text.starts_with(['\'', '’']) && name.is_name()
}

/// The length of the clipped article that a text begins with, where a name follows: "'t Veld".
fn clipped_article(rest: &str) -> Option<usize> {
    let name = rest.strip_prefix(['\'', '’'])?.strip_prefix("t ")?;
    name.starts_with(char::is_uppercase).then(|| rest.len() - name.len() - 1)
}

/// The most words of a paper's name behind "New".
const LONGEST_NAME_OF_PAPER: usize = 3;

/// Whether a word that is elsewhere none of a name is one between others: "New York", "the New Norland Times", "USA Today",
/// "Ada A Voss".
fn is_part_of_proper_name(words: &[Word], at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| &words[before]);
    let next = words.get(at + 1);
    match words[at].text {
        "New" => next.is_some_and(|next| {
            let is_paper = |word: &Word| lists::NAMES_OF_PAPERS.contains(&word.stem());
            let named = words[at + 1..]
                .iter()
                .take(LONGEST_NAME_OF_PAPER)
                .take_while(|word| word.is_name());
            let is_of_paper = before.is_some_and(|before| before.is("the"))
                && !next.has(Tags::GIVEN)
                && named.skip(1).last().is_some_and(is_paper);
            lists::PLACES_BEHIND_NEW.contains(&next.stem()) || is_of_paper
        }),
        "Today" => before.is_some_and(|before| before.text == "USA"),
        // An initial without its point.
        "A" => {
            before.is_some_and(|before| {
                before.is_name() && before.has(Tags::GIVEN) && !before.is_possessive()
            }) && next.is_some_and(|next| {
                let other = Tags::GIVEN | Tags::BODY | Tags::ROLE | Tags::TITLE | Tags::TIME;
                next.is_name() && !next.has(other)
            })
        }
        _ => false,
    }
}

/// Whether a word with a capital names nobody where it stands: "#SaveOurShelves", the "GMT" of "11.02am GMT Ada Voss says",
/// "Critically, it said".
fn is_label(words: &[Word], at: usize) -> bool {
    let word = &words[at];
    let before = at.checked_sub(1).map(|before| &words[before]);
    let is_tag = before.is_some_and(|mark| mark.text == "#" && mark.span().end == word.start);
    let is_zone = word.is_capital()
        && before.is_some_and(closes_clock)
        && lists::TIME_ZONES.contains(&word.text);
    // But "Kelly, it said".
    let is_adverb = || {
        word.is_name()
            && before.is_none_or(|before| before.is_stop() || before.is_mark())
            && words.get(at + 1).is_some_and(|next| next.text == ",")
            && lists::ENDS_OF_ADVERBS.iter().any(|end| word.text.ends_with(end))
    };
    // "Close to three dozen said"
    let is_rounding = word.text == "Close" && words.get(at + 1).is_some_and(|next| next.is("to"));
    is_tag || is_zone || is_rounding || is_adverb() && !ends_name_of_firm(words, at)
}

/// Whether a possessive ending is one of a name, because nothing follows that somebody may have, but a verb, or a comma
/// behind a source: "McDonald's said", "St. Michael's has", "according to Moody's,". A given name may have the verb "has":
/// "Otto's said".
fn ends_name_of_firm(words: &[Word], at: usize) -> bool {
    let word = &words[at];
    if !word.is_possessive() || !word.is_name() || !word.ends_with_s_of_its_own() {
        return false;
    }
    // "Roe's proposed cut": a verb that may say what a thing is shows nothing.
    let is_verb = |next: &Word| lists::VERBS_BEHIND_FIRMS.contains(&next.text);
    let is_of_saint = at > 0 && matches!(words[at - 1].text, "St" | "St.");
    let is_first = at == 0 || !words[at - 1].is_name();
    let other = Tags::GIVEN | Tags::ROLE | Tags::TITLE | Tags::PLACE | Tags::TIME | Tags::BODY;
    let is_known = || words.iter().any(|other| other.text == word.stem());
    // "a report from Standard & Poor's."
    let is_part = |at: &usize| words[*at].is_name() || words[*at].text == "&";
    let mut name = (0..at).rev().take(LONGEST_NAME_OF_FIRM);
    let before = name.find(|at| !is_part(at)).map(|before| &words[before]);
    let is_source = before.is_some_and(|word| word.is_any(&["to", "from", "by"]));
    let is_behind =
        |next: &Word| is_verb(next) || is_source && (next.text == "," || next.is_stop());
    words.get(at + 1).is_some_and(is_behind)
        && (is_of_saint
            || is_first
                && !word.has(other)
                && !lexicon::lookup(&word.stem().to_lowercase()).0.any(other)
                && !is_known())
}

/// Whether a word ends what a clock shows: "11.02am", "12:30", the "p.m." of "3 p.m."
fn closes_clock(word: &Word) -> bool {
    word.text.starts_with(char::is_numeric) || matches!(word.text, "am" | "pm" | "a.m." | "p.m.")
}

/// Whether a small word stands between a given name and a surname: "Gerda ten Brink", "Gerda op den Brink".
fn is_inside_name(words: &[Word], at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| &words[before]);
    let is_given = before.is_some_and(|before| {
        before.is_name() && before.has(Tags::GIVEN) && !before.is_possessive()
    });
    let more = words.get(at + 1).is_some_and(|next| next.has(Tags::PARTICLE) && !next.is_capital());
    let surname = words.get(at + 1 + usize::from(more));
    is_given && surname.is_some_and(|word| word.is_name() && !word.has(Tags::TIME | Tags::PLACE))
}

/// A nickname with its marks as one word of a name.
fn nickname(text: &str, span: Span) -> Word<'_> {
    let tags = Tags::WORD | Tags::CAPITAL | Tags::NAME | Tags::NAME_PART;
    Word { tags, ..Word::sign(span.of(text), span.start) }
}

/// Cuts the words at `span` apart.
fn words<'a>(text: &'a str, span: Span, marked: &[Marked]) -> Vec<Word<'a>> {
    let paragraph = span.of(text);
    let mut signs: Vec<Span> = Vec::with_capacity(marked.len() * 2);
    for stretch in marked {
        let lead = Span::new(stretch.outer.start, stretch.inner.start.max(stretch.outer.start));
        // What the paragraph before opened has no mark here, but perhaps white space.
        if !lead.is_empty() && !lead.of(paragraph).starts_with(char::is_whitespace) {
            signs.push(Span::new(lead.start, lead.start + first_sign(&paragraph[lead.range()])));
        }
        if !stretch.left_open {
            let tail = Span::new(stretch.inner.end, stretch.outer.end);
            let length = last_sign(&paragraph[tail.range()]);
            signs.push(Span::new(stretch.outer.end - length, stretch.outer.end));
        }
    }
    signs.sort();
    let mut words = Vec::with_capacity(paragraph.len() / 5);
    let mut at = 0;
    for sign in signs {
        let Range { start, end } = sign.range();
        if start < at {
            continue;
        }
        push_words(&mut words, &paragraph[at..start], span.start + at as u32);
        let mark = Word::sign(sign.of(paragraph), span.start + sign.start);
        words.push(Word { tags: Tags::MARK, ..mark });
        at = end;
    }
    push_words(&mut words, &paragraph[at..], span.start + at as u32);
    words
}

/// Adds the words of `text`, which begins at byte `start` of the article's text and has no marks.
fn push_words<'a>(words: &mut Vec<Word<'a>>, text: &'a str, start: u32) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] == b' ' {
            at += 1;
            continue;
        }
        let rest = &text[at..];
        let start = start + at as u32;
        if matches!(bytes[at], b'\'' | 0xe2)
            && let Some(length) = clipped_article(rest)
        {
            let article = Word::sign(&rest[..length], start);
            words.push(Word { tags: Tags::WORD | Tags::PARTICLE, ..article });
            at += length;
            continue;
        }
        if bytes[at].is_ascii_punctuation() {
            let length = sign_length(&bytes[at..]);
            words.push(Word::sign(&rest[..length], start));
            at += length;
            continue;
        }
        // Most words are plain letters.
        if let Some(length) = plain_length(&bytes[at..]) {
            let entry = match &rest[..length] {
                "US" => listed("US"),
                _ => lexicon::find_first(&bytes[at..], length),
            };
            let listed = entry.map_or_else(Tags::default, |entry| entry.tags);
            let shape = if bytes[at].is_ascii_uppercase() { capital(listed) } else { Tags::WORD };
            words.push(Word { text: &rest[..length], start, tags: listed | shape, entry });
            at += length;
            continue;
        }
        let first = rest.chars().next().expect("not at the end");
        if first.is_whitespace() || first.is_control() {
            at += first.len_utf8();
            continue;
        }
        if first.is_alphanumeric() {
            let length = word_length(rest);
            words.push(word(&rest[..length], start));
            at += length;
        } else {
            words.push(Word::sign(&rest[..first.len_utf8()], start));
            at += first.len_utf8();
        }
    }
}

/// The length of the mark that begins here.
fn first_sign(text: &str) -> u32 {
    let doubled = text.starts_with("''") || text.starts_with("``");
    if doubled { 2 } else { text.chars().next().map_or(0, |c| c.len_utf8() as u32) }
}

/// The length of the mark that ends here.
fn last_sign(text: &str) -> u32 {
    let doubled = text.ends_with("''");
    if doubled { 2 } else { text.chars().next_back().map_or(0, |c| c.len_utf8() as u32) }
}

/// The word `text`, which begins at byte `start` of the article's text.
fn word(text: &str, start: u32) -> Word<'_> {
    let mut entry = listed(text);
    let mut ending = Tags::default();
    if entry.is_none()
        && let Some(stem) = possessor(text)
    {
        ending = Tags::POSSESSIVE;
        entry = listed(stem);
    }
    let mut listed = entry.map_or_else(Tags::default, |entry| entry.tags);
    if entry.is_none()
        && let Some((_, end)) = text.split_once('-')
    {
        let is_adjective = is_compound_number(text) || lists::ENDS_OF_ADJECTIVES.contains(&end);
        listed = compound_office(text).unwrap_or(if is_adjective {
            Tags::NO_NAME
        } else {
            Tags::default()
        });
    }
    Word { text, start, tags: ending | listed | shape(text, listed), entry }
}

/// Whether a word is a number of tens and ones: "thirty-seven".
pub(super) fn is_compound_number(text: &str) -> bool {
    let parts = text.split_once('-');
    parts.is_some_and(|(tens, ones)| {
        tens.ends_with("ty") && lists::NUMBERS_BEHIND_TENS.contains(&ones)
    })
}

/// What a compound with a hyphen is whose one part is somebody by office, trade or kinship: "then-president",
/// "governor-elect", "mother-of-two", "brother-in-law".
pub(super) fn compound_office(text: &str) -> Option<Tags> {
    let lower = lower_case(possessor(text).unwrap_or(text));
    let (first, rest) = lower.split_once('-')?;
    let of_office = Tags::ROLE | Tags::MALE | Tags::FEMALE;
    // "singer-songwriter", "drummer-producers"
    let trades = [first, rest].map(|part| {
        let tags = lexicon::lookup(part).0;
        let singular = part.strip_suffix('s').filter(|_| tags == Tags::default());
        singular.map_or(tags, |part| lexicon::lookup(part).0)
    });
    if trades.iter().all(|tags| tags.any(Tags::TITLE)) {
        return Some(trades[0].only(of_office) | Tags::TITLE);
    }
    let head = if lists::BEFORE_OFFICES.contains(&first) {
        rest
    } else if lists::BEHIND_OFFICES.contains(&rest) || rest.starts_with("of-") {
        first
    } else {
        return None;
    };
    let tags = lexicon::lookup(head).0;
    tags.any(Tags::ROLE).then(|| tags.only(of_office) | Tags::TITLE)
}

/// What the lists know of a word, whatever its case and the curl of its apostrophes.
fn listed(text: &str) -> Option<&'static LexicalEntry> {
    // "he told us" is about nobody's country.
    lexicon::find(if text == "US" { "america" } else { text })
        // "says WHO" asks for nobody.
        .filter(|_| text != "WHO")
        .or_else(|| if text.is_ascii() { None } else { lexicon::find(&lower_case(text)) })
}

/// A word without the possessive ending that it has.
fn possessor(text: &str) -> Option<&str> {
    let apostrophe = ['\'', '’'];
    let letter = ['s', 'S'];
    let singular = text.strip_suffix(letter).and_then(|text| text.strip_suffix(apostrophe));
    singular.or_else(|| text.strip_suffix(apostrophe).filter(|text| text.ends_with(letter)))
}

/// In lower case, apostrophes straight.
fn lower_case(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        let plain = !text.bytes().any(|byte| byte.is_ascii_uppercase());
        return if plain { Cow::Borrowed(text) } else { Cow::Owned(text.to_ascii_lowercase()) };
    }
    let plain = !text.contains(|c: char| c.is_uppercase() || c == '’');
    if plain { Cow::Borrowed(text) } else { Cow::Owned(text.to_lowercase().replace('’', "'")) }
}

/// What a word's letters show, whatever the lists say of it.
fn shape(text: &str, listed: Tags) -> Tags {
    if text.starts_with(char::is_uppercase) {
        capital(listed)
    } else if listed == Tags::default()
        && text.contains('-')
        && text.starts_with(char::is_lowercase)
        && text.contains(char::is_uppercase)
    {
        Tags::WORD | Tags::NAME_PART
    } else {
        Tags::WORD
    }
}

/// What a word with a capital is, seen from its letters.
fn capital(listed: Tags) -> Tags {
    let word = Tags::WORD | Tags::CAPITAL;
    if listed.any(Tags::NO_NAME) { word } else { word | Tags::NAME | Tags::NAME_PART }
}

/// The length of the word that `bytes` begins with, where it is made of ASCII letters alone and what
/// follows shows at once that it ends there; that holds for most words.
fn plain_length(bytes: &[u8]) -> Option<usize> {
    let length = leading_letters(bytes);
    let ends = match bytes.get(length) {
        None | Some(b' ' | b',' | b';' | b':' | b'?' | b'!' | b')') => length > 0,
        // No abbreviation of `takes_dot` looks like this.
        Some(b'.') => {
            length > 2
                && bytes[0].is_ascii_lowercase()
                && matches!(bytes.get(length + 1), None | Some(b' '))
        }
        _ => false,
    };
    ends.then_some(length)
}

/// The length of the ASCII sign that `bytes` begins with: dots and dashes of one kind belong together.
fn sign_length(bytes: &[u8]) -> usize {
    match bytes[0] {
        sign @ (b'.' | b'-') => bytes.iter().take_while(|&&byte| byte == sign).count(),
        _ => 1,
    }
}

/// The length of the word that begins `rest`: its first character, a letter or a digit, and all that
/// belongs to it.
fn word_length(rest: &str) -> usize {
    let mut end = leading_letters(rest.as_bytes());
    if end == 0 {
        end = rest.chars().next().map_or(0, char::len_utf8);
    }
    let mut last = rest[..end].chars().next_back().unwrap_or(' ');
    let mut chars = rest[end..].chars().peekable();
    while let Some(c) = chars.next() {
        let at = end;
        let next = chars.peek().copied();
        let joins = match c {
            _ if c.is_alphanumeric() => true,
            '\'' | '’' | '-' | '‑' | '_' | '@' | '&' | '/' | '\u{ad}' => {
                next.is_some_and(char::is_alphanumeric)
            }
            '.' => {
                // "U.S.", "EU-U.K.", "3.5", "nytimes.com", but no full stop between two sentences.
                let part = at - rest[..at].rfind('-').map_or(0, |hyphen| hyphen + 1);
                next.is_some_and(|next| {
                    next.is_alphanumeric()
                        && (last.is_numeric()
                            || !next.is_uppercase()
                            || part == 1
                            || at == 2 && is_initial(&rest[at + 1..])
                            || rest[..at].contains('.'))
                })
            }
            ',' | ':' => last.is_numeric() && next.is_some_and(char::is_numeric),
            _ => !c.is_ascii() && !c.is_whitespace() && is_combining(c),
        };
        if !joins {
            break;
        }
        end += c.len_utf8();
        last = c;
    }
    let after = &rest[end..];
    let word = &rest[..end];
    if after.starts_with('.') && takes_dot(word, &after[1..]) {
        end += 1;
        // "the Ph.D.'s"
        let ending = ["'s", "’s"].iter().find(|ending| after[1..].starts_with(**ending));
        end += ending.map_or(0, |ending| ending.len());
    } else if word.ends_with(['s', 'S']) && after.starts_with(['\'', '’']) {
        // Marks are cut out before, so what is left here is the possessive of a plural.
        end += after.chars().next().map_or(0, char::len_utf8);
    }
    end
}

/// Whether a text begins with a letter on its own, as "Ph.D." ends.
fn is_initial(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(char::is_uppercase) && !chars.next().is_some_and(char::is_alphanumeric)
}

/// How many ASCII letters these bytes begin with, eight looked at together (SWAR): every word of every
/// article comes through here.
fn leading_letters(bytes: &[u8]) -> usize {
    let all = |byte: u8| u64::from_le_bytes([byte; 8]);
    let mut count = 0;
    while let Some(chunk) = bytes[count..].first_chunk::<8>() {
        let lower = u64::from_le_bytes(*chunk) | all(0x20);
        let ascii = lower & all(0x7f);
        // The highest bit of each byte says that it lies above z, below a, or beyond ASCII.
        let above = ascii + all(0x7f - b'z');
        let below = !(ascii + all(0x80 - b'a'));
        let others = (above | below | lower) & all(0x80);
        if others != 0 {
            return count + others.trailing_zeros() as usize / 8;
        }
        count += 8;
    }
    count + bytes[count..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count()
}

fn is_combining(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c) || c == '\u{200d}'
}

/// Whether a full stop after `word` belongs to it.
fn takes_dot(word: &str, rest: &str) -> bool {
    let mut letters = word.chars();
    let initial = matches!((letters.next(), letters.next()), (Some(c), None) if c.is_uppercase());
    if initial {
        // "J. Smith", but not "Plan B. The".
        let is_capital = rest.trim_start().starts_with(char::is_uppercase);
        // "A.T. & T.'s"
        let is_owner = rest.starts_with("'s ") || rest.starts_with("’s ");
        return is_owner || rest.starts_with(' ') && is_capital && !opens_sentence(rest);
    }
    let last = word.rsplit('-').next().unwrap_or_default();
    if last.contains('.') && last.split('.').all(|part| part.chars().count() <= 2) {
        return true;
    }
    if last.len() > 6 || !(word.starts_with(char::is_uppercase) || last == "vs" || last == "no") {
        return false;
    }
    // "in Ava, Mo., who": no sentence goes on with a comma.
    if rest.starts_with(',') {
        return true;
    }
    let lower = last.to_ascii_lowercase();
    if lower == "no" {
        return rest.trim_start().starts_with(|c: char| c.is_ascii_digit());
    }
    // "Acme Inc. But the firm closed.", "Acme Inc. Ada Voss said"
    let ends_name = matches!(&*lower, "inc" | "corp" | "ltd" | "co" | "bros");
    sentence::ABBREVIATIONS.contains(&lower.as_str())
        && !(ends_name && (opens_sentence(rest) || opens_with_person(rest)))
}

/// Whether a text goes on with a given name and one more name.
fn opens_with_person(rest: &str) -> bool {
    let mut next = rest.trim_start().split(' ');
    let given = next.next().map(|given| lexicon::lookup(&lower_case(given)).0);
    let other = Tags::BODY | Tags::PLACE | Tags::ROLE | Tags::TITLE | Tags::TIME;
    given.is_some_and(|given| given.any(Tags::GIVEN) && !given.any(other))
        && rest.trim_start().starts_with(char::is_uppercase)
        && next.next().is_some_and(|name| {
            name.starts_with(char::is_uppercase) && !lexicon::lookup(&lower_case(name)).0.any(other)
        })
}

/// Whether a text goes on with a word with a capital that is no name: a sentence begins.
fn opens_sentence(rest: &str) -> bool {
    let next = rest.trim_start().split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    next.starts_with(char::is_uppercase)
        && lexicon::lookup(&next.to_lowercase()).0.any(Tags::NO_NAME)
}

/// Sentences as ranges of words. A mark never breaks one; a closing mark behind a full stop may end
/// one.
fn sentences(words: &[Word]) -> Vec<Range<usize>> {
    // Few have fewer than sixteen words.
    let mut sentences = Vec::with_capacity(words.len() / 16 + 1);
    let mut start = dateline(words);
    if start > 0 {
        sentences.push(0..start);
    }
    for (idx, word) in words.iter().enumerate().skip(start) {
        // Nearly all are words without a full stop, which end nothing but what is too long.
        let may_end = !word.is_word() || word.text.ends_with('.');
        if may_end && ends_sentence(words, idx) || idx + 1 - start >= LONGEST_SENTENCE {
            sentences.push(start..idx + 1);
            start = idx + 1;
        }
    }
    if start < words.len() {
        sentences.push(start..words.len());
    }
    sentences
}

/// The end of the dateline that a paragraph opens with, or 0: "MOSCOW, Aug. 16 (Reuters) –", which is no part
/// of its first sentence.
fn dateline(words: &[Word]) -> usize {
    let Some(dash) = words.iter().take(12).position(Word::is_dash).filter(|&dash| dash > 0) else {
        return 0;
    };
    let is_place = |word: &Word| {
        word.is_capital() || word.text.starts_with(char::is_numeric) || word.has(Tags::PARTICLE)
    };
    let may_stand = |word: &Word| {
        is_place(word) || matches!(word.text, "," | "." | "(" | ")" | "/") || word.has(Tags::TIME)
    };
    let in_capitals = |word: &Word| word.text.len() > 2 && !word.text.contains(char::is_lowercase);
    let names_agency = dash > 3 && words[dash - 1].text == ")";
    let is_dateline = words[0].is_capital()
        && (names_agency || in_capitals(&words[0]))
        && words[..dash].iter().all(may_stand);
    if is_dateline { dash + 1 } else { 0 }
}

/// Whether a sentence ends with the word at `idx`: a sign, or a word with a full stop of its own.
fn ends_sentence(words: &[Word], idx: usize) -> bool {
    let word = &words[idx];
    let next = words.get(idx + 1);
    let begins = next.is_none_or(|next| {
        next.is_mark()
            || next.is_capital()
            || !next.is_word()
            || next.text.starts_with(char::is_numeric)
    });
    if word.is_inside() {
        false
    } else if word.is_mark() {
        // Only where what the mark closed had ended too, and no "he said" follows.
        let closes = idx > 0 && words[idx - 1].is_inside();
        // "…: ‘I will.’”"
        let is_inner =
            |at: usize| matches!(words[at].text, "'" | "’") && at > 0 && words[at - 1].text == ".";
        let stop = if closes && is_inner(idx - 1) { idx - 2 } else { idx.saturating_sub(1) };
        closes
            && words[stop].is_stop()
            && begins
            && next.is_some_and(|next| {
                next.is_mark() || !next.text.starts_with([',', ';', '.', ':', '-', '–', '—', ')'])
            })
            && !(words[stop].text != "."
                && cue_follows(words, idx + 1)
                && !(is_led_in(words, idx) && clause_follows(words, idx + 1)))
    } else if word.is_stop() {
        // "Benton, Ark.-based"
        // "a .38-caliber pistol"
        let is_joined = next.is_some_and(|next| {
            let opens_number = idx > 0
                && words[idx - 1].span().end < word.start
                && next.text.starts_with(char::is_numeric);
            (next.text == "-" || opens_number) && next.start == word.span().end
        });
        begins && !is_joined && !next.is_some_and(|next| next.text == ")" || next.is_stop())
    } else if word.is_word() {
        // "… in the U.S. The …", "… by John Roe Jr. Roe said …"
        let is_abbreviation = word.text.matches('.').count() > 1 || word.is_generation();
        let is_named_again =
            |next: &Word| word.is_generation() && idx > 0 && next.text == words[idx - 1].text;
        is_abbreviation
            && next.is_some_and(|next| {
                let opens = next
                    .has(Tags::DETERMINER | Tags::PRONOUN | Tags::PREPOSITION | Tags::SUBORDINATOR);
                next.is_capital() && (opens && !next.is("of") || is_named_again(next))
            })
    } else {
        word.text == ")"
            && idx > 0
            && words[idx - 1].is_stop()
            && begins
            && next.is_some_and(|next| next.is_capital() || next.is_mark())
    }
}

/// Whether a verb of speech leads in to the words in marks that close at `close`: `Roe asked him, "Why?"`.
fn is_led_in(words: &[Word], close: usize) -> bool {
    let inside = words[..close].iter().rev().take_while(|word| word.is_inside()).count();
    let Some(open) = (close - inside).checked_sub(1) else { return false };
    let mut before = words[..open].iter().rev().take(4);
    before
        .find(|word| word.is_word() && !word.has(Tags::OBJECT | Tags::TIME | Tags::DETERMINER))
        .is_some_and(|word| word.verb().is_some() && !word.is_capital())
}

/// Whether the cue verb that stands within a few words has a clause of its own behind it: `"Why?" Smith said it was
/// late`.
fn clause_follows(words: &[Word], from: usize) -> bool {
    let reach = words.iter().enumerate().skip(from).take(8);
    let mut verbs = reach.filter(|(_, word)| word.verb().is_some() && !word.is_capital());
    let Some((verb, _)) = verbs.next() else { return false };
    let next = words.get(verb + 1);
    next.is_some_and(|next| {
        next.is("that")
            || next.has(Tags::PRONOUN) && !next.has(Tags::SUBORDINATOR)
            || next.is("the")
    })
}

/// Whether a cue verb stands within a few words, before any stop: `"Why?" Smith asked`.
fn cue_follows(words: &[Word], from: usize) -> bool {
    for (at, word) in words.iter().enumerate().skip(from).take(8) {
        if word.is_mark() || word.is_stop() {
            return false;
        }
        if word.verb().is_some() && !word.is_capital() {
            return true;
        }
        // "“Why?” Smith shot back"
        let next = words.get(at + 1).map_or("", |next| next.text);
        let goes_with =
            |(particle, verbs): &(&str, &[&str])| next == *particle && verbs.contains(&word.text);
        if lists::VERBS_WITH_PARTICLE.iter().any(goes_with) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_counted_as_one_by_one() {
        for other in (0..=u8::MAX).filter(|byte| !byte.is_ascii_alphabetic()) {
            for length in 0..20 {
                let mut bytes: Vec<u8> = b"azAZmQ".iter().copied().cycle().take(length).collect();
                assert_eq!(leading_letters(&bytes), length);
                bytes.push(other);
                bytes.extend(b"abcdefghij");
                assert_eq!(leading_letters(&bytes), length, "{other}");
            }
        }
    }
}
