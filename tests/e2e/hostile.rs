//! Hostile texts at every door of the page: nothing of them runs, nothing reaches the console, and what
//! is shown of them is the text.

use crate::support::Stage;
use crate::support::page::{SEARCH, STATUS};
use browser::Server;
use serde_json::{Value, json};
use whosaid::preferences::{Preferences, Stored};

#[path = "../data/hostile.rs"]
mod texts;

use texts::{Door, LONG, in_one_line, is_at};

/// Chromium lets a page change its address two hundred times in ten seconds, WebKit a hundred times, and not
/// more.
const PAUSE: &str = "new Promise(done => setTimeout(done, 110))";

/// Longer texts are compared by their length: all of them to and fro would take minutes.
const COMPARED: usize = 10_000;

/// What is on the page that the page's own code does not put there: elements of other names, attributes
/// that are code, addresses that are not of the web, parts that are there twice.
const STRANGE: &str = "(() => {
    const names = new Set('html head meta title link style script body a div noscript header p search label \
        input aside fieldset legend span main h1 h2 h3 section ul li article time footer button nav dialog \
        ol dl dt dd kbd strong em i b blockquote figure figcaption bdi progress noscript details summary \
        textarea dialog del ins table caption thead tbody tfoot tr th td small svg rect code \
        select option'.split(' '));
    const ids = [...document.querySelectorAll('[id]')].map(element => element.id);
    return [
        ...[...document.querySelectorAll('*')].filter(({ localName }) => !names.has(localName))
            .map(({ localName }) => localName),
        ...[...document.querySelectorAll('*')].flatMap(element => [...element.attributes])
            .filter(({ name }) => /^(on|style$|srcdoc$|formaction$|ping$)/i.test(name)).map(({ name }) => name),
        ...[...document.querySelectorAll('[href], [src]')].filter(({ localName, href, src }) => {
            const { origin, protocol } = new URL(href ?? src);
            // An article may have links, which lead elsewhere when they are followed.
            return localName === 'a' ? !/^https?:$/.test(protocol) : origin !== location.origin;
        }).map(({ outerHTML }) => outerHTML),
        ...ids.filter((id, at) => ids.indexOf(id) !== at),
        // The page has six style sheets of its own.
        ...(document.querySelector('body script, body style, style ~ style ~ style ~ style ~ style ~ style ~ style')
            ? ['script or style'] : []),
        ...(typeof hostile === 'undefined' ? [] : ['hostile']),
    ];
})()";

/// Those that a dossier may hold, one an article, in order; of the longest as many as there are doors,
/// because a browser takes seconds to lay out each.
fn fit() -> Vec<String> {
    let mut n_long = 0;
    let mut is_chosen = |text: &String| {
        n_long += usize::from(text.len() > LONG / 2);
        texts::is_fit(text) && (text.len() < LONG / 2 || (2..5).contains(&n_long))
    };
    texts::texts().into_iter().filter(|text| is_chosen(text)).collect()
}

/// What stands for a text in an answer of the browser: itself, or its length in UTF-16 units.
fn expected(text: &str) -> Value {
    let text = in_one_line(text);
    if text.len() < COMPARED { text.into() } else { text.encode_utf16().count().into() }
}

/// The same of an element's text, as JavaScript.
const SHOWN: &str = "const shown = (element) => {
    const text = element?.textContent ?? '';
    return new TextEncoder().encode(text).length < 10000 ? text : text.length;
};";

/// Serves a dossier of hostile texts; gives those of its articles.
pub fn press(stage: &mut Stage) -> Vec<String> {
    let texts = fit();
    let files = texts::dossier(&texts);
    let files: Vec<_> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    stage.press(&files);
    texts
}

/// Compares what the articles show with the texts at a door, one by one, so that a failure names the
/// text. `shown` begins with the article of the text 0.
#[track_caller]
fn assert_shown(shown: &Value, texts: &[String], door: Door) {
    let shown = shown.as_array().expect("it is a list");
    assert_eq!(shown.len(), texts.len(), "{shown:?}");
    for (at, (shown, text)) in shown.iter().zip(texts).enumerate() {
        if is_at(door, at, text) {
            assert_eq!(shown, &expected(text), "text {at}");
        }
    }
}

/// What the cards show as headlines, in the order of the texts.
#[track_caller]
fn headlines(stage: &Stage, texts: &[String]) -> Value {
    let browser = &stage.browser;
    let mut cards = Vec::new();
    for number in 1..=texts.len().div_ceil(50) {
        stage.open(&if number == 1 {
            String::new()
        } else {
            format!("list/articles-{number}.html")
        });
        let some = browser.eval(&format!(
            "(() => {{ {SHOWN}
                return [...document.querySelectorAll('.article-card h2 a')].map(shown);
            }})()"
        ));
        cards.extend(some.as_array().expect("it is a list").iter().cloned());
        assert_eq!(browser.eval(STRANGE), json!([]));
    }
    // Undated as they are, they stand in the order of their names.
    let mut names: Vec<(String, usize)> =
        (0..texts.len()).map(|at| (format!("t{at}.md"), at)).collect();
    names.sort();
    let mut in_order = vec![Value::Null; cards.len()];
    for ((_, at), card) in names.iter().zip(cards) {
        in_order[*at] = card;
    }
    in_order.into()
}

/// What the articles show as their first paragraphs. The page goes from one to the next as it would by Back.
#[track_caller]
fn bodies(stage: &Stage, texts: &[String]) -> Value {
    let browser = &stage.browser;
    let goes = "(url, isThere) => new Promise(done => {
        history.replaceState(null, '', url);
        dispatchEvent(new PopStateEvent('popstate'));
        const look = () => isThere() ? done() : requestAnimationFrame(look);
        look();
    })";
    let mut shown = Vec::new();
    // A few at a time: the driver does not wait for ever.
    for first in (0..texts.len()).step_by(20) {
        let some = browser.eval(&format!(
            "(async () => {{ {SHOWN}
                const go = {goes};
                const all = [];
                for (let at = {first}; at < {}; at++) {{
                    // Its text comes in a block of its own.
                    await go(`?article=t${{at}}`, () =>
                        document.querySelector(`main article#t${{at}}:not(:has(.absent))`));
                    const strange = {STRANGE};
                    if (strange.length) return [strange];
                    await {PAUSE};
                    all.push(shown(document.getElementById(`t${{at}}-p1`)));
                }}
                return all;
            }})()",
            texts.len().min(first + 20)
        ));
        shown.extend(some.as_array().expect("it is a list").iter().cloned());
    }
    shown.into()
}

/// The names in the index of speakers.
#[track_caller]
fn names(stage: &Stage) -> Vec<String> {
    let browser = &stage.browser;
    let mut names = Vec::new();
    for number in 1.. {
        stage.open(&format!(
            "?view=speakers{}",
            if number == 1 { String::new() } else { format!("-{number}") }
        ));
        let some = browser.eval(
            "[...document.querySelectorAll('.speaker-index h2')].map(name => name.firstElementChild.textContent)",
        );
        assert_eq!(browser.eval(STRANGE), json!([]));
        names.extend(
            some.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned),
        );
        if browser.count(".neighbours .next") == 0 {
            break;
        }
    }
    names
}

pub fn a_dossier_of_them_is_text(stage: &mut Stage) {
    let texts = press(stage);
    let browser = &stage.browser;
    stage.open("");
    assert_eq!(browser.eval("document.title").as_str(), Some(in_one_line(&texts[0]).as_str()));
    assert_shown(&headlines(stage, &texts), &texts, Door::Headline);
    assert_shown(&bodies(stage, &texts), &texts, Door::Body);
    let names = names(stage);
    // Those that are alike but for case are one speaker here.
    let names: Vec<String> = names.iter().map(|name| name.to_lowercase()).collect();
    let missing: Vec<_> = texts
        .iter()
        .filter(|text| text.len() < LONG / 2)
        .map(|text| in_one_line(text).to_lowercase())
        .filter(|text| !names.contains(text))
        .collect();
    assert_eq!(missing, [""; 0], "of {names:?}");
    assert_eq!(browser.eval(STRANGE), json!([]));

    // A copied quotation and the snippet carry them as text, too.
    stage.open("?q=said");
    browser.wait_for(&format!("document.querySelector('{STATUS}').textContent"));
    assert_eq!(browser.eval(STRANGE), json!([]));
    browser.click("#foot-buttons button:nth-of-type(3)");
    browser.wait_for("document.querySelector('dialog.share textarea')?.value");
    let snippet = browser.eval("document.querySelector('dialog.share textarea').value");
    assert!(
        snippet.as_str().is_some_and(|snippet| !snippet.contains("<script>hostile")),
        "{snippet}"
    );
}

pub fn without_scripts_it_is_text_too(stage: &mut Stage) {
    let texts = press(stage);
    let browser = &stage.browser;
    browser.allow_scripts(false);
    browser.open(&stage.site.url(""));
    assert_eq!(browser.eval(STRANGE), json!([]));
    // There are too many for the front page, so each has a page of its own.
    let (mut headlines, mut bodies) = (Vec::new(), Vec::new());
    for at in 0..texts.len() {
        browser.open(&stage.site.url(&format!("articles/t{at}.html")));
        assert_eq!(browser.eval(STRANGE), json!([]), "text {at}");
        let shown = browser.eval(&format!(
            "(() => {{ {SHOWN}
                return [0, 1].map(at => shown(document.getElementById(`t{at}-p${{at}}`)));
            }})()"
        ));
        headlines.push(shown[0].clone());
        bodies.push(shown[1].clone());
    }
    assert_shown(&headlines.into(), &texts, Door::Headline);
    assert_shown(&bodies.into(), &texts, Door::Body);
}

pub fn in_an_address_they_are_text(stage: &mut Stage) {
    let browser = &stage.browser;
    stage.open("");
    let short: Vec<String> =
        texts::texts().into_iter().filter(|text| text.len() < COMPARED).collect();
    // As a query each is what the field shows, but for what a field of one line cannot hold; at all other
    // doors it is not of this dossier, which a notice says.
    // A few at a time: the driver does not wait for ever.
    for some in short.chunks(50) {
        let wrong = browser.eval_with(
            &format!(
                "(async () => {{
                    const wrong = [];
                    for (const text of args[0]) {{
                        await {PAUSE};
                        const query = new URLSearchParams({{ q: text }});
                        const others = new URLSearchParams(['speaker', 'kind', 'outlet', 'article', 'view',
                            'theme', text].map(name => [name, text]));
                        history.replaceState(null, '', `?${{query}}&${{others}}#${{encodeURIComponent(text)}}`);
                        dispatchEvent(new PopStateEvent('popstate'));
                        const field = document.querySelector('{SEARCH}');
                        const expected = text.replace(/[\\r\\n]/g, '');
                        for (let n = 0; n < 100 && field.value !== expected; n++) {{
                            await new Promise(requestAnimationFrame);
                        }}
                        const n_notices = document.querySelectorAll('.notices p').length;
                        const strange = {STRANGE};
                        if (field.value !== expected || !n_notices || strange.length) {{
                            wrong.push([text, field.value, n_notices, strange]);
                        }}
                    }}
                    return wrong;
                }})()"
            ),
            &[json!(some)],
        );
        assert_eq!(wrong, json!([]));
    }

    // Opened cold, as links are; the longest that a browser takes, too.
    let encoded = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
    let mut links: Vec<String> = short
        .iter()
        .step_by(20)
        .map(|text| encoded(text))
        .map(|text| format!("?q={text}&speaker={text}&theme={text}"))
        .collect();
    links.extend(
        ["q", "outlet"].map(|name| format!("?{name}={}", encoded(&"<b>".repeat(LONG / 9 - 9)))),
    );
    for link in links {
        browser.open("about:blank");
        stage.open(&link);
        assert_eq!(browser.eval(STRANGE), json!([]));
        assert_eq!(browser.count("main h1"), 1);
    }

    // And as what another script on the page searches for; of the longest address nothing is left.
    stage.open("");
    for some in short.chunks(50) {
        let n_lists = browser.eval_with(
            "args[0].filter(text => Array.isArray(whosaid.search(text, { speakers: [], outlets: [text] }))).length",
            &[json!(some)],
        );
        assert_eq!(n_lists, json!(some.len()));
    }
}

pub fn in_a_message_they_are_text(stage: &mut Stage) {
    let browser = &stage.browser;
    let host = Server::pages(&[(
        "index.html",
        &format!(
            "<!doctype html><title>Host</title><link rel=icon href=data:,>
             <iframe width=900 height=600 src=\"{}\" title=Dossier></iframe>",
            stage.site.url("?embed")
        ),
    )]);
    browser.open(&host.foreign_url(""));
    browser.enter_frame(0);
    stage.wait_until_ready();
    browser.leave_frames();
    // At the doors that take lists, fifty at a time; where one text is taken, a few in turn.
    browser.eval_with(
        "(async () => {
            const say = (fields) => frames[0].postMessage({ whosaid: 1, type: 'set', ...fields }, '*');
            // Not faster than the page reads.
            const wait = () => new Promise(done => setTimeout(done, 400));
            for (let at = 0; at < args[0].length; at += 50) {
                const speaker = args[0].slice(at, at + 50);
                const [q] = speaker;
                say({ q, speaker, kind: speaker, outlet: speaker, theme: q, view: q, paragraph: q });
                await wait();
            }
            for (const q of args[0].slice(0, 100)) say({ q, article: q, [q]: q });
            await wait();
            for (const q of args[1]) say({ q });
            // So many in one second are more than the page reads; in the next one it does again.
            for (let n = 0; n < 3; n++) await wait();
            say({ q: args[0][0] });
            return true;
        })()",
        &[
            json!(texts::texts().into_iter().filter(|text| text.len() < 200).collect::<Vec<_>>()),
            json!(["x".repeat(LONG)]),
        ],
    );
    browser.enter_frame(0);
    let last = json!(texts::texts()[0]);
    browser.wait_for(&format!("document.querySelector('{SEARCH}').value === {last}"));
    assert_eq!(browser.eval(STRANGE), json!([]));
    // The host may well ask for a script by such a name; the browser would complain.
    let from_host = format!("request to another origin: {}", host.foreign_url(""));
    let complaints: Vec<_> =
        stage.complaints().into_iter().filter(|line| !line.starts_with(&from_host)).collect();
    assert_eq!(complaints, [""; 0]);
}

/// Stored settings that would be sound but for the name of their theme.
fn with_theme(name: &str) -> String {
    let sound = serde_json::to_string(&Stored::from(Preferences::default())).expect("it is data");
    let (before, after) = sound.split_once("auto").expect("a theme is stored");
    [before, name, after].concat()
}

pub fn in_storage_they_are_set_aside(stage: &mut Stage) {
    let browser = &stage.browser;
    stage.open("");
    for (at, text) in texts::texts().into_iter().enumerate() {
        // As all that is stored, and as a part of what would else be sound.
        let stored = match at % 2 {
            0 => [text.clone(), text],
            _ => [with_theme(&text), format!("1\n?q=Kabulov\n{text}")],
        };
        // Behind all that the page itself keeps when it is left.
        browser.eval_with(
            "document.addEventListener('visibilitychange', () => {
                localStorage.setItem('whosaid:preferences', args[0]);
                localStorage.setItem('whosaid:place:/', args[1]);
            }) ?? true",
            &stored.map(Value::from),
        );
        stage.open("");
        // Of the settings, and of the place or else the place itself.
        browser.wait_for(
            "document.querySelectorAll('.notices p').length + document.querySelectorAll('#left-at aside').length > 1",
        );
        assert_eq!(browser.eval(STRANGE), json!([]), "the text of number {at}");
    }
    browser.click("#foot-buttons button:last-of-type");
    browser.wait_for("document.querySelector('dialog.share table')");
    assert!(browser.text(".share").contains("your settings"));
}
