//! What a publisher sees on the own machine: `whosaid serve` and `whosaid review` in a real browser.

use crate::support::Stage;
use browser::must;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A server of the command line; it ends when this is dropped.
struct Running {
    process: Child,
    url: String,
}

impl Running {
    /// Starts `whosaid COMMAND FOLDER` and waits for the address that it prints.
    #[track_caller]
    fn start(stage: &mut Stage, command: &str, folder: &Path, options: &[&str]) -> Self {
        let mut whosaid = Command::new(env!("CARGO_BIN_EXE_whosaid"));
        whosaid.arg(command).arg(folder).arg("--engine").arg(&stage.dist).args(["--port", "0"]);
        let process = whosaid.args(options).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let mut process = must(&command, process);
        let lines = BufReader::new(process.stdout.take().expect("it is piped")).lines();
        let line = lines.map_while(Result::ok).find(|line| line.contains("http://"));
        let line = line.expect("it says where it is");
        let url = line.split(' ').find(|word| word.starts_with("http://")).expect("an address");
        let url = url.trim_end_matches([',', '.']).to_owned();
        let origin = url.splitn(4, '/').take(3).collect::<Vec<_>>().join("/");
        stage.allow_origin(&origin);
        Self { process, url }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Leaves the page before its server ends, which it would complain of.
fn leave(stage: &Stage) {
    stage.browser.open("about:blank");
}

#[track_caller]
fn write(folder: &Path, name: &str, text: &str) {
    must(&name, fs::create_dir_all(folder).and_then(|()| fs::write(folder.join(name), text)));
}

pub fn a_page_that_is_served_follows_every_change(stage: &mut Stage) {
    let folder = stage.path("served");
    write(&folder, "a.md", "# One\n\n“We go,” said Ada Voss.\n");
    let served = Running::start(stage, "serve", &folder, &[]);
    let browser = &stage.browser;
    browser.open(&format!("{}articles/a.html", served.url));
    stage.wait_until_ready();
    assert!(browser.text("main").contains("We go"));
    let start = Instant::now();
    write(&folder, "a.md", "# One\n\n“We stay,” said Ada Voss.\n");
    browser.wait_for("document.querySelector('main')?.textContent.includes('We stay')");
    // No measurement: only that nobody waits for a poll.
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
    // What is at fault is said, and the last sound edition stays; what is mended is shown.
    write(&folder, "a.md", "---\ntitle: One\n");
    browser.wait_for("document.querySelector('#whosaid-faults')");
    assert!(
        browser.text("#whosaid-faults").contains("a.md:1: the front matter that begins here has")
    );
    assert!(browser.text("main").contains("We stay"));
    write(&folder, "a.md", "# One\n\n“We wait,” said Ada Voss.\n");
    browser.wait_for("document.querySelector('main')?.textContent.includes('We wait')");
    assert_eq!(browser.count("#whosaid-faults"), 0);
    leave(stage);
}

const SETTINGS: &str = "# Ours.\ntitle = \"T\"   # stays\n\n[[speaker]]\nname = 'Ada Voss'\n";

const ARTICLE: &str = "# Harbour\n\nAda Voss and Ben Roe met. “We go,” she said.\n\n\
                       “It is calm,” said Mr. Roe. “Nobody came,” Mr. Roe said.\n\n“Who knows?”\n";

fn settings(folder: &Path) -> String {
    must(&"dossier.toml", fs::read_to_string(folder.join("dossier.toml")))
}

/// Goes from the first words to these, however many steps that takes.
#[track_caller]
fn go_to(stage: &Stage, review: &Running, words: &str) {
    stage.browser.open(&review.url);
    for _ in 0..10 {
        stage.browser.wait_for("document.querySelector('blockquote mark')");
        if stage.browser.text("blockquote mark").contains(words) {
            return;
        }
        answer(stage, "j");
    }
    panic!("no step leads to “{words}”");
}

/// Presses a key and waits until what comes next is there.
#[track_caller]
fn answer(stage: &Stage, key: &str) {
    stage.browser.eval("(document.querySelector('main').isOld = true)");
    stage.browser.press(&[key]);
    stage
        .browser
        .wait_for("document.querySelector('main') && !document.querySelector('main').isOld");
}

/// Writes a name into the field of a key, and sends it.
#[track_caller]
fn name(stage: &Stage, key: &str, name: &str) {
    stage.browser.press(&[key]);
    stage.browser.wait_for(&format!("document.activeElement.dataset.key === '{key}'"));
    stage.browser.write(name);
    answer(stage, "Enter");
}

pub fn a_review_by_keyboard_writes_what_was_meant_and_nothing_else(stage: &mut Stage) {
    let folder: PathBuf = stage.path("reviewed");
    write(&folder, "dossier.toml", SETTINGS);
    write(&folder, "harbour.md", ARTICLE);
    let review = Running::start(stage, "review", &folder, &[]);
    stage.browser.open(&review.url);
    stage.browser.wait_for("document.querySelector('blockquote mark')");
    stage.assert_accessible("the review");
    let correction =
        |rest: &str| format!("{SETTINGS}\n[[correction]]\narticle = \"harbour\"\n{rest}");

    go_to(stage, &review, "We go");
    answer(stage, "y");
    assert_eq!(settings(&folder), correction("words = \"We go\"\nspeaker = \"Ada Voss\"\n"));
    answer(stage, "u");
    assert_eq!(settings(&folder), SETTINGS);

    go_to(stage, &review, "Who knows?");
    name(stage, "s", "Eve \"E\" Brown");
    let somebody = settings(&folder);
    assert!(somebody.starts_with(SETTINGS), "{somebody}");
    assert!(
        somebody.ends_with("words = \"Who knows?\"\nspeaker = 'Eve \"E\" Brown'\n"),
        "{somebody}"
    );
    answer(stage, "u");
    assert_eq!(settings(&folder), SETTINGS);

    go_to(stage, &review, "It is calm");
    name(stage, "m", "Benedict Roe");
    let mention = correction("mention = \"Mr. Roe\"\nspeaker = \"Benedict Roe\"\n");
    assert_eq!(settings(&folder), mention);
    // The site follows, and what the speaker went on to say without being named again is the speaker's too.
    let speakers = "fetch('/speakers/index.html').then(page => page.text())";
    stage.browser.wait_for(&format!("{speakers}.then(page => page.includes('Benedict Roe'))"));

    go_to(stage, &review, "We go");
    answer(stage, "x");
    assert!(settings(&folder).ends_with("words = \"We go\"\nnot_quotation = true\n"));
    // Somebody else changed the file: nothing of that is lost.
    write(&folder, "dossier.toml", &format!("{}# Theirs.\n", settings(&folder)));
    answer(stage, "u");
    stage.browser.wait_for("document.querySelector('[role=alert]')");
    assert!(stage.browser.text("[role=alert]").contains("Somebody has changed dossier.toml"));
    assert!(settings(&folder).ends_with("# Theirs.\n"));
    leave(stage);
}

pub fn an_objection_of_a_reader_is_taken_over(stage: &mut Stage) {
    let folder = stage.path("objected");
    write(&folder, "dossier.toml", SETTINGS);
    write(&folder, "harbour.md", ARTICLE);
    let sent = folder.join("sent.toml");
    write(
        &folder,
        "sent.toml",
        "[[correction]]\narticle = \"harbour\"\nwords = \"Who knows?\"\nspeaker = \"Ben Roe\"\n\n\
         [[correction]]\narticle = \"harbour\"\nwords = \"It is calm\"\nunattributed = true\n\n\
         [[speaker]]\nname = \"Ada Voss\"\naliases = [\"The mayor\"]\n",
    );
    let sent = sent.display().to_string();
    let review = Running::start(stage, "review", &folder, &["--objections", &sent]);
    stage.browser.open(&review.url);
    stage.browser.wait_for("document.querySelector('h2')?.textContent === 'A reader objects'");
    stage.assert_accessible("an objection");
    answer(stage, "y");
    let taken = settings(&folder);
    assert!(taken.ends_with("words = \"Who knows?\"\nspeaker = \"Ben Roe\"\n"), "{taken}");
    answer(stage, "n");
    assert_eq!(settings(&folder), taken);
    assert!(stage.browser.text("body").contains("The mayor is Ada Voss."));
    answer(stage, "y");
    assert!(settings(&folder).contains("\naliases = [\"The mayor\"]\n"), "{}", settings(&folder));
    stage.browser.wait_for("document.querySelector('blockquote mark')");
    assert_ne!(stage.browser.text("h2"), "A reader objects");
    leave(stage);
}
