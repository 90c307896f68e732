//! [`Modal`]: a dialog in front of the page.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use crate::app::reader::use_reader;
use crate::app::renders;
use crate::i18n::tr;
use crate::state::Action;

#[derive(Properties, PartialEq)]
pub struct ModalProps {
    /// Its heading.
    pub title: AttrValue,
    /// A class of its own.
    #[prop_or_default]
    pub class: Classes,
    /// Whether it is there to be read, so that the focus goes to its heading and not to the first control.
    #[prop_or_default]
    pub is_told: bool,
    /// What is in it.
    pub children: Html,
}

/// A modal dialog. It is open for as long as it is drawn; the browser keeps the focus inside and gives it
/// back afterwards.
#[component]
pub fn Modal(props: &ModalProps) -> Html {
    renders::note("Modal");
    let ModalProps { title, class, is_told, children } = props;
    let reader = use_reader();
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with((), move |()| {
            let dialog = node.cast::<HtmlDialogElement>();
            if let Some(dialog) = &dialog {
                // It is in the page and not open yet.
                let _ = dialog.show_modal();
            }
            move || {
                if let Some(dialog) = dialog {
                    dialog.close();
                }
            }
        });
    }
    let close = reader.on::<MouseEvent>(Action::DialogClosed);
    html! {
        <dialog
            class={classes!("modal", class.clone())}
            aria-labelledby="dialog-title"
            ref={node}
            onclose={reader.on::<Event>(Action::DialogClosed)}
        >
            <h2 id="dialog-title" tabindex={is_told.then_some("-1")} autofocus={*is_told}>{ title }</h2>
            { children.clone() }
            <button type="button" class="modal-close" onclick={close}>{ tr!("Close") }</button>
        </dialog>
    }
}
