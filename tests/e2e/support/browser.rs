//! What a reader does with a browser, and what a tester sees in it.
//!
//! Every method panics when the browser refuses: a scenario that cannot take its step has failed.

use super::must;
use super::webdriver::Session;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

/// How long the page has to come to a state that is waited for.
const PATIENCE: Duration = Duration::from_secs(15);

pub struct Browser {
    session: Session,
}

/// A tab of a browser.
pub struct Tab(Value);

impl Browser {
    pub fn new(session: Session) -> Browser {
        Browser { session }
    }

    /// Closes the browser; nothing can be asked of it any more.
    pub fn close(&self) {
        self.session.close();
    }

    #[track_caller]
    fn post(&self, path: &str, body: &Value) -> Value {
        must(&path, self.session.post(path, body))
    }

    /// A command of the DevTools protocol: <https://chromedevtools.github.io/devtools-protocol/>.
    #[track_caller]
    pub fn devtools(&self, command: &str, params: &Value) -> Value {
        let body = json!({ "cmd": command, "params": params });
        must(&command, self.session.post("/goog/cdp/execute", &body))
    }

    // ── going places ──

    /// Opens an address and waits until everything in it is loaded.
    #[track_caller]
    pub fn open(&self, url: &str) {
        self.post("/url", &json!({ "url": url }));
    }

    /// Whether anything answers at an address, be it the server or what the browser has kept.
    pub fn can_open(&self, url: &str) -> bool {
        self.session.post("/url", &json!({ "url": url })).is_ok()
    }

    #[track_caller]
    pub fn back(&self) {
        self.post("/back", &json!({}));
    }

    #[track_caller]
    pub fn url(&self) -> String {
        let url = self.session.get("/url").expect("a page is open");
        url.as_str().unwrap_or_default().to_string()
    }

    /// Looks from now on at the `n`th frame of the page, from 0, until another page is opened.
    #[track_caller]
    pub fn enter_frame(&self, n: u32) {
        self.post("/frame", &json!({ "id": n }));
    }

    /// Looks from now on at the frame that a JavaScript expression gives.
    #[track_caller]
    pub fn enter(&self, frame: &str) {
        let element = self.eval(frame);
        self.post("/frame", &json!({ "id": element }));
    }

    /// Looks again at the page that is not in a frame.
    #[track_caller]
    pub fn leave_frames(&self) {
        self.post("/frame", &json!({ "id": null }));
    }

    /// Opens another tab and looks at it from now on; gives the way back to the tab before.
    #[track_caller]
    pub fn open_tab(&self) -> Tab {
        let before = must(&"window", self.session.get("/window"));
        let tab = self.post("/window/new", &json!({ "type": "tab" }));
        self.post("/window", &json!({ "handle": tab["handle"] }));
        Tab(before)
    }

    /// Looks at a tab from now on; gives the way back to the tab before.
    #[track_caller]
    pub fn enter_tab(&self, tab: &Tab) -> Tab {
        let before = must(&"window", self.session.get("/window"));
        self.post("/window", &json!({ "handle": tab.0 }));
        Tab(before)
    }

    // ── what a reader does ──

    /// Clicks the middle of the first element that `css` selects, as a mouse would.
    #[track_caller]
    pub fn click(&self, css: &str) {
        let query = json!({ "using": "css selector", "value": css });
        let element = must(&css, self.session.post("/element", &query));
        let id = element.as_object().and_then(|o| o.values().next()).and_then(Value::as_str);
        let path = format!("/element/{}/click", id.expect("an element has an id"));
        must(&css, self.session.post(&path, &json!({})));
    }

    /// Presses one key after the other: `Tab`, `Enter`, `Escape`, `Space`, `Backspace`, `Home`, `End`,
    /// `ArrowDown` and its like, or a character; with `Shift+`, `Control+` or `Alt+` before it.
    #[track_caller]
    pub fn press(&self, keys: &[&str]) {
        self.act(&keys.iter().flat_map(|key| key_actions(key)).collect::<Vec<_>>());
    }

    /// Types a text where the focus is.
    #[track_caller]
    pub fn write(&self, text: &str) {
        let key = |c: char| {
            let value = c.to_string();
            [
                json!({ "type": "keyDown", "value": value }),
                json!({ "type": "keyUp", "value": value }),
            ]
        };
        self.act(&text.chars().flat_map(key).collect::<Vec<_>>());
    }

    #[track_caller]
    fn act(&self, actions: &[Value]) {
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": actions });
        self.post("/actions", &json!({ "actions": [keyboard] }));
    }

    // ── what the machine is like ──

    /// The size of the page's window in CSS pixels; below 600 it is a phone's.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        let metrics = json!({
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600,
        });
        self.devtools("Emulation.setDeviceMetricsOverride", &metrics);
    }

    /// Sets these media features, as `("prefers-color-scheme", "dark")`, and no others.
    #[track_caller]
    pub fn media(&self, features: &[(&str, &str)]) {
        let features: Vec<Value> =
            features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.devtools("Emulation.setEmulatedMedia", &json!({ "features": features }));
    }

    /// Whether pages opened from now on may run their scripts.
    #[track_caller]
    pub fn allow_scripts(&self, allowed: bool) {
        self.devtools("Emulation.setScriptExecutionDisabled", &json!({ "value": !allowed }));
    }

    // ── what a tester sees ──

    /// The value of a JavaScript expression; a promise is waited for.
    ///
    /// The page's Content-Security-Policy has no say in it.
    #[track_caller]
    pub fn eval(&self, expression: &str) -> Value {
        self.eval_with(expression, &[])
    }

    /// The same, with `args` under the name `args`.
    #[track_caller]
    pub fn eval_with(&self, expression: &str, args: &[Value]) -> Value {
        must(&expression, self.try_eval(expression, args))
    }

    fn try_eval(&self, expression: &str, args: &[Value]) -> Result<Value, String> {
        let script = format!("const args = arguments; return ({expression});");
        self.session.post("/execute/sync", &json!({ "script": script, "args": args }))
    }

    /// Waits until a JavaScript expression, or what it promises, is true.
    #[track_caller]
    pub fn wait_for(&self, condition: &str) {
        let start = Instant::now();
        loop {
            // While a page makes way for the next one, a script may fail.
            let answer = self.try_eval(&format!("(async () => !!(await ({condition})))()"), &[]);
            if answer == Ok(Value::Bool(true)) {
                return;
            }
            assert!(start.elapsed() < PATIENCE, "never came true: {condition} ({answer:?})");
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// The text of the first element that `css` selects, as painted.
    #[track_caller]
    pub fn text(&self, css: &str) -> String {
        let text = self.eval_with("document.querySelector(args[0])?.innerText", &[css.into()]);
        must(&css, text.as_str().ok_or("there is no such element")).trim().to_string()
    }

    /// How many elements `css` selects.
    #[track_caller]
    pub fn count(&self, css: &str) -> u64 {
        let count = self.eval_with("document.querySelectorAll(args[0]).length", &[css.into()]);
        count.as_u64().unwrap_or_default()
    }

    /// Writes a picture of what the window shows, as PNG.
    ///
    /// # Errors
    /// The driver's or the file system's.
    pub fn screenshot(&self, file: &Path) -> Result<(), String> {
        let text = self.session.get("/screenshot")?;
        let bytes = STANDARD.decode(text.as_str().unwrap_or_default());
        let bytes = bytes.map_err(|error| error.to_string())?;
        let written = std::fs::write(file, bytes);
        written.map_err(|error| format!("{}: {error}", file.display()))
    }

    /// Warnings and errors on the console since this was last called, uncaught errors included.
    pub fn console(&self) -> Vec<String> {
        let entries = self.log("browser");
        let is_bad = |entry: &&Value| matches!(entry["level"].as_str(), Some("WARNING" | "SEVERE"));
        let message = |entry: &Value| entry["message"].as_str().unwrap_or_default().to_string();
        entries.iter().filter(is_bad).map(message).collect()
    }

    /// The addresses that the page asked for since this was last called, in order.
    pub fn requests(&self) -> Vec<String> {
        let address = |entry: &Value| {
            let event: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
            let event = &event["message"];
            let params = &event["params"];
            let url = match event["method"].as_str()? {
                "Network.requestWillBeSent" => &params["request"]["url"],
                "Network.webSocketCreated" => &params["url"],
                _ => return None,
            };
            url.as_str().map(ToString::to_string)
        };
        self.log("performance").iter().filter_map(address).collect()
    }

    fn log(&self, kind: &str) -> Vec<Value> {
        let log = self.session.post("/se/log", &json!({ "type": kind }));
        log.expect("the driver keeps a log").as_array().cloned().unwrap_or_default()
    }
}

/// The actions that press and release one key together with its modifiers. The code points are those of
/// <https://www.w3.org/TR/webdriver2/#keyboard-actions>.
fn key_actions(key: &str) -> Vec<Value> {
    let mut names: Vec<&str> = key.split('+').collect();
    if key == "+" {
        names = vec!["+"];
    }
    let code = |name: &&str| match *name {
        "Backspace" => "\u{e003}".to_string(),
        "Tab" => "\u{e004}".to_string(),
        "Enter" => "\u{e007}".to_string(),
        "Shift" => "\u{e008}".to_string(),
        "Control" => "\u{e009}".to_string(),
        "Alt" => "\u{e00a}".to_string(),
        "Escape" => "\u{e00c}".to_string(),
        "Space" => " ".to_string(),
        "End" => "\u{e010}".to_string(),
        "Home" => "\u{e011}".to_string(),
        "ArrowLeft" => "\u{e012}".to_string(),
        "ArrowUp" => "\u{e013}".to_string(),
        "ArrowRight" => "\u{e014}".to_string(),
        "ArrowDown" => "\u{e015}".to_string(),
        character => {
            assert_eq!(character.chars().count(), 1, "there is no key called {character}");
            character.to_string()
        }
    };
    let codes: Vec<String> = names.iter().map(code).collect();
    let down = codes.iter().map(|code| json!({ "type": "keyDown", "value": code }));
    let up = codes.iter().rev().map(|code| json!({ "type": "keyUp", "value": code }));
    down.chain(up).collect()
}
