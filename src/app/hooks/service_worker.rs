//! [`use_service_worker`]: what is kept for reading offline, and whether there is a newer edition.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::pin::pin;
use std::rc::Rc;
use std::time::Duration;

use gloo::timers::callback::Timeout;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::app::effects::frame::Whereabouts;
use crate::app::effects::worker::{self, KeptBlocks, KeptEdition, Registered, Registration};
use crate::app::effects::{clock, frame, page};
use crate::i18n::tr;
use crate::wording::megabytes;

/// How long the page waits for an answer before it tells what it knows without.
const PATIENCE: Duration = Duration::from_secs(10);

/// The milliseconds between two questions to a worker that is to take over.
const PAUSE: u32 = 1000;

fn missing() -> &'static str {
    tr!("Not ready offline: files are missing.")
}

/// That a site of that size can be read offline, and where.
fn ready(size: u64) -> String {
    let size = megabytes(size);
    match frame::whereabouts() {
        Whereabouts::Site => tr!("Ready offline on this site ({size}).", size),
        Whereabouts::FrameOn(host) => {
            tr!("Ready offline in this frame on {host} ({size}).", host, size)
        }
        Whereabouts::Frame => {
            tr!("Ready offline in this frame on the site around it ({size}).", size)
        }
    }
}

/// What the page says of reading offline.
#[derive(Clone, PartialEq, Default)]
pub struct OfflineStatus {
    /// Whether the site can be read offline here, as a sentence; empty until that is known.
    pub badge: AttrValue,
    /// Of a large dossier, what is kept of its articles.
    pub blocks: KeptBlocks,
    /// A newer edition that waits.
    pub update: Option<Update>,
}

/// A newer edition.
#[derive(Clone, PartialEq)]
pub struct Update {
    /// Its version.
    pub version: String,
    /// How its articles differ, where that is known.
    pub changes: Option<Vec<Change>>,
}

/// An article that differs in a newer edition, by its title.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Change {
    /// It is new there.
    New(String),
    /// It is another there.
    Changed(String),
    /// It is not there.
    Gone(String),
}

/// What the page can ask of the service worker.
#[derive(Clone)]
pub struct Worker(Rc<RefCell<Option<Checks>>>);

impl Worker {
    /// Takes the newer edition, and loads the page again.
    pub fn take_newer(&self) {
        if let Some(checks) = &*self.0.borrow() {
            checks.registration.take_newer(&page::edition());
        }
    }

    /// Looks again what is kept, and ends when that is known.
    pub async fn checked(&self) {
        let checks = self.0.borrow().clone();
        if let Some(checks) = checks {
            checks.check().await;
        }
    }
}

/// Watches the service worker.
#[hook]
pub fn use_service_worker() -> (OfflineStatus, Worker) {
    let offline = use_state_eq(OfflineStatus::default);
    let known = use_mut_ref(|| None::<Checks>);
    {
        let (offline, known) = (offline.clone(), known.clone());
        use_effect_with((), move |()| {
            let listeners = Rc::new(Cell::new(None));
            let kept = listeners.clone();
            spawn_local(async move {
                let badged = |badge: &'static str| OfflineStatus {
                    badge: badge.into(),
                    ..OfflineStatus::default()
                };
                let watched = match worker::registered().await {
                    Registered::NotKept => return,
                    Registered::FilesMissing => return offline.set(badged(missing())),
                    Registered::Refused => {
                        let refused = tr!("Not kept offline: storage is refused here.");
                        return offline.set(badged(refused));
                    }
                    Registered::Worker(watched) => watched,
                };
                let checks = Checks {
                    registration: watched.clone(),
                    mine: page::edition(),
                    n_begun: Rc::default(),
                    offline: offline.setter(),
                    update: Rc::default(),
                };
                known.replace(Some(checks.clone()));
                let check = move || {
                    let checks = checks.clone();
                    spawn_local(async move { checks.check().await });
                };
                listeners.set(Some(watched.watch(check.clone())));
                check();
            });
            move || drop(kept.take())
        });
    }
    ((*offline).clone(), Worker(known))
}

/// Checks of what workers keep. One begins whenever something changes, so several may wait for their
/// answers, which come in any order: what the one that began last finds is what holds.
#[derive(Clone)]
struct Checks {
    registration: Registration,
    /// The version of this page's edition.
    mine: String,
    n_begun: Rc<Cell<u32>>,
    offline: UseStateSetter<OfflineStatus>,
    /// The newer edition that was found.
    update: Rc<RefCell<Option<Update>>>,
}

impl Checks {
    async fn check(&self) {
        let number = self.n_begun.get() + 1;
        self.n_begun.set(number);
        let is_last = || self.n_begun.get() == number;

        // A newer worker that does not answer keeps nobody from asking the one before.
        let newer = match self.registration.waiting() {
            Some(waiting) => clock::within(PATIENCE, worker::ask(&waiting)).await.flatten(),
            None => None,
        };
        if !is_last() {
            return;
        }
        if newer.as_ref().is_some_and(|newer| newer.hurries) {
            self.check_later();
        }
        // The newer one has taken all away; to ask the one before would bring it back.
        if newer.as_ref().is_some_and(|newer| newer.size == 0.0) {
            return self.say(missing().to_owned(), KeptBlocks::default());
        }
        let active = self.registration.active();
        let kept = match &active {
            Some(active) => {
                let mut answer = pin!(worker::ask(active));
                match clock::within(PATIENCE, &mut answer).await {
                    Some(kept) => kept,
                    None => {
                        if is_last() {
                            self.say(missing().to_owned(), KeptBlocks::default());
                        }
                        // An answer that comes later still counts.
                        answer.await
                    }
                }
            }
            None => None,
        };
        if !is_last() {
            return;
        }
        if let Some(newest) = newer.as_ref().or(kept.as_ref())
            && newest.version != self.mine
        {
            self.offer(newest, kept.as_ref());
        }
        let blocks = kept.as_ref().filter(|kept| kept.whole).map(|kept| kept.blocks);
        let badge = match &kept {
            Some(kept) if kept.whole && kept.blocks.kept == kept.blocks.all => {
                ready((kept.size + kept.blocks.size) as u64)
            }
            Some(kept) if kept.whole => {
                let ready = ready(kept.size as u64);
                tr!("{ready} Of the articles, those that were read here.", ready)
            }
            _ if active.is_none() && self.registration.is_coming() => {
                tr!("Getting ready offline …").to_owned()
            }
            _ => missing().to_owned(),
        };
        self.say(badge, blocks.unwrap_or_default());
    }

    /// Asks again soon, which renews the newer worker's wish to take over: browsers may forget it.
    fn check_later(&self) {
        let checks = self.clone();
        let check = move || spawn_local(async move { checks.check().await });
        Timeout::new(PAUSE, check).forget();
    }

    fn say(&self, badge: String, blocks: KeptBlocks) {
        let update = self.update.borrow().clone();
        self.offline.set(OfflineStatus { badge: badge.into(), blocks, update });
    }

    /// Notes a newer edition, once, with the articles that differ where that is known.
    fn offer(&self, newest: &KeptEdition, kept: Option<&KeptEdition>) {
        let mut update = self.update.borrow_mut();
        if update.as_ref().is_some_and(|update| update.version == newest.version) {
            return;
        }
        let is_known = kept.is_some_and(|kept| kept.version == self.mine);
        let changes = kept
            .filter(|_| is_known && !newest.articles.is_empty())
            .map(|kept| changes(&kept.articles, &newest.articles));
        *update = Some(Update { version: newest.version.clone(), changes });
    }
}

/// How the articles of two editions differ; a line is an article's slug, a hash and its title.
fn changes(before: &[String], after: &[String]) -> Vec<Change> {
    fn by_slug(lines: &[String]) -> BTreeMap<&str, &str> {
        lines.iter().filter_map(|line| line.split_once(' ')).collect()
    }
    let title = |line: &str| line.split_once(' ').map_or("", |(_, title)| title).to_owned();
    let (before, after) = (by_slug(before), by_slug(after));
    let mut changes = Vec::new();
    for (slug, line) in &after {
        match before.get(slug) {
            None => changes.push(Change::New(title(line))),
            Some(before) if before != line => changes.push(Change::Changed(title(line))),
            Some(_) => {}
        }
    }
    for (slug, line) in &before {
        if !after.contains_key(slug) {
            changes.push(Change::Gone(title(line)));
        }
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn editions_are_told_apart_by_article() {
        let lines =
            |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>();
        let before = lines(&["a 1 First", "b 2 Second one", "c 3 Third"]);
        let after = lines(&["a 1 First", "b 4 Second two", "d 5 Fourth"]);
        assert_eq!(
            changes(&before, &after),
            [
                Change::Changed("Second two".to_owned()),
                Change::New("Fourth".to_owned()),
                Change::Gone("Third".to_owned()),
            ]
        );
        assert_eq!(changes(&before, &before), []);
    }
}
