//! [`use_shortcuts`]: single keys.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use crate::app::effects::{focus, history, page, pointer};
use crate::app::reader::Reader;
use crate::article::ArticleId;
use crate::dossier::Dossier;
use crate::i18n::tr;
use crate::route::{Route, View};
use crate::state::{Action, Dialog, State, Step, next_mark};

/// Every key with its meaning, as the list of keys shows them.
pub fn keys() -> [(&'static str, &'static str); 9] {
    [
        ("/", tr!("Search")),
        ("Enter", tr!("From the search to the first result; in an article to the next hit")),
        ("Esc", tr!("Close what is open, or clear the search")),
        ("n N", tr!("Next hit, previous hit")),
        ("j k", tr!("Next and previous result or paragraph")),
        ("] [", tr!("Next and previous article")),
        ("h", tr!("Highlight the selected words")),
        ("u", tr!("Back to the results or the front page")),
        ("?", tr!("This list")),
    ]
}

/// What `j` and `k` go through.
const STEPS: &str = "main .paragraph, .result-link, .article-card h2 a";

/// Acts on keys for as long as the page is alive. The open article has `n_marks`, and the reader stands at the `current`
/// one.
#[hook]
pub fn use_shortcuts(
    reader: &Reader,
    state: &UseReducerHandle<State>,
    n_marks: usize,
    current: Option<u32>,
) {
    let marks = Marks { current, n_marks };
    let latest = use_mut_ref(|| (state.clone(), marks));
    *latest.borrow_mut() = (state.clone(), marks);
    let reader = reader.clone();
    use_effect_with((), move |()| {
        let options = EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(
            &page::event_target(),
            "keydown",
            options,
            move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                let action = {
                    let (state, marks) = &*latest.borrow();
                    on_key(&reader.dossier, state, *marks, event)
                };
                if let Some(action) = action {
                    event.prevent_default();
                    reader.dispatch.dispatch(action);
                }
            },
        );
        move || drop(listener)
    });
}

/// What there is to step through in the open article.
#[derive(Clone, Copy)]
struct Marks {
    current: Option<u32>,
    n_marks: usize,
}

impl Marks {
    fn step(self, step: Step) -> Option<Action> {
        next_mark(self.current, self.n_marks, step).map(Action::HitVisited)
    }
}

/// What a key asks for. Keys that only move the focus are done here and give no action.
fn on_key(dossier: &Dossier, state: &State, marks: Marks, event: &KeyboardEvent) -> Option<Action> {
    // On a Mac many keyboards have these signs behind Option.
    let is_sign = matches!(&*event.key(), "[" | "]" | "/" | "?");
    let has_modifier = event.ctrl_key() || event.meta_key() || event.alt_key() && !is_sign;
    // The keys in a dialog are the browser's.
    let has_dialog = state.dialog.is_some();
    if event.default_prevented() || has_modifier || event.is_composing() || has_dialog {
        return None;
    }
    match focus::field_of(event) {
        Some(id) if id == focus::SEARCH => in_search(state, marks, event),
        Some(_) if !focus::is_within(focus::EVIDENCE) => None,
        _ if event.key() == "Escape" => {
            state.evidence.map(|(article, quotation)| Action::EvidenceToggled(article, quotation))
        }
        Some(_) => None,
        None if !state.preferences.shortcuts => None,
        None => on_single_key(dossier, state, marks, event),
    }
}

/// Keys in the search field: Enter leads on, Escape clears and then leaves, or goes back to the article in which the
/// search began.
fn in_search(state: &State, marks: Marks, event: &KeyboardEvent) -> Option<Action> {
    match &*event.key() {
        "Enter" if matches!(state.route.view, View::Article(..)) => {
            marks.step(if event.shift_key() { Step::Back } else { Step::Forward })
        }
        "Enter" => {
            event.prevent_default();
            focus::go_to_first(".result-link");
            None
        }
        "Escape" if state.route.query.is_empty() => {
            history::leave_search();
            None
        }
        "Escape" if came_from_article(state) => {
            focus::leave();
            history::back();
            None
        }
        "Escape" => Some(Action::QueryChanged(String::new())),
        _ => None,
    }
}

/// Whether the search began in an article, to which Back leads.
fn came_from_article(state: &State) -> bool {
    let is_article = |route: &Rc<Route>| matches!(route.view, View::Article(..));
    state.route.view.is_filtered() && state.came_from.as_ref().is_some_and(is_article)
}

/// The key's character decides, not its place, so that `/` works on every keyboard layout.
fn on_single_key(
    dossier: &Dossier,
    state: &State,
    marks: Marks,
    event: &KeyboardEvent,
) -> Option<Action> {
    match &*event.key() {
        "?" => Some(Action::DialogOpened(Dialog::Keys)),
        "n" => marks.step(Step::Forward),
        "N" => marks.step(Step::Back),
        "]" => step_article(dossier, state, Step::Forward),
        "[" => step_article(dossier, state, Step::Back),
        "u" => {
            pointer::follow_first(&["a.back-link", ".masthead a.front-link"]);
            event.prevent_default();
            None
        }
        "/" => {
            event.prevent_default();
            history::enter_search();
            None
        }
        "h" => {
            pointer::follow_first(&[".selection-bar button"]);
            None
        }
        key @ ("j" | "k") => {
            event.prevent_default();
            focus::step(STEPS, if key == "j" { Step::Forward } else { Step::Back });
            None
        }
        _ => None,
    }
}

fn step_article(dossier: &Dossier, state: &State, step: Step) -> Option<Action> {
    let n_articles = dossier.articles.len() as u32;
    let next = match (state.route.view, step) {
        (View::Article(ArticleId(at), _), Step::Forward) => at + 1,
        (View::Article(ArticleId(at), _), Step::Back) => at.checked_sub(1)?,
        (_, Step::Forward) => 0,
        (_, Step::Back) => n_articles.checked_sub(1)?,
    };
    let next = (next < n_articles).then_some(ArticleId(next))?;
    Some(Action::Opened(Box::new(state.route.article(next, None))))
}
