//! What the app's components draw where there is no browser: a page of each kind, held against goldens.

use crate::support::{Project, engine, goldens};

/// Two articles with what a component may meet: nested marks, a caption, a link, words that another has too.
fn project() -> Project {
    Project::new()
        .file("dossier.toml", "title = \"Weather & more\"\nstandfirst = \"Two reports.\"\n")
        .file(
            "calm.md",
            "---\ntitle: All calm\noutlet: The Daily\nauthors: [Jo Doe]\npublished: 2021-08-16\n\
             url: https://a.example/calm\n---\n\n\
             “It is *calm* and it will stay calm for days,” said Ada Voss, the mayor. Nobody left.\n\n\
             ## Later\n\n\
             Ben Roe said the storm was “over for good”, and [asked](https://a.example/ask) for patience.\n\n\
             “Who knows?” asked a passer-by.\n",
        )
        .file(
            "storm.md",
            "“It is calm and it will stay calm for weeks,” said Ada Voss on Monday.\n",
        )
}

/// What the app draws into a page: an element a line, without the marks of components, in which builds for
/// debugging have names of types.
fn drawn(page: &str) -> String {
    let (_, rest) = page.split_once("<div id=\"reader\"").expect("the page has the element");
    let (drawn, _) = rest.split_once("<footer id=\"site-foot\"").expect("the page has a foot");
    let mut text = String::new();
    for part in drawn.split("<!--") {
        text.push_str(part.split_once("-->").map_or(part, |(_, rest)| rest));
    }
    text.replace('<', "\n<").replace("\n</", "</")
}

#[test]
fn components_draw_a_page_of_each_kind() {
    let site = project().press(&engine());
    let pages = [
        "index.html",
        "articles/calm.html",
        "articles/storm.html",
        "speakers/ada-voss.html",
        "speakers/index.html",
    ];
    let drawn = pages.map(|page| {
        let text = drawn(std::str::from_utf8(&site[page]).expect("it is text"));
        (page.replace('/', "-"), text)
    });
    goldens("pages", drawn);
}

/// The words in elements of this name.
fn words_in<'p>(page: &'p str, tag: &str) -> Vec<&'p str> {
    let (start, end) = (format!("<{tag}>"), format!("</{tag}>"));
    let parts = page.split(&start).skip(1);
    parts.filter_map(|part| part.split(&end).next()).filter(|words| !words.is_empty()).collect()
}

/// One article has the whole sentence in a quotation, the other only its end.
#[test]
fn a_sentence_of_which_another_quotes_less_is_told_apart_whole() {
    let site = Project::new()
        .file("dossier.toml", "title = \"Calm\"\n")
        .file(
            "calm.md",
            "---\ntitle: Calm\n---\n\nThe militants had assured the Russians that \"not a single hair will fall \
             from the heads\" of their diplomats, he said.\n",
        )
        .file(
            "storm.md",
            "---\ntitle: Storm\n---\n\nThe terrorists had assured the Russians that “not a single hair will fall \
             from the heads” of their diplomats.\n",
        )
        .press(&engine());
    let page = drawn(std::str::from_utf8(&site["speakers/unattributed.html"]).expect("it is text"));
    assert_eq!(words_in(&page, "del"), ["militants", "he said"]);
    assert_eq!(words_in(&page, "ins"), ["terrorists"]);
    // What is removed stands apart from the word before it.
    assert!(page.contains("diplomats \n<del>he said"), "{page}");
}

/// What one article has in a sentence, another has in two.
#[test]
fn a_sentence_that_another_cuts_in_two_is_told_apart_from_both() {
    let said = "Foreign Minister Sergei Lavrov in July described the Taliban as a “powerful force";
    let blamed = "blamed the Afghan government for faltering progress in talks.";
    let site = Project::new()
        .file("dossier.toml", "title = \"Calm\"\n")
        .file("calm.md", format!("---\ntitle: Calm\n---\n\n{said},” and {blamed}\n"))
        .file("storm.md", format!("---\ntitle: Storm\n---\n\n{said}”. Also {blamed}\n"))
        .press(&engine());
    let page =
        drawn(std::str::from_utf8(&site["speakers/sergei-lavrov.html"]).expect("it is text"));
    assert_eq!(words_in(&page, "del"), ["and", "Also"], "{page}");
    assert_eq!(words_in(&page, "ins"), ["Also", "and"], "{page}");
}

#[test]
fn the_sums_of_many_outlets_are_explained() {
    let mut project = Project::new().file("dossier.toml", "title = \"Weather\"\n");
    for at in 0..13 {
        let (outlet, words) = match at {
            0 => ("", "“It stays calm,” said Ada Voss."),
            1 => ("outlet: Tagblatt\nlanguage: de\n", "„Es bleibt ruhig“, sagte Ada Voss."),
            _ => ("outlet: The Daily\n", "“It stays calm,” said Ada Voss."),
        };
        let text = format!("---\ntitle: Calm {at}\n{outlet}---\n\n{words}\n");
        project = project.file(&format!("calm-{at}.md"), &text);
    }
    let site = project.press(&engine());
    let page = drawn(std::str::from_utf8(&site["index.html"]).expect("it is text"));
    assert!(page.contains("Articles that state no outlet are in the sums alone."), "{page}");
    assert!(page.contains("A “?” stands where who speaks is not read"), "{page}");
    assert_eq!(page.matches("<td class=\"none\">?").count(), 1, "{page}");
}
