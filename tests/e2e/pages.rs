//! Pages as they are written, and what the app makes of them: it takes them over and replaces nothing.

use crate::support::Stage;
use crate::support::page::{RESULT, STATUS};
use browser::Fault;
use serde_json::{Value, json};
use std::fs;

/// Notes from the moment at which a page has been read whatever else than its attributes changes in what the
/// app takes over: elements that come or go, texts that become others. The app adds its own portals and
/// dialogs, which stand outside of this or at its end.
pub const OBSERVE: &str = "addEventListener('readystatechange', () => {
    const root = document.getElementById('reader');
    if (document.readyState !== 'interactive' || !root) return;
    window.changes = [];
    new MutationObserver((records) => {
        for (const { type, target, oldValue, addedNodes, removedNodes } of records) {
            if (type === 'characterData' && target.data !== oldValue)
                changes.push(`“${oldValue}” has become “${target.data}”`);
            for (const node of [...addedNodes, ...removedNodes])
                if (node.nodeType === 1) changes.push(node.outerHTML.slice(0, 200));
        }
    }).observe(root, { subtree: true, childList: true, characterData: true, characterDataOldValue: true });
    for (const [at, node] of [...root.querySelectorAll('*')].entries()) node.marked = at;
}, true);";

/// Every page of the site, by its path.
fn pages(stage: &Stage) -> Vec<String> {
    let mut pages = vec![String::new()];
    for folder in ["articles", "speakers"] {
        let files = fs::read_dir(stage.dist.join(folder)).expect("the site has pages");
        let names = files.flatten().filter_map(|file| file.file_name().into_string().ok());
        pages.extend(names.map(|name| format!("{folder}/{name}")));
    }
    pages.sort();
    pages
}

#[track_caller]
pub fn assert_taken_over(stage: &Stage, page: &str) {
    stage.open(page);
    let browser = &stage.browser;
    assert_eq!(browser.eval("changes"), json!([]), "{page}");
    let strangers = "[...document.querySelectorAll('#reader *')]
        .filter((node) => node.marked === undefined).map((node) => node.outerHTML.slice(0, 200))";
    assert_eq!(browser.eval(strangers), json!([]), "{page}");
    assert_eq!(browser.count(".failure:not([hidden])"), 0, "{page}");
}

pub fn every_page_is_taken_over_as_it_stands(stage: &mut Stage) {
    stage.browser.run_first(OBSERVE);
    let pages = pages(stage);
    assert!(pages.len() > 30);
    for page in pages {
        assert_taken_over(stage, &page);
    }
}

pub fn pages_of_hostile_texts_are_taken_over_too(stage: &mut Stage) {
    let texts = crate::hostile::press(stage);
    stage.browser.run_first(OBSERVE);
    for at in 0..texts.len() {
        assert_taken_over(stage, &format!("articles/t{at}.html"));
    }
    for page in ["", "list/articles-2.html", "speakers/index.html"] {
        assert_taken_over(stage, page);
    }
}

pub fn a_page_of_a_large_dossier_comes_alive(stage: &mut Stage) {
    let articles: Vec<_> = (1..=151)
        .map(|day| {
            let text = format!(
                "---\ntitle: Day {day}\noutlet: The Quay\n---\n\n“It rains,” said Ada Voss on day {day}.\n"
            );
            (format!("day-{day}.md"), text)
        })
        .collect();
    let mut files = vec![("dossier.toml", "title = \"Weather\"\nlanguage = \"en\"\n")];
    files.extend(articles.iter().map(|(name, text)| (name.as_str(), text.as_str())));
    stage.press(&files);
    let browser = &stage.browser;
    stage.open("");
    let font = "getComputedStyle(document.querySelector('main h1')).fontFamily";
    let of_front = browser.eval(font);
    let n_before = stage.site.requests().len();
    stage.open("articles/day-77.html");
    assert_eq!(browser.eval(font), of_front, "its styles are there");
    let mut requests = stage.site.requests().split_off(n_before);
    requests.retain(|file| file.starts_with("page-"));
    assert_eq!(requests.len(), 2, "{requests:?}");
    assert_eq!(browser.count(".failure:not([hidden])"), 0);
    browser.click("main .who-name");
    browser.wait_for("document.querySelector('[aria-expanded=true].who-name')");
}

pub fn a_mismatch_ends_in_a_working_page_with_a_notice(stage: &mut Stage) {
    stage.browser.run_first(
        "addEventListener('readystatechange', () => {
            if (document.readyState !== 'interactive') return;
            document.querySelector('article .para')?.before(document.createElement('aside'));
        }, true);",
    );
    let browser = &stage.browser;
    stage.open("articles/not-an-enemy.html");
    browser.wait_for("document.querySelector('.failure:not([hidden])')");
    assert!(browser.text(".failure").contains("drawn anew"), "{}", browser.text(".failure"));
    assert_eq!(browser.count("main article .para > .paragraph"), 28);
    stage.search_for("Kabulov");
    assert!(browser.count(RESULT) > 1);
    // The first app has said why it ended.
    stage.complaints();
}

/// A picture of one dot, in characters of ASCII.
const DOT: &str = "GIF89a\u{1}\0\u{1}\0\0\0\0,\0\0\0\0\u{1}\0\u{1}\0\0\u{2}\u{2}D\u{1}\0;";

pub fn pages_with_pictures_and_a_tombstone_are_taken_over_too(stage: &mut Stage) {
    stage.browser.run_first(OBSERVE);
    let toml = "title = \"Tea\"\n[publisher]\nname = \"The Kettle\"\nlogo = \"logo.svg\"\n\
                footer = \"“Boiling”\"\naccent = \"#8a1020\"\n";
    let tea = "---\ntitle: Tea\ncopyright: © The Kettle\n---\n\n“Tea is ready,” said Ann Ardent.\n\n\
               ![A dot](dot.gif \"The dot\")\n\nMore of it.\n";
    let files = [
        ("dossier.toml", toml),
        (
            "logo.svg",
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 30 10'><path d='M0 5h30'/></svg>",
        ),
        ("dot.gif", DOT),
        ("tea.md", tea),
        ("gone.md", "---\ntitle: Gone\nwithdrawn: Made up\n---\n"),
    ];
    let site = stage.pressed("pictures", &files, &[]);
    stage.site.deploy(&site);
    let logo = "document.querySelector('.front-link .logo').naturalWidth > 0";
    for page in ["", "articles/tea.html", "articles/gone.html", "speakers/ann-ardent.html"] {
        assert_taken_over(stage, page);
        stage.browser.wait_for(logo);
        stage.assert_accessible(page);
    }
    let accent = "getComputedStyle(document.documentElement).getPropertyValue('--accent')";
    assert!(stage.browser.eval(accent).to_string().contains("8a1020"));
    // Both pictures are in the edition in one file, before the app is there and after.
    stage.browser.open(&format!("file://{}", site.join("dossier.html").display()));
    stage.wait_until_ready();
    stage.browser.wait_for(logo);
    stage.browser.click(".article-card h2 a[href*='tea']");
    stage.browser.wait_for("document.querySelector('main figure img')?.naturalWidth > 0");
    assert_eq!(stage.browser.text("main figcaption"), "The dot");
    stage.complaints();
}

/// Holds the app back until `then` has been done to the page as it was written.
fn before_the_app(stage: &Stage, page: &str, then: impl FnOnce()) {
    let wasm = stage.wasm();
    stage.site.break_file(Some((&wasm, Fault::Late)));
    stage.browser.open(&stage.site.url(page));
    then();
    stage.site.break_file(None);
    stage.wait_until_ready();
}

pub fn a_picture_that_does_not_come_is_no_failure(stage: &mut Stage) {
    let browser = &stage.browser;
    before_the_app(stage, "", || {
        browser.eval(
            "new Promise(done => {
                const picture = new Image();
                picture.onerror = () => done(true);
                picture.src = './none.png';
                document.body.append(picture);
            })",
        );
    });
    assert_eq!(browser.count(".failure:not([hidden])"), 0);
    // The browser itself says that the picture is missing.
    stage.complaints();
}

pub fn a_link_followed_before_the_app_is_there_is_no_failure(stage: &mut Stage) {
    let browser = &stage.browser;
    // Firefox calls off what is on its way as soon as a link is followed.
    before_the_app(stage, "", || {
        browser.eval(
            "(() => {
                const notice = document.getElementById('failure');
                const note = () => { sessionStorage.failed = notice.textContent };
                new MutationObserver(note).observe(notice, { attributes: true });
                return true;
            })()",
        );
        browser.click(".article-card h2 a");
        browser.wait_for("document.querySelector('main article')");
    });
    assert_eq!(browser.eval("sessionStorage.failed ?? ''"), "");
}

pub fn what_the_reader_does_before_the_app_is_there_stays(stage: &mut Stage) {
    let browser = &stage.browser;
    let selected = "String(getSelection())";
    let mut before = Value::Null;
    before_the_app(stage, "articles/not-an-enemy.html", || {
        // WebKit goes back past what no key or click has led to.
        browser.press(&["Shift"]);
        browser.eval(
            "(() => {
                const [first, , third] = document.querySelectorAll('article p.paragraph');
                getSelection().setBaseAndExtent(first.firstChild, 3, third.lastChild, 2);
                document.getElementById('query').value = 'kab';
                scrollTo(0, 300);
                return true;
            })()",
        );
        before = browser.eval(selected);
        assert!(before.as_str().is_some_and(|text| text.len() > 100), "{before}");
        assert_eq!(browser.eval("typeof whosaid.search"), "undefined", "the app is not there yet");
    });
    // What was typed is answered.
    stage.wait_for_answer_to("kab");
    browser.back();
    browser.wait_for("document.querySelector('main article')");

    before_the_app(stage, "articles/not-an-enemy.html", || {
        browser.eval(
            "(() => {
                const [first, , third] = document.querySelectorAll('article p.paragraph');
                getSelection().setBaseAndExtent(first.firstChild, 3, third.lastChild, 2);
                scrollTo(0, 300);
                return true;
            })()",
        );
    });
    assert_eq!(browser.eval(selected), before);
    assert_eq!(browser.eval("scrollY"), 300);
}

pub fn a_link_to_words_leads_there_and_stays(stage: &mut Stage) {
    let browser = &stage.browser;
    let words = "not%20a%20single%20hair";
    let is_in_view = "(text => {
        const walker = document.createTreeWalker(document.querySelector('article'), NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf(text);
            if (at < 0) continue;
            const range = new Range();
            range.setStart(walker.currentNode, at);
            range.setEnd(walker.currentNode, at + text.length);
            const { top, bottom } = range.getBoundingClientRect();
            return top >= 0 && bottom <= innerHeight;
        }
    })('not a single hair')";
    before_the_app(stage, &format!("articles/not-an-enemy.html#:~:text={words}"), || {
        browser.wait_for(is_in_view);
    });
    assert_eq!(browser.eval(is_in_view), true);
    let place = browser.eval("scrollY");
    assert!(place.as_f64().is_some_and(|place| place > 100.0), "{place}");
    // What would scroll once the app has drawn has done so by then.
    browser.eval("new Promise(done => setTimeout(() => done(true), 700))");
    assert_eq!(browser.eval("scrollY"), place);
    assert_eq!(browser.text(".notices"), "");
}

pub fn the_title_follows_the_view(stage: &mut Stage) {
    let browser = &stage.browser;
    let dossier = "Russia and the Taliban, August 2021";
    stage.open("");
    assert_eq!(browser.eval("document.title"), dossier);
    stage.search_for("Kabulov");
    browser.wait_for(&format!("document.title === '“Kabulov” – {dossier}'"));
    browser.click(&format!("{RESULT} a.result-link"));
    browser.wait_for("document.querySelector('main article')");
    browser.wait_for(&format!(
        "document.title.replace(/ …$/, '') === document.querySelector('main h1').textContent + ' – {dossier}'"
    ));
    for (page, title) in [
        ("speakers/index.html", "Who speaks"),
        ("speakers/zamir-kabulov.html", "What Zamir Kabulov said"),
        ("?speaker=zamir-kabulov", "What Zamir Kabulov said"),
        ("?kind=direct", "Quotations"),
    ] {
        stage.open(page);
        assert_eq!(browser.eval("document.title"), format!("{title} – {dossier}"), "{page}");
    }
    browser.back();
    browser.wait_for(&format!("document.title === 'What Zamir Kabulov said – {dossier}'"));
}

pub fn pages_and_parameters_show_the_same(stage: &mut Stage) {
    let browser = &stage.browser;
    for (page, parameters) in [
        ("articles/not-an-enemy.html?q=Kabulov", "?article=not-an-enemy&q=Kabulov"),
        ("speakers/zamir-kabulov.html?kind=direct", "?speaker=zamir-kabulov&kind=direct"),
        ("speakers/index.html", "?view=speakers"),
    ] {
        let shown = |link: &str| {
            stage.open(link);
            browser.wait_for(&format!("document.querySelector('{STATUS}').ariaBusy === 'false'"));
            browser.eval(
                "['main h1', 'main [role=status]', '.filters', '[aria-label=Results]', 'main article']
                    .map(css => document.querySelector(css)?.textContent)",
            )
        };
        let of_page = shown(page);
        assert_eq!(shown(parameters), of_page, "{page}");
    }
}

pub fn counts_agree_before_and_after_the_app_starts(stage: &mut Stage) {
    let browser = &stage.browser;
    let counts =
        "[...document.querySelectorAll('.filter, .count, main .status')].map(e => e.textContent)";
    for page in
        ["", "articles/not-an-enemy.html", "speakers/zamir-kabulov.html", "speakers/index.html"]
    {
        let mut before = Value::Null;
        before_the_app(stage, page, || before = browser.eval(counts));
        assert!(before.as_array().is_some_and(|counts| counts.len() > 10), "{page}: {before}");
        assert_eq!(browser.eval(counts), before, "{page}");
    }
    // What the index and the page of a speaker count is the same.
    stage.open("speakers/index.html");
    let n = browser.eval("document.querySelector('.speaker-index li .count').textContent");
    browser.click(".speaker-index li a");
    browser.wait_for(&format!("document.querySelector('{RESULT}')"));
    let status = browser.text(STATUS);
    assert!(status.contains(&format!("with {}", n.as_str().unwrap_or_default())), "{status} {n}");
}

pub fn the_focus_is_never_lost(stage: &mut Stage) {
    let browser = &stage.browser;
    let is_kept = "document.activeElement !== document.body && document.activeElement.isConnected";
    let check = |what: &str| {
        browser.wait_for(is_kept);
        assert_eq!(browser.eval("document.activeElement.checkVisibility()"), true, "{what}");
    };
    // Evidence, closed by its button and by Escape from inside.
    for close in [true, false] {
        stage.open("speakers/zamir-kabulov.html");
        browser.click(".who-name");
        browser.wait_for("document.activeElement.id === 'evidence-title'");
        if close {
            browser.click(".evidence-close");
        } else {
            browser.press(&["Escape"]);
        }
        browser.wait_for("document.activeElement.matches('.who-name')");
    }
    // A chip that is dropped, and all of them.
    stage.open("?speaker=zamir-kabulov&kind=direct");
    browser.click(".chip");
    browser.wait_for("document.querySelectorAll('.chip').length === 1");
    check("a chip");
    browser.click(".chip-all");
    browser.wait_for("!document.querySelector('.chip')");
    check("all chips");
    // The button that has the last speakers listed leads on to the first of these.
    stage.open("");
    let first_added = "document.querySelectorAll('.filter-group:first-of-type .filter input')[12]";
    browser.click("#filters .more");
    browser.wait_for("!document.querySelector('#filters .more')");
    browser.wait_for(&format!("document.activeElement === {first_added}"));
    // Dialogs give it back to what opened them.
    browser.click(".masthead-tools button:last-of-type");
    browser.wait_for("document.querySelector('dialog')?.open");
    browser.click(".modal-close");
    browser.wait_for("!document.querySelector('dialog')");
    check("a dialog");
    // Back leads the keyboard to the link it left by, beside what the page shows as well.
    for css in ["#filters a", ".views li:nth-of-type(3) a"] {
        stage.open("");
        browser.eval(&format!("(document.querySelector('{css}').focus(), true)"));
        let link = browser.eval("document.activeElement.getAttribute('href')");
        browser.press(&["Enter"]);
        browser.wait_for("document.activeElement.matches('main h1')");
        browser.back();
        browser.wait_for("!location.search && !location.pathname.includes('speakers')");
        browser.wait_for("document.activeElement.matches('a')");
        assert_eq!(browser.eval("document.activeElement.getAttribute('href')"), link, "{css}");
    }
    // Notices.
    stage.open("?bogus=1");
    browser.click(".notices button");
    browser.wait_for("!document.querySelector('.notices button')");
    check("notices");
    // To an article and back to where the reader was in the results.
    stage.open("?q=Taliban");
    stage.wait_for_answer_to("Taliban");
    // As a reader, who sees where that is before going on.
    browser.eval(
        "new Promise(done => {
            addEventListener('scroll', () => done(true), { once: true });
            scrollTo(0, 1600);
        })",
    );
    let place = browser.eval("scrollY");
    let link = format!(
        "[...document.querySelectorAll('{RESULT} .result-link')].find(l => l.getBoundingClientRect().top > 100)"
    );
    browser.eval(&format!("({link}.focus({{ preventScroll: true }}), true)"));
    browser.press(&["Enter"]);
    browser.wait_for("document.querySelector('main article')");
    check("an article");
    browser.press(&["u"]);
    browser.wait_for(&format!("document.querySelector('{RESULT}')"));
    browser.wait_for(&format!("Math.abs(scrollY - {place}) < 40"));
    check("the results");
}
