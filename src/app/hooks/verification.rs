//! [`use_verification`]: what a pasted citation comes to, found in slices so that the page stays awake.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::app::effects::clock;
use crate::app::reader::DossierRef;
use crate::verification::{Checked, Verification};

/// How long it goes on in one task, in milliseconds: half a frame.
const SLICE_MS: f64 = 8.0;

/// What is known of the citation that was checked last.
#[derive(Clone, PartialEq, Default)]
pub struct CheckState {
    /// What it comes to; empty as long as that is not known.
    pub checked: Rc<Vec<Checked>>,
    /// Whether it is being checked.
    pub is_checking: bool,
}

/// The verification that is going on; a new one takes its place, so that no late answer does.
#[derive(Default)]
struct Session {
    verification: Option<Verification>,
    timer: Option<Timeout>,
}

/// What the citation comes to that was given to the callback last.
#[hook]
pub fn use_verification(dossier: &DossierRef) -> (CheckState, Callback<String>) {
    let state = use_state_eq(CheckState::default);
    let session = use_mut_ref(Session::default);
    {
        let session = session.clone();
        use_effect_with((), move |()| move || drop(session.take()));
    }
    let check = {
        let (dossier, setter) = (dossier.clone(), state.setter());
        Callback::from(move |pasted: String| {
            let verification = Some(Verification::new(&dossier, &pasted));
            *session.borrow_mut() = Session { verification, timer: None };
            setter.set(CheckState { is_checking: true, ..CheckState::default() });
            go_on(&session, &dossier, &setter);
        })
    };
    ((*state).clone(), check)
}

/// Goes on for a slice of time, and then lets the browser draw and take keys.
fn go_on(
    session: &Rc<RefCell<Session>>,
    dossier: &DossierRef,
    setter: &UseStateSetter<CheckState>,
) {
    let mut now = session.borrow_mut();
    let Some(verification) = &mut now.verification else { return };
    let end = clock::elapsed() + SLICE_MS;
    while verification.step(dossier) {
        if clock::elapsed() >= end {
            let (session, dossier, setter) = (session.clone(), dossier.clone(), setter.clone());
            now.timer = Some(Timeout::new(0, move || go_on(&session, &dossier, &setter)));
            return;
        }
    }
    let checked = now.verification.take().map(Verification::finish).unwrap_or_default();
    setter.set(CheckState { checked: Rc::new(checked), is_checking: false });
}
