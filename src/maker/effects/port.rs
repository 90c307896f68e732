//! [`Port`]: the way from the page to the [`Server`](super::serve): in a worker, or in the page where there is none.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, Worker};

use super::serve::{Asked, Queue, Tell};
use crate::app::effects::page;
use crate::maker::message::{Command, Told};

/// Where the desk is.
pub enum Port {
    /// In a worker.
    Worker {
        /// The worker.
        worker: Worker,
        /// What is said before it listens; `None` once it does.
        early: Early,
        /// What hears it lives as long.
        #[expect(dead_code, reason = "they are kept for the worker to call")]
        ears: Ears,
    },
    /// In the page.
    Here(Queue),
}

/// Messages that wait.
type Early = Rc<RefCell<Option<Vec<JsValue>>>>;

/// What hears a worker's messages, and that it failed.
type Ears = (Closure<dyn Fn(MessageEvent)>, Closure<dyn Fn(web_sys::Event)>);

#[wasm_bindgen]
extern "C" {
    /// Starts the worker (`static/make.js`); it throws where there can be none.
    #[wasm_bindgen(catch, js_name = makeWorker)]
    fn make_worker() -> Result<Worker, JsValue>;
}

impl Port {
    /// Opens the way; `tell` hears what comes back. To a worker, where one `may_be` and the browser has them.
    pub fn open(tell: Tell, may_be: bool) -> Self {
        let engine = engine();
        let Some(worker) = may_be.then(make_worker).and_then(Result::ok) else {
            return Self::Here(Queue::new(tell, engine));
        };
        let failed = {
            let tell = tell.clone();
            Closure::<dyn Fn(web_sys::Event)>::new(move |_| {
                tell(Told::Stopped("The worker does not run.".to_owned()), None);
            })
        };
        worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
        let names: Array = engine.iter().map(JsValue::from).collect();
        let early: Early = Rc::new(RefCell::new(Some(vec![names.into()])));
        let heard = {
            let (worker, early) = (worker.clone(), early.clone());
            Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                let [told, bytes] = parts(&event);
                match serde_wasm_bindgen::from_value::<Told>(told) {
                    Ok(Told::Ready) => {
                        for message in early.take().into_iter().flatten() {
                            let _ = worker.post_message(&message);
                        }
                    }
                    Ok(told) => tell(told, bytes.dyn_into().ok()),
                    // Two programs of one build understand each other.
                    Err(_) => {}
                }
            })
        };
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        Self::Worker { worker, early, ears: (heard, failed) }
    }

    /// Asks for something.
    pub fn ask(&self, asked: Asked) {
        match self {
            Self::Here(queue) => queue.ask(asked),
            Self::Worker { worker, early, .. } => {
                let command = serde_wasm_bindgen::to_value(&asked.command);
                let command = command.expect("a command is plain data");
                // In the place of a file that is not given stands why.
                let files = asked.files.into_iter();
                let files: Array =
                    files.map(|file| file.map_or_else(JsValue::from, JsValue::from)).collect();
                let message = Array::of2(&command, &files);
                match &mut *early.borrow_mut() {
                    Some(early) => early.push(message.into()),
                    // Plain values and files can be sent.
                    None => drop(worker.post_message(&message)),
                }
            }
        }
    }

    /// Ends the worker, so that another can be started in its place.
    pub fn close(&self) {
        if let Self::Worker { worker, .. } = self {
            // What it may still tell is about what has ended.
            worker.set_onmessage(None);
            worker.set_onerror(None);
            worker.terminate();
        }
    }
}

/// The files that a site is made with, as `make.html` names them.
fn engine() -> Vec<String> {
    let root = page::part("make_page");
    let names = root.and_then(|root| root.get_attribute("data-engine")).unwrap_or_default();
    names.split_whitespace().map(str::to_owned).collect()
}

/// The two parts of a message.
fn parts(event: &MessageEvent) -> [JsValue; 2] {
    let data: Array = event.data().dyn_into().unwrap_or_default();
    [data.get(0), data.get(1)]
}

/// In a worker: answers what the page asks. The first message names the engine's files.
pub fn serve_here() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        tell_page(&Told::Stopped(info.to_string()), None);
    }));
    let tell: Tell = Rc::new(|told, bytes| tell_page(&told, bytes));
    let queue = std::cell::OnceCell::<Queue>::new();
    let heard =
        Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| match queue.get() {
            None => {
                let names: Array = event.data().dyn_into().unwrap_or_default();
                let names = names.iter().filter_map(|name| name.as_string()).collect();
                let _ = queue.set(Queue::new(tell.clone(), names));
            }
            Some(queue) => {
                let [command, files] = parts(&event);
                let files: Array = files.dyn_into().unwrap_or_default();
                let given = |file: JsValue| {
                    file.dyn_into().map_err(|why| why.as_string().unwrap_or_default())
                };
                let files = files.iter().map(given).collect();
                if let Ok(command) = serde_wasm_bindgen::from_value::<Command>(command) {
                    queue.ask(Asked { command, files });
                }
            }
        });
    this_worker().set_onmessage(Some(heard.as_ref().unchecked_ref()));
    heard.forget();
    tell_page(&Told::Ready, None);
}

fn this_worker() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

/// Sends the page a message; the bytes are handed over.
fn tell_page(told: &Told, bytes: Option<Uint8Array>) {
    let told = serde_wasm_bindgen::to_value(told).expect("what is told is plain data");
    let moved: Array = bytes.iter().map(Uint8Array::buffer).collect();
    let bytes = bytes.map_or(JsValue::NULL, JsValue::from);
    // Plain values can be sent.
    let _ = this_worker().post_message_with_transfer(&Array::of2(&told, &bytes), &moved);
}
