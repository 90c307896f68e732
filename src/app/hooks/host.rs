//! [`use_host`]: the page around a framed page sets its view and learns of it.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::app::effects::{address, clock, dom, frame, page};
use crate::app::reader::{DossierRef, Reader};
use crate::citation::printed;
use crate::message::{Fields, Message, Rate, Report, Wish};
use crate::route::Route;
use crate::state::{Action, State};

/// Milliseconds between two changes of the URL. Browsers allow about a hundred in half a minute.
const PACE: f64 = 350.0;

/// What a host has asked for and not got yet.
#[derive(Default)]
struct Wishes {
    rate: Rate,
    wish: Wish,
    timer: Option<Timeout>,
    last_granted: f64,
}

/// Listens to the host of the frame, and tells it of every view and height. Where there is no host, only
/// the link to the full page follows.
#[hook]
pub fn use_host(reader: &Reader, state: &UseReducerHandle<State>) {
    let latest = use_mut_ref(|| state.route.clone());
    *latest.borrow_mut() = state.route.clone();
    {
        let dossier = reader.dossier.clone();
        use_effect_with((state.route.clone(), state.is_live), move |(route, is_live)| {
            if !*is_live {
                return;
            }
            let url = full_page(&dossier, route);
            page::set_full_page(&url, &printed(&url, &address::cited()));
            if dom::is_framed() {
                tell_state(&dossier, route);
                // A frame that is out of sight observes nothing; so that it has its height when it comes
                // into sight:
                tell_height();
            }
        });
    }
    let reader = reader.clone();
    use_effect_with(state.is_live, move |is_live| {
        let is_heard = *is_live && dom::is_framed();
        let listeners = is_heard.then(|| {
            let wishes = Rc::new(RefCell::new(Wishes::default()));
            frame::listen(move |message| hear(message, &reader, &latest, &wishes));
            (frame::open_links_outside(), frame::HeightObserver::new(tell_height))
        });
        move || drop(listeners)
    });
}

fn hear(
    message: Message,
    reader: &Reader,
    latest: &Rc<RefCell<Rc<Route>>>,
    wishes: &Rc<RefCell<Wishes>>,
) {
    let now = clock::elapsed();
    let mut waiting = wishes.borrow_mut();
    if !waiting.rate.admits(now) {
        return;
    }
    match message {
        Message::Ask => {
            tell_state(&reader.dossier, &latest.borrow());
            tell_height();
        }
        Message::Set(wish) => {
            waiting.wish.merge(wish);
            if waiting.timer.is_none() {
                let delay = (waiting.last_granted + PACE - now).clamp(0.0, PACE);
                let (reader, latest, wishes) = (reader.clone(), latest.clone(), wishes.clone());
                let grant = move || grant(&reader, &latest, &wishes);
                waiting.timer = Some(Timeout::new(delay as u32, grant));
            }
        }
    }
}

fn grant(reader: &Reader, latest: &Rc<RefCell<Rc<Route>>>, wishes: &Rc<RefCell<Wishes>>) {
    let wish = {
        let mut waiting = wishes.borrow_mut();
        waiting.timer = None;
        waiting.last_granted = clock::elapsed();
        std::mem::take(&mut waiting.wish)
    };
    let (route, notices) = wish.grant(&latest.borrow(), &reader.dossier);
    reader.dispatch.dispatch(Action::Directed(Box::new(route)));
    for notice in notices {
        reader.dispatch.dispatch(Action::Noticed(notice));
    }
}

/// The address of a view outside of the frame.
fn full_page(dossier: &DossierRef, route: &Route) -> String {
    let route = Route { embed: false, ..route.clone() };
    let url = route.to_url(dossier, address::base_of_site());
    address::from_site(&url)
}

fn tell_state(dossier: &DossierRef, route: &Route) {
    frame::say(&Report::state(full_page(dossier, route), Fields::of(route, dossier)));
}

fn tell_height() {
    frame::say(&Report::height(frame::height()));
}
