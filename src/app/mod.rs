//! The page: views of the [`State`] and the dossier, and the effects that carry the state to the
//! browser.
//!
//! [`App`] is the one Yew component: an [`Action`] changes its state, its views are drawn anew, and the
//! effects are told of the state before and after. Views are plain functions of a [`View`] rather than
//! components, because each component adds some 8 kB of wasm. Only [`effects`] names a browser API.

pub mod effects;
pub mod views;

use std::rc::Rc;

use yew::prelude::*;

use self::effects::Effects;
use self::views::View;
use crate::dossier::Dossier;
use crate::query::{self, Answer, Query};
use crate::state::{Action, State};

/// Opens the dossier in this wasm and mounts the app in place of the prerendered page; where there is
/// none to open, says so above the prerendered page and leaves that to be read.
pub fn start() {
    match effects::pack::open() {
        Ok(dossier) => {
            let props = AppProps { dossier: DossierRef(Rc::new(dossier)) };
            yew::Renderer::<App>::with_root_and_props(effects::page_root(), props).render();
        }
        Err(error) => effects::failure::show(&error.message()),
    }
}

/// The dossier, shared: large and immutable, so compared by pointer.
#[derive(Clone)]
pub struct DossierRef(pub Rc<Dossier>);

impl PartialEq for DossierRef {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What the app shows.
#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// The dossier; never changed.
    pub dossier: DossierRef,
}

/// The root component.
pub struct App {
    state: State,
    /// What answers the state's query and filter.
    answer: Answer,
    effects: Effects,
}

impl Component for App {
    type Message = Action;
    type Properties = AppProps;

    fn create(ctx: &Context<Self>) -> Self {
        let dossier = &ctx.props().dossier.0;
        let state = effects::initial_state(dossier);
        let on_action = ctx.link().callback(|action| action);
        let effects = Effects::install(dossier.clone(), on_action);
        Self { answer: answer(dossier, &state), state, effects }
    }

    fn update(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        let next = self.state.apply(action);
        if next == self.state {
            return false;
        }
        let asks_again = next.route.query != self.state.route.query
            || next.route.filter != self.state.route.filter
            || next.n_results != self.state.n_results;
        self.state = next;
        if asks_again {
            self.answer = answer(&ctx.props().dossier.0, &self.state);
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let dossier = &ctx.props().dossier.0;
        views::page(&View { dossier, state: &self.state, answer: &self.answer, app: ctx.link() })
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        self.effects.follow(&ctx.props().dossier.0, &self.state);
    }
}

fn answer(dossier: &Dossier, state: &State) -> Answer {
    let (query, mut notices) = Query::parse(&state.route.query);
    let mut answer = query::search(dossier.corpus(), &query, &state.route.filter, state.n_results);
    notices.append(&mut answer.notices);
    Answer { notices, ..answer }
}
