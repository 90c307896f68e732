//! [`use_is_out_of_reach`]: whether a link leads to what cannot be had now.

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::app::effects::{page, worker};

/// Whether the link of an id leads to a page that is not kept, while the browser is offline.
#[hook]
pub fn use_is_out_of_reach(link: &'static str) -> bool {
    let is_out = use_state_eq(|| false);
    {
        let is_out = is_out.setter();
        use_effect_with((), move |()| {
            let look = move || {
                let is_out = is_out.clone();
                spawn_local(async move {
                    let url = page::target(link).filter(|_| worker::is_offline());
                    let is_kept = match &url {
                        Some(url) => worker::keeps(url).await,
                        None => true,
                    };
                    // Meanwhile it may have come online.
                    is_out.set(!is_kept && worker::is_offline());
                });
            };
            look();
            let listeners = worker::watch_connection(look);
            move || drop(listeners)
        });
    }
    *is_out
}
