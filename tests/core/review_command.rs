//! `whosaid serve` and `whosaid review`, asked as a browser asks them.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::support::{Folder, Project, engine};

/// A server of the command line; it ends when this is dropped.
struct Running {
    process: Child,
    /// As in `127.0.0.1:8000`.
    host: String,
}

impl Running {
    /// Starts `whosaid COMMAND dossier` in a folder, and waits for the address that it prints.
    fn start(folder: &Folder, command: &str, options: &[&str]) -> Self {
        let mut whosaid = Command::new(env!("CARGO_BIN_EXE_whosaid"));
        whosaid.args([command, "dossier", "--engine", "engine", "--port", "0"]).args(options);
        whosaid.current_dir(folder.path("")).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut process = whosaid.spawn().unwrap();
        let lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let mut lines = lines.map_while(Result::ok);
        let line = lines.find(|line| line.contains("http://")).expect("it says where it is");
        // It goes on printing.
        std::thread::spawn(move || lines.for_each(drop));
        let (_, address) = line.split_once("http://").unwrap();
        let host = address.split('/').next().unwrap().to_owned();
        Self { process, host }
    }

    /// The answer with its head.
    fn ask(&self, method: &str, address: &str, form: &str) -> String {
        let host = &self.host;
        let mut stream = TcpStream::connect(host).unwrap();
        let length = form.len();
        let request = format!(
            "{method} /{address} HTTP/1.0\r\nHost: {host}\r\nOrigin: http://{host}\r\n\
             Content-Length: {length}\r\n\r\n{form}"
        );
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn page(&self, address: &str) -> String {
        self.ask("GET", address, "")
    }

    /// Says something of the words that the page asks of.
    fn say(&self, page: &str, say: &str) -> String {
        let (_, key) = page.split_once("<input value=\"").expect("the page asks");
        let key = key.split('"').next().unwrap();
        self.ask("POST", "_whosaid/review/say", &format!("at={key}&say={say}"))
    }

    /// Ends it; what it has printed on standard error.
    fn end(mut self) -> String {
        self.process.kill().unwrap();
        let mut printed = String::new();
        self.process.stderr.take().unwrap().read_to_string(&mut printed).unwrap();
        printed
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

const SETTINGS: &str = "title = \"T\"\nlanguage = \"en\"\n";

const ARTICLE: &str = "# Harbour\n\nThey met. “We go,” said Ada Voss.\n";

/// A folder with an engine and a dossier of one article.
fn folder() -> Folder {
    let folder = Folder::new();
    folder.write_all("engine", &engine());
    let dossier = Project::empty().file("dossier.toml", SETTINGS).file("harbour.md", ARTICLE);
    folder.write_all("dossier", &dossier.files);
    folder
}

/// What the page says above its question.
#[track_caller]
fn notice(page: &str) -> &str {
    let (_, notice) = page.split_once("<p role=\"alert\">").expect(page);
    notice.split('<').next().unwrap()
}

#[track_caller]
fn check_settings(folder: &Folder, expected: &str) {
    let settings = String::from_utf8(folder.files("dossier")["dossier.toml"].clone()).unwrap();
    assert_eq!(settings, expected);
}

const ANSWERED: &str =
    "\n[[correction]]\narticle = \"harbour\"\nwords = \"We go\"\nspeaker = \"Ada Voss\"\n";

#[test]
fn connections_that_are_kept_open_delay_nobody() {
    let folder = folder();
    let running = Running::start(&folder, "serve", &[]);
    // A browser opens six at once, and keeps them for minutes.
    for _ in 0..20 {
        let connect = |_| TcpStream::connect(&running.host).unwrap();
        let mut connections: Vec<TcpStream> = (0..6).map(connect).collect();
        for stream in &mut connections {
            stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
            write!(stream, "GET / HTTP/1.1\r\nHost: {}\r\n\r\n", running.host).unwrap();
        }
        for stream in &mut connections {
            let mut start = [0; 12];
            stream.read_exact(&mut start).expect("each is answered");
            assert_eq!(&start, b"HTTP/1.1 200");
        }
    }
}

#[test]
fn a_page_knows_of_which_version_it_is() {
    let folder = folder();
    let running = Running::start(&folder, "serve", &[]);
    let script = |version: u32| format!("src=\"/_whosaid/reload.js?version={version}\"");
    assert!(running.page("").contains(&script(1)));
    assert!(running.page("_whosaid/reload.js?version=1").contains("location.reload()"));
    folder.write("dossier/harbour.md", ARTICLE.replace("We go", "We stay"));
    assert!(running.page("_whosaid/news?after=1").contains("\"version\":2"));
    assert!(running.page("").contains(&script(2)));
}

#[test]
fn articles_at_fault_are_left_out_where_that_is_asked_for() {
    let folder = folder();
    folder.write("dossier/broken.md", "---\ntitle: Broken\n");
    for command in ["serve", "review"] {
        let whole = Running::start(&folder, command, &[]);
        assert!(whole.page("").contains("There is no site yet"));
        let rest = Running::start(&folder, command, &["--skip-faulty"]);
        assert!(rest.page("articles/harbour.html").contains("We go"));
        assert!(rest.page("articles/broken.html").starts_with("HTTP/1.0 404"));
        let printed = rest.end();
        let expected = "dossier/broken.md:1: warning: the front matter that begins here has no end";
        assert!(printed.contains(expected), "{printed}");
    }
}

#[test]
fn no_page_of_the_web_can_frame_what_writes() {
    let folder = folder();
    let review = Running::start(&folder, "review", &[]);
    let refuses = |answer: &str| answer.to_lowercase().contains("frame-ancestors 'none'");
    assert!(refuses(&review.page("_whosaid/review")));
    assert!(refuses(&review.ask("POST", "_whosaid/review/say", "at=x&say=right")));
    assert!(!refuses(&review.page("index.html")), "the site itself may be framed");
}

#[test]
fn an_answer_on_words_that_have_changed_is_refused() {
    let folder = folder();
    let review = Running::start(&folder, "review", &[]);
    let page = review.page("_whosaid/review");
    assert!(page.contains("<mark>We go</mark>"), "{page}");
    folder.write("dossier/harbour.md", ARTICLE.replace("We go", "We stay"));
    let refused = review.say(&page, "right");
    assert!(notice(&refused).starts_with("The article has changed meanwhile"));
    assert!(refused.contains("<mark>We stay</mark>"), "{refused}");
    check_settings(&folder, SETTINGS);
    // The fresh question can be answered.
    review.say(&refused, "right");
    check_settings(&folder, &format!("{SETTINGS}{}", ANSWERED.replace("We go", "We stay")));
}

#[test]
fn an_answer_is_about_the_words_where_they_are_now() {
    let folder = folder();
    let review = Running::start(&folder, "review", &[]);
    let page = review.page("_whosaid/review");
    folder.write("dossier/harbour.md", ARTICLE.replace("They met.", "They met. Then we saw them."));
    review.say(&page, "right");
    check_settings(&folder, &format!("{SETTINGS}{ANSWERED}"));
}

#[test]
fn an_answer_is_not_taken_for_the_same_words_elsewhere() {
    let folder = folder();
    let review = Running::start(&folder, "review", &[]);
    let page = review.page("_whosaid/review");
    // Further up the same words are put in, and take the number of those that were asked about.
    let above = "“We go,” said somebody at the gate.\n\nThey met.";
    folder.write("dossier/harbour.md", ARTICLE.replace("They met.", above));
    let refused = review.say(&page, "right");
    assert!(notice(&refused).starts_with("The article has changed meanwhile"));
    check_settings(&folder, SETTINGS);
}

#[test]
fn nothing_is_written_while_the_article_is_at_fault() {
    let folder = folder();
    let review = Running::start(&folder, "review", &[]);
    let page = review.page("_whosaid/review");
    folder.write("dossier/harbour.md", "---\ntitle: Harbour\n");
    let refused = review.say(&page, "right");
    assert!(notice(&refused).contains("and the dossier is at fault since"), "{refused}");
    check_settings(&folder, SETTINGS);
}

#[test]
fn what_somebody_else_has_answered_is_not_replaced() {
    let folder = folder();
    let review = Running::start(&folder, "review", &[]);
    let page = review.page("_whosaid/review");
    let theirs = format!("{SETTINGS}{}", ANSWERED.replace("Ada Voss", "Ben Roe"));
    folder.write("dossier/dossier.toml", &theirs);
    let refused = review.say(&page, "right");
    assert!(notice(&refused).contains("else has answered"), "{refused}");
    assert!(refused.contains("Nothing is left to do"), "{refused}");
    check_settings(&folder, &theirs);
}

/// A form that is sent twice answers one objection, and each answer can be undone, be it that nothing was written.
#[test]
fn an_answer_names_its_objection_and_is_undone_alone() {
    let folder = folder();
    let second = ANSWERED.replace("Ada Voss", "Cem Lind");
    folder.write("sent.toml", format!("{}\n{second}", ANSWERED.replace("Ada Voss", "Ben Roe")));
    let review = Running::start(&folder, "review", &["--objections", "sent.toml"]);
    let say = |form: &str| review.ask("POST", "_whosaid/review/say", form);
    let asked = || review.page("_whosaid/review");
    assert!(asked().contains("Ben Roe"));
    say("objection=0&say=reject");
    say("objection=0&say=accept");
    check_settings(&folder, SETTINGS);
    assert!(asked().contains("name=\"objection\" value=\"1\""), "{}", asked());
    say("at=&say=undo");
    assert!(asked().contains("name=\"objection\" value=\"0\""), "{}", asked());
    say("objection=0&say=accept");
    say("objection=1&say=reject");
    say("at=&say=undo");
    assert!(asked().contains("name=\"objection\" value=\"1\""), "{}", asked());
    say("at=&say=undo");
    check_settings(&folder, SETTINGS);
}

/// As by a key that is pressed twice.
#[test]
fn an_answer_that_is_sent_twice_is_undone_at_once() {
    let folder = folder();
    let review = Running::start(&folder, "review", &[]);
    let page = review.page("_whosaid/review");
    review.say(&page, "right");
    review.say(&page, "right");
    review.ask("POST", "_whosaid/review/say", "at=&say=undo");
    check_settings(&folder, SETTINGS);
}

#[test]
fn an_objection_on_words_that_have_changed_is_refused() {
    let folder = folder();
    folder.write("sent.toml", ANSWERED.replace("Ada Voss", "Ben Roe"));
    let review = Running::start(&folder, "review", &["--objections", "sent.toml"]);
    assert!(review.page("_whosaid/review").contains("Take it over"));
    folder.write("dossier/harbour.md", ARTICLE.replace("We go", "We stay"));
    let refused = review.ask("POST", "_whosaid/review/say", "objection=0&say=accept");
    assert!(notice(&refused).starts_with("The article has changed meanwhile"));
    assert!(!refused.contains("Take it over"), "{refused}");
    check_settings(&folder, SETTINGS);
}

#[test]
fn what_settles_other_words_too_is_not_asked_again() {
    for said in ["hide", "mention&name=Petra Voss"] {
        let folder = folder();
        let article = "# Harbour\n\n“We go,” said Ada Voss.\n\n“It is late,” said Ada Voss.\n\n“Nobody stays,” said Ben Roe.\n";
        folder.write("dossier/harbour.md", article);
        let review = Running::start(&folder, "review", &[]);
        let page = review.page("_whosaid/review");
        assert!(page.contains("<mark>We go</mark>"), "{page}");
        let answer = review.say(&page, said);
        let (_, next) = answer.split_once("location: /").expect("it leads on");
        let next = review.page(next.lines().next().unwrap());
        assert!(next.contains("<mark>Nobody stays</mark>"), "{next}");
        let answer = review.say(&next, "right");
        let (_, next) = answer.split_once("location: /").expect("it leads on");
        let next = review.page(next.lines().next().unwrap());
        assert!(next.contains("Nothing is left to do"), "{next}");
    }
}

#[test]
fn an_objection_replaces_what_somebody_else_has_answered_only_where_that_was_shown() {
    let folder = folder();
    folder.write("sent.toml", ANSWERED.replace("Ada Voss", "Ben Roe"));
    let review = Running::start(&folder, "review", &["--objections", "sent.toml"]);
    let say = |form: &str| review.ask("POST", "_whosaid/review/say", form);
    assert!(!review.page("_whosaid/review").contains("says already"));
    let theirs = format!("{SETTINGS}{}", ANSWERED.replace("Ada Voss", "Cem Lind"));
    folder.write("dossier/dossier.toml", &theirs);
    let refused = say("objection=0&say=accept");
    assert!(notice(&refused).contains("else has answered"), "{refused}");
    assert!(refused.contains("dossier.toml says already: "), "{refused}");
    check_settings(&folder, &theirs);
    let (_, shown) = refused.split_once("name=\"instead\" value=\"").expect("it is shown");
    let shown = shown.split('"').next().unwrap();
    assert!(shown.contains("Cem Lind"), "{shown}");
    say(&format!("objection=0&say=accept&instead={shown}"));
    check_settings(&folder, &theirs.replace("Cem Lind", "Ben Roe"));
}

#[test]
fn a_name_is_not_told_apart_from_itself() {
    let folder = folder();
    let review = Running::start(&folder, "review", &[]);
    let page = review.page("_whosaid/review");
    for said in ["same&name=Ada Voss", "different&name=ADA VOSS"] {
        let refused = review.say(&page, said);
        assert_eq!(notice(&refused), "That is the same name.", "{said}");
    }
    check_settings(&folder, SETTINGS);
    review.say(&page, "same&name=ADA VOSS");
    let expected =
        format!("{SETTINGS}\n[[speaker]]\nname = \"ADA VOSS\"\naliases = [\"Ada Voss\"]\n");
    check_settings(&folder, &expected);
}

#[test]
fn a_file_of_objections_that_is_not_there_is_said_to_be() {
    let folder = Folder::new();
    folder.write("a.md", "Text.\n");
    let output = folder.run(&["review", ".", "--objections", "sent.toml"]);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(errors.starts_with("sent.toml: cannot be read: "), "{errors}");
    assert_eq!(output.status.code(), Some(1));
}
