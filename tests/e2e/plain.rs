//! What is there before, or without, the app.

use crate::support::Stage;
use crate::support::page::SEARCH;
use browser::Fault;
use serde_json::json;
use std::fs;

/// The address of every article, as the front page has them.
fn articles(stage: &Stage) -> Vec<String> {
    let links =
        "[...document.querySelectorAll('main .cards h2 a')].map(link => link.getAttribute('href'))";
    let links = stage.browser.eval(links);
    let links = links.as_array().expect("it is a list").iter();
    links.map(|link| link.as_str().expect("it is an address").to_owned()).collect()
}

pub fn everything_can_be_read_without_scripts(stage: &mut Stage) {
    let browser = &stage.browser;
    browser.allow_scripts(false);
    browser.open(&stage.site.url(""));
    let articles = articles(stage);
    assert_eq!(articles.len(), 5);
    let mut n_quotations = 0;
    for article in &articles {
        browser.open(&stage.site.url(article));
        assert_eq!(browser.count("article[id][data-article]"), 1, "{article}");
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
        n_quotations += browser.count("article .quotation[data-speaker][data-kind]");
        assert_eq!(browser.count("article .quotation:not([data-speaker][data-kind])"), 0);
    }
    assert!(n_quotations > 100);
    // From a quotation to all that its speaker said, back to the words, and on to the front page, by links.
    browser.click("article .who-name");
    browser.wait_for("location.pathname.includes('/speakers/')");
    assert!(browser.count("[aria-label=Results] .quotation") > 0);
    browser.click(".result-link");
    browser.wait_for("document.getElementById(decodeURIComponent(location.hash.slice(1)))");
    browser.click(".front-link");
    browser.wait_for("document.querySelector('.cards')");
    browser.click(".views a[href*='speakers/']");
    browser.wait_for("document.querySelectorAll('.speaker-index li').length > 20");
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
            assert_eq!(browser.count(".article-card h2 a"), 5);
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

pub fn one_file_has_all_text_before_it_starts(stage: &mut Stage) {
    let browser = &stage.browser;
    browser.allow_scripts(false);
    browser.open(&stage.site.url("dossier.html"));
    assert_eq!(browser.count("#full-text article[id][data-article]"), 5);
    browser.click("main .cards h2 a");
    let fragment = "decodeURIComponent(location.hash.slice(1))";
    browser.wait_for(fragment);
    assert_eq!(browser.eval(&format!("document.getElementById({fragment}).localName")), "article");
    browser.allow_scripts(true);
    browser.open(&stage.site.url("dossier.html"));
    stage.wait_until_ready();
    assert_eq!(browser.count("#full-text"), 0);
    browser.click("main .cards h2 a");
    browser.wait_for("document.querySelector('main article')");
}
