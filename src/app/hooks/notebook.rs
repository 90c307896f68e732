//! [`use_notebook`]: the notebook and the browser's database follow each other.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use gloo::events::EventListener;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::app::effects::{address, notes};
use crate::app::reader::Reader;
use crate::notebook::{Note, Notebook};
use crate::notice::Notice;
use crate::state::{Action, State};

/// What the database is known to have.
#[derive(Default)]
struct Kept {
    /// The notebook as it was read or written last; `None` until then.
    notebook: Option<Rc<Notebook>>,
    /// By the ids of notes, how many changes are not written, or not yet; they are in memory alone.
    unwritten: BTreeMap<String, usize>,
    /// Whether the browser keeps nothing.
    is_refused: bool,
}

impl Kept {
    /// Notes that a change of a note is written.
    fn has_written(&mut self, id: &str) {
        if let Some(n_changes) = self.unwritten.get_mut(id) {
            *n_changes -= 1;
            if *n_changes == 0 {
                self.unwritten.remove(id);
            }
        }
    }
}

/// Loads the notebook when the page is alive and again when the reader comes back to it, for another tab may
/// have written; and writes what changes, note by note.
#[hook]
pub fn use_notebook(reader: &Reader, state: &UseReducerHandle<State>) {
    let kept = use_mut_ref(Kept::default);
    let latest = use_mut_ref(|| state.notebook.clone());
    *latest.borrow_mut() = state.notebook.clone();
    {
        let (reader, kept, latest) = (reader.clone(), kept.clone(), latest.clone());
        use_effect_with(state.is_live, move |is_live| {
            let is_live = *is_live;
            let load = move || {
                let (reader, kept, latest) = (reader.clone(), kept.clone(), latest.clone());
                spawn_local(async move { load(&reader, &kept, &latest).await });
            };
            if is_live {
                load();
            }
            let listener = is_live
                .then(|| EventListener::new(&address::window_target(), "focus", move |_| load()));
            move || drop(listener)
        });
    }
    {
        let reader = reader.clone();
        use_effect_with(state.notebook.clone(), move |notebook| {
            let before = kept.borrow().notebook.clone();
            let Some(before) = before else { return };
            if *before == **notebook {
                return;
            }
            kept.borrow_mut().notebook = Some(notebook.clone());
            if kept.borrow().is_refused {
                return;
            }
            let changes = changes(&before, notebook);
            for change in &changes {
                *kept.borrow_mut().unwritten.entry(id_of(change)).or_default() += 1;
            }
            spawn_local(async move {
                for change in changes {
                    let id = id_of(&change);
                    match notes::keep(change).await {
                        Ok(()) => kept.borrow_mut().has_written(&id),
                        Err(_) => {
                            reader.dispatch.dispatch(Action::Noticed(Notice::NotesNotKept));
                        }
                    }
                }
            });
        });
    }
}

async fn load(reader: &Reader, kept: &RefCell<Kept>, latest: &RefCell<Rc<Notebook>>) {
    let loaded = notes::load().await;
    let mut kept = kept.borrow_mut();
    let Ok((loaded, n_unreadable)) = loaded else {
        // There is none: notes are kept in memory, and the notebook says so.
        if kept.notebook.is_none() {
            kept.notebook = Some(latest.borrow().clone());
            kept.is_refused = true;
            reader.dispatch.dispatch(Action::NotesInMemory);
        }
        return;
    };
    let mut notebook = Notebook::default();
    loaded.into_iter().for_each(|note| notebook.put(note));
    let written = Rc::new(notebook.clone());
    // What was made before the database answered, and what it did not take.
    let own = latest.borrow();
    let is_first = kept.notebook.is_none();
    if is_first {
        own.notes().into_iter().for_each(|note| notebook.put(note.clone()));
    }
    for id in kept.unwritten.keys() {
        match own.get(id) {
            Some(note) => notebook.put(note.clone()),
            None => drop(notebook.remove(id)),
        }
    }
    if n_unreadable > 0 && is_first {
        reader.dispatch.dispatch(Action::Noticed(Notice::NotesUnreadable(n_unreadable)));
    }
    if notebook != **own || is_first {
        // What is not written is a change against this, and is tried again.
        kept.notebook = Some(written);
        reader.dispatch.dispatch(Action::NotesLoaded(notebook.into()));
    }
}

/// The id of the note that a change is about.
fn id_of(change: &Result<Note, String>) -> String {
    change.as_ref().map_or_else(Clone::clone, |note| note.id.clone())
}

/// The notes that are new or changed, and the ids of those that are gone.
fn changes(before: &Notebook, after: &Notebook) -> Vec<Result<Note, String>> {
    let put = after.notes().into_iter().filter(|note| before.get(&note.id) != Some(*note));
    let gone = before.notes().into_iter().filter(|note| after.get(&note.id).is_none());
    put.cloned().map(Ok).chain(gone.map(|note| Err(note.id.clone()))).collect()
}
