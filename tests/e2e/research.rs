//! From reading to research: comparing, statements, citations, the concordance and the notebook.

use crate::support::Stage;
use crate::support::page::RESULT;
use browser::Browser;
use serde_json::json;

pub fn what_one_speaker_said_is_compared_article_by_article(stage: &mut Stage) {
    let browser = &stage.browser;
    stage.open("?view=compare");
    stage.assert_accessible("the choice of a speaker to compare");
    browser.click(".offer a");
    browser.wait_for("document.querySelector('.compared-row')");
    stage.assert_accessible("a comparison");
    // A cell for each article in each row, and what an article left out is said.
    let rows = browser.eval(
        "[...document.querySelectorAll('.compared-row')].map(row => row.querySelectorAll('.cell').length)",
    );
    assert!(
        rows.as_array().is_some_and(|rows| rows.len() > 2 && rows.iter().all(|n| n == 5)),
        "{rows}"
    );
    assert!(browser.text(".compared").contains("not quoted here"));
    // A place leads to its context.
    let target = browser.eval("document.querySelector('.cell-version .place').hash.slice(1)");
    browser.click(".cell-version .place");
    browser.wait_for("document.querySelector('main article')");
    assert_eq!(browser.eval("location.hash.slice(1)"), target);
    // Back leads to the comparison, which the address keeps.
    browser.eval("(history.back(), true)");
    browser.wait_for("document.querySelector('.compared-row')");
    stage.open("?view=compare&q=embassy");
    browser.wait_for("document.querySelector('.compared-alone')");
    // A sentence with two quotations in it stands there once.
    let words = "[...document.querySelectorAll('.compared-alone .version-words')].map(words => words.textContent)";
    let n_words = browser.eval(&format!("{words}.length"));
    assert_eq!(browser.eval(&format!("new Set({words}).size")), n_words);
}

pub fn a_comparison_is_laid_out_as_the_address_says(stage: &mut Stage) {
    let browser = &stage.browser;
    stage.open("?view=compare&speaker=zamir-kabulov");
    browser.wait_for("document.querySelector('.compared-row')");
    let n_columns = || browser.count(".compared-heads .cell");
    assert_eq!(n_columns(), 5);
    // A column is taken away by the keyboard, which stays where it is.
    let article = ".comparison-article input[value='moscow-times-ready-to-work']";
    browser.eval(&format!("document.querySelector(\"{article}\").focus() ?? true"));
    browser.press(&[" "]);
    browser.wait_for("document.querySelectorAll('.compared-heads .cell').length === 4");
    assert_eq!(browser.eval("document.activeElement.value"), "moscow-times-ready-to-work");
    let columns = "new URLSearchParams(location.search).getAll('column').length";
    assert_eq!(browser.eval(columns), 4);
    assert!(browser.text(".compare").contains("without a column: The Moscow Times"));
    stage.assert_accessible("a comparison of some articles");
    // Differences are not marked any more.
    assert_ne!(browser.count(".compared .variant"), 0);
    browser.click("input[name='differences'][value='off']");
    browser.wait_for("location.search.endsWith('differences=off')");
    assert_eq!(browser.count(".compared .variant"), 0);
    // The address says all of it, and Back leads to where it was.
    let address = browser.eval("location.search");
    stage.open(address.as_str().expect("it is text"));
    browser.wait_for("document.querySelectorAll('.compared-heads .cell').length === 4");
    assert_eq!(browser.count(".compared .variant"), 0);
    assert_eq!(browser.eval("document.querySelector('input[value=off]').checked"), true);
    browser.click(article);
    browser.wait_for("document.querySelectorAll('.compared-heads .cell').length === 5");
    assert_eq!(browser.eval(columns), 0, "all of them is what needs no saying");
    browser.eval("(history.back(), true)");
    browser.wait_for("document.querySelectorAll('.compared-heads .cell').length === 4");
    // Another speaker has columns of their own; Back has the field follow.
    let select = "document.querySelector('.comparison-speaker select')";
    let other = browser.eval(&format!(
        "[...{select}.options].find(option => option.value !== 'zamir-kabulov').value"
    ));
    browser.eval(&format!(
        "(({select}.value = {other}), {select}.dispatchEvent(new Event('change', {{ bubbles: true }})))"
    ));
    browser.wait_for(&format!("location.search.includes('speaker=' + {other})"));
    assert_eq!(browser.eval(columns), 0);
    browser.eval("(history.back(), true)");
    browser.wait_for(&format!("{select}.value === 'zamir-kabulov'"));
    // It is taken along.
    browser.click(".compare .actions button");
    browser.wait_for(
        "document.querySelector('.compare [role=status]').textContent === 'Citation copied'",
    );
}

pub fn the_versions_of_a_statement_stand_side_by_side(stage: &mut Stage) {
    let browser = &stage.browser;
    stage.open("");
    browser.click(".views a[href*='view=statements']");
    browser.wait_for("document.querySelector('.statement')");
    stage.assert_accessible("the statements");
    let hair = "[...document.querySelectorAll('.statement')]
        .find(section => section.textContent.includes('not a single hair'))";
    let variants = browser.eval(&format!(
        "[...{hair}.querySelectorAll('.versions .variant')].map(words => words.textContent)"
    ));
    assert_eq!(variants, json!(["militants", "he said", "terrorists"]));
    let verdict = browser.eval(&format!("{hair}.querySelector('.verdict').textContent"));
    let verdict = verdict.as_str().expect("it is text");
    assert!(
        verdict.contains("“militants” in [Not an enemy], “terrorists” in [Here’s how]"),
        "{verdict}"
    );
    assert!(verdict.contains("Not inThe Moscow Times"), "{verdict}");
}

pub fn a_finding_stands_alone(stage: &mut Stage) {
    let browser = &stage.browser;
    stage.open("?view=statements");
    let links = "[...document.querySelectorAll('.statement a[href*=\"view=statement-\"]')]";
    let n_links = browser.eval(&format!("{links}.length"));
    assert!(n_links.as_u64() > Some(5), "{n_links}");
    let statement = browser.eval(&format!("{links}[2].getAttribute('href')"));
    let address = statement.as_str().expect("it is an address");
    stage.open(address);
    browser.wait_for("document.querySelectorAll('.statement').length === 1");
    stage.assert_accessible("a statement alone");
    stage.open(&format!("{address}&embed"));
    assert_eq!(browser.eval("document.querySelector('search').checkVisibility()"), false);
    stage.open("?view=matrix");
    browser.wait_for("document.querySelector('.finding .matrix')");
    stage.assert_accessible("the matrix alone");
    // From the evidence of a quotation.
    stage.open("articles/not-an-enemy.html");
    browser.click("#not-an-enemy-q0, article .who-name");
    browser.wait_for("document.querySelector('.evidence a[href*=\"view=quotation-\"]')");
    browser.click(".evidence a[href*='view=quotation-']");
    browser.wait_for("document.querySelector('.single blockquote')");
    stage.assert_accessible("a quotation alone");
    // A row of a comparison.
    stage.open("?view=compare&speaker=zamir-kabulov");
    let row = "document.querySelector('.compared-row a[href*=\"view=row-\"]')";
    browser.wait_for(row);
    let heading = browser.eval(&format!("{row}.closest('header').querySelector('h2').textContent"));
    browser.eval(&format!("{row}.click() ?? true"));
    browser.wait_for("document.querySelectorAll('.finding .compared-row').length === 2");
    assert_eq!(browser.eval("document.querySelector('.finding h2').textContent"), heading);
    // With the articles that have it, and no others.
    let n_cells = browser.count(".finding .compared-row:last-child .cell");
    assert!((2..5).contains(&n_cells), "{n_cells}");
    assert_eq!(browser.count(".finding .cell[data-absent='true']"), 0);
    stage.assert_accessible("a row alone");
    let address = browser.eval("location.search");
    stage.open(address.as_str().expect("it is text"));
    assert_eq!(browser.eval("document.querySelector('.finding h2').textContent"), heading);
    for gone in ["?view=statement-00000000", "?view=row-00000000&speaker=zamir-kabulov"] {
        stage.open(gone);
        assert!(browser.text(".finding").contains("Changed: this edition"));
    }
}

pub fn the_front_page_shows_the_shape_of_the_dossier(stage: &mut Stage) {
    let browser = &stage.browser;
    stage.open("");
    assert_eq!(browser.count(".telling li"), 3);
    // The numbers of each column add up to the last line, and each leads to the words.
    let sums = browser.eval(
        "[...document.querySelectorAll('.matrix tfoot td')].map(cell => Number(cell.textContent))",
    );
    let cells = browser.eval(
        "[...document.querySelectorAll('.matrix tfoot td')].map((_, at) =>
            [...document.querySelectorAll(`.matrix tbody tr td:nth-of-type(${at + 1})`)]
                .reduce((sum, cell) => sum + (Number.parseInt(cell.textContent) || 0), 0))",
    );
    assert_eq!(sums, cells);
    browser.click(".matrix tbody td a");
    browser.wait_for("document.querySelector('article .quotation[data-chosen]')");
}

pub fn a_citation_is_copied_and_can_be_checked(stage: &mut Stage) {
    let browser = &stage.browser;
    stage.open("articles/not-an-enemy.html");
    browser.click("[aria-label='Cite paragraph 24']");
    browser.wait_for("document.querySelector('.para .cite')");
    stage.assert_accessible("a paragraph that is cited");
    browser.click(".para .cite button");
    browser
        .wait_for("document.querySelector('.para .cite [role=status]').textContent === 'Copied'");
    let copied = browser.pasted();
    assert!(copied.contains("It is not for nothing") && copied.contains("?words="), "{copied}");

    let check = |text: &str, verdict: &str| {
        browser.eval_with(
            "(document.querySelector('.check textarea').value = args[0],
              document.querySelector('.check form').requestSubmit())",
            &[text.into()],
        );
        browser.wait_for(&format!(
            "document.querySelector('.check [role=status]').innerText.trim().startsWith('{verdict}')"
        ));
        browser.text(".check [role=status]")
    };
    browser.click("#foot-buttons button:nth-of-type(2)");
    browser.wait_for("document.querySelector('.check textarea')");
    check(&copied, "True.");
    let changed = check(&copied.replace("seven years", "ten years"), "Changed.");
    assert!(changed.contains("seven"), "{changed}");
    stage.assert_accessible("a citation that was checked");
    // Words that stand elsewhere are shown, also where the link is followed within the article.
    let address = copied.lines().find(|line| line.contains("?words=")).expect("it has one");
    let (address, _) = address.split_once('#').expect("it names a paragraph");
    let (_, address) = address.split_once("articles/").expect("it is an article's");
    stage.open(&format!("articles/{address}#not-an-enemy-p24"));
    browser.eval("(location.hash = 'not-an-enemy-p2', true)");
    browser.wait_for("document.querySelector('.notices').textContent.startsWith('Moved:')");
    browser.wait_for(
        "(box => box.top >= 0 && box.top < innerHeight)\
         (document.getElementById('not-an-enemy-p24').getBoundingClientRect())",
    );
    // A link whose words were edited away says so.
    stage.open("articles/not-an-enemy.html?words=00000000#not-an-enemy-p24");
    assert!(browser.text(".notices").starts_with("Changed:"));
    browser.click(".notices p button");
    browser.wait_for("document.querySelector('dialog.check[open]')");
}

pub fn words_that_have_changed_stand_clear_of_the_notice_on_a_phone(stage: &mut Stage) {
    let browser = &stage.browser;
    browser.resize(390, 700);
    stage.open("articles/not-an-enemy.html?words=00000000#not-an-enemy-p24");
    browser.wait_for(
        "(() => {
            const { top } = document.getElementById('not-an-enemy-p24').getBoundingClientRect();
            const notice = document.querySelector('.notices').getBoundingClientRect();
            return top < innerHeight && (notice.bottom <= top || notice.top >= innerHeight);
        })()",
    );
}

pub fn hits_are_aligned_and_a_speaker_is_known(stage: &mut Stage) {
    let browser = &stage.browser;
    stage.open("?q=kabulov");
    browser.wait_for(&format!("document.querySelector('{RESULT}')"));
    assert_eq!(browser.text(".speaker-card h2"), "Zamir Kabulov");
    browser.click(".search-notes summary");
    stage.assert_accessible("results with how to search");
    let aligned = ".search-notes a[href*='view=concordance']";
    browser.click(aligned);
    browser.wait_for("document.querySelector('.lines tbody tr')");
    stage.assert_accessible("a concordance");
    let words = browser.eval(
        "[...document.querySelectorAll('.line-words')].every(cell => /kabulov/i.test(cell.textContent))",
    );
    assert_eq!(words, true);
    sort_lines(browser, "right");
    browser.wait_for(
        "(() => {
            const after = [...document.querySelectorAll('.line-after')].map(cell => cell.textContent.toLowerCase());
            return after.length > 5 && after.every((text, at) => at === 0 || after[at - 1] <= text);
        })()",
    );
    // The order is part of the address, and one step back from it is the order before.
    stage.open("?q=kabulov&view=concordance&order=right");
    assert_eq!(browser.eval("document.querySelector('.concordance select').value"), "right");
    sort_lines(browser, "date");
    browser.wait_for("location.search.endsWith('order=date')");
    browser.eval("(history.back(), true)");
    browser.wait_for("document.querySelector('.concordance select').value === 'right'");
    // Who is meant is known of a mistyped name, too.
    stage.open("?q=zhirnof");
    browser
        .wait_for("document.querySelector('.speaker-card h2')?.textContent === 'Dmitry Zhirnov'");
    browser.click(aligned);
    browser.wait_for("location.search.includes('concordance')");
    // Without a word there is nothing to align.
    browser.click("search input");
    browser.eval("(document.querySelector('search input').select(), true)");
    browser.press(&["Backspace"]);
    browser.wait_for("!location.search.includes('concordance')");
    stage.open("?q=speaker:kabulov");
    browser.wait_for(&format!("document.querySelector('{RESULT}')"));
    assert_eq!(browser.eval(&format!("document.querySelector(\"{aligned}\")")), json!(null));
}

/// Chooses by what the lines of a concordance are sorted.
fn sort_lines(browser: &Browser, order: &str) {
    browser.eval_with(
        "(() => {
            const field = document.querySelector('.concordance select');
            field.value = args[0];
            field.dispatchEvent(new Event('change', { bubbles: true }));
            return true;
        })()",
        &[json!(order)],
    );
}

/// Selects words of a paragraph as a reader does.
fn select(stage: &Stage, id: &str, words: &str) {
    stage.browser.eval_with(
        "(() => {
            const paragraph = document.getElementById(args[0]);
            const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const at = walker.currentNode.data.indexOf(args[1]);
                if (at < 0) continue;
                getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + args[1].length);
                return true;
            }
            throw new Error('the paragraph lacks the words');
        })()",
        &[id.into(), words.into()],
    );
    stage.browser.wait_for("document.querySelector('.selection-bar')");
}

/// The texts of the notes that the browser keeps: a promise of JSON.
const KEPT_NOTES: &str = "(async () => {
    const databases = await indexedDB.databases();
    const opened = indexedDB.open(databases.find(({ name }) => name.startsWith('whosaid:notes:')).name);
    await new Promise(done => { opened.onsuccess = done; });
    const all = opened.result.transaction('notes').objectStore('notes').getAll();
    await new Promise(done => { all.onsuccess = done; });
    opened.result.close();
    return JSON.stringify(all.result.map(({ text }) => text).sort());
})()";

/// Waits until the browser keeps notes of these texts, and no other.
#[track_caller]
fn wait_for_kept(stage: &Stage, texts: &[&str]) {
    // The texts are a JavaScript string that holds their JSON.
    let json = json!(json!(texts).to_string());
    stage.browser.wait_for(&format!("await {KEPT_NOTES} === {json}"));
}

pub fn notes_are_kept_found_again_and_can_be_had_back(stage: &mut Stage) {
    let browser = &stage.browser;
    stage.open("articles/not-an-enemy.html");
    select(stage, "not-an-enemy-p8", "The militants had assured");
    stage.assert_accessible("selected words");
    browser.eval("document.getElementById('not-an-enemy-p8').isSame = true");
    browser.click(".selection-bar button:last-of-type");
    browser.wait_for("document.activeElement?.matches('.noted textarea')");
    // A note below it leaves the paragraph the element that it was.
    assert_eq!(browser.eval("document.getElementById('not-an-enemy-p8').isSame"), true);
    // Whoever goes before a pause in the writing has ended loses nothing,
    browser.eval("(window.pause = setTimeout, window.setTimeout = () => 0, true)");
    browser.write("whose words");
    browser.eval("(document.dispatchEvent(new Event('visibilitychange')), true)");
    wait_for_kept(stage, &["whose words"]);
    // nor who pauses and closes the page without leaving the field.
    browser.eval("(window.setTimeout = pause, true)");
    browser.write("?");
    wait_for_kept(stage, &["whose words?"]);
    browser.press(&["Tab"]);
    browser.wait_for("document.querySelector('.views li:last-child')?.textContent.includes('1')");
    wait_for_kept(stage, &["whose words?"]);

    // It is there at the next visit: painted, told below its paragraph, and in the list.
    stage.open("articles/not-an-enemy.html");
    browser.wait_for("document.querySelector('.noted p')?.textContent === 'whose words?'");
    browser
        .wait_for("[...CSS.highlights.get('whosaid-note')].join() === 'The militants had assured'");

    change_where_it_stands(stage);
    browser.click(".views li:last-child a");
    browser.wait_for("document.querySelector('.note')");
    stage.assert_accessible("the notebook");
    assert_eq!(browser.text(".note blockquote"), "The militants had assured");
    browser.click(".note-fields button");
    browser.wait_for("!document.querySelector('.note')");
    wait_for_kept(stage, &[]);
    browser.wait_for("document.activeElement.matches('.undo button')");
    browser.click(".undo button");
    browser.wait_for("document.querySelector('.note')");
    browser.wait_for("document.activeElement.matches('main h1')");
    wait_for_kept(stage, &["whose words?"]);

    // What another tab writes is taken over when the reader comes back.
    stage.open("?view=notebook");
    browser.wait_for("document.querySelectorAll('.note').length === 1");
    browser.eval(
        "(async () => {
            const [{ name }] = await indexedDB.databases();
            const opened = indexedDB.open(name);
            await new Promise(done => { opened.onsuccess = done; });
            const store = opened.result.transaction('notes', 'readwrite').objectStore('notes');
            const all = store.getAll();
            await new Promise(done => { all.onsuccess = done; });
            const put = store.put({ ...all.result[0], id: 'urn:uuid:other', text: 'from another tab' });
            await new Promise(done => { put.onsuccess = done; });
            opened.result.close();
            return true;
        })()",
    );
    browser.eval("(dispatchEvent(new Event('focus')), true)");
    browser.wait_for("document.querySelectorAll('.note').length === 2");

    // A full storage loses nothing that is on the page, and is told.
    browser.eval(
        "(IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError') }, true)",
    );
    browser.click(".note-fields input");
    browser.write("tagged");
    browser.press(&["Tab"]);
    browser
        .wait_for("document.querySelector('.notices').textContent.includes('could not be kept')");
    browser.wait_for(
        "document.querySelector('.notebook .standfirst').textContent.includes('until this page is closed')",
    );
    browser.eval("(dispatchEvent(new Event('focus')), true)");
    // A notebook that took the place of this one would have done so by then.
    browser.eval("new Promise(done => setTimeout(done, 300, true))");
    assert_eq!(browser.eval("document.querySelector('.note-fields input').value"), "tagged");
}

/// A note is changed and deleted below its paragraph, and had back.
fn change_where_it_stands(stage: &Stage) {
    let browser = &stage.browser;
    browser.click(".noted > button");
    browser.wait_for("document.activeElement?.matches('.noted textarea')");
    browser.click(".note-fields button");
    browser.wait_for("document.activeElement.matches('.para .undo button')");
    wait_for_kept(stage, &[]);
    stage.assert_accessible("a note that was deleted");
    browser.press(&["Enter"]);
    browser.wait_for("document.querySelector('.noted')?.textContent.includes('whose words?')");
    browser.wait_for("document.activeElement.id === 'not-an-enemy-p8'");
    wait_for_kept(stage, &["whose words?"]);

    // By keyboard too who wants a note comes to its field, and types no shortcuts.
    select(stage, "not-an-enemy-p9", "the");
    browser.eval("document.querySelector('.selection-bar button:last-of-type').focus() ?? true");
    browser.press(&["Enter"]);
    browser.wait_for("document.activeElement?.matches('.noted textarea')");
    browser.write("test u");
    wait_for_kept(stage, &["test u", "whose words?"]);
    browser.click(".noted .note-fields button");
    wait_for_kept(stage, &["whose words?"]);
    // What was deleted can be had back for as long as the page is open.
    stage.open("articles/not-an-enemy.html");
    browser.wait_for("document.querySelector('.noted')");
}

pub fn an_objection_stands_beside_the_words(stage: &mut Stage) {
    let browser = &stage.browser;
    stage.open("?speaker=zamir-kabulov");
    browser.click(&format!("{RESULT} a.result-link"));
    browser.wait_for("document.querySelector('main article')");
    browser.click("article .who-name[data-chosen]");
    browser.wait_for("document.querySelector('.objection')");
    browser.click(".objection summary");
    stage.assert_accessible("an objection");
    browser.click(".objection input");
    browser.write("Sergei Lavrov");
    browser.submit_by_keys();
    browser.wait_for(
        "document.querySelector('.noted')?.textContent.includes('You say: said by Sergei Lavrov.')",
    );
    // Of the speaker, too: who else that is, and who not.
    for (value, says) in [
        ("same", "You say: Zamir Kabulov is the same as Samir K."),
        ("different", "You say: Zamir Kabulov is not the same as Samir K."),
    ] {
        browser.eval(&format!("document.querySelector('.objection select').value = '{value}'"));
        browser.eval("document.querySelector('.objection input').value = 'Samir K.'");
        browser.click(".objection button");
        browser.wait_for(&format!(
            "[...document.querySelectorAll('.noted')].some(note => note.textContent.includes('{says}'))"
        ));
    }
}

pub fn a_pin_is_told_and_there_once(stage: &mut Stage) {
    let browser = &stage.browser;
    stage.open("?speaker=zamir-kabulov");
    browser.click(&format!("{RESULT} a.result-link"));
    browser.wait_for("document.querySelector('main article')");
    browser.click("article .who-name[data-chosen]");
    let pin = "[...document.querySelectorAll('.evidence > button')].at(-1)";
    browser.wait_for("document.querySelector('.objection')");
    for _ in 0..2 {
        browser.eval(&format!("({pin}.click(), true)"));
        browser.wait_for(
            "document.querySelector('.evidence').textContent.includes('Pinned to the notebook.')",
        );
    }
    wait_for_kept(stage, &[""]);
    // "Clear marks" goes, and the focus does not.
    browser.click(".step-bar button:last-of-type");
    browser.wait_for("!document.querySelector('.step-bar')");
    browser.wait_for("document.activeElement !== document.body");
}

pub fn without_storage_the_notebook_says_so(stage: &mut Stage) {
    stage.refuse_storage();
    let browser = &stage.browser;
    stage.open("articles/not-an-enemy.html");
    select(stage, "not-an-enemy-p8", "The militants had assured");
    browser.eval("(document.querySelector('.selection-bar button').focus(), true)");
    browser.press(&["Enter"]);
    browser.wait_for("[...(CSS.highlights.get('whosaid-note') ?? [])].length === 1");
    // The bar goes, and the focus does not.
    browser.wait_for("document.activeElement?.id === 'not-an-enemy-p8'");
    // A highlight is removed where it stands, and had back.
    assert_eq!(browser.text(".noted .highlighted"), "Highlighted: “The militants had assured”");
    browser.click(".noted button:last-of-type");
    browser.wait_for("!document.querySelector('.noted')");
    browser.wait_for("document.activeElement.matches('.undo button')");
    browser.press(&["Enter"]);
    browser.wait_for("document.querySelector('.noted .highlighted')");
    browser.click(".views li:last-child a");
    browser.wait_for("document.querySelector('.note')");
    // It is the reader's own, which nobody else could be shown.
    assert_eq!(browser.eval("document.body.textContent.includes('Embed this view')"), false);
    let told = browser.text(".notebook .standfirst");
    assert!(told.contains("until this page is closed"), "{told}");
    stage.complaints();
}
