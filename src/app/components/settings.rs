//! A choice between the values of a setting.

use yew::prelude::*;

use crate::choice::Choice;

/// Buttons for the values of a setting, of which one is pressed; `id` is unique in the page.
pub fn segments<T: Choice>(
    id: &'static str,
    legend: &'static str,
    chosen: T,
    name: impl Fn(T) -> &'static str,
    choose: impl Fn(T) -> Callback<MouseEvent>,
) -> Html {
    let options = T::ALL.iter().map(|value| {
        html! {
            <label>
                <input
                    type="radio"
                    name={id}
                    value={value.name()}
                    checked={*value == chosen}
                    onclick={choose(*value)}
                />
                <span>{ name(*value) }</span>
            </label>
        }
    });
    html! {
        <fieldset class="setting">
            <legend>{ legend }</legend>
            <div class="segments">{ for options }</div>
        </fieldset>
    }
}
