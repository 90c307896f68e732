//! The list of keys, and the switch that turns single keys off.

use yew::prelude::*;

use super::View;
use crate::app::effects::keyboard::KEYS;
use crate::state::Action;

/// The dialog with all keys. It is shown and hidden by [`crate::app::effects::focus`].
pub fn keys(view: &View<'_>) -> Html {
    let shortcuts = view.state.preferences.shortcuts;
    let is_open = view.state.keys_open;
    let onclose = view.app.batch_callback(move |_: Event| is_open.then_some(Action::KeysToggled));
    html! {
        <dialog id="keys" class="keys" aria-labelledby="keys-title" {onclose}>
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
                    onclick={view.on_click(Action::ShortcutsSwitched(!shortcuts))}
                />
                <span class="filter-name">{ "Single keys act" }</span>
            </label>
            <button type="button" onclick={view.on_click(Action::KeysToggled)}>{ "Close" }</button>
        </dialog>
    }
}
