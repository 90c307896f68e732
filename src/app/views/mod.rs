//! What the page shows of a state: one part of the page a file, each a function of a [`View`].
//!
//! What the reader does goes out as an [`Action`].

mod article;
mod article_card;
mod element;
mod elsewhere;
mod evidence;
mod filters;
mod front;
mod keys;
mod masthead;
mod paragraph;
mod results;
mod speaker_index;
mod status;
mod step_bar;

use yew::html::Scope;
use yew::prelude::*;

use self::element::{Element, button, el, row};
use super::App;
use crate::decimal::decimal;
use crate::dossier::Dossier;
use crate::query::{Answer, Notice};
use crate::route::Place;
use crate::state::{Action, State};

/// What a part of the page sees: the dossier, the state, the answer to its query, and the app to
/// which actions go.
pub struct View<'a> {
    /// The dossier.
    pub dossier: &'a Dossier<'a>,
    /// The state.
    pub state: &'a State,
    /// How the state's query was read.
    pub notices: &'a [Notice],
    /// The hits and counts for the state's query and filter.
    pub answer: &'a Answer,
    /// Whether the answer is not whole yet.
    pub is_searching: bool,
    /// Where actions go.
    pub app: &'a Scope<App>,
}

impl View<'_> {
    /// A callback that reports `action` on a click.
    #[inline(never)]
    fn on_click(&self, action: Action) -> Callback<MouseEvent> {
        self.app.callback(move |_| action.clone())
    }

    /// A link to the state after `action`, still without content. It has a real URL, so it can be
    /// opened in a new tab, copied and bookmarked; followed here, it changes the state without loading
    /// the page again.
    #[inline(never)]
    fn link(&self, action: Action) -> Element {
        let url = self.state.apply(action.clone()).route.to_url(self.dossier);
        let on_click = self.app.batch_callback(move |event: MouseEvent| {
            if super::effects::url::opens_elsewhere(&event) {
                return None;
            }
            event.prevent_default();
            Some(action.clone())
        });
        el("a", "").attr("href", &url).on_click(on_click)
    }
}

/// The whole page.
pub fn page(view: &View<'_>) -> Html {
    let (key, content) = match view.state.route.place {
        Place::Article(id, _) => (decimal(id.0 as usize), article::article(view, id)),
        Place::Speakers => ("speakers".to_owned(), speaker_index::speaker_index(view).into()),
        Place::Overview if view.state.route.asks_for_results() => {
            ("results".to_owned(), results::results(view).into())
        }
        Place::Overview => ("front".to_owned(), front::front(view).into()),
    };
    let main = el("main", "")
        .attr("id", "main")
        .attr("tabindex", "-1")
        .child(status::status(view))
        .child(el("div", "").key(&key).html(content));
    row(vec![
        masthead::masthead(view).into(),
        notices(view).into(),
        el("div", "columns").child(filters::filters(view)).child(main).into(),
        keys::keys(view).into(),
    ])
}

/// What was passed over or went wrong, until dismissed.
fn notices(view: &View<'_>) -> Element {
    let mut area = el("div", "notices").attr("role", "status").attr("aria-label", "Notices");
    for notice in &view.state.notices {
        area = area.child(el("p", "").text(notice));
    }
    if !view.state.notices.is_empty() {
        area = area.child(button("", view.on_click(Action::NoticesDismissed)).text("Dismiss"));
    }
    area
}
