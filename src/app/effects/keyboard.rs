//! Single keys.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::{document, elements, focus};
use crate::app::components::step_bar::{next_stop, stops};
use crate::app::store::Reader;
use crate::article::ArticleId;
use crate::route::Place;
use crate::state::Action;

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

/// Keys in the search field: Enter leads on, Escape clears and then leaves.
pub fn in_search(reader: &Reader, event: &KeyboardEvent) {
    match &*event.key() {
        "Enter" => {
            event.prevent_default();
            if matches!(reader.store.route.place, Place::Article(..)) {
                step_hit(reader, !event.shift_key());
            } else if let Some(link) = elements(".result-link").first() {
                focus::go_to(link);
            }
        }
        "Escape" => {
            event.prevent_default();
            if reader.store.route.query.is_empty() {
                if let Some(field) = event.target_dyn_into::<HtmlElement>() {
                    let _ = field.blur();
                }
            } else {
                reader.dispatch(Action::QueryChanged(String::new()));
            }
        }
        _ => {}
    }
}

/// Listens for single keys all over the page, unless the reader has switched them off.
#[hook]
pub fn use_shortcuts(reader: &Reader) {
    let latest = use_mut_ref(|| reader.clone());
    *latest.borrow_mut() = reader.clone();
    use_effect_with((), move |()| {
        let options = EventListenerOptions::enable_prevent_default();
        let listener =
            EventListener::new_with_options(&document(), "keydown", options, move |event| {
                if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
                    let reader = latest.borrow().clone();
                    on_key(&reader, event);
                }
            });
        move || drop(listener)
    });
}

fn on_key(reader: &Reader, event: &KeyboardEvent) {
    let has_modifier = event.ctrl_key() || event.meta_key() || event.alt_key();
    if event.default_prevented() || has_modifier || event.is_composing() || is_typing(event) {
        return;
    }
    if reader.store.keys_open {
        return;
    }
    if event.key() == "Escape" {
        if let Some((article, quotation)) = reader.store.evidence {
            reader.dispatch(Action::EvidenceToggled(article, quotation));
        }
        return;
    }
    if !reader.store.preferences.shortcuts {
        return;
    }
    // The key's character decides, not its place, so that `/` works on every keyboard layout.
    match &*event.key() {
        "/" => focus::search(),
        "?" => reader.dispatch(Action::KeysToggled),
        "n" => step_hit(reader, true),
        "N" => step_hit(reader, false),
        "j" => focus::step(".paragraph, .result-link, .article-card h2 a", true),
        "k" => focus::step(".paragraph, .result-link, .article-card h2 a", false),
        "]" => step_article(reader, true),
        "[" => step_article(reader, false),
        "u" => {
            if reader.store.route.place == Place::Overview {
                reader.dispatch(Action::FrontOpened);
            } else {
                reader.dispatch(Action::OverviewOpened);
            }
        }
        _ => return,
    }
    event.prevent_default();
}

/// Whether the key goes into a field.
fn is_typing(event: &KeyboardEvent) -> bool {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
        return false;
    };
    let is_checkbox = target.get_attribute("type").as_deref() == Some("checkbox");
    target.matches("input, textarea, select").unwrap_or(false) && !is_checkbox
}

fn step_hit(reader: &Reader, forward: bool) {
    if let Place::Article(article, _) = reader.store.route.place {
        let n_stops = stops(reader, article).len();
        if let Some(hit) = next_stop(reader.store.current_hit, n_stops, forward) {
            reader.dispatch(Action::HitVisited(hit));
        }
    }
}

fn step_article(reader: &Reader, forward: bool) {
    let n_articles = reader.dossier.articles.len() as u32;
    let next = match reader.store.route.place {
        Place::Article(ArticleId(at), _) if forward => at + 1,
        Place::Article(ArticleId(at), _) => at.wrapping_sub(1),
        _ if forward => 0,
        _ => n_articles.wrapping_sub(1),
    };
    if next < n_articles {
        reader.dispatch(Action::ArticleOpened(ArticleId(next), None));
    }
}
