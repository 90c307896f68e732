//! "What this page loads": every request so far, and all that the browser keeps.

use yew::platform::spawn_local;
use yew::prelude::*;

use super::dialog::Modal;
use crate::app::effects::address;
use crate::app::effects::loads::{self, File, Loads};
use crate::app::renders;
use crate::i18n::{tr, trn};
use crate::wording::{joined, thousands};

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
        None => html! { <p>{ tr!("Looking …") }</p> },
        Some(loads) => told(loads),
    };
    html! { <Modal title={tr!("What this page loads")} class="share">{ content }</Modal> }
}

fn told(loads: &Loads) -> Html {
    let elsewhere = match loads.n_elsewhere {
        0 => tr!("None went elsewhere.").to_owned(),
        n => trn!(
            n,
            "{n} went elsewhere, which is not this page’s doing.",
            "{n} went elsewhere, which is not this page’s doing."
        ),
    };
    let cookies = if loads.has_cookies {
        tr!("This page sets no cookies; others at its address have.")
    } else {
        tr!("No cookies are set.")
    };
    let kept = match &loads.stored {
        None => tr!("The browser lets this page keep nothing.").to_owned(),
        Some(stored) if stored.is_empty() => tr!("Kept in this browser: no settings.").to_owned(),
        Some(stored) => tr!("Kept in this browser: {settings}.", settings = named(stored)),
    };
    let requested = trn!(
        loads.requests.len(),
        "{n} request to {origin}. {elsewhere}",
        "{n} requests to {origin}. {elsewhere}",
        origin = loads.origin,
        elsewhere
    );
    html! {
        <>
            <p>{ requested }</p>
            { table(&loads.requests, tr!("What was requested")) }
            <p>{ cookies }</p>
            <p>{ kept }</p>
            { match loads.kept.as_deref() {
                None => html! { <p>{ tr!("The browser does not say what it keeps for reading offline.") }</p> },
                Some([]) => Html::default(),
                Some(kept) => html! {
                    <>
                        <p>{ tr!("Files for reading offline, without compression:") }</p>
                        { table(kept, tr!("Files for reading offline")) }
                    </>
                },
            } }
        </>
    }
}

/// What is stored, in words; what has none is named as it is.
fn named(keys: &[String]) -> String {
    let mut names: Vec<&str> = keys
        .iter()
        .map(|key| match key.split(':').nth(1) {
            Some("preferences") => tr!("your settings"),
            Some("place") => tr!("where you were last time"),
            _ => key,
        })
        .collect();
    names.sort_unstable();
    names.dedup();
    joined(&names)
}

/// Files and their sizes; `label` is for those who do not see what stands above.
fn table(files: &[File], label: &'static str) -> Html {
    let site = address::site();
    let rows = files.iter().map(|File { url, n_bytes }| {
        let name = url.strip_prefix(&site).unwrap_or(url).split(['?', '#']).next();
        let name = name.filter(|name| !name.is_empty()).unwrap_or(tr!("the front page")).to_owned();
        let size = match n_bytes {
            Some(n_bytes) => tr!("{number} bytes", number = thousands(*n_bytes as u64)),
            None => tr!("size not told").to_owned(),
        };
        html! { <tr><th scope="row">{ name }</th><td class="size">{ size }</td></tr> }
    });
    html! { <table aria-label={label}><tbody>{ for rows }</tbody></table> }
}
