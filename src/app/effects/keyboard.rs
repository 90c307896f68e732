//! Single keys.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use super::{elements, focus};
use crate::article::ArticleId;
use crate::dossier::Dossier;
use crate::route::View;
use crate::state::{Action, State, marks, next_mark};

/// Every key with its meaning, as the list of keys shows them.
pub const KEYS: [(&str, &str); 8] = [
    ("/", "Search"),
    ("Enter", "From the search to the first result; in an article to the next hit"),
    ("Esc", "Close what is open, or clear the search"),
    ("n N", "Next hit, previous hit"),
    ("j k", "Next and previous result or paragraph"),
    ("] [", "Next and previous article"),
    ("u", "Back to the results or the front page"),
    ("?", "This list"),
];

/// What a key asks for. Keys that only move the focus are done here and give no action.
pub fn on_key(dossier: &Dossier, state: &State, event: &KeyboardEvent) -> Option<Action> {
    let has_modifier = event.ctrl_key() || event.meta_key() || event.alt_key();
    if event.default_prevented() || has_modifier || event.is_composing() || state.keys_open {
        return None;
    }
    match field(event) {
        Some(field) if field.id() == "query" => in_search(dossier, state, event, &field),
        Some(_) => None,
        None if event.key() == "Escape" => {
            state.evidence.map(|(article, quotation)| Action::EvidenceToggled(article, quotation))
        }
        None if !state.preferences.shortcuts => None,
        None => on_single_key(dossier, state, event),
    }
}

/// Keys in the search field: Enter leads on, Escape clears and then leaves.
fn in_search(
    dossier: &Dossier,
    state: &State,
    event: &KeyboardEvent,
    field: &HtmlElement,
) -> Option<Action> {
    match &*event.key() {
        "Enter" if matches!(state.route.view, View::Article(..)) => {
            step_hit(dossier, state, !event.shift_key())
        }
        "Enter" => {
            event.prevent_default();
            focus::go_to(elements(".result-link").first()?);
            None
        }
        "Escape" if state.route.query.is_empty() => {
            let _ = field.blur();
            None
        }
        "Escape" => Some(Action::QueryChanged(String::new())),
        _ => None,
    }
}

/// The key's character decides, not its place, so that `/` works on every keyboard layout.
fn on_single_key(dossier: &Dossier, state: &State, event: &KeyboardEvent) -> Option<Action> {
    match &*event.key() {
        "?" => Some(Action::KeysToggled),
        "n" => step_hit(dossier, state, true),
        "N" => step_hit(dossier, state, false),
        "]" => step_article(dossier, state, true),
        "[" => step_article(dossier, state, false),
        "u" if state.route.view == View::Overview => Some(Action::FrontOpened),
        "u" => Some(Action::OverviewOpened),
        "/" => {
            event.prevent_default();
            focus::search();
            None
        }
        "j" | "k" => {
            event.prevent_default();
            focus::step(STEPS, event.key() == "j");
            None
        }
        _ => None,
    }
}

/// What `j` and `k` go through.
const STEPS: &str = ".paragraph, .result-link, .article-card h2 a";

/// The field into which the key goes, if it goes into one.
fn field(event: &KeyboardEvent) -> Option<HtmlElement> {
    // What is no element of HTML (the document itself) matches nothing.
    let target: HtmlElement = event.target()?.unchecked_into();
    let fields = "input:not([type=checkbox]), textarea, select";
    target.matches(fields).unwrap_or(false).then_some(target)
}

fn step_hit(dossier: &Dossier, state: &State, forward: bool) -> Option<Action> {
    let View::Article(article, _) = state.route.view else { return None };
    let n_marks = marks(dossier, state, article).len();
    next_mark(state.current_hit, n_marks, forward).map(Action::HitVisited)
}

fn step_article(dossier: &Dossier, state: &State, forward: bool) -> Option<Action> {
    let n_articles = dossier.articles.len() as u32;
    let next = match state.route.view {
        View::Article(ArticleId(at), _) if forward => at + 1,
        View::Article(ArticleId(at), _) => at.checked_sub(1)?,
        _ if forward => 0,
        _ => n_articles.checked_sub(1)?,
    };
    (next < n_articles).then_some(Action::ArticleOpened(ArticleId(next), None))
}
