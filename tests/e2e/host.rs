//! Wherever the site lies, and whoever frames it.

use crate::support::Stage;
use crate::support::page::RESULT;
use browser::Server;
use serde_json::json;

pub fn it_works_in_any_folder(stage: &mut Stage) {
    stage.move_site("/papers/2021/");
    stage.open("");
    stage.search_for("Kabulov");
    assert!(stage.browser.count(RESULT) > 1);
    stage.browser.click(&format!("{RESULT} a.result-link"));
    stage.browser.wait_for("document.querySelector('main article')");
    stage.browser.wait_for("location.pathname.includes('/articles/')");
    assert!(stage.browser.url().starts_with(&stage.site.url("articles/")));
    // The address works for the next one, too.
    let url = stage.browser.url();
    stage.browser.open("about:blank");
    stage.browser.open(&url);
    stage.wait_until_ready();
    assert_eq!(stage.browser.count("main article"), 1);
}

/// Tries to run code that is none of the page's own, and to reach the server at `args[0]`, each in the
/// ways that an attacker would. Gives what ran. A timer lets it loose, and code is run by the page's own
/// functions, because what the driver itself runs is beyond the policy.
const BREAK_IN: &str = "new Promise(done => {
    window.ran = [];
    const attempts = {
        script() {
            const script = document.createElement('script');
            script.append('ran.push(\"script\")');
            document.body.append(script);
        },
        handler() {
            const button = document.createElement('button');
            button.setAttribute('onclick', 'ran.push(\"handler\")');
            button.click();
        },
        markup() {
            document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=ran.push(\"markup\")>');
        },
        code() { window.eval('ran.push(\"code\")'); },
        function() { new window.Function('ran.push(\"function\")')(); },
        timer() { setTimeout('ran.push(\"timer\")'); },
        picture() { new Image().src = args[0] + 'picture'; },
        call() { fetch(args[0] + 'call').catch(() => {}); },
        stranger() {
            const script = document.createElement('script');
            script.src = args[0] + 'stranger';
            document.body.append(script);
        },
    };
    setTimeout(() => {
        for (const attempt of Object.values(attempts)) {
            try { attempt(); } catch {}
        }
        // Those that come later, such as a refused picture, have come by then.
        setTimeout(() => done(ran.sort()), 500);
    });
})";

pub fn no_foreign_code_runs_and_no_word_leaves(stage: &mut Stage) {
    let stranger = Server::pages(&[]);
    stage.open("");
    assert_eq!(stage.complaints(), [""; 0]);
    let ran = stage.browser.eval_with(BREAK_IN, &[stranger.url("").into()]);
    assert_eq!(ran, json!([]));
    assert_eq!(stranger.requests(), [""; 0]);

    // Without a policy all of it works: the attempts are good ones.
    stage.show_pages(&[("index.html", "<!doctype html><title>Open</title><body></body>")]);
    stage.browser.open(&stage.site.url(""));
    let ran = stage.browser.eval_with(BREAK_IN, &[stranger.url("").into()]);
    assert_eq!(ran, json!(["code", "function", "handler", "markup", "script", "timer"]));
    let mut reached = stranger.requests();
    reached.sort();
    assert_eq!(reached, ["call", "picture", "stranger"]);
    // The browser has complained of each.
    stage.complaints();
}

pub fn a_sandboxed_frame_has_all_but_storage(stage: &mut Stage) {
    stage.press_with_address();
    let browser = &stage.browser;
    let frame = format!(
        "<!doctype html><title>Host</title><link rel=icon href=data:,>
         <iframe sandbox=allow-scripts width=1000 height=700 src=\"{}\"></iframe>",
        stage.site.url("?embed&amp;q=Kabulov")
    );
    let host = Server::pages(&[("index.html", &frame)]);
    browser.open(&host.url(""));
    browser.enter_frame(0);
    stage.wait_until_ready();
    assert_eq!(browser.eval("origin"), "null");
    browser.wait_for(&format!("document.querySelectorAll('{RESULT}').length > 1"));
    browser.click(&format!("{RESULT} a.result-link"));
    browser.wait_for("document.querySelector('main article')");
    let expected = format!("request to another origin: {}", host.url(""));
    assert_eq!(stage.complaints(), [expected]);
}

pub fn other_scripts_can_search(stage: &mut Stage) {
    let browser = &stage.browser;
    stage.open("");
    let hits = browser.eval("whosaid.search('kabulov')");
    let hits = hits.as_array().expect("search answers with a list");
    assert!(hits.len() > 1);
    for hit in hits {
        let slug = hit["article"].as_str().expect("a hit names its article");
        stage.open(&format!("?article={slug}"));
        // Ranges count UTF-16 units, as JavaScript's own strings do.
        let words = browser.eval_with(
            "args[0].ranges.map(({ start, end }) =>
                document.getElementById(`${args[0].article}-p${args[0].paragraph}`)
                    .textContent.slice(start, end).toLowerCase())",
            std::slice::from_ref(hit),
        );
        let words = words.as_array().expect("a hit has ranges").clone();
        assert!(!words.is_empty() && words.iter().all(|word| word == "kabulov"), "{hit} {words:?}");
        assert!(hit["score"].as_f64().is_some_and(|score| score > 0.0));
    }
    assert_eq!(browser.eval("whosaid.search('kabulov', { limit: 1 }).length"), 1);
    assert_eq!(browser.eval("whosaid.search('kabulov', { speakers: ['nobody'] }).length"), 0);
    for nonsense in
        ["undefined", "null", "{}", "'\\ud800'", "'', null", "'a', { limit: -1 }", "'a', 5"]
    {
        let answer = browser.eval(&format!("Array.isArray(whosaid.search({nonsense}))"));
        assert_eq!(answer, json!(true), "whosaid.search({nonsense})");
    }
}
