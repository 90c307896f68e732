//! Times the quotation engine on texts of growing size: the time per byte must not grow with them.

use std::process::Stdio;
use std::time::{Duration, Instant};
use std::{fs, io};

use crate::Failure;
use crate::shell::{command, root, run, tools};

/// Sizes of the texts, in bytes.
const SIZES: [usize; 3] = [1_000_000, 3_000_000, 9_000_000];

/// How often each text is read; the best time counts.
const N_RUNS: usize = 3;

/// Prints a row per kind of text.
pub fn run_bench() -> Result<(), Failure> {
    run(command("cargo").args(["build", "--release", "--bin", "whosaid"]))?;
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

/// The best time for `text`, repeated up to `size` bytes.
fn time(text: &str, size: usize) -> io::Result<Duration> {
    let file = tools().join("bench.txt");
    fs::create_dir_all(tools())?;
    let repeated: Vec<u8> = text.bytes().cycle().take(size).collect();
    // The cut may have split a character.
    fs::write(&file, String::from_utf8_lossy(&repeated).as_bytes())?;
    let mut best = Duration::MAX;
    for _ in 0..N_RUNS {
        let start = Instant::now();
        let program = root().join("target/release/whosaid");
        let status = command(&program.to_string_lossy())
            .args(["quotes", "--json"])
            .arg(&file)
            .stdout(Stdio::null())
            .status()?;
        if !status.success() {
            return Err(io::Error::other(format!("`whosaid quotes` failed ({status})")));
        }
        best = best.min(start.elapsed());
    }
    fs::remove_file(&file)?;
    Ok(best)
}
