//! `make.html` and `made.html`: a reader makes a dossier of their own, and reads it.
//!
//! They are there where the engine has the maker's program. `make.html` is all its own; `made.html` is the reader
//! without a dossier, which the former shows in a frame and gives one (`static/start.js`).

use maud::{DOCTYPE, PreEscaped, html};

use super::engine::Engine;
use super::greeting::greeting;
use super::html::{Content, Shell};
use super::policy::policy_of_maker;
use super::prerender::drawn;
use super::style::style_sheet;

/// The script that starts the maker's program (`static/make.js`).
const PROGRAM: &str = "make.js";

/// Whether an engine has the maker's program.
pub fn has_maker(engine: &Engine) -> bool {
    engine.files.contains_key(PROGRAM)
}

/// The page on which a dossier is made, and its Content-Security-Policy. `wasm_name` is the reader's; `is_offline` says
/// whether the site has a worker that keeps it.
pub fn make(engine: &Engine, wasm_name: &str, is_offline: bool) -> (String, String) {
    let style = style_sheet(include_str!("maker.css"), None);
    let policy = policy_of_maker(&style);
    // What a site is made with: all that the maker fetches when it makes one.
    let names = engine.files.keys().map(String::as_str);
    let names: Vec<&str> = names.chain(["index.html", "worker.js", wasm_name]).collect();
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy);
                title { "Make a dossier – Whosaid" }
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                meta name="description" content="Drop articles in and read who said what in them. Nothing is \
                    installed, and nothing leaves this browser.";
                link rel="icon" type="image/svg+xml" href="./icon.svg";
                style { (PreEscaped(&style)) }
                script type="module" src={ "./" (PROGRAM) } {}
            }
            body {
                p id="failure" role="alert" hidden {
                    "This page could not start. It needs WebAssembly, and all of its files; "
                    a href="" { "load it again" }
                    ", or make the dossier with the command "
                    code { "whosaid press" } "."
                }
                noscript { p.notice { "Making a dossier needs JavaScript." } }
                div id="make_page" data-engine=(names.join(" ")) data-offline[is_offline] {
                    (PreEscaped(drawn(greeting())))
                }
            }
        }
    };
    (page.into_string() + "\n", policy)
}

/// The page in which it is read; `policy` is that of the site's pages, and `version` that of its edition.
pub fn made(shell: &Shell, policy: &str, version: &str) -> String {
    let head = html! {
        meta http-equiv="Content-Security-Policy" content=(policy);
        title { "Your dossier" }
        meta name="robots" content="noindex";
        meta name="whosaid-made" content="";
    };
    let foot = html! {
        span id="foot-buttons" {}
        // What is kept offline, and whether there is a newer edition, is the site's affair.
        span hidden { span id="edition" { (version) } span id="offline" {} }
    };
    shell.filled(&Content {
        direction: "ltr",
        head: &head.into_string(),
        foot: &foot.into_string(),
        ..Content::default()
    })
}
