//! The URL follows the app, and the app the URL.

use wasm_bindgen_test::wasm_bindgen_test;
use whosaid::app::effects::address;
use whosaid::route::{Base, View};

use crate::app::{click, type_in, with_app};
use crate::stage::{breathe, dossier, js, window};

fn n_steps() -> u32 {
    window().history().and_then(|history| history.length()).expect("windows have a history")
}

#[wasm_bindgen_test]
async fn each_step_is_written_once_and_read_back() {
    with_app(async |container| {
        let before = n_steps();
        for typed in ["c", "ca", "calm"] {
            type_in(container, typed);
        }
        breathe().await;
        assert_eq!(n_steps() - before, 1, "what is typed in one go is one step");
        assert_eq!(js("location.search"), "?q=calm");
        type_in(container, "storm");
        breathe().await;
        assert_eq!(n_steps() - before, 1, "and so is what is typed on");
        click(container, "[data-article=storm] .result-link");
        breathe().await;
        assert_eq!(n_steps() - before, 2);
        assert!(
            js("location.href").ends_with("/articles/storm.html?q=storm#storm-p0"),
            "{}",
            js("location.href")
        );
        let (route, base, notices) = address::current(&dossier());
        assert!(matches!(route.view, View::Article(_, Some(0))));
        assert_eq!((base, notices.len()), (Base::Site("../"), 0));
        js("history.back(), ''");
        breathe().await;
        assert_eq!(container.count("[aria-label=Results] > [data-article=storm]"), 1);
        assert_eq!(js("location.search"), "?q=storm");
    })
    .await;
}

#[wasm_bindgen_test]
async fn a_history_that_refuses_is_done_without() {
    with_app(async |container| {
        js("history.pushState = history.replaceState = () => {
                throw new DOMException('too often', 'SecurityError');
            }, ''");
        type_in(container, "storm");
        breathe().await;
        click(container, "[data-article=storm] .result-link");
        breathe().await;
        js("delete history.pushState, delete history.replaceState, ''");
        assert_eq!(container.count("article#storm"), 1);
        // Links lead from where the page still stands.
        let link = container.find(".masthead a").and_then(|link| link.get_attribute("href"));
        assert_eq!(link.as_deref(), Some("./"));
    })
    .await;
}
