//! The pages of a site, as the app's own components draw them before a browser is asked for anything; the
//! app hydrates them.
//!
//! Nothing in them waits for anything, so one poll draws a page, without a runtime.

use std::task::{Context, Poll, Waker};

use yew::{Html, LocalServerRenderer, Properties, component, html};

use crate::app::components::article_body::{Marks, article_body};
use crate::app::reader::{ArticleRef, Files, Here, Provider, use_reader};
use crate::app::{App, AppProps, DossierRef};
use crate::article::ArticleId;
use crate::route::{Base, Page, Route};

/// A page as the app draws it.
pub struct DrawnPage {
    /// What goes into the element `#reader`.
    pub page: String,
    /// The names of the blocks that it was drawn from, with spaces between them.
    pub blocks: String,
}

/// A page of a dossier. `files` are the dossier's own files in the edition in one file.
pub fn page(dossier: &DossierRef, page: Page, base: Base, files: &Files) -> DrawnPage {
    let blocks = dossier.blocks();
    blocks.take_asked();
    let props =
        AppProps { dossier: dossier.clone(), page, base, typed: "".into(), files: files.clone() };
    let page = at_once(LocalServerRenderer::<App>::with_props(props).render());
    let names: Vec<String> = blocks.take_asked().iter().map(|block| blocks.name(*block)).collect();
    DrawnPage { page, blocks: names.join(" ") }
}

/// All articles in full, for a page that has no other: without scripts, or as long as the app has not
/// started, they are what can be read. Nothing takes them over.
pub fn full_text(dossier: &DossierRef, files: &Files) -> String {
    let articles = text(dossier, dossier.article_ids().collect(), files);
    format!("<div id=\"full-text\">{articles}</div>")
}

/// An article as text.
pub fn article(dossier: &DossierRef, id: ArticleId, files: &Files) -> String {
    text(dossier, vec![id], files)
}

fn text(dossier: &DossierRef, articles: Vec<ArticleId>, files: &Files) -> String {
    let props = TextProps { dossier: dossier.clone(), articles, files: files.clone() };
    at_once(LocalServerRenderer::<Text>::with_props(props).hydratable(false).render())
}

#[derive(Properties, PartialEq)]
struct TextProps {
    dossier: DossierRef,
    articles: Vec<ArticleId>,
    files: Files,
}

#[component]
fn Text(props: &TextProps) -> Html {
    let TextProps { dossier, articles, files } = props;
    let articles = articles.iter().map(|id| html! { <ArticleText id={*id} /> });
    html! { <Provider dossier={dossier.clone()} files={files.clone()}>{ for articles }</Provider> }
}

#[derive(Properties, PartialEq)]
struct ArticleTextProps {
    id: ArticleId,
}

#[component]
fn ArticleText(props: &ArticleTextProps) -> Html {
    let reader = use_reader();
    let article = ArticleRef::new(reader.dossier.open_article(props.id).into_owned());
    let here = Here { route: Route::default().into(), base: Base::OneFile };
    article_body(&reader, &here, &article, &Marks::default())
}

/// Anything that is drawn without a browser and without a context, as HTML.
pub fn drawn(content: Html) -> String {
    let props = DrawnProps { content };
    at_once(LocalServerRenderer::<Drawn>::with_props(props).hydratable(false).render())
}

#[derive(Properties, PartialEq)]
struct DrawnProps {
    content: Html,
}

#[component]
fn Drawn(props: &DrawnProps) -> Html {
    props.content.clone()
}

fn at_once<T>(future: impl Future<Output = T>) -> T {
    match std::pin::pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => unreachable!("no component of the app suspends"),
    }
}
