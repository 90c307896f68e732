//! [`Live`]: the site of a folder, in memory, pressed anew whenever a file of the folder changes.

use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use notify::{RecursiveMode, Watcher};
use whosaid::compile::Compiled;
use whosaid::press::{Engine, InBlocks, NOT_FOUND, ONE_FILE, Offline, OnDemand, press};
use whosaid::quotation::Attributions;
use whosaid::source::{self, Faults, Faulty, Source};
use whosaid::wording::counted;

use crate::report::Progress;
use crate::server::{self, PageRequest};
use crate::{folder, report};

/// A program saves a file in several strokes; so long after the last one it is done.
const QUIET: Duration = Duration::from_millis(60);

/// How long that is waited for: another program may write into the folder all the time.
const LONGEST_WAIT: Duration = Duration::from_secs(2);

/// How long a page waits for news before it asks again.
const PATIENCE: Duration = Duration::from_secs(25);

/// The script by which a page loads itself anew, and its path.
const RELOAD: &str = include_str!("reload.js");
const RELOAD_PATH: &str = "_whosaid/reload.js";

/// The path at which a page asks for news.
const NEWS_PATH: &str = "_whosaid/news";

/// The site of a folder, as it is now.
pub struct Live {
    folder: PathBuf,
    /// Whether articles that are at fault are left out.
    faulty: Faulty,
    engine: Engine,
    now: Mutex<Now>,
    /// Held while the site is pressed, so that an older edition never takes the place of a newer one.
    pressing: Mutex<()>,
    /// Told whenever `now` is another.
    changed: Condvar,
}

#[derive(Default)]
struct Now {
    /// The last edition that could be pressed.
    site: Option<Arc<OnDemand>>,
    /// The one before: a page that was asked for just before it was pressed anew asks for its files.
    before: Option<Arc<OnDemand>>,
    /// What that was pressed from.
    dossier: Option<Arc<(Source, Attributions)>>,
    /// What is wrong with the folder since then; empty where nothing is.
    faults: String,
    /// Counts editions and faults.
    version: u64,
}

impl Live {
    /// Presses the site of `folder`, of which nothing is known yet.
    pub fn new(folder: &Path, faulty: Faulty, engine: Engine) -> Self {
        let live = Self {
            folder: folder.to_owned(),
            faulty,
            engine,
            now: Mutex::default(),
            pressing: Mutex::default(),
            changed: Condvar::new(),
        };
        live.press();
        live
    }

    /// What the site was pressed from; `None` where the folder never was sound.
    pub fn dossier(&self) -> Option<Arc<(Source, Attributions)>> {
        self.now().dossier.clone()
    }

    /// The title of the dossier; the folder's path where the folder never was sound.
    pub fn title(&self) -> String {
        match self.dossier() {
            Some(dossier) => dossier.0.masthead.title.clone(),
            None => self.folder.display().to_string(),
        }
    }

    /// Sees to it that the article of that slug is in the dossier as its file is now: where it has changed, the
    /// site is pressed anew, without waiting for the system to tell. `false` where the folder is at fault, so that
    /// the dossier has the article as it was before.
    pub fn follow(&self, slug: &str) -> bool {
        self.has_as_it_is(slug) || {
            self.press();
            self.has_as_it_is(slug)
        }
    }

    fn has_as_it_is(&self, slug: &str) -> bool {
        let Some(dossier) = self.dossier() else { return true };
        let (source, _) = &*dossier;
        let Some(place) = source.articles.iter().position(|article| article.slug == slug) else {
            return true;
        };
        let now = folder::read_article(&self.folder, &source.file_names[place]);
        now.is_some_and(|now| now.text == source.articles[place].text)
    }

    /// Presses the site anew, and says so on the terminal.
    pub fn press(&self) {
        let _pressing = self.pressing.lock().unwrap_or_else(PoisonError::into_inner);
        let start = Instant::now();
        let made = self.make();
        let mut now = self.now();
        now.version += 1;
        match made {
            Ok((site, source, attributions)) => {
                let articles = counted(source.articles.len(), "article", "articles");
                let seconds = start.elapsed().as_secs_f64();
                // Whoever edits need not be told again what has been told.
                if now.dossier.as_ref().is_none_or(|before| before.0.warnings != source.warnings) {
                    report::print_warnings(&source.warnings, report::FEW);
                }
                report::print(&format!("Pressed {articles} in {seconds:.1} s\n"));
                now.before = now.site.replace(Arc::new(site));
                now.dossier = Some(Arc::new((source, attributions)));
                now.faults.clear();
            }
            Err(faults) => {
                report::print_faults(&faults, report::FEW);
                report::print_way_out(&faults, &self.folder);
                let lines: Vec<String> = faults.errors.iter().map(ToString::to_string).collect();
                now.faults = lines.join("\n");
            }
        }
        self.changed.notify_all();
    }

    fn make(&self) -> Result<(OnDemand, Source, Attributions), Faults> {
        let mut progress = Progress::new();
        let source = folder::read_dossier(&self.folder, self.faulty, |n_read, n_files| {
            progress.at("Reading the articles", n_read, n_files);
        });
        drop(progress);
        let source = source?;
        let Compiled { pack, attributions } = report::compile(&source);
        let mut progress = Progress::new();
        progress.at("Writing the pages", 0, 1);
        // Nothing is kept for reading offline: an old edition would hide what has changed.
        let pressed = press(pack, &source.site, &self.engine, InBlocks::Never, Offline::NotKept)?;
        Ok((pressed.on_demand(), source, attributions))
    }

    /// Presses the site anew whenever a file changes, in a thread of its own.
    ///
    /// # Errors
    ///
    /// When the system does not tell of changes.
    pub fn watch(self: &Arc<Self>) -> notify::Result<()> {
        let (sender, receiver) = mpsc::channel();
        // Some systems name what has changed from here, others by its full path.
        let mut roots = vec![self.folder.clone()];
        roots.extend(std::fs::canonicalize(&self.folder));
        let mut watcher =
            notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
                // To read a file is no change.
                let is_change = |event: &notify::Event| {
                    let paths = &event.paths;
                    // Without a path, the system has lost track of what has changed.
                    let is_seen =
                        paths.is_empty() || paths.iter().any(|path| is_seen(&roots, path));
                    is_seen && !event.kind.is_access()
                };
                match event {
                    // Who does not listen any more has ended.
                    Ok(event) if is_change(&event) => drop(sender.send(())),
                    Ok(_) => {}
                    Err(error) => eprintln!("whosaid: some changes may not be seen: {error}"),
                }
            })?;
        watcher.watch(&self.folder, RecursiveMode::Recursive)?;
        let live = Arc::clone(self);
        thread::spawn(move || {
            let _watcher = watcher;
            while receiver.recv().is_ok() {
                let first = Instant::now();
                while first.elapsed() < LONGEST_WAIT && receiver.recv_timeout(QUIET).is_ok() {}
                live.press();
            }
        });
        Ok(())
    }

    /// What a host would answer, and what the pages ask beside it.
    pub fn answer(&self, asked: &PageRequest) -> Response {
        match asked.path.as_str() {
            RELOAD_PATH => return server::file(RELOAD_PATH, RELOAD),
            NEWS_PATH => return self.news(asked.field("after").parse().unwrap_or(0)),
            _ => {}
        }
        let (site, before, version) = {
            let now = self.now();
            (now.site.clone(), now.before.clone(), now.version)
        };
        let Some(site) = site else { return self.faults_page() };
        let path = match asked.path.as_str() {
            path if path.is_empty() || path.ends_with('/') => format!("{path}index.html"),
            path => path.to_owned(),
        };
        let is_page = path.ends_with(".html");
        let before = before.filter(|_| !is_page);
        let found = site.file(&path).or_else(|| before.as_ref()?.file(&path));
        match (found, site.file(NOT_FOUND)) {
            // The edition in one file allows no script but its own.
            (Some(page), _) if is_page && path != ONE_FILE => {
                server::file(&path, with_reload(&page, version))
            }
            (Some(bytes), _) => server::file(&path, bytes.into_owned()),
            (None, Some(page)) => {
                (StatusCode::NOT_FOUND, server::file(NOT_FOUND, page.into_owned())).into_response()
            }
            (None, None) => server::refusal(StatusCode::NOT_FOUND, "The site has no such page."),
        }
    }

    /// A page that says what is wrong, where nothing could be pressed yet.
    pub fn faults_page(&self) -> Response {
        let (faults, version) = {
            let now = self.now();
            (now.faults.clone(), now.version)
        };
        let page = maud::html! {
            (maud::DOCTYPE)
            html lang="en" {
                head {
                    meta charset="utf-8";
                    title { "Whosaid" }
                    script type="module" src=(reload_address(version)) {}
                }
                body {
                    h1 { "There is no site yet" }
                    pre { (faults) }
                    p { "This page loads itself anew when the folder has changed." }
                }
            }
        };
        server::file("a.html", page.into_string())
    }

    /// Waits until there is another version than `after`, and tells which, and what is wrong.
    fn news(&self, after: u64) -> Response {
        let is_old = |now: &mut Now| now.version == after;
        let waited = self.changed.wait_timeout_while(self.now(), PATIENCE, is_old);
        let (now, _) = waited.unwrap_or_else(PoisonError::into_inner);
        let news = serde_json::json!({ "version": now.version, "faults": now.faults });
        server::file("news.json", news.to_string())
    }

    fn now(&self) -> MutexGuard<'_, Now> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether a path below one of the folders `roots` is one of which a dossier may be made: no part of it is hidden.
fn is_seen(roots: &[PathBuf], path: &Path) -> bool {
    let Some(below) = roots.iter().find_map(|root| path.strip_prefix(root).ok()) else {
        return true;
    };
    !below.iter().any(|name| source::is_passed_over(&name.to_string_lossy()))
}

/// The address of the script by which a page loads itself anew when there is another version than this.
fn reload_address(version: u64) -> String {
    format!("/{RELOAD_PATH}?version={version}")
}

/// A page of a version with that script.
fn with_reload(page: &[u8], version: u64) -> Vec<u8> {
    let page = String::from_utf8_lossy(page);
    let address = reload_address(version);
    let script = format!("<script type=\"module\" src=\"{address}\"></script></head>");
    page.replacen("</head>", &script, 1).into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_files_are_no_change() {
        let roots = ["dossier", "/home/.ada/dossier"].map(PathBuf::from);
        let is_seen = |path: &str| is_seen(&roots, Path::new(path));
        assert!(is_seen("dossier/a.md") && is_seen("/home/.ada/dossier/news/a.md"));
        assert!(!is_seen("dossier/.dossier.toml.lock"));
        assert!(!is_seen("/home/.ada/dossier/.git/index"));
        // What a link leads to may lie anywhere.
        assert!(is_seen("/srv/.news/a.md"));
    }
}
