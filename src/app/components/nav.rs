//! The views of the dossier.

use yew::prelude::*;

use crate::app::reader::Reader;
use crate::route::{Base, Route, View};

/// Links to the views; the one that is shown is marked.
pub fn nav(reader: &Reader, front: &Route, base: Base, view: View, is_front: bool) -> Html {
    let link = |is_current: bool, route: Route, words: &'static str| {
        let href = reader.url(base, &route);
        html! {
            <li>
                <a {href} aria-current={is_current.then_some("page")} onclick={reader.follow(route)}>
                    { words }
                </a>
            </li>
        }
    };
    html! {
        <nav class="views" aria-label="Views of the dossier">
            <ul>
                { link(is_front, front.clone(), "Overview") }
                { link(view == View::Compare, front.compare(None), "Compare") }
                { link(view == View::Statements, front.statements(), "Statements") }
                { link(matches!(view, View::Speakers(_)), front.speakers(1), "Speakers") }
            </ul>
        </nav>
    }
}
