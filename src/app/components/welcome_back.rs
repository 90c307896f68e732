//! Where the reader was at the last visit.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::app::effects::{address, page, scroll, storage};
use crate::app::reader::{Here, use_reader};
use crate::app::renders;
use crate::dossier::Dossier;
use crate::i18n::tr;
use crate::last_place::LastPlace;
use crate::route::{Route, View};
use crate::state::Action;
use crate::wording::{named_query, view_title};

/// How long the reader stays before a place is kept, in milliseconds, so that it is there even if the
/// browser dies.
const KEEP_MS: u32 = 2_000;

#[derive(Properties, PartialEq)]
pub struct WelcomeBackProps {
    /// Where the page is.
    pub here: Here,
}

/// Offers the way back to the last place on the front page, and keeps the present one.
#[component]
pub fn WelcomeBack(props: &WelcomeBackProps) -> Html {
    renders::note("WelcomeBack");
    let here = &props.here;
    let route = &here.route;
    let reader = use_reader();
    let is_front = route.view == View::Overview && !route.asks_for_results();
    let place = use_state_eq(|| is_front.then(storage::last_place).flatten());
    // Whoever goes elsewhere, or does anything else, does not need it any more.
    // In a frame the page around it has its own beginnings.
    let offered = (*place).clone().filter(|_| is_front && !route.embed);

    {
        let (place, dispatch) = (place.clone(), reader.dispatch.clone());
        use_effect_with((), move |()| {
            if let Some(Err(notice)) = &*place {
                storage::forget_last_place();
                dispatch.dispatch(Action::Noticed(notice.clone()));
                place.set(None);
            }
        });
    }
    {
        let is_offered = offered.is_some();
        let (reader, place) = (reader.clone(), place.setter());
        use_effect_with((route.clone(), is_offered), move |(route, is_offered)| {
            let is_offered = *is_offered;
            let is_front = route.view == View::Overview && !route.asks_for_results();
            if !is_front {
                place.set(None);
            }
            let (route, dossier) = (route.clone(), reader.dossier.clone());
            let keep = move || {
                // A frame is part of another page, which has places of its own.
                if route.embed {
                    return;
                }
                if is_front {
                    // Who has not left the front page yet can still be asked.
                    if !is_offered {
                        storage::forget_last_place();
                    }
                    return;
                }
                if let Some(place) = last_place(&dossier, &route) {
                    storage::keep_last_place(&place);
                }
            };
            let timer = Timeout::new(KEEP_MS, keep.clone());
            // The last that a page hears of a reader who leaves, on a phone too.
            let leaving =
                EventListener::new(&page::event_target(), "visibilitychange", move |_| keep());
            move || drop((timer, leaving))
        });
    }

    let Some(Ok(last)) = offered else { return Html::default() };
    let Some(part) = page::part("left-at") else { return Html::default() };
    let close = {
        let place = place.setter();
        Callback::from(move |_: MouseEvent| place.set(None))
    };
    let content = html! {
        <aside class="update" aria-label={tr!("Last visit")}>
            <p>
                { tr!("Last time you were at ") }
                <a href={last.url.clone()}><bdi>{ last.name.clone() }</bdi></a>
            </p>
            <button type="button" onclick={close}>{ tr!("Close") }</button>
        </aside>
    };
    create_portal(content, part)
}

/// Where the reader is now, as it is to be found again; `None` where its address is too long for that.
fn last_place(dossier: &Dossier, route: &Route) -> Option<LastPlace> {
    let bare = Route { theme: None, ..route.clone() };
    let url = bare.to_url(dossier, address::base_of_site());
    let in_view = match route.view {
        View::Article(..) => scroll::paragraph_in_view(),
        _ => None,
    };
    let url = match in_view {
        Some(id) => format!("{}#{id}", url.split('#').next().unwrap_or_default()),
        None => url,
    };
    let query = route.query.trim();
    let name = match route.view {
        _ if !query.is_empty() => named_query(query),
        _ => view_title(dossier, route),
    };
    LastPlace::new(url, &name)
}
