//! [`use_search`]: the answer to the state's query and filter, found in slices so that the page stays
//! awake.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::blocks::Blocks;
use crate::app::effects::clock;
use crate::app::reader::DossierRef;
use crate::query::{self, Answer, FacetCounts, Query, Search};
use crate::route::{Route, View};
use crate::state::State;

/// How long a search goes on in a task of its own, in milliseconds: half a frame.
const SLICE_MS: f64 = 8.0;
/// The same where the page is drawn in the same task.
const SHORT_SLICE_MS: f64 = 4.0;
/// How long a search may keep what the browser itself opened, which waits to be scrolled to where the
/// reader was: less than the 16 ms after which Yew's scheduler lets the browser draw in between.
const MAX_ARRIVAL_MS: f64 = 12.0;
/// How many passages a concordance has at most.
const ALIGNED: usize = 1000;
/// Up to how many paragraphs a dossier is searched in the task of a key.
const MAX_AT_ONCE: usize = 2000;
/// How much of a search is done between two looks at the clock, in bytes of text that could be read: a
/// millisecond or two, on a slow phone some more.
const STEP: usize = 16 << 10;

/// What is known of the answer.
#[derive(Clone, PartialEq, Default)]
pub struct SearchState {
    /// The answer, but for its counts; while there is a search, what the last one or this one has found so far.
    pub answer: Rc<Answer>,
    /// The route that the answer is to, with which what was found is drawn: a key changes the route at once, and
    /// would else draw all results once more than is needed.
    pub route: Rc<Route>,
    /// How the query was read.
    pub notices: Rc<Vec<query::QueryNotice>>,
    /// Whether the answer is not whole yet.
    pub is_searching: bool,
    /// Whether it cannot become whole, because articles that may answer did not come.
    pub is_partial: bool,
    counts: Option<Rc<FacetCounts>>,
}

impl SearchState {
    /// The facet counts, once they are known.
    #[must_use]
    pub fn counts(&self) -> Option<Rc<FacetCounts>> {
        self.counts.clone()
    }

    /// How many hits there are.
    #[must_use]
    pub fn n_hits(&self) -> usize {
        self.answer.n_hits
    }
}

/// What is to be found: what a route asks for by its query and its filter.
struct Asked {
    route: Rc<Route>,
    n_results: usize,
}

impl Asked {
    /// What a state asks for.
    fn of(state: &State) -> Self {
        let is_aligned = state.route.view == View::Concordance;
        let n_results = if is_aligned { ALIGNED } else { state.n_results };
        Self { route: state.route.clone(), n_results }
    }

    /// Whether it finds the same as another.
    fn finds_same(&self, other: &Self) -> bool {
        self.route.query == other.route.query
            && self.route.filter == other.route.filter
            && self.n_results == other.n_results
    }
}

/// One search after the other; a new one takes the place of the one before, so that no late answer does.
#[derive(Default)]
struct Session {
    asked: Option<Asked>,
    search: Option<Search>,
    /// Whether the search knows more than `found`.
    has_news: bool,
    /// Whether `found` has become of this search.
    is_fresh: bool,
    /// The work that the search had done when a part of the answer was taken last.
    part: usize,
    found: SearchState,
    timer: Option<Timeout>,
}

/// Answers the state's query and filter. One search is made of a change, however many parts of the page
/// show it; in an article, the answer before stays.
///
/// A search begins in the drawing itself, in a short slice: where that is enough, what is drawn has the results
/// already, while an effect would have all of it drawn once more, a frame later.
#[hook]
pub fn use_search(blocks: &Blocks, state: &State) -> SearchState {
    let dossier = &blocks.dossier;
    let session = use_mut_ref(Session::default);
    let update = use_force_update();
    let is_large = dossier.articles.n_paragraphs() > MAX_AT_ONCE;
    // The counts of a large dossier are not worth a page that comes alive later.
    let waits = !state.is_live && is_large && !state.route.asks_for_results();
    if !matches!(state.route.view, View::Article(..)) && !waits {
        let asked = Asked::of(state);
        let mut session = session.borrow_mut();
        let before = session.asked.as_ref();
        if before.is_none_or(|before| !before.finds_same(&asked)) {
            let is_typed = before.is_some_and(|before| before.route.query != asked.route.query);
            session.begin(dossier, asked);
            if !state.is_live {
                session.search_to_the_end(dossier);
            } else if state.is_arrival {
                session.search_until_news(dossier, MAX_ARRIVAL_MS);
            } else if !(is_large && is_typed) {
                session.search_for(dossier, SHORT_SLICE_MS);
            }
            session.take_news(dossier);
        }
    }
    {
        let mut session = session.borrow_mut();
        if session.search.is_none() || session.is_fresh {
            session.found.route = state.route.clone();
            session.is_fresh = false;
        }
    }
    {
        let (session, blocks) = (session.clone(), blocks.clone());
        use_effect(move || resume_soon(&session, &blocks, &update));
    }
    session.borrow().found.clone()
}

/// Lets the browser draw and take keys, and then goes on with the search if there is one. Where it waits for articles,
/// they are asked for; the page is drawn when they come.
fn resume_soon(session: &Rc<RefCell<Session>>, blocks: &Blocks, update: &UseForceUpdateHandle) {
    let mut waiting = session.borrow_mut();
    let awaited = waiting.awaited(&blocks.dossier);
    let next = awaited.first().copied();
    blocks.come_for_search(awaited);
    if let Some(next) = next {
        if blocks.has_failed(next) && waiting.take_part(&blocks.dossier) {
            update.force_update();
        }
        return;
    }
    if waiting.search.is_none() || waiting.timer.is_some() {
        return;
    }
    let (session, blocks, update) = (session.clone(), blocks.clone(), update.clone());
    waiting.timer = Some(Timeout::new(0, move || {
        let has_news = {
            let mut session = session.borrow_mut();
            session.timer = None;
            session.search_for(&blocks.dossier, SLICE_MS);
            session.take_news(&blocks.dossier)
        };
        if has_news {
            update.force_update();
        } else {
            resume_soon(&session, &blocks, &update);
        }
    }));
}

impl Session {
    fn begin(&mut self, dossier: &DossierRef, asked: Asked) {
        let (query, notices) = Query::parse(&asked.route.query);
        self.search = Some(Search::new(dossier, query, &asked.route.filter, asked.n_results));
        self.found.notices = Rc::new(notices);
        self.found.is_searching = true;
        self.found.is_partial = false;
        self.asked = Some(asked);
        self.has_news = false;
        self.is_fresh = false;
        self.timer = None;
    }

    fn search_to_the_end(&mut self, dossier: &DossierRef) {
        if let Some(search) = &mut self.search {
            while search.step(dossier, STEP) {}
            self.has_news = true;
        }
    }

    fn search_until_news(&mut self, dossier: &DossierRef, longest_ms: f64) {
        let end = clock::elapsed() + longest_ms;
        while !self.has_news && clock::elapsed() < end && self.awaited(dossier).is_empty() {
            self.search_for(dossier, SHORT_SLICE_MS);
        }
    }

    /// The blocks without which the search cannot go on, the most urgent first.
    fn awaited(&self, dossier: &DossierRef) -> Vec<usize> {
        self.search.as_ref().map_or_else(Vec::new, |search| search.awaited(dossier))
    }

    /// Takes over what has been found, because no more can be; whether that is more than the last time.
    fn take_part(&mut self, dossier: &DossierRef) -> bool {
        let work = self.search.as_ref().map_or(0, Search::work);
        if self.found.is_partial && self.part == work {
            return false;
        }
        self.part = work;
        self.found.is_partial = true;
        self.has_news = true;
        self.take_news(dossier)
    }

    /// Searches for a slice of time.
    fn search_for(&mut self, dossier: &DossierRef, slice_ms: f64) {
        let Some(search) = &mut self.search else { return };
        let had_hits = search.has_hits();
        let end = clock::elapsed() + slice_ms;
        while search.step(dossier, STEP) && clock::elapsed() < end {}
        self.has_news |= search.is_done() || (!had_hits && search.has_hits());
    }

    /// Takes over what the search knows; whether that is more than before.
    fn take_news(&mut self, dossier: &DossierRef) -> bool {
        let Some(search) = &self.search else { return false };
        if !std::mem::take(&mut self.has_news) {
            return false;
        }
        self.is_fresh = true;
        let mut answer = search.answer(dossier);
        let search_is_done = search.is_done();
        self.found.is_searching = !search_is_done;
        self.found.is_partial &= !search_is_done;
        if search_is_done {
            self.search = None;
        }
        let counts = std::mem::take(&mut answer.counts);
        // Where articles have to come first, the counts may be far from what they will be.
        let is_near = search_is_done || dossier.blocks().is_empty();
        self.found.counts = is_near.then(|| Rc::new(counts));
        self.found.answer = Rc::new(answer);
        true
    }
}
