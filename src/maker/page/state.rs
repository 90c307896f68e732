//! [`State`]: what the page shows, and how it follows what the desk tells.

use std::rc::Rc;

use yew::prelude::*;

use crate::maker::effects::frame::Pack;
use crate::maker::message::{Field, Progress, Shelf, Told, View};

/// What is shown.
#[derive(Clone, Default, PartialEq)]
pub struct State {
    /// Nothing until the desk has told something.
    pub view: Option<Rc<View>>,
    /// The dossier as the reader takes it, where there is an article.
    pub pack: Option<Pack>,
    /// The dossiers that are kept.
    pub shelf: Shelf,
    /// How far the desk is, where it is at work.
    pub progress: Option<Progress>,
    /// Why the last thing that was asked for was not done.
    pub refusal: String,
    /// The file that was taken away last.
    pub taken: Option<String>,
    /// The fields that were not set when that was asked for last, and why.
    pub faults: Faults,
    /// How often the desk has ended of itself.
    pub n_stops: usize,
    /// How many commands are not done yet, and so perhaps not kept.
    pub n_open: usize,
}

/// Why fields were not set, each by its file.
pub type Faults = Rc<Vec<((String, Field), String)>>;

/// What changes it.
pub enum Action {
    /// A desk was opened, which looks for what is kept.
    Opened,
    /// Something was asked for: to set this field, where it was that.
    Asked(Option<(String, Field)>),
    /// The desk told something; a view comes with its pack.
    Told(Told, Option<Pack>),
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = (*self).clone();
        match action {
            Action::Opened => state.n_open = 1,
            Action::Asked(field) => {
                state.n_open += 1;
                if let Some(field) = field {
                    Rc::make_mut(&mut state.faults).retain(|(known, _)| *known != field);
                }
                state.refusal.clear();
                state.taken = None;
                state.progress = Some(Progress { what: "Working".to_owned(), n_done: 0, n_all: 0 });
            }
            Action::Told(told, pack) => state.hear(told, pack),
        }
        Rc::new(state)
    }
}

impl State {
    fn hear(&mut self, told: Told, pack: Option<Pack>) {
        if let Told::Checked(shelf) = told {
            self.shelf = shelf;
            return;
        }
        match told {
            Told::Progress(progress) => self.progress = Some(progress),
            Told::View { view, number } => {
                self.view = Some(Rc::new(*view));
                self.shelf.open = number;
                self.pack = pack;
            }
            Told::File { name, .. } => self.taken = Some(name),
            Told::Ready | Told::Checked(_) | Told::Gone(_) => {}
            Told::Refused { why, field: None } => self.refusal = why,
            Told::Refused { why, field: Some(field) } => {
                Rc::make_mut(&mut self.faults).push((field, why));
            }
            // It comes last of each command.
            Told::Kept(shelf) => {
                self.n_open = self.n_open.saturating_sub(1);
                self.shelf = shelf;
            }
            Told::Stopped(how) => {
                self.refusal = format!(
                    "Something went wrong, and the last step was not done. What was kept before is here. ({how})"
                );
                self.n_stops += 1;
                self.n_open = 0;
            }
        }
        // What is told at the end of one command says nothing of how far others are.
        if self.n_open == 0 {
            self.progress = None;
        }
    }
}
