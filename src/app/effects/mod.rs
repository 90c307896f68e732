//! All that touches the browser: one of its interfaces a file.
//!
//! A *command* ([`clipboard::copy`]) is called from a view's callback. What *follows* the state is told
//! of it before and after, and carries the difference to the browser: URL and storage at once
//! ([`Effects::note`]), all that has to do with elements once they are drawn ([`Effects::follow`]). Each
//! takes and returns plain data. Where the browser refuses (no storage in a sandboxed frame), the effect
//! does without and says so where that matters to the reader.

#![allow(clippy::disallowed_methods, reason = "this is the one place that reaches for the browser")]

pub mod clipboard;
pub mod focus;
pub mod highlight;
pub mod host;
pub mod interface;
pub mod keyboard;
pub mod pack;
pub mod storage;
pub mod theme;
pub mod url;

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlElement, HtmlInputElement, Window};
use yew::prelude::*;

use crate::dossier::Dossier;
use crate::state::{Action, State};

/// The debounce of announcements: how long a query has to stay the same before its count is read out, in
/// milliseconds.
const SETTLED_MS: u32 = 600;

/// The state as URL and storage have it when the page is opened.
pub fn initial_state(dossier: &Dossier) -> State {
    let (route, notices) = url::current(dossier);
    let (preferences, notice) = storage::read();
    let state = State::default()
        .apply(Action::PreferencesRestored(preferences))
        .apply(Action::Arrived(Box::new(route), notices))
        .apply(Action::Settled);
    match notice {
        Some(notice) => state.apply(Action::Noticed(notice)),
        None => state,
    }
}

/// The app's connections to the browser; they end with it.
pub struct Effects {
    on_action: Callback<Action>,
    on_resume: Callback<()>,
    /// The state, for listeners to look at.
    state: Rc<RefCell<State>>,
    /// The state that is drawn.
    drawn: Option<State>,
    settling: Option<Timeout>,
    resuming: Option<Timeout>,
    _listeners: [EventListener; 2],
}

impl Effects {
    /// Listens to the browser; what happens there is reported to `on_action`, and that a search may go on
    /// to `on_resume`.
    pub fn install(
        dossier: Rc<Dossier<'static>>,
        state: &State,
        on_action: Callback<Action>,
        on_resume: Callback<()>,
    ) -> Self {
        interface::install(dossier.clone());
        let state = Rc::new(RefCell::new(state.clone()));
        let on_popstate = {
            let (dossier, on_action) = (dossier.clone(), on_action.clone());
            EventListener::new(&window(), "popstate", move |_| {
                let (route, notices) = url::current(&dossier);
                on_action.emit(Action::Arrived(Box::new(route), notices));
            })
        };
        let on_keydown = {
            let (state, on_action) = (state.clone(), on_action.clone());
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&document(), "keydown", options, move |event| {
                let action = event
                    .dyn_ref::<KeyboardEvent>()
                    .and_then(|event| keyboard::on_key(&dossier, &state.borrow(), event));
                if let Some(action) = action {
                    event.prevent_default();
                    on_action.emit(action);
                }
            })
        };
        Self {
            on_action,
            on_resume,
            state,
            drawn: None,
            settling: None,
            resuming: None,
            _listeners: [on_popstate, on_keydown],
        }
    }

    /// Lets the browser draw and take keys, and then goes on with the search.
    pub fn resume_search_soon(&mut self) {
        let on_resume = self.on_resume.clone();
        self.resuming = Some(Timeout::new(0, move || on_resume.emit(())));
    }

    /// Carries what changed in the state to the browser, as far as that needs nothing drawn. (A new URL
    /// makes the browser bring all elements up to date, which is little as long as nothing new is drawn.)
    pub fn note(&mut self, dossier: &Dossier, state: &State) {
        let before = self.state.replace(state.clone());
        url::follow(dossier, &before, state);
        storage::follow(&before, state);
        if !state.settled && (before.settled || before.route.query != state.route.query) {
            let on_action = self.on_action.clone();
            self.settling = Some(Timeout::new(SETTLED_MS, move || on_action.emit(Action::Settled)));
        }
    }

    /// Carries what changed in the state to the browser, now that the page shows it.
    pub fn follow(&mut self, dossier: &Dossier, state: &State) {
        let before = self.drawn.replace(state.clone());
        let before = before.as_ref();
        theme::follow(state);
        focus::follow(dossier, before, state);
        highlight::follow(before, state);
        if before.is_none() {
            host::started();
        }
        if before.is_none_or(|before| before.route != state.route) {
            host::moved();
        }
    }
}

fn window() -> Window {
    web_sys::window().expect("the app runs in a window")
}

/// The object by which the page's script and the app know each other.
fn whosaid() -> JsValue {
    Reflect::get(&window(), &"whosaid".into()).unwrap_or_default()
}

fn document() -> Document {
    window().document().expect("a window of the app has a document")
}

/// The time, in milliseconds since 1970.
pub fn now() -> f64 {
    js_sys::Date::now()
}

fn element_by_id(id: &str) -> Option<HtmlElement> {
    // All elements of the page are HTML's.
    Some(document().get_element_by_id(id)?.unchecked_into())
}

/// All elements that match a selector of this program's own, in document order.
fn elements(selector: &str) -> Vec<HtmlElement> {
    let found = document().query_selector_all(selector).expect("the selector is well formed");
    (0..found.length()).filter_map(|at| Some(found.item(at)?.unchecked_into())).collect()
}

/// The element whose content the app replaces by its own.
///
/// # Panics
///
/// If the page is not the one that `index.html` lays out.
pub fn page_root() -> Element {
    document().get_element_by_id("reader").expect("index.html holds the element `reader`")
}

/// What is in the field in which something was typed.
pub fn field_value(event: &InputEvent) -> String {
    event.target_unchecked_into::<HtmlInputElement>().value()
}
