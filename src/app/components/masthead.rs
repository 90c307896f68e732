//! [`Masthead`]: the dossier's name, the search, and the colours.

use yew::prelude::*;

use super::link::Link;
use crate::app::effects;
use crate::app::store::use_reader;
use crate::route::Theme;
use crate::state::Action;

/// The head of every view.
#[component]
pub fn Masthead() -> Html {
    let reader = use_reader();
    let theme = reader.store.theme();
    let next = match theme {
        Theme::Auto => Theme::Light,
        Theme::Light => Theme::Dark,
        Theme::Dark => Theme::Auto,
    };
    html! {
        <header class="masthead">
            <p class="masthead-name">
                <Link action={Action::FrontOpened}>{ &reader.dossier.masthead.title }</Link>
            </p>
            <Search />
            <div class="masthead-tools">
                <button
                    type="button"
                    class="tool"
                    data-theme={theme.name()}
                    aria-label={["Colours: ", theme.name(), ". Change to ", next.name()].concat()}
                    onclick={reader.on(Action::ThemeChosen(next))}
                >
                    { theme_label(theme) }
                </button>
                <button
                    type="button"
                    class="tool"
                    aria-haspopup="dialog"
                    onclick={reader.on(Action::KeysToggled)}
                >
                    { "Keys" }
                </button>
            </div>
        </header>
    }
}

fn theme_label(theme: Theme) -> &'static str {
    match theme {
        Theme::Auto => "Auto",
        Theme::Light => "Light",
        Theme::Dark => "Dark",
    }
}

/// The search field: answers while the reader types.
#[component]
fn Search() -> Html {
    let reader = use_reader();
    let query = reader.store.route.query.clone();
    let oninput = {
        let reader = reader.clone();
        move |event: InputEvent| reader.dispatch(Action::QueryChanged(effects::field_value(&event)))
    };
    let onkeydown = {
        let reader = reader.clone();
        move |event: KeyboardEvent| effects::keyboard::in_search(&reader, &event)
    };
    let clear = {
        let reader = reader.clone();
        move |_| {
            reader.dispatch(Action::QueryChanged(String::new()));
            effects::focus::search();
        }
    };
    html! {
        <search class="search">
            <label for="query">{ "Search" }</label>
            <input
                type="search"
                id="query"
                placeholder="A word, a name, “a phrase”, -without"
                value={query.clone()}
                {oninput}
                {onkeydown}
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
