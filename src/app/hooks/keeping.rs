//! [`use_keeping`]: all articles of a large dossier are kept for reading offline, where the reader wants that.

use std::cell::Cell;
use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use super::service_worker::Worker;
use crate::app::effects::worker::KeptBlocks;
use crate::app::effects::{blocks, storage};
use crate::app::reader::DossierRef;

/// How far it is.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub enum Keeping {
    /// Nobody has asked for it, or it was stopped.
    #[default]
    Idle,
    /// So many of the blocks have come.
    Running(usize),
    /// All have come. What is not kept did not fit.
    Done,
    /// The browser has room for so many bytes more, which is too little.
    NoRoom(u64),
    /// Something did not come.
    Broken,
}

/// How far the keeping of all articles is, of which these blocks are kept, and what begins it and stops it.
#[hook]
pub fn use_keeping(
    dossier: &DossierRef,
    worker: &Worker,
    blocks: &KeptBlocks,
) -> (Keeping, Callback<MouseEvent>, Callback<MouseEvent>) {
    let keeping = use_state_eq(Keeping::default);
    let KeptBlocks { size, all, kept } = *blocks;
    // Blocks are about equally long.
    let n_bytes = size * (all - kept.min(all)) as f64 / all.max(1) as f64;
    // Of the one that is under way; each has its own.
    let is_stopped = use_mut_ref(|| Rc::new(Cell::new(false)));
    let begin = {
        let (dossier, worker, keeping) = (dossier.clone(), worker.clone(), keeping.setter());
        let is_stopped = is_stopped.clone();
        Callback::from(move |_| {
            let stopped = Rc::new(Cell::new(false));
            // One that is under way ends: two would tell how far they are by turns.
            is_stopped.replace(stopped.clone()).set(true);
            let (dossier, worker, keeping) = (dossier.clone(), worker.clone(), keeping.clone());
            keeping.set(Keeping::Running(0));
            spawn_local(async move {
                let room = storage::room().await;
                if stopped.get() {
                    return;
                }
                if let Some(room) = room.filter(|room| *room < n_bytes) {
                    return keeping.set(Keeping::NoRoom(room as u64));
                }
                let progress = |n_come| {
                    let goes_on = !stopped.get();
                    if goes_on {
                        keeping.set(Keeping::Running(n_come));
                    }
                    goes_on
                };
                let kept = blocks::keep_all(&dossier, progress).await;
                // What is kept is known before it is told.
                worker.checked().await;
                if !stopped.get() {
                    keeping.set(if kept.is_ok() { Keeping::Done } else { Keeping::Broken });
                }
            });
        })
    };
    let stop = {
        let keeping = keeping.setter();
        Callback::from(move |_| {
            is_stopped.borrow().set(true);
            keeping.set(Keeping::Idle);
        })
    };
    (*keeping, begin, stop)
}
