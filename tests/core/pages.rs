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
