//! The list of keys, and the switch that turns single keys off.

use yew::prelude::*;

use super::dialog::Modal;
use crate::app::hooks::keys;
use crate::app::reader::Reader;
use crate::i18n::tr;
use crate::preferences::Preferences;
use crate::state::Action;

/// The dialog with all keys.
pub fn keys_dialog(reader: &Reader, preferences: &Preferences) -> Html {
    let keys = keys().into_iter().map(|(keys, meaning)| {
        html! {
            <div>
                <dt>{ for keys.split(' ').map(|key| html! { <kbd>{ key }</kbd> }) }</dt>
                <dd>{ meaning }</dd>
            </div>
        }
    });
    let switched = Preferences { shortcuts: !preferences.shortcuts, ..*preferences };
    html! {
        <Modal title={tr!("Keys")} class="keys" is_told=true>
            <dl>{ for keys }</dl>
            <label class="filter">
                <input
                    type="checkbox"
                    checked={preferences.shortcuts}
                    onclick={reader.on(Action::PreferencesChanged(switched))}
                />
                <span class="filter-name">{ tr!("Use single keys") }</span>
            </label>
        </Modal>
    }
}
