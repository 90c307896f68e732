//! A large dossier, whose texts and posting lists lie in blocks beside the wasm: what is asked for comes, what does
//! not come is said, and what is found is what the dossier in one piece would give.

use crate::offline::EXPECTED;
use crate::pages::{OBSERVE, assert_taken_over};
use crate::support::Stage;
use crate::support::page::{RESULT, STATUS};
use browser::{Fault, Server};
use serde_json::json;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// How many long articles the dossier has. Each lies in a block of its own, but the first, with which those are that
/// the front page shows.
const N_LONG: usize = 8;
/// How many short ones stand before them: as many as the front page shows.
const N_SHORT: usize = 50;

/// A text that no other article has, of some 66 kB: words made of syllables that a number picks.
fn filler(mut seed: u64) -> String {
    const SYLLABLES: [&str; 16] = [
        "ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu",
        "ve",
    ];
    let mut syllable = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        SYLLABLES[(seed >> 60) as usize]
    };
    let mut text = String::new();
    while text.len() < 66_000 {
        for _ in 0..90 {
            text += syllable();
            text += syllable();
            text += syllable();
            text.push(' ');
        }
        text += "end.\n\n";
    }
    text
}

/// Article `n`: somebody speaks in it of the harbour, and of a thing that no other article names.
fn article(n: usize, thing: &str) -> String {
    format!(
        "---\ntitle: Day {n}\noutlet: The Quay\n---\n\n“The harbour has a {thing},” said Ada Voss.\n\n{}",
        filler(n as u64 + 1)
    )
}

const THINGS: [&str; N_LONG] =
    ["anchor", "bollard", "capstan", "dinghy", "ensign", "fender", "gangway", "hawser"];

/// The folder of the site of such a dossier, in which article 3 names `third`, and which stands at `url`.
#[track_caller]
fn pressed(stage: &Stage, name: &str, third: &str, url: &str) -> PathBuf {
    let thing = |n: usize| if n == 3 { third } else { THINGS[n] };
    let short = (0..N_SHORT).map(|n| {
        let text = format!("---\ntitle: Note {n}\noutlet: The Quay\n---\n\nNothing on day {n}.\n");
        (format!("a-{n:02}.md"), text)
    });
    let long = (0..N_LONG).map(|n| (format!("day-{n}.md"), article(n, thing(n))));
    let articles: Vec<(String, String)> = short.chain(long).collect();
    let settings = format!("title = \"Harbour\"\nlanguage = \"en\"\nurl = \"{url}\"\n");
    let mut files = vec![("dossier.toml", &*settings)];
    files.extend(articles.iter().map(|(name, text)| (name.as_str(), text.as_str())));
    stage.pressed(name, &files, &["--blocks", "always"])
}

/// Serves it from now on.
#[track_caller]
fn serve(stage: &mut Stage) -> PathBuf {
    // WebKit takes its files for the page's own in a frame without an origin by the address alone.
    let site = pressed(stage, "harbour", THINGS[3], &stage.site.url(""));
    stage.site.deploy(&site);
    site
}

/// The paths of the blocks that a page was drawn from.
fn blocks_of(site: &Path, page: &str) -> Vec<String> {
    let html = fs::read_to_string(site.join(page)).expect("the site has the page");
    let names = html.split_once("data-blocks=\"").and_then(|(_, rest)| rest.split_once('"'));
    let names = names.map_or("", |(names, _)| names);
    names.split_whitespace().map(|name| format!("blocks/{}/{name}.bin", &name[..2])).collect()
}

/// The path of the block in which article `n` lies.
#[track_caller]
fn block_of(site: &Path, n: usize) -> String {
    blocks_of_article(site, n).swap_remove(0)
}

/// The path of the block in which article `n` lies, and of that with what it has in common with others, if it has.
#[track_caller]
fn blocks_of_article(site: &Path, n: usize) -> Vec<String> {
    let blocks = blocks_of(site, &format!("articles/day-{n}.html"));
    assert!((1..=2).contains(&blocks.len()), "an article's page needs no other text: {blocks:?}");
    blocks
}

/// The paths of the blocks that no article's page needs: of posting lists and of statements.
fn lists_of(site: &Path) -> Vec<String> {
    let folders = fs::read_dir(site.join("blocks")).expect("it is in blocks");
    let files = folders.flat_map(|folder| fs::read_dir(folder.unwrap().path()).unwrap());
    let paths = files.map(|file| {
        let path = file.unwrap().path();
        path.strip_prefix(site).unwrap().to_str().expect("it is ASCII").to_owned()
    });
    let of_articles: Vec<String> = (0..N_LONG).flat_map(|n| blocks_of_article(site, n)).collect();
    let lists: Vec<String> = paths.filter(|path| !of_articles.contains(path)).collect();
    assert!(!lists.is_empty());
    lists
}

impl Stage {
    /// Which blocks the server was asked for since it had been asked for so many files.
    fn blocks_since(&self, n_before: usize) -> Vec<String> {
        let mut asked = self.site.requests().split_off(n_before);
        asked.retain(|path| path.starts_with("blocks/"));
        asked
    }

    /// Fails unless the browser said nothing but that something did not come.
    #[track_caller]
    fn assert_only_losses(&self) {
        let is_loss = |complaint: &String| EXPECTED.iter().any(|part| complaint.contains(part));
        let rest: Vec<String> = self.complaints().into_iter().filter(|c| !is_loss(c)).collect();
        assert_eq!(rest, [""; 0]);
    }
}

pub fn every_page_in_blocks_is_taken_over_as_it_stands(stage: &mut Stage) {
    let site = serve(stage);
    stage.browser.run_first(OBSERVE);
    assert_taken_over(stage, "articles/day-5.html");
    // The worker keeps what the front page needs.
    let of_front = blocks_of(&site, "index.html");
    assert_eq!(of_front, [block_of(&site, 0)]);
    let mut asked = stage.blocks_since(0);
    asked.retain(|block| !of_front.contains(block));
    asked.sort_unstable();
    let mut wanted = blocks_of_article(&site, 5);
    wanted.sort_unstable();
    assert_eq!(asked, wanted);
    for page in ["", "articles/day-0.html", "speakers/ada-voss.html", "speakers/index.html"] {
        assert_taken_over(stage, page);
    }
    stage.assert_accessible("a speaker's page in blocks");
}

pub fn what_is_found_in_blocks_is_what_is_found_in_one_piece(stage: &mut Stage) {
    serve(stage);
    let queries =
        ["capstan", "harbour", "capstn", "capstan OR hawser", "harbour -capstan", "\"a fender\""];
    let hits = |stage: &Stage| -> Vec<serde_json::Value> {
        stage.open("articles/day-0.html");
        let search = |query: &&str| {
            let query = serde_json::to_string(query).expect("text is JSON");
            stage.browser.eval(&format!("Promise.resolve(whosaid.search({query}))"))
        };
        queries.iter().map(search).collect()
    };
    let in_blocks = hits(stage);
    assert!(in_blocks[0][0]["article"] == "day-2", "{in_blocks:?}");
    // The edition in one file has no blocks.
    stage.allow_origin(&stage.site.origin());
    let whole = stage.path("harbour").join("site/dossier.html");
    let one_file =
        Server::pages(&[("index.html", &fs::read_to_string(whole).expect("it is there"))]);
    stage.site = one_file;
    stage.open("");
    let search = |query: &&str| {
        let query = serde_json::to_string(query).expect("text is JSON");
        stage.browser.eval(&format!("Promise.resolve(whosaid.search({query}))"))
    };
    let in_one_piece: Vec<_> = queries.iter().map(search).collect();
    assert_eq!(in_blocks, in_one_piece);
}

pub fn a_block_that_does_not_come_is_said_and_comes_when_it_is_asked_for_again(stage: &mut Stage) {
    let site = serve(stage);
    let third = block_of(&site, 3);
    let lists = lists_of(&site);
    let faults = [Fault::Cut, Fault::Half, Fault::Truncated, Fault::Error, Fault::Page];
    let of = |block: &'static str, path: &str| faults.map(|fault| (block, path.to_owned(), fault));
    for (block, path, fault) in [of("article", &third), of("lists", &lists[0])].concat() {
        // Each on an origin of its own, where nothing is kept.
        stage.site = Server::folder(&site, "/");
        stage.open("articles/day-0.html");
        stage.site.break_file(Some((&path, fault)));
        stage.browser.click("search input[type=search]");
        stage.browser.write("harbour");
        stage.browser.wait_for("document.querySelector('.missing[role=alert]')");
        // Others may be on their way yet.
        stage.browser.wait_for(&format!(
            "document.querySelector('{STATUS}').textContent.includes('so far; not all of the dossier is here')"
        ));
        let status = stage.browser.text(STATUS);
        assert_eq!(status.starts_with("0 "), block == "lists", "{fault:?}: {status}");
        let found = stage.browser.eval(&format!(
            "[...document.querySelectorAll('{RESULT}')].every((hit) => hit.textContent.includes('harbour'))"
        ));
        assert_eq!(found, json!(true), "{fault:?}");
        if fault == Fault::Cut {
            stage.assert_accessible("an answer that is not whole");
        }
        stage.site.break_file(None);
        stage.browser.click(".missing button");
        stage.wait_for_answer_to("harbour");
        assert!(stage.browser.text(STATUS).starts_with("8 passages"), "{fault:?}");
        assert_eq!(stage.browser.count(RESULT), N_LONG as u64, "{fault:?}");
        assert_eq!(stage.browser.count(".missing"), 0, "{fault:?}");
        stage.assert_only_losses();
    }
}

pub fn a_page_whose_block_does_not_come_can_be_read(stage: &mut Stage) {
    let site = serve(stage);
    stage.site.break_file(Some((&block_of(&site, 3), Fault::Error)));
    stage.browser.open(&stage.site.url("articles/day-3.html"));
    stage.browser.wait_for("document.querySelector('.failure:not([hidden])')");
    assert!(stage.browser.text(".failure").contains("A part of the dossier did not arrive."));
    assert!(stage.browser.text("main article").contains("has a dinghy"));
    stage.site.break_file(None);
    stage.open("articles/day-3.html");
    assert_eq!(stage.browser.count(".failure:not([hidden])"), 0);
    stage.assert_only_losses();
}

pub fn what_another_article_has_is_asked_for_when_it_is_looked_at(stage: &mut Stage) {
    serve(stage);
    stage.open("articles/day-5.html");
    let n_before = stage.site.requests().len();
    stage.browser.click("details.agreement summary");
    stage.browser.wait_for("document.querySelector('details.agreement[open] li del')");
    assert_eq!(stage.browser.count("details.agreement .absent"), 0);
    let versions = stage.browser.text("details.agreement ul");
    for (n, thing) in THINGS.iter().enumerate().filter(|(n, _)| *n != 5) {
        assert!(versions.contains(&format!("Day {n}")) && versions.contains(thing), "{versions}");
    }
    assert!(!stage.blocks_since(n_before).is_empty());
}

pub fn a_late_text_takes_the_place_that_was_kept_for_it(stage: &mut Stage) {
    let site = serve(stage);
    stage.open("articles/day-0.html");
    stage.browser.wait_for("document.querySelector('main article')");
    stage.site.break_file(Some((&block_of(&site, 1), Fault::Late)));
    stage.browser.click(".neighbours .next");
    stage.browser.wait_for("document.querySelector('article#day-1 .absent')");
    assert_eq!(stage.browser.text("main h1"), "Day 1");
    assert!(!stage.browser.text("main article").contains("bollard"));
    stage.site.break_file(None);
    stage.browser.wait_for("document.querySelector('article#day-1 .quotation')");
    assert_eq!(stage.browser.count(".absent"), 0);
    assert!(stage.browser.text("main article").contains("has a bollard"));
}

pub fn fast_keys_over_a_slow_link_end_with_the_answer_to_the_last(stage: &mut Stage) {
    let site = serve(stage);
    stage.open("articles/day-0.html");
    stage.site.break_file(Some((&block_of(&site, 4), Fault::Late)));
    stage.browser.click("search input[type=search]");
    for key in "harbour an".chars() {
        stage.browser.write(&key.to_string());
    }
    stage.browser.write("chor");
    stage.browser.wait_for("new URLSearchParams(location.search).get('q') === 'harbour anchor'");
    stage.site.break_file(None);
    stage.wait_for_answer_to("harbour anchor");
    assert!(stage.browser.text(STATUS).starts_with("1 passage "), "{}", stage.browser.text(STATUS));
    assert!(stage.browser.text(RESULT).contains("anchor"));
}

pub fn what_needs_all_articles_waits_for_them(stage: &mut Stage) {
    let site = serve(stage);
    stage.site.break_file(Some((&block_of(&site, 6), Fault::Late)));
    stage.open("?view=compare&speaker=ada-voss&column=day-1&column=day-6");
    stage.browser.wait_for("document.querySelector('.on-the-way progress')");
    stage.assert_accessible("a view that waits for all articles");
    stage.site.break_file(None);
    stage.browser.wait_for("document.querySelector('.compared')?.textContent.includes('gangway')");
    assert_eq!(stage.browser.count(".on-the-way"), 0);
}

pub fn a_frame_without_an_origin_reads_in_blocks(stage: &mut Stage) {
    serve(stage);
    let frame = format!(
        "<!doctype html><title>Host</title><link rel=icon href=data:,>
         <iframe width=1000 height=900 sandbox='allow-scripts' referrerpolicy=no-referrer src=\"{}\"></iframe>",
        stage.site.url("?q=hawser")
    );
    let host = Server::pages(&[("index.html", &frame)]);
    stage.allow_origin(&host.origin());
    stage.browser.open(&host.url(""));
    stage.browser.enter_frame(0);
    stage.wait_until_ready();
    stage.wait_for_answer_to("hawser");
    assert!(stage.browser.text(RESULT).contains("has a hawser"));
}

pub fn all_articles_are_kept_where_the_reader_wants_that(stage: &mut Stage) {
    let first = serve(stage);
    stage.open("articles/day-1.html");
    stage.wait_for_badge("Of the articles, those that were read here.");
    // A page that the worker has served is kept.
    stage.open("?article=day-1");
    stage.browser.wait_for("document.querySelector('article#day-1 .quotation')");
    stage.site.stop();
    stage.open("?article=day-1");
    stage.browser.wait_for("document.querySelector('article#day-1 .quotation')");
    stage.browser.open(&stage.site.url("?article=day-6"));
    stage.wait_until_ready();
    stage.browser.wait_for("document.querySelector('.missing[role=alert]')");
    assert!(!stage.browser.text("main article").contains("gangway"));

    stage.site.restart();
    stage.open("");
    stage.browser.wait_for("document.querySelector('#keep_all button')");
    stage.assert_accessible("a front page that can be kept");
    stage.browser.click("#keep_all button");
    stage.browser.wait_for("!document.querySelector('#keep_all > *')");
    stage.wait_for_badge("Ready offline on this site");
    stage.site.stop();
    stage.open("?article=day-6");
    stage.browser.wait_for("document.querySelector('article#day-6 .quotation')");
    stage.open("?view=compare&speaker=ada-voss&column=day-1&column=day-6");
    stage.browser.wait_for("document.querySelector('.compared')?.textContent.includes('gangway')");

    // The next edition asks for what has changed alone: an article, and where in it the others have words of it.
    let second = pressed(stage, "changed", "derrick", &stage.site.url(""));
    stage.site.restart();
    stage.site.deploy(&second);
    let n_before = stage.site.requests().len();
    stage.open("");
    stage.browser.wait_for("document.querySelector('#update button')");
    let old = stage.browser.text("#edition");
    stage.browser.click("#update button");
    stage.browser.wait_for(&format!("document.querySelector('#edition')?.innerText !== '{old}'"));
    stage.wait_until_ready();
    stage.browser.wait_for("document.querySelector('#keep_all button')");
    stage.browser.click("#keep_all button");
    stage.browser.wait_for("!document.querySelector('#keep_all > *')");
    stage.wait_for_badge("Ready offline on this site");
    let changed = block_of(&second, 3);
    assert_ne!(changed, block_of(&first, 3));
    let mut expected: BTreeSet<String> = lists_of(&second).into_iter().collect();
    expected.extend((0..N_LONG).flat_map(|n| blocks_of_article(&second, n)));
    expected.retain(|path| !first.join(path).exists());
    assert!(expected.contains(&changed));
    let mut asked = stage.blocks_since(n_before);
    asked.sort();
    assert_eq!(asked, Vec::from_iter(expected));
    stage.assert_only_losses();
}

/// The page of the edition before asks for a block that the site does not have any more.
pub fn an_update_in_the_middle_of_a_search_mixes_nothing(stage: &mut Stage) {
    let first = serve(stage);
    let second = pressed(stage, "changed", "derrick", &stage.site.url(""));
    let third = block_of(&first, 3);
    assert!(!second.join(&third).exists());
    stage.open("articles/day-0.html");
    let edition = "document.querySelector('#edition')?.innerText";
    let old = stage.browser.eval(edition);
    stage.site.break_file(Some((&third, Fault::Error)));
    stage.browser.click("search input[type=search]");
    stage.browser.write("harbour");
    stage.browser.wait_for(&format!("document.querySelector('{RESULT}')"));
    // When it is asked for once more, the new edition stands there.
    stage.site.deploy(&second);
    stage.site.break_file(None);
    stage.browser.wait_for("document.querySelector('.missing[role=alert]')");
    assert!(stage.browser.text(STATUS).contains("so far; not all of the dossier is here"));
    assert!(!stage.browser.text(".results").contains("derrick"));
    // Asking once more changes nothing; the new edition has it.
    stage.browser.click(".missing button");
    stage.browser.wait_for("document.querySelector('.missing[role=alert]')");
    stage.open("?q=harbour");
    stage.browser.wait_for("document.querySelector('#update button')");
    stage.browser.click("#update button");
    stage.browser.wait_for(&format!("{edition} && {edition} !== {old}"));
    stage.wait_until_ready();
    stage.wait_for_answer_to("harbour");
    assert!(stage.browser.text(STATUS).starts_with("8 passages"), "{}", stage.browser.text(STATUS));
    assert!(stage.browser.text(".results").contains("derrick"));
    stage.assert_only_losses();
}

pub fn what_does_not_fit_is_said_while_all_articles_are_kept(stage: &mut Stage) {
    let site = serve(stage);
    stage.open("");
    stage.wait_for_badge("Of the articles, those that were read here.");
    stage.browser.wait_for("document.querySelector('#keep_all button')");
    let quota = |stage: &Stage, quota: serde_json::Value| {
        stage.browser.devtools("Storage.overrideQuotaForOrigin", &quota);
    };
    let origin = stage.site.origin();
    // It fills while they come.
    stage.site.break_file(Some((&block_of(&site, 2), Fault::Late)));
    stage.browser.click("#keep_all button");
    stage.browser.wait_for("document.querySelector('#keep_all progress')");
    quota(stage, json!({ "origin": origin, "quotaSize": 1_000 }));
    stage.site.break_file(None);
    stage
        .browser
        .wait_for("document.querySelector('#keep_all').textContent.includes('Not all of it fits')");
    stage.assert_accessible("articles of which not all fit");
    // It can be read all the same.
    stage.open("?article=day-2");
    stage.browser.wait_for("document.querySelector('article#day-2 .quotation')");
    // With room again the rest comes.
    quota(stage, json!({ "origin": origin }));
    stage.open("");
    stage.browser.wait_for("document.querySelector('#keep_all button')");
    stage.browser.click("#keep_all button");
    stage.browser.wait_for("!document.querySelector('#keep_all > *')");
    stage.wait_for_badge("Ready offline on this site");
    stage.assert_only_losses();
}
