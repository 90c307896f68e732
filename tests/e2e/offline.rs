//! Without a network: after the first visit, through updates and whatever breaks in them, and from disk.
//!
//! The server is really stopped, and forbids every cache, so that nothing but the service worker can
//! answer in its place.

use crate::support::Stage;
use crate::support::page::RESULT;
use browser::{Fault, Server};
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};

/// What the page's foot says of reading offline.
const BADGE: &str = "#offline";

const READY: &str = "Ready offline on this site";

/// The articles of two editions: one stays, one changes, one goes, one comes.
const FIRST: &[(&str, &str)] = &[
    ("stays", "“Tea is ready,” said Ann Ardent."),
    ("changes", "“Milk is out,” said Bob Brisk."),
    ("goes", "“Sugar is gone,” said Cyd Calm."),
];
const SECOND: &[(&str, &str)] = &[
    ("stays", "“Tea is ready,” said Ann Ardent."),
    ("changes", "“Milk is back,” said Bob Brisk."),
    ("comes", "“Cake is here,” said Dee Dawn."),
];

/// Presses a dossier of these articles (slug, body), with further `options`, and gives the site's folder.
#[track_caller]
fn press(stage: &Stage, name: &str, articles: &[(&str, &str)], options: &[&str]) -> PathBuf {
    let article = |(slug, body): &(&str, &str)| {
        let head = format!("title: The one that {slug}\npublished: 2021-08-16\n");
        (format!("{slug}.md"), format!("---\n{head}---\n\n{body}\n"))
    };
    let articles: Vec<(String, String)> = articles.iter().map(article).collect();
    let articles = articles.iter().map(|(name, text)| (&**name, &**text));
    let files: Vec<(&str, &str)> =
        articles.chain([("dossier.toml", "title = \"Tea\"\n")]).collect();
    stage.pressed(name, &files, options)
}

/// What browsers say of a server that does not answer, or does so wrongly.
pub const EXPECTED: [&str; 11] = [
    "net::ERR_",
    "the following icon from the Manifest",
    "fetching the script",
    "Failed to find a valid digest",
    "status of 500",
    "status of 404",
    "NS_ERROR_",
    "NS_BINDING_",
    "Error in input stream",
    "A ServiceWorker passed a promise to FetchEvent.respondWith() that rejected",
    "A ServiceWorker intercepted the request and encountered an unexpected error",
];

impl Stage {
    #[track_caller]
    pub fn wait_for_badge(&self, text: &str) {
        self.browser
            .wait_for(&format!("document.querySelector('{BADGE}').innerText.includes('{text}')"));
    }

    /// The version of the edition that the page is of.
    #[track_caller]
    fn edition(&self) -> String {
        self.browser.text("#edition")
    }

    /// Fails unless the page has its whole function: search, filter, article.
    #[track_caller]
    fn assert_whole(&self) {
        let browser = &self.browser;
        browser.eval("window.whosaid.ready.then(() => true)");
        let speaker = self.some_speaker();
        self.toggle_speaker(&speaker);
        browser.wait_for(&format!("document.querySelector('{RESULT}')"));
        browser.click(&format!("{RESULT} a.result-link"));
        browser.wait_for("document.querySelector('main article .quotation')");
        let word = browser.eval(
            "document.querySelector('main article .quotation').innerText.match(/\\p{L}{3,}/u)[0]",
        );
        let word = word.as_str().expect("a quotation has a word").to_string();
        // WebKit's driver would bring the link below the bar of the article.
        browser.eval("(scrollTo(0, 0), true)");
        browser.click(".front-link");
        browser.wait_for("document.querySelector('.cards')");
        self.search_for(&word);
        browser.wait_for(&format!("document.querySelector('{RESULT}')"));
    }

    /// Forgets what the browser said of a server that does not answer; anything else it said stays.
    fn assert_no_other_complaints(&self) {
        let is_expected = |complaint: &String| EXPECTED.iter().any(|part| complaint.contains(part));
        let rest: Vec<String> = self.complaints().into_iter().filter(|c| !is_expected(c)).collect();
        assert_eq!(rest, [""; 0]);
    }
}

pub fn the_whole_reader_works_when_the_server_is_gone(stage: &mut Stage) {
    stage.open("");
    stage.wait_for_badge(READY);
    let edition = stage.edition();
    stage.assert_whole();
    stage.site.stop();
    stage.restart_browser();
    // A page that was never opened before, too.
    stage.open("?q=kabulov");
    stage.wait_for_answer_to("kabulov");
    assert!(stage.browser.count(RESULT) > 1);
    stage.open("");
    stage.wait_for_badge(READY);
    assert_eq!(stage.edition(), edition);
    stage.assert_whole();
    stage.assert_no_other_complaints();
}

pub fn a_frame_on_another_site_works_when_the_server_is_gone(stage: &mut Stage) {
    let frame = format!(
        "<!doctype html><title>Host</title><link rel=icon href=data:,>
         <iframe width=1000 height=900 src=\"{}\"></iframe>",
        stage.site.url("")
    );
    let host = Server::pages(&[("index.html", &frame)]);
    let open = |stage: &Stage| {
        stage.browser.open(&host.url_of_another_site(""));
        stage.browser.enter_frame(0);
        stage.wait_until_ready();
        // Firefox does not tell a page who frames it.
        stage.wait_for_badge("Ready offline in this frame on ");
    };
    open(stage);
    stage.site.stop();
    stage.restart_browser();
    open(stage);
    stage.assert_whole();
    // What a frame keeps is its own: the badge has not said that the site itself can be opened.
    assert!(!stage.browser.can_open(&stage.site.url("")));
    stage.complaints();
}

pub fn without_a_worker_nothing_is_promised_and_nothing_is_there(stage: &mut Stage) {
    let site = press(stage, "site", FIRST, &[]);
    fs::remove_file(site.join("worker.js")).expect("the site has a worker");
    stage.site.deploy(&site);
    stage.open("");
    stage.wait_for_badge("Not ready offline");
    stage.site.stop();
    stage.restart_browser();
    assert!(!stage.browser.can_open(&stage.site.url("")));
    stage.complaints();
}

pub fn a_second_visit_needs_no_byte(stage: &mut Stage) {
    stage.open("");
    stage.wait_for_badge(READY);
    stage.restart_browser();
    let n_before = stage.site.requests().len();
    stage.open("?q=kabulov");
    stage.wait_for_badge(READY);
    // Once the server has answered whether there is a newer worker, it has heard of all that was asked before.
    assert_eq!(stage.browser.eval(UPDATE), false);
    // The browser looks for such a worker by itself, too; the page waits for none of it.
    let mut requests = stage.site.requests().split_off(n_before);
    // Firefox asks for the largest icon as well, for its own pages.
    requests.retain(|file| file != "worker.js" && file != "apple-touch-icon.png");
    assert_eq!(requests, [""; 0]);
}

pub fn what_the_page_has_loaded_is_not_loaded_again(stage: &mut Stage) {
    stage.site.let_files_be_cached();
    stage.open("");
    stage.wait_for_badge(READY);
    let mut requests = stage.site.requests();
    requests.sort();
    let n_requests = requests.len();
    requests.dedup();
    assert_eq!(requests.len(), n_requests, "{requests:?}");
}

pub fn an_update_is_offered_and_waits_for_the_reader(stage: &mut Stage) {
    let (first, second) = (press(stage, "first", FIRST, &[]), press(stage, "second", SECOND, &[]));
    stage.site.deploy(&first);
    stage.open("");
    stage.wait_for_badge(READY);
    stage.open("");
    let old = stage.edition();
    let old_wasm =
        "performance.getEntriesByType('resource').find(({ name }) => name.endsWith('.wasm')).name";
    let old_wasm = stage.browser.eval(old_wasm);
    let tab = stage.browser.open_tab();
    stage.open("?article=goes");

    stage.site.deploy(&second);
    stage.open("?article=goes");
    assert_eq!(stage.edition(), old);
    stage.browser.wait_for("document.querySelector('#update button')");
    stage.browser.click("#update summary");
    let changes = stage
        .browser
        .eval("[...document.querySelectorAll('#update li')].map(item => item.innerText)");
    assert_eq!(
        changes,
        json!([
            "Changed: The one that changes",
            "New: The one that comes",
            "Gone: The one that goes"
        ])
    );
    stage.assert_accessible("an offered update");
    // Neither reading on nor opening the page again takes the edition away.
    stage.open("");
    assert_eq!(stage.edition(), old);
    stage.assert_whole();
    stage.browser.wait_for("document.querySelector('#update button')");
    stage.browser.click("#update button");
    stage.browser.wait_for(&format!("document.querySelector('#edition')?.innerText !== '{old}'"));
    stage.wait_until_ready();
    stage.open("?article=comes");
    assert!(stage.browser.text("main article").contains("Cake is here"));
    assert_eq!(stage.browser.count("#update button"), 0);

    // The other tab is as it was, is told, and has its own files when it asks for them.
    stage.site.stop();
    stage.browser.enter_tab(&tab);
    assert_eq!(stage.edition(), old);
    stage.browser.wait_for("document.querySelector('#update button')");
    let status =
        stage.browser.eval_with("fetch(args[0]).then(({ status }) => status)", &[old_wasm]);
    assert_eq!(status, 200);
    stage.browser.click("#update button");
    stage.browser.wait_for(&format!("document.querySelector('#edition')?.innerText !== '{old}'"));
    stage.wait_until_ready();
    stage.wait_for_badge(READY);
    stage.assert_whole();
    stage.assert_no_other_complaints();
}

/// Puts another edition on the server, and comes back to it once all tabs were closed; the version of the
/// one before.
fn take_update(stage: &mut Stage, edition: &Path) -> String {
    let old = stage.edition();
    stage.site.deploy(edition);
    stage.open("");
    stage.browser.wait_for("document.querySelector('#update button')");
    stage.restart_browser();
    stage.open("");
    assert_ne!(stage.edition(), old);
    stage.wait_for_badge(READY);
    old
}

pub fn an_update_comes_by_itself_once_all_tabs_are_closed(stage: &mut Stage) {
    let (first, second) = (press(stage, "first", FIRST, &[]), press(stage, "second", SECOND, &[]));
    stage.site.deploy(&first);
    stage.open("");
    stage.wait_for_badge(READY);
    take_update(stage, &second);
    assert_eq!(stage.browser.eval("caches.keys().then(names => names.length)"), 1);
}

/// Whether no cache of the origin holds the words of the article that goes.
const IS_FORGOTTEN: &str = "(async () => {
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
            const file = await (await cache.match(request)).text();
            if (file.includes('Sugar is gone')) return false;
        }
    }
    return true;
})()";

pub fn a_withdrawn_article_is_kept_nowhere_after_a_visit(stage: &mut Stage) {
    let first = press(stage, "first", FIRST, &[]);
    let withdrawn = |name: &str, milk: &str| {
        let files = [
            ("dossier.toml", "title = \"Tea\"\n"),
            ("changes.md", milk),
            (
                "goes.md",
                "---\ntitle: The one that goes\nwithdrawn: At its author’s wish\n---\n\n“Sugar is gone,” said Cyd Calm.\n",
            ),
        ];
        stage.pressed(name, &files, &[])
    };
    let second = withdrawn("second", "“Milk is out,” said Bob Brisk.\n");
    let third = withdrawn("third", "“Milk is back,” said Bob Brisk.\n");
    stage.site.deploy(&first);
    stage.open("");
    stage.wait_for_badge(READY);
    stage.open("?article=goes");
    assert!(stage.browser.text("main article").contains("Sugar is gone"));
    assert_eq!(stage.browser.eval(IS_FORGOTTEN), false);
    let before = stage.browser.eval("caches.keys().then(([name]) => name)");
    let old = stage.edition();
    let tab = stage.browser.open_tab();

    // One visit, while the other tab stays open: it need not close, and nobody needs to ask for it.
    stage.site.deploy(&second);
    stage.open("");
    // What a cache holds is looked at only then: to open one that goes is to make it again.
    stage.browser.wait_for(&format!(
        "caches.keys().then((names) => names.length === 1 && names[0] !== {before})"
    ));
    assert_eq!(stage.browser.eval(IS_FORGOTTEN), true);
    let new_tab = stage.browser.enter_tab(&tab);
    stage.browser.wait_for("document.querySelector('#update button')");
    stage.site.stop();
    stage.browser.click("#update button");
    stage.browser.wait_for(&format!("document.querySelector('#edition')?.innerText !== '{old}'"));
    stage.wait_until_ready();
    let article = stage.browser.text("main article");
    assert!(article.contains("Withdrawn: At its author’s wish"), "{article}");
    assert!(!article.contains("Sugar"), "{article}");
    stage.wait_for_badge(READY);
    stage.assert_accessible("a withdrawn article");
    stage.browser.enter_tab(&new_tab);

    // The next edition takes nothing more away, so it waits as any does.
    stage.site.restart();
    stage.open("");
    let old = stage.edition();
    stage.site.deploy(&third);
    stage.open("");
    stage.browser.wait_for("document.querySelector('#update button')");
    stage.open("");
    assert_eq!(stage.edition(), old);
    stage.assert_no_other_complaints();
}

/// `Never` comes last: what still hangs then goes on once nothing is broken any more.
const FAULTS: [Fault; 6] =
    [Fault::Cut, Fault::Half, Fault::Truncated, Fault::Error, Fault::Page, Fault::Never];

/// The page asks for an update, which comes to its end, or to where it hangs; whether it is there then.
const UPDATE: &str = "navigator.serviceWorker.getRegistration().then(async (registration) => {
    const ended = registration.update().catch(() => {}).then(() => {
        const { installing } = registration;
        return installing && new Promise((done) => installing.onstatechange = done);
    });
    await Promise.race([ended, new Promise((done) => setTimeout(done, 3000))]);
    return Boolean(registration.waiting);
})";

/// Breaks a file and tries to update until the server was asked for it; fails when the update is there
/// after that. False when the update is there without.
#[track_caller]
fn break_update(stage: &Stage, file: &str, fault: Fault) -> bool {
    stage.site.break_file(Some((file, fault)));
    let n_before = stage.site.requests().len();
    // An update that the browser began by itself may have asked for the file before it broke in this way,
    // and the page's own wish is one with that.
    for _ in 0..5 {
        let is_there = stage.browser.eval(UPDATE) == true;
        let is_asked_for = stage.site.requests()[n_before..].iter().any(|asked| asked == file);
        assert!(!(is_there && is_asked_for), "{file}: {fault:?}");
        if is_there || is_asked_for {
            return is_asked_for;
        }
    }
    panic!("no update asks for {file}: {fault:?}");
}

pub fn whatever_breaks_in_an_update_one_whole_edition_is_there(stage: &mut Stage) {
    let (first, second) = (press(stage, "first", FIRST, &[]), press(stage, "second", SECOND, &[]));
    // The second edition's files by the names of its own worker; its worker is one of them.
    let worker = fs::read_to_string(second.join("worker.js")).expect("the site has a worker");
    let data = worker.lines().next().and_then(|line| line.strip_prefix("const EDITION="));
    let data: serde_json::Value =
        serde_json::from_str(data.expect("it says what it keeps")).expect("as JSON");
    let files = data["files"].as_object().expect("it lists files").keys().map(String::as_str);
    let files = files.map(|file| if file.is_empty() { "index.html" } else { file });
    let files: Vec<&str> = files.chain(["worker.js"]).collect();
    assert!(files.len() >= 6, "{files:?}");

    for file in files {
        // Browsers look for updates by themselves as well, a while after a page was opened, so what is
        // broken stays so until all faults had their turn; and each file has an origin of its own.
        stage.move_site("/");
        stage.site.deploy(&first);
        stage.open("");
        stage.wait_for_badge(READY);
        let old = stage.edition();
        stage.site.break_file(Some((file, FAULTS[0])));
        stage.site.deploy(&second);
        for fault in FAULTS {
            let round = format!("{file}: {fault:?}");
            if !break_update(stage, file, fault) {
                // WebKit has it in its memory from the edition before.
                let is_the_same =
                    fs::read(first.join(file)).ok() == fs::read(second.join(file)).ok();
                assert!(is_the_same, "{round}");
                break;
            }
            stage.open("?q=milk");
            assert_eq!(stage.edition(), old, "{round}");
            assert!(stage.browser.text(RESULT).contains("Milk is out"), "{round}");
            stage.wait_for_badge(READY);
        }
        // Once nothing breaks any more, the update arrives.
        stage.site.break_file(None);
        stage.open("");
        // A browser may be busy with the last attempt for a while.
        let arrives = (0..5).any(|_| stage.browser.eval(UPDATE) == true);
        assert!(arrives, "{file}: no update arrives");
        stage.browser.wait_for("document.querySelector('#update button')");
        stage.browser.click("#update button");
        stage
            .browser
            .wait_for(&format!("document.querySelector('#edition')?.innerText !== '{old}'"));
        stage.wait_until_ready();
        stage.site.stop();
        stage.open("?q=milk");
        assert!(stage.browser.text(RESULT).contains("Milk is back"), "{file}");
        stage.assert_no_other_complaints();
    }
    if stage.keeps_profiles() {
        stage.restart_browser();
    }
    stage.open("");
    stage.assert_whole();
    stage.open("?q=milk");
    assert!(stage.browser.text(RESULT).contains("Milk is back"));
    stage.assert_no_other_complaints();
}

pub fn a_worker_that_is_cut_short_is_none(stage: &mut Stage) {
    let site = press(stage, "site", FIRST, &[]);
    let worker = fs::read_to_string(site.join("worker.js")).expect("the site has a worker");
    // Hosts that are being written to, and connections that break, give a part of it. Where the site's policy does
    // not hold, a part that is a script can be told from one that is none.
    stage.show_pages(&[(
        "index.html",
        "<!doctype html><title>Open</title><link rel=icon href=data:,>",
    )]);
    stage.browser.open(&stage.site.url(""));
    let scripts = stage.browser.eval_with(
        "(() => {
            const worker = args[0].trimEnd();
            const first = worker.indexOf('\\n') + 2;
            const is_script = (text) => { try { return !!new Function(text); } catch { return false; } };
            const lengths = Array.from(worker, (_, length) => length).filter((length) => length > first);
            return [lengths.filter((length) => is_script(worker.slice(0, length))), is_script(worker)];
        })()",
        &[worker.into()],
    );
    assert_eq!(scripts, json!([[], true]));
}

pub fn an_attempt_that_failed_goes_on_where_it_ended(stage: &mut Stage) {
    let site = press(stage, "site", FIRST, &[]);
    stage.site.deploy(&site);
    stage.site.break_file(Some(("icon.svg", Fault::Error)));
    stage.open("");
    stage.wait_for_badge("Not ready offline");
    stage.site.break_file(None);
    stage.open("");
    stage.wait_for_badge(READY);
    stage.site.stop();
    stage.open("");
    stage.assert_whole();
    stage.assert_no_other_complaints();
}

pub fn neighbours_keep_what_is_theirs(stage: &mut Stage) {
    let (first, second) = (press(stage, "first", FIRST, &[]), press(stage, "second", SECOND, &[]));
    stage.move_site("/papers/");
    stage.site.deploy(&first);
    stage.open("");
    stage.wait_for_badge(READY);
    stage.browser.eval(
        "Promise.all(['neighbour', `whosaid ${location.origin}/papers/tea/ 1`, `whosaid ${location.origin}/ 1`]
            .map(name => caches.open(name).then(cache => cache.put('x', new Response('theirs')))))
            .then(() => true)",
    );
    let old = take_update(stage, &second);
    let names = stage.browser.eval("caches.keys()");
    let names: Vec<&str> =
        names.as_array().into_iter().flatten().filter_map(|name| name.as_str()).collect();
    assert_eq!(names.len(), 4, "{names:?}");
    assert!(!names.iter().any(|name| name.ends_with(&old)), "{names:?}");
    let kept =
        "caches.open('neighbour').then(cache => cache.match('x')).then(answer => answer.text())";
    assert_eq!(stage.browser.eval(kept), "theirs");
}

pub fn the_badge_moves_nothing_that_can_be_clicked(stage: &mut Stage) {
    stage.open("");
    stage.wait_for_badge(READY);
    let places = stage.browser.eval(
        "['', 'Getting ready offline …', 'Ready offline in this frame on example.org (12.3 MB).'].map((text) => {
            document.querySelector('#offline').textContent = text;
            const links = [...document.querySelectorAll('#site-foot :is(a, button)')];
            return links.map((link) => {
                const { x, y } = link.getBoundingClientRect();
                return [Math.round(x + scrollX), Math.round(y + scrollY)];
            });
        })",
    );
    assert_eq!((&places[1], &places[2]), (&places[0], &places[0]));
}

pub fn the_badge_says_when_a_file_is_missing(stage: &mut Stage) {
    stage.open("");
    stage.wait_for_badge(READY);
    stage.site.stop();
    stage.browser.eval(
        "caches.keys().then(async ([name]) => {
            const cache = await caches.open(name);
            return cache.delete((await cache.keys()).find(({ url }) => url.endsWith('.svg')));
        })",
    );
    stage.browser.eval("dispatchEvent(new Event('focus'))");
    const IS_BACK: &str = "caches.match('icon.svg').then(Boolean)";
    const IS_TOLD: &str =
        "document.querySelector('#offline').innerText.includes('files are missing')";
    stage.browser.wait_for(&format!("{IS_TOLD} || {IS_BACK}"));
    if stage.browser.eval(IS_BACK) == true {
        // WebKit had it in its memory still, which no test can empty. Then nothing is missing.
        stage.wait_for_badge(READY);
        stage.assert_no_other_complaints();
        return;
    }
    // On the next visit as well.
    stage.open("");
    stage.wait_for_badge("Not ready offline: files are missing");
    // As soon as the file can be had, it is there again.
    stage.site.restart();
    stage.browser.eval("dispatchEvent(new Event('focus'))");
    stage.wait_for_badge(READY);
    stage.assert_no_other_complaints();
}

pub fn a_missing_file_is_missing_and_not_the_page(stage: &mut Stage) {
    stage.open("");
    stage.wait_for_badge(READY);
    stage.open("");
    let statuses =
        "Promise.all(['reader-0123456789abcdef.js', 'none.js', 'none', 'toString', '__proto__']
        .map(file => fetch(file).then(({ status }) => status)))";
    assert_eq!(stage.browser.eval(statuses), json!([404, 404, 404, 404, 404]));
    stage.browser.open(&stage.site.url("none"));
    assert_eq!(stage.browser.count("main, article"), 0);
    // The page by its other name is the page.
    stage.site.stop();
    stage.open("index.html?q=kabulov");
    stage.wait_for_answer_to("kabulov");
    assert!(stage.browser.count(RESULT) > 1);
    stage.assert_no_other_complaints();
}

pub fn a_site_pressed_without_offline_takes_all_away(stage: &mut Stage) {
    let first = press(stage, "first", FIRST, &[]);
    let second = press(stage, "second", SECOND, &["--no-offline"]);
    stage.site.deploy(&first);
    stage.open("");
    stage.wait_for_badge(READY);
    stage.browser.eval("caches.open('neighbour').then(() => true)");
    stage.site.deploy(&second);
    stage.open("");
    stage.browser.wait_for(
        "navigator.serviceWorker.getRegistrations().then(async ({ length }) =>
            !length && String(await caches.keys()) === 'neighbour')",
    );
    stage.open("?article=comes");
    assert!(stage.browser.text("main article").contains("Cake is here"));
    assert_eq!(stage.browser.count(BADGE), 0);
    stage.site.stop();
    assert!(!stage.browser.can_open(&stage.site.url("")));
    stage.complaints();
}

pub fn what_is_taken_away_is_not_brought_back(stage: &mut Stage) {
    let first = press(stage, "first", FIRST, &[]);
    let second = press(stage, "second", SECOND, &["--no-offline"]);
    stage.site.deploy(&first);
    stage.open("");
    stage.wait_for_badge(READY);
    stage.site.deploy(&second);
    // The worker of the first edition is asked what it keeps, as every page that still shows it does, when the
    // next one has just taken that away.
    let left = stage.browser.eval(
        "navigator.serviceWorker.getRegistration().then(async (registration) => {
            const { active } = registration;
            await registration.update();
            const start = performance.now();
            while ((await caches.keys()).length && performance.now() - start < 10000) {
                await new Promise((done) => setTimeout(done));
            }
            const { port1, port2 } = new MessageChannel();
            const answer = new Promise((done) => (port1.onmessage = done));
            active.postMessage(0, [port2]);
            // A worker that is gone by now does not answer.
            await Promise.race([answer, new Promise((done) => setTimeout(done, 2000))]);
            return caches.keys();
        })",
    );
    assert_eq!(left, json!([]));
    stage.assert_no_other_complaints();
}

pub fn a_cache_that_cannot_be_read_stands_in_nobodys_way(stage: &mut Stage) {
    let site = press(stage, "site", FIRST, &[]);
    let worker = site.join("worker.js");
    let mut script = fs::read_to_string(&worker).expect("the site has a worker");
    script.push_str("\ncaches.match = () => Promise.reject(new Error('not now'));\n");
    fs::write(&worker, script).expect("the site can be written to");
    stage.site.deploy(&site);
    stage.open("");
    stage.wait_for_badge(READY);
    stage.open("?q=milk");
    assert!(stage.browser.text(RESULT).contains("Milk is out"));
}

/// Has `delay` say by how many milliseconds the page's messages to its worker are late, by their number from 0.
fn delay_questions(stage: &Stage, delay: &str) {
    stage.browser.run_first(&format!(
        "{{
            window.nAsked = window.nPosted = 0;
            // A page that is none has no workers.
            const worker = window.ServiceWorker?.prototype ?? {{}};
            const {{ postMessage }} = worker;
            worker.postMessage = function (...message) {{
                setTimeout(() => {{
                    window.nPosted++;
                    postMessage.apply(this, message);
                }}, ({delay})(window.nAsked++));
            }};
        }}"
    ));
}

pub fn the_badge_tells_what_was_found_last(stage: &mut Stage) {
    // The page asks the worker whenever that comes to another state. The first answer, of a time when nothing was
    // ready yet, is the last one to arrive.
    delay_questions(stage, "(n) => (n ? 0 : 3000)");
    stage.open("");
    stage.browser.eval("dispatchEvent(new Event('focus'))");
    stage.browser.wait_for("window.nAsked > 1 && window.nPosted === window.nAsked");
    // A first answer that counted after all would be on the badge by then.
    stage.browser.eval("new Promise(done => setTimeout(done, 1000, true))");
    let badge = stage.browser.text(BADGE);
    assert!(badge.contains(READY), "{badge}");
}

pub fn an_answer_that_comes_late_counts(stage: &mut Stage) {
    delay_questions(stage, "() => 2000");
    // The ten seconds for which the page waits are one.
    stage.browser.run_first(
        "{
            const { setTimeout } = window;
            window.setTimeout = (what, ms, ...more) => setTimeout(what, ms === 10000 ? 1000 : ms, ...more);
        }",
    );
    stage.open("");
    stage.wait_for_badge("Not ready offline: files are missing");
    stage.wait_for_badge(READY);
}

pub fn a_refused_storage_is_told(stage: &mut Stage) {
    stage.press_with_address();
    let frame = format!(
        "<!doctype html><title>Host</title><link rel=icon href=data:,>
         <iframe sandbox=allow-scripts width=1000 height=700 src=\"{}\"></iframe>",
        stage.site.url("")
    );
    let host = Server::pages(&[("index.html", &frame)]);
    stage.browser.open(&host.url(""));
    stage.browser.enter_frame(0);
    stage.wait_until_ready();
    stage.wait_for_badge("Not kept offline: storage is refused here");
    let expected = format!("request to another origin: {}", host.url(""));
    assert_eq!(stage.complaints(), [expected]);
}

pub fn the_page_is_kept_where_the_reader_cannot_start(stage: &mut Stage) {
    // The engine of this browser refuses all wasm.
    stage.browser.run_first(
        "WebAssembly.instantiate = WebAssembly.instantiateStreaming = () => Promise.reject(new Error('refused'))",
    );
    stage.browser.open(&stage.site.url(""));
    stage.browser.wait_for("document.querySelector('[role=alert]:not([hidden])')?.innerText");
    // The badge is the app's; the worker is not.
    stage.browser.wait_for(
        "navigator.serviceWorker.ready.then(({ active }) => active.state === 'activated')",
    );
    stage.site.stop();
    stage.browser.open(&stage.site.url(""));
    stage.browser.wait_for(
        "document.querySelector('[role=alert]:not([hidden]) a')?.innerText === 'Try again'",
    );
    stage.browser.click(".article-card h2 a");
    stage.browser.wait_for("document.querySelector('article[id][data-article]')");
    // An icon that the browser asks for by itself fails whenever it likes, as long as there is a page.
    stage.browser.open("about:blank");
    stage.complaints();
}

pub fn that_a_dossier_cannot_be_made_offline_is_said(stage: &mut Stage) {
    let say_online = |is_online: bool| {
        stage.browser.eval_with(
            "(Object.defineProperty(navigator, 'onLine', { configurable: true, value: args[0] }),
              dispatchEvent(new Event(args[0] ? 'online' : 'offline')))",
            &[is_online.into()],
        );
    };
    let says = |words: &str| {
        stage.browser.wait_for(&format!(
            "document.getElementById('make_link').textContent === 'Make a dossier{words}'"
        ));
    };
    stage.open("");
    stage.wait_for_badge(READY);
    say_online(false);
    says(" (needs the network)");
    say_online(true);
    says("");
    // Once it was opened it is kept.
    stage.browser.open(&stage.site.url("make.html"));
    stage.browser.wait_for("caches.match(location.href)");
    stage.open("");
    say_online(false);
    stage.browser.eval("new Promise(done => setTimeout(() => done(true), 300))");
    says("");
}

pub fn it_can_be_installed(stage: &mut Stage) {
    stage.open("");
    stage.wait_for_badge(READY);
    let manifest = stage.browser.devtools("Page.getAppManifest", &json!({}));
    assert_eq!(manifest["errors"], json!([]), "{manifest}");
    let errors = stage.browser.devtools("Page.getInstallabilityErrors", &json!({}));
    assert_eq!(errors["installabilityErrors"], json!([]), "{errors}");
    let icons = "fetch('manifest.webmanifest').then(answer => answer.json()).then(({ icons }) =>
        Promise.all(icons.map(async ({ src, sizes }) => {
            const picture = await createImageBitmap(await (await fetch(src)).blob()).catch(() => null);
            return !picture || sizes === `${picture.width}x${picture.height}`;
        })))";
    assert_eq!(stage.browser.eval(icons), json!([true, true, true, true]));
}

pub fn the_edition_in_one_file_opens_from_disk(stage: &mut Stage) {
    let file = format!("file://{}", stage.dist.join("dossier.html").display());
    stage.browser.open(&file);
    stage.wait_until_ready();
    assert_eq!(stage.browser.count(BADGE), 0);
    stage.assert_whole();
    // An address of a view holds here as well, and Back leads through the views.
    stage.browser.open(&format!("{file}?q=kabulov"));
    stage.wait_until_ready();
    stage.wait_for_answer_to("kabulov");
    assert!(stage.browser.count(RESULT) > 1);
    stage.browser.click(".masthead-name a");
    stage.browser.wait_for("!location.search && !document.querySelector('[aria-label=Results]')");
    assert_eq!(stage.browser.url(), file);
    stage.browser.back();
    stage.browser.wait_for(&format!("document.querySelector('{RESULT}')"));
    // Nothing but the file itself was loaded. Not every browser tells of that.
    let is_the_file =
        |line: &String| line.starts_with(&format!("request to another origin: {file}"));
    let rest: Vec<String> =
        stage.complaints().into_iter().filter(|line| !is_the_file(line)).collect();
    assert_eq!(rest, [""; 0]);
}
