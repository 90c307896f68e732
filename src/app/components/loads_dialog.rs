//! "What this page loads": every request so far, and all that the browser keeps.

use yew::platform::spawn_local;
use yew::prelude::*;

use super::dialog::Modal;
use crate::app::effects::address;
use crate::app::effects::loads::{self, File, Loads};
use crate::app::renders;
use crate::wording::thousands;

/// The dialog with all that is loaded and kept.
#[component]
pub fn LoadsDialog() -> Html {
    renders::note("LoadsDialog");
    let loads = use_state_eq(|| None::<Loads>);
    {
        let loads = loads.setter();
        use_effect_with((), move |()| {
            spawn_local(async move { loads.set(Some(loads::all().await)) });
        });
    }
    let content = match &*loads {
        None => html! { <p>{ "Looking …" }</p> },
        Some(loads) => told(loads),
    };
    html! { <Modal title="What this page loads" class="share">{ content }</Modal> }
}

fn told(loads: &Loads) -> Html {
    let elsewhere = match loads.n_elsewhere {
        0 => "None went elsewhere.".to_owned(),
        n => format!("{n} went elsewhere, which is not this page’s doing."),
    };
    let cookies = if loads.has_cookies {
        "This page sets no cookies; others at its address have."
    } else {
        "No cookies are set."
    };
    let kept = match &loads.stored {
        None => "The browser lets this page keep nothing.".to_owned(),
        Some(stored) if stored.is_empty() && loads.kept.is_empty() => {
            "Nothing is kept in this browser.".to_owned()
        }
        Some(stored) if stored.is_empty() => "Kept in this browser: no settings.".to_owned(),
        Some(stored) => format!("Kept in this browser: {}.", stored.join("; ")),
    };
    html! {
        <>
            <p>{ format!("{} requests to {}. {elsewhere}", loads.requests.len(), loads.origin) }</p>
            { table(&loads.requests) }
            <p>{ cookies }</p>
            <p>{ kept }</p>
            if !loads.kept.is_empty() {
                <p>{ "Files for reading offline, without compression:" }</p>
                { table(&loads.kept) }
            }
        </>
    }
}

fn table(files: &[File]) -> Html {
    let site = address::site();
    let rows = files.iter().map(|File { url, n_bytes }| {
        let name = url.strip_prefix(&site).unwrap_or(url).split(['?', '#']).next();
        let name = name.filter(|name| !name.is_empty()).unwrap_or("the front page").to_owned();
        let size = match n_bytes {
            Some(n_bytes) => format!("{} bytes", thousands(*n_bytes as u64)),
            None => "size not told".to_owned(),
        };
        html! { <tr><td>{ name }</td><td class="size">{ size }</td></tr> }
    });
    html! { <table><tbody>{ for rows }</tbody></table> }
}
