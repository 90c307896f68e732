//! [`Live`]: the site of a folder, in memory, pressed anew whenever a file of the folder changes.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use notify::{RecursiveMode, Watcher};
use whosaid::compile::Compiled;
use whosaid::diagnostics::Diagnostic;
use whosaid::press::{Engine, SiteOnDemand, press};
use whosaid::source::{Faults, Source};
use whosaid::wording::counted;

use crate::report::Progress;
use crate::server::{PageRequest, PageResponse};
use crate::{folder, report};

/// A program saves a file in several strokes; so long after the last one it is done.
const QUIET: Duration = Duration::from_millis(60);

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
    engine: Engine,
    /// Whether articles that are at fault are left out.
    skips_faulty: bool,
    now: Mutex<Now>,
    /// Told whenever `now` is another.
    changed: Condvar,
}

#[derive(Default)]
struct Now {
    /// The last edition that could be pressed.
    site: Option<Arc<SiteOnDemand>>,
    /// The one before: a page that was asked for just before it was pressed anew asks for files of it.
    before: Option<Arc<SiteOnDemand>>,
    /// What that was pressed from.
    dossier: Option<Arc<(Source, Compiled)>>,
    /// The warnings of that edition.
    warnings: BTreeSet<Diagnostic>,
    /// What is wrong with the folder since then; empty where nothing is.
    faults: String,
    /// Counts editions and faults.
    version: u64,
}

impl Live {
    /// Presses the site of `folder`, of which nothing is known yet; where `skips_faulty`, always without the articles
    /// that are at fault.
    pub fn new(folder: &Path, engine: Engine, skips_faulty: bool) -> Self {
        let live = Self {
            folder: folder.to_owned(),
            engine,
            skips_faulty,
            now: Mutex::default(),
            changed: Condvar::new(),
        };
        live.press();
        live
    }

    /// What the site was pressed from; `None` where the folder never was sound.
    pub fn dossier(&self) -> Option<Arc<(Source, Compiled)>> {
        self.now().dossier.clone()
    }

    /// The title of the dossier.
    pub fn title(&self) -> String {
        self.dossier().map_or_else(String::new, |dossier| dossier.0.masthead.title.clone())
    }

    /// Presses the site anew, and says on the terminal so, and of what it warns for the first time.
    pub fn press(&self) {
        let start = Instant::now();
        let made = self.make();
        let mut now = self.now();
        now.version += 1;
        match made {
            Ok((site, mut source, compiled)) => {
                let warnings = std::mem::take(&mut source.warnings);
                let is_new = |warning: &&Diagnostic| !now.warnings.contains(*warning);
                let new: Vec<_> = warnings.iter().filter(is_new).cloned().collect();
                report::print_warnings(&new, report::FEW);
                now.warnings = warnings.into_iter().collect();
                let articles = counted(source.articles.len(), "article", "articles");
                let seconds = start.elapsed().as_secs_f64();
                report::print(&format!("Pressed {articles} in {seconds:.1} s\n"));
                now.before = now.site.replace(Arc::new(site));
                now.dossier = Some(Arc::new((source, compiled)));
                now.faults.clear();
            }
            Err(faults) => {
                report::print_faults(&faults, report::FEW);
                let lines: Vec<String> = faults.errors.iter().map(ToString::to_string).collect();
                now.faults = lines.join("\n");
            }
        }
        self.changed.notify_all();
    }

    fn make(&self) -> Result<(SiteOnDemand, Source, Compiled), Faults> {
        let source = folder::read_dossier(&self.folder, self.skips_faulty)?;
        let compiled = report::compile(&source);
        let mut progress = Progress::new();
        progress.at("Making the site", 0, 1);
        // Nothing is kept for reading offline: an old edition would hide what has changed.
        let pressed = press(&compiled, &source.site, &self.engine, false)
            .map_err(|error| Faults { errors: vec![error], warnings: Vec::new() })?;
        // An edit changes one page or a few, of which one is looked at.
        Ok((pressed.on_demand(), source, compiled))
    }

    /// Presses the site anew whenever a file changes, in a thread of its own.
    ///
    /// # Errors
    ///
    /// When the system does not tell of changes.
    pub fn watch(self: &Arc<Self>) -> notify::Result<()> {
        let (sender, receiver) = mpsc::channel();
        let mut watcher =
            notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
                // To read a file is no change.
                if event.is_ok_and(|event| !event.kind.is_access()) {
                    let _ = sender.send(());
                }
            })?;
        watcher.watch(&self.folder, RecursiveMode::Recursive)?;
        let live = Arc::clone(self);
        thread::spawn(move || {
            let _watcher = watcher;
            while receiver.recv().is_ok() {
                while receiver.recv_timeout(QUIET).is_ok() {}
                live.press();
            }
        });
        Ok(())
    }

    /// What a host would answer, and what the pages ask beside it.
    pub fn answer(&self, asked: &PageRequest) -> PageResponse {
        match asked.path.as_str() {
            RELOAD_PATH => return PageResponse::file(RELOAD_PATH, RELOAD),
            NEWS_PATH => return self.news(asked.field("after").parse().unwrap_or(0)),
            _ => {}
        }
        let (site, before) = {
            let now = self.now();
            (now.site.clone(), now.before.clone())
        };
        let Some(site) = site else { return self.faults_page() };
        let path = match asked.path.as_str() {
            path if path.is_empty() || path.ends_with('/') => format!("{path}index.html"),
            path => path.to_owned(),
        };
        let is_page = path.ends_with(".html");
        let of_before = || before.as_ref().filter(|_| !is_page)?.file(&path);
        let found = site.file(&path).or_else(of_before).map(Cow::into_owned);
        match (found, site.file("404.html")) {
            // The edition in one file allows no script but its own.
            (Some(page), _) if is_page && path != "dossier.html" => {
                PageResponse::file(&path, with_reload(&page))
            }
            (Some(bytes), _) => PageResponse::file(&path, bytes),
            (None, Some(page)) => PageResponse::file("404.html", page).missing(),
            (None, None) => PageResponse::refusal(404, "The site has no such page."),
        }
    }

    /// A page that says what is wrong, where nothing could be pressed yet.
    pub fn faults_page(&self) -> PageResponse {
        let faults = self.now().faults.clone();
        let page = maud::html! {
            (maud::DOCTYPE)
            html lang="en" {
                head {
                    meta charset="utf-8";
                    title { "Whosaid" }
                    script type="module" src={ "/" (RELOAD_PATH) } {}
                }
                body {
                    h1 { "There is no site yet" }
                    pre { (faults) }
                    p { "This page loads itself anew when the folder has changed." }
                }
            }
        };
        PageResponse::file("a.html", page.into_string())
    }

    /// Waits until there is another version than `after`, and tells which, and what is wrong.
    fn news(&self, after: u64) -> PageResponse {
        let is_old = |now: &mut Now| now.version == after;
        let waited = self.changed.wait_timeout_while(self.now(), PATIENCE, is_old);
        let (now, _) = waited.unwrap_or_else(PoisonError::into_inner);
        let news = serde_json::json!({ "version": now.version, "faults": now.faults });
        PageResponse::file("news.json", news.to_string())
    }

    fn now(&self) -> MutexGuard<'_, Now> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A page with the script by which it loads itself anew.
fn with_reload(page: &[u8]) -> Vec<u8> {
    let page = String::from_utf8_lossy(page);
    let script = format!("<script type=\"module\" src=\"/{RELOAD_PATH}\"></script></head>");
    page.replacen("</head>", &script, 1).into_bytes()
}

#[cfg(test)]
pub mod tests {
    use std::fs;

    use super::*;

    /// The shell of a page as Trunk leaves it, as far as it matters.
    const PAGE: &str = "<html lang=\"en\"><head><title>Whosaid</title><link rel=\"icon\" href=\"./icon.svg\">\
        <script type=\"module\">\nimport init, * as bindings from './reader-1f.js';\n\
        init({ module_or_path: './reader-1f_bg.wasm' });\n</script></head>\
        <body><div id=\"reader\"></div><footer id=\"site-foot\"></footer></body></html>";

    /// A folder with an article `a.md` of this text, and its site on a made-up engine.
    pub fn live(text: &str, skips_faulty: bool) -> (tempfile::TempDir, Live) {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.md"), text).unwrap();
        let files: [(&str, &[u8]); 5] = [
            ("index.html", PAGE.as_bytes()),
            ("reader-1f.js", b"function i(){}export{i as default};"),
            ("reader-1f_bg.wasm", b"\0asm\x01\0\0\0"),
            ("worker.js", b"work();"),
            ("icon.svg", b"<svg/>"),
        ];
        let files = files.map(|(name, bytes)| (name.to_owned(), bytes.to_vec()));
        let engine = Engine::new(Path::new("engine"), files.into()).unwrap();
        let live = Live::new(folder.path(), engine, skips_faulty);
        (folder, live)
    }

    fn page(live: &Live, path: &str) -> String {
        let fields = Vec::new();
        live.answer(&PageRequest { is_post: false, path: path.to_owned(), fields }).text()
    }

    #[test]
    fn an_edit_is_on_its_page_after_the_next_press_and_a_fault_leaves_the_page() {
        let (folder, live) = live("It is calm.", false);
        assert!(page(&live, "articles/a.html").contains("It is calm."));
        fs::write(folder.path().join("a.md"), "It is not.").unwrap();
        live.press();
        let after = page(&live, "articles/a.html");
        assert!(after.contains("It is not.") && after.contains(RELOAD_PATH), "{after}");
        fs::write(folder.path().join("a.md"), b"\0\xff").unwrap();
        live.press();
        assert!(page(&live, "articles/a.html").contains("It is not."));
        assert!(page(&live, NEWS_PATH).contains("a.md:1: the file is not text"));
    }

    #[test]
    fn what_is_at_fault_is_left_out_where_that_is_asked_for() {
        let (folder, live) = live("It is calm.", true);
        fs::write(folder.path().join("b.md"), b"\0\xff").unwrap();
        fs::write(folder.path().join("c.md"), "It is new.").unwrap();
        live.press();
        assert!(page(&live, "articles/c.html").contains("It is new."));
        assert!(page(&live, NEWS_PATH).contains("\"faults\":\"\""));
    }
}
