//! [`Notebook`]: the notes of one dossier.

use std::collections::BTreeMap;

use super::instant::instant;
use super::note::{About, Note};
use crate::anchor::words_hash;
use crate::span::Span;

/// The notes of one dossier, by id.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Notebook {
    notes: BTreeMap<String, Note>,
}

/// What came of a merge.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Merged {
    /// Notes that were not there before.
    pub n_new: usize,
    /// Notes of which the other state was later.
    pub n_changed: usize,
    /// What is no note, or says less than a note must.
    pub n_unreadable: usize,
}

/// What is done to a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoteChange {
    /// It is made or changed.
    Put(Box<Note>),
    /// The note of this id is taken away.
    Remove(String),
}

impl NoteChange {
    /// The id of the note.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            NoteChange::Put(note) => &note.id,
            NoteChange::Remove(id) => id,
        }
    }
}

impl Notebook {
    /// The notes, those made first before others.
    #[must_use]
    pub fn notes(&self) -> Vec<&Note> {
        let mut notes: Vec<&Note> = self.notes.values().collect();
        notes.sort_unstable_by(|one, other| {
            (&one.created, &one.id).cmp(&(&other.created, &other.id))
        });
        notes
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.notes.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.notes.is_empty()
    }

    /// The note of an id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Note> {
        self.notes.get(id)
    }

    /// Puts a note in, in place of one of its id.
    pub fn put(&mut self, note: Note) {
        self.notes.insert(note.id.clone(), note);
    }

    /// Puts a new note in that pins something or objects to it, once: what is pinned already stays as it is, and an
    /// objection takes the place of an earlier one to the same words in the same matter.
    pub fn pin(&mut self, note: Note) {
        let matter = |note: &Note| note.says.as_ref().map(|says| says.matter().map(str::to_owned));
        let own = matter(&note);
        let is_same = |other: &&Note| other.about == note.about && matter(other) == own;
        match self.notes.values().find(is_same) {
            None => self.put(note),
            Some(own) if note.says.is_some() => {
                let Note { says, modified, .. } = note;
                self.put(Note { says, modified, ..own.clone() });
            }
            Some(_) => {}
        }
    }

    /// Takes a note out.
    pub fn remove(&mut self, id: &str) -> Option<Note> {
        self.notes.remove(id)
    }

    /// Takes over what another notebook has that is new or later.
    pub fn merge(&mut self, others: impl IntoIterator<Item = Note>) -> Merged {
        let mut merged = Merged::default();
        for note in others {
            match self.notes.get(&note.id) {
                None => merged.n_new += 1,
                Some(own) if instant(&own.modified) < instant(&note.modified) => {
                    merged.n_changed += 1;
                }
                Some(_) => continue,
            }
            self.put(note);
        }
        merged
    }

    /// What has been done to it since it was as `before`.
    #[must_use]
    pub fn changes_since(&self, before: &Notebook) -> Vec<NoteChange> {
        let put = self.notes().into_iter().filter(|note| before.get(&note.id) != Some(*note));
        let gone = before.notes().into_iter().filter(|note| self.get(&note.id).is_none());
        let put = put.map(|note| NoteChange::Put(Box::new(note.clone())));
        put.chain(gone.map(|note| NoteChange::Remove(note.id.clone()))).collect()
    }

    /// Makes changes.
    pub fn make(&mut self, changes: impl IntoIterator<Item = NoteChange>) {
        for change in changes {
            match change {
                NoteChange::Put(note) => self.put(*note),
                NoteChange::Remove(id) => drop(self.remove(&id)),
            }
        }
    }

    /// The Spans of the words that were noted in an article, each with its note; sorted. What is not found is
    /// left out.
    #[must_use]
    pub fn in_article(&self, slug: &str, text: &str) -> Vec<(Span, &Note)> {
        let hash = words_hash(text);
        let found = self.notes.values().filter_map(|note| match &note.about {
            About::Words { article, anchor } if article == slug => {
                Some((anchor.find_in(text, &hash).span()?, note))
            }
            _ => None,
        });
        let mut found: Vec<(Span, &Note)> = found.collect();
        found.sort_by_key(|(span, _)| *span);
        found
    }
}
