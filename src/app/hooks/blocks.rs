//! [`use_blocks`]: what the page and the search ask for of a large dossier comes, and the page is drawn with it.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::app::effects::blocks::{self, MAX_AT_ONCE};
use crate::app::reader::DossierRef;
use crate::pack;
use crate::route::Route;

/// How long what has come waits for what comes with it before the page is drawn anew, in milliseconds.
const TOGETHER_MS: u32 = 300;

/// What of the dossier is on its way.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Arrivals {
    /// How many of the blocks are there that a view of all articles needs, and how many there are.
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
    route: Option<Rc<Route>>,
    /// What the page shows or is to show, and is not there.
    by_page: BTreeSet<usize>,
    /// Whether the page waits for all articles.
    needs_all: bool,
    /// What the search needs next, the most urgent first.
    by_search: Vec<usize>,
    on_the_way: BTreeSet<usize>,
    failed: BTreeSet<usize>,
    /// How often the page was to be drawn anew for what had come.
    n_arrivals: u32,
    /// Whether something has come for the page since.
    has_news: bool,
    /// Until when that may wait for more.
    timer: Option<Timeout>,
}

impl Loader {
    /// All that is needed and not there, the most urgent first.
    fn needed<'a>(&'a self, here: &'a pack::Blocks) -> impl Iterator<Item = usize> + 'a {
        let by_search = self.by_search.iter().copied();
        self.needed_by_page(here).chain(by_search.filter(|block| !here.has(*block)))
    }

    fn needed_by_page<'a>(&'a self, here: &'a pack::Blocks) -> impl Iterator<Item = usize> + 'a {
        let all = if self.needs_all { here.of_views() } else { 0..0 };
        self.by_page.iter().copied().chain(all).filter(|block| !here.has(*block))
    }

    /// The next to ask for.
    fn next(&self, here: &pack::Blocks) -> Option<usize> {
        let is_free =
            |block: &usize| !self.on_the_way.contains(block) && !self.failed.contains(block);
        self.needed(here).find(is_free)
    }

    /// Lets the page be drawn with what has come.
    fn take_news(&mut self) {
        if self.has_news {
            self.has_news = false;
            self.n_arrivals += 1;
        }
        self.timer = None;
    }

    /// Whether nothing more is to come for the page.
    fn is_settled(&self, here: &pack::Blocks) -> bool {
        self.needed_by_page(here).all(|block| self.failed.contains(&block))
    }

    /// Asks anew for all that the page needs: what it showed before is of no use for another route.
    fn turn_to(&mut self, route: &Rc<Route>) {
        if self.route.as_ref() == Some(route) {
            return;
        }
        self.route = Some(route.clone());
        if !self.by_page.is_empty() {
            // What is drawn already would not ask again by itself.
            self.has_news = true;
            self.take_news();
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
    /// Whether all articles have come.
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
            && let Some(block) = loader.next(self.dossier.blocks())
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
            self.show_soon(&mut loader);
        }
        self.ask();
        self.update.force_update();
    }

    /// Lets the page be drawn with what has come: at once where nothing more is to come, else soon, with what comes
    /// until then. What needs all articles is drawn once they are there.
    fn show_soon(&self, loader: &mut Loader) {
        if loader.is_settled(self.dossier.blocks()) {
            loader.take_news();
        } else if loader.has_news && !loader.needs_all && loader.timer.is_none() {
            let this = self.clone();
            loader.timer = Some(Timeout::new(TOGETHER_MS, move || {
                this.loader.borrow_mut().take_news();
                this.update.force_update();
            }));
        }
    }

    /// Takes up what was missed while something was drawn.
    pub fn take_missed(&self) {
        let blocks = self.dossier.blocks();
        let mut is_new = false;
        {
            let mut loader = self.loader.borrow_mut();
            for block in blocks.take_missed() {
                if blocks.has(block) {
                    // It came after that was drawn.
                    loader.has_news = true;
                    is_new = true;
                } else {
                    is_new |= loader.by_page.insert(block);
                }
            }
            if is_new {
                self.show_soon(&mut loader);
            }
        }
        // What is known to be on its way, or not to come, asks for nothing each time that it is drawn.
        if is_new {
            self.ask();
            self.update.force_update();
        }
    }

    /// Has all articles come, or no more than are asked for.
    fn need_all(&self, needs_all: bool) {
        let before = std::mem::replace(&mut self.loader.borrow_mut().needs_all, needs_all);
        if needs_all != before && !self.are_all_here() {
            self.show_soon(&mut self.loader.borrow_mut());
            self.ask();
            self.update.force_update();
        }
    }
}

/// The dossier with what has come of it. `needs_all` where the page shows something of all articles.
#[hook]
pub fn use_blocks(dossier: &DossierRef, route: &Rc<Route>, needs_all: bool) -> Blocks {
    let loader = use_mut_ref(Loader::default);
    let update = use_force_update();
    let here = dossier.blocks();
    let (arrivals, n_arrivals) = {
        let mut loader = loader.borrow_mut();
        loader.turn_to(route);
        let has_failed = loader.needed(here).any(|block| loader.failed.contains(&block));
        let of_views = here.of_views();
        let n_all = of_views.len();
        let arrivals = Arrivals { n_here: here.n_here(of_views), n_all, has_failed };
        (arrivals, loader.n_arrivals)
    };
    let blocks = Blocks { dossier: dossier.after(n_arrivals), arrivals, loader, update };
    {
        let blocks = blocks.clone();
        use_effect(move || {
            blocks.need_all(needs_all);
            blocks.take_missed();
        });
    }
    blocks
}
