//! The views of the dossier.

use yew::prelude::*;

use crate::app::reader::Reader;
use crate::i18n::tr;
use crate::route::{Base, Route, View};

/// Links to the views; the one that is shown is marked.
pub fn nav(
    reader: &Reader,
    front: &Route,
    base: Base,
    (view, is_front): (View, bool),
    n_notes: usize,
) -> Html {
    let link = |is_current: bool, route: Route, words: Html| {
        let href = reader.url(base, &route);
        html! {
            <li>
                <a {href} aria-current={is_current.then_some("page")} onclick={reader.follow(route)}>
                    { words }
                </a>
            </li>
        }
    };
    let notebook = html! {
        <>
            { tr!("Notebook") }
            if n_notes > 0 {
                { " " }
                <span class="count">{ n_notes }</span>
            }
        </>
    };
    html! {
        <nav class="views" aria-label={tr!("Views of the dossier")}>
            <ul>
                { link(is_front, front.clone(), html! { { tr!("Overview") } }) }
                { link(view == View::Compare, front.compare(None), html! { { tr!("Compare") } }) }
                { link(view == View::Statements, front.statements(), html! { { tr!("Statements") } }) }
                { link(matches!(view, View::Speakers(_)), front.speakers(1), html! { { tr!("Speakers") } }) }
                { link(view == View::Notebook, front.notebook(), notebook) }
            </ul>
        </nav>
    }
}
