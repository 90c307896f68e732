//! Scores the quotation engine against texts annotated by hand: tables, then the errors in classes.
//!
//! `tests/data/quotations/README.md` says what the texts are; [`measure`] says what is counted. Other
//! sets of the same form can be named on the command line.

mod json;
mod measure;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Instant;

use crate::shell::{command, root, run};
use crate::{Failure, Options};
use json::Json;
use measure::{Counts, Kind, Quote, Rates, Stretch, Tally, Text, pair, speaker_right};

/// How many error classes and examples of each are printed, unless `--errors` says otherwise.
const N_CLASSES: usize = 12;

/// `cargo xtask score [--set FILE] [--errors N]`.
pub fn run_chore(args: &[String]) -> Result<(), Failure> {
    let options = Options::parse(args, &["--set", "--errors"], &[])?;
    let n_examples: usize = match options.value("--errors") {
        Some(number) => {
            number.parse().map_err(|_| Failure::Usage("--errors needs a number".to_owned()))?
        }
        None => 1,
    };
    let sets = match options.value("--set") {
        Some(file) => vec![std::env::current_dir().unwrap_or_default().join(file)],
        None => ["wikinews", "litbank"]
            .map(|set| root().join(format!("tests/data/quotations/{set}.jsonl")))
            .to_vec(),
    };
    run(command("cargo").args(["build", "--release", "--bin", "whosaid"]))?;
    for set in &sets {
        score(set, n_examples)?;
    }
    Ok(())
}

/// One text with its annotated and its found quotations.
struct Document {
    id: String,
    text: Text,
    gold: Vec<Quote>,
    found: Vec<Quote>,
}

fn score(set: &Path, n_examples: usize) -> Result<(), String> {
    let start = Instant::now();
    let answers = answers(set)?;
    let seconds = start.elapsed().as_secs_f64();
    let documents = documents(set, &answers)?;
    let mut tally = Tally::default();
    let mut errors = Errors::default();
    let mut n_words = 0;
    for document in &documents {
        let Document { text, gold, found, .. } = document;
        let pairing = pair(gold, found);
        tally.add(text, gold, found, &pairing);
        n_words += text.chars.split(|c| c.is_whitespace()).filter(|word| !word.is_empty()).count();
        for (at, quote) in gold.iter().enumerate().filter(|(_, quote)| quote.is_required()) {
            match pairing.partial[at] {
                None => errors.add(document, "missed", quote, quote),
                Some(other) if quote.is_spoken() && !speaker_right(text, &found[other], quote) => {
                    let class =
                        if found[other].is_spoken() { "wrong speaker" } else { "no speaker" };
                    errors.add(document, class, &found[other], quote);
                }
                Some(_) => {}
            }
        }
        for (quote, _) in found.iter().zip(&pairing.used).filter(|(_, used)| !**used) {
            errors.add(document, "spurious", quote, quote);
        }
    }
    let name = set.file_name().unwrap_or_default().to_string_lossy();
    println!("\n{name}: {} texts, {n_words} words, read in {seconds:.2} s", documents.len());
    print_table(&tally);
    errors.print(n_examples);
    Ok(())
}

/// What `whosaid quotes --jsonl` answers to a set.
fn answers(set: &Path) -> Result<String, String> {
    let unreadable = |error| format!("{} cannot be read: {error}", set.display());
    let input = File::open(set).map_err(unreadable)?;
    let program: PathBuf = root().join("target/release/whosaid");
    let output = command(&program.to_string_lossy())
        .args(["quotes", "--jsonl"])
        .stdin(Stdio::from(input))
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("{} could not be run: {error}", program.display()))?;
    if !output.status.success() {
        return Err(format!("`whosaid quotes --jsonl` failed ({})", output.status));
    }
    String::from_utf8(output.stdout)
        .map_err(|_| "`whosaid quotes` printed what is not UTF-8".to_owned())
}

fn documents(set: &Path, answers: &str) -> Result<Vec<Document>, String> {
    let parse = |text: &str| -> Result<Vec<Json>, String> {
        text.lines().filter(|line| !line.trim().is_empty()).map(Json::parse).collect()
    };
    let gold = fs::read_to_string(set)
        .map_err(|error| format!("{} cannot be read: {error}", set.display()))?;
    let id = |json: &Json| json.get("id").and_then(Json::string).unwrap_or_default().to_owned();
    let found: BTreeMap<String, Json> =
        parse(answers)?.into_iter().map(|json| (id(&json), json)).collect();
    let document = |json: &Json| {
        let text = Text::new(json.get("text").and_then(Json::string).unwrap_or_default());
        let gold = Quote::all(&text, json);
        let id = id(json);
        let found = found.get(&id).map(|json| Quote::all(&text, json)).unwrap_or_default();
        Document { id, text, gold, found }
    };
    let gold = parse(&gold).map_err(|error| format!("{}: {error}", set.display()))?;
    Ok(gold.iter().map(document).collect())
}

fn print_table(tally: &Tally) {
    println!(
        "{:<9} {:>5} {:>5} | {:^17} | {:^17} | {:^5} {:^5} | {:^17} | {:^17} | {:^14}",
        "kind",
        "gold",
        "found",
        "exact P R F1",
        "partial P R F1",
        "spkr",
        "name",
        "end to end P R F1",
        "by name P R F1",
        "wrong claims"
    );
    let rows = Kind::ALL.map(|kind| (kind.name(), &tally.kinds[kind as usize]));
    for (name, counts) in rows.into_iter().chain([("all", &tally.all)]) {
        let (speaker, named) = counts.accuracy();
        let share =
            |share: Option<f64>| share.map_or("  -  ".to_owned(), |share| format!("{share:5.1}"));
        let rates =
            |rates: Rates| format!("{:5.1} {:5.1} {:5.1}", rates.precision, rates.recall, rates.f1);
        println!(
            "{name:<9} {:>5} {:>5} | {} | {} | {} {} | {} | {} | {}",
            counts.gold,
            counts.found,
            rates(counts.exact()),
            rates(counts.partial()),
            share(speaker),
            share(named),
            rates(counts.end_to_end()),
            rates(counts.by_name()),
            wrong_claims(counts)
        );
    }
}

fn wrong_claims(counts: &Counts) -> String {
    let percent = 100.0 * counts.wrong_claims as f64 / counts.claims.max(1) as f64;
    format!("{:>3} of {:<4} {percent:4.1} %", counts.wrong_claims, counts.claims)
}

/// Errors by class, with their number and some of them.
#[derive(Default)]
struct Errors(BTreeMap<(&'static str, String), Vec<String>>);

impl Errors {
    /// Counts an error in; its class within `what` is the kind and the cue of `classed`.
    fn add(&mut self, document: &Document, what: &'static str, classed: &Quote, shown: &Quote) {
        let cue =
            classed.cue.map_or("no cue".to_owned(), |cue| document.text.of(cue).to_lowercase());
        let class = format!(
            "{}, {}",
            classed.kind.name(),
            cue.split_whitespace().collect::<Vec<_>>().join(" ")
        );
        let around = |stretch: Stretch| {
            let from = Stretch { start: stretch.start.saturating_sub(60), end: stretch.start };
            let to = Stretch { start: stretch.end, end: stretch.end + 60 };
            let line = format!(
                "{}[[{}]]{}",
                document.text.of(from),
                document.text.of(stretch),
                document.text.of(to)
            );
            line.replace('\n', " ")
        };
        let example = format!("{}: {}", document.id, around(shown.stretch));
        self.0.entry((what, class)).or_default().push(example);
    }

    fn print(&self, n_examples: usize) {
        for what in ["missed", "spurious", "wrong speaker", "no speaker"] {
            let mut classes: Vec<(&String, &Vec<String>)> = self
                .0
                .iter()
                .filter(|((other, _), _)| *other == what)
                .map(|((_, class), examples)| (class, examples))
                .collect();
            classes.sort_by_key(|(_, examples)| std::cmp::Reverse(examples.len()));
            let total: usize = classes.iter().map(|(_, examples)| examples.len()).sum();
            println!("{what}: {total}");
            for (class, examples) in classes.into_iter().take(N_CLASSES) {
                println!("  {:>4}  {class}", examples.len());
                for example in examples.iter().take(n_examples) {
                    println!("        {example}");
                }
            }
        }
    }
}
