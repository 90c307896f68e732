//! Whole events: several outlets' articles on one thing, pressed as one dossier. Whether each quotation
//! with a named speaker is the right one's, and whether one person is one speaker in all articles.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;
use std::{fs, str};

use crate::annotation::{self, Annotation, Answer, read_lines};
use crate::figures::{Figures, Unit};

/// The names of the people of each event, by event: a line `@ EVENT`, then lines
/// `NAME | OTHER NAME; OTHER NAME | who it is`.
#[derive(Debug, Default)]
pub struct People(HashMap<String, BTreeMap<String, String>>);

impl People {
    /// Adds what a file says; lines that begin with `#` are notes.
    pub fn read(&mut self, file: &str) {
        let mut event = String::new();
        for line in file.lines().map(str::trim).filter(|line| !line.is_empty()) {
            if let Some(name) = line.strip_prefix("@ ") {
                name.trim().clone_into(&mut event);
            } else if !line.starts_with('#') {
                let mut cells = line.split('|').map(str::trim);
                let name = cells.next().unwrap_or_default();
                let others = cells.next().unwrap_or_default().split(';').map(str::trim);
                let names = self.0.entry(event.clone()).or_default();
                for form in others.chain([name]).filter(|form| !form.is_empty()) {
                    names.insert(form.to_lowercase(), name.to_owned());
                }
            }
        }
    }

    /// The name that stands for a person.
    fn main_name<'a>(&'a self, event: &str, name: &'a str) -> &'a str {
        let names = self.0.get(event);
        names.and_then(|names| names.get(&name.to_lowercase())).map_or(name, |main| main)
    }

    /// Whether `found` is a name of the person whose main name is `name`.
    fn is_one(&self, event: &str, found: &str, name: &str) -> bool {
        let found = words(found);
        let forms = self.0.get(event).into_iter().flatten();
        let forms = forms.filter(|(_, main)| *main == name).map(|(form, _)| form.as_str());
        forms.chain([name]).map(words).any(|form| {
            let (Some(last), Some(other)) = (found.last(), form.last()) else { return false };
            let shared = found.iter().filter(|word| form.contains(word)).count();
            found == form || last == other && shared >= 2.min(form.len()).min(found.len())
        })
    }
}

/// The words of a name that tell it from others.
fn words(name: &str) -> Vec<String> {
    let words = name.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
    words.filter(|word| !word.is_empty() && word != "the").collect()
}

/// What is counted.
#[derive(Debug, Default)]
struct Counts {
    gold: usize,
    found: usize,
    right: usize,
    open: usize,
    wrong: usize,
    /// The event, the person and the speaker of each that is named.
    pairs: Vec<(String, String, String)>,
    errors: Vec<String>,
}

/// Scores a program on the events of `documents`, whose ids are `EVENT_NUMBER`.
pub fn score(
    program: &Path,
    documents: &[annotation::Document],
    people: &People,
    out: &mut String,
    figures: &mut Figures,
) -> Result<(), String> {
    let mut events: BTreeMap<&str, Vec<&annotation::Document>> = BTreeMap::new();
    for document in documents {
        let event = document.id.rsplit_once('_').map_or(&*document.id, |(event, _)| event);
        events.entry(event).or_default().push(document);
    }
    let mut counts = Counts::default();
    for (event, documents) in &events {
        let answers = read_as_dossier(program, documents)?;
        for (document, found) in documents.iter().zip(&answers) {
            counts.add(event, document, found, people);
        }
    }
    let named = counts.right + counts.open + counts.wrong;
    let percent = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
    for (name, value) in [
        ("found", percent(counts.found, counts.gold)),
        ("right", percent(counts.right, named)),
        ("open", percent(counts.open, named)),
        ("wrong", percent(counts.wrong, named)),
        ("B-cubed", b_cubed(&counts.pairs)),
    ] {
        _ = writeln!(out, "  {name:<8} {value:5.1} %");
        figures.add(format!("events, {name}"), value, Unit::Percent);
    }
    _ = writeln!(
        out,
        "  of {} quotations of {} events, {named} found with a named speaker",
        counts.gold,
        events.len()
    );
    for error in &counts.errors {
        _ = writeln!(out, "  {error}");
    }
    Ok(())
}

/// What a program finds in documents that are articles of one dossier.
fn read_as_dossier(
    program: &Path,
    documents: &[&annotation::Document],
) -> Result<Vec<Vec<Annotation>>, String> {
    let folder = tempfile::tempdir().map_err(|error| format!("a temporary folder: {error}"))?;
    let write = |name: &str, content: &str| {
        fs::write(folder.path().join(name), content).map_err(|error| format!("{name}: {error}"))
    };
    write("dossier.toml", "title = \"Event\"\nlanguage = \"en\"\n")?;
    for (idx, document) in documents.iter().enumerate() {
        write(&format!("article{idx}.md"), &as_markdown(&document.text))?;
    }
    let output = Command::new(program)
        .args(["quotes", "--json"])
        .arg(folder.path())
        .output()
        .map_err(|error| format!("{} could not be run: {error}", program.display()))?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    let mut answers: Vec<Answer> = read_lines(&*output.stdout)?;
    let number = |answer: &Answer| answer.id.strip_prefix("article")?.parse::<usize>().ok();
    answers.sort_by_key(number);
    Ok(answers.into_iter().map(|answer| answer.quotes).collect())
}

/// A text as Markdown that reads as the same text.
fn as_markdown(text: &str) -> String {
    let mut markdown = "\n".to_owned();
    for line in text.lines() {
        let n_digits = line.bytes().take_while(u8::is_ascii_digit).count();
        for (at, c) in line.char_indices() {
            let ends_number = n_digits > 0 && at == n_digits && matches!(c, '.' | ')');
            if ends_number || "\\`*_{}[]<>#|~!+=&^-".contains(c) {
                markdown.push('\\');
            }
            markdown.push(c);
        }
        markdown.push('\n');
    }
    markdown
}

impl Counts {
    fn add(
        &mut self,
        event: &str,
        document: &annotation::Document,
        found: &[Annotation],
        people: &People,
    ) {
        // The texts differ in white space alone, so quotations are compared by their words.
        let found: Vec<(Vec<String>, &Annotation)> = found
            .iter()
            .map(|quote| (words(quote.text.as_deref().unwrap_or_default()), quote))
            .collect();
        for gold in document.quotes.iter().filter(|gold| !gold.optional) {
            self.gold += 1;
            let text: String =
                document.text.chars().skip(gold.start).take(gold.end - gold.start).collect();
            let wanted = words(&text);
            let best = found
                .iter()
                .map(|(words, quote)| (likeness(&wanted, words), quote))
                .max_by(|(one, _), (other, _)| one.total_cmp(other))
                .filter(|(likeness, _)| *likeness >= 0.5);
            let Some((_, quote)) = best else { continue };
            self.found += 1;
            let Some(name) = &gold.speaker_name else { continue };
            let name = people.main_name(event, name);
            let speaker = quote.speaker_name.as_deref();
            match speaker {
                None => self.open += 1,
                Some(speaker) if people.is_one(event, speaker, name) => self.right += 1,
                Some(_) => self.wrong += 1,
            }
            if let Some(speaker) = speaker {
                self.pairs.push((event.to_owned(), name.to_owned(), speaker.to_owned()));
            }
            if !speaker.is_some_and(|speaker| people.is_one(event, speaker, name)) {
                let what = speaker.map_or("open".to_owned(), |speaker| format!("not {speaker}"));
                let text: String = text.chars().take(60).collect();
                self.errors.push(format!("{}: {name}, {what}: {text}", document.id));
            }
        }
    }
}

/// The share of words that two texts have in common (Jaccard, of multisets).
fn likeness(one: &[String], other: &[String]) -> f64 {
    let mut counts: HashMap<&str, isize> = HashMap::new();
    for word in one {
        *counts.entry(word).or_default() += 1;
    }
    let mut shared = 0;
    for word in other {
        let count = counts.entry(word).or_default();
        shared += usize::from(*count > 0);
        *count -= 1;
    }
    shared as f64 / (one.len() + other.len() - shared).max(1) as f64
}

/// How well one person is one speaker, in percent: the harmonic mean of B-cubed precision and recall (Bagga
/// and Baldwin, "Entity-Based Cross-Document Coreferencing", 1998).
fn b_cubed(pairs: &[(String, String, String)]) -> f64 {
    let (mut precision, mut recall) = (0.0, 0.0);
    for (event, person, speaker) in pairs {
        let count = |is: &dyn Fn(&str, &str) -> bool| {
            pairs.iter().filter(|(other, p, s)| other == event && is(p, s)).count() as f64
        };
        let both = count(&|p, s| p == person && s == speaker);
        precision += both / count(&|_, s| s == speaker);
        recall += both / count(&|p, _| p == person);
    }
    let n = (pairs.len() as f64).max(1.0);
    if precision + recall == 0.0 {
        return 0.0;
    }
    100.0 * 2.0 * precision * recall / (n * (precision + recall))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_known_by_their_names() {
        let mut people = People::default();
        people.read("# a note\n@ one\nJohn Reid | J. Reid; Health Secretary | a minister\n");
        assert_eq!(people.main_name("one", "health secretary"), "John Reid");
        assert_eq!(people.main_name("two", "health secretary"), "health secretary");
        assert!(people.is_one("one", "the Health Secretary", "John Reid"));
        assert!(people.is_one("one", "Reid", "John Reid"));
        assert!(!people.is_one("one", "Paul Reid", "John Reid"));
    }

    #[test]
    fn a_person_that_is_two_speakers_costs_recall() {
        let pair = |speaker: &str| ("e".to_owned(), "A".to_owned(), speaker.to_owned());
        assert_eq!(b_cubed(&[pair("a"), pair("a")]), 100.0);
        assert!((b_cubed(&[pair("a"), pair("b")]) - 66.7).abs() < 0.1);
    }

    #[test]
    fn markdown_reads_as_the_text() {
        assert_eq!(as_markdown("12. A *b*"), "\n12\\. A \\*b\\*\n");
    }
}
