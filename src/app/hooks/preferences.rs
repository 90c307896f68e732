//! [`use_kept_preferences`]: what the reader chooses is kept for the next visit.

use yew::prelude::*;

use crate::app::effects::storage;
use crate::state::State;

/// Keeps the preferences when they change.
#[hook]
pub fn use_kept_preferences(state: &UseReducerHandle<State>) {
    let kept = use_mut_ref(|| None);
    use_effect_with((state.preferences, state.is_live), move |(preferences, is_live)| {
        // The first that the page comes alive with are those that were kept.
        if *is_live
            && let Some(before) = kept.replace(Some(*preferences))
            && before != *preferences
        {
            storage::keep_preferences(*preferences);
        }
    });
}
