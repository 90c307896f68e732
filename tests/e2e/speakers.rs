//! Who said what: the choice of speakers, what they said, and how we know.

use crate::support::Stage;
use crate::support::page::{RESULT, SPEAKERS, STATUS};
use serde_json::Value;

/// The speakers beside the page, each with its count, as `[slug, count]`.
#[track_caller]
fn counts(stage: &Stage) -> Vec<(String, u64)> {
    let counts = stage.browser.eval(&format!(
        "{SPEAKERS}.map(box => [box.value, Number(box.closest('label').textContent.match(/\\d+$/)[0])])"
    ));
    let pair = |pair: &Value| Some((pair[0].as_str()?.to_string(), pair[1].as_u64()?));
    counts.as_array().expect("it is a list").iter().filter_map(pair).collect()
}

pub fn a_count_is_what_choosing_the_speaker_leaves(stage: &mut Stage) {
    stage.open("");
    stage.search_for("Taliban");
    let before = counts(stage);
    assert!(before.iter().any(|(_, n)| *n > 1));
    for (speaker, n) in before.iter().take(4) {
        stage.toggle_speaker(speaker);
        assert_eq!(stage.browser.count(RESULT), *n, "{speaker}");
        stage.toggle_speaker(speaker);
    }
    // Of two chosen ones, either is enough.
    let [(first, n_first), (second, n_second)] = &before[..2] else { panic!("two people speak") };
    stage.toggle_speaker(first);
    stage.toggle_speaker(second);
    let n_either = stage.browser.count(RESULT);
    assert!((*n_first.max(n_second)..=n_first + n_second).contains(&n_either));
}

pub fn nobody_disappears_from_the_list(stage: &mut Stage) {
    stage.open("");
    let names =
        |counts: Vec<(String, u64)>| counts.into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    let before = names(counts(stage));
    stage.search_for("zzqx");
    let after = counts(stage);
    assert!(after.iter().all(|(_, n)| *n == 0));
    assert_eq!(names(after), before);
}

pub fn all_that_one_speaker_said_stands_in_article_order(stage: &mut Stage) {
    let browser = &stage.browser;
    stage.open("");
    let order = browser.eval(
        "[...document.querySelectorAll('main h2 a')].map(link =>
            new URL(link.href).pathname.match(/([^/]+)\\.html$/)[1])",
    );
    let speaker = stage.some_speaker();
    stage.toggle_speaker(&speaker);
    browser.wait_for(&format!("document.querySelector('{RESULT}')"));
    let places = browser.eval_with(
        &format!(
            "[...document.querySelectorAll('{RESULT}')].map(item =>
                [args[0].indexOf(item.dataset.article), Number(item.dataset.paragraph)])"
        ),
        &[order],
    );
    let place = |place: &Value| (place[0].as_i64(), place[1].as_i64());
    let places: Vec<_> = places.as_array().expect("it is a list").iter().map(place).collect();
    assert!(places.len() > 2 && places.is_sorted(), "{places:?}");
    // Every passage shows words of this speaker.
    let strangers = browser.eval(&format!(
        "[...document.querySelectorAll('{RESULT}')]
            .filter(item => !item.querySelector('.quotation[data-speaker=\"{speaker}\"]')).length"
    ));
    assert_eq!(strangers, 0);
}

pub fn a_passage_is_one_click_from_its_context(stage: &mut Stage) {
    let browser = &stage.browser;
    stage.open("");
    let speaker = stage.some_speaker();
    stage.open(&format!("?speaker={speaker}"));
    let place = browser.eval(&format!(
        "(item => item.dataset.article + '-p' + item.dataset.paragraph)(document.querySelector('{RESULT}'))"
    ));
    browser.click(&format!("{RESULT} a.result-link"));
    browser.wait_for("document.querySelector('main article')");
    // The address follows what is drawn.
    browser.wait_for(&format!("location.hash.slice(1) === {place}"));
    browser.wait_for(
        "(box => box.top >= 0 && box.top < innerHeight)\
         (document.getElementById(location.hash.slice(1)).getBoundingClientRect())",
    );
    // Their words are told apart from the others', and counted.
    let chosen = format!(".quotation[data-speaker='{speaker}'][data-chosen]");
    assert!(browser.count(&chosen) > 0);
    assert_eq!(browser.count(".quotation[data-chosen]"), browser.count(&chosen));
    let background = |css: &str| {
        browser
            .eval(&format!("getComputedStyle(document.querySelector(\"{css}\")).backgroundColor"))
    };
    assert_ne!(background(&chosen), background("article .quotation:not([data-chosen])"));
    // The reader stands at the first of them there.
    browser.wait_for(&format!(
        "/^Quotation \\d+ of \\d+ in/.test(document.querySelector('{STATUS}').textContent)"
    ));
}

pub fn the_evidence_is_one_click_away(stage: &mut Stage) {
    let browser = &stage.browser;
    stage.open("");
    let speaker = stage.some_speaker();
    stage.open(&format!("?speaker={speaker}"));
    browser.click(&format!("{RESULT} a.result-link"));
    browser.wait_for("document.querySelector('main article')");
    browser.click("article .who-name[data-chosen]");
    browser.wait_for("document.querySelector('aside[aria-label=\"Who said this\"]')");
    // The keyboard goes along.
    browser.wait_for("document.activeElement.id === 'evidence-title'");
    let evidence = browser.text("aside[aria-label='Who said this']").to_lowercase();
    assert!(evidence.contains("how we know"), "{evidence}");
    let name = browser.eval(&format!(
        "{SPEAKERS}.find(box => box.value === '{speaker}').closest('label')
            .querySelector('.filter-name').textContent.toLowerCase()"
    ));
    assert!(evidence.contains(name.as_str().expect("they have a name")), "{evidence}");
    browser.press(&["Escape"]);
    browser.wait_for("!document.querySelector('aside[aria-label=\"Who said this\"]')");
    // And back.
    browser.wait_for("document.activeElement.matches('.who-name[data-chosen]')");

    // A click on the words does the same; one that follows a link or selects words does not.
    browser.click("article .quotation[data-chosen]");
    browser.wait_for("document.querySelector('aside[aria-label=\"Who said this\"]')");

    // Of "he" it says where the article names him last, and leads there.
    stage.open("articles/not-an-enemy.html");
    browser.eval("[...document.querySelectorAll('article .who-name')].at(-1).click()");
    browser.wait_for("document.querySelector('.evidence')?.textContent.includes('Named before')");
    browser.click(".evidence dd a");
    browser.wait_for("document.activeElement.id === 'not-an-enemy-p26'");
}

pub fn kinds_and_outlets_combine_with_the_rest(stage: &mut Stage) {
    let browser = &stage.browser;
    stage.open("?q=Taliban");
    stage.wait_for_answer_to("Taliban");
    let all = browser.count(RESULT);
    browser.click("label:has(> input[value=direct])");
    stage.wait_for_results("location.search === '?q=Taliban&kind=direct'");
    let direct = browser.count(RESULT);
    assert!(0 < direct && direct < all, "{direct} of {all}");
    let outlet = browser.eval(
        "[...document.querySelectorAll('fieldset')]
            .find(group => group.querySelector('legend').textContent === 'Outlets')
            .querySelector('input').value",
    );
    let outlet = outlet.as_str().expect("there is an outlet");
    browser.click(&format!("label:has(> input[value='{outlet}'])"));
    stage
        .wait_for_results(&format!("location.search === '?q=Taliban&kind=direct&outlet={outlet}'"));
    let in_outlet = browser.count(RESULT);
    assert!(0 < in_outlet && in_outlet < direct, "{in_outlet} of {direct}");
    // One click clears the picks, and leaves the query.
    browser.click("button.chip-all");
    stage.wait_for_results("location.search === '?q=Taliban'");
    assert_eq!(browser.count(RESULT), all);
}

pub fn more_results_stand_behind_those_before(stage: &mut Stage) {
    let browser = &stage.browser;
    stage.open("?q=Taliban");
    stage.wait_for_answer_to("Taliban");
    let shown = format!(
        "[...document.querySelectorAll('{RESULT}')].map(({{ dataset }}) => dataset.article + dataset.paragraph)"
    );
    let before = browser.eval(&shown);
    browser.click(".results-view .more");
    browser.wait_for(&format!("{shown}.length > {}", before.as_array().unwrap().len()));
    let after = browser.eval(&shown);
    assert!(after.as_array().unwrap().starts_with(before.as_array().unwrap()));
}

pub fn a_quotation_is_copied_with_its_source(stage: &mut Stage) {
    let browser = &stage.browser;
    stage.open("");
    let speaker = stage.some_speaker();
    stage.open(&format!("?speaker={speaker}"));
    browser.click(&format!("{RESULT} a.result-link"));
    browser.wait_for("document.querySelector('main article')");
    let words = browser.text("article .quotation[data-chosen]");
    browser.click("article .who-name[data-chosen]");
    browser.click("aside[aria-label='Who said this'] .cite button");
    browser.wait_for(
        "document.querySelector('aside[aria-label=\"Who said this\"] [role=status]').textContent === 'Copied'",
    );
    let copied = browser.pasted();
    assert!(copied.contains(&words), "{copied:?} lacks {words:?}");
    // It is announced a second time, too.
    browser.eval(
        "(window.n_told = 0, new MutationObserver(() => window.n_told++).observe(
            document.querySelector('aside[aria-label=\"Who said this\"] [role=status]'),
            { childList: true, subtree: true, characterData: true }), 0)",
    );
    browser
        .eval("document.querySelector('aside[aria-label=\"Who said this\"] .cite button').click()");
    browser.wait_for("window.n_told > 0");
    // The address leads back to the paragraph.
    let address = copied.lines().find(|line| line.starts_with("http")).expect("it has an address");
    browser.open("about:blank");
    browser.open(address);
    stage.wait_until_ready();
    browser.wait_for("document.getElementById(location.hash.slice(1))");
    assert!(
        browser
            .eval("document.getElementById(location.hash.slice(1)).textContent")
            .as_str()
            .is_some_and(|paragraph| paragraph.contains(&words))
    );
}

/// The first note on who else has some words, of those that `within` selects.
fn note(within: &str) -> String {
    format!("document.querySelector('{within} .elsewhere')")
}

pub fn who_else_has_the_words_is_unfolded_by_keyboard(stage: &mut Stage) {
    let browser = &stage.browser;
    stage.open("?article=russia-supporting-taliban");
    browser.wait_for("document.querySelector('main article')");
    let note = note("main article");
    // It is folded at first, and names the other article.
    assert_eq!(browser.eval(&format!("{note}.open")), false);
    let summary = browser.eval(&format!("{note}.querySelector('summary').textContent"));
    assert!(
        summary.as_str().is_some_and(|words| words.contains("of 14 paragraphs with ")),
        "{summary}"
    );
    browser.eval(&format!("{note}.querySelector('summary').focus()"));
    browser.press(&["Enter"]);
    browser.wait_for(&format!("{note}.open"));
    // The first link leads to the article's own paragraph, the second to the other's.
    browser.press(&["Tab"]);
    browser.wait_for(&format!("document.activeElement === {note}.querySelectorAll('a')[0]"));
    browser.press(&["Tab"]);
    browser.wait_for(&format!("document.activeElement === {note}.querySelectorAll('a')[1]"));
    let target = browser.eval("document.activeElement.hash.slice(1)");
    browser.press(&["Enter"]);
    browser.wait_for("document.querySelector('main article:not(#russia-supporting-taliban)')");
    let target = target.as_str().expect("it names a paragraph");
    browser.wait_for(&format!("location.hash === '#{target}'"));
    // It leads back: both articles have the words.
    browser.wait_for(&format!("document.querySelector('.agreement a[href$=\"#{target}\"]')"));
}

pub fn a_statement_is_shown_with_what_differs_elsewhere(stage: &mut Stage) {
    let browser = &stage.browser;
    stage.open("?speaker=zamir-kabulov");
    browser.wait_for(&format!("document.querySelector('{RESULT}')"));
    let note = note(&format!("{RESULT}[data-article=moscow-times-ready-to-work]"));
    browser.eval(&format!("{note}.querySelector('summary').focus()"));
    browser.press(&["Enter"]);
    browser.wait_for(&format!("{note}.open"));
    let words = |tag: &str| {
        browser.eval(&format!(
            "[...{note}.querySelectorAll('{tag}')].map(words => words.textContent).join('|')"
        ))
    };
    let (removed, added) = (words("del"), words("ins"));
    assert!(removed.as_str().is_some_and(|words| words.contains("diplomatic")), "{removed}");
    assert!(added.as_str().is_some_and(|words| words.contains("non-recognition")), "{added}");
    // Told to those who see neither line nor weight.
    for tag in ["del", "ins"] {
        let told = browser
            .eval(&format!("getComputedStyle({note}.querySelector('{tag}'), '::before').content"));
        assert!(told.as_str().is_some_and(|words| words.contains("only ")), "{told}");
    }
    // The evidence shows it too, unfolded.
    browser.eval(&format!("{note}.closest('{RESULT}').querySelector('.who-name').click()"));
    browser.wait_for("document.querySelector('.evidence .elsewhere[open] a')");
}
