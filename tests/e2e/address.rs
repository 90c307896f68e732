//! The address follows the state, and leads to it.

use crate::support::Stage;
use crate::support::page::{RESULT, STATUS, painted};
use serde_json::Value;

pub fn a_link_opened_cold_shows_what_the_clicks_showed(stage: &mut Stage) {
    let browser = &stage.browser;
    stage.open("");
    stage.search_for("Taliban");
    let speaker = stage.some_speaker();
    stage.toggle_speaker(&speaker);
    assert_eq!(browser.eval("location.search"), format!("?q=Taliban&speaker={speaker}"));
    let clicked = stage.view();
    assert!(!clicked["results"].as_array().is_none_or(Vec::is_empty), "{clicked:#}");

    let fresh = format!("?q=Taliban&speaker={speaker}");
    browser.open("about:blank");
    stage.open(&fresh);
    stage.wait_for_answer_to("Taliban");
    assert_eq!(stage.view(), clicked);
}

pub fn back_undoes_one_step_at_a_time(stage: &mut Stage) {
    let browser = &stage.browser;
    stage.open("");
    let mut views = vec![stage.view()];
    stage.search_for("Taliban");
    views.push(stage.view());
    let speaker = stage.some_speaker();
    stage.toggle_speaker(&speaker);
    views.push(stage.view());
    browser.click(&format!("{RESULT} a.result-link"));
    browser.wait_for("document.querySelector('main article')");
    while let Some(view) = views.pop() {
        browser.back();
        let url = view["url"].as_str().unwrap_or_default();
        browser
            .wait_for(&format!("location.pathname + location.search + location.hash === '{url}'"));
        browser.wait_for(&format!(
            "document.querySelector('{STATUS}').textContent === {}",
            view["status"]
        ));
        assert_eq!(stage.view(), view);
    }
}

pub fn a_paragraph_has_an_address(stage: &mut Stage) {
    let browser = &stage.browser;
    stage.open("");
    stage.search_for("Kabulov");
    let id = browser.eval(&format!(
        "(item => item.dataset.article + '-p' + item.dataset.paragraph)(document.querySelector('{RESULT}'))"
    ));
    let id = id.as_str().expect("a result names its paragraph").to_string();
    browser.open("about:blank");
    // The fragment alone is enough, as in the page without scripts.
    stage.open(&format!("#{id}"));
    browser.wait_for(&format!(
        "(box => box.top >= 0 && box.bottom <= innerHeight)\
         (document.getElementById('{id}').getBoundingClientRect())"
    ));
    assert_eq!(browser.count("main article"), 1);
}

pub fn hostile_links_give_notices_and_no_errors(stage: &mut Stage) {
    let browser = &stage.browser;
    let long = format!("?q={}", "a".repeat(5_001));
    for (link, has_notice) in [
        ("?q=Kabulov", false),
        ("?speaker=nobody", true),
        ("?kind=shouted&outlet=nowhere&view=upside-down&theme=pink", true),
        ("?article=gone", true),
        ("?bogus=1&utm_source=mail", true),
        ("#nowhere", true),
        ("#%", true),
        ("?q=%ff%zz%00", false),
        ("?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E", false),
        ("?q=%D7%A9%D7%9C%D7%95%D7%9D+%E2%80%AE+(%22+-", false),
        (long.as_str(), true),
    ] {
        browser.open("about:blank");
        stage.open(link);
        browser.wait_for(&format!(
            "{has_notice} === !!document.querySelector('.notices').textContent"
        ));
        assert_eq!(browser.count("main h1"), 1, "{link} shows no view");
    }
}

pub fn hits_are_painted_under_their_names(stage: &mut Stage) {
    let browser = &stage.browser;
    stage.open("");
    stage.search_for("kabulov");
    let words = browser.eval(&painted("whosaid-hit"));
    let words = words.as_array().expect("it is a list").clone();
    assert!(words.len() as u64 >= browser.count(RESULT));
    assert!(
        words.iter().all(|word| word.as_str().unwrap_or_default().eq_ignore_ascii_case("kabulov"))
    );
    assert_eq!(browser.count("main mark"), 0);
}

pub fn without_the_highlight_api_hits_are_marked(stage: &mut Stage) {
    let browser = &stage.browser;
    browser.run_first("delete window.Highlight; delete CSS.highlights;");
    stage.open("?q=kabulov");
    let in_results = browser.count(&format!("{RESULT} mark"));
    assert!(in_results >= browser.count(RESULT), "every result shows a hit");
    browser.click(&format!("{RESULT} a.result-link"));
    browser.wait_for("document.querySelector('main article mark')");
    assert!(browser.text("main article mark").eq_ignore_ascii_case("kabulov"));
}

pub fn the_count_is_announced(stage: &mut Stage) {
    let browser = &stage.browser;
    stage.open("");
    stage.search_for("Kabulov");
    let n_results = browser.count(RESULT);
    let status = browser.text(STATUS);
    assert!(status.starts_with(&format!("{n_results} ")), "{status}");
    browser.press(&["Escape"]);
    stage.search_for("zzqx");
    assert_eq!(browser.count(RESULT), 0);
    assert!(browser.text(STATUS).starts_with("Nothing found"));
}

pub fn a_query_of_another_direction_turns_nothing_else(stage: &mut Stage) {
    let browser = &stage.browser;
    for query in ["abc\u{202e}def", "كابل"] {
        stage.open("");
        stage.search_for(query);
        // The closing mark stands right of all that is quoted, as in all English.
        let left = browser.eval(&format!(
            "(text => [...text.data].map((letter, at) => {{
                const range = new Range();
                range.setStart(text, at);
                range.setEnd(text, at + 1);
                return [letter, range.getBoundingClientRect().left];
            }}).filter(([letter]) => /[\\p{{L}}\\p{{N}}\\p{{P}}]/u.test(letter)))\
             (document.querySelector('{STATUS}').firstChild)"
        ));
        let letters = left.as_array().expect("it is a list");
        let (closing, before) = letters.split_last().expect("the status says something");
        assert_eq!(closing[0], "”");
        let is_left = |letter: &Value| letter[1].as_f64() < closing[1].as_f64();
        assert!(before.iter().all(is_left), "{left}");
    }
}

pub fn fast_typing_ends_with_the_answer_to_what_was_typed(stage: &mut Stage) {
    let browser = &stage.browser;
    stage.open("");
    browser.click("input[type=search]");
    // Ten keys in one task, faster than anybody types: none may overtake the last.
    browser.eval(
        "(field => { for (let end = 1; end <= 10; end++) {
            field.value = 'kabul said'.slice(0, end);
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        } })(document.activeElement)",
    );
    stage.wait_for_answer_to("kabul said");
    browser.wait_for(&format!("document.querySelector('{STATUS}').ariaBusy !== 'true'"));
    let typed = (browser.text(STATUS), browser.count(RESULT));
    stage.open("?q=kabul%20said");
    stage.wait_for_answer_to("kabul said");
    assert_eq!(typed, (browser.text(STATUS), browser.count(RESULT)));
    assert!(typed.1 > 0);
}
