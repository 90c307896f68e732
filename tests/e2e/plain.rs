//! What is there before, or without, the app.

use crate::support::Stage;
use crate::support::page::SEARCH;
use browser::Fault;
use serde_json::json;
use std::fs;

pub fn everything_can_be_read_without_scripts(stage: &mut Stage) {
    let browser = &stage.browser;
    browser.allow_scripts(false);
    browser.open(&stage.site.url(""));
    let n_articles = browser.count("article[id][data-article]");
    assert_eq!(n_articles, 5);
    // Every link within the page leads somewhere.
    let dead = browser.eval(
        "[...document.querySelectorAll('a[href^=\"#\"]')].map(link => link.getAttribute('href'))
            .filter(href => !document.getElementById(decodeURIComponent(href.slice(1))))",
    );
    assert_eq!(dead, json!([]));
    // Every paragraph has its number, and every quotation its speaker and kind.
    let strays = browser.eval(
        "[...document.querySelectorAll('article')].flatMap(article =>
            [...article.querySelectorAll('.paragraph')].map((paragraph, n) =>
                [paragraph.id, `${article.id}-p${n}`]).filter(([id, expected]) => id !== expected))",
    );
    assert_eq!(strays, json!([]));
    assert!(browser.count("article .quotation[data-speaker][data-kind]") > 20);
    assert_eq!(browser.count("article .quotation:not([data-speaker][data-kind])"), 0);
    // From the front page to an article, and by the index of speakers to words, by plain links.
    browser.click("main .cards h2 a");
    let fragment = "decodeURIComponent(location.hash.slice(1))";
    assert_eq!(browser.eval(&format!("document.getElementById({fragment}).localName")), "article");
    browser.open(&stage.site.url(""));
    browser.click("a[href='#speakers']");
    browser.click("#speakers li li a");
    let paragraph = browser.eval(&format!("document.getElementById({fragment}).className"));
    assert!(paragraph.as_str().unwrap_or_default().contains("paragraph"), "{paragraph}");
}

pub fn the_articles_stay_when_the_reader_cannot_start(stage: &mut Stage) {
    let files = fs::read_dir(&stage.dist).expect("there is a site");
    let names = files.flatten().filter_map(|file| file.file_name().into_string().ok());
    let of_reader: Vec<String> = names.filter(|name| name.starts_with("reader-")).collect();
    assert_eq!(of_reader.len(), 2, "{of_reader:?}");
    for file in &of_reader {
        for fault in [Fault::Error, Fault::Truncated, Fault::Cut] {
            // Each time an origin of its own, so that nothing is kept from the time before.
            stage.move_site("/");
            stage.site.break_file(Some((file, fault)));
            let browser = &stage.browser;
            browser.open(&stage.site.url(""));
            assert_eq!(browser.count("article[id][data-article]"), 5);
            // The reader is told, and may say so on the console.
            browser.wait_for("document.querySelector('[role=alert]:not([hidden])')?.innerText");
            stage.complaints();
        }
    }
}

pub fn a_panic_is_told_with_its_message(stage: &mut Stage) {
    stage.open("");
    let browser = &stage.browser;
    // What the app takes for impossible, and an extension may bring about.
    browser.eval(
        "(() => {
            const refuse = () => { throw new Error('no more elements') };
            Document.prototype.createElement = Node.prototype.cloneNode = refuse;
            return true;
        })()",
    );
    browser.click(SEARCH);
    browser.write("Kabul");
    browser.wait_for("document.querySelector('.failure:not([hidden])')");
    let told = browser.text(".failure");
    assert!(told.contains("have stopped") && told.contains("panicked at"), "{told}");
    let complaints = stage.complaints();
    assert!(complaints.iter().any(|line| line.contains("panicked at")), "{complaints:?}");
}

pub fn the_app_shows_the_words_that_were_there_before(stage: &mut Stage) {
    let browser = &stage.browser;
    let paragraphs = "[...document.querySelectorAll('article [id]')]
        .filter(paragraph => /-p\\d+$/.test(paragraph.id))
        .map(paragraph => [paragraph.id, paragraph.textContent])";
    browser.allow_scripts(false);
    browser.open(&stage.site.url(""));
    let before = browser.eval(paragraphs);
    let articles =
        browser.eval("[...document.querySelectorAll('article')].map(article => article.id)");
    browser.allow_scripts(true);
    let mut before = before.as_array().expect("it is a list").iter();
    for article in articles.as_array().expect("it is a list") {
        stage.open(&format!("?article={}", article.as_str().unwrap_or_default()));
        for paragraph in browser.eval(paragraphs).as_array().expect("it is a list") {
            assert_eq!(Some(paragraph), before.next());
        }
    }
    assert_eq!(before.next(), None);
}
