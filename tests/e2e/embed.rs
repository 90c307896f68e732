//! In a stranger's page: frames of all kinds, the element of `embed.js`, and messages.
//!
//! The host is another site than the dossier, as browsers see it: `localhost` and not `127.0.0.1`.

use crate::support::Stage;
use crate::support::page::{RESULT, STATUS};
use browser::{Browser, Fault, Server};
use serde_json::{Value, json};

/// A page on another site that holds `body`, far below a screenful of its own, with room to type.
fn host(body: &str) -> Server {
    let page = format!(
        "<!doctype html><title>Host</title><link rel=icon href=data:,>
         <textarea></textarea><div style='height:2000px'></div>{body}"
    );
    Server::pages(&[("index.html", &page)])
}

/// Fails when something was on the console, or asked for from elsewhere than site and host.
#[track_caller]
fn assert_quiet(stage: &Stage, host: &Server) {
    assert_quiet_but(stage, host, &[]);
}

/// The same, except for what contains one of these words.
#[track_caller]
fn assert_quiet_but(stage: &Stage, host: &Server, expected: &[&str]) {
    let from_host = format!("request to another origin: {}", host.foreign_url(""));
    let is_expected = |line: &String| {
        line.starts_with(&from_host) || expected.iter().any(|words| line.contains(words))
    };
    let complaints: Vec<_> =
        stage.complaints().into_iter().filter(|line| !is_expected(line)).collect();
    assert_eq!(complaints, [""; 0]);
}

/// Enters the first frame, with the host scrolled to it: WebKit's driver clicks beside what is out of sight.
#[track_caller]
fn enter_in_sight(browser: &Browser) {
    browser.eval("(document.querySelector('iframe').scrollIntoView(), true)");
    browser.enter_frame(0);
}

/// Reads a paragraph that the frame was linked to, searches, filters and copies in it, and looks whether
/// the host was left alone.
#[track_caller]
fn use_frame(stage: &Stage, attributes: &str, expected: &[&str]) {
    let browser = &stage.browser;
    let paragraph = "no-threat-to-central-asia-p9";
    let src = stage.site.url(&format!("?embed&amp;article=no-threat-to-central-asia#{paragraph}"));
    let host = host(&format!(
        "<script>addEventListener('message', () => window.hasStarted = true)</script>
         <iframe {attributes} width=900 height=600 src=\"{src}\" title=Dossier></iframe>"
    ));
    browser.open(&host.foreign_url(""));
    browser.wait_for("window.hasStarted");
    // Whatever moved the host would have done so by then. Looked at before the frame is entered: WebKit's driver
    // gives it the focus.
    browser.eval("new Promise(done => setTimeout(done, 300, true))");
    assert_eq!(browser.eval("scrollY"), 0, "it does not scroll the host");
    assert_eq!(browser.eval("document.activeElement === document.body"), true, "it takes no focus");
    browser.enter_frame(0);
    stage.wait_until_ready();
    browser.wait_for(&format!(
        "(box => box.top >= 0 && box.bottom <= innerHeight)\
         (document.getElementById('{paragraph}').getBoundingClientRect())"
    ));
    assert_eq!(browser.eval("document.activeElement === document.body"), true, "it keeps none");

    browser.leave_frames();
    enter_in_sight(browser);
    stage.search_for("Kabulov");
    let n_found = browser.count(RESULT);
    assert!(n_found > 1);
    let speaker = stage.some_speaker();
    stage.toggle_speaker(&speaker);
    assert!((1..n_found).contains(&browser.count(RESULT)));

    browser.click(&format!("{RESULT} a.result-link"));
    browser.wait_for("document.querySelector('main article')");
    let words = browser.text("article .quotation[data-chosen]");
    browser.click("article .who-name[data-chosen]");
    browser.click("aside[aria-label='Who said this'] .cite button");
    browser.wait_for(
        "document.querySelector('aside[aria-label=\"Who said this\"] [role=status]')
            .textContent === 'Copied'",
    );
    browser.leave_frames();
    browser.click("textarea");
    browser.press(&["Control+v"]);
    let pasted = browser.eval("document.querySelector('textarea').value");
    assert!(pasted.as_str().is_some_and(|text| text.contains(&words)), "{pasted} lacks {words:?}");
    assert_quiet_but(stage, &host, expected);
}

pub fn every_kind_of_frame_has_the_whole_reader(stage: &mut Stage) {
    stage.press_with_address();
    for attributes in [
        "",
        "sandbox='allow-scripts allow-same-origin'",
        "sandbox='allow-scripts'",
        "referrerpolicy=no-referrer sandbox='allow-scripts allow-same-origin allow-popups'",
    ] {
        stage.note_step(format!("<iframe {attributes}>"));
        use_frame(stage, attributes, &[]);
    }
}

pub fn a_finding_stands_in_every_kind_of_frame_in_the_look_of_its_host(stage: &mut Stage) {
    stage.press_with_address();
    let browser = &stage.browser;
    stage.open("?view=statements");
    let statement = browser.eval(
        "new URL(document.querySelector('.statement a[href*=\"view=statement-\"]').href).search.slice(1)",
    );
    let statement = statement.as_str().expect("it is an address").to_owned();
    stage.open("?view=compare&speaker=zamir-kabulov");
    let row = browser.eval(
        "new URL(document.querySelector('.compared-row a[href*=\"view=row-\"]').href).search.slice(1)",
    );
    let row = row.as_str().expect("it is an address").to_owned();
    for attributes in [
        "",
        "sandbox='allow-scripts'",
        "sandbox='allow-scripts allow-same-origin' referrerpolicy=no-referrer",
    ] {
        stage.note_step(format!("<iframe {attributes}>"));
        for (view, shown) in [
            (&*statement, ".finding .versions"),
            (&*row, ".finding .compared-row"),
            ("view=matrix", ".finding .matrix"),
            ("view=compare&speaker=zamir-kabulov", ".compared-row"),
        ] {
            let look = "accent=a00000&amp;paper=fff4e0&amp;face=sans";
            let src =
                stage.site.url(&format!("?embed&amp;{look}&amp;{}", view.replace('&', "&amp;")));
            let host = host(&format!(
                "<iframe {attributes} width=900 height=600 src=\"{src}\" title=Dossier></iframe>"
            ));
            browser.open(&host.foreign_url(""));
            browser.enter_frame(0);
            stage.wait_until_ready();
            browser.wait_for(&format!("document.querySelector('{shown}')"));
            assert_eq!(
                browser.eval("getComputedStyle(document.body).backgroundColor"),
                "rgb(255, 244, 224)"
            );
            assert_eq!(
                browser.eval("getComputedStyle(document.querySelector('main a[href]')).fontFamily === getComputedStyle(document.body).fontFamily"),
                true
            );
            browser.leave_frames();
            assert_quiet(stage, &host);
        }
    }
    // An accent that could not be read is not used, and that is said.
    stage.open("?view=matrix&accent=ffee00");
    browser
        .wait_for("document.querySelector('.notices').textContent.includes('too little contrast')");
}

pub fn a_frame_without_storage_has_it_too(stage: &mut Stage) {
    stage.refuse_storage();
    stage.open("");
    let kept = stage.browser.eval(
        "(() => { try { return localStorage.length } catch (error) { return error.name } })()",
    );
    assert_eq!(kept, "SecurityError", "this browser keeps nothing");
    // Firefox says so on its console whenever a page asks.
    let refused = ["Storage access is restricted"];
    assert_quiet_but(stage, &Server::pages(&[]), &refused);
    use_frame(stage, "", &refused);
}

const FIRST: &str = "document.querySelectorAll('whosaid-dossier')[0].shadowRoot.firstChild";
const SECOND: &str = "document.querySelectorAll('whosaid-dossier')[1].shadowRoot.firstChild";

/// Waits until the frame that `frame` gives shows what `condition` says, and looks at the host again.
#[track_caller]
fn wait_in(browser: &Browser, frame: &str, condition: &str) {
    browser.enter(frame);
    browser.wait_for(condition);
    browser.leave_frames();
}

pub fn two_dossiers_on_one_page(stage: &mut Stage) {
    stage.press_with_address();
    let browser = &stage.browser;
    let script = stage.site.url("embed.js");
    let src = stage.site.url("");
    let host = host(&format!(
        "<script src='{script}'></script><script src='{script}'></script>
         <script>
             window.states = [];
             addEventListener('whosaid-state', ({{ target, detail }}) => states.push([target.id, detail]));
         </script>
         <whosaid-dossier id=one src='{src}' speaker='zamir-kabulov sergei-lavrov' height=300
             title='Two speakers'><a href='{src}'>In full</a></whosaid-dossier>
         <whosaid-dossier id=two src='{src}?q=embassy' theme=dark sandbox=allow-scripts></whosaid-dossier>
         <script>window.atFirst = [one.offsetHeight, two.offsetHeight]</script>"
    ));
    browser.open(&host.foreign_url(""));
    assert_eq!(browser.eval("atFirst"), json!([300, 600]), "the height is kept free at first");
    assert_eq!(browser.eval(&format!("{FIRST}.title")), "Two speakers");
    browser.eval("one.scrollIntoView()");
    wait_in(browser, FIRST, "document.querySelectorAll('.chosen .chip').length >= 2");
    wait_in(
        browser,
        SECOND,
        &format!("document.querySelector('{STATUS}').textContent.includes('embassy')"),
    );
    browser.enter(SECOND);
    assert_eq!(browser.eval("document.documentElement.dataset.theme"), "dark");
    assert_eq!(browser.eval("origin"), "null");
    browser.leave_frames();

    // Each is as high as what it shows, and no scroll bar is needed.
    for (id, frame) in [("one", FIRST), ("two", SECOND)] {
        // Browsers let frames out of sight sleep, in the middle of a layout if need be.
        browser.eval(&format!("{id}.scrollIntoView()"));
        browser.wait_for(&format!("{id}.offsetHeight > 700"));
        wait_in(browser, frame, "document.documentElement.scrollHeight <= innerHeight");
    }

    // What is set on the first one changes the first one alone.
    browser.eval("(one.speaker = ['sergei-lavrov'], one.q = 'Taliban', one.theme = 'light')");
    wait_in(
        browser,
        FIRST,
        "/^\\?.*speaker=sergei-lavrov&/.test(location.search.replace('?embed=', '?'))
        || location.search.includes('speaker=sergei-lavrov')",
    );
    browser.enter(FIRST);
    browser.wait_for("new URLSearchParams(location.search).get('q') === 'Taliban'");
    let speakers = browser.eval("new URLSearchParams(location.search).getAll('speaker')");
    assert_eq!(speakers, json!(["sergei-lavrov"]));
    browser.wait_for("document.documentElement.dataset.theme === 'light'");
    browser.leave_frames();
    browser.eval("one.removeAttribute('q')");
    wait_in(browser, FIRST, "!new URLSearchParams(location.search).has('q')");
    browser.eval("two.show({ q: null, article: 'not-an-enemy', paragraph: 'not-an-enemy-p3' })");
    wait_in(browser, SECOND, "document.getElementById('not-an-enemy-p3')");

    // The host hears of it, from each by its own element.
    browser.wait_for(
        "states.some(([id, { q, speaker }]) => id === 'one' && !q && speaker.length === 1)",
    );
    browser.wait_for(
        "states.some(([id, { paragraph }]) => id === 'two' && paragraph === 'not-an-enemy-p3')",
    );
    let url = browser.eval("states.findLast(([id]) => id === 'two')[1].url");
    assert_eq!(url, stage.site.url("articles/not-an-enemy.html?theme=dark#not-an-enemy-p3"));

    // Another source is another dossier; taken away, it is gone and nothing is left behind.
    browser.eval(&format!("two.src = '{src}?view=speakers'"));
    browser.eval("two.scrollIntoView()");
    wait_in(browser, SECOND, "document.querySelectorAll('.speaker-index li').length > 5");
    browser.eval("two.remove()");
    assert_eq!(browser.eval("frames.length + document.querySelectorAll('iframe').length"), 0);
    assert_eq!(browser.eval("scrollY > 0 && document.activeElement === document.body"), true);
    assert_quiet(stage, &host);
}

pub fn what_a_host_said_early_is_not_lost(stage: &mut Stage) {
    let browser = &stage.browser;
    let script = stage.site.url("embed.js");
    let src = stage.site.url("");
    let host = host(&format!(
        "<whosaid-dossier id=one src='{src}' article='not-an-enemy'></whosaid-dossier>
         <script>one.q = 'embassy'</script>
         <script src='{script}'></script>
         <script>
             const add = (id) => document.body.append(
                 Object.assign(document.createElement('whosaid-dossier'), {{ id }}));
             window.two = document.createElement('whosaid-dossier');
             two.src = '{src}?kind=indirect';
             two.q = 'border';
             two.show({{ q: null, speaker: ['sergei-lavrov', 'zamir-kabulov'] }});
             document.body.append(two);
             add('three');
         </script>"
    ));
    browser.open(&host.foreign_url(""));
    let asked = |place: u32| {
        browser.eval(&format!(
            "document.querySelectorAll('whosaid-dossier')[{place}].shadowRoot.firstChild?.src"
        ))
    };
    // A property that was set before the script ran, and what was shown before there was a frame.
    assert_eq!(asked(0), format!("{src}?q=embassy&article=not-an-enemy&embed="));
    let of_two = format!("{src}?kind=indirect&speaker=sergei-lavrov&speaker=zamir-kabulov");
    assert_eq!(asked(1), format!("{of_two}&embed="));
    // Frames far below load when they come into view.
    browser.eval("one.scrollIntoView()");
    wait_in(browser, FIRST, "new URLSearchParams(location.search).get('q') === 'embassy'");
    browser.eval("one.q = 'Taliban'");
    wait_in(browser, FIRST, "new URLSearchParams(location.search).get('q') === 'Taliban'");
    // It stands when the frame is loaded anew, but is not for another dossier.
    browser.eval("two.accent = '#004488'");
    assert_eq!(asked(1), format!("{of_two}&accent=004488&embed="));
    browser.eval(&format!("two.src = '{src}'"));
    assert_eq!(asked(1), format!("{src}?q=border&accent=004488&embed="));
    // An address may come late.
    assert_eq!(asked(2), json!(null));
    browser.eval(&format!("three.src = '{src}'"));
    assert_eq!(asked(2), format!("{src}?embed="));
    assert_quiet(stage, &host);
}

/// A host with one frame, `frame`, that collects what the frame says in `said`.
fn speaking_host(src: &str) -> Server {
    host(&format!(
        "<script>
             window.said = [];
             addEventListener('message', ({{ source, data }}) => {{
                 if (source === frames[0]) said.push(data);
             }});
             window.say = (message) => frames[0].postMessage(message, '*');
             window.state = () => said.findLast(({{ type }}) => type === 'state');
         </script>
         <iframe id=frame width=900 height=600 src=\"{src}\" title=Dossier></iframe>"
    ))
}

pub fn the_host_sets_the_view_and_learns_of_it(stage: &mut Stage) {
    let browser = &stage.browser;
    let host = speaking_host(&stage.site.url("?embed"));
    browser.open(&host.foreign_url(""));
    browser.wait_for("said.some(({ type }) => type === 'height') && state()");
    assert_eq!(
        browser.eval(
            "said.every(({ whosaid, type }) => whosaid === 1 && /^(height|state)$/.test(type))"
        ),
        true
    );
    let n_steps = browser.eval("history.length");
    browser.eval(
        "say({ whosaid: 1, type: 'set', q: 'embassy', speaker: ['zamir-kabulov'], theme: 'dark' })",
    );
    browser.wait_for("state().q === 'embassy' && state().speaker[0] === 'zamir-kabulov'");
    let url = browser.eval("state().url");
    assert_eq!(url, stage.site.url("?q=embassy&speaker=zamir-kabulov&theme=dark"));
    // Each state can be said back.
    browser.eval("(window.before = state(), say({ whosaid: 1, type: 'set', q: '', view: 'speakers', speaker: null }))");
    browser.wait_for("state().view === 'speakers' && !state().q && !state().speaker.length");
    browser.eval("(({ url, ...fields }) => say({ ...fields, type: 'set' }))(before)");
    browser.wait_for(
        "state().q === 'embassy' && state().speaker[0] === 'zamir-kabulov' && !state().view",
    );
    browser.eval(
        "say({ whosaid: 1, type: 'set', article: 'not-an-enemy', paragraph: 'not-an-enemy-p2' })",
    );
    browser.wait_for("state().paragraph === 'not-an-enemy-p2'");
    // The host's wishes are no steps of the reader's; what the reader does is told too.
    assert_eq!(browser.eval("history.length"), n_steps);
    enter_in_sight(browser);
    browser.eval("document.querySelector('.masthead-name a').click()");
    browser.leave_frames();
    browser.wait_for("!state().article && !state().q");
    // Asked, it says again where it is. Of its height it may say so by itself at any time.
    browser.eval("(said.length = 0, say({ whosaid: 1, type: 'ask' }))");
    browser.wait_for("state() && said.some(({ height }) => height > 100)");
    assert_quiet(stage, &host);
}

pub fn what_a_host_says_before_the_reader_starts_is_heard(stage: &mut Stage) {
    let browser = &stage.browser;
    let wasm = stage.wasm();
    let host = speaking_host(&stage.site.url("?embed"));
    stage.site.break_file(Some((&wasm, Fault::Late)));
    browser.open(&host.foreign_url(""));
    browser.eval("(say({ whosaid: 1, type: 'set', q: 'embassy' }), true)");
    browser.enter_frame(0);
    assert_eq!(browser.eval("typeof whosaid.search"), "undefined", "the reader has not started");
    stage.site.break_file(None);
    stage.wait_for_answer_to("embassy");
    browser.leave_frames();
    browser.wait_for("state()?.q === 'embassy'");
    assert_quiet(stage, &host);
}

/// What no host may say. Each would show in the URL if it were heard.
const REFUSED: &str = "[
    null, undefined, 1, 'set', [], {}, new Map([['whosaid', 1]]), new Date(),
    { type: 'set', q: 'heard' },
    { whosaid: '1', type: 'set', q: 'heard' },
    { whosaid: 2, type: 'set', q: 'heard' },
    { whosaid: [1], type: 'set', q: 'heard' },
    { whosaid: 1, q: 'heard' },
    { whosaid: 1, type: 'Set', q: 'heard' },
    { whosaid: 1, type: ['set'], q: 'heard' },
    { whosaid: 1, type: 'eval', q: 'heard' },
    { whosaid: 1, type: 'set', q: 1 },
    { whosaid: 1, type: 'set', q: ['heard'] },
    { whosaid: 1, type: 'set', q: { toString: 'heard' } },
    { whosaid: 1, type: 'set', q: 'heard', more: 1 },
    { whosaid: 1, type: 'set', q: 'heard', __proto__: null, constructor: 'x' },
    JSON.parse('{ \"whosaid\": 1, \"type\": \"set\", \"q\": \"heard\", \"__proto__\": {} }'),
    { whosaid: 1, type: 'set', q: 'heard', embed: 'no' },
    { whosaid: 1, type: 'set', q: 'x'.repeat(5001) },
    { whosaid: 1, type: 'set', q: 'x'.repeat(1 << 20) },
    { whosaid: 1, type: 'set', q: 'heard', article: 'x'.repeat(201) },
    { whosaid: 1, type: 'set', q: 'heard', speaker: ['x'.repeat(1 << 20)] },
    { whosaid: 1, type: 'set', q: 'heard', speaker: Array(51).fill('x') },
    { whosaid: 1, type: 'set', q: 'heard', speaker: [['x']] },
    { whosaid: 1, type: 'set', q: 'heard', speaker: [null] },
    { whosaid: 1, type: 'set', q: 'heard', kind: { length: 1, 0: 'direct' } },
    Object.assign(Array(1e6).fill('heard'), { whosaid: 1, type: 'set' }),
]";

pub fn what_a_host_must_not_say_is_ignored(stage: &mut Stage) {
    let browser = &stage.browser;
    let host = speaking_host(&stage.site.url("?embed"));
    browser.open(&host.foreign_url(""));
    browser.wait_for("state()");
    let at_first = browser.eval("state().url");
    let n_refused = browser.eval(&format!("{REFUSED}.map(say).length"));
    assert!(n_refused.as_u64() > Some(25));
    // From another window than the host's: the frame's own, and a frame beside it.
    browser.enter_frame(0);
    browser.eval("postMessage({ whosaid: 1, type: 'set', q: 'heard' }, '*')");
    browser.leave_frames();
    // A second is time enough to heed what must not be heard.
    browser.eval(
        "new Promise(done => {
            const beside = document.createElement('iframe');
            beside.onload = () => {
                beside.contentWindow.eval(
                    `parent.frames[0].postMessage({ whosaid: 1, type: 'set', q: 'heard' }, '*')`);
                setTimeout(done, 1000, true);
            };
            document.body.append(beside);
        })",
    );
    assert_eq!(browser.eval("state().url"), at_first);
    browser.enter_frame(0);
    assert_eq!(browser.eval("location.search"), "?embed");
    assert_eq!(browser.count(".notices p"), 0);

    // A flood: what is heard of it is set a few times a second, and the page stays at hand.
    browser.eval(
        "(() => {
            window.nWritten = 0;
            const { replaceState } = history;
            history.replaceState = function () { window.nWritten++; replaceState.apply(this, arguments); };
            return true;
        })()",
    );
    browser.leave_frames();
    // Changes are counted over this time.
    browser.eval(
        "new Promise(done => {
            for (let i = 0; i < 20000; i++) say({ whosaid: 1, type: 'set', q: 'flood ' + i });
            setTimeout(done, 1500, true);
        })",
    );
    browser.enter_frame(0);
    let n_written = browser.eval("nWritten").as_u64().unwrap_or(u64::MAX);
    // Each time by the script, and perhaps once more by the app.
    assert!((1..=10).contains(&n_written), "{n_written} changes of the URL");
    browser.leave_frames();
    // On a busy machine the flood lasts; once one question is answered again, and its second over, it is past.
    browser.eval(
        "(async () => {
            said.length = 0;
            while (!said.length) {
                say({ whosaid: 1, type: 'ask' });
                await new Promise(done => setTimeout(done, 1200));
            }
            return true;
        })()",
    );
    // Most of what comes too fast is not even read.
    let answers = browser.eval(
        "new Promise(done => {
            said.length = 0;
            const start = performance.now();
            for (let i = 0; i < 3000; i++) say({ whosaid: 1, type: 'ask' });
            // What was read is answered in the order in which it came.
            const wait = (n) => setTimeout(() => {
                if (n && said.length === n) {
                    done({ n: said.filter(({ type }) => type === 'state').length, ms: performance.now() - start });
                } else wait(said.length);
            }, 1200);
            wait(0);
        })",
    );
    let n = answers["n"].as_u64().unwrap_or(u64::MAX);
    let seconds = answers["ms"].as_f64().unwrap_or(0.0) / 1000.0;
    assert!(
        n > 0 && (n as f64) < 100.0 * (seconds + 2.0) && n < 2000,
        "{n} answers in {seconds} s"
    );
    // And what is said in due form afterwards is heard.
    browser.eval("say({ whosaid: 1, type: 'set', q: 'Kabulov' })");
    browser.wait_for("state().q === 'Kabulov'");
    assert_quiet(stage, &host);
}

pub fn only_named_hosts_are_heard(stage: &mut Stage) {
    let host = speaking_host("about:blank");
    let named = host.foreign_url("");
    for (named, is_heard) in [(named.trim_end_matches('/'), true), ("https://example.org", false)] {
        stage.press(&[
            ("dossier.toml", &format!("title = \"T\"\n[embed]\nhosts = [\"{named}\"]\n")),
            ("a.md", "\"We will go,\" said Jane Doe, the mayor of the town.\n"),
        ]);
        let browser = &stage.browser;
        browser.open(&host.foreign_url(""));
        browser.eval_with("(frame.src = args[0])", &[stage.site.url("?embed").into()]);
        browser.enter_frame(0);
        stage.wait_until_ready();
        browser.leave_frames();
        browser.eval("(say({ whosaid: 1, type: 'set', q: 'go' }), true)");
        if is_heard {
            browser.wait_for("said.length > 0");
            browser.enter_frame(0);
            browser.wait_for("location.search.includes('q=go')");
            browser.leave_frames();
        } else {
            // A second is time enough to heed what must not be heard.
            browser.eval("new Promise(done => setTimeout(done, 1000, true))");
        }
        assert_eq!(browser.eval("said.length > 0"), is_heard, "the page speaks with {named}");
        browser.enter_frame(0);
        assert_eq!(browser.eval("location.search.includes('q=go')"), is_heard, "{named}");
        browser.leave_frames();
        assert_quiet(stage, &host);
    }
}

pub fn the_snippet_works_in_another_page(stage: &mut Stage) {
    let browser = &stage.browser;
    // Signs that mean something in markup and in addresses.
    let view = "?q=%22embassy%22+-%3Cb%3E&speaker=zamir-kabulov&kind=direct";
    // The dialog, in which the preview shows the view.
    let open_dialog = || {
        stage.open(view);
        browser.click("#foot-buttons button:nth-of-type(3)");
        browser.wait_for("document.querySelector('dialog.share textarea')?.value");
        browser.enter_frame(0);
        stage.wait_until_ready();
        browser.wait_for(&format!(
            "document.querySelector('{STATUS}').textContent.includes('embassy')"
        ));
    };
    open_dialog();
    // It has no preview of its own.
    assert_eq!(
        browser.eval("document.querySelector('#foot-buttons button').checkVisibility()"),
        false
    );
    browser.leave_frames();
    stage.assert_accessible("the dialog of the snippet");

    for form in [0, 1] {
        browser.eval_with(
            "(() => {
                const [form, theme] = document.querySelectorAll('.share select');
                const [width, height] = document.querySelectorAll('.share input');
                form.selectedIndex = args[0];
                theme.value = 'dark';
                width.value = '640';
                height.value = '450';
                for (const field of [form, theme, width, height]) {
                    field.dispatchEvent(new Event('change', { bubbles: true }));
                }
                return true;
            })()",
            &[json!(form)],
        );
        // The preview follows. Left while it loads, a browser would complain.
        browser.enter_frame(0);
        browser.wait_for("location.search.includes('theme=dark')");
        stage.wait_until_ready();
        browser.leave_frames();
        browser.click(".share button");
        browser
            .wait_for("document.querySelector('.share p[role=status]').textContent === 'Copied.'");
        let snippet = browser.eval("document.querySelector('dialog.share textarea').value");
        let snippet = snippet.as_str().expect("it is text").to_owned();
        assert!(!snippet.contains('\n'), "{snippet}");
        let host = host(&snippet);
        browser.open(&host.foreign_url(""));
        let frame = if form == 0 { FIRST } else { "document.querySelector('iframe')" };
        browser.wait_for(frame);
        browser.eval(&format!("{frame}.scrollIntoView()"));
        assert_eq!(browser.eval(&format!("{frame}.offsetWidth")), 640);
        assert!(browser.eval(&format!("{frame}.offsetHeight")).as_u64() >= Some(450));
        browser.enter(frame);
        browser.wait_for("!!window.whosaid?.ready");
        stage.wait_until_ready();
        browser.wait_for(&format!(
            "document.querySelector('{STATUS}').textContent.includes('embassy')"
        ));
        let query = browser.eval("new URLSearchParams(location.search).get('q')");
        assert_eq!(query, "\"embassy\" -<b>");
        let chosen = browser
            .eval("[...document.querySelectorAll('.filters input:checked')].map(box => box.value)");
        assert_eq!(chosen, json!(["zamir-kabulov", "direct"]));
        assert_eq!(browser.eval("document.documentElement.dataset.theme"), "dark");
        assert_eq!(browser.eval("document.querySelector('.full-page').checkVisibility()"), true);
        let full = browser.eval("document.querySelector('.full-page').href");
        let full = full.as_str().expect("it is an address").to_owned();
        assert!(full.contains("speaker=zamir-kabulov") && !full.contains("embed"), "{full}");
        browser.leave_frames();
        assert_quiet(stage, &host);
        open_dialog();
        browser.leave_frames();
    }
}

pub fn nothing_moves_in_a_frame(stage: &mut Stage) {
    let browser = &stage.browser;
    for link in [
        "?embed",
        "?embed&amp;speaker=zamir-kabulov",
        "?embed&amp;q=zzqx",
        "?embed&amp;article=not-an-enemy",
    ] {
        let host = host(&format!(
            "<iframe width=900 height=600 src=\"{}\" title=Dossier></iframe>",
            stage.site.url(link)
        ));
        browser.open(&host.foreign_url(""));
        browser.eval("frames[0].focus()");
        browser.eval("document.querySelector('iframe').scrollIntoView()");
        browser.enter_frame(0);
        stage.wait_until_ready();
        // What moves late would have moved by then.
        let shift = browser.eval(
            "new Promise(done => {
                let shift = 0;
                new PerformanceObserver(list => {
                    for (const { value } of list.getEntries()) shift += value;
                }).observe({ type: 'layout-shift', buffered: true });
                setTimeout(() => done(shift), 700);
            })",
        );
        assert!(shift.as_f64().is_some_and(|shift| shift <= 0.02), "{link} shifts by {shift}");
        browser.leave_frames();
        assert_quiet(stage, &host);
    }
}

pub fn the_page_tells_what_it_loads(stage: &mut Stage) {
    let browser = &stage.browser;
    stage.open("?q=embassy");
    stage.wait_for_badge("Ready offline on this site");
    stage.choose_colours("dark");
    browser.click("#foot-buttons button:last-of-type");
    browser.wait_for("document.querySelector('dialog.share table')");
    let told =
        browser.eval("[...document.querySelectorAll('.share th')].map(cell => cell.textContent)");
    let told: Vec<&str> = told.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let mut asked = stage.site.requests();
    // The server knows the page by its file, and what the page itself asked for before it told.
    // The worker is the browser's own request, of which no page learns.
    asked.retain(|path| path != "favicon.ico" && path != "worker.js");
    for path in asked {
        let name = if path == "index.html" { "the front page" } else { &path };
        assert!(told.contains(&name), "{path} was asked for and is not among {told:?}");
    }
    let text = browser.text(".share");
    let origin = stage.site.origin();
    let n_rows = browser.eval("document.querySelector('dialog.share table').rows.length");
    assert!(
        text.contains(&format!("{n_rows} requests to {origin}. None went elsewhere.")),
        "{text}"
    );
    assert!(text.contains("No cookies are set."), "{text}");
    let kept = text.lines().find(|line| line.starts_with("Kept in this browser: "));
    assert!(
        kept.is_some_and(|kept| kept.contains("your settings")),
        "what is kept is told: {text}"
    );
    let kept = browser.eval(
        "[...document.querySelectorAll('dialog.share table')[1].rows].map(row => row.textContent)",
    );
    let kept: Vec<&str> = kept.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    for file in ["the front page", "icon.svg", "manifest.webmanifest", ".js", "_bg.wasm"] {
        let is_it = |row: &&str| row.contains(file) && row.ends_with(" bytes");
        assert_eq!(kept.iter().copied().filter(is_it).count(), 1, "{file} is kept: {kept:?}");
    }
    stage.assert_accessible("what the page loads");
    browser.press(&["Escape"]);
    browser.wait_for("!document.querySelector('.share')");

    // It would tell of a foreign request, too. The policy stops it; the browser notes the attempt.
    let host = host("");
    browser.eval_with("fetch(args[0]).catch(() => true)", &[host.foreign_url("x").into()]);
    browser.click("#foot-buttons button:last-of-type");
    browser.wait_for("document.querySelector('dialog.share table')");
    assert_eq!(host.requests(), [""; 0]);
    stage.complaints();
}
