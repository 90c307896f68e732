//! [`Reader`]: what every part of the page sees.

use yew::prelude::*;

use super::element::{Element, button, el};
use crate::app::effects::url::opens_elsewhere;
use crate::dossier::Dossier;
use crate::query::{self, Answer};
use crate::state::{Action, State};

/// What a part of the page sees: the dossier, the state, the answer to its query, and where actions go.
pub struct Reader<'a> {
    /// The dossier.
    pub dossier: &'a Dossier<'a>,
    /// The state.
    pub state: &'a State,
    /// How the state's query was read.
    pub notices: &'a [query::Notice],
    /// The hits and counts for the state's query and filter.
    pub answer: &'a Answer,
    /// Whether the answer is not whole yet.
    pub is_searching: bool,
    /// Where actions go.
    pub dispatch: &'a Callback<Action>,
}

impl Reader<'_> {
    /// A callback that dispatches `action` on a click.
    pub fn on_click(&self, action: Action) -> Callback<MouseEvent> {
        self.dispatch.reform(move |_| action.clone())
    }

    /// A link to the state after `action`, still without content. It has a real URL, so it can be
    /// opened in a new tab, copied and bookmarked; followed here, it changes the state without loading
    /// the page again.
    pub fn link(&self, action: Action) -> Element {
        let url = self.state.apply(action.clone()).route.to_url(self.dossier);
        let dispatch = self.dispatch.clone();
        let on_click = Callback::from(move |event: MouseEvent| {
            if !opens_elsewhere(&event) {
                event.prevent_default();
                dispatch.emit(action.clone());
            }
        });
        el("a", "").attr("href", &url).on_click(on_click)
    }

    /// A button for more of a list, where there is more.
    pub fn show_more(&self, is_more: bool) -> Option<Element> {
        is_more.then(|| button("more", self.on_click(Action::MoreWanted)).text("Show more"))
    }
}
