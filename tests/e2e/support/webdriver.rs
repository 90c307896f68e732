//! A small blocking client of chromedriver: <https://www.w3.org/TR/webdriver2/>.

use serde_json::{Value, json};
use std::env;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

/// A running chromedriver; it ends when this is dropped.
pub struct Driver {
    process: Child,
    url: String,
    agent: ureq::Agent,
}

impl Driver {
    /// Starts the program that `CHROMEDRIVER` names, or `chromedriver`, on a port of its choice.
    ///
    /// # Errors
    /// Says what is missing.
    pub fn start() -> Result<Driver, String> {
        let program = env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".into());
        let mut process = Command::new(&program)
            .args(["--port=0", "--log-level=WARNING"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("{program}: {error}; `cargo xtask test` installs it"))?;
        let mut lines = BufReader::new(process.stdout.take().expect("it is piped")).lines();
        // "ChromeDriver was started successfully on port 42017."
        let port = lines.by_ref().map_while(Result::ok).find_map(|line| {
            let port = line.rsplit_once("successfully on port ")?.1.trim_end_matches('.');
            port.parse::<u16>().ok()
        });
        // A pipe that nobody empties would stop the driver in the end.
        thread::spawn(move || lines.for_each(drop));
        let timeout = Some(Duration::from_secs(60));
        let agent =
            ureq::Agent::config_builder().http_status_as_error(false).timeout_global(timeout);
        let mut driver = Driver { process, url: String::new(), agent: agent.build().into() };
        let port = port.ok_or_else(|| format!("{program} did not say on which port it listens"))?;
        driver.url = format!("http://127.0.0.1:{port}");
        Ok(driver)
    }

    /// Opens a browser whose profile is the folder `profile`; what it kept there before it still has.
    /// `preferences` are Chromium's.
    ///
    /// # Errors
    /// When it does not start.
    pub fn session(
        &self,
        is_headed: bool,
        profile: &Path,
        preferences: &Value,
    ) -> Result<Session, String> {
        let profile = format!("--user-data-dir={}", profile.display());
        let mut args = vec![
            &*profile,
            // Root, as whom containers run, may not use the sandbox; they often have little shared
            // memory, too.
            "--no-sandbox",
            "--disable-dev-shm-usage",
            "--disable-gpu",
            // The browser's own business is not what is tested.
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--lang=en-US",
            "--window-size=1280,900",
        ];
        if !is_headed {
            args.push("--headless=new");
        }
        let mut options = json!({ "args": args, "prefs": preferences });
        if let Ok(browser) = env::var("CHROMIUM") {
            options["binary"] = browser.into();
        }
        let capabilities = json!({
            "browserName": "chrome",
            "goog:chromeOptions": options,
            "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
            "timeouts": { "script": 30_000, "pageLoad": 30_000 },
        });
        let mut session = Session { url: self.url.clone(), agent: self.agent.clone() };
        let body = json!({ "capabilities": { "alwaysMatch": capabilities } });
        let answer = session.post("/session", &body)?;
        let id = answer["sessionId"].as_str().ok_or("the driver named no session")?;
        session.url = format!("{}/session/{id}", self.url);
        Ok(session)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// One browser; it closes when this is dropped.
pub struct Session {
    url: String,
    agent: ureq::Agent,
}

impl Session {
    /// Sends a command; `path` is relative to the session.
    ///
    /// # Errors
    /// The driver's error and its message.
    pub fn post(&self, path: &str, body: &Value) -> Result<Value, String> {
        answer(self.agent.post(format!("{}{path}", self.url)).send_json(body))
    }

    /// Asks for something.
    ///
    /// # Errors
    /// The driver's error and its message.
    pub fn get(&self, path: &str) -> Result<Value, String> {
        answer(self.agent.get(format!("{}{path}", self.url)).call())
    }
}

impl Session {
    /// Closes the browser, and returns once it has.
    pub fn close(&self) {
        let _ = self.agent.delete(&self.url).call();
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.close();
    }
}

fn answer(
    response: Result<ureq::http::Response<ureq::Body>, ureq::Error>,
) -> Result<Value, String> {
    let mut response = response.map_err(|error| error.to_string())?;
    // A screenshot is larger than the 10 MB that ureq reads unless told otherwise.
    let body = response.body_mut().with_config().limit(200 << 20).read_json::<Value>();
    let mut value = body.map_err(|error| error.to_string())?["value"].take();
    match value["error"].as_str() {
        Some(error) => {
            let message = value["message"].as_str().unwrap_or_default();
            Err(format!("{error}: {}", message.lines().next().unwrap_or_default()))
        }
        None => Ok(value.take()),
    }
}
