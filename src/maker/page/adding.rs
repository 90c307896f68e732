//! [`Adding`]: the ways to add articles.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::ask::Ask;
use crate::app::effects::focus;
use crate::maker::desk::bounds;
use crate::maker::message::Command;

#[derive(Properties, PartialEq)]
pub struct AddingProps {
    /// How many there are already; beside some, this takes less room.
    pub n_articles: usize,
    /// Whether the desk is at work.
    pub is_busy: bool,
    pub ask: Ask,
}

/// The ways to add articles.
#[component]
pub fn Adding(props: &AddingProps) -> Html {
    let AddingProps { n_articles, is_busy, ask } = props;
    let Pasting { node, is_refused, onsubmit, oninput } = use_pasting(ask, *n_articles, *is_busy);
    html! {
        <section class="adding" aria-label="Add articles" data-small={(*n_articles > 0).then_some("")}>
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
                    "Saved web pages, Markdown, text, documents (.docx, .odt), feeds, tables (CSV, JSON Lines), folders, \
                     zips; {}.",
                    bounds()
                ) }
            </p>
            <details>
                <summary>{ "Paste an article" }</summary>
                <form {onsubmit}>
                    <label for="pasted">{ "Its words, the headline in the first line; or a page’s HTML" }</label>
                    <textarea
                        id="pasted"
                        rows="6"
                        aria-invalid={is_refused.then_some("true")}
                        aria-describedby={is_refused.then_some("pasted-fault")}
                        ref={node}
                        {oninput}
                    />
                    if is_refused {
                        <p id="pasted-fault" class="fault" role="alert">
                            { "There are no words in the field; paste an article into it first." }
                        </p>
                    }
                    <button type="submit">{ "Add" }</button>
                </form>
            </details>
            if *n_articles == 0 {
                <p class="fine example">
                    { "None at hand? " }
                    <button type="button" class="link" onclick={ask.on_leaving(Command::AddExample)}>
                        { "Try it with three invented articles" }
                    </button>
                </p>
            }
        </section>
    }
}

/// The field for a pasted article.
struct Pasting {
    node: NodeRef,
    /// Whether what was to be added has no words.
    is_refused: bool,
    onsubmit: Callback<SubmitEvent>,
    oninput: Callback<InputEvent>,
}

/// Adds what is pasted into the field, where it stays until the desk has taken it.
#[hook]
fn use_pasting(ask: &Ask, n_articles: usize, is_busy: bool) -> Pasting {
    let node = use_node_ref();
    let is_refused = use_state_eq(|| false);
    // What was pasted last, and how many articles there were then.
    let pasted = use_mut_ref(|| None::<(String, usize)>);
    let onsubmit = {
        let (ask, node, pasted) = (ask.clone(), node.clone(), pasted.clone());
        let is_refused = is_refused.setter();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(field) = node.cast::<HtmlTextAreaElement>() else { return };
            let text = field.value();
            let has_words = text.contains(char::is_alphanumeric);
            is_refused.set(!has_words);
            if has_words {
                pasted.replace(Some((text.clone(), n_articles)));
                ask.of(Command::Paste { html: String::new(), text });
            } else {
                focus::go_to(&field);
            }
        })
    };
    {
        let node = node.clone();
        use_effect_with((is_busy, n_articles), move |&(is_busy, n_articles)| {
            if is_busy {
                return;
            }
            let field = node.cast::<HtmlTextAreaElement>();
            let (Some(field), Some((text, n_before))) = (field, pasted.take()) else { return };
            if n_articles > n_before && field.value() == text {
                field.set_value("");
            }
        });
    }
    let oninput = {
        let is_refused = is_refused.setter();
        Callback::from(move |_: InputEvent| is_refused.set(false))
    };
    Pasting { node, is_refused: *is_refused, onsubmit, oninput }
}
