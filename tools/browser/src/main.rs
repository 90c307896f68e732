//! What is asked of the built site in Chromium outside the tests: `cargo xtask` calls it for `size`,
//! `screenshot` and `bench keys`.

use browser::{Browser, Driver, Engine, Server};
use clap::{Parser, Subcommand};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;
use std::{fs, thread};
use tempfile::TempDir;

/// Looks at a built site in Chromium.
#[derive(Parser)]
struct Args {
    /// The site's folder.
    #[arg(long, value_name = "DIR", default_value = "dist", global = true)]
    dist: PathBuf,
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// List the files of the site that a first visit asks for, one a line.
    FirstLoad,
    /// Take the picture for the README.
    Screenshot {
        /// The PNG file to write.
        file: PathBuf,
    },
    /// Time from key press to painted results.
    Keys,
}

fn main() -> ExitCode {
    let Args { dist, task } = Args::parse();
    let outcome = Visit::new(&dist).and_then(|visit| match task {
        Task::FirstLoad => first_load(&visit),
        Task::Screenshot { file } => screenshot(&visit, &file),
        Task::Keys => time_keys(&visit),
    });
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// A fresh browser, and the site that it looks at. They end in the order of these fields.
struct Visit {
    browser: Browser,
    site: Server,
    _driver: Driver,
    _profile: TempDir,
}

impl Visit {
    /// # Errors
    /// When there is no site in `dist`, or the browser does not start.
    fn new(dist: &Path) -> Result<Visit, String> {
        if !dist.join("index.html").is_file() {
            let dist = dist.display();
            return Err(format!("there is no site in {dist}; `cargo xtask build` makes it"));
        }
        let profile = tempfile::tempdir().map_err(|error| format!("a profile: {error}"))?;
        let driver = Driver::start(Engine::Chromium, false)?;
        let browser = Browser::start(&driver, profile.path(), false)?;
        let site = Server::folder(dist, "/");
        Ok(Visit { browser, site, _driver: driver, _profile: profile })
    }

    /// Opens a view of the site and waits until the reader is at work.
    fn open(&self, path: &str) {
        self.browser.open(&self.site.url(path));
        self.browser.wait_for_reader();
    }
}

/// Prints the files of the site that a first visit asks for, sorted.
fn first_load(visit: &Visit) -> Result<(), String> {
    visit.open("");
    // The icons that a window with a tab would show.
    visit.browser.eval(
        "Promise.all([...document.querySelectorAll('link[rel~=icon], link[rel=manifest]')]
            .map(link => fetch(link.href))).then(() => true)",
    );
    // A service worker asks for files after the page is ready; wait until nobody does for a second.
    let mut requests = visit.site.requests();
    loop {
        thread::sleep(Duration::from_secs(1));
        let more = visit.site.requests();
        if more.len() == requests.len() {
            break;
        }
        requests = more;
    }
    requests.sort();
    requests.dedup();
    requests.iter().for_each(|file| println!("{file}"));
    Ok(())
}

/// What is typed to be timed: names, words, a typing error, a phrase, an exclusion.
const TYPED: [&str; 6] =
    ["kabulov", "lavrov sane", "hardline", "Kabluov", "\"not a single hair\"", "embassy -taliban"];

/// Has the page note how long it takes from each key press to the frame that shows its results, in
/// milliseconds: from the key's own time stamp to the first task after the next frame was made, once the
/// page has changed. A key that changes nothing is not timed.
const NOTE_TIMES: &str = "(() => {
    window.times = [];
    let pressed;
    addEventListener('keydown', (event) => (pressed = event.timeStamp), true);
    const drawn = () => {
        const start = pressed;
        pressed = undefined;
        if (start) requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => times.push(performance.now() - start);
            port2.postMessage(0);
        });
    };
    const all = { attributes: true, characterData: true, childList: true, subtree: true };
    new MutationObserver(drawn).observe(document.getElementById('reader'), all);
    return true;
})()";

/// Prints how long it takes from a key press to the frame that shows its results.
fn time_keys(visit: &Visit) -> Result<(), String> {
    visit.open("");
    visit.browser.eval(NOTE_TIMES);
    for text in TYPED {
        visit.browser.press(&["/"]);
        // A key at a time, as people type: ten a second is a very fast typist.
        for key in text.split_inclusive(|_: char| true) {
            visit.browser.write(key);
            thread::sleep(Duration::from_millis(100));
        }
        visit.browser.press(&["Escape"]);
    }
    let times = visit.browser.eval("times.sort((a, b) => a - b)");
    let times: Vec<f64> =
        times.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    let at = |share: usize| times.get((times.len() * share / 100).min(times.len() - 1));
    if let (Some(p50), Some(p95), Some(most)) = (at(50), at(95), times.last()) {
        println!("{} keys: p50 {p50:.1} ms, p95 {p95:.1} ms, most {most:.1} ms", times.len());
        return Ok(());
    }
    Err("no key was timed".to_owned())
}

/// What the picture in the README shows: a search among the words of one speaker.
const SHOWN: &str = "?q=embassy&speaker=zamir-kabulov";

/// Takes the picture for the README, light, on a desk.
fn screenshot(visit: &Visit, file: &Path) -> Result<(), String> {
    visit.browser.resize(1280, 800);
    visit.browser.media(&[("prefers-color-scheme", "light")]);
    visit.open(SHOWN);
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    visit.browser.screenshot(file)
}
