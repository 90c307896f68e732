//! A reader makes a dossier of their own on `make.html`.

use crate::support::Stage;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use browser::{Server, must};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use whosaid::archive::{Limits, pack, unpack};

/// A page as a browser saves it.
fn saved_page(title: &str, outlet: &str, words: &str) -> String {
    format!(
        "<!doctype html><html lang=en><head><title>{title}</title>\
         <meta property=og:site_name content=\"{outlet}\"><meta property=og:title content=\"{title}\">\
         <meta property=article:published_time content=2026-03-01T08:00:00Z></head><body><nav>Home News</nav>\
         <article><h1>{title}</h1><p>The council of Springfield met on Monday to speak of the harbour, which has \
         been closed since the storm of last winter and is to be opened again in spring.</p><p>{words}</p>\
         <p>The meeting ended after two hours, and the council will meet again next week to vote on the plan and \
         to hear what the owners of the boats have to say about it.</p></article></body></html>"
    )
}

fn five_pages() -> Vec<(String, Vec<u8>)> {
    let page = |name: &str, title: &str, outlet: &str, words: &str| {
        (format!("{name}.html"), saved_page(title, outlet, words).into_bytes())
    };
    vec![
        page(
            "one",
            "Harbour to open",
            "The Times",
            "“We will open it in May,” said Ada Voss, the mayor.",
        ),
        page("two", "Mayor names May", "The Herald", "Ada Voss said: “We will open it in May.”"),
        page(
            "three",
            "Owners doubt it",
            "The Post",
            "“Nobody believes that,” said Ben Roe, a fisherman.",
        ),
        page(
            "four",
            "Storm repairs",
            "The News",
            "“The wall holds,” Ben Roe said. “It will hold.”",
        ),
        page(
            "five",
            "Council meets",
            "The Sun",
            "“It is a good plan,” said Eve Brown, the engineer.",
        ),
    ]
}

/// Opens the page and waits until it has looked for what is kept.
#[track_caller]
fn open(stage: &Stage) {
    stage.browser.open(&stage.site.url("make.html"));
    wait_for_status(stage, "!text.startsWith('Looking')");
}

/// Waits for a condition on the text of the status, and until all that was asked for is done.
#[track_caller]
fn wait_for_status(stage: &Stage, condition: &str) {
    stage.browser.wait_for(&format!(
        "(text => text !== undefined && ({condition}))(document.querySelector('.status')?.textContent) &&
            document.querySelector('main').getAttribute('aria-busy') === 'false'"
    ));
}

/// Chooses files in the field, as a script can.
fn choose(stage: &Stage, files: &[(String, Vec<u8>)]) {
    let files: Vec<Value> =
        files.iter().map(|(name, bytes)| json!([name, STANDARD.encode(bytes)])).collect();
    stage.browser.eval_with(
        "(() => {
            const transfer = new DataTransfer();
            for (const [name, bytes] of args[0])
                transfer.items.add(new File([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))], name));
            const field = document.querySelector('#choose');
            field.files = transfer.files;
            field.dispatchEvent(new Event('change', { bubbles: true }));
            return true;
        })()",
        &[files.into()],
    );
}

/// The bytes of the file that a button of “Take away” gives.
fn take(stage: &Stage, button: &str) -> Vec<u8> {
    stage.browser.eval(
        "(() => {
            window.taken = undefined;
            window.createUrl ??= URL.createObjectURL;
            URL.createObjectURL = (blob) => ((window.taken = blob), createUrl.call(URL, blob));
            return true;
        })()",
    );
    stage.browser.eval_with(
        "[...document.querySelectorAll('.taking button')].find((b) => b.textContent === args[0]).click()",
        &[button.into()],
    );
    stage.browser.wait_for("window.taken");
    let bytes = stage.browser.eval(
        "taken.arrayBuffer().then((buffer) => {
            let text = '';
            for (const byte of new Uint8Array(buffer)) text += String.fromCharCode(byte);
            return btoa(text);
        })",
    );
    must(&"base64", STANDARD.decode(bytes.as_str().expect("it is text")))
}

/// Writes the files of a zip below a folder.
fn write_zip(bytes: &[u8], folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let unpacked = unpack(bytes, Limits::default()).expect("it is a zip");
    assert_eq!(unpacked.refused, []);
    for (path, bytes) in &unpacked.files {
        let path = folder.join(path);
        must(&path.display(), fs::create_dir_all(path.parent().expect("it is in a folder")));
        must(&path.display(), fs::write(&path, bytes));
    }
    unpacked.files.into_iter().collect()
}

/// All files below a folder, by path.
fn files_below(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    fn add(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) {
        for entry in must(&folder.display(), fs::read_dir(folder)).flatten() {
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                add(&entry.path(), &format!("{name}/"), files);
            } else {
                files.insert(name, must(&"a file", fs::read(entry.path())));
            }
        }
    }
    let mut files = BTreeMap::new();
    add(folder, "", &mut files);
    files
}

pub fn saved_pages_are_read_at_once_and_what_is_said_of_them_is_written_over(stage: &mut Stage) {
    // The page in which they are read is nothing without the one on which they are made.
    stage.browser.open(&stage.site.url("made.html"));
    stage.browser.wait_for("location.pathname.endsWith('/make.html')");
    wait_for_status(stage, "!text.startsWith('Looking')");
    stage.assert_accessible("an empty dossier");
    choose(stage, &five_pages());
    wait_for_status(stage, "text.startsWith('5 articles')");
    assert!(stage.browser.text(".articles li:first-child .fine").contains("The "));
    stage.assert_accessible("five articles");

    // The reader beside it shows them.
    stage.browser.enter("document.querySelector('iframe.reading')");
    stage.wait_until_ready();
    stage.browser.wait_for("document.querySelectorAll('.article-card').length === 5");
    assert!(stage.browser.text("body").contains("Ada Voss"));
    assert_eq!(stage.browser.eval("!!document.querySelector('#foot-buttons button')"), true);
    let y = stage.browser.eval("(scrollTo(0, 240), scrollY)").as_f64().unwrap_or_default();
    assert!(y > 100.0, "the page is too short to be scrolled: {y}");
    stage.browser.leave_frames();

    // A field is written over, which the reader shows too, and taken back.
    let first = ".articles li:first-child";
    stage.browser.click(&format!("{first} summary"));
    stage.browser.wait_for(&format!("document.querySelector('{first} input[id$=_outlet]')?.value"));
    stage.browser.eval(&format!("document.querySelector('{first} input[id$=_outlet]').select()"));
    stage.browser.write("The Gazette");
    stage.browser.press(&["Tab"]);
    stage.browser.wait_for(&format!(
        "document.querySelector('{first} .fine').textContent.startsWith('The Gazette')"
    ));
    stage.browser.enter("document.querySelector('iframe.reading')");
    stage.browser.wait_for("document.body?.textContent.includes('The Gazette')");
    // It is where it was.
    stage.browser.wait_for(&format!("Math.abs(scrollY - {y}) < 3"));
    stage.browser.leave_frames();
    stage.browser.eval("document.querySelector('.undo button').click()");
    stage.browser.wait_for(&format!(
        "!document.querySelector('{first} .fine').textContent.startsWith('The Gazette')"
    ));
}

/// The folder of the site that the command makes of a dossier's folder.
fn pressed_by_the_command(stage: &Stage, dossier: &Path) -> PathBuf {
    let pressed = stage.path("pressed");
    // The program by which `dist/` was pressed: one that is compiled for tests names the components in its pages.
    let program = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("press").join("whosaid");
    let press = Command::new(program)
        .arg("press")
        .arg(dossier)
        .arg("--engine")
        .arg(&stage.dist)
        .arg("--out")
        .arg(&pressed)
        .output();
    let press = must(&"whosaid press", press);
    assert!(press.status.success(), "{}", String::from_utf8_lossy(&press.stderr));
    pressed
}

/// Holds two sites against each other, file by file.
#[track_caller]
fn assert_same(made: &BTreeMap<String, Vec<u8>>, pressed: &BTreeMap<String, Vec<u8>>) {
    let names = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(made), names(pressed));
    for (name, bytes) in pressed {
        let at = made[name].iter().zip(bytes).position(|(made, pressed)| made != pressed);
        let near = |bytes: &[u8]| {
            let at = at.unwrap_or_default();
            let near = &bytes[at.saturating_sub(80)..bytes.len().min(at + 80)];
            String::from_utf8_lossy(near).into_owned()
        };
        assert!(made[name] == *bytes, "{name}: {} in place of {}", near(&made[name]), near(bytes));
    }
}

pub fn what_is_taken_away_is_what_the_command_makes(stage: &mut Stage) {
    open(stage);
    choose(stage, &five_pages());
    wait_for_status(stage, "text.startsWith('5 articles')");
    stage.browser.eval(
        "(() => { const title = document.querySelector('#title'); title.value = 'The harbour'; \
          title.dispatchEvent(new Event('change', { bubbles: true })); return true; })()",
    );
    stage.browser.wait_for("document.querySelector('.undo')?.textContent.includes('title')");
    let folder = take(stage, "Folder");
    let dossier = stage.path("taken");
    write_zip(&folder, &dossier);
    let pressed = pressed_by_the_command(stage, &dossier.join("the-harbour"));
    let native = files_below(&pressed);
    assert_same(&write_zip(&take(stage, "Whole site"), &stage.path("site")), &native);
    let one_file = take(stage, "One file");
    assert!(one_file == native["dossier.html"], "the edition in one file differs");
    // The folder is read back.
    stage.browser.eval("document.querySelector('.shelf ~ button').click()");
    wait_for_status(stage, "text.startsWith('No articles')");
    choose(stage, &[("the-harbour.zip".to_owned(), folder)]);
    wait_for_status(stage, "text.startsWith('5 articles')");
    assert_eq!(stage.browser.eval("document.querySelector('#title').value"), "The harbour");

    // They are a site and a file as any other.
    let maker = stage.site.origin();
    stage.allow_origin(&maker);
    stage.allow_origin("file://");
    stage.site = Server::folder(&pressed, "/");
    stage.open("");
    assert!(stage.browser.text("h1").contains("The harbour"));
    let file = stage.path("one.html");
    must(&"one.html", fs::write(&file, one_file));
    stage.browser.open(&format!("file://{}", file.display()));
    stage.wait_until_ready();
    assert!(stage.browser.text("h1").contains("The harbour"));
    stage.browser.open(&stage.site.url(""));
}

pub fn a_dossier_is_made_by_keyboard_and_kept(stage: &mut Stage) {
    open(stage);
    let browser = &stage.browser;
    // Through the page by Tab alone: to "Paste an article", into the field, and to its button.
    let reach = |what: &str, key: &str| {
        let reached = format!("document.activeElement.matches({what:?})");
        for _ in 0..40 {
            if browser.eval(&reached) == true {
                return;
            }
            browser.press(&[key]);
        }
        panic!("{key} does not reach {what}");
    };
    let focused = |what: &str| reach(what, "Tab");
    // Who has no articles at hand can look at some.
    focused(".example button");
    browser.press(&["Enter"]);
    wait_for_status(stage, "text.startsWith('3 articles,')");
    assert_eq!(browser.eval("document.activeElement.matches('.status')"), true);
    focused(".undo button");
    browser.press(&["Enter"]);
    wait_for_status(stage, "text.startsWith('No articles')");
    reach(".adding summary", "Shift+Tab");
    browser.press(&["Enter"]);
    focused("#pasted");
    browser.write("All calm");
    browser.press(&["Enter", "Enter"]);
    browser.write("“It is calm,” said Ada Voss, the mayor. “Nobody is hurt,” said Ben Roe.");
    focused(".adding form button");
    browser.press(&["Enter"]);
    wait_for_status(stage, "text.startsWith('1 article,')");
    assert_eq!(browser.text(".articles .name"), "All calm");
    focused("button[aria-label='Take out “All calm”']");
    browser.press(&["Enter"]);
    wait_for_status(stage, "text.startsWith('No articles')");
    focused(".undo button");
    browser.press(&["Enter"]);
    wait_for_status(stage, "text.startsWith('1 article,')");

    // It is there again after the page was closed.
    browser.open("about:blank");
    open(stage);
    wait_for_status(stage, "text.startsWith('1 article,')");
    assert_eq!(browser.text(".articles .name"), "All calm");
    // A copy, which is deleted and put back.
    focused("button[aria-label^='Copy']");
    browser.press(&["Enter"]);
    browser.wait_for("document.querySelectorAll('.shelf li').length === 2");
    reach("button[aria-label$='(copy)”'][aria-label^='Delete']", "Shift+Tab");
    browser.press(&["Enter"]);
    browser.wait_for("document.querySelectorAll('.shelf li').length === 1");
    stage.assert_accessible("a dossier that is kept, and one that was deleted");
    focused(".shelf ~ .undo button");
    browser.press(&["Enter"]);
    browser.wait_for("document.querySelectorAll('.shelf li').length === 2");
}

pub fn what_an_editor_says_in_the_review_is_taken_over(stage: &mut Stage) {
    open(stage);
    let article =
        "# Harbour\n\n“Who knows?”\n\nAda Voss and Ben Roe met. “It is calm,” said Mr. Roe.\n";
    choose(stage, &[("harbour.md".to_owned(), article.into())]);
    wait_for_status(stage, "text.includes('2 quotations, 1 of them')");
    stage.browser.click(".review > summary");
    stage.browser.wait_for("document.activeElement.id === 'question'");
    stage.assert_accessible("the review");
    // By keys alone: later, until nobody is named; then somebody is.
    for _ in 0..2 {
        if stage.browser.text("#question") == "Nobody is named" {
            break;
        }
        stage.browser.press(&["j"]);
    }
    assert_eq!(stage.browser.text("#question"), "Nobody is named");
    stage.browser.press(&["s"]);
    stage.browser.wait_for("document.activeElement.dataset.key === 's'");
    stage.browser.write("Eve Brown");
    stage.browser.submit_by_keys();
    wait_for_status(stage, "text.includes('2 quotations, all by') && text.includes('Eve Brown')");
    // What is left is right; then nothing is.
    stage.browser.wait_for(
        "document.activeElement.id === 'question' && document.activeElement.textContent === 'Ben Roe'",
    );
    // What was written for the one before is gone.
    assert_eq!(stage.browser.eval("document.querySelector('[data-key=s]').value"), "");
    stage.browser.press(&["y"]);
    stage.browser.wait_for(
        "document.querySelector('.review').textContent.includes('Nothing is left to do')",
    );
    stage.browser.enter("document.querySelector('iframe.reading')");
    stage.browser.wait_for("document.body?.textContent.includes('Eve Brown')");
    stage.browser.leave_frames();
    let files = write_zip(&take(stage, "Folder"), &stage.path("taken"));
    let settings = String::from_utf8_lossy(&files["untitled-dossier/dossier.toml"]).into_owned();
    assert!(settings.contains("words = \"Who knows?\"\nspeaker = \"Eve Brown\""), "{settings}");
    assert!(settings.contains("words = \"It is calm\"\nspeaker = \"Ben Roe\""), "{settings}");
    stage.browser.eval("document.querySelector('.undo button').click()");
    // It is shown again, and the keys are heard.
    stage.browser.wait_for(
        "document.activeElement.id === 'question' && document.activeElement.textContent === 'Ben Roe'",
    );
    stage.browser.press(&["y"]);
    stage.browser.wait_for(
        "document.querySelector('.review').textContent.includes('Nothing is left to do')",
    );
}

pub fn whatever_is_dropped_has_an_answer(stage: &mut Stage) {
    open(stage);
    let zip =
        pack([("a/x.md", &b"# In a zip\n\nWords."[..]), ("a/../../up.md", b"# Up\n\nWords.")]);
    let files: Vec<(String, Vec<u8>)> = vec![
        ("good.md".to_owned(), "# Good\n\n“We go,” said Ada Voss.".into()),
        ("again.md".to_owned(), "# Good\n\n“We go,” said Ada Voss.".into()),
        (
            "hostile<img src=x onerror=alert(1)>.md".to_owned(),
            "# <script>alert(1)</script>\n\nBad.".into(),
        ),
        ("photo.raw".to_owned(), vec![0, 159, 146, 150]),
        ("binary.md".to_owned(), vec![0, 1, 2, 255, 0, 3]),
        ("empty.md".to_owned(), Vec::new()),
        ("open.md".to_owned(), "---\ntitle: Never closed\n".into()),
        ("broken.zip".to_owned(), b"PK\x03\x04 and then nothing".to_vec()),
        ("climbing.zip".to_owned(), zip),
        ("empty.html".to_owned(), "<html><body></body></html>".into()),
    ];
    choose(stage, &files);
    wait_for_status(stage, "text.startsWith('3 articles')");
    let problems = stage.browser.text(".problems");
    for part in [
        "again.md: is there already, as good.md",
        "photo.raw: is of a kind that is not read",
        "binary.md",
        "open.md",
        "broken.zip: the file is no zip",
        "climbing.zip/a/../../up.md",
        "empty.html",
    ] {
        assert!(problems.contains(part), "{part} is not in {problems}");
    }
    stage.assert_accessible("problems");
    // What is no article can be taken out.
    let n_problems = stage.browser.count(".problems li");
    stage.browser.eval("document.querySelector('.problems button').click()");
    stage
        .browser
        .wait_for(&format!("document.querySelectorAll('.problems li').length < {n_problems}"));
}

pub fn what_is_refused_is_said_at_its_field(stage: &mut Stage) {
    open(stage);
    let browser = &stage.browser;
    browser.click(".adding summary");
    browser.eval("document.querySelector('.adding form button').click()");
    browser.wait_for("document.activeElement.id === 'pasted'");
    let says = |id: &str| {
        browser.eval(&format!(
            "(field => field.getAttribute('aria-invalid') === 'true' &&
                document.getElementById(field.getAttribute('aria-describedby'))?.textContent)
             (document.querySelector({id:?}))"
        ))
    };
    assert!(says("#pasted").as_str().is_some_and(|words| words.contains("no words in the field")));
    browser.write("All calm");
    browser.press(&["Enter", "Enter"]);
    assert_eq!(says("#pasted"), false);
    browser.write("“It is calm,” said Ada Voss, the mayor.");
    browser.eval("document.querySelector('.adding form button').click()");
    wait_for_status(stage, "text.startsWith('1 article,')");

    browser.click(".articles summary");
    let write = |field: &str, text: &str| {
        let field = format!(".articles input[id$=_{field}]");
        browser.wait_for(&format!("document.querySelector('{field}')"));
        browser.eval(&format!(
            "(field => (field.scrollIntoView({{ block: 'center' }}), field.focus(), field.select(), true))
             (document.querySelector('{field}'))"
        ));
        browser.write(text);
        browser.press(&["Tab"]);
    };
    let value = |field: &str| {
        browser.eval(&format!("document.querySelector('.articles input[id$=_{field}]').value"))
    };
    write("published", "2026-03-01");
    wait_for_status(stage, "text.startsWith('1 article,')");
    write("published", "2026-02-30");
    browser.wait_for("document.querySelector('.fields [role=alert]')");
    write("url", "example.com/x");
    write("language", "Klingon");
    browser.wait_for("document.querySelectorAll('.fields [role=alert]').length === 3");
    let is_said = |field: &str, words: &str| {
        let said = says(&format!(".articles input[id$=_{field}]"));
        assert!(said.as_str().is_some_and(|said| said.contains(words)), "{field}: {said}");
    };
    // What is written elsewhere leaves it.
    write("outlet", "The Times");
    browser
        .wait_for("document.querySelector('.articles .fine').textContent.startsWith('The Times')");
    is_said("published", "is no day of the calendar");
    is_said("published", "Kept is still “2026-03-01”");
    is_said("url", "write it whole, as https://example.com/x");
    is_said("language", "is no language tag");
    stage.assert_accessible("values that are refused");
    // Escape brings back what is kept, which is nothing that was written.
    let undo = browser.text(".undo");
    browser.eval("document.querySelector('.articles input[id$=_published]').focus()");
    browser.press(&["Escape"]);
    browser.wait_for("document.querySelectorAll('.fields [role=alert]').length === 2");
    assert_eq!(value("published"), "2026-03-01");
    browser.press(&["Tab"]);
    // A value that can be goes in, and the reason goes.
    write("url", "https://example.com/x");
    browser.wait_for("document.querySelectorAll('.fields [role=alert]').length === 1");
    wait_for_status(stage, "text.startsWith('1 article,')");
    assert!(undo.contains("Outlet of “All calm” changed"), "{undo}");
    browser.wait_for(
        "document.querySelector('.undo').textContent.includes('Web address of “All calm” changed')",
    );
    is_said("language", "is no language tag");
    // What only the desk knows is said there too: whatever the file does not state cannot be taken out of it.
    choose(stage, &[("2026-03-02-storm.md".to_owned(), "# A storm\n\nIt blows.".into())]);
    wait_for_status(stage, "text.startsWith('2 articles')");
    browser.eval("document.querySelectorAll('.articles summary')[1].click()");
    browser.wait_for("document.querySelector('[id$=storm_published]')");
    browser.eval(
        "(field => { field.value = ''; field.dispatchEvent(new Event('change', { bubbles: true })); return true; })
         (document.querySelector('[id$=storm_published]'))",
    );
    browser.wait_for("document.querySelector('[id$=storm_published]').ariaInvalid === 'true'");
    let said = says("[id$=storm_published]");
    assert!(said.as_str().is_some_and(|said| said.contains("cannot be emptied")), "{said}");
}

pub fn each_dossier_has_notes_of_its_own(stage: &mut Stage) {
    let browser = &stage.browser;
    let reader = || browser.enter("document.querySelector('iframe.reading')");
    let wait_for_notes = |expected: &str| {
        browser.wait_for(&format!(
            "document.querySelector('.views li:last-child')?.textContent.replace(/[^0-9]/g, '') === {expected:?}"
        ));
    };
    open(stage);
    choose(stage, &five_pages()[..1]);
    wait_for_status(stage, "text.startsWith('1 article,')");
    reader();
    stage.wait_until_ready();
    browser.click(".article-card h2 a");
    browser.wait_for("document.querySelector('article .paragraph')");
    browser.eval(
        "(() => {
            const walker = document.createTreeWalker(document.querySelector('article .paragraph'), NodeFilter.SHOW_TEXT);
            getSelection().selectAllChildren(walker.nextNode().parentNode);
            return true;
        })()",
    );
    browser.wait_for("document.querySelector('.selection-bar')");
    // It lies at the foot of the frame, to which not every driver scrolls the page around it.
    browser.eval("document.querySelector('.selection-bar button:last-of-type').click()");
    browser.wait_for("document.activeElement?.matches('.noted textarea')");
    browser.write("of the first dossier");
    browser.press(&["Tab"]);
    wait_for_notes("1");
    browser.leave_frames();

    // Another dossier has none.
    let shelf_button = |at: &str| format!("document.querySelector('.shelf {at}').click()");
    browser.eval("document.querySelector('.shelf ~ button').click()");
    wait_for_status(stage, "text.startsWith('No articles')");
    choose(stage, &five_pages()[1..2]);
    wait_for_status(stage, "text.startsWith('1 article,')");
    reader();
    stage.wait_until_ready();
    wait_for_notes("");
    browser.leave_frames();

    // The first has its own, also once it was deleted and put back.
    browser.eval(&shelf_button("li:last-child button[aria-label^=Delete]"));
    browser.wait_for("document.querySelectorAll('.shelf li').length === 1");
    browser.eval("document.querySelector('.shelf ~ .undo button').click()");
    browser.wait_for("document.querySelectorAll('.shelf li').length === 2");
    browser.eval(&shelf_button("li button.link"));
    wait_for_status(stage, "text.startsWith('1 article,')");
    browser.wait_for("document.querySelector('iframe.reading')");
    reader();
    stage.wait_until_ready();
    wait_for_notes("1");
    browser.leave_frames();

    // Deleted, it can be put back after the page is loaded anew; deleted for good, its notes are gone too.
    let number = browser.eval("document.querySelector('iframe.reading').dataset.dossier");
    let number = number.as_str().expect("it is kept").to_owned();
    browser.eval(&shelf_button("li:has(b) button[aria-label^=Delete]"));
    browser.wait_for("document.querySelectorAll('.gone li').length === 1");
    open(stage);
    browser.wait_for("document.querySelectorAll('.gone li').length === 1");
    browser.eval("document.querySelector('.deleted summary').click()");
    stage.assert_accessible("deleted dossiers");
    browser.eval("document.querySelector('.gone button').click()");
    browser.wait_for("document.querySelectorAll('.shelf li').length === 2");
    browser.eval(&shelf_button("li button.link"));
    wait_for_status(stage, "text.startsWith('1 article,')");
    browser.eval(&shelf_button("li:has(b) button[aria-label^=Delete]"));
    browser.wait_for("document.querySelectorAll('.gone li').length === 1");
    let is_kept = format!(
        "indexedDB.databases().then((all) => all.some(({{ name }}) => name.endsWith('made.html#{number}')) ||
            Object.keys(localStorage).some((key) => key.endsWith('made.html#{number}')))"
    );
    assert_eq!(browser.eval(&is_kept), true);
    browser.eval("document.querySelector('.gone li:first-child button:last-child').click()");
    browser.wait_for("document.querySelectorAll('.gone li').length === 0");
    browser.wait_for(&format!("{is_kept}.then((kept) => !kept)"));
}

/// A newer program may have kept what this one does not understand.
pub fn a_dossier_that_cannot_be_read_is_told_of_and_stays(stage: &mut Stage) {
    open(stage);
    choose(stage, &five_pages()[..1]);
    wait_for_status(stage, "text.startsWith('1 article,')");
    stage.browser.wait_for("document.querySelectorAll('.shelf li').length === 1");
    let in_list = |what: &str| {
        format!(
            "(async () => {{
                const opened = indexedDB.open('whosaid:dossiers');
                await new Promise(done => {{ opened.onsuccess = done; }});
                const list = opened.result.transaction('list', 'readwrite').objectStore('list');
                const asked = list.{what};
                await new Promise(done => {{ asked.onsuccess = done; }});
                opened.result.close();
                return JSON.stringify(asked.result);
            }})()"
        )
    };
    stage.browser.eval(&in_list("put({ id: 7, name: 'of the future' })"));
    open(stage);
    let told = "document.body.textContent.includes('1 dossier here cannot be read')";
    stage.browser.wait_for(told);
    stage.browser.wait_for("document.querySelectorAll('.shelf li').length === 1");
    assert_eq!(stage.browser.eval(&in_list("get(7)")), r#"{"id":7,"name":"of the future"}"#);
}

pub fn what_another_tab_wrote_is_not_lost(stage: &mut Stage) {
    open(stage);
    choose(stage, &five_pages()[..1]);
    wait_for_status(stage, "text.startsWith('1 article,')");
    stage.browser.wait_for("document.querySelectorAll('.shelf li').length === 1");
    let first = stage.browser.open_tab();
    open(stage);
    wait_for_status(stage, "text.startsWith('1 article,')");
    choose(stage, &five_pages()[1..2]);
    wait_for_status(stage, "text.startsWith('2 articles')");
    let second = stage.browser.enter_tab(&first);
    // Whoever comes back to a tab is told.
    let alert = "document.querySelector('[role=alert]:not(#failure)')?.textContent";
    stage.browser.eval("window.dispatchEvent(new Event('focus'))");
    stage.browser.wait_for(&format!("{alert}?.includes('Another tab has changed this dossier')"));
    choose(stage, &five_pages()[2..4]);
    wait_for_status(stage, "text.startsWith('3 articles')");
    stage.browser.wait_for("document.querySelectorAll('.shelf li').length === 2");
    stage.browser.wait_for(&format!("{alert}?.includes('kept as one of its own')"));
    // The two can be told apart, by eye and by name.
    let names = || {
        stage.browser.eval(
            "[...document.querySelectorAll('.shelf [aria-label^=Delete]')].map((b) => b.ariaLabel)",
        )
    };
    let is_apart = |names: &Value| names[0] != names[1];
    assert!(is_apart(&names()), "{}", names());
    assert!(stage.browser.text(".shelf li:first-child").contains("copy, from a second tab"));
    stage.assert_accessible("two dossiers with one title");
    // Each tab has its own when it is loaded anew.
    open(stage);
    wait_for_status(stage, "text.startsWith('3 articles')");
    stage.browser.enter_tab(&second);
    open(stage);
    wait_for_status(stage, "text.startsWith('2 articles')");
    // Another title in the list, of one that is not open.
    stage.browser.eval(
        "(() => {
            const entry = [...document.querySelectorAll('.shelf li')].find((li) => li.querySelector('button.link'));
            entry.querySelector('summary').click();
            const field = entry.querySelector('input');
            field.value = 'The harbour';
            field.dispatchEvent(new Event('change', { bubbles: true }));
            return true;
        })()",
    );
    stage
        .browser
        .wait_for("document.querySelector('.shelf button.link').textContent === 'The harbour'");
    assert_eq!(
        stage.browser.eval("document.querySelector('.shelf button.link').ariaLabel"),
        "Open “The harbour”"
    );
    wait_for_status(stage, "text.startsWith('2 articles')");
}

pub fn a_dossier_can_be_made_and_taken_away_offline(stage: &mut Stage) {
    // The page alone, once online; then the worker keeps what it needs.
    open(stage);
    stage.browser.wait_for(
        "caches.keys().then(async (names) => {
           const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
           const urls = kept.flat().map(({ url }) => url);
           return ['make.html', 'made.html', 'maker_bg.wasm', 'worker.js', 'icon-512.png', 'embed.js'].every((file) =>
             urls.some((url) => url.endsWith(`/${file}`)));
         })",
    );
    choose(stage, &five_pages()[..2]);
    wait_for_status(stage, "text.startsWith('2 articles')");
    let online = take(stage, "Whole site");
    stage.site.stop();
    open(stage);
    wait_for_status(stage, "text.startsWith('2 articles')");
    stage.browser.enter("document.querySelector('iframe.reading')");
    stage.wait_until_ready();
    stage.browser.leave_frames();
    assert!(take(stage, "Whole site") == online, "the site differs offline");
    stage.site.restart();
}

pub fn when_storage_is_full_that_is_said_and_nothing_is_lost(stage: &mut Stage) {
    // Before the page is there, because the browser looks for room now and then alone.
    let quota = json!({ "origin": stage.site.origin(), "quotaSize": 1_000_000 });
    stage.browser.devtools("Storage.overrideQuotaForOrigin", &quota);
    open(stage);
    choose(stage, &five_pages()[..1]);
    wait_for_status(stage, "text.startsWith('1 article,')");
    assert_eq!(stage.browser.count(".shelf li"), 1);
    // Bytes that no store makes shorter.
    let mut number = 1u32;
    let noise = std::iter::repeat_with(|| {
        number = number.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        number.to_be_bytes()[0]
    });
    let picture: Vec<u8> = noise.take(3_000_000).collect();
    let article = "# With a picture\n\n![A boat](boat.png)\n\n“We go,” said Ada Voss.\n";
    choose(stage, &[("boat.md".to_owned(), article.into()), ("boat.png".to_owned(), picture)]);
    wait_for_status(stage, "text.startsWith('2 articles')");
    let alert = "[role=alert]:not(#failure)";
    stage.browser.wait_for(&format!("document.querySelector('{alert}')"));
    assert!(stage.browser.text(alert).contains("does not keep your dossier"));
    // It stays open until it was taken away.
    stage.browser.eval("document.querySelector('.shelf ~ button').click()");
    wait_for_status(stage, "text.startsWith('2 articles')");
    let files = write_zip(&take(stage, "Folder"), &stage.path("taken"));
    assert!(files.contains_key("untitled-dossier/boat.md"), "{:?}", files.keys());
    // What was kept before is there.
    open(stage);
    wait_for_status(stage, "text.startsWith('1 article,')");
}

pub fn what_was_kept_is_there_after_a_page_was_left_in_the_middle(stage: &mut Stage) {
    open(stage);
    choose(stage, &five_pages()[..2]);
    wait_for_status(stage, "text.startsWith('2 articles')");
    let many: Vec<(String, Vec<u8>)> = (0..150)
        .map(|number| {
            let words =
                format!("“We go in {number},” said Ada Voss. “Nobody comes,” said Ben Roe.");
            (
                format!("{number}.html"),
                saved_page(&format!("Article {number}"), "The Sun", &words).into(),
            )
        })
        .collect();
    // Else the browser would not let the page ask.
    stage.browser.click(".lead, .fine");
    choose(stage, &many);
    stage.browser.open("about:blank");
    open(stage);
    // All of it or nothing.
    wait_for_status(stage, "/^(2|152) articles/.test(text)");
    choose(stage, &five_pages()[2..3]);
    wait_for_status(stage, "/^(3|153) articles/.test(text)");
}

pub fn without_storage_a_dossier_can_be_made_and_taken_away(stage: &mut Stage) {
    stage.refuse_storage();
    open(stage);
    stage.browser.wait_for("document.querySelector('[role=alert]:not(#failure)')");
    assert!(stage.browser.text("[role=alert]:not(#failure)").contains("keeps no dossiers here"));
    choose(stage, &five_pages());
    wait_for_status(stage, "text.startsWith('5 articles')");
    let folder: PathBuf = stage.path("taken");
    let files = write_zip(&take(stage, "Folder"), &folder);
    assert_eq!(files.len(), 6, "{:?}", files.keys());
    // Firefox says so on its console whenever a page asks.
    let complaints = stage.complaints();
    let others = complaints.iter().filter(|line| !line.contains("Storage access is restricted"));
    assert_eq!(others.collect::<Vec<_>>(), [""; 0]);
}
