//! The tools of the other scenarios, tried on made-up pages: what must fail does fail.

use crate::support::Stage;
use browser::Server;
use serde_json::json;

/// A page with this in its body, and with an icon, because Chromium would ask for one.
fn page(body: &str) -> String {
    format!(
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>A page</title>\
         <meta name=viewport content=\"width=device-width\"><link rel=icon href=data:,></head>\
         <body>{body}</body></html>"
    )
}

pub fn a_quiet_page_gives_no_complaint(stage: &mut Stage) {
    stage.show_pages(&[("index.html", &page("<main><h1>Quiet</h1></main>"))]);
    stage.browser.open(&stage.site.url(""));
    assert_eq!(stage.complaints(), [""; 0]);
    assert_eq!(stage.site.requests(), ["index.html"]);
    stage.assert_accessible("the quiet page");
}

pub fn console_messages_and_uncaught_errors_are_complaints(stage: &mut Stage) {
    for (script, message) in [
        ("console.error('out of tea')", "out of tea"),
        ("console.warn('low on tea')", "low on tea"),
        ("throw new Error('no tea')", "no tea"),
        ("Promise.reject(new Error('tea refused'))", "tea refused"),
        ("new Image().src = 'missing.png'", "missing.png"),
    ] {
        stage.show_pages(&[("index.html", &page(&format!("<script>{script}</script>")))]);
        stage.browser.open(&stage.site.url(""));
        let complaints = stage.complaints();
        assert!(complaints.iter().any(|c| c.contains(message)), "{script}: {complaints:?}");
        assert_eq!(stage.complaints(), [""; 0], "each is told once");
    }
}

pub fn what_goes_wrong_later_is_a_complaint(stage: &mut Stage) {
    stage.show_pages(&[("index.html", &page("<p>Text</p>"))]);
    stage.browser.open(&stage.site.url(""));
    assert_eq!(stage.complaints(), [""; 0]);
    for (script, message) in [
        ("console.error('out of tea')", "out of tea"),
        ("console.warn('low on tea')", "low on tea"),
        ("setTimeout(() => { throw new Error('no tea') })", "no tea"),
        ("setTimeout(() => { Promise.reject(new Error('tea refused')) })", "tea refused"),
    ] {
        stage.browser.eval_with(
            "new Promise((done) => {
                const script = document.createElement('script');
                script.append(args[0]);
                document.body.append(script);
                // Later than the script's own timers.
                setTimeout(done, 100, true);
            })",
            &[script.into()],
        );
        let complaints = stage.complaints();
        assert!(complaints.iter().any(|c| c.contains(message)), "{script}: {complaints:?}");
    }
}

pub fn a_request_to_another_origin_is_a_complaint(stage: &mut Stage) {
    let stranger = Server::pages(&[("spy.js", "void 0;")]);
    let script = format!("<script src=\"{}\"></script>", stranger.url("spy.js"));
    stage.show_pages(&[("index.html", &page(&script))]);
    stage.browser.open(&stage.site.url(""));
    assert_eq!(stranger.requests(), ["spy.js"]);
    let complaints = stage.complaints();
    assert!(complaints.iter().any(|c| c.contains(&stranger.url("spy.js"))), "{complaints:?}");
}

pub fn axe_finds_a_field_without_a_label(stage: &mut Stage) {
    stage.show_pages(&[("index.html", &page("<main><h1>Form</h1><input type=search></main>"))]);
    stage.browser.open(&stage.site.url(""));
    let barriers = stage.barriers();
    assert!(barriers.iter().any(|line| line.starts_with("label:")), "{barriers:?}");
}

pub fn keys_and_clicks_arrive(stage: &mut Stage) {
    let body = "<main><h1>Form</h1><label>Field <input id=field></label>\
                <button onclick=\"document.title = 'clicked'\">Go</button></main>";
    stage.show_pages(&[("index.html", &page(body))]);
    let browser = &stage.browser;
    browser.open(&stage.site.url("?a=1#b"));
    assert_eq!(browser.url(), stage.site.url("?a=1#b"));
    assert_eq!(browser.count("button, input"), 2);
    browser.press(&["Tab"]);
    browser.write("teh");
    browser.press(&["Backspace", "Backspace", "Shift+h", "e"]);
    assert_eq!(browser.eval("document.activeElement.value"), "tHe");
    browser.press(&["Tab", "Enter"]);
    browser.wait_for("document.title === 'clicked'");
    browser.press(&["Shift+Tab"]);
    assert_eq!(browser.eval("document.activeElement.id"), "field");
    browser.eval("document.title = ''");
    browser.click("button");
    assert_eq!(browser.eval("Promise.resolve(document.title)"), "clicked");
    browser.open(&stage.site.url("?a=2"));
    browser.back();
    assert_eq!(browser.url(), stage.site.url("?a=1#b"));
}

pub fn screens_media_and_missing_scripts_are_emulated(stage: &mut Stage) {
    let script =
        "<main><h1>Plain</h1><p>Text</p><script>document.body.append('scripted')</script></main>";
    stage.show_pages(&[("index.html", &page(script))]);
    let browser = &stage.browser;
    browser.open(&stage.site.url(""));
    assert!(browser.text("body").contains("scripted"));
    browser.resize(390, 844);
    let seen = "[innerWidth, ...['(prefers-color-scheme: dark)', '(forced-colors: active)',
        '(prefers-reduced-motion: reduce)'].map(query => matchMedia(query).matches)]";
    for (feature, value, expected) in [
        ("prefers-color-scheme", "dark", [true, false, false]),
        ("forced-colors", "active", [false, true, false]),
        ("prefers-reduced-motion", "reduce", [false, false, true]),
    ] {
        browser.media(&[(feature, value)]);
        let [dark, forced, reduced] = expected;
        // Firefox tells its pages of a setting a moment later.
        let expected = json!([390, dark, forced, reduced]);
        browser.wait_for(&format!("JSON.stringify({seen}) === '{expected}'"));
    }
    browser.show_print();
    assert_eq!(browser.eval("matchMedia('print').matches"), true);
    browser.allow_scripts(false);
    browser.open(&stage.site.url(""));
    assert_eq!(browser.text("body"), "Plain\n\nText");
    browser.allow_scripts(true);
    browser.open(&stage.site.url(""));
    assert!(browser.text("body").contains("scripted"));
}

pub fn a_site_is_found_under_its_prefix_only(stage: &mut Stage) {
    stage.move_site("/deep/down/");
    let browser = &stage.browser;
    browser.open(&format!("{}/", stage.site.origin()));
    assert_eq!(browser.count("main"), 0);
    browser.open(&stage.site.url(""));
    assert_eq!(browser.count("main"), 1);
    assert!(browser.url().ends_with("/deep/down/"));
    // The first address is a missing page, and Chromium says so.
    stage.complaints();
}
