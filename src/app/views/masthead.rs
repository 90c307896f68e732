//! The head of every view: the dossier's name, the search, the size of text and the colours.

use yew::prelude::*;

use super::element::{Element, button, el};
use super::reader::Reader;
use crate::app::effects;
use crate::route::Theme;
use crate::state::{Action, TextSize};

/// The masthead.
pub fn masthead(reader: &Reader<'_>) -> Element {
    let theme = reader.state.theme();
    let (name, next) = match theme {
        Theme::Auto => ("Auto", Theme::Light),
        Theme::Light => ("Light", Theme::Dark),
        Theme::Dark => ("Dark", Theme::Auto),
    };
    let home = reader.link(Action::FrontOpened).text(&reader.dossier.masthead.title);
    let colours = button("theme", reader.on_click(Action::ThemeChosen(next)))
        .attr("aria-label", &format!("Colours: {name}. Change to {}", next.name()))
        .text(name);
    let size = reader.state.preferences.text_size;
    let next = match size {
        TextSize::Usual => TextSize::Larger,
        TextSize::Larger => TextSize::Largest,
        TextSize::Largest => TextSize::Usual,
    };
    let text_size = button("", reader.on_click(Action::TextSizeChosen(next)))
        .attr("aria-label", &format!("Text size: {}. Change to {}", size.name(), next.name()))
        .text("Aa");
    let keys = button("", reader.on_click(Action::KeysToggled))
        .attr("aria-haspopup", "dialog")
        .text("Keys");
    el("header", "masthead")
        .child(el("p", "masthead-name").child(home))
        .child(search(reader))
        .child(el("div", "masthead-tools").child(text_size).child(colours).child(keys))
}

/// The search field: answers while the reader types.
fn search(reader: &Reader<'_>) -> Element {
    let query = &reader.state.route.query;
    let on_input = reader
        .dispatch
        .reform(|event: InputEvent| Action::QueryChanged(effects::field_value(&event)));
    let field = el("input", "")
        .attr("type", "search")
        .attr("id", "query")
        .attr("placeholder", "A word, a name, “a phrase”")
        .value(query)
        .on_input(on_input)
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("spellcheck", "false")
        .attr("dir", "auto")
        .attr("enterkeyhint", "search")
        .attr("aria-describedby", "query-help");
    let clear = reader.dispatch.reform(|_: MouseEvent| {
        effects::focus::search();
        Action::QueryChanged(String::new())
    });
    let clear = (!query.is_empty())
        .then(|| button("search-clear", clear).attr("aria-label", "Clear the search").text("×"));
    el("search", "search")
        .child(el("label", "").attr("for", "query").text("Search"))
        .child(field)
        .child(
            el("span", "visually-hidden")
                .attr("id", "query-help")
                .text("Results change while you type. Enter goes to the first."),
        )
        .child_if(clear)
}
