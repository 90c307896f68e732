//! [`use_notebook`]: the notebook and the browser's database follow each other.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use gloo::events::EventListener;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::app::effects::{dom, notes};
use crate::app::reader::Reader;
use crate::notebook::{Note, NoteChange, Notebook};
use crate::notice::Notice;
use crate::state::{Action, State};

/// What is known of the database.
#[derive(Default)]
struct KeptNotes {
    /// The notebook as it was seen last; all changes until then are written, or they are among the unwritten.
    seen: Rc<Notebook>,
    /// The notes whose changes are not written, or not yet, by id: each with the number of its newest change.
    unwritten: BTreeMap<String, u64>,
    /// How many changes there were.
    n_changes: u64,
    /// Whether the database has answered; until then nothing is written.
    is_there: bool,
    /// Whether something is being written: of two writings at a time the older might come last.
    is_writing: bool,
}

impl KeptNotes {
    /// Notes what has changed since the notebook was seen last.
    fn see(&mut self, notebook: &Rc<Notebook>) {
        for change in notebook.changes_since(&self.seen) {
            self.n_changes += 1;
            self.unwritten.insert(change.id().to_owned(), self.n_changes);
        }
        self.seen = notebook.clone();
    }

    /// The changes that are not written, each with its number, of those that are newer than one.
    fn unwritten_since(&self, n: u64) -> Vec<(u64, NoteChange)> {
        let notes = self.unwritten.iter().filter(|(_, own)| **own > n);
        let change = |id: &String| match self.seen.get(id) {
            Some(note) => NoteChange::Put(Box::new(note.clone())),
            None => NoteChange::Remove(id.clone()),
        };
        notes.map(|(id, n)| (*n, change(id))).collect()
    }

    /// Notes that a change of a note is written; newer ones are not yet.
    fn has_written(&mut self, id: &str, n: u64) {
        if self.unwritten.get(id).is_some_and(|newest| *newest <= n) {
            self.unwritten.remove(id);
        }
    }

    /// Notes what the database has, and gives the two notebooks from which the page goes on: as it was seen until now,
    /// and as it is with what is not written.
    fn read(&mut self, notes: Vec<Note>) -> (Rc<Notebook>, Rc<Notebook>) {
        let mut notebook = Notebook::default();
        notebook.make(notes.into_iter().map(|note| NoteChange::Put(Box::new(note))));
        notebook.make(self.unwritten_since(0).into_iter().map(|(_, change)| change));
        let before = std::mem::replace(&mut self.seen, notebook.into());
        self.is_there = true;
        (before, self.seen.clone())
    }
}

/// Loads the notebook when the page is alive and again when the reader comes back to it, for another tab may
/// have written; and writes what changes. What could not be written is tried again then, and with the next change.
#[hook]
pub fn use_notebook(reader: &Reader, state: &UseReducerHandle<State>) {
    let kept = use_mut_ref(KeptNotes::default);
    {
        let (reader, kept) = (reader.clone(), kept.clone());
        use_effect_with(state.is_live, move |is_live| {
            let is_live = *is_live;
            let load = move || {
                let (reader, kept) = (reader.clone(), kept.clone());
                spawn_local(async move { load(&reader, &kept).await });
            };
            if is_live {
                load();
            }
            let listener =
                is_live.then(|| EventListener::new(&dom::window(), "focus", move |_| load()));
            move || drop(listener)
        });
    }
    {
        let reader = reader.clone();
        use_effect_with(state.notebook.clone(), move |notebook| {
            kept.borrow_mut().see(notebook);
            if kept.borrow().is_there {
                spawn_local(async move { write(&reader, &kept).await });
            }
        });
    }
}

/// Takes over what the database has, and writes again what it does not have yet.
async fn load(reader: &Reader, kept: &RefCell<KeptNotes>) {
    match notes::load().await {
        Ok((notes, n_unreadable)) => {
            let is_first = !kept.borrow().is_there;
            let (before, loaded) = kept.borrow_mut().read(notes);
            if n_unreadable > 0 && is_first {
                reader.dispatch.dispatch(Action::Noticed(Notice::NotesUnreadable(n_unreadable)));
            }
            reader.dispatch.dispatch(Action::NotesLoaded(before, loaded));
            if kept.borrow().unwritten.is_empty() {
                reader.dispatch.dispatch(Action::NotesKept(true));
            }
        }
        // There is none: notes are kept in memory, and the notebook says so.
        Err(_) if !kept.borrow().is_there => reader.dispatch.dispatch(Action::NotesKept(false)),
        Err(_) => {}
    }
    if kept.borrow().is_there {
        write(reader, kept).await;
    }
}

/// Writes what is not written, and what changes meanwhile; lets the page know whether all is kept.
async fn write(reader: &Reader, kept: &RefCell<KeptNotes>) {
    if kept.borrow().unwritten.is_empty()
        || std::mem::replace(&mut kept.borrow_mut().is_writing, true)
    {
        return;
    }
    let mut n_tried = 0;
    loop {
        let changes = kept.borrow().unwritten_since(n_tried);
        let Some(newest) = changes.iter().map(|(n, _)| *n).max() else { break };
        n_tried = newest;
        if notes::keep(changes.iter().map(|(_, change)| change)).await.is_ok() {
            changes.iter().for_each(|(n, change)| kept.borrow_mut().has_written(change.id(), *n));
            continue;
        }
        // For some of them there may be room.
        for (n, change) in &changes {
            if notes::keep([change]).await.is_ok() {
                kept.borrow_mut().has_written(change.id(), *n);
            }
        }
    }
    kept.borrow_mut().is_writing = false;
    let is_kept = kept.borrow().unwritten.is_empty();
    if !is_kept {
        reader.dispatch.dispatch(Action::Noticed(Notice::NotesNotKept));
    }
    reader.dispatch.dispatch(Action::NotesKept(is_kept));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notebook::About;

    fn note(id: &str, text: &str) -> Note {
        Note {
            id: id.to_owned(),
            created: "2026-11-27T20:15:00Z".to_owned(),
            modified: "2026-11-27T20:15:00Z".to_owned(),
            text: text.to_owned(),
            tags: Vec::new(),
            about: About::View { url: "?q=a".to_owned(), title: "a".to_owned() },
            says: None,
        }
    }

    fn notebook(notes: impl IntoIterator<Item = Note>) -> Rc<Notebook> {
        let mut notebook = Notebook::default();
        notebook.make(notes.into_iter().map(|note| NoteChange::Put(Box::new(note))));
        notebook.into()
    }

    #[test]
    fn what_is_not_written_is_written_again_and_the_newest_change_counts() {
        let mut kept = KeptNotes::default();
        kept.see(&notebook([note("a", "1")]));
        kept.see(&notebook([note("a", "2"), note("b", "1")]));
        // The first writing is done when the second is on its way.
        kept.has_written("a", 1);
        assert_eq!(
            kept.unwritten_since(0),
            [
                (2, NoteChange::Put(note("a", "2").into())),
                (3, NoteChange::Put(note("b", "1").into()))
            ]
        );
        // One fails, and a later one is written.
        kept.see(&notebook([note("a", "3")]));
        kept.has_written("a", 4);
        assert_eq!(kept.unwritten_since(0), [(5, NoteChange::Remove("b".to_owned()))]);
        // What was tried is not tried again at once.
        assert_eq!(kept.unwritten_since(5), []);
    }

    #[test]
    fn what_is_not_written_stays_when_the_database_is_read_again() {
        let mut kept = KeptNotes::default();
        let own = notebook([note("a", "mine")]);
        kept.see(&own);
        let (before, loaded) = kept.read(vec![note("a", "theirs"), note("b", "theirs")]);
        assert_eq!(before, own);
        assert_eq!(loaded, notebook([note("a", "mine"), note("b", "theirs")]));
        kept.see(&loaded);
        assert_eq!(kept.unwritten_since(0), [(1, NoteChange::Put(note("a", "mine").into()))]);
    }
}
