//! The browsers that the scenarios are played in: how each is started, and told what a test needs.

use serde_json::{Value, json};
use std::env;
use std::path::Path;

/// A kind of browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chromium or Chrome.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKitGTK's own small browser, which is not Safari: good for what differs from engine to engine.
    WebKit,
}

use Engine::{Chromium, Firefox, WebKit};

impl Engine {
    /// All of them.
    pub const ALL: [Engine; 3] = [Chromium, Firefox, WebKit];

    /// The name by which the command line knows it.
    pub fn name(self) -> &'static str {
        match self {
            Chromium => "chromium",
            Firefox => "firefox",
            WebKit => "webkit",
        }
    }

    /// The driver's program, where the environment names no other, and the variable in which it would.
    pub(crate) fn driver(self) -> (&'static str, &'static str) {
        match self {
            Chromium => ("CHROMEDRIVER", "chromedriver"),
            Firefox => ("GECKODRIVER", "geckodriver"),
            WebKit => ("WEBKITDRIVER", "WebKitWebDriver"),
        }
    }

    /// What the driver is told beside its port.
    pub(crate) fn driver_args(self) -> &'static [&'static str] {
        match self {
            Chromium => &["--log-level=WARNING"],
            // The tests set preferences while the browser runs. The port of WebDriver BiDi is the same for all
            // browsers unless Firefox is to find one.
            Firefox => &["--log=fatal", "--allow-system-access", "--websocket-port=0"],
            WebKit => &[],
        }
    }

    /// Whether it draws on a screen only. It gets one that nobody sees, unless somebody wants to.
    pub(crate) fn needs_screen(self) -> bool {
        self == WebKit
    }

    /// Whether a profile outlives the browser. WebKit's driver has a new one each time.
    pub fn keeps_profiles(self) -> bool {
        self != WebKit
    }

    /// What the driver is asked for: a browser whose profile is the folder `profile`, and in which no site
    /// may keep anything if `keeps_nothing`.
    pub(crate) fn capabilities(
        self,
        is_headed: bool,
        profile: &Path,
        keeps_nothing: bool,
    ) -> Value {
        let mut capabilities = match self {
            Chromium => chromium(is_headed, profile, keeps_nothing),
            Firefox => firefox(is_headed, profile, keeps_nothing),
            WebKit => webkit(),
        };
        // In milliseconds: minutes for a busy machine. What a page is to come to is waited for elsewhere.
        capabilities["timeouts"] = json!({ "script": 120_000, "pageLoad": 120_000 });
        json!({ "capabilities": { "alwaysMatch": capabilities } })
    }
}

fn chromium(is_headed: bool, profile: &Path, keeps_nothing: bool) -> Value {
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
    let block = 2;
    let preferences = if keeps_nothing {
        json!({ "profile.default_content_setting_values.cookies": block })
    } else {
        json!({})
    };
    let mut options = json!({ "args": args, "prefs": preferences });
    if let Ok(browser) = env::var("CHROMIUM") {
        options["binary"] = browser.into();
    }
    json!({
        "browserName": "chrome",
        "goog:chromeOptions": options,
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
    })
}

fn firefox(is_headed: bool, profile: &Path, keeps_nothing: bool) -> Value {
    let profile = profile.display().to_string();
    let mut args = vec!["-profile", &*profile, "--width=1280", "--height=900"];
    if !is_headed {
        args.push("-headless");
    }
    let reject_all = 2;
    let mut preferences = json!({
        "intl.accept_languages": "en-US",
        // The browser's own business is not what is tested.
        "app.normandy.enabled": false,
        "browser.contentblocking.features.standard": "",
    });
    if keeps_nothing {
        preferences["network.cookie.cookieBehavior"] = reject_all.into();
    }
    let mut options = json!({ "args": args, "prefs": preferences });
    if let Ok(browser) = env::var("FIREFOX") {
        options["binary"] = browser.into();
    }
    // By the socket it tells what happens in its pages.
    json!({ "browserName": "firefox", "moz:firefoxOptions": options, "webSocketUrl": true })
}

fn webkit() -> Value {
    let mut options = json!({ "args": ["--automation"] });
    if let Ok(browser) = env::var("MINIBROWSER") {
        options["binary"] = browser.into();
    }
    json!({ "browserName": "MiniBrowser", "webkitgtk:browserOptions": options })
}
