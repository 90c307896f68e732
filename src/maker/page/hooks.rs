//! What binds the page to its desk and to the browser.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::PageTransitionEvent;
use yew::prelude::*;

use super::ask::Ask;
use super::state::{Action, State};
use crate::app::effects::{dom, download, page};
use crate::maker::effects::dropped;
use crate::maker::effects::frame::Pack;
use crate::maker::effects::kept;
use crate::maker::effects::pasted::{self, Pasted};
use crate::maker::effects::port::Port;
use crate::maker::effects::serve::{Asked, Tell};
use crate::maker::effects::tab::{self, Had};
use crate::maker::message::{Command, Told};

/// The way to the desk, once it is open.
type Way = Rc<RefCell<Option<Port>>>;

/// Opens the desk, has the state follow what it tells, and gives what it is asked by.
#[hook]
pub fn use_desk(state: &UseReducerHandle<State>) -> Ask {
    let way: Way = use_mut_ref(|| None);
    {
        let (dispatch, way) = (state.dispatcher(), way.clone());
        // Where the desk has ended another takes its place; at the second time in the page itself.
        use_effect_with(state.n_stops, move |n_stops| {
            dispatch.dispatch(Action::Opened);
            let opened = Port::open(listener(dispatch), *n_stops < 2);
            let command = match tab::had() {
                Some(Had::New) => Command::Begin,
                Some(Had::Kept(id)) => Command::Resume(id),
                None => Command::ResumeLast,
            };
            opened.ask(Asked { command, files: Vec::new() });
            if let Some(before) = way.borrow_mut().replace(opened) {
                before.close();
            }
        });
    }
    // A page that only looks for what is kept may be left: that is the first that it asks for.
    let is_at_work = state.n_open > usize::from(state.view.is_none());
    use_leaving(is_at_work || state.shelf.is_unkept, &way);
    use_other_tabs(&way);
    let title = state.view.as_ref().filter(|view| !view.articles.is_empty());
    use_effect_with(title.map(|view| view.title.clone()), |title| {
        let title = title.as_deref().unwrap_or("Make a dossier");
        page::set_title(&format!("{title} – Whosaid"));
    });
    let open = state.view.is_some().then_some(state.shelf.open);
    use_effect_with(open, |open| {
        if let Some(open) = open {
            tab::note(*open);
        }
    });
    let dispatch = state.dispatcher();
    let ask = use_memo((), |()| {
        Ask::by(move |command, files| {
            dispatch.dispatch(Action::Asked(command.field()));
            if let Some(port) = &*way.borrow() {
                port.ask(Asked { command, files });
            }
        })
    });
    (*ask).clone()
}

/// What hears the desk: a file is saved, what is gone is forgotten, and all is told to the state.
fn listener(dispatch: UseReducerDispatcher<State>) -> Tell {
    Rc::new(move |told, bytes| {
        let pack = match (&told, bytes) {
            (Told::View { .. }, bytes) => bytes.map(Pack::from),
            (Told::File { name, kind }, Some(bytes)) => {
                // A browser that saves nothing says so itself.
                download::save_bytes(name, kind, bytes);
                None
            }
            (Told::Gone(numbers), _) => {
                numbers.iter().copied().for_each(kept::forget);
                None
            }
            _ => None,
        };
        dispatch.dispatch(Action::Told(told, pack));
    })
}

/// Asks before the page is left while something is not kept yet, and ends the worker when it is left.
#[hook]
fn use_leaving(is_at_work: bool, way: &Way) {
    use_effect_with(is_at_work, |is_at_work| {
        let listener = is_at_work.then(|| {
            let options = EventListenerOptions::enable_prevent_default();
            let window = dom::window();
            EventListener::new_with_options(&window, "beforeunload", options, |event| {
                event.prevent_default();
            })
        });
        move || drop(listener)
    });
    let way = way.clone();
    use_effect_with((), move |()| {
        let window = dom::window();
        // A page that WebKit sets aside would hold on to the database with its worker, and keep the next page out.
        let left = EventListener::new(&window, "pagehide", move |_| {
            if let Some(port) = way.take() {
                port.close();
            }
        });
        let back = EventListener::new(&window, "pageshow", |event| {
            let event = event.dyn_ref::<PageTransitionEvent>();
            if event.is_some_and(PageTransitionEvent::persisted) {
                // All that was kept is there again.
                page::reload();
            }
        });
        move || drop((left, back))
    });
}

/// Looks what other tabs have done whenever this one is gone back to.
#[hook]
fn use_other_tabs(way: &Way) {
    let way = way.clone();
    use_effect_with((), move |()| {
        let listener = EventListener::new(&dom::window(), "focus", move |_| {
            if let Some(port) = &*way.borrow() {
                port.ask(Asked { command: Command::Check, files: Vec::new() });
            }
        });
        move || drop(listener)
    });
}

/// Takes what is pasted anywhere but into a field.
#[hook]
pub fn use_pasting(ask: &Ask) {
    let ask = ask.clone();
    use_effect_with((), move |()| {
        let listener = EventListener::new(&page::event_target(), "paste", move |event| {
            match pasted::pasted(event) {
                Some(Pasted::Files(files)) => ask.add(files),
                Some(Pasted::Words { html, text }) => ask.of(Command::Paste { html, text }),
                None => {}
            }
        });
        move || drop(listener)
    });
}

/// What hears that something is dragged over the page and dropped on it.
pub struct Ground {
    /// Whether something is over it.
    pub is_over: bool,
    /// Something is dragged into the frame, which hears it in place of the page.
    pub ondragged_in: Callback<()>,
    pub ondragover: Callback<DragEvent>,
    pub ondragleave: Callback<DragEvent>,
    pub ondrop: Callback<DragEvent>,
}

/// Takes what is dropped.
#[hook]
pub fn use_ground(ask: &Ask) -> Ground {
    let is_over = use_state_eq(|| false);
    let over = is_over.setter();
    let ondragged_in = {
        let over = over.clone();
        Callback::from(move |()| over.set(true))
    };
    let ondragover = {
        let over = over.clone();
        Callback::from(move |event: DragEvent| {
            // Else the browser leaves the page and shows the file.
            event.prevent_default();
            over.set(true);
        })
    };
    let ondragleave = {
        let over = over.clone();
        // It is heard of each element that is left, also for one within.
        Callback::from(move |event: DragEvent| {
            if dropped::is_gone(&event) {
                over.set(false);
            }
        })
    };
    let ondrop = {
        let ask = ask.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            over.set(false);
            let Some(transfer) = event.data_transfer() else { return };
            // Both can be asked for while the event is handled alone.
            let (ask, files) = (ask.clone(), dropped::dropped(&transfer));
            let (html, text) = pasted::words(&transfer);
            spawn_local(async move {
                let files = files.await;
                if files.is_empty() && !text.is_empty() {
                    ask.of(Command::Paste { html, text });
                } else {
                    ask.add(files);
                }
            });
        })
    };
    Ground { is_over: *is_over, ondragged_in, ondragover, ondragleave, ondrop }
}
