//! The page around this one, where there is one: messages to and from it, by [`crate::message`].

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use js_sys::Array;
use serde::Serialize;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, MessageEvent, ResizeObserver};

use super::dom::{document, elements, host, property, window};
use super::page_script;
use crate::message::{Message, Report};

/// The hosts whose word counts, as `dossier.toml` names them; without them, any host's.
fn known_hosts() -> Option<Vec<String>> {
    let meta = elements("meta[name=whosaid-hosts]");
    let content = meta.first()?.get_attribute("content")?;
    Some(content.split(' ').map(str::to_owned).collect())
}

/// The origins of the pages around this one, the host's first; none where the browser does not tell, as Firefox does
/// not.
fn ancestors() -> Vec<String> {
    let origins = property(&window().location(), "ancestorOrigins");
    // Of what is no list JavaScript makes none, but throws.
    let origins = if origins.is_object() { Array::from(&origins) } else { Array::new() };
    origins.iter().filter_map(|origin| origin.as_string()).collect()
}

/// Says something to the host; nothing is sent in vain to a host that is not a known one.
pub fn say(report: &Report) {
    let Some(host) = host() else { return };
    // Objects rather than maps, because scripts read them.
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    let Ok(message) = report.serialize(&serializer) else { return };
    let told = ancestors().into_iter().next();
    let is_there = |name: &String| told.as_ref().is_none_or(|told| told == name);
    match known_hosts() {
        Some(hosts) => {
            for target in hosts.iter().filter(|name| is_there(name)) {
                // A host of another origin is not sent the message.
                let _ = host.post_message(&message, target);
            }
        }
        None => drop(host.post_message(&message, "*")),
    }
}

/// Listens to the host from now on, and to what it has said before. What is none of its messages is passed
/// over.
pub fn listen(hear: impl Fn(Message) + 'static) {
    let hosts = known_hosts();
    let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let source: Option<JsValue> = event.source().map(Into::into);
        let is_of_host = host().is_some_and(|host| source == Some(host.into()));
        let is_known = hosts.as_ref().is_none_or(|hosts| hosts.contains(&event.origin()));
        if is_of_host
            && is_known
            && let Ok(message) = serde_wasm_bindgen::from_value(event.data())
        {
            hear(message);
        }
    });
    page_script::listen(&listener);
    // The page listens for as long as it is there.
    listener.forget();
}

/// The height of the page in whole CSS pixels. That of the root does not depend on the frame's, so fitting
/// the frame to it comes to rest.
pub fn height() -> f64 {
    let root = document().document_element();
    root.map_or(0.0, |root| root.get_bounding_client_rect().height().ceil())
}

/// Calls a function whenever the page may have another height, for as long as this is kept.
pub struct HeightObserver {
    observer: ResizeObserver,
    _callback: Closure<dyn FnMut()>,
}

impl HeightObserver {
    /// Begins to observe; `None` where the browser cannot.
    pub fn new(call: impl FnMut() + 'static) -> Option<Self> {
        let callback = Closure::new(call);
        let observer = ResizeObserver::new(callback.as_ref().unchecked_ref()).ok()?;
        observer.observe(&document().document_element()?);
        Some(Self { observer, _callback: callback })
    }
}

impl Drop for HeightObserver {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Has links to other sites open outside of the frame, for as long as the listener is kept: few sites let
/// themselves be framed.
pub fn open_links_outside() -> EventListener {
    let options = EventListenerOptions {
        phase: EventListenerPhase::Capture,
        ..EventListenerOptions::default()
    };
    EventListener::new_with_options(&window(), "click", options, |event| {
        let target: Option<Element> = event.target().and_then(|target| target.dyn_into().ok());
        let link = target.and_then(|target| target.closest("a[rel~=external]").ok().flatten());
        if let Some(link) = link {
            let _ = link.set_attribute("target", "_blank");
        }
    })
}

/// Where the page stands for the purposes of what browsers keep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whereabouts {
    /// On its own site.
    Site,
    /// In a frame on the site of this host.
    FrameOn(String),
    /// In a frame on a site that the browser does not tell.
    Frame,
}

/// Where the page stands.
pub fn whereabouts() -> Whereabouts {
    let own = window().location().origin().ok();
    let top = window().top().ok().flatten();
    // Asking a page of another origin for its address throws.
    let of_top = top.and_then(|top| top.location().origin().ok());
    if of_top.is_some() && of_top == own {
        return Whereabouts::Site;
    }
    let outermost = ancestors().pop();
    let host = outermost.as_deref().and_then(|origin| Some(origin.split_once("://")?.1));
    host.map_or(Whereabouts::Frame, |host| Whereabouts::FrameOn(host.to_owned()))
}
