//! What is kept from one visit to the next.

use crate::support::Stage;

const BAR: &str = "#left-at aside";

/// Leaves the page as a reader does who closes the tab, and comes back to its front page.
fn come_back(stage: &Stage) {
    stage.browser.open("about:blank");
    stage.open("");
}

pub fn the_way_back_to_the_last_place_is_offered_once(stage: &mut Stage) {
    let browser = &stage.browser;
    stage.open("?speaker=zamir-kabulov");
    browser.click("a.result-link");
    browser.wait_for("document.querySelectorAll('main article .paragraph').length > 9");
    let paragraph = "document.querySelectorAll('main article .paragraph')[9]";
    browser.eval(&format!("{paragraph}.scrollIntoView(), true"));
    let id = browser.eval(&format!("{paragraph}.id"));
    let headline = browser.text("main h1");

    come_back(stage);
    assert_eq!(browser.text(&format!("{BAR} a")), headline);
    // Where the page ends, the bar covers half of nothing.
    browser.eval("(scrollTo(0, document.documentElement.scrollHeight), true)");
    stage.assert_accessible("the front page with a way back");
    browser.click(&format!("{BAR} a"));
    browser.wait_for("window.whosaid && document.querySelector('main article')");
    stage.wait_until_ready();
    assert_eq!(browser.eval("location.hash.slice(1)"), id);
    assert_eq!(
        browser.eval("new URLSearchParams(location.search).get('speaker')"),
        "zamir-kabulov"
    );
    assert_eq!(browser.count(BAR), 0);

    // Who closes it and leaves the front page is not asked again.
    come_back(stage);
    browser.click(&format!("{BAR} button"));
    come_back(stage);
    assert_eq!(browser.count(BAR), 0);
}

pub fn a_link_and_a_frame_are_offered_no_way_back(stage: &mut Stage) {
    let browser = &stage.browser;
    stage.open("?q=kabulov");
    come_back(stage);
    assert_eq!(browser.text(&format!("{BAR} a")), "“kabulov”");
    for link in ["?q=hair", "?embed"] {
        browser.open("about:blank");
        stage.open(link);
        assert_eq!(browser.count(BAR), 0, "{link}");
    }
}

pub fn a_foreign_place_is_set_aside(stage: &mut Stage) {
    let browser = &stage.browser;
    // Behind all that the page itself keeps when it is left.
    let leave = |text: &str| {
        browser.eval(&format!(
            "document.addEventListener('visibilitychange', () => {{
                localStorage.setItem('whosaid:place:/', '{text}');
            }}) ?? true"
        ));
        stage.open("");
    };
    stage.open("");
    for foreign in [
        "",
        "{}",
        "{\"version\":2,\"url\":\"//evil.example/\",\"name\":\"a\"}",
        "0\\n?q=a\\na",
        "2\\n?q=a\\na",
        "1\\n?q=a",
        "1\\njavascript:alert(1)\\na",
        "1\\n//evil.example/\\na",
        "1\\n?q=a\\n",
    ] {
        leave(foreign);
        browser.wait_for(
            "document.querySelector('.notices').textContent.includes('could not be read')",
        );
        assert_eq!(browser.count(BAR), 0, "{foreign:?}");
        stage.open("");
        assert_eq!(browser.text(".notices"), "", "{foreign:?} is still there");
    }
    // What reads well and leads nowhere is said to do so there.
    leave("1\\n?article=gone\\n<img src=x onerror=alert(1)>");
    assert_eq!(browser.text(&format!("{BAR} a")), "<img src=x onerror=alert(1)>");
    browser.click(&format!("{BAR} a"));
    browser.wait_for("document.querySelector('.notices')?.textContent");
}

pub fn the_size_of_text_is_kept(stage: &mut Stage) {
    let browser = &stage.browser;
    let size = "parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)";
    stage.open("");
    let usual = browser.eval(size).as_f64().expect("a size");
    browser.click(".masthead-tools button[aria-label^=Aa]");
    browser.click("dialog label:has(> input[name=text-size][value=larger])");
    browser.press(&["Escape"]);
    browser.wait_for("document.documentElement.dataset.text === 'larger'");
    come_back(stage);
    let larger = browser.eval(size).as_f64().expect("a size");
    assert!(larger > 1.1 * usual, "{usual} px, then {larger} px");
    stage.assert_accessible("the front page in larger text");
}
