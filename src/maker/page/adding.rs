//! [`Adding`]: the ways to add articles.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::ask::Ask;
use crate::app::effects::focus;
use crate::maker::desk::bounds;
use crate::maker::message::Command;

#[derive(Properties, PartialEq)]
pub struct AddingProps {
    /// Whether there are some already, so that this takes less room.
    pub has_articles: bool,
    pub ask: Ask,
}

/// The ways to add articles.
#[component]
pub fn Adding(props: &AddingProps) -> Html {
    let AddingProps { has_articles, ask } = props;
    let node = use_node_ref();
    let is_refused = use_state_eq(|| false);
    let paste = {
        let (ask, node, is_refused) = (ask.clone(), node.clone(), is_refused.setter());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(field) = node.cast::<HtmlTextAreaElement>() else { return };
            let text = field.value();
            let has_words = text.contains(char::is_alphanumeric);
            is_refused.set(!has_words);
            if has_words {
                ask.of(Command::Paste { html: String::new(), text });
                field.set_value("");
            } else {
                focus::go_to(&field);
            }
        })
    };
    let oninput = {
        let is_refused = is_refused.setter();
        Callback::from(move |_: InputEvent| is_refused.set(false))
    };
    html! {
        <section class="adding" aria-label="Add articles" data-small={has_articles.then_some("")}>
            <p class="drop">
                { "Drop articles here, or " }
                <label class="button">
                    { "Choose files" }
                    <input type="file" id="choose" multiple=true onchange={ask.chosen()} />
                </label>
                { " " }
                <label class="button">
                    { "Choose a folder" }
                    <input type="file" id="choose-folder" multiple=true webkitdirectory=true onchange={ask.chosen()} />
                </label>
            </p>
            <p class="fine">
                { format!(
                    "Saved web pages, Markdown, text, feeds, tables (CSV, JSON Lines), folders, zips; {}.", bounds()
                ) }
            </p>
            <details>
                <summary>{ "Paste an article" }</summary>
                <form onsubmit={paste}>
                    <label for="pasted">{ "Its words, the headline in the first line; or a page’s HTML" }</label>
                    <textarea
                        id="pasted"
                        rows="6"
                        aria-invalid={is_refused.then_some("true")}
                        aria-describedby={is_refused.then_some("pasted-fault")}
                        ref={node}
                        {oninput}
                    />
                    if *is_refused {
                        <p id="pasted-fault" class="fault" role="alert">
                            { "There are no words in the field; paste an article into it first." }
                        </p>
                    }
                    <button type="submit">{ "Add" }</button>
                </form>
            </details>
        </section>
    }
}
