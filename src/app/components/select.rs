//! A field with a choice of values, each with its words.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::app::renders;
use crate::choice::Choice;

/// A value with the words that stand for it.
pub type Offered = (AttrValue, AttrValue);

/// All values of a setting, by their names.
pub fn offered<T: Choice>(words: impl Fn(T) -> &'static str) -> Vec<Offered> {
    T::ALL.iter().map(|value| (value.name().into(), words(*value).into())).collect()
}

#[derive(Properties, PartialEq)]
pub struct SelectProps {
    /// What can be chosen.
    pub offered: Vec<Offered>,
    /// The value that is chosen.
    pub chosen: AttrValue,
    /// Called with the value that the reader chooses.
    pub onchoose: Callback<String>,
}

/// The field, which shows what is chosen also where that changes in another way than by the field.
#[component]
pub fn Select(props: &SelectProps) -> Html {
    renders::note("Select");
    let field = use_node_ref();
    {
        let field = field.clone();
        // Once a reader has chosen, browsers heed no `selected` any more.
        use_effect_with((props.offered.clone(), props.chosen.clone()), move |(_, chosen)| {
            if let Some(field) = field.cast::<HtmlSelectElement>() {
                field.set_value(chosen);
            }
        });
    }
    let onchange = props.onchoose.reform(|event: Event| {
        let field = event.target_dyn_into::<HtmlSelectElement>();
        field.map(|field| field.value()).unwrap_or_default()
    });
    let options = props.offered.iter().map(|(value, words)| {
        html! { <option {value} selected={*value == props.chosen}>{ words }</option> }
    });
    html! { <select ref={field} {onchange}>{ for options }</select> }
}
