//! Transcripts: the speaker stands before a colon at the head of a paragraph, and speech is not in
//! quotation marks.
//!
//! ```text
//! SEN. MARIA LOPEZ (D-NV): I think the vote was a mistake.
//! JOHN CARTER, CNN CORRESPONDENT: The mood here is calm.
//! QUESTION: What comes next?
//! ```
//!
//! Initials ("ML: …") are the full name of which alone they are. Questions and answers within an article
//! ("Q. …", "A. …") are turns of nobody.
//!
//! One such paragraph is a place ("PARIS: …") or a heading ("WHAT: …"); an article with several, in which
//! a label comes again and one is plainly a person's, is a transcript.

use std::collections::BTreeMap;

use super::lexicon::lists::LABELS_OF_NOBODY;
use super::lexicon::{self, Tags};
use crate::article::{Article, ParagraphKind};
use crate::span::Span;

/// How long a label may be, in bytes.
const LONGEST_LABEL: usize = 120;
/// Of how many words a name in a label may be, titles included.
const MOST_NAME_WORDS: usize = 6;
/// From how many turns with a label on an article is a transcript.
const FEWEST_TURNS: usize = 3;

/// What one person says without a break, or a paragraph of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Turn {
    /// The number of the paragraph with the label.
    pub(super) paragraph: usize,
    /// The words that name who speaks, titles included; `None` where they name nobody ("QUESTION"). Those of initials
    /// ("AV:") are a full name elsewhere.
    pub(super) name: Option<Span>,
    /// The number of the paragraph in which that name stands.
    pub(super) name_paragraph: usize,
    /// All that stands before the colon; empty in a paragraph that carries a turn on.
    pub(super) label: Span,
    /// What is said.
    pub(super) speech: Span,
}

/// The turn of each paragraph; all `None` in an article that is no transcript.
pub(super) fn turns(article: &Article) -> Vec<Option<Turn>> {
    let none = || vec![None; article.paragraphs.len()];
    let mut labelled: Vec<Option<Turn>> = article
        .paragraphs
        .iter()
        .enumerate()
        .map(|(number, paragraph)| match paragraph.kind {
            ParagraphKind::Headline | ParagraphKind::Heading => None,
            _ => labelled(&article.text, number, paragraph.span),
        })
        .collect();
    write_out_initials(article, &mut labelled);
    if !is_transcript(article, &labelled) {
        return questions_and_answers(article).unwrap_or_else(none);
    }
    with_paragraphs_between(article, labelled)
}

/// Whether the paragraphs with labels make a transcript: several, no small part of the article, with more
/// than one label, of which one comes again and one is plainly a person's.
fn is_transcript(article: &Article, labelled: &[Option<Turn>]) -> bool {
    let n_turns = labelled.iter().flatten().count();
    if n_turns < FEWEST_TURNS || 4 * n_turns < article.paragraphs.len() {
        return false;
    }
    let text = &*article.text;
    let mut labels: BTreeMap<String, Label> = BTreeMap::new();
    for turn in labelled.iter().flatten() {
        let label = labels.entry(surname(turn, text)).or_default();
        label.n_turns += 1;
        label.n_questions += usize::from(turn.speech.of(text).ends_with('?'));
        // Initials were found to be a person's.
        label.is_person |= is_person(turn, text) || turn.name_paragraph != turn.paragraph;
    }
    let in_capitals = labelled
        .iter()
        .flatten()
        .all(|turn| !turn.name.unwrap_or(turn.label).of(text).contains(char::is_lowercase));
    if is_interview(&labels) {
        return true;
    }
    let mut labels = labels.values();
    let is_clear = |label: &Label| label.is_person && label.n_turns > 1;
    labels.len() > 1
        && match in_capitals {
            true => {
                labels.clone().any(|label| label.is_person) && labels.any(|label| label.n_turns > 1)
            }
            // Labels in small letters may be anything ("When: …"), so each has to show what it is.
            false => labels.all(is_clear),
        }
}

/// Gives labels that are initials ("AV:") the full name to which alone they belong: that of another label, or else one in
/// the text.
fn write_out_initials(article: &Article, labelled: &mut [Option<Turn>]) {
    let text = &*article.text;
    let is_initials = |turn: &Turn| {
        let label = turn.label.of(text);
        matches!(label.len(), 2 | 3) && label.bytes().all(|byte| byte.is_ascii_uppercase())
    };
    if !labelled.iter().flatten().any(is_initials) {
        return;
    }
    let of_labels = labelled.iter().flatten().filter_map(|turn| {
        turn.name.filter(|_| !is_initials(turn)).map(|name| (turn.paragraph, name))
    });
    let mut names: Vec<(usize, Span)> = of_labels.collect();
    names.extend(article.paragraphs.iter().enumerate().flat_map(|(number, paragraph)| {
        let is_read = paragraph.kind == ParagraphKind::Text && labelled[number].is_none();
        let span = if is_read { paragraph.span } else { Span::new(0, 0) };
        full_names(text, span).map(move |name| (number, name))
    }));
    let mut by_initials: BTreeMap<String, Vec<(usize, Span)>> = BTreeMap::new();
    for (number, name) in names {
        let of_initials = by_initials.entry(initials(name.of(text))).or_default();
        // Two are enough to know that it is not plain who is meant.
        let is_new = !of_initials.iter().any(|(_, other)| other.of(text) == name.of(text));
        if is_new && of_initials.len() < 2 {
            of_initials.push((number, name));
        }
    }
    for turn in labelled.iter_mut().flatten().filter(|turn| is_initials(turn)) {
        match by_initials.get(turn.label.of(text)).map(Vec::as_slice) {
            Some([(number, name)]) => {
                turn.name = Some(*name);
                turn.name_paragraph = *number;
            }
            Some(_) => turn.name = None,
            // A short surname, perhaps.
            None => {}
        }
    }
}

/// The first letters of the words of a name, titles left out.
fn initials(name: &str) -> String {
    let is_title = |word: &&str| {
        let tags = lexicon::lookup(&word.trim_end_matches('.').to_lowercase()).0;
        tags.any(Tags::TITLE) && !tags.any(Tags::GIVEN)
    };
    let words = name.split(' ').skip_while(is_title);
    words.filter_map(|word| word.chars().next()).collect::<String>().to_uppercase()
}

/// The given names in a stretch of text with the one or two words with capitals behind each.
fn full_names(text: &str, span: Span) -> impl Iterator<Item = Span> {
    let mut start = span.start as usize;
    let words = span.of(text).split(' ').map(move |word| {
        let at = start;
        start += word.len() + 1;
        (at, word)
    });
    let is_name = |word: &str| {
        word.starts_with(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
    };
    let words: Vec<(usize, &str)> = words.collect();
    let mut found = Vec::new();
    for (idx, &(at, given)) in words.iter().enumerate() {
        if !is_name(given) || !lexicon::lookup(&given.to_lowercase()).0.any(Tags::GIVEN) {
            continue;
        }
        let mut end = None;
        for &(next, word) in words.iter().skip(idx + 1).take(2) {
            let name = word.trim_end_matches([',', '.', ';', ':', ')']);
            let name = name.strip_suffix("'s").or(name.strip_suffix("’s")).unwrap_or(name);
            if name.len() < 2 || !is_name(name) {
                break;
            }
            end = Some(next + name.len());
            if name.len() < word.len() {
                break;
            }
        }
        found.extend(end.map(|end| Span::from_range(at..end)));
    }
    found.into_iter()
}

/// The turns of an article with questions and answers in it, "Q." and "A.", which tell who speaks to those who know it:
/// nobody's. `None` where there are fewer than two of both.
fn questions_and_answers(article: &Article) -> Option<Vec<Option<Turn>>> {
    let text = &*article.text;
    let turn = |number: usize, span: Span| {
        let paragraph = span.of(text);
        let speech = paragraph.strip_prefix(['Q', 'A'])?.strip_prefix(['.', ':'])?;
        let lead = speech.len() - speech.trim_start().len();
        let start = span.start as usize;
        let at = |from: usize, to: usize| Span::from_range(start + from..start + to);
        let end = paragraph.trim_end().len();
        let first = paragraph.len() - speech.len() + lead;
        (lead > 0 && first < end).then(|| Turn {
            paragraph: number,
            name_paragraph: number,
            name: None,
            label: at(0, 1),
            speech: at(first, end),
        })
    };
    let turns: Vec<Option<Turn>> = article
        .paragraphs
        .iter()
        .enumerate()
        .map(|(number, paragraph)| match paragraph.kind {
            ParagraphKind::Headline | ParagraphKind::Heading => None,
            _ => turn(number, paragraph.span),
        })
        .collect();
    let count =
        |label: &str| turns.iter().flatten().filter(|turn| turn.label.of(text) == label).count();
    (count("Q") > 1 && count("A") > 1).then_some(turns)
}

/// Whether of two labels one asks, be it a paper's or a person's, and the other is plainly of the person who answers.
fn is_interview(labels: &BTreeMap<String, Label>) -> bool {
    let mut labels = labels.values();
    let (Some(one), Some(other), None) = (labels.next(), labels.next(), labels.next()) else {
        return false;
    };
    let asks = |label: &Label| label.n_turns > 1 && 2 * label.n_questions >= label.n_turns;
    let answers = |label: &Label| label.n_turns > 1 && label.is_person && !asks(label);
    asks(one) && answers(other) || asks(other) && answers(one)
}

/// What is known of the labels that end in one word.
#[derive(Default)]
struct Label {
    n_turns: usize,
    /// The turns that end as a question.
    n_questions: usize,
    is_person: bool,
}

/// Whether a label shows that it is a person's: a name of two words or more that begins with a given name or a
/// title, or that a role or a party follows.
fn is_person(turn: &Turn, text: &str) -> bool {
    let Some(name) = turn.name else { return false };
    let (name, label) = (name.of(text), turn.label.of(text));
    let first = name.split(' ').next().unwrap_or_default().trim_end_matches('.');
    let tags = lexicon::lookup(&first.to_lowercase()).0;
    name.contains(' ') && (tags.any(Tags::GIVEN | Tags::TITLE) || label.len() > name.len())
}

/// What a label has in common with the others of the same person.
fn surname(turn: &Turn, text: &str) -> String {
    let words = turn.name.unwrap_or(turn.label).of(text);
    words.rsplit(' ').next().unwrap_or_default().to_lowercase()
}

/// The turn of the paragraph of that number, at `span`, where it has a label.
fn labelled(text: &str, number: usize, span: Span) -> Option<Turn> {
    let paragraph = span.of(text);
    if !paragraph.starts_with(char::is_uppercase) {
        return None;
    }
    let head = &paragraph[..paragraph.floor_char_boundary(LONGEST_LABEL)];
    let colon = head.find(':')?;
    let label = &head[..colon];
    let speech = &paragraph[colon + 1..];
    // "at 10:30", "https://"
    if !speech.starts_with(char::is_whitespace) || speech.trim().is_empty() {
        return None;
    }
    let name = label[..label.find([',', '(', '[']).unwrap_or(label.len())].trim_end();
    let mut words = name.split(' ');
    let is_label = name.split(' ').count() <= MOST_NAME_WORDS
        && words.all(|word| is_word_of_label(word, name))
        && (label.len() == name.len() || !name.contains(char::is_lowercase));
    if !is_label {
        return None;
    }
    let at = |from: usize, words: &str| {
        let start = span.start as usize + from;
        Span::from_range(start..start + words.len())
    };
    let first = name.split([' ', '.']).next().unwrap_or_default().to_lowercase();
    // "WHEN: …" among the turns of others is nobody's, nor is "QUESTION: …".
    let is_word = !name.contains(' ') && {
        let tags = lexicon::lookup(&first).0;
        tags != Tags::NONE && !tags.any(Tags::GIVEN | Tags::TITLE)
    };
    let names_somebody = !LABELS_OF_NOBODY.contains(&first.as_str()) && !is_word;
    let lead = speech.len() - speech.trim_start().len();
    Some(Turn {
        paragraph: number,
        name_paragraph: number,
        name: names_somebody.then(|| at(0, name)),
        label: at(0, label),
        speech: at(colon + 1 + lead, speech.trim()),
    })
}

/// Whether a word can stand in the name of a label: "SEN.", "O'BRIEN", "Lopez".
fn is_word_of_label(word: &str, name: &str) -> bool {
    let in_capitals = !name.contains(char::is_lowercase);
    word.starts_with(char::is_alphabetic)
        && word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’'))
        && (in_capitals || word.starts_with(char::is_uppercase))
}

/// With the paragraphs between two turns, which carry the first one on, but for directions in brackets.
fn with_paragraphs_between(article: &Article, labelled: Vec<Option<Turn>>) -> Vec<Option<Turn>> {
    let last = labelled.iter().rposition(Option::is_some).unwrap_or(0);
    let mut turns = labelled;
    let mut speaking: Option<Turn> = None;
    for (number, paragraph) in article.paragraphs.iter().enumerate().take(last) {
        if turns[number].is_some() {
            speaking = turns[number];
            continue;
        }
        let words = paragraph.span.of(&article.text);
        if paragraph.kind != ParagraphKind::Text || words.is_empty() {
            speaking = None;
        } else if !words.starts_with(['(', '[']) {
            let start = paragraph.span.start;
            turns[number] = speaking.map(|turn| Turn {
                label: Span::new(start, start),
                speech: paragraph.span,
                ..turn
            });
        }
    }
    turns
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Holds each paragraph's name and speech against `expected`.
    #[track_caller]
    fn check(text: &str, expected: &[Option<(Option<&str>, &str)>]) {
        let article = Article::from_plain_text(text);
        let turns = turns(&article);
        let found: Vec<Option<(Option<&str>, &str)>> = turns[1..]
            .iter()
            .map(|turn| {
                turn.map(|turn| (turn.name.map(|name| name.of(text)), turn.speech.of(text)))
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn turns_have_labels() {
        check(
            "BO: A b?\n\nSEN. MARIA LOPEZ (D-NV): C d.\n\nE f.\n\n(LAUGHTER)\n\nQUESTION: G?\n\nLOPEZ: H.\n\nMore news.",
            &[
                Some((Some("BO"), "A b?")),
                Some((Some("SEN. MARIA LOPEZ"), "C d.")),
                Some((Some("SEN. MARIA LOPEZ"), "E f.")),
                None,
                Some((None, "G?")),
                Some((Some("LOPEZ"), "H.")),
                None,
            ],
        );
        check(
            "Anna Voss: A.\n\nOtto Lind: B.\n\nAnna Voss: C.\n\nOtto Lind: D.",
            &[
                Some((Some("Anna Voss"), "A.")),
                Some((Some("Otto Lind"), "B.")),
                Some((Some("Anna Voss"), "C.")),
                Some((Some("Otto Lind"), "D.")),
            ],
        );
    }

    #[test]
    fn an_interview_has_one_who_asks_and_a_person_who_answers() {
        let (asked, answered) = (Some("The Herald"), Some("Anna Voss"));
        check(
            "The Herald: A?\n\nAnna Voss: B.\n\nThe Herald: C?\n\nAnna Voss: D.",
            &[
                Some((asked, "A?")),
                Some((answered, "B.")),
                Some((asked, "C?")),
                Some((answered, "D.")),
            ],
        );
    }

    #[test]
    fn places_headings_and_lists_are_no_turns() {
        for text in [
            "PARIS: A.\n\nLONDON: B.\n\nROME: C.",
            "WHAT: A.\n\nWHO: B.\n\nWHERE: C.",
            "Serves: 4.\n\nTime: an hour.\n\nSauce: C.",
            "Pros: A.\n\nCons: B.\n\nPros: C.\n\nCons: D.",
            "WHAT: A.\n\nTICKETS: B.\n\nWHAT: C.\n\nTICKETS: D.",
            "Bottom Line: A.\n\nKey Point: B.\n\nBottom Line: C.\n\nKey Point: D.",
            "VOSS: A.\n\nVOSS: B.\n\nVOSS: C.",
            "VOSS: A.\n\nLIND: B.",
            "At 10:30: A.\n\nAt 10:30: B.\n\nAt 10:40: B.",
        ] {
            check(text, &vec![None; text.split("\n\n").count()]);
        }
    }
}
