//! The list of keys, and the switch that turns single keys off.

use yew::prelude::*;

use super::element::{Element, button, el};
use super::reader::Reader;
use crate::app::effects::keyboard::KEYS;
use crate::state::Action;

/// The dialog with all keys. It is shown and hidden by [`crate::app::effects::focus`].
pub fn keys(reader: &Reader<'_>) -> Element {
    let shortcuts = reader.state.preferences.shortcuts;
    let is_open = reader.state.keys_open;
    let on_close = {
        let dispatch = reader.dispatch.clone();
        Callback::from(move |_: Event| {
            if is_open {
                dispatch.emit(Action::KeysToggled);
            }
        })
    };
    let mut list = el("dl", "");
    for (keys, meaning) in KEYS {
        let keys =
            keys.split(' ').fold(el("dt", ""), |keys, key| keys.child(el("kbd", "").text(key)));
        list = list.child(el("div", "").child(keys).child(el("dd", "").text(meaning)));
    }
    let switch = el("input", "")
        .attr("type", "checkbox")
        .checked(shortcuts)
        .on_click(reader.on_click(Action::ShortcutsSwitched(!shortcuts)));
    el("dialog", "keys")
        .attr("id", "keys")
        .attr("aria-labelledby", "keys-title")
        .on_close(on_close)
        .child(el("h2", "").attr("id", "keys-title").text("Keys"))
        .child(list)
        .child(
            el("label", "filter")
                .child(switch)
                .child(el("span", "filter-name").text("Single keys act")),
        )
        .child(button("", reader.on_click(Action::KeysToggled)).text("Close"))
}
