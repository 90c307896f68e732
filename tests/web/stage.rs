//! What the tests stand on: a small dossier, a container in the page, and time.

use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, Window};
use whosaid::article::{Article, Masthead};
use whosaid::compile::{Sharing, compile};
use whosaid::dossier::Dossier;
use whosaid::quotation::Editorial;

/// Two articles.
pub fn dossier() -> Dossier<'static> {
    pressed([
        (
            "calm",
            "All calm\n“It is calm 😀 and quiet,” said Ada Voss, the mayor.\nNobody was hurt.",
        ),
        ("storm", "A storm\nThe quiet is over. “It will not stay calm,” said Ben Roe."),
    ])
}

/// How many articles the large dossier has. "Storm" is in one paragraph of each.
pub const N_ARTICLES: u32 = 42;

/// So many paragraphs that what a key asks for is searched and drawn in tasks of their own.
pub fn large_dossier() -> Dossier<'static> {
    let texts: Vec<(String, String)> = (0..N_ARTICLES)
        .map(|n| {
            let quiet = "All was quiet, and so it stayed.\n".repeat(50);
            (format!("day-{n}"), format!("Day {n}\n{quiet}Then came a storm."))
        })
        .collect();
    pressed(texts.iter().map(|(slug, text)| (&**slug, &**text)))
}

/// Articles by slug, their headlines the first lines, pressed as a publisher's would be.
fn pressed<'a>(texts: impl IntoIterator<Item = (&'a str, &'a str)>) -> Dossier<'static> {
    let articles: Vec<Article> = texts
        .into_iter()
        .map(|(slug, text)| {
            let article = Article::from_plain_text_with_headline(text);
            Article { slug: slug.to_owned(), ..article }
        })
        .collect();
    let masthead =
        Masthead { title: "Weather".to_owned(), language: "en".to_owned(), ..Masthead::default() };
    let compiled = compile(&masthead, &articles, &Editorial::default(), Sharing::Find);
    Dossier::open(compiled.pack.leak()).expect("it was just encoded")
}

pub fn window() -> Window {
    web_sys::window().expect("tests run in a window")
}

pub fn document() -> Document {
    window().document().expect("a window has a document")
}

/// An element at the end of the page with this in it; it goes when this is dropped.
pub struct Container(pub Element);

impl Container {
    pub fn with(html: &str) -> Container {
        let element = document().create_element("div").expect("div is an element");
        element.set_inner_html(html);
        document().body().expect("the page has a body").append_child(&element).expect("it may");
        Container(element)
    }

    /// The first element in it that `css` selects.
    pub fn find(&self, css: &str) -> Option<Element> {
        self.0.query_selector(css).expect("the selector is well formed")
    }

    /// How many elements in it `css` selects.
    pub fn count(&self, css: &str) -> u32 {
        self.0.query_selector_all(css).expect("the selector is well formed").length()
    }
}

impl Drop for Container {
    fn drop(&mut self) {
        self.0.remove();
    }
}

/// The value of a JavaScript expression, as text.
pub fn js(expression: &str) -> String {
    let value = js_sys::eval(expression).expect("the expression is sound");
    String::from(js_sys::JsString::from(value))
}

/// Lets the browser do what is due: draw the page, run timers, go back in the history.
pub async fn breathe() {
    let waited = Promise::new(&mut |resolve, _| {
        let set = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 100);
        set.expect("windows have timers");
    });
    JsFuture::from(waited).await.expect("it is never refused");
}
