//! Pressing in the browser: a publisher's files become a site without a disk or a server.
//!
//! A suite of its own, because Yew draws at once only where it does not work for a page as well
//! (`not_browser_env`): what presses in a browser is a wasm beside the reader's.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::disallowed_methods, reason = "tests look at the browser that the app works on")]

use std::collections::BTreeMap;
use std::path::Path;

use js_sys::{Uint8Array, WebAssembly};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use whosaid::compile::{Sharing, compile};
use whosaid::dossier::Dossier;

use whosaid::pack::SECTION_NAME;
use whosaid::press::{Engine, InBlocks, Offline, press};
use whosaid::query::{Filter, Query, search};
use whosaid::source::{self, File};

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

const ARTICLES: [(&str, &str); 3] = [
    ("calm.md", "---\ntitle: All calm\n---\n\n“It is calm,” said Ada Voss, the mayor.\n"),
    ("storm.md", "---\ntitle: A storm\n---\n\n“It will not stay calm,” said Ben Roe.\n"),
    ("after.md", "---\ntitle: After it\n---\n\nNobody was hurt, Ada Voss said.\n"),
];

/// The smallest wasm module.
const WASM: &[u8] = b"\0asm\x01\0\0\0";

const SHELL: &str = "<!doctype html><html lang=en><head><title>Whosaid</title>\
    <script type=module>import i from\"./reader-0.js\";await i({module_or_path:\"./reader-0_bg.wasm\"})</script>\
    </head><body><div id=reader></div><footer id=site-foot><p class=colophon>By rules.</p></footer></body></html>";

/// The files of a site of three articles.
fn site() -> BTreeMap<String, Vec<u8>> {
    let file = |(name, text): (&str, &'static str)| File {
        name: name.to_owned(),
        content: Box::new(|| Ok(text.into())),
    };
    let files = ARTICLES.into_iter().chain([("dossier.toml", "title = \"Weather\"\n")]).map(file);
    let folder = source::Reading {
        root: Path::new("weather"),
        name: "weather",
        faulty: source::Faulty::Refused,
    };
    let source = source::read(folder, files).expect("the dossier is sound");
    let compiled = compile(&source.masthead, &source.articles, &source.editorial, Sharing::Find);

    let files = [
        ("index.html", SHELL.as_bytes()),
        ("reader-0.js", b"export { i as default };"),
        ("reader-0_bg.wasm", WASM),
        ("worker.js", b"work();"),
        ("icon.svg", b"<svg/>"),
    ];
    let files = files.map(|(name, content)| (name.to_owned(), content.to_vec())).into();
    let engine = Engine::new(Path::new("engine"), files).expect("it is an engine");
    let pressed = press(compiled.pack, &source.site, &engine, InBlocks::default(), Offline::Kept)
        .expect("the engine is sound");
    pressed.all_files()
}

#[wasm_bindgen_test]
async fn a_dossier_is_pressed_in_the_browser_and_its_pack_can_be_searched() {
    let site = site();
    let (_, wasm) =
        site.iter().find(|(path, _)| path.ends_with("_bg.wasm")).expect("the site has its wasm");
    let module = JsFuture::from(WebAssembly::compile(&Uint8Array::from(wasm.as_slice()))).await;
    let module: WebAssembly::Module = module.expect("it is sound wasm").unchecked_into();
    let sections = WebAssembly::Module::custom_sections(&module, SECTION_NAME);
    let pack = Uint8Array::new(&sections.get(0)).to_vec();
    let dossier = Dossier::open(&pack).expect("it is a pack");

    assert_eq!(dossier.masthead.title, "Weather");
    let speakers: Vec<_> =
        dossier.speaker_ids().map(|id| dossier.speakers.name(id).to_owned()).collect();
    assert_eq!(speakers, ["Ada Voss", "Ben Roe"]);
    let (query, _) = Query::parse("said:calm");
    let answer = search(&dossier, &query, &Filter::default(), 10);
    let mut slugs: Vec<_> =
        answer.hits.iter().map(|hit| dossier.article(hit.article).slug).collect();
    slugs.sort();
    assert_eq!(slugs, ["calm", "storm"]);
}

/// How many elements of a page `css` selects.
fn count(page: &str, css: &str) -> u32 {
    let document = web_sys::window().and_then(|window| window.document()).expect("it is a page");
    let element = document.create_element("div").expect("div is an element");
    element.set_inner_html(page.split_once("<body>").expect("it has a body").1);
    element.query_selector_all(css).expect("the selector is well formed").length()
}

#[wasm_bindgen_test]
fn the_page_that_is_pressed_in_the_browser_can_be_read() {
    let site = site();
    let page = String::from_utf8(site["index.html"].clone()).expect("it is text");
    assert_eq!(count(&page, "#reader .article-card"), 3);
    assert_eq!(count(&page, "#site-foot #edition"), 1);
    let page = String::from_utf8(site["articles/calm.html"].clone()).expect("it is text");
    assert_eq!(count(&page, "#reader article[data-article=calm]"), 1);
    assert_eq!(count(&page, "#reader .quotation[data-speaker=ada-voss]"), 1);
}
