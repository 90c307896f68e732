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
    /// Hears what was written, unless it is refused.
    pub written: Callback<String>,
    /// Says of a text why it cannot stand there, a sentence without a full stop.
    #[prop_or_default]
    pub refused: Option<Callback<String, Option<String>>>,
    /// Why what was written last was not taken, where that was known later.
    #[prop_or_default]
    pub fault: Option<String>,
}

/// A field with a line of text, which is told when its reader is done with it.
///
/// What is refused stays in the field, with the reason below it, until it is mended, or Escape brings back what is kept.
#[component]
pub fn Line(props: &LineProps) -> Html {
    let LineProps { id, text, written, refused, .. } = props;
    let node = use_node_ref();
    let fault = use_state_eq(|| None::<String>);
    // What Escape has brought back was not written, though some browsers tell so.
    let is_brought_back = use_mut_ref(|| false);
    {
        let (node, fault) = (node.clone(), fault.setter());
        // Not as an attribute, which would be set with each drawing, over what is being written just then.
        use_effect_with(text.clone(), move |text| {
            if focus::fill(&node, text) {
                fault.set(None);
            }
        });
    }
    {
        let fault = fault.setter();
        use_effect_with(props.fault.clone(), move |told| {
            if told.is_some() {
                fault.set(told.clone());
            }
        });
    }
    let onchange = {
        let (written, refused) = (written.clone(), refused.clone());
        let (fault, is_brought_back) = (fault.setter(), is_brought_back.clone());
        Callback::from(move |event: Event| {
            if is_brought_back.take() {
                return;
            }
            let field: HtmlInputElement = event.target_unchecked_into();
            let why = refused.as_ref().and_then(|refused| refused.emit(field.value()));
            if why.is_none() {
                written.emit(field.value());
            }
            fault.set(why);
        })
    };
    let oninput = {
        let is_brought_back = is_brought_back.clone();
        Callback::from(move |_: InputEvent| *is_brought_back.borrow_mut() = false)
    };
    let onkeydown = {
        let (text, fault, is_brought_back) =
            (text.clone(), fault.setter(), is_brought_back.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                let field: HtmlInputElement = event.target_unchecked_into();
                field.set_value(&text);
                *is_brought_back.borrow_mut() = true;
                fault.set(None);
            }
        })
    };
    let fault_id = format!("{id}-fault");
    html! {
        <>
            <input
                {id}
                type="text"
                dir="auto"
                autocomplete="off"
                aria-invalid={fault.is_some().then_some("true")}
                aria-describedby={fault.is_some().then(|| fault_id.clone())}
                ref={node}
                {onchange}
                {oninput}
                {onkeydown}
            />
            if let Some(why) = &*fault {
                <p id={fault_id} class="fault" role="alert" dir="auto">
                    { format!("{}. {}", why.trim_end_matches('.'), still_kept(text)) }
                </p>
            }
        </>
    }
}

/// What is kept of a field whose text is refused, and the way back to it.
fn still_kept(text: &str) -> String {
    if text.is_empty() {
        "Nothing is kept here yet; Escape empties the field.".to_owned()
    } else {
        format!("Kept is still “{text}”; Escape brings it back.")
    }
}
