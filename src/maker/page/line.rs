//! [`Line`]: a field for a line of text.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::effects::focus;

#[derive(Properties, PartialEq)]
pub struct LineProps {
    /// The id of the field.
    pub id: AttrValue,
    /// What stands in it.
    pub text: String,
    /// Hears what was written.
    pub written: Callback<String>,
}

/// A field with a line of text, which is told when its reader is done with it.
#[component]
pub fn Line(props: &LineProps) -> Html {
    let LineProps { id, text, written } = props;
    let node = use_node_ref();
    {
        let node = node.clone();
        // Not as an attribute, which would be set with each drawing, over what is being written just then.
        use_effect_with(text.clone(), move |text| {
            let field = node.cast::<HtmlInputElement>();
            if let Some(field) = field.filter(|field| !focus::has_it(field)) {
                field.set_value(text);
            }
        });
    }
    let onchange = {
        let written = written.clone();
        Callback::from(move |event: Event| {
            let field: HtmlInputElement = event.target_unchecked_into();
            written.emit(field.value());
        })
    };
    html! { <input {id} type="text" dir="auto" autocomplete="off" ref={node} {onchange} /> }
}
