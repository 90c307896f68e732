//! The page: views of the [`State`] and the dossier, and the effects that carry the state to the
//! browser.
//!
//! [`App`] is the one Yew component: an [`Action`] changes its state, its views are drawn anew, and the
//! effects are told of the state before and after. Views are plain functions of a [`Reader`] rather than
//! components, because each component adds some 8 kB of wasm. Only [`effects`] names a browser API.

pub mod effects;
pub mod views;

use std::rc::Rc;

use yew::prelude::*;

use self::effects::Effects;
use self::views::Reader;
use crate::dossier::Dossier;
use crate::query::{self, Answer, Query, Search};
use crate::state::{Action, State};

/// Opens the dossier in this wasm and mounts the app in place of the prerendered page; where there is
/// none to open, says so above the prerendered page and leaves that to be read.
pub fn start() {
    effects::host::report_panics();
    match effects::pack::open() {
        Ok(dossier) => {
            let props = AppProps { dossier: DossierRef(Rc::new(dossier)) };
            yew::Renderer::<App>::with_root_and_props(effects::page_root(), props).render();
        }
        Err(error) => effects::host::failed(&error.to_string()),
    }
}

/// The dossier, shared: large and immutable, so compared by pointer.
#[derive(Clone)]
pub struct DossierRef(pub Rc<Dossier<'static>>);

impl PartialEq for DossierRef {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// How long a search goes on in a task of its own, in milliseconds: half a frame.
const SLICE_MS: f64 = 8.0;
/// The same where the page is drawn in the same task.
const SHORT_SLICE_MS: f64 = 4.0;
/// How long a search may keep what the browser itself opened, which waits to be scrolled to where the
/// reader was: as long as nobody minds.
const MAX_ARRIVAL_MS: f64 = 50.0;
/// Up to how many paragraphs a dossier is searched, drawn and laid out in the task of a key.
const MAX_AT_ONCE: usize = 2000;
/// How much of a search is done between two looks at the clock, in bytes of text that could be read: a
/// millisecond or two, on a slow phone some more.
const STEP: usize = 16 << 10;

/// What the app shows.
#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// The dossier; never changed.
    pub dossier: DossierRef,
}

/// What the app hears of.
pub enum Message {
    /// The reader or the browser did something.
    Dispatched(Action),
    /// The browser has drawn and taken keys, so the search may go on.
    SearchResumed,
}

/// The root component.
pub struct App {
    state: State,
    /// Where views send actions.
    dispatch: Callback<Action>,
    /// What answers the state's query and filter; as long as there is a search, what is known of it.
    answer: Answer,
    /// The search that is under way.
    search: Option<Search>,
    /// Whether that search knows more than the answer.
    has_news: bool,
    /// How the query was read.
    notices: Vec<query::Notice>,
    effects: Effects,
}

impl Component for App {
    type Message = Message;
    type Properties = AppProps;

    fn create(ctx: &Context<Self>) -> Self {
        let dossier = &ctx.props().dossier.0;
        let state = effects::initial_state(dossier);
        let dispatch = ctx.link().callback(Message::Dispatched);
        let on_resume = ctx.link().callback(|()| Message::SearchResumed);
        let effects = Effects::install(dossier.clone(), &state, dispatch.clone(), on_resume);
        let mut app = Self {
            state,
            dispatch,
            answer: Answer::default(),
            search: None,
            has_news: false,
            notices: Vec::new(),
            effects,
        };
        app.begin_search(dossier);
        // The first page is not drawn before it has something to show.
        while !app.has_news {
            app.search_for(dossier, SLICE_MS);
        }
        app.take_news(dossier);
        app
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        let dossier = &ctx.props().dossier.0;
        let action = match message {
            Message::SearchResumed => return self.go_on_searching(dossier),
            Message::Dispatched(action) => action,
        };
        let is_late = matches!(action, Action::QueryChanged(_))
            && dossier.articles.n_paragraphs() > MAX_AT_ONCE;
        let is_arrival = matches!(action, Action::Arrived(..));
        let end = effects::now() + MAX_ARRIVAL_MS;
        let next = self.state.apply(action);
        if next == self.state {
            return false;
        }
        let asks_again = next.route.query != self.state.route.query
            || next.route.filter != self.state.route.filter
            || next.n_results != self.state.n_results;
        self.state = next;
        self.effects.note(dossier, &self.state);
        if asks_again {
            self.begin_search(dossier);
            // The browser lays out what a key has changed before it lets go of the key. Where all
            // together would take longer than a frame, searching and drawing are tasks of their own.
            if is_late {
                self.effects.resume_search_soon();
                return false;
            }
            self.search_for(dossier, SHORT_SLICE_MS);
            while is_arrival && !self.has_news && effects::now() < end {
                self.search_for(dossier, SHORT_SLICE_MS);
            }
            self.take_news(dossier);
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let dossier = &ctx.props().dossier.0;
        let is_searching = self.search.is_some();
        views::page(&Reader {
            dossier,
            state: &self.state,
            notices: &self.notices,
            answer: &self.answer,
            is_searching,
            dispatch: &self.dispatch,
        })
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        self.effects.follow(&ctx.props().dossier.0, &self.state);
    }
}

impl App {
    /// Lets a new search take the place of the one before, so that no late answer does.
    fn begin_search(&mut self, dossier: &Dossier) {
        let (query, notices) = Query::parse(&self.state.route.query);
        self.notices = notices;
        let filter = &self.state.route.filter;
        self.search = Some(Search::new(dossier, query, filter, self.state.n_results));
        self.has_news = false;
    }

    /// Does what a search has to do next, for as long as a frame allows; whether to draw.
    fn go_on_searching(&mut self, dossier: &Dossier) -> bool {
        // Something else may have ended the search in the meantime.
        let Some(search) = &self.search else { return false };
        if self.has_news {
            self.take_news(dossier);
            return true;
        }
        let has_begun = search.work() > 0;
        self.search_for(dossier, SLICE_MS);
        self.effects.resume_search_soon();
        // That it takes longer than a moment is drawn once.
        !has_begun && !self.has_news
    }

    /// Searches for a slice of time, so that the page stays awake.
    fn search_for(&mut self, dossier: &Dossier, slice_ms: f64) {
        let Some(search) = &mut self.search else { return };
        let had_hits = search.has_hits();
        let end = effects::now() + slice_ms;
        while search.step(dossier, STEP) && effects::now() < end {}
        self.has_news = search.is_done() || (!had_hits && search.has_hits());
    }

    /// Takes over what the search knows, and lets it go on if there is more to know.
    fn take_news(&mut self, dossier: &Dossier) {
        let Some(search) = &self.search else { return };
        if self.has_news {
            self.answer = search.answer(dossier);
        }
        self.has_news = false;
        if search.is_done() {
            self.search = None;
        } else {
            self.effects.resume_search_soon();
        }
    }
}
