//! The service worker (`static/worker.js`), which keeps an edition for reading offline. The page's first
//! script registers it.

use gloo::events::EventListener;
use js_sys::{Array, Promise};
use serde::Deserialize;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageChannel, MessageEvent, ServiceWorker, ServiceWorkerRegistration};

use super::dom::window;
use super::page_script;

/// The edition that a worker keeps.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct KeptEdition {
    /// Its version.
    pub version: String,
    /// The bytes of all its files; 0 for a worker that takes all away.
    pub size: f64,
    /// A line for each article: slug, hash, title.
    pub articles: Vec<String>,
    /// Whether every file is there.
    pub whole: bool,
    /// Of a large dossier, the blocks that are kept once they were asked for.
    #[serde(default)]
    pub blocks: KeptBlocks,
    /// Whether it is to take over unasked: it takes all away, or an article whose text is kept was withdrawn.
    #[serde(default)]
    pub hurries: bool,
}

/// The blocks that a worker keeps once they were asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Deserialize)]
pub struct KeptBlocks {
    /// The bytes of all of them.
    pub size: f64,
    /// How many there are.
    pub all: usize,
    /// How many are kept.
    pub kept: usize,
}

/// A registered worker.
#[derive(Clone)]
pub struct Registration(ServiceWorkerRegistration);

/// What became of registering the worker.
pub enum Registered {
    /// The site is not kept offline.
    NotKept,
    /// The browser refuses storage.
    Refused,
    /// A file of the site could not be had.
    FilesMissing,
    /// It is there.
    Worker(Registration),
}

/// Waits for the page's script to register the worker.
pub async fn registered() -> Registered {
    let Some(registered) = page_script::registration() else { return Registered::NotKept };
    match JsFuture::from(registered).await.map(JsValue::dyn_into::<ServiceWorkerRegistration>) {
        Ok(Ok(registration)) => Registered::Worker(Registration(registration)),
        Ok(Err(reason)) if reason == "" => Registered::FilesMissing,
        Ok(Err(_)) => Registered::Refused,
        Err(_) => Registered::NotKept,
    }
}

impl Registration {
    /// The worker at work.
    pub fn active(&self) -> Option<ServiceWorker> {
        self.0.active()
    }

    /// The worker of a newer edition, which waits.
    pub fn waiting(&self) -> Option<ServiceWorker> {
        self.0.waiting()
    }

    /// Whether a worker is on its way.
    pub fn is_coming(&self) -> bool {
        self.0.installing().is_some() || self.0.waiting().is_some()
    }

    /// Calls a function whenever something may have changed, for as long as the listeners are kept.
    pub fn watch(&self, call: impl Fn() + Clone + 'static) -> [EventListener; 3] {
        // The listener of a worker goes with the worker.
        fn watch_installing(registration: &ServiceWorkerRegistration, call: impl Fn() + 'static) {
            if let Some(worker) = registration.installing() {
                EventListener::new(&worker, "statechange", move |_| call()).forget();
            }
        }
        watch_installing(&self.0, call.clone());
        let on_found = {
            let (registration, call) = (self.0.clone(), call.clone());
            move |_: &web_sys::Event| watch_installing(&registration, call.clone())
        };
        let call_again = call.clone();
        [
            EventListener::new(&self.0, "updatefound", on_found),
            // Another tab has taken the newer edition.
            EventListener::new(
                &window().navigator().service_worker(),
                "controllerchange",
                move |_| {
                    call_again();
                },
            ),
            EventListener::new(&window(), "focus", move |_| call()),
        ]
    }

    /// Has the newer edition take over from the one of version `mine`, and loads the page again.
    pub fn take_newer(&self, mine: &str) {
        let reload = || drop(window().location().reload());
        let Some(waiting) = self.0.waiting() else { return reload() };
        let workers = window().navigator().service_worker();
        EventListener::new(&workers, "controllerchange", move |_| reload()).forget();
        // Chromium may forget the wish where the worker before has just been at work.
        let mine = JsValue::from(mine);
        let wish = move || drop(waiting.post_message(&mine));
        wish();
        gloo::timers::callback::Interval::new(1000, wish).forget();
    }
}

/// Whether the browser knows that it is offline; where it takes itself to be online, it may still reach nothing.
pub fn is_offline() -> bool {
    !window().navigator().on_line()
}

/// Calls a function whenever the browser goes online or offline, for as long as the listeners are kept.
pub fn watch_connection(call: impl Fn() + Clone + 'static) -> [EventListener; 2] {
    ["online", "offline"].map(|event| {
        let call = call.clone();
        EventListener::new(&window(), event, move |_| call())
    })
}

/// Whether the file of an address is kept for reading offline.
pub async fn keeps(url: &str) -> bool {
    // In a strict frame the mere asking throws.
    let Ok(caches) = window().caches() else { return false };
    let found = JsFuture::from(caches.match_with_str(url)).await;
    found.is_ok_and(|found| !found.is_undefined())
}

/// What a worker keeps, as soon as it answers, however late.
pub async fn ask(worker: &ServiceWorker) -> Option<KeptEdition> {
    let channel = MessageChannel::new().ok()?;
    let port = channel.port1();
    let answer = Promise::new(&mut |resolve, _| {
        let on_message = Closure::once_into_js(move |event: MessageEvent| {
            let _ = resolve.call1(&JsValue::UNDEFINED, &event.data());
        });
        port.set_onmessage(Some(on_message.unchecked_ref()));
    });
    let ports = Array::of1(&channel.port2());
    worker.post_message_with_transferable(&JsValue::from(0), &ports).ok()?;
    serde_wasm_bindgen::from_value(JsFuture::from(answer).await.ok()?).ok()
}
