//! Scores the quotation engine against texts annotated by hand: tables, then the errors in classes.
//!
//! `tests/data/quotations/README.md` says what the texts are; [`measure`] says what is counted. Other
//! sets of the same form can be named on the command line.

mod annotation;
mod cases;
mod events;
mod figures;
mod measure;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{self, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

use clap::Parser;

use annotation::{Annotation, Answer, Kind, Stretch, read_lines};
use cases::Case;
use events::People;
use figures::{Figures, Unit};
use measure::{Counts, Quote, Rates, Tally, Text, pair, speaker_right};

/// How many error classes are printed.
const N_CLASSES: usize = 12;

/// Scores the quotation engine against texts annotated by hand.
#[derive(Parser)]
#[command(name = "cargo xtask score")]
struct Args {
    /// A file of annotated texts, one JSON object a line.
    #[arg(long = "set", value_name = "FILE")]
    sets: Vec<PathBuf>,
    /// Short texts with all that they must give [default, with two sets, those in tests/data/quotations].
    #[arg(long = "cases", value_name = "FILE")]
    cases: Option<PathBuf>,
    /// A set of whole events, whose ids are EVENT_NUMBER: each is read as one dossier.
    #[arg(long = "events", value_name = "FILE", requires = "people")]
    events: Option<PathBuf>,
    /// Who is who in the events: lines `@ EVENT` and `NAME | OTHER NAME; OTHER NAME | who it is`.
    #[arg(long = "people", value_name = "FILE")]
    people: Vec<PathBuf>,
    /// How many examples of each class of errors are printed.
    #[arg(long = "errors", value_name = "N", default_value_t = 1)]
    n_examples: usize,
    /// The command line that is scored [default: `whosaid` beside this program].
    #[arg(long)]
    program: Option<PathBuf>,
    /// An earlier command line, whose figures stand beside those of the present one in a last table.
    #[arg(long, value_name = "PROGRAM")]
    before: Option<PathBuf>,
}

fn main() -> ExitCode {
    let mut args = Args::parse();
    if args.sets.is_empty() && args.cases.is_none() && args.events.is_none() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/data/quotations");
        args.sets = ["wikinews.jsonl", "litbank.jsonl"].map(|set| folder.join(set)).to_vec();
        args.cases = Some(folder.join("cases.jsonl"));
    }
    let written =
        report(&args).and_then(|report| match io::stdout().write_all(report.as_bytes()) {
            // Whoever reads our output has seen enough.
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.to_string()),
            _ => Ok(()),
        });
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("score: {error}");
            ExitCode::FAILURE
        }
    }
}

/// All that is printed.
fn report(args: &Args) -> Result<String, String> {
    let program = args.program.clone().unwrap_or_else(whosaid_beside_this_program);
    let (mut report, figures) = score(&program, args)?;
    if let Some(before) = &args.before {
        let (_, before) = score(before, args)?;
        report += "\n";
        report += &figures.compared(&before);
    }
    Ok(report)
}

fn whosaid_beside_this_program() -> PathBuf {
    let name = format!("whosaid{}", std::env::consts::EXE_SUFFIX);
    std::env::current_exe().unwrap_or_default().with_file_name(name)
}

/// Scores a program on all that the arguments name: the tables, and the figures to compare.
fn score(program: &Path, args: &Args) -> Result<(String, Figures), String> {
    let (mut out, mut figures) = (String::new(), Figures::default());
    for set in &args.sets {
        score_set(program, set, args.n_examples, &mut out, &mut figures)?;
    }
    if let Some(path) = &args.cases {
        let cases: Vec<Case> = read_file(path)?;
        _ = write!(out, "\n{}: ", file_name(path));
        let questions: Vec<u8> = cases
            .iter()
            .flat_map(|case| {
                let mut line = serde_json::to_vec(&case.question()).expect("it is plain data");
                line.push(b'\n');
                line
            })
            .collect();
        let file = tempfile_of(&questions)?;
        let answers = answers(program, file)?;
        let found: Vec<Vec<Annotation>> = answers.into_iter().map(|answer| answer.quotes).collect();
        cases::score(&cases, &found, &mut out, &mut figures);
    }
    if let Some(path) = &args.events {
        let documents: Vec<annotation::Document> = read_file(path)?;
        let mut people = People::default();
        for path in &args.people {
            let text = fs::read_to_string(path);
            people.read(&text.map_err(|error| format!("{}: {error}", path.display()))?);
        }
        _ = writeln!(out, "\n{}, each event as a dossier:", file_name(path));
        events::score(program, &documents, &people, &mut out, &mut figures)?;
    }
    Ok((out, figures))
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn read_file<T: serde::de::DeserializeOwned>(path: &Path) -> Result<Vec<T>, String> {
    read_lines(BufReader::new(open(path)?)).map_err(|error| format!("{}: {error}", path.display()))
}

/// A file without a name that holds `bytes`, to read from its start.
fn tempfile_of(bytes: &[u8]) -> Result<File, String> {
    let write = || {
        let mut file = tempfile::tempfile()?;
        file.write_all(bytes)?;
        io::Seek::rewind(&mut file)?;
        Ok(file)
    };
    write().map_err(|error: io::Error| format!("a temporary file: {error}"))
}

/// One text with its annotated and its found quotations.
struct Document {
    id: String,
    text: Text,
    gold: Vec<Quote>,
    found: Vec<Quote>,
}

fn score_set(
    program: &Path,
    set: &Path,
    n_examples: usize,
    out: &mut String,
    figures: &mut Figures,
) -> Result<(), String> {
    let start = Instant::now();
    let answers = answers(program, open(set)?)?;
    let seconds = start.elapsed().as_secs_f64();
    let documents = documents(set, answers)?;
    let mut tally = Tally::default();
    let mut errors = Errors::default();
    let mut reliability = Reliability::default();
    let mut n_words = 0;
    for document in &documents {
        let Document { text, gold, found, .. } = document;
        let pairing = pair(gold, found);
        tally.add(text, gold, found, &pairing);
        n_words += text.chars.split(|c| c.is_whitespace()).filter(|word| !word.is_empty()).count();
        for (at, quote) in gold.iter().enumerate().filter(|(_, quote)| quote.is_required()) {
            match pairing.partial[at].map(|other| &found[other]) {
                None => errors.add(document, "missed", quote, quote),
                Some(found) if quote.is_spoken() => {
                    let is_right = speaker_right(text, found, quote);
                    if found.is_spoken() {
                        reliability.add(found.confidence, is_right);
                    }
                    let class = if found.is_spoken() { "wrong speaker" } else { "no speaker" };
                    if !is_right {
                        errors.add(document, class, found, quote);
                    }
                }
                Some(_) => {}
            }
        }
        for (quote, _) in found.iter().zip(&pairing.used).filter(|(_, used)| !**used) {
            errors.add(document, "spurious", quote, quote);
        }
    }
    let name = file_name(set);
    _ = writeln!(
        out,
        "\n{name}: {} texts, {n_words} words, read in {seconds:.2} s",
        documents.len()
    );
    write_table(&tally, out);
    reliability.write(out);
    errors.write(n_examples, out);
    let rows = Kind::ALL.map(|kind| (kind.name(), &tally.kinds[kind as usize]));
    for (kind, counts) in rows.into_iter().chain([("all", &tally.all)]) {
        if counts.gold > 0 {
            for (what, value) in [
                ("partial F1", counts.partial().f1),
                ("end to end F1", counts.end_to_end().f1),
                ("by name F1", counts.by_name().f1),
                ("wrong claims", counts.wrong_share()),
            ] {
                figures.add(format!("{name}, {kind}: {what}"), value, Unit::Percent);
            }
        }
    }
    Ok(())
}

/// What `whosaid quotes --jsonl` answers to lines of questions.
fn answers(program: &Path, questions: File) -> Result<Vec<Answer>, String> {
    let output = Command::new(program)
        .args(["quotes", "--jsonl"])
        .stdin(Stdio::from(questions))
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("{} could not be run: {error}", program.display()))?;
    if !output.status.success() {
        return Err(format!("`whosaid quotes --jsonl` failed ({})", output.status));
    }
    read_lines(&*output.stdout).map_err(|error| format!("the answers of `whosaid quotes`: {error}"))
}

fn open(set: &Path) -> Result<File, String> {
    File::open(set).map_err(|error| format!("{} cannot be read: {error}", set.display()))
}

/// The texts of a set with what was found in them.
fn documents(set: &Path, answers: Vec<Answer>) -> Result<Vec<Document>, String> {
    let answers: BTreeMap<String, Answer> =
        answers.into_iter().map(|answer| (answer.id.clone(), answer)).collect();
    let document = |gold: annotation::Document| {
        let text = Text::new(&gold.text);
        let answer = answers.get(&*gold.id);
        let found = answer.map(|answer| Quote::all(&text, &answer.quotes)).unwrap_or_default();
        Document { gold: Quote::all(&text, &gold.quotes), found, id: gold.id, text }
    };
    Ok(read_file(set)?.into_iter().map(document).collect())
}

fn write_table(tally: &Tally, out: &mut String) {
    _ = writeln!(
        out,
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
        _ = writeln!(
            out,
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
    format!("{:>3} of {:<4} {:4.1} %", counts.wrong_claims, counts.claims, counts.wrong_share())
}

/// How often attributions of each confidence are right.
#[derive(Default)]
struct Reliability(BTreeMap<u8, (usize, usize)>);

impl Reliability {
    /// Counts an attribution in that has a confidence.
    fn add(&mut self, confidence: Option<u8>, is_right: bool) {
        let Some(confidence) = confidence else { return };
        let (n_right, n) = self.0.entry(confidence).or_default();
        *n_right += usize::from(is_right);
        *n += 1;
    }

    fn write(&self, out: &mut String) {
        _ = writeln!(out, "confidence  attributions  right");
        for (confidence, (n_right, n)) in self.0.iter().rev() {
            let percent = 100.0 * *n_right as f64 / *n as f64;
            _ = writeln!(out, "{confidence:>8} %  {n:>12}  {percent:5.1} %");
        }
    }
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

    fn write(&self, n_examples: usize, out: &mut String) {
        for what in ["missed", "spurious", "wrong speaker", "no speaker"] {
            let mut classes: Vec<(&String, &Vec<String>)> = self
                .0
                .iter()
                .filter(|((other, _), _)| *other == what)
                .map(|((_, class), examples)| (class, examples))
                .collect();
            classes.sort_by_key(|(_, examples)| std::cmp::Reverse(examples.len()));
            let total: usize = classes.iter().map(|(_, examples)| examples.len()).sum();
            _ = writeln!(out, "{what}: {total}");
            for (class, examples) in classes.into_iter().take(N_CLASSES) {
                _ = writeln!(out, "  {:>4}  {class}", examples.len());
                for example in examples.iter().take(n_examples) {
                    _ = writeln!(out, "        {example}");
                }
            }
        }
    }
}
