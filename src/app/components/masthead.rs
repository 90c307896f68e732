//! The head of every view: the dossier's name, the search, the display and the keys.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::nav::nav;
use super::picture::{Loading, picture};
use crate::app::effects::focus;
use crate::app::reader::{Reader, use_reader};
use crate::app::renders;
use crate::article::Publisher;
use crate::i18n::tr;
use crate::route::{Base, Route, View};
use crate::state::{Action, Dialog};

#[derive(Properties, PartialEq)]
pub struct MastheadProps {
    /// The front page's route.
    pub front: Rc<Route>,
    /// Where addresses lead from.
    pub base: Base,
    /// What stands in the search field.
    pub query: AttrValue,
    /// Whether the query is the page's own; else the reader has typed it before the page was alive.
    pub is_live: bool,
    /// Whether the front page is shown, which has the dossier's name itself.
    pub is_front: bool,
    /// What is open.
    pub view: View,
    /// How many notes the reader has.
    pub n_notes: usize,
}

/// The masthead.
#[component]
pub fn Masthead(props: &MastheadProps) -> Html {
    renders::note("Masthead");
    let MastheadProps { front, base, query, is_live, is_front, view, n_notes } = props;
    let reader = use_reader();
    let wordmark =
        logo(&reader, *base).unwrap_or_else(|| html! { <>{ "Who" }<i>{ "said" }</i></> });
    let title = html! { <bdi>{ reader.dossier.masthead.title.clone() }</bdi> };
    html! {
        <>
        <header class="masthead">
            <p class="wordmark">{ reader.link(*base, (**front).clone(), "front-link", wordmark) }</p>
            <p class="masthead-name">
                if *is_front {
                    { tr!("Who said what, article by article") }
                } else {
                    { reader.link(*base, (**front).clone(), "", title) }
                }
            </p>
            { search(&reader, query, *is_live) }
            <div class="masthead-tools">
                <button
                    type="button"
                    aria-haspopup="dialog"
                    aria-label={tr!("Aa: text, width, colours")}
                    onclick={reader.on(Action::DialogOpened(Dialog::Display))}
                >
                    { "Aa" }
                </button>
                <button
                    type="button"
                    aria-haspopup="dialog"
                    onclick={reader.on(Action::DialogOpened(Dialog::Keys))}
                >
                    { tr!("Keys") }
                </button>
            </div>
        </header>
        { nav(&reader, front, *base, (*view, *is_front), *n_notes) }
        </>
    }
}

/// The publisher's logo.
fn logo(reader: &Reader, base: Base) -> Option<Html> {
    let Publisher { name, logo } = reader.dossier.masthead.publisher.as_ref()?;
    picture(reader, base, logo.as_ref()?, "logo", name, Loading::Eager)
}

/// The search field: answers while the reader types.
fn search(reader: &Reader, query: &AttrValue, is_live: bool) -> Html {
    let oninput = {
        let dispatch = reader.dispatch.clone();
        Callback::from(move |event: InputEvent| {
            let field = event.target_unchecked_into::<HtmlInputElement>();
            dispatch.dispatch(Action::QueryChanged(field.value()));
        })
    };
    let clear = {
        let dispatch = reader.dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            focus::search();
            dispatch.dispatch(Action::QueryChanged(String::new()));
        })
    };
    html! {
        <search class="search">
            <label for="query" class="visually-hidden">{ tr!("Search") }</label>
            <input
                type="search"
                id="query"
                placeholder={tr!("A word, a name, “a phrase”")}
                value={query.clone()}
                {oninput}
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                dir="auto"
                enterkeyhint="search"
                aria-describedby="query-help"
            />
            <span class="visually-hidden" id="query-help">
                { tr!("Results change while you type. Enter goes to the first.") }
            </span>
            if is_live && !query.is_empty() {
                <button
                    type="button"
                    class="search-clear"
                    aria-label={tr!("Clear the search")}
                    onclick={clear}
                >
                    { "×" }
                </button>
            }
        </search>
    }
}
