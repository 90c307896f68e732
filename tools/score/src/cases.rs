//! Short texts, each made for one kind of error that other programs were reported for: whether all that a
//! text must give is found, with the right speaker.

use std::fmt::Write;

use serde::Deserialize;

use crate::annotation::{Annotation, Question};
use crate::figures::{Figures, Unit};

/// A text with its right answer.
#[derive(Debug, Deserialize)]
pub struct Case {
    id: String,
    /// The kind of error.
    what: String,
    text: String,
    quotes: Vec<Expected>,
    /// Names that nobody may have.
    forbidden: Vec<String>,
}

/// A quotation of a case.
#[derive(Debug, Deserialize)]
struct Expected {
    text: String,
    /// The names that are right, any of them.
    speakers: Vec<String>,
    /// Whether it is right to name nobody.
    #[serde(default)]
    may_be_open: bool,
    /// Whether it need not be found.
    #[serde(default)]
    optional: bool,
}

/// What is wrong with what was found of a case.
#[derive(Debug, PartialEq, Eq)]
enum Fault<'a> {
    Missed(&'a str),
    Open(&'a str),
    Wrong(&'a str, &'a str),
    Forbidden(&'a str),
}

impl Case {
    /// What the program is asked.
    pub fn question(&self) -> Question<'_> {
        Question { id: &self.id, text: &self.text }
    }

    fn faults<'a>(&'a self, found: &'a [Annotation]) -> Vec<Fault<'a>> {
        let normal_text = |quote: &Annotation| normal(&chars(&self.text, quote));
        let mut faults = Vec::new();
        for expected in &self.quotes {
            let wanted = normal(&expected.text);
            let quote = found.iter().rfind(|quote| {
                let text = normal_text(quote);
                text.contains(&wanted) || wanted.contains(&text) && 2 * text.len() > wanted.len()
            });
            let Some(quote) = quote else {
                if !expected.optional {
                    faults.push(Fault::Missed(&expected.text));
                }
                continue;
            };
            match &quote.speaker_name {
                None if expected.may_be_open || expected.optional => {}
                None => faults.push(Fault::Open(&expected.text)),
                Some(name) if expected.speakers.iter().any(|one| normal(one) == normal(name)) => {}
                Some(name) => faults.push(Fault::Wrong(&expected.text, name)),
            }
        }
        let names = || found.iter().filter_map(|quote| quote.speaker_name.as_deref());
        let forbidden = |name: &&String| names().any(|other| normal(other) == normal(name));
        faults.extend(self.forbidden.iter().filter(forbidden).map(|name| Fault::Forbidden(name)));
        faults
    }
}

/// Scores all cases; `found` are the answers to them, in order.
pub fn score(cases: &[Case], found: &[Vec<Annotation>], out: &mut String, figures: &mut Figures) {
    let faults: Vec<Vec<Fault>> =
        cases.iter().zip(found).map(|(case, found)| case.faults(found)).collect();
    let n_right = faults.iter().filter(|faults| faults.is_empty()).count();
    let wrong = |fault: &&Fault| matches!(fault, Fault::Wrong(..) | Fault::Forbidden(_));
    let n_wrong = faults.iter().flatten().filter(wrong).count();
    _ = writeln!(out, "{n_right} of {} cases right, {n_wrong} wrong speakers", cases.len());
    for (case, faults) in cases.iter().zip(&faults).filter(|(_, faults)| !faults.is_empty()) {
        _ = writeln!(out, "  {}: {}", case.id, case.what);
        for fault in faults {
            _ = match fault {
                Fault::Missed(words) => writeln!(out, "    missed: {words}"),
                Fault::Open(words) => writeln!(out, "    nobody named: {words}"),
                Fault::Wrong(words, name) => writeln!(out, "    not {name}: {words}"),
                Fault::Forbidden(name) => writeln!(out, "    nobody is called {name}"),
            };
        }
    }
    figures.add("cases right", n_right as f64, Unit::Count);
    figures.add("cases, wrong speakers", n_wrong as f64, Unit::Count);
}

/// The words of a found quotation.
fn chars(text: &str, quote: &Annotation) -> String {
    text.chars().skip(quote.start).take(quote.end.saturating_sub(quote.start)).collect()
}

/// Lower case, without marks, white space collapsed, no signs at the ends.
fn normal(text: &str) -> String {
    let unmarked = text.to_lowercase().replace(['“', '”', '"', '«', '»', '‘', '’', '\'', '„'], "");
    let words = unmarked.split_whitespace().collect::<Vec<_>>().join(" ");
    words.trim_matches(|c: char| !c.is_alphanumeric() && c != '(' && c != ')').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_with_a_case() {
        let case: Case = serde_json::from_str(
            r#"{"id": "a", "what": "w", "text": "A b, said X. C d.", "forbidden": ["Said"],
                "quotes": [{"text": "a b", "speakers": ["X"]}, {"text": "c d", "speakers": [], "may_be_open": true}]}"#,
        )
        .expect("it is well formed");
        let found = |json: &str| -> Vec<Annotation> { serde_json::from_str(json).expect("JSON") };
        let right = found(
            r#"[{"start": 0, "end": 3, "speaker_name": "X"}, {"start": 13, "end": 17, "speaker_name": null}]"#,
        );
        assert_eq!(case.faults(&right), []);
        let wrong = found(r#"[{"start": 0, "end": 3, "speaker_name": "Said"}]"#);
        assert_eq!(
            case.faults(&wrong),
            [Fault::Wrong("a b", "Said"), Fault::Missed("c d"), Fault::Forbidden("Said")]
        );
        let open = found(r#"[{"start": 0, "end": 17}]"#);
        assert_eq!(case.faults(&open), [Fault::Open("a b")]);
    }
}
