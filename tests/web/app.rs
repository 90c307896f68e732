//! The whole app on a small dossier.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlElement, HtmlInputElement, InputEvent};
use whosaid::app::{App, AppProps, DossierRef};

use crate::stage::{Place, breathe, dossier, js};

/// Mounts the app, lets `look` look at it, and takes it away again.
async fn with_app(look: impl AsyncFnOnce(&Place)) {
    let address = js("location.href");
    js("window.whosaid = { started() { window.whosaid.hasStarted = true; } }, ''");
    let place = Place::with("");
    let props = AppProps { dossier: DossierRef(Rc::new(dossier())) };
    let app = yew::Renderer::<App>::with_root_and_props(place.0.clone(), props).render();
    breathe().await;
    look(&place).await;
    app.destroy();
    breathe().await;
    js(&format!("history.replaceState(null, '', '{address}'), ''"));
}

fn type_in(place: &Place, query: &str) {
    let field = place.find("search input[type=search]").expect("there is a search field");
    let field: HtmlInputElement = field.unchecked_into();
    field.set_value(query);
    field.dispatch_event(&InputEvent::new("input").expect("it can be made")).expect("it is heard");
}

async fn search_for(place: &Place, query: &str) {
    type_in(place, query);
    breathe().await;
}

#[wasm_bindgen_test]
async fn it_starts_and_says_so() {
    with_app(async |place| {
        assert_eq!(js("String(window.whosaid.hasStarted)"), "true");
        assert_eq!(place.count("main h1"), 1);
        assert_eq!(place.count(".article-card"), 2);
    })
    .await;
}

#[wasm_bindgen_test]
async fn a_query_is_answered_in_the_page_and_for_other_scripts() {
    with_app(async |place| {
        search_for(place, "calm").await;
        let n_results = place.count("[aria-label=Results] > [data-article][data-paragraph]");
        assert!(n_results >= 2);
        assert_eq!(js("String(window.whosaid.search('calm').length)"), n_results.to_string());
        let slugs =
            js("[...new Set(window.whosaid.search('calm').map(hit => hit.article))].sort().join()");
        assert_eq!(slugs, "calm,storm");
        search_for(place, "snow").await;
        assert_eq!(place.count("[aria-label=Results] > [data-article]"), 0);
    })
    .await;
}

/// Faster than anything is drawn: what is shown does not change, and yet the count settles.
#[wasm_bindgen_test]
async fn what_is_taken_back_at_once_comes_to_rest() {
    with_app(async |place| {
        search_for(place, "calm").await;
        while place.count("[role=status][aria-busy=false]") == 0 {
            breathe().await;
        }
        type_in(place, "calmx");
        type_in(place, "calm");
        for _ in 0..20 {
            breathe().await;
        }
        assert_eq!(place.count("[role=status][aria-busy=false]"), 1);
        assert!(place.count("[aria-label=Results] > [data-article]") >= 2);
    })
    .await;
}

#[wasm_bindgen_test]
async fn a_quotation_shows_its_evidence_in_one_click() {
    with_app(async |place| {
        let link = place.find(".article-card h2 a").expect("there is an article");
        link.unchecked_into::<HtmlElement>().click();
        breathe().await;
        assert_eq!(place.count("article .quotation[data-speaker=ada-voss][data-kind=direct]"), 1);
        let button = place.find("article button.attribution").expect("there is a quotation");
        button.unchecked_into::<HtmlElement>().click();
        breathe().await;
        let evidence = place.find("[aria-label='Who said this']").and_then(|it| it.text_content());
        assert!(evidence.expect("it is open").contains("Ada Voss"));
    })
    .await;
}

/// Nothing that a reader can type may end the program: a panic in wasm leaves a dead page.
#[wasm_bindgen_test]
async fn any_query_leaves_the_app_alive() {
    with_app(async |place| {
        let long = "calm ".repeat(1_000);
        for query in
            ["\"", "(((", "-", "a* OR -\"b", "\u{202e}שלום", "👩‍👩‍👧", "title:", "\u{0}", &long]
        {
            search_for(place, query).await;
        }
        search_for(place, "calm").await;
        assert!(place.count("[aria-label=Results] > [data-article]") >= 2);
    })
    .await;
}
