//! [`use_blocks`]: what the page and the search ask for of a large dossier comes, and the page is drawn with it.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::app::effects::blocks::{self, MAX_AT_ONCE};
use crate::app::reader::DossierRef;
use crate::pack;
use crate::route::Route;

/// What of the dossier is on its way.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Arrivals {
    /// How many blocks are there, and how many there are.
    pub n_here: usize,
    /// See `n_here`.
    pub n_all: usize,
    /// Whether something did not come that the page or the search needs.
    pub has_failed: bool,
}

/// What is asked for, and what has become of it.
#[derive(Default)]
struct Loader {
    /// The route for which `by_page` was asked.
    route: Option<Route>,
    /// What the page shows or is to show, and is not there.
    by_page: BTreeSet<usize>,
    /// Whether the page waits for all there is.
    needs_all: bool,
    /// What the search needs next, the most urgent first.
    by_search: Vec<usize>,
    on_the_way: BTreeSet<usize>,
    failed: BTreeSet<usize>,
    /// How often the page was to be drawn anew for what had come.
    n_arrivals: u32,
    /// Whether something has come for the page since.
    has_news: bool,
}

impl Loader {
    /// All that is needed and not there, the most urgent first.
    fn needed<'a>(&'a self, here: &'a pack::Blocks) -> impl Iterator<Item = usize> + 'a {
        let by_search = self.by_search.iter().copied();
        self.needed_by_page(here).chain(by_search.filter(|block| !here.has(*block)))
    }

    fn needed_by_page<'a>(&'a self, here: &'a pack::Blocks) -> impl Iterator<Item = usize> + 'a {
        let all = if self.needs_all { 0..here.len() } else { 0..0 };
        self.by_page.iter().copied().chain(all).filter(|block| !here.has(*block))
    }

    /// The next to ask for.
    fn next(&self, here: &pack::Blocks) -> Option<usize> {
        let is_free =
            |block: &usize| !self.on_the_way.contains(block) && !self.failed.contains(block);
        self.needed(here).find(is_free)
    }

    /// Lets the page be drawn with what has come, once nothing more is to come for it.
    fn take_news(&mut self, here: &pack::Blocks) {
        if self.has_news && self.needed_by_page(here).all(|block| self.failed.contains(&block)) {
            self.has_news = false;
            self.n_arrivals += 1;
        }
    }

    /// Asks anew for all that the page needs: what it showed before is of no use for another route.
    fn turn_to(&mut self, route: &Route) {
        if self.route.as_ref() == Some(route) {
            return;
        }
        self.route = Some(route.clone());
        if !self.by_page.is_empty() {
            // What is drawn already would not ask again by itself.
            self.n_arrivals += 1;
            self.has_news = false;
            self.by_page.clear();
        }
        self.failed.clear();
    }
}

/// The blocks of the dossier, as the page knows them.
#[derive(Clone)]
pub struct Blocks {
    /// The dossier with what has come.
    pub dossier: DossierRef,
    /// What is on its way.
    pub arrivals: Arrivals,
    loader: Rc<RefCell<Loader>>,
    update: UseForceUpdateHandle,
}

impl Blocks {
    /// Whether all there is has come.
    pub fn are_all_here(&self) -> bool {
        self.arrivals.n_here == self.arrivals.n_all
    }

    /// Has the blocks come that the search needs next, the most urgent first, in place of those that it needed before.
    pub fn come_for_search(&self, blocks: Vec<usize>) {
        self.loader.borrow_mut().by_search = blocks;
        self.ask();
    }

    /// Whether a block was asked for and did not come.
    pub fn has_failed(&self, block: usize) -> bool {
        self.loader.borrow().failed.contains(&block)
    }

    /// Asks once more for what did not come.
    pub fn retry(&self) {
        self.loader.borrow_mut().failed.clear();
        self.ask();
        self.update.force_update();
    }

    /// Asks for as many as may be on their way.
    fn ask(&self) {
        let mut loader = self.loader.borrow_mut();
        while loader.on_the_way.len() < MAX_AT_ONCE
            && let Some(block) = loader.next(self.dossier.articles.blocks())
        {
            loader.on_the_way.insert(block);
            let this = self.clone();
            spawn_local(async move {
                let loaded = blocks::load(&this.dossier, block).await;
                this.arrived(block, loaded.is_ok());
            });
        }
    }

    fn arrived(&self, block: usize, is_here: bool) {
        {
            let mut loader = self.loader.borrow_mut();
            loader.on_the_way.remove(&block);
            if is_here {
                loader.has_news |= loader.by_page.remove(&block) || loader.needs_all;
            } else {
                loader.failed.insert(block);
            }
            loader.take_news(self.dossier.articles.blocks());
        }
        self.ask();
        self.update.force_update();
    }

    /// Takes up what was asked for while the page was drawn.
    fn take_asked(&self, needs_all: bool) {
        let blocks = self.dossier.articles.blocks();
        let asked = blocks.take_asked();
        let is_new = {
            let mut loader = self.loader.borrow_mut();
            let n_before = loader.by_page.len();
            loader.by_page.extend(asked.into_iter().filter(|block| !blocks.has(*block)));
            let needs_more = needs_all && !loader.needs_all && blocks.n_here() < blocks.len();
            loader.needs_all = needs_all;
            loader.by_page.len() > n_before || needs_more
        };
        if is_new {
            self.ask();
            self.update.force_update();
        }
    }
}

/// The dossier with what has come of it. `needs_all` where the page shows something of all articles.
#[hook]
pub fn use_blocks(dossier: &DossierRef, route: &Route, needs_all: bool) -> Blocks {
    let loader = use_mut_ref(Loader::default);
    let update = use_force_update();
    let here = dossier.articles.blocks();
    let blocks = {
        let mut loader = loader.borrow_mut();
        loader.turn_to(route);
        let arrivals = Arrivals {
            n_here: here.n_here(),
            n_all: here.len(),
            has_failed: loader.needed(here).any(|block| loader.failed.contains(&block)),
        };
        Blocks {
            dossier: dossier.after(loader.n_arrivals),
            arrivals,
            loader: Rc::default(),
            update,
        }
    };
    let blocks = Blocks { loader, ..blocks };
    {
        let blocks = blocks.clone();
        use_effect(move || blocks.take_asked(needs_all));
    }
    blocks
}
