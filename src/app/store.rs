//! The [`Store`] adapts [`State`] to Yew, and [`Reader`] is what components get of it.

use std::ops::Deref;
use std::rc::Rc;

use yew::prelude::*;

use crate::dossier::Dossier;
use crate::query::{Answer, Filter, SpeakerChoice};
use crate::quotation::Quotation;
use crate::state::{Action, State};

/// The state as a Yew reducer. When an action changes nothing it hands back the same `Rc`, which Yew
/// takes as "no need to render".
#[derive(Debug, PartialEq)]
pub struct Store(pub State);

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let next = self.0.apply(action);
        if next == self.0 { self } else { Rc::new(Store(next)) }
    }
}

impl Deref for Store {
    type Target = State;

    fn deref(&self) -> &State {
        &self.0
    }
}

/// The dossier, shared: large and immutable, so compared by pointer.
#[derive(Clone)]
pub struct DossierRef(pub Rc<Dossier>);

impl PartialEq for DossierRef {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for DossierRef {
    type Target = Dossier;

    fn deref(&self) -> &Dossier {
        &self.0
    }
}

/// What components and effects see: the dossier, the state, and the answer to its query.
#[derive(Clone, PartialEq)]
pub struct Reader {
    /// The dossier.
    pub dossier: DossierRef,
    /// The state, and the way to change it.
    pub store: UseReducerHandle<Store>,
    /// The hits and counts for the state's query and filter.
    pub answer: Rc<Answer>,
}

impl Reader {
    /// Reports what happened.
    pub fn dispatch(&self, action: Action) {
        self.store.dispatch(action);
    }

    /// Whether the picked speakers and kinds choose this quotation; nothing picked chooses none.
    pub fn chooses(&self, quotation: &Quotation) -> bool {
        let Filter { speakers, kinds, .. } = &self.store.route.filter;
        let is_restricted = !speakers.is_empty() || !kinds.is_empty();
        is_restricted
            && (speakers.is_empty() || speakers.contains(&SpeakerChoice::of(quotation)))
            && (kinds.is_empty() || kinds.contains(&quotation.kind))
    }

    /// A callback that reports `action`, whatever the event.
    pub fn on<E: 'static>(&self, action: Action) -> Callback<E> {
        let store = self.store.clone();
        Callback::from(move |_| store.dispatch(action.clone()))
    }
}

/// The [`Reader`] of the app around a component.
#[hook]
pub fn use_reader() -> Reader {
    use_context().expect("components are mounted below App, which provides the reader")
}
