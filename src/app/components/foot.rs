//! What the app adds to the foot of the page, which states the edition and so is written when the dossier
//! is pressed: the buttons of the dialogs, whether the site is kept offline, and a newer edition.

use yew::prelude::*;

use crate::app::effects::worker::KeptBlocks;
use crate::app::effects::{address, page};
use crate::app::hooks::{
    Change, Keeping, Update, use_is_out_of_reach, use_keeping, use_service_worker,
};
use crate::app::reader::use_reader;
use crate::app::renders;
use crate::i18n::tr;
use crate::route::View;
use crate::state::{Action, Dialog};
use crate::wording::megabytes;

#[derive(Properties, PartialEq)]
pub struct FootProps {
    /// What the page has open.
    pub view: View,
}

/// The parts of the foot. Where a page has no place for one, it is not there.
#[component]
pub fn Foot(props: &FootProps) -> Html {
    renders::note("Foot");
    let reader = use_reader();
    let (offline, worker) = use_service_worker();
    let keeping = use_keeping(&reader.dossier, &worker, &offline.blocks);
    let dismissed = use_state_eq(|| None::<String>);
    let is_maker_away = use_is_out_of_reach("make_link");
    let portal = |id: &str, content: Html| match page::part(id) {
        Some(place) => create_portal(content, place),
        None => Html::default(),
    };
    let open = |dialog, words: &'static str| {
        html! {
            <button type="button" aria-haspopup="dialog" onclick={reader.on(Action::DialogOpened(dialog))}>
                { words }
            </button>
        }
    };
    // What is all in one file, or was made just now, is at no address that others could embed.
    let has_address = page::path().is_some();
    // In a file on a disk nothing was loaded.
    let is_served = address::is_served();
    let buttons = html! {
        <>
            { open(Dialog::Take, tr!("Take away")) }
            { open(Dialog::Check, tr!("Check a citation")) }
            // The notebook is each reader's own.
            if is_served && has_address && props.view != View::Notebook {
                { open(Dialog::Embed, tr!("Embed this view")) }
            }
            if is_served {
                { open(Dialog::Loads, tr!("What this page loads")) }
            }
        </>
    };
    let update = offline.update.filter(|update| dismissed.as_ref() != Some(&update.version));
    let update = update.map(|update| {
        let later = {
            let (dismissed, version) = (dismissed.setter(), update.version.clone());
            Callback::from(move |_: MouseEvent| dismissed.set(Some(version.clone())))
        };
        let reload = Callback::from(move |_: MouseEvent| worker.take_newer());
        banner(&update, reload, later)
    });
    html! {
        <>
            { portal("foot-buttons", buttons) }
            { portal("offline", html! { { offline.badge.clone() } }) }
            { portal("keep_all", keep_all(&offline.blocks, keeping)) }
            if is_maker_away {
                { portal("make_note", html! { { format!(" {}", tr!("(needs the network)")) } }) }
            }
            { portal("update", update.unwrap_or_default()) }
        </>
    }
}

/// A way to keep all articles of a large dossier, and how far that is.
fn keep_all(
    blocks: &KeptBlocks,
    (keeping, begin, stop): (Keeping, Callback<MouseEvent>, Callback<MouseEvent>),
) -> Html {
    let KeptBlocks { size, all, kept } = *blocks;
    if kept == all {
        return Html::default();
    }
    let wish = html! {
        <button type="button" onclick={begin}>
            { tr!("Keep all articles ({size})", size = megabytes(size as u64)) }
        </button>
    };
    let with_wish = |told: String| html! { <>{ told }{ " " }{ wish.clone() }</> };
    match keeping {
        Keeping::Idle => wish.clone(),
        Keeping::Running(n_come) => html! {
            <>
                <progress
                    max={all.to_string()}
                    value={n_come.to_string()}
                    aria-label={tr!("Articles that are kept")}
                />
                { " " }
                <button type="button" onclick={stop}>{ tr!("Stop") }</button>
            </>
        },
        Keeping::Done => with_wish(tr!(
            "Not all of it fits: the browser keeps {kept} of {all} parts.",
            kept,
            all
        )),
        Keeping::NoRoom(room) => with_wish(tr!(
            "There is no room for all of it: the browser has {room} left for this site.",
            room = megabytes(room)
        )),
        Keeping::Broken => with_wish(tr!(
            "Something did not arrive. What has come is kept: {kept} of {all} parts.",
            kept,
            all
        )),
    }
}

fn banner(update: &Update, reload: Callback<MouseEvent>, later: Callback<MouseEvent>) -> Html {
    let changes = update.changes.as_ref().map(|changes| {
        let changes = changes.iter().map(|change| {
            let (what, title) = match change {
                Change::New(title) => (tr!("New: "), title),
                Change::Changed(title) => (tr!("Changed: "), title),
                Change::Gone(title) => (tr!("Gone: "), title),
            };
            html! { <li>{ what }<bdi>{ title.clone() }</bdi></li> }
        });
        let mut changes: Vec<Html> = changes.collect();
        if changes.is_empty() {
            changes.push(html! { <li>{ tr!("The articles are the same.") }</li> });
        }
        html! {
            <details>
                <summary dir="auto">{ tr!("What changed") }</summary>
                <ul>{ for changes }</ul>
            </details>
        }
    });
    html! {
        <>
            { tr!("A newer edition is ready.") }
            { changes.unwrap_or_default() }
            <button type="button" onclick={reload}>{ tr!("Reload") }</button>
            <button type="button" onclick={later}>{ tr!("Later") }</button>
        </>
    }
}
