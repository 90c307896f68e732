//! What a scenario stands on: a browser of its own, and the site on a server of its own.

pub mod page;

use browser::{Browser, Driver, Engine, Server, must};
use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};
use tempfile::TempDir;

/// The stage of one scenario: a fresh browser, and the site that it looks at. Nothing of it is shared with
/// another one, so scenarios may run at the same time. Its parts end in the order of these fields.
pub struct Stage {
    pub browser: Browser,
    pub site: Server,
    pub dist: PathBuf,
    engine: Engine,
    /// Origins beside the site's that the scenario asks, because it started them.
    origins: Vec<String>,
    /// Where the scenario is, for the message when it fails.
    step: RefCell<String>,
    driver: Driver,
    /// A folder for what the scenario makes; it goes with the stage.
    folder: TempDir,
}

impl Stage {
    /// Starts a browser for the site in `dist`; one that can be seen if `is_headed`.
    ///
    /// # Errors
    /// When the browser does not start.
    pub fn set(engine: Engine, dist: &Path, is_headed: bool) -> Result<Stage, String> {
        let folder = TempDir::with_prefix_in("stage-", env!("CARGO_TARGET_TMPDIR"));
        let folder = folder.map_err(|error| format!("a folder for the stage: {error}"))?;
        let driver = Driver::start(engine, is_headed)?;
        let browser = Browser::start(&driver, &folder.path().join("profile"), false)?;
        let site = Server::folder(dist, "/");
        let (dist, step) = (dist.to_path_buf(), RefCell::default());
        let origins = Vec::new();
        Ok(Stage { browser, site, dist, engine, origins, step, driver, folder })
    }

    /// A path in the scenario's own folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Requests to this origin are no complaint.
    pub fn allow_origin(&mut self, origin: &str) {
        self.origins.push(format!("{origin}/"));
    }

    /// Notes where the scenario is, which is told when it fails.
    pub fn note_step(&self, step: impl Into<String>) {
        self.step.replace(step.into());
    }

    /// Where the scenario is, if it has said so.
    pub fn step(&self) -> Option<String> {
        Some(self.step.borrow().clone()).filter(|step| !step.is_empty())
    }

    /// Whether what the browser kept outlives it.
    pub fn keeps_profiles(&self) -> bool {
        self.engine.keeps_profiles()
    }

    /// Closes the browser and opens it again with all that it kept. Where no profile outlives the browser,
    /// it leaves all pages of the site instead.
    #[track_caller]
    pub fn restart_browser(&mut self) {
        if self.keeps_profiles() {
            self.browser.close();
            self.start_browser("profile", false);
        } else {
            self.browser.open("about:blank");
        }
    }

    /// Closes the browser and opens one in which no site may keep anything: no cookies, no storage of
    /// any kind.
    #[track_caller]
    pub fn refuse_storage(&mut self) {
        self.browser.close();
        self.start_browser("refusing", true);
    }

    #[track_caller]
    fn start_browser(&mut self, profile: &str, keeps_nothing: bool) {
        let profile = self.folder.path().join(profile);
        let browser = Browser::start(&self.driver, &profile, keeps_nothing);
        self.browser = must(&"a browser", browser);
    }

    /// Serves the site under `prefix` (begins and ends with `/`) from now on.
    pub fn move_site(&mut self, prefix: &str) {
        self.site = Server::folder(&self.dist, prefix);
    }

    /// The name of the reader's wasm in the site that was built. There is another, of the page that makes dossiers.
    #[track_caller]
    pub fn wasm(&self) -> String {
        let files = must(&self.dist.display(), fs::read_dir(&self.dist)).flatten();
        let mut names = files.map(|file| file.file_name().to_string_lossy().into_owned());
        let is_reader = |name: &String| name.starts_with("reader-") && name.ends_with("_bg.wasm");
        names.find(is_reader).expect("the site has a reader")
    }

    /// Serves these made-up pages in place of the site from now on.
    pub fn show_pages(&mut self, pages: &[(&str, &str)]) {
        self.site = Server::pages(pages);
    }

    /// Serves from now on the site of a dossier with these files (name, content) in place of the default
    /// one, on the same engine.
    #[track_caller]
    pub fn press(&mut self, files: &[(&str, &str)]) {
        self.site = Server::folder(&self.pressed("site", files, &[]), "/");
    }

    /// Serves from now on the default dossier, pressed with the address at which the site stands. In a frame
    /// without an origin, WebKit takes the files for the page's own by that alone.
    #[track_caller]
    pub fn press_with_address(&self) {
        let articles = Path::new(env!("CARGO_MANIFEST_DIR")).join("articles");
        let mut files = Vec::new();
        for entry in must(&articles.display(), fs::read_dir(&articles)).flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let mut text = must(&name, fs::read_to_string(entry.path()));
            if name == "dossier.toml" {
                text.insert_str(0, &format!("url = \"{}\"\n", self.site.url("")));
            }
            files.push((name, text));
        }
        let files: Vec<_> = files.iter().map(|(name, text)| (&**name, &**text)).collect();
        self.site.deploy(&self.pressed("addressed", &files, &[]));
    }

    /// The folder, of that name, of the site of a dossier with these files (name, content), pressed on
    /// the same engine with further options.
    #[track_caller]
    pub fn pressed(&self, name: &str, files: &[(&str, &str)], options: &[&str]) -> PathBuf {
        let folder = self.folder.path().join(name);
        let (dossier, site) = (folder.join("dossier"), folder.join("site"));
        must(&dossier.display(), fs::create_dir_all(&dossier));
        for (name, content) in files {
            must(name, fs::write(dossier.join(name), content));
        }
        let mut press = Command::new(env!("CARGO_BIN_EXE_whosaid"));
        let press = press.arg("press").arg(&dossier).arg("--engine").arg(&self.dist);
        let output = press.arg("--out").arg(&site).args(options).output();
        let output = must(&"whosaid press", output);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        site
    }

    /// Opens a page of the site and waits until the app is at work. `path` is relative to the site and
    /// may carry a query and a fragment.
    #[track_caller]
    pub fn open(&self, path: &str) {
        self.browser.open(&self.site.url(path));
        self.wait_until_ready();
    }

    /// Waits for `window.whosaid.ready`.
    #[track_caller]
    pub fn wait_until_ready(&self) {
        self.browser.wait_for_reader();
    }

    /// What went wrong behind the reader's back since this was last called: messages on the console,
    /// and requests to other origins than the site's. Every scenario must end without any.
    pub fn complaints(&self) -> Vec<String> {
        let (console, requests) = self.browser.console_and_requests();
        let origin = format!("{}/", self.site.origin());
        // When a reader goes back to a page that Firefox has kept in memory, it asks the host for an icon of that
        // name, whatever icon the page names.
        let asked_by_firefox = format!("{origin}favicon.ico ");
        let console = console.into_iter().filter(|message| !message.starts_with(&asked_by_firefox));
        let console = console.map(|message| format!("on the console: {message}"));
        // A browser opens on a page of its own.
        let is_ours = |url: &String| {
            [&*origin, "data:", "blob:", "chrome:", "about:"]
                .into_iter()
                .chain(self.origins.iter().map(String::as_str))
                .any(|ours| url.starts_with(ours))
        };
        let requests = requests.into_iter().filter(|url| !is_ours(url));
        console.chain(requests.map(|url| format!("request to another origin: {url}"))).collect()
    }

    /// Fails when axe finds a barrier in what the window shows; `view` names it in the message.
    ///
    /// The rules are those of WCAG 2.2 at level AA, and what axe calls best practice.
    #[track_caller]
    pub fn assert_accessible(&self, view: &str) {
        let barriers = self.barriers();
        assert!(barriers.is_empty(), "{view} has barriers:\n  {}", barriers.join("\n  "));
    }

    /// A line per rule that axe finds broken.
    #[track_caller]
    pub fn barriers(&self) -> Vec<String> {
        let file = axe();
        let source = must(&file.display(), fs::read_to_string(&file));
        let define = format!("(() => {{ if (!window.axe) {{ {source} }} return true; }})()");
        self.browser.eval(&define);
        let barriers = self.browser.eval(
            "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', \
                                           'best-practice'] })
                .then(found => found.violations.map(rule =>
                    `${rule.id}: ${rule.help}: ` + rule.nodes.map(node =>
                        node.target.join(' ') + ' (' + node.any.concat(node.all, node.none)
                            .map(check => check.message).join('; ') + ')').join(', ')))",
        );
        let barriers = barriers.as_array().expect("axe answers with a list").iter();
        barriers.map(|line| line.as_str().unwrap_or_default().to_string()).collect()
    }
}

/// The file that `AXE` names, or the one that `cargo xtask test` puts here.
fn axe() -> PathBuf {
    env::var_os("AXE").map_or_else(
        || {
            Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("target/tools/node_modules/axe-core/axe.min.js")
        },
        PathBuf::from,
    )
}
