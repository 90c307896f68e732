//! The head of every view: the dossier's name, the search, and the colours.

use yew::prelude::*;

use super::View;
use crate::app::effects;
use crate::route::Theme;
use crate::state::Action;

/// The masthead.
pub fn masthead(view: &View<'_>) -> Html {
    let theme = view.state.theme();
    let (name, next) = match theme {
        Theme::Auto => ("Auto", Theme::Light),
        Theme::Light => ("Light", Theme::Dark),
        Theme::Dark => ("Dark", Theme::Auto),
    };
    html! {
        <header class="masthead">
            <p class="masthead-name">
                { view.text_link(Action::FrontOpened, view.dossier.masthead.title.clone()) }
            </p>
            { search(view) }
            <div class="masthead-tools">
                <button
                    type="button"
                    class="theme"
                    aria-label={["Colours: ", theme.name(), ". Change to ", next.name()].concat()}
                    onclick={view.on_click(Action::ThemeChosen(next))}
                >
                    { name }
                </button>
                <button
                    type="button"
                    aria-haspopup="dialog"
                    onclick={view.on_click(Action::KeysToggled)}
                >
                    { "Keys" }
                </button>
            </div>
        </header>
    }
}

/// The search field: answers while the reader types.
fn search(view: &View<'_>) -> Html {
    let query = view.state.route.query.clone();
    let oninput =
        view.app.callback(|event: InputEvent| Action::QueryChanged(effects::field_value(&event)));
    let clear = view.app.callback(|_: MouseEvent| {
        effects::focus::search();
        Action::QueryChanged(String::new())
    });
    html! {
        <search class="search">
            <label for="query">{ "Search" }</label>
            <input
                type="search"
                id="query"
                placeholder="A word, a name, “a phrase”, -without"
                value={query.clone()}
                {oninput}
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                dir="auto"
                enterkeyhint="search"
                aria-describedby="query-help"
            />
            <span id="query-help" class="visually-hidden">
                { "Results change while you type. Enter goes to the first." }
            </span>
            if !query.is_empty() {
                <button type="button" class="search-clear" aria-label="Clear the search" onclick={clear}>
                    { "×" }
                </button>
            }
        </search>
    }
}
