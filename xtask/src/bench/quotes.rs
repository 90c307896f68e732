//! Times the quotation engine on texts of growing size: the time per byte must not grow with them. And
//! against another program on the same articles, in turns.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{fs, io};

use crate::Failure;
use crate::shell::{command, root, run, tools};

/// Sizes of the texts, in bytes.
const SIZES: [usize; 3] = [1_000_000, 3_000_000, 9_000_000];

/// How often each text is read; the best time counts.
const N_RUNS: usize = 3;

/// How often two programs take their turns: a tenth of a second is easily disturbed.
const N_TURNS: usize = 10;

/// Prints a row per kind of text; or, where `against` is a command, how much longer that takes for the
/// articles of `set`, lines of `{"id", "text"}`, whose file is its last argument.
pub fn run_bench(against: Option<&str>, set: Option<&str>) -> Result<(), Failure> {
    run(command("cargo").args(["build", "--release", "--bin", "whosaid"]))?;
    if let Some(against) = against {
        let set = match set {
            Some(set) => std::env::current_dir().unwrap_or_default().join(set),
            None => root().join("tests/data/quotations/litbank.jsonl"),
        };
        return Ok(compare(against, &set).map_err(|error| format!("{against}: {error}"))?);
    }
    let news = fs::read_to_string(root().join("tests/data/quotations/wikinews.jsonl"));
    let news = news.map_err(|error| format!("the annotated texts cannot be read: {error}"))?;
    // As text they are odd, but full of words, names and quotation marks.
    let news = news.replace("\\n", "\n").replace("\\\"", "\"");
    let texts = [
        ("news", news.clone()),
        ("news on one line", news.replace('\n', " ")),
        ("one cue after another", "he said ".to_owned()),
        ("marks that never close", "“a b ".to_owned()),
        ("marks and cues", "\"a b c,\" he said. ".to_owned()),
        ("names", "Anna Smith, Smith, ".to_owned()),
    ];
    println!(
        "{:24} {}",
        "ns per byte",
        SIZES.map(|size| format!("{:>9}", size / 1_000_000)).concat() + " MB"
    );
    for (name, text) in &texts {
        let mut row = format!("{name:24} ");
        for size in SIZES {
            let time = time(text, size).map_err(|error| format!("{name}: {error}"))?;
            row += &format!("{:9.1}", time.as_nanos() as f64 / size as f64);
        }
        println!("{row}");
    }
    Ok(())
}

/// Runs our program and another in turns on the same articles, and prints the best time of each.
fn compare(against: &str, set: &Path) -> io::Result<()> {
    let (mut ours, mut theirs) = (Duration::MAX, Duration::MAX);
    for _ in 0..N_TURNS {
        let mut program = command(&root().join("target/release/whosaid").to_string_lossy());
        ours = ours.min(timed(program.args(["quotes", "--jsonl"]).stdin(fs::File::open(set)?))?);
        let mut words = against.split_whitespace();
        let mut program = command(words.next().unwrap_or_default());
        theirs = theirs.min(timed(program.args(words).arg(set))?);
    }
    println!("whosaid quotes  {:8.3} s", ours.as_secs_f64());
    println!("{against}  {:8.3} s", theirs.as_secs_f64());
    println!("{:.1} times", theirs.as_secs_f64() / ours.as_secs_f64());
    Ok(())
}

/// How long a command takes; its output is thrown away.
fn timed(command: &mut Command) -> io::Result<Duration> {
    let start = Instant::now();
    let status = command.stdout(Stdio::null()).status()?;
    if !status.success() {
        return Err(io::Error::other(format!("it failed ({status})")));
    }
    Ok(start.elapsed())
}

/// The best time for `text`, repeated up to `size` bytes.
fn time(text: &str, size: usize) -> io::Result<Duration> {
    let file = tools().join("bench.txt");
    fs::create_dir_all(tools())?;
    let repeated: Vec<u8> = text.bytes().cycle().take(size).collect();
    // The cut may have split a character.
    fs::write(&file, String::from_utf8_lossy(&repeated).as_bytes())?;
    let mut best = Duration::MAX;
    for _ in 0..N_RUNS {
        let mut program = command(&root().join("target/release/whosaid").to_string_lossy());
        best = best.min(timed(program.args(["quotes", "--json"]).arg(&file))?);
    }
    fs::remove_file(&file)?;
    Ok(best)
}
