//! The whole app on a small dossier.

use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlElement, HtmlInputElement, InputEvent};
use whosaid::app::effects::interface;
use whosaid::app::renders;
use whosaid::app::{App, AppProps, DossierRef};
use whosaid::dossier::Dossier;
use whosaid::route::{Base, Page};

use crate::stage::{Container, N_ARTICLES, breathe, dossier, js, large_dossier};

/// Mounts the app on the small dossier, lets `look` look at it, and takes it away again.
pub async fn with_app(look: impl AsyncFnOnce(&Container)) {
    with_app_on(dossier(), look).await;
}

async fn with_app_on(dossier: Dossier<'static>, look: impl AsyncFnOnce(&Container)) {
    let address = js("location.href");
    js("window.whosaid ??= {}; whosaid.started = () => { whosaid.hasStarted = true; }; ''");
    let container = Container::with("");
    // As a site has it.
    for (name, value) in [("id", "reader"), ("data-page", "")] {
        container.0.set_attribute(name, value).expect("it is a name");
    }
    let dossier = DossierRef::new(dossier);
    interface::install(dossier.clone());
    let (page, base, typed) = (Page::Front, Base::Site(""), "".into());
    let props = AppProps { dossier, page, base, typed, files: Default::default() };
    let app = yew::Renderer::<App>::with_root_and_props(container.0.clone(), props).render();
    breathe().await;
    look(&container).await;
    app.destroy();
    breathe().await;
    js(&format!("history.replaceState(null, '', '{address}'), ''"));
}

pub fn type_in(container: &Container, query: &str) {
    let field = container.find("search input[type=search]").expect("there is a search field");
    let field: HtmlInputElement = field.unchecked_into();
    field.set_value(query);
    field.dispatch_event(&InputEvent::new("input").expect("it can be made")).expect("it is heard");
}

pub fn click(container: &Container, css: &str) {
    let element = container.find(css).unwrap_or_else(|| panic!("there is no {css}"));
    element.unchecked_into::<HtmlElement>().click();
}

async fn search_for(container: &Container, query: &str) {
    type_in(container, query);
    breathe().await;
}

/// Waits until the count of what is shown is no longer busy, and gives it.
async fn settled_count(container: &Container) -> String {
    for _ in 0..50 {
        breathe().await;
        if let Some(status) = container.find("[role=status][aria-busy=false]") {
            return status.text_content().unwrap_or_default();
        }
    }
    panic!("the count stays busy");
}

#[wasm_bindgen_test]
async fn it_starts_and_says_so() {
    with_app(async |container| {
        assert_eq!(js("String(window.whosaid.hasStarted)"), "true");
        assert_eq!(container.count("main h1"), 1);
        assert_eq!(container.count(".article-card"), 2);
    })
    .await;
}

#[wasm_bindgen_test]
async fn a_query_is_answered_in_the_page_and_for_other_scripts() {
    with_app(async |container| {
        search_for(container, "calm").await;
        let n_results = container.count("[aria-label=Results] > [data-article][data-paragraph]");
        assert!(n_results >= 2);
        assert_eq!(js("String(window.whosaid.search('calm').length)"), n_results.to_string());
        let slugs =
            js("[...new Set(window.whosaid.search('calm').map(hit => hit.article))].sort().join()");
        assert_eq!(slugs, "calm,storm");
        search_for(container, "snow").await;
        assert_eq!(container.count("[aria-label=Results] > [data-article]"), 0);
    })
    .await;
}

/// Faster than anything is drawn: what is shown does not change, and yet the count settles.
#[wasm_bindgen_test]
async fn what_is_taken_back_at_once_comes_to_rest() {
    for dossier in [dossier(), large_dossier()] {
        with_app_on(dossier, async |container| {
            search_for(container, "storm").await;
            let count = settled_count(container).await;
            type_in(container, "stormx");
            type_in(container, "storm");
            assert_eq!(settled_count(container).await, count);
            assert!(container.count("[aria-label=Results] > [data-article]") >= 1);
        })
        .await;
    }
}

#[wasm_bindgen_test]
async fn the_last_of_fast_keys_is_answered_in_a_large_dossier() {
    with_app_on(large_dossier(), async |container| {
        for typed in ["q", "quiet", "s", "st", "stor", "storm"] {
            type_in(container, typed);
        }
        assert!(settled_count(container).await.starts_with(&N_ARTICLES.to_string()));
        assert!(js("location.search").contains("q=storm"));
        type_in(container, "quiet");
        assert!(settled_count(container).await.starts_with("2100 "));
        type_in(container, "");
        breathe().await;
        assert!(container.count(".article-card") > 0);
    })
    .await;
}

#[wasm_bindgen_test]
async fn what_the_browser_opens_is_there_soon() {
    with_app_on(large_dossier(), async |container| {
        search_for(container, "storm").await;
        settled_count(container).await;
        js("history.pushState(null, '', '?q=quiet'), dispatchEvent(new Event('popstate')), ''");
        assert!(settled_count(container).await.starts_with("2100 "));
        let first =
            container.find("[aria-label=Results] > [data-article]").expect("there are results");
        assert!(first.text_content().expect("it has text").contains("quiet"));
    })
    .await;
}

#[wasm_bindgen_test]
async fn a_quotation_shows_its_evidence_in_one_click() {
    with_app(async |container| {
        click(container, ".article-card h2 a");
        breathe().await;
        assert_eq!(
            container.count("article .quotation[data-speaker=ada-voss][data-kind=direct]"),
            1
        );
        click(container, "article .who-name");
        breathe().await;
        let evidence =
            container.find("[aria-label='Who said this']").and_then(|it| it.text_content());
        assert!(evidence.expect("it is open").contains("Ada Voss"));
    })
    .await;
}

/// What stands nowhere is compared with every paragraph, in slices; another citation takes the place of one that is
/// being checked.
#[wasm_bindgen_test]
async fn a_citation_is_checked_without_holding_up_the_page() {
    let _foot = Container::with("<span id=\"foot-buttons\"></span>");
    with_app_on(large_dossier(), async |_| {
        const BUTTON: &str = "[...document.querySelectorAll('#foot-buttons button')]\
            .find(button => button.textContent.includes('Check a citation'))";
        while js(&format!("String(!!{BUTTON})")) == "false" {
            breathe().await;
        }
        js(&format!("{BUTTON}.click(), ''"));
        breathe().await;
        let check = |cited: &str| {
            js(&format!(
                "document.querySelector('.check textarea').value = '{cited}', \
                 document.querySelector('.check form').requestSubmit(), ''"
            ))
        };
        let told = || js("document.querySelector('.check [role=status]').textContent.trim()");
        let settled = async || {
            for _ in 0..50 {
                breathe().await;
                if js("String(!document.querySelector('.check [aria-busy]'))") == "true" {
                    return told();
                }
            }
            panic!("it stays busy");
        };
        check("Nothing like these words was ever written here");
        assert!(settled().await.starts_with("Not here."));
        check("Nothing like these words was ever written here");
        check("Then came a storm");
        assert!(settled().await.starts_with("True."));
        breathe().await;
        assert!(told().starts_with("True."));
    })
    .await;
}

/// A key draws what it changes and nothing else.
#[wasm_bindgen_test]
async fn a_key_draws_the_search_and_the_results_alone() {
    with_app_on(large_dossier(), async |container| {
        search_for(container, "stor").await;
        settled_count(container).await;
        let _ = renders::take();
        type_in(container, "storm");
        settled_count(container).await;
        let drawn = renders::take();
        // What is found is the same, so that the passages are drawn for their links alone, once each.
        let n_shown = container.count("[aria-label=Results] > [data-article]");
        assert_eq!(drawn.get("Passage"), Some(&n_shown), "{drawn:?}");
        // Counts come with the first hits, and again with the last.
        assert!(drawn.get("Filters").is_none_or(|n| *n <= 2), "{drawn:?}");
        for other in ["Paragraph", "ReadingBar", "Evidence", "Foot"] {
            assert_eq!(drawn.get(other), None, "{drawn:?}");
        }
        assert!(drawn["App"] <= 4, "{drawn:?}");

        // From hit to hit: the paragraphs with the one before and the next.
        click(container, ".result-link");
        breathe().await;
        let n_paragraphs = container.count("article .paragraph");
        assert!(n_paragraphs > 50, "{n_paragraphs}");
        let _ = renders::take();
        click(container, ".step-bar button[aria-label=Next]");
        breathe().await;
        let drawn = renders::take();
        assert!(drawn.get("Paragraph").is_some_and(|n| *n <= 2), "{drawn:?}");
    })
    .await;
}

/// Nothing that a reader can type may end the program: a panic in wasm leaves a dead page.
#[wasm_bindgen_test]
async fn any_query_leaves_the_app_alive() {
    with_app(async |container| {
        let long = "calm ".repeat(1_000);
        for query in
            ["\"", "(((", "-", "a* OR -\"b", "\u{202e}שלום", "👩‍👩‍👧", "title:", "\u{0}", &long]
        {
            search_for(container, query).await;
        }
        search_for(container, "calm").await;
        assert!(container.count("[aria-label=Results] > [data-article]") >= 2);
    })
    .await;
}
