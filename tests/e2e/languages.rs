//! The interface in another language than English.

use std::fs;
use std::path::Path;

use serde_json::json;
use whosaid::i18n::catalogue_of;

use crate::support::Stage;

/// Serves the default dossier with its interface in German. Its articles stay English.
fn press_in_german(stage: &mut Stage) {
    let articles = Path::new(env!("CARGO_MANIFEST_DIR")).join("articles");
    let mut files = Vec::new();
    for entry in fs::read_dir(&articles).unwrap().flatten() {
        let text = fs::read_to_string(entry.path()).unwrap();
        let text = text.replace("language = \"en\"", "language = \"de\"");
        files.push((entry.file_name().to_string_lossy().into_owned(), text));
    }
    let files: Vec<_> = files.iter().map(|(name, text)| (&**name, &**text)).collect();
    stage.press(&files);
}

/// Pieces of the messages in English that none of the German ones has: of two words at least, without what fills
/// them.
fn english_pieces() -> Vec<String> {
    let catalogue = catalogue_of("de");
    let german: Vec<&str> =
        catalogue.messages().flat_map(|(_, forms)| forms).map(String::as_str).collect();
    let pieces = catalogue.messages().flat_map(|(english, _)| {
        let inside = |piece: &str| piece.split_once('}').map_or(piece, |(_, rest)| rest).to_owned();
        english.split('{').map(inside).collect::<Vec<_>>()
    });
    pieces
        .filter(|piece| piece.split_whitespace().filter(|word| word.len() > 1).count() > 1)
        .filter(|piece| !german.iter().any(|message| message.contains(&**piece)))
        .collect()
}

/// What of the page's own words contains one of `pieces`, as JavaScript. The dossier's words, which may be English,
/// say so by an attribute `lang`.
fn english_words(pieces: &[String]) -> String {
    let pieces = json!(pieces);
    format!(
        "(() => {{
            const pieces = {pieces};
            const isEnglish = (words) => pieces.some((piece) => words.includes(piece));
            const found = [];
            for (const element of document.querySelectorAll('body, body *')) {{
                if (element.matches('script, style') || element.closest('[lang]').lang !== 'de') continue;
                const words = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
                const said = words.map((node) => node.data);
                for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
                    said.push(element.getAttribute(name) ?? '');
                found.push(...said.filter(isEnglish));
            }}
            return found;
        }})()"
    )
}

pub fn the_interface_speaks_the_language_of_the_dossier(stage: &mut Stage) {
    press_in_german(stage);
    let english = english_words(&english_pieces());
    let browser = &stage.browser;
    let look = |view: &str| {
        assert_eq!(browser.eval("document.documentElement.lang"), "de", "{view}");
        assert_eq!(browser.eval(&english), json!([]), "{view}");
        stage.assert_accessible(view);
    };
    for (page, view) in [
        ("", "the front page"),
        ("speakers/index.html", "the index of speakers"),
        ("?view=statements", "statements"),
        ("?view=compare&speaker=zamir-kabulov", "a comparison"),
        ("?view=notebook", "the notebook"),
        ("?view=matrix", "the matrix"),
        ("?q=kabulov&view=concordance", "the concordance"),
        ("?q=-zzqx", "a query that finds nothing"),
        ("?q=goverment&bogus=1", "a query that is corrected, and a notice"),
    ] {
        stage.open(page);
        stage.note_step(view);
        look(view);
    }
    stage.open("?q=Taliban&kind=direct");
    browser.wait_for("document.querySelector('li.result')");
    look("results");
    let article = browser.eval("whosaid.search('kabulov')[0].article");
    stage.open(&format!("?article={}&q=kabulov", article.as_str().unwrap()));
    browser.wait_for("document.querySelector('main .who-name')");
    look("an article");
    browser.eval("document.querySelector('main article .who-name').click() ?? true");
    browser.wait_for("document.querySelector('[aria-expanded=true].who-name')");
    look("an article with evidence open");
    browser.eval("document.querySelector('details.objection').open = true");
    browser.eval("document.querySelector('.objection select').value = 'nobody'");
    browser.eval("document.querySelector('.objection button').click() ?? true");
    browser.wait_for("document.querySelector('.noted')");
    look("an objection");
    browser.eval("document.querySelector('a[href*=notebook]').click() ?? true");
    browser.wait_for("document.querySelector('main h1')?.textContent === 'Notizbuch'");
    look("the notebook with a note");
    // Every dialog that the foot and the head lead to.
    let buttons = "document.querySelectorAll('#foot-buttons button, .masthead button')";
    let n_buttons = browser.eval(&format!("{buttons}.length")).as_u64().unwrap();
    let mut n_dialogs = 0;
    for at in 0..n_buttons {
        browser.eval(&format!("{buttons}[{at}]?.click() ?? true"));
        if browser.eval("Boolean(document.querySelector('dialog')?.open)") == true {
            n_dialogs += 1;
            look("a dialog");
            browser.press(&["Escape"]);
            browser.wait_for("!document.querySelector('dialog')");
        }
    }
    assert!(n_dialogs >= 4, "{n_dialogs} of {n_buttons} buttons open a dialog");
    let words = browser.eval("document.querySelector('#site-foot').innerText");
    assert!(words.as_str().is_some_and(|words| words.contains("Ausgabe")), "{words}");
}
