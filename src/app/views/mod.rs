//! What the page shows of a state: one part of the page a file, each a function of a [`View`].
//!
//! What the reader does goes out as an [`Action`].

mod article;
mod article_card;
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

use super::App;
use crate::dossier::Dossier;
use crate::query::Answer;
use crate::quotation::Quotation;
use crate::route::Place;
use crate::state::{Action, State};

/// What a part of the page sees: the dossier, the state, the answer to its query, and the app to
/// which actions go.
pub struct View<'a> {
    /// The dossier.
    pub dossier: &'a Dossier,
    /// The state.
    pub state: &'a State,
    /// The hits and counts for the state's query and filter.
    pub answer: &'a Answer,
    /// Where actions go.
    pub app: &'a Scope<App>,
}

impl View<'_> {
    /// A callback that reports `action` on a click.
    fn on_click(&self, action: Action) -> Callback<MouseEvent> {
        self.app.callback(move |_| action.clone())
    }

    /// A link to the state after `action`. It has a real URL, so it can be opened in a new tab, copied
    /// and bookmarked; followed here, it changes the state without loading the page again.
    fn link(&self, action: Action, class: &'static str, content: Html) -> Html {
        let href = self.state.apply(action.clone()).route.to_url(self.dossier);
        let onclick = self.app.batch_callback(move |event: MouseEvent| {
            if super::effects::url::opens_elsewhere(&event) {
                return None;
            }
            event.prevent_default();
            Some(action.clone())
        });
        html! { <a {href} {class} {onclick}>{ content }</a> }
    }

    /// A link whose content is text.
    fn text_link(&self, action: Action, text: impl Into<AttrValue>) -> Html {
        self.link(action, "", text_node(text))
    }

    /// Whether the picked speakers and kinds choose this quotation; nothing picked chooses none.
    fn chooses(&self, quotation: &Quotation) -> bool {
        self.state.route.filter.chooses(quotation)
    }
}

fn text_node(text: impl Into<AttrValue>) -> Html {
    yew::virtual_dom::VText::new(text).into()
}

/// The whole page.
pub fn page(view: &View<'_>) -> Html {
    let (key, content) = match view.state.route.place {
        Place::Article(id, _) => (id.0.to_string(), article::article(view, id)),
        Place::Speakers => ("speakers".to_owned(), speaker_index::speaker_index(view)),
        Place::Overview if view.state.route.asks_for_results() => {
            ("results".to_owned(), results::results(view))
        }
        Place::Overview => ("front".to_owned(), front::front(view)),
    };
    html! {
        <>
            { masthead::masthead(view) }
            { notices(view) }
            <div class="columns">
                { filters::filters(view) }
                <main id="main" tabindex="-1">
                    { status::status(view) }
                    <div {key}>{ content }</div>
                </main>
            </div>
            <footer class="colophon">
                <p>
                    { "Quotations are found and attributed by rules, and corrected by the editors of \
                       this dossier. Each shows its evidence; where the text does not make the \
                       speaker plain, it is left open. The articles remain their publishers’." }
                </p>
            </footer>
            { keys::keys(view) }
        </>
    }
}

/// What was passed over or went wrong, until dismissed.
fn notices(view: &View<'_>) -> Html {
    let notices = &view.state.notices;
    html! {
        <div class="notices" role="status" aria-label="Notices">
            if !notices.is_empty() {
                { for notices.iter().map(|notice| html! { <p>{ notice }</p> }) }
                <button type="button" onclick={view.on_click(Action::NoticesDismissed)}>
                    { "Dismiss" }
                </button>
            }
        </div>
    }
}
