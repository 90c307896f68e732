//! The whole way by keyboard alone.

use crate::support::Stage;
use crate::support::page::{RESULT, SEARCH, STATUS, painted};

const FOCUS_IN_SEARCH: &str = "document.activeElement.matches('search input[type=search]')";

/// Goes from the front page to the first result for "Kabulov", by Enter; `to_search` reaches the search. Gives which of
/// the article's hits that is, and how many it has.
#[track_caller]
fn go_to_an_article(stage: &Stage, to_search: impl Fn()) -> (u32, u32) {
    let browser = &stage.browser;
    stage.open("");
    to_search();
    browser.write("Kabulov");
    stage.wait_for_answer_to("Kabulov");
    assert!(browser.count(RESULT) > 1);
    browser.press(&["Enter"]);
    browser.wait_for(&format!("document.activeElement.closest('{RESULT}')"));
    let wanted = browser.eval(&format!(
        "(item => item.dataset.article + '-p' + item.dataset.paragraph)\
         (document.activeElement.closest('{RESULT}'))"
    ));
    browser.press(&["Enter"]);
    browser.wait_for("document.querySelector('main article')");
    // The address follows what is drawn.
    browser.wait_for(&format!("location.hash.slice(1) === {wanted}"));
    browser.wait_for("document.activeElement.id === location.hash.slice(1)");
    browser.wait_for(&format!("/^Hit/.test(document.querySelector('{STATUS}').textContent)"));
    let status = browser.eval(&format!("document.querySelector('{STATUS}').textContent"));
    let status = status.as_str().unwrap_or_default();
    let mut numbers = status.split(' ').filter_map(|word| word.parse().ok());
    let place = numbers.next().zip(numbers.next());
    place.unwrap_or_else(|| panic!("{status} names no hit"))
}

/// The number of the hit after another one.
fn next((at, n_hits): (u32, u32)) -> u32 {
    at % n_hits + 1
}

/// The current hit is one of the query's words, stands in the window, and the status counts it.
#[track_caller]
fn assert_at_hit(stage: &Stage, number: u32) {
    let browser = &stage.browser;
    browser.wait_for(&format!(
        "/\\b{number} of \\d/.test(document.querySelector('{STATUS}').textContent)"
    ));
    browser.wait_for(&format!("{}.length === 1", painted("whosaid-current-hit")));
    let word = browser.eval(&format!("{}[0]", painted("whosaid-current-hit")));
    assert_eq!(word.as_str().map(str::to_lowercase).as_deref(), Some("kabulov"));
    browser.wait_for(
        "(box => box.top >= 0 && box.bottom <= innerHeight)\
         ([...CSS.highlights.get('whosaid-current-hit')][0].getBoundingClientRect())",
    );
}

pub fn from_the_front_page_to_a_hit_by_single_keys(stage: &mut Stage) {
    let came_to = go_to_an_article(stage, || {
        stage.browser.press(&["/"]);
        stage.browser.wait_for(FOCUS_IN_SEARCH);
    });
    // The keys go on from the hit that the reader came to.
    assert_at_hit(stage, came_to.0);
    let second = next(came_to);
    stage.browser.press(&["n"]);
    assert_at_hit(stage, second);
    stage.browser.press(&["n"]);
    assert_at_hit(stage, next((second, came_to.1)));
    stage.browser.press(&["Shift+N"]);
    assert_at_hit(stage, second);
    // `u` leads back to the results.
    stage.browser.press(&["u"]);
    stage.browser.wait_for(&format!("document.querySelectorAll('{RESULT}').length > 1"));
}

pub fn from_the_front_page_to_a_hit_by_tab_and_enter(stage: &mut Stage) {
    let browser = &stage.browser;
    let came_to = go_to_an_article(stage, || {
        for _ in 0..10 {
            browser.press(&["Tab"]);
            if browser.eval(FOCUS_IN_SEARCH) == true {
                return;
            }
        }
        panic!("ten times Tab do not reach the search");
    });
    // The buttons that step from hit to hit stand above the article.
    for _ in 0..200 {
        browser.press(&["Shift+Tab"]);
        if browser.eval("document.activeElement.getAttribute('aria-label')") == "Next" {
            browser.press(&["Enter"]);
            return assert_at_hit(stage, next(came_to));
        }
    }
    panic!("two hundred times Tab do not reach the next hit");
}

pub fn single_keys_can_be_switched_off_and_stay_off(stage: &mut Stage) {
    let browser = &stage.browser;
    stage.open("");
    browser.press(&["?"]);
    browser.wait_for("document.querySelector('dialog')?.open");
    let switch = "document.querySelector('dialog input[type=checkbox]')";
    assert_eq!(browser.eval(&format!("{switch}.checked")), true);
    for _ in 0..10 {
        if browser.eval(&format!("document.activeElement === {switch}")) == true {
            break;
        }
        browser.press(&["Tab"]);
    }
    browser.press(&["Space"]);
    browser.wait_for(&format!("!{switch}.checked"));
    browser.press(&["Escape"]);
    browser.wait_for("!document.querySelector('dialog')");
    browser.press(&["/", "?"]);
    assert_eq!(browser.eval(FOCUS_IN_SEARCH), false);
    assert_eq!(browser.count("dialog"), 0);

    // On the next visit, too.
    stage.open("?view=speakers");
    browser.press(&["/"]);
    assert_eq!(browser.eval(FOCUS_IN_SEARCH), false);
}

pub fn escape_clears_the_search_and_then_leaves_it(stage: &mut Stage) {
    let browser = &stage.browser;
    stage.open("");
    stage.search_for("Kabulov");
    browser.press(&["Escape"]);
    browser.wait_for(&format!("document.querySelector('{SEARCH}').value === ''"));
    assert_eq!(browser.eval(FOCUS_IN_SEARCH), true);
    browser.wait_for("location.search === ''");
    browser.press(&["Escape"]);
    browser.wait_for(&format!("!({FOCUS_IN_SEARCH})"));
}

pub fn escape_leads_from_the_search_back_to_the_place_in_an_article(stage: &mut Stage) {
    let browser = &stage.browser;
    stage.open("articles/not-an-enemy.html");
    browser.eval("scrollTo(0, 1500)");
    browser.wait_for("scrollY === 1500");
    let is_back =
        "Math.abs(scrollY - 1500) < 2 && document.activeElement.closest('article .paragraph')";
    browser.press(&["/"]);
    browser.wait_for(FOCUS_IN_SEARCH);
    browser.press(&["Escape"]);
    browser.wait_for(is_back);
    browser.press(&["/"]);
    browser.wait_for(FOCUS_IN_SEARCH);
    browser.write("hair");
    stage.wait_for_answer_to("hair");
    browser.press(&["Escape"]);
    browser.wait_for("document.querySelector('main article')?.id === 'not-an-enemy'");
    browser.wait_for(is_back);
}

pub fn a_key_in_the_search_is_a_letter(stage: &mut Stage) {
    stage.open("");
    // Each of these is a single key elsewhere.
    stage.search_for("jnku?/");
    assert_eq!(stage.browser.count("dialog"), 0);
}

pub fn from_article_to_article_and_back(stage: &mut Stage) {
    let browser = &stage.browser;
    stage.open("");
    let slugs = browser.eval(
        "[...document.querySelectorAll('main h2 a')].map(link =>
            new URL(link.href).pathname.match(/([^/]+)\\.html$/)[1])",
    );
    let slugs: Vec<&str> =
        slugs.as_array().expect("it is a list").iter().filter_map(|s| s.as_str()).collect();
    assert_eq!(slugs.len(), 5);
    let arrives_at = |slug: &str| {
        browser.wait_for(&format!("document.querySelector('main article')?.id === '{slug}'"));
        // A screen reader reads from here on.
        browser.wait_for("document.activeElement === document.querySelector('main h1')");
    };
    for slug in &slugs {
        browser.press(&["]"]);
        arrives_at(slug);
    }
    // After the last one comes none.
    browser.press(&["]"]);
    for slug in slugs.iter().rev().skip(1) {
        browser.press(&["["]);
        arrives_at(slug);
    }
    // Paragraph by paragraph.
    browser.press(&["j", "j", "k"]);
    browser.wait_for("document.activeElement.id.endsWith('-p1')");
}
