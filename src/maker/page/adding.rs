//! [`Adding`]: the ways to add articles.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::ask::Ask;
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
    let paste = {
        let (ask, node) = (ask.clone(), node.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(field) = node.cast::<HtmlTextAreaElement>() else { return };
            ask.of(Command::Paste { html: String::new(), text: field.value() });
            field.set_value("");
        })
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
                    <textarea id="pasted" rows="6" ref={node} />
                    <button type="submit">{ "Add" }</button>
                </form>
            </details>
        </section>
    }
}
