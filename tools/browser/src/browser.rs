//! What a reader does with a browser, and what a tester sees in it.
//!
//! Every method panics when the browser refuses: a scenario that cannot take its step has failed. What an
//! engine has no way to do at all, the table of contents says of the scenarios that need it.

use crate::bidi::Bidi;
use crate::engine::Engine::{self, Chromium, Firefox, WebKit};
use crate::must;
use crate::webdriver::{Driver, Session};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use std::cell::RefCell;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

/// How long the page has to come to a state that is waited for, and how often it is asked at least: on a busy
/// machine each answer takes as long as everything else.
const PATIENCE: Duration = Duration::from_secs(15);
const MIN_ANSWERS: u32 = 200;

/// One browser, with one page before it; it closes when this is dropped.
pub struct Browser {
    engine: Engine,
    session: Session,
    /// By which Firefox tells what happens.
    bidi: Option<Bidi>,
    /// What was heard in pages that have been left since, where nobody else keeps a log.
    heard: RefCell<Heard>,
}

/// What a page notes by itself.
#[derive(Default)]
struct Heard {
    console: Vec<String>,
    requests: Vec<String>,
}

/// A tab of a browser.
pub struct Tab(Value);

impl Browser {
    /// Starts a browser whose profile is the folder `profile`; what it kept there before it still has, if it
    /// is one of those that do. If `keeps_nothing`, no site may keep anything in it.
    ///
    /// # Errors
    /// When it does not start, or does not report what happens in it.
    pub fn start(driver: &Driver, profile: &Path, keeps_nothing: bool) -> Result<Browser, String> {
        let engine = driver.engine;
        let session = driver.session(profile, keeps_nothing)?;
        let bidi = match (engine, &session.socket) {
            (Firefox, Some(url)) => Some(Bidi::connect(url, &FIREFOX_EVENTS)?),
            (Firefox, None) => return Err("Firefox has named no socket".to_string()),
            _ => None,
        };
        if engine == WebKit {
            // It has no option for the size at start.
            session.post("/window/rect", &json!({ "width": 1280, "height": 900 }))?;
        }
        Ok(Browser { engine, session, bidi, heard: RefCell::default() })
    }

    /// Closes the browser; nothing can be asked of it any more.
    pub fn close(&self) {
        self.session.close();
    }

    #[track_caller]
    fn post(&self, path: &str, body: &Value) -> Value {
        must(&path, self.session.post(path, body))
    }

    /// A command of the DevTools protocol, which Chromium alone speaks:
    /// <https://chromedevtools.github.io/devtools-protocol/>.
    #[track_caller]
    pub fn devtools(&self, command: &str, params: &Value) -> Value {
        let body = json!({ "cmd": command, "params": params });
        must(&command, self.session.post("/goog/cdp/execute", &body))
    }

    /// A command of WebDriver BiDi, which is asked of Firefox alone.
    #[track_caller]
    fn bidi(&self, command: &str, params: &Value) -> Value {
        let bidi = self.bidi.as_ref().ok_or("this browser is steered without");
        must(&command, must(&command, bidi).command(command, params))
    }

    /// The value of a JavaScript expression in Firefox's own window: what its settings and developer tools
    /// can do, this can.
    #[track_caller]
    fn in_firefox(&self, expression: &str) -> Value {
        self.post("/moz/context", &json!({ "context": "chrome" }));
        let value = self.try_eval(expression, &[]);
        self.post("/moz/context", &json!({ "context": "content" }));
        must(&expression, value)
    }

    #[track_caller]
    fn cannot(&self, what: &str) -> ! {
        panic!("{} cannot {what}; the table of contents should say so", self.engine.name())
    }

    // ── going places ──

    /// Opens an address and waits until everything in it is loaded.
    #[track_caller]
    pub fn open(&self, url: &str) {
        self.listen();
        self.post("/url", &json!({ "url": url }));
        self.listen();
    }

    /// Whether anything answers at an address, be it the server or what the browser has kept.
    pub fn can_open(&self, url: &str) -> bool {
        // WebKit's driver takes the page of an error for an answer; its address is another one.
        self.session.post("/url", &json!({ "url": url })).is_ok()
            && self.try_eval("location.href", &[]) == Ok(url.into())
    }

    /// Goes one step back in the history.
    #[track_caller]
    pub fn back(&self) {
        self.listen();
        self.post("/back", &json!({}));
    }

    /// The address of the page, outside all frames.
    #[track_caller]
    pub fn url(&self) -> String {
        let url = self.session.get("/url").expect("a page is open");
        url.as_str().unwrap_or_default().to_string()
    }

    /// Looks from now on at the `n`th frame of the page, from 0, until another page is opened.
    #[track_caller]
    pub fn enter_frame(&self, n: u32) {
        self.listen();
        self.post("/frame", &json!({ "id": n }));
        self.listen();
    }

    /// Looks from now on at the frame that a JavaScript expression gives.
    #[track_caller]
    pub fn enter(&self, frame: &str) {
        let element = self.eval(frame);
        self.listen();
        self.post("/frame", &json!({ "id": element }));
        self.listen();
    }

    /// Looks again at the page that is not in a frame.
    #[track_caller]
    pub fn leave_frames(&self) {
        self.listen();
        self.post("/frame", &json!({ "id": null }));
    }

    /// Opens another tab and looks at it from now on; gives the way back to the tab before.
    #[track_caller]
    pub fn open_tab(&self) -> Tab {
        let before = must(&"window", self.session.get("/window"));
        // WebKit does not draw a tab that is behind another one, and its driver brings none to the front.
        let kind = if self.engine == WebKit { "window" } else { "tab" };
        let tab = self.post("/window/new", &json!({ "type": kind }));
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
        if self.engine == WebKit {
            self.expect_click(&element);
        }
        must(&css, self.session.post(&path, &json!({})));
        if self.engine == WebKit {
            self.wait_for_click();
        }
    }

    /// Prepares for the driver of WebKit, which scrolls to some elements that are out of view and not to others,
    /// and which is done with a click before the page has it.
    #[track_caller]
    fn expect_click(&self, element: &Value) {
        self.eval_with(
            "(args[0].scrollIntoViewIfNeeded(),
              window.isClicked = false,
              addEventListener('mouseup', () => setTimeout(() => { window.isClicked = true; }),
                  { capture: true, once: true }),
              true)",
            std::slice::from_ref(element),
        );
    }

    /// Waits until the page has a click. A page that it has left knows of none, and an element that takes no
    /// mouse has none: neither is waited for.
    fn wait_for_click(&self) {
        for _ in 0..50 {
            if self.try_eval("window.isClicked === false", &[]) != Ok(Value::Bool(true)) {
                return;
            }
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// Presses one key after the other: `Tab`, `Enter`, `Escape`, `Space`, `Backspace`, `Home`, `End`,
    /// `ArrowDown` and its like, or a character; with `Shift+`, `Control+` or `Alt+` before it.
    #[track_caller]
    pub fn press(&self, keys: &[&str]) {
        self.act(&keys.iter().flat_map(|key| key_actions(key)).collect::<Vec<_>>());
    }

    /// Sends a form by the keyboard from a field with suggestions: by Enter, or where that is for the list of them, as in
    /// WebKit, by the button behind the field.
    #[track_caller]
    pub fn submit_by_keys(&self) {
        let keys: &[&str] = if self.engine == WebKit { &["Tab", "Enter"] } else { &["Enter"] };
        self.press(keys);
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

    /// What a reader would paste, tried in a field that this puts on the page for it.
    #[track_caller]
    pub fn pasted(&self) -> String {
        self.eval("(document.body.append(document.createElement('textarea')), true)");
        self.eval("(document.querySelector('body > textarea').focus(), true)");
        self.press(&["Control+v"]);
        let text = self.eval("document.querySelector('body > textarea').value");
        self.eval("(document.querySelector('body > textarea').remove(), true)");
        text.as_str().unwrap_or_default().to_string()
    }

    // ── what the machine is like ──

    /// The size of the page's window in CSS pixels; in Chromium, below 600 it is a phone's.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        match self.engine {
            Chromium => {
                let metrics = json!({
                    "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600,
                });
                self.devtools("Emulation.setDeviceMetricsOverride", &metrics);
            }
            Firefox => {
                let tab = must(&"window", self.session.get("/window"));
                let viewport = json!({ "width": width, "height": height });
                let params = json!({ "context": tab, "viewport": viewport });
                self.bidi("browsingContext.setViewport", &params);
            }
            WebKit => self.cannot("have a window of any size"),
        }
    }

    /// Sets these media features, as `("prefers-color-scheme", "dark")`, and no others.
    #[track_caller]
    pub fn media(&self, features: &[(&str, &str)]) {
        match self.engine {
            Chromium => {
                let feature =
                    |(name, value): &(&str, &str)| json!({ "name": name, "value": value });
                let features: Vec<Value> = features.iter().map(feature).collect();
                self.devtools("Emulation.setEmulatedMedia", &json!({ "features": features }));
            }
            Firefox => {
                let given = |name: &str| features.iter().find(|(n, _)| *n == name).map(|(_, v)| *v);
                // The numbers are those of `about:config`.
                let colours = match given("prefers-color-scheme") {
                    Some("dark") => 0,
                    Some("light") => 1,
                    _ => 2,
                };
                let forced = if given("forced-colors") == Some("active") { 2 } else { 0 };
                let still = i32::from(given("prefers-reduced-motion") == Some("reduce"));
                self.in_firefox(&format!(
                    "(Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', {colours}),
                      Services.prefs.setIntPref('browser.display.document_color_use', {forced}),
                      Services.prefs.setIntPref('ui.prefersReducedMotion', {still}), true)"
                ));
            }
            WebKit => self.cannot("emulate media"),
        }
    }

    /// Shows the page as it would be printed, by a reader who likes the dark.
    #[track_caller]
    pub fn show_print(&self) {
        match self.engine {
            Chromium => {
                let dark = json!({ "name": "prefers-color-scheme", "value": "dark" });
                let media = json!({ "media": "print", "features": [dark] });
                self.devtools("Emulation.setEmulatedMedia", &media);
            }
            Firefox => {
                self.media(&[("prefers-color-scheme", "dark")]);
                self.in_firefox(
                    "(gBrowser.selectedBrowser.browsingContext.mediumOverride = 'print')",
                );
            }
            WebKit => self.cannot("emulate print"),
        }
    }

    /// Whether pages opened from now on may run their scripts.
    #[track_caller]
    pub fn allow_scripts(&self, allowed: bool) {
        match self.engine {
            Chromium => {
                let value = json!({ "value": !allowed });
                self.devtools("Emulation.setScriptExecutionDisabled", &value);
            }
            Firefox => {
                self.in_firefox(&format!(
                    "(gBrowser.selectedBrowser.browsingContext.allowJavascript = {allowed}, true)"
                ));
            }
            WebKit => self.cannot("go without scripts"),
        }
    }

    /// Runs these statements in every page opened from now on, before the page's own.
    #[track_caller]
    pub fn run_first(&self, statements: &str) {
        match self.engine {
            Chromium => {
                let params = json!({ "source": statements });
                self.devtools("Page.addScriptToEvaluateOnNewDocument", &params);
            }
            Firefox => {
                let function = format!("() => {{ {statements} }}");
                let params = json!({ "functionDeclaration": function });
                self.bidi("script.addPreloadScript", &params);
            }
            WebKit => self.cannot("run a script before the page's"),
        }
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
        for n_answers in 1.. {
            // While a page makes way for the next one, a script may fail.
            let answer = self.try_eval(&format!("(async () => !!(await ({condition})))()"), &[]);
            if answer == Ok(Value::Bool(true)) {
                return;
            }
            let is_over = start.elapsed() > PATIENCE && n_answers >= MIN_ANSWERS;
            assert!(!is_over, "never came true: {condition} ({answer:?})");
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// Waits until the reader in the page is at work: until `window.whosaid.ready` is settled.
    #[track_caller]
    pub fn wait_for_reader(&self) {
        self.wait_for("!!window.whosaid?.ready");
        self.eval("window.whosaid.ready.then(() => true)");
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

    /// Writes a picture of what the window shows, as PNG; looks at no frame from then on.
    ///
    /// # Errors
    /// The driver's or the file system's.
    pub fn screenshot(&self, file: &Path) -> Result<(), String> {
        // From a frame of another site, Firefox's driver fails at it.
        self.session.post("/frame", &json!({ "id": null }))?;
        let text = self.session.get("/screenshot")?;
        let bytes = STANDARD.decode(text.as_str().unwrap_or_default());
        let bytes = bytes.map_err(|error| error.to_string())?;
        let written = std::fs::write(file, bytes);
        written.map_err(|error| format!("{}: {error}", file.display()))
    }

    /// Warnings and errors since this was last called, as messages on the console, uncaught errors and files
    /// that could not be had; and the addresses that pages asked for, in order.
    ///
    /// Chromium and Firefox log what happens in every page. In WebKit a page notes it from when it is loaded,
    /// and keeps no note of files that could not be had.
    #[track_caller]
    pub fn console_and_requests(&self) -> (Vec<String>, Vec<String>) {
        match self.engine {
            Chromium => (self.console_of_chromium(), self.requests_of_chromium()),
            Firefox => self.console_and_requests_of_firefox(),
            WebKit => {
                self.listen();
                let Heard { console, requests } = self.heard.take();
                (console, requests)
            }
        }
    }

    fn console_of_chromium(&self) -> Vec<String> {
        let entries = self.log("browser");
        let is_bad = |entry: &&Value| matches!(entry["level"].as_str(), Some("WARNING" | "SEVERE"));
        let message = |entry: &Value| entry["message"].as_str().unwrap_or_default().to_string();
        entries.iter().filter(is_bad).map(message).collect()
    }

    fn requests_of_chromium(&self) -> Vec<String> {
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

    #[track_caller]
    fn console_and_requests_of_firefox(&self) -> (Vec<String>, Vec<String>) {
        // What a page says comes by way of another process.
        thread::sleep(Duration::from_millis(100));
        let events = self.bidi.as_ref().map_or(Ok(Vec::new()), Bidi::events);
        let (mut console, mut requests) = (Vec::new(), Vec::new());
        for event in must(&"what happened", events) {
            let params = &event["params"];
            let url = params["request"]["url"].as_str().unwrap_or_default();
            match event["method"].as_str().unwrap_or_default() {
                "log.entryAdded" if matches!(params["level"].as_str(), Some("error" | "warn")) => {
                    let text = params["text"].as_str().unwrap_or_default();
                    // Its word for a request that was called off while a worker answered it; that a worker failed
                    // it says otherwise.
                    if !text.ends_with("ServiceWorker intercepted the request and encountered an unexpected error.") {
                        console.push(text.to_string());
                    }
                }
                "network.beforeRequestSent" => requests.push(url.to_string()),
                "network.responseCompleted" => {
                    let status = params["response"]["status"].as_u64().unwrap_or_default();
                    if status >= 400 {
                        console.push(format!("{url} answered with a status of {status}"));
                    }
                }
                // What a page that goes, or its script, calls off has not failed; the second is its word for what a
                // worker was answering.
                "network.fetchError"
                    if matches!(
                        params["errorText"].as_str(),
                        Some("NS_BINDING_ABORTED" | "NS_ERROR_FAILURE")
                    ) => {}
                "network.fetchError" => console.push(format!("{url}: {}", params["errorText"])),
                _ => {}
            }
        }
        // Breaches of the policy are on the console of the browser itself.
        let breaches = self.in_firefox(
            "(() => {
                const messages = Services.console.getMessageArray();
                Services.console.reset();
                return messages.filter((message) => message instanceof Ci.nsIScriptError)
                    .filter(({ category }) => category.startsWith('CSP')).map((message) => message.errorMessage);
            })()",
        );
        let breaches = breaches.as_array().into_iter().flatten().filter_map(Value::as_str);
        console.extend(breaches.map(ToString::to_string));
        (console, requests)
    }

    /// Has the page note what happens in it, where nobody else does, and fetches what it has noted.
    fn listen(&self) {
        if self.engine != WebKit {
            return;
        }
        // A page that is none, or about to go, has nothing to say.
        let Ok(noted) = self.try_eval(NOTE, &[]) else { return };
        let texts = |list: &Value| -> Vec<String> {
            let texts = list.as_array().into_iter().flatten().filter_map(Value::as_str);
            texts.map(ToString::to_string).collect()
        };
        let mut heard = self.heard.borrow_mut();
        heard.console.extend(texts(&noted[0]));
        heard.requests.extend(texts(&noted[1]));
    }
}

/// What Firefox is asked to tell of its pages.
const FIREFOX_EVENTS: [&str; 4] = [
    "log.entryAdded",
    "network.beforeRequestSent",
    "network.responseCompleted",
    "network.fetchError",
];

/// Has the page note warnings and errors from now on, under a name that no page looks for; gives those noted
/// so far and all addresses that it asked for, each once.
const NOTE: &str = "(() => {
    const key = Symbol.for('noted');
    if (!window[key]) {
        const noted = [[location.href], []];
        Object.defineProperty(window, key, { value: noted });
        const note = (words) => noted[1].push(String(words));
        for (const level of ['warn', 'error']) {
            const say = console[level];
            console[level] = (...words) => { note(words.join(' ')); say.apply(console, words); };
        }
        addEventListener('error', ({ message, target }) => note(message ?? `${target.src || target.href} failed`), true);
        addEventListener('unhandledrejection', ({ reason }) => note(reason));
        document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
            note(`${violatedDirective} forbids ${blockedURI}`));
        new PerformanceObserver((list) => list.getEntries().forEach(({ name }) => noted[0].push(name)))
            .observe({ type: 'resource', buffered: true });
    }
    const [requests, console_] = window[key].map((list) => list.splice(0));
    return [console_, requests];
})()";

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
