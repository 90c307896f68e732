//! The page: components over [`State`](crate::state::State) and the dossier, and the effects that
//! carry the state to the browser.
//!
//! Only [`effects`] names a browser API. Components take what they show from the [`store::Reader`]
//! and send [`Action`](crate::state::Action)s back.

mod components;
pub mod effects;
pub mod store;

use std::rc::Rc;

use yew::prelude::*;

use self::components::article_view::ArticleView;
use self::components::colophon::Colophon;
use self::components::filters::Filters;
use self::components::front::Front;
use self::components::keys::Keys;
use self::components::masthead::Masthead;
use self::components::notices::Notices;
use self::components::results::Results;
use self::components::speaker_index::SpeakerIndex;
use self::components::status::Status;
use self::store::{DossierRef, Reader, Store};
use crate::dossier::Dossier;
use crate::query::{self, Query};
use crate::route::Place;
use crate::state::{Action, State};

/// Opens the dossier in this wasm and mounts the app in place of the prerendered page; where there is
/// none to open, says so above the prerendered page and leaves that to be read.
pub fn start() {
    match effects::pack::open() {
        Ok(dossier) => {
            let props = AppProps { dossier: DossierRef(Rc::new(dossier)) };
            yew::Renderer::<App>::with_root_and_props(effects::page_root(), props).render();
        }
        Err(error) => effects::failure::show(&error),
    }
}

/// What the app shows.
#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// The dossier, shared and never changed.
    pub dossier: DossierRef,
}

/// The root component.
#[component]
pub fn App(AppProps { dossier }: &AppProps) -> Html {
    let store = use_reducer(|| Store(initial_state(dossier)));
    let question = (store.route.query.clone(), store.route.filter.clone(), store.n_results);
    let answer = use_memo((question, dossier.clone()), |((text, filter, limit), dossier)| {
        let (query, notices) = Query::parse(text);
        let mut answer = query::search(dossier.corpus(), &query, filter, *limit);
        answer.notices.splice(..0, notices);
        answer
    });
    let reader = Reader { dossier: dossier.clone(), store: store.clone(), answer };

    effects::url::use_sync(&reader);
    effects::storage::use_sync(&reader);
    effects::theme::use_sync(&reader);
    effects::keyboard::use_shortcuts(&reader);
    effects::focus::use_sync(&reader);
    effects::highlight::use_painting(&reader);
    effects::interface::use_install(dossier);

    let view = match store.route.place {
        Place::Article(article, _) => html! { <ArticleView key={article.0} {article} /> },
        Place::Speakers => html! { <SpeakerIndex /> },
        Place::Overview if store.route.asks_for_results() => html! { <Results /> },
        Place::Overview => html! { <Front /> },
    };
    html! {
        <ContextProvider<Reader> context={reader}>
            <Masthead />
            <Notices />
            <div class="columns">
                <Filters />
                <main id="main" tabindex="-1">
                    <Status />
                    { view }
                </main>
            </div>
            <Colophon />
            <Keys />
        </ContextProvider<Reader>>
    }
}

fn initial_state(dossier: &Dossier) -> State {
    let (route, notices) = effects::url::current(dossier);
    let (preferences, notice) = effects::storage::read();
    let state = State::default()
        .apply(Action::Arrived(route, notices))
        .apply(Action::PreferencesRestored(preferences));
    match notice {
        Some(notice) => state.apply(Action::Noticed(notice)),
        None => state,
    }
}
