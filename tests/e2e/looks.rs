//! Every view, in light and dark, on a desk and on a phone.

use crate::support::Stage;
use crate::support::page::RESULT;
use serde_json::json;

/// Shows one view after the other; `look` looks at each, with its name.
fn each_view(stage: &Stage, look: impl Fn(&str)) {
    let browser = &stage.browser;
    stage.open("");
    look("the front page");
    stage.open("?q=Taliban");
    stage.wait_for_answer_to("Taliban");
    look("results");
    let speaker = stage.some_speaker();
    stage.open("?q=zzqx");
    stage.wait_for_answer_to("zzqx");
    look("nothing found");
    stage.open(&format!("?speaker={speaker}"));
    browser.wait_for(&format!("document.querySelector('{RESULT}')"));
    look("all that one speaker said");
    stage.open("?view=speakers&bogus=1");
    browser.wait_for("document.querySelector('.notices').textContent");
    look("the index of speakers, with a notice");
    let article = browser.eval("whosaid.search('kabulov')[0].article");
    let article = article.as_str().expect("somebody writes of Kabulov").to_string();
    stage.open(&format!("?article={article}"));
    look("an article");
    stage.open(&format!("?article={article}&q=kabulov"));
    browser.press(&["n"]);
    browser.wait_for("CSS.highlights.get('whosaid-current-hit')?.size === 1");
    look("an article with hits");
    browser.eval("document.querySelector('main article .who-name').click() ?? true");
    browser.wait_for("document.querySelector('[aria-expanded=true].who-name')");
    look("an article with evidence open");
    browser.press(&["?"]);
    browser.wait_for("document.querySelector('dialog')?.open");
    look("the list of keys");
}

pub fn no_barriers_in_light(stage: &mut Stage) {
    stage.browser.media(&[("prefers-color-scheme", "light")]);
    each_view(stage, |view| stage.assert_accessible(view));
}

pub fn no_barriers_in_dark(stage: &mut Stage) {
    stage.browser.media(&[("prefers-color-scheme", "dark")]);
    let is_dark = "(([r, g, b]) => r + g + b < 200)\
                   (getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number))";
    each_view(stage, |view| {
        assert_eq!(stage.browser.eval(is_dark), true, "{view} is not dark");
        stage.assert_accessible(view);
    });
}

pub fn no_barriers_on_a_phone(stage: &mut Stage) {
    stage.browser.resize(390, 844);
    each_view(stage, |view| stage.assert_accessible(view));
}

pub fn no_barriers_in_forced_colours(stage: &mut Stage) {
    stage.browser.media(&[("forced-colors", "active")]);
    each_view(stage, |view| stage.assert_accessible(view));
}

/// A dossier that is read from right to left, with one article that is not.
const RIGHT_TO_LEFT: [(&str, &str); 3] = [
    ("dossier.toml", "title = \"الميناء\"\nlanguage = \"ar\"\n"),
    (
        "harbour.md",
        "---\ntitle: The harbour opens (again)\noutlet: The Quay\npublished: 2024-05-03\nlanguage: en\n---\n\n\
         “The harbour is open,” said Ada Voss, the mayor.\n\nShe said that ships come back.\n",
    ),
    (
        "mina.md",
        "---\ntitle: فتح الميناء من جديد\noutlet: الرصيف\npublished: 2024-05-04\n---\n\n\
         قالت رئيسة البلدية: «الميناء مفتوح منذ اليوم».\n\nوتعود السفن (12) إلى الرصيف.\n",
    ),
];

pub fn no_barriers_from_right_to_left(stage: &mut Stage) {
    stage.press(&RIGHT_TO_LEFT);
    let browser = &stage.browser;
    let direction = |css: &str| {
        browser.eval(&format!("getComputedStyle(document.querySelector('{css}')).direction"))
    };
    for (page, view) in [
        ("", "the front page"),
        ("?q=Ada", "results"),
        ("speakers/index.html", "the index of speakers"),
        ("speakers/ada-voss.html", "all that one speaker said"),
        ("articles/harbour.html", "an article from left to right"),
        ("articles/mina.html", "an article from right to left"),
    ] {
        stage.open(page);
        assert_eq!(direction("html"), "rtl", "{view}");
        stage.assert_accessible(view);
        assert_eq!(browser.eval(OVERHANG), json!([]), "{view}");
    }
    // A text has its own direction, and the words of the interface keep theirs.
    assert_eq!(direction("main .paragraph"), "rtl");
    assert_eq!(direction("main h1"), "rtl");
    stage.open("articles/harbour.html");
    assert_eq!(direction("main .paragraph"), "ltr");
    assert_eq!(direction("main h1"), "ltr");
    // The triangle of a fold stands where its words begin.
    assert_eq!(direction(".legend summary"), "ltr");
    browser.eval("document.querySelector('main .who-name').click() ?? true");
    browser.wait_for("document.querySelector('[aria-expanded=true].who-name')");
    stage.assert_accessible("evidence from right to left");
    // Its lines begin on the side where its headline does, and so do those of the evidence.
    let begins_left = |css: &str| {
        browser.eval(&format!(
            "(element => {{
                const words = document.createRange();
                words.selectNodeContents(element);
                return words.getClientRects()[0].left - element.getBoundingClientRect().left < 20;
            }})(document.querySelector('{css}'))"
        ))
    };
    for css in ["main h1", "main p.paragraph", ".evidence-speaker", ".evidence dt"] {
        assert_eq!(begins_left(css), true, "{css}");
    }
}

/// What reaches beyond the right edge of the window, by name and position.
const OVERHANG: &str = "document.documentElement.scrollWidth <= innerWidth ? [] :
    [...document.querySelectorAll('body *')]
        .filter(element => element.getBoundingClientRect().right > innerWidth)
        .map(element => element.outerHTML.slice(0, 80))";

pub fn no_sideways_scroll_on_narrow_screens(stage: &mut Stage) {
    for width in [390, 320] {
        stage.browser.resize(width, 700);
        each_view(stage, |view| {
            let overhang = stage.browser.eval(OVERHANG);
            assert_eq!(overhang, json!([]), "{view} at {width} pixels");
        });
    }
}

pub fn the_views_stand_on_one_line_of_a_phone(stage: &mut Stage) {
    let browser = &stage.browser;
    stage.open("articles/not-an-enemy.html");
    browser.eval(
        "getSelection().selectAllChildren(document.querySelector('main p.paragraph')) ?? true",
    );
    browser.wait_for("document.querySelector('.selection-bar')");
    browser.click(".selection-bar button:first-of-type");
    browser.resize(390, 844);
    // The notebook says how many notes it has, and its name is bold where the reader is in it.
    stage.open("?view=notebook");
    browser.wait_for("document.querySelector('.views .count')?.textContent === '1'");
    let lines =
        "new Set([...document.querySelectorAll('.views li')].map(view => view.offsetTop)).size";
    assert_eq!(browser.eval(lines), 1);
}

pub fn what_stands_in_a_line_is_set_like_one(stage: &mut Stage) {
    let browser = &stage.browser;
    // A link to a paragraph, which has room for a finger, leaves no gap in its line.
    stage.open("?view=statements");
    browser.wait_for("document.querySelector('.version-source .place')");
    let gaps = browser.eval(
        "[...document.querySelectorAll('.version-source .place')].map(place => {
            const edges = (node) => {
                const words = document.createRange();
                words.selectNodeContents(node);
                return words.getBoundingClientRect();
            };
            const next = place.nextSibling && [place.parentNode.querySelector('time')].find(Boolean);
            if (!next) return 0;
            const sign = edges(place.firstChild);
            return edges(next).left - sign.right;
        })",
    );
    let gaps: Vec<f64> = gaps
        .as_array()
        .expect("it is a list")
        .iter()
        .filter_map(serde_json::Value::as_f64)
        .collect();
    assert!(gaps.iter().any(|gap| *gap > 0.0), "{gaps:?}");
    // “ · ” at this size.
    assert!(gaps.iter().all(|gap| *gap < 15.0), "{gaps:?}");
    let is_target = "[...document.querySelectorAll('.version-source .place')]
        .every(place => place.offsetWidth >= 24 && place.offsetHeight >= 24)";
    assert_eq!(browser.eval(is_target), true);
    stage.open("articles/not-an-enemy.html");
    // Numbers lie clear of a scroll bar that lies over them.
    let room = browser.eval(
        "document.querySelector('.filters').getBoundingClientRect().right \
         - document.querySelector('.filter .count').getBoundingClientRect().right",
    );
    assert!(room.as_f64().is_some_and(|room| room >= 10.0), "{room}");
    // The sign between two names goes with the first of them.
    let sign = browser.eval(
        "getComputedStyle(document.querySelector('.who-name:not(:last-child)'), '::after').content",
    );
    assert!(
        sign.as_str().is_some_and(|sign| sign.starts_with("\"\u{a0}")) || sign == "none",
        "{sign}"
    );
}

pub fn the_chosen_colours_stay(stage: &mut Stage) {
    let browser = &stage.browser;
    browser.media(&[("prefers-color-scheme", "light")]);
    stage.open("");
    let background = "getComputedStyle(document.body).backgroundColor";
    let light = browser.eval(background);
    let theme = "document.documentElement.dataset.theme";
    stage.choose_colours("dark");
    browser.wait_for(&format!("{theme} === 'dark'"));
    let dark = browser.eval(background);
    assert_ne!(light, dark);
    stage.open("?view=speakers");
    assert_eq!((browser.eval(theme), browser.eval(background)), ("dark".into(), dark));
    // What a link asks for goes before.
    stage.open("?theme=light");
    assert_eq!(browser.eval(background), light);
}

/// The contrast of text to its background, as WCAG 2.2 reckons it, of each of these pairs of a selector and
/// a pseudo-element that may be empty. Axe does not look at painted words.
const CONTRASTS: &str = "(pairs => {
    const channel = value => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    const page = getComputedStyle(document.body).backgroundColor;
    const luminance = colour => {
        const context = new OffscreenCanvas(1, 1).getContext('2d');
        for (const layer of ['white', page, colour]) {
            context.fillStyle = layer;
            context.fillRect(0, 0, 1, 1);
        }
        const [r, g, b] = context.getImageData(0, 0, 1, 1).data;
        return 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
    };
    return pairs.map(([selector, pseudo]) => {
        const style = getComputedStyle(document.querySelector(selector), pseudo);
        const [low, high] = [style.color, style.backgroundColor].map(luminance).sort((a, b) => a - b);
        return (high + 0.05) / (low + 0.05);
    });
})";

#[track_caller]
fn assert_contrasts(stage: &Stage, pairs: &str) {
    let contrasts = stage.browser.eval(&format!("{CONTRASTS}({pairs})"));
    let numbers = contrasts.as_array().expect("it is a list");
    assert!(numbers.iter().all(|contrast| contrast.as_f64() >= Some(4.5)), "{pairs}: {contrasts}");
}

pub fn marked_words_can_be_read(stage: &mut Stage) {
    let browser = &stage.browser;
    for theme in ["light", "dark"] {
        stage.open(&format!("?theme={theme}&q=Taliban"));
        stage.wait_for_answer_to("Taliban");
        let speaker = stage.some_speaker();
        stage.open(&format!("?theme={theme}&q=Taliban&speaker={speaker}"));
        browser.wait_for(&format!("document.querySelector('{RESULT} a.result-link')"));
        browser.click(&format!("{RESULT} a.result-link"));
        browser.wait_for("document.querySelector('.quotation[data-chosen]')");
        assert_contrasts(
            stage,
            "[
                ['article .paragraph', '::highlight(whosaid-hit)'],
                ['article .paragraph', '::highlight(whosaid-current-hit)'],
                ['article .paragraph', '::highlight(whosaid-evidence)'],
                ['article .quotation[data-chosen]', ''],
            ]",
        );
        // The name of who is chosen, with the pointer on it and its evidence open.
        let name = "article .who-name[data-chosen]";
        browser.eval(&format!(
            "document.querySelector('{name}').scrollIntoView({{ block: 'center' }})"
        ));
        browser.click(name);
        let open = "document.querySelector('.who-name[aria-expanded=\"true\"]')";
        browser.wait_for(open);
        assert_contrasts(stage, "[['.who-name[aria-expanded=\"true\"]', '']]");
        let is_as_bright = browser.eval(&format!(
            "getComputedStyle({open}).color === getComputedStyle({open}.querySelector('.who-speaker')).color"
        ));
        assert_eq!(is_as_bright, true, "{theme}: the name in it is written in the same colour");
    }
}

pub fn print_is_the_article_on_white_paper(stage: &mut Stage) {
    let browser = &stage.browser;
    stage.open("?q=kabulov&theme=dark");
    browser.click(&format!("{RESULT} a.result-link"));
    browser.wait_for("document.querySelector('main article')");
    let is_printed =
        |css: &str| browser.eval(&format!("document.querySelector(\"{css}\").checkVisibility()"));
    let note = "main article details.elsewhere:not([open]) > :not(summary)";
    assert_eq!(is_printed(note), false, "it is folded on a screen");
    browser.show_print();
    assert_eq!(is_printed("article h1"), true);
    assert_eq!(is_printed("article .paragraph:last-of-type"), true);
    // Citations go by the number, and say the edition and the day.
    assert_eq!(is_printed("article .paragraph-link"), true);
    let printed = browser.text(".print-address");
    assert!(printed.contains("/articles/") && printed.contains("Edition "), "{printed}");
    for control in ["search", ".filters", ".step-bar", ".masthead-tools"] {
        assert_eq!(is_printed(control), false, "{control}");
    }
    // What other articles have of it is for the screen.
    assert_eq!(is_printed(note), false);
    assert_contrasts(
        stage,
        "[['article h1', ''], ['article .kicker', ''], ['article .byline', ''], ['article .quotation', ''],
          ['article .paragraph', '::highlight(whosaid-hit)'], ['.colophon', '']]",
    );
}
