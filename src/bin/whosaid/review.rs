//! `whosaid review`: a page on the publisher's own machine that goes through the attributions by doubt, and
//! writes what an editor says of them into `dossier.toml`.
//!
//! The page is the site itself in a frame, and beside it the words in question with what can be said of them,
//! as forms that work without a script; [`review.js`](SCRIPT) adds the keys.

mod file;
mod page;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use whosaid::diagnostics::Diagnostic;
use whosaid::quotation::Attributions;
use whosaid::review::{Case, Edit, cases};
use whosaid::source::Source;

use crate::live::Live;
use crate::server::{self, PageRequest};
use crate::{report, serve};
use file::{NotChanged, SettingsFile, Written};
use page::{PATH, SAY_PATH, SCRIPT_PATH, STYLES_PATH};

/// The script of the page.
const SCRIPT: &str = include_str!("review/review.js");

/// The styles of the page.
const STYLES: &str = include_str!("review/review.css");

/// Why an answer is not written, where its words are not among those that can be asked for.
const CHANGED: &str = "The article has changed meanwhile, or somebody else has answered, so nothing was \
                       written. This is what is asked now.";

/// The same where the article as it is now is not in the dossier.
const CHANGED_AND_AT_FAULT: &str = "The article has changed meanwhile, and the dossier is at fault since, so \
                                    nothing was written. Mend what is shown below the article, and answer again.";

/// Arguments of `whosaid review`.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    site: serve::Args,
    /// A file of objections that a reader saved from the notebook and sent; they come first.
    #[arg(long, value_name = "FILE")]
    objections: Vec<PathBuf>,
}

/// Serves the page until the program is ended.
pub fn run(args: &Args) -> ExitCode {
    let mut objections = Vec::new();
    for path in &args.objections {
        match read_objections(path) {
            Ok(mut edits) => objections.append(&mut edits),
            Err(what) => {
                let remedy = "take a file that the page's notebook saved";
                report::print_error(&Diagnostic::on(path, what, remedy));
                return ExitCode::FAILURE;
            }
        }
    }
    let started = serve::start(&args.site);
    let Some((live, listener)) = started else { return ExitCode::FAILURE };
    let url = listener.url();
    report::print(&format!("The review is at {url}{PATH}. Ctrl-C ends it.\n"));
    let review = Review {
        live,
        file: SettingsFile::of(&args.site.dossier),
        objections,
        log: Mutex::default(),
    };
    listener.run(move |asked| review.answer(asked))
}

fn read_objections(path: &Path) -> Result<Vec<Edit>, String> {
    let text = fs::read_to_string(path).map_err(|error| format!("cannot be read: {error}"))?;
    Edit::read_objections(&text).map_err(|error| error.to_string())
}

/// A review that is going on.
struct Review {
    live: Arc<Live>,
    file: SettingsFile,
    /// What readers say, in the order to look at.
    objections: Vec<Edit>,
    log: Mutex<Log>,
}

/// What was said so far.
#[derive(Default)]
struct Log {
    /// The [keys](Case::key) of the words of which something was said: until the site is pressed again it knows
    /// nothing of that.
    done: BTreeSet<String>,
    /// How many objections have been answered.
    n_answered: usize,
    /// What can be undone, the last one last.
    changes: Vec<Change>,
}

/// Something that was said, and what came of it.
struct Change {
    /// The file before and after it; `None` where nothing was written, as when an objection was left.
    written: Option<Written>,
    /// The keys of the words that it settled, first of those that it was about.
    keys: Vec<String>,
    /// The number of the objection that it answered.
    objection: Option<usize>,
    /// What was said, for the page.
    what: String,
}

impl Log {
    /// The text of the file that was written last.
    fn ours(&self) -> Option<&str> {
        let written = self.changes.iter().rev().find_map(|change| change.written.as_ref());
        written.map(|(_, after)| after.as_str())
    }
}

fn cases_of((source, attributions): &(Source, Attributions)) -> Vec<Case<'_>> {
    cases(&source.articles, attributions)
}

impl Review {
    fn answer(&self, asked: &PageRequest) -> Response {
        let page = match asked.path.as_str() {
            PATH => self.page(asked.field("at"), ""),
            SAY_PATH if asked.is_post => self.say(asked),
            SCRIPT_PATH => return server::file(SCRIPT_PATH, SCRIPT),
            STYLES_PATH => return server::file(STYLES_PATH, STYLES),
            _ => return self.live.answer(asked),
        };
        // A page of the web that framed this one could make an editor answer by a click that was meant for itself.
        ([(header::CONTENT_SECURITY_POLICY, "frame-ancestors 'none'")], page).into_response()
    }

    /// The page for the words of this key, or the first that are left; `notice` is said above it.
    fn page(&self, at: &str, notice: &str) -> Response {
        let Some(dossier) = self.live.dossier() else { return self.live.faults_page() };
        let log = self.log();
        let mut cases = cases_of(&dossier);
        cases.retain(|case| !log.done.contains(&case.key()));
        let place = cases.iter().position(|case| case.has_key(at));
        let is_lost = !at.is_empty() && place.is_none() && !log.done.contains(at);
        // What is asked in the place of words that are gone is of the same article where that is possible.
        let in_article = || cases.iter().position(|case| case.article.slug == slug_of(at));
        let place = place.or_else(|| in_article().filter(|_| is_lost));
        let notice = if is_lost && notice.is_empty() {
            "Those words are not there any more; this is the first of what is left."
        } else {
            notice
        };
        let objection = self.objections.get(log.n_answered).filter(|_| at.is_empty());
        let objection = objection.map(|edit| {
            let settings = self.file.read().ok().flatten();
            let known = settings.and_then(|toml| edit.answered_in(&toml));
            page::Objection { number: log.n_answered, edit, known }
        });
        let view = page::View {
            dossier: &dossier,
            cases: &cases,
            place: place.unwrap_or(0),
            objection,
            n_done: log.changes.len(),
            last: log.changes.last().map(|change| change.what.as_str()),
            notice,
        };
        server::file("review.html", page::draw(&view))
    }

    /// Does what was posted, and leads to the next words.
    fn say(&self, asked: &PageRequest) -> Response {
        let at = asked.field("at");
        let said = asked.field("say");
        if said == "undo" {
            return self.undo(at);
        }
        if matches!(said, "accept" | "reject") {
            return self.answer_objection(asked, said == "accept");
        }
        if !self.live.follow(slug_of(at)) {
            return self.page(at, CHANGED_AND_AT_FAULT);
        }
        let Some(dossier) = self.live.dossier() else { return self.live.faults_page() };
        let cases = cases_of(&dossier);
        let Some(place) = cases.iter().position(|case| case.has_key(at)) else {
            return self.page(at, CHANGED);
        };
        let case = &cases[place];
        let name = asked.field("name");
        let (edit, is_about_words) = match case.edit(said, name) {
            Ok(edit) => edit,
            Err(why) => return self.page(at, why),
        };
        let mut log = self.log();
        let written = match self.write(&log, &edit, "") {
            Ok(written) => written,
            Err(why) => {
                drop(log);
                return self.refuse(at, &why);
            }
        };
        let (before, after) = &written;
        // A form that was sent twice says nothing new that could be undone.
        if before.as_ref() != Some(after) || !log.done.contains(&case.key()) {
            let mut keys: Vec<String> = is_about_words.then(|| case.key()).into_iter().collect();
            let others = cases.iter().filter(|other| other.is_settled_by(&edit)).map(Case::key);
            keys.extend(others.filter(|other| !log.done.contains(other)));
            log.done.extend(keys.iter().cloned());
            let written = Some(written);
            log.changes.push(Change { written, keys, objection: None, what: edit.in_words() });
        }
        let next = cases[place..].iter().find(|case| !log.done.contains(&case.key()));
        elsewhere(&next.map_or_else(String::new, Case::key))
    }

    /// Answers the objection whose number was posted, where that is the one that is asked about: a form that was sent
    /// twice, or from another window, answers no other one.
    fn answer_objection(&self, asked: &PageRequest, is_accepted: bool) -> Response {
        let mut log = self.log();
        if asked.field("objection").parse() != Ok(log.n_answered) {
            return elsewhere("");
        }
        let Some(edit) = self.objections.get(log.n_answered) else { return elsewhere("") };
        let mut written = None;
        if is_accepted {
            let is_followed = edit.article().is_none_or(|slug| self.live.follow(slug));
            let dossier = self.live.dossier();
            let fits = dossier.is_some_and(|dossier| edit.fits(&dossier.0.articles));
            if !is_followed || !fits {
                drop(log);
                return self.page("", if is_followed { CHANGED } else { CHANGED_AND_AT_FAULT });
            }
            match self.write(&log, edit, asked.field("instead")) {
                Ok(change) => written = Some(change),
                Err(why) => {
                    drop(log);
                    return self.refuse("", &why);
                }
            }
        }
        let what = match is_accepted {
            true => edit.in_words(),
            false => format!("Left as it is: {}", edit.in_words()),
        };
        let objection = Some(log.n_answered);
        log.changes.push(Change { written, keys: Vec::new(), objection, what });
        log.n_answered += 1;
        elsewhere("")
    }

    /// Writes an edit, unless it would replace what somebody else has said and the page has not `shown`, in words: only
    /// what was said here may be replaced unseen.
    fn write(&self, log: &Log, edit: &Edit, shown: &str) -> Result<Written, NotChanged> {
        self.file.change(|toml| {
            let known = edit.answered_in(toml).filter(|known| known.in_words() != shown);
            if known.is_some() && log.ours() != Some(toml) {
                return Err(NotChanged::Answered);
            }
            Ok(edit.apply(toml)?)
        })
    }

    /// The page that says why nothing was written.
    fn refuse(&self, at: &str, why: &NotChanged) -> Response {
        if matches!(why, NotChanged::Answered) {
            self.live.press();
        }
        self.page(at, &why.to_string())
    }

    /// Takes back what was said last, if nobody has changed the file since.
    fn undo(&self, at: &str) -> Response {
        let mut log = self.log();
        let Some(change) = log.changes.last() else {
            drop(log);
            return self.page(at, "There is nothing to undo.");
        };
        if let Some((before, after)) = &change.written
            && let Err(why) = self.file.restore(after, before.as_deref())
        {
            drop(log);
            return self.refuse(at, &why);
        }
        let Some(Change { keys, objection, .. }) = log.changes.pop() else {
            return elsewhere(at);
        };
        log.done.retain(|key| !keys.contains(key));
        match (keys.first(), objection) {
            (Some(key), _) => elsewhere(key),
            (None, Some(number)) => {
                log.n_answered = number;
                elsewhere("")
            }
            (None, None) => elsewhere(at),
        }
    }

    fn log(&self) -> MutexGuard<'_, Log> {
        self.log.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The slug of the article in which the words of a [key](Case::key) stand.
fn slug_of(key: &str) -> &str {
    key.split('~').next().unwrap_or_default()
}

fn elsewhere(key: &str) -> Response {
    let at: String = form_urlencoded::byte_serialize(key.as_bytes()).collect();
    Redirect::to(&format!("/{PATH}?at={at}")).into_response()
}
