//! Scores the quotation engine against texts annotated by hand: tables, then the errors in classes.
//!
//! `tests/data/quotations/README.md` says what the texts are; [`measure`] says what is counted. Other
//! sets of the same form can be named on the command line.

mod annotation;
mod measure;

use std::collections::BTreeMap;
use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

use clap::Parser;

use annotation::{Answer, Kind, Stretch, read_lines};
use measure::{Counts, Quote, Rates, Tally, Text, pair, speaker_right};

/// How many error classes are printed.
const N_CLASSES: usize = 12;

/// Scores the quotation engine against texts annotated by hand.
#[derive(Parser)]
#[command(name = "cargo xtask score")]
struct Args {
    /// A file of annotated texts, one JSON object a line [default: those in tests/data/quotations].
    #[arg(long = "set", value_name = "FILE")]
    sets: Vec<PathBuf>,
    /// How many examples of each class of errors are printed.
    #[arg(long = "errors", value_name = "N", default_value_t = 1)]
    n_examples: usize,
    /// The command line that is scored [default: `whosaid` beside this program].
    #[arg(long)]
    program: Option<PathBuf>,
}

fn main() -> ExitCode {
    let Args { mut sets, n_examples, program } = Args::parse();
    if sets.is_empty() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/data/quotations");
        sets = ["wikinews.jsonl", "litbank.jsonl"].map(|set| folder.join(set)).to_vec();
    }
    let program = program.unwrap_or_else(whosaid_beside_this_program);
    match sets.iter().try_for_each(|set| score(&program, set, n_examples)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("score: {error}");
            ExitCode::FAILURE
        }
    }
}

fn whosaid_beside_this_program() -> PathBuf {
    let name = format!("whosaid{}", std::env::consts::EXE_SUFFIX);
    std::env::current_exe().unwrap_or_default().with_file_name(name)
}

/// One text with its annotated and its found quotations.
struct Document {
    id: String,
    text: Text,
    gold: Vec<Quote>,
    found: Vec<Quote>,
}

fn score(program: &Path, set: &Path, n_examples: usize) -> Result<(), String> {
    let start = Instant::now();
    let answers = answers(program, set)?;
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
fn answers(program: &Path, set: &Path) -> Result<Vec<u8>, String> {
    let output = Command::new(program)
        .args(["quotes", "--jsonl"])
        .stdin(Stdio::from(open(set)?))
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("{} could not be run: {error}", program.display()))?;
    if !output.status.success() {
        return Err(format!("`whosaid quotes --jsonl` failed ({})", output.status));
    }
    Ok(output.stdout)
}

fn open(set: &Path) -> Result<File, String> {
    File::open(set).map_err(|error| format!("{} cannot be read: {error}", set.display()))
}

/// The texts of a set with what was found in them.
fn documents(set: &Path, answers: &[u8]) -> Result<Vec<Document>, String> {
    let answers: Vec<Answer> =
        read_lines(answers).map_err(|error| format!("the answers of `whosaid quotes`: {error}"))?;
    let answers: BTreeMap<&str, &Answer> =
        answers.iter().map(|answer| (&*answer.id, answer)).collect();
    let gold: Vec<annotation::Document> = read_lines(BufReader::new(open(set)?))
        .map_err(|error| format!("{}: {error}", set.display()))?;
    let document = |gold: annotation::Document| {
        let text = Text::new(&gold.text);
        let answer = answers.get(&*gold.id);
        let found = answer.map(|answer| Quote::all(&text, &answer.quotes)).unwrap_or_default();
        Document { gold: Quote::all(&text, &gold.quotes), found, id: gold.id, text }
    };
    Ok(gold.into_iter().map(document).collect())
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
