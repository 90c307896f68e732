//! [`Link`]: a link to another state of this page.

use yew::prelude::*;

use crate::app::effects::url::opens_elsewhere;
use crate::app::store::use_reader;
use crate::state::{Action, State};

/// What a [`Link`] shows and does.
#[derive(Properties, PartialEq)]
pub struct LinkProps {
    /// What following the link reports.
    pub action: Action,
    /// The words of the link, or what is around them.
    pub children: Html,
    /// Its class.
    #[prop_or_default]
    pub class: Classes,
    /// Its name where the children do not say enough.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// The name of a file to which it belongs as the present one: sets `aria-current`.
    #[prop_or_default]
    pub rel: Option<AttrValue>,
}

/// A link to the state after an action. It has a real URL, so it can be opened in a new tab, copied
/// and bookmarked; followed here, it changes the state without loading the page again.
#[component]
pub fn Link(LinkProps { action, children, class, label, rel }: &LinkProps) -> Html {
    let reader = use_reader();
    let href = State::apply(&reader.store, action.clone()).route.to_url(&reader.dossier);
    let onclick = {
        let action = action.clone();
        let reader = reader.clone();
        move |event: MouseEvent| {
            if !opens_elsewhere(&event) {
                event.prevent_default();
                reader.dispatch(action.clone());
            }
        }
    };
    html! {
        <a {href} {onclick} class={class.clone()} aria-label={label.clone()} rel={rel.clone()}>
            { children.clone() }
        </a>
    }
}
