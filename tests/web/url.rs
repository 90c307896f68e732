//! The URL follows the state, and the state the URL.

use wasm_bindgen_test::wasm_bindgen_test;
use whosaid::app::effects::url;
use whosaid::dossier::Dossier;
use whosaid::state::{Action, State};

use crate::stage::{breathe, dossier, js, window};

fn n_steps() -> u32 {
    window().history().and_then(|history| history.length()).expect("windows have a history")
}

/// Takes one action after the other, the browser told of each. Gives how many steps the history grew.
fn follow(dossier: &Dossier, state: &mut State, actions: impl IntoIterator<Item = Action>) -> u32 {
    let before = n_steps();
    for action in actions {
        let next = state.apply(action);
        url::follow(dossier, state, &next);
        *state = next;
    }
    n_steps() - before
}

fn typed(text: &str) -> Action {
    Action::QueryChanged(text.to_owned())
}

#[wasm_bindgen_test]
async fn each_step_is_written_once_and_read_back() {
    let dossier = dossier();
    let start = window().location().href().expect("windows have an address");
    let mut state = State::default();
    let word = ["c", "ca", "calm"].map(typed);
    assert_eq!(follow(&dossier, &mut state, word), 1);
    assert_eq!(js("location.search"), "?q=calm");
    let article = dossier.article_by_slug("storm").expect("it is one of the two");
    assert_eq!(follow(&dossier, &mut state, [Action::ArticleOpened(article, Some(1))]), 1);
    assert_eq!(js("location.search + location.hash"), "?article=storm&q=calm#storm-p1");
    assert_eq!(url::current(&dossier), (state.route.clone(), Vec::new()));

    // What came from the browser is not written again.
    let (route, _) = url::current(&dossier);
    assert_eq!(follow(&dossier, &mut state, [Action::Arrived(Box::new(route), Vec::new())]), 0);
    js("history.back(), ''");
    breathe().await;
    let (route, notices) = url::current(&dossier);
    assert_eq!((route.query.as_str(), notices), ("calm", Vec::new()));
    js(&format!("history.replaceState(null, '', '{start}'), ''"));
}

#[wasm_bindgen_test]
fn a_history_that_refuses_is_done_without() {
    let dossier = dossier();
    js("history.pushState = history.replaceState = () => {
            throw new DOMException('too often', 'SecurityError');
        }, ''");
    let grown = follow(&dossier, &mut State::default(), ["c", "ca"].map(typed));
    js("delete history.pushState, delete history.replaceState, ''");
    assert_eq!(grown, 0);
}

#[wasm_bindgen_test]
fn the_page_is_the_address_without_query_and_fragment() {
    let expected = js("location.origin + location.pathname");
    assert_eq!(url::page(), expected);
}
