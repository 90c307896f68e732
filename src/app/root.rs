//! [`App`]: the root component.

use std::rc::Rc;

use yew::prelude::*;

use super::components::arrivals::{missing, view_on_the_way};
use super::components::dialogs::dialogs;
use super::components::filters::Filters;
use super::components::foot::Foot;
use super::components::masthead::Masthead;
use super::components::notices::notices;
use super::components::status::Status;
use super::components::welcome_back::WelcomeBack;
use super::hooks::{
    Blocks, SearchState, use_address, use_blocks, use_document, use_host, use_kept_preferences,
    use_notebook, use_place, use_rescue, use_search, use_shortcuts,
};
use super::pages::article::{Noted, article_page};
use super::pages::compare::ComparePage;
use super::pages::concordance::ConcordancePage;
use super::pages::finding::FindingPage;
use super::pages::front::{FrontPage, Seen};
use super::pages::notebook::NotebookPage;
use super::pages::results::results_page;
use super::pages::speakers::speakers_page;
use super::pages::statements::StatementsPage;
use super::reader::{ArticleRef, DossierRef, Files, Here, Reader};
use crate::app::renders;
use crate::i18n::tr;
use crate::route::{Base, Page, Route, View};
use crate::span::Span;
use crate::state::{State, current_mark, marks};

/// What the app is started with, and all that its first drawing is made of.
#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// The dossier; never changed.
    pub dossier: DossierRef,
    /// The page that is pressed or hydrated.
    pub page: Page,
    /// Where it stands.
    pub base: Base,
    /// What the reader has typed into the search field before the app was there.
    #[prop_or_default]
    pub typed: AttrValue,
    /// The dossier's own files, in the edition in one file.
    #[prop_or_default]
    pub files: Files,
}

/// The root component.
#[component]
pub fn App(props: &AppProps) -> Html {
    renders::note("App");
    let state = use_reducer_eq(|| State::of(props.page, props.base));
    let needs_all = state.needs_all_articles();
    let blocks = use_blocks(&props.dossier, &state.route, needs_all);
    let dossier = &blocks.dossier;
    let reader = use_own_reader(&blocks, &state, &props.files);
    let here = Here { route: state.route.clone(), base: state.base };

    let article = use_article(dossier, state.route.view);
    let is_read = (*article).as_ref().is_none_or(|article| article.is_whole);
    let marks = use_marks(dossier, &here.route, &article);
    let noted = use_noted(&state, &article);
    let current = (*article).as_ref().and_then(|source| current_mark(&state, source, &marks));
    let found = use_search(&blocks, &state);

    let is_whole = !needs_all || blocks.are_all_here();
    use_browser(&reader, &state, &props.typed, (marks.len(), current), is_whole, is_read);

    let front = Rc::new(state.route.front());
    let base = state.base;
    let is_front = !answered(&here, &found).asks_for_results() && here.route.view == View::Overview;
    let seen = use_seen(&blocks, is_front);
    let (key, page) = match (*article).as_ref() {
        Some(article) => {
            let page = article_page(&reader, &here, article, (&marks, current), &noted, &state);
            (&*article.article.slug, page)
        }
        None if !is_whole => ("on-the-way/", view_on_the_way(&blocks)),
        None => research_page(&here, &state, &found)
            .unwrap_or_else(|| list_page(&reader, &here, &state, &found, &seen)),
    };
    html! {
        <ContextProvider<Reader> context={(*reader).clone()}>
            <Masthead
                front={front.clone()}
                {base}
                query={query_of(&state, &props.typed)}
                is_live={state.is_live}
                {is_front}
                view={state.route.view}
                n_notes={state.notebook.len()}
            />
            { notices(&reader, &state.notices) }
            // Seen only as long as the page's script says that a view has to come first.
            <p class="starting">{ tr!("The view is on its way …") }</p>
            <div class="columns" data-view={layout(state.route.view)}>
                <Filters
                    filter={Rc::new(state.route.filter.clone())}
                    front={front.clone()}
                    {base}
                    article={(*article).clone().filter(|_| is_read)}
                    counts={found.counts().filter(|_| is_read)}
                    preferences={state.preferences}
                    is_live={state.is_live}
                />
                <main id="main" tabindex="-1">
                    <Status
                        here={here.clone()}
                        n_hits={found.n_hits()}
                        is_searching={found.is_searching}
                        is_partial={found.is_partial}
                        {is_read}
                        n_marks={marks.len()}
                        {current}
                    />
                    { missing(&blocks) }
                    <div {key} class="view">{ page }</div>
                </main>
            </div>
            if state.is_live {
                { dialogs(&reader, &here, &state, &blocks) }
                <Foot view={state.route.view} />
                <WelcomeBack {here} />
            }
        </ContextProvider<Reader>>
    }
}

/// The words in the search field: until the app runs, those that were `typed` before it was there.
fn query_of(state: &State, typed: &AttrValue) -> AttrValue {
    if state.is_live { state.route.query.clone().into() } else { typed.clone() }
}

/// How the columns of a view are laid out, as the styles have it.
fn layout(view: View) -> &'static str {
    match view {
        View::Article(..) => "article",
        View::Statements | View::Compare | View::Concordance | View::Notebook => "wide",
        view if view.is_finding() => "finding",
        _ => "list",
    }
}

/// The pages beside the articles and their lists, each with its key; `None` where the view is none of them.
fn research_page(here: &Here, state: &State, found: &SearchState) -> Option<(&'static str, Html)> {
    let here = here.clone();
    let n_shown = state.n_results;
    Some(match here.route.view {
        View::Statements => ("statements/", html! { <StatementsPage {here} {n_shown} /> }),
        view if view.is_finding() => ("finding/", html! { <FindingPage {here} /> }),
        View::Notebook => (
            "notebook/",
            html! {
                <NotebookPage
                    {here}
                    notebook={state.notebook.clone()}
                    is_kept={state.keeps_notes}
                    removed={state.removed.last().cloned()}
                    {n_shown}
                />
            },
        ),
        View::Compare => ("compare/", html! { <ComparePage {here} {n_shown} /> }),
        View::Concordance if here.route.asks_for_results() => {
            ("concordance/", html! { <ConcordancePage {here} answer={found.answer.clone()} /> })
        }
        _ => return None,
    })
}

/// The pages that list articles, speakers or results, each with its key.
fn list_page(
    reader: &Reader,
    here: &Here,
    state: &State,
    found: &SearchState,
    seen: &Rc<Option<Seen>>,
) -> (&'static str, Html) {
    let answered = answered(here, found);
    let number = match here.route.view {
        View::Speakers(number) => return ("speakers/", speakers_page(reader, here, number)),
        View::Articles(number) => number,
        _ if answered.asks_for_results() => {
            let here = Here { route: answered.clone(), base: here.base };
            return ("results/", results_page(reader, &here, found, state.evidence));
        }
        _ => 1,
    };
    let (front, base) = (Rc::new(here.route.front()), here.base);
    ("front/", html! { <FrontPage {front} {base} {number} seen={seen.clone()} /> })
}

/// The route whose results are shown: as long as there is nothing new to see, what was there stays.
fn answered<'s>(here: &'s Here, found: &'s SearchState) -> &'s Rc<Route> {
    match found.route.view {
        View::Overview | View::Speaker(_) => &found.route,
        _ => &here.route,
    }
}

/// The reader of this page, which changes only when blocks arrive.
#[hook]
fn use_own_reader(blocks: &Blocks, state: &UseReducerHandle<State>, files: &Files) -> Rc<Reader> {
    let asked = (blocks.dossier.clone(), state.dispatcher(), files.clone());
    use_memo(asked, |(dossier, dispatch, files)| Reader {
        dossier: dossier.clone(),
        dispatch: dispatch.clone(),
        files: files.clone(),
        missed: {
            let blocks = blocks.clone();
            Callback::from(move |()| blocks.take_missed())
        },
    })
}

/// The article that is open. It is opened once, and passed on.
#[hook]
fn use_article(dossier: &DossierRef, view: View) -> Rc<Option<ArticleRef>> {
    let open = match view {
        View::Article(id, _) => Some(id),
        _ => None,
    };
    use_memo((dossier.clone(), open), |(dossier, open)| {
        open.map(|id| ArticleRef::new(dossier.open_article(id).into_owned()))
    })
}

/// What is marked in the open article, in reading order.
#[hook]
fn use_marks(
    dossier: &DossierRef,
    route: &Rc<Route>,
    article: &Rc<Option<ArticleRef>>,
) -> Rc<Vec<Span>> {
    let asked = (dossier.clone(), route.clone(), article.clone());
    use_memo(asked, |(dossier, route, article)| {
        let article = (**article).as_ref().filter(|article| article.is_whole);
        article.map_or_else(Vec::new, |article| marks(dossier, article, route))
    })
}

/// What the reader noted in the open article.
#[hook]
fn use_noted(state: &State, article: &Rc<Option<ArticleRef>>) -> Rc<Noted> {
    // Only what was deleted last can be had back where it stood.
    let asked = (state.notebook.clone(), state.removed.last().cloned(), article.clone());
    use_memo(asked, |(notebook, deleted, article)| {
        let Some(source) = article.as_ref() else { return Noted::default() };
        let (slug, text) = (&source.article.slug, &source.article.text);
        let notes = notebook.in_article(slug, text);
        Noted {
            notes: notes.into_iter().map(|(span, note)| (span, note.clone())).collect(),
            deleted: deleted
                .as_ref()
                .and_then(|note| Some((note.span_in(slug, text)?, note.clone()))),
        }
    })
}

/// What the front page shows of the whole dossier, once it is needed: once for all, because each search takes the
/// front page away and brings it back.
#[hook]
fn use_seen(blocks: &Blocks, is_front: bool) -> Rc<Option<Seen>> {
    let dossier = &blocks.dossier;
    // A part of it would be a wrong one.
    let is_whole = blocks.are_all_here();
    let has_been_front = use_mut_ref(|| false);
    *has_been_front.borrow_mut() |= is_front;
    let asked = (dossier.clone(), *has_been_front.borrow(), is_whole);
    use_memo(asked, |(dossier, is_needed, is_whole)| {
        is_needed.then(|| Seen::of(dossier, *is_whole)).flatten()
    })
}

/// Lets the browser follow the state, and the state the browser. There are so many marks to step through, and the reader
/// stands at one. `is_whole` is false while the view waits for
/// articles, and `is_read` while the open one is not there.
#[hook]
fn use_browser(
    reader: &Reader,
    state: &UseReducerHandle<State>,
    typed: &AttrValue,
    marks: (usize, Option<u32>),
    is_whole: bool,
    is_read: bool,
) {
    use_address(reader, state, typed);
    use_notebook(reader, state);
    use_kept_preferences(state);
    use_document(&reader.dossier, state);
    use_place(&reader.dossier, state, is_read);
    use_shortcuts(reader, state, marks.0, marks.1);
    use_host(reader, state);
    use_rescue((state.notices.is_empty(), is_whole), "main h1");
}
