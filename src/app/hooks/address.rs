//! [`use_address`]: the page comes alive with what its address says, and the address follows the state.

use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::app::effects::history::{self, HistoryUpdate};
use crate::app::effects::{address, dom, page_script, storage};
use crate::app::reader::Reader;
use crate::route::{Base, Route};
use crate::state::{Action, Start, State};

/// What the browser's history has.
struct Written {
    route: Rc<Route>,
    base: Base,
    n_steps: u32,
}

/// Starts with what the URL says, to which `typed` is added, and writes each new route into the browser's
/// history; Back leads to the state before.
#[hook]
pub fn use_address(reader: &Reader, state: &UseReducerHandle<State>, typed: &AttrValue) {
    let written = use_mut_ref(|| Written {
        route: state.route.clone(),
        base: state.base,
        n_steps: state.n_steps,
    });
    // Whether the page that is drawn is not the one yet that the history has: where that was left is known, and what
    // scrolls now is the change from one to the other.
    let is_ahead = use_mut_ref(|| false);
    *is_ahead.borrow_mut() = written.borrow().route != state.route;
    // Where the page was left to which the browser has gone.
    let left_at = use_mut_ref(|| None::<history::Position>);
    {
        let (is_ahead, left_at) = (is_ahead.clone(), left_at.clone());
        let (reader, written, typed) = (reader.clone(), written.clone(), typed.clone());
        use_effect_with((), move |()| {
            let (route, base, mut notices) = address::current(&reader.dossier);
            let (preferences, notice) = storage::preferences();
            notices.extend(notice);
            {
                let mut written = written.borrow_mut();
                (written.route, written.base) = (route.clone().into(), base);
            }
            let has_typed = !typed.is_empty() && *typed != route.query;
            let start = Start { route, base, preferences, notices };
            reader.dispatch.dispatch(Action::Started(Box::new(start)));
            if has_typed {
                reader.dispatch.dispatch(Action::QueryChanged(typed.to_string()));
            }
            history::start();
            let window = dom::window();
            let scroll = EventListener::new(&window, "scroll", move |_| {
                if !*is_ahead.borrow() {
                    history::note_position();
                }
            });
            let focus = EventListener::new(&window, "focusin", |_| history::note_focus());
            let popstate = EventListener::new(&window, "popstate", move |_| {
                left_at.replace(history::arrived());
                let (route, base, notices) = address::current(&reader.dossier);
                {
                    let mut written = written.borrow_mut();
                    (written.route, written.base) = (route.clone().into(), base);
                }
                reader.dispatch.dispatch(Action::Arrived(Box::new(route), base, notices));
            });
            move || drop((scroll, focus, popstate))
        });
    }
    {
        let (reader, state) = (reader.clone(), state.clone());
        let deps = (state.route.clone(), state.n_steps, state.is_live, state.n_arrivals);
        use_effect_with(deps, move |_| {
            if state.is_live {
                follow(&reader, &state, &mut written.borrow_mut());
                *is_ahead.borrow_mut() = false;
            }
            if let Some(position) = left_at.take() {
                // The page is drawn, and the browser goes first where it would go by itself.
                Timeout::new(0, move || history::go_to(&position)).forget();
            }
        });
    }
    use_effect_with(state.is_live, |is_live| {
        if *is_live {
            page_script::started();
        }
    });
}

fn follow(reader: &Reader, state: &State, written: &mut Written) {
    // Two steps before one drawing are one entry; a step and what replaces it too.
    let is_step = written.n_steps != state.n_steps;
    written.n_steps = state.n_steps;
    if written.route == state.route {
        return;
    }
    let update = if is_step { HistoryUpdate::Push } else { HistoryUpdate::Replace };
    written.route = state.route.clone();
    if address::write(&reader.url(written.base, &state.route), update) {
        written.base = state.base;
    } else {
        // Browsers refuse where the address changes too often. The page works on without.
        reader.dispatch.dispatch(Action::Stayed(written.base));
    }
}
