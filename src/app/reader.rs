//! What every component may know: the [`Reader`] from the context, and [`Here`] by its properties.

use std::collections::BTreeMap;
use std::rc::Rc;

use yew::prelude::*;

use super::effects::pointer::opens_elsewhere;
use crate::route::{Base, Page, Route};
use crate::state::{Action, State};

pub use super::shared::{ArticleRef, DossierRef};

/// How the state takes an action.
impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(self.apply(action))
    }
}

/// What only changes when blocks of a large dossier arrive, and then all that reads it is drawn anew: the dossier, and
/// where actions go.
#[derive(Clone, PartialEq)]
pub struct Reader {
    /// The dossier.
    pub dossier: DossierRef,
    /// Where actions go.
    pub dispatch: UseReducerDispatcher<State>,
    /// The dossier's own files in the edition in one file.
    pub files: Files,
    /// Has what was missed while a component was drawn come: see [`use_missed`].
    pub missed: Callback<()>,
}

/// Has what was missed of the dossier while this component was drawn come. For components with a state of their own,
/// which are drawn without the root.
#[hook]
pub fn use_missed(reader: &Reader) {
    let missed = reader.missed.clone();
    use_effect(move || missed.emit(()));
}

/// The dossier's own files by their paths, as `data:` URLs: those that the edition in one file has in it.
/// Elsewhere they are files of the site.
#[derive(Clone, Default, PartialEq)]
pub struct Files(Rc<BTreeMap<String, AttrValue>>);

impl FromIterator<(String, AttrValue)> for Files {
    fn from_iter<T: IntoIterator<Item = (String, AttrValue)>>(files: T) -> Self {
        Self(Rc::new(files.into_iter().collect()))
    }
}

/// The [`Reader`] of this page.
///
/// # Panics
///
/// Outside of the app, which provides it.
#[hook]
pub fn use_reader() -> Reader {
    use_context().expect("the app provides it")
}

/// What [`Provider`] is given.
#[derive(Properties, PartialEq)]
pub struct ProviderProps {
    /// The dossier.
    pub dossier: DossierRef,
    /// Its own files, where there is no other than this one.
    pub files: Files,
    /// What reads it.
    pub children: Html,
}

/// Provides a [`Reader`] to components that stand alone, without the app: their actions lead nowhere.
#[component]
pub fn Provider(props: &ProviderProps) -> Html {
    let state = use_reducer_eq(|| State::of(Page::Front, Base::Site("")));
    let ProviderProps { dossier, files, .. } = props;
    let context = Reader {
        dossier: dossier.clone(),
        dispatch: state.dispatcher(),
        files: files.clone(),
        missed: Callback::noop(),
    };
    html! { <ContextProvider<Reader> {context}>{ props.children.clone() }</ContextProvider<Reader>> }
}

/// The route that is shown, and where addresses lead from.
#[derive(Clone, PartialEq)]
pub struct Here {
    /// What the URL says.
    pub route: Rc<Route>,
    /// Where the URL stands.
    pub base: Base,
}

impl Reader {
    /// A callback that dispatches `action` on any event.
    pub fn on<E>(&self, action: Action) -> Callback<E> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |_| dispatch.dispatch(action.clone()))
    }

    /// The address of a route.
    #[must_use]
    pub fn url(&self, base: Base, route: &Route) -> String {
        route.to_url(&self.dossier, base)
    }

    /// The address of one of the dossier's own files, by its path below the site's folder; `None` where the
    /// edition in one file has it not.
    #[must_use]
    pub fn file(&self, base: Base, path: &str) -> Option<AttrValue> {
        match base {
            Base::Site(home) => Some(format!("{home}{path}").into()),
            Base::OneFile => self.files.0.get(path).cloned(),
        }
    }

    /// What a click on a link to `route` does: it changes the state without loading the page again, unless
    /// the reader asks for another tab.
    #[must_use]
    pub fn follow(&self, route: Route) -> Callback<MouseEvent> {
        self.instead(Action::Opened(Box::new(route)))
    }

    /// What a click on a link does that stands for an action: that, in place of what the link leads to, unless the reader
    /// asks for another tab.
    #[must_use]
    pub fn instead(&self, action: Action) -> Callback<MouseEvent> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |event: MouseEvent| {
            if !opens_elsewhere(&event) {
                event.prevent_default();
                dispatch.dispatch(action.clone());
            }
        })
    }

    /// A link to a route. It has a real address, so it works before the page has come alive, and can be
    /// opened in a new tab, copied and bookmarked.
    pub fn link(&self, base: Base, route: Route, class: &'static str, words: Html) -> Html {
        let href = self.url(base, &route);
        let class = (!class.is_empty()).then_some(class);
        html! { <a {class} {href} onclick={self.follow(route)}>{ words }</a> }
    }
}
