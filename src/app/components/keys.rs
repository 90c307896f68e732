//! [`Keys`]: the list of keys, and the switch that turns single keys off.

use yew::prelude::*;

use crate::app::effects::{self, keyboard::KEYS};
use crate::app::store::use_reader;
use crate::state::Action;

/// The dialog with all keys.
#[component]
pub fn Keys() -> Html {
    let reader = use_reader();
    let dialog = use_node_ref();
    effects::focus::use_modal(&dialog, reader.store.keys_open);
    let onclose = {
        let reader = reader.clone();
        move |_: Event| {
            if reader.store.keys_open {
                reader.dispatch(Action::KeysToggled);
            }
        }
    };
    let shortcuts = reader.store.preferences.shortcuts;
    html! {
        <dialog ref={dialog} class="keys" aria-labelledby="keys-title" {onclose}>
            <h2 id="keys-title">{ "Keys" }</h2>
            <dl>
                { for KEYS.iter().map(|(keys, meaning)| html! {
                    <div>
                        <dt>{ for keys.split(' ').map(|key| html! { <kbd>{ key }</kbd> }) }</dt>
                        <dd>{ *meaning }</dd>
                    </div>
                }) }
            </dl>
            <label class="filter">
                <input
                    type="checkbox"
                    checked={shortcuts}
                    onchange={reader.on(Action::ShortcutsSwitched(!shortcuts))}
                />
                <span class="filter-name">{ "Single keys act" }</span>
            </label>
            <form method="dialog">
                <button type="button" onclick={reader.on(Action::KeysToggled)}>{ "Close" }</button>
            </form>
        </dialog>
    }
}
