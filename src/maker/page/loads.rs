//! [`Loads`]: what the page has loaded.

use yew::prelude::*;

use crate::app::effects::loads::{self, File};
use crate::wording::thousands;

/// The files, as the browser tells them when it is asked.
#[component]
pub fn Loads() -> Html {
    let files = use_state_eq(Vec::<File>::new);
    let ontoggle = {
        let files = files.setter();
        Callback::from(move |_: Event| files.set(loads::requests()))
    };
    let entries = files.iter().map(|File { url, n_bytes }| {
        let size =
            n_bytes.map_or_else(String::new, |n| format!(" ({} bytes)", thousands(n as u64)));
        html! { <li class="fine">{ url }{ size }</li> }
    });
    html! {
        <details class="loads" {ontoggle}>
            <summary>{ "What this page loads" }</summary>
            <p class="fine">
                { "These files of this site, its worker, which has the same program, and what the reader beside it loads: \
                   see the foot of the reader. Your dossiers lie in this browser’s own database." }
            </p>
            <ul>{ for entries }</ul>
        </details>
    }
}
